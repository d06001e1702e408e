//! The vector, table and invariants of evidence.md §6.

use proptest::prelude::*;

use super::bootstrap::{circular, days_to, quantiles};
use super::*;
use crate::domain::insight::days::Day;

/// Four weeks: 59 in 28 days, 18 of them active.
const EXAMPLE: [f64; 28] = [
    3.0, 0.0, 2.0, 4.0, 0.0, 5.0, 0.0, //
    2.0, 3.0, 0.0, 1.0, 4.0, 6.0, 0.0, //
    0.0, 2.0, 2.0, 0.0, 3.0, 5.0, 0.0, //
    4.0, 1.0, 0.0, 3.0, 2.0, 7.0, 0.0,
];
const SEED: u32 = 12_345;
const GOAL: Uuid = Uuid::from_u128(0x0192_3456_789a_7bcd_8ef0_1234_5678_9abc);

#[test]
fn the_dice_fall_as_those_of_the_vector() {
    let mut dice = Dice::new(SEED);
    let rolls = [dice.roll(), dice.roll(), dice.roll()];
    assert_eq!(rolls, [0.979_728_267_760_947_3, 0.306_752_264_499_664_3, 0.484_205_421_525_985]);
}

#[test]
fn the_seed_is_that_of_the_goal_and_the_day() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    // Reckoned in Python.
    assert_eq!(seed(GOAL, day), 0x468F_BE87);
    assert_ne!(seed(GOAL, day), seed(GOAL, day.succ_opt().unwrap()));
    assert_ne!(seed(GOAL, day), seed(Uuid::nil(), day));
}

/// Within a day up to 100 of rest, and within 4 % beyond.
#[track_caller]
fn check_days(found: Option<Finish>, rest: f64, expected: [u16; 3]) {
    let found = found.unwrap();
    for (found, expected) in [found.p10, found.p50, found.p90].into_iter().zip(expected) {
        let allowed = if rest <= 100.0 { 1.0 } else { 0.04 * f64::from(expected) };
        assert!(f64::from(found.abs_diff(expected)) <= allowed, "{found} days instead of {expected} for {rest}");
    }
}

/// Only the future is drawn: the past is taken as it was, and the pace too.
fn one_level(rest: f64) -> Option<Finish> {
    let (history, mut dice) = (circular(&EXAMPLE), Dice::new(SEED));
    quantiles((0..2_000).map(|_| days_to(&history, rest, &mut dice)).collect())
}

#[test]
fn the_example_takes_the_days_of_the_table() {
    let naive = |rest: f64| rest / (EXAMPLE.iter().sum::<f64>() / 28.0);
    assert!((naive(20.0) - 9.5).abs() < 0.05 && (naive(400.0) - 189.8).abs() < 0.05);
    let two_levels = |rest, spread| finish(&EXAMPLE, rest, spread, SEED);
    check_days(one_level(20.0), 20.0, [8, 10, 12]);
    check_days(one_level(400.0), 400.0, [185, 190, 196]);
    check_days(two_levels(20.0, 0.0), 20.0, [8, 10, 12]);
    check_days(two_levels(400.0, 0.0), 400.0, [175, 190, 209]);
    check_days(two_levels(20.0, 0.35), 20.0, [6, 10, 16]);
    check_days(two_levels(400.0, 0.35), 400.0, [118, 191, 296]);
    check_days(two_levels(20.0, 0.45), 20.0, [5, 10, 18]);
    check_days(two_levels(400.0, 0.45), 400.0, [110, 194, 345]);
}

#[test]
fn a_steady_pace_without_spread_is_sure() {
    let fifty = Finish { p10: 50, p50: 50, p90: 50 };
    assert_eq!(finish(&[2.0; 28], 100.0, 0.0, SEED), Some(fifty));
}

#[test]
fn nothing_counted_is_not_in_sight() {
    assert_eq!(finish(&[0.0; 56], 1.0, 0.35, SEED), None);
    assert_eq!(finish(&[], 1.0, 0.35, SEED), None);
    assert_eq!(finish(&[1.0; 56], 2_000.0, 0.35, SEED), None, "nearly twice three years");
}

/// Days up to Friday, 27 November 2026, with these amounts.
fn days(amounts: &[f64]) -> Days {
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let day =
        |(ago, counted): (usize, &f64)| Day { day: today - Span::new(ago as u64), counted: *counted, ..Day::default() };
    let mut days: Vec<Day> = amounts.iter().rev().enumerate().map(day).collect();
    days.reverse();
    Days::from_days(days)
}

fn aim(total: f64) -> Aim {
    Aim { goal: GOAL, total, planned_pace: None }
}

fn forecast(total: f64, amounts: &[f64]) -> Forecast {
    Forecast::of(&aim(total), &days(amounts)).unwrap()
}

/// The amounts and a today on which nothing is counted yet.
fn and_today(amounts: &[f64]) -> Vec<f64> {
    amounts.iter().copied().chain([0.0]).collect()
}

