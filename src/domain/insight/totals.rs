//! Counters that grow: focus, sessions, days done and counts over four ranges.

use super::days::{Day, Days};

/// One set of counters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    pub focus_secs: i64,
    pub sessions: u32,
    pub days_done: u32,
    /// In the measure's unit.
    pub counted: f64,
}

/// The counters of today, the last 7 and 30 days (today included), and of all days.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    pub today: Figures,
    pub week: Figures,
    pub month: Figures,
    pub all: Figures,
    /// Days done of the last 28.
    pub days_done_of_28: u32,
}

impl Figures {
    /// Sums some days.
    pub fn of(days: &[Day]) -> Self {
        days.iter().fold(Self::default(), |sum, day| {
            sum.and(Self {
                focus_secs: day.focus_secs,
                sessions: day.sessions,
                days_done: u32::from(day.is_done()),
                counted: day.counted,
            })
        })
    }

    fn and(self, other: Self) -> Self {
        Self {
            focus_secs: self.focus_secs + other.focus_secs,
            sessions: self.sessions + other.sessions,
            days_done: self.days_done + other.days_done,
            counted: self.counted + other.counted,
        }
    }
}

impl Totals {
    /// All counters of these days.
    pub fn of(days: &Days) -> Self {
        Self {
            today: Figures::of(days.last(1)),
            week: Figures::of(days.last(7)),
            month: Figures::of(days.last(30)),
            all: Figures::of(days.as_slice()).and(Figures::of(std::slice::from_ref(days.elsewhere()))),
            days_done_of_28: Figures::of(days.last(28)).days_done,
        }
    }
}

#[cfg(test)]
mod tests;
