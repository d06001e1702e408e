//! Sending by itself, from the release binary to servers on this machine that are slow, in trouble, or gone.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use mainspring::domain::goal::GoalAction;
use mainspring::domain::people::{Event, Events, OutletKind, Parts, PeopleAction};
use mainspring::domain::target::TargetAction;
use mainspring::domain::timer::TimerAction;
use mainspring::domain::{Action, Model};
use uuid::Uuid;

use crate::desk::{Desk, PATIENCE};
use crate::process::poll;
use crate::receiver::{Call, Reaction, Receiver};
use crate::records::act_at;
use crate::{SAVED, STALL};

/// What no file but that of the secrets may hold.
const HOOK: &str = "/hook/hidden-in-the-address";
const TOPIC: &str = "/hidden-topic";
const TOKEN: &str = "tk_hidden-token";
/// The first wait after a failure, with the seconds that a busy machine may add.
const FIRST_WAIT: Duration = Duration::from_secs(45);
/// The wait after a second failure in a row, with the same.
const SECOND_WAIT: Duration = Duration::from_secs(135);
/// The longest that a call may take, and then the first wait.
const LONGEST_CALL: Duration = Duration::from_secs(80);

/// A goal with a target of a minute, a paused session of ten, and outlets of these kinds for everything.
fn model(outlets: &[(Uuid, OutletKind)]) -> Model {
    let mut model = Model::default();
    let now = Utc::now();
    let mut act = |at: DateTime<Utc>, action| act_at(&mut model, at, action);
    let begun = now - TimeDelta::minutes(20);
    act(begun, Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    act(begun, Action::Target(TargetAction::Set { minutes: 1 }));
    for (id, kind) in outlets {
        let on: Events = Event::ALL.into_iter().collect();
        let (name, sees) = (format!("{kind:?}"), Parts::default());
        act(begun, Action::People(PeopleAction::AddOutlet { id: *id, name, kind: *kind, on, sees }));
    }
    let start = TimerAction::Start { planned_secs: 900, intention: String::new(), environment: Vec::new() };
    act(begun + TimeDelta::minutes(1), Action::Timer(start));
    let paused = begun + TimeDelta::minutes(11);
    act(paused, Action::Timer(TimerAction::Tick { last_alive: paused }));
    act(paused, Action::Timer(TimerAction::Pause));
    model
}

/// Puts the secrets where the app looks for them without a keyring.
fn put_secrets(desk: &Desk, secrets: &[(Uuid, String)]) {
    let entry = |(outlet, address): &(Uuid, String)| {
        format!("(outlet: \"{outlet}\", secret: (address: \"{address}\", token: \"{TOKEN}\"))")
    };
    let text = format!("[{}]", secrets.iter().map(entry).collect::<Vec<_>>().join(",\n"));
    let file = desk.path("data").join("mainspring.ron.secrets");
    fs::write(&file, text).expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("a mode");
}

/// The bodies that came, by their ids.
fn by_id(calls: &[Call]) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for call in calls {
        found.entry(call.header("idempotency-key").to_owned()).or_default().push(call.body.clone());
    }
    found
}

/// So many events arrived, each once by its id, and each call for one in the same words. `doubles` arrived a second time:
/// calls that were answered to somebody who was gone.
#[track_caller]
fn check_arrived(calls: &[Call], events: usize, doubles: usize) {
    let all = by_id(calls);
    let taken = by_id(&calls.iter().filter(|call| call.is_taken).cloned().collect::<Vec<_>>());
    let again: usize = taken.values().map(|bodies| bodies.len() - 1).sum();
    assert_eq!((taken.len(), all.len(), again), (events, events, doubles), "{calls:#?}");
    for (id, bodies) in all {
        assert!(!id.is_empty() && bodies.windows(2).all(|two| two[0] == two[1]), "{id}: {bodies:?}");
    }
}

/// Waits until so many events arrived, and a little longer for what should not come.
#[track_caller]
fn wait_until_taken(receivers: &[&Receiver], events: usize, limit: Duration) {
    let taken = |receiver: &&Receiver| {
        by_id(&receiver.calls().into_iter().filter(|call| call.is_taken).collect::<Vec<_>>()).len()
    };
    let all_are = || receivers.iter().all(|receiver| taken(receiver) >= events).then_some(());
    let counts = || receivers.iter().map(taken).collect::<Vec<_>>();
    assert!(poll(limit, all_are).is_some(), "after {limit:?} arrived {:?} of {events} each", counts());
    std::thread::sleep(Duration::from_secs(3));
}

