//! The finish forecast as a question with its answer.

use std::sync::Arc;

use super::asked::{self, Asked};
use super::days::Days;
use super::forecast::{Aim, Forecast};
use super::target_line::TargetLine;
use crate::domain::goal::Goal;

/// When the total of a goal will be reached: all that the forecast is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    aim: Aim,
    days: Arc<Days>,
}

/// What was worked out for a question.
pub type Answer = asked::Answer<Question, Option<Forecast>>;
/// The question as it stands, and the last answer.
pub type Ahead = Asked<Question, Option<Forecast>>;

impl Question {
    /// What is to be known of a goal; nothing without a total. `days` and `target` are the goal's own.
    pub fn of(goal: &Goal, days: &Arc<Days>, target: Option<&TargetLine>) -> Option<Self> {
        let total = goal.measure.as_ref()?.total?;
        let aim = Aim { goal: goal.id, total, planned_pace: target.map(|target| target.pace) };
        Some(Self { aim, days: Arc::clone(days) })
    }
}

/// Works a question out; it takes some milliseconds.
pub fn answer(question: Arc<Question>) -> Answer {
    Answer { found: Forecast::of(&question.aim, &question.days), question }
}

impl Ahead {
    /// Asks another question; the last answer stays as long as it is about the same aim.
    pub(super) fn again(&self, question: Option<Question>) -> Self {
        self.asking(question, |answered, asked| answered.aim == asked.aim)
    }

    /// The last forecast; none before the first is worked out, and of a goal without a total.
    pub fn forecast(&self) -> Option<&Forecast> {
        self.found()?.as_ref()
    }
}

#[cfg(test)]
mod tests;
