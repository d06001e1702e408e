//! Grants: what was earned, with the reward it is and what became of it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::answered::{Answered, Answers};
use super::answers::{Answer, GrantState, hash};
use super::badges::Seen;
use super::earned::{Earned, Walk, Walker};
use super::{Layer, Milestone, Occasion, Reward};
use crate::domain::environment::Opens;
use crate::domain::goal::Goal;
use crate::domain::insight::days::Days;
use crate::domain::model::Model;

/// Which reward of a layer it is, where there is more than one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Pick {
    /// Each in turn, in the order they were written.
    #[default]
    Rotate,
    /// By a draw in which each has the same odds.
    Surprise,
}

/// One that was earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub occasion: Occasion,
    /// The goal day it was earned on.
    pub day: NaiveDate,
    pub earned: DateTime<Utc>,
    /// The reward it is; of an answered one that may be gone.
    pub reward: Option<Uuid>,
    pub words: String,
    pub minutes: u16,
    pub opens: Option<Opens>,
    pub state: GrantState,
    /// How good it was, 1–5.
    pub good: Option<u8>,
    pub answered: Option<DateTime<Utc>>,
}

impl Grant {
    pub fn layer(&self) -> Layer {
        self.occasion.layer()
    }

    /// What an answer holds.
    pub(super) fn answered(model: &Model, answer: &Answer) -> Self {
        let reward = answer.reward.and_then(|id| model.rewards.get(id));
        Self {
            occasion: answer.occasion,
            day: answer.day,
            earned: answer.earned,
            reward: answer.reward,
            words: answer.words.clone(),
            minutes: answer.minutes,
            opens: reward.and_then(|reward| reward.opens.clone()),
            state: answer.state,
            good: answer.good,
            answered: Some(answer.answered),
        }
    }

    fn waiting(earned: Earned, reward: &Reward) -> Self {
        Self {
            occasion: earned.occasion,
            day: earned.day,
            earned: earned.at,
            reward: Some(reward.id),
            words: reward.words.clone(),
            minutes: reward.minutes,
            opens: reward.opens.clone(),
            state: GrantState::Earned,
            good: None,
            answered: None,
        }
    }
}

/// The rewards by layer, to find the one an occasion gives.
pub(super) struct Ladder<'a> {
    goal: Uuid,
    pick: Pick,
    /// In the order they were written, those put away included; those of own milestones stand apart.
    layers: [Vec<&'a Reward>; 6],
    own: Vec<&'a Reward>,
    /// When each own milestone was made.
    made: Vec<(Uuid, DateTime<Utc>)>,
}

impl<'a> Ladder<'a> {
    pub(super) fn of(model: &'a Model, goal: &Goal) -> Self {
        let mut layers: [Vec<&Reward>; 6] = Default::default();
        let mut own = Vec::new();
        for reward in model.rewards.iter() {
            let list = if reward.milestone.is_some() { &mut own } else { &mut layers[reward.layer.nth()] };
            list.push(reward);
        }
        let made = model.milestones.iter().map(|milestone| (milestone.id, milestone.made)).collect();
        Self { goal: goal.id, pick: model.settings.reward_pick, layers, own, made }
    }

    /// Whether an occasion of a layer that comes at a moment gives anything.
    pub(super) fn gives(&self, layer: Layer, at: DateTime<Utc>) -> bool {
        self.layers[layer.nth()].iter().any(|reward| reward.is_there(at))
    }

