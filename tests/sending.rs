//! Sending by itself, against a server on this machine that is slow, busy, broken or gone. Time is told, not waited for.

#[path = "common/receiver.rs"]
#[allow(dead_code, reason = "the tests in a window use the rest")]
mod receiver;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::sleep;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use mainspring::domain::people::{
    Answer, Event, Events, Fate, Happening, Kept, OutletState, Part, Parts, Secret, Trouble,
};
use mainspring::platform::clock::{Clock, FakeClock};
use mainspring::platform::keyring::Keyring;
use mainspring::platform::secrets::Secrets;
use mainspring::platform::sender::{Content, Known, News, Parcel, Pause, Sender, Setup};
use mainspring::platform::shelf::Shelf;
use mainspring::store::shelf::PrivateFile;
use receiver::{Reaction, Receiver};
use uuid::Uuid;

const OUTLET: Uuid = Uuid::from_u128(0xA);
const OTHER: Uuid = Uuid::from_u128(0xB);
/// Longest wait for what happens at once.
const SOON: Duration = Duration::from_secs(10);
/// In this time everything that is handed over is on the disk, whatever a server or the keyring does.
const AT_ONCE: Duration = Duration::from_secs(1);
/// What no file but that of the secrets may hold.
const HIDDEN_PATH: &str = "/hook/hidden-in-the-address";
const HIDDEN_TOKEN: &str = "tk_hidden-token";

/// A sender with its files, its clock and what it tells.
struct Bench {
    folder: tempfile::TempDir,
    clock: FakeClock,
    news: mpsc::Receiver<News>,
    sender: Option<Sender>,
    /// Whoever holds it keeps the secrets waiting, as a keyring does that asks the person.
    gate: Arc<Mutex<()>>,
}

/// A file behind a gate.
struct Gated(PrivateFile, Arc<Mutex<()>>);

impl Shelf for Gated {
    fn read(&self) -> Result<Vec<u8>, String> {
        let _gate = self.1.lock().expect("the gate");
        self.0.read()
    }
    fn write(&self, bytes: &[u8]) -> Result<(), String> {
        let _gate = self.1.lock().expect("the gate");
        self.0.write(bytes)
    }
    fn remove(&self) -> Result<(), String> {
        let _gate = self.1.lock().expect("the gate");
        self.0.remove()
    }
    fn put_aside(&self) -> Result<(), String> {
        self.0.put_aside()
    }
}

impl Bench {
    fn start() -> Self {
        let clock = FakeClock::new(noon());
        let folder = tempfile::tempdir().expect("a folder");
        let mut bench = Self { folder, clock, news: mpsc::channel().1, sender: None, gate: Arc::default() };
        bench.restart();
        bench
    }

    /// Ends the thread as the end of the process does, and begins anew on the same files.
    fn restart(&mut self) {
        self.restart_with(vec![known(OUTLET)]);
    }

    /// The same with other outlets.
    fn restart_with(&mut self, outlets: Vec<Known>) {
        self.sender = None;
        self.gate = Arc::default();
        let (tell, news) = mpsc::channel();
        let file = Gated(PrivateFile::at(self.secrets_file()), Arc::clone(&self.gate));
        let secrets = Secrets::new(Keyring::None, Box::new(file));
        let setup = Setup {
            queue: Box::new(PrivateFile::at(self.queue_file())),
            secrets,
            clock: Arc::new(self.clock.clone()) as Arc<dyn Clock>,
            chat: |_, words| format!("{{\"text\":\"{words}\"}}"),
        };
        let sender = Sender::start(setup, move |told| drop(tell.send(told))).expect("a thread");
        sender.follow(outlets);
        (self.sender, self.news) = (Some(sender), news);
    }

    fn queue_file(&self) -> PathBuf {
        self.folder.path().join("state/outbox.ron")
    }

    fn secrets_file(&self) -> PathBuf {
        self.folder.path().join("mainspring.ron.secrets")
    }

    fn sender(&self) -> &Sender {
        self.sender.as_ref().expect("it runs")
    }

    fn keep(&self, receiver: &Receiver) {
        let secret = Secret { address: receiver.address(HIDDEN_PATH), token: HIDDEN_TOKEN.to_owned() };
        self.sender().keep(OUTLET, secret);
    }

    fn send(&self, id: u128) {
        self.sender().send(vec![parcel(id)]);
    }

    /// Lets time pass, and has the thread look at its clock.
    fn pass(&self, secs: u64) {
        self.clock.advance(Duration::from_secs(secs));
        self.look();
    }

