//! What a reader may see of a period, against what is written here.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::rest::{Rest, RestKind};
use crate::domain::rewards::OwnMilestone;
use crate::domain::session::{ClockState, Ended, Interval};
use crate::domain::tests::World;

/// The world's goal begins on Monday 2 March 2026.
fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

/// A session on a day, of so many minutes; its id is made of the day.
fn session(goal: Uuid, on: u32, minutes: i64) -> Session {
    let started: DateTime<Utc> = format!("2026-03-{on:02}T09:00:00Z").parse().unwrap();
    Session {
        id: id(on),
        goal,
        started,
        offset_secs: 0,
        day: day(on),
        planned_secs: 600,
        intervals: vec![Interval { start: started, end: started + Duration::minutes(minutes) }],
        ended: Ended::Earned,
        intention: String::new(),
        done: vec![format!("did {on}")],
        next: format!("next {on}"),
        note: String::new(),
        proof: String::new(),
        ease: None,
        energy: Some(3),
        motivation_before: Some(2),
        motivation_after: None,
        environment: Vec::new(),
        enjoyment: None,
        chosen_reward: None,
        part: crate::domain::session::Part::Whole,
        clock: ClockState::Steady,
        modified: started,
    }
}

fn id(on: u32) -> Uuid {
    Uuid::from_u128(u128::from(on))
}

/// Sessions on 2, 3, 5 and 9 March of 10, 20, 30 and 40 minutes, ill on the 4th, a target of 5 minutes.
fn model() -> Model {
    let mut model = World::with_goal().model;
    let goal = model.goal().unwrap().id;
    for (on, minutes) in [(2, 10), (3, 20), (5, 30), (9, 40)] {
        model.sessions.insert(session(goal, on, minutes));
    }
    let made = "2026-03-04T09:00:00Z".parse().unwrap();
    model.rests.insert(Rest { id: id(100), from: day(4), to: day(4), kind: RestKind::Ill, made });
    model
}

fn shared(model: &Model, span: Span, sees: Parts, today: u32) -> Option<Shared> {
    Shared::of(model, &Days::of(model, model.goal()?, day(today)), span, sees, day(today))
}

#[track_caller]
fn check_figures(span: Span, today: u32, minutes: (u64, Option<u32>, u32), days: (u32, u32)) {
    let shared = shared(&model(), span, Parts::ALL, today).unwrap();
    let told = shared.minutes.unwrap();
    assert_eq!((told.done_secs / 60, told.planned, told.sessions), minutes);
    assert_eq!(shared.days.map(|days| (days.done, days.of)), Some(days));
}

#[test]
fn planned_and_done_are_told_with_free_days_left_out() {
    // The week over: seven days, one of them ill.
    check_figures(Span::Week(day(2)), 12, (60, Some(30), 3), (3, 6));
    // Going on: Friday is today and still open.
    check_figures(Span::Week(day(2)), 6, (60, Some(15), 3), (3, 3));
    check_figures(Span::Month(day(20)), 12, (100, Some(45), 4), (4, 9));
    // A day, and a session: the last 28 days of which eight have been.
    check_figures(Span::Day(day(9)), 9, (40, Some(5), 1), (4, 7));
    check_figures(Span::Day(day(4)), 9, (0, None, 0), (2, 2));
    check_figures(Span::Day(day(6)), 9, (0, Some(5), 0), (3, 4));
    check_figures(Span::Session(id(5)), 9, (30, Some(10), 1), (3, 3));
    check_figures(Span::Milestone(Milestone::FirstSession), 9, (100, None, 4), (4, 7));
}

#[test]
fn nothing_is_told_without_a_goal_or_of_a_session_of_another() {
    let mut model = model();
    assert_eq!(shared(&model, Span::Session(id(77)), Parts::ALL, 9), None);
    model.sessions.insert(session(id(99), 8, 50));
    assert_eq!(shared(&model, Span::Session(id(8)), Parts::ALL, 9), None);
    assert_eq!(shared(&Model::default(), Span::Day(day(9)), Parts::ALL, 9), None);
}

#[test]
fn without_minutes_the_bars_tell_shares_of_the_highest() {
    let heights = |sees: Parts| {
        let bars = shared(&model(), Span::Week(day(2)), sees, 6).unwrap().chart.unwrap();
        let values: Vec<(u32, u32)> = bars.days.iter().map(|bar| (bar.height, bar.target)).collect();
        (bars.unit, values, bars.slots())
    };
    let minutes = [(10, 5), (20, 5), (0, 5), (30, 5), (0, 5)];
    assert_eq!(heights(Parts::ALL), (Unit::Minutes, minutes.to_vec(), 7));
    let shares = [(33, 17), (67, 17), (0, 17), (100, 17), (0, 17)];
    assert_eq!(heights(Parts::ALL.without(Part::Minutes)), (Unit::Share, shares.to_vec(), 7));
}

