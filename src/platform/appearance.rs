//! Light or dark, contrast and motion as the desktop wants them.
//!
//! On Linux they come from the settings portal, read on a thread and followed while it changes; winit knows nothing
//! there. On Windows and macOS egui asks the system for the theme itself, and nothing is told here.

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// How much moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// As designed.
    Full,
    /// As little as can be.
    Reduced,
}

/// How far colours stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// As designed.
    Usual,
    /// As far as can be.
    High,
}

/// What the desktop wants; `None` where it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// Light or dark.
    pub scheme: Option<Scheme>,
    /// How much moves.
    pub motion: Option<Motion>,
    /// How far colours stand apart.
    pub contrast: Option<Contrast>,
}

#[cfg(target_os = "linux")]
pub use linux::Follower;

/// Follows the wishes of the desktop until it is dropped; here it tells nothing.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub struct Follower;

#[cfg(not(target_os = "linux"))]
impl Follower {
    /// Does nothing on this system.
    pub fn start(_sink: impl FnMut(Appearance) + Send + 'static) -> std::io::Result<Self> {
        Ok(Self)
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::HashMap;
    use std::io;
    use std::sync::{Arc, Mutex, PoisonError};

    use zbus::blocking::{Connection, MessageIterator};
    use zbus::message::{Message, Type};
    use zbus::zvariant::{OwnedValue, Value};

    use super::{Appearance, Contrast, Motion, Scheme};
    use crate::platform::bus::{Bus, Presence, presence, subscribe};
    use crate::platform::worker::{STOP_WITHIN, Worker};

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";
    const SETTINGS: &str = "org.freedesktop.portal.Settings";
    const APPEARANCE: &str = "org.freedesktop.appearance";

    /// Follows the wishes of the desktop until it is dropped.
    pub struct Follower {
        ending: Arc<Mutex<Ending>>,
        worker: Option<Worker>,
    }

    /// What ends the thread, which mostly waits for the bus.
    enum Ending {
        Connecting,
        Connected(Connection),
        Asked,
    }

    impl Follower {
        /// Starts the thread; `sink` gets what the portal says once it has answered, and again at each change. Never,
        /// where there is no portal.
        pub fn start(sink: impl FnMut(Appearance) + Send + 'static) -> io::Result<Self> {
            Self::start_on(Bus::Session, sink)
        }

        pub(super) fn start_on(bus: Bus, mut sink: impl FnMut(Appearance) + Send + 'static) -> io::Result<Self> {
            let ending = Arc::new(Mutex::new(Ending::Connecting));
            let inner = Arc::clone(&ending);
            let worker = Worker::spawn("appearance", move || {
                if let Err(error) = follow(&bus, &inner, &mut sink) {
                    log::info!("the look of the desktop is not known: {error}");
                }
                // Nothing to follow any more: lets go of the connection.
                *inner.lock().unwrap_or_else(PoisonError::into_inner) = Ending::Asked;
            })?;
            Ok(Self { ending, worker: Some(worker) })
        }
    }

    impl Drop for Follower {
        fn drop(&mut self) {
            let mut ending = self.ending.lock().unwrap_or_else(PoisonError::into_inner);
            let before = std::mem::replace(&mut *ending, Ending::Asked);
            drop(ending);
            if let Ending::Connected(connection) = before {
                let _ = connection.close();
            }
            if let Some(worker) = self.worker.take() {
                worker.join_within(STOP_WITHIN);
            }
        }
    }

    fn follow(bus: &Bus, ending: &Mutex<Ending>, sink: &mut impl FnMut(Appearance)) -> zbus::Result<()> {
        let connection = bus.connect()?;
        {
            let mut ending = ending.lock().unwrap_or_else(PoisonError::into_inner);
            if matches!(*ending, Ending::Asked) {
                return Ok(());
            }
            *ending = Ending::Connected(connection.clone());
        }
        if presence(&connection, PORTAL) == Presence::Absent {
            return Ok(());
        }
        // Before the first reading, so that no change falls between.
        let messages = MessageIterator::from(&connection);
        subscribe(&connection, &format!("type='signal',interface='{SETTINGS}',member='SettingChanged'"))?;
        let mut appearance = read_all(&connection)?;
        sink(appearance);
        for message in messages {
            let changed = changed(&message?, appearance);
            if changed != appearance {
                appearance = changed;
                sink(appearance);
            }
        }
        Ok(())
    }

    fn read_all(connection: &Connection) -> zbus::Result<Appearance> {
        let answer =
            connection.call_method(Some(PORTAL), PORTAL_PATH, Some(SETTINGS), "ReadAll", &[APPEARANCE].as_slice())?;
        let body = answer.body();
        let groups: HashMap<String, HashMap<String, OwnedValue>> = body.deserialize()?;
        let values = groups.get(APPEARANCE).into_iter().flatten();
        Ok(values.fold(Appearance::default(), |appearance, (key, value)| with(appearance, key, value)))
    }

    fn changed(message: &Message, appearance: Appearance) -> Appearance {
        let header = message.header();
        if message.message_type() != Type::Signal || header.member().is_none_or(|member| member != "SettingChanged") {
            return appearance;
        }
        match message.body().deserialize::<(String, String, OwnedValue)>() {
            Ok((group, key, value)) if group == APPEARANCE => with(appearance, &key, &value),
            _ => appearance,
        }
    }

    /// Values as in the portal's specification; unknown ones mean no wish.
    fn with(mut appearance: Appearance, key: &str, value: &Value<'_>) -> Appearance {
        let number = number(value);
        match key {
            "color-scheme" => {
                appearance.scheme = match number {
                    Some(1) => Some(Scheme::Dark),
                    Some(2) => Some(Scheme::Light),
                    _ => None,
                }
            }
            "reduced-motion" => {
                appearance.motion = match number {
                    Some(0) => Some(Motion::Full),
                    Some(1) => Some(Motion::Reduced),
                    _ => None,
                }
            }
            "contrast" => {
                appearance.contrast = match number {
                    Some(0) => Some(Contrast::Usual),
                    Some(1) => Some(Contrast::High),
                    _ => None,
                }
            }
            _ => {}
        }
        appearance
    }

    /// Old portals wrap a value twice.
    fn number(value: &Value<'_>) -> Option<u32> {
        match value {
            Value::U32(number) => Some(*number),
            Value::Value(inner) => number(inner),
            _ => None,
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::collections::HashMap;
    use std::sync::mpsc::{self, RecvTimeoutError};
    use std::thread;
    use std::time::Duration;

    use zbus::blocking::{Connection, MessageIterator};
    use zbus::message::Type;
    use zbus::zvariant::Value;

    use super::*;
    use crate::platform::bus::{Bus, tests::PrivateBus};
    use crate::platform::clock::{Clock, SystemClock};

    const SOON: Duration = Duration::from_secs(5);

    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Portal {
        Answers,
        Silent,
    }

    /// A portal that answers `ReadAll` with a dark scheme and an accent colour, or not at all.
    fn portal(bus: &PrivateBus, kind: Portal) -> Connection {
        let connection = bus.bus().connect().unwrap();
        let messages = MessageIterator::from(&connection);
        connection.request_name("org.freedesktop.portal.Desktop").unwrap();
        let inner = connection.clone();
        thread::spawn(move || {
            for message in messages.map_while(Result::ok).filter(|m| m.message_type() == Type::MethodCall) {
                let values = HashMap::from([("color-scheme", Value::from(1_u32)), ("accent-color", Value::from("x"))]);
                let all = HashMap::from([("org.freedesktop.appearance", values)]);
                if kind == Portal::Answers {
                    inner.reply(&message.header(), &all).unwrap();
                }
            }
        });
        connection
    }

    #[test]
    fn the_portal_is_read_and_followed() {
        let Some(bus) = PrivateBus::start() else { return };
        let portal = portal(&bus, Portal::Answers);
        let (tx, rx) = mpsc::channel();
        let follower = Follower::start_on(bus.bus(), move |appearance| tx.send(appearance).unwrap()).unwrap();
        let dark = Appearance { scheme: Some(Scheme::Dark), ..Appearance::default() };
        assert_eq!(rx.recv_timeout(SOON), Ok(dark));

        let change = |group: &str, key: &str, value: Value<'_>| {
            let path = "/org/freedesktop/portal/desktop";
            let interface = "org.freedesktop.portal.Settings";
            portal.emit_signal(None::<&str>, path, interface, "SettingChanged", &(group, key, value)).unwrap();
        };
        change("org.gnome.desktop.interface", "color-scheme", Value::from(2_u32));
        change("org.freedesktop.appearance", "color-scheme", Value::from(1_u32));
        change("org.freedesktop.appearance", "reduced-motion", Value::new(Value::from(1_u32)));
        let calm = Appearance { motion: Some(Motion::Reduced), ..dark };
        assert_eq!(rx.recv_timeout(SOON), Ok(calm));
        change("org.freedesktop.appearance", "color-scheme", Value::from(0_u32));
        assert_eq!(rx.recv_timeout(SOON), Ok(Appearance { scheme: None, ..calm }));
        change("org.freedesktop.appearance", "contrast", Value::from(1_u32));
        let high = Appearance { scheme: None, contrast: Some(Contrast::High), ..calm };
        assert_eq!(rx.recv_timeout(SOON), Ok(high));
        drop(follower);
        assert_eq!(rx.recv_timeout(SOON), Err(RecvTimeoutError::Disconnected));
    }

    #[track_caller]
    fn check_silent(bus: Bus) {
        let (tx, rx) = mpsc::channel();
        let follower = Follower::start_on(bus, move |appearance| tx.send(appearance).unwrap()).unwrap();
        assert_eq!(rx.recv_timeout(SOON), Err(RecvTimeoutError::Disconnected));
        drop(follower);
    }

    #[test]
    fn without_a_bus_or_a_portal_nothing_is_told() {
        check_silent(Bus::At("unix:path=/no/such/socket".to_owned()));
        if let Some(bus) = PrivateBus::start() {
            check_silent(bus.bus());
        }
    }

    #[test]
    fn a_portal_that_never_answers_is_given_up_and_holds_up_no_shutdown() {
        let Some(bus) = PrivateBus::start() else { return };
        let _portal = portal(&bus, Portal::Silent);
        check_silent(bus.bus());
        let follower = Follower::start_on(bus.bus(), |_| {}).unwrap();
        thread::sleep(Duration::from_millis(100));
        let clock = SystemClock::new();
        drop(follower);
        assert!(clock.mono() < Duration::from_millis(1500));
    }
}
