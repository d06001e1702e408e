//! If-then plans: for each obstacle one action, decided beforehand; and how often it helped.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved, saved_if_changed};
use super::goal::Goal;
use super::model::Model;
use super::records::Record;
use super::session::Session;
use super::time::Now;

mod form;
mod matching;
mod offer;
#[cfg(test)]
mod tests;

pub use form::{MAX_PART_CHARS, tidy_action, tidy_obstacle};
pub use matching::ranked;
pub use offer::{Cause, PlanOffer, plan_offer};

/// Uses that have to be judged before a plan is called weak (product.md, issue 3).
pub const JUDGED_FOR_REWORK: u32 = 4;
/// The same plan used again within so many seconds is one use: a second click, not a second obstacle.
pub const SAME_USE_SECS: i64 = 60;
/// A plan used at most so many seconds before a session was used to start it.
const TO_START_SECS: i64 = 30 * 60;

/// "If `obstacle`, then I will `action`."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub id: Uuid,
    pub goal: Uuid,
    /// What follows "If", without it.
    pub obstacle: String,
    /// What follows "then I will", without it.
    pub action: String,
    /// What is wished for, and what would be best about it; written in the guided way (WOOP).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wish: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// When it was read back once after writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_back: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<DateTime<Utc>>,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// One time a plan was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanUse {
    pub id: Uuid,
    pub plan: Uuid,
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    /// The session it happened in, if in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Uuid>,
    pub result: UseResult,
}

/// Whether a used plan helped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum UseResult {
    /// Not said yet.
    #[default]
    Open,
    Helped,
    DidNotHelp,
}

/// What can be done with plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanAction {
    Add {
        obstacle: String,
        action: String,
        wish: String,
        outcome: String,
    },
    /// Puts new words in place of the old; a new sentence has to be read back again.
    Set {
        id: Uuid,
        obstacle: String,
        action: String,
        wish: String,
        outcome: String,
    },
    /// It was read back once.
    ReadBack {
        id: Uuid,
    },
    /// Puts a plan away, or brings it back.
    ToggleArchived {
        id: Uuid,
    },
    /// Takes a plan out together with its uses; undo brings both back.
    Delete {
        id: Uuid,
    },
    /// The obstacle came and the plan was used.
    Use {
        id: Uuid,
    },
    /// Says whether a use helped.
    Judge {
        usage: Uuid,
        result: UseResult,
    },
}

/// How often a plan was used and how often it helped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanFigures {
    pub uses: u32,
    /// Uses of which it was said whether the plan helped.
    pub judged: u32,
    pub helped: u32,
}

impl PlanFigures {
    /// The hit rate, 0–1: helped / (helped + did not help); `None` before the first judgement.
    pub fn rate(self) -> Option<f64> {
        (self.judged > 0).then(|| f64::from(self.helped) / f64::from(self.judged))
    }

    /// Uses in which it did not help.
    pub fn missed(self) -> u32 {
        self.judged.saturating_sub(self.helped)
    }

    /// The weekly review should ask about it: it helped in less than half of at least [`JUDGED_FOR_REWORK`] judged uses.
    pub fn needs_rework(self) -> bool {
        self.judged >= JUDGED_FOR_REWORK && 2 * self.helped < self.judged
    }
}

impl Plan {
    /// It is offered: not put away.
    pub fn is_open(&self) -> bool {
        self.archived.is_none()
    }
}

impl Record for Plan {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

impl Record for PlanUse {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.at
    }
}

