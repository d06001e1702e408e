//! The session bus of a Linux desktop, asked so that an absent or hung service costs a bounded wait on a thread of ours.

use std::time::Duration;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::message::Message;
use zbus::names::OwnedWellKnownName;

/// How long a call waits for its answer, in seconds; portals on a busy machine take a few hundred milliseconds.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(2);

/// Name, path and interface of the bus itself.
pub const DBUS: (&str, &str, &str) = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

/// Which bus to use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Bus {
    /// The one of this login, from the environment.
    #[default]
    Session,
    /// One at this D-Bus address; for tests.
    At(String),
}

impl Bus {
    /// Connects; fails at once when there is no bus, and may block as long as a stopped bus does, so call it on a
    /// thread that nobody waits for without a bound.
    pub fn connect(&self) -> zbus::Result<Connection> {
        let builder = match self {
            Self::Session => Builder::session()?,
            Self::At(address) => Builder::address(address.as_str())?,
        };
        builder.method_timeout(ANSWER_WITHIN).build()
    }
}

/// Whether a service can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It runs, or the bus can start it.
    Present,
    /// A call to it would fail, or wait for a start that never comes.
    Absent,
}

/// Whether `name` runs or can be started, from the bus itself, which starts nothing.
pub fn presence(connection: &Connection, name: &str) -> Presence {
    let owned = ask(connection, "NameHasOwner", &name).and_then(|answer| answer.body().deserialize::<bool>());
    if owned.unwrap_or(false) {
        return Presence::Present;
    }
    let startable = ask(connection, "ListActivatableNames", &())
        .and_then(|answer| answer.body().deserialize::<Vec<OwnedWellKnownName>>());
    match startable {
        Ok(names) if names.iter().any(|other| other.as_str() == name) => Presence::Present,
        _ => Presence::Absent,
    }
}

fn ask<B>(connection: &Connection, method: &str, body: &B) -> zbus::Result<Message>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
{
    let (name, path, interface) = DBUS;
    connection.call_method(Some(name), path, Some(interface), method, body)
}

/// Asks the bus to pass on the signals that match `rule`, in the match rule language of D-Bus.
pub fn subscribe(connection: &Connection, rule: &str) -> zbus::Result<()> {
    ask(connection, "AddMatch", &rule).map(drop)
}

#[cfg(test)]
pub(super) mod tests {
    //! A private bus for tests, so that none of them talks to the bus of whoever runs them.

    use std::io::{BufRead, BufReader, Write};
    use std::process::{Child, Command, Stdio};

    use super::*;

    /// A bus of its own that ends with the test and can start no services.
    pub struct PrivateBus {
        daemon: Child,
        address: String,
        _config: tempfile::NamedTempFile,
    }

    impl PrivateBus {
        /// Starts one; `None`, with the reason printed, where `dbus-daemon` is not installed.
        pub fn start() -> Option<Self> {
            let mut config = tempfile::NamedTempFile::new().unwrap();
            let xml = "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \
                \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig><type>session</type>\
                <listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth><policy context=\"default\">\
                <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>\
                </policy></busconfig>";
            config.write_all(xml.as_bytes()).unwrap();
            let daemon = Command::new("dbus-daemon")
                .args(["--nofork", "--print-address"])
                .arg(format!("--config-file={}", config.path().display()))
                .stdout(Stdio::piped())
                .spawn();
            let Ok(mut daemon) = daemon else {
                println!("skipped: dbus-daemon is not installed");
                return None;
            };
            let mut address = String::new();
            BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
            Some(Self { daemon, address: address.trim().to_owned(), _config: config })
        }

        /// The address to hand to what is tested.
        pub fn bus(&self) -> Bus {
            Bus::At(self.address.clone())
        }
    }

    impl Drop for PrivateBus {
        fn drop(&mut self) {
            let _ = self.daemon.kill();
            let _ = self.daemon.wait();
        }
    }

    #[test]
    fn a_name_is_present_while_someone_owns_it() {
        let Some(bus) = PrivateBus::start() else { return };
        let connection = bus.bus().connect().unwrap();
        assert_eq!(presence(&connection, "org.example.Service"), Presence::Absent);
        let owner = bus.bus().connect().unwrap();
        owner.request_name("org.example.Service").unwrap();
        assert_eq!(presence(&connection, "org.example.Service"), Presence::Present);
    }

    #[test]
    fn no_bus_is_an_error_at_once() {
        assert!(Bus::At("unix:path=/no/such/socket".to_owned()).connect().is_err());
    }
}
