//! What lies ahead of a goal with a total: its target line and the finish forecast.

use std::sync::OnceLock;

use super::days::Days;
use super::forecast::{Aim, Forecast};
use super::target_line::TargetLine;
use crate::domain::goal::Goal;
use crate::domain::model::Model;

/// Both, each where the goal has what it takes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    /// Needs a total and a target date.
    pub target: Option<TargetLine>,
    /// Needs a total.
    pub forecast: Option<Forecast>,
}

/// Figures that are worked out when they are first asked for, and kept.
///
/// Two are always equal: they say the same when they are asked of the same records, and comparing asks nothing.
#[derive(Clone, Debug, Default)]
pub struct Late(OnceLock<Ahead>);

impl Ahead {
    /// Looks ahead from the last of the goal's days.
    pub fn of(goal: &Goal, days: &Days) -> Self {
        let Some(total) = goal.measure.as_ref().and_then(|measure| measure.total) else {
            return Self::default();
        };
        let target = TargetLine::of(goal, days);
        let aim = Aim { goal: goal.id, total, planned_pace: target.as_ref().map(|target| target.pace) };
        let forecast = Forecast::of(&aim, days);
        Self { target, forecast }
    }

    /// Whether it is the same after a change from `before` to `model` on one day: a session without a count leaves it alone.
    pub fn still_holds(before: &Model, model: &Model) -> bool {
        let aim =
            |model: &Model| model.goal().map(|goal| (goal.id, goal.measure.clone(), goal.target_date, goal.start_day));
        before.counts.is_same(&model.counts) && aim(before) == aim(model)
    }
}

impl Late {
    /// What is kept, or what `ahead` works out now.
    pub fn get(&self, ahead: impl FnOnce() -> Ahead) -> &Ahead {
        self.0.get_or_init(ahead)
    }
}

impl PartialEq for Late {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests;
