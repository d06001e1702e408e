mod away;
mod check_ins;
mod looking_back;
mod others;
mod zones;

use chrono::{Duration, TimeZone};

use super::*;
use crate::domain::Action;
use crate::domain::alarms::{AlarmKind, alarms};
use crate::domain::effect::UndoKey;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::settings::{Notifications, QuietHours, Settings, SettingsAction};
use crate::domain::target::TargetAction;
use crate::domain::tests::World;
use crate::domain::time::local_time;
use crate::domain::timer::TimerAction;

use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

const EVERY_DAY: [Weekday; 7] = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];

/// The goal alone: neither reviews nor the end of the day are told. It is Monday, 2 March, 09:00.
fn quiet_world() -> World {
    let mut world = World::with_goal();
    change(&mut world, |settings| (settings.day_end_minute, settings.review_minute) = (None, None));
    world
}

fn change(world: &mut World, change: impl FnOnce(&mut Settings)) {
    let mut settings = world.model.settings.clone();
    change(&mut settings);
    world.act(Action::Settings(SettingsAction::Set(settings)));
}

fn add(world: &mut World, time: &str, weekdays: &[Weekday]) -> Uuid {
    add_with_cue(world, time, weekdays, "")
}

fn add_with_cue(world: &mut World, time: &str, weekdays: &[Weekday], cue: &str) -> Uuid {
    let before: Vec<Uuid> = world.model.reminders.iter().map(|reminder| reminder.id).collect();
    let (hour, minute) = time.split_once(':').unwrap();
    let minute = hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap();
    let action = ReminderAction::Add { minute, weekdays: weekdays.to_vec(), cue: cue.into() };
    world.act(Action::Reminder(action));
    world.model.reminders.iter().map(|reminder| reminder.id).find(|id| !before.contains(id)).unwrap()
}

/// A session of some minutes that ends now.
fn work(world: &mut World, minutes: i64) {
    world.start(u32::try_from(minutes * 60).unwrap());
    world.work(minutes * 60);
    world.timer(TimerAction::Finish);
}

/// Goes on to a local time of a day in March, in UTC.
fn go_to(world: &mut World, day: u32, time: &str) {
    let (hour, minute) = time.split_once(':').unwrap();
    world.utc = Utc.with_ymd_and_hms(2026, 3, day, hour.parse().unwrap(), minute.parse().unwrap(), 0).unwrap();
}

fn name(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::Reminder { .. } => "start",
        AlarmKind::PutOffOver => "put off",
        AlarmKind::NeverMissTwice => "never twice",
        AlarmKind::Comeback => "comeback",
        AlarmKind::DayEnding => "ending",
        AlarmKind::Checklist => "checklist",
        AlarmKind::ReviewDue => "review",
        AlarmKind::CheckInDue { .. } => "check-in",
        _ => "other",
    }
}

/// The next alarms by their local time and kind.
fn next(world: &mut World, count: usize) -> Vec<String> {
    let now = world.now();
    let shown = |alarm: &crate::domain::alarms::Alarm| {
        format!("{} {}", local_time(alarm.due, now.offset).format("%a %d %H:%M"), name(alarm.kind))
    };
    upcoming(&world.model, now, &|_| now.offset, count).iter().map(shown).collect()
}

#[track_caller]
fn check_next(world: &mut World, expected: &[&str]) {
    assert_eq!(next(world, expected.len().max(1)), expected);
}

#[test]
fn several_reminders_come_in_order_on_their_weekdays() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &[Mon, Wed]);
    add(&mut world, "08:00", &[Tue, Wed, Sun]);
    let expected =
        ["Mon 02 18:00 start", "Tue 03 08:00 start", "Wed 04 08:00 start", "Wed 04 18:00 start", "Sun 08 08:00 start"];
    check_next(&mut world, &expected);
}

