//! Pledges: what was promised, until when, to whom and where. Dated, kept and never rewritten.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::words::{checked_line, one_line};
use super::{MAX_LINE_CHARS, MAX_PLEDGES};
use crate::domain::effect::{Effect, Refusal, saved};
use crate::domain::model::Model;
use crate::domain::records::Record;
use crate::domain::time::Now;

/// A promise that was said to someone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pledge {
    pub id: Uuid,
    pub goal: Uuid,
    pub what: String,
    /// The last day it has.
    pub until: NaiveDate,
    /// To whom it was said, and where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The day it was made on.
    pub day: NaiveDate,
    pub made: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome_words: String,
    /// When the outcome was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged: Option<DateTime<Utc>>,
    pub modified: DateTime<Utc>,
}

/// What became of a pledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    Kept,
    Partly,
    NotKept,
}

impl Outcome {
    pub const ALL: [Self; 3] = [Self::Kept, Self::Partly, Self::NotKept];
}

impl Pledge {
    /// Whether it was not said yet what became of it.
    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }
}

impl Record for Pledge {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

pub(super) fn make(
    model: &mut Model,
    what: &str,
    until: NaiveDate,
    [to, place]: [&str; 2],
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let day = now.today(model.settings.day_start_hour);
    let what = one_line(what);
    match what.chars().count() {
        0 => return Err(Refusal::Empty("pledge")),
        1..=MAX_LINE_CHARS => {}
        _ => return Err(Refusal::TooLong { field: "pledge", max: MAX_LINE_CHARS }),
    }
    let (to, place) = (checked_line(to, "to")?, checked_line(place, "place")?);
    if until < day || until > super::last_day() {
        return Err(Refusal::OutOfRange("until"));
    }
    if model.pledges.iter().filter(|pledge| pledge.goal == goal && pledge.is_open()).count() >= MAX_PLEDGES {
        return Err(Refusal::OutOfRange("pledges"));
    }
    model.pledges.insert(Pledge {
        id: now.id(0),
        goal,
        what,
        until,
        to,
        place,
        day,
        made: now.utc,
        outcome: None,
        outcome_words: String::new(),
        judged: None,
        modified: now.utc,
    });
    Ok(saved())
}

/// Says what became of a pledge, or takes that back.
pub(super) fn judge(
    model: &mut Model,
    id: Uuid,
    outcome: Option<Outcome>,
    words: &str,
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let words = checked_line(words, "outcome")?;
    let pledge = model.pledges.get(id).ok_or(Refusal::Unknown("pledge"))?;
    let outcome_words = if outcome.is_some() { words } else { String::new() };
    if (pledge.outcome, &pledge.outcome_words) == (outcome, &outcome_words) {
        return Ok(Vec::new());
    }
    model.pledges.update(id, |pledge| {
        (pledge.outcome, pledge.outcome_words) = (outcome, outcome_words);
        (pledge.judged, pledge.modified) = (outcome.map(|_| now.utc), now.utc);
    });
    Ok(saved())
}

/// Takes a pledge out on the day it was made; later it stays as it was said.
pub(super) fn take_back(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    let pledge = model.pledges.get(id).ok_or(Refusal::Unknown("pledge"))?;
    if !pledge.is_open() || pledge.day != now.today(model.settings.day_start_hour) {
        return Err(Refusal::OutOfRange("pledge"));
    }
    model.pledges.remove(id);
    Ok(saved())
}
