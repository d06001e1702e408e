//! What the records say: figures that are derived, computed once per (revision, day), and never stored.

pub mod ahead;
pub mod automaticity;
pub mod consistency;
pub mod days;
pub mod feelings;
pub mod forecast;
pub mod growth;
pub mod item_effects;
pub mod jewels;
pub mod median;
pub mod patterns;
pub mod review_figures;
pub mod rhythm;
pub mod spring;
pub mod spring_geometry;
pub mod strength;
pub mod target_line;
pub mod totals;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::experiments::Cards;
use super::model::Model;
use super::nudges::{self, Nudge};
use super::plans::{self, PlanFigures};
use super::programme::Path;
use super::rewards::RewardFigures;
use super::session_length::{self, Offer};
use ahead::{Ahead, Late};
use consistency::Consistency;
use days::Days;
use item_effects::Effects;
use spring::Coils;
use totals::Totals;

/// Every figure of the active goal that a screen shows, ready to be read in a frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derived {
    pub today: NaiveDate,
    /// One entry a day, from the goal's first day to today, without holes.
    pub days: Days,
    pub totals: Totals,
    /// Strength after each day of `days`, 0–1.
    pub strength: Vec<f64>,
    pub coils: Coils,
    /// The 30 days: where the goal is in them.
    pub programme: Path,
    pub consistency: Consistency,
    /// What is offered for the length of the next session.
    pub length: Offer,
    /// The one piece of advice of today.
    pub nudge: Option<Nudge>,
    /// How often each plan that was used was used, and helped.
    pub plans: BTreeMap<Uuid, PlanFigures>,
    /// What went with each environment item, up to the end of last week.
    pub item_effects: Effects,
    /// What came of each experiment, up to yesterday.
    pub experiments: Cards,
    /// What was earned, and what became of it.
    pub rewards: RewardFigures,
    ahead: Late,
}

impl Derived {
    /// Computes all of it: O(sessions).
    pub fn of(model: &Model, today: NaiveDate) -> Self {
        Self::with(model, today, None, None)
    }

    fn with(model: &Model, today: NaiveDate, item_effects: Option<Effects>, experiments: Option<Cards>) -> Self {
        let Some(goal) = model.goal() else {
            return Self { today, rewards: RewardFigures::without_goal(model), ..Self::default() };
        };
        let days = Days::of(model, goal, today);
        let totals = Totals::of(&days);
        let strength = strength::series(&days);
        let coils = Coils::of(model, goal);
        let programme = Path::of(model, goal, &days, today);
        let consistency = Consistency::of(&days);
        let length = session_length::offered(model, goal, &days);
        let rewards = RewardFigures::of(model, goal, &days);
        let nudge = nudges::nudge(model, goal, &days, (&rewards.weak, today));
        let plans = plans::figures(model);
        let item_effects = item_effects.unwrap_or_else(|| Effects::of(model, goal, &days, today));
        let experiments = experiments.unwrap_or_default().again(model, goal, &days, today);
        Self {
            today,
            days,
            totals,
            strength,
            coils,
            programme,
            consistency,
            length,
            nudge,
            plans,
            item_effects,
            experiments,
            rewards,
            ahead: Late::default(),
        }
    }

    /// Computes all of it anew after a change from `before`, the model it was made from; what is slow and cannot have
    /// changed is kept.
    #[must_use]
    pub fn again(&self, before: &Model, model: &Model, today: NaiveDate) -> Self {
        let is_kept = self.item_effects.still_hold(before, model, today);
        let experiments = Some(self.experiments.clone());
        let again = Self::with(model, today, is_kept.then(|| self.item_effects.clone()), experiments);
        let is_same_ahead = self.today == today && Ahead::still_holds(before, model);
        if is_same_ahead { Self { ahead: self.ahead.clone(), ..again } } else { again }
    }

    /// The target line and the finish forecast of the goal of `model`, the one this was made from; worked out when first
    /// asked for, as it takes milliseconds that most screens do not need.
    pub fn ahead(&self, model: &Model) -> &Ahead {
        self.ahead.get(|| model.goal().map(|goal| Ahead::of(goal, &self.days)).unwrap_or_default())
    }

    /// Strength today, 0–1.
    pub fn strength_now(&self) -> f64 {
        self.strength.last().copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests;
