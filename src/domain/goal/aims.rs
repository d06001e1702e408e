//! Aims: the total and the target date of a goal as they held from a day on, so that another leaves the line to the earlier
//! ones as it was.

use chrono::{Days as Span, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Goal;
use crate::domain::insight::days::Days;
use crate::domain::insight::target_line;
use crate::domain::model::Model;
use crate::domain::target::{EASIER_AFTER_DAYS, is_looking_back};
use crate::domain::time::Now;

#[cfg(test)]
mod tests;

/// What was aimed at from a day on, until the next aim.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aim {
    pub from: NaiveDate,
    /// In the measure's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

impl Aim {
    /// The total and the day it is to be reached on; none while one of them is open.
    pub fn end(&self) -> Option<(f64, NaiveDate)> {
        self.total.zip(self.date)
    }

    fn of(goal: &Goal, from: NaiveDate) -> Self {
        Self { from, total: goal.measure.as_ref().and_then(|measure| measure.total), date: goal.target_date }
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.total, self.date) == (other.total, other.date)
    }
}

impl Goal {
    /// Its aims in the order of their days. One that was never changed holds since the goal began.
    pub fn aims_in_order(&self) -> Vec<Aim> {
        if self.aims.is_empty() { vec![Aim::of(self, self.start_day)] } else { self.aims.clone() }
    }

    /// The total that was aimed at on a day; the first one before there was any.
    pub fn total_on(&self, day: NaiveDate) -> Option<f64> {
        let aims = self.aims_in_order();
        aims.iter().rfind(|aim| aim.from <= day).or(aims.first())?.total
    }

    /// The aim that is decided and does not hold yet.
    pub fn coming_aim(&self, today: NaiveDate) -> Option<&Aim> {
        self.aims.last().filter(|aim| aim.from > today)
    }
}

/// Notes the aim of the active goal after an edit; `old` is the goal before it.
///
/// All of one day is one, and what is typed away and back leaves no trace. A harder aim holds from today, an easier one in
/// [`EASIER_AFTER_DAYS`] days, or from today while a review is written or a stage is looked back at.
pub(super) fn note(model: &mut Model, old: &Goal, now: Now) {
    let Some(goal) = model.goals.get(old.id) else { return };
    let today = now.today(model.settings.day_start_hour);
    let new = Aim::of(goal, today);
    if new.is_same(&Aim::of(old, today)) {
        return;
    }
    let mut aims = old.aims_in_order();
    aims.retain(|aim| aim.from < today);
    if let Some(held) = aims.last().copied()
        && !held.is_same(&new)
    {
        let is_eased = is_easier(model, &Goal { aims: aims.clone(), ..old.clone() }, &new);
        let from = match old.coming_aim(today) {
            _ if !is_eased || is_looking_back(model, today, now) => today,
            // Less easy than what is decided already need not wait longer than that.
            Some(coming) if !is_easier_than(&new, coming) => coming.from,
            _ => today.checked_add_days(Span::new(EASIER_AFTER_DAYS)).unwrap_or(today),
        };
        aims.push(Aim { from, ..new });
    }
    let is_told_by_goal = matches!(aims.as_slice(), [only] if only.from == old.start_day && only.is_same(&new));
    model.goals.update(old.id, |goal| goal.aims = if is_told_by_goal { Vec::new() } else { aims });
}

/// A review is done: an easier aim that was decided before need not wait any longer (product.md §3.6).
pub(in crate::domain) fn hold_coming(model: &mut Model, goal: uuid::Uuid, now: Now) {
    let today = now.today(model.settings.day_start_hour);
    if model.goals.get(goal).is_some_and(|goal| goal.coming_aim(today).is_some()) {
        model.goals.update(goal, |goal| {
            goal.aims.retain(|aim| aim.from != today);
            goal.aims.last_mut().into_iter().for_each(|aim| aim.from = today);
            goal.modified = now.utc;
        });
    }
}

/// Whether an aim asks for less a day than the line of the goal as it was, from the day of the aim on. To have no line at all
/// is not easier, and a date that is past asks for nothing any more.
fn is_easier(model: &Model, old: &Goal, new: &Aim) -> bool {
    let days = Days::of(model, old, new.from);
    let held = old.aims.last().and_then(Aim::end).zip(target_line::line(old, &days));
    let (Some((held, line)), Some(end)) = (held, new.end()) else { return false };
    let value = line.at((new.from - old.start_day).num_days() as f64);
    pace(value, held, new.from).unwrap_or(0.0) > pace(value, end, new.from).unwrap_or(f64::INFINITY)
}

/// Whether one aim is below the other or later, and nowhere harder.
fn is_easier_than(new: &Aim, coming: &Aim) -> bool {
    match (new.end(), coming.end()) {
        (Some(new), Some(coming)) => new != coming && (new.0 < coming.0 || new.1 > coming.1),
        _ => false,
    }
}

/// What an end asks for a day from a value on a day on; none once its date has come.
fn pace(value: f64, (total, date): (f64, NaiveDate), from: NaiveDate) -> Option<f64> {
    let days = (date - from).num_days();
    (days > 0).then(|| (total - value) / days as f64)
}