/// No file of the desk holds a secret, but that of the secrets, which is for this user alone.
#[track_caller]
fn check_hidden(desk: &Desk) {
    let secrets = desk.path("data").join("mainspring.ron.secrets");
    let mode = fs::metadata(&secrets).expect("the secrets").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let mut folders = vec![desk.path("")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.is_file() {
                files.push(path);
            }
        }
    }
    for file in files.iter().filter(|file| **file != secrets) {
        check_without(file, &fs::read(file).expect("a file"));
    }
    for name in ["mainspring.ron", "mainspring_rCURRENT.log", "app.log"] {
        assert!(files.iter().any(|file| file.ends_with(name)), "{name} is looked at: {files:#?}");
    }
    let queues = files.iter().filter(|file| file.to_string_lossy().contains("outbox"));
    assert_eq!(queues.count(), 1, "the queue is looked at: {files:#?}");
}

#[track_caller]
fn check_without(file: &Path, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for secret in ["hidden", "127.0.0.1"] {
        assert!(!text.contains(secret), "a secret lies in {}: {text}", file.display());
    }
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn what_happened_reaches_webhook_and_ntfy_once_by_id_also_across_a_kill() {
    let desk = Desk::open();
    let (hook, topic) = (Receiver::start(), Receiver::start());
    let (webhook, ntfy) = (Uuid::from_u128(0xA), Uuid::from_u128(0xB));
    desk.put(&model(&[(webhook, OutletKind::Webhook), (ntfy, OutletKind::Ntfy)]));
    put_secrets(&desk, &[(webhook, hook.address(HOOK)), (ntfy, topic.address(TOPIC))]);
    // The first call fails, the next to the other server is under way when the app is killed.
    hook.react(Reaction::Status(500, "oops"));
    topic.react(Reaction::Slow(Duration::from_secs(5)));
    let mut app = desk.launch(&[]);
    app.press(&["ctrl+Return"]);
    desk.wait_for_model("it is finished", SAVED, |model| model.sessions.len() == 1);
    hook.wait_for(1, PATIENCE);
    topic.wait_for(1, PATIENCE);
    app.signal("KILL");
    app.ended_within(PATIENCE);

    let again = desk.launch(&[]);
    // The session, the target of its day and the first milestone; a week of one day is none.
    wait_until_taken(&[&hook, &topic], 3, FIRST_WAIT);
    let logged = |model: &Model| model.check_ins.len() == 6;
    let model = desk.wait_for_model("what arrived is logged", PATIENCE, logged);
    assert!(model.check_ins.iter().all(|check_in| !check_in.is_by_hand()));
    check_arrived(&hook.calls(), 3, 0);
    // Nobody was there to hear that the first one arrived.
    check_arrived(&topic.calls(), 3, 1);
    let first = &hook.calls()[0];
    assert_eq!(first.request, format!("POST {HOOK} HTTP/1.1"));
    assert_eq!(first.header("authorization"), format!("Bearer {TOKEN}"));
    assert!(first.body.starts_with("{\"") && first.body.contains(first.header("idempotency-key")), "{}", first.body);
    assert!(topic.calls().iter().all(|call| call.header("title") == "Write the book"));
    desk.shoot("sent-by-itself");
    drop(again);
    check_hidden(&desk);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_server_that_never_answers_never_stalls_the_window_and_loses_nothing() {
    let desk = Desk::open();
    let hook = Receiver::start();
    let webhook = Uuid::from_u128(0xA);
    desk.put(&model(&[(webhook, OutletKind::Webhook)]));
    put_secrets(&desk, &[(webhook, hook.address(HOOK))]);
    hook.react(Reaction::Silent(Duration::from_secs(60)));
    hook.react(Reaction::Header(429, "Retry-After: 2".to_owned()));
    let app = desk.launch(&[]);
    app.press(&["ctrl+Return"]);
    desk.wait_for_model("it is finished", SAVED, |model| model.sessions.len() == 1);
    let took = app.time_to_answer("ctrl+3");
    assert!(took < STALL, "at once: {took:?}");
    hook.wait_for(1, PATIENCE);
    // All in the 30 s in which the thread waits for the answer.
    for key in ["ctrl+2", "ctrl+4", "ctrl+6", "ctrl+1"] {
        let took = app.time_to_answer(key);
        assert!(took < STALL, "{key} took {took:?}");
    }
    // Half a minute of silence, half a minute of wait, and 2 s as asked.
    hook.wait_for(2, LONGEST_CALL);
    let took = app.time_to_answer("ctrl+2");
    assert!(took < STALL, "{took:?}");
    desk.shoot("not-sent-yet");
    wait_until_taken(&[&hook], 3, PATIENCE);
    let calls = hook.calls();
    check_arrived(&calls, 3, 0);
    let (silence, asked) = (calls[1].at - calls[0].at, calls[2].at - calls[1].at);
    assert!((60..75).contains(&silence.as_secs()), "it gave up after 30 s and waited 30 s: {silence:?}");
    assert!((2..6).contains(&asked.as_secs()), "Retry-After: {asked:?}");
    check_hidden(&desk);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn whatever_befalls_a_server_each_event_arrives_once_when_it_is_well_again() {
    let desk = Desk::open();
    let [killed, gone, half, busy, broken] = [0xA, 0xB, 0xC, 0xD, 0xE].map(Uuid::from_u128);
    let [killed_at, gone_at, half_at, busy_at, broken_at] = [(); 5].map(|()| Receiver::start());
    let kinds = [OutletKind::Webhook, OutletKind::Ntfy, OutletKind::Webhook, OutletKind::Chat, OutletKind::Ntfy];
    let outlets = [killed, gone, half, busy, broken];
    desk.put(&model(&outlets.into_iter().zip(kinds).collect::<Vec<_>>()));
    let servers = [&killed_at, &gone_at, &half_at, &busy_at, &broken_at];
    let secrets = outlets.into_iter().zip(servers.map(|server| server.address(HOOK)));
    put_secrets(&desk, &secrets.collect::<Vec<_>>());
    // The first event arrives, and the server dies over the second.
    killed_at.react(Reaction::Status(200, "ok"));
    killed_at.react(Reaction::Cut);
    let gone_port = gone_at.port();
    drop(gone_at);
    half_at.react(Reaction::HalfAnswer);
    busy_at.react(Reaction::Header(429, "Retry-After: 3".to_owned()));
    busy_at.react(Reaction::Status(503, "not yet"));
    broken_at.react(Reaction::Status(500, "oops"));

    let mut app = desk.launch(&[]);
    app.press(&["ctrl+Return"]);
    desk.wait_for_model("it is finished", SAVED, |model| model.sessions.len() == 1);
    let mut calls = killed_at.wait_for(2, PATIENCE);
    let killed_port = killed_at.port();
    drop(killed_at);
    half_at.wait_for(1, PATIENCE);
    broken_at.wait_for(1, PATIENCE);
    busy_at.wait_for(2, PATIENCE);
    let took = app.time_to_answer("ctrl+3");
    assert!(took < STALL, "{took:?}");
    app.signal("KILL");
    app.ended_within(PATIENCE);

    let (killed_at, gone_at) = (Receiver::on(killed_port), Receiver::on(gone_port));
    let _again = desk.launch(&[]);
    wait_until_taken(&[&gone_at, &half_at, &broken_at], 3, FIRST_WAIT);
    wait_until_taken(&[&killed_at], 2, PATIENCE);
    calls.extend(killed_at.calls());
    check_arrived(&calls, 3, 0);
    for server in [&gone_at, &half_at, &broken_at] {
        check_arrived(&server.calls(), 3, 0);
    }
    // The second failure in a row is waited out for two minutes.
    assert_eq!(busy_at.calls().len(), 2);
    wait_until_taken(&[&busy_at], 3, SECOND_WAIT);
    check_arrived(&busy_at.calls(), 3, 0);
    check_hidden(&desk);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_second_window_on_the_file_sends_nothing() {
    let desk = Desk::open();
    let hook = Receiver::start();
    let webhook = Uuid::from_u128(0xA);
    desk.put(&model(&[(webhook, OutletKind::Webhook)]));
    put_secrets(&desk, &[(webhook, hook.address(HOOK))]);
    hook.react(Reaction::Status(500, "oops"));
    let mut first = desk.launch(&[]);
    first.press(&["ctrl+Return"]);
    hook.wait_for(1, PATIENCE);
    desk.wait_for_model("it is finished", SAVED, |model| model.sessions.len() == 1);
    assert!(first.threads().contains(&"sender".to_owned()), "{:?}", first.threads());

    let second = desk.launch(&[]);
    first.signal("KILL");
    first.ended_within(PATIENCE);
    std::thread::sleep(FIRST_WAIT);
    assert!(!second.threads().contains(&"sender".to_owned()), "{:?}", second.threads());
    assert_eq!((hook.calls().len(), second.internet_sockets()), (1, 0), "what waits is not the second one's");
    drop(second);
    let _third = desk.launch(&[]);
    wait_until_taken(&[&hook], 3, PATIENCE);
    check_arrived(&hook.calls(), 3, 0);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn without_an_outlet_nothing_listens_and_nothing_connects() {
    let desk = Desk::open();
    desk.put(&model(&[]));
    let app = desk.launch(&[]);
    app.press(&["ctrl+Return"]);
    desk.wait_for_model("it is finished", SAVED, |model| model.sessions.len() == 1);
    assert!(!app.threads().contains(&"sender".to_owned()), "{:?}", app.threads());
    assert_eq!(app.internet_sockets(), 0);
    assert!(!desk.path("data").join("mainspring.ron.secrets").exists());
}
