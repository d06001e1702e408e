//! The waiting room: other wishes, parked in two seconds. None of them can have sessions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved, saved_if_changed};
use super::goal::{self, checked_title};
use super::model::Model;
use super::records::Record;
use super::time::Now;

/// One parked wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    pub id: Uuid,
    pub title: String,
    pub added: DateTime<Utc>,
}

/// What can be done in the waiting room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WishAction {
    Add {
        title: String,
    },
    Rename {
        id: Uuid,
        title: String,
    },
    Delete {
        id: Uuid,
    },
    /// Makes a wish the goal; refused while another is active.
    Promote {
        id: Uuid,
    },
}

impl Record for Wish {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.added
    }
}

/// Carries out a waiting-room action.
///
/// # Errors
/// Refuses an empty title, an unknown id, and promoting while a goal is active.
pub fn apply(model: &mut Model, action: WishAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        WishAction::Add { title } => {
            let wish = Wish { id: now.id(0), title: checked_title(&title)?, added: now.utc };
            model.wishes.insert(wish);
            Ok(saved())
        }
        WishAction::Rename { id, title } => {
            let title = checked_title(&title)?;
            let before = model.wishes.clone();
            let found = model.wishes.update(id, |wish| wish.title = title);
            if found { Ok(saved_if_changed(&before, &model.wishes)) } else { Err(Refusal::Unknown("wish")) }
        }
        WishAction::Delete { id } => {
            model.wishes.remove(id).ok_or(Refusal::Unknown("wish"))?;
            Ok(saved())
        }
        WishAction::Promote { id } => {
            let title = model.wishes.get(id).ok_or(Refusal::Unknown("wish"))?.title.clone();
            let effects = goal::create(model, &title, now)?;
            model.wishes.remove(id);
            Ok(effects)
        }
    }
}

#[cfg(test)]
mod tests;
