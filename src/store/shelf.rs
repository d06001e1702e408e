//! Small private files of other parts: what waits to be sent, and secrets where there is no keyring.

use std::io::ErrorKind;
use std::path::PathBuf;

use super::atomic::write;
use super::fs::{Fs, PRIVATE_MODE, RealFs};
use super::paths::folder_of;
use crate::platform::shelf::{MAX_SHELF_BYTES, Shelf};

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
    fn read(&self) -> Vec<u8> {
        RealFs.read(&self.0, MAX_SHELF_BYTES).unwrap_or_default()
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
        assert_eq!(file.read(), b"");
        file.write(b"one").unwrap();
        assert_eq!((file.read(), mode()), (b"one".to_vec(), 0o600));
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        file.write(b"two").unwrap();
        assert_eq!((file.read(), mode()), (b"two".to_vec(), 0o600));
        file.remove().unwrap();
        file.remove().unwrap();
        assert!(!path.exists());
    }
}
