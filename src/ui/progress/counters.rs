//! The figures of the counter cards: pure functions over days.

use chrono::NaiveDate;

use crate::domain::insight::consistency::{CameBack, came_back};
use crate::domain::insight::days::{Day, Days};
use crate::domain::insight::totals::Figures;

use super::range::Period;

/// What the cards show of a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counters {
    pub figures: Figures,
    /// Days that could have been done: past days and a done today, without free days.
    pub days_open: u32,
    /// Returns within two days, of all misses that were followed by two days.
    pub came_back: Option<CameBack>,
    /// Strength at the end of the period, 0–1.
    pub strength: f64,
    /// The day the comparison is made with, and the strength then.
    pub strength_then: Option<(NaiveDate, f64)>,
}

impl Counters {
    /// The counters of a period; `strength` has one value for each of `days`.
    pub fn of(days: &Days, strength: &[f64], period: Period) -> Self {
        let within = period.days(days);
        let start = days.as_slice().partition_point(|day| day.day < period.from);
        let last = (start + within.len()).checked_sub(1);
        let at = |nth: usize| strength.get(nth).copied().unwrap_or(0.0);
        let then = within.first().filter(|_| within.len() > 1).map(|day| (day.day, at(start)));
        Self {
            figures: Figures::of(within),
            days_open: days_open(within, days.today()),
            came_back: came_back(past(within, days.today())),
            strength: last.map_or(0.0, at),
            strength_then: then,
        }
    }
}

/// Days that were done or could have been; a free day counts only when it was done, today only then too.
pub fn days_open(within: &[Day], today: Option<&Day>) -> u32 {
    let is_open = |day: &&Day| day.is_done() || (day.rest.is_none() && Some(day.day) != today.map(|day| day.day));
    within.iter().filter(is_open).count() as u32
}

/// The days without a today that can still be done.
fn past<'a>(within: &'a [Day], today: Option<&Day>) -> &'a [Day] {
    match within.split_last() {
        Some((last, before)) if !last.is_done() && Some(last.day) == today.map(|day| day.day) => before,
        _ => within,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rest::RestKind;

    /// One letter a day: `x` done, `.` not, `r` rest.
    fn days(pattern: &str) -> Vec<Day> {
        let first = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let day_of = |(day, letter): (NaiveDate, char)| Day {
            day,
            sessions: u32::from(letter == 'x'),
            focus_secs: if letter == 'x' { 600 } else { 0 },
            rest: (letter == 'r').then_some(RestKind::Rest),
            ..Day::default()
        };
        first.iter_days().zip(pattern.chars()).map(day_of).collect()
    }

    #[test]
    fn free_days_and_an_open_today_are_no_days_that_could_have_been_done() {
        let days = days("x.r.");
        assert_eq!(days_open(&days, days.last()), 2);
    }
}