    fn look(&self) {
        self.sender().follow(vec![known(OUTLET)]);
    }

    /// Waits for what became of a parcel.
    #[track_caller]
    fn told(&self) -> (u128, Answer, Fate) {
        loop {
            if let News::Told { parcel, answer, fate } = self.news.recv_timeout(SOON).expect("news") {
                return (parcel.id.as_u128(), answer, fate);
            }
        }
    }

    /// How the outlet stands once all orders so far are carried out: a second outlet marks the answer to this question.
    #[track_caller]
    fn state(&self) -> OutletState {
        let mark = Uuid::from_u128(u128::from(self.clock.seed()) << 32);
        self.sender().follow([OUTLET, mark].map(known).to_vec());
        loop {
            if let News::States(states) = self.news.recv_timeout(SOON).expect("news")
                && states.contains_key(&mark)
            {
                return states.get(&OUTLET).cloned().unwrap_or_default();
            }
        }
    }
}

/// Whether something is in a file at once.
#[track_caller]
fn check_at_once(file: &Path, what: &str, is_there: bool) {
    let end = Instant::now() + AT_ONCE;
    while std::fs::read_to_string(file).unwrap_or_default().contains(what) != is_there {
        assert!(Instant::now() < end, "{what} in {}: not {is_there} within {AT_ONCE:?}", file.display());
        sleep(Duration::from_millis(5));
    }
}

fn noon() -> DateTime<Utc> {
    "2026-11-27T12:00:00Z".parse().expect("a moment")
}

/// An outlet that lets out what [`parcel`] makes.
fn known(outlet: Uuid) -> Known {
    let on = Event::ALL.into_iter().collect();
    Known { outlet, pause: Pause::Off, on, sees: Parts::default(), content: Content::Json }
}

fn parcel(id: u128) -> Parcel {
    Parcel {
        id: Uuid::from_u128(id),
        outlet: OUTLET,
        about: Happening::SessionDone(Uuid::from_u128(id)),
        made: noon(),
        content: Content::Json,
        sees: Parts::default(),
        title: String::new(),
        body: format!("{{\"id\":{id}}}"),
    }
}

fn id(id: u128) -> String {
    Uuid::from_u128(id).to_string()
}

#[test]
fn what_is_sent_carries_its_id_and_the_token_and_no_file_but_one_holds_the_secret() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    let calls = receiver.calls();
    let call = &calls[0];
    assert_eq!(call.request, format!("POST {HIDDEN_PATH} HTTP/1.1"));
    assert_eq!((call.header("idempotency-key"), call.body.as_str()), (id(1).as_str(), "{\"id\":1}"));
    assert_eq!(call.header("authorization"), format!("Bearer {HIDDEN_TOKEN}"));
    assert_eq!(call.header("content-type"), "application/json");
    assert!(call.header("user-agent").starts_with("mainspring/"), "{call:?}");
    assert_eq!(bench.state().kept, Some(Kept::File));
    let queue = std::fs::read_to_string(bench.queue_file()).expect("the queue");
    assert!(queue.contains(&id(1)) && !queue.contains("hidden"), "{queue}");
    let secrets = std::fs::read_to_string(bench.secrets_file()).expect("the secrets");
    assert!(secrets.contains(HIDDEN_PATH) && secrets.contains(HIDDEN_TOKEN));
    check_private(&bench);
}

#[cfg(unix)]
fn check_private(bench: &Bench) {
    use std::os::unix::fs::PermissionsExt;
    for file in [bench.queue_file(), bench.secrets_file()] {
        let mode = std::fs::metadata(&file).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
}

#[cfg(not(unix))]
fn check_private(_bench: &Bench) {}

/// After this reaction the parcel waits for so long, and then arrives under the same id.
#[track_caller]
fn check_waits(reaction: Reaction, answer: Answer, secs: u64) {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(reaction);
    bench.send(1);
    assert_eq!(bench.told(), (1, answer, Fate::Waits));
    bench.pass(secs - 1);
    assert_eq!(bench.state().waiting, 1, "one second before its time");
    assert_eq!(receiver.calls().len(), 1);
    bench.pass(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1)]);
    assert!(receiver.calls().iter().all(|call| call.header("idempotency-key") == id(1)));
}

#[test]
fn a_server_in_trouble_is_left_alone_for_half_a_minute() {
    check_waits(Reaction::Status(500, "oops"), Answer::Busy(500), 30);
}

#[test]
fn a_busy_server_says_when_to_come_again() {
    check_waits(Reaction::Header(429, "Retry-After: 7".into()), Answer::Busy(429), 7);
    let date = "Retry-After: Fri, 27 Nov 2026 12:01:40 GMT".into();
    check_waits(Reaction::Header(503, date), Answer::Busy(503), 100);
}

