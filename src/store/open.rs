//! Opening: looks at the file and at what is around it, and never changes the file itself.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::atomic::{SaveError, TEMP_ENDING};
use super::backups::{self, BackupInfo};
use super::data_file::{Access, DataFile, OnDisk, RestoreError, older};
use super::document::VERSION;
use super::fs::{Fs, Locked, MAX_FILE_BYTES};
use super::heartbeat::last_beat;
use super::known;
use super::paths::StorePaths;
use super::read::{Read, ReadError, Unreadable, read};
use super::temps::remove_stale;
use crate::domain::Model;

/// What was found.
pub enum Opened {
    Ready(Loaded),
    /// Loaded, and nothing will be written.
    ReadOnly(Loaded, ReadOnlyReason),
    /// There is a file that cannot be read; it was not touched.
    Recovery(Recovery),
    /// There was a file here before and now there is none: find it, restore a backup, or start new.
    Missing(Missing),
    /// The first start: the first save makes the file.
    New(DataFile),
}

/// A file that was read.
pub struct Loaded {
    pub model: Model,
    /// The last moment the running session is known to have been alive; `None` when no session runs.
    pub heartbeat: Option<DateTime<Utc>>,
    /// Records set aside by this reading; all of them are in `model.quarantine`.
    pub quarantined: usize,
    /// When the file was last written, by the file system's word.
    pub saved_at: Option<DateTime<Utc>>,
    pub file: DataFile,
}

/// Why nothing will be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// Another instance holds the lock.
    OpenElsewhere,
    /// A newer app wrote it; saving would lose what this one does not know.
    NewerVersion { version: u32, app: String },
    /// The file, its folder or the disk cannot be written.
    NotWritable(String),
}

/// A file that cannot be read, and what can be put in its place.
pub struct Recovery {
    pub reason: Unreadable,
    /// Counted from 1; 0 when there is no place to point at.
    pub line: usize,
    pub column: usize,
    pub path: PathBuf,
    /// Newest first.
    pub backups: Vec<BackupInfo>,
    /// Set when another instance has the file or a newer version wrote it: then nothing can be put in its place.
    pub read_only: Option<ReadOnlyReason>,
    pub file: DataFile,
}

/// A file that was known and is gone.
pub struct Missing {
    pub path: PathBuf,
    /// Newest first.
    pub backups: Vec<BackupInfo>,
    pub file: DataFile,
}

/// Opens the data file. Reads the whole file; nothing is written but the lock, the list of known files and leftovers removed.
pub fn open(fs: &Arc<dyn Fs>, paths: &StorePaths, now: DateTime<Utc>) -> Opened {
    let mut file = DataFile {
        fs: Arc::clone(fs),
        paths: paths.clone(),
        access: Access::Write,
        on_disk: None,
        attempted: None,
        lock: None,
        older_version: None,
    };
    if let Err(error) = fs.metadata(&paths.data)
        && error.kind() == io::ErrorKind::NotFound
    {
        return open_absent(file);
    }
    let read_only = claim(&mut file).err();
    if read_only.is_some() {
        file.access = Access::ReadOnly;
    }
    let bytes = match fs.read(&paths.data, MAX_FILE_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => return recovery(file, error.into(), read_only),
    };
    match read(&bytes) {
        Err(error) => recovery(file, error, read_only),
        Ok(read) => loaded(file, &bytes, read, read_only, now),
    }
}

fn open_absent(file: DataFile) -> Opened {
    let backups = backups::list(&*file.fs, &file.paths);
    if known::is_known(&*file.fs, &file.paths) || !backups.is_empty() {
        Opened::Missing(Missing { path: file.paths.data.clone(), backups, file })
    } else {
        Opened::New(file)
    }
}

fn recovery(mut file: DataFile, error: ReadError, read_only: Option<ReadOnlyReason>) -> Opened {
    let ReadError { reason, line, column } = error;
    let newer = match &reason {
        Unreadable::Newer { version, app } => {
            Some(ReadOnlyReason::NewerVersion { version: *version, app: app.clone() })
        }
        _ => None,
    };
    let read_only = newer.or(read_only);
    if read_only.is_some() {
        file.access = Access::ReadOnly;
    }
    let backups = backups::list(&*file.fs, &file.paths);
    Opened::Recovery(Recovery { reason, line, column, path: file.paths.data.clone(), backups, read_only, file })
}

