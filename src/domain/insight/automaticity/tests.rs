//! The vectors and rules of evidence.md §2.

use chrono::Days;
use proptest::prelude::*;

use super::*;

/// A score of the index as 0–100.
fn scaled(mean: f64) -> f64 {
    100.0 * (mean - 1.0) / 6.0
}

/// Ratings once a week from day 0.
fn weekly(scores: &[f64]) -> Vec<(f64, f64)> {
    scores.iter().enumerate().map(|(week, score)| (7.0 * week as f64, *score)).collect()
}

/// Thirteen weekly ratings that grow by 2: 10, 12, … 34.
fn linear() -> Vec<f64> {
    (0..13).map(|nth| 10.0 + 2.0 * f64::from(nth)).collect()
}

/// Days to level off ±1.5, level and beginning ±0.5.
#[track_caller]
fn check_fit(points: &[(f64, f64)], days: [f64; 3], level: f64, start: f64) {
    let found = fit(points).unwrap();
    for (found, expected) in [found.p10, found.p50, found.p90].into_iter().zip(days) {
        assert!((found - expected).abs() <= 1.5, "{found} days instead of {expected}");
    }
    assert!((found.level - level).abs() <= 0.5, "level {} instead of {level}", found.level);
    assert!((found.start - start).abs() <= 0.5, "beginning {} instead of {start}", found.start);
}

#[test]
fn ratings_are_fitted_as_in_the_table() {
    let four = [1.5, 2.25, 2.75, 3.5].map(scaled);
    check_fit(&weekly(&four[..1]), [23.8, 66.0, 182.9], 70.0, 8.3);
    check_fit(&weekly(&four[..2]), [38.0, 81.9, 191.9], 66.7, 8.1);
    check_fit(&weekly(&four), [41.3, 83.9, 156.5], 67.3, 8.4);
    check_fit(&weekly(&linear()), [74.4, 198.9, 413.6], 45.5, 7.3);
    assert_eq!(fit(&[]), None);
}

/// ln(P90 / P10) and whether it is narrow enough to be shown.
#[track_caller]
fn check_width(scores: &[f64], expected: f64, is_shown: bool) {
    let found = fit(&weekly(scores)).unwrap().log_width();
    assert!((found - expected).abs() <= 0.006, "{found} instead of {expected}");
    assert_eq!(found < MAX_LOG_WIDTH, is_shown);
}

#[test]
fn only_ratings_that_pin_it_down_are_narrow_enough() {
    let seven = [1.5, 2.25, 2.75, 3.5, 3.75, 4.25, 4.5].map(scaled);
    check_width(&seven[..4], 1.33, true);
    check_width(&seven, 1.12, true);
    check_width(&[20.0; 13], 2.40, false);
    check_width(&linear(), 1.72, false);
}

/// Within half of the last digit that is written.
#[track_caller]
fn check_near(found: f64, expected: f64, half: f64) {
    assert!((found - expected).abs() <= half, "{found} instead of {expected}");
}

#[test]
fn the_prior_holds_what_the_studies_found() {
    // 80 % and 95 % of a normal lie within 1.2816 and 1.96 standard deviations.
    let ends = |sds: f64| [-sds, sds].map(|sds| (fit::MEDIAN_DAYS.ln() + sds * fit::LOG_SD).exp());
    for (sds, expected) in [(1.2816, [24.0, 184.0]), (1.96, [14.0, 317.0])] {
        for (found, expected) in ends(sds).into_iter().zip(expected) {
            check_near(found, expected, 0.5);
        }
    }
    assert_eq!((*POPULATION_DAYS.start(), *POPULATION_DAYS.end()), (24.0, 184.0));
    check_near((184.0_f64 / 24.0).ln(), 2.04, 0.005);
    check_near(MAX_LOG_WIDTH, 1.63, 0.005);
}

