//! Undo: the last 50 steps, each remembered as the records before and after it.
//!
//! Taking a step back reverts only the records that the step itself changed; what happened since stays.

use chrono::{DateTime, Utc};
use std::sync::Arc;

use super::effect::UndoKey;
use super::goal::Goal;
use super::measure::Count;
use super::model::Model;
use super::records::{Record, Records};
use super::rest::Rest;
use super::reward::SessionReward;
use super::session::Session;
use super::target::Target;
use super::waiting_room::Wish;

/// Steps that can be taken back.
pub const MAX_STEPS: usize = 50;
/// Edits of the same kind this close together are one step, in seconds: typing is not undone by the letter.
pub const TYPING_SECS: i64 = 3;

/// Steps back and steps forward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    back: Vec<Step>,
    forward: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq)]
struct Step {
    key: UndoKey,
    at: DateTime<Utc>,
    before: Undoable,
    after: Undoable,
}

/// The part of the model that steps can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Undoable {
    goals: Records<Goal>,
    wishes: Records<Wish>,
    sessions: Records<Session>,
    counts: Records<Count>,
    targets: Records<Target>,
    rests: Records<Rest>,
    reward: SessionReward,
}

impl Undoable {
    /// A snapshot of the model, for a few pointers.
    pub fn of(model: &Model) -> Self {
        Self {
            goals: model.goals.clone(),
            wishes: model.wishes.clone(),
            sessions: model.sessions.clone(),
            counts: model.counts.clone(),
            targets: model.targets.clone(),
            rests: model.rests.clone(),
            reward: model.reward.clone(),
        }
    }

    /// True when nothing was changed between the two snapshots.
    pub fn is_same(&self, other: &Self) -> bool {
        let Self { goals, wishes, sessions, counts, targets, rests, reward } = self;
        goals.is_same(&other.goals)
            && wishes.is_same(&other.wishes)
            && sessions.is_same(&other.sessions)
            && counts.is_same(&other.counts)
            && targets.is_same(&other.targets)
            && rests.is_same(&other.rests)
            && *reward == other.reward
    }
}

impl History {
    /// Remembers a step; what was undone before can no longer be done again.
    pub fn push(&mut self, key: UndoKey, before: Undoable, after: Undoable, at: DateTime<Utc>) {
        self.forward.clear();
        let is_edit =
            matches!(key, UndoKey::GoalEdited | UndoKey::SessionEdited | UndoKey::RewardSet | UndoKey::WishRenamed);
        if let Some(last) = self.back.last_mut()
            && is_edit
            && last.key == key
            && (0..=TYPING_SECS).contains(&(at - last.at).num_seconds())
        {
            last.after = after;
            last.at = at;
            return;
        }
        self.back.push(Step { key, at, before, after });
        if self.back.len() > MAX_STEPS {
            self.back.remove(0);
        }
    }

    /// What the next undo takes back.
    pub fn next_undo(&self) -> Option<UndoKey> {
        self.back.last().map(|step| step.key)
    }

    /// What the next redo does again.
    pub fn next_redo(&self) -> Option<UndoKey> {
        self.forward.last().map(|step| step.key)
    }
}

/// Takes the last step back; `None` when there is none.
pub fn undo(model: &mut Model) -> Option<UndoKey> {
    let step = model.history.back.pop()?;
    change(model, &step.after, &step.before);
    let key = step.key;
    model.history.forward.push(step);
    Some(key)
}

/// Does the last undone step again; `None` when there is none.
pub fn redo(model: &mut Model) -> Option<UndoKey> {
    let step = model.history.forward.pop()?;
    change(model, &step.before, &step.after);
    let key = step.key;
    model.history.back.push(step);
    Some(key)
}

/// Brings what differs between `from` and `to` to its state in `to`.
fn change(model: &mut Model, from: &Undoable, to: &Undoable) {
    change_list(&mut model.goals, &from.goals, &to.goals);
    change_list(&mut model.wishes, &from.wishes, &to.wishes);
    change_list(&mut model.sessions, &from.sessions, &to.sessions);
    change_list(&mut model.counts, &from.counts, &to.counts);
    change_list(&mut model.targets, &from.targets, &to.targets);
    change_list(&mut model.rests, &from.rests, &to.rests);
    if from.reward != to.reward {
        model.reward = to.reward.clone();
    }
}

fn change_list<T: Record>(list: &mut Records<T>, from: &Records<T>, to: &Records<T>) {
    if from.is_same(to) {
        return;
    }
    if list.is_same(from) {
        *list = to.clone();
        return;
    }
    let missing_in = |records: &Records<T>, record: &Arc<T>| {
        let key = (record.order(), record.id());
        records
            .shared()
            .binary_search_by_key(&key, |other| (other.order(), other.id()))
            .map_or(true, |at| !Arc::ptr_eq(&records.shared()[at], record))
    };
    for gone in from.shared().iter().filter(|record| missing_in(to, record)) {
        list.remove(gone.id());
    }
    for back in to.shared().iter().filter(|record| missing_in(from, record)) {
        list.insert_shared(Arc::clone(back));
    }
}
