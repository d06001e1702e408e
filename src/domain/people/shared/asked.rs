//! What a message ends with: the next promise, and one question.

use chrono::NaiveDate;

use super::super::{Part, Parts, Span};
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::rest::rest_on;
use crate::domain::target::target_on;

/// What comes next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Promise {
    #[default]
    None,
    /// In the user's own words.
    Words(String),
    /// The target of a day, in minutes.
    Minutes { day: NaiveDate, minutes: u16 },
}

/// The one question to the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// None is asked.
    #[default]
    None,
    /// "Will you ask me how it went?"
    AskMe,
    /// "What would you do first?"
    First,
    /// "What would you do differently?"
    Differently,
    /// "What should I keep?"
    Keep,
    /// "How is it going with you?"
    Yours,
    /// "Will you celebrate with me?"
    Celebrate,
    /// In the user's own words.
    Own(String),
}

impl Promise {
    /// The line left for the next session, where the reader may see such lines; else tomorrow's target, where they may see
    /// minutes and tomorrow is not free.
    pub(super) fn of(model: &Model, goal: &Goal, sees: Parts, today: NaiveDate) -> Self {
        if let Some(next) = model.next_line().map(str::trim).filter(|next| sees.has(Part::Notes) && !next.is_empty()) {
            return Self::Words(next.to_owned());
        }
        let day = today.succ_opt().unwrap_or(today);
        let minutes = target_on(&model.targets, goal.id, day);
        if sees.has(Part::Minutes) && minutes > 0 && rest_on(&model.rests, day).is_none() {
            Self::Minutes { day, minutes }
        } else {
            Self::None
        }
    }
}

impl Question {
    /// Those that can be chosen.
    pub const KINDS: [Self; 6] =
        [Self::AskMe, Self::First, Self::Differently, Self::Keep, Self::Yours, Self::Celebrate];

    /// The one that goes with a period.
    pub(super) fn of(span: Span) -> Self {
        match span {
            Span::Session(_) => Self::First,
            Span::Day(_) => Self::AskMe,
            Span::Week(_) => Self::Differently,
            Span::Month(_) => Self::Keep,
            Span::Milestone(_) => Self::Celebrate,
        }
    }
}