    /// The reward of an occasion: the chosen one, or the one whose turn it is, or the one drawn.
    pub(super) fn reward(&self, earned: &Earned, chosen: Option<Uuid>) -> Option<&'a Reward> {
        let is_there = |reward: &&&Reward| reward.is_there(earned.at);
        let mut list = &self.layers[earned.occasion.layer().nth()];
        if let Occasion::Milestone(Milestone::Own(id)) = earned.occasion {
            // What was passed before it was set is no milestone on the way.
            let made = self.made.iter().find(|(own, _)| *own == id).map(|(_, made)| *made);
            if made.is_none_or(|made| made > earned.at) {
                return None;
            }
            let first = self.own.iter().find(|reward| reward.milestone == Some(id) && reward.is_there(earned.at));
            if let Some(own) = first {
                return Some(own);
            }
            list = &self.layers[Layer::Milestone.nth()];
        }
        if let Some(chosen) = list.iter().filter(is_there).find(|reward| Some(reward.id) == chosen) {
            return Some(chosen);
        }
        let count = list.iter().filter(is_there).count() as u64;
        let turn = match self.pick {
            _ if count == 0 => return None,
            Pick::Rotate => u64::from(earned.nth) % count,
            Pick::Surprise => draw(self.goal, earned.occasion, count),
        };
        list.iter().filter(is_there).nth(usize::try_from(turn).unwrap_or(0)).copied()
    }

    /// The reward that comes next in a layer, if nothing is chosen and none is drawn.
    pub(super) fn next(&self, layer: Layer, nth: u32) -> Option<Uuid> {
        let active: Vec<&&Reward> = self.layers[layer.nth()].iter().filter(|reward| reward.is_active()).collect();
        let turn = usize::try_from(nth).unwrap_or(0).checked_rem(active.len())?;
        match self.pick {
            Pick::Rotate => Some(active[turn].id),
            Pick::Surprise if active.len() == 1 => Some(active[0].id),
            Pick::Surprise => None,
        }
    }
}

/// A number from 0 to below `count` that falls by goal and occasion, each with the same odds.
pub(super) fn draw(goal: Uuid, occasion: Occasion, count: u64) -> u64 {
    // The high bits of a product: no number is favoured by more than one in 2⁶⁴.
    let wide = u128::from(hash(goal, occasion, 2)) * u128::from(count);
    u64::try_from(wide >> 64).unwrap_or(0)
}

/// The grants of the active goal up to `today`, oldest first: those that wait and those that were answered, also where
/// what earned them is gone. O(sessions).
pub fn grants(model: &Model, today: NaiveDate) -> Vec<Grant> {
    let Some(goal) = model.goal() else { return Vec::new() };
    Found::of(model, goal, &Days::of(model, goal, today), NaiveDate::MIN).grants
}

/// What was earned by a goal, and what became of it.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub walked: Walk,
    /// Those from a day on, oldest first.
    pub grants: Vec<Grant>,
    /// Earlier ones that were never answered, by layer in the order of [`Layer::ALL`].
    pub left: [u32; 6],
    /// Sums over all answers, by layer.
    pub answered: [Answered; 6],
    /// What the sessions of all goals show.
    pub seen: Seen,
}

impl Found {
    /// Of all that the days of a goal hold, those from a day on one by one, earlier ones as sums. O(sessions).
    pub(super) fn of(model: &Model, goal: &Goal, days: &Days, from: NaiveDate) -> Self {
        let ladder = Ladder::of(model, goal);
        let mut answers = Answers::of(model, goal.id, from);
        let mut found = Self { answered: answers.sums, ..Self::default() };
        found.grants.extend(answers.listed.iter().map(|answer| Grant::answered(model, answer)));
        let past = answers.past();
        let mut take = |answers: &mut Answers, earned: &Earned, chosen: Option<Uuid>| {
            if answers.has(earned.occasion) {
                return;
            }
            if earned.day >= from {
                found.grants.extend(ladder.reward(earned, chosen).map(|reward| Grant::waiting(*earned, reward)));
            } else if ladder.gives(earned.occasion.layer(), earned.at) {
                found.left[earned.occasion.layer().nth()] += 1;
            }
        };
        let mut seen = Seen::default();
        let mut walker = Walker::of(model, goal, days);
        for session in model.sessions.iter() {
            let focus = session.focus_secs();
            seen.pass(model, session, focus);
            if let Some(earned) = walker.pass(session, focus) {
                take(&mut answers, &earned, session.chosen_reward);
            }
        }
        let earned = walker.finish(model, past);
        answers.stand_in(earned.others.iter());
        earned.others.iter().for_each(|earned| take(&mut answers, earned, None));
        (found.walked, found.seen) = (earned, seen);
        found.grants.sort_by_key(|grant| (grant.earned, grant.occasion));
        found
    }
}