#[test]
fn a_reminder_a_week_still_fills_the_preview() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &[Mon]);
    let expected =
        ["Mon 09 08:00 start", "Mon 16 08:00 start", "Mon 23 08:00 start", "Mon 30 08:00 start", "Mon 06 08:00 start"];
    check_next(&mut world, &expected);
}

#[test]
fn a_reminder_that_is_off_or_of_another_goal_does_not_come() {
    let mut world = quiet_world();
    let id = add(&mut world, "18:00", &EVERY_DAY);
    world.act(Action::Reminder(ReminderAction::Set { id, field: ReminderField::State(Switch::Off) }));
    check_next(&mut world, &[]);
    world.act(Action::Reminder(ReminderAction::Set { id, field: ReminderField::State(Switch::On) }));
    world.model.reminders.update(id, |reminder| reminder.goal = Uuid::nil());
    check_next(&mut world, &[]);
}

#[test]
fn it_names_its_own_cue_or_that_of_the_goal() {
    let mut world = quiet_world();
    let goal = world.goal();
    world.model.goals.update(goal, |goal| goal.cue = "after breakfast".into());
    add(&mut world, "18:00", &[Mon]);
    add_with_cue(&mut world, "19:00", &[Mon], "after supper");
    let now = world.now();
    let cues: Vec<String> =
        upcoming(&world.model, now, &|_| now.offset, 2).into_iter().map(|alarm| alarm.cue).collect();
    assert_eq!(cues, ["after breakfast", "after supper"]);
}

#[test]
fn once_the_target_is_met_nothing_more_asks_to_start_today() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    world.act(Action::Target(TargetAction::Set { minutes: 15 }));
    work(&mut world, 14);
    check_next(&mut world, &["Mon 02 18:00 start"]);
    let now = world.now();
    assert_eq!(silence(&world.model, now), None);
    work(&mut world, 1);
    check_next(&mut world, &["Tue 03 18:00 start"]);
    let now = world.now();
    assert_eq!(silence(&world.model, now), Some(Silence::TargetMet));
    let first = alarms(&world.model, now, &|_| now.offset).into_iter().find(|alarm| alarm.kind.is_planned()).unwrap();
    assert_eq!(first.due.to_rfc3339(), "2026-03-03T18:00:00+00:00");
}

#[test]
fn a_running_or_paused_session_is_not_disturbed() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    world.start(480);
    check_next(&mut world, &["Tue 03 18:00 start"]);
    world.work(100);
    world.timer(TimerAction::Pause);
    check_next(&mut world, &["Tue 03 18:00 start"]);
    let now = world.now();
    assert_eq!(silence(&world.model, now), Some(Silence::Running));
    world.timer(TimerAction::Finish);
    check_next(&mut world, &["Mon 02 18:00 start"]);
}

#[test]
fn rest_days_are_silent() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    let (from, to) = ("2026-03-02".parse().unwrap(), "2026-03-04".parse().unwrap());
    world.act(Action::Rest(RestAction::Add { from, to, kind: RestKind::Ill }));
    check_next(&mut world, &["Thu 05 18:00 start"]);
    let now = world.now();
    assert_eq!(silence(&world.model, now), Some(Silence::Rest));
}

#[test]
fn in_quiet_hours_and_with_notifications_off_nothing_comes() {
    let mut world = quiet_world();
    add(&mut world, "22:30", &EVERY_DAY);
    add(&mut world, "06:59", &EVERY_DAY);
    add(&mut world, "07:00", &EVERY_DAY);
    change(&mut world, |settings| {
        settings.quiet_hours = Some(QuietHours { from_minute: 22 * 60, to_minute: 7 * 60 });
    });
    check_next(&mut world, &["Tue 03 07:00 start", "Wed 04 07:00 start"]);
    change(&mut world, |settings| settings.notifications = Notifications::Off);
    check_next(&mut world, &[]);
    let now = world.now();
    assert_eq!(silence(&world.model, now), Some(Silence::Off));
}

