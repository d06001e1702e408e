//! The entry on Windows: a value in the registry of this user, through the system's own `reg.exe`.

use std::os::windows::process::CommandExt;
use std::process::{Command, Output};

use super::{AutostartError, Entry};
use crate::domain::settings::Switch;

const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
const VALUE: &str = "Mainspring";
/// Opens no console window.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

/// Puts the entry in place of one that is there.
///
/// # Errors
/// A path has quotes or control characters, or the system refuses.
pub fn add_to_registry(entry: &Entry) -> Result<(), AutostartError> {
    if entry.has_control_characters() || entry.words().any(|word| word.contains('"')) {
        return Err(AutostartError::Path);
    }
    let line = entry.words().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" ");
    let output = reg(&["add", KEY, "/v", VALUE, "/t", "REG_SZ", "/d", &line, "/f"])?;
    done(&output)
}

/// Takes the entry out; fine when there is none.
///
/// # Errors
/// The system refuses.
pub fn remove_from_registry() -> Result<(), AutostartError> {
    if in_registry()? == Switch::Off {
        return Ok(());
    }
    done(&reg(&["delete", KEY, "/v", VALUE, "/f"])?)
}

/// Whether the entry is there.
///
/// # Errors
/// `reg.exe` cannot be started.
pub fn in_registry() -> Result<Switch, AutostartError> {
    let output = reg(&["query", KEY, "/v", VALUE])?;
    Ok(if output.status.success() { Switch::On } else { Switch::Off })
}

fn done(output: &Output) -> Result<(), AutostartError> {
    if output.status.success() {
        return Ok(());
    }
    Err(AutostartError::NotWritten(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}

fn reg(arguments: &[&str]) -> Result<Output, AutostartError> {
    let started = Command::new("reg.exe").args(arguments).creation_flags(CREATE_NO_WINDOW).output();
    started.map_err(|error| AutostartError::NotWritten(error.to_string()))
}
