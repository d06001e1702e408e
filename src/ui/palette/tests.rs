//! Tests of the palette, the shortcut sheet, the toasts and the banners, as a screen reader finds them.

use chrono::Duration;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{Palette, fit};
use crate::domain::effect::UndoKey;
use crate::domain::goal::GoalAction;
use crate::domain::{Action, Model};
use crate::ui::banners;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::{Cx, FileState};
use crate::ui::outbox::Outbox;
use crate::ui::settings::SettingsTab;
use crate::ui::shortcut_sheet::ShortcutSheet;
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use crate::ui::toasts::{Toast, Toasts};
use crate::ui::undo_words;

/// All that can lie over a tab, over the settings.
#[derive(Default)]
struct Over {
    tab: SettingsTab,
    palette: Palette,
    sheet: ShortcutSheet,
    toasts: Toasts,
}

impl Over {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        banners::ui(ui, cx, out);
        self.tab.ui(ui, cx, out);
        self.palette.ui(ui, cx, out);
        self.sheet.ui(ui, cx, out);
        self.toasts.ui(ui, cx, out);
    }
}

type Shown = Harness<'static, Scene<Over>>;

fn world() -> World {
    let mut world = World::new(Model::default(), moment("2026-11-23T18:12:00Z"));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

fn stage() -> Stage<Over> {
    Stage::of(Over::default(), world(), Over::ui)
}

fn with_palette() -> Shown {
    let mut shown = stage().open();
    shown.state_mut().view.palette.toggle();
    shown.run();
    shown
}

fn type_words(shown: &mut Shown, words: &str) {
    shown.get_by_role_and_label(Role::TextInput, "Find a command").type_text(words);
    shown.run();
}

#[test]
fn typing_a_few_letters_and_enter_asks_for_the_command() {
    let mut shown = with_palette();
    type_words(&mut shown, "progr");
    picture(&mut shown, "palette-typed");
    shown.key_press(Key::Enter);
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::GoTo(Tab::Progress)]);
    assert!(!shown.state().view.palette.is_open());
}

#[test]
fn the_arrow_keys_choose_from_the_list() {
    let mut shown = with_palette();
    picture(&mut shown, "palette-light");
    shown.key_press(Key::ArrowDown);
    shown.run();
    shown.key_press(Key::Enter);
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::StartShort]);
}

#[test]
fn a_click_on_a_line_asks_for_it() {
    let mut shown = with_palette();
    shown.get_by_role_and_label(Role::ListBoxOption, "Add a past session…").click();
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::AddSession]);
}

#[test]
fn the_pointer_on_a_line_tells_what_it_does() {
    let mut shown = with_palette();
    shown.get_by_role_and_label(Role::ListBoxOption, "Add a past session…").hover();
    shown.run_steps(6);
    assert!(shown.query_by_label("For time that was worked without the clock.").is_some());
}

#[test]
fn escape_closes_the_palette_and_asks_for_nothing() {
    let mut shown = with_palette();
    shown.key_press(Key::Escape);
    shown.run();
    assert!(!shown.state().view.palette.is_open());
    assert_eq!(shown.state().out.commands, []);
}

#[test]
fn what_cannot_be_done_now_is_not_listed() {
    let shown = with_palette();
    assert!(shown.query_by_role_and_label(Role::ListBoxOption, "Start a session").is_some());
    for name in ["Finish the session", "5 minutes more", "Redo", "Replay the spring", "Find a command"] {
        assert!(shown.query_by_role_and_label(Role::ListBoxOption, name).is_none(), "{name}");
    }
}

#[test]
fn letters_that_fit_nothing_say_so() {
    let mut shown = with_palette();
    type_words(&mut shown, "qqqq");
    shown.get_by_label("Nothing fits. Try fewer letters.");
    shown.key_press(Key::Enter);
    shown.run();
    assert_eq!(shown.state().out.commands, []);
    assert!(shown.state().view.palette.is_open());
}

