//! The days of a period as bars.

use chrono::NaiveDate;

use crate::domain::insight::days::Day;

/// The highest bar where the minutes are hidden.
const WHOLE: f64 = 100.0;

/// Days as bars, without holes; days still to come have none.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// First and last day of the drawing.
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub unit: Unit,
    /// The days that have been, oldest first.
    pub days: Vec<Bar>,
}

/// What the height of a bar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Minutes of focus.
    Minutes,
    /// A share of the highest bar or target, 0–100: it tells no minutes.
    Share,
}

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub day: NaiveDate,
    pub height: u32,
    /// The target, in the same unit.
    pub target: u32,
    pub kind: BarDay,
}

/// What came of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarDay {
    Done,
    /// Free, and nothing was done.
    Free,
    /// Nothing was done.
    Open,
}

impl Bars {
    pub(super) fn of(days: &[Day], (from, to): (NaiveDate, NaiveDate), unit: Unit) -> Self {
        let minutes = |day: &Day| (day.focus_secs.max(0) as f64 / 60.0, f64::from(day.target_minutes));
        let highest = days.iter().map(|day| minutes(day).0.max(minutes(day).1)).fold(1.0, f64::max);
        let scaled = |value: f64| match unit {
            Unit::Minutes => value.floor() as u32,
            Unit::Share => (value / highest * WHOLE).round() as u32,
        };
        let bar = |day: &Day| {
            let (height, target) = minutes(day);
            let kind = match (day.is_done(), day.rest) {
                (true, _) => BarDay::Done,
                (false, Some(_)) => BarDay::Free,
                (false, None) => BarDay::Open,
            };
            Bar { day: day.day, height: scaled(height), target: scaled(target), kind }
        };
        Self { from, to, unit, days: days.iter().map(bar).collect() }
    }

    /// The highest bar or target; 1 of none.
    pub fn highest(&self) -> u32 {
        self.days.iter().map(|bar| bar.height.max(bar.target)).max().unwrap_or(1).max(1)
    }

    /// The days from the first to the last, those still to come too.
    pub fn slots(&self) -> usize {
        usize::try_from((self.to - self.from).num_days() + 1).unwrap_or(1).max(1)
    }

    /// The place of a day among them, from 0.
    pub fn slot(&self, day: NaiveDate) -> usize {
        usize::try_from((day - self.from).num_days()).unwrap_or(0)
    }

    /// How many days have work.
    pub fn done(&self) -> usize {
        self.days.iter().filter(|bar| bar.kind == BarDay::Done).count()
    }
}
