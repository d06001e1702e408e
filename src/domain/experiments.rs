//! Experiments: an adjustment decided in a review, dated, and judged 14 days later.

mod card;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved, saved_if_changed};
use super::goal::{Goal, cut};
use super::model::Model;
use super::records::{Record, Records};
use super::time::Now;

pub use card::{Card, Cards, JUDGED_AFTER_DAYS, LEAST_ENERGY, Outcome, Says, Side};

/// Something that is done differently from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experiment {
    pub id: Uuid,
    pub goal: Uuid,
    /// The first day of it.
    pub day: NaiveDate,
    /// What is done differently.
    pub what: String,
    /// The review it was decided in, if in one; that may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Uuid>,
    pub design: ExperimentDesign,
    pub state: ExperimentState,
    /// The day on which it was kept, changed or dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<NaiveDate>,
    /// The day on which it was kept, where it was changed or dropped on a later one: it was tried until then, and on from
    /// then to that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<NaiveDate>,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// Which days it is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ExperimentDesign {
    /// All from its first day on: the days before are what they are compared with.
    Dated,
    /// Those a coin deals out: the others are what they are compared with.
    CoinFlip,
}

/// What became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ExperimentState {
    #[default]
    Running,
    /// It is part of the user's system now.
    Kept,
    /// Something else is tried in its place.
    Changed,
    Dropped,
}

/// What can be done with experiments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExperimentAction {
    /// From today on; the same once more on the same day changes nothing.
    Start {
        what: String,
        review: Option<Uuid>,
        design: ExperimentDesign,
    },
    /// Puts other words in place of the old.
    Edit {
        id: Uuid,
        what: String,
    },
    /// Says what becomes of it, as of today; `Running` takes that back on the same day, and later tries the same anew.
    Decide {
        id: Uuid,
        state: ExperimentState,
    },
    /// Sets it aside as of today for something else of the same design, which begins today: one step.
    Change {
        id: Uuid,
        what: String,
    },
    Delete {
        id: Uuid,
    },
}

impl ExperimentState {
    pub fn is_running(self) -> bool {
        self == Self::Running
    }
}

impl Experiment {
    /// The day on which it was no longer tried but kept, changed or dropped.
    pub fn tried_until(&self) -> Option<NaiveDate> {
        self.kept.or(self.decided)
    }

    fn decide(&mut self, state: ExperimentState, today: NaiveDate) {
        let is_back = matches!(state, ExperimentState::Running | ExperimentState::Kept) && self.decided == Some(today);
        if self.state == state {
            return;
        }
        if let Some(kept) = self.kept.take_if(|_| is_back) {
            (self.state, self.decided) = (ExperimentState::Kept, Some(kept));
            return;
        }
        if self.state == ExperimentState::Kept {
            self.kept = self.decided.filter(|kept| *kept < today);
        }
        self.state = state;
        self.decided = if state.is_running() { None } else { Some(today) };
    }
}

impl Record for Experiment {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Carries out an experiment action.
///
/// # Errors
/// Refuses without a goal, without words, and unknown ids.
pub fn apply(model: &mut Model, action: ExperimentAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        ExperimentAction::Start { what, review, design } => {
            let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
            let what = checked(&what)?;
            if review.is_some_and(|review| model.reviews.get(review).is_none()) {
                return Err(Refusal::Unknown("review"));
            }
            let today = now.today(model.settings.day_start_hour);
            let is_same = |other: &Experiment| {
                (other.goal, other.day, other.design, other.review) == (goal, today, design, review)
                    && other.what == what
                    && other.state.is_running()
            };
            if model.experiments.iter().any(is_same) {
                return Ok(Vec::new());
            }
            start(model, goal, what, review, design, now);
            Ok(saved())
        }
        ExperimentAction::Edit { id, what } => {
            let what = checked(&what)?;
            change(model, id, now, |experiment| experiment.what = what)
        }
        ExperimentAction::Change { id, what } => {
            let what = checked(&what)?;
            let decide = ExperimentAction::Decide { id, state: ExperimentState::Changed };
            apply(model, decide, now)?;
            let design = model.experiments.get(id).ok_or(Refusal::Unknown("experiment"))?.design;
            apply(model, ExperimentAction::Start { what, review: None, design }, now)?;
            Ok(saved())
        }
        ExperimentAction::Decide { id, state } => {
            let today = now.today(model.settings.day_start_hour);
            let decided = |one: &&Experiment| state.is_running() && one.decided.is_some_and(|decided| decided != today);
            if let Some(past) = model.experiments.get(id).filter(decided).cloned() {
                return Ok(try_again(model, past, now));
            }
            change(model, id, now, |experiment| experiment.decide(state, today))
        }
        ExperimentAction::Delete { id } => {
            model.experiments.remove(id).ok_or(Refusal::Unknown("experiment"))?;
            Ok(saved())
        }
    }
}

