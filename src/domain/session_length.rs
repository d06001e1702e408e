//! The length of the next session: starts small, grows with ease, and never by itself (evidence.md §7).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::model::Model;
use super::records::Record;
use super::settings::MAX_SESSION_MINUTES;
use super::time::Now;

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
/// # Errors
/// Refuses without a goal, and a length out of 1–240 minutes.
pub fn apply(model: &mut Model, action: LengthAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    let LengthAction::Decide { minutes, why } = action;
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    if !(1..=MAX_SESSION_MINUTES).contains(&minutes) {
        return Err(Refusal::OutOfRange("minutes"));
    }
    let day = now.today(model.settings.day_start_hour);
    model.lengths.insert(Length { id: now.id(0), goal, day, minutes, why, made: now.utc });
    model.settings.session_minutes = minutes;
    Ok(saved())
}
