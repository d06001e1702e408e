//! Where things lie on disk, by the rules of each system.
//!
//! | What | Linux | Windows | macOS |
//! |---|---|---|---|
//! | data file | `$XDG_DATA_HOME/mainspring/mainspring.ron` | `%APPDATA%\mainspring_app\Mainspring\data\` | `Application Support` |
//! | backups | `backups-mainspring/` beside the data file | the same | the same |
//! | state | `$XDG_STATE_HOME/mainspring/` | `%LOCALAPPDATA%\mainspring_app\Mainspring\data\` | `Application Support` |
//!
//! State is what belongs to this device and never to a synced folder: heartbeats of running sessions, the list of
//! known data files, what may be opened here, what waits to be sent, the window's place and size, the log.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};
use thiserror::Error;

/// Name of the app for the desktop: file names, window class, notifications. Never changes.
pub const APP_ID: &str = "io.github.mainspring_app.Mainspring";

/// Name of the data file when none is given.
pub const DATA_FILE_NAME: &str = "mainspring.ron";

/// Why no folder can be named.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PathsError {
    /// Neither the environment nor the system's user list names a home folder.
    #[error("this user has no home folder; name a data file with --data")]
    NoHome,
}

/// The folders of this user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The data file used when no other is named.
    pub default_data_file: PathBuf,
    /// Folder for what belongs to this device.
    pub state_dir: PathBuf,
    /// Folder for files that leave the app when no dialog asks: the documents, or else the home folder.
    pub documents_dir: Option<PathBuf>,
}

impl Paths {
    /// Asks the system; on Linux only `HOME` and the XDG variables change the answer. Creates nothing.
    pub fn of_this_user() -> Result<Self, PathsError> {
        let dirs = ProjectDirs::from("io.github", "mainspring_app", "Mainspring").ok_or(PathsError::NoHome)?;
        Ok(Self {
            default_data_file: dirs.data_dir().join(DATA_FILE_NAME),
            state_dir: dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned(),
            documents_dir: documents_dir(),
        })
    }

    /// File with the window's place and size; kept apart from what the user wrote.
    #[must_use]
    pub fn window_file(&self) -> PathBuf {
        self.state_dir.join("window.ron")
    }

    /// File that lists the data files opened on this device, so that a missing one is noticed.
    #[must_use]
    pub fn known_files(&self) -> PathBuf {
        self.state_dir.join("known_files.ron")
    }

    /// File that lists what may be opened on this device at the start of a session.
    #[must_use]
    pub fn allowed_file(&self) -> PathBuf {
        self.state_dir.join("allowed.ron")
    }

    /// Folder of the rotating log.
    #[must_use]
    pub fn log_dir(&self) -> PathBuf {
        self.state_dir.join("log")
    }

    /// Heartbeat of a session running on `data_file`; one for each data file, named after a stable hash of its path.
    #[must_use]
    pub fn heartbeat_file(&self, data_file: &Path) -> PathBuf {
        self.per_file("heartbeats", data_file)
    }

    /// What waits to be sent for `data_file`; of this device alone, so that a synced folder sends nothing twice.
    #[must_use]
    pub fn outbox_file(&self, data_file: &Path) -> PathBuf {
        self.per_file("outbox", data_file)
    }

    fn per_file(&self, folder: &str, data_file: &Path) -> PathBuf {
        let path = resolved(data_file);
        let hash = fnv1a(path.as_os_str().as_encoded_bytes());
        let stem = path.file_stem().unwrap_or(OsStr::new("data"));
        let name = joined(&[stem, OsStr::new(&format!("-{hash:016x}.ron"))]);
        self.state_dir.join(folder).join(name)
    }
}

fn documents_dir() -> Option<PathBuf> {
    let dirs = UserDirs::new()?;
    let documents = dirs.document_dir().filter(|dir| dir.is_dir());
    Some(documents.unwrap_or_else(|| dirs.home_dir()).to_owned())
}

/// Folder of the backups of `data_file`: `backups-<stem>` beside it, so that both move together.
#[must_use]
pub fn backups_dir(data_file: &Path) -> PathBuf {
    let stem = data_file.file_stem().unwrap_or(OsStr::new("data"));
    data_file.with_file_name(joined(&[OsStr::new("backups-"), stem]))
}

/// Lock of `data_file`: its own name with `.lock` added. Never the file itself, which a rename replaces.
#[must_use]
pub fn lock_file(data_file: &Path) -> PathBuf {
    let name = data_file.file_name().unwrap_or(OsStr::new("data"));
    data_file.with_file_name(joined(&[name, OsStr::new(".lock")]))
}

