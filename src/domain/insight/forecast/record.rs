//! The forecast's own record: what it would have said at the end of each past week, and how that turned out.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{Seen, bootstrap::finish, seed};

/// Forecasts that are judged at most, the last ones.
pub const JUDGED: usize = 10;
/// Of [`JUDGED`], fewer than this in tenths make the range wider.
const ENOUGH_HELD: u32 = 6;
/// What is forecast: reaching what the pace then made in so many days.
const AHEAD_DAYS: f64 = 28.0;
/// Weeks that are looked back at: the last ones are still open, and older ones say little of now.
const MOST_WEEKS: usize = 40;

/// How the ranges of the last forecasts turned out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrackRecord {
    /// Those whose real day lay in the range.
    pub held: u32,
    /// Those judged, 10 at most.
    pub of: u32,
}

impl TrackRecord {
    /// Whether ranges are made wider: all ten that it takes are judged, and fewer than six of them held.
    pub fn is_widening(&self) -> bool {
        self.of as usize >= JUDGED && self.held < ENOUGH_HELD
    }
}

/// Looks back at the last 10 weekly forecasts that can be judged, from the amounts of each day alone; `known` ends on the
/// day before `first`.
///
/// At the end of each past week, a Sunday whatever day weeks start on, it is worked out what the forecast would have said
/// from what was known then: in how many days will what the pace of then makes in 28 days be done? The range is the one
/// that is not widened, so that a record cannot change what it is judged by. A forecast is judged once its P90 is past:
/// by then it held or not, whether or not the amount was reached since; judging those early that ended early would count
/// only their misses. Weeks with too little to reckon from, and those with nothing in sight, told no range and are left out.
pub fn track_record(goal: Uuid, known: &[f64], first: NaiveDate) -> TrackRecord {
    // Days since the last Sunday that is over.
    let since = first.weekday().num_days_from_monday() as usize;
    let mut record = TrackRecord::default();
    for week in 0..MOST_WEEKS {
        let Some(length) = known.len().checked_sub(since + 7 * week) else { break };
        let (past, after) = known.split_at(length);
        let next = first.checked_sub_days(chrono::Days::new(after.len() as u64)).unwrap_or(NaiveDate::MIN);
        if let Some(is_held) = judge(past, after, seed(goal, next)) {
            record.of += 1;
            record.held += u32::from(is_held);
        }
        if record.of as usize == JUDGED {
            break;
        }
    }
    record
}

/// Whether the forecast made after `past` held, by what came `after`; none where it told no range or is still open.
fn judge(past: &[f64], after: &[f64], seed: u32) -> Option<bool> {
    let then = Seen::last(past);
    let rest = AHEAD_DAYS * then.pace();
    if !then.is_enough() || rest <= 0.0 {
        return None;
    }
    // Nothing near the pace's 28 days is over yet: no range to work out.
    if after.len() < AHEAD_DAYS as usize / 2 {
        return None;
    }
    let range = finish(then.0, rest, then.spread(), seed)?;
    let real = after.iter().scan(0.0, |sum, amount| {
        *sum += amount;
        Some(*sum)
    });
    let real = real.take(usize::from(range.p90)).position(|sum| sum >= rest).map(|nth| nth + 1);
    let is_over = after.len() >= usize::from(range.p90);
    is_over.then(|| real.is_some_and(|days| days >= usize::from(range.p10)))
}

#[cfg(test)]
mod tests;
