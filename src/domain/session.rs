//! Sessions: timed stretches of work on the goal, as they are kept.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::records::Record;
use super::time::shifted;

mod edit;
#[cfg(test)]
mod tests;

pub use edit::apply;
pub(super) use edit::free_of_overlap;

/// Shortest session that leaves a trace by itself, in seconds of focus.
pub const MIN_SESSION_SECS: i64 = 60;
/// Longest focus of one record, in seconds; more is a clock that ran wild.
pub const MAX_SESSION_SECS: i64 = 16 * 3600;
/// Most whole days between a session's start and the goal day it belongs to: zone and day start move it by less.
pub const MAX_DAY_SHIFT: i64 = 2;
/// Most lines of "what got done".
pub const MAX_DONE_LINES: usize = 50;

/// One finished stretch of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub id: Uuid,
    pub goal: Uuid,
    pub started: DateTime<Utc>,
    /// The zone's offset where it was made, in seconds east of UTC.
    pub offset_secs: i32,
    /// The goal day it belongs to, fixed when it started.
    pub day: NaiveDate,
    pub planned_secs: u32,
    /// Real focus, in order, not overlapping.
    pub intervals: Vec<Interval>,
    pub ended: Ended,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub intention: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// 1 hard … 5 easy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ease: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motivation_before: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motivation_after: Option<u8>,
    /// The environment items that were checked for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environment: Vec<Uuid>,
    /// How good it was to do, 1–5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enjoyment: Option<u8>,
    /// The reward that was chosen for it before its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_reward: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Part::is_whole")]
    pub part: Part,
    #[serde(default, skip_serializing_if = "ClockState::is_steady")]
    pub clock: ClockState,
    pub modified: DateTime<Utc>,
}

/// A stretch of focus, UTC; `end` is never before `start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ended {
    /// The planned time was reached.
    Earned,
    /// Finished before the planned time: partial credit.
    Early,
    /// Closed at the last moment known alive, after a gap or a crash.
    Interrupted,
    /// Entered afterwards.
    Added,
}

/// Whether the computer's clock was steady during the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockState {
    #[default]
    Steady,
    /// The clock was set back meanwhile; the stamps go on from before.
    Adjusted,
}

/// Whether it is a session as it was timed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// All of it, or its beginning.
    #[default]
    Whole,
    /// The later part of one that was split: its reward stays with the beginning.
    Later,
}

/// What can be done with finished sessions.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionAction {
    /// Enters a past session of the active goal.
    Add {
        started: DateTime<Utc>,
        offset_secs: i32,
        focus_secs: i64,
        note: String,
    },
    /// Moves a session or changes its length.
    SetTimes {
        id: Uuid,
        started: DateTime<Utc>,
        offset_secs: i32,
        focus_secs: i64,
    },
    /// Changes one field.
    Set {
        id: Uuid,
        field: SessionField,
    },
    /// Cuts a session in two after some seconds of focus.
    Split {
        id: Uuid,
        after_secs: i64,
    },
    Delete {
        id: Uuid,
    },
    /// Keeps a session that was too short to leave a trace by itself.
    Keep(Box<Session>),
}

/// One field of a session with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionField {
    Intention(String),
    Done(Vec<String>),
    Next(String),
    Note(String),
    Proof(String),
    Ease(Option<u8>),
    Energy(Option<u8>),
    MotivationBefore(Option<u8>),
    MotivationAfter(Option<u8>),
    Enjoyment(Option<u8>),
}

impl Interval {
    /// Its length in seconds, never negative.
    pub fn secs(&self) -> i64 {
        (self.end - self.start).num_seconds().max(0)
    }
}

impl ClockState {
    /// Nothing to say about the clock.
    pub fn is_steady(&self) -> bool {
        *self == Self::Steady
    }
}

impl Part {
    pub fn is_whole(&self) -> bool {
        *self == Self::Whole
    }
}

impl Session {
    /// Seconds of focus: the sum of its intervals.
    pub fn focus_secs(&self) -> i64 {
        self.intervals.iter().map(Interval::secs).sum()
    }

    /// Focus beyond the plan, in seconds.
    pub fn overtime_secs(&self) -> i64 {
        (self.focus_secs() - i64::from(self.planned_secs)).max(0)
    }

    /// The moment at which its focus reached so many seconds; its end where it has less.
    pub fn moment_of(&self, focus_secs: i64) -> DateTime<Utc> {
        let mut left = focus_secs;
        for interval in &self.intervals {
            let secs = interval.secs();
            if left <= secs {
                return shifted(interval.start, left.max(0));
            }
            left -= secs;
        }
        self.ended_at()
    }

    /// When its planned end was reached, if it was: what was entered by hand, ended early or cut off earns nothing.
    pub fn earned_at(&self) -> Option<DateTime<Utc>> {
        let earns = self.ended == Ended::Earned && self.part.is_whole();
        earns.then(|| self.moment_of(i64::from(self.planned_secs)))
    }

    /// The end of its last interval.
    pub fn ended_at(&self) -> DateTime<Utc> {
        self.intervals.last().map_or(self.started, |interval| interval.end)
    }
}

impl Record for Session {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.started
    }
}
