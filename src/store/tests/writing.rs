//! The writer: R4, R8, R10, R14, R29 and files that another program changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use super::fault_fs::{Fault, FaultFs, Plan};
use super::flow::{paths, ready, real, saved, stop};
use super::samples::{id, model, noon};
use crate::domain::Model;
use crate::platform::clock::FakeClock;
use crate::store::atomic::SaveError;
use crate::store::document::same_data;
use crate::store::read::read;
use crate::store::{Flushed, Fs, Opened, Resolution, Resolved, SaveState, Writer, heartbeat, open};

/// Long enough for a busy machine; no test waits for it in vain.
const LONG: Duration = Duration::from_secs(20);

fn start(fs: &FaultFs, dir: &Path) -> Writer {
    let fs: Arc<dyn Fs> = Arc::new(fs.clone());
    let loaded = ready(open(&fs, &paths(dir), noon()));
    Writer::start(loaded.file, loaded.saved_at, Arc::new(FakeClock::new(noon())), || {}).unwrap()
}

fn on_disk(dir: &Path) -> Model {
    read(&std::fs::read(paths(dir).data).unwrap()).unwrap().model
}

/// Waits until `is_so`, which must not take long.
#[track_caller]
fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..2_000 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("never: {what}");
}

fn problem(writer: &Writer) -> Option<SaveError> {
    match writer.status().save {
        SaveState::Problem { error, .. } => Some(error),
        _ => None,
    }
}

#[test]
fn a_change_is_on_the_disk_by_itself_within_two_seconds() {
    let dir = tempfile::tempdir().unwrap();
    saved(dir.path(), &model(1));
    let writer = start(&FaultFs::default(), dir.path());
    writer.save(model(2));
    std::thread::sleep(Duration::from_millis(1_900));
    assert!(same_data(&on_disk(dir.path()), &model(2)));
}

