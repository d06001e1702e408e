//! The target: minutes a day, in dated segments, so that a new one never changes an old day.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::model::Model;
use super::programme::Path;
use super::records::{Record, Records};
use super::review;
use super::time::Now;

/// Days until an easier target holds (evidence.md §4: the horizon that keeps a bad moment from deciding).
pub const EASIER_AFTER_DAYS: u64 = 7;
/// Longest target, in minutes a day.
pub const MAX_TARGET_MINUTES: u16 = 16 * 60;

/// Minutes a day from one day on, until the next segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub id: Uuid,
    pub goal: Uuid,
    pub from: NaiveDate,
    pub minutes: u16,
    pub made: DateTime<Utc>,
}

/// What can be done with the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetAction {
    /// Harder holds from today, easier in [`EASIER_AFTER_DAYS`] days, or from today in a review and while the end of a
    /// stage is looked back at; replaces a change still to come.
    Set { minutes: u16 },
}

impl Record for Target {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// The target in minutes that holds on a day; 0 before the first segment.
pub fn target_on(targets: &Records<Target>, goal: Uuid, day: NaiveDate) -> u16 {
    let held = targets.iter().filter(|target| target.goal == goal && target.from <= day);
    held.max_by_key(|target| (target.from, target.made, target.id)).map_or(0, |target| target.minutes)
}

/// The change that is decided but does not hold yet.
pub fn coming_target(targets: &Records<Target>, goal: Uuid, today: NaiveDate) -> Option<&Target> {
    targets.iter().filter(|target| target.goal == goal && target.from > today).max_by_key(|target| target.made)
}

/// Carries out a target action.
///
/// # Errors
/// Refuses 0 and more than [`MAX_TARGET_MINUTES`], and any target without a goal.
pub fn apply(model: &mut Model, action: TargetAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    let TargetAction::Set { minutes } = action;
    if minutes == 0 || minutes > MAX_TARGET_MINUTES {
        return Err(Refusal::OutOfRange("target"));
    }
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let today = now.today(model.settings.day_start_hour);
    let yesterday = today.pred_opt().unwrap_or(today);
    let held_before = target_on(&model.targets, goal, yesterday);
    let coming = coming_target(&model.targets, goal, today);
    let from = match coming {
        _ if minutes >= held_before || is_looking_back(model, today, now) => today,
        Some(coming) if coming.minutes == minutes => return Ok(Vec::new()),
        // Less easy than what is decided already need not wait longer than that.
        Some(coming) if coming.minutes < minutes => coming.from,
        _ => today.checked_add_days(Days::new(EASIER_AFTER_DAYS)).unwrap_or(today),
    };
    hold(model, goal, minutes, [from, today], now);
    Ok(saved())
}

/// Lets minutes hold from a day on, in place of every segment from then or still to come.
fn hold(model: &mut Model, goal: Uuid, minutes: u16, [from, today]: [NaiveDate; 2], now: Now) {
    let replaced: Vec<Uuid> = model
        .targets
        .iter()
        .filter(|target| target.goal == goal && (target.from >= from || target.from > today))
        .map(|target| target.id)
        .collect();
    for id in replaced {
        model.targets.remove(id);
    }
    if target_on(&model.targets, goal, from) != minutes {
        model.targets.insert(Target { id: now.id(0), goal, from, minutes, made: now.utc });
    }
}

/// A review is done: an easier target that was decided before need not wait any longer (product.md §3.6).
pub(super) fn hold_coming(model: &mut Model, goal: Uuid, now: Now) {
    let today = now.today(model.settings.day_start_hour);
    if let Some(minutes) = coming_target(&model.targets, goal, today).map(|coming| coming.minutes) {
        hold(model, goal, minutes, [today, today], now);
    }
}

/// Whether a review is being written, or a stage of the programme has ended and what comes next is being decided: then an
/// easier target is no whim.
pub(super) fn is_looking_back(model: &Model, today: NaiveDate, now: Now) -> bool {
    model.goal().is_some_and(|goal| {
        let has_stage_ended = || {
            let days = super::insight::days::Days::of(model, goal, today);
            Path::of(model, goal, &days, today).stage_end().is_some()
        };
        review::is_written_today(model, goal.id, now) || has_stage_ended()
    })
}

#[cfg(test)]
mod tests;
