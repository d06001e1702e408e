//! The rules of evidence.md §3, day by day, and the laws that must hold for any days.

use proptest::prelude::*;

use super::*;
use crate::domain::rest::RestKind;

/// One letter a day: `x` done, `.` missed, `r` rest, `R` a rest with a session.
fn days(pattern: &str) -> Vec<Day> {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let day_of = |(day, letter): (chrono::NaiveDate, char)| Day {
        day,
        sessions: u32::from("xR".contains(letter)),
        focus_secs: if "xR".contains(letter) { 600 } else { 0 },
        rest: "rR".contains(letter).then_some(RestKind::Rest),
        ..Day::default()
    };
    first.iter_days().zip(pattern.chars()).map(day_of).collect()
}

/// The run after these days, on a day that is not done yet.
fn run(past: &str) -> Run {
    Consistency::of(&Days::from_days(days(&format!("{past}.")))).run
}

/// Days of the run and days in reserve.
#[track_caller]
fn check(past: &str, expected: (u32, u32)) {
    let found = run(past);
    assert_eq!((found.days, found.reserve), expected, "{past}");
}

#[test]
fn seven_done_days_put_one_in_reserve_and_two_are_the_most() {
    check("", (0, 0));
    check("xxxxxx", (6, 0));
    check("xxxxxxx", (7, 1));
    check("xxxxxxxxxxxxx", (13, 1));
    check("xxxxxxxxxxxxxx", (14, 2));
    check("xxxxxxxxxxxxxxxxxxxxx", (21, 2));
}

#[test]
fn a_miss_spends_one_by_itself_and_the_run_goes_on_without_growing() {
    check("xxxxxxx.", (7, 0));
    check("xxxxxxx.x", (8, 0));
    check("xxxxxxxxxxxxxx..", (14, 0));
    check("xxxxxxxxxxxxxx..x", (15, 0));
    check("xxxxxxx.xxxxxx", (13, 0));
    check("xxxxxxx.xxxxxxx", (14, 1));
    // While two are in reserve nothing is saved up: the next takes seven days again.
    check("xxxxxxxxxxxxxxxxxxxx.x", (21, 1));
    check("xxxxxxxxxxxxxxxxxxxx.xxxxxxx", (27, 2));
}

#[test]
fn without_a_reserve_the_run_ends() {
    check("xxx.", (0, 0));
    check("xxxxxxx..", (0, 0));
    check("xxx...x", (1, 0));
    check("xxxxxxx....xx", (2, 0));
}

#[test]
fn a_return_within_48_hours_takes_the_run_up_again() {
    check("xxx.x", (4, 0));
    check("xxx..x", (4, 0));
    check("xxx...x", (1, 0));
    check("xxxxxxx..x", (8, 0));
    assert!(run("xxx.x").is_repaired && !run("xxx").is_repaired);
}

#[test]
fn a_run_is_taken_up_again_once_in_14_days() {
    // Back on day 5 and on day 11: only the later return counts.
    check("xxx.xxxxx.x", (6, 0));
    // Back on day 5 and on day 19, after the one in reserve was spent.
    check("xxx.xxxxxxxxxxxx..x", (16, 0));
    // A day too early; the day after is within the 48 hours too, and 14 days after the first return.
    check("xxx.xxxxxxxxxxx..x", (12, 0));
    check("xxx.xxxxxxxxxxx..xx", (16, 0));
}

#[test]
fn what_a_session_now_would_take_up_is_told() {
    assert_eq!(run("xxx.").repairable, Some(3));
    assert_eq!(run("xxx..").repairable, Some(3));
    assert_eq!(run("xxx...").repairable, None);
    assert_eq!(run("xxx").repairable, None);
    assert_eq!(run("").repairable, None);
    assert_eq!(run("xxx.xxxxx.").repairable, Some(5));
}

#[test]
fn today_counts_once_it_is_done_and_rests_never() {
    let today_done = Consistency::of(&Days::from_days(days("xxx"))).run;
    assert_eq!((today_done.days, run("xx").days), (3, 2));
    check("xxrrrrx", (3, 0));
    check("xxrRrrx", (4, 0));
    check("xxx.rrrrx", (4, 0));
    check("xxxx.Rr.x", (6, 0));
    assert_eq!(run("r").repairable, None);
}

#[test]
fn the_longest_run_stays_when_a_new_one_begins() {
    assert_eq!(run("xxxxx....xx").longest, 5);
    assert_eq!(run("xxxxx.xx....x").longest, 7);
    assert_eq!(Consistency::of(&Days::default()), Consistency::default());
}

#[track_caller]
fn check_came_back(pattern: &str, expected: Option<(u32, u32)>) {
    let found = came_back(&days(pattern)).map(|back| (back.times, back.of));
    assert_eq!(found, expected, "{pattern}");
}

#[test]
fn without_a_miss_there_is_no_coming_back() {
    check_came_back("xxx", None);
    check_came_back("..xx", None);
    check_came_back("xrrx", None);
}

#[test]
fn coming_back_the_next_day_or_the_one_after_counts() {
    check_came_back("x.x", Some((1, 1)));
    check_came_back("x..x", Some((1, 1)));
    check_came_back("x...x", Some((0, 1)));
    check_came_back("x.x.xx...x", Some((2, 3)));
}

#[test]
fn a_fresh_miss_is_not_judged_yet() {
    check_came_back("xx.", None);
    check_came_back("xx..", None);
    check_came_back("xx...", Some((0, 1)));
}

#[test]
fn free_days_do_not_count_as_days() {
    check_came_back("x.rrrx", Some((1, 1)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_session_more_never_makes_a_run_shorter(past in "[x.r]{1,80}", place in 0_usize..80) {
        let place = place % past.len();
        let more: String = past.chars().enumerate().map(|(nth, day)| match (nth == place, day) {
            (true, 'r') => 'R',
            (true, _) => 'x',
            (false, day) => day,
        }).collect();
        let (before, after) = (run(&past), run(&more));
        prop_assert!(after.longest >= before.longest, "{past} {more}");
        prop_assert!(after.days >= before.days, "{past} {more}");
        prop_assert!(after.reserve >= before.reserve, "{past} {more}");
    }

    #[test]
    fn rests_change_nothing(past in "[x.]{0,60}", places in prop::collection::vec(0_usize..60, 0..10)) {
        let mut with_rests = past.clone();
        for place in places {
            with_rests.insert(place % (with_rests.len() + 1), 'r');
        }
        prop_assert_eq!(run(&with_rests), run(&past));
    }

    #[test]
    fn the_reserve_is_two_at_most_and_only_a_run_has_one(past in "[x.r]{0,80}") {
        let found = run(&past);
        prop_assert!(found.reserve <= MAX_RESERVE);
        prop_assert!(found.days > 0 || found.reserve == 0);
        prop_assert!(found.days <= found.longest);
        prop_assert!(found.days == 0 || found.repairable.is_none());
    }
}
