use std::sync::{Arc, Mutex};

use zbus::interface;
use zbus::object_server::SignalEmitter;

use super::*;
use crate::platform::bus::tests::PrivateBus;
use crate::platform::keyring::Keyring;

pub const HOME: Uuid = Uuid::from_u128(0xA);
const WORK: Uuid = Uuid::from_u128(0xB);
const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";

/// Whether the keyring is locked, and what the person says when they are asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    Open,
    OpensWhenAsked,
    StaysShut,
    /// The person does not answer.
    NeverAnswers,
    /// They cannot be asked.
    CannotAsk,
}

/// A user name and a text.
type Item = (String, Vec<u8>);

/// A keyring with one collection.
#[derive(Clone)]
pub struct Fake {
    is_asked: Arc<Mutex<bool>>,
    lock: Arc<Mutex<Lock>>,
    items: Arc<Mutex<Vec<Item>>>,
    server: Connection,
}

fn path(path: &str) -> OwnedObjectPath {
    OwnedObjectPath::try_from(path).unwrap()
}

impl Fake {
    pub fn start(bus: &PrivateBus, lock: Lock) -> Self {
        let server = bus.bus().connect().unwrap();
        let lock = Arc::new(Mutex::new(lock));
        let fake = Self { is_asked: Arc::default(), lock, items: Arc::default(), server: server.clone() };
        let objects = server.object_server();
        objects.at(SECRETS_PATH, FakeService(fake.clone())).unwrap();
        objects.at(COLLECTION, FakeCollection(fake.clone())).unwrap();
        objects.at("/prompt", FakePrompt(fake.clone())).unwrap();
        server.request_name(SECRETS).unwrap();
        fake
    }

    pub fn was_asked(&self) -> bool {
        *self.is_asked.lock().unwrap()
    }

    fn is_open(&self) -> bool {
        *self.lock.lock().unwrap() == Lock::Open
    }
}

struct FakeService(Fake);

#[expect(clippy::unused_self, reason = "a method on the bus has an object")]
#[interface(name = "org.freedesktop.Secret.Service")]
impl FakeService {
    fn open_session(&self, algorithm: &str, input: OwnedValue) -> (OwnedValue, OwnedObjectPath) {
        assert_eq!(algorithm, "plain");
        drop(input);
        (OwnedValue::try_from(Value::from("")).unwrap(), path("/session"))
    }

    fn read_alias(&self, name: &str) -> OwnedObjectPath {
        path(if name == "default" { COLLECTION } else { NO_PATH })
    }

    fn search_items(&self, wanted: HashMap<String, String>) -> (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) {
        assert_eq!(wanted["service"], "mainspring");
        let items = self.0.items.lock().unwrap();
        let found = items.iter().position(|(user, _)| *user == wanted["username"]);
        let found: Vec<_> = found.map(|at| path(&format!("{COLLECTION}/{at}"))).into_iter().collect();
        if self.0.is_open() { (found, Vec::new()) } else { (Vec::new(), found) }
    }

    fn unlock(&self, paths: Vec<OwnedObjectPath>) -> (Vec<OwnedObjectPath>, OwnedObjectPath) {
        if self.0.is_open() { (paths, path(NO_PATH)) } else { (Vec::new(), path("/prompt")) }
    }
}

struct FakeCollection(Fake);

#[interface(name = "org.freedesktop.Secret.Collection")]
impl FakeCollection {
    fn create_item(
        &self,
        properties: HashMap<String, OwnedValue>,
        secret: Parcel,
        replace: bool,
    ) -> (OwnedObjectPath, OwnedObjectPath) {
        assert!(replace && self.0.is_open());
        let attributes = properties["org.freedesktop.Secret.Item.Attributes"].try_clone().unwrap();
        let attributes = HashMap::<String, String>::try_from(attributes).unwrap();
        let mut items = self.0.items.lock().unwrap();
        let at = items.iter().position(|(user, _)| *user == attributes["username"]).unwrap_or(items.len());
        if at == items.len() {
            items.push((attributes["username"].clone(), Vec::new()));
            let item = path(&format!("{COLLECTION}/{at}"));
            let (fake, objects) = (FakeItem(self.0.clone(), at), self.0.server.clone());
            std::thread::spawn(move || objects.object_server().at(&item, fake).unwrap()).join().unwrap();
        }
        items[at].1 = secret.2;
        (path(&format!("{COLLECTION}/{at}")), path(NO_PATH))
    }
}

struct FakeItem(Fake, usize);

#[interface(name = "org.freedesktop.Secret.Item")]
impl FakeItem {
    fn get_secret(&self, session: OwnedObjectPath) -> Parcel {
        assert!(self.0.is_open());
        (session, Vec::new(), self.0.items.lock().unwrap()[self.1].1.clone(), "text/plain".to_owned())
    }

