//! Where the answers come from: a data file that is only read, or the sample data.

use std::path::Path;

use crate::domain::timer::Phase;
use crate::domain::{Model, Now, demo};
use crate::store::fs::MAX_FILE_BYTES;
use crate::store::read::{Read, ReadError, read};
use crate::store::{Fs, RealFs, StorePaths, heartbeat};

/// Seed of the sample data, the same as in the window.
const DEMO_SEED: u64 = 1;

/// What the answers are about.
pub(super) enum Source {
    Demo(Box<Model>),
    File(Box<StorePaths>),
}

impl Source {
    pub(super) fn demo(now: Now) -> Self {
        Self::Demo(Box::new(demo::demo_at(now, DEMO_SEED)))
    }

    pub(super) fn file(data: &Path, state_dir: &Path) -> Self {
        Self::File(Box::new(StorePaths::follow(&RealFs, data, state_dir)))
    }
}

/// Reads a data file without its lock, and never writes.
pub(super) fn read_file(paths: &StorePaths) -> Result<Read, ReadError> {
    let bytes = RealFs.read(&paths.data, MAX_FILE_BYTES)?;
    read(&bytes)
}

/// The last moment the running session is known to have been alive, from the file and the heartbeat.
pub(super) fn last_alive(model: &Model, paths: &StorePaths) -> Option<chrono::DateTime<chrono::Utc>> {
    let running = model.running.as_ref()?;
    if !matches!(running.phase, Phase::Focusing { .. }) {
        return None;
    }
    let beat = heartbeat::last_beat(&RealFs, &paths.heartbeat, running.id);
    Some(beat.map_or(running.last_alive, |beat| beat.max(running.last_alive)))
}
