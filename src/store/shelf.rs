//! Small private files of other parts: what waits to be sent, and secrets where there is no keyring.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::atomic::write;
use super::fs::{Fs, PRIVATE_MODE, RealFs};
use super::paths::folder_of;
use crate::platform::shelf::{MAX_SHELF_BYTES, Shelf};

/// Most files put aside beside one; then someone has to look at them.
const MAX_ASIDE: u32 = 100;

/// A file of this user alone (0600 on Unix), written whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateFile(PathBuf);

impl PrivateFile {
    /// Names the file; makes nothing.
    pub fn at(path: PathBuf) -> Self {
        Self(path)
    }
}

impl Shelf for PrivateFile {
    fn read(&self) -> Result<Vec<u8>, String> {
        match RealFs.read(&self.0, MAX_SHELF_BYTES) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            read => read.map_err(|error| error.to_string()),
        }
    }

    fn write(&self, bytes: &[u8]) -> Result<(), String> {
        let fs = RealFs;
        fs.create_dir(folder_of(&self.0)).map_err(|error| error.to_string())?;
        // The new file takes over the mode of the old one, which someone may have opened to others.
        if fs.metadata(&self.0).is_ok() {
            fs.set_mode(&self.0, PRIVATE_MODE).map_err(|error| error.to_string())?;
        }
        write(&fs, &self.0, bytes).map_err(|error| error.to_string())
    }

    fn remove(&self) -> Result<(), String> {
        match RealFs.remove(&self.0) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.to_string()),
            _ => Ok(()),
        }
    }

    fn put_aside(&self) -> Result<(), String> {
        let fs = RealFs;
        let is_free = |path: &PathBuf| matches!(fs.metadata(path), Err(error) if error.kind() == ErrorKind::NotFound);
        if is_free(&self.0) {
            return Ok(());
        }
        let aside = (1..=MAX_ASIDE).map(|number| aside(&self.0, number)).find(is_free);
        let aside = aside.ok_or_else(|| ErrorKind::AlreadyExists.to_string())?;
        fs.rename(&self.0, &aside).map_err(|error| error.to_string())?;
        fs.sync_dir(folder_of(&self.0)).map_err(|error| error.to_string())
    }
}

/// The name of what could not be read.
fn aside(path: &Path, number: u32) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".unreadable-{number}"));
    path.with_file_name(name)
}

#[cfg(test)]
mod aside_tests {
    use super::*;

    #[test]
    fn what_is_put_aside_stays_whole_beside_what_was_put_aside_before() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("outbox.ron");
        let file = PrivateFile::at(path.clone());
        file.put_aside().unwrap();
        for words in [b"one".as_slice(), b"two"] {
            file.write(words).unwrap();
            file.put_aside().unwrap();
            assert_eq!(file.read(), Ok(Vec::new()));
        }
        let at = |number| PrivateFile::at(aside(&path, number)).read().unwrap();
        assert_eq!((at(1), at(2)), (b"one".to_vec(), b"two".to_vec()));
    }

    #[test]
    fn what_cannot_be_read_is_not_nothing() {
        let dir = tempfile::tempdir().unwrap();
        assert!(PrivateFile::at(dir.path().to_owned()).read().is_err());
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn it_is_for_this_user_alone_also_when_it_was_opened_to_others() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("new/mainspring.ron.secrets");
        let file = PrivateFile::at(path.clone());
        let mode = || std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(file.read(), Ok(Vec::new()));
        file.write(b"one").unwrap();
        assert_eq!((file.read(), mode()), (Ok(b"one".to_vec()), 0o600));
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        file.write(b"two").unwrap();
        assert_eq!((file.read(), mode()), (Ok(b"two".to_vec()), 0o600));
        file.remove().unwrap();
        file.remove().unwrap();
        assert!(!path.exists());
    }
}
