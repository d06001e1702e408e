//! The messages of `org.freedesktop.Notifications`, and the thread that reads the bus.
//!
//! Specification: <https://specifications.freedesktop.org/notification-spec/latest/>.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::mpsc::Sender;

use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Message, Type};
use zbus::zvariant::Value;

use super::super::text::{Markup, clean, lines};
use super::super::{APP_NAME, Answer, Input, Notice, Sound};
use super::BusInput;
use crate::platform::bus::{Bus, DBUS, subscribe};
use crate::platform::paths::APP_ID;
use crate::platform::worker::Worker;

/// Name and interface of the notification service.
pub const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// Action key for a click on the notification itself.
const DEFAULT_ACTION: &str = "default";

/// Urgency of all notices: critical ones pierce "do not disturb" and never go away.
const URGENCY_NORMAL: u8 = 1;

/// What the running service can do.
#[derive(Clone, Copy, Debug)]
pub struct Server {
    pub markup: Markup,
    pub buttons: Buttons,
}

/// Whether the service offers buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buttons {
    Offered,
    Missing,
}

/// A signal of the bus that concerns notifications.
#[derive(Debug, PartialEq, Eq)]
pub enum Signal {
    Answered { id: u32, answer: Answer },
    OwnerChanged,
}

/// Connects and reads on a thread of its own, because both may block as long as a stopped bus does.
pub fn link(bus: Bus, inbox: Sender<Input>) -> std::io::Result<Worker> {
    Worker::spawn("notifier-bus", move || {
        let tell = |input| inbox.send(Input::Bus(input)).is_ok();
        let (connection, messages) = match open(&bus) {
            Ok(open) => open,
            Err(error) => {
                tell(BusInput::Failed(error));
                return;
            }
        };
        if !tell(BusInput::Linked(connection)) {
            return;
        }
        for message in messages {
            let Ok(message) = message else { break };
            if !tell(BusInput::Message(message)) {
                return;
            }
        }
        tell(BusInput::Lost);
    })
}

fn open(bus: &Bus) -> zbus::Result<(Connection, MessageIterator)> {
    let connection = bus.connect()?;
    // Made before anything is asked, so that no answer is missed.
    let messages = MessageIterator::from(&connection);
    subscribe(&connection, &format!("type='signal',interface='{NAME}'"))?;
    let owner = format!("type='signal',sender='{}',member='NameOwnerChanged',arg0='{NAME}'", DBUS.0);
    subscribe(&connection, &owner)?;
    Ok((connection, messages))
}

/// Asks the bus, which starts nothing, whether the service runs.
pub fn has_owner() -> zbus::Result<Message> {
    let (name, path, interface) = DBUS;
    Message::method_call(path, "NameHasOwner")?.destination(name)?.interface(interface)?.build(&NAME)
}

/// Asks the bus which services it can start.
pub fn startable() -> zbus::Result<Message> {
    let (name, path, interface) = DBUS;
    Message::method_call(path, "ListActivatableNames")?.destination(name)?.interface(interface)?.build(&())
}

/// Asks the service what it can do; this starts it where the bus can.
pub fn capabilities() -> zbus::Result<Message> {
    Message::method_call(PATH, "GetCapabilities")?.destination(NAME)?.interface(NAME)?.build(&())
}

/// The call that shows `notice`, in place of the one with id `replaces` (0 for none).
pub fn notify(notice: &Notice, server: Server, replaces: u32) -> zbus::Result<Message> {
    let title = clean(&notice.title, Markup::Plain);
    let title = if title.is_empty() { APP_NAME } else { &title };
    let body = lines(&notice.body, &notice.more, server.markup);
    let labels: Vec<_> = notice.actions.iter().map(|(key, label)| (key, clean(label, Markup::Plain))).collect();
    let mut actions = Vec::new();
    if server.buttons == Buttons::Offered {
        actions.extend([DEFAULT_ACTION, "Open"]);
        actions.extend(labels.iter().flat_map(|(key, label)| [key.as_str(), label.as_str()]));
    }
    let expire: i32 = -1; // as long as the desktop shows any
    let arguments = (APP_NAME, replaces, APP_ID, title, body.as_str(), actions, hints(&notice.sound), expire);
    Message::method_call(PATH, "Notify")?.destination(NAME)?.interface(NAME)?.build(&arguments)
}

fn hints(sound: &Sound) -> HashMap<&'static str, Value<'_>> {
    let mut hints = HashMap::from([("desktop-entry", Value::from(APP_ID)), ("urgency", Value::from(URGENCY_NORMAL))]);
    match sound {
        Sound::Usual => {}
        Sound::Named(name) => drop(hints.insert("sound-name", Value::from(name.as_str()))),
        Sound::Silent => drop(hints.insert("suppress-sound", Value::from(true))),
    }
    hints
}

/// The serial of the call that this message answers.
pub fn answers(message: &Message) -> Option<NonZeroU32> {
    match message.message_type() {
        Type::MethodReturn | Type::Error => message.header().reply_serial(),
        Type::MethodCall | Type::Signal => None,
    }
}

/// What the service can do, from the answer to [`capabilities`].
pub fn read_capabilities(answer: &Message) -> zbus::Result<Server> {
    let body = answer.body();
    let names: Vec<String> = body.deserialize()?;
    let has = |name: &str| names.iter().any(|other| other == name);
    Ok(Server {
        markup: if has("body-markup") { Markup::Read } else { Markup::Plain },
        buttons: if has("actions") { Buttons::Offered } else { Buttons::Missing },
    })
}

/// The signal in this message, if it is one of ours.
pub fn read_signal(message: &Message) -> Option<Signal> {
    let header = message.header();
    if message.message_type() != Type::Signal {
        return None;
    }
    let body = message.body();
    match (header.interface()?.as_str(), header.member()?.as_str()) {
        (NAME, "ActionInvoked") => {
            let (id, key): (u32, String) = body.deserialize().ok()?;
            let answer = if key == DEFAULT_ACTION { Answer::Opened } else { Answer::Action(key) };
            Some(Signal::Answered { id, answer })
        }
        (NAME, "NotificationClosed") => {
            let (id, _reason): (u32, u32) = body.deserialize().ok()?;
            Some(Signal::Answered { id, answer: Answer::Closed })
        }
        (interface, "NameOwnerChanged") if interface == DBUS.2 => {
            let (name, _old, _new): (String, String, String) = body.deserialize().ok()?;
            (name == NAME).then_some(Signal::OwnerChanged)
        }
        _ => None,
    }
}