/// Carries out a plan action.
///
/// # Errors
/// Refuses without a goal, an empty or overlong obstacle or action, and unknown ids.
pub fn apply(model: &mut Model, action: PlanAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        PlanAction::Add { obstacle, action, wish, outcome } => {
            let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
            let [obstacle, action, wish, outcome] = form::checked([&obstacle, &action, &wish, &outcome])?;
            model.plans.insert(Plan {
                id: now.id(0),
                goal,
                obstacle,
                action,
                wish,
                outcome,
                read_back: None,
                archived: None,
                made: now.utc,
                modified: now.utc,
            });
            Ok(saved())
        }
        PlanAction::Set { id, obstacle, action, wish, outcome } => {
            let [obstacle, action, wish, outcome] = form::checked([&obstacle, &action, &wish, &outcome])?;
            change(model, id, now, |plan| {
                if (&plan.obstacle, &plan.action) != (&obstacle, &action) {
                    plan.read_back = None;
                }
                (plan.obstacle, plan.action, plan.wish, plan.outcome) = (obstacle, action, wish, outcome);
            })
        }
        PlanAction::ReadBack { id } => change(model, id, now, |plan| plan.read_back = Some(now.utc)),
        PlanAction::ToggleArchived { id } => change(model, id, now, |plan| {
            plan.archived = if plan.is_open() { Some(now.utc) } else { None };
        }),
        PlanAction::Delete { id } => delete(model, id),
        PlanAction::Use { id } => use_plan(model, id, now),
        PlanAction::Judge { usage, result } => {
            let before = model.plan_uses.clone();
            let found = model.plan_uses.update(usage, |usage| usage.result = result);
            if found { Ok(saved_if_changed(&before, &model.plan_uses)) } else { Err(Refusal::Unknown("use")) }
        }
    }
}

fn change(model: &mut Model, id: Uuid, now: Now, change: impl FnOnce(&mut Plan)) -> Result<Vec<Effect>, Refusal> {
    let before = model.plans.clone();
    let found = model.plans.update(id, |plan| {
        let old = plan.clone();
        change(plan);
        if *plan != old {
            plan.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.plans)) } else { Err(Refusal::Unknown("plan")) }
}

fn delete(model: &mut Model, id: Uuid) -> Result<Vec<Effect>, Refusal> {
    model.plans.remove(id).ok_or(Refusal::Unknown("plan"))?;
    let uses: Vec<Uuid> = model.plan_uses.iter().filter(|usage| usage.plan == id).map(|usage| usage.id).collect();
    for usage in uses {
        model.plan_uses.remove(usage);
    }
    Ok(saved())
}

fn use_plan(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    model.plans.get(id).ok_or(Refusal::Unknown("plan"))?;
    let last = model.plan_uses.iter().rfind(|usage| usage.plan == id);
    if last.is_some_and(|usage| (now.utc - usage.at).num_seconds().abs() < SAME_USE_SECS) {
        return Ok(Vec::new());
    }
    model.plan_uses.insert(PlanUse {
        id: now.id(0),
        plan: id,
        at: now.utc,
        day: now.today(model.settings.day_start_hour),
        session: model.running.as_ref().map(|running| running.id),
        result: UseResult::Open,
    });
    Ok(saved())
}

/// The figures of every plan that was used: O(uses).
pub fn figures(model: &Model) -> BTreeMap<Uuid, PlanFigures> {
    let mut found: BTreeMap<Uuid, PlanFigures> = BTreeMap::new();
    for usage in model.plan_uses.iter() {
        let figures = found.entry(usage.plan).or_default();
        figures.uses += 1;
        figures.judged += u32::from(usage.result != UseResult::Open);
        figures.helped += u32::from(usage.result == UseResult::Helped);
    }
    found
}

/// The plans that the weekly review asks about: those of the goal that are offered and need to be reworked, oldest first.
pub fn flagged<'a>(model: &'a Model, goal: &Goal) -> Vec<(&'a Plan, PlanFigures)> {
    let figures = figures(model);
    let offered = model.plans.iter().filter(|plan| plan.goal == goal.id && plan.is_open());
    let known = offered.filter_map(|plan| Some((plan, *figures.get(&plan.id)?)));
    known.filter(|(_, figures)| figures.needs_rework()).collect()
}

/// The uses that the card of a session asks about, oldest first: those made in it, and those made shortly before it, for
/// a plan is also used to get started.
pub fn uses_for<'a>(model: &'a Model, session: &'a Session) -> impl Iterator<Item = &'a PlanUse> {
    model.plan_uses.iter().filter(move |usage| match usage.session {
        Some(id) => id == session.id,
        None => (0..=TO_START_SECS).contains(&(session.started - usage.at).num_seconds()),
    })
}
