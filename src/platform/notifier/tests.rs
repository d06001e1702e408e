//! The notifier against a stand-in daemon on a private bus: what arrives, what comes back, and a daemon that hangs.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;

use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Message, Type};
use zbus::zvariant::OwnedValue;

use super::*;
use crate::platform::bus::tests::PrivateBus;
use crate::platform::clock::SystemClock;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const SOON: Duration = Duration::from_secs(5);
const LIMITS: Limits = Limits { answer: Duration::from_millis(300), pace: Duration::from_millis(400) };

type Arguments = (String, u32, String, String, String, Vec<String>, HashMap<String, OwnedValue>, i32);

/// One call of `Notify` as the daemon saw it.
#[derive(Debug)]
struct Call {
    app: String,
    replaces: u32,
    title: String,
    body: String,
    actions: Vec<String>,
    hints: HashMap<String, OwnedValue>,
}

/// A daemon that numbers notifications from 1 and can be stopped like a process.
struct Daemon {
    connection: Connection,
    calls: Receiver<Call>,
    stopped: Arc<Mutex<()>>,
}

impl Daemon {
    fn start(bus: &PrivateBus, capabilities: &'static [&'static str]) -> Self {
        let connection = bus.bus().connect().unwrap();
        let messages = MessageIterator::from(&connection);
        connection.request_name(NAME).unwrap();
        let (tx, calls) = mpsc::channel();
        let stopped = Arc::new(Mutex::new(()));
        let (inner, running) = (connection.clone(), Arc::clone(&stopped));
        thread::spawn(move || {
            let mut id = 0;
            for message in messages.map_while(Result::ok).filter(|m| m.message_type() == Type::MethodCall) {
                drop(running.lock().unwrap());
                serve(&inner, &message, capabilities, &mut id, &tx);
            }
        });
        Self { connection, calls, stopped }
    }

    #[track_caller]
    fn next(&self) -> Call {
        self.calls.recv_timeout(SOON).unwrap()
    }

    #[track_caller]
    fn check_quiet(&self, time: Duration) {
        assert_eq!(self.calls.recv_timeout(time).map(|call| call.title), Err(RecvTimeoutError::Timeout));
    }

    fn emit(&self, signal: &str, body: &(impl serde::Serialize + zbus::zvariant::DynamicType)) {
        self.connection.emit_signal(None::<&str>, PATH, NAME, signal, body).unwrap();
    }

    fn end(self) {
        self.connection.close().unwrap();
    }
}

fn serve(connection: &Connection, message: &Message, capabilities: &[&str], id: &mut u32, calls: &Sender<Call>) {
    let header = message.header();
    if header.member().unwrap().as_str() == "GetCapabilities" {
        connection.reply(&header, &capabilities).unwrap();
        return;
    }
    let body = message.body();
    let (app, replaces, _icon, title, body, actions, hints, _expire): Arguments = body.deserialize().unwrap();
    *id = if replaces == 0 { *id + 1 } else { replaces };
    connection.reply(&header, id).unwrap();
    calls.send(Call { app, replaces, title, body, actions, hints }).unwrap();
}

/// A notifier on this bus, with what it tells.
fn notifier(bus: &PrivateBus) -> (Notifier, Receiver<NotifierEvent>) {
    let (tx, events) = mpsc::channel();
    let clock = Arc::new(SystemClock::new());
    let notifier = Notifier::start_on(bus.bus(), LIMITS, clock, move |event| tx.send(event).unwrap()).unwrap();
    (notifier, events)
}

fn notice(tag: &str, title: &str, body: &str) -> Notice {
    Notice { tag: tag.to_owned(), title: title.to_owned(), body: body.to_owned(), ..Notice::default() }
}

#[track_caller]
fn check_event(events: &Receiver<NotifierEvent>, tag: &str, answer: Answer) {
    let event = events.recv_timeout(SOON).unwrap();
    assert_eq!(event, NotifierEvent { tag: tag.to_owned(), answer });
}

