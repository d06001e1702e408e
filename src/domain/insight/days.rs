//! Totals per goal day.

use chrono::NaiveDate;

use super::turns::{Turn, turns};
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::records::Records;
use crate::domain::rest::{Rest, RestKind};
use crate::domain::target::Target;

/// Days shown at most, about 200 years: a record with a senseless date must not fill the memory.
pub const MAX_DAYS: u64 = 73_050;

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
pub struct Days {
    days: Vec<Day>,
    /// What records dated after today hold, made while the clock was wrong or beyond the date line.
    elsewhere: Day,
}

impl Day {
    /// A day is done when it has a session.
    pub fn is_done(&self) -> bool {
        self.sessions > 0
    }
}

impl Days {
    /// The days of a goal from its first record or start to `today`, at most [`MAX_DAYS`].
    pub fn of(model: &Model, goal: &Goal, today: NaiveDate) -> Self {
        Self::with(model, goal, &turns(model, goal), today)
    }

    /// The same for whoever has the goal's turns already.
    pub(super) fn with(model: &Model, goal: &Goal, sessions: &[Turn], today: NaiveDate) -> Self {
        let counts = || model.counts.iter().filter(|count| count.goal == goal.id);
        let days_seen = sessions.iter().map(|turn| turn.day).chain(counts().map(|count| count.day));
        let mut days = Self::blank(model, goal, days_seen.min(), today);
        for turn in sessions {
            let day = days.at(turn.day);
            day.focus_secs += turn.secs;
            day.sessions += 1;
        }
        for count in counts() {
            days.at(count.day).counted += count.amount;
        }
        days
    }

    /// The days of a goal with their targets and rests alone, from `first` or its start to `today`, at most [`MAX_DAYS`].
    pub fn blank(model: &Model, goal: &Goal, first: Option<NaiveDate>, today: NaiveDate) -> Self {
        let oldest = today.checked_sub_days(chrono::Days::new(MAX_DAYS - 1)).unwrap_or(NaiveDate::MIN);
        let first = first.map_or(goal.start_day, |first| first.min(goal.start_day)).clamp(oldest, today);
        let days = first.iter_days().take_while(|day| *day <= today).map(|day| Day { day, ..Day::default() });
        let mut days = Self { days: days.collect(), elsewhere: Day::default() };
        days.set_targets(&model.targets, goal);
        days.set_pauses(goal, first, today);
        days.set_rests(&model.rests, first, today);
        days
    }

    /// Days made by hand, for tests and figures.
    pub fn from_days(days: Vec<Day>) -> Self {
        Self { days, elsewhere: Day::default() }
    }

    /// What lies on no day shown: records dated after today, or more than [`MAX_DAYS`] ago.
    pub fn elsewhere(&self) -> &Day {
        &self.elsewhere
    }

    /// The same as [`target_on`](crate::domain::target::target_on) for each day, in one walk.
    fn set_targets(&mut self, targets: &Records<Target>, goal: &Goal) {
        let mut segments: Vec<&Target> = targets.iter().filter(|target| target.goal == goal.id).collect();
        segments.sort_by_key(|target| (target.from, target.made, target.id));
        let (mut coming, mut minutes) = (segments.into_iter().peekable(), 0);
        for day in &mut self.days {
            while let Some(target) = coming.next_if(|target| target.from <= day.day) {
                minutes = target.minutes;
            }
            day.target_minutes = minutes;
        }
    }

    /// The days on which the goal was closed are rests, for this goal alone.
    fn set_pauses(&mut self, goal: &Goal, first: NaiveDate, today: NaiveDate) {
        for pause in &goal.pauses {
            for day in pause.from.max(first).iter_days().take_while(|day| *day <= pause.to.min(today)) {
                self.at(day).rest = Some(RestKind::Rest);
            }
        }
    }

    /// The same as [`rest_on`](crate::domain::rest::rest_on) for each day: newer marks over older ones.
    fn set_rests(&mut self, rests: &Records<Rest>, first: NaiveDate, today: NaiveDate) {
        for rest in rests.iter() {
            for day in rest.from.max(first).iter_days().take_while(|day| *day <= rest.to.min(today)) {
                self.at(day).rest = Some(rest.kind);
            }
        }
    }

    fn at(&mut self, day: NaiveDate) -> &mut Day {
        let first = self.days.first().map_or(day, |first| first.day);
        let nth = usize::try_from((day - first).num_days()).ok();
        nth.and_then(|nth| self.days.get_mut(nth)).unwrap_or(&mut self.elsewhere)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Day> + ExactSizeIterator {
        self.days.iter()
    }

    pub fn as_slice(&self) -> &[Day] {
        &self.days
    }

    /// The last `n` days, today included; fewer when the goal is younger.
    pub fn last(&self, n: usize) -> &[Day] {
        &self.days[self.days.len().saturating_sub(n)..]
    }

    /// One day, if it lies between the first day and today.
    pub fn get(&self, day: NaiveDate) -> Option<&Day> {
        let first = self.days.first()?.day;
        self.days.get(usize::try_from((day - first).num_days()).ok()?)
    }

    /// Today, the last day.
    pub fn today(&self) -> Option<&Day> {
        self.days.last()
    }
}

#[cfg(test)]
mod tests;
