//! Opening, saving and opening again, on the real disk.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::samples::{id, model, noon, session};
use crate::domain::Model;
use crate::platform::clock::FakeClock;
use crate::store::document::same_data;
use crate::store::fs::Locked;
use crate::store::writer::{Flushed, SaveState, Writer};
use crate::store::{Fs, Loaded, Opened, ReadOnlyReason, RealFs, StorePaths, open};

pub fn real() -> Arc<dyn Fs> {
    Arc::new(RealFs)
}

pub fn paths(dir: &Path) -> StorePaths {
    StorePaths::for_data(&RealFs, &dir.join("data/spring.ron"), &dir.join("state"))
}

#[track_caller]
pub fn ready(opened: Opened) -> Loaded {
    match opened {
        Opened::Ready(loaded) => loaded,
        Opened::ReadOnly(_, reason) => panic!("read-only: {reason:?}"),
        Opened::Recovery(recovery) => panic!("{} at {}:{}", recovery.reason, recovery.line, recovery.column),
        Opened::Missing(_) => panic!("missing"),
        Opened::New(_) => panic!("new"),
    }
}

/// Makes the file with this model and lets go of it.
#[track_caller]
pub fn saved(dir: &Path, model: &Model) -> StorePaths {
    let paths = paths(dir);
    let Opened::New(mut file) = open(&real(), &paths, noon()) else { panic!("not new") };
    file.save(model, crate::store::Shrink::Guard, noon()).unwrap();
    paths
}

/// Saves what is pending and lets go of the file.
pub fn stop(writer: Writer, paths: &StorePaths, limit: Duration) -> Flushed {
    let flushed = writer.flush(limit);
    drop(writer);
    let is_free = || !matches!(RealFs.lock(&paths.lock), Ok(Locked::Taken));
    let waits = if flushed == Flushed::TimedOut { 0 } else { 1_000 };
    for _ in 0..waits {
        if is_free() {
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    flushed
}

#[test]
fn what_was_saved_is_there_again() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(300));
    let loaded = ready(open(&real(), &paths, noon()));
    assert!(same_data(&loaded.model, &model(300)));
    assert_eq!(loaded.quarantined, 0);
    assert_eq!(loaded.heartbeat, Some(noon() + chrono::Duration::minutes(1)));
}

#[test]
fn the_writer_saves_and_skips_what_is_there_already() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    let loaded = ready(open(&real(), &paths, noon()));
    let writer = Writer::start(loaded.file, loaded.saved_at, Arc::new(FakeClock::new(noon())), || {}).unwrap();
    let mut changed = model(3);
    changed.sessions.insert(session(9));
    writer.save(changed.clone());
    assert_eq!(writer.status().save, SaveState::Saving);
    assert_eq!(writer.flush(Duration::from_secs(10)), Flushed::Done);
    assert_eq!(writer.status().save, SaveState::Saved { at: Some(noon()) });
    let before = std::fs::metadata(&paths.data).unwrap().modified().unwrap();
    writer.save(changed.clone());
    assert_eq!(stop(writer, &paths, Duration::from_secs(10)), Flushed::Done);
    assert_eq!(std::fs::metadata(&paths.data).unwrap().modified().unwrap(), before);
    let loaded = ready(open(&real(), &paths, noon()));
    assert!(same_data(&loaded.model, &changed));
    assert!(loaded.model.sessions.get(id(1_000_009)).is_some());
}

#[test]
fn a_second_instance_reads_and_does_not_write() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    let first = ready(open(&real(), &paths, noon()));
    let Opened::ReadOnly(second, reason) = open(&real(), &paths, noon()) else { panic!("not read-only") };
    assert_eq!(reason, ReadOnlyReason::OpenElsewhere);
    let before = std::fs::read(&paths.data).unwrap();
    let writer = Writer::start(second.file, None, Arc::new(FakeClock::new(noon())), || {}).unwrap();
    writer.save(model(5));
    assert_eq!(stop(writer, &paths, Duration::from_secs(10)), Flushed::Done);
    assert_eq!(std::fs::read(&paths.data).unwrap(), before);
    drop(first);
    ready(open(&real(), &paths, noon()));
}
