//! Every figure here stands in evidence.md §3, computed there apart from this code.

use super::*;
use crate::domain::rest::RestKind;

#[track_caller]
fn check(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6, "{found} instead of {expected}");
}

#[track_caller]
fn check_step(frequency: f64, progress: f64, expected: [f64; 3]) {
    for (score, expected) in [0.0, 0.5, 0.75].into_iter().zip(expected) {
        check(step(frequency, score, progress), expected);
    }
}

/// Days of a target of 10 minutes with these minutes done; `None` is a rest. A last empty day stands for today.
fn days(minutes: &[Option<i64>]) -> Days {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let make = |(nth, minutes): (usize, Option<i64>)| Day {
        day: first + chrono::Days::new(nth as u64),
        focus_secs: minutes.unwrap_or(0) * 60,
        sessions: u32::from(minutes.unwrap_or(0) > 0),
        counted: 0.0,
        target_minutes: 10,
        rest: if minutes.is_none() { Some(RestKind::Ill) } else { None },
    };
    Days::from_days(minutes.iter().copied().chain([Some(0)]).enumerate().map(make).collect())
}

fn last(minutes: &[Option<i64>]) -> f64 {
    *series(&days(minutes)).last().unwrap()
}

#[test]
fn one_step_equals_the_compute_table() {
    check_step(1.0, 1.0, [0.051_922, 0.525_961, 0.762_981]);
    check_step(1.0, 0.0, [0.0, 0.474_039, 0.711_058]);
    check_step(1.0 / 3.0, 1.0, [0.030_314, 0.515_157, 0.757_578]);
    check_step(1.0 / 3.0, 0.0, [0.0, 0.484_842, 0.727_263]);
}

#[test]
fn twenty_daily_practices_equal_the_list() {
    let expected = [
        0.051_922, 0.101_149, 0.147_820, 0.192_067, 0.234_017, 0.273_788, 0.311_495, 0.347_244, 0.381_137, 0.413_270,
        0.443_734, 0.472_617, 0.500_000, 0.525_961, 0.550_574, 0.573_910, 0.596_033, 0.617_008, 0.636_894, 0.655_747,
    ];
    let found = series(&days(&[Some(10); 20]));
    assert_eq!(found.len(), 21);
    for (found, expected) in found.into_iter().zip(expected) {
        check(found, expected);
    }
}

#[test]
fn before_the_first_practice_there_is_no_strength() {
    let minutes: Vec<_> = [Some(0); 3].into_iter().chain([Some(10); 20]).collect();
    let found = series(&days(&minutes));
    assert_eq!(found[..3], [0.0; 3]);
    check(found[3], 0.051_922);
    check(found[22], 0.655_747);
}

#[test]
fn thirteen_days_make_a_half_and_eighty_seven_make_ninety_nine_hundredths() {
    check(last(&[Some(10); 13]), 0.5);
    for (days, share) in [(13, 0.50), (31, 0.80), (44, 0.90), (57, 0.95), (87, 0.99)] {
        assert!(last(&vec![Some(10); days]) >= share - 1e-9);
        assert!(last(&vec![Some(10); days - 1]) < share);
    }
}

/// Days of perfect practice after which the score is a half, four fifths, 90, 95 and 99 hundredths.
#[track_caller]
fn check_days(frequency: f64, expected: [u32; 5]) {
    let found = [0.50, 0.80, 0.90, 0.95, 0.99].map(|share| {
        let scores = std::iter::successors(Some(0.0), |score| Some(step(frequency, *score, 1.0)));
        scores.take_while(|score| *score < share - 1e-9).count() as u32
    });
    assert_eq!(found, expected, "{frequency}");
}

#[test]
fn perfect_practice_takes_the_days_of_the_table() {
    check_days(1.0, [13, 31, 44, 57, 87]);
    check_days(3.0 / 7.0, [20, 47, 66, 86, 132]);
}

#[test]
fn the_half_life_is_that_of_the_table() {
    for (frequency, days) in [(1.0, 13.0), (5.0 / 7.0, 15.4), (3.0 / 7.0, 19.9), (1.0 / 7.0, 34.4)] {
        let half_life = -1.0 / step(frequency, 1.0, 0.0).log2();
        assert!((half_life - days).abs() < 0.05, "{half_life} instead of {days}");
    }
}

#[test]
fn a_miss_after_thirty_days_costs_little_and_a_comeback_gains_again() {
    #[track_caller]
    fn check_after_thirty(more: &[Option<i64>], expected: f64) {
        let minutes: Vec<_> = [Some(10); 30].into_iter().chain(more.iter().copied()).collect();
        let found = last(&minutes);
        assert!((found - expected).abs() < 0.000_05, "{found} instead of {expected}");
    }
    check_after_thirty(&[], 0.7980);
    check_after_thirty(&[Some(0)], 0.7566);
    check_after_thirty(&[Some(0), Some(0)], 0.7173);
    check_after_thirty(&[Some(0), Some(10)], 0.7692);
}

#[test]
fn half_a_target_counts_half_and_more_than_the_target_counts_once() {
    check(last(&[Some(5)]), 0.051_922 / 2.0);
    check(last(&[Some(90)]), 0.051_922);
}

#[test]
fn rests_are_skipped() {
    let with_rests = [Some(10), None, None, Some(10), None];
    check(last(&with_rests), last(&[Some(10), Some(10)]));
}

#[test]
fn work_on_a_rest_day_never_lowers_it() {
    let mut rest = days(&[Some(10); 30]).as_slice().to_vec();
    rest[30] = Day { rest: Some(RestKind::Travel), focus_secs: 60, sessions: 1, ..rest[30] };
    rest.push(Day { rest: None, focus_secs: 0, sessions: 0, ..rest[30] });
    check(*series(&Days::from_days(rest)).last().unwrap(), last(&[Some(10); 30]));
}

#[test]
fn today_unfinished_does_not_lower_it_and_finished_raises_it() {
    let full = last(&[Some(10); 30]);
    let mut today = days(&[Some(10); 30]).as_slice().to_vec();
    today[30] = Day { focus_secs: 60, sessions: 1, ..today[30] };
    check(*series(&Days::from_days(today.clone())).last().unwrap(), full);
    today[30].focus_secs = 600;
    check(*series(&Days::from_days(today)).last().unwrap(), last(&[Some(10); 31]));
}

#[test]
fn a_day_without_target_counts_when_it_has_a_session() {
    let mut free = days(&[Some(3), Some(0)]).as_slice().to_vec();
    for day in &mut free {
        day.target_minutes = 0;
    }
    let found = series(&Days::from_days(free));
    check(found[0], 0.051_922);
    assert!(found[1] < found[0]);
}
