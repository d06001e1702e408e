//! The goal's own unit and the counts that make it grow.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved, saved_if_changed};
use super::model::Model;
use super::records::Record;
use super::time::Now;

/// Largest amount of one count, and largest total of a measure.
pub const MAX_AMOUNT: f64 = 1_000_000_000.0;
/// Longest unit name, in characters.
pub const MAX_UNIT_CHARS: usize = 24;

/// What grows with the goal: words, pages, reps, lessons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Plural name of the unit, such as "words".
    pub unit: String,
    /// Where the goal is reached, if it has an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<f64>,
}

/// An amount of the measure, added in a session or on its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Count {
    pub id: Uuid,
    pub goal: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Uuid>,
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    /// In the measure's unit, finite, never zero; negative to correct.
    pub amount: f64,
}

/// What can be done with counts.
#[derive(Clone, Debug, PartialEq)]
pub enum CountAction {
    /// Adds to today, in the running session if there is one, or to the named session's day.
    Add {
        amount: f64,
        session: Option<Uuid>,
    },
    /// Sets what a session counted in all.
    SetForSession {
        session: Uuid,
        amount: f64,
    },
    Edit {
        id: Uuid,
        amount: f64,
    },
    Delete {
        id: Uuid,
    },
}

impl Measure {
    /// The measure with a trimmed unit.
    ///
    /// # Errors
    /// Refuses an empty or long unit and a total that is not a positive number.
    pub fn checked(self) -> Result<Self, Refusal> {
        let unit = self.unit.trim().to_owned();
        if unit.is_empty() {
            return Err(Refusal::Empty("unit"));
        }
        if unit.chars().count() > MAX_UNIT_CHARS {
            return Err(Refusal::TooLong { field: "unit", max: MAX_UNIT_CHARS });
        }
        if self.total.is_some_and(|total| !(total > 0.0 && total <= MAX_AMOUNT)) {
            return Err(Refusal::OutOfRange("total"));
        }
        Ok(Self { unit, total: self.total })
    }
}

impl Record for Count {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.at
    }
}

/// Carries out a count action.
///
/// # Errors
/// Refuses amounts that are zero, not finite or beyond [`MAX_AMOUNT`], and unknown ids.
pub fn apply(model: &mut Model, action: CountAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        CountAction::Add { amount, session } => add(model, checked_amount(amount)?, session, now),
        CountAction::SetForSession { session, amount } => set_for_session(model, session, amount, now),
        CountAction::Edit { id, amount } => {
            let amount = checked_amount(amount)?;
            let before = model.counts.clone();
            let found = model.counts.update(id, |count| count.amount = amount);
            if found { Ok(saved_if_changed(&before, &model.counts)) } else { Err(Refusal::Unknown("count")) }
        }
        CountAction::Delete { id } => {
            model.counts.remove(id).ok_or(Refusal::Unknown("count"))?;
            Ok(saved())
        }
    }
}

fn add(model: &mut Model, amount: f64, session: Option<Uuid>, now: Now) -> Result<Vec<Effect>, Refusal> {
    let (goal, session, day) = place(model, session, now)?;
    model.counts.insert(Count { id: now.id(0), goal, session, at: now.utc, day, amount });
    Ok(saved())
}

/// The goal, session and day a count belongs to.
fn place(model: &Model, session: Option<Uuid>, now: Now) -> Result<(Uuid, Option<Uuid>, NaiveDate), Refusal> {
    let running = model.running.as_ref().filter(|running| session.is_none_or(|id| id == running.id));
    if let Some(running) = running {
        return Ok((running.goal, Some(running.id), running.day));
    }
    if let Some(id) = session {
        let session = model.sessions.get(id).ok_or(Refusal::Unknown("session"))?;
        return Ok((session.goal, Some(id), session.day));
    }
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    Ok((goal, None, now.today(model.settings.day_start_hour)))
}

fn set_for_session(model: &mut Model, session: Uuid, amount: f64, now: Now) -> Result<Vec<Effect>, Refusal> {
    if !(amount.is_finite() && amount.abs() <= MAX_AMOUNT) {
        return Err(Refusal::OutOfRange("count"));
    }
    place(model, Some(session), now)?;
    let of_session = |count: &&Count| count.session == Some(session);
    let old: Vec<&Count> = model.counts.iter().filter(of_session).collect();
    if matches!(old[..], [count] if count.amount.total_cmp(&amount).is_eq()) {
        return Ok(Vec::new());
    }
    for id in old.iter().map(|count| count.id).collect::<Vec<_>>() {
        model.counts.remove(id);
    }
    if amount == 0.0 { Ok(saved()) } else { add(model, amount, Some(session), now) }
}

fn checked_amount(amount: f64) -> Result<f64, Refusal> {
    let fits = amount.is_finite() && amount != 0.0 && amount.abs() <= MAX_AMOUNT;
    if fits { Ok(amount) } else { Err(Refusal::OutOfRange("count")) }
}

#[cfg(test)]
mod tests;
