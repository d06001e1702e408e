//! The Secret Service of a Linux desktop, as GNOME, KDE and `KeePassXC` offer it.
//!
//! Specification: <https://specifications.freedesktop.org/secret-service-spec/latest/>. The session is "plain": the bus
//! is a socket of this user alone, and whoever could listen there could ask for the secret as well.

use std::collections::HashMap;
use std::sync::mpsc;
use std::time::Duration;

use serde::de::DeserializeOwned;
use uuid::Uuid;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::zvariant::{DynamicType, ObjectPath, OwnedObjectPath, OwnedValue, Type as Signed, Value};

use super::{Asking, KeyringError, SERVICE};
use crate::platform::bus::{Bus, Presence, presence, subscribe};
use crate::platform::worker::Worker;

const SECRETS: &str = "org.freedesktop.secrets";
const SECRETS_PATH: &str = "/org/freedesktop/secrets";
const ON_SERVICE: &str = "org.freedesktop.Secret.Service";
const ON_COLLECTION: &str = "org.freedesktop.Secret.Collection";
const ON_ITEM: &str = "org.freedesktop.Secret.Item";
const ON_PROMPT: &str = "org.freedesktop.Secret.Prompt";
/// What stands for "nothing" where a path is asked for.
const NO_PATH: &str = "/";
/// How long the person may take to unlock the keyring.
const UNLOCK_WITHIN: Duration = Duration::from_secs(60);

/// Session, parameters, value and content type, in the order of the specification.
type Parcel = (OwnedObjectPath, Vec<u8>, Vec<u8>, String);

pub(super) fn get(bus: &Bus, outlet: Uuid, asking: Asking) -> Result<Option<String>, KeyringError> {
    let service = Service::open(bus)?;
    let (unlocked, locked) = service.search(outlet)?;
    let item = match (unlocked.into_iter().next(), locked.into_iter().next()) {
        (Some(item), _) => item,
        (None, None) => return Ok(None),
        (None, Some(item)) => {
            service.unlock(&item, asking)?;
            item
        }
    };
    let session = service.session()?;
    let (_, _, value, _): Parcel = service.call(item.as_str(), ON_ITEM, "GetSecret", &session)?;
    Ok(String::from_utf8(value).ok())
}

pub(super) fn set(bus: &Bus, outlet: Uuid, text: &str) -> Result<(), KeyringError> {
    let service = Service::open(bus)?;
    let collection: OwnedObjectPath = service.call(SECRETS_PATH, ON_SERVICE, "ReadAlias", &"default")?;
    if collection.as_str() == NO_PATH {
        return Err(KeyringError::Absent);
    }
    service.unlock(&collection, Asking::Allowed)?;
    let id = outlet.to_string();
    let attributes = attributes(&id);
    let label = "Mainspring: an outlet";
    let properties: HashMap<&str, Value<'_>> = [
        ("org.freedesktop.Secret.Item.Label", Value::from(label)),
        ("org.freedesktop.Secret.Item.Attributes", Value::from(attributes)),
    ]
    .into();
    let secret: Parcel = (service.session()?, Vec::new(), text.as_bytes().to_vec(), "text/plain".to_owned());
    let made = service.call(collection.as_str(), ON_COLLECTION, "CreateItem", &(properties, secret, true))?;
    let (item, prompt): (OwnedObjectPath, OwnedObjectPath) = made;
    if item.as_str() == NO_PATH { service.ask(&prompt) } else { Ok(()) }
}

pub(super) fn remove(bus: &Bus, outlet: Uuid, asking: Asking) -> Result<(), KeyringError> {
    let service = Service::open(bus)?;
    let (unlocked, locked) = service.search(outlet)?;
    for item in unlocked.into_iter().chain(locked) {
        let prompt: OwnedObjectPath = service.call(item.as_str(), ON_ITEM, "Delete", &())?;
        if prompt.as_str() != NO_PATH {
            service.ask_if(asking, &prompt)?;
        }
    }
    Ok(())
}

fn attributes(outlet: &str) -> HashMap<&str, &str> {
    [("service", SERVICE), ("username", outlet)].into()
}

/// A connection to the service.
struct Service(Connection);

