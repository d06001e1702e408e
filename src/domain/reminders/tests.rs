use chrono::{Duration, FixedOffset, TimeZone};

use super::*;
use crate::domain::Action;
use crate::domain::alarms::{AlarmKind, alarms};
use crate::domain::effect::UndoKey;
use crate::domain::environment::{EnvironmentItem, Group, ItemKind};
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::settings::{Notifications, QuietHours, Settings, SettingsAction};
use crate::domain::target::TargetAction;
use crate::domain::tests::World;
use crate::domain::time::{local_time, resolve_local};
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
fn the_first_reminder_after_a_missed_day_says_so_and_only_that_one() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    add(&mut world, "18:00", &EVERY_DAY);
    work(&mut world, 10);
    go_to(&mut world, 4, "05:00");
    check_next(&mut world, &["Wed 04 08:00 never twice", "Wed 04 18:00 start", "Thu 05 08:00 start"]);
    go_to(&mut world, 4, "08:00");
    check_next(&mut world, &["Wed 04 18:00 start", "Thu 05 08:00 start"]);
    change(&mut world, |settings| settings.comeback_reminder = Switch::Off);
    go_to(&mut world, 4, "05:00");
    check_next(&mut world, &["Wed 04 08:00 start"]);
}

#[test]
fn after_two_missed_days_the_first_reminder_is_about_coming_back() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    work(&mut world, 10);
    go_to(&mut world, 5, "05:00");
    check_next(&mut world, &["Thu 05 08:00 comeback", "Fri 06 08:00 start"]);
    go_to(&mut world, 5, "07:00");
    world.act(Action::Target(TargetAction::Set { minutes: 60 }));
    work(&mut world, 2);
    go_to(&mut world, 6, "05:00");
    check_next(&mut world, &["Fri 06 08:00 start"]);
}

#[test]
fn who_worked_today_already_is_back_and_no_reminder_speaks_of_a_miss() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    world.act(Action::Target(TargetAction::Set { minutes: 60 }));
    work(&mut world, 60);
    go_to(&mut world, 4, "07:00");
    check_next(&mut world, &["Wed 04 08:00 never twice"]);
    work(&mut world, 2);
    check_next(&mut world, &["Wed 04 08:00 start"]);
    go_to(&mut world, 7, "07:00");
    check_next(&mut world, &["Sat 07 08:00 comeback"]);
    work(&mut world, 2);
    check_next(&mut world, &["Sat 07 08:00 start"]);
}

#[test]
fn days_without_a_reminder_and_rests_are_not_missed() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &[Mon, Tue, Wed, Thu, Fri]);
    go_to(&mut world, 6, "09:00");
    work(&mut world, 10);
    go_to(&mut world, 9, "05:00");
    check_next(&mut world, &["Mon 09 08:00 start"]);
    let day = "2026-03-09".parse().unwrap();
    world.act(Action::Rest(RestAction::Add { from: day, to: day, kind: RestKind::Travel }));
    go_to(&mut world, 10, "05:00");
    check_next(&mut world, &["Tue 10 08:00 start"]);
    go_to(&mut world, 11, "05:00");
    check_next(&mut world, &["Wed 11 08:00 never twice"]);
}

#[test]
fn a_goal_that_has_not_begun_is_not_greeted_as_coming_back() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    go_to(&mut world, 6, "05:00");
    check_next(&mut world, &["Fri 06 08:00 start"]);
}

