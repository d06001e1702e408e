//! The finish forecast as a question with its answer: working it out takes longer than a frame may, so that the window
//! goes on with the last answer until the next is there.

use std::sync::Arc;

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
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    question: Arc<Question>,
    forecast: Option<Forecast>,
}

/// The question as it stands, and the last answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    question: Option<Arc<Question>>,
    answer: Option<Arc<Answer>>,
}

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
    let forecast = Forecast::of(&question.aim, &question.days);
    Answer { question, forecast }
}

impl Ahead {
    /// Asks another question; the last answer stays as long as it is about the same aim.
    #[must_use]
    pub fn asking(&self, question: Option<Question>) -> Self {
        let is_same_aim =
            |answer: &&Arc<Answer>| question.as_ref().is_some_and(|asked| asked.aim == answer.question.aim);
        Self { answer: self.answer.as_ref().filter(is_same_aim).cloned(), question: question.map(Arc::new) }
    }

    /// The question that is not answered yet.
    pub fn open(&self) -> Option<Arc<Question>> {
        let question = self.question.as_ref()?;
        let is_answered = self.answer.as_ref().is_some_and(|answer| Arc::ptr_eq(&answer.question, question));
        (!is_answered).then(|| Arc::clone(question))
    }

    /// Takes an answer, unless something else is asked by now.
    pub fn take(&mut self, answer: Answer) {
        if self.question.as_ref().is_some_and(|question| Arc::ptr_eq(question, &answer.question)) {
            self.answer = Some(Arc::new(answer));
        }
    }

    /// The last forecast; none before the first is worked out, and of a goal without a total.
    pub fn forecast(&self) -> Option<&Forecast> {
        self.answer.as_ref()?.forecast.as_ref()
    }

    /// True when both have the very same answer, or none.
    pub fn is_same_answer(&self, other: &Self) -> bool {
        self.answer.as_ref().map(Arc::as_ptr) == other.answer.as_ref().map(Arc::as_ptr)
    }
}

#[cfg(test)]
mod tests;
