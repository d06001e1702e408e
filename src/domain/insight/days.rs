//! Totals per goal day.

use chrono::NaiveDate;

use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::rest::{RestKind, rest_on};
use crate::domain::target::target_on;

/// What one goal day holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Day {
    pub day: NaiveDate,
    pub focus_secs: i64,
    pub sessions: u32,
    /// In the measure's unit.
    pub counted: f64,
    pub target_minutes: u16,
    pub rest: Option<RestKind>,
}

/// Days without holes, oldest first, the last one being today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Days(Vec<Day>);

impl Day {
    /// A day is done when it has a session.
    pub fn is_done(&self) -> bool {
        self.sessions > 0
    }
}

impl Days {
    /// The days of a goal from its first record or start to `today`.
    pub fn of(model: &Model, goal: &Goal, today: NaiveDate) -> Self {
        let sessions = || model.sessions.iter().filter(|session| session.goal == goal.id);
        let counts = || model.counts.iter().filter(|count| count.goal == goal.id);
        let days_seen = sessions().map(|session| session.day).chain(counts().map(|count| count.day));
        let first = days_seen.fold(goal.start_day, NaiveDate::min).min(today);
        let mut days: Vec<Day> = first
            .iter_days()
            .take_while(|day| *day <= today)
            .map(|day| Day {
                day,
                target_minutes: target_on(&model.targets, goal.id, day),
                rest: rest_on(&model.rests, day),
                ..Day::default()
            })
            .collect();
        for session in sessions() {
            if let Some(day) = at(&mut days, first, session.day) {
                day.focus_secs += session.focus_secs();
                day.sessions += 1;
            }
        }
        for count in counts() {
            if let Some(day) = at(&mut days, first, count.day) {
                day.counted += count.amount;
            }
        }
        Self(days)
    }

    /// Days made by hand, for tests and figures.
    pub fn from_days(days: Vec<Day>) -> Self {
        Self(days)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Day> + ExactSizeIterator {
        self.0.iter()
    }

    pub fn as_slice(&self) -> &[Day] {
        &self.0
    }

    /// The last `n` days, today included; fewer when the goal is younger.
    pub fn last(&self, n: usize) -> &[Day] {
        &self.0[self.0.len().saturating_sub(n)..]
    }

    /// One day, if it lies between the first day and today.
    pub fn get(&self, day: NaiveDate) -> Option<&Day> {
        let first = self.0.first()?.day;
        self.0.get(usize::try_from((day - first).num_days()).ok()?)
    }

    /// Today, the last day.
    pub fn today(&self) -> Option<&Day> {
        self.0.last()
    }
}

fn at(days: &mut [Day], first: NaiveDate, day: NaiveDate) -> Option<&mut Day> {
    days.get_mut(usize::try_from((day - first).num_days()).ok()?)
}
