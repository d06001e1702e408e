//! The one data file in our hands: what is known to be in it, and how it is saved, copied and restored.

use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::atomic::{SaveError, replace};
use super::backups::{self, BackupKind};
use super::document::{VERSION, same_data};
use super::fs::{Fs, Locked, MAX_FILE_BYTES};
use super::known;
use super::paths::{StorePaths, folder_of};
use super::read::{ReadError, Unreadable, read, read_back};
use super::write::to_text;
use crate::domain::Model;

/// A save that loses fewer goals, wishes and sessions than this is never asked about.
const MIN_LOSS: usize = 3;

/// The data file, held for as long as the app runs.
pub struct DataFile {
    pub(super) fs: Arc<dyn Fs>,
    pub(super) paths: StorePaths,
    pub(super) access: Access,
    /// What is on the disk, as last read or written by us; `None` when there is nothing.
    pub(super) on_disk: Option<OnDisk>,
    /// What a save that failed may have left there all the same: a rename whose sync went wrong.
    pub(super) attempted: Option<OnDisk>,
    pub(super) lock: Option<Box<dyn Send + Sync>>,
    /// The older version of the format that the file has; it is backed up before it is written anew.
    pub(super) older_version: Option<u32>,
}

/// Whether we may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Write,
    ReadOnly,
}

/// What the user said about a save that leaves out most of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shrink {
    /// Refuse it.
    #[default]
    Guard,
    /// It is meant.
    Allow,
}

/// How a save went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    Written,
    /// The file holds exactly this already; nothing was written.
    Unchanged,
}

/// Content of the file as far as it must be known to notice a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OnDisk {
    print: Fingerprint,
    weight: usize,
}

/// Tells contents apart within one run of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint {
    hash: u64,
    len: usize,
}

impl Fingerprint {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self { hash: hasher.finish(), len: bytes.len() }
    }
}

impl OnDisk {
    pub(super) fn of(bytes: &[u8], model: &Model) -> Self {
        Self { print: Fingerprint::of(bytes), weight: weight(model) }
    }
}

impl DataFile {
    /// Where everything lies.
    pub fn paths(&self) -> &StorePaths {
        &self.paths
    }

    /// The file operations it uses.
    pub fn fs(&self) -> &Arc<dyn Fs> {
        &self.fs
    }

    /// Whether anything will be written.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Saves by the recipe of [`replace`], if something changed.
    ///
    /// # Errors
    /// The file is as it was, and the same save can be tried again.
    pub fn save(&mut self, model: &Model, shrink: Shrink, now: DateTime<Utc>) -> Result<Saved, SaveError> {
        if self.access == Access::ReadOnly {
            return Err(SaveError::ReadOnly);
        }
        let text = to_text(model)?;
        let new = OnDisk::of(text.as_bytes(), model);
        if self.on_disk == Some(new) {
            return Ok(Saved::Unchanged);
        }
        if shrink == Shrink::Guard {
            self.guard_shrink(new.weight, model)?;
        }
        let is_first = self.on_disk.is_none();
        if is_first {
            self.claim()?;
        }
        let verify =
            |read: &[u8]| read == text.as_bytes() && read_back(read).is_some_and(|read| same_data(&read, model));
        if self.older_version.is_some() {
            self.back_up(BackupKind::BeforeMigration, now)?;
            self.older_version = None;
        }
        self.put(text.as_bytes(), new, verify)?;
        if is_first {
            // Without it a file that goes missing later is not asked about; saving went well all the same.
            let _ = known::remember(&*self.fs, &self.paths, now);
        }
        Ok(Saved::Written)
    }

    /// Replaces the file unless another program changed it; afterwards `on_disk` says what is there.
    fn put(&mut self, bytes: &[u8], new: OnDisk, verify: impl FnOnce(&[u8]) -> bool) -> Result<(), SaveError> {
        let permit = || self.check_unchanged(new.print);
        let result = replace(&*self.fs, &self.paths.data, bytes, verify, permit);
        if result.is_ok() {
            self.on_disk = Some(new);
            self.attempted = None;
        } else if !matches!(result, Err(SaveError::ChangedOutside { .. } | SaveError::HalfSynced { .. })) {
            self.attempted = Some(new);
        }
        result
    }

