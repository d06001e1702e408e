//! The session reward: the user's own words, earned at zero, taken at once with a break.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::goal::cut;
use super::model::Model;
use super::session::Session;
use super::time::Now;
use super::timer;

/// Longest break, in minutes.
pub const MAX_BREAK_MINUTES: u16 = 240;
/// Break length while the user has set none, in minutes.
pub const DEFAULT_BREAK_MINUTES: u16 = 5;

/// What waits after each session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionReward {
    /// The user's own wording; empty while none is set.
    pub words: String,
    /// How long it takes, 1–240.
    pub minutes: u16,
}

/// What became of the reward of one session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RewardState {
    /// Not earned: added by hand, or ended early.
    #[default]
    None,
    Earned,
    Claimed,
    Skipped,
}

/// The break in which a reward is taken. Breaks run on the wall clock, also through sleep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RewardBreak {
    pub session: Uuid,
    pub started: DateTime<Utc>,
    pub ends: DateTime<Utc>,
}

/// What can be done with the reward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RewardAction {
    Set(SessionReward),
    /// Takes the reward of a session and starts its break; a running session that is earned is finished first.
    Take {
        session: Uuid,
    },
    Skip {
        session: Uuid,
    },
    /// Ends the break now.
    EndBreak,
    /// Ends the break if its time is over.
    Tick,
}

impl Default for SessionReward {
    fn default() -> Self {
        Self { words: String::new(), minutes: DEFAULT_BREAK_MINUTES }
    }
}

impl RewardState {
    /// There is no reward to speak of.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}

/// Carries out a reward action.
///
/// # Errors
/// Refuses rewards of unknown or unearned sessions, and a break length out of 1–240 minutes.
pub fn apply(model: &mut Model, action: RewardAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        RewardAction::Set(reward) => {
            if reward.minutes == 0 || reward.minutes > MAX_BREAK_MINUTES {
                return Err(Refusal::OutOfRange("break"));
            }
            model.reward = SessionReward { words: cut(reward.words), minutes: reward.minutes };
            Ok(saved())
        }
        RewardAction::Take { session } => take(model, session, now),
        RewardAction::Skip { session } => {
            let is_taken = |session: &Session| session.reward == RewardState::Claimed;
            if model.sessions.get(session).is_some_and(is_taken) {
                return Ok(Vec::new());
            }
            set_state(model, session, RewardState::Skipped)
        }
        RewardAction::EndBreak => {
            model.reward_break.take().ok_or(Refusal::NoBreak)?;
            Ok(saved())
        }
        RewardAction::Tick => Ok(tick(model, now)),
    }
}

fn tick(model: &mut Model, now: Now) -> Vec<Effect> {
    let Some(pause) = &mut model.reward_break else { return Vec::new() };
    if now.utc < pause.started {
        // The clock was set back: at most the whole break once more, not hours of it.
        let length = pause.ends - pause.started;
        *pause = RewardBreak { session: pause.session, started: now.utc, ends: now.utc + length };
        return saved();
    }
    if now.utc < pause.ends {
        return Vec::new();
    }
    model.reward_break = None;
    vec![Effect::Save, Effect::BreakOver]
}

fn take(model: &mut Model, session: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    let mut effects = Vec::new();
    if model.running.as_ref().is_some_and(|running| running.id == session && running.earned.is_some()) {
        effects = timer::apply(model, timer::TimerAction::Finish, now)?;
        if model.running.is_some() {
            return Ok(effects);
        }
    }
    if model.running.is_some() {
        return Err(Refusal::SessionRunning);
    }
    if model.sessions.get(session).is_some_and(|session| session.reward == RewardState::Claimed) {
        return Ok(effects);
    }
    effects.extend(set_state(model, session, RewardState::Claimed)?);
    let ends = now.utc + Duration::minutes(i64::from(model.reward.minutes));
    model.reward_break = Some(RewardBreak { session, started: now.utc, ends });
    Ok(effects)
}

fn set_state(model: &mut Model, session: Uuid, state: RewardState) -> Result<Vec<Effect>, Refusal> {
    let earned = model.sessions.get(session).ok_or(Refusal::Unknown("session"))?.reward;
    if earned == RewardState::None {
        return Err(Refusal::Unknown("reward"));
    }
    model.sessions.update(session, |session| session.reward = state);
    Ok(saved())
}

/// The session whose reward is earned and neither taken nor left: the one in overtime, or else the one whose card is
/// open, or else the newest of the goal. While a session runs that has earned none, no break can begin.
pub fn waiting(model: &Model, card: Option<Uuid>) -> Option<Uuid> {
    if let Some(running) = &model.running {
        return running.earned.map(|_| running.id);
    }
    let of_card = card.and_then(|card| model.sessions.get(card));
    let newest = model.goal_sessions().next_back();
    let waits = |session: &&Session| session.reward == RewardState::Earned;
    of_card.filter(waits).or(newest.filter(waits)).map(|session| session.id)
}

#[cfg(test)]
mod tests;
