//! The rules for rewards, milestones, rungs and answers.

use std::collections::HashSet;

use uuid::Uuid;

use super::{Fault, check_dated, check_day, check_stamps};
use crate::domain::measure::MAX_AMOUNT;
use crate::domain::records::Records;
use crate::domain::rewards::{
    Answer, GrantState, Layer, MAX_BREAK_MINUTES, Occasion, OwnMilestone, Reward, RewardBreak, Rung,
};
use crate::domain::session::Session;

pub(super) fn check_reward(reward: &Reward) -> Result<(), Fault> {
    check_stamps(&[reward.made, reward.worded, reward.modified, reward.retired.unwrap_or(reward.made)])?;
    let is_placed = reward.milestone.is_none() || reward.layer == Layer::Milestone;
    let fits = (1..=MAX_BREAK_MINUTES).contains(&reward.minutes) && !reward.words.trim().is_empty();
    if fits && is_placed { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_milestone(milestone: &OwnMilestone) -> Result<(), Fault> {
    check_stamps(&[milestone.made, milestone.modified])?;
    let amount = f64::from(milestone.mark.amount());
    if (1.0..=MAX_AMOUNT).contains(&amount) { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_rung(rung: &Rung) -> Result<(), Fault> {
    check_dated(rung.made, rung.from)?;
    check_stamps(&[rung.modified])?;
    let fits = Rung::most(rung.layer).is_some_and(|most| (1..=most).contains(&rung.days));
    if fits { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_answer(answer: &Answer) -> Result<(), Fault> {
    check_dated(answer.earned, answer.day)?;
    check_stamps(&[answer.answered, answer.modified])?;
    match answer.occasion {
        Occasion::Comeback(day) | Occasion::Day(day) | Occasion::Week(day) | Occasion::Month(day) => check_day(day)?,
        Occasion::Session(_) | Occasion::Milestone(_) => {}
    }
    if answer.good.is_some_and(|good| !(1..=5).contains(&good)) {
        return Err(Fault::Rating);
    }
    let fits = (1..=MAX_BREAK_MINUTES).contains(&answer.minutes) && answer.state != GrantState::Earned;
    if fits { Ok(()) } else { Err(Fault::Range) }
}

/// Finds the second answer to an occasion of a goal.
#[derive(Default)]
pub(super) struct Occasions(HashSet<(Uuid, Occasion)>);

impl Occasions {
    pub(super) fn check(&mut self, answer: &Answer) -> Result<(), Fault> {
        if self.0.insert((answer.goal, answer.occasion)) { Ok(()) } else { Err(Fault::SameOccasion) }
    }
}

pub(super) fn check_break(pause: &RewardBreak, sessions: &Records<Session>) -> Result<(), Fault> {
    check_stamps(&[pause.started, pause.ends])?;
    match pause.occasion {
        Occasion::Session(session) => sessions.get(session).map(drop).ok_or(Fault::NoSession),
        Occasion::Comeback(day) | Occasion::Day(day) | Occasion::Week(day) | Occasion::Month(day) => check_day(day),
        Occasion::Milestone(_) => Ok(()),
    }
}
