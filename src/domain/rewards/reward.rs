//! One reward: the user's own words for something good, in a layer of the ladder.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::MAX_WORDS_CHARS;
use crate::domain::effect::Refusal;
use crate::domain::environment::{Opens, checked_opens};
use crate::domain::model::Model;
use crate::domain::records::Record;

/// Where in the ladder a reward waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Layer {
    /// A session that reached its planned end.
    Session,
    /// A day on which the target was met.
    Day,
    /// A week with enough days done.
    Week,
    /// A month with enough days done and its review finished.
    Month,
    /// A milestone, built in or the user's own.
    Milestone,
    /// The first day done after a missed one.
    Comeback,
}

/// What kind of thing a reward is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RewardGroup {
    Rest,
    Treat,
    Move,
    Play,
    People,
    Make,
    #[default]
    Other,
}

/// Something good in the user's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reward {
    pub id: Uuid,
    pub layer: Layer,
    pub words: String,
    /// How long it takes, in minutes, 1–240.
    pub minutes: u16,
    /// A link or a file that is opened when it is taken; only what this device allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Opens>,
    #[serde(default)]
    pub group: RewardGroup,
    /// The own milestone it is for alone; only in the layer of milestones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<Uuid>,
    pub made: DateTime<Utc>,
    /// When it got the words it has.
    pub worded: DateTime<Utc>,
    /// When it was put away; it is kept for what was earned with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<DateTime<Utc>>,
    pub modified: DateTime<Utc>,
}

impl Layer {
    /// All layers, from the smallest on; the comeback stands beside them.
    pub const ALL: [Self; 6] = [Self::Session, Self::Day, Self::Week, Self::Month, Self::Milestone, Self::Comeback];

    /// Its place in [`Layer::ALL`].
    pub fn nth(self) -> usize {
        self as usize
    }
}

impl RewardGroup {
    pub const ALL: [Self; 7] = [Self::Rest, Self::Treat, Self::Move, Self::Play, Self::People, Self::Make, Self::Other];
}

impl Reward {
    /// Whether it is not put away.
    pub fn is_active(&self) -> bool {
        self.retired.is_none()
    }

    /// Whether it could be earned at a moment: written before it and not put away by then.
    pub fn is_there(&self, at: DateTime<Utc>) -> bool {
        self.made < at && self.retired.is_none_or(|retired| retired >= at)
    }
}

impl Record for Reward {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// The rewards of a layer that are in use and for no own milestone alone, in the order they were written.
pub fn of_layer(model: &Model, layer: Layer) -> impl Iterator<Item = &Reward> {
    let own = move |reward: &&Reward| reward.layer == layer && reward.milestone.is_none() && reward.is_active();
    model.rewards.iter().filter(own)
}

/// The rewards in use that are for one own milestone alone.
pub fn of_milestone(model: &Model, milestone: Uuid) -> impl Iterator<Item = &Reward> {
    model.rewards.iter().filter(move |reward| reward.milestone == Some(milestone) && reward.is_active())
}

/// Words on one line, without space around them.
///
/// # Errors
/// Refuses none at all, and more than [`MAX_WORDS_CHARS`].
pub(super) fn checked_words(words: &str, field: &'static str) -> Result<String, Refusal> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.chars().count() {
        0 => Err(Refusal::Empty(field)),
        1..=MAX_WORDS_CHARS => Ok(words),
        _ => Err(Refusal::TooLong { field, max: MAX_WORDS_CHARS }),
    }
}

/// What a reward opens: a link or a file, no program.
///
/// # Errors
/// As [`checked_opens`], and refuses programs.
pub(super) fn checked_link(opens: Opens) -> Result<Opens, Refusal> {
    match opens {
        Opens::Program { .. } => Err(Refusal::OutOfRange("program")),
        opens => checked_opens(opens),
    }
}
