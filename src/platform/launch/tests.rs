use std::sync::mpsc;

use super::*;

/// Longest wait for what happens on another thread.
const PATIENCE: Duration = Duration::from_secs(10);

fn program(program: &str, arguments: &[&str]) -> Opens {
    Opens::Program { program: program.into(), arguments: arguments.iter().map(|word| (*word).into()).collect() }
}

/// What is told when it fails.
fn failure(opens: Opens) -> String {
    let (sender, told) = mpsc::channel();
    launch(opens, move |error| sender.send(error.to_string()).unwrap()).unwrap();
    told.recv_timeout(PATIENCE).expect("a failure is told")
}

#[cfg(unix)]
#[test]
fn a_program_gets_its_arguments_as_they_are_and_no_shell_reads_them() {
    let dir = tempfile::tempdir().unwrap();
    let names = ["a b", "$HOME; touch c", "-d'\"*"];
    let paths: Vec<String> = names.iter().map(|name| dir.path().join(name).to_str().unwrap().to_owned()).collect();
    let arguments: Vec<&str> = paths.iter().map(String::as_str).collect();
    let (sender, ended) = mpsc::channel::<String>();
    // The sender goes when the thread does: the program has ended and was waited for.
    launch(program("mkdir", &arguments), move |error| sender.send(error.to_string()).unwrap()).unwrap();
    assert_eq!(ended.recv_timeout(PATIENCE), Err(mpsc::RecvTimeoutError::Disconnected));
    let mut made: Vec<String> =
        std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    made.sort();
    assert_eq!(made, ["$HOME; touch c", "-d'\"*", "a b"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_ended_is_no_zombie_and_one_that_runs_holds_nobody_up() {
    let (sender, ended) = mpsc::channel::<String>();
    launch(program("sleep", &["0.3"]), move |error| sender.send(error.to_string()).unwrap()).unwrap();
    assert_eq!(ended.try_recv(), Err(mpsc::TryRecvError::Empty), "it returns while the program runs");
    assert_eq!(ended.recv_timeout(PATIENCE), Err(mpsc::RecvTimeoutError::Disconnected));
}

#[test]
fn a_missing_program_or_file_is_told() {
    assert!(
        failure(program("no-such-program-of-mainspring", &["x"])).starts_with("no-such-program-of-mainspring was not")
    );
    assert_eq!(failure(Opens::File { path: "/no/such/file.odt".into() }), "it is not there: /no/such/file.odt");
    // What a path is relative to is not for a file to say.
    assert_eq!(failure(Opens::File { path: "Cargo.toml".into() }), "it is not there: Cargo.toml");
}

#[cfg(unix)]
#[test]
fn a_program_that_fails_at_once_is_told() {
    assert_eq!(failure(program("false", &[])), "false ended at once: exit status: 1");
}
