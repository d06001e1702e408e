//! Rewards: the ladder in the user's own words, what was earned of it, and what became of that.
//!
//! What is earned follows from the records and is never stored: the same sessions always give the same grants. Stored is
//! only what the person did with a grant, as an [`Answer`].

mod acts;
mod answered;
mod answers;
mod badges;
pub(super) mod earned;
mod figures;
mod grants;
mod level;
mod milestones;
mod news;
mod occasion;
mod reward;
mod rungs;
#[cfg(test)]
mod tests;
mod weak;

pub use acts::{RewardAction, RewardField, apply};
pub use answers::{Answer, GrantState, RewardBreak, answer_id};
pub use badges::{Badge, BadgeState};
pub use figures::{Delivery, EnjoyedDay, LadderLayer, Progress, RewardFigures};
pub use grants::{Grant, Pick, grants};
pub use level::{Level, level_from};
pub use milestones::{Mark, MilestoneState, OwnMilestone};
pub use news::{Granted, at_zero};
pub(super) use news::{Watch, told_at_zero};
pub use occasion::{Milestone, Occasion};
pub use reward::{Layer, Reward, RewardGroup, of_layer, of_milestone};
pub use rungs::{MONTH_DAYS, Rung, WEEK_DAYS, rung_on};
pub use weak::Weak;

pub use acts::waiting;

/// Longest break, in minutes.
pub const MAX_BREAK_MINUTES: u16 = 240;
/// Break length while the user has set none, in minutes.
pub const DEFAULT_BREAK_MINUTES: u16 = 5;
/// Longest wording of a reward or name of a milestone, in characters; it has to fit a notification.
pub const MAX_WORDS_CHARS: usize = 120;
/// Most rewards that are in use.
pub const MAX_REWARDS: usize = 60;
/// Most own milestones of one goal.
pub const MAX_MILESTONES: usize = 20;