#[test]
fn an_answer_that_never_comes_or_ends_half_way_is_no_answer() {
    check_waits(Reaction::Cut, Answer::Trouble(Trouble::Cut), 30);
    check_waits(Reaction::HalfAnswer, Answer::Trouble(Trouble::Cut), 30);
}

#[test]
fn words_that_end_half_way_after_a_yes_are_a_yes() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::HalfWords);
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    bench.pass(86_400);
    assert_eq!((bench.state().waiting, receiver.calls().len()), (0, 1));
}

#[test]
fn what_is_refused_is_given_up_and_the_next_goes_on() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::Status(404, "no such hook"));
    bench.send(1);
    bench.send(2);
    assert_eq!(bench.told(), (1, Answer::Refused(404), Fate::GivenUp));
    assert_eq!(bench.told(), (2, Answer::Taken(200), Fate::Arrived));
    bench.pass(86_400);
    assert_eq!((bench.state().waiting, receiver.taken()), (0, vec![id(2)]));
}

#[test]
fn nothing_is_led_elsewhere() {
    let (bench, receiver, other) = (Bench::start(), Receiver::start(), Receiver::start());
    bench.keep(&receiver);
    for status in [301, 302, 303, 307, 308] {
        receiver.react(Reaction::Header(status, format!("Location: {}", other.address("/"))));
        bench.send(u128::from(status));
        assert_eq!(bench.told(), (u128::from(status), Answer::Refused(status), Fate::GivenUp));
    }
    assert!(other.calls().is_empty());
}

#[test]
fn a_server_that_is_gone_gets_it_when_it_is_back() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    let port = receiver.port();
    drop(receiver);
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::Unreached), Fate::Waits));
    let receiver = Receiver::on(port);
    bench.pass(30);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1)]);
}

#[test]
fn a_restart_sends_what_waits_and_nothing_twice() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.send(1);
    assert_eq!(bench.told().2, Fate::Arrived);
    receiver.react(Reaction::Status(500, ""));
    bench.send(2);
    assert_eq!(bench.told().2, Fate::Waits);
    bench.restart();
    bench.send(1);
    bench.send(2);
    assert_eq!(bench.state().waiting, 1, "the wait holds on");
    bench.pass(30);
    assert_eq!(bench.told(), (2, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1), id(2)]);
}

#[test]
fn what_is_handed_over_while_a_server_says_nothing_is_on_the_disk_at_once() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::Silent(Duration::from_secs(25)));
    bench.send(1);
    receiver.wait_for(1, SOON);
    bench.send(2);
    check_at_once(&bench.queue_file(), &id(2), true);
    bench.sender().keep(OTHER, Secret { address: "https://b.example/hook".to_owned(), token: String::new() });
    check_at_once(&bench.secrets_file(), "https://b.example/hook", true);
    let before = Instant::now();
    bench.restart();
    assert!(before.elapsed() < Duration::from_secs(2), "it ends within its bound: {:?}", before.elapsed());
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!(bench.told(), (2, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1), id(2)]);
    bench.pass(86_400);
    assert_eq!((bench.state().waiting, receiver.calls().len()), (0, 3), "the one without an answer, and both");
}

#[test]
fn an_outlet_that_goes_while_a_server_says_nothing_is_forgotten_at_once() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::Silent(Duration::from_secs(25)));
    bench.send(1);
    receiver.wait_for(1, SOON);
    bench.sender().follow(Vec::new());
    check_at_once(&bench.queue_file(), &id(1), false);
    check_at_once(&bench.secrets_file(), HIDDEN_PATH, false);
}

#[test]
fn what_is_handed_over_while_the_keyring_waits_is_on_the_disk_at_once_and_done_after_a_restart() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    assert_eq!(bench.state().kept, Some(Kept::File));
    let gate = Arc::clone(&bench.gate);
    let asks_the_person = gate.lock().expect("the gate");
    bench.sender().follow(vec![known(OTHER)]);
    bench.sender().send(vec![Parcel { outlet: OTHER, ..parcel(1) }]);
    check_at_once(&bench.queue_file(), &id(1), true);
    check_at_once(&bench.queue_file(), &format!("gone: [\n        \"{OUTLET}\""), true);
    let before = Instant::now();
    bench.restart_with(vec![known(OTHER)]);
    assert!(before.elapsed() < Duration::from_secs(2), "it ends within its bound: {:?}", before.elapsed());
    check_at_once(&bench.secrets_file(), HIDDEN_PATH, false);
    check_at_once(&bench.queue_file(), "gone", false);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::NoAddress), Fate::Waits), "it has no address, and waits");
    drop(asks_the_person);
}

