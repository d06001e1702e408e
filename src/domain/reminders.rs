//! Reminders to start: several a day, by weekday and local time, silent once today's target is met.

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal};
use super::model::Model;
use super::records::Record;
use super::settings::Switch;
use super::time::Now;

/// One reminder to start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    pub id: Uuid,
    pub goal: Uuid,
    /// Minutes after midnight, local time, 0–1439.
    pub minute: u16,
    /// The days of the week it comes on, Monday first; at least one.
    pub weekdays: Vec<Weekday>,
    /// The cue it names, such as "after breakfast"; empty for the goal's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cue: String,
    pub state: Switch,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// A reminder that was put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutOff {
    pub id: Uuid,
    pub goal: Uuid,
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    /// When it comes again.
    pub until: DateTime<Utc>,
}

/// What can be done with reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderAction {
    Add {
        minute: u16,
        weekdays: Vec<Weekday>,
        cue: String,
    },
    Set {
        id: Uuid,
        field: ReminderField,
    },
    Delete {
        id: Uuid,
    },
    /// Comes again in ten minutes.
    PutOff,
}

/// One field of a reminder with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderField {
    Minute(u16),
    Weekdays(Vec<Weekday>),
    Cue(String),
    State(Switch),
}

impl Record for Reminder {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

impl Record for PutOff {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.at
    }
}

/// Carries out a reminder action.
///
/// # Errors
/// Refuses without a goal, a minute out of the day, no weekday, and unknown ids.
pub fn apply(_model: &mut Model, _action: ReminderAction, _now: Now) -> Result<Vec<Effect>, Refusal> {
    todo!("reminders")
}
