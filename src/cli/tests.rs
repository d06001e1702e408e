//! Tests of the command line: what is understood, what is answered, and that answering writes nothing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::CommandFactory as _;

use super::args::{Words, command};
use super::{Launch, Outcome, RendererChoice, Start, run_to};
use crate::domain::goal::GoalAction;
use crate::domain::session::SessionAction;
use crate::domain::target::TargetAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, Now, apply};
use crate::platform::clock::{Clock, FakeClock};
use crate::store::{DataFile, Fs, RealFs, StorePaths, heartbeat};
use crate::ui::text::Text;

/// What was said, and what came of it.
#[derive(Debug)]
struct Said {
    outcome: Outcome,
    out: String,
    err: String,
}

fn clock() -> FakeClock {
    FakeClock::new("2026-11-23T18:12:00Z".parse().unwrap())
}

fn say_at(clock: &FakeClock, args: &[&str]) -> Said {
    let args = std::iter::once("mainspring").chain(args.iter().copied()).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run_to(args, clock, &mut out, &mut err);
    Said { outcome, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn say(args: &[&str]) -> Said {
    say_at(&clock(), args)
}

#[track_caller]
fn check_opens(args: &[&str], expected: &Launch) {
    let said = say(args);
    assert_eq!(said.outcome, Outcome::Open(expected.clone()), "{}", said.err);
}

/// The arguments are refused, and the message names what and why.
#[track_caller]
fn check_refused(args: &[&str], words: &[&str]) {
    let said = say(args);
    assert_eq!(said.outcome, Outcome::Exit(2));
    for word in words {
        assert!(said.err.contains(word), "{word} in: {}", said.err);
    }
    assert_eq!(said.out, "");
}

/// A file with one session of 20 minutes today, and what else `change` does.
fn file_in(folder: &Path, change: impl FnOnce(&mut Model, Now)) -> PathBuf {
    let mut model = Model::default();
    let mut now = clock().now();
    now.utc -= chrono::Duration::hours(2);
    let start = now.utc - chrono::Duration::hours(1);
    let mut act = |model: &mut Model, action| {
        now.seed += 1;
        apply(model, action, now).unwrap();
    };
    act(&mut model, Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    act(&mut model, Action::Target(TargetAction::Set { minutes: 30 }));
    let note = String::new();
    act(&mut model, Action::Session(SessionAction::Add { started: start, offset_secs: 0, focus_secs: 1200, note }));
    now.seed += 1;
    change(&mut model, now);
    let path = folder.join("spring.ron");
    DataFile::save_copy(&RealFs, &model, &path).unwrap();
    path
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let mut paths = RealFs.list(folder).unwrap();
    paths.sort();
    paths
}

#[test]
fn every_word_and_its_help_come_from_the_texts() {
    let text = Text::english();
    let help = command(&text).render_long_help().to_string();
    assert!(!help.contains("cli-"), "{help}");
    for sub in ["status", "doctor"] {
        let mut command = command(&text);
        let help = command.find_subcommand_mut(sub).unwrap().render_long_help().to_string();
        assert!(!help.contains("cli-"), "{help}");
    }
    Words::command().debug_assert();
}

#[test]
fn the_window_opens_as_it_is_asked_to() {
    check_opens(&[], &Launch::default());
    check_opens(&["--demo"], &Launch { is_demo: true, ..Launch::default() });
    check_opens(&["--start"], &Launch { start: Start::Planned, ..Launch::default() });
    check_opens(&["--start", "1"], &Launch { start: Start::Minutes(1), ..Launch::default() });
    check_opens(&["--start=240"], &Launch { start: Start::Minutes(240), ..Launch::default() });
    check_opens(&["--minimized"], &Launch { is_minimized: true, ..Launch::default() });
    check_opens(&["--renderer", "wgpu"], &Launch { renderer: RendererChoice::Wgpu, ..Launch::default() });
    let data = Some(PathBuf::from("a file.ron"));
    check_opens(&["--data", "a file.ron"], &Launch { data, ..Launch::default() });
}

#[test]
fn senseless_arguments_are_refused_by_name() {
    check_refused(&["--start", "0"], &["--start", "0", "1..=240"]);
    check_refused(&["--start", "241"], &["--start", "241"]);
    check_refused(&["--start", "soon"], &["--start", "soon"]);
    check_refused(&["--renderer", "paint"], &["--renderer", "paint", "glow"]);
    check_refused(&["--data"], &["--data"]);
    check_refused(&["--data", ""], &["--data"]);
    check_refused(&["--demo", "--data", "x.ron"], &["--demo", "--data"]);
    check_refused(&["--sing"], &["--sing"]);
    check_refused(&["dance"], &["dance"]);
    check_refused(&["--minimized", "status"], &["--minimized", "status"]);
}

#[test]
fn a_folder_is_no_data_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    check_refused(&["--data", path], &[path, "folder"]);
}

#[test]
fn help_and_version_are_answers() {
    let said = say(&["--version"]);
    assert_eq!(said.outcome, Outcome::Exit(0));
    assert_eq!(said.out, format!("mainspring {}\n", env!("CARGO_PKG_VERSION")));
    let said = say(&["--help"]);
    assert_eq!(said.outcome, Outcome::Exit(0));
    for word in ["--data <FILE>", "--demo", "--start [<MINUTES>]", "--minimized", "--renderer", "status", "doctor"] {
        assert!(said.out.contains(word), "{word} in: {}", said.out);
    }
}

#[test]
fn status_says_how_things_stand() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path(), |_, _| ());
    let said = say(&["status", "--data", path.to_str().unwrap()]);
    assert_eq!(said.outcome, Outcome::Exit(0), "{}", said.err);
    let expected = "\
Goal        Write the book
Today       20 min of 30 min
In all      20 min in 1 session
Days        1 of the last 28
Strength    3 %
Next jewel  1 h, 40 min to go
File        ";
    assert_eq!(said.out, format!("{expected}{}\n", path.display()));
}

