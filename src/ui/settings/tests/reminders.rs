//! The cards of reminders and of starting with the desktop.

use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};
use egui_kittest::kittest::NodeT;

use super::*;
use crate::domain::reminders::{ReminderAction, ReminderField};
use crate::domain::rest::{RestAction, RestKind};

const WEEKDAYS: [Weekday; 5] = [Mon, Tue, Wed, Thu, Fri];

fn add(world: &mut World, minute: u16, weekdays: &[Weekday], cue: &str) {
    let action = ReminderAction::Add { minute, weekdays: weekdays.to_vec(), cue: cue.to_owned() };
    world.act(Action::Reminder(action));
}

/// One at 08:00 on weekdays, one at 10:30 at weekends, one at 22:30 on Sundays.
fn with_three() -> World {
    let mut world = world();
    add(&mut world, 480, &WEEKDAYS, "");
    add(&mut world, 630, &[Sat, Sun], "After the market");
    add(&mut world, 1_350, &[Sun], "");
    world
}

fn show(world: World) -> Shown {
    Stage::of(SettingsTab::default(), world, SettingsTab::ui).size(1184.0, 2200.0).open()
}

fn actions(shown: &Shown) -> Vec<ReminderAction> {
    let all = shown.state().out.actions.iter();
    all.filter_map(|action| if let Action::Reminder(action) = action { Some(action.clone()) } else { None }).collect()
}

#[track_caller]
fn check_set(shown: &Shown, nth: usize, expected: ReminderField) {
    let id = shown.state().world.model.reminders.iter().nth(nth).unwrap().id;
    assert_eq!(actions(shown), [ReminderAction::Set { id, field: expected }]);
}

#[test]
fn the_first_reminder_is_one_click() {
    let mut shown = show(world());
    shown.get_by_label("Remind me on weekdays at 08:00").click();
    shown.run();
    let expected = ReminderAction::Add { minute: 480, weekdays: WEEKDAYS.to_vec(), cue: String::new() };
    assert_eq!(actions(&shown), [expected]);
    shown.state_mut().carry_out();
    shown.run();
    shown.get_by_label("Add a reminder").click();
    shown.run();
    let expected = ReminderAction::Add { minute: 1_080, weekdays: WEEKDAYS.to_vec(), cue: String::new() };
    assert_eq!(actions(&shown), [expected]);
}

#[test]
fn a_day_is_switched_by_its_letters() {
    let mut shown = show(with_three());
    shown.get_by_label("Saturday at 08:00").click();
    shown.run();
    check_set(&shown, 0, ReminderField::Weekdays(vec![Mon, Tue, Wed, Thu, Fri, Sat]));
}

#[test]
fn a_time_is_taken_when_its_field_is_left() {
    let mut shown = show(with_three());
    let field = "Time of the reminder at 08:00";
    shown.get_by_role_and_label(Role::TextInput, field).focus();
    shown.run();
    for _ in 0..5 {
        shown.key_press(Key::Backspace);
    }
    shown.run();
    shown.get_by_role_and_label(Role::TextInput, field).type_text("9.15");
    shown.run();
    assert_eq!(actions(&shown), []);
    shown.key_press(Key::Tab);
    shown.run();
    check_set(&shown, 0, ReminderField::Minute(555));
}

#[test]
fn a_time_that_cannot_be_read_is_said_and_changes_nothing() {
    let mut shown = show(with_three());
    let field = "Time of the reminder at 08:00";
    shown.get_by_role_and_label(Role::TextInput, field).focus();
    shown.run();
    shown.get_by_role_and_label(Role::TextInput, field).type_text("x");
    shown.run();
    shown.key_press(Key::Tab);
    shown.run();
    shown.get_by_label("As 8:30");
    assert_eq!(actions(&shown), []);
}

#[test]
fn a_cue_a_switch_and_the_bin_belong_to_their_reminder() {
    let mut shown = show(with_three());
    shown.get_by_role_and_label(Role::TextInput, "Cue of the reminder at 08:00").focus();
    shown.run();
    shown.get_by_role_and_label(Role::TextInput, "Cue of the reminder at 08:00").type_text("tea");
    shown.run();
    check_set(&shown, 0, ReminderField::Cue("tea".to_owned()));
    let mut shown = show(with_three());
    shown.get_by_role_and_label(Role::Switch, "Reminder at 10:30").click();
    shown.run();
    check_set(&shown, 1, ReminderField::State(Switch::Off));
    let mut shown = show(with_three());
    let id = shown.state().world.model.reminders.iter().nth(2).unwrap().id;
    shown.get_by_role_and_label(Role::Button, "Delete the reminder at 22:30").click();
    shown.run();
    assert_eq!(actions(&shown), [ReminderAction::Delete { id }]);
}