#[test]
fn the_rate_and_the_two_ways_to_reckon_95_percent_are_those_of_the_evidence() {
    check_near(fit::rate(66.0), 0.04539, 0.000_005);
    let curve = Curve { p10: 66.0, p50: 66.0, p90: 66.0, level: 70.0, start: 10.0 };
    // The app reckons to 95 % of the way from 10 to 70; in the study it was 95 % of the level itself, which comes sooner.
    check_near(curve.at(66.0), 67.0, 1e-9);
    check_near(curve.at(62.6), 0.95 * 70.0, 0.01);
}

#[test]
fn the_reference_curve_goes_its_way_as_in_the_table() {
    let table = [(1, 4.4), (7, 27.2), (14, 47.0), (21, 61.4), (30, 74.4), (45, 87.0), (66, 95.0), (90, 98.3)];
    for (day, percent) in table {
        let found = 100.0 * share_of_way(f64::from(day), REFERENCE_DAYS);
        assert!((found - percent).abs() < 0.05, "{found} % on day {day} instead of {percent}");
    }
    assert_eq!(share_of_way(-3.0, REFERENCE_DAYS).total_cmp(&0.0), std::cmp::Ordering::Equal);
}

fn day(nth: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + Days::new(nth)
}

/// One item answered.
fn one(nth: u64, item: u8) -> HabitRating {
    HabitRating { day: day(nth), items: [Some(item), None, None, None] }
}

fn four(nth: u64, items: [u8; 4]) -> HabitRating {
    HabitRating { day: day(nth), items: items.map(Some) }
}

/// The four ratings of the table: one with all items, the first alone, and means of a quarter.
fn table() -> [HabitRating; 4] {
    [four(0, [1, 1, 2, 2]), four(7, [2, 2, 2, 3]), four(14, [2, 3, 3, 3]), four(21, [3, 3, 4, 4])]
}

#[test]
fn a_rating_is_the_mean_of_what_was_answered() {
    let score = |items| HabitRating { day: day(0), items }.score();
    assert_eq!(score([Some(1), None, None, None]), Some(0.0));
    assert_eq!(score([Some(7); 4]), Some(100.0));
    assert_eq!(score([Some(4), Some(4), None, Some(4)]), Some(50.0));
    assert_eq!(score([Some(1), Some(7), Some(0), Some(9)]), Some(50.0), "what is off the scale is no answer");
    assert_eq!(score([None; 4]), None);
}

fn reading(ratings: &[HabitRating], sessions: u32) -> Reading {
    Automaticity::of(ratings, Some(day(0)), sessions).unwrap().reading
}

#[test]
fn nothing_is_said_too_early() {
    let early = |ratings, span_days, sessions| Reading::TooEarly { ratings, span_days, sessions };
    assert_eq!(reading(&table()[..3], 20), early(3, 14, 20));
    assert_eq!(reading(&table(), 9), early(4, 21, 9));
    let quick = [one(0, 1), one(4, 2), one(8, 2), one(13, 3)];
    assert_eq!(reading(&quick, 30), early(4, 13, 30));
    assert_eq!(Automaticity::of(&[], Some(day(0)), 30), None);
    assert_eq!(Automaticity::of(&[HabitRating { day: day(0), items: [None; 4] }], None, 30), None);
}

#[test]
fn four_ratings_that_grow_have_a_curve_that_is_extrapolated() {
    let Reading::Fit { curve, reach } = reading(&table(), 10) else { panic!("no curve") };
    assert_eq!((curve.p50.round(), reach), (84.0, Reach::Extrapolated));
    // Half of the way of 59 is gone after 84·ln 2 / ln 20 = 19.4 days.
    assert!((curve.at(19.4) - 37.8).abs() < 0.5, "{}", curve.at(19.4));
    assert!((curve.at(0.0) - curve.start).abs() < 1e-9 && (curve.at(9_999.0) - curve.level).abs() < 1e-6);
}

