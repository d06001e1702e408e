//! What files of earlier versions say in another way: up to version 3 there was one reward, and each session said what
//! became of it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::document::read_options;
use super::read::Sourced;
use crate::domain::Model;
use crate::domain::rewards::{
    Answer, DEFAULT_BREAK_MINUTES, GrantState, Layer, MAX_BREAK_MINUTES, MAX_WORDS_CHARS, Occasion, Reward,
    RewardBreak, RewardGroup,
};
use crate::domain::session::{Ended, Part, Session};

/// The version from which on rewards are records of their own.
const REWARDS: u32 = 4;

/// The id of the one reward of files before version 4, so that the same file read twice gives the same.
pub const OLD_REWARD: Uuid = Uuid::from_u128(0x018c_c251_f400_7000_8000_0000_0000_0001);

/// The one reward of files before version 4.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct OldReward {
    pub words: String,
    pub minutes: u16,
}

/// What became of it, as a session said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
enum OldState {
    #[default]
    None,
    Earned,
    Claimed,
    Skipped,
}

/// What a session said of its reward.
#[derive(Debug, Deserialize)]
struct OldSession {
    #[serde(default)]
    reward: OldState,
}

/// The break of files before version 4.
#[derive(Debug, Deserialize)]
pub struct OldBreak {
    session: Uuid,
    started: DateTime<Utc>,
    ends: DateTime<Utc>,
}

impl Default for OldReward {
    fn default() -> Self {
        Self { words: String::new(), minutes: DEFAULT_BREAK_MINUTES }
    }
}

/// Whether a file of this version is said anew.
pub fn is_old(version: u32) -> bool {
    version < REWARDS
}

/// A break as it is said now.
pub fn new_break(old: OldBreak, reward: &OldReward) -> RewardBreak {
    let words = words(&reward.words);
    RewardBreak { occasion: Occasion::Session(old.session), words, started: old.started, ends: old.ends }
}

/// What files before version 4 said of rewards.
#[derive(Debug)]
pub struct Old {
    reward: OldReward,
    /// What became of it, as the sessions said.
    said: HashMap<Uuid, GrantState>,
    /// Sessions that earned one.
    earned: HashSet<Uuid>,
}

impl Old {
    /// Reads it out of the text of each session.
    pub fn of(reward: OldReward, sessions: &[Sourced<'_, Session>]) -> Self {
        let mut old = Self { reward, said: HashMap::new(), earned: HashSet::new() };
        for (text, session) in sessions {
            let state = match said(text) {
                OldState::None => continue,
                OldState::Earned => GrantState::Earned,
                OldState::Claimed => GrantState::Claimed,
                OldState::Skipped => GrantState::Skipped,
            };
            old.earned.insert(session.id);
            if state != GrantState::Earned {
                old.said.insert(session.id, state);
            }
        }
        old
    }

    /// The one reward becomes one of the layer of sessions, there from the beginning on; what each session said of it
    /// becomes an answer, and a session that reached its end without one is the later part of one that was split.
    #[must_use]
    pub fn bring(self, mut model: Model) -> Model {
        let minutes = self.reward.minutes.clamp(1, MAX_BREAK_MINUTES);
        let words: String = words(&self.reward.words);
        let goals = model.goals.iter().map(|goal| goal.created);
        let made = model.sessions.iter().map(|session| session.started).chain(goals).min();
        let made = made.unwrap_or(DateTime::UNIX_EPOCH);
        let reward = (!words.is_empty()).then_some(OLD_REWARD);
        let is_later = |session: &&Session| session.ended == Ended::Earned && !self.earned.contains(&session.id);
        let later: Vec<Uuid> = model.sessions.iter().filter(is_later).map(|session| session.id).collect();
        for id in later {
            model.sessions.update(id, |session| session.part = Part::Later);
        }
        let answers = model.sessions.iter().filter_map(|session| {
            let state = *self.said.get(&session.id)?;
            Some(Answer {
                id: session.id,
                goal: session.goal,
                occasion: Occasion::Session(session.id),
                earned: session.earned_at().unwrap_or_else(|| session.ended_at()),
                day: session.day,
                reward,
                words: words.clone(),
                minutes,
                state,
                good: None,
                answered: session.modified,
                modified: session.modified,
            })
        });
        model.answers = model.answers.iter().cloned().chain(answers).collect();
        if let Some(id) = reward {
            let (worded, modified) = (made, made);
            let (opens, milestone, retired) = (None, None, None);
            let one = Reward {
                id,
                layer: Layer::Session,
                words,
                minutes,
                opens,
                group: RewardGroup::default(),
                milestone,
                made,
                worded,
                retired,
                modified,
            };
            model.rewards.insert(one);
        }
        model
    }
}

fn words(old: &str) -> String {
    let line = old.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(MAX_WORDS_CHARS).collect()
}

fn said(text: &str) -> OldState {
    if !text.contains("reward") {
        return OldState::None;
    }
    read_options().from_str::<OldSession>(text).map(|session| session.reward).unwrap_or_default()
}
