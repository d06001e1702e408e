//! What was earned: one walk over the sessions, the days and the counts of a goal.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::answered::Past;
use super::milestones::{count_marks, days_marks, session_marks};
use super::{Layer, Mark, Milestone, Occasion, rungs};
use crate::domain::goal::Goal;
use crate::domain::insight::days::Days;
use crate::domain::insight::jewels;
use crate::domain::model::Model;
use crate::domain::review::ReviewKind;
use crate::domain::session::Session;

/// Days between two comebacks that are rewarded, at least.
const COMEBACK_DAYS: i64 = 7;

/// An occasion, when it came, and how many of its layer came before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Earned {
    pub occasion: Occasion,
    pub day: NaiveDate,
    pub at: DateTime<Utc>,
    pub nth: u32,
}

/// What the walk over a goal's records finds.
#[derive(Clone, Debug, Default)]
pub(super) struct Walk {
    /// All but those of sessions, oldest first.
    pub others: Vec<Earned>,
    /// How many occasions each layer has, in the order of [`Layer::ALL`].
    pub counts: [u32; 6],
    pub secs: i64,
    /// Those that were timed or entered; the later part of one that was split is no further one.
    pub sessions: u32,
    pub days_done: u32,
    /// Units of the measure in all.
    pub counted: f64,
    /// "How was it?" of each session that was rated, with its day.
    pub enjoyed: Vec<(NaiveDate, u8)>,
}

/// The first moment of each goal day on which it was done.
#[derive(Clone, Copy, Debug, Default)]
struct DaySeen {
    secs: i64,
    done: Option<DateTime<Utc>>,
}

/// A walk over the sessions of a goal, on its way.
#[derive(Clone)]
pub(super) struct Walker<'a> {
    goal: &'a Goal,
    days: &'a Days,
    seen: Vec<DaySeen>,
    marks: Marks,
    found: Walk,
}

impl<'a> Walker<'a> {
    /// At the first session; the days reach back to where they were first done.
    pub(super) fn of(model: &Model, goal: &'a Goal, days: &'a Days) -> Self {
        let seen = vec![DaySeen::default(); days.as_slice().len()];
        Self { goal, days, seen, marks: Marks::of(model, goal), found: Walk::default() }
    }

    /// The next session of whatever goal, oldest first, and its seconds of focus; the reward of its own that it earned.
    pub(super) fn pass(&mut self, session: &Session, focus: i64) -> Option<Earned> {
        if session.goal != self.goal.id {
            return None;
        }
        let found = &mut self.found;
        let own = session.earned_at().map(|at| {
            let nth = found.counts[Layer::Session.nth()];
            found.counts[Layer::Session.nth()] += 1;
            Earned { occasion: Occasion::Session(session.id), day: session.day, at, nth }
        });
        found.sessions += u32::from(session.part.is_whole());
        found.enjoyed.extend(session.enjoyment.map(|rating| (session.day, rating)));
        self.marks.pass(session, found.secs, focus, found.sessions, &mut found.others);
        found.secs += focus;
        self.pass_day(session, focus);
        own
    }

    fn pass_day(&mut self, session: &Session, focus: i64) {
        let days = self.days.as_slice();
        let Some(first) = days.first() else { return };
        let Ok(nth) = usize::try_from((session.day - first.day).num_days()) else { return };
        let Some(seen) = self.seen.get_mut(nth) else { return };
        seen.done.get_or_insert_with(|| session.ended_at());
        let target = i64::from(days[nth].target_minutes) * 60;
        if target > 0 && seen.secs < target && seen.secs + focus >= target {
            let at = session.moment_of(target - seen.secs);
            self.found.push(Occasion::Day(session.day), session.day, at);
        }
        seen.secs += focus;
    }

    /// At the last session: adds what days, counts and reviews earned; `past` is what the answers say was done.
    pub(super) fn finish(self, model: &Model, past: Past) -> Walk {
        let Self { goal, days, seen, mut found, .. } = self;
        found.days(model, goal, days, &seen, past);
        found.counts(model, goal);
        found.order();
        found
    }
}

