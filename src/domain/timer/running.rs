//! What the running session's stamps say.

use chrono::{DateTime, Utc};

use super::{Phase, Running};
use crate::domain::session::{ClockState, Ended, Interval, Part, Session};
use crate::domain::time::{Now, offset_from_secs, shifted};

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

    /// The session that it will be if it goes on unbroken to the end of its plan, or that it is if that was reached.
    pub(in crate::domain) fn at_zero(&self) -> Session {
        let mut ending = self.clone();
        let left = i64::from(self.planned_secs) - self.closed_secs();
        match self.phase {
            Phase::Focusing { since } => ending.close_at(shifted(since, left.max(0))),
            Phase::Paused | Phase::Asking { .. } if left > 0 => {
                let start = ending.floor();
                ending.intervals.push(Interval { start, end: shifted(start, left) });
            }
            Phase::Paused | Phase::Asking { .. } => {}
        }
        let end = ending.floor();
        ending.into_session(Ended::Earned, Now::new(end, offset_from_secs(self.offset_secs), 0))
    }

    pub(super) fn into_session(self, ended: Ended, now: Now) -> Session {
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
            enjoyment: None,
            chosen_reward: self.chosen_reward,
            part: Part::Whole,
            clock: if self.ahead_secs > 0 { ClockState::Adjusted } else { ClockState::Steady },
            modified: now.utc,
        }
    }
}
