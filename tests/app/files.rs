//! What stands at the data file's path: held by another window, torn, gone, or only sample data.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, Role, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable;
use mainspring::domain::settings::Settings;

use crate::desk::{Desk, ctrl, fill, key, press, shows, wait_for};
use crate::screens::Screen;

const BACKUP: &str = "Open the backup of Today 08:12";

fn as_is(_settings: &mut Settings) {}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).expect("a file"));
        }
    }
    found
}

#[test]
fn a_second_window_on_the_file_reads_and_changes_nothing() {
    let desk = Desk::with_demo(|_| {});
    let first = desk.open();
    let before = std::fs::read(desk.data()).expect("a file");
    let mut second = desk.open();
    assert!(shows(&second, "Another Mainspring window has this file open."));
    key(&mut second, Key::Space);
    assert!(second.query_by_role(Role::Timer).is_none(), "no session starts here");
    assert!(shows(&second, "Read-only: nothing is changed or saved here."));
    ctrl(&mut second, Key::Num2);
    fill(&mut second, "Why", "Another reason");
    ctrl(&mut second, Key::S);
    drop(second);
    assert_eq!(std::fs::read(desk.data()).expect("a file"), before);
    desk.close(first);
    assert_ne!(desk.read().goal().map(|goal| goal.why.clone()), Some("Another reason".to_owned()));
}

#[test]
fn a_torn_file_is_left_as_it_is_when_the_person_quits() {
    let desk = Desk::new();
    let mut window = Screen::Recovery.open(&desk, as_is, crate::desk::SIZE);
    assert!(shows(&window, "Your file cannot be read"));
    assert!(shows(&window, "Line "));
    let before = files(&desk.backups());
    key(&mut window, Key::Escape);
    desk.close(window);
    assert_eq!(std::fs::read(desk.data()).expect("a file"), b"(version: 1,\n");
    assert_eq!(files(&desk.backups()), before);
}

#[test]
fn a_backup_in_place_of_a_torn_file_keeps_the_torn_one() {
    let desk = Desk::new();
    let mut window = Screen::Recovery.open(&desk, as_is, crate::desk::SIZE);
    wait_for(&mut window, BACKUP);
    press(&mut window, Role::DefaultButton, BACKUP);
    assert!(shows(&window, "Write the book"));
    desk.close(window);
    assert_eq!(desk.read().sessions.len(), desk.demo(as_is).sessions.len());
    assert!(files(&desk.backups()).values().any(|bytes| bytes == b"(version: 1,\n"));
}

#[test]
fn a_mended_file_is_read_again() {
    let desk = Desk::new();
    let mut window = Screen::Recovery.open(&desk, as_is, crate::desk::SIZE);
    desk.write(&desk.demo(as_is));
    press(&mut window, Role::Button, "Try again");
    assert!(shows(&window, "Write the book"));
    desk.close(window);
}

#[test]
fn a_file_that_is_gone_is_asked_for_and_never_begun_anew_unasked() {
    let desk = Desk::new();
    let mut window = Screen::Missing.open(&desk, as_is, crate::desk::SIZE);
    assert!(shows(&window, "Your file is not where it was"));
    assert!(!desk.data().exists());
    press(&mut window, Role::Button, "Start new");
    assert!(shows(&window, "What is the one thing?"));
    desk.close(window);
    assert!(!desk.data().exists());
}

#[test]
fn a_file_that_is_gone_comes_back_from_its_backup() {
    let desk = Desk::new();
    let mut window = Screen::Missing.open(&desk, as_is, crate::desk::SIZE);
    wait_for(&mut window, BACKUP);
    press(&mut window, Role::Button, BACKUP);
    assert!(shows(&window, "Write the book"));
    desk.close(window);
    assert_eq!(desk.read().sessions.len(), desk.demo(as_is).sessions.len());
}

#[test]
fn a_backup_is_restored_from_the_settings() {
    let desk = Desk::new();
    let mut window = Screen::Settings.open(&desk, as_is, crate::desk::SIZE);
    press(&mut window, Role::Button, "Restore the backup of Today 08:12");
    press(&mut window, Role::Button, "Restore this backup");
    wait_for(&mut window, "The backup is open.");
    desk.close(window);
}

#[test]
fn the_settings_list_the_backups_of_now_however_they_are_reached() {
    let desk = Desk::with_demo(as_is);
    let mut window = desk.open();
    wait_for(&mut window, "Saved");
    let made = desk.backups().join("mainspring-2026-11-23T07-12-00Z.ron");
    Desk::write_at(&made, &desk.demo(as_is));
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Tab);
    window.run();
    wait_for(&mut window, "Restore the backup of Today 08:12");
    desk.close(window);
}

