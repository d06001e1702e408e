//! Undo: the last 50 steps, each remembered as the records before and after it.
//!
//! Taking a step back reverts only the records that the step itself changed; what happened since stays.

use std::mem::Discriminant;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::effect::{Refusal, UndoKey};
use super::environment::{EnvironmentItem, ItemField};
use super::experiments::Experiment;
use super::goal::{Goal, GoalField, GoalState};
use super::identity::Wording;
use super::measure::Count;
use super::model::Model;
use super::nudges::Dismissal;
use super::people::{CheckIn, Community, Outlet, Partner, Pledge};
use super::plans::{Plan, PlanUse};
use super::programme::Mark;
use super::records::{Record, Records};
use super::reminders::{Reminder, ReminderField};
use super::rest::Rest;
use super::review::{Review, ReviewField};
use super::rewards::{Layer, OwnMilestone, Reward, Rung};
use super::session::{Session, SessionField};
use super::session_length::Length;
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
    /// The field that was typed in, if it was one.
    typed: Option<Typed>,
    at: DateTime<Utc>,
    before: Undoable,
    after: Undoable,
}

/// One field of one record, to tell typing on in it from another edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    Goal(Uuid, Discriminant<GoalField>),
    Session(Uuid, Discriminant<SessionField>),
    Wish(Uuid),
    /// What a session counted.
    Count(Uuid),
    /// How many days a week or a month takes.
    Rung(Layer),
    Item(Uuid, Discriminant<ItemField>),
    Reminder(Uuid, Discriminant<ReminderField>),
    Review(Uuid, Discriminant<ReviewField>),
    /// What an experiment is.
    Experiment(Uuid),
    /// The length of sessions.
    Length,
}

/// The lists of records that steps can change, each named once.
macro_rules! undoable {
    ($($list:ident: $record:ty),+ $(,)?) => {
        /// The part of the model that steps can change.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Undoable {
            $($list: Records<$record>,)+
            /// The one setting that steps change, with the length they decide.
            session_minutes: u16,
        }

        impl Undoable {
            /// A snapshot of the model, for a few pointers.
            pub fn of(model: &Model) -> Self {
                let session_minutes = model.settings.session_minutes;
                Self { $($list: model.$list.clone(),)+ session_minutes }
            }

            /// True when nothing was changed between the two snapshots.
            pub fn is_same(&self, other: &Self) -> bool {
                $(self.$list.is_same(&other.$list) &&)+
                    self.session_minutes == other.session_minutes
            }

            /// Puts the snapshot in place of what the model holds.
            fn restore(self, model: &mut Model) {
                $(model.$list = self.$list;)+
                model.settings.session_minutes = self.session_minutes;
            }
        }

        /// Brings what differs between `from` and `to` to its state in `to`.
        fn change(model: &mut Model, from: &Undoable, to: &Undoable) {
            $(change_list(&mut model.$list, &from.$list, &to.$list);)+
            // What was set since then stays.
            if model.settings.session_minutes == from.session_minutes {
                model.settings.session_minutes = to.session_minutes;
            }
        }
    };
}

undoable! {
    goals: Goal, wishes: Wish, sessions: Session, counts: Count, targets: Target, rests: Rest, wordings: Wording,
    programme: Mark, lengths: Length, environment: EnvironmentItem, plans: Plan, plan_uses: PlanUse, reminders: Reminder,
    dismissals: Dismissal, reviews: Review, experiments: Experiment, rewards: Reward, milestones: OwnMilestone,
    rungs: Rung, partners: Partner, pledges: Pledge, communities: Community, check_ins: CheckIn, outlets: Outlet,
}

impl History {
    /// Remembers a step; what was undone before can no longer be done again.
    pub fn push(&mut self, key: UndoKey, typed: Option<Typed>, change: [Undoable; 2], at: DateTime<Utc>) {
        self.forward.clear();
        let [before, after] = change;
        if let Some(last) = self.back.last_mut()
            && typed.is_some()
            && last.typed == typed
            && last.after.is_same(&before)
            && (0..=TYPING_SECS).contains(&(at - last.at).num_seconds())
        {
            last.after = after;
            last.at = at;
            return;
        }
        self.back.push(Step { key, typed, at, before, after });
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

/// Takes the last step back.
///
/// # Errors
/// Refuses when there is none, and when the goal of records or of the running session would go with it.
pub fn undo(model: &mut Model) -> Result<UndoKey, Refusal> {
    let step = model.history.back.last().ok_or(Refusal::NothingToUndo)?.clone();
    change_soundly(model, &step.after, &step.before, Refusal::NothingToUndo)?;
    model.history.back.pop();
    let key = step.key;
    model.history.forward.push(step);
    Ok(key)
}

/// Does the last undone step again.
///
/// # Errors
/// As [`undo`].
pub fn redo(model: &mut Model) -> Result<UndoKey, Refusal> {
    let step = model.history.forward.last().ok_or(Refusal::NothingToRedo)?.clone();
    change_soundly(model, &step.before, &step.after, Refusal::NothingToRedo)?;
    model.history.forward.pop();
    let key = step.key;
    model.history.back.push(step);
    Ok(key)
}

/// Changes all or nothing: one goal at most stays active, it is that of the running session, and no record loses its goal.
fn change_soundly(model: &mut Model, from: &Undoable, to: &Undoable, refusal: Refusal) -> Result<(), Refusal> {
    let now = Undoable::of(model);
    change(model, from, to);
    if from.goals.is_same(&to.goals) || is_sound(model) {
        return Ok(());
    }
    now.restore(model);
    Err(if model.running.is_some() { Refusal::SessionRunning } else { refusal })
}

fn is_sound(model: &Model) -> bool {
    let active = model.goals.iter().filter(|goal| goal.state == GoalState::Active).count();
    let is_known = |goal: Uuid| model.goals.get(goal).is_some();
    active <= 1
        && model.running.as_ref().is_none_or(|running| model.goal().is_some_and(|goal| goal.id == running.goal))
        && model.sessions.iter().all(|session| is_known(session.goal))
        && model.counts.iter().all(|count| is_known(count.goal))
        && model.answers.iter().all(|answer| is_known(answer.goal))
        && model.pledges.iter().all(|pledge| is_known(pledge.goal))
        && model.check_ins.iter().all(|check_in| is_known(check_in.goal))
}

fn change_list<T: Record>(list: &mut Records<T>, from: &Records<T>, to: &Records<T>) {
    if from.is_same(to) {
        return;
    }
    if list.is_same(from) {
        *list = to.clone();
        return;
    }
    for gone in from.not_in(to).filter(|record| to.get(record.id()).is_none()) {
        list.remove(gone.id());
    }
    for back in to.not_in(from) {
        match (from.get(back.id()), list.get(back.id())) {
            (Some(old), Some(current)) => {
                let mut back = T::clone(back);
                back.keep_other_changes(old, current);
                list.insert(back);
            }
            _ => list.insert_shared(Arc::clone(back)),
        }
    }
}

#[cfg(test)]
mod tests;
