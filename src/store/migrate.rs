//! What files of earlier versions say in another way: up to version 3 there was one reward, and each session said what
//! became of it.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::document::read_options;
use super::read::{Parsed, Sourced};
use crate::domain::rewards::{
    Answer, DEFAULT_BREAK_MINUTES, GrantState, Layer, MAX_BREAK_MINUTES, MAX_WORDS_CHARS, Occasion, Reward,
    RewardBreak, RewardGroup,
};
use crate::domain::session::{Ended, Part};

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
    let words = reward.words.clone();
    RewardBreak { occasion: Occasion::Session(old.session), words, started: old.started, ends: old.ends }
}

/// The one reward becomes one of the layer of sessions, there from the beginning on; what each session said of it
/// becomes an answer, and a session that reached its end without one is the later part of one that was split.
pub fn rewards(parsed: &mut Parsed<'_>, old: OldReward) {
    let minutes = old.minutes.clamp(1, MAX_BREAK_MINUTES);
    let words: String = old.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().take(MAX_WORDS_CHARS).collect();
    let goals = parsed.goals.iter().map(|(_, goal)| goal.created);
    let made = parsed.sessions.iter().map(|(_, session)| session.started).chain(goals).min();
    let made = made.unwrap_or(DateTime::UNIX_EPOCH);
    let reward = (!words.is_empty()).then_some(OLD_REWARD);
    for (text, session) in &mut parsed.sessions {
        let state = match said(text) {
            OldState::None if session.ended == Ended::Earned => {
                session.part = Part::Later;
                continue;
            }
            OldState::None | OldState::Earned => continue,
            OldState::Claimed => GrantState::Claimed,
            OldState::Skipped => GrantState::Skipped,
        };
        let earned = session.earned_at().unwrap_or_else(|| session.ended_at());
        let answer = Answer {
            id: session.id,
            goal: session.goal,
            occasion: Occasion::Session(session.id),
            earned,
            day: session.day,
            reward,
            words: words.clone(),
            minutes,
            state,
            good: None,
            answered: session.modified,
            modified: session.modified,
        };
        parsed.answers.push((*text, answer));
    }
    if reward.is_some() {
        let reward = Reward {
            id: OLD_REWARD,
            layer: Layer::Session,
            words,
            minutes,
            opens: None,
            group: RewardGroup::default(),
            milestone: None,
            made,
            worded: made,
            retired: None,
            modified: made,
        };
        let sourced: Sourced<'_, Reward> = ("", reward);
        parsed.rewards.push(sourced);
    }
}

fn said(text: &str) -> OldState {
    if !text.contains("reward") {
        return OldState::None;
    }
    read_options().from_str::<OldSession>(text).map(|session| session.reward).unwrap_or_default()
}
