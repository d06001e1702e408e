//! Levels and draws: what follows from a figure alone, as literal cases.

use chrono::{Days as Span, NaiveDate};
use uuid::Uuid;

use super::super::grants::draw;
use super::*;

const GOAL: Uuid = Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0001);

/// What is drawn for the first days and weeks from 2 March 2026 on and for some marks, by the sources that `hash` names.
const DAYS_OF_4: [u64; 12] = [2, 3, 2, 1, 1, 0, 3, 2, 2, 3, 0, 2];
const DAYS_OF_3: [u64; 12] = [1, 2, 1, 1, 0, 0, 2, 1, 1, 2, 0, 2];
const WEEKS_OF_2: [u64; 8] = [1, 1, 0, 0, 0, 0, 1, 0];
const MARKS_OF_5: [u64; 4] = [4, 2, 3, 0];

fn day(nth: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + Span::new(nth)
}

#[test]
fn each_level_begins_at_its_minutes() {
    let begins = [(1, 0), (2, 30), (3, 90), (4, 180), (5, 300), (10, 1_350), (20, 5_700), (50, 36_750), (100, 148_500)];
    for (number, minutes) in begins {
        assert_eq!(level_from(number), minutes);
        assert_eq!(Level::of(i64::try_from(minutes).unwrap() * 60).number, number);
        if minutes > 0 {
            assert_eq!(Level::of(i64::try_from(minutes).unwrap() * 60 - 1).number, number - 1);
        }
    }
    let at = Level::of(100 * 60);
    assert_eq!((at.number, at.from_minutes, at.to_minutes, at.minutes), (3, 90, 180, 100));
}

#[test]
fn draws_fall_as_worked_out_apart_from_this_code() {
    let drawn = |occasion: &dyn Fn(u64) -> Occasion, count, n| -> Vec<u64> {
        (0..n).map(|nth| draw(GOAL, occasion(nth), count)).collect()
    };
    assert_eq!(drawn(&|nth| Occasion::Day(day(1 + nth)), 4, 12), DAYS_OF_4);
    assert_eq!(drawn(&|nth| Occasion::Day(day(1 + nth)), 3, 12), DAYS_OF_3);
    assert_eq!(drawn(&|nth| Occasion::Week(day(1 + 7 * nth)), 2, 8), WEEKS_OF_2);
    let marks = [10, 25, 50, 100].map(|mark| draw(GOAL, Occasion::Milestone(Milestone::Sessions(mark)), 5));
    assert_eq!(marks, MARKS_OF_5);
}

#[test]
fn each_of_four_rewards_is_drawn_a_quarter_of_the_time() {
    let mut counts = [0_u32; 4];
    for nth in 0..4_000 {
        counts[usize::try_from(draw(GOAL, Occasion::Day(day(1 + nth)), 4)).unwrap()] += 1;
    }
    // 1 000 each; two and a half standard deviations are 68.
    assert!(counts.iter().all(|count| (932..=1_068).contains(count)), "{counts:?}");
}