    fn delete(&self) -> OwnedObjectPath {
        self.0.items.lock().unwrap()[self.1].0.clear();
        path(NO_PATH)
    }
}

struct FakePrompt(Fake);

#[expect(clippy::unused_self, reason = "a method on the bus has an object")]
#[interface(name = "org.freedesktop.Secret.Prompt")]
impl FakePrompt {
    async fn prompt(&self, window: &str, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) -> zbus::fdo::Result<()> {
        assert_eq!(window, "");
        *self.0.is_asked.lock().unwrap() = true;
        let lock = *self.0.lock.lock().unwrap();
        match lock {
            Lock::CannotAsk => return Err(zbus::fdo::Error::Failed("no screen".to_owned())),
            Lock::NeverAnswers => return Ok(()),
            Lock::OpensWhenAsked => *self.0.lock.lock().unwrap() = Lock::Open,
            Lock::Open | Lock::StaysShut => {}
        }
        Self::completed(&emitter, lock != Lock::OpensWhenAsked, Value::from("")).await.unwrap();
        Ok(())
    }

    fn dismiss(&self) {}

    #[zbus(signal)]
    async fn completed(emitter: &SignalEmitter<'_>, dismissed: bool, result: Value<'_>) -> zbus::Result<()>;
}

#[test]
fn a_text_is_kept_replaced_and_taken_out() {
    let Some(bus) = PrivateBus::start() else { return };
    let fake = Fake::start(&bus, Lock::Open);
    let keyring = Keyring::On(bus.bus());
    assert_eq!(keyring.get(HOME, Asking::Never), Ok(None));
    keyring.set(HOME, "first").unwrap();
    keyring.set(WORK, "other").unwrap();
    keyring.set(HOME, "second \u{1f511}").unwrap();
    assert_eq!(keyring.get(HOME, Asking::Never), Ok(Some("second \u{1f511}".to_owned())));
    assert_eq!(keyring.get(WORK, Asking::Never), Ok(Some("other".to_owned())));
    assert_eq!(fake.items.lock().unwrap().len(), 2);
    keyring.remove(HOME, Asking::Never).unwrap();
    keyring.remove(HOME, Asking::Never).unwrap();
    assert_eq!(keyring.get(HOME, Asking::Never), Ok(None));
}

#[test]
fn a_locked_keyring_asks_only_when_it_may() {
    let Some(bus) = PrivateBus::start() else { return };
    let fake = Fake::start(&bus, Lock::Open);
    let keyring = Keyring::On(bus.bus());
    keyring.set(HOME, "text").unwrap();
    *fake.lock.lock().unwrap() = Lock::StaysShut;
    assert_eq!(keyring.get(HOME, Asking::Never), Err(KeyringError::Locked));
    assert_eq!(keyring.get(HOME, Asking::Allowed), Err(KeyringError::Locked));
    assert_eq!(keyring.set(HOME, "other"), Err(KeyringError::Locked));
    *fake.lock.lock().unwrap() = Lock::OpensWhenAsked;
    assert_eq!(keyring.get(HOME, Asking::Never), Err(KeyringError::Locked));
    assert_eq!(keyring.get(HOME, Asking::Allowed), Ok(Some("text".to_owned())));
}

#[test]
fn where_the_person_cannot_be_asked_nobody_goes_on_listening() {
    let Some(bus) = PrivateBus::start() else { return };
    let fake = Fake::start(&bus, Lock::Open);
    let keyring = Keyring::On(bus.bus());
    keyring.set(HOME, "text").unwrap();
    *fake.lock.lock().unwrap() = Lock::CannotAsk;
    assert_eq!(keyring.get(HOME, Asking::Allowed), Err(KeyringError::Absent));
    let names = || std::fs::read_dir("/proc/self/task").unwrap().flatten().map(|task| task.path().join("comm"));
    let listens = || names().any(|name| std::fs::read_to_string(name).is_ok_and(|name| name.trim() == "keyring"));
    let end = std::time::Instant::now() + Duration::from_secs(5);
    while listens() {
        assert!(std::time::Instant::now() < end, "a listener is left");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn without_a_keyring_there_is_none_at_once() {
    let Some(bus) = PrivateBus::start() else { return };
    let keyring = Keyring::On(bus.bus());
    assert_eq!(keyring.get(HOME, Asking::Allowed), Err(KeyringError::Absent));
    assert_eq!(keyring.set(HOME, "text"), Err(KeyringError::Absent));
    let nowhere = Keyring::On(Bus::At("unix:path=/no/such/socket".to_owned()));
    assert_eq!(nowhere.get(HOME, Asking::Allowed), Err(KeyringError::Absent));
}
