//! Every file operation the store does, behind one trait, so that a test can make each of them fail.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

/// Largest file that is read, in bytes; a goal of fifty years stays far below.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// Mode of a new file on Unix: for this user only.
pub const PRIVATE_MODE: u32 = 0o600;

/// What is known of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    pub kind: Kind,
    /// Size in bytes.
    pub len: u64,
    /// When its content last changed; `None` where the file system does not say.
    pub modified: Option<DateTime<Utc>>,
    /// Permission bits on Unix, without the kind of file.
    pub mode: Option<u32>,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    Other,
}

/// How an attempt to take a lock ended.
pub enum Locked {
    /// It is ours until this is dropped or the process ends in any way.
    Held(Box<dyn Send + Sync>),
    /// Another process holds it.
    Taken,
    /// This file system has no locks.
    Unsupported,
}

/// A new file that is being written.
pub trait Output {
    /// Writes all of `bytes` behind what is there.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Waits until everything is on the disk.
    fn sync(&mut self) -> io::Result<()>;
}

/// The file operations of the store. Nothing here truncates or changes a file in place.
pub trait Fs: Send + Sync {
    /// The whole content; an error of kind `FileTooLarge` beyond `max_bytes`.
    fn read(&self, path: &Path, max_bytes: u64) -> io::Result<Vec<u8>>;
    /// A new file for this user only; an error when there is one already.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Output>>;
    /// Sets the permission bits; does nothing where there are none.
    fn set_mode(&self, path: &Path, mode: u32) -> io::Result<()>;
    /// Puts `from` in the place of `to` in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk; does nothing on Windows, where there is no such call.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Follows links.
    fn metadata(&self, path: &Path) -> io::Result<Meta>;
    /// The paths in a folder, in no order.
    fn list(&self, dir: &Path) -> io::Result<Vec<PathBuf>>;
    /// Makes a folder and its parents, new ones for this user only.
    fn create_dir(&self, dir: &Path) -> io::Result<()>;
    /// The full path with links followed.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;
    fn read_link(&self, path: &Path) -> io::Result<PathBuf>;
    /// Opens an existing file for writing and closes it again: says whether that is allowed.
    fn check_writable(&self, path: &Path) -> io::Result<()>;
    /// Makes the lock file if needed and tries to lock it; never waits, never removes it.
    fn lock(&self, path: &Path) -> io::Result<Locked>;
}

/// The files of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealFs;

impl Output for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Write::write_all(self, bytes)
    }
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place the bans point to")]
impl Fs for RealFs {
    fn read(&self, path: &Path, max_bytes: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let mut bytes = Vec::new();
        file.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > max_bytes { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        private(&mut options);
        Ok(Box::new(options.open(path)?))
    }

    fn set_mode(&self, path: &Path, mode: u32) -> io::Result<()> {
        set_mode(path, mode)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        let meta = fs::metadata(path)?;
        let kind = match (meta.is_file(), meta.is_dir()) {
            (true, _) => Kind::File,
            (_, true) => Kind::Folder,
            _ => Kind::Other,
        };
        let modified = meta.modified().ok().map(DateTime::<Utc>::from);
        Ok(Meta { kind, len: meta.len(), modified, mode: mode_of(&meta) })
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(dir)?.map(|entry| entry.map(|entry| entry.path())).collect()
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        crate::platform::paths::create_private_dir(dir)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        crate::platform::paths::canonical(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn check_writable(&self, path: &Path) -> io::Result<()> {
        OpenOptions::new().write(true).open(path).map(drop)
    }

    fn lock(&self, path: &Path) -> io::Result<Locked> {
        let mut options = OpenOptions::new();
        // Read and write, because network file systems refuse a lock on a file opened only for reading.
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Locked::Held(Box::new(file))),
            Err(TryLockError::WouldBlock) => Ok(Locked::Taken),
            Err(TryLockError::Error(_)) => Ok(Locked::Unsupported),
        }
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, PRIVATE_MODE);
}

#[cfg(not(unix))]
fn private(_options: &mut OpenOptions) {}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have no mode")]
fn mode_of(meta: &fs::Metadata) -> Option<u32> {
    Some(std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o7777)
}

#[cfg(not(unix))]
fn mode_of(_meta: &fs::Metadata) -> Option<u32> {
    None
}
