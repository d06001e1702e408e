//! What this device may open at the start of a session: exactly what was shown and allowed here, nothing like it.
//!
//! The list is state of this device and never part of the data file, so that a file that was synced, imported or changed
//! by someone else cannot start anything unseen.

use std::path::Path;

use super::atomic::{SaveError, write};
use super::document::{one_line, read_options};
use super::fs::Fs;
use super::paths::folder_of;
use crate::domain::environment::Opens;

/// Most entries remembered; the oldest are forgotten and asked about again.
const MAX_ENTRIES: usize = 200;
/// Longest list that is read, in bytes.
const MAX_BYTES: u64 = 1_000_000;

/// What is allowed, oldest first. A list that cannot be read allows nothing.
pub fn read(fs: &dyn Fs, path: &Path) -> Vec<Opens> {
    let bytes = fs.read(path, MAX_BYTES).unwrap_or_default();
    read_options().from_bytes(&bytes).unwrap_or_default()
}

/// Allows some more; what was allowed before stays allowed.
pub fn allow(fs: &dyn Fs, path: &Path, more: &[Opens]) -> Result<(), SaveError> {
    let mut allowed = read(fs, path);
    allowed.retain(|opens| !more.contains(opens));
    allowed.extend_from_slice(more);
    let surplus = allowed.len().saturating_sub(MAX_ENTRIES);
    allowed.drain(..surplus);
    let mut text = String::from("[\n");
    for opens in &allowed {
        let line =
            read_options().to_string_pretty(opens, one_line()).map_err(|error| SaveError::Io(error.to_string()))?;
        text.push_str(&line);
        text.push_str(",\n");
    }
    text.push_str("]\n");
    fs.create_dir(folder_of(path))?;
    write(fs, path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::RealFs;

    fn program(arguments: &[&str]) -> Opens {
        Opens::Program { program: "code".into(), arguments: arguments.iter().map(|word| (*word).into()).collect() }
    }

    #[test]
    fn what_was_allowed_is_read_back_and_a_changed_command_is_another() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("state/allowed.ron");
        assert_eq!(read(&RealFs, &path), []);
        let file = Opens::File { path: "/home/ada/\"book\".odt".into() };
        allow(&RealFs, &path, &[program(&["a b", ""]), file.clone()]).unwrap();
        allow(&RealFs, &path, &[program(&[])]).unwrap();
        let allowed = read(&RealFs, &path);
        assert_eq!(allowed, [program(&["a b", ""]), file, program(&[])]);
        assert!(!allowed.contains(&program(&["a", "b", ""])));
    }

    #[test]
    fn a_broken_list_allows_nothing_and_the_oldest_are_forgotten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("allowed.ron");
        std::fs::write(&path, "[Program(program: \"code\"").unwrap();
        assert_eq!(read(&RealFs, &path), []);
        let many: Vec<Opens> = (0..205).map(|nth| Opens::File { path: format!("/{nth}") }).collect();
        allow(&RealFs, &path, &many).unwrap();
        assert_eq!(read(&RealFs, &path), many[5..]);
    }
}
