//! Tests of the settings, by role and label as a screen reader finds things, and their pictures.

mod reminders;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{Duration, Utc};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::SettingsTab;
use crate::domain::goal::GoalAction;
use crate::domain::model::Quarantined;
use crate::domain::nudges::Rule;
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::settings::{
    Accent, ClockFace, LengthMode, Motion, Notifications, QuietHours, Settings, SettingsAction, Switch, ThemeChoice,
};
use crate::domain::time::WeekStart;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model};
use crate::ui::commands::Command;
use crate::ui::cx::{BackupCounts, BackupLine, Delivery, FileState};
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use crate::ui::theme::Motion as ThemeMotion;

type Shown = Harness<'static, Scene<SettingsTab>>;

fn backup(name: &str, hours_ago: i64, holds: Option<BackupCounts>) -> BackupLine {
    let made = moment("2026-11-23T17:02:00Z").utc - Duration::hours(hours_ago);
    BackupLine { path: PathBuf::from(name), made, bytes: 84_310 - hours_ago.unsigned_abs() * 90, holds }
}

fn world() -> World {
    let mut world = World::new(Model::default(), moment("2026-11-23T18:12:00Z"));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    let status = &mut world.status;
    status.data_path = PathBuf::from("/home/ada/.local/share/mainspring/mainspring.ron");
    status.saved_at = Some(moment("2026-11-23T18:10:00Z").utc);
    status.delivery = Delivery::Working;
    status.renderer = "glow".to_owned();
    let counts = |sessions, minutes: i64| Some(BackupCounts { goals: 1, sessions, focus_secs: minutes * 60 });
    status.backups = vec![
        backup("a.ron", 0, counts(61, 760)),
        backup("b.ron", 3, counts(60, 742)),
        backup("c.ron", 26, counts(58, 710)),
        backup("d.ron", 50, None),
        backup("e.ron", 400, counts(40, 480)),
    ];
    world
}

fn stage() -> Stage<SettingsTab> {
    Stage::of(SettingsTab::default(), world(), SettingsTab::ui).size(1184.0, 2600.0)
}

fn open() -> Shown {
    stage().open()
}

fn set(change: impl FnOnce(&mut Settings)) -> Action {
    let mut settings = Settings::default();
    change(&mut settings);
    Action::Settings(SettingsAction::Set(settings))
}

/// Clicks what has a role and a name, and compares what was asked for.
#[track_caller]
fn check_click(role: Role, name: &str, change: impl FnOnce(&mut Settings)) {
    let mut shown = open();
    shown.get_by_role_and_label(role, name).click();
    shown.run();
    assert_eq!(shown.state().out.actions.first(), Some(&set(change)), "{name}");
}

/// Opens a list, chooses from it, and compares what was asked for.
#[track_caller]
fn check_choose(list: &str, option: &str, change: impl FnOnce(&mut Settings)) {
    let mut shown = open();
    shown.get_by_role_and_label(Role::ComboBox, list).click();
    shown.run();
    shown.get_by_label(option).click();
    shown.run();
    assert_eq!(shown.state().out.actions.first(), Some(&set(change)), "{list}");
}

/// Clicks a button and compares the command.
#[track_caller]
fn check_command(name: &str, expected: &Command) {
    let mut shown = open();
    shown.get_by_role_and_label(Role::Button, name).click();
    shown.run();
    assert_eq!(shown.state().out.commands.as_slice(), std::slice::from_ref(expected), "{name}");
}

#[test]
fn every_switch_and_choice_asks_for_its_setting() {
    check_choose("A day starts at", "06:00", |settings| settings.day_start_hour = 6);
    check_click(Role::RadioButton, "Sunday", |settings| settings.week_start = WeekStart::Sunday);
    check_click(Role::RadioButton, "Fixed", |settings| settings.length_mode = LengthMode::Fixed);
    check_click(Role::Button, "Longest one offered: more", |settings| settings.longest_minutes = 46);
    check_click(Role::Switch, "Never miss twice", |settings| settings.silent_rules = vec![Rule::NeverMissTwice]);
    check_click(Role::RadioButton, "Seconds", |settings| settings.clock_face = ClockFace::Seconds);
    check_click(Role::RadioButton, "Private", |settings| settings.notifications = Notifications::Private);
    check_click(Role::Switch, "Level and badges", |settings| settings.game = Switch::Off);
    check_click(Role::Switch, "With a sound", |settings| settings.sound = Switch::Off);
    check_click(Role::Switch, "Quiet hours", |settings| {
        settings.quiet_hours = Some(QuietHours { from_minute: 1320, to_minute: 420 });
    });
    check_click(Role::RadioButton, "Dark", |settings| settings.theme = ThemeChoice::Dark);
    check_click(Role::RadioButton, "Blued steel", |settings| settings.accent = Accent::Steel);
    check_click(Role::Button, "Text size: more", |settings| settings.text_percent = 110);
    check_click(Role::RadioButton, "Reduced", |settings| settings.motion = Motion::Reduced);
    check_click(Role::Switch, "Celebrate an earned session", |settings| settings.celebration = Switch::Off);
}

