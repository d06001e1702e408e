//! The target line: where the count should be on each day, and what that leaves to do (evidence.md §4).
//!
//! The idea of a line with safe days is Beeminder's; here nothing is at stake: who is below it sees the pace from here.

use chrono::NaiveDate;

use super::days::Days;
use crate::domain::goal::Goal;

#[cfg(test)]
mod tests;

/// The tenths of days whose swing is no larger than the typical one.
const SWING_TENTHS: usize = 9;
/// Safe days are looked for so far ahead, about 200 years.
const MOST_SAFE_DAYS: u32 = 73_050;

/// One stretch of a line, by two of its end in days, the value there, and the rate a day: the third follows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stretch {
    ToValueOn { day: f64, value: f64 },
    AtRateUntil { day: f64, rate: f64 },
    AtRateTo { value: f64, rate: f64 },
}

/// A line of straight stretches over days from its first point; level before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// (day, value) in order of days, at least one.
    points: Vec<(f64, f64)>,
}

/// How far the goal's count is along the line from its start to its total on the target date.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// Day 0 of the line, where it is 0.
    pub start: NaiveDate,
    pub target_date: NaiveDate,
    pub total: f64,
    pub line: Line,
    /// Today's day on the line.
    pub day: f64,
    /// What is counted so far.
    pub counted: f64,
    /// Counted less what the line asks for today; below zero when it is behind.
    pub delta: f64,
    /// Whole days on which nothing need be counted; none once the total is reached.
    pub safe_days: Option<u32>,
    /// The pace of its last stretch, a day.
    pub pace: f64,
    /// The pace a day that still reaches the total in time; none on the target date and after it.
    pub pace_needed: Option<f64>,
    /// How far a day typically lies off the pace; none before the first day is over.
    pub swing: Option<f64>,
    /// The day from which an easier aim that is decided will hold.
    pub turns_on: Option<NaiveDate>,
}

impl Line {
    /// Chains stretches from a first point; none when one of them never ends or goes back in time.
    pub fn of(first: (f64, f64), stretches: &[Stretch]) -> Option<Self> {
        let mut points = vec![first];
        let (mut day, mut value) = first;
        for stretch in stretches {
            (day, value) = match *stretch {
                Stretch::ToValueOn { day, value } => (day, value),
                Stretch::AtRateUntil { day: end, rate } => (end, value + rate * (end - day)),
                Stretch::AtRateTo { value: end, rate } => (day + (end - value) / rate, end),
            };
            let before = points.last().map_or(day, |last| last.0);
            if !(day.is_finite() && value.is_finite() && day >= before) {
                return None;
            }
            points.push((day, value));
        }
        Some(Self { points })
    }

    /// The points where stretches meet, as (day, value).
    pub fn points(&self) -> &[(f64, f64)] {
        &self.points
    }

    /// The pace of the last stretch, a day; 0 where it takes no time.
    fn last_pace(&self) -> f64 {
        match self.points.as_slice() {
            [.., (d0, v0), (d1, v1)] if d1 > d0 => (v1 - v0) / (d1 - d0),
            _ => 0.0,
        }
    }

    /// The value on a day.
    pub fn at(&self, day: f64) -> f64 {
        let after = self.points.partition_point(|point| point.0 <= day);
        match (after.checked_sub(1).map(|before| self.points[before]), self.points.get(after).copied()) {
            (Some((d0, v0)), Some((d1, v1))) => v0 + (v1 - v0) * (day - d0) / (d1 - d0),
            (Some((_, value)), None) | (None, Some((_, value))) => value,
            (None, None) => 0.0,
        }
    }

    /// How far `value` lies above the line on a day.
    pub fn delta(&self, day: f64, value: f64) -> f64 {
        value - self.at(day)
    }

    /// The same up to a day, and from a value on that day straight on to another point, which is not earlier.
    #[must_use]
    pub fn turned(&self, from: (f64, f64), to: (f64, f64)) -> Self {
        let before = self.points.iter().copied().filter(|point| point.0 < from.0);
        let mut points: Vec<(f64, f64)> = before.chain([(from.0, self.at(from.0)), from, to]).collect();
        points.dedup();
        Self { points }
    }

    /// The fewest whole days after which the line lies above `value`; none when it never does.
    pub fn safe_days(&self, day: f64, value: f64) -> Option<u32> {
        let last = self.points.last().map_or(day, |last| last.0);
        let ahead = (last - day).ceil().clamp(0.0, f64::from(MOST_SAFE_DAYS)) as u32;
        (0..=ahead).find(|days| value < self.at(day + f64::from(*days)))
    }

