//! The whole app by keys alone, on the sample data: rooms, palette, shortcut sheet, text size.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use mainspring::app::App;
use mainspring::cli::Launch;
use mainspring::platform::clock::{Clock, FakeClock};
use mainspring::platform::paths::Paths;

const CTRL: Modifiers = Modifiers::COMMAND;

fn open() -> Harness<'static, App> {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = Paths {
        default_data_file: folder.path().join("data.ron"),
        state_dir: folder.path().join("state"),
        documents_dir: None,
    };
    let clock: Arc<dyn Clock> = Arc::new(FakeClock::new("2026-11-23T18:12:00Z".parse().expect("a moment")));
    let options = Launch { is_demo: true, ..Launch::default() };
    let mut app = Harness::builder()
        .with_size(Vec2::new(1280.0, 800.0))
        .with_max_steps(16)
        .build_eframe(move |cc| App::open(cc, &options, &paths, &clock));
    app.run_ok();
    app
}

fn press(app: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    app.key_press_modifiers(modifiers, key);
    app.run_ok();
}

fn type_words(app: &mut Harness<'_, App>, words: &str) {
    app.get_by_role_and_label(Role::TextInput, "Find a command").type_text(words);
    app.run_ok();
}

#[track_caller]
fn check_shows(app: &Harness<'_, App>, label: &str) {
    assert!(app.query_all_by_label(label).next().is_some(), "{label} is not there");
}

#[track_caller]
fn check_hides(app: &Harness<'_, App>, label: &str) {
    assert!(app.query_all_by_label(label).next().is_none(), "{label} is still there");
}

#[test]
fn the_rooms_open_by_their_keys() {
    let mut app = open();
    press(&mut app, CTRL, Key::Num8);
    check_shows(&app, "Every change applies at once.");
    press(&mut app, CTRL, Key::Num1);
    check_hides(&app, "Every change applies at once.");
    press(&mut app, CTRL, Key::Comma);
    check_shows(&app, "Every change applies at once.");
    press(&mut app, CTRL, Key::Tab);
    check_hides(&app, "Every change applies at once.");
}

#[test]
fn the_palette_goes_where_a_few_letters_say() {
    let mut app = open();
    press(&mut app, CTRL, Key::K);
    type_words(&mut app, "sett");
    press(&mut app, Modifiers::NONE, Key::Enter);
    check_shows(&app, "Every change applies at once.");
    check_hides(&app, "Type a few letters of what to do.");
}

#[test]
fn the_palette_opens_and_closes_with_the_same_keys() {
    let mut app = open();
    press(&mut app, CTRL, Key::K);
    check_shows(&app, "Go to Settings");
    press(&mut app, CTRL, Key::K);
    check_hides(&app, "Go to Settings");
}

#[test]
fn the_sheet_of_keys_opens_with_f1_and_closes_with_escape() {
    let mut app = open();
    press(&mut app, Modifiers::NONE, Key::F1);
    check_shows(&app, "Start, pause or go on");
    press(&mut app, Modifiers::NONE, Key::Escape);
    check_hides(&app, "Start, pause or go on");
}

#[test]
fn a_sheet_keeps_space_from_starting_a_session() {
    let mut app = open();
    press(&mut app, CTRL, Key::K);
    press(&mut app, Modifiers::NONE, Key::Space);
    press(&mut app, Modifiers::NONE, Key::Escape);
    check_hides(&app, "Pause");
}

#[test]
fn the_text_size_follows_its_keys_and_the_setting() {
    let mut app = open();
    press(&mut app, CTRL, Key::Plus);
    press(&mut app, CTRL, Key::Equals);
    assert!((app.ctx.zoom_factor() - 1.2).abs() < 1e-6, "{}", app.ctx.zoom_factor());
    press(&mut app, CTRL, Key::Num0);
    assert!((app.ctx.zoom_factor() - 1.0).abs() < 1e-6);
}

#[test]
fn sample_data_is_marked_as_such() {
    check_shows(&open(), "Sample data, made up for a look around. Nothing here is saved.");
}
