//! What the running session's stamps say.

use chrono::{DateTime, Utc};

use super::{Phase, Running};
use crate::domain::reward::RewardState;
use crate::domain::session::{ClockState, Ended, Interval, Session};
use crate::domain::time::{Now, shifted};

impl Running {
    /// Seconds of focus up to `now`: closed intervals and the open one.
    pub fn focus_secs(&self, now: Now) -> i64 {
        let open = match self.phase {
            Phase::Focusing { since } => (self.at(now) - since).num_seconds().max(0),
            Phase::Paused | Phase::Asking { .. } => 0,
        };
        self.closed_secs() + open
    }

    /// Seconds of the plan still to go; 0 in overtime.
    pub fn left_secs(&self, now: Now) -> i64 {
        (i64::from(self.planned_secs) - self.focus_secs(now)).max(0)
    }

    /// Focus beyond the plan, in seconds.
    pub fn overtime_secs(&self, now: Now) -> i64 {
        (self.focus_secs(now) - i64::from(self.planned_secs)).max(0)
    }

    /// When the plan will be reached by the computer's clock, if the session goes on unbroken.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        let Phase::Focusing { since } = self.phase else { return None };
        let left = i64::from(self.planned_secs) - self.closed_secs();
        Some(shifted(since, left.saturating_sub(self.ahead_secs)))
    }

    pub(super) fn closed_secs(&self) -> i64 {
        self.intervals.iter().map(Interval::secs).sum()
    }

    /// The session's own time: never behind a moment it has already stamped.
    pub(super) fn at(&self, now: Now) -> DateTime<Utc> {
        shifted(now.utc, self.ahead_secs).max(self.floor())
    }

    /// The latest moment already stamped.
    pub(super) fn floor(&self) -> DateTime<Utc> {
        match self.phase {
            Phase::Focusing { since } => since,
            Phase::Paused | Phase::Asking { .. } => self.intervals.last().map_or(self.started, |interval| interval.end),
        }
    }

    /// Closes the open interval at a moment of the session's own time.
    pub(super) fn close_at(&mut self, end: DateTime<Utc>) {
        if let Phase::Focusing { since } = self.phase {
            if end > since {
                self.intervals.push(Interval { start: since, end });
            }
            self.phase = Phase::Paused;
        }
    }

    pub(super) fn into_session(self, ended: Ended, now: Now) -> Session {
        let reward = if self.earned.is_some() { RewardState::Earned } else { RewardState::None };
        Session {
            id: self.id,
            goal: self.goal,
            started: self.started,
            offset_secs: self.offset_secs,
            day: self.day,
            planned_secs: self.planned_secs,
            intervals: self.intervals,
            ended,
            intention: self.intention,
            done: Vec::new(),
            next: String::new(),
            note: String::new(),
            proof: String::new(),
            ease: None,
            energy: None,
            motivation_before: None,
            motivation_after: None,
            environment: self.environment,
            reward,
            clock: if self.ahead_secs > 0 { ClockState::Adjusted } else { ClockState::Steady },
            modified: now.utc,
        }
    }
}