#[test]
fn the_beginning_of_a_word_fits_better_than_letters_here_and_there() {
    assert_eq!(fit("Save now", "sa"), Some(0));
    assert_eq!(fit("Save now", "NO"), Some(1));
    assert_eq!(fit("Save now", "ve n"), Some(2));
    assert_eq!(fit("Save now", "sn"), Some(7));
    assert_eq!(fit("Save now", "nw"), Some(9));
    assert_eq!(fit("Save now", "ws"), None);
    assert_eq!(fit("Save now", "ww"), None);
    assert_eq!(fit("Save now", "savex"), None);
    assert_eq!(fit("Save now", ""), Some(0));
}

#[test]
fn the_sheet_lists_every_key_and_closes_with_escape() {
    let mut shown = stage().open();
    shown.state_mut().view.sheet.toggle();
    shown.run();
    for keys in ["Space", "Ctrl+Enter", "Ctrl+Shift+Z", "Ctrl+K", "F1", "?", "F11", "Ctrl+Q"] {
        assert!(shown.query_all_by_label(keys).next().is_some(), "{keys}");
    }
    picture(&mut shown, "shortcuts-light");
    shown.key_press(Key::Escape);
    shown.run();
    assert!(!shown.state().view.sheet.is_open());
}

/// A message that offers undo for ten seconds.
fn push_undo(shown: &mut Shown, key: UndoKey) {
    let scene = shown.state_mut();
    let text = undo_words::words(key, &scene.world.text);
    let until = scene.world.now.utc + Duration::seconds(10);
    scene.view.toasts.push(Toast { text, action: Some(("Undo".to_owned(), Command::Undo)), until });
    shown.run();
}

#[test]
fn a_toast_offers_undo_of_the_last_step_only() {
    let mut shown = stage().open();
    push_undo(&mut shown, UndoKey::RestAdded);
    push_undo(&mut shown, UndoKey::SessionDeleted);
    assert!(shown.query_by_label("Rest added").is_none());
    picture(&mut shown, "toast");
    shown.get_by_label("Undo").click();
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::Undo]);
    assert!(shown.query_by_label("Session deleted").is_none());
}

#[test]
fn a_toast_goes_when_its_time_is_over() {
    let mut shown = stage().open();
    push_undo(&mut shown, UndoKey::SessionDeleted);
    let start = shown.state().world.now.utc;
    assert_eq!(shown.state().view.toasts.next_end(start), Some(std::time::Duration::from_secs(10)));
    shown.state_mut().world.at(moment("2026-11-23T18:12:10Z"));
    shown.run();
    assert!(shown.query_by_label("Session deleted").is_none());
    assert_eq!(shown.state().view.toasts.next_end(start), None);
}

#[test]
fn banners_say_what_is_not_as_usual_and_what_to_do() {
    let mut shown = stage().open();
    shown.state_mut().world.status.file = FileState::ReadOnly(
        "Another Mainspring window has this file open. You can read here; nothing is saved.".to_owned(),
    );
    shown.state_mut().world.status.problem = Some("The picture could not be saved.".to_owned());
    shown.run();
    picture(&mut shown, "banners");
    shown.get_by_role_and_label(Role::Link, "Save a copy…").click();
    shown.run();
    shown.get_by_role_and_label(Role::Link, "Close").click();
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::SaveCopy, Command::CloseProblem]);
}

#[test]
fn sample_data_is_marked() {
    let mut shown = stage().open();
    shown.state_mut().world.status.file = FileState::Demo;
    shown.run();
    shown.get_by_label("Sample data, made up for a look around. Nothing here is saved.");
}

#[test]
fn pictures_of_what_lies_over_a_tab() {
    for (name, dark, width, height, zoom) in [
        ("palette-dark", true, 1280.0, 800.0, 1.0),
        ("palette-720", false, 720.0, 520.0, 1.0),
        ("palette-zoom", false, 1280.0, 800.0, 2.0),
    ] {
        let stage = stage().size(width, height).zoom(zoom);
        let mut shown = if dark { stage.dark().open() } else { stage.open() };
        shown.state_mut().view.palette.toggle();
        shown.run();
        picture(&mut shown, name);
        shown.state_mut().view.palette.toggle();
        shown.state_mut().view.sheet.toggle();
        shown.run();
        picture(&mut shown, &name.replace("palette", "shortcuts"));
    }
}
