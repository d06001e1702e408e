//! Identity: who one becomes, as dated wordings; each session is a vote for it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::Model;
use super::records::Record;
use super::time::Now;

/// The wording of an identity from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub id: Uuid,
    pub goal: Uuid,
    pub from: NaiveDate,
    pub text: String,
    pub made: DateTime<Utc>,
}

impl Record for Wording {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Notes a new wording; typing on the same day is one wording.
pub(super) fn note(model: &mut Model, goal: Uuid, text: &str, now: Now) {
    let today = now.today(model.settings.day_start_hour);
    let of_today = model.wordings.iter().rfind(|wording| wording.goal == goal && wording.from == today);
    match (of_today.map(|wording| wording.id), text.trim()) {
        (Some(id), "") => {
            model.wordings.remove(id);
        }
        (Some(id), text) => {
            model.wordings.update(id, |wording| text.clone_into(&mut wording.text));
        }
        (None, "") => {}
        (None, text) => {
            let wording = Wording { id: now.id(2), goal, from: today, text: text.to_owned(), made: now.utc };
            model.wordings.insert(wording);
        }
    }
}