#[test]
fn a_reminder_after_midnight_belongs_to_the_day_that_still_runs() {
    let mut world = quiet_world();
    add(&mut world, "02:00", &[Tue]);
    go_to(&mut world, 2, "23:00");
    check_next(&mut world, &["Tue 03 02:00 start"]);
    work(&mut world, 10);
    check_next(&mut world, &["Tue 10 02:00 start"]);
}

#[test]
fn put_off_it_comes_again_after_ten_minutes_unless_work_began() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    go_to(&mut world, 2, "18:00");
    world.act(Action::Reminder(ReminderAction::PutOff));
    check_next(&mut world, &["Mon 02 18:10 put off", "Tue 03 18:00 start"]);
    go_to(&mut world, 2, "18:10");
    world.act(Action::Reminder(ReminderAction::PutOff));
    check_next(&mut world, &["Mon 02 18:20 put off", "Tue 03 18:00 start"]);
    assert_eq!(world.model.put_offs.iter().filter(|put_off| put_off.day == "2026-03-02".parse().unwrap()).count(), 2);
    world.act(Action::Target(TargetAction::Set { minutes: 60 }));
    work(&mut world, 2);
    check_next(&mut world, &["Tue 03 18:00 start"]);
}

#[test]
fn putting_off_is_no_step_to_undo() {
    let mut world = quiet_world();
    assert_eq!(world.act(Action::Reminder(ReminderAction::PutOff)), saved());
}

#[test]
fn the_list_for_the_alarm_clock_begins_as_the_preview_and_reaches_two_weeks() {
    let mut world = World::with_goal();
    add(&mut world, "08:00", &EVERY_DAY);
    add(&mut world, "20:00", &[Sat, Sun]);
    let now = world.now();
    let planned: Vec<_> =
        alarms(&world.model, now, &|_| now.offset).into_iter().filter(|alarm| alarm.kind.is_planned()).collect();
    assert_eq!(planned[..5], upcoming(&world.model, now, &|_| now.offset, 5));
    assert!(planned.last().unwrap().due >= now.utc + Duration::days(13));
}

#[test]
fn fields_are_checked_and_kept_in_order() {
    let mut world = quiet_world();
    let id = add(&mut world, "18:00", &[Sun, Mon, Sun]);
    assert_eq!(world.model.reminders.get(id).unwrap().weekdays, [Mon, Sun]);
    let set = |field| Action::Reminder(ReminderAction::Set { id, field });
    assert_eq!(world.refused(set(ReminderField::Weekdays(Vec::new()))), Refusal::Empty("weekdays"));
    assert_eq!(world.refused(set(ReminderField::Minute(1440))), Refusal::OutOfRange("time"));
    let long = "a".repeat(121);
    assert_eq!(world.refused(set(ReminderField::Cue(long))), Refusal::TooLong { field: "cue", max: 120 });
    let unknown = ReminderAction::Delete { id: Uuid::nil() };
    assert_eq!(world.refused(Action::Reminder(unknown)), Refusal::Unknown("reminder"));
    let bare = |minute| Action::Reminder(ReminderAction::Add { minute, weekdays: vec![Mon], cue: String::new() });
    for nth in 1..20 {
        world.act(bare(nth));
    }
    assert_eq!(world.refused(bare(30)), Refusal::OutOfRange("reminders"));
    assert_eq!(World::new().refused(bare(30)), Refusal::NoGoal);
    assert_eq!(World::new().refused(Action::Reminder(ReminderAction::PutOff)), Refusal::NoGoal);
}

#[test]
fn a_deleted_reminder_comes_back_by_undo() {
    let mut world = quiet_world();
    let id = add(&mut world, "18:00", &[Mon]);
    let before = world.model.reminders.clone();
    let effects = world.act(Action::Reminder(ReminderAction::Delete { id }));
    assert_eq!(effects, [Effect::Save, Effect::Undoable(UndoKey::ReminderDeleted)]);
    check_next(&mut world, &[]);
    world.act(Action::Undo);
    assert_eq!(world.model.reminders, before);
}