#[test]
fn the_length_of_a_session_is_chosen_for_the_goal() {
    let mut shown = open();
    shown.get_by_role_and_label(Role::Button, "Length of a session: more").click();
    shown.run();
    let chosen = LengthAction::Decide { minutes: 6, why: LengthChange::Chosen };
    assert_eq!(shown.state().out.actions, [Action::Length(chosen)]);
}

#[test]
fn advice_that_was_turned_off_can_be_turned_on_again() {
    let mut world = world();
    world.model.settings.silent_rules = vec![Rule::Comeback];
    let mut shown = Stage::of(SettingsTab::default(), world, SettingsTab::ui).size(1184.0, 1800.0).open();
    shown.get_by_role_and_label(Role::Switch, "Coming back").click();
    shown.run();
    assert_eq!(shown.state().out.actions, [set(|settings| settings.silent_rules = Vec::new())]);
}

#[test]
fn a_fixed_length_has_no_longest_one() {
    let mut world = world();
    world.model.settings.length_mode = LengthMode::Fixed;
    let shown = Stage::of(SettingsTab::default(), world, SettingsTab::ui).size(1184.0, 1800.0).open();
    assert!(shown.query_by_label("Longest one offered").is_none());
}

#[test]
fn the_celebration_promises_no_motion_where_it_is_reduced() {
    let mut stage = open();
    let moving = "The spring winds its new coil before your eyes.";
    let still = "The new coil is there at once, as motion is reduced.";
    for (motion, note) in [(ThemeMotion::Full, moving), (ThemeMotion::Reduced, still)] {
        stage.state_mut().world.theme.motion = motion;
        stage.run();
        let switch = stage.get_by_role_and_label(Role::Switch, "Celebrate an earned session");
        assert_eq!(switch.accesskit_node().description().as_deref(), Some(note));
    }
}

#[test]
fn nothing_is_asked_for_while_nothing_is_touched() {
    let mut shown = open();
    shown.run();
    assert_eq!(shown.state().out.actions, []);
    assert_eq!(shown.state().out.commands, []);
}

#[test]
fn quiet_hours_are_chosen_by_the_half_hour() {
    let mut shown = open();
    shown.get_by_role_and_label(Role::Switch, "Quiet hours").click();
    shown.run();
    shown.state_mut().carry_out();
    shown.run();
    shown.get_by_role_and_label(Role::ComboBox, "Quiet until").click();
    shown.run();
    shown.get_by_label("06:30").click();
    shown.run();
    let expected = set(|settings| settings.quiet_hours = Some(QuietHours { from_minute: 1320, to_minute: 390 }));
    assert_eq!(shown.state().out.actions.first(), Some(&expected));
}

#[test]
fn a_text_size_being_typed_waits_until_it_is_done() {
    let mut shown = open();
    shown.get_by_role_and_label(Role::SpinButton, "Text size").focus();
    shown.run();
    shown.key_press(Key::ArrowUp);
    shown.run();
    assert_eq!(shown.state().out.actions, []);
    shown.key_press(Key::Tab);
    shown.run();
    assert_eq!(shown.state().out.actions.first(), Some(&set(|settings| settings.text_percent = 101)));
}

#[test]
fn the_buttons_ask_for_their_commands() {
    check_command("Send a test", &Command::TestNotification);
    check_command("Open the data folder", &Command::OpenDataFolder);
    check_command("Save a copy…", &Command::SaveCopy);
    check_command("Back up now", &Command::BackUpNow);
    check_command("Keyboard shortcuts", &Command::ShortcutSheet);
    check_command("Find a command", &Command::Palette);
}

#[test]
fn a_backup_is_restored_after_its_facts_were_shown() {
    let mut shown = open();
    shown.get_by_label("Restore the backup of Today 14:02").click();
    shown.run();
    assert_eq!(shown.state().out.commands, []);
    shown.get_by_label("12 h 22 min");
    picture(&mut shown, "settings-restore");
    shown.get_by_label("Restore this backup").click();
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::Restore(PathBuf::from("b.ron"))]);
    assert!(shown.query_by_role(Role::Dialog).is_none());
}

