//! The length of the next session: starts small, grows with ease, and never by itself (evidence.md §7).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::model::Model;
use super::records::Record;
use super::settings::{LengthMode, MAX_SESSION_MINUTES};
use super::time::Now;

mod history;
mod rule;
#[cfg(test)]
mod tests;

pub use history::offered;
pub use rule::{LengthState, Offer, Opportunity, TWO_MINUTES_AFTER, offer};

/// A length that was decided, or kept when another was offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    pub id: Uuid,
    pub goal: Uuid,
    /// The goal day it was decided on.
    pub day: NaiveDate,
    /// Minutes of a session from then on.
    pub minutes: u16,
    pub why: LengthChange,
    pub made: DateTime<Utc>,
}

/// How a length came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LengthChange {
    /// Growth was offered and taken.
    Grown,
    /// A step down was offered and taken.
    Eased,
    /// A change was offered and the length kept.
    Kept,
    /// Set by the user's own hand.
    Chosen,
}

/// What can be done with the length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthAction {
    /// Decides a length: takes an offer, keeps what is, or chooses another.
    Decide { minutes: u16, why: LengthChange },
}

impl Record for Length {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Carries out a length action: notes it and makes it the length of the next session.
///
/// Choosing on in one day is one record, so that typing leaves one line.
///
/// # Errors
/// Refuses without a goal, and a length out of 1–240 minutes.
pub fn apply(model: &mut Model, action: LengthAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    let LengthAction::Decide { minutes, why } = action;
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    if !(1..=MAX_SESSION_MINUTES).contains(&minutes) {
        return Err(Refusal::OutOfRange("minutes"));
    }
    if why == LengthChange::Chosen && minutes == model.settings.session_minutes {
        return Ok(Vec::new());
    }
    let day = now.today(model.settings.day_start_hour);
    let goes_on = |newest: &&Length| why == LengthChange::Chosen && newest.why == why && newest.day == day;
    let id = newest(model, goal).filter(goes_on).map_or_else(|| now.id(0), |newest| newest.id);
    model.lengths.insert(Length { id, goal, day, minutes, why, made: now.utc });
    model.settings.session_minutes = minutes;
    Ok(saved())
}

/// The last decision on the length of a goal's sessions.
pub fn newest(model: &Model, goal: Uuid) -> Option<&Length> {
    model.lengths.iter().rfind(|length| length.goal == goal)
}

/// The length with which a goal begins or goes on, while lengths grow with the goal: what was last decided for it, or
/// the smallest.
pub(super) fn take_up(model: &mut Model, goal: Uuid) {
    if model.settings.length_mode == LengthMode::Growing {
        model.settings.session_minutes = newest(model, goal).map_or(rule::FLOOR_MINUTES, |length| length.minutes);
    }
}
