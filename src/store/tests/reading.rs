//! R12, R18, R19: files of every version, files by hand, and files that cannot be read.

use std::sync::Arc;

use super::flow::{paths, ready, real, saved, stop};
use super::samples::{
    everything_of_version_1, everything_of_version_2, everything_of_version_3, everything_of_version_4, id, model, noon,
};
use crate::platform::clock::FakeClock;
use crate::store::backups::{BackupKind, list, make};
use crate::store::document::{APP, VERSION, same_data};
use crate::store::read::{ReadError, Unreadable, read};
use crate::store::write::to_text;
use crate::store::{Opened, ReadOnlyReason, RealFs, Shrink, Writer, open};

/// The first released version of the format; this file is never changed.
const V1: &str = include_str!("../../../tests/files/v1.ron");
/// The second version, with the method; never changed either.
const V2: &str = include_str!("../../../tests/files/v2.ron");
/// The third version, with reviews and experiments; never changed either.
const V3: &str = include_str!("../../../tests/files/v3.ron");
/// The fourth version, with rewards; never changed either.
const V4: &str = include_str!("../../../tests/files/v4.ron");

#[test]
fn the_file_of_version_1_loads_and_is_saved_without_loss() {
    let loaded = read(V1.as_bytes()).unwrap();
    assert_eq!((loaded.head.version, loaded.head.app.as_str()), (1, "mainspring 0.1.0"));
    assert_eq!(loaded.newly_quarantined, 0);
    assert!(same_data(&loaded.model, &everything_of_version_1()));
    let again = read(to_text(&loaded.model).unwrap().as_bytes()).unwrap();
    assert!(same_data(&again.model, &everything_of_version_1()));
}

#[test]
fn the_file_of_version_2_loads_and_is_saved_without_loss() {
    let loaded = read(V2.as_bytes()).unwrap();
    assert_eq!((loaded.head.version, loaded.newly_quarantined), (2, 0));
    assert!(same_data(&loaded.model, &everything_of_version_2()));
    let again = read(to_text(&loaded.model).unwrap().as_bytes()).unwrap();
    assert!(same_data(&again.model, &everything_of_version_2()));
}

#[test]
fn the_file_of_version_3_loads_and_is_saved_without_loss() {
    let loaded = read(V3.as_bytes()).unwrap();
    assert_eq!((loaded.head.version, loaded.newly_quarantined), (3, 0));
    assert!(same_data(&loaded.model, &everything_of_version_3()));
    let again = read(to_text(&loaded.model).unwrap().as_bytes()).unwrap();
    assert!(same_data(&again.model, &everything_of_version_3()));
}

#[test]
fn the_file_of_version_4_loads_and_is_saved_without_loss() {
    let loaded = read(V4.as_bytes()).unwrap();
    assert_eq!((loaded.head.version, loaded.newly_quarantined), (4, 0));
    assert!(same_data(&loaded.model, &everything_of_version_4()));
    let again = read(to_text(&loaded.model).unwrap().as_bytes()).unwrap();
    assert!(same_data(&again.model, &everything_of_version_4()));
}

#[test]
fn a_file_of_an_older_version_is_backed_up_once_before_it_is_written_anew() {
    for older in [V1, V2, V3, V4] {
        check_is_migrated(older);
    }
}

#[track_caller]
fn check_is_migrated(older: &str) {
    let dir = tempfile::tempdir().unwrap();
    let paths = paths(dir.path());
    std::fs::create_dir_all(paths.data.parent().unwrap()).unwrap();
    std::fs::write(&paths.data, older).unwrap();
    let mut loaded = ready(open(&real(), &paths, noon()));
    let mut model = loaded.model;
    assert_eq!(list(&RealFs, &paths).len(), 0);
    for words in ["tea", "coffee"] {
        model.wishes.update(id(2), |wish| wish.title = words.to_owned());
        loaded.file.save(&model, Shrink::Guard, noon()).unwrap();
    }
    let backups = list(&RealFs, &paths);
    assert_eq!(backups.iter().map(|backup| backup.kind).collect::<Vec<_>>(), [BackupKind::BeforeMigration]);
    assert_eq!(std::fs::read_to_string(&backups[0].path).unwrap(), older);
    let again = read(&std::fs::read(&paths.data).unwrap()).unwrap();
    assert_eq!((again.head.version, again.model.wishes.last().unwrap().title.as_str()), (VERSION, "coffee"));
}

#[test]
fn the_example_of_the_documentation_loads() {
    let page = include_str!("../../../docs/data-format.md");
    let example = page.split("```ron\n").nth(1).unwrap().split("```").next().unwrap();
    let loaded = read(example.as_bytes()).unwrap();
    assert_eq!(loaded.newly_quarantined, 0);
    let summary = crate::store::Summary::of(&loaded.model);
    assert_eq!((summary.goals, summary.sessions, summary.minutes), (1, 2, 33));
    assert_eq!(to_text(&loaded.model).unwrap(), example);
}

