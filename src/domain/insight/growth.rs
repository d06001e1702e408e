//! How long sessions were over time, and the steps by which their length grew.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::model::Model;
use crate::domain::session::Session;
use crate::domain::session_length::{Length, LengthChange};
use crate::domain::settings::FIRST_SESSION_MINUTES;

#[cfg(test)]
mod tests;

/// The lengths of the sessions of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayLengths {
    pub day: NaiveDate,
    pub sessions: u32,
    /// Minutes of focus of a session: the shortest and the longest of the day.
    pub shortest: f64,
    pub longest: f64,
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
    let mut days: BTreeMap<NaiveDate, Vec<f64>> = BTreeMap::new();
    for session in sessions {
        days.entry(session.day).or_default().push(session.focus_secs() as f64 / 60.0);
    }
    days.into_iter().map(|(day, minutes)| DayLengths::of(day, &minutes)).collect()
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
    fn of(day: NaiveDate, minutes: &[f64]) -> Self {
        let (least, most) =
            minutes.iter().fold((f64::MAX, 0.0_f64), |(least, most), at| (least.min(*at), most.max(*at)));
        let sessions = u32::try_from(minutes.len()).unwrap_or(u32::MAX);
        Self { day, sessions, shortest: least, longest: most }
    }
}