/// Marks of focus and of sessions still to come, the nearest last.
#[derive(Clone)]
struct Marks {
    secs: Vec<(i64, Milestone)>,
    hours: i64,
    sessions: Vec<(u32, Milestone)>,
}

impl Marks {
    fn of(model: &Model, goal: &Goal) -> Self {
        let own = || model.milestones.iter().filter(|milestone| milestone.goal == goal.id);
        let mut secs: Vec<(i64, Milestone)> = own()
            .filter_map(|own| match own.mark {
                Mark::Minutes(minutes) => Some((i64::from(minutes) * 60, Milestone::Own(own.id))),
                Mark::Sessions(_) | Mark::Days(_) | Mark::Counts(_) => None,
            })
            .collect();
        let mut sessions: Vec<(u32, Milestone)> =
            session_marks().map(|mark| (mark, Milestone::Sessions(mark))).collect();
        sessions.push((1, Milestone::FirstSession));
        sessions.extend(own().filter_map(|own| match own.mark {
            Mark::Sessions(mark) => Some((mark, Milestone::Own(own.id))),
            Mark::Minutes(_) | Mark::Days(_) | Mark::Counts(_) => None,
        }));
        secs.sort_by(|a, b| b.cmp(a));
        sessions.sort_by(|a, b| b.cmp(a));
        Self { secs, hours: jewels::next_hours(0), sessions }
    }

    /// What a session passes, with so many seconds before it.
    fn pass(&mut self, session: &Session, before: i64, focus: i64, nth: u32, found: &mut Vec<Earned>) {
        let mut push = |milestone, at| {
            found.push(Earned { occasion: Occasion::Milestone(milestone), day: session.day, at, nth: 0 });
        };
        while self.sessions.last().is_some_and(|(mark, _)| *mark <= nth) {
            self.sessions.pop().into_iter().for_each(|(_, milestone)| push(milestone, session.ended_at()));
        }
        while self.hours * 3600 <= before + focus {
            let hours = u32::try_from(self.hours).unwrap_or(u32::MAX);
            push(Milestone::Hours(hours), session.moment_of(self.hours * 3600 - before));
            self.hours = jewels::next_hours(self.hours * 3600);
        }
        while let Some((mark, milestone)) = self.secs.pop_if(|(mark, _)| *mark <= before + focus) {
            push(milestone, session.moment_of(mark - before));
        }
    }
}

impl Walk {
    fn push(&mut self, occasion: Occasion, day: NaiveDate, at: DateTime<Utc>) {
        self.others.push(Earned { occasion, day, at, nth: 0 });
    }

    /// Weeks, months, comebacks and days done.
    fn days(&mut self, model: &Model, goal: &Goal, days: &Days, seen: &[DaySeen], past: Past) {
        let mut marks: Vec<(u32, Milestone)> = own_marks(model, goal, |mark| match mark {
            Mark::Days(days) => Some(days),
            Mark::Minutes(_) | Mark::Sessions(_) | Mark::Counts(_) => None,
        });
        marks.extend(days_marks().map(|mark| (mark, Milestone::Days(mark))));
        marks.sort_by(|a, b| b.cmp(a));
        let reviewed = reviewed(model, goal);
        let (mut week, mut month) = (Period::default(), Period::default());
        let mut comebacks = Comebacks { past, ..Comebacks::default() };
        for (day, seen) in days.iter().zip(seen) {
            let Some(at) = seen.done else {
                comebacks.has_missed |=
                    self.days_done > 0 && day.rest.is_none() && !comebacks.past.has_work_on(day.day);
                continue;
            };
            self.days_done += 1;
            while let Some((_, milestone)) = marks.pop_if(|(mark, _)| *mark <= self.days_done) {
                self.push(Occasion::Milestone(milestone), day.day, at);
            }
            if comebacks.come(day.day) {
                self.push(Occasion::Comeback(day.day), day.day, at);
            }
            if let Some(at) = week.add(model, Layer::Week, day.day, at) {
                self.push(Occasion::Week(week.first), day.day, at);
            }
            if let Some(at) = month.add(model, Layer::Month, day.day, at)
                && let Some((reviewed, on)) = reviewed.get(&month.first)
            {
                self.push(Occasion::Month(month.first), day.day.max(*on), at.max(*reviewed));
            }
        }
    }

