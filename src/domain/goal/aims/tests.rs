use super::*;
use crate::domain::Action;
use crate::domain::effect::Refusal;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::insight::Derived;
use crate::domain::insight::target_line::TargetLine;
use crate::domain::measure::{CountAction, Measure};
use crate::domain::review::{Period, ReviewAction};
use crate::domain::tests::{World, check_survives_saving};

/// A goal begun on 2 March 2026 with 300 pages due on 10 June, 100 days later: 3 a day; 2 a day are counted.
fn world() -> World {
    let mut world = World::with_goal();
    total(&mut world, Some(300.0));
    date(&mut world, Some("2026-06-10"));
    world
}

fn set(world: &mut World, field: GoalField) {
    let id = world.goal();
    world.act(Action::Goal(GoalAction::Set { id, field }));
}

fn total(world: &mut World, total: Option<f64>) {
    set(world, GoalField::Measure(Some(Measure { unit: "pages".into(), total })));
}

fn date(world: &mut World, date: Option<&str>) {
    set(world, GoalField::TargetDate(date.map(|date| date.parse().unwrap())));
}

fn live(world: &mut World, days: usize) {
    for _ in 0..days {
        world.act(Action::Count(CountAction::Add { amount: 2.0, session: None }));
        world.pass(86_400);
    }
}

fn line(world: &World) -> TargetLine {
    Derived::of(&world.model, world.utc.date_naive()).target.unwrap()
}

fn points(world: &World) -> Vec<(f64, f64)> {
    line(world).line.points().to_vec()
}

/// The aims noted, as day of March, total, and date.
fn noted(world: &World) -> Vec<(String, Option<f64>, Option<String>)> {
    let aims = &world.model.goal().unwrap().aims;
    let day = |day: NaiveDate| day.format("%m-%d").to_string();
    aims.iter().map(|aim| (day(aim.from), aim.total, aim.date.map(day))).collect()
}

#[test]
fn the_aim_of_the_first_day_needs_no_note() {
    let mut world = world();
    assert_eq!((noted(&world), points(&world)), (vec![], vec![(0.0, 0.0), (100.0, 300.0)]));
    live(&mut world, 20);
    assert_eq!(points(&world), [(0.0, 0.0), (100.0, 300.0)]);
}

#[test]
fn a_harder_aim_turns_the_line_from_today_on_and_leaves_the_days_before_alone() {
    let mut world = world();
    live(&mut world, 20);
    total(&mut world, Some(460.0));
    let base = ("03-02".into(), Some(300.0), Some("06-10".into()));
    assert_eq!(noted(&world), [base, ("03-22".into(), Some(460.0), Some("06-10".into()))]);
    assert_eq!(points(&world), [(0.0, 0.0), (20.0, 60.0), (100.0, 460.0)]);
    let found = line(&world);
    assert_eq!((found.pace, found.counted, found.delta, found.turns_on), (5.0, 40.0, -20.0, None));
    check_survives_saving(&world.model);
    // The next day it is harder still: each stretch stays.
    world.pass(86_400);
    date(&mut world, Some("2026-05-02"));
    assert_eq!(points(&world), [(0.0, 0.0), (20.0, 60.0), (21.0, 65.0), (61.0, 460.0)]);
}

#[test]
fn an_easier_aim_turns_it_in_seven_days() {
    let mut world = world();
    live(&mut world, 20);
    date(&mut world, Some("2026-09-18"));
    assert_eq!(points(&world), [(0.0, 0.0), (27.0, 81.0), (200.0, 300.0)]);
    assert_eq!(line(&world).turns_on, "2026-03-29".parse().ok());
    // 60 is what the old line asks for today, 3 more each day.
    assert_eq!((line(&world).due(0), line(&world).due(1), line(&world).safe_days), (20.0, 23.0, Some(0)));
    live(&mut world, 3);
    // Less easy than that need not wait longer, easier still waits anew, harder takes its place at once.
    date(&mut world, Some("2026-08-18"));
    assert_eq!(line(&world).turns_on, "2026-03-29".parse().ok());
    date(&mut world, Some("2026-12-18"));
    assert_eq!(line(&world).turns_on, "2026-04-01".parse().ok());
    date(&mut world, Some("2026-05-01"));
    assert_eq!((line(&world).turns_on, points(&world).len()), (None, 3));
    assert_eq!(points(&world)[1], (23.0, 69.0));
}

