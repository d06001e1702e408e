//! How a file is replaced: a new one beside it, synced and read back, put in its place in one step.
//!
//! On any failure the old file stays as it was and the new one is removed. Hard links, extended attributes and
//! access lists of the old file are not carried over.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use thiserror::Error;

use super::fs::{Fs, MAX_FILE_BYTES};
use super::paths::folder_of;
use super::write::WriteError;

/// Ending of files that are being written; nobody else uses it.
pub const TEMP_ENDING: &str = ".mainspring-tmp";

/// Waits between attempts on Windows while a scanner or a sync tool holds the file, in milliseconds; 2.5 s in all.
const PATIENCE_MS: [u64; 7] = [10, 25, 50, 100, 315, 750, 1250];

static NEXT_TEMP: AtomicU64 = AtomicU64::new(0);

/// Why a file could not be saved; the old one is untouched unless it says otherwise.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SaveError {
    #[error("the disk is full")]
    DiskFull,
    #[error("writing is not allowed there: {0}")]
    NotAllowed(String),
    #[error("the folder is gone")]
    FolderGone,
    #[error("{0}")]
    Io(String),
    /// What came back from the disk is not what was written.
    #[error("the disk gave back something else than was written")]
    NotVerified,
    #[error(transparent)]
    Write(#[from] WriteError),
    /// Ours lies beside it, in the file named here, once that could be written.
    #[error("the file was changed by another program")]
    ChangedOutside { ours: Option<PathBuf> },
    /// As while a sync tool is still writing; it is tried again. After a while ours is written beside it, in the file
    /// named here.
    #[error("another program left the file unreadable")]
    HalfSynced { ours: Option<PathBuf> },
    /// Nothing is written until the user says that this is meant.
    #[error("most would be gone: {to} of {from} goals, wishes and sessions are left")]
    WouldShrink { from: usize, to: usize },
    #[error("the file is open read-only")]
    ReadOnly,
    #[error("the disk does not answer")]
    TooSlow,
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotAllowed(error.to_string()),
            io::ErrorKind::NotFound => Self::FolderGone,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// Puts `bytes` at `target`, which must not be a link.
///
/// `verify` sees what came back from the disk; `permit` has the last word before the old file is replaced.
///
/// # Errors
/// The old file is untouched, but for an error of the very last step, the sync of the folder: then the new one is in
/// place and may not survive a power cut.
pub fn replace(
    fs: &dyn Fs,
    target: &Path,
    bytes: &[u8],
    verify: impl FnOnce(&[u8]) -> bool,
    permit: impl FnOnce() -> Result<(), SaveError>,
) -> Result<(), SaveError> {
    let (temp, output) = create_temp(fs, target)?;
    let written = fill(fs, &temp, output, target, bytes, verify)
        .and_then(|()| permit())
        .and_then(|()| rename_patiently(fs, &temp, target).map_err(SaveError::from));
    if let Err(error) = written {
        // The error that matters is the first; a leftover is removed at a later start.
        let _ = fs.remove(&temp);
        return Err(error);
    }
    fs.sync_dir(folder_of(target)).map_err(SaveError::from)
}

/// As [`replace`], for small files that only have to be whole.
pub fn write(fs: &dyn Fs, target: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    replace(fs, target, bytes, |read| read == bytes, || Ok(()))
}

fn create_temp(fs: &dyn Fs, target: &Path) -> Result<(PathBuf, Box<dyn super::fs::Output>), SaveError> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    loop {
        let number = NEXT_TEMP.fetch_add(1, Ordering::Relaxed);
        let temp = target.with_file_name(format!(".{name}.{}-{number}{TEMP_ENDING}", std::process::id()));
        match fs.create_new(&temp) {
            Ok(output) => return Ok((temp, output)),
            // Left by a process of the same number that was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn fill(
    fs: &dyn Fs,
    temp: &Path,
    mut output: Box<dyn super::fs::Output>,
    target: &Path,
    bytes: &[u8],
    verify: impl FnOnce(&[u8]) -> bool,
) -> Result<(), SaveError> {
    output.write_all(bytes)?;
    if let Some(mode) = fs.metadata(target).ok().and_then(|meta| meta.mode) {
        // Where modes cannot be set, the private one of the new file stays.
        let _ = fs.set_mode(temp, mode);
    }
    output.sync()?;
    drop(output);
    let read = fs.read(temp, MAX_FILE_BYTES)?;
    if verify(&read) { Ok(()) } else { Err(SaveError::NotVerified) }
}

fn rename_patiently(fs: &dyn Fs, from: &Path, to: &Path) -> io::Result<()> {
    for wait in PATIENCE_MS {
        match fs.rename(from, to) {
            Err(error) if is_held(&error) => thread::sleep(Duration::from_millis(wait)),
            done => return done,
        }
    }
    fs.rename(from, to)
}

/// Access denied, sharing violation, lock violation: what Windows says while another program has the file open.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}
