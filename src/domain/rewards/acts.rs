//! What can be done with rewards.

use uuid::Uuid;

use super::answers::{self, Answer};
use super::{
    Layer, MAX_BREAK_MINUTES, MAX_REWARDS, Mark, Occasion, Reward, RewardGroup, grants, milestones, reward, rungs,
};
use crate::domain::effect::{Effect, Refusal, saved, saved_if_changed};
use crate::domain::environment::Opens;
use crate::domain::model::Model;
use crate::domain::time::Now;
use crate::domain::timer;

/// What can be done with rewards and what they are earned by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RewardAction {
    /// Writes a reward; `milestone` is the own one it is for alone.
    Add {
        layer: Layer,
        words: String,
        minutes: u16,
        opens: Option<Opens>,
        group: RewardGroup,
        milestone: Option<Uuid>,
    },
    /// Changes fields of a reward, all in one step.
    Set {
        id: Uuid,
        fields: Vec<RewardField>,
    },
    /// Puts a reward away: it is earned no more. One that nothing was earned with leaves no trace.
    Retire {
        id: Uuid,
    },
    AddMilestone {
        mark: Mark,
        name: String,
    },
    DeleteMilestone {
        id: Uuid,
    },
    /// Sets the days done that a week or a month takes: harder at once, easier from the next one on.
    SetRung {
        layer: Layer,
        days: u8,
    },
    /// Chooses the reward of the running session; `None` leaves it to the turn.
    Choose {
        reward: Option<Uuid>,
    },
    /// Takes a grant and starts its break; a running session that is earned is finished first.
    Take {
        occasion: Occasion,
    },
    Skip {
        occasion: Occasion,
    },
    /// Says how good it was, 1–5.
    Rate {
        occasion: Occasion,
        good: Option<u8>,
    },
    /// Ends the break now.
    EndBreak,
    /// Ends the break if its time is over.
    Tick,
}

/// One field of a reward with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RewardField {
    Words(String),
    Minutes(u16),
    Opens(Option<Opens>),
    Group(RewardGroup),
}

impl RewardAction {
    /// Writes a plain reward, with nothing to open and of no group.
    pub fn write(layer: Layer, words: impl Into<String>, minutes: u16) -> Self {
        let (words, group) = (words.into(), RewardGroup::default());
        Self::Add { layer, words, minutes, opens: None, group, milestone: None }
    }
}

/// Carries out a reward action.
///
/// # Errors
/// Refuses what was not earned, words that are empty or too long, lengths out of 1–240 minutes, days that a week or month
/// does not have, programs to open, more than [`MAX_REWARDS`], unknown ids, and a break while a session runs.
pub fn apply(model: &mut Model, action: RewardAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        RewardAction::Add { layer, words, minutes, opens, group, milestone } => {
            let opens = opens.map(reward::checked_link).transpose()?;
            let words = reward::checked_words(&words, "reward")?;
            add(model, Written { layer, words, minutes: checked_minutes(minutes)?, opens, group, milestone }, now)
        }
        RewardAction::Set { id, fields } => set(model, id, fields, now),
        RewardAction::Retire { id } => retire(model, id, now),
        RewardAction::AddMilestone { mark, name } => milestones::add(model, mark, &name, now),
        RewardAction::DeleteMilestone { id } => {
            model.milestones.remove(id).ok_or(Refusal::Unknown("milestone"))?;
            let own: Vec<Uuid> = reward::of_milestone(model, id).map(|reward| reward.id).collect();
            own.into_iter().try_for_each(|reward| retire(model, reward, now).map(drop))?;
            Ok(saved())
        }
        RewardAction::SetRung { layer, days } => rungs::set(model, layer, days, now),
        RewardAction::Choose { reward } => choose(model, reward),
        RewardAction::Take { occasion } => take(model, occasion, now),
        RewardAction::Skip { occasion } => answers::skip(model, occasion, now),
        RewardAction::Rate { occasion, good } => answers::rate(model, occasion, good, now),
        RewardAction::EndBreak => {
            model.reward_break.take().ok_or(Refusal::NoBreak)?;
            Ok(saved())
        }
        RewardAction::Tick => Ok(answers::tick(model, now)),
    }
}

/// A new reward, checked.
struct Written {
    layer: Layer,
    words: String,
    minutes: u16,
    opens: Option<Opens>,
    group: RewardGroup,
    milestone: Option<Uuid>,
}

fn add(model: &mut Model, written: Written, now: Now) -> Result<Vec<Effect>, Refusal> {
    let Written { layer, words, minutes, opens, group, milestone } = written;
    if model.rewards.iter().filter(|reward| reward.is_active()).count() >= MAX_REWARDS {
        return Err(Refusal::OutOfRange("rewards"));
    }
    if let Some(own) = milestone {
        let is_known = layer == Layer::Milestone && model.milestones.get(own).is_some();
        is_known.then_some(()).ok_or(Refusal::Unknown("milestone"))?;
    }
    model.rewards.insert(Reward {
        id: now.id(0),
        layer,
        words,
        minutes,
        opens,
        group,
        milestone,
        made: now.utc,
        worded: now.utc,
        retired: None,
        modified: now.utc,
    });
    Ok(saved())
}

