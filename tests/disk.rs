//! R3 to R5, R7: the real system calls of a save, a full disk, a read-only folder and an open umask. Linux only; each
//! part that needs a tool or a right this machine lacks says so and is left out.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use mainspring::domain::Model;
use mainspring::domain::waiting_room::Wish;
use mainspring::store::{BackupKind, DataFile, Fs, Opened, RealFs, SaveError, Shrink, StorePaths, open};

/// Names of the environment variables that make this program the one that is watched.
const ACT: &str = "MAINSPRING_TEST_ACT";
const FOLDER: &str = "MAINSPRING_TEST_FOLDER";

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn fs() -> Arc<dyn Fs> {
    Arc::new(RealFs)
}

fn paths(folder: &Path) -> StorePaths {
    StorePaths::for_data(&RealFs, &folder.join("data/spring.ron"), &folder.join("state"))
}

fn model(wishes: u128) -> Model {
    let wish = |number| Wish { id: uuid::Uuid::from_u128(number), title: format!("wish {number}"), added: now() };
    Model { wishes: (0..wishes).map(wish).collect(), ..Model::default() }
}

fn save_first(folder: &Path, wishes: u128) {
    let Opened::New(mut file) = open(&fs(), &paths(folder), now()) else { panic!("not new") };
    file.save(&model(wishes), Shrink::Guard, now()).unwrap();
}

#[track_caller]
fn opened(folder: &Path) -> mainspring::store::Loaded {
    match open(&fs(), &paths(folder), now()) {
        Opened::Ready(loaded) => loaded,
        _ => panic!("not ready"),
    }
}

/// What the watched program does.
#[test]
fn acts_when_told_to() {
    let (Ok(act), Some(folder)) = (std::env::var(ACT), std::env::var_os(FOLDER)) else { return };
    let folder = Path::new(&folder);
    match act.as_str() {
        "save" => {
            opened(folder).file.save(&model(2), Shrink::Guard, now()).unwrap();
        }
        "save first" => {
            save_first(folder, 1);
            opened(folder).file.back_up(BackupKind::Auto, now()).unwrap();
            DataFile::save_copy(&RealFs, &model(1), &folder.join("copy.ron")).unwrap();
        }
        "open read-only" => open_read_only(folder),
        "fill the disk" => fill_the_disk(folder),
        act => panic!("{act}?"),
    }
}

/// Runs this program again, behind `command`; `None` where that is not possible.
fn run(command: &[&str], act: &str, folder: &Path) -> Option<Output> {
    let (program, arguments) = command.split_first().unwrap();
    let output = Command::new(program)
        .args(arguments)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "acts_when_told_to", "--nocapture", "--test-threads", "1"])
        .env(ACT, act)
        .env(FOLDER, folder)
        .output();
    let output = output.inspect_err(|error| eprintln!("left out: {program}: {error}")).ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let is_forbidden = !output.status.success() && !said.contains("panicked") && said.contains("ermitted");
    if is_forbidden {
        eprintln!("left out: {said}");
        return None;
    }
    assert!(output.status.success(), "{command:?} {act}:\n{}\n{said}", String::from_utf8_lossy(&output.stdout));
    Some(output)
}

#[test]
fn a_save_writes_then_syncs_then_renames_then_syncs_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    save_first(folder.path(), 1);
    let log = folder.path().join("calls");
    let trace = "trace=openat,write,fsync,fdatasync,rename,renameat,renameat2,ftruncate,truncate,unlink";
    let strace = ["strace", "-f", "-y", "-e", trace, "-o", log.to_str().unwrap()];
    if run(&strace, "save", folder.path()).is_none() {
        return;
    }
    let calls = fs::read_to_string(&log).unwrap();
    let step = |call: &str| {
        let name = call.split_whitespace().nth(1)?.split('(').next()?.to_owned();
        let is_temp = call.contains(".spring.ron.") && call.contains("-tmp") && !call.contains("probe");
        let is_folder = call.contains("/data>)");
        (is_temp || name.contains("sync") && is_folder).then_some(name)
    };
    let steps: Vec<String> = calls.lines().filter_map(step).collect();
    // The second look at the new file is the reading back.
    assert_eq!(steps, ["openat", "write", "fsync", "openat", "rename", "fsync"], "{calls}");
    let target = calls.lines().filter(|call| call.contains("/data/spring.ron\"") && call.contains("O_WRONLY"));
    // Opened once to see whether it can be written, and never truncated.
    assert!(target.clone().count() <= 1 && target.clone().all(|call| !call.contains("O_TRUNC")), "{calls}");
    assert!(!calls.contains("truncate("), "{calls}");
}

