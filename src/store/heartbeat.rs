//! A tiny file, on this device only, with the last moment a running session was known to be alive.
//!
//! It is apart from the data file, so that a synced folder is not busy every minute.

use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;

use super::atomic::{SaveError, write};
use super::fs::Fs;
use super::paths::folder_of;

/// Longest heartbeat file that is read, in bytes.
const MAX_BYTES: u64 = 1_000;

/// Notes that the app runs; call it at least once a minute while a session runs.
pub fn beat(fs: &dyn Fs, file: &Path, session: Uuid, at: DateTime<Utc>) -> Result<(), SaveError> {
    fs.create_dir(folder_of(file))?;
    write(fs, file, format!("{} {session}\n", at.to_rfc3339_opts(SecondsFormat::Secs, true)).as_bytes())
}

/// The last beat of this very session, if there is one.
pub fn last_beat(fs: &dyn Fs, file: &Path, session: Uuid) -> Option<DateTime<Utc>> {
    let text = String::from_utf8(fs.read(file, MAX_BYTES).ok()?).ok()?;
    let (at, id) = text.trim().split_once(' ')?;
    (id.parse() == Ok(session)).then_some(())?;
    Some(DateTime::parse_from_rfc3339(at).ok()?.to_utc())
}