#[test]
fn today_is_left_out_until_something_is_counted() {
    let open = forecast(79.0, &and_today(&EXAMPLE));
    assert_eq!((open.rest, open.days, open.active_days, open.first.to_string()), (20.0, 28, 18, "2026-11-27".into()));
    assert_eq!(open.spread.total_cmp(&0.45), std::cmp::Ordering::Equal);
    check_days(open.outlook.finish(), 20.0, [5, 10, 18]);
    assert_eq!((open.date(1).to_string(), open.date(10).to_string()), ("2026-11-27".into(), "2026-12-06".into()));
    let counted: Vec<f64> = EXAMPLE.iter().copied().chain([2.0]).collect();
    let counted = forecast(79.0, &counted);
    assert_eq!((counted.rest, counted.days, counted.first.to_string()), (18.0, 29, "2026-11-28".into()));
    assert_eq!(counted.date(1).to_string(), "2026-11-28");
}

#[test]
fn the_last_eight_weeks_count_and_the_more_days_the_narrower_it_is() {
    let spread = |n: usize| (forecast(9_999.0, &and_today(&vec![1.0; n])).spread, n);
    assert_eq!([spread(41), spread(42)], [(0.45, 41), (0.35, 42)]);
    let old: Vec<f64> = [9.0; 100].into_iter().chain([2.0; 56]).collect();
    let found = forecast(9.0 * 100.0 + 112.0 + 100.0, &and_today(&old));
    assert_eq!((found.days, found.rest), (56, 100.0));
    assert!(found.outlook.finish().unwrap().p50.abs_diff(50) <= 1);
}

/// Says nothing of days before the first count.
#[track_caller]
fn check_outlook(total: f64, amounts: &[f64], expected: Outlook) {
    assert_eq!(forecast(total, &and_today(amounts)).outlook, expected);
}

#[test]
fn too_few_days_or_counts_say_nothing() {
    check_outlook(100.0, &[1.0; 13], Outlook::TooLittle);
    check_outlook(100.0, &[], Outlook::TooLittle);
    let rare =
        |active: usize| (0..28).map(|nth| if nth % 7 == 0 || nth < active - 3 { 1.0 } else { 0.0 }).collect::<Vec<_>>();
    check_outlook(100.0, &rare(4), Outlook::TooLittle);
    assert!(forecast(10.0, &and_today(&rare(5))).outlook.finish().is_some());
    let late: Vec<f64> = [0.0; 50].into_iter().chain([1.0; 13]).collect();
    check_outlook(100.0, &late, Outlook::TooLittle);
    // With a plan it is said when that is done: 87 at 3 a day are 29 days, today being the first.
    let planned = Aim { planned_pace: Some(3.0), ..aim(100.0) };
    let found = Forecast::of(&planned, &days(&and_today(&[1.0; 13]))).unwrap();
    assert_eq!(found.outlook, Outlook::PlannedPace(NaiveDate::from_ymd_opt(2026, 12, 25).unwrap()));
}

#[test]
fn what_is_done_is_done_and_what_is_far_is_told_by_months_or_not() {
    check_outlook(59.0, &EXAMPLE, Outlook::DoneToday);
    check_outlook(50.0, &EXAMPLE, Outlook::DoneToday);
    check_outlook(1.0, &[0.1; 10], Outlook::DoneToday);
    assert!(matches!(forecast(59.0 + 150.0, &and_today(&EXAMPLE)).outlook, Outlook::Likely(_)));
    assert!(matches!(forecast(59.0 + 400.0, &and_today(&EXAMPLE)).outlook, Outlook::MonthOnly(_)));
    check_outlook(59.0 + 1_900.0, &EXAMPLE, Outlook::NotInSight);
    check_outlook(1_000.0, &[[1.0; 7].as_slice(), &[0.0; 90]].concat(), Outlook::TooLittle);
}

#[test]
fn a_day_without_a_goal_has_no_forecast() {
    assert_eq!(Forecast::of(&aim(10.0), &Days::default()), None);
}

fn amounts(least: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(prop_oneof![Just(0.0), (1_u32..60).prop_map(|tenths| f64::from(tenths) / 10.0)], least..90)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_range_is_in_order(past in amounts(14), rest in 1.0_f64..200.0, seed in any::<u32>()) {
        if let Some(found) = finish(&past, rest, 0.35, seed) {
            prop_assert!(1 <= found.p10 && found.p10 <= found.p50 && found.p50 <= found.p90 && found.p90 <= CAP_DAYS);
        }
    }

    #[test]
    fn doubling_all_and_the_rest_changes_nothing(past in amounts(14), rest in 1.0_f64..200.0, seed in any::<u32>()) {
        let twice: Vec<f64> = past.iter().map(|amount| 2.0 * amount).collect();
        prop_assert_eq!(finish(&past, rest, 0.45, seed), finish(&twice, 2.0 * rest, 0.45, seed));
    }

    #[test]
    fn without_a_count_there_is_no_date(n in 1_usize..90, total in 1.0_f64..1_000.0) {
        let found = forecast(total, &vec![0.0; n]);
        prop_assert_eq!((found.outlook, found.record), (Outlook::TooLittle, TrackRecord::default()));
    }
}