    /// What is still to be counted by the day `in_days` from `day`, 0 for that day itself.
    pub fn due(&self, day: f64, value: f64, in_days: u32) -> f64 {
        (self.at(day + f64::from(in_days)) - value).max(0.0)
    }

    /// The typical swing of values over days, (day, value) in order of days: nine in ten steps lie no further than this
    /// off the line's own step, a day. None with fewer than two values.
    pub fn typical_swing(&self, values: &[(f64, f64)]) -> Option<f64> {
        let off = |pair: &[(f64, f64)]| {
            let days = pair[1].0 - pair[0].0;
            let step = (pair[1].1 - pair[0].1) - (self.at(pair[1].0) - self.at(pair[0].0));
            (days > 0.0).then(|| step.abs() / days)
        };
        let mut swings: Vec<f64> = values.windows(2).filter_map(off).collect();
        swings.sort_by(f64::total_cmp);
        let nth = (SWING_TENTHS * swings.len()).div_ceil(10);
        swings.get(nth.checked_sub(1)?).copied()
    }
}

/// The line through all that the goal aimed at, day 0 being its first; none before there was a total with a date after it.
///
/// An aim from the first day on begins at 0, and what was counted before that counts too. A first aim set later, one after
/// days without any and one after the date had come begin at what was counted by then. Any other goes on where the line was.
pub fn line(goal: &Goal, days: &Days) -> Option<Line> {
    let on_line = |day: NaiveDate| (day - goal.start_day).num_days() as f64;
    let before = |day: NaiveDate| days.iter().take_while(|one| one.day < day).map(|one| one.counted).sum::<f64>();
    // The line, and the day on which what was aimed at last ends.
    let (mut line, mut until): (Option<Line>, f64) = (None, 0.0);
    for aim in goal.aims_in_order() {
        let at = on_line(aim.from).max(0.0);
        let Some((total, date)) = aim.end() else {
            line = line.map(|line| line.turned((at, line.at(at)), (at, line.at(at))));
            until = at;
            continue;
        };
        let end = on_line(date);
        let value = match &line {
            Some(line) if at < until => line.at(at),
            _ if at > 0.0 => before(aim.from),
            _ => 0.0,
        };
        let from = (at, value.min(total));
        line = match line {
            Some(line) => Some(line.turned(from, (end.max(at), total))),
            None if end > at => Line::of(from, &[Stretch::ToValueOn { day: end, value: total }]),
            None => None,
        };
        until = end;
    }
    line
}

impl TargetLine {
    /// The line of a goal with a total and a target date; `days` are the goal's own.
    pub fn of(goal: &Goal, days: &Days) -> Option<Self> {
        let (total, target_date) = (goal.measure.as_ref()?.total?, goal.target_date?);
        let today = days.today()?.day;
        let start = goal.start_day;
        let on_line = |day: NaiveDate| (day - start).num_days() as f64;
        let (end, day) = (on_line(target_date), on_line(today));
        let line = line(goal, days)?;
        let (mut counted, first) = (0.0, line.points.first()?.0);
        let mut values = Vec::with_capacity(days.iter().len());
        for past in days.iter() {
            counted += past.counted;
            values.push((on_line(past.day), counted));
        }
        counted += days.elsewhere().counted;
        // Today is not over: it says nothing of how far days swing.
        let over: Vec<(f64, f64)> = values[..values.len() - 1].iter().copied().filter(|(at, _)| *at >= first).collect();
        Some(Self {
            start,
            target_date,
            total,
            day,
            counted,
            delta: line.delta(day, counted),
            safe_days: line.safe_days(day, counted),
            pace: line.last_pace(),
            pace_needed: (day < end).then(|| (total - counted).max(0.0) / (end - day)),
            swing: line.typical_swing(&over),
            turns_on: goal.coming_aim(today).map(|aim| aim.from),
            line,
        })
    }

    /// What the line asks for on a day; none before it begins.
    pub fn on(&self, day: NaiveDate) -> Option<f64> {
        let day = (day - self.start).num_days() as f64;
        self.line.points.first().filter(|first| first.0 <= day).map(|_| self.line.at(day))
    }

    /// What is still to be counted by the end of the day `in_days` from today.
    pub fn due(&self, in_days: u32) -> f64 {
        self.line.due(self.day, self.counted, in_days)
    }
}
