//! The one RON file: read, checked, written by one thread, never truncated, never written over unread.
//!
//! [`open::open`] looks at the file and says what it found. A [`open::Loaded`] hands out the [`data_file::DataFile`],
//! which goes to [`writer::Writer::start`]; from then on the writer's thread owns the file, and the app leaves
//! snapshots of the model there. [`fs::Fs`] stands between all of this and the disk. The layout of the file is told
//! in `docs/data-format.md`.

pub mod allowed;
pub mod atomic;
pub mod backups;
pub mod data_file;
mod desk;
pub mod document;
pub mod fs;
pub mod heartbeat;
pub mod known;
mod migrate;
pub mod open;
pub mod paths;
pub mod read;
pub mod shelf;
mod split;
mod temps;
pub mod validate;
pub mod write;
pub mod writer;
mod writer_work;

pub use atomic::SaveError;
pub use backups::{BackupInfo, BackupKind};
pub use data_file::{BackedUp, DataFile, RestoreError, Shrink};
pub use document::Summary;
pub use fs::{Fs, RealFs};
pub use open::{Loaded, Missing, Opened, ReadOnlyReason, Recovery, open};
pub use paths::StorePaths;
pub use writer::{Flushed, Resolution, Resolved, SaveState, StoreStatus, Writer};

#[cfg(test)]
mod tests;
