//! Tests of the two screens, by role and label, and their pictures.

use std::path::PathBuf;

use chrono::Duration;
use eframe::egui::{Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{Choice, MissingChoice, MissingView, RecoveryView};
use crate::domain::Model;
use crate::ui::cx::{BackupCounts, BackupLine, Cx};
use crate::ui::outbox::Outbox;
use crate::ui::testing::{Scene, Stage, World, moment, picture};

/// A screen and the first choice made on it.
struct Screen<V, C> {
    view: V,
    choice: Option<C>,
}

type Recovering = Screen<RecoveryView, Choice>;
type Finding = Screen<MissingView, MissingChoice>;

fn show_recovery(screen: &mut Recovering, ui: &mut Ui, cx: &Cx<'_>, _out: &mut Outbox) {
    let choice = super::ui(ui, cx.theme, cx.text, &mut screen.view);
    screen.choice = screen.choice.take().or(choice);
}

fn show_missing(screen: &mut Finding, ui: &mut Ui, cx: &Cx<'_>, _out: &mut Outbox) {
    let choice = super::missing_ui(ui, cx.theme, cx.text, &mut screen.view);
    screen.choice = screen.choice.take().or(choice);
}

fn backups() -> Vec<BackupLine> {
    let now = moment("2026-11-23T18:12:00Z");
    let line = |name: &str, hours: i64, holds| BackupLine {
        path: PathBuf::from(name),
        made: now.utc - Duration::hours(hours),
        bytes: 84_000,
        holds,
    };
    let counts = |sessions, minutes: i64| Some(BackupCounts { goals: 1, sessions, focus_secs: minutes * 60 });
    vec![
        line("bad.ron", 1, None),
        line("new.ron", 9, counts(61, 760)),
        line("old.ron", 30, counts(60, 742)),
        line("older.ron", 24 * 9, counts(51, 622)),
    ]
}

fn recovering() -> Stage<Recovering> {
    let now = moment("2026-11-23T18:12:00Z");
    let view = RecoveryView {
        reason: "expected a closing bracket".to_owned(),
        line: 48,
        column: 112,
        read_only: None,
        path: PathBuf::from("/home/ada/.local/share/mainspring/mainspring.ron"),
        backups: backups(),
        now,
    };
    Stage::of(Screen { view, choice: None }, World::new(Model::default(), now), show_recovery)
}

fn finding() -> Stage<Finding> {
    let now = moment("2026-11-23T18:12:00Z");
    let view = MissingView {
        path: PathBuf::from("/media/ada/stick/mainspring.ron"),
        backups: backups(),
        problem: None,
        typed: String::new(),
        now,
    };
    Stage::of(Screen { view, choice: None }, World::new(Model::default(), now), show_missing)
}

/// Clicks a button and compares the choice.
#[track_caller]
fn check_choice<V, C: PartialEq + std::fmt::Debug>(
    mut shown: Harness<'static, Scene<Screen<V, C>>>,
    name: &str,
    expected: &C,
) {
    shown.get_by_label(name).click();
    shown.run();
    assert_eq!(shown.state().view.choice.as_ref(), Some(expected), "{name}");
}

#[test]
fn each_button_of_an_unreadable_file_makes_its_choice() {
    check_choice(recovering().open(), "Open the backup of Today 09:12", &Choice::Restore(PathBuf::from("new.ron")));
    check_choice(recovering().open(), "Open the backup of Sat 14 Nov 18:12", &Choice::Restore("older.ron".into()));
    check_choice(recovering().open(), "Try again", &Choice::TryAgain);
    check_choice(recovering().open(), "Open the folder", &Choice::OpenFolder);
    check_choice(recovering().open(), "Quit and change nothing", &Choice::Quit);
}

#[test]
fn each_button_of_a_missing_file_makes_its_choice() {
    check_choice(finding().open(), "Find it…", &MissingChoice::Find);
    check_choice(finding().open(), "Open the backup of Today 09:12", &MissingChoice::Restore("new.ron".into()));
    check_choice(finding().open(), "Start new", &MissingChoice::StartNew);
    check_choice(finding().open(), "Quit and change nothing", &MissingChoice::Quit);
}

#[test]
fn escape_quits_and_changes_nothing() {
    let mut shown = recovering().open();
    shown.key_press(Key::Escape);
    shown.run();
    assert_eq!(shown.state().view.choice, Some(Choice::Quit));
    let mut shown = finding().open();
    shown.key_press(Key::Escape);
    shown.run();
    assert_eq!(shown.state().view.choice, Some(MissingChoice::Quit));
}

#[test]
fn no_choice_is_made_without_the_user() {
    let mut shown = recovering().open();
    shown.run();
    assert_eq!(shown.state().view.choice, None);
}

#[test]
fn the_reason_stands_with_its_place_where_there_is_one() {
    let mut shown = recovering().open();
    shown.get_by_label("Line 48, column 112: expected a closing bracket");
    shown.state_mut().view.view.line = 0;
    shown.run();
    shown.get_by_label("expected a closing bracket");
}

#[test]
fn a_backup_that_cannot_be_read_is_listed_and_not_offered() {
    let shown = recovering().open();
    shown.get_by_label("Today 17:12");
    shown.get_by_label("84 KB · cannot be read");
    assert!(shown.query_by_label("Open the backup of Today 17:12").is_none());
}

#[test]
fn a_file_that_must_not_be_touched_has_no_backups_offered() {
    let mut shown = recovering().open();
    shown.state_mut().view.view.read_only = Some("mainspring 99.0.0 wrote it.".to_owned());
    shown.run();
    shown.get_by_label("mainspring 99.0.0 wrote it.");
    assert!(shown.query_by_label_contains("Open the backup").is_none());
    shown.get_by_label("Try again");
}

#[test]
fn without_backups_the_screen_says_so() {
    let mut shown = recovering().open();
    shown.state_mut().view.view.backups.clear();
    shown.run();
    shown.get_by_label("There are none beside this file.");
}

#[test]
fn pictures_in_both_looks_and_all_sizes() {
    picture(&mut recovering().open(), "recovery-light");
    picture(&mut recovering().dark().open(), "recovery-dark");
    picture(&mut recovering().size(720.0, 520.0).open(), "recovery-720");
    picture(&mut recovering().size(1440.0, 900.0).open(), "recovery-1440");
    picture(&mut recovering().zoom(2.0).open(), "recovery-zoom");
    picture(&mut recovering().size(720.0, 2400.0).zoom(2.0).open(), "recovery-zoom-720");
    picture(&mut finding().open(), "missing-light");
    let mut trouble = finding().dark().open();
    trouble.state_mut().view.view.problem = Some("the backup cannot be read: the file is empty".to_owned());
    trouble.run();
    picture(&mut trouble, "missing-dark");
}
