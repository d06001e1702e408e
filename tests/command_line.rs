//! The built program from a shell: answers, exit codes, and what goes to which stream; without a display.

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mainspring"));
    command.env_clear().env("HOME", folder).env("USERPROFILE", folder).env("APPDATA", folder).current_dir(folder);
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    program(folder).args(args).output().expect("the program runs")
}

/// Runs in an empty home and compares the exit code; gives back stdout and stderr.
#[track_caller]
fn check_exit(args: &[&str], code: i32) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run(folder.path(), args);
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    let (out, err) = (words(output.stdout), words(output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}{err}");
    assert!(out.is_empty() != err.is_empty(), "one stream speaks:\n{out}\n{err}");
    (out, err)
}

#[test]
fn version_and_help_are_told_on_stdout() {
    let (out, _) = check_exit(&["--version"], 0);
    assert_eq!(out, format!("mainspring {}\n", env!("CARGO_PKG_VERSION")));
    let (out, _) = check_exit(&["--help"], 0);
    assert!(out.contains("Usage: mainspring"), "{out}");
}

#[test]
fn senseless_arguments_end_with_2_and_are_named_on_stderr() {
    let (_, err) = check_exit(&["--start", "0"], 2);
    assert!(err.contains("--start") && err.contains("'0'"), "{err}");
    let (_, err) = check_exit(&["--data", "."], 2);
    assert!(err.contains("--data ."), "{err}");
}

#[test]
fn status_without_a_file_ends_with_1_and_makes_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run(folder.path(), &["status"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("mainspring.ron"));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn status_and_doctor_of_the_sample_data_need_no_display() {
    let (out, _) = check_exit(&["--demo", "status"], 0);
    assert!(out.contains("Write the book"), "{out}");
    let (out, _) = check_exit(&["--demo", "status", "--json"], 0);
    let json: serde_json::Value = serde_json::from_str(&out).expect("json");
    assert_eq!(json["file"], serde_json::Value::Null);
    assert!(json["strength"].as_f64().is_some_and(|strength| (0.0..=1.0).contains(&strength)));
    let (out, _) = check_exit(&["--demo", "doctor"], 0);
    assert!(out.starts_with("ok "), "{out}");
}

/// R39: the days are stored, so neither a zone nor another day start moves them.
#[cfg(unix)]
#[test]
fn neither_travel_nor_another_day_start_moves_a_total_or_a_day() {
    use mainspring::domain::{Now, demo};

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mainspring.ron");
    let tokyo = chrono::FixedOffset::east_opt(9 * 3_600).expect("an offset");
    // It ends a week ago, so that no zone's today is among its days.
    let mut model = demo::demo_at(Now::new(chrono::Utc::now() - chrono::Duration::days(7), tokyo, 1), 1);
    let mut totals = |zone: &str, day_start_hour: u8| -> serde_json::Value {
        let mut settings = mainspring::domain::settings::Settings::clone(&model.settings);
        settings.day_start_hour = day_start_hour;
        model.settings = settings;
        std::fs::write(&file, mainspring::store::write::to_text(&model).expect("text")).expect("a file");
        let mut command = program(folder.path());
        command.env("TZ", zone).arg("--data").arg(&file).args(["status", "--json"]);
        let output = command.output().expect("the program runs");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("json");
        json["totals"].clone()
    };
    let at_home = totals("Asia/Tokyo", 4);
    assert!(at_home["days_done"].as_u64().is_some_and(|days| days > 100), "{at_home}");
    assert_eq!(totals("America/Los_Angeles", 4), at_home);
    assert_eq!(totals("Asia/Tokyo", 12), at_home);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = program(folder.path())
        .args(["--help"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}