#[test]
fn what_its_outlet_no_longer_lets_out_never_leaves() {
    let sees = Parts::default().without(Part::Days);
    let others = [
        Known { on: Events::NONE, ..known(OUTLET) },
        Known { sees, ..known(OUTLET) },
        Known { content: Content::Text, ..known(OUTLET) },
    ];
    for other in others {
        let (mut bench, receiver) = (Bench::start(), Receiver::start());
        bench.keep(&receiver);
        receiver.react(Reaction::Status(500, ""));
        bench.send(1);
        assert_eq!(bench.told().2, Fate::Waits);
        assert_eq!(bench.state().waiting, 1);
        bench.sender().follow(vec![other]);
        assert_eq!(bench.state().waiting, 0, "{other:?}");
        bench.restart();
        bench.pass(86_400);
        assert_eq!((bench.state().waiting, receiver.calls().len()), (0, 1), "{other:?}");
    }
}

#[test]
fn a_queue_that_cannot_be_read_is_put_aside_whole() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.sender = None;
    let newer = "(version: 2, of: \"a later day\")";
    std::fs::create_dir_all(bench.queue_file().parent().expect("a folder")).expect("a folder");
    std::fs::write(bench.queue_file(), newer).expect("a file");
    bench.restart();
    assert_eq!(bench.state().waiting, 0);
    assert_eq!(std::fs::read_to_string(bench.queue_file()).expect("the queue"), newer, "nothing is to be written yet");
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    let aside = bench.queue_file().with_file_name("outbox.ron.unreadable-1");
    assert_eq!(std::fs::read_to_string(aside).expect("what was put aside"), newer);
    assert!(std::fs::read_to_string(bench.queue_file()).expect("the queue").contains(&id(1)));
}

#[test]
fn a_paused_outlet_waits_until_it_goes_on() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.sender().follow(vec![Known { pause: Pause::On, ..known(OUTLET) }]);
    bench.send(1);
    while bench.news.try_recv().is_ok() {}
    bench.sender().follow(vec![Known { pause: Pause::On, ..known(OUTLET) }]);
    bench.news.recv_timeout(SOON).expect("news");
    assert!(receiver.calls().is_empty());
    bench.look();
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn an_outlet_that_is_gone_leaves_no_secret_and_has_it_again_when_it_comes_back() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    assert_eq!(bench.state().kept, Some(Kept::File));
    bench.sender().follow(Vec::new());
    while !matches!(bench.news.recv_timeout(SOON).expect("news"), News::States(states) if states.is_empty()) {}
    assert!(!bench.secrets_file().exists());
    assert_eq!(bench.state().kept, Some(Kept::File), "taken back");
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn without_an_address_here_it_waits_for_one() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::NoAddress), Fate::Waits));
    assert_eq!(bench.state().kept, Some(Kept::Nowhere));
    bench.keep(&receiver);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn an_address_that_was_made_unsafe_by_hand_is_not_called() {
    let bench = Bench::start();
    let entry = format!("[(outlet:\"{OUTLET}\",secret:(address:\"http://example.org/\",token:\"\"))]");
    std::fs::write(bench.secrets_file(), entry).expect("a file");
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::NoAddress), Fate::Waits));
}

#[test]
fn a_test_goes_out_at_once_and_is_never_kept() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    receiver.react(Reaction::Status(403, "who\nare you?"));
    let secret = Secret { address: receiver.address("/"), token: String::new() };
    bench.sender().test(parcel(9), Some(secret));
    let (answer, said) = loop {
        if let News::Tested { answer, said, .. } = bench.news.recv_timeout(SOON).expect("news") {
            break (answer, said);
        }
    };
    assert_eq!((answer, said.as_str()), (Answer::Refused(403), "who are you?"));
    assert_eq!(receiver.calls()[0].header("authorization"), "");
    assert_eq!(bench.state().waiting, 0);
    assert!(!bench.queue_file().exists() && !bench.secrets_file().exists());
}

#[test]
fn when_too_much_waits_the_oldest_is_dropped_and_told() {
    let bench = Bench::start();
    bench.sender().follow(vec![Known { pause: Pause::On, ..known(OUTLET) }]);
    bench.sender().send((1..=201).map(parcel).collect());
    let (dropped, _, fate) = bench.told();
    assert_eq!((dropped, fate), (1, Fate::CrowdedOut));
}
