//! Identity: who one becomes, as dated wordings. Each session of the goal is a vote for it, however it was worded then.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::goal::Goal;
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

/// Notes a new wording; all of one day is one, and a wording typed away and back leaves no trace.
pub(super) fn note(model: &mut Model, goal: &Goal, text: &str, now: Now) {
    let (today, text) = (now.today(model.settings.day_start_hour), text.trim());
    let own: Vec<&Wording> = model.wordings.iter().filter(|wording| wording.goal == goal.id).collect();
    let of_today = own.iter().rfind(|wording| wording.from == today).map(|wording| wording.id);
    let earlier = own.iter().rfind(|wording| wording.from < today).map(|wording| wording.text.clone());
    // An identity from before wordings were kept holds since the goal began.
    let unkept = (own.is_empty() && !goal.identity.trim().is_empty() && goal.start_day < today).then(|| Wording {
        id: now.id(3),
        goal: goal.id,
        from: goal.start_day,
        text: goal.identity.trim().to_owned(),
        made: goal.created,
    });
    let is_back = earlier.or(unkept.as_ref().map(|wording| wording.text.clone())).is_some_and(|held| held == text);
    if let Some(wording) = unkept {
        model.wordings.insert(wording);
    }
    match of_today {
        Some(id) if text.is_empty() || is_back => {
            model.wordings.remove(id);
        }
        Some(id) => {
            model.wordings.update(id, |wording| text.clone_into(&mut wording.text));
        }
        None if text.is_empty() || is_back => {}
        None => {
            let (text, made) = (text.to_owned(), now.utc);
            model.wordings.insert(Wording { id: now.id(2), goal: goal.id, from: today, text, made });
        }
    }
}

/// A wording with the days it held. Votes are for the identity and not for a wording: all sessions of the goal, see
/// `insight`; here are those of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The days it held, the first and, once another followed, the last.
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    pub text: String,
    /// Sessions on those days.
    pub sessions: u32,
}

/// All wordings of a goal, newest first, each with the sessions of its days.
pub fn held(model: &Model, goal: Uuid) -> Vec<Held> {
    let mut own: Vec<&Wording> = model.wordings.iter().filter(|wording| wording.goal == goal).collect();
    own.sort_by_key(|wording| (wording.from, wording.made, wording.id));
    let mut all: Vec<Held> = own
        .iter()
        .enumerate()
        .map(|(nth, wording)| Held {
            from: wording.from,
            to: own.get(nth + 1).map(|next| next.from.pred_opt().unwrap_or(next.from)),
            text: wording.text.clone(),
            sessions: 0,
        })
        .collect();
    for session in model.sessions.iter().filter(|session| session.goal == goal) {
        let nth = all.partition_point(|held| held.from <= session.day);
        if let Some(held) = nth.checked_sub(1).and_then(|nth| all.get_mut(nth)) {
            held.sessions += 1;
        }
    }
    all.reverse();
    all
}

#[cfg(test)]
mod tests;
