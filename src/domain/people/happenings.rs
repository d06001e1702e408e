//! Happenings: what an outlet may tell, each once.

use chrono::NaiveDate;
use uuid::Uuid;

use super::Event;
use crate::domain::rewards::{Milestone, Occasion, answer_id};

/// Something that happened and may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Happening {
    /// A session ended and is in the records.
    SessionDone(Uuid),
    /// The target of a day was met.
    TargetMet(NaiveDate),
    Milestone(Milestone),
    /// A week, by its first day, has the days done that its reward takes.
    Week(NaiveDate),
}

impl Happening {
    /// Which event it is.
    pub fn event(self) -> Event {
        match self {
            Self::SessionDone(_) => Event::SessionDone,
            Self::TargetMet(_) => Event::TargetMet,
            Self::Milestone(_) => Event::Milestone,
            Self::Week(_) => Event::Week,
        }
    }

    /// What earns a reward at the same moment, or the session.
    fn occasion(self) -> Occasion {
        match self {
            Self::SessionDone(session) => Occasion::Session(session),
            Self::TargetMet(day) => Occasion::Day(day),
            Self::Milestone(milestone) => Occasion::Milestone(milestone),
            Self::Week(first) => Occasion::Week(first),
        }
    }
}

/// The id of what one outlet tells of one happening of a goal: the same however often it is made, so that a receiver can
/// drop doubles.
pub fn happening_id(outlet: Uuid, goal: Uuid, happening: Happening) -> Uuid {
    let told = answer_id(goal, happening.occasion());
    // Two ids into one: the outlet takes the place of the goal, so the same happening differs by where it is told.
    answer_id(outlet, Occasion::Milestone(Milestone::Own(told)))
}