#[test]
fn everything_is_for_this_user_only_under_an_open_umask() {
    let folder = tempfile::tempdir().unwrap();
    run(&["sh", "-c", "umask 000; exec \"$@\"", "sh"], "save first", folder.path()).unwrap();
    let mut found = Vec::new();
    let mut folders = vec![folder.path().join("data"), folder.path().join("state")];
    while let Some(next) = folders.pop() {
        assert_eq!(mode(&next), 0o700, "{}", next.display());
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.push(folder.path().join("copy.ron"));
    assert_eq!(found.len(), 5, "data, lock, backup, known files and copy: {found:?}");
    for path in found {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_read_only_folder_opens_read_only() {
    let folder = tempfile::tempdir().unwrap();
    save_first(folder.path(), 3);
    let data = paths(folder.path());
    let before = fs::read(&data.data).unwrap();
    let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    let is_root = fs::metadata("/proc/self").is_ok_and(|meta| std::os::unix::fs::MetadataExt::uid(&meta) == 0);
    let command: &[&str] = if is_root { &nobody } else { &["env"] };
    for path in [folder.path(), data.folder(), &folder.path().join("state")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o555)).unwrap();
    }
    for file in [&data.data, &data.lock] {
        fs::set_permissions(file, fs::Permissions::from_mode(0o444)).unwrap();
    }
    run(command, "open read-only", folder.path());
    for path in [folder.path(), data.folder()] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    assert_eq!(fs::read(&data.data).unwrap(), before);
}

fn open_read_only(folder: &Path) {
    let Opened::ReadOnly(mut loaded, reason) = open(&fs(), &paths(folder), now()) else { panic!("not read-only") };
    assert!(matches!(reason, mainspring::store::ReadOnlyReason::NotWritable(_)), "{reason:?}");
    assert_eq!(loaded.model.wishes.len(), 3);
    assert_eq!(loaded.file.save(&model(4), Shrink::Guard, now()), Err(SaveError::ReadOnly));
    let copy = std::env::temp_dir().join(format!("mainspring-copy-{}.ron", std::process::id()));
    DataFile::save_copy(&RealFs, &model(4), &copy).unwrap();
    fs::remove_file(copy).unwrap();
}

#[test]
fn a_full_disk_keeps_the_old_file_and_saving_works_again_when_there_is_space() {
    let folder = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=64k,mode=755 none \"$MAINSPRING_TEST_FOLDER\" && exec \"$@\"";
    run(&["unshare", "-rm", "sh", "-c", mount, "sh"], "fill the disk", folder.path());
}

/// On a disk of 64 kB.
fn fill_the_disk(folder: &Path) {
    save_first(folder, 20);
    let mut file = opened(folder).file;
    let filler = folder.join("filler");
    let mut kilobytes = 64;
    while kilobytes > 0 {
        let more = [fs::read(&filler).unwrap_or_default(), vec![1; kilobytes * 1024]].concat();
        if fs::write(&filler, more).is_err() {
            kilobytes /= 2;
        }
    }
    let before = fs::read(paths(folder).data).unwrap();
    assert_eq!(file.save(&model(200), Shrink::Guard, now()), Err(SaveError::DiskFull));
    assert_eq!(fs::read(paths(folder).data).unwrap(), before);
    let leftovers = fs::read_dir(folder.join("data")).unwrap().count();
    assert_eq!(leftovers, 2, "only the file and its lock");
    fs::remove_file(filler).unwrap();
    file.save(&model(200), Shrink::Guard, now()).unwrap();
    drop(file);
    assert_eq!(opened(folder).model.wishes.len(), 200);
}
