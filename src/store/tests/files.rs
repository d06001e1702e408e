//! R5 to R7, R9, R15, R25: links, modes, leftovers, missing files and other instances.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::fault_fs::{Fault, FaultFs, Plan};
use super::flow::{paths, ready, real, saved};
use super::samples::{model, noon};
use crate::store::backups::{BackupKind, make};
use crate::store::document::same_data;
use crate::store::{DataFile, Fs, Opened, ReadOnlyReason, RealFs, Shrink, StorePaths, open};

#[test]
fn a_first_start_finds_nothing_and_makes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let paths = paths(dir.path());
    assert!(matches!(open(&real(), &paths, noon()), Opened::New(_)));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_missing_file_that_was_known_is_asked_about_and_not_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(2));
    fs::remove_dir_all(paths.folder()).unwrap();
    let Opened::Missing(missing) = open(&real(), &paths, noon()) else { panic!("not asked about") };
    assert_eq!((missing.path, missing.backups.len()), (paths.data.clone(), 0));
    assert!(!paths.data.exists());
}

#[test]
fn a_missing_file_with_backups_is_asked_about_on_a_new_device_too() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(2));
    let text = fs::read(&paths.data).unwrap();
    let backup = make(&RealFs, &paths, &text, BackupKind::Auto, noon()).unwrap();
    fs::remove_file(&paths.data).unwrap();
    fs::remove_dir_all(dir.path().join("state")).unwrap();
    let Opened::Missing(mut missing) = open(&real(), &paths, noon()) else { panic!("not asked about") };
    assert_eq!(missing.backups.len(), 1);
    assert!(same_data(&missing.restore(&backup, noon()).unwrap(), &model(2)));
    drop(missing);
    assert!(same_data(&ready(open(&real(), &paths, noon())).model, &model(2)));
}

#[test]
fn starting_new_where_a_file_was_missing_is_allowed_when_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(2));
    fs::remove_file(&paths.data).unwrap();
    let Opened::Missing(missing) = open(&real(), &paths, noon()) else { panic!("not asked about") };
    let mut file = missing.file;
    file.save(&model(0), Shrink::Guard, noon()).unwrap();
    drop(file);
    assert!(same_data(&ready(open(&real(), &paths, noon())).model, &model(0)));
}

#[test]
fn only_old_leftovers_of_ours_are_removed() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(2));
    make(&RealFs, &paths, &fs::read(&paths.data).unwrap(), BackupKind::Auto, noon()).unwrap();
    let plant = |path: std::path::PathBuf, age: Duration| {
        fs::write(&path, "leftover").unwrap();
        let modified = SystemTime::from(noon()) - age;
        fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
        path
    };
    let old = Duration::from_secs(3_700);
    let gone = [
        plant(paths.folder().join(".spring.ron.123-0.mainspring-tmp"), old),
        plant(paths.backups.join(".spring-2026-02-01T00-00-00Z.ron.9-1.mainspring-tmp"), old),
    ];
    let kept = [
        plant(paths.folder().join(".spring.ron.124-0.mainspring-tmp"), Duration::from_secs(3_500)),
        plant(paths.folder().join(".other.ron.123-0.mainspring-tmp"), old),
        plant(paths.folder().join("spring.ron.tmp"), old),
        plant(paths.folder().join("spring.ours-2026-01-01T00-00-00Z.ron"), old),
        plant(paths.backups.join("notes.txt"), old),
    ];
    let backups = fs::read_dir(&paths.backups).unwrap().count();
    ready(open(&real(), &paths, noon()));
    assert!(gone.iter().all(|path| !path.exists()), "{gone:?}");
    assert!(kept.iter().all(|path| path.exists()), "{kept:?}");
    assert_eq!(fs::read_dir(&paths.backups).unwrap().count(), backups - 1);
    assert!(paths.data.exists());
}