#[test]
fn every_switch_of_the_card_asks_for_its_setting() {
    check_click(Role::Switch, "After missed days", |settings| settings.comeback_reminder = Switch::Off);
    check_click(Role::Switch, "When a day is about to end", |settings| settings.day_end_minute = None);
    check_click(Role::Switch, "Before each reminder, set things up", |settings| settings.checklist_minutes = Some(10));
    check_click(Role::Switch, "Weekly look back", |settings| settings.review_minute = None);
    check_choose("It is about to end at", "21:30", |settings| settings.day_end_minute = Some(21 * 60 + 30));
    check_choose("On", "Friday", |settings| settings.review_weekday = Fri);
    check_choose("At", "18:30", |settings| settings.review_minute = Some(18 * 60 + 30));
}

#[test]
fn the_preview_says_when_and_what() {
    let mut shown = show(with_three());
    shown.get_by_label("Tomorrow 08:00");
    shown.get_by_label("Today 20:00");
    shown.get_by_label("There is still time today");
    shown.get_by_label("If nothing was done by then. Two minutes are enough to make it a day done.");
    assert_eq!(shown.query_all_by_label("Time to start: Write the book").count(), 4);
    let settings = Settings { notifications: Notifications::Private, ..shown.state().world.model.settings.clone() };
    shown.state_mut().world.act(Action::Settings(SettingsAction::Set(settings)));
    shown.run();
    assert_eq!(shown.query_all_by_label("Time to start").count(), 4);
}

#[test]
fn why_nothing_comes_today_is_said() {
    let mut world = with_three();
    let today = world.today;
    world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Ill }));
    let shown = show(world);
    shown.get_by_label("Today is a rest: silent until tomorrow.");
    let mut world = with_three();
    let start = TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() };
    world.act(Action::Timer(start));
    let shown = show(world);
    shown.get_by_label("A session is open: silent until it ends.");
}

#[test]
fn a_reminder_in_quiet_hours_says_that_it_does_not_come() {
    let mut world = with_three();
    world.model.settings.quiet_hours = Some(QuietHours { from_minute: 1_320, to_minute: 420 });
    let shown = show(world);
    assert_eq!(shown.query_all_by_label("In quiet hours, so it does not come.").count(), 1);
}

#[test]
fn starting_with_the_desktop_shows_what_is_there() {
    let mut shown = open();
    shown.get_by_role_and_label(Role::Switch, "Open when I log in").click();
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::Autostart(Switch::On)]);
    assert_eq!(shown.state().out.actions, [set(|settings| settings.autostart = Switch::On)]);
    assert!(shown.query_by_role_and_label(Role::Switch, "Minimised").is_none());
    // The setting was made on another device: here there is no entry yet.
    let mut there = world();
    there.model.settings.autostart = Switch::On;
    there.status.autostart = Some(Switch::Off);
    let shown = show(there);
    let node = shown.get_by_role_and_label(Role::Switch, "Open when I log in");
    assert_eq!(node.accesskit_node().toggled(), Some(eframe::egui::accesskit::Toggled::False));
    let mut there = world();
    there.status.autostart = Some(Switch::On);
    let mut shown = show(there);
    shown.get_by_role_and_label(Role::Switch, "Minimised").click();
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::Autostart(Switch::On)]);
}

#[test]
fn the_sample_data_do_not_start_with_the_desktop() {
    let mut demo = world();
    demo.status.file = FileState::Demo;
    let mut shown = show(demo);
    shown.get_by_role_and_label(Role::Switch, "Open when I log in").click();
    shown.run();
    assert_eq!(shown.state().out.commands, []);
}

#[test]
fn pictures_of_reminders() {
    let stage = |world| Stage::of(SettingsTab::default(), world, SettingsTab::ui);
    picture(&mut stage(with_three()).size(1184.0, 2600.0).open(), "reminders-light");
    picture(&mut stage(with_three()).dark().size(1184.0, 2600.0).open(), "reminders-dark");
    picture(&mut stage(world()).size(1184.0, 2600.0).open(), "reminders-empty");
    picture(&mut stage(with_three()).size(624.0, 2600.0).open(), "reminders-720");
    picture(&mut stage(with_three()).size(624.0, 7000.0).zoom(2.0).open(), "reminders-zoom-720");
    let mut rest = with_three();
    let today = rest.today;
    rest.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Rest }));
    rest.model.settings.quiet_hours = Some(QuietHours { from_minute: 1_320, to_minute: 420 });
    rest.model.settings.checklist_minutes = Some(15);
    rest.status.autostart = Some(Switch::On);
    picture(&mut stage(rest).size(1184.0, 2600.0).open(), "reminders-rest");
}