#[test]
fn without_a_reminder_coming_back_is_brought_up_less_and_less_often() {
    let mut world = quiet_world();
    work(&mut world, 10);
    let mut told = Vec::new();
    for day in 3..=31 {
        go_to(&mut world, day, "05:00");
        told.extend(next(&mut world, 1));
    }
    let expected = [
        "Wed 04 09:00 never twice",
        "Thu 05 09:00 comeback",
        "Sat 07 09:00 comeback",
        "Tue 10 09:00 comeback",
        "Tue 17 09:00 comeback",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_day_about_to_end_is_told_only_while_nothing_was_done_on_it() {
    let mut world = quiet_world();
    change(&mut world, |settings| settings.day_end_minute = Some(20 * 60));
    check_next(&mut world, &["Mon 02 20:00 ending"]);
    world.act(Action::Target(TargetAction::Set { minutes: 60 }));
    work(&mut world, 2);
    check_next(&mut world, &[]);
    go_to(&mut world, 4, "10:00");
    check_next(&mut world, &["Wed 04 20:00 ending"]);
    go_to(&mut world, 5, "10:00");
    check_next(&mut world, &[]);
}

#[test]
fn a_review_is_due_each_week_from_the_first_full_one_on_also_with_the_target_met() {
    let mut world = quiet_world();
    change(&mut world, |settings| (settings.review_minute, settings.review_weekday) = (Some(18 * 60), Sat));
    check_next(&mut world, &["Sat 14 18:00 review", "Sat 21 18:00 review"]);
    go_to(&mut world, 14, "17:00");
    work(&mut world, 10);
    check_next(&mut world, &["Sat 14 18:00 review"]);
}

fn item(world: &mut World, kind: ItemKind) {
    let (goal, now) = (world.goal(), world.now());
    world.model.environment.insert(EnvironmentItem {
        id: now.id(0),
        goal,
        group: Group::Distractions,
        kind,
        text: "phone in the hall".into(),
        position: 0,
        set_up: None,
        archived: None,
        opens: None,
        made: now.utc,
        modified: now.utc,
    });
}

#[test]
fn things_of_every_session_are_to_be_set_up_before_each_reminder() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    change(&mut world, |settings| settings.checklist_minutes = Some(10));
    item(&mut world, ItemKind::SetUpOnce);
    check_next(&mut world, &["Mon 02 18:00 start", "Tue 03 18:00 start"]);
    item(&mut world, ItemKind::EverySession);
    check_next(&mut world, &["Mon 02 17:50 checklist", "Mon 02 18:00 start", "Tue 03 17:50 checklist"]);
    work(&mut world, 10);
    check_next(&mut world, &["Tue 03 17:50 checklist"]);
    change(&mut world, |settings| {
        settings.quiet_hours = Some(QuietHours { from_minute: 17 * 60, to_minute: 18 * 60 });
    });
    check_next(&mut world, &["Tue 03 18:00 start"]);
}

#[test]
fn of_one_moment_the_most_useful_is_told_and_the_rest_does_not_follow() {
    let mut world = quiet_world();
    add(&mut world, "20:00", &EVERY_DAY);
    add(&mut world, "20:00", &[Mon]);
    change(&mut world, |settings| settings.day_end_minute = Some(20 * 60));
    check_next(&mut world, &["Mon 02 20:00 start", "Tue 03 20:00 start"]);
    go_to(&mut world, 2, "19:50");
    world.pass(20);
    world.act(Action::Reminder(ReminderAction::PutOff));
    check_next(&mut world, &["Mon 02 20:00 start", "Tue 03 20:00 start"]);
    go_to(&mut world, 2, "20:00");
    check_next(&mut world, &["Tue 03 20:00 start"]);
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

/// When the reminders of a world ring, woken only by its alarms, in a zone, over some days.
fn rung(world: &mut World, offset_at: &dyn Fn(DateTime<Utc>) -> FixedOffset, days: i64) -> Vec<String> {
    let end = world.utc + Duration::days(days);
    let mut rung = Vec::new();
    loop {
        world.offset = offset_at(world.utc);
        let now = world.now();
        let Some(next) = alarms(&world.model, now, offset_at).into_iter().next().filter(|next| next.due < end) else {
            return rung;
        };
        assert!(next.due > now.utc, "it rings for ever");
        world.utc = next.due;
        if let AlarmKind::Reminder { .. } = next.kind {
            rung.push(next.due.with_timezone(&offset_at(next.due)).format("%m-%d %H:%M %:z").to_string());
        }
    }
}

/// A zone as its offset before, between and after two changes.
fn zone(changes: [&str; 2], hours_times_ten: [i32; 3]) -> impl Fn(DateTime<Utc>) -> FixedOffset {
    let changes: [DateTime<Utc>; 2] = changes.map(|at| at.parse().unwrap());
    move |at| {
        let nth = changes.iter().filter(|change| **change <= at).count();
        FixedOffset::east_opt(hours_times_ten[nth] * 360).unwrap()
    }
}

#[track_caller]
fn check_nights(zone: &dyn Fn(DateTime<Utc>) -> FixedOffset, time: &str, eve: &str, expected: [&str; 3]) {
    let mut world = quiet_world();
    add(&mut world, time, &EVERY_DAY);
    let noon = eve.parse::<NaiveDate>().unwrap().and_hms_opt(12, 0, 0).unwrap();
    world.utc = resolve_local(noon, zone).0;
    assert_eq!(rung(&mut world, zone, 3), expected, "{time} {eve}");
}

#[test]
fn on_the_nights_the_clocks_change_each_reminder_comes_exactly_once() {
    let berlin = zone(["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"], [10, 20, 10]);
    check_nights(&berlin, "02:30", "2026-03-28", ["03-29 03:00 +02:00", "03-30 02:30 +02:00", "03-31 02:30 +02:00"]);
    check_nights(&berlin, "02:30", "2026-10-24", ["10-25 02:30 +02:00", "10-26 02:30 +01:00", "10-27 02:30 +01:00"]);
    let new_york = zone(["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"], [-50, -40, -50]);
    check_nights(&new_york, "02:30", "2026-03-07", ["03-08 03:00 -04:00", "03-09 02:30 -04:00", "03-10 02:30 -04:00"]);
    check_nights(&new_york, "01:30", "2026-10-31", ["11-01 01:30 -04:00", "11-02 01:30 -05:00", "11-03 01:30 -05:00"]);
    let lord_howe = zone(["2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z"], [110, 105, 110]);
    check_nights(&lord_howe, "02:15", "2026-10-03", ["10-04 02:30 +11:00", "10-05 02:15 +11:00", "10-06 02:15 +11:00"]);
    check_nights(&lord_howe, "01:45", "2026-04-04", ["04-05 01:45 +11:00", "04-06 01:45 +10:30", "04-07 01:45 +10:30"]);
    let santiago = zone(["2026-04-05T03:00:00Z", "2026-09-06T04:00:00Z"], [-30, -40, -30]);
    check_nights(&santiago, "00:30", "2026-09-05", ["09-06 01:00 -03:00", "09-07 00:30 -03:00", "09-08 00:30 -03:00"]);
    check_nights(&santiago, "23:30", "2026-04-04", ["04-04 23:30 -03:00", "04-05 23:30 -04:00", "04-06 23:30 -04:00"]);
}

#[test]
fn two_reminders_in_the_hour_that_is_left_out_are_one_notice() {
    let berlin = zone(["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"], [10, 20, 10]);
    let mut world = quiet_world();
    add(&mut world, "02:10", &EVERY_DAY);
    add(&mut world, "02:40", &EVERY_DAY);
    world.utc = "2026-03-28T12:00:00Z".parse().unwrap();
    assert_eq!(rung(&mut world, &berlin, 1), ["03-29 03:00 +02:00"]);
}

#[test]
fn a_traveller_is_reminded_at_the_local_time_of_the_new_place() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    let due = |world: &mut World, hours: i32| {
        let here = FixedOffset::east_opt(hours * 3600).unwrap();
        world.offset = here;
        let now = world.now();
        upcoming(&world.model, now, &|_| here, 1)[0].due.to_rfc3339()
    };
    assert_eq!(due(&mut world, 0), "2026-03-02T18:00:00+00:00");
    assert_eq!(due(&mut world, 9), "2026-03-03T09:00:00+00:00");
    assert_eq!(due(&mut world, -8), "2026-03-03T02:00:00+00:00");
}

#[test]
fn an_app_left_open_for_weeks_reminds_every_day() {
    let mut world = quiet_world();
    change(&mut world, |settings| settings.comeback_reminder = Switch::Off);
    add(&mut world, "08:00", &EVERY_DAY);
    let utc = |_| FixedOffset::east_opt(0).unwrap();
    assert_eq!(rung(&mut world, &utc, 40).len(), 40);
}
