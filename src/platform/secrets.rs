//! The secrets of outlets: in the keyring of the system, or else in a file of this user alone. Never in the data, the log
//! or an export.

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::keyring::{Asking, Keyring, KeyringError};
use super::shelf::Shelf;
use crate::domain::people::{Kept, Secret};

/// Said where the file is there and cannot be read: it is left as it is, for it may hold addresses still. An error's own
/// words could hold what was read.
const UNREADABLE: &str = "the file of addresses cannot be read";

/// Where secrets are kept.
pub struct Secrets {
    keyring: Keyring,
    file: SecretsFile,
}

/// Why it is not known at present whether there is a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The keyring is locked.
    Locked,
    /// No keyring answers: at a login it may come later than the app.
    Silent,
    /// The file cannot be read, and may hold it.
    Unreadable,
}

/// The file of secrets; clones take turns.
#[derive(Clone)]
pub struct SecretsFile(Arc<Mutex<Box<dyn Shelf>>>);

/// One secret in the file.
#[derive(Serialize, Deserialize)]
struct Entry {
    outlet: Uuid,
    secret: Secret,
}

impl Secrets {
    /// Looks nowhere yet.
    pub fn new(keyring: Keyring, file: Box<dyn Shelf>) -> Self {
        Self { keyring, file: SecretsFile(Arc::new(Mutex::new(file))) }
    }

    /// The file alone, which can be written while the keyring asks the person.
    pub fn file(&self) -> SecretsFile {
        self.file.clone()
    }

    /// The secret of an outlet with its place, `None` if there is none on this device; may block for seconds.
    pub fn get(&self, outlet: Uuid, asking: Asking) -> Result<Option<(Secret, Kept)>, Unknown> {
        let entries = self.file.entries();
        let is_readable = entries.is_ok();
        let in_file = entries.unwrap_or_default().into_iter().find(|entry| entry.outlet == outlet);
        if let Some(Entry { secret, .. }) = in_file {
            return Ok(Some((secret, Kept::File)));
        }
        let in_keyring = match self.keyring.get(outlet, asking) {
            Ok(found) => found.and_then(|text| secret_of(&text)),
            Err(KeyringError::Locked) => return Err(Unknown::Locked),
            Err(KeyringError::Absent) if self.keyring.can_be() && is_readable => return Err(Unknown::Silent),
            Err(KeyringError::Absent) => None,
        };
        match in_keyring {
            Some(secret) => Ok(Some((secret, Kept::Keyring))),
            None if is_readable => Ok(None),
            None => Err(Unknown::Unreadable),
        }
    }

    /// Keeps a secret: in the keyring, or else in the file; an error in words if neither takes it.
    pub fn keep(&self, outlet: Uuid, secret: &Secret) -> Result<Kept, String> {
        let text = ron::to_string(secret).map_err(|_| String::new())?;
        match self.keyring.set(outlet, &text) {
            Ok(()) => {
                self.file.change(|entries| entries.retain(|entry| entry.outlet != outlet))?;
                Ok(Kept::Keyring)
            }
            Err(error) => {
                log::info!("the keyring keeps nothing: {error}");
                self.file.keep(outlet, secret)?;
                Ok(Kept::File)
            }
        }
    }

    /// Forgets a secret, wherever it is; an error in words if it may still be somewhere.
    pub fn forget(&self, outlet: Uuid, asking: Asking) -> Result<(), String> {
        let in_file = self.file.change(|entries| entries.retain(|entry| entry.outlet != outlet));
        let in_keyring = self.keyring.remove(outlet, asking).map_err(|error| error.to_string());
        in_file.and(in_keyring)
    }
}

impl SecretsFile {
    /// Puts a secret into the file; an error in words if it does not take it.
    pub fn keep(&self, outlet: Uuid, secret: &Secret) -> Result<(), String> {
        self.change(|entries| {
            entries.retain(|entry| entry.outlet != outlet);
            entries.push(Entry { outlet, secret: secret.clone() });
        })
    }

    fn entries(&self) -> Result<Vec<Entry>, String> {
        entries(&**self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Entry>)) -> Result<(), String> {
        let file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut entries = entries(&**file)?;
        let before = entries.len();
        change(&mut entries);
        match (before, entries.len()) {
            (0, 0) => Ok(()),
            (_, 0) => file.remove(),
            _ => {
                let pretty = ron::ser::PrettyConfig::new().depth_limit(1);
                let text = ron::ser::to_string_pretty(&entries, pretty).map_err(|_| String::new())?;
                file.write(text.as_bytes())
            }
        }
    }
}

