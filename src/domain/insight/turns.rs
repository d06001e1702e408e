//! The sessions of a goal as the figures need them, side by side: the records lie far apart in memory, so that one walk over
//! them serves all.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::session::Session;

/// What a session adds to the spring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub session: Uuid,
    pub day: NaiveDate,
    /// Seconds of focus.
    pub secs: i64,
    pub ended: DateTime<Utc>,
    /// 1 hard … 5 easy.
    pub ease: Option<u8>,
}

impl Turn {
    fn of(session: &Session) -> Self {
        Self {
            session: session.id,
            day: session.day,
            secs: session.focus_secs(),
            ended: session.ended_at(),
            ease: session.ease,
        }
    }
}

/// The turns of a goal, oldest first.
pub fn turns(model: &Model, goal: &Goal) -> Vec<Turn> {
    model.sessions.iter().filter(|session| session.goal == goal.id).map(Turn::of).collect()
}