/// Secrets of outlets where there is no keyring: the name of `data_file` with `.secrets` added.
#[must_use]
pub fn secrets_file(data_file: &Path) -> PathBuf {
    let name = data_file.file_name().unwrap_or(OsStr::new("data"));
    data_file.with_file_name(joined(&[name, OsStr::new(".secrets")]))
}

/// Makes `dir` and its parents, readable by this user only where it is new (0700 on Unix).
pub fn create_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// The full path with links followed, in the form that people and other programs know; an error when nothing is there.
///
/// On Windows the system answers `\\?\C:\…`, which the file manager does not open; `C:\…` is given where it names the same.
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    let full = fs::canonicalize(path)?;
    if !cfg!(windows) {
        return Ok(full);
    }
    let plain = full.to_str().and_then(without_prefix).map(PathBuf::from);
    Ok(plain.filter(|plain| fs::canonicalize(plain).is_ok_and(|again| again == full)).unwrap_or(full))
}

/// `C:\a` of `\\?\C:\a` and `\\server\a` of `\\?\UNC\server\a`; nothing for other kinds.
fn without_prefix(verbatim: &str) -> Option<String> {
    let rest = verbatim.strip_prefix(r"\\?\")?;
    match rest.strip_prefix(r"UNC\") {
        Some(share) => Some(format!(r"\\{share}")),
        None => (rest.get(1..3) == Some(r":\")).then(|| rest.to_owned()),
    }
}

/// The path with links followed, as far as it exists, so that two ways to one file share their sidecars.
fn resolved(file: &Path) -> PathBuf {
    let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    if let Ok(path) = canonical(&absolute) {
        return path;
    }
    match (absolute.parent().map(canonical), absolute.file_name()) {
        (Some(Ok(dir)), Some(name)) => dir.join(name),
        _ => absolute,
    }
}

fn joined(parts: &[&OsStr]) -> OsString {
    parts.iter().copied().collect()
}

/// FNV-1a, 64 bit; written out because the standard hasher may change between versions and these names must not.
/// Source: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> Paths {
        Paths {
            default_data_file: PathBuf::from("/data/mainspring.ron"),
            state_dir: PathBuf::from("/state"),
            documents_dir: None,
        }
    }

    #[test]
    fn sidecars_lie_beside_the_data_file() {
        let file = Path::new("/synced/spring.v2.ron");
        assert_eq!(lock_file(file), Path::new("/synced/spring.v2.ron.lock"));
        assert_eq!(secrets_file(file), Path::new("/synced/spring.v2.ron.secrets"));
        assert_eq!(backups_dir(file), Path::new("/synced/backups-spring.v2"));
    }

    #[test]
    fn the_hash_matches_the_published_values() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_windows_path_loses_the_prefix_no_other_program_knows() {
        assert_eq!(without_prefix(r"\\?\C:\Users\ä").as_deref(), Some(r"C:\Users\ä"));
        assert_eq!(without_prefix(r"\\?\UNC\server\share\a").as_deref(), Some(r"\\server\share\a"));
        assert_eq!(without_prefix(r"\\?\Volume{0-0}\a"), None);
        assert_eq!(without_prefix("/home/a"), None);
    }

    #[test]
    fn a_folder_that_is_there_has_a_plain_full_path() {
        let dir = tempfile::tempdir().unwrap();
        let full = canonical(dir.path()).unwrap();
        assert!(full.is_absolute() && !full.to_string_lossy().starts_with(r"\\?\"), "{}", full.display());
        assert_eq!(canonical(&full).unwrap(), full);
        assert!(canonical(&dir.path().join("no")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn files_of_the_same_name_have_heartbeats_of_their_own() {
        let one = paths().heartbeat_file(Path::new("/nowhere/a/mainspring.ron"));
        let other = paths().heartbeat_file(Path::new("/nowhere/b/mainspring.ron"));
        assert_eq!(one.parent(), Some(Path::new("/state/heartbeats")));
        assert!(one.file_name().unwrap().to_str().unwrap().starts_with("mainspring-"));
        assert_ne!(one, other);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_file_shares_its_heartbeat() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("mainspring.ron");
        let link = dir.path().join("link.ron");
        fs::File::create(&file).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!(paths().heartbeat_file(&file), paths().heartbeat_file(&link));
    }

    #[cfg(unix)]
    #[test]
    fn a_new_folder_is_for_this_user_only() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let new = dir.path().join("a/b");
        create_private_dir(&new).unwrap();
        assert_eq!(fs::metadata(&new).unwrap().permissions().mode() & 0o777, 0o700);
        create_private_dir(&new).unwrap();
    }
}
