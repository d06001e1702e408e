//! How long sessions were over time, and the steps by which their length grew.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::model::Model;
use crate::domain::session::Session;
use crate::domain::session_length::{Length, LengthChange};
use crate::domain::settings::FIRST_SESSION_MINUTES;

#[cfg(test)]
mod tests;

/// The lengths of the sessions of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayLengths {
    pub day: NaiveDate,
    /// Minutes of focus of each session, the shortest first; never empty.
    pub minutes: Vec<f64>,
}

/// A change of the length that is planned for a session, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub day: NaiveDate,
    pub from: u16,
    pub to: u16,
    pub why: LengthChange,
}

/// The lengths of these sessions, in any order, a day at a time.
pub fn day_lengths<'a>(sessions: impl Iterator<Item = &'a Session>) -> Vec<DayLengths> {
    let mut lengths: Vec<(NaiveDate, i64)> = sessions.map(|session| (session.day, session.focus_secs())).collect();
    lengths.sort_unstable();
    let minutes = |secs: &(NaiveDate, i64)| secs.1 as f64 / 60.0;
    let days = lengths.chunk_by(|a, b| a.0 == b.0);
    days.map(|day| DayLengths { day: day[0].0, minutes: day.iter().map(minutes).collect() }).collect()
}

/// The steps by which the length of a goal's sessions changed, in order; a length that was kept is no step.
///
/// The first one starts from the 5 minutes with which every goal begins.
pub fn steps(model: &Model, goal: Uuid) -> Vec<Step> {
    let mut now = FIRST_SESSION_MINUTES;
    let decided = model.lengths.iter().filter(|length| length.goal == goal);
    let step = |length: &Length| {
        let from = std::mem::replace(&mut now, length.minutes);
        (from != length.minutes).then_some(Step { day: length.day, from, to: length.minutes, why: length.why })
    };
    decided.filter_map(step).collect()
}

impl DayLengths {
    /// Minutes of focus of the shortest session of the day, and of the longest.
    pub fn ends(&self) -> [f64; 2] {
        [self.minutes.first(), self.minutes.last()].map(|end| end.copied().unwrap_or(0.0))
    }
}