#[track_caller]
fn check_reads_as_v1(text: &str) {
    let loaded = read(text.as_bytes()).unwrap_or_else(|error| panic!("{error} at {}:{}", error.line, error.column));
    assert_eq!(loaded.newly_quarantined, 0);
    assert!(same_data(&loaded.model, &everything_of_version_1()));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_obstacle() {
    check_reads_as_v1(&format!("\u{feff}{V1}"));
    check_reads_as_v1(&V1.replace('\n', "\r\n"));
    check_reads_as_v1(&format!("\u{feff}{}", V1.replace('\n', "\r\n")));
}

#[test]
fn a_file_laid_out_by_hand_is_read_as_well() {
    let spread = |line: &str| if line.starts_with("(list") { line.to_owned() } else { line.replace(", ", ",\n      ") };
    let spread = V1.lines().map(spread).collect::<Vec<_>>().join("\n");
    check_reads_as_v1(&spread.replace("[\n(", "[ // the first\n  ("));
    check_reads_as_v1(&V1.replace(",\n", ","));
    check_reads_as_v1(&V1.replace("Some(4)", "4").replace("ease: Some", "ease:   Some"));
    check_reads_as_v1(&format!("{V1}\n\n// the end\n"));
    check_reads_as_v1(&format!("Mainspring{V1}"));
}

#[test]
fn fields_that_are_left_out_get_their_defaults() {
    let loaded = read(b"(version: 1)").unwrap();
    assert!(loaded.model.is_empty());
    assert_eq!(loaded.model.settings, crate::domain::settings::Settings::default());
    assert_eq!(read(b"(version: 1, settings: (text_percent: 9000))").unwrap().model.settings.text_percent, 200);
}

#[track_caller]
fn check_unreadable(text: &[u8], line: usize, column: usize) -> Unreadable {
    let ReadError { reason, line: found_line, column: found_column } = read(text).unwrap_err();
    assert_eq!((found_line, found_column), (line, column), "{reason}");
    reason
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    assert_eq!(check_unreadable(b"", 0, 0), Unreadable::Empty);
    assert_eq!(check_unreadable(b"\xEF\xBB\xBF", 0, 0), Unreadable::Empty);
    assert_eq!(check_unreadable(b"()", 1, 1), Unreadable::NoVersion);
    assert_eq!(check_unreadable(b"(version: \"one\")", 1, 1), Unreadable::NoVersion);
    assert_eq!(
        check_unreadable("(\nversion: 1,\né\u{fffd}".as_bytes().strip_suffix(b"\xbd").unwrap(), 3, 2),
        Unreadable::NotText
    );
    check_unreadable(b"[1, 2]", 1, 1);
    check_unreadable(b"(\nversion: 1,\ngoals: [\n(id:}),\n],\n)", 4, 5);
    check_unreadable(b"(\nversion: 1,\nversion: 1,\n)", 3, 1);
    check_unreadable(b"(\nversion: 1,\ngoals: 5,\n)", 3, 8);
}

/// Opens bytes that cannot be read, and sees that they stay as they are.
#[track_caller]
fn check_untouched(what: &str, bytes: &[u8]) {
    let dir = tempfile::tempdir().unwrap();
    let paths = paths(dir.path());
    std::fs::create_dir_all(paths.folder()).unwrap();
    std::fs::write(&paths.data, bytes).unwrap();
    let Opened::Recovery(recovery) = open(&real(), &paths, noon()) else { panic!("{what} was opened") };
    assert!(!recovery.reason.to_string().is_empty());
    drop(recovery);
    assert_eq!(std::fs::read(&paths.data).unwrap(), bytes, "{what}");
}

#[test]
fn an_unreadable_file_is_never_touched() {
    let whole = to_text(&model(4)).unwrap().into_bytes();
    for percent in 0..100 {
        check_untouched(&format!("cut at {percent} %"), &whole[..whole.len() * percent / 100]);
    }
    check_untouched("zeros", &vec![0; whole.len()]);
    let mut tail_of_zeros = whole.clone();
    let half = whole.len() / 2;
    tail_of_zeros[half..].fill(0);
    check_untouched("a tail of zeros", &tail_of_zeros);
    let text = String::from_utf8(whole).unwrap();
    let conflict =
        text.replacen("sessions: [\n", "<<<<<<< ours\nsessions: [\n=======\nsessions: [\n>>>>>>> theirs\n", 1);
    check_untouched("merge markers", conflict.as_bytes());
    check_untouched("two byte order marks", format!("\u{feff}\u{feff}{text}").as_bytes());
    check_untouched("two files in one", format!("{text}{text}").as_bytes());
    check_untouched("utf-16", &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    check_untouched("another file", b"{\"version\": 1}");
    check_untouched("half a million brackets", "[".repeat(500_000).as_bytes());
    check_untouched("half a million nested fields", format!("(version: 1, x: {})", "(a:".repeat(150_000)).as_bytes());
}

#[test]
fn recovery_lists_backups_restores_one_and_keeps_the_unreadable_file() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(4));
    let whole = std::fs::read(&paths.data).unwrap();
    make(&RealFs, &paths, &whole, BackupKind::Auto, noon()).unwrap();
    std::fs::write(&paths.data, &whole[..700]).unwrap();
    let Opened::Recovery(mut recovery) = open(&real(), &paths, noon()) else { panic!("opened") };
    assert_eq!(recovery.path, paths.data);
    assert!(recovery.line > 3 && recovery.column > 0);
    assert_eq!(recovery.backups[0].content.as_ref().unwrap().sessions, 4);
    let backup = recovery.backups[0].path.clone();
    assert!(same_data(&recovery.restore(&backup, noon()).unwrap(), &model(4)));
    drop(recovery);
    assert!(same_data(&ready(open(&real(), &paths, noon())).model, &model(4)));
    let aside = paths.backups.join("spring-2026-03-01T12-00-00Z-unreadable.ron");
    assert_eq!(std::fs::read(aside).unwrap(), &whole[..700]);
}

