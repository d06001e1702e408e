//! The environment: things that make starting easier, set up once or checked before each session.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal};
use super::model::Model;
use super::records::Record;
use super::time::Now;

/// One thing of the environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvironmentItem {
    pub id: Uuid,
    pub goal: Uuid,
    pub group: Group,
    pub kind: ItemKind,
    pub text: String,
    /// Place in its group, from 0.
    pub position: u32,
    /// When a set-up-once item was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_up: Option<DateTime<Utc>>,
    /// Put away, but kept for the sessions it was checked in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<DateTime<Utc>>,
    /// What is opened when a session starts in which it is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Opens>,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// The four groups of the method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Remove distractions.
    Distractions,
    /// Make starting easy.
    EasyStart,
    /// Physical reminders of the goal.
    Reminders,
    /// A place that supports the work.
    Place,
}

/// How often an item has to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    SetUpOnce,
    #[default]
    EverySession,
}

/// What an item opens: never a shell line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opens {
    /// A file or folder, with the program the desktop has for it.
    File { path: String },
    /// A program with its arguments as they are.
    Program { program: String, arguments: Vec<String> },
}

/// What can be done with the environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvironmentAction {
    /// Adds an item at the end of its group.
    Add {
        group: Group,
        kind: ItemKind,
        text: String,
    },
    Set {
        id: Uuid,
        field: ItemField,
    },
    /// Moves an item to a place in a group, from 0.
    Move {
        id: Uuid,
        group: Group,
        position: u32,
    },
    /// Ticks a set-up-once item, or takes the tick back.
    ToggleSetUp {
        id: Uuid,
    },
    /// Puts an item away, or brings it back.
    ToggleArchived {
        id: Uuid,
    },
    Delete {
        id: Uuid,
    },
}

/// One field of an item with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemField {
    Text(String),
    Kind(ItemKind),
    Opens(Option<Opens>),
}

impl Record for EnvironmentItem {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Carries out an environment action.
///
/// # Errors
/// Refuses without a goal, empty texts and unknown ids.
pub fn apply(_model: &mut Model, _action: EnvironmentAction, _now: Now) -> Result<Vec<Effect>, Refusal> {
    todo!("environment")
}