#[test]
fn a_level_that_was_seen_is_not_extrapolated() {
    // 10 + 70·(1 − e^(−t/10)), once a week for twelve weeks: levels off on day 30.
    let items = [2, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6];
    let ratings: Vec<_> = (0_u64..).zip(items).map(|(week, item)| one(7 * week, item)).collect();
    let Reading::Fit { reach, curve } = reading(&ratings, 60) else { panic!("no curve") };
    assert_eq!(reach, Reach::Seen);
    assert!(curve.p50 < 60.0 && curve.level > 75.0, "{curve:?}");
}

#[test]
fn ratings_that_do_not_grow_have_no_curve() {
    let flat = |weeks| (0..weeks).map(|week| one(7 * week, 2)).collect::<Vec<_>>();
    assert_eq!(reading(&flat(7), 60), Reading::NotPinnedDown);
    assert_eq!(reading(&flat(13), 60), Reading::NoClearGrowth);
    let high: Vec<_> = (0..13).map(|week| one(7 * week, 6)).collect();
    assert_eq!(reading(&high, 60), Reading::NoClearGrowth);
    let falling: Vec<_> = (0..6).map(|week| one(7 * week, 7 - week as u8)).collect();
    assert_eq!(reading(&falling, 60), Reading::NoClearGrowth);
}

#[test]
fn slow_and_steady_growth_does_not_pin_it_down() {
    let rated: Vec<_> = linear()
        .iter()
        .enumerate()
        .map(|(week, score)| Dot { day: day(0), after_days: 7 * week as u32, score: *score })
        .collect();
    assert_eq!(Reading::of(&rated, 60), Reading::NotPinnedDown);
}

#[test]
fn the_drawn_curve_stays_on_the_scale() {
    let steep = Curve { p10: 20.0, p50: 40.0, p90: 80.0, level: 130.0, start: -20.0 };
    assert_eq!((steep.at(0.0), steep.at(400.0)), (0.0, 100.0));
}

#[test]
fn days_count_from_the_first_session_or_an_earlier_rating() {
    let rated = [one(10, 2), one(17, 3)];
    let after = |first| Automaticity::of(&rated, first, 5).unwrap().dots.iter().map(|dot| dot.after_days).collect();
    let days: [Vec<u32>; 3] = [after(Some(day(3))), after(Some(day(12))), after(None)];
    assert_eq!(days, [vec![7, 14], vec![0, 7], vec![0, 7]]);
}

fn ratings() -> impl Strategy<Value = Vec<HabitRating>> {
    let rating = (0_u64..200, prop::array::uniform4(prop::option::of(1_u8..8)));
    prop::collection::vec(rating.prop_map(|(nth, items)| HabitRating { day: day(nth), items }), 1..20)
}

#[test]
fn a_missed_day_leaves_the_curve_alone() {
    assert_eq!(reading(&table(), 21), reading(&table(), 20));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_order_of_ratings_does_not_matter(ratings in ratings(), turn in 0_usize..20) {
        let mut turned = ratings.clone();
        turned.reverse();
        turned.rotate_left(turn % ratings.len());
        prop_assert_eq!(
            Automaticity::of(&ratings, Some(day(5)), 40),
            Automaticity::of(&turned, Some(day(5)), 40)
        );
    }

    #[test]
    fn the_range_is_in_order_and_the_curve_on_the_scale(ratings in ratings()) {
        let Some(found) = Automaticity::of(&ratings, None, 40) else { return Ok(()) };
        let points: Vec<_> = found.dots.iter().map(|dot| (f64::from(dot.after_days), dot.score)).collect();
        let curve = fit(&points).unwrap();
        prop_assert!(curve.p10 <= curve.p50 && curve.p50 <= curve.p90, "{curve:?}");
        prop_assert!((0..500).all(|day| (0.0..=100.0).contains(&curve.at(f64::from(day)))));
    }
}
