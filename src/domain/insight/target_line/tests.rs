//! The example and rules of evidence.md §4.

use chrono::Days as Span;
use proptest::prelude::*;

use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::insight::days::Day;
use crate::domain::measure::Measure;
use crate::domain::tests::World;

/// 300 in 100 days.
fn example() -> Line {
    Line::of((0.0, 0.0), &[Stretch::ToValueOn { day: 100.0, value: 300.0 }]).unwrap()
}

/// On day 30: delta, safe days, due today and by tomorrow.
#[track_caller]
fn check(value: f64, delta: f64, safe: u32, due: [f64; 2]) {
    let line = example();
    let found = (line.delta(30.0, value), line.safe_days(30.0, value), [0, 1].map(|by| line.due(30.0, value, by)));
    assert_eq!(found, (delta, Some(safe), due));
}

#[test]
fn the_example_leaves_what_the_evidence_says() {
    check(110.0, 20.0, 7, [0.0, 0.0]);
    check(90.0, 0.0, 1, [0.0, 3.0]);
    check(85.0, -5.0, 0, [5.0, 8.0]);
}

#[test]
fn the_third_of_date_value_and_rate_follows() {
    let by_date = Line::of((0.0, 0.0), &[Stretch::AtRateUntil { day: 100.0, rate: 3.0 }]).unwrap();
    let by_value = Line::of((0.0, 0.0), &[Stretch::AtRateTo { value: 300.0, rate: 3.0 }]).unwrap();
    assert_eq!((by_date.points(), by_value.points()), (example().points(), example().points()));
}

#[test]
fn a_stretch_that_never_ends_makes_no_line() {
    assert_eq!(Line::of((0.0, 0.0), &[Stretch::AtRateTo { value: 300.0, rate: 0.0 }]), None);
    assert_eq!(Line::of((0.0, 0.0), &[Stretch::AtRateTo { value: 300.0, rate: -1.0 }]), None);
    assert_eq!(Line::of((5.0, 0.0), &[Stretch::ToValueOn { day: 4.0, value: 1.0 }]), None);
}

#[test]
fn stretches_are_chained_and_a_changed_rate_leaves_the_days_before_alone() {
    let line = Line::of(
        (0.0, 0.0),
        &[
            Stretch::AtRateUntil { day: 20.0, rate: 3.0 },
            Stretch::AtRateUntil { day: 30.0, rate: 0.0 },
            Stretch::AtRateTo { value: 100.0, rate: 2.0 },
        ],
    );
    let line = line.unwrap();
    assert_eq!(line.points(), [(0.0, 0.0), (20.0, 60.0), (30.0, 60.0), (50.0, 100.0)]);
    let values = [-5.0, 0.0, 10.0, 20.0, 25.0, 40.0, 50.0, 90.0].map(|day| line.at(day));
    assert_eq!(values, [0.0, 0.0, 30.0, 60.0, 60.0, 80.0, 100.0, 100.0]);
    // Over the ten level days nothing need be done.
    assert_eq!((line.safe_days(20.0, 60.0), line.safe_days(20.0, 100.0)), (Some(11), None));
}

#[test]
fn the_typical_swing_is_that_of_nine_days_in_ten() {
    // Nine days of 2 to 4 and one of 30 against a pace of 3: the tenth largest of ten is left out.
    let steps = [2.0, 4.0, 3.0, 2.0, 4.0, 3.0, 30.0, 4.0, 2.0, 3.5];
    let mut values = vec![(0.0, 0.0)];
    values.extend(steps.iter().scan((0.0, 0.0), |at, step| {
        *at = (at.0 + 1.0, at.1 + step);
        Some(*at)
    }));
    assert_eq!(example().typical_swing(&values), Some(1.0));
    // Six in two days is the pace.
    assert_eq!(example().typical_swing(&[(0.0, 0.0), (2.0, 6.0)]), Some(0.0));
    assert_eq!(example().typical_swing(&[(0.0, 0.0)]), None);
}

/// The goal "Write the book", begun on 2 March 2026, with 300 pages due on 10 June, 100 days later.
fn goal(date: Option<&str>) -> Goal {
    let mut world = World::with_goal();
    let id = world.goal();
    let measure = Measure { unit: "pages".into(), total: Some(300.0) };
    let date = date.map(|date| date.parse().unwrap());
    for field in [GoalField::Measure(Some(measure)), GoalField::TargetDate(date)] {
        world.act(Action::Goal(GoalAction::Set { id, field }));
    }
    world.model.goal().unwrap().clone()
}

/// The counts of the goal's days from its first to today.
fn counted(counts: &[f64]) -> Days {
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let day =
        |(nth, counted): (usize, &f64)| Day { day: first + Span::new(nth as u64), counted: *counted, ..Day::default() };
    Days::from_days(counts.iter().enumerate().map(day).collect())
}

#[test]
fn a_goal_with_total_and_date_has_a_line() {
    let mut counts = vec![0.0; 31];
    (counts[0], counts[10], counts[30]) = (40.0, 40.0, 5.0);
    let found = TargetLine::of(&goal(Some("2026-06-10")), &counted(&counts)).unwrap();
    assert_eq!((found.day, found.counted, found.delta, found.safe_days), (30.0, 85.0, -5.0, Some(0)));
    assert_eq!((found.due(0), found.due(1), found.pace), (5.0, 8.0, 3.0));
    assert!((found.pace_needed.unwrap() - 3.07).abs() < 0.005);
    // 28 of the 29 steps up to yesterday are 3 off the pace.
    assert_eq!(found.swing, Some(3.0));
}

#[test]
fn without_a_total_or_a_date_ahead_there_is_no_line() {
    let days = counted(&[1.0; 5]);
    assert_eq!(TargetLine::of(&goal(None), &days), None);
    assert_eq!(TargetLine::of(&goal(Some("2026-03-02")), &days), None);
    assert_eq!(TargetLine::of(World::with_goal().model.goal().unwrap(), &days), None);
}

#[test]
fn on_the_target_date_all_is_due_and_once_it_is_reached_nothing() {
    let mut counts = vec![0.0; 101];
    counts[50] = 290.0;
    let last = TargetLine::of(&goal(Some("2026-06-10")), &counted(&counts)).unwrap();
    assert_eq!((last.pace_needed, last.due(0), last.safe_days), (None, 10.0, Some(0)));
    counts[100] = 10.0;
    let reached = TargetLine::of(&goal(Some("2026-06-10")), &counted(&counts)).unwrap();
    assert_eq!((reached.due(0), reached.due(9), reached.safe_days), (0.0, 0.0, None));
    let early = TargetLine::of(&goal(Some("2026-06-10")), &counted(&counts[..51])).unwrap();
    assert_eq!((early.pace_needed, early.safe_days), (Some(0.2), Some(47)));
}

proptest! {
    #[test]
    fn safe_days_are_those_on_which_nothing_is_due(day in 0_u32..120, value in 0.0_f64..320.0) {
        let (line, day) = (example(), f64::from(day));
        match line.safe_days(day, value) {
            Some(safe) => {
                prop_assert!(line.due(day, value, safe) > 0.0);
                prop_assert!((0..safe).all(|by| line.due(day, value, by) <= 0.0));
            }
            None => prop_assert!((0..400).all(|by| line.due(day, value, by) <= 0.0)),
        }
    }
}