impl Service {
    fn open(bus: &Bus) -> Result<Self, KeyringError> {
        let connection = bus.connect().map_err(|_| KeyringError::Absent)?;
        match presence(&connection, SECRETS) {
            Presence::Present => Ok(Self(connection)),
            Presence::Absent => Err(KeyringError::Absent),
        }
    }

    fn call<B, A>(&self, path: &str, interface: &str, method: &str, body: &B) -> Result<A, KeyringError>
    where
        B: serde::Serialize + DynamicType,
        A: DeserializeOwned + Signed,
    {
        let answer = self.0.call_method(Some(SECRETS), path, Some(interface), method, body);
        let answer = answer.map_err(|error| match &error {
            zbus::Error::MethodError(name, _, _) if name.as_str().ends_with(".IsLocked") => KeyringError::Locked,
            _ => KeyringError::Absent,
        })?;
        answer.body().deserialize().map_err(|_| KeyringError::Absent)
    }

    fn session(&self) -> Result<OwnedObjectPath, KeyringError> {
        let opened = self.call(SECRETS_PATH, ON_SERVICE, "OpenSession", &("plain", Value::from("")))?;
        let (_, session): (OwnedValue, OwnedObjectPath) = opened;
        Ok(session)
    }

    /// The entries of an outlet: those that are unlocked, and those that are locked.
    fn search(&self, outlet: Uuid) -> Result<(Vec<OwnedObjectPath>, Vec<OwnedObjectPath>), KeyringError> {
        self.call(SECRETS_PATH, ON_SERVICE, "SearchItems", &attributes(&outlet.to_string()))
    }

    fn unlock(&self, path: &OwnedObjectPath, asking: Asking) -> Result<(), KeyringError> {
        let paths: Vec<&ObjectPath<'_>> = vec![path];
        let (unlocked, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) =
            self.call(SECRETS_PATH, ON_SERVICE, "Unlock", &paths)?;
        if unlocked.contains(path) || prompt.as_str() == NO_PATH {
            return Ok(());
        }
        self.ask_if(asking, &prompt)
    }

    fn ask_if(&self, asking: Asking, prompt: &OwnedObjectPath) -> Result<(), KeyringError> {
        match asking {
            Asking::Allowed => self.ask(prompt),
            Asking::Never => Err(KeyringError::Locked),
        }
    }

    /// Lets the service ask the person, and waits for what they say.
    fn ask(&self, prompt: &OwnedObjectPath) -> Result<(), KeyringError> {
        // Before it is shown, so that no answer falls between.
        let messages = MessageIterator::from(&self.0);
        subscribe(&self.0, &format!("type='signal',interface='{ON_PROMPT}',member='Completed'"))
            .map_err(|_| KeyringError::Absent)?;
        let (said, answer) = mpsc::channel();
        let path = prompt.clone();
        let listener = Worker::spawn("keyring", move || {
            let _gone = said.send(completed(messages, &path));
        });
        listener.map_err(|_| KeyringError::Absent)?;
        let shown: Result<(), KeyringError> = self.call(prompt.as_str(), ON_PROMPT, "Prompt", &"");
        let wait = || answer.recv_timeout(UNLOCK_WITHIN).unwrap_or(Err(KeyringError::Locked));
        let answer = shown.and_then(|()| wait());
        if answer.is_err() {
            // Ends the listener; a prompt that is still open goes with it.
            let _: Result<(), KeyringError> = self.call(prompt.as_str(), ON_PROMPT, "Dismiss", &());
            let _ = self.0.clone().close();
        }
        answer
    }
}

/// Waits for the end of a prompt.
fn completed(messages: MessageIterator, prompt: &OwnedObjectPath) -> Result<(), KeyringError> {
    for message in messages.flatten() {
        let header = message.header();
        let is_end = message.message_type() == Type::Signal
            && header.member().is_some_and(|member| member == "Completed")
            && header.path().is_some_and(|path| path == &prompt.as_ref());
        if is_end {
            return match message.body().deserialize::<(bool, OwnedValue)>() {
                Ok((false, _)) => Ok(()),
                _ => Err(KeyringError::Locked),
            };
        }
    }
    Err(KeyringError::Absent)
}

#[cfg(test)]
pub(in crate::platform) mod tests;