#[track_caller]
fn check_health(notifier: &Notifier, health: Health) {
    for _ in 0..200 {
        if notifier.health() == health {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(notifier.health(), health);
}

#[track_caller]
fn check_body(capabilities: &'static [&'static str], body: &str) {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, capabilities);
    let (notifier, _events) = notifier(&bus);
    notifier.send(notice("a", "Earned: <b>tea</b>", "<i>Done</i> & \u{202e}well\u{7}"));
    let call = daemon.next();
    assert_eq!((call.title.as_str(), call.body.as_str()), ("Earned: <b>tea</b>", body));
}

#[test]
fn text_arrives_as_it_is_where_no_markup_is_read() {
    check_body(&["body", "actions"], "<i>Done</i> & well");
}

#[test]
fn text_arrives_escaped_where_markup_is_read() {
    check_body(&["body", "body-markup"], "&lt;i&gt;Done&lt;/i&gt; &amp; well");
}

#[test]
fn further_lines_stand_below_the_body_and_no_sound_is_asked_for_where_none_is_wanted() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["body", "body-markup"]);
    let (notifier, _events) = notifier(&bus);
    let more = vec!["Tea & cake".to_owned(), "A\nbath".to_owned()];
    notifier.send(Notice { more, sound: Sound::Silent, ..notice("a", "Earned", "25 min") });
    let call = daemon.next();
    assert_eq!(call.body, "25 min\nTea &amp; cake\nA bath");
    assert!(!call.hints.contains_key("sound-name"));
    assert_eq!(bool::try_from(&call.hints["suppress-sound"]), Ok(true));
}

#[test]
fn a_notice_carries_its_sender_buttons_and_sound_and_is_never_critical() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["body", "actions"]);
    let (notifier, _events) = notifier(&bus);
    assert_eq!(notifier.health(), Health::Unknown);
    let actions = vec![("take".to_owned(), "Take it now".to_owned())];
    let sound = Sound::Named("complete".to_owned());
    notifier.send(Notice { actions, sound, ..notice("a", "", "") });
    let call = daemon.next();
    assert_eq!((call.app.as_str(), call.title.as_str(), call.replaces), ("Mainspring", "Mainspring", 0));
    assert_eq!(call.actions, ["default", "Open", "take", "Take it now"]);
    assert_eq!(u8::try_from(&call.hints["urgency"]), Ok(1));
    assert_eq!(<&str>::try_from(&call.hints["sound-name"]), Ok("complete"));
    assert_eq!(<&str>::try_from(&call.hints["desktop-entry"]), Ok("io.github.mainspring_app.Mainspring"));
    check_health(&notifier, Health::Working);
}

#[test]
fn a_second_notice_of_an_event_replaces_the_first_and_a_closed_one_comes_back_after_the_pace() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["body"]);
    let (notifier, events) = notifier(&bus);
    notifier.send(notice("a", "one", ""));
    assert_eq!(daemon.next().actions, [""; 0]);
    notifier.send(notice("b", "other", ""));
    assert_eq!(daemon.next().replaces, 0);
    notifier.send(notice("a", "two", ""));
    assert_eq!(daemon.next().replaces, 1);
    daemon.emit("NotificationClosed", &(1_u32, 2_u32));
    check_event(&events, "a", Answer::Closed);
    notifier.send(notice("a", "three", ""));
    daemon.check_quiet(Duration::from_millis(150));
    let call = daemon.next();
    assert_eq!((call.title.as_str(), call.replaces), ("three", 0));
}

#[test]
fn buttons_come_back_with_the_tag_of_their_event() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["actions"]);
    let (notifier, events) = notifier(&bus);
    notifier.send(notice("earned-7", "Earned", ""));
    daemon.next();
    check_health(&notifier, Health::Working);
    daemon.emit("ActionInvoked", &(99_u32, "take"));
    daemon.emit("ActionInvoked", &(1_u32, "take"));
    check_event(&events, "earned-7", Answer::Action("take".to_owned()));
    daemon.emit("ActionInvoked", &(1_u32, "default"));
    check_event(&events, "earned-7", Answer::Opened);
}

