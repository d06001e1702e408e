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
    act(begun + TimeDelta::minutes(11), Action::Timer(TimerAction::Pause));
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

/// The ids that arrived, each told once to whoever drops doubles, and always in the same words.
#[track_caller]
fn check_once(receiver: &Receiver, events: usize) {
    let all = by_id(&receiver.calls());
    let mut taken = receiver.taken();
    taken.sort();
    taken.dedup();
    assert_eq!((taken.len(), all.len()), (events, events), "{all:#?}");
    for (id, bodies) in all {
        assert!(bodies.windows(2).all(|two| two[0] == two[1]), "{id}: {bodies:?}");
    }
}

/// No file of the desk holds a secret, but that of the secrets, which is for this user alone.
#[track_caller]
fn check_hidden(desk: &Desk) {
    let secrets = desk.path("data").join("mainspring.ron.secrets");
    let mode = fs::metadata(&secrets).expect("the secrets").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let mut looked_at = 0;
    let mut folders = vec![desk.path("home"), desk.path("data"), desk.path("run")];
    let mut files = vec![desk.path("app.log")];
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
        let bytes = fs::read(file).unwrap_or_default();
        looked_at += 1;
        check_without(file, &bytes);
    }
    assert!(looked_at >= 4, "the data, the log, the queue and what was printed: {files:#?}");
}

#[track_caller]
fn check_without(file: &Path, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    assert!(!text.contains("hidden"), "a secret lies in {}: {text}", file.display());
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
    topic.wait_for(4, PATIENCE);
    hook.wait_for(4, FIRST_WAIT);
    let ids = |receiver: &Receiver| by_id(&receiver.calls()).len();
    poll(PATIENCE, || (ids(&hook) == 3 && ids(&topic) == 3).then_some(())).expect("all of it");
    let logged = |model: &Model| model.check_ins.len() >= 5;
    let model = desk.wait_for_model("what arrived is logged", PATIENCE, logged);
    assert!(model.check_ins.iter().all(|check_in| !check_in.is_by_hand()));
    std::thread::sleep(Duration::from_secs(3));
    check_once(&hook, 3);
    check_once(&topic, 3);
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
    hook.react(Reaction::Silent(Duration::from_secs(40)));
    hook.react(Reaction::Header(429, "Retry-After: 2".to_owned()));
    hook.react(Reaction::HalfAnswer);
    let app = desk.launch(&[]);
    app.press(&["ctrl+Return"]);
    desk.wait_for_model("it is finished", SAVED, |model| model.sessions.len() == 1);
    hook.wait_for(1, PATIENCE);
    // All in the 30 s in which the thread waits for the answer.
    for key in ["ctrl+2", "ctrl+3", "ctrl+4", "ctrl+1"] {
        let took = app.time_to_answer(key);
        assert!(took < STALL, "{key} took {took:?}");
    }
    // Half a minute of silence, half a minute of wait, 2 s as asked, then two minutes after the half answer.
    hook.wait_for(3, LONGEST_CALL);
    let calls = hook.calls();
    let asked = calls[2].at - calls[1].at;
    assert!((2..6).contains(&asked.as_secs()), "Retry-After: {asked:?}");
    assert!(calls.iter().all(|call| call.body == calls[0].body), "{calls:#?}");
    let took = app.time_to_answer("ctrl+2");
    assert!(took < STALL, "{took:?}");
    desk.shoot("not-sent-yet");
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