#[test]
fn status_says_nothing_of_days_when_none_is_done_of_the_last_28() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path(), |_, _| ());
    let clock = clock();
    clock.advance(std::time::Duration::from_hours(24 * 60));
    let said = say_at(&clock, &["status", "--data", path.to_str().unwrap()]);
    assert!(said.out.contains("In all      20 min in 1 session"), "{}", said.out);
    assert!(!said.out.contains("of the last 28"), "{}", said.out);
}

#[test]
fn status_is_also_json() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path(), |_, _| ());
    let said = say(&["--data", path.to_str().unwrap(), "status", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["goal"], "Write the book");
    assert_eq!(json["running"], serde_json::Value::Null);
    assert_eq!(json["today"]["day"], "2026-11-23");
    assert_eq!(json["today"]["focus_secs"], 1200);
    assert_eq!(json["today"]["target_minutes"], 30);
    assert_eq!(json["totals"]["sessions"], 1);
    assert_eq!(json["next_jewel"]["left_secs"], 2400);
    assert_eq!(json["quarantined"], 0);
}

/// The state and the focus of a session started 2 h ago, last seen alive `alive_secs` after its start.
fn running_state(alive_secs: i64, asked_secs: u64) -> (String, i64) {
    let folder = tempfile::tempdir().unwrap();
    let mut started = None;
    let path = file_in(folder.path(), |model, now| {
        let start = TimerAction::Start { planned_secs: 1500, intention: String::new(), environment: Vec::new() };
        apply(model, Action::Timer(start), now).unwrap();
        started = model.running.as_ref().map(|running| (running.id, running.started));
    });
    let (id, started) = started.unwrap();
    let model = super::source::read_file(&StorePaths::for_data(&RealFs, &path, folder.path())).unwrap().model;
    let paths = StorePaths::for_data(&RealFs, &path, folder.path());
    heartbeat::beat(&RealFs, &paths.heartbeat, id, started + chrono::Duration::seconds(alive_secs)).unwrap();
    let clock = FakeClock::new(started);
    clock.advance(Duration::from_secs(asked_secs));
    let alive = super::source::last_alive(&model, &paths);
    let status = super::status::Status::of(&model, None, alive, clock.now());
    let json = serde_json::to_value(&status).unwrap();
    (json["running"]["state"].as_str().unwrap().to_owned(), json["running"]["focus_secs"].as_i64().unwrap())
}

