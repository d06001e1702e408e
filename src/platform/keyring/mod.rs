//! The keyring of the system: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.
//!
//! Every call may block for seconds, and for a minute where the person is asked to unlock it: only a thread that nobody
//! waits for makes them.

use thiserror::Error;
use uuid::Uuid;

#[cfg(target_os = "linux")]
mod secret_service;
#[cfg(target_os = "linux")]
use secret_service as system;
#[cfg(all(test, target_os = "linux"))]
pub(super) use secret_service::tests as fakes;
#[cfg(any(target_os = "macos", windows))]
mod native;
#[cfg(any(target_os = "macos", windows))]
use native as system;

/// What our entries are filed under.
#[cfg(any(target_os = "linux", target_os = "macos", windows))]
const SERVICE: &str = "mainspring";

/// Which keyring to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keyring {
    /// The one of this login.
    System,
    /// None: for tests, and where nothing may be asked.
    None,
    /// That on a bus of its own; for tests.
    #[cfg(target_os = "linux")]
    On(super::bus::Bus),
}

/// Whether the person may be asked to unlock the keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// They wait for the answer.
    Allowed,
    /// They do something else.
    Never,
}

/// Why the keyring gives or takes nothing.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum KeyringError {
    /// There is none, or it does not answer.
    #[error("there is no keyring")]
    Absent,
    /// It is locked.
    #[error("the keyring is locked")]
    Locked,
}

impl Keyring {
    /// Whether this system has keyrings; the one asked for may still be absent, and come later.
    pub fn can_be(&self) -> bool {
        *self != Self::None && cfg!(any(target_os = "linux", target_os = "macos", windows))
    }

    /// The text kept for an outlet.
    pub fn get(&self, outlet: Uuid, asking: Asking) -> Result<Option<String>, KeyringError> {
        match self {
            Self::None => Err(KeyringError::Absent),
            #[cfg(target_os = "linux")]
            Self::System => system::get(&super::bus::Bus::Session, outlet, asking),
            #[cfg(target_os = "linux")]
            Self::On(bus) => system::get(bus, outlet, asking),
            #[cfg(any(target_os = "macos", windows))]
            Self::System => system::get(outlet, asking),
            #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
            Self::System => Err(KeyringError::Absent),
        }
    }

    /// Keeps a text for an outlet, in place of what was kept; the person may be asked to unlock it.
    pub fn set(&self, outlet: Uuid, text: &str) -> Result<(), KeyringError> {
        match self {
            Self::None => Err(KeyringError::Absent),
            #[cfg(target_os = "linux")]
            Self::System => system::set(&super::bus::Bus::Session, outlet, text),
            #[cfg(target_os = "linux")]
            Self::On(bus) => system::set(bus, outlet, text),
            #[cfg(any(target_os = "macos", windows))]
            Self::System => system::set(outlet, text),
            #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
            Self::System => Err(KeyringError::Absent),
        }
    }

    /// Takes out what is kept for an outlet; nothing kept is no error.
    pub fn remove(&self, outlet: Uuid, asking: Asking) -> Result<(), KeyringError> {
        match self {
            Self::None => Ok(()),
            #[cfg(target_os = "linux")]
            Self::System => system::remove(&super::bus::Bus::Session, outlet, asking),
            #[cfg(target_os = "linux")]
            Self::On(bus) => system::remove(bus, outlet, asking),
            #[cfg(any(target_os = "macos", windows))]
            Self::System => system::remove(outlet, asking),
            #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
            Self::System => Ok(()),
        }
    }
}