#[test]
fn without_a_daemon_the_notice_is_told_undelivered_at_once_and_a_later_daemon_works() {
    let Some(bus) = PrivateBus::start() else { return };
    let (notifier, events) = notifier(&bus);
    notifier.send(notice("a", "one", ""));
    check_event(&events, "a", Answer::Undelivered(Health::NoDaemon));
    assert_eq!(notifier.health(), Health::NoDaemon);
    let daemon = Daemon::start(&bus, &["body"]);
    notifier.send(notice("a", "two", ""));
    assert_eq!(daemon.next().title, "two");
    check_health(&notifier, Health::Working);
}

#[test]
fn without_a_bus_the_notice_is_told_undelivered() {
    let (tx, events) = mpsc::channel();
    let bus = Bus::At("unix:path=/no/such/socket".to_owned());
    let clock = Arc::new(SystemClock::new());
    let notifier = Notifier::start_on(bus, LIMITS, clock, move |event| tx.send(event).unwrap()).unwrap();
    assert_eq!(notifier.probe(SOON), Health::NoDaemon);
    notifier.send(notice("a", "one", ""));
    check_event(&events, "a", Answer::Undelivered(Health::NoDaemon));
}

#[test]
fn a_stopped_daemon_holds_up_nobody_and_shows_each_notice_once_when_it_goes_on() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["body", "actions"]);
    let (notifier, events) = notifier(&bus);
    notifier.send(notice("a", "one", ""));
    assert_eq!(daemon.next().title, "one");

    let stop = daemon.stopped.lock().unwrap();
    let clock = SystemClock::new();
    notifier.send(notice("b", "two", ""));
    for _ in 0..20 {
        notifier.send(notice("c", "three", ""));
    }
    assert!(clock.mono() < Duration::from_millis(100));
    check_event(&events, "b", Answer::Undelivered(Health::Hung));
    check_event(&events, "c", Answer::Undelivered(Health::Hung));
    check_health(&notifier, Health::Hung);
    drop(stop);

    assert_eq!(daemon.next().title, "two");
    assert_eq!(daemon.next().title, "three");
    daemon.check_quiet(Duration::from_millis(200));
    check_health(&notifier, Health::Working);
    daemon.emit("ActionInvoked", &(2_u32, "take"));
    check_event(&events, "b", Answer::Action("take".to_owned()));
}

#[test]
fn a_daemon_killed_while_it_hangs_is_followed_by_a_new_one() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["body"]);
    let (notifier, events) = notifier(&bus);
    notifier.send(notice("a", "one", ""));
    daemon.next();
    let stopped = Arc::clone(&daemon.stopped);
    let stop = stopped.lock().unwrap();
    notifier.send(notice("a", "two", ""));
    check_event(&events, "a", Answer::Undelivered(Health::Hung));
    daemon.end();
    check_health(&notifier, Health::NoDaemon);
    let daemon = Daemon::start(&bus, &["body"]);
    notifier.send(notice("a", "three", ""));
    let call = daemon.next();
    assert_eq!((call.title.as_str(), call.replaces), ("three", 0));
    drop(stop);
}

#[test]
fn a_lost_bus_is_told_and_the_thread_ends_in_time() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["body"]);
    let (notifier, events) = notifier(&bus);
    assert_eq!(notifier.probe(SOON), Health::Working);
    drop(daemon);
    drop(bus);
    thread::sleep(Duration::from_millis(50));
    notifier.send(notice("a", "one", ""));
    check_event(&events, "a", Answer::Undelivered(Health::NoDaemon));
    let clock = SystemClock::new();
    drop(notifier);
    assert!(clock.mono() < Duration::from_secs(1));
}

#[test]
fn a_thousand_notices_leave_no_thread_or_file_behind() {
    let Some(bus) = PrivateBus::start() else { return };
    let daemon = Daemon::start(&bus, &["body"]);
    let (notifier, _events) = notifier(&bus);
    notifier.send(notice("a", "0", ""));
    daemon.next();
    let count = || (list("/proc/self/fd"), list("/proc/self/task"));
    let before = count();
    for n in 1..1000 {
        notifier.send(notice("a", &n.to_string(), ""));
        daemon.next();
    }
    let after = count();
    // Other tests of the same process come and go.
    assert!(after.0 < before.0 + 50 && after.1 < before.1 + 50, "{before:?} {after:?}");
}

fn list(dir: &str) -> usize {
    std::fs::read_dir(dir).unwrap().count()
}
