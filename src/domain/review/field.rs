//! One answer of a review: which it is, whether it fits, and where it goes.

use super::{MAX_ITEM, MAX_TEN, Review, ReviewKind};
use crate::domain::effect::Refusal;
use crate::domain::goal::cut;

/// One question of a review with its new answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewField {
    Progress(String),
    Skill(String),
    Automatic(Option<u8>),
    Unremembered(Option<u8>),
    Unthinking(Option<u8>),
    Unnoticed(Option<u8>),
    Support(Option<u8>),
    NotWorked(String),
    Trajectory(String),
    Works(String),
    FeelsTrue(Option<u8>),
    Shift(String),
    Lasting(Option<u8>),
    LastingNote(String),
    /// Asked in both kinds.
    Adjustment(String),
}

impl ReviewField {
    /// The answer with a text cut to its longest.
    ///
    /// # Errors
    /// Refuses a rating out of its range, and a question that a review of this kind does not ask.
    pub(super) fn checked(self, kind: ReviewKind) -> Result<Self, Refusal> {
        if self.asked_in().is_some_and(|asked| asked != kind) {
            return Err(Refusal::OutOfRange("question"));
        }
        Ok(match self {
            Self::Progress(text) => Self::Progress(cut(text)),
            Self::Skill(text) => Self::Skill(cut(text)),
            Self::NotWorked(text) => Self::NotWorked(cut(text)),
            Self::Trajectory(text) => Self::Trajectory(cut(text)),
            Self::Works(text) => Self::Works(cut(text)),
            Self::Shift(text) => Self::Shift(cut(text)),
            Self::LastingNote(text) => Self::LastingNote(cut(text)),
            Self::Adjustment(text) => Self::Adjustment(cut(text)),
            Self::Automatic(item) => Self::Automatic(of_seven(item)?),
            Self::Unremembered(item) => Self::Unremembered(of_seven(item)?),
            Self::Unthinking(item) => Self::Unthinking(of_seven(item)?),
            Self::Unnoticed(item) => Self::Unnoticed(of_seven(item)?),
            Self::Support(rating) => Self::Support(of_ten(rating)?),
            Self::FeelsTrue(rating) => Self::FeelsTrue(of_ten(rating)?),
            Self::Lasting(rating) => Self::Lasting(of_ten(rating)?),
        })
    }

    /// The kind of review that asks it; none where both do.
    fn asked_in(&self) -> Option<ReviewKind> {
        match self {
            Self::Progress(_)
            | Self::Skill(_)
            | Self::Automatic(_)
            | Self::Unremembered(_)
            | Self::Unthinking(_)
            | Self::Unnoticed(_)
            | Self::Support(_)
            | Self::NotWorked(_) => Some(ReviewKind::Weekly),
            Self::Trajectory(_)
            | Self::Works(_)
            | Self::FeelsTrue(_)
            | Self::Shift(_)
            | Self::Lasting(_)
            | Self::LastingNote(_) => Some(ReviewKind::Monthly),
            Self::Adjustment(_) => None,
        }
    }

    /// Puts the answer into a review.
    pub(super) fn put(self, review: &mut Review) {
        match self {
            Self::Progress(text) => review.progress = text,
            Self::Skill(text) => review.skill = text,
            Self::Automatic(item) => review.automatic = item,
            Self::Unremembered(item) => review.unremembered = item,
            Self::Unthinking(item) => review.unthinking = item,
            Self::Unnoticed(item) => review.unnoticed = item,
            Self::Support(rating) => review.support = rating,
            Self::NotWorked(text) => review.not_worked = text,
            Self::Trajectory(text) => review.trajectory = text,
            Self::Works(text) => review.works = text,
            Self::FeelsTrue(rating) => review.feels_true = rating,
            Self::Shift(text) => review.shift = text,
            Self::Lasting(rating) => review.lasting = rating,
            Self::LastingNote(text) => review.lasting_note = text,
            Self::Adjustment(text) => review.adjustment = text,
        }
    }
}

fn of_seven(rating: Option<u8>) -> Result<Option<u8>, Refusal> {
    let fits = rating.is_none_or(|rating| (1..=MAX_ITEM).contains(&rating));
    if fits { Ok(rating) } else { Err(Refusal::OutOfRange("seven")) }
}

fn of_ten(rating: Option<u8>) -> Result<Option<u8>, Refusal> {
    let fits = rating.is_none_or(|rating| rating <= MAX_TEN);
    if fits { Ok(rating) } else { Err(Refusal::OutOfRange("ten")) }
}
