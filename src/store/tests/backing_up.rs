//! R13, R16, R17: backups, what is kept of them, and restoring.

use chrono::{DateTime, Duration, Utc};

use super::fault_fs::{Fault, FaultFs, Plan};
use super::flow::{ready, real, saved};
use super::samples::{model, noon};
use crate::store::atomic::SaveError;
use crate::store::backups::{BackupKind, kept, list, make, newest};
use crate::store::document::{Summary, same_data};
use crate::store::write::to_text;
use crate::store::{BackedUp, RealFs, Shrink, StorePaths, open};

fn text(sessions: u32) -> Vec<u8> {
    to_text(&model(sessions)).unwrap().into_bytes()
}

fn kinds(paths: &StorePaths) -> Vec<BackupKind> {
    list(&RealFs, paths).iter().map(|backup| backup.kind).collect()
}

#[test]
fn a_backup_is_listed_with_its_date_size_and_counts() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    make(&RealFs, &paths, &text(3), BackupKind::Auto, noon()).unwrap();
    let backups = list(&RealFs, &paths);
    assert_eq!(backups.len(), 1);
    assert_eq!(backups[0].path, paths.backups.join("spring-2026-03-01T12-00-00Z.ron"));
    assert_eq!(backups[0].at, noon());
    assert_eq!(backups[0].bytes, text(3).len() as u64);
    assert_eq!(backups[0].content, Ok(Summary { goals: 1, sessions: 3, minutes: 75, quarantined: 0 }));
    assert_eq!(newest(&RealFs, &paths), Some(noon()));
}

#[test]
fn what_does_not_load_never_becomes_a_backup() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    let whole = text(3);
    for bytes in [&whole[..whole.len() - 3], b"", b"(version: 999, app: \"other\")"] {
        assert_eq!(make(&RealFs, &paths, bytes, BackupKind::Auto, noon()), Err(SaveError::NotVerified));
    }
    assert_eq!(kinds(&paths), []);
}

#[test]
fn the_same_content_is_backed_up_once() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    let mut file = ready(open(&real(), &paths, noon())).file;
    assert!(matches!(file.back_up(BackupKind::Auto, noon()), Ok(BackedUp::Made(_))));
    assert_eq!(file.back_up(BackupKind::Auto, noon() + Duration::days(1)), Ok(BackedUp::Already));
    file.save(&model(4), Shrink::Guard, noon()).unwrap();
    assert!(matches!(file.back_up(BackupKind::Auto, noon()), Ok(BackedUp::Made(_))));
    assert_eq!(kinds(&paths).len(), 2);
}

#[test]
fn ten_newest_fourteen_days_and_eight_weeks_are_kept() {
    // Every six hours for a year.
    let moments: Vec<DateTime<Utc>> = (0..1_460).map(|number| noon() - Duration::hours(6 * number)).collect();
    let kept = kept(&moments);
    let mut kept: Vec<i64> = kept.into_iter().map(|index| (noon() - moments[index]).num_hours()).collect();
    kept.sort_unstable();
    let newest = [0, 6, 12, 18, 24, 30, 36, 42, 48, 54];
    // The newest of each day is the one at 18:00; today's is the one at noon. 2026-03-01 is a Sunday.
    let days = [66, 90, 114, 138, 162, 186, 210, 234, 258, 282, 306];
    let weeks = [330, 498, 666, 834, 1002, 1170];
    assert_eq!(kept, [&newest[..], &days, &weeks].concat());
}

#[test]
fn what_was_put_aside_before_a_migration_or_as_unreadable_is_kept_for_ever() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(0));
    let long_ago = noon() - Duration::days(900);
    make(&RealFs, &paths, &text(1), BackupKind::BeforeMigration, long_ago).unwrap();
    make(&RealFs, &paths, b"not ron", BackupKind::Unreadable, long_ago).unwrap();
    make(&RealFs, &paths, &text(1), BackupKind::Auto, long_ago).unwrap();
    for number in 0..12 {
        make(&RealFs, &paths, &text(1), BackupKind::Auto, noon() + Duration::minutes(number)).unwrap();
    }
    let kinds = kinds(&paths);
    assert_eq!(kinds.iter().filter(|kind| **kind == BackupKind::Auto).count(), 11);
    assert!(kinds.contains(&BackupKind::BeforeMigration) && kinds.contains(&BackupKind::Unreadable));
}

#[test]
fn two_backups_of_one_second_are_two_files() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(0));
    let one = make(&RealFs, &paths, &text(1), BackupKind::Manual, noon()).unwrap();
    let other = make(&RealFs, &paths, &text(2), BackupKind::Manual, noon()).unwrap();
    assert_ne!(one, other);
    assert_eq!(std::fs::read(one).unwrap(), text(1));
}

#[test]
fn a_fault_at_any_step_leaves_the_older_backups_whole() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    for number in 0..10 {
        make(&RealFs, &paths, &text(3), BackupKind::Auto, noon() - Duration::hours(number)).unwrap();
    }
    let faults = FaultFs::default();
    for number in 0..40 {
        faults.plan(Plan::From(number, Fault::Short));
        let _ = make(&faults, &paths, &text(4), BackupKind::Auto, noon() + Duration::hours(1));
        let backups = list(&RealFs, &paths);
        assert!(backups.len() >= 10, "fault at {number}");
        assert!(backups.iter().all(|backup| backup.content.is_ok()), "fault at {number}");
    }
}

#[test]
fn restoring_can_be_undone_byte_for_byte() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    let mut file = ready(open(&real(), &paths, noon())).file;
    let Ok(BackedUp::Made(backup)) = file.back_up(BackupKind::Manual, noon()) else { panic!("no backup") };
    file.save(&model(8), Shrink::Guard, noon()).unwrap();
    let before = std::fs::read(&paths.data).unwrap();
    let restored = file.restore(&backup, noon() + Duration::minutes(1)).unwrap();
    assert!(same_data(&restored, &model(3)));
    assert_eq!(std::fs::read(&paths.data).unwrap(), std::fs::read(&backup).unwrap());
    let aside = list(&RealFs, &paths).into_iter().find(|backup| backup.kind == BackupKind::BeforeRestore).unwrap();
    file.restore(&aside.path, noon() + Duration::minutes(2)).unwrap();
    assert_eq!(std::fs::read(&paths.data).unwrap(), before);
    file.save(&model(9), Shrink::Guard, noon()).unwrap();
}

#[test]
fn a_broken_backup_is_not_restored() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(3));
    let mut file = ready(open(&real(), &paths, noon())).file;
    let backup = dir.path().join("broken.ron");
    std::fs::write(&backup, &text(3)[..500]).unwrap();
    assert!(file.restore(&backup, noon()).is_err());
    assert_eq!(std::fs::read(&paths.data).unwrap(), text(3));
}
