//! What earns a reward.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Layer;
use crate::domain::time::WeekStart;

/// What earns. Each is there once for a goal, so that nothing is earned twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Occasion {
    /// A session that reached its planned end.
    Session(Uuid),
    /// The first day done after a missed one.
    Comeback(NaiveDate),
    /// A day on which the target was met.
    Day(NaiveDate),
    /// A week, by its first day.
    Week(NaiveDate),
    /// A month, by its first day.
    Month(NaiveDate),
    Milestone(Milestone),
}

/// A mark that the goal passes once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Milestone {
    FirstSession,
    /// Hours of focus in all.
    Hours(u32),
    Sessions(u32),
    /// Days done, not necessarily in a row.
    Days(u32),
    /// Units of the measure in all.
    Counts(u32),
    /// One of the user's own, by its id.
    Own(Uuid),
}

impl Occasion {
    /// The layer whose rewards it earns.
    pub fn layer(self) -> Layer {
        match self {
            Self::Session(_) => Layer::Session,
            Self::Comeback(_) => Layer::Comeback,
            Self::Day(_) => Layer::Day,
            Self::Week(_) => Layer::Week,
            Self::Month(_) => Layer::Month,
            Self::Milestone(_) => Layer::Milestone,
        }
    }

    /// The same with a week as it is cut now: the one that shares most days with it, should weeks have started on
    /// another day before.
    #[must_use]
    pub fn by_weeks_from(self, week_start: WeekStart) -> Self {
        match self {
            Self::Week(first) => {
                let middle = first.checked_add_days(chrono::Days::new(3)).unwrap_or(first);
                Self::Week(week_start.first_day_of(middle))
            }
            other => other,
        }
    }
}