fn checked_minutes(minutes: u16) -> Result<u16, Refusal> {
    if (1..=MAX_BREAK_MINUTES).contains(&minutes) { Ok(minutes) } else { Err(Refusal::OutOfRange("break")) }
}

fn checked(field: RewardField) -> Result<RewardField, Refusal> {
    Ok(match field {
        RewardField::Words(words) => RewardField::Words(reward::checked_words(&words, "reward")?),
        RewardField::Minutes(minutes) => RewardField::Minutes(checked_minutes(minutes)?),
        RewardField::Opens(opens) => RewardField::Opens(opens.map(reward::checked_link).transpose()?),
        RewardField::Group(group) => RewardField::Group(group),
    })
}

fn set(model: &mut Model, id: Uuid, fields: Vec<RewardField>, now: Now) -> Result<Vec<Effect>, Refusal> {
    let fields: Vec<RewardField> = fields.into_iter().map(checked).collect::<Result<_, _>>()?;
    let before = model.rewards.clone();
    let found = model.rewards.update(id, |reward| {
        let old = reward.clone();
        for field in fields {
            match field {
                RewardField::Words(words) => reward.words = words,
                RewardField::Minutes(minutes) => reward.minutes = minutes,
                RewardField::Opens(opens) => reward.opens = opens,
                RewardField::Group(group) => reward.group = group,
            }
        }
        if reward.words != old.words {
            reward.worded = now.utc;
        }
        if *reward != old {
            reward.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.rewards)) } else { Err(Refusal::Unknown("reward")) }
}

fn retire(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    let reward = model.rewards.get(id).filter(|reward| reward.is_active()).ok_or(Refusal::Unknown("reward"))?;
    let is_named = model.answers.iter().any(|answer: &Answer| answer.reward == Some(reward.id));
    let today = now.today(model.settings.day_start_hour);
    let is_earned = || grants(model, today).iter().any(|grant| grant.reward == Some(id));
    if is_named || is_earned() {
        model.rewards.update(id, |reward| (reward.retired, reward.modified) = (Some(now.utc), now.utc));
    } else {
        model.rewards.remove(id);
    }
    Ok(saved())
}

fn choose(model: &mut Model, chosen: Option<Uuid>) -> Result<Vec<Effect>, Refusal> {
    if let Some(id) = chosen {
        let is_known = reward::of_layer(model, Layer::Session).any(|reward| reward.id == id);
        is_known.then_some(()).ok_or(Refusal::Unknown("reward"))?;
    }
    let running = model.running.as_mut().ok_or(Refusal::NotRunning)?;
    if running.chosen_reward == chosen {
        return Ok(Vec::new());
    }
    running.chosen_reward = chosen;
    Ok(saved())
}

fn take(model: &mut Model, occasion: Occasion, now: Now) -> Result<Vec<Effect>, Refusal> {
    let mut effects = Vec::new();
    if model.running.as_ref().is_some_and(|running| running.earned.is_some()) {
        effects = timer::apply(model, timer::TimerAction::Finish, now)?;
        if model.running.is_some() {
            return Ok(effects);
        }
    }
    if model.running.is_some() {
        return Err(Refusal::SessionRunning);
    }
    match answers::take(model, occasion, now) {
        Ok(taken) => effects.extend(taken),
        // The session is over all the same; too short a one earned nothing.
        Err(_) if !effects.is_empty() => {}
        Err(refusal) => return Err(refusal),
    }
    Ok(effects)
}

/// The grant of a session that waits and can be taken: of the one in overtime, or else the one whose card is open, or
/// else the newest of the goal. While a session runs that has earned none, no break can begin.
pub fn waiting(model: &Model, card: Option<Uuid>) -> Option<Occasion> {
    let is_there = |at| model.rewards.iter().any(|reward| reward.layer == Layer::Session && reward.is_there(at));
    if let Some(running) = &model.running {
        return running.earned.filter(|at| is_there(*at)).map(|_| Occasion::Session(running.id));
    }
    let of_card = card.and_then(|card| model.sessions.get(card));
    let newest = model.goal_sessions().next_back();
    let is_answered = |id| model.answers.iter().rev().any(|answer| answer.occasion == Occasion::Session(id));
    let waits = |session: &&crate::domain::session::Session| {
        session.earned_at().is_some_and(is_there) && !is_answered(session.id)
    };
    of_card.filter(waits).or(newest.filter(waits)).map(|session| Occasion::Session(session.id))
}