#[test]
fn the_sample_data_is_marked_and_leaves_no_file() {
    let desk = Desk::new();
    let mut window = desk.open_demo();
    assert!(shows(&window, "Sample data, made up for a look around. Nothing here is saved."));
    key(&mut window, Key::Space);
    desk.pass(&mut window, 2);
    ctrl(&mut window, Key::Enter);
    ctrl(&mut window, Key::Num2);
    fill(&mut window, "Why", "Another reason");
    ctrl(&mut window, Key::S);
    desk.close(window);
    let folder = desk.data().parent().expect("a folder").to_owned();
    assert_eq!(files(&folder).keys().collect::<Vec<_>>(), Vec::<&PathBuf>::new());
}

#[test]
fn a_file_of_a_newer_version_is_told_and_not_touched() {
    let desk = Desk::with_demo(as_is);
    desk.close(desk.open());
    let newer = "(\nversion: 999,\napp: \"mainspring 99.0.0\",\ngoals: {},\n)\n";
    std::fs::write(desk.data(), newer).expect("a newer file");
    let mut window = desk.open();
    window.run();
    assert!(shows(&window, "this version does not know its format, 999"));
    assert!(shows(&window, "mainspring 99.0.0 wrote it, a newer version than this one."));
    assert!(!shows(&window, "Open the backup") && !shows(&window, "Start new"));
    key(&mut window, Key::Escape);
    desk.close(window);
    assert_eq!(std::fs::read_to_string(desk.data()).expect("a file"), newer);
}

#[test]
fn without_a_file_dialog_the_missing_file_is_found_by_its_path() {
    let desk = Desk::new();
    let mut window = Screen::Missing.open(&desk, as_is, crate::desk::SIZE);
    press(&mut window, Role::Button, "Find it…");
    wait_for(&mut window, "No file dialog can be shown here.");
    let moved = desk.data().with_file_name("moved.ron");
    fill(&mut window, "Where it is now", &moved.display().to_string());
    press(&mut window, Role::Button, "Open");
    assert!(shows(&window, "There is no file here: "));
    std::fs::write(&moved, "(").expect("a torn file");
    press(&mut window, Role::Button, "Open");
    assert!(shows(&window, "That file cannot be opened: "));
    Desk::write_at(&moved, &desk.demo(as_is));
    press(&mut window, Role::Button, "Open");
    assert!(shows(&window, "Write the book"));
    desk.close(window);
    let mut window = desk.open();
    window.run();
    assert!(shows(&window, "Write the book"), "the next start does not ask again");
    drop(window);
    assert!(!desk.data().exists());
}

#[test]
fn without_a_file_dialog_each_copy_has_a_name_of_its_own() {
    let desk = Desk::with_demo(as_is);
    let documents = desk.data().with_file_name("documents");
    std::fs::create_dir(&documents).expect("a folder");
    let mut window = desk.open();
    for name in ["mainspring-copy-2026-11-23T10-12-00Z.ron", "mainspring-copy-2026-11-23T10-12-00Z-2.ron"] {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        wait_for(&mut window, name);
        assert!(documents.join(name).exists());
    }
    desk.close(window);
    let data = std::fs::read(desk.data()).expect("a file");
    assert!(files(&documents).values().all(|copy| *copy == data));
}

#[test]
fn an_unreadable_file_without_a_backup_is_kept_and_begun_anew() {
    let desk = Desk::new();
    std::fs::write(desk.data(), "(version: 1,\n").expect("a torn file");
    let mut window = desk.open();
    window.run();
    press(&mut window, Role::Button, "Start new");
    assert!(shows(&window, "What is the one thing?"));
    fill(&mut window, "The one thing", "Write the book");
    key(&mut window, Key::Enter);
    desk.close(window);
    assert_eq!(desk.read().goal().map(|goal| goal.title.clone()), Some("Write the book".to_owned()));
    assert!(files(&desk.backups()).values().any(|bytes| bytes == b"(version: 1,\n"));
}

#[test]
fn a_window_with_unsaved_changes_stays_open_once() {
    let desk = Desk::with_demo(as_is);
    let mut window = desk.open();
    std::fs::remove_file(desk.data()).expect("no file");
    std::fs::create_dir(desk.data()).expect("a folder in its place");
    ctrl(&mut window, Key::Num2);
    fill(&mut window, "Why", "Another reason");
    assert!(asks_to_stay(&mut window), "the first time it stays");
    assert!(shows(&window, "Not saved. ") && shows(&window, "Close again to leave anyway."));
    assert!(!asks_to_stay(&mut window), "the second time it goes");
    std::fs::remove_dir(desk.data()).expect("no folder");
    desk.close(window);
    assert_eq!(desk.read().goal().map(|goal| goal.why.clone()), Some("Another reason".to_owned()));
}

/// Asks the window to close, and tells whether it wants to stay.
fn asks_to_stay(window: &mut crate::desk::Window) -> bool {
    let viewports = &mut window.input_mut().viewports;
    viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    window.step();
    let output = &window.output().viewport_output[&ViewportId::ROOT];
    let stays = output.commands.contains(&ViewportCommand::CancelClose);
    let info = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    info.events.clear();
    window.run();
    stays
}