#[test]
fn a_folder_that_cannot_be_written_opens_read_only_and_a_copy_can_be_saved() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(2));
    let before = fs::read(&paths.data).unwrap();
    let faults = FaultFs::default();
    for name in ["lock", "check_writable", "create_new"] {
        faults.plan(Plan::Named(name, Fault::Fail));
        let Opened::ReadOnly(mut loaded, reason) = open(&(Arc::new(faults.clone()) as Arc<dyn Fs>), &paths, noon())
        else {
            panic!("{name} failed and the file is not read-only")
        };
        assert!(matches!(reason, ReadOnlyReason::NotWritable(_)));
        assert!(same_data(&loaded.model, &model(2)));
        assert!(loaded.file.save(&model(3), Shrink::Allow, noon()).is_err());
        assert!(loaded.file.back_up(BackupKind::Manual, noon()).is_err());
    }
    assert_eq!(fs::read(&paths.data).unwrap(), before);
    let copy = dir.path().join("copy.ron");
    DataFile::save_copy(&RealFs, &model(3), &copy).unwrap();
    let copied = StorePaths::for_data(&RealFs, &copy, &dir.path().join("state"));
    assert!(same_data(&ready(open(&real(), &copied, noon())).model, &model(3)));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &std::path::Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_linked_file_stays_a_link_and_its_target_is_saved() {
        let dir = tempfile::tempdir().unwrap();
        let target = saved(dir.path(), &model(1)).data;
        let link = dir.path().join("link.ron");
        symlink("data/spring.ron", &link).unwrap();
        let paths = StorePaths::for_data(&RealFs, &link, &dir.path().join("state"));
        let mut loaded = ready(open(&real(), &paths, noon()));
        loaded.file.save(&model(2), Shrink::Guard, noon()).unwrap();
        assert_eq!(fs::read_link(&link).unwrap(), std::path::Path::new("data/spring.ron"));
        assert!(!fs::symlink_metadata(&target).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&target).unwrap(), crate::store::write::to_text(&model(2)).unwrap());
    }

    #[test]
    fn two_ways_to_one_file_share_its_lock() {
        let dir = tempfile::tempdir().unwrap();
        let paths = saved(dir.path(), &model(1));
        symlink(&paths.data, dir.path().join("link.ron")).unwrap();
        let linked = StorePaths::for_data(&RealFs, &dir.path().join("link.ron"), &dir.path().join("state"));
        let first = ready(open(&real(), &paths, noon()));
        assert!(matches!(open(&real(), &linked, noon()), Opened::ReadOnly(_, ReadOnlyReason::OpenElsewhere)));
        drop(first);
    }

    #[test]
    fn a_link_to_nowhere_gets_its_target() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("link.ron");
        symlink("elsewhere/spring.ron", &link).unwrap();
        let paths = StorePaths::for_data(&RealFs, &link, &dir.path().join("state"));
        let Opened::New(mut file) = open(&real(), &paths, noon()) else { panic!("not new") };
        file.save(&model(1), Shrink::Guard, noon()).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(dir.path().join("elsewhere/spring.ron").is_file());
        drop(file);
        ready(open(&real(), &paths, noon()));
    }

    #[test]
    fn the_mode_of_the_file_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let paths = saved(dir.path(), &model(1));
        assert_eq!((mode(&paths.data), mode(&paths.lock), mode(paths.folder())), (0o600, 0o600, 0o700));
        for kept in [0o640, 0o600, 0o400 | 0o200] {
            fs::set_permissions(&paths.data, fs::Permissions::from_mode(kept)).unwrap();
            let mut loaded = ready(open(&real(), &paths, noon()));
            loaded.file.save(&model(kept % 7 + 2), Shrink::Guard, noon()).unwrap();
            assert_eq!(mode(&paths.data), kept);
        }
        let backup = make(&RealFs, &paths, &fs::read(&paths.data).unwrap(), BackupKind::Auto, noon()).unwrap();
        assert_eq!((mode(&backup), mode(&paths.backups)), (0o600, 0o700));
    }
}