fn entries(file: &dyn Shelf) -> Result<Vec<Entry>, String> {
    let bytes = file.read().map_err(|_| UNREADABLE.to_owned())?;
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    ron::de::from_bytes(&bytes).map_err(|_| UNREADABLE.to_owned())
}

fn secret_of(text: &str) -> Option<Secret> {
    ron::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::shelf::tests::Memory;

    const HOME: Uuid = Uuid::from_u128(0xA);
    const WORK: Uuid = Uuid::from_u128(0xB);

    fn secret(address: &str) -> Secret {
        Secret { address: address.to_owned(), token: "tk \"quoted\"".to_owned() }
    }

    fn without_keyring() -> (Secrets, Memory) {
        let file = Memory::default();
        (Secrets::new(Keyring::None, Box::new(file.clone())), file)
    }

    #[test]
    fn without_a_keyring_the_file_keeps_them() {
        let (secrets, _file) = without_keyring();
        assert_eq!(secrets.get(HOME, Asking::Never), Ok(None));
        assert_eq!(secrets.keep(HOME, &secret("https://a.example/1")), Ok(Kept::File));
        assert_eq!(secrets.keep(WORK, &secret("https://b.example/")), Ok(Kept::File));
        assert_eq!(secrets.keep(HOME, &secret("https://a.example/2")), Ok(Kept::File));
        assert_eq!(secrets.get(HOME, Asking::Never), Ok(Some((secret("https://a.example/2"), Kept::File))));
        assert_eq!(secrets.get(WORK, Asking::Never), Ok(Some((secret("https://b.example/"), Kept::File))));
    }

    #[test]
    fn the_last_one_takes_the_file_along() {
        let (secrets, file) = without_keyring();
        secrets.keep(HOME, &secret("https://a.example/1")).unwrap();
        secrets.forget(WORK, Asking::Never).unwrap();
        assert!(String::from_utf8(file.read().unwrap()).unwrap().contains("https://a.example/1"));
        secrets.forget(HOME, Asking::Never).unwrap();
        assert_eq!((file.read(), secrets.get(HOME, Asking::Never)), (Ok(Vec::new()), Ok(None)));
    }

    #[test]
    fn a_broken_file_is_not_written_over() {
        let (secrets, file) = without_keyring();
        file.write(b"[(outlet: \"").unwrap();
        assert_eq!(secrets.get(HOME, Asking::Never), Err(Unknown::Unreadable));
        assert_eq!(secrets.keep(HOME, &secret("https://a.example/")), Err(UNREADABLE.to_owned()));
        assert_eq!(secrets.forget(HOME, Asking::Never), Err(UNREADABLE.to_owned()));
        assert_eq!(file.read(), Ok(b"[(outlet: \"".to_vec()));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_written_over() {
        let (secrets, file) = without_keyring();
        *file.0.lock().unwrap() = None;
        assert_eq!(secrets.get(HOME, Asking::Never), Err(Unknown::Unreadable));
        assert_eq!(secrets.keep(HOME, &secret("https://a.example/")), Err(UNREADABLE.to_owned()));
        assert_eq!(secrets.forget(HOME, Asking::Never), Err(UNREADABLE.to_owned()));
        assert_eq!(*file.0.lock().unwrap(), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_keyring_that_does_not_answer_may_hold_it_and_may_hold_it_still() {
        use crate::platform::bus::Bus;
        let file = Memory::default();
        let nowhere = Keyring::On(Bus::At("unix:path=/no/such/socket".to_owned()));
        let secrets = Secrets::new(nowhere, Box::new(file.clone()));
        assert_eq!(secrets.get(HOME, Asking::Allowed), Err(Unknown::Silent));
        assert_eq!(secrets.keep(HOME, &secret("https://a.example/")), Ok(Kept::File));
        assert_eq!(secrets.get(HOME, Asking::Never), Ok(Some((secret("https://a.example/"), Kept::File))));
        assert_eq!(secrets.forget(HOME, Asking::Never), Err("there is no keyring".to_owned()));
        assert_eq!(file.read(), Ok(Vec::new()));
        *file.0.lock().unwrap() = None;
        assert_eq!(secrets.get(HOME, Asking::Never), Err(Unknown::Unreadable));
    }
}