#[test]
fn a_session_is_counted_up_to_the_last_sign_of_life() {
    assert_eq!(running_state(600, 630), ("focusing".to_owned(), 630));
    assert_eq!(running_state(600, 7200), ("interrupted".to_owned(), 600));
}

#[test]
fn status_of_the_sample_data_needs_no_file() {
    let said = say(&["--demo", "status"]);
    assert_eq!(said.outcome, Outcome::Exit(0), "{}", said.err);
    assert!(said.out.contains("Write the book"), "{}", said.out);
    assert!(said.out.contains("sample data"), "{}", said.out);
}

/// The goal of the sample data has the identity "I am a writer".
#[test]
fn status_keeps_the_identity_to_itself() {
    for args in [&["--demo", "status"][..], &["--demo", "status", "--json"]] {
        let said = format!("{:?}", say(args));
        assert!(said.contains("Write the book") && !said.contains("I am a writer"), "{said}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let said = say(&["status", "--data", "/nowhere/at/all.ron"]);
    assert_eq!(said.outcome, Outcome::Exit(1));
    assert!(said.err.contains("/nowhere/at/all.ron"), "{}", said.err);
    assert_eq!(said.out, "");
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_place_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path(), |_, _| ());
    let whole = std::fs::read(&path).unwrap();
    let broken = &whole[..whole.len() / 2];
    std::fs::write(&path, broken).unwrap();
    for args in [["status"], ["doctor"]] {
        let said = say(&[args.as_slice(), &["--data", path.to_str().unwrap()]].concat());
        assert_eq!(said.outcome, Outcome::Exit(1));
        let words = format!("{}{}", said.out, said.err);
        assert!(words.contains(path.to_str().unwrap()) && words.contains("line "), "{words}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), broken);
}

#[test]
fn answering_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path(), |_, _| ());
    let before = (listed(folder.path()), std::fs::read(&path).unwrap());
    for args in [["status"], ["doctor"]] {
        say(&[args.as_slice(), &["--data", path.to_str().unwrap()]].concat());
    }
    assert_eq!((listed(folder.path()), std::fs::read(&path).unwrap()), before);
}

#[test]
fn doctor_has_one_line_for_each_thing() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path(), |_, _| ());
    let said = say(&["doctor", "--data", path.to_str().unwrap()]);
    assert_eq!(said.outcome, Outcome::Exit(0), "{}", said.out);
    let lines: Vec<&str> = said.out.lines().collect();
    let file = format!("file: {}, format 5, 1 session", path.display());
    assert!(lines[0].starts_with("ok ") && lines[0].ends_with(&file), "{}", lines[0]);
    for (line, topic) in
        lines.iter().zip(["file", "lock: free", "backups: none yet", "notifications", "display", "renderer"])
    {
        assert!(line.contains(topic), "{topic} in: {line}");
    }
    assert_eq!(lines.len(), 6);
}

#[test]
fn doctor_sees_a_held_lock_and_gives_a_free_one_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path(), |_, _| ());
    let lock = StorePaths::for_data(&RealFs, &path, folder.path()).lock;
    let args = ["doctor", "--data", path.to_str().unwrap()];
    let held = RealFs.lock(&lock).unwrap();
    assert!(say(&args).out.contains("lock: held by an open window"));
    drop(held);
    assert!(say(&args).out.contains("lock: free"));
    assert!(matches!(RealFs.lock(&lock), Ok(crate::store::fs::Locked::Held(_))));
}
