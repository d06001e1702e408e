//! Rests: days marked rest, ill or travel, drawn apart and never a miss.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::model::Model;
use super::records::{Record, Records};
use super::time::Now;

/// Longest rest in one record, in days.
pub const MAX_REST_DAYS: i64 = 366;

/// A range of days, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    pub id: Uuid,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub kind: RestKind,
    pub made: DateTime<Utc>,
}

/// Why the days are free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RestKind {
    #[default]
    Rest,
    Ill,
    Travel,
}

/// What can be done with rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestAction {
    Add { from: NaiveDate, to: NaiveDate, kind: RestKind },
    Delete { id: Uuid },
}

impl Record for Rest {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// The kind of rest a day is marked with; the newest mark wins.
pub fn rest_on(rests: &Records<Rest>, day: NaiveDate) -> Option<RestKind> {
    rests.iter().rfind(|rest| rest.from <= day && day <= rest.to).map(|rest| rest.kind)
}

/// Carries out a rest action.
///
/// # Errors
/// Refuses a range that ends before it starts or is longer than [`MAX_REST_DAYS`], and unknown ids.
pub fn apply(model: &mut Model, action: RestAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        RestAction::Add { from, to, kind } => {
            if to < from || (to - from).num_days() >= MAX_REST_DAYS {
                return Err(Refusal::OutOfRange("rest"));
            }
            model.rests.insert(Rest { id: now.id(0), from, to, kind, made: now.utc });
            Ok(saved())
        }
        RestAction::Delete { id } => {
            model.rests.remove(id).ok_or(Refusal::Unknown("rest"))?;
            Ok(saved())
        }
    }
}

#[cfg(test)]
mod tests;