#[test]
fn in_a_review_an_easier_aim_holds_at_once() {
    let mut world = world();
    live(&mut world, 20);
    total(&mut world, Some(200.0));
    assert_eq!(points(&world), [(0.0, 0.0), (27.0, 81.0), (100.0, 200.0)]);
    // One that is finished lets what was decided hold.
    let week = Period::week_of(world.utc.date_naive(), chrono::Weekday::Sun);
    world.act(Action::Review(ReviewAction::Open(week)));
    let id = world.model.reviews.last().unwrap().id;
    world.act(Action::Review(ReviewAction::Finish { id }));
    assert_eq!((points(&world), line(&world).turns_on), (vec![(0.0, 0.0), (20.0, 60.0), (100.0, 200.0)], None));
}

#[test]
fn while_a_review_is_written_easier_needs_no_horizon() {
    let mut world = world();
    live(&mut world, 20);
    world.act(Action::Review(ReviewAction::Open(Period::week_of(world.utc.date_naive(), chrono::Weekday::Sun))));
    total(&mut world, Some(200.0));
    assert_eq!(points(&world), [(0.0, 0.0), (20.0, 60.0), (100.0, 200.0)]);
}

#[test]
fn what_is_typed_in_one_day_is_one_and_typed_back_it_leaves_no_trace() {
    let mut world = world();
    live(&mut world, 20);
    for typed in [4.0, 46.0, 460.0] {
        total(&mut world, Some(typed));
    }
    assert_eq!(points(&world), [(0.0, 0.0), (20.0, 60.0), (100.0, 460.0)]);
    total(&mut world, Some(300.0));
    assert_eq!((noted(&world), points(&world)), (vec![], vec![(0.0, 0.0), (100.0, 300.0)]));
    // A word for the unit changes no line.
    set(&mut world, GoalField::Measure(Some(Measure { unit: "sides".into(), total: Some(300.0) })));
    assert_eq!(noted(&world), []);
}

#[test]
fn a_first_aim_set_later_begins_at_what_is_counted_by_then() {
    let mut world = World::with_goal();
    total(&mut world, None);
    live(&mut world, 20);
    total(&mut world, Some(200.0));
    date(&mut world, Some("2026-06-10"));
    assert_eq!(points(&world), [(20.0, 40.0), (100.0, 200.0)]);
    assert_eq!((line(&world).delta, line(&world).swing), (0.0, None));
}

#[test]
fn a_date_that_came_begins_a_new_line_and_days_without_an_aim_lie_level() {
    let mut past = world();
    live(&mut past, 110);
    date(&mut past, Some("2026-08-09"));
    assert_eq!(points(&past), [(0.0, 0.0), (100.0, 300.0), (110.0, 300.0), (110.0, 220.0), (160.0, 300.0)]);
    let mut world = world();
    live(&mut world, 20);
    date(&mut world, None);
    assert_eq!(Derived::of(&world.model, world.utc.date_naive()).target, None);
    live(&mut world, 10);
    date(&mut world, Some("2026-06-10"));
    assert_eq!(points(&world), [(0.0, 0.0), (20.0, 60.0), (30.0, 60.0), (100.0, 300.0)]);
}

#[test]
fn undo_takes_back_an_aim_with_its_note() {
    let mut world = world();
    live(&mut world, 20);
    let before = world.model.goal().unwrap().clone();
    total(&mut world, Some(460.0));
    world.act(Action::Undo);
    assert_eq!(world.model.goal(), Some(&before));
    let wrong = GoalField::Measure(Some(Measure { unit: "pages".into(), total: Some(-1.0) }));
    let refused = world.refused(Action::Goal(GoalAction::Set { id: before.id, field: wrong }));
    assert!(matches!(refused, Refusal::OutOfRange(_)), "{refused:?}");
    assert_eq!(world.model.goal(), Some(&before));
}
