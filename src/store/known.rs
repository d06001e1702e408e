//! The data files that were opened on this device, so that a missing one is noticed and never silently begun anew.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::atomic::{SaveError, write};
use super::document::{one_line, read_options};
use super::fs::Fs;
use super::paths::{StorePaths, folder_of};

/// Most files remembered; the oldest are forgotten.
const MAX_FILES: usize = 100;
/// Longest list that is read, in bytes.
const MAX_BYTES: u64 = 1_000_000;

#[derive(Serialize, Deserialize)]
struct KnownFile {
    /// For people; only `key` is compared.
    path: String,
    key: String,
    opened: DateTime<Utc>,
    /// Where the user said that it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moved_to: Option<String>,
}

/// True when this file held data on this device before.
pub fn is_known(fs: &dyn Fs, paths: &StorePaths) -> bool {
    let key = key(paths);
    read(fs, paths).iter().any(|file| file.key == key)
}

/// Adds this file to the list.
pub fn remember(fs: &dyn Fs, paths: &StorePaths, now: DateTime<Utc>) -> Result<(), SaveError> {
    put(fs, paths, None, now)
}

/// Notes that this file, which is gone, is at another path now.
pub fn remember_moved(fs: &dyn Fs, paths: &StorePaths, to: &Path, now: DateTime<Utc>) -> Result<(), SaveError> {
    put(fs, paths, to.to_str().map(str::to_owned), now)
}

/// Where the user said that this file is now.
pub fn moved(fs: &dyn Fs, paths: &StorePaths) -> Option<PathBuf> {
    let key = key(paths);
    let known = read(fs, paths).into_iter().find(|file| file.key == key)?;
    known.moved_to.map(PathBuf::from)
}

fn put(fs: &dyn Fs, paths: &StorePaths, moved_to: Option<String>, now: DateTime<Utc>) -> Result<(), SaveError> {
    let key = key(paths);
    let mut files = read(fs, paths);
    files.retain(|file| file.key != key);
    files.push(KnownFile { path: paths.data.to_string_lossy().into_owned(), key, opened: now, moved_to });
    let surplus = files.len().saturating_sub(MAX_FILES);
    files.drain(..surplus);
    let mut text = String::from("[\n");
    for file in &files {
        let line =
            read_options().to_string_pretty(file, one_line()).map_err(|error| SaveError::Io(error.to_string()))?;
        text.push_str(&line);
        text.push_str(",\n");
    }
    text.push_str("]\n");
    fs.create_dir(folder_of(&paths.known))?;
    write(fs, &paths.known, text.as_bytes())
}

/// A list that cannot be read counts as empty: it only saves a question.
fn read(fs: &dyn Fs, paths: &StorePaths) -> Vec<KnownFile> {
    let bytes = fs.read(&paths.known, MAX_BYTES).unwrap_or_default();
    read_options().from_bytes(&bytes).unwrap_or_default()
}

fn key(paths: &StorePaths) -> String {
    paths.heartbeat.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
