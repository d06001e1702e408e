//! If-then plans: for each obstacle one action, decided beforehand; and how often it helped.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal};
use super::model::Model;
use super::records::Record;
use super::time::Now;

/// "If `obstacle`, then I will `action`."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub id: Uuid,
    pub goal: Uuid,
    /// What follows "If", without it.
    pub obstacle: String,
    /// What follows "then I will", without it.
    pub action: String,
    /// What is wished for, and what would be best about it; written in the guided way (WOOP).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wish: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// When it was read back once after writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_back: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<DateTime<Utc>>,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// One time a plan was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanUse {
    pub id: Uuid,
    pub plan: Uuid,
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    /// The session it happened in, if in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Uuid>,
    pub result: UseResult,
}

/// Whether a used plan helped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum UseResult {
    /// Not said yet.
    #[default]
    Open,
    Helped,
    DidNotHelp,
}

/// What can be done with plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanAction {
    Add {
        obstacle: String,
        action: String,
        wish: String,
        outcome: String,
    },
    Set {
        id: Uuid,
        field: PlanField,
    },
    /// It was read back once.
    ReadBack {
        id: Uuid,
    },
    ToggleArchived {
        id: Uuid,
    },
    Delete {
        id: Uuid,
    },
    /// The obstacle came and the plan was used.
    Use {
        id: Uuid,
    },
    /// Says whether a use helped.
    Judge {
        usage: Uuid,
        result: UseResult,
    },
}

/// One field of a plan with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanField {
    Obstacle(String),
    Action(String),
    Wish(String),
    Outcome(String),
}

impl Record for Plan {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

impl Record for PlanUse {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.at
    }
}

/// Carries out a plan action.
///
/// # Errors
/// Refuses without a goal, an empty obstacle or action, and unknown ids.
pub fn apply(_model: &mut Model, _action: PlanAction, _now: Now) -> Result<Vec<Effect>, Refusal> {
    todo!("plans")
}