/// Starts the same from today on, for nobody knows which of the days since it was decided it was on.
fn try_again(model: &mut Model, past: Experiment, now: Now) -> Vec<Effect> {
    if is_tried_again(model, &past) {
        return Vec::new();
    }
    start(model, past.goal, past.what, None, past.design, now);
    saved()
}

/// Whether one with the same words and design runs.
pub fn is_tried_again(model: &Model, past: &Experiment) -> bool {
    let is_same = |one: &Experiment| (one.goal, one.design) == (past.goal, past.design) && one.what == past.what;
    model.experiments.iter().any(|one| one.state.is_running() && is_same(one))
}

fn start(model: &mut Model, goal: Uuid, what: String, review: Option<Uuid>, design: ExperimentDesign, now: Now) {
    model.experiments.insert(Experiment {
        id: now.id(4),
        goal,
        day: now.today(model.settings.day_start_hour),
        what,
        review,
        design,
        state: ExperimentState::Running,
        decided: None,
        kept: None,
        made: now.utc,
        modified: now.utc,
    });
}

fn change(model: &mut Model, id: Uuid, now: Now, change: impl FnOnce(&mut Experiment)) -> Result<Vec<Effect>, Refusal> {
    let before = model.experiments.clone();
    let found = model.experiments.update(id, |experiment| {
        let old = experiment.clone();
        change(experiment);
        if *experiment != old {
            experiment.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.experiments)) } else { Err(Refusal::Unknown("experiment")) }
}

fn checked(what: &str) -> Result<String, Refusal> {
    let what = what.trim();
    if what.is_empty() { Err(Refusal::Empty("experiment")) } else { Ok(cut(what.to_owned())) }
}

/// Whether it is on on a day: from its first day until it is changed or dropped, by a coin while that is its design.
pub fn is_on(experiment: &Experiment, day: NaiveDate) -> bool {
    let is_over = experiment.decided.is_some_and(|decided| decided <= day);
    match experiment.state {
        _ if day < experiment.day => false,
        ExperimentState::Kept if is_over => true,
        ExperimentState::Changed | ExperimentState::Dropped if is_over => false,
        _ if experiment.kept.is_some_and(|kept| kept <= day) => true,
        _ => experiment.design == ExperimentDesign::Dated || coin(experiment.id, day),
    }
}

/// A fair coin for a day of an experiment, always falling the same way: nothing of it has to be stored.
fn coin(experiment: Uuid, day: NaiveDate) -> bool {
    use chrono::Datelike;
    // FNV-1a over the id and the day, then the mixer of SplitMix64, which spreads a change to every bit.
    let bytes = experiment.into_bytes().into_iter().chain(day.num_days_from_ce().to_le_bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) & 1 == 1
}

/// The experiments that had begun by the end of a day, each as it stood then: what was decided later was not yet.
pub fn as_of(model: &Model, day: NaiveDate) -> Records<Experiment> {
    let begun = model.experiments.shared().filter(|one| one.day <= day);
    let stood = begun.map(|one| {
        if one.decided.is_none_or(|decided| decided <= day) {
            return Arc::clone(one);
        }
        let decided = one.kept.filter(|kept| *kept <= day);
        let state = if decided.is_some() { ExperimentState::Kept } else { ExperimentState::Running };
        Arc::new(Experiment { state, decided, kept: None, ..Experiment::clone(one) })
    });
    Records::from_shared(stood.collect())
}

/// The experiments of a goal, newest first.
pub fn newest_first<'a>(model: &'a Model, goal: &Goal) -> Vec<&'a Experiment> {
    let mut own: Vec<&Experiment> = model.experiments.iter().filter(|one| one.goal == goal.id).collect();
    own.sort_by_key(|experiment| std::cmp::Reverse((experiment.day, experiment.made, experiment.id)));
    own
}

/// The one that is looked at: the newest that runs. Others may run on beside it.
pub fn focal<'a>(model: &'a Model, goal: &Goal) -> Option<&'a Experiment> {
    newest_first(model, goal).into_iter().find(|experiment| experiment.state.is_running())
}

/// "My system, and why": what was kept, newest first, each with its figures where they are known.
pub fn system<'a>(model: &'a Model, goal: &Goal, cards: &'a Cards) -> Vec<(&'a Experiment, Option<&'a Card>)> {
    let own = newest_first(model, goal).into_iter();
    let kept = own.filter(|experiment| experiment.state == ExperimentState::Kept);
    kept.map(|experiment| (experiment, cards.get(experiment.id))).collect()
}
