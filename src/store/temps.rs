//! What a killed process left half written is removed, if it is ours and old.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};

use super::atomic::TEMP_ENDING;
use super::fs::{Fs, Kind};
use super::paths::StorePaths;

/// A younger one may still be in use by another process, in minutes.
const OLD_MINUTES: i64 = 60;

/// Removes old leftovers beside the data file and among its backups; returns how many.
pub fn remove_stale(fs: &dyn Fs, paths: &StorePaths, now: DateTime<Utc>) -> usize {
    let name = paths.data.file_name().unwrap_or_default().to_string_lossy();
    let beside = remove_in(fs, paths.folder(), &format!(".{name}."), now);
    beside + remove_in(fs, &paths.backups, ".", now)
}

fn remove_in(fs: &dyn Fs, folder: &Path, prefix: &str, now: DateTime<Utc>) -> usize {
    let is_ours = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(prefix) && name.ends_with(TEMP_ENDING)
    };
    let is_old = |path: &Path| {
        let meta = fs.metadata(path).ok().filter(|meta| meta.kind == Kind::File);
        let modified = meta.and_then(|meta| meta.modified);
        modified.is_some_and(|modified| now - modified > TimeDelta::minutes(OLD_MINUTES))
    };
    let paths = fs.list(folder).unwrap_or_default();
    paths.iter().filter(|path| is_ours(path) && is_old(path) && fs.remove(path).is_ok()).count()
}
