mod acts;

use chrono::Weekday::{Fri, Sun, Wed};

use super::*;
use crate::domain::Action;
use crate::domain::alarms::AlarmKind;
use crate::domain::reminders::upcoming;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::settings::SettingsAction;
use crate::domain::tests::World;

const DAY: i64 = 86_400;

fn day(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

/// Lets time pass until 09:00 of a day.
fn go(world: &mut World, to: &str) {
    let days = (day(to) - world.utc.date_naive()).num_days();
    assert!(days >= 0);
    world.pass(days * DAY);
}

fn week(to: &str) -> Period {
    Period::week_ending(day(to))
}

fn act(action: ReviewAction) -> Action {
    Action::Review(action)
}

/// The goal "Write the book" from Monday 2 March on; it is 09:00 of a day.
fn world_on(date: &str) -> World {
    let mut world = World::with_goal();
    go(&mut world, date);
    world
}

fn open(world: &mut World, period: Period) -> Uuid {
    world.act(act(ReviewAction::Open(period)));
    find(&world.model, world.model.goal().unwrap(), period).unwrap().id
}

fn set(world: &mut World, id: Uuid, field: ReviewField) {
    world.act(act(ReviewAction::Set { id, field }));
}

fn finish(world: &mut World, id: Uuid) {
    world.act(act(ReviewAction::Finish { id }));
}

fn done(world: &mut World, period: Period) -> Uuid {
    let id = open(world, period);
    finish(world, id);
    id
}

/// What is due, such as `W 03-08 +0`: the kind, the last day and how late it is.
fn due_now(world: &World) -> Vec<String> {
    due(&world.model, world.model.goal().unwrap(), world.utc.date_naive()).iter().map(shown).collect()
}

fn late_now(world: &World) -> Vec<String> {
    late(&world.model, world.model.goal().unwrap(), world.utc.date_naive()).iter().map(shown).collect()
}

fn shown(due: &Due) -> String {
    let kind = if due.period.kind == ReviewKind::Weekly { "W" } else { "M" };
    format!("{kind} {} +{}", due.period.to.format("%m-%d"), due.late_days)
}

#[track_caller]
fn check_due(date: &str, expected: &[&str]) {
    assert_eq!(due_now(&world_on(date)), expected, "{date}");
}

#[track_caller]
fn check_week(of: &str, review_day: chrono::Weekday, from: &str, to: &str) {
    let found = Period::week_of(day(of), review_day);
    assert_eq!((found.from, found.to), (day(from), day(to)));
}

#[test]
fn a_week_ends_with_the_review_day() {
    check_week("03-02", Sun, "03-02", "03-08");
    check_week("03-08", Sun, "03-02", "03-08");
    check_week("03-09", Sun, "03-09", "03-15");
    check_week("03-02", Fri, "02-28", "03-06");
    check_week("03-06", Fri, "02-28", "03-06");
    check_week("03-07", Fri, "03-07", "03-13");
}

#[test]
fn a_month_is_one_of_the_calendar() {
    let leap = Period::month_of("2028-02-10".parse().unwrap());
    assert_eq!((leap.from.to_string(), leap.to.to_string()), ("2028-02-01".into(), "2028-02-29".into()));
    let before = Period::month_of(day("01-31")).before();
    assert_eq!((before.from.to_string(), before.to.to_string()), ("2025-12-01".into(), "2025-12-31".into()));
    assert!(!Period { to: day("03-30"), ..Period::month_of(day("03-01")) }.is_whole());
    assert!(!Period { from: day("03-03"), ..week("03-08") }.is_whole());
}

#[test]
fn the_last_week_and_the_last_month_are_due_and_say_how_late_they_are() {
    check_due("03-02", &[]);
    check_due("03-07", &[]);
    check_due("03-08", &["W 03-08 +0"]);
    check_due("03-11", &["W 03-08 +3"]);
    check_due("03-15", &["W 03-15 +0"]);
    check_due("03-31", &["W 03-29 +2"]);
    // March is over: it is brought up on Sunday 5 April.
    check_due("04-01", &["W 03-29 +3", "M 03-31 +0"]);
    check_due("04-05", &["W 04-05 +0", "M 03-31 +0"]);
    check_due("04-08", &["W 04-05 +3", "M 03-31 +3"]);
    check_due("05-01", &["W 04-26 +5", "M 04-30 +0"]);
}

#[test]
fn a_missed_review_can_be_made_up_for_after_the_next_is_due_and_nobody_is_reminded_of_it() {
    for (date, expected) in [
        ("03-14", &[][..]),
        ("03-15", &["W 03-08 +7"]),
        ("03-29", &["W 03-08 +21"]),
        ("04-05", &["W 03-15 +21"]),
        ("05-01", &["W 04-05 +26", "M 03-31 +26"]),
        ("06-01", &["W 05-10 +22", "M 04-30 +29"]),
    ] {
        assert_eq!(late_now(&world_on(date)), expected, "{date}");
    }
    let mut world = world_on("03-29");
    let id = done(&mut world, week("03-08"));
    let review = world.model.reviews.get(id).unwrap();
    assert_eq!((review.from, review.to, review.done), (day("03-02"), day("03-08"), Some(day("03-29"))));
    assert_eq!(late_now(&world), ["W 03-15 +14"]);
    done(&mut world, week("03-29"));
    assert!(!rings(&world.model, world.model.goal().unwrap(), day("03-29")));
}

#[test]
fn a_month_of_less_than_seven_days_is_not_looked_back_at() {
    for (start, is_due) in [("03-25", true), ("03-26", false)] {
        let mut world = world_on("04-01");
        let goal = world.goal();
        world.model.goals.update(goal, |goal| goal.start_day = day(start));
        assert_eq!(due_now(&world).contains(&"M 03-31 +0".to_owned()), is_due, "{start}");
    }
}

#[test]
fn what_is_done_is_not_due_and_a_draft_is_named() {
    let mut world = world_on("04-08");
    let id = open(&mut world, week("04-05"));
    let goal = world.model.goal().unwrap();
    assert_eq!(due(&world.model, goal, day("04-08"))[0].draft, Some(id));
    finish(&mut world, id);
    assert_eq!(due_now(&world), ["M 03-31 +3"]);
    let month = Period::month_of(day("03-01"));
    done(&mut world, month);
    assert_eq!(due_now(&world), Vec::<String>::new());
    world.act(act(ReviewAction::Reopen { id }));
    assert_eq!(due_now(&world), ["W 04-05 +3"]);
}

#[test]
fn a_week_looked_back_at_before_its_end_is_not_due_on_its_review_day() {
    let mut world = world_on("03-07");
    done(&mut world, week("03-08"));
    go(&mut world, "03-08");
    assert_eq!(due_now(&world), Vec::<String>::new());
}

fn review_on(world: &mut World, weekday: chrono::Weekday) {
    let mut settings = world.model.settings.clone();
    settings.review_weekday = weekday;
    world.act(Action::Settings(SettingsAction::Set(settings)));
}

#[test]
fn another_review_day_does_not_ask_for_most_of_a_week_again() {
    let mut world = world_on("03-08");
    done(&mut world, week("03-08"));
    review_on(&mut world, Wed);
    go(&mut world, "03-11");
    assert_eq!(due_now(&world), Vec::<String>::new());
    go(&mut world, "03-18");
    assert_eq!(due_now(&world), ["W 03-18 +0"]);
    review_on(&mut world, Fri);
    assert_eq!(due_now(&world), ["W 03-13 +5"]);
}

fn rest(world: &mut World, from: &str, to: &str) {
    let (from, to) = (day(from), day(to));
    world.act(Action::Rest(RestAction::Add { from, to, kind: RestKind::Travel }));
}

#[test]
fn a_week_of_rests_is_not_looked_back_at_and_one_with_a_planned_day_is() {
    let mut world = world_on("03-15");
    rest(&mut world, "03-09", "03-14");
    assert_eq!(due_now(&world), ["W 03-15 +0"]);
    rest(&mut world, "03-15", "03-15");
    assert_eq!(due_now(&world), Vec::<String>::new());
}

#[track_caller]
fn check_rings(done: &[Period], on: &str, expected: bool) {
    let mut world = world_on(on);
    for period in done {
        self::done(&mut world, *period);
    }
    assert_eq!(rings(&world.model, world.model.goal().unwrap(), day(on)), expected, "{on}");
}

#[test]
fn the_reminder_rings_only_for_what_is_not_done() {
    let march = Period::month_of(day("03-01"));
    check_rings(&[], "03-08", true);
    check_rings(&[week("03-08")], "03-08", false);
    check_rings(&[week("03-08")], "03-15", true);
    // The first review day of a month brings up the month before as well, the others do not.
    check_rings(&[week("04-05")], "04-05", true);
    check_rings(&[week("04-05"), march], "04-05", false);
    check_rings(&[week("04-12")], "04-12", false);
    // Before the day starts, at 02:00 on Sunday, it is Saturday yet.
    check_rings(&[], "03-07", true);
    check_rings(&[week("03-08")], "03-14", true);
}

/// The next reminders to look back, by their day.
fn reminded(world: &mut World) -> Vec<String> {
    let now = world.now();
    let all = upcoming(&world.model, now, &|_| now.offset, 1_000);
    let reviews = all.iter().filter(|alarm| alarm.kind == AlarmKind::ReviewDue);
    reviews.take(2).map(|alarm| alarm.due.format("%m-%d %H:%M").to_string()).collect()
}

#[test]
fn nobody_is_reminded_of_a_review_that_is_done() {
    let mut world = world_on("03-08");
    assert_eq!(reminded(&mut world), ["03-08 18:00", "03-15 18:00"]);
    let id = open(&mut world, week("03-08"));
    assert_eq!(reminded(&mut world), ["03-08 18:00", "03-15 18:00"], "a draft is not done");
    finish(&mut world, id);
    assert_eq!(reminded(&mut world), ["03-15 18:00", "03-22 18:00"]);
}
