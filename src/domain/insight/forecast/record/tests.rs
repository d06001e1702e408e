//! The forecast's own record over made-up pasts.

use super::*;

const GOAL: Uuid = Uuid::from_u128(7);

/// The record on Friday, 27 November 2026, with nothing counted yet on it.
fn record(known: &[f64]) -> TrackRecord {
    track_record(GOAL, known, NaiveDate::from_ymd_opt(2026, 11, 27).unwrap())
}

fn steady(days: usize) -> Vec<f64> {
    vec![2.0; days]
}

/// Weeks of 6 a day and weeks of 1 a day in turn, so many of each.
fn swinging(weeks: usize) -> Vec<f64> {
    (0..420).map(|day| if (day / (7 * weeks)).is_multiple_of(2) { 6.0 } else { 1.0 }).collect()
}

#[test]
fn a_steady_pace_is_always_forecast() {
    assert_eq!(record(&steady(400)), TrackRecord { held: 10, of: 10 });
    assert!(!record(&steady(400)).is_widening());
}

#[test]
fn a_forecast_is_judged_once_its_range_is_over() {
    // From 14 days the range of 28 days is some 16 to 50 days: after 60 days none is over.
    assert_eq!(record(&steady(14)), TrackRecord::default());
    assert_eq!(record(&steady(60)).of, 0);
    let found = record(&steady(80));
    assert!(found.of > 0 && found.of < 5 && found.held == found.of, "{found:?}");
    assert!(!found.is_widening(), "ten are needed");
}

#[test]
fn a_pace_that_turns_every_seven_weeks_is_forecast_badly() {
    let found = record(&swinging(7));
    assert_eq!(found.of, 10);
    assert!(found.held < 6 && found.is_widening(), "{found:?}");
    assert!(!TrackRecord { held: 6, of: 10 }.is_widening() && !TrackRecord { held: 0, of: 9 }.is_widening());
}

#[test]
fn one_who_stopped_was_forecast_wrongly() {
    let stopped: Vec<f64> = steady(100).into_iter().chain([0.0; 70]).collect();
    let found = record(&stopped);
    assert!(found.of == 10 && found.held < 10, "{found:?}");
}

#[test]
fn what_lies_a_year_back_changes_nothing() {
    let recent = swinging(3);
    let long: Vec<f64> = [11.0, 0.0].into_iter().cycle().take(7_000).chain(recent.iter().copied()).collect();
    assert_eq!(record(&long), record(&recent));
}
