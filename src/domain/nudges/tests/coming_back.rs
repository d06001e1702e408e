//! The rules about misses.

use super::*;
use crate::domain::reminders::ReminderAction;
use crate::domain::session::Ended;
use crate::domain::target::TargetAction;

#[test]
fn after_two_missed_days_the_smallest_session_is_offered() {
    check_days("ee...", Some((Rule::Comeback, Act::StartShort)));
    check_days("ee.r.", Some((Rule::NeverMissTwice, Act::StartShort)));
    check_days("e.r..", Some((Rule::Comeback, Act::StartShort)));
    check_days("ee..r", None);
    check_days("ee.", None);
    check_days("....", None);
    let mut world = world();
    live(&mut world, "ee....");
    check(&world, Some(Cause::DaysMissed { days: 3 }));
}

#[test]
fn days_without_a_reminder_are_not_missed_when_other_days_have_one() {
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    let mut world = world();
    let weekdays = vec![Mon, Tue, Wed, Thu, Fri];
    world.act(Action::Reminder(ReminderAction::Add { minute: 480, weekdays, cue: String::new() }));
    live(&mut world, "eeee...");
    assert_eq!(found(&world).map(|nudge| nudge.rule), None, "Monday after a free weekend");
    live(&mut world, ".");
    check(&world, Some(Cause::DayMissed { day: "2026-03-09".parse().unwrap() }));
}

#[test]
fn the_day_after_a_miss_says_never_twice() {
    check_days("ee..", Some((Rule::NeverMissTwice, Act::StartShort)));
    check_days("eerr.", None);
    check_days("..", None);
    let mut world = world();
    live(&mut world, "ee.r.");
    check(&world, Some(Cause::DayMissed { day: "2026-03-05".parse().unwrap() }));
}

#[test]
fn a_return_after_a_miss_is_told() {
    let mut world = world();
    live(&mut world, "ee.");
    live(&mut world, "e");
    check(&world, Some(Cause::CameBack { missed: 1 }));
    live(&mut world, "e");
    check(&world, None);
    live(&mut world, "..re");
    check(&world, Some(Cause::CameBack { missed: 2 }));
}

#[test]
fn after_days_without_a_reminder_nobody_comes_back_from_a_miss() {
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    let mut world = world();
    let weekdays = vec![Mon, Tue, Wed, Thu, Fri];
    world.act(Action::Reminder(ReminderAction::Add { minute: 480, weekdays, cue: String::new() }));
    live(&mut world, "eeee..e");
    check(&world, None);
    live(&mut world, ".e");
    check(&world, Some(Cause::CameBack { missed: 1 }));
}

#[test]
fn a_first_session_after_empty_days_is_no_return() {
    check_days("..e", None);
}

/// A session of today that ended early at this time after so many of ten minutes.
#[track_caller]
fn check_late(hour: i64, minutes: i64, ended: Ended, expected: Option<Cause>) {
    let mut world = world();
    world.pass((hour - 9) * 3_600);
    let id = world.add(0, minutes * 60);
    world.model.sessions.update(id, |session| (session.ended, session.planned_secs) = (ended, 600));
    let day = world.model.sessions.last().unwrap().day;
    let found = Derived::of(&world.model, day).nudge.map(|nudge| nudge.cause);
    assert_eq!(found, expected, "{hour}:00 {minutes} min");
}

#[test]
fn a_late_session_that_ended_early_counts_and_is_told() {
    let told = Some(Cause::EndedLate { done: 6, planned: 10 });
    check_late(21, 6, Ended::Early, told);
    check_late(26, 6, Ended::Early, told);
    check_late(21, 6, Ended::Earned, None);
    check_late(20, 6, Ended::Early, None);
}

/// What is advised on a day with this focus of a target of 20 minutes.
#[track_caller]
fn check_almost(focus_secs: i64, expected: Option<Cause>) {
    let mut world = world();
    world.act(Action::Target(TargetAction::Set { minutes: 20 }));
    world.add(0, focus_secs);
    check(&world, expected);
}

#[test]
fn from_four_fifths_on_a_target_is_almost_met() {
    check_almost(16 * 60 - 1, None);
    check_almost(16 * 60, Some(Cause::AlmostMet { done: 16, target: 20 }));
    check_almost(20 * 60 - 1, Some(Cause::AlmostMet { done: 19, target: 20 }));
    check_almost(20 * 60, None);
}