#[test]
fn what_got_done_is_told_from_the_newest_session_with_its_lines_as_written() {
    let mut model = model();
    model.sessions.update(id(5), |session| session.done = vec!["first".to_owned(), "then".to_owned()]);
    let told = shared(&model, Span::Week(day(2)), Parts::ALL, 12).unwrap();
    assert_eq!(told.done, ["first", "then", "did 3", "did 2"]);
}

#[track_caller]
fn check_promise(sees: Parts, today: u32, expected: Promise) {
    assert_eq!(shared(&model(), Span::Day(day(9)), sees, today).unwrap().promise, expected);
}

#[test]
fn the_promise_is_the_next_line_or_the_target_of_tomorrow_as_the_reader_may_see() {
    check_promise(Parts::ALL, 9, Promise::Words("next 9".to_owned()));
    check_promise(Parts::default(), 9, Promise::Minutes { day: day(10), minutes: 5 });
    check_promise(Parts::default(), 3, Promise::None);
    check_promise(Parts::NONE, 9, Promise::None);
}

#[track_caller]
fn check_reached(milestone: Milestone, sees: Parts, expected: Reached) {
    let shared = shared(&model(), Span::Milestone(milestone), sees, 9).unwrap();
    assert_eq!(shared.about, About::Milestone(expected));
}

#[test]
fn a_milestone_says_what_it_took_where_that_may_be_seen() {
    check_reached(Milestone::FirstSession, Parts::NONE, Reached::FirstSession);
    check_reached(Milestone::Hours(10), Parts::NONE.with(Part::Minutes), Reached::Hours(10));
    check_reached(Milestone::Hours(10), Parts::ALL.without(Part::Minutes), Reached::Hidden);
    check_reached(Milestone::Days(7), Parts::NONE.with(Part::Days), Reached::Days(7));
    check_reached(Milestone::Days(7), Parts::ALL.without(Part::Days), Reached::Hidden);
    check_reached(Milestone::Counts(100), Parts::NONE.with(Part::Counts), Reached::Counts(100, String::new()));
    check_reached(Milestone::Counts(100), Parts::ALL.without(Part::Counts), Reached::Hidden);
    check_reached(Milestone::Own(id(1)), Parts::ALL, Reached::Hidden);
}

#[test]
fn the_name_of_an_own_milestone_is_told_where_what_it_takes_may_be_seen() {
    let mut model = model();
    let goal = model.goal().unwrap().id;
    let made = "2026-03-04T09:00:00Z".parse().unwrap();
    let name = || "A hundred hours".to_owned();
    for (nth, mark, part) in [
        (201, Mark::Minutes(6_000), Part::Minutes),
        (202, Mark::Sessions(9), Part::Minutes),
        (203, Mark::Days(9), Part::Days),
        (204, Mark::Counts(9), Part::Counts),
    ] {
        model.milestones.insert(OwnMilestone { id: id(nth), goal, mark, name: name(), made, modified: made });
        let reached = |sees: Parts| shared(&model, Span::Milestone(Milestone::Own(id(nth))), sees, 9).unwrap().about;
        assert_eq!(reached(Parts::NONE.with(part)), About::Milestone(Reached::Own(name())), "{mark:?}");
        assert_eq!(reached(Parts::ALL.without(part)), About::Milestone(Reached::Hidden), "{mark:?}");
    }
}

#[test]
fn motivation_is_told_of_sessions_with_both_ratings() {
    let felt = shared(&model(), Span::Week(day(2)), Parts::ALL, 9).unwrap().energy.unwrap();
    assert_eq!((felt.energy.mean, felt.energy.n, felt.before.n, felt.after.n), (3.0, 3, 0, 0));
}

#[test]
fn half_a_plan_is_not_told() {
    let told = |when: &str, then: &str| {
        let plan = JointPlan { when: when.to_owned(), then: then.to_owned() };
        shared(&model(), Span::Day(day(9)), Parts::NONE, 9).unwrap().with_plan(Some(&plan)).plan
    };
    assert_eq!(told("it is Sunday", " "), None);
    assert_eq!(told("it is Sunday", "talk").map(|plan| plan.then), Some("talk".to_owned()));
}