    /// Marks of the measure: passed for good while the sum of all counts is not below them again.
    fn counts(&mut self, model: &Model, goal: &Goal) {
        let own = || model.counts.iter().filter(|count| count.goal == goal.id);
        self.counted = own().map(|count| count.amount).sum();
        let mut marks: Vec<(u32, Milestone)> = own_marks(model, goal, |mark| match mark {
            Mark::Counts(units) => Some(units),
            Mark::Minutes(_) | Mark::Sessions(_) | Mark::Days(_) => None,
        });
        marks.extend(count_marks().map(|mark| (mark, Milestone::Counts(mark))));
        marks.retain(|(mark, _)| f64::from(*mark) <= self.counted);
        marks.sort_unstable();
        // From the newest back: the count after which the sum was never below the mark again.
        let mut after = self.counted;
        for count in own().rev() {
            let before = after - count.amount;
            while let Some((_, milestone)) = marks.pop_if(|(mark, _)| f64::from(*mark) > before) {
                self.push(Occasion::Milestone(milestone), count.day, count.at);
            }
            after = before;
        }
    }

    /// Puts them in order of time and numbers them by layer.
    fn order(&mut self) {
        self.others.sort_by_key(|earned| (earned.at, earned.occasion));
        for earned in &mut self.others {
            let count = &mut self.counts[earned.occasion.layer().nth()];
            earned.nth = *count;
            *count += 1;
        }
    }
}

fn own_marks(model: &Model, goal: &Goal, of: impl Fn(Mark) -> Option<u32>) -> Vec<(u32, Milestone)> {
    let own = model.milestones.iter().filter(|milestone| milestone.goal == goal.id);
    own.filter_map(|own| Some((of(own.mark)?, Milestone::Own(own.id)))).collect()
}

/// The months with a finished review, by their first day: when it was finished, and on which day.
fn reviewed(model: &Model, goal: &Goal) -> BTreeMap<NaiveDate, (DateTime<Utc>, NaiveDate)> {
    let own = model.reviews.iter().filter(|review| review.goal == goal.id && review.kind == ReviewKind::Monthly);
    let done = own.filter_map(|review| Some((review.from, (review.modified, review.done?))));
    let mut reviewed = BTreeMap::new();
    for (from, finished) in done {
        let first = reviewed.entry(from).or_insert(finished);
        *first = finished.min(*first);
    }
    reviewed
}

/// Days done of the week or month at hand.
#[derive(Debug, Default)]
struct Period {
    first: NaiveDate,
    last: NaiveDate,
    done: u32,
    need: u32,
    /// The latest moment of its days so far.
    at: DateTime<Utc>,
}

impl Period {
    /// Counts a done day; the moment when it is the one that was still needed.
    fn add(&mut self, model: &Model, layer: Layer, day: NaiveDate, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.done == 0 || day > self.last {
            let [first, last] = rungs::period(model, layer, day);
            let need = rungs::need(&model.rungs, layer, [first, last]);
            *self = Self { first, last, done: 0, need, at };
        }
        self.done += 1;
        self.at = self.at.max(at);
        (self.done == self.need).then_some(self.at)
    }
}

/// Comebacks: the first done day after a missed one, at most one in [`COMEBACK_DAYS`].
#[derive(Debug, Default)]
struct Comebacks {
    has_missed: bool,
    last: Option<NaiveDate>,
    /// Those that were answered keep others away also when their sessions are gone.
    past: Past,
}

impl Comebacks {
    fn come(&mut self, day: NaiveDate) -> bool {
        if !std::mem::take(&mut self.has_missed) {
            return false;
        }
        let is_near = |other: &NaiveDate| *other != day && (day - *other).num_days().abs() < COMEBACK_DAYS;
        if self.last.as_ref().is_some_and(is_near) || self.past.comebacks.iter().any(is_near) {
            return false;
        }
        self.last = Some(day);
        true
    }
}
