//! The finish forecast: how many days the rest will take if it goes on as in the last weeks (evidence.md §6).
//!
//! It says what is likely by going on as before, not what will be: a pace that falls makes it late. It never flickers:
//! the same records on the same day give the same range.

use chrono::{Days as Span, NaiveDate};
use uuid::Uuid;

use super::days::{Day, Days};

mod bootstrap;
mod dice;
mod record;
#[cfg(test)]
mod tests;

pub use bootstrap::{CAP_DAYS, Finish, finish};
pub use dice::{Dice, seed};
pub use record::{TrackRecord, track_record};

/// Days that are looked at, up to the last one.
pub const WINDOW_DAYS: usize = 56;
/// Fewer days, or fewer of them with a count, are too little to reckon from.
pub const LEAST_DAYS: usize = 14;
pub const LEAST_ACTIVE_DAYS: usize = 5;
/// Spread of the pace, as the standard deviation of its logarithm: with [`MANY_DAYS`] or more, and with fewer.
pub const SPREAD: f64 = 0.35;
pub const SPREAD_OF_FEW: f64 = 0.45;
pub const MANY_DAYS: usize = 42;
/// What is added to it while too few of the last ranges held.
pub const WIDENED_BY: f64 = 0.1;
/// Days from which on a range is told by months.
pub const FAR_DAYS: u16 = 90;
/// A share of the total that sums of fractions may come out short of it.
const NOTHING: f64 = 1e-9;

/// What a forecast is made of besides the counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    pub goal: Uuid,
    /// Where the goal is reached, in the measure's unit.
    pub total: f64,
    /// The pace of the plan, a day, if there is one.
    pub planned_pace: Option<f64>,
}

/// The forecast of the day on which the total is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// What is left to count; none or less once it is reached.
    pub rest: f64,
    /// The first day ahead: day 1 of the forecast. It is today until something is counted today.
    pub first: NaiveDate,
    /// Days looked at, and those of them on which something was counted.
    pub days: u32,
    pub active_days: u32,
    /// Spread of the pace that was reckoned with.
    pub spread: f64,
    pub outlook: Outlook,
    /// How earlier forecasts fared.
    pub record: TrackRecord,
}

/// What may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    DoneToday,
    /// Too few days to reckon from, and no plan.
    TooLittle,
    /// Too few days to reckon from: only when it is done at the planned pace.
    PlannedPace(NaiveDate),
    Likely(Finish),
    /// So far ahead that only months are told.
    MonthOnly(Finish),
    /// At this pace more than one in ten of the ways ahead do not end within [`CAP_DAYS`].
    NotInSight,
}

impl Forecast {
    /// The forecast for the days of a goal, today being the last.
    ///
    /// Zeros count from the first count on: before it the measure may not have been kept. Rests are zeros like any other
    /// day. Today is left out until something is counted today.
    pub fn of(aim: &Aim, days: &Days) -> Option<Self> {
        let today = days.today()?;
        let all = days.as_slice();
        let (is_counted_today, next) = (today.counted != 0.0, today.day.checked_add_days(Span::new(1))?);
        let past = if is_counted_today { all } else { &all[..all.len() - 1] };
        let first = if is_counted_today { next } else { today.day };
        let known = amounts(past);
        let counted = all.iter().map(|day| day.counted).sum::<f64>() + days.elsewhere().counted;
        let rest = aim.total - counted;
        let record = track_record(aim.goal, &known, first);
        let seen = Seen::last(&known);
        let spread = seen.spread() + if record.is_widening() { WIDENED_BY } else { 0.0 };
        let outlook = seen.outlook(aim, rest, spread, first);
        let [days, active_days] = [seen.0.len(), seen.active_days()].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        Some(Self { rest, first, days, active_days, spread, outlook, record })
    }

    /// The date of a day of the forecast, 1 being [`Forecast::first`].
    pub fn date(&self, day: u16) -> NaiveDate {
        date(self.first, u64::from(day))
    }
}

impl Outlook {
    /// The likely range of days, where one may be told.
    pub fn finish(&self) -> Option<Finish> {
        match self {
            Self::Likely(finish) | Self::MonthOnly(finish) => Some(*finish),
            Self::DoneToday | Self::TooLittle | Self::PlannedPace(_) | Self::NotInSight => None,
        }
    }
}

/// The last [`WINDOW_DAYS`] of what is known.
#[derive(Clone, Copy, Debug)]
struct Seen<'a>(&'a [f64]);

impl<'a> Seen<'a> {
    fn last(known: &'a [f64]) -> Self {
        Self(&known[known.len().saturating_sub(WINDOW_DAYS)..])
    }

    fn active_days(self) -> usize {
        self.0.iter().filter(|amount| **amount > 0.0).count()
    }

    fn is_enough(self) -> bool {
        self.0.len() >= LEAST_DAYS && self.active_days() >= LEAST_ACTIVE_DAYS
    }

    fn spread(self) -> f64 {
        if self.0.len() >= MANY_DAYS { SPREAD } else { SPREAD_OF_FEW }
    }

    fn pace(self) -> f64 {
        self.0.iter().sum::<f64>() / self.0.len().max(1) as f64
    }

    /// What may be said on the day before `first` of the `rest`.
    fn outlook(self, aim: &Aim, rest: f64, spread: f64, first: NaiveDate) -> Outlook {
        if rest <= NOTHING * aim.total {
            return Outlook::DoneToday;
        }
        if !self.is_enough() {
            let days = aim.planned_pace.map(|pace| (rest / pace).ceil()).filter(|days| days.is_finite());
            return days.map_or(Outlook::TooLittle, |days| Outlook::PlannedPace(date(first, days.max(1.0) as u64)));
        }
        match finish(self.0, rest, spread, seed(aim.goal, first)) {
            Some(found) if found.p50 > FAR_DAYS => Outlook::MonthOnly(found),
            Some(found) => Outlook::Likely(found),
            None => Outlook::NotInSight,
        }
    }
}

/// What was counted on each day from the first count on.
fn amounts(days: &[Day]) -> Vec<f64> {
    days.iter().map(|day| day.counted).skip_while(|amount| *amount == 0.0).collect()
}

/// The date of the nth day from `first`, which is the 1st.
fn date(first: NaiveDate, nth: u64) -> NaiveDate {
    first.checked_add_days(Span::new(nth.saturating_sub(1))).unwrap_or(NaiveDate::MAX)
}
