//! What the page lists, gathered once for each change of the records.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::Model;
use crate::domain::goal::{Goal, GoalState};
use crate::domain::identity::{self, Held};
use crate::domain::measure::Count;
use crate::domain::rest::Rest;
use crate::domain::undo::Undoable;

/// The lists of the page, each newest first.
#[derive(Clone, Debug)]
pub struct Books {
    key: Undoable,
    /// Counts of the active goal.
    pub counts: Vec<Arc<Count>>,
    /// Proof lines of the active goal with their days.
    pub proofs: Vec<(NaiveDate, String)>,
    /// Wordings of the active goal's identity with the sessions of their days.
    pub wordings: Vec<Held>,
    pub rests: Vec<Arc<Rest>>,
    pub archive: Vec<Archived>,
    /// Figures of the active goal.
    pub figures: GoalFigures,
}

/// A closed goal with what it came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Archived {
    pub goal: Goal,
    pub figures: GoalFigures,
}

/// What a goal came to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GoalFigures {
    pub focus_secs: i64,
    pub sessions: u32,
    pub days: u32,
    /// In the measure's unit.
    pub counted: f64,
}

impl Books {
    /// The kept lists if they still hold, else new ones.
    pub fn kept<'a>(kept: &'a mut Option<Self>, model: &Model) -> &'a Self {
        let key = Undoable::of(model);
        if kept.as_ref().is_none_or(|books| !books.key.is_same(&key)) {
            *kept = None;
        }
        kept.get_or_insert_with(|| Self::of(model, key))
    }

    fn of(model: &Model, key: Undoable) -> Self {
        let goal = model.goal();
        let id = goal.map(|goal| goal.id);
        let proofs = model.goal_sessions().rev().filter(|session| !session.proof.trim().is_empty());
        let mut rests: Vec<Arc<Rest>> = model.rests.shared().cloned().collect();
        rests.sort_by_key(|rest| std::cmp::Reverse((rest.from, rest.made)));
        let mut archive: Vec<Archived> = model
            .goals
            .iter()
            .filter(|goal| goal.state != GoalState::Active)
            .map(|goal| Archived { goal: goal.clone(), figures: figures(model, goal) })
            .collect();
        archive.sort_by_key(|archived| std::cmp::Reverse(archived.goal.closed));
        Self {
            key,
            counts: model.counts.shared().rev().filter(|count| Some(count.goal) == id).cloned().collect(),
            proofs: proofs.map(|session| (session.day, session.proof.clone())).collect(),
            wordings: id.map(|id| identity::held(model, id)).unwrap_or_default(),
            rests,
            archive,
            figures: goal.map(|goal| figures(model, goal)).unwrap_or_default(),
        }
    }
}

/// Sums what a goal came to.
pub fn figures(model: &Model, goal: &Goal) -> GoalFigures {
    let mut found = GoalFigures::default();
    let mut last = None;
    for session in model.sessions.iter().filter(|session| session.goal == goal.id) {
        found.focus_secs += session.focus_secs();
        found.sessions += 1;
        if last != Some(session.day) {
            found.days += 1;
            last = Some(session.day);
        }
    }
    found.counted = model.counts.iter().filter(|count| count.goal == goal.id).map(|count| count.amount).sum();
    found
}
