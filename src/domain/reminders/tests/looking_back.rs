//! What is told at a start of a review that may not have been told.

use super::*;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::review::{Period, ReviewAction};

/// A goal of Monday, 2 March; reviews are on Sundays at 18:00.
fn world() -> World {
    let mut world = World::with_goal();
    change(&mut world, |settings| (settings.day_end_minute, settings.review_minute) = (None, Some(18 * 60)));
    world
}

#[track_caller]
fn check(world: &mut World, (day, time): (u32, &str), expected: bool) {
    go_to(world, day, time);
    let now = world.now();
    assert_eq!(is_look_back_untold(&world.model, now, &|_| now.offset), expected, "{day} {time}");
}

#[test]
fn a_look_back_that_came_while_the_app_was_closed_is_told_at_the_next_start() {
    let mut world = world();
    check(&mut world, (4, "09:00"), false);
    check(&mut world, (8, "17:59"), false);
    check(&mut world, (8, "18:00"), true);
    check(&mut world, (10, "09:00"), true);
    // The next one is to come then.
    check(&mut world, (15, "17:00"), true);
    change(&mut world, |settings| settings.review_minute = None);
    check(&mut world, (10, "09:00"), false);
}

#[test]
fn one_that_came_in_a_session_is_told_when_the_app_was_closed_before_its_end() {
    let mut world = world();
    go_to(&mut world, 8, "17:50");
    world.start(1_800);
    check(&mut world, (8, "18:05"), true);
}

#[test]
fn who_worked_or_wrote_since_was_there_and_is_not_told_twice() {
    let mut worked = world();
    go_to(&mut worked, 8, "18:30");
    work(&mut worked, 10);
    check(&mut worked, (9, "09:00"), false);

    let mut written = world();
    go_to(&mut written, 8, "18:30");
    let week = Period::week_ending(chrono::NaiveDate::from_ymd_opt(2026, 3, 8).unwrap());
    written.act(Action::Review(ReviewAction::Open(week)));
    check(&mut written, (9, "09:00"), false);
}

#[test]
fn what_was_told_is_told_once_in_its_period() {
    let mut world = world();
    let told = |world: &mut World, (date, time): (u32, &str)| {
        go_to(world, date, time);
        let now = world.now();
        let day = look_back_day(&world.model, now, &|_| now.offset).unwrap();
        let effects = world.act(Action::Reminder(ReminderAction::LookBackTold { day }));
        (day.to_string(), effects.is_empty())
    };
    assert_eq!(told(&mut world, (8, "18:00")), ("2026-03-08".to_owned(), false));
    check(&mut world, (8, "18:01"), false);
    check(&mut world, (15, "17:59"), false);
    assert_eq!(told(&mut world, (15, "17:59")), ("2026-03-08".to_owned(), true), "it says nothing new");
    // The next week is told anew, at the start that finds it.
    check(&mut world, (15, "18:00"), true);
    assert_eq!(told(&mut world, (16, "09:00")), ("2026-03-15".to_owned(), false));
    check(&mut world, (16, "09:01"), false);
}

#[test]
fn an_edit_taken_back_leaves_it_told() {
    let mut world = world();
    go_to(&mut world, 8, "18:00");
    let id = world.goal();
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Why("it is time".into()) }));
    let now = world.now();
    let day = look_back_day(&world.model, now, &|_| now.offset).unwrap();
    world.act(Action::Reminder(ReminderAction::LookBackTold { day }));
    world.act(Action::Undo);
    assert_eq!(world.model.goal().unwrap().why, "");
    check(&mut world, (9, "09:00"), false);
}

#[test]
fn nothing_is_told_of_a_review_that_is_done() {
    let mut world = world();
    go_to(&mut world, 8, "12:00");
    let week = Period::week_ending(chrono::NaiveDate::from_ymd_opt(2026, 3, 8).unwrap());
    world.act(Action::Review(ReviewAction::Open(week)));
    let id = world.model.reviews.iter().last().unwrap().id;
    world.act(Action::Review(ReviewAction::Finish { id }));
    check(&mut world, (9, "09:00"), false);
}
