//! The rules of goals, which carry all else.

use super::{Fault, check_day, check_stamps, keep};
use crate::domain::goal::{Aim, Goal, GoalState, Pause};
use crate::domain::measure::MAX_AMOUNT;
use crate::domain::model::Quarantined;
use crate::domain::records::{Record, Records};
use crate::store::read::{Sourced, quarantined};

/// A goal carries all its sessions, so a fault in a lesser field leaves out that field, not the goal; the record
/// as it stood is kept aside all the same.
pub(super) fn check_goals(mut goals: Vec<Sourced<'_, Goal>>, bad: &mut Vec<Quarantined>) -> Records<Goal> {
    goals.sort_by_key(|(_, goal)| (goal.order(), goal.id));
    let mut is_active_taken = false;
    let mut mended = Vec::with_capacity(goals.len());
    for (text, mut goal) in goals {
        if goal.target_date.is_some_and(|date| check_day(date).is_err()) {
            goal.target_date = None;
            bad.push(quarantined("goals", Fault::FieldLeftOut, text));
        }
        if goal.look_back_told.is_some_and(|day| check_day(day).is_err()) {
            goal.look_back_told = None;
            bad.push(quarantined("goals", Fault::FieldLeftOut, text));
        }
        if check_pauses(&goal.pauses).is_err() {
            goal.pauses.clear();
            bad.push(quarantined("goals", Fault::FieldLeftOut, text));
        }
        if check_aims(&goal.aims).is_err() {
            goal.aims.clear();
            bad.push(quarantined("goals", Fault::FieldLeftOut, text));
        }
        if let Some(measure) = &mut goal.measure
            && measure.total.is_some_and(|total| !(total > 0.0 && total <= MAX_AMOUNT))
        {
            measure.total = None;
            bad.push(quarantined("goals", Fault::FieldLeftOut, text));
        }
        if goal.state == GoalState::Active && check_goal(&goal).is_ok() {
            if is_active_taken {
                goal.state = GoalState::Paused;
                bad.push(quarantined("goals", Fault::SecondActive, text));
            }
            is_active_taken = true;
        }
        mended.push((text, goal));
    }
    keep("goals", mended, bad, check_goal)
}

fn check_goal(goal: &Goal) -> Result<(), Fault> {
    check_stamps(&[goal.created, goal.modified, goal.closed.unwrap_or(goal.created)])?;
    check_day(goal.start_day)
}

fn check_pauses(pauses: &[Pause]) -> Result<(), Fault> {
    let days = pauses.iter().flat_map(|pause| [pause.from, pause.to]);
    days.clone().try_for_each(check_day)?;
    let is_in_order =
        pauses.iter().all(|pause| pause.from <= pause.to) && pauses.windows(2).all(|pair| pair[0].to < pair[1].from);
    if is_in_order { Ok(()) } else { Err(Fault::Range) }
}

fn check_aims(aims: &[Aim]) -> Result<(), Fault> {
    aims.iter().flat_map(|aim| [Some(aim.from), aim.date]).flatten().try_for_each(check_day)?;
    let is_total = aims.iter().filter_map(|aim| aim.total).all(|total| total > 0.0 && total <= MAX_AMOUNT);
    if is_total && aims.is_sorted_by(|a, b| a.from < b.from) { Ok(()) } else { Err(Fault::Range) }
}
