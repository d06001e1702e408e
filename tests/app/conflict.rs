//! A file that another program changes while the window is open, and a file that is emptied on purpose.

use std::path::PathBuf;

use eframe::egui::{Key, Role, vec2};
use mainspring::cli::Launch;
use mainspring::domain::Model;
use mainspring::store::read::read;
use mainspring::store::write::to_text;

use crate::desk::{Desk, Window, ctrl, fill, press, shows, wait_for};
use crate::screens::Screen;
use crate::wheel::newest_row;

const OURS: &str = "To hold it in my hands";

/// What another program wrote: the same year with a goal of another name.
fn theirs(desk: &Desk) -> Model {
    let mut model = desk.demo(|_| {});
    let goal = model.goal().expect("a goal").id;
    model.goals.update(goal, |goal| goal.title = "Write another book".to_owned());
    model
}

/// Another program changed the file, and after that a person something in the window.
fn disagreeing(desk: &Desk, bytes: &[u8], said: &str) -> Window {
    let mut window = desk.open();
    std::fs::write(desk.data(), bytes).expect("a written file");
    ctrl(&mut window, Key::Num2);
    fill(&mut window, "Why", OURS);
    ctrl(&mut window, Key::S);
    wait_for(&mut window, said);
    window
}

fn why(model: &Model) -> String {
    model.goal().map(|goal| goal.why.clone()).unwrap_or_default()
}

/// The files of a folder whose name holds `part`.
fn named(folder: PathBuf, part: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.to_string_lossy().contains(part)).collect()
}

fn beside(desk: &Desk) -> Vec<PathBuf> {
    named(desk.data().parent().expect("a folder").to_owned(), ".ours-")
}

#[test]
fn mine_is_kept_and_theirs_is_a_backup() {
    let desk = Desk::with_demo(|_| {});
    let bytes = to_text(&theirs(&desk)).expect("text").into_bytes();
    let mut window = disagreeing(&desk, &bytes, "Another program changed the file.");
    assert_eq!(std::fs::read(desk.data()).expect("a file"), bytes);
    press(&mut window, Role::Link, "Keep mine");
    wait_for(&mut window, "The other version is kept here: ");
    assert!(!shows(&window, "Another program changed the file."));
    desk.close(window);
    let model = desk.read();
    assert_eq!((why(&model).as_str(), model.goal().map(|goal| goal.title.as_str())), (OURS, Some("Write the book")));
    let kept = named(desk.backups(), "-before-replace");
    assert_eq!(kept.len(), 1);
    assert_eq!(std::fs::read(&kept[0]).expect("a backup"), bytes);
}

#[test]
fn theirs_is_taken_and_mine_stays_beside_it() {
    let desk = Desk::with_demo(|_| {});
    let bytes = to_text(&theirs(&desk)).expect("text").into_bytes();
    let mut window = disagreeing(&desk, &bytes, "Another program changed the file.");
    press(&mut window, Role::Link, "Take theirs");
    wait_for(&mut window, "The other version is open. Yours is kept here: ");
    ctrl(&mut window, Key::Num1);
    assert!(shows(&window, "Write another book"));
    assert!(!shows(&window, "Another program changed the file."));
    desk.close(window);
    assert_eq!(std::fs::read(desk.data()).expect("a file"), bytes);
    let kept = beside(&desk);
    assert_eq!(kept.len(), 1);
    let kept = read(&std::fs::read(&kept[0]).expect("ours")).expect("a readable file").model;
    assert_eq!(why(&kept), OURS);
}

#[test]
fn a_file_left_unreadable_is_replaced_on_the_persons_word() {
    let desk = Desk::with_demo(|_| {});
    let mut window = disagreeing(&desk, b"(version: 1,", "Another program is writing the file.");
    for _ in 0..4 {
        // Each asks for another try at once.
        ctrl(&mut window, Key::S);
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    wait_for(&mut window, "Another program left the file unreadable.");
    assert!(!shows(&window, "Take theirs"));
    press(&mut window, Role::Link, "Keep mine");
    wait_for(&mut window, "The other version is kept here: ");
    desk.close(window);
    assert_eq!(why(&desk.read()), OURS);
    let kept = named(desk.backups(), "-unreadable");
    assert_eq!(kept.iter().map(|path| std::fs::read(path).expect("a copy")).collect::<Vec<_>>(), [b"(version: 1,"]);
}

#[test]
fn deleting_every_session_on_purpose_is_saved() {
    let desk = Desk::new();
    let mut model = desk.demo(|_| {});
    let surplus: Vec<_> = model.sessions.iter().rev().skip(5).map(|session| session.id).collect();
    for session in surplus {
        model.sessions.remove(session);
    }
    model.counts = Model::default().counts;
    desk.write(&model);
    let mut window = desk.open_as(&Launch::default(), vec2(1280.0, 2600.0));
    ctrl(&mut window, Key::Num3);
    for _ in 0..5 {
        newest_row(&mut window);
        press(&mut window, Role::Button, "Delete session");
    }
    desk.close(window);
    assert_eq!(desk.read().sessions.len(), 0);
}

#[test]
fn a_restored_backup_keeps_what_was_changed_just_before() {
    let desk = Desk::new();
    let mut window = Screen::Settings.open(&desk, |_| {}, crate::desk::SIZE);
    let backup = std::fs::read(named(desk.backups(), "2026-11-23T07-12-00Z").remove(0)).expect("a backup");
    ctrl(&mut window, Key::Num2);
    fill(&mut window, "Why", OURS);
    ctrl(&mut window, Key::Num8);
    press(&mut window, Role::Button, "Restore the backup of Today 08:12");
    press(&mut window, Role::Button, "Restore this backup");
    wait_for(&mut window, "The backup is open.");
    desk.close(window);
    assert_eq!(std::fs::read(desk.data()).expect("a file"), backup);
    let kept = named(desk.backups(), "-before-restore");
    assert_eq!(kept.len(), 1);
    assert_eq!(why(&read(&std::fs::read(&kept[0]).expect("a copy")).expect("a readable file").model), OURS);
}
