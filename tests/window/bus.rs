//! Reads what the app and the notification daemon say to each other on the private session bus.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use zbus::blocking::{Connection, MessageIterator, connection, fdo::MonitoringProxy};
use zbus::message::{Message, Type};
use zbus::zvariant::OwnedValue;

/// The body of a `Notify` call: app, replaced id, icon, summary, body, actions, hints, timeout.
type NotifyBody =
    (String, u32, String, String, String, Vec<String>, std::collections::HashMap<String, OwnedValue>, i32);

/// One notification as the daemon was asked to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The id that it replaces, 0 for a new one.
    pub replaces: u32,
    pub summary: String,
    pub body: String,
    /// Names on the buttons, without their keys.
    pub buttons: Vec<String>,
    /// The name of its sound, if it has one.
    pub sound: Option<String>,
}

/// Collects all notifications of a bus from the moment it is made.
pub struct Monitor {
    seen: Arc<Mutex<Vec<Notice>>>,
}

impl Monitor {
    /// Listens on the bus at `address` until the bus ends.
    pub fn listen(address: &str) -> Self {
        let connection = connect(address);
        let messages = MessageIterator::from(&connection);
        MonitoringProxy::new(&connection)
            .expect("the bus can be monitored")
            .become_monitor(&[], 0)
            .expect("the bus lets us monitor it");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&seen);
        thread::Builder::new()
            .name("bus monitor".into())
            .spawn(move || {
                for message in messages.flatten() {
                    if let Some(notice) = notice(&message) {
                        sink.lock().unwrap_or_else(PoisonError::into_inner).push(notice);
                    }
                }
            })
            .expect("a thread");
        Self { seen }
    }

    /// All notifications so far, oldest first.
    pub fn notices(&self) -> Vec<Notice> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A connection of its own to the bus at `address`.
pub fn connect(address: &str) -> Connection {
    connection::Builder::address(address).and_then(connection::Builder::build).expect("a connection to the private bus")
}

fn notice(message: &Message) -> Option<Notice> {
    let header = message.header();
    let is_notify = header.message_type() == Type::MethodCall
        && header.member().is_some_and(|name| name.as_str() == "Notify")
        && header.interface().is_some_and(|name| name.as_str() == "org.freedesktop.Notifications");
    if !is_notify {
        return None;
    }
    let (_, replaces, _, summary, body, actions, hints, _): NotifyBody = message.body().deserialize().ok()?;
    let buttons = actions.chunks(2).filter(|pair| pair[0] != "default").map(|pair| pair[pair.len() - 1].clone());
    let sound = hints.get("sound-name").and_then(|name| <&str>::try_from(name).ok()).map(str::to_owned);
    Some(Notice { replaces, summary, body, buttons: buttons.collect(), sound })
}