#[test]
fn starting_new_keeps_the_unreadable_file_aside() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(4));
    std::fs::write(&paths.data, "broken").unwrap();
    let Opened::Recovery(mut recovery) = open(&real(), &paths, noon()) else { panic!("opened") };
    recovery.start_new(noon()).unwrap();
    assert_eq!(std::fs::read(&paths.data).unwrap(), b"broken");
    recovery.file.save(&model(0), crate::store::Shrink::Guard, noon()).unwrap();
    assert!(same_data(&read(&std::fs::read(&paths.data).unwrap()).unwrap().model, &model(0)));
    let aside = paths.backups.join("spring-2026-03-01T12-00-00Z-unreadable.ron");
    assert_eq!(std::fs::read(aside).unwrap(), b"broken");
}

/// A file of version 999 that this version cannot make sense of is told as such, and nothing can be put in its place.
#[track_caller]
fn check_newer(text: &str) {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(4));
    let backup = make(&RealFs, &paths, &std::fs::read(&paths.data).unwrap(), BackupKind::Auto, noon()).unwrap();
    std::fs::write(&paths.data, text).unwrap();
    let Opened::Recovery(mut recovery) = open(&real(), &paths, noon()) else { panic!("opened: {text}") };
    let app = "mainspring \"99\"".to_owned();
    assert_eq!(recovery.reason, Unreadable::Newer { version: 999, app: app.clone() });
    assert_eq!(recovery.read_only, Some(ReadOnlyReason::NewerVersion { version: 999, app }));
    assert!(recovery.restore(&backup, noon()).is_err() && recovery.start_new(noon()).is_err());
    assert_eq!(std::fs::read_to_string(&paths.data).unwrap(), text);
}

#[test]
fn a_newer_version_of_another_shape_is_told_and_never_replaced() {
    let head = "version: 999,\napp: \"mainspring \\\"99\\\"\",\n";
    let sessions = |count: usize| format!("(\n{head}sessions: [\n{}],\n)\n", "(at: 1, secs: 60),\n".repeat(count));
    check_newer(&sessions(3));
    check_newer(&sessions(300));
    check_newer(&format!("({head}goals: {{}})"));
    check_newer(&format!("(\n{head}goals: {{\n1: (),\n}},\n)\n"));
    check_newer(&format!("({head}what: <no RON at all"));
}

#[test]
fn a_newer_version_opens_read_only_and_is_never_written() {
    let dir = tempfile::tempdir().unwrap();
    let paths = saved(dir.path(), &model(4));
    let newer = std::fs::read_to_string(&paths.data).unwrap();
    let newer = newer.replace(&format!("version: {VERSION},"), "version: 999,").replace(APP, "mainspring 99.0.0");
    let newer = newer.replace("wishes: [\n", "hopes: [\n(id: 1),\n],\nwishes: [\n");
    std::fs::write(&paths.data, &newer).unwrap();
    let Opened::ReadOnly(loaded, reason) = open(&real(), &paths, noon()) else { panic!("not read-only") };
    assert_eq!(reason, ReadOnlyReason::NewerVersion { version: 999, app: "mainspring 99.0.0".into() });
    assert_eq!(loaded.model.sessions.len(), 4);
    let files = || std::fs::read_dir(paths.folder()).unwrap().count();
    let before = files();
    let writer = Writer::start(loaded.file, None, Arc::new(FakeClock::new(noon())), || {}).unwrap();
    writer.save_shrunk(model(9));
    writer.back_up(|result| assert!(result.is_err()));
    stop(writer, &paths, std::time::Duration::from_secs(10));
    assert_eq!(std::fs::read_to_string(&paths.data).unwrap(), newer);
    assert_eq!(files(), before);
}
