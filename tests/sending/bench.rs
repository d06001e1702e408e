//! A sender with its files, its clock and what it tells.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::sleep;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use mainspring::domain::people::{Answer, Event, Fate, Happening, OutletState, Parts, Secret};
use mainspring::platform::clock::{Clock, FakeClock};
use mainspring::platform::keyring::Keyring;
use mainspring::platform::secrets::Secrets;
use mainspring::platform::sender::{Content, Known, News, Parcel, Pause, QueueProblem, Sender, Setup};
use mainspring::platform::shelf::Shelf;
use mainspring::store::shelf::PrivateFile;
use uuid::Uuid;

use crate::receiver::Receiver;

pub const OUTLET: Uuid = Uuid::from_u128(0xA);
pub const OTHER: Uuid = Uuid::from_u128(0xB);
/// Longest wait for what happens at once.
pub const SOON: Duration = Duration::from_secs(10);
/// In this time everything that is handed over is on the disk, whatever a server or the keyring does.
pub const AT_ONCE: Duration = Duration::from_secs(1);
/// What no file but that of the secrets may hold.
pub const HIDDEN_PATH: &str = "/hook/hidden-in-the-address";
pub const HIDDEN_TOKEN: &str = "tk_hidden-token";
/// Words of which no chat message can be made.
pub const PANICS: &str = "no message can be made of this";

/// A sender with its files, its clock and what it tells.
pub struct Bench {
    pub folder: tempfile::TempDir,
    pub clock: FakeClock,
    pub news: mpsc::Receiver<News>,
    pub sender: Option<Sender>,
    /// Whoever holds it keeps the secrets waiting, as a keyring does that asks the person.
    pub gate: Arc<Mutex<()>>,
    pub keyring: Keyring,
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
    pub fn start() -> Self {
        let clock = FakeClock::new(noon());
        let folder = tempfile::tempdir().expect("a folder");
        let (news, keyring) = (mpsc::channel().1, Keyring::None);
        let mut bench = Self { folder, clock, news, sender: None, gate: Arc::default(), keyring };
        bench.restart();
        bench
    }

    /// Ends the thread as the end of the process does, and begins anew on the same files.
    pub fn restart(&mut self) {
        self.restart_with(vec![known(OUTLET)]);
    }

    /// The same with other outlets.
    pub fn restart_with(&mut self, outlets: Vec<Known>) {
        self.sender = None;
        self.gate = Arc::default();
        let (tell, news) = mpsc::channel();
        let file = Gated(PrivateFile::at(self.secrets_file()), Arc::clone(&self.gate));
        let secrets = Secrets::new(self.keyring.clone(), Box::new(file));
        let setup = Setup {
            queue: Box::new(PrivateFile::at(self.queue_file())),
            secrets,
            clock: Arc::new(self.clock.clone()) as Arc<dyn Clock>,
            chat: |_, words| {
                assert_ne!(words, PANICS);
                format!("{{\"text\":\"{words}\"}}")
            },
        };
        let sender = Sender::start(setup, move |told| drop(tell.send(told))).expect("a thread");
        sender.follow(outlets);
        (self.sender, self.news) = (Some(sender), news);
    }

    pub fn queue_file(&self) -> PathBuf {
        self.folder.path().join("state/outbox.ron")
    }

    pub fn secrets_file(&self) -> PathBuf {
        self.folder.path().join("mainspring.ron.secrets")
    }

    pub fn sender(&self) -> &Sender {
        self.sender.as_ref().expect("it runs")
    }

    pub fn keep(&self, receiver: &Receiver) {
        let secret = Secret { address: receiver.address(HIDDEN_PATH), token: HIDDEN_TOKEN.to_owned() };
        self.sender().keep(OUTLET, secret);
    }

    pub fn send(&self, id: u128) {
        self.sender().send(vec![parcel(id)]);
    }

    /// Lets time pass, and has the thread look at its clock.
    pub fn pass(&self, secs: u64) {
        self.clock.advance(Duration::from_secs(secs));
        self.look();
    }

    pub fn look(&self) {
        self.sender().follow(vec![known(OUTLET)]);
    }

    /// Waits for what became of a parcel.
    #[track_caller]
    pub fn told(&self) -> (u128, Answer, Fate) {
        loop {
            if let News::Told { parcel, answer, fate } = self.news.recv_timeout(SOON).expect("news") {
                return (parcel.id.as_u128(), answer, fate);
            }
        }
    }

    /// Waits for what is wrong with the queue.
    #[track_caller]
    pub fn problem(&self) -> QueueProblem {
        loop {
            if let News::Queue(problem) = self.news.recv_timeout(SOON).expect("news") {
                return problem;
            }
        }
    }

    /// Waits for the answer to a test, and what was said with it.
    #[track_caller]
    pub fn tested(&self, secret: Option<Secret>) -> (Answer, String) {
        self.sender().test(parcel(9), secret);
        loop {
            if let News::Tested { answer, said, .. } = self.news.recv_timeout(SOON).expect("news") {
                return (answer, said);
            }
        }
    }

    /// Puts something else where the folder of the queue was, so that the disk gives and takes nothing.
    pub fn block(&self) {
        let (folder, moved) = (self.folder.path().join("state"), self.folder.path().join("moved"));
        if folder.exists() {
            std::fs::rename(&folder, moved).expect("a folder");
        }
        std::fs::write(folder, "in the way").expect("a file");
    }

    /// Takes it away again.
    pub fn unblock(&self) {
        let (folder, moved) = (self.folder.path().join("state"), self.folder.path().join("moved"));
        std::fs::remove_file(&folder).expect("a file");
        if moved.exists() {
            std::fs::rename(moved, folder).expect("a folder");
        }
    }

    /// How the outlet stands once all orders so far are carried out: a second outlet marks the answer to this question.
    #[track_caller]
    pub fn state(&self) -> OutletState {
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
pub fn check_at_once(file: &Path, what: &str, is_there: bool) {
    let end = Instant::now() + AT_ONCE;
    while std::fs::read_to_string(file).unwrap_or_default().contains(what) != is_there {
        assert!(Instant::now() < end, "{what} in {}: not {is_there} within {AT_ONCE:?}", file.display());
        sleep(Duration::from_millis(5));
    }
}

pub fn noon() -> DateTime<Utc> {
    "2026-11-27T12:00:00Z".parse().expect("a moment")
}

/// An outlet that lets out what [`parcel`] makes.
pub fn known(outlet: Uuid) -> Known {
    let on = Event::ALL.into_iter().collect();
    Known { outlet, pause: Pause::Off, on, sees: Parts::default(), content: Content::Json }
}

pub fn parcel(id: u128) -> Parcel {
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

pub fn id(id: u128) -> String {
    Uuid::from_u128(id).to_string()
}

#[cfg(unix)]
pub fn check_private(bench: &Bench) {
    use std::os::unix::fs::PermissionsExt;
    for file in [bench.queue_file(), bench.secrets_file()] {
        let mode = std::fs::metadata(&file).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
}

#[cfg(not(unix))]
pub fn check_private(_bench: &Bench) {}