    /// The target holds what we last saw there, or already what is to be written.
    fn check_unchanged(&self, new: Fingerprint) -> Result<(), SaveError> {
        let bytes = match self.fs.read(&self.paths.data, MAX_FILE_BYTES) {
            Ok(bytes) => bytes,
            // Moved or deleted while open: nothing is overwritten, and what we hold is all there is.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let found = Fingerprint::of(&bytes);
        let ours = [self.on_disk, self.attempted].into_iter().flatten();
        if found == new || ours.map(|known| known.print).any(|known| known == found) {
            return Ok(());
        }
        let is_whole = read(&bytes).map_or_else(|error| matches!(error.reason, Unreadable::Newer { .. }), |_| true);
        if is_whole { Err(SaveError::ChangedOutside { ours: None }) } else { Err(SaveError::HalfSynced { ours: None }) }
    }

    fn guard_shrink(&self, to: usize, model: &Model) -> Result<(), SaveError> {
        let Some(OnDisk { weight: from, .. }) = self.on_disk else { return Ok(()) };
        let is_emptied = model.is_empty() && from > 1;
        let is_halved = to * 2 < from && from - to >= MIN_LOSS;
        if is_emptied || is_halved { Err(SaveError::WouldShrink { from, to }) } else { Ok(()) }
    }

    /// Makes the folder and takes the lock, before the first file is written.
    fn claim(&mut self) -> Result<(), SaveError> {
        self.fs.create_dir(self.paths.folder())?;
        if self.lock.is_none() {
            match self.fs.lock(&self.paths.lock)? {
                Locked::Held(lock) => self.lock = Some(lock),
                Locked::Taken => return Err(SaveError::ReadOnly),
                Locked::Unsupported => {}
            }
        }
        Ok(())
    }

    /// Writes a model to another file, as "save a copy" does; works also read-only.
    ///
    /// # Errors
    /// The other file is as it was.
    pub fn save_copy(fs: &dyn Fs, model: &Model, path: &Path) -> Result<(), SaveError> {
        let text = to_text(model)?;
        let path = super::paths::resolve(fs, path);
        let verify = |read: &[u8]| read_back(read).is_some_and(|read| same_data(&read, model));
        replace(fs, &path, text.as_bytes(), verify, || Ok(()))
    }

    /// Copies the file as it is on the disk into the backups.
    ///
    /// # Errors
    /// Refuses a file that does not load.
    pub fn back_up(&self, kind: BackupKind, now: DateTime<Utc>) -> Result<BackedUp, SaveError> {
        if self.access == Access::ReadOnly {
            return Err(SaveError::ReadOnly);
        }
        let bytes = match self.fs.read(&self.paths.data, MAX_FILE_BYTES) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BackedUp::Nothing),
            bytes => bytes?,
        };
        if kind == BackupKind::Auto && backups::is_backed_up(&*self.fs, &self.paths, &bytes) {
            return Ok(BackedUp::Already);
        }
        backups::make(&*self.fs, &self.paths, &bytes, kind, now).map(BackedUp::Made)
    }

    /// Puts a backup in the place of the file, byte for byte; what was there becomes a backup first.
    ///
    /// # Errors
    /// The file is as it was.
    pub fn restore(&mut self, backup: &Path, now: DateTime<Utc>) -> Result<Model, RestoreError> {
        if self.access == Access::ReadOnly {
            return Err(SaveError::ReadOnly.into());
        }
        self.claim()?;
        let bytes = self.fs.read(backup, MAX_FILE_BYTES).map_err(ReadError::from)?;
        let loaded = read(&bytes)?;
        if loaded.head.version > VERSION {
            return Err(RestoreError::Newer);
        }
        self.put_aside(BackupKind::BeforeRestore, now)?;
        let new = OnDisk::of(&bytes, &loaded.model);
        self.put(&bytes, new, |read| read == bytes)?;
        let _ = known::remember(&*self.fs, &self.paths, now);
        Ok(loaded.model)
    }

    /// Copies what is at the path now into the backups, whatever it is, and takes note of it; gives back the copy.
    pub(super) fn put_aside(&mut self, kind: BackupKind, now: DateTime<Utc>) -> Result<Option<PathBuf>, SaveError> {
        let bytes = match self.fs.read(&self.paths.data, MAX_FILE_BYTES) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            bytes => bytes?,
        };
        let model = read(&bytes).ok().filter(|read| read.head.version <= VERSION).map(|read| read.model);
        let kind = if model.is_some() { kind } else { BackupKind::Unreadable };
        let copy = backups::make(&*self.fs, &self.paths, &bytes, kind, now)?;
        self.on_disk = Some(OnDisk::of(&bytes, &model.unwrap_or_default()));
        Ok(Some(copy))
    }

    /// Takes what another program wrote as the file's content from now on.
    pub(super) fn adopt(&mut self) -> Result<Model, RestoreError> {
        let bytes = self.fs.read(&self.paths.data, MAX_FILE_BYTES).map_err(ReadError::from)?;
        let loaded = read(&bytes)?;
        if loaded.head.version > VERSION {
            return Err(RestoreError::Newer);
        }
        self.on_disk = Some(OnDisk::of(&bytes, &loaded.model));
        self.older_version = older(loaded.head.version);
        Ok(loaded.model)
    }

    /// Saves beside the file, for when another program changed it.
    pub(super) fn save_beside(&self, model: &Model, path: &Path) -> Result<PathBuf, SaveError> {
        self.fs.create_dir(folder_of(path))?;
        Self::save_copy(&*self.fs, model, path)?;
        Ok(path.to_owned())
    }
}

/// What came of a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackedUp {
    Made(PathBuf),
    /// The newest backup holds the same.
    Already,
    /// There is no file yet.
    Nothing,
}

/// Why a backup could not be restored, or another program's file not be taken.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum RestoreError {
    #[error("it cannot be read: {0}")]
    Read(#[from] ReadError),
    #[error("a newer version wrote it")]
    Newer,
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::FileTooLarge => Unreadable::TooLarge,
            _ => Unreadable::Io(error.to_string()),
        };
        Self { reason, line: 0, column: 0 }
    }
}

/// The version of a file, if it is older than what this app writes.
pub(super) fn older(version: u32) -> Option<u32> {
    (version < VERSION).then_some(version)
}

/// What a loss is measured by: the records a person made one by one.
fn weight(model: &Model) -> usize {
    model.goals.len() + model.wishes.len() + model.sessions.len()
}