fn loaded(
    mut file: DataFile,
    bytes: &[u8],
    read: Read,
    read_only: Option<ReadOnlyReason>,
    now: DateTime<Utc>,
) -> Opened {
    let Read { head, model, newly_quarantined } = read;
    let newer =
        (head.version > VERSION).then_some(ReadOnlyReason::NewerVersion { version: head.version, app: head.app });
    let read_only = newer.or(read_only);
    if read_only.is_some() {
        file.access = Access::ReadOnly;
    } else {
        remove_stale(&*file.fs, &file.paths, now);
        if !known::is_known(&*file.fs, &file.paths) {
            // Without it a file that goes missing later is not asked about; this one opened all the same.
            let _ = known::remember(&*file.fs, &file.paths, now);
        }
    }
    file.on_disk = Some(OnDisk::of(bytes, &model));
    file.older_version = older(head.version);
    let heartbeat = model.running.as_ref().map(|running| {
        let beat = last_beat(&*file.fs, &file.paths.heartbeat, running.id);
        beat.map_or(running.last_alive, |beat| beat.max(running.last_alive))
    });
    let saved_at = file.fs.metadata(&file.paths.data).ok().and_then(|meta| meta.modified);
    let loaded = Loaded { model, heartbeat, quarantined: newly_quarantined, saved_at, file };
    match read_only {
        Some(reason) => Opened::ReadOnly(loaded, reason),
        None => Opened::Ready(loaded),
    }
}

/// Takes the lock and tries whether the file can be replaced.
fn claim(file: &mut DataFile) -> Result<(), ReadOnlyReason> {
    let not_writable = |error: io::Error| ReadOnlyReason::NotWritable(error.to_string());
    match file.fs.lock(&file.paths.lock).map_err(not_writable)? {
        Locked::Held(lock) => file.lock = Some(lock),
        Locked::Taken => return Err(ReadOnlyReason::OpenElsewhere),
        // Some network folders have no locks: then it is as if the app were alone.
        Locked::Unsupported => {}
    }
    file.fs.check_writable(&file.paths.data).map_err(not_writable)?;
    let name = file.paths.data.file_name().unwrap_or_default().to_string_lossy();
    let probe = file.paths.data.with_file_name(format!(".{name}.probe-{}{TEMP_ENDING}", std::process::id()));
    // Left by a process of the same number that was killed.
    let _ = file.fs.remove(&probe);
    match file.fs.create_new(&probe) {
        // A full disk is told at the first save, which is tried again until it goes.
        Err(error) if SaveError::from(io::Error::from(error.kind())) == SaveError::DiskFull => Ok(()),
        Err(error) => Err(not_writable(error)),
        Ok(_) => {
            let _ = file.fs.remove(&probe);
            Ok(())
        }
    }
}

impl Recovery {
    /// Puts a backup in the place of the file that cannot be read, which is kept among the backups.
    ///
    /// # Errors
    /// The file is as it was, and this can be tried again.
    pub fn restore(&mut self, backup: &std::path::Path, now: DateTime<Utc>) -> Result<Model, RestoreError> {
        self.file.restore(backup, now)
    }

    /// Keeps the unreadable file among the backups and begins with an empty model, on the user's word.
    ///
    /// # Errors
    /// The file is as it was.
    pub fn start_new(&mut self, now: DateTime<Utc>) -> Result<(), SaveError> {
        if self.file.access == Access::ReadOnly {
            return Err(SaveError::ReadOnly);
        }
        self.file.put_aside(backups::BackupKind::BeforeRestore, now).map(|_copy| ())
    }
}

impl Missing {
    /// Puts a backup in the place of the missing file.
    ///
    /// # Errors
    /// Nothing was changed, and this can be tried again.
    pub fn restore(&mut self, backup: &std::path::Path, now: DateTime<Utc>) -> Result<Model, RestoreError> {
        self.file.restore(backup, now)
    }
}
