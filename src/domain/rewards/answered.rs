//! The answers of a goal beside what its records earn: which of it is answered, and what an answer stands for.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::answers::{Answer, GrantState};
use super::earned::Earned;
use super::{Milestone, Occasion};
use crate::domain::model::Model;

/// The answers of a goal, to be found by their occasion.
#[derive(Debug, Default)]
pub(super) struct Answers<'a> {
    /// By layer in the order of [`Layer::ALL`](super::Layer::ALL), each in the order of occasions.
    layers: [Vec<(Occasion, &'a Answer)>; 6],
    /// Where in each layer the next one asked for is likely to be.
    cursors: [usize; 6],
    /// Occasions for which an answer to another one stands.
    stood_for: BTreeSet<Occasion>,
    /// Days on which something was earned that was answered, in order.
    worked: Vec<NaiveDate>,
    /// Sums over all of them, by layer.
    pub sums: [Answered; 6],
    /// Those of a day on which they are asked for one by one.
    pub listed: Vec<&'a Answer>,
}

/// What was answered in a layer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Answered {
    pub claimed: u32,
    pub skipped: u32,
    pub rated: u32,
    /// Sum of the ratings.
    pub good: u32,
}

impl Answered {
    fn add(&mut self, answer: &Answer) {
        self.claimed += u32::from(answer.state == GrantState::Claimed);
        self.skipped += u32::from(answer.state == GrantState::Skipped);
        self.rated += u32::from(answer.good.is_some());
        self.good += u32::from(answer.good.unwrap_or(0));
    }
}

impl<'a> Answers<'a> {
    /// Those of a goal; from a day on they are listed. O(answers), in one walk: with those of many years the records are
    /// what takes the time.
    pub(super) fn of(model: &'a Model, goal: Uuid, from: NaiveDate) -> Self {
        let mut found = Self::default();
        let week_start = model.settings.week_start;
        for answer in model.answers.iter().filter(|answer| answer.goal == goal) {
            let nth = answer.layer().nth();
            found.layers[nth].push((answer.occasion.by_weeks_from(week_start), answer));
            found.sums[nth].add(answer);
            if answer.day >= from {
                found.listed.push(answer);
            }
            if is_work(answer.occasion) && found.worked.last() != Some(&answer.day) {
                found.worked.push(answer.day);
            }
        }
        // Mostly in order already, which is fast.
        found.layers.iter_mut().for_each(|layer| layer.sort_by_key(|(occasion, _)| *occasion));
        found.worked.sort_unstable();
        found
    }

    /// Whether an occasion was answered, or another answer stands for it; fast when they are asked for in their order.
    pub(super) fn has(&mut self, occasion: Occasion) -> bool {
        self.place(occasion).is_some() || self.stood_for.contains(&occasion)
    }

    /// Where in its layer the answer to an occasion is.
    fn place(&mut self, occasion: Occasion) -> Option<usize> {
        let nth = occasion.layer().nth();
        let (layer, cursor) = (&self.layers[nth], &mut self.cursors[nth]);
        let at = match layer.get(*cursor) {
            Some((next, _)) if *next == occasion => *cursor,
            _ => layer.binary_search_by_key(&occasion, |(other, _)| *other).ok()?,
        };
        *cursor = at + 1;
        Some(at)
    }

    /// Lets each answer to a day, week, month or comeback that the records no longer earn stand for one of the same kind
    /// that waits and was earned by the time it was given: the nearest. Moving what was done to another day earns nothing
    /// twice, and what is earned after an answer is never touched by it. `earned` is what the records earn.
    pub(super) fn stand_in<'b>(&mut self, earned: impl Iterator<Item = &'b Earned> + Clone) {
        let mut gone = self.gone(earned.clone());
        if gone.is_empty() {
            return;
        }
        // By when they were given: what an early one may stand for, later ones may as well.
        gone.sort_by_key(|answer| (answer.answered, answer.occasion));
        let mut waiting: [Waiting; 6] = Default::default();
        for earned in earned.filter(|earned| has_place(earned.occasion)) {
            if self.place(earned.occasion).is_none() {
                waiting[earned.occasion.layer().nth()].insert((earned.at, earned.occasion));
            }
        }
        for answer in gone {
            let waiting = &mut waiting[answer.layer().nth()];
            if let Some(stood_for) = nearest(waiting, answer) {
                waiting.remove(&stood_for);
                self.stood_for.insert(stood_for.1);
            }
        }
    }

    /// The answers to what has its place in the calendar and is earned no more.
    fn gone<'b>(&mut self, earned: impl Iterator<Item = &'b Earned>) -> Vec<&'a Answer> {
        let mut is_earned = self.layers.each_ref().map(|layer| vec![false; layer.len()]);
        for earned in earned.filter(|earned| has_place(earned.occasion)) {
            if let Some(at) = self.place(earned.occasion) {
                is_earned[earned.occasion.layer().nth()][at] = true;
            }
        }
        let all = self.layers.iter().flatten().zip(is_earned.into_iter().flatten());
        let gone = all.filter(|((occasion, _), is_earned)| !is_earned && has_place(*occasion));
        gone.map(|((_, answer), _)| *answer).collect()
    }

    /// What the answers say was done.
    pub(super) fn past(&mut self) -> Past {
        let comebacks = self.layers.iter().flatten().filter_map(|(occasion, _)| match occasion {
            Occasion::Comeback(day) => Some(*day),
            _ => None,
        });
        Past { comebacks: comebacks.collect(), worked: std::mem::take(&mut self.worked) }
    }
}

/// Occasions that wait, by when they were earned.
type Waiting = BTreeSet<(DateTime<Utc>, Occasion)>;

/// The one that was earned nearest to what an answer was given to, and not after it was given.
fn nearest(waiting: &Waiting, answer: &Answer) -> Option<(DateTime<Utc>, Occasion)> {
    let from = (answer.earned.min(answer.answered), Occasion::Session(Uuid::nil()));
    let before = waiting.range(..from).next_back();
    let after = waiting.range(from..).next().filter(|(at, _)| *at <= answer.answered);
    before.into_iter().chain(after).min_by_key(|(at, _)| (*at - answer.earned).abs()).copied()
}

/// Whether an occasion has its place in the calendar, so that what earns it can be moved to another place.
fn has_place(occasion: Occasion) -> bool {
    match occasion {
        Occasion::Comeback(_) | Occasion::Day(_) | Occasion::Week(_) | Occasion::Month(_) => true,
        Occasion::Session(_) | Occasion::Milestone(_) => false,
    }
}

/// Whether an occasion comes on a day with a session alone: months come with a review, counts by themselves.
fn is_work(occasion: Occasion) -> bool {
    match occasion {
        Occasion::Session(_) | Occasion::Comeback(_) | Occasion::Day(_) | Occasion::Week(_) => true,
        Occasion::Month(_) => false,
        Occasion::Milestone(milestone) => match milestone {
            Milestone::FirstSession | Milestone::Hours(_) | Milestone::Sessions(_) | Milestone::Days(_) => true,
            Milestone::Counts(_) | Milestone::Own(_) => false,
        },
    }
}

/// What the answers of a goal say was done, whatever became of the sessions.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    /// Days of comebacks that were answered.
    pub comebacks: BTreeSet<NaiveDate>,
    /// Days on which something was earned that was answered, in order.
    worked: Vec<NaiveDate>,
}

impl Past {
    /// Whether something was earned by work on a day that was answered: no such day was missed.
    pub(super) fn has_work_on(&self, day: NaiveDate) -> bool {
        self.worked.binary_search(&day).is_ok()
    }
}
