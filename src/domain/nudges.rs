//! Nudges: at most one piece of advice at a time, each from a named rule.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::model::Model;
use super::records::Record;
use super::time::Now;

/// The rules that give advice: the five pitfalls, coming back, and a guard against burning out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    Comeback,
    NeverMissTwice,
    TooManyGoals,
    WeakRewards,
    NoSupport,
    UnrealisticExpectations,
    Perfectionism,
    BurnOut,
}

/// A nudge that was put away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    pub id: Uuid,
    pub goal: Uuid,
    pub rule: Rule,
    pub day: NaiveDate,
    pub made: DateTime<Utc>,
}

/// What can be done with a nudge; turning a rule off is a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NudgeAction {
    /// Not again for a week.
    Dismiss(Rule),
}

impl Record for Dismissal {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Carries out a nudge action.
///
/// # Errors
/// Refuses without a goal.
pub fn apply(model: &mut Model, action: NudgeAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    let NudgeAction::Dismiss(rule) = action;
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let day = now.today(model.settings.day_start_hour);
    model.dismissals.insert(Dismissal { id: now.id(0), goal, rule, day, made: now.utc });
    Ok(saved())
}