#[test]
fn many_changes_at_once_are_one_save() {
    let (fs, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    let writer = start(&fs, dir.path());
    assert_eq!(writer.flush(LONG), Flushed::Done);
    fs.plan(Plan::Never);
    for sessions in 2..40 {
        writer.save(model(sessions));
    }
    assert_eq!(stop(writer, &paths(dir.path()), LONG), Flushed::Done);
    assert_eq!(fs.log().iter().filter(|name| **name == "rename").count(), 1);
    assert!(same_data(&on_disk(dir.path()), &model(39)));
}

#[test]
fn a_full_disk_is_told_and_saving_goes_on_by_itself_when_there_is_space() {
    let (fs, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    let writer = start(&fs, dir.path());
    fs.plan(Plan::Named("write", Fault::Short));
    writer.save(model(2));
    assert_eq!(writer.flush(LONG), Flushed::Failed(SaveError::DiskFull));
    assert!(same_data(&on_disk(dir.path()), &model(1)));
    fs.plan(Plan::Never);
    wait_until("saved", || problem(&writer).is_none());
    assert!(same_data(&on_disk(dir.path()), &model(2)));
}

#[test]
fn a_disk_that_hangs_blocks_neither_the_app_nor_its_end() {
    let (fs, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    let writer = start(&fs, dir.path());
    assert_eq!(writer.flush(LONG), Flushed::Done);
    fs.plan(Plan::Named("sync", Fault::Hang));
    writer.save(model(2));
    assert_eq!(writer.flush(Duration::from_millis(300)), Flushed::TimedOut);
    writer.save(model(3));
    wait_until("told", || problem(&writer) == Some(SaveError::TooSlow));
    let (done, ended) = mpsc::channel();
    let releaser = fs.clone();
    let lock = paths(dir.path());
    std::thread::spawn(move || done.send(stop(writer, &lock, Duration::from_millis(300))));
    assert_eq!(ended.recv_timeout(Duration::from_secs(4)), Ok(Flushed::TimedOut));
    releaser.release();
    // What was left is saved once the disk answers, though nobody waits for it any more.
    wait_until("saved", || same_data(&on_disk(dir.path()), &model(3)));
}

#[test]
fn a_hang_before_the_first_save_is_told_and_the_save_follows() {
    let (fs, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    let opening: Arc<dyn Fs> = Arc::new(fs.clone());
    let loaded = ready(open(&opening, &paths(dir.path()), noon()));
    // The first backup makes a file.
    fs.plan(Plan::Named("create_new", Fault::Hang));
    let writer = Writer::start(loaded.file, loaded.saved_at, Arc::new(FakeClock::new(noon())), || {}).unwrap();
    writer.save(model(2));
    assert_eq!(writer.status().save, SaveState::Saving);
    wait_until("told", || problem(&writer) == Some(SaveError::TooSlow));
    fs.release();
    wait_until("saved", || writer.status().save == SaveState::Saved { at: Some(noon()) });
    assert!(same_data(&on_disk(dir.path()), &model(2)));
}

#[test]
fn a_hang_while_a_backup_is_being_restored_is_told() {
    let (fs, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    let writer = start(&fs, dir.path());
    assert_eq!(writer.flush(LONG), Flushed::Done);
    fs.plan(Plan::Named("read", Fault::Hang));
    writer.list_backups(|_| {});
    std::thread::sleep(Duration::from_millis(5_300));
    assert_eq!(problem(&writer), None, "nobody waits for a list");
    writer.restore(dir.path().join("no.ron"), |_| {});
    assert_eq!(problem(&writer), Some(SaveError::TooSlow));
    fs.release();
    wait_until("over", || problem(&writer).is_none());
}

#[test]
fn with_everything_on_the_disk_the_end_does_not_fail_for_a_list_of_backups() {
    let (fs, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    let writer = start(&fs, dir.path());
    assert_eq!(writer.flush(LONG), Flushed::Done);
    fs.plan(Plan::Named("read", Fault::Hang));
    writer.list_backups(|_| {});
    assert_eq!(writer.flush(Duration::from_millis(300)), Flushed::Done);
    writer.save(model(2));
    assert_eq!(writer.flush(Duration::from_millis(300)), Flushed::TimedOut);
    fs.release();
    wait_until("saved", || same_data(&on_disk(dir.path()), &model(2)));
}

#[test]
fn a_hung_save_that_comes_back_clears_the_warning() {
    let (fs, dir) = (FaultFs::default(), tempfile::tempdir().unwrap());
    saved(dir.path(), &model(1));
    let writer = start(&fs, dir.path());
    assert_eq!(writer.flush(LONG), Flushed::Done);
    fs.plan(Plan::Named("sync", Fault::Hang));
    writer.save(model(2));
    wait_until("told", || problem(&writer) == Some(SaveError::TooSlow));
    fs.release();
    wait_until("saved", || writer.status().save == SaveState::Saved { at: Some(noon()) });
}

#[test]
fn an_empty_model_never_replaces_a_full_file_unless_it_is_meant() {
    let dir = tempfile::tempdir().unwrap();
    saved(dir.path(), &model(20));
    let writer = start(&FaultFs::default(), dir.path());
    writer.save(Model::default());
    assert_eq!(writer.flush(LONG), Flushed::Failed(SaveError::WouldShrink { from: 22, to: 0 }));
    assert!(same_data(&on_disk(dir.path()), &model(20)));
    writer.save_shrunk(Model::default());
    assert_eq!(writer.flush(LONG), Flushed::Done);
    assert!(on_disk(dir.path()).is_empty());
}

#[track_caller]
fn check_shrink(from: u32, to: u32, expected: Option<SaveError>) {
    let dir = tempfile::tempdir().unwrap();
    saved(dir.path(), &model(from));
    let writer = start(&FaultFs::default(), dir.path());
    writer.save(model(to));
    let flushed = writer.flush(LONG);
    assert_eq!(flushed, expected.map_or(Flushed::Done, Flushed::Failed), "{from} to {to}");
}

#[test]
fn less_than_half_is_asked_about_and_a_few_deletions_are_not() {
    check_shrink(20, 10, None);
    check_shrink(20, 8, Some(SaveError::WouldShrink { from: 22, to: 10 }));
    check_shrink(1, 0, None);
    check_shrink(2, 0, None);
    check_shrink(3, 0, Some(SaveError::WouldShrink { from: 5, to: 2 }));
}

#[test]
fn deleting_the_last_record_of_all_is_not_asked_about() {
    let dir = tempfile::tempdir().unwrap();
    let only_wish = Model { wishes: model(0).wishes, ..Model::default() };
    saved(dir.path(), &only_wish);
    let writer = start(&FaultFs::default(), dir.path());
    writer.save(Model::default());
    assert_eq!(writer.flush(LONG), Flushed::Done);
}

/// Changes the file as another program would: in place.
fn change_outside(dir: &Path, model: &Model) {
    std::fs::write(paths(dir).data, crate::store::write::to_text(model).unwrap()).unwrap();
}

#[track_caller]
fn ours(writer: &Writer) -> PathBuf {
    assert!(matches!(writer.flush(LONG), Flushed::Failed(SaveError::ChangedOutside { .. })));
    let Some(SaveError::ChangedOutside { ours: Some(ours) }) = problem(writer) else { panic!("ours is not saved") };
    ours
}

#[track_caller]
fn answer<T: Send + 'static>(ask: impl FnOnce(mpsc::Sender<T>)) -> T {
    let (done, answer) = mpsc::channel();
    ask(done);
    answer.recv_timeout(LONG).expect("an answer")
}

#[test]
fn a_file_that_another_program_changed_is_not_overwritten_and_ours_lies_beside() {
    let dir = tempfile::tempdir().unwrap();
    saved(dir.path(), &model(4));
    let writer = start(&FaultFs::default(), dir.path());
    change_outside(dir.path(), &model(6));
    writer.save(model(5));
    let path = ours(&writer);
    assert_eq!(path, paths(dir.path()).data.with_file_name("spring.ours-2026-03-01T12-00-00Z.ron"));
    assert!(same_data(&on_disk(dir.path()), &model(6)));
    assert!(same_data(&read(&std::fs::read(&path).unwrap()).unwrap().model, &model(5)));
    writer.save(model(7));
    assert_eq!(ours(&writer), path);
    assert!(same_data(&read(&std::fs::read(&path).unwrap()).unwrap().model, &model(7)));
}

#[test]
fn ours_can_be_kept_and_theirs_is_a_backup_then() {
    let dir = tempfile::tempdir().unwrap();
    saved(dir.path(), &model(4));
    let writer = start(&FaultFs::default(), dir.path());
    change_outside(dir.path(), &model(6));
    writer.save(model(5));
    ours(&writer);
    let kept = answer(|done| writer.resolve(Resolution::KeepOurs, move |result| done.send(result).unwrap()));
    let Ok(Resolved::Ours { theirs: Some(theirs) }) = kept else { panic!("{kept:?}") };
    assert!(same_data(&read(&std::fs::read(theirs).unwrap()).unwrap().model, &model(6)));
    assert_eq!(problem(&writer), None);
    assert!(same_data(&on_disk(dir.path()), &model(5)));
    let backups = answer(|done| writer.list_backups(move |list| done.send(list).unwrap()));
    assert_eq!(backups.iter().map(|backup| backup.content.clone().unwrap().sessions).max(), Some(6));
}

#[test]
fn theirs_can_be_taken_and_ours_stays_beside() {
    let dir = tempfile::tempdir().unwrap();
    saved(dir.path(), &model(4));
    let writer = start(&FaultFs::default(), dir.path());
    change_outside(dir.path(), &model(6));
    writer.save(model(5));
    let path = ours(&writer);
    let taken = answer(|done| writer.resolve(Resolution::TakeTheirs, move |result| done.send(result).unwrap()));
    let Ok(Resolved::Theirs { model: theirs, ours }) = taken else { panic!("{taken:?}") };
    assert!(same_data(&theirs, &model(6)));
    assert_eq!(ours.as_ref(), Some(&path));
    writer.save(model(7));
    assert_eq!(stop(writer, &paths(dir.path()), LONG), Flushed::Done);
    assert!(same_data(&on_disk(dir.path()), &model(7)));
    assert!(path.exists());
}

#[test]
fn a_half_synced_file_is_waited_for_and_not_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(4));
    let whole = std::fs::read(&paths.data).unwrap();
    let writer = start(&FaultFs::default(), dir.path());
    std::fs::write(&paths.data, &whole[..whole.len() / 2]).unwrap();
    writer.save(model(5));
    assert_eq!(writer.flush(LONG), Flushed::Failed(SaveError::HalfSynced { ours: None }));
    assert_eq!(std::fs::read(&paths.data).unwrap(), &whole[..whole.len() / 2]);
    std::fs::write(&paths.data, &whole).unwrap();
    wait_until("saved", || problem(&writer).is_none());
    assert!(same_data(&on_disk(dir.path()), &model(5)));
}

#[test]
fn a_file_that_stays_half_synced_is_given_up_and_ours_can_be_kept() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(4));
    let writer = start(&FaultFs::default(), dir.path());
    std::fs::write(&paths.data, "(version: 1,").unwrap();
    writer.save(model(5));
    for _ in 0..5 {
        assert!(matches!(writer.flush(LONG), Flushed::Failed(SaveError::HalfSynced { .. })));
    }
    let Some(SaveError::HalfSynced { ours: Some(ours) }) = problem(&writer) else { panic!("ours is not saved") };
    assert!(same_data(&read(&std::fs::read(&ours).unwrap()).unwrap().model, &model(5)));
    let kept = answer(|done| writer.resolve(Resolution::KeepOurs, move |result| done.send(result).unwrap()));
    let Ok(Resolved::Ours { theirs: Some(theirs) }) = kept else { panic!("{kept:?}") };
    assert_eq!(std::fs::read(theirs).unwrap(), b"(version: 1,");
    assert!(same_data(&on_disk(dir.path()), &model(5)));
}

#[test]
fn a_file_deleted_while_open_is_written_again() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(4));
    let writer = start(&FaultFs::default(), dir.path());
    assert_eq!(writer.flush(LONG), Flushed::Done);
    std::fs::remove_file(&paths.data).unwrap();
    writer.save(model(5));
    assert_eq!(writer.flush(LONG), Flushed::Done);
    assert!(same_data(&on_disk(dir.path()), &model(5)));
}

#[test]
fn a_heartbeat_is_read_at_the_next_start_if_it_is_of_the_same_session() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(1));
    let writer = start(&FaultFs::default(), dir.path());
    writer.beat(id(77), noon() + chrono::Duration::minutes(8));
    assert_eq!(stop(writer, &paths, LONG), Flushed::Done);
    wait_until("beaten", || heartbeat::last_beat(&*real(), &paths.heartbeat, id(77)).is_some());
    wait_until("let go", || matches!(open(&real(), &paths, noon()), Opened::Ready(_)));
    let loaded = ready(open(&real(), &paths, noon()));
    assert_eq!(loaded.heartbeat, Some(noon() + chrono::Duration::minutes(8)));
    drop(loaded);
    heartbeat::beat(&*real(), &paths.heartbeat, id(78), noon() + chrono::Duration::minutes(9)).unwrap();
    assert_eq!(ready(open(&real(), &paths, noon())).heartbeat, Some(noon() + chrono::Duration::minutes(1)));
}
