//! Milestones: the marks that are built in, and the user's own.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{MAX_MILESTONES, Milestone, reward};
use crate::domain::effect::{Effect, Refusal, saved};
use crate::domain::measure::MAX_AMOUNT;
use crate::domain::model::Model;
use crate::domain::records::Record;
use crate::domain::time::Now;

/// Days done that are milestones, up to the first year; beyond, each further 365.
pub const DAYS_DONE: [u32; 9] = [3, 7, 14, 21, 30, 60, 100, 200, 365];

/// A milestone of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMilestone {
    pub id: Uuid,
    pub goal: Uuid,
    pub mark: Mark,
    pub name: String,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// What it takes, counted from the goal's beginning; at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// Minutes of focus.
    Minutes(u32),
    Sessions(u32),
    /// Days done.
    Days(u32),
    /// Units of the measure.
    Counts(u32),
}

/// How far a milestone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MilestoneState {
    pub milestone: Milestone,
    /// Minutes, sessions, days or units, as its kind has it.
    pub have: u32,
    pub need: u32,
    /// The day on which it was reached.
    pub reached: Option<NaiveDate>,
}

impl Mark {
    /// The figure in it.
    pub fn amount(self) -> u32 {
        match self {
            Self::Minutes(amount) | Self::Sessions(amount) | Self::Days(amount) | Self::Counts(amount) => amount,
        }
    }
}

impl Record for OwnMilestone {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

pub(super) fn add(model: &mut Model, mark: Mark, name: &str, now: Now) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let name = reward::checked_words(name, "milestone")?;
    if mark.amount() == 0 || f64::from(mark.amount()) > MAX_AMOUNT {
        return Err(Refusal::OutOfRange("milestone"));
    }
    if model.milestones.iter().filter(|milestone| milestone.goal == goal).count() >= MAX_MILESTONES {
        return Err(Refusal::OutOfRange("milestones"));
    }
    model.milestones.insert(OwnMilestone { id: now.id(0), goal, mark, name, made: now.utc, modified: now.utc });
    Ok(saved())
}

/// The marks of days done, from the first on.
pub(super) fn days_marks() -> impl Iterator<Item = u32> {
    DAYS_DONE.into_iter().chain((2..=200).map(|years| years * 365))
}

/// The marks of sessions: 10, 25, 50 and the same tenfold.
pub(super) fn session_marks() -> impl Iterator<Item = u32> {
    (0..8).flat_map(|power| [10, 25, 50].map(|mark| mark * 10_u32.pow(power))).take_while(|mark| *mark <= 1_000_000)
}

/// The marks of units: 100, 500 and the same tenfold.
pub(super) fn count_marks() -> impl Iterator<Item = u32> {
    (0..7).flat_map(|power| [100, 500].map(|mark| mark * 10_u32.pow(power))).take_while(|mark| *mark <= 500_000_000)
}
