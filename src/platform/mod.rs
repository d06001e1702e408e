//! The only part that talks to the system: clock, desktop bus, signals, dialogs, folders and the log.
//!
//! Nothing here blocks its caller: whatever may take long has a thread of its own, named after its file, and what
//! it has to say arrives through a sink given at the start.

pub mod alarm;
pub mod appearance;
pub mod autostart;
#[cfg(target_os = "linux")]
pub mod bus;
pub mod clock;
pub mod console;
pub mod dialogs;
pub mod keyring;
pub mod launch;
pub mod log;
pub mod notifier;
pub mod open;
pub mod paths;
pub mod secrets;
pub mod sender;
pub mod shelf;
pub mod signals;
pub mod worker;