#[test]
fn escape_leaves_everything_as_it_is() {
    let mut shown = open();
    shown.get_by_label("Restore the backup of Today 14:02").click();
    shown.run();
    shown.key_press(Key::Escape);
    shown.run();
    assert_eq!(shown.state().out.commands, []);
    assert!(shown.query_by_role(Role::Dialog).is_none());
}

#[test]
fn nothing_is_restored_under_a_running_session() {
    let mut shown = open();
    let start = TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() };
    shown.state_mut().world.act(Action::Timer(start));
    shown.run();
    shown.get_by_label("Restore the backup of Today 14:02").click();
    shown.run();
    shown.get_by_label("A session is running. Finish it first, then restore.");
    shown.get_by_label("Restore this backup").click();
    shown.run();
    assert_eq!(shown.state().out.commands, []);
}

#[test]
fn a_backup_that_cannot_be_read_is_named_and_not_offered() {
    let shown = open();
    assert_eq!(shown.query_all_by_label_contains("Restore the backup of").count(), 3);
    shown.get_by_label("80 KB · cannot be read");
}

#[test]
fn all_backups_are_shown_when_asked() {
    let mut shown = open();
    shown.get_by_label("Show all 5").click();
    shown.run();
    shown.get_by_label("Restore the backup of Sat 7 Nov 01:02");
    shown.get_by_label("Show fewer");
}

#[test]
fn backups_a_day_behind_the_last_save_are_worth_a_warning() {
    let mut shown = open();
    assert!(shown.query_by_label_contains("No good backup since").is_none());
    shown.state_mut().world.status.saved_at = Some(moment("2026-11-24T18:10:00Z").utc);
    shown.run();
    shown.get_by_label("No good backup since Today 17:02. Check that the folder can be written to.");
    shown.state_mut().world.status.backup_problem = Some("the disk is full".to_owned());
    shown.run();
    shown.get_by_label("No backup made: the disk is full");
}

#[test]
fn the_licences_of_all_crates_can_be_read() {
    let mut shown = open();
    shown.get_by_label("Licences…").click();
    shown.run();
    assert!(shown.query_by_label_contains("eframe 0.37").is_some());
    picture(&mut shown, "settings-licences");
}

#[test]
fn records_kept_apart_are_told_with_the_reason() {
    let mut shown = open();
    let record =
        Quarantined { list: "sessions".to_owned(), reason: "it ends before it starts".to_owned(), text: String::new() };
    shown.state_mut().world.model.quarantine = Arc::new(vec![record]);
    shown.run();
    shown.get_by_label("sessions: it ends before it starts");
}

#[test]
fn neither_column_is_half_empty() {
    let shown = open();
    let bottom = |last: &str| shown.get_by_label(last).rect().bottom();
    let (left, right) =
        (bottom("Celebrate an earned session"), bottom("For a report: version, system, state. Nothing you wrote."));
    assert!((left - right).abs() < 250.0, "{left} and {right}");
}

#[test]
fn pictures_in_both_looks_and_all_sizes() {
    picture(&mut stage().size(1184.0, 800.0).open(), "settings-light");
    picture(&mut stage().size(1184.0, 2600.0).open(), "settings-light-whole");
    picture(&mut stage().dark().open(), "settings-dark-whole");
    picture(&mut stage().size(624.0, 2200.0).open(), "settings-720");
    picture(&mut stage().dark().size(1344.0, 900.0).open(), "settings-1440");
    picture(&mut stage().size(1088.0, 4400.0).zoom(2.0).open(), "settings-zoom");
    picture(&mut stage().size(528.0, 5600.0).zoom(2.0).open(), "settings-zoom-720");
}

#[test]
fn pictures_of_trouble() {
    let mut demo = world();
    demo.status.file = FileState::Demo;
    let stage = |world| Stage::of(SettingsTab::default(), world, SettingsTab::ui).size(1184.0, 2600.0);
    picture(&mut stage(demo).open(), "settings-demo");
    let mut trouble = world();
    trouble.status.file = FileState::Problem(
        "The disk is full. Your changes are kept in this window and saved as soon as there is space.".to_owned(),
    );
    trouble.status.delivery = Delivery::NoDaemon;
    trouble.status.saved_at = Some(Utc::now() + Duration::days(9));
    trouble.model.settings.quiet_hours = Some(QuietHours { from_minute: 1335, to_minute: 420 });
    picture(&mut stage(trouble).dark().open(), "settings-trouble");
}
