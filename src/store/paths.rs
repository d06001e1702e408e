//! Where the data file and everything that belongs to it lie.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::fs::Fs;
use super::known;
use crate::platform::paths::{Paths, backups_dir, lock_file, secrets_file};

/// Most links followed from a path to its file.
const MAX_LINKS: usize = 40;
/// Most moves followed from where a file was to where it is.
const MAX_MOVES: usize = 16;

/// The data file with its sidecars; two ways to one file give the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorePaths {
    /// The file itself, links followed, so that a save never replaces a link.
    pub data: PathBuf,
    /// Folder of the backups, beside the data file.
    pub backups: PathBuf,
    /// Never deleted, and never the data file itself, which a rename replaces.
    pub lock: PathBuf,
    /// When the app last ran on this file; on this device only.
    pub heartbeat: PathBuf,
    /// List of the files opened on this device.
    pub known: PathBuf,
    /// List of what may be opened on this device.
    pub allowed: PathBuf,
    /// What waits to be sent; on this device only.
    pub outbox: PathBuf,
    /// Secrets of outlets where there is no keyring, beside the data file.
    pub secrets: PathBuf,
}

impl StorePaths {
    /// Names everything for a data file; creates nothing.
    pub fn for_data(fs: &dyn Fs, data: &Path, state_dir: &Path) -> Self {
        let data = resolve(fs, data);
        let device = Paths { default_data_file: data.clone(), state_dir: state_dir.to_owned(), documents_dir: None };
        Self {
            backups: backups_dir(&data),
            lock: lock_file(&data),
            heartbeat: device.heartbeat_file(&data),
            known: device.known_files(),
            allowed: device.allowed_file(),
            outbox: device.outbox_file(&data),
            secrets: secrets_file(&data),
            data,
        }
    }

    /// As [`StorePaths::for_data`]; while nothing is there, the place where the user found the file since.
    pub fn follow(fs: &dyn Fs, data: &Path, state_dir: &Path) -> Self {
        let mut paths = Self::for_data(fs, data, state_dir);
        for _ in 0..MAX_MOVES {
            let is_gone = fs.metadata(&paths.data).is_err_and(|error| error.kind() == ErrorKind::NotFound);
            let Some(moved) = known::moved(fs, &paths).filter(|_| is_gone) else { break };
            paths = Self::for_data(fs, &moved, state_dir);
        }
        paths
    }

    /// Whether a full path, links followed, is one of these files or lies in the folder of the backups.
    pub fn has(&self, path: &Path) -> bool {
        let files = [&self.data, &self.lock, &self.heartbeat, &self.known, &self.allowed, &self.outbox, &self.secrets];
        files.into_iter().any(|file| file == path) || path.starts_with(&self.backups)
    }

    /// The folder of the data file.
    pub fn folder(&self) -> &Path {
        folder_of(&self.data)
    }

    /// A file beside the data file, such as `mainspring.ours-2026-03-01T12-00-00Z.ron`.
    pub fn beside(&self, what: &str, at: DateTime<Utc>) -> PathBuf {
        self.data.with_file_name(format!("{}.{what}-{}.ron", stem(&self.data), stamp(at)))
    }
}

/// The folder of a file.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The name of a file without its ending.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or(OsStr::new("data")).to_string_lossy().into_owned()
}

/// A path in `folder` at which nothing is, such as `copy-2026-03-01T12-00-00Z.ron` for `copy.ron`.
pub fn fresh(fs: &dyn Fs, folder: &Path, name: &str, at: DateTime<Utc>) -> PathBuf {
    let ending = Path::new(name).extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let stamped = format!("{}-{}", stem(Path::new(name)), stamp(at));
    let mut path = folder.join(format!("{stamped}{ending}"));
    let mut number = 2_u32;
    while fs.metadata(&path).is_ok() {
        path = folder.join(format!("{stamped}-{number}{ending}"));
        number = number.saturating_add(1);
    }
    path
}

/// A moment as part of a file name, which sorts by time and is allowed on every system.
pub fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H-%M-%SZ").to_string()
}

/// The path with links followed, also a link whose target does not exist yet, and folders still to be made.
pub fn resolve(fs: &dyn Fs, path: &Path) -> PathBuf {
    let mut path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for _ in 0..MAX_LINKS {
        if let Ok(found) = fs.canonicalize(&path) {
            return found;
        }
        match fs.read_link(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => break,
        }
    }
    // Some of the folders may not be there yet: what exists of the way is resolved, the rest is kept.
    let existing = path.ancestors().skip(1).find_map(|folder| Some((folder, fs.canonicalize(folder).ok()?)));
    let Some((folder, real)) = existing else { return path };
    path.strip_prefix(folder).map_or_else(|_| path.clone(), |rest| real.join(rest))
}
