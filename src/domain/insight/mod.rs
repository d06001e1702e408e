//! What the records say: figures that are derived, computed once per (revision, day), and never stored.

pub mod ahead;
pub mod asked;
pub mod automaticity;
mod change;
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
pub mod turns;
pub mod whole;

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::experiments::Cards;
use super::model::Model;
use super::nudges::{self, Nudge};
use super::people::PeopleFigures;
use super::plans::{self, PlanFigures};
use super::programme::Path;
use super::rewards::{RewardFigures, at_zero};
use super::session_length::{self, Offer};
use ahead::{Ahead, Question};
use change::{Change, Old};
use consistency::Consistency;
use days::Days;
use item_effects::Effects;
use spring::Coils;
use target_line::TargetLine;
use totals::Totals;
use turns::turns;
use whole::AskedWhole;

/// Questions that wait for an answer.
#[derive(Clone, Debug)]
pub struct Open {
    ahead: Option<Arc<Question>>,
    whole: Option<Arc<whole::Question>>,
}

/// The answers to them.
#[derive(Debug)]
pub struct Answers {
    ahead: Option<ahead::Answer>,
    whole: Option<whole::Answer>,
}

impl Open {
    /// Works them out.
    pub fn answered(self) -> Answers {
        Answers { ahead: self.ahead.map(ahead::answer), whole: self.whole.map(whole::answer) }
    }
}

/// Every figure of the active goal that a screen shows, ready to be read in a frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derived {
    pub today: NaiveDate,
    /// One entry a day, from the goal's first day to today, without holes.
    pub days: Arc<Days>,
    pub totals: Totals,
    /// Strength after each day of `days`, 0–1.
    pub strength: Arc<Vec<f64>>,
    pub coils: Arc<Coils>,
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
    /// Where the count stands to the line to its total; needs a total and a target date.
    pub target: Option<TargetLine>,
    /// When the total will be reached; needs a total.
    pub ahead: Ahead,
    /// What all sessions say.
    pub whole: AskedWhole,
    /// What was earned, and what became of it.
    pub rewards: RewardFigures,
    /// The people who are told, and what was promised.
    pub people: PeopleFigures,
}

impl Derived {
    /// Computes all of it but the forecast O(sessions), and what all sessions say: those are asked for in [`Derived::open`].
    pub fn of(model: &Model, today: NaiveDate) -> Self {
        Self::made(model, today, &Old::none())
    }

    /// The same after a change from `before`, the model it was made from: what cannot have changed is kept.
    #[must_use]
    pub fn again(&self, before: &Model, model: &Model, today: NaiveDate) -> Self {
        Self::made(model, today, &Old::of(self, Change::new([before, model], [self.today, today])))
    }

    fn made(model: &Model, today: NaiveDate, old: &Old) -> Self {
        let Some(goal) = model.goal() else {
            let people = PeopleFigures::of(model, None, today);
            return Self { today, rewards: RewardFigures::without_goal(model), people, ..Self::default() };
        };
        let turns = LazyCell::new(|| turns(model, goal));
        let days = old.keep(Change::leaves_days, |old| &old.days, || Arc::new(Days::with(model, goal, &turns, today)));
        let target = old.keep(Change::leaves_target, |old| &old.target, || TargetLine::of(goal, &days));
        let effects = || Effects::of(model, goal, &days, today);
        let judged = || old.experiments().again(model, goal, &days, today);
        let mut rewards =
            old.keep(Change::leaves_rewards, |old| &old.rewards, || RewardFigures::of(model, goal, &days));
        rewards.coming = old.keep(Change::leaves_coming, |old| &old.rewards.coming, || at_zero(model));
        let advice = || nudges::nudge(model, goal, &days, (&rewards.weak, today));
        Self {
            today,
            totals: Totals::of(&days),
            strength: old.keep(Change::leaves_days, |old| &old.strength, || Arc::new(strength::series(&days))),
            coils: old.keep(Change::leaves_coils, |old| &old.coils, || Arc::new(Coils::of(goal, &turns))),
            programme: old.keep(Change::leaves_programme, |old| &old.programme, || Path::of(model, goal, &days, today)),
            consistency: old.keep(Change::leaves_days, |old| &old.consistency, || Consistency::of(&days)),
            length: old.keep(
                Change::leaves_length,
                |old| &old.length,
                || session_length::offered(model, goal, &days, &turns),
            ),
            nudge: old.keep(Change::leaves_nudge, |old| &old.nudge, advice),
            plans: old.keep(Change::leaves_plans, |old| &old.plans, || plans::figures(model)),
            item_effects: old.keep(Change::leaves_effects, |old| &old.item_effects, effects),
            experiments: old.keep(Change::leaves_experiments, |old| &old.experiments, judged),
            ahead: old.ahead(|| Question::of(goal, &days, target.as_ref())),
            people: old.keep(Change::leaves_people, |old| &old.people, || PeopleFigures::of(model, Some(goal), today)),
            whole: old.whole(whole::Question::of(model, goal, &days, today)),
            target,
            rewards,
            days,
        }
    }

    /// What takes longer than a frame may and is not worked out yet, if there is anything.
    pub fn open(&self) -> Option<Open> {
        let open = Open { ahead: self.ahead.open(), whole: self.whole.open() };
        (open.ahead.is_some() || open.whole.is_some()).then_some(open)
    }

    /// Takes what was worked out, unless something else is asked by now.
    pub fn take(&mut self, answers: Answers) {
        if let Some(answer) = answers.ahead {
            self.ahead.take(answer);
        }
        if let Some(answer) = answers.whole {
            self.whole.take(answer);
        }
    }

    /// The same with all answers, for whoever can wait some milliseconds for them.
    #[must_use]
    pub fn foreseen(mut self) -> Self {
        if let Some(open) = self.open() {
            self.take(open.answered());
        }
        self
    }

    /// Strength today, 0–1.
    pub fn strength_now(&self) -> f64 {
        self.strength.last().copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests;
