//! Reviews: the week or the month looked back at, with the answers in the user's own words.
//!
//! A review belongs to its period, however late it is written; only what is answered stands in the file.

mod field;
mod period;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved, saved_if_changed};
use super::goal::Goal;
use super::goal::aims;
use super::insight::automaticity::HabitRating;
use super::model::Model;
use super::records::Record;
use super::target;
use super::time::{Now, day_of};

pub use field::ReviewField;
pub use period::{Due, Period, due, late, rings};

/// Highest answer to an item of automaticity; the lowest is 1 (evidence.md §1, SRBAI).
pub const MAX_ITEM: u8 = 7;
/// Highest answer to what is asked from 0 to 10.
pub const MAX_TEN: u8 = 10;

/// What is looked back at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReviewKind {
    Weekly,
    Monthly,
}

/// One look back at a week or a month of a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub id: Uuid,
    pub goal: Uuid,
    pub kind: ReviewKind,
    /// The days it looks back at, both included.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The goal day it was finished on; a draft until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
    /// Weekly: what came of the work.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub progress: String,
    /// Weekly: what the user can do now that they could not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub skill: String,
    /// Weekly: "… is something I do automatically", 1–7; the one item that is asked each week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automatic: Option<u8>,
    /// Weekly, once a month: "… I do without having to consciously remember", 1–7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unremembered: Option<u8>,
    /// Weekly, once a month: "… I do without thinking", 1–7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unthinking: Option<u8>,
    /// Weekly, once a month: "… I start doing before I realise I'm doing it", 1–7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unnoticed: Option<u8>,
    /// Weekly: the support received from others, 0–10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<u8>,
    /// Weekly: plans and rewards that did not work.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_worked: String,
    /// Monthly: where it is going.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub trajectory: String,
    /// Monthly: what works.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub works: String,
    /// Monthly: how true the identity feels, 0–10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feels_true: Option<u8>,
    /// Monthly: how the user sees themselves by now.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shift: String,
    /// Monthly: how well it can go on like this, 0–10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasting: Option<u8>,
    /// Monthly: what would help it to last.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lasting_note: String,
    /// What is changed from here on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub adjustment: String,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// What can be done with reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewAction {
    /// Makes a draft for a period of the active goal, unless there is a review of it.
    Open(Period),
    /// Answers one question of a draft.
    Set {
        id: Uuid,
        field: ReviewField,
    },
    /// The draft is done as of today. A coming easier target holds from today.
    Finish {
        id: Uuid,
    },
    /// Makes a draft of it again.
    Reopen {
        id: Uuid,
    },
    Delete {
        id: Uuid,
    },
}

impl Record for Review {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

impl Review {
    /// The days it looks back at.
    pub fn period(&self) -> Period {
        Period { kind: self.kind, from: self.from, to: self.to }
    }

    pub fn is_done(&self) -> bool {
        self.done.is_some()
    }

    /// Nothing is answered yet.
    pub fn is_blank(&self) -> bool {
        let blank = draft(self.id, self.goal, self.period(), self.made);
        *self == Self { done: self.done, modified: self.modified, ..blank }
    }

    /// The four items of automaticity in the order of evidence.md §1.
    pub fn items(&self) -> [Option<u8>; 4] {
        [self.automatic, self.unremembered, self.unthinking, self.unnoticed]
    }

    /// Whether it decided to change something.
    pub fn has_adjustment(&self) -> bool {
        !self.adjustment.trim().is_empty()
    }
}

/// A draft of a period in which nothing is answered.
pub fn draft(id: Uuid, goal: Uuid, period: Period, made: DateTime<Utc>) -> Review {
    Review {
        id,
        goal,
        kind: period.kind,
        from: period.from,
        to: period.to,
        done: None,
        progress: String::new(),
        skill: String::new(),
        automatic: None,
        unremembered: None,
        unthinking: None,
        unnoticed: None,
        support: None,
        not_worked: String::new(),
        trajectory: String::new(),
        works: String::new(),
        feels_true: None,
        shift: String::new(),
        lasting: None,
        lasting_note: String::new(),
        adjustment: String::new(),
        made,
        modified: made,
    }
}

/// Carries out a review action.
///
/// # Errors
/// Refuses without a goal, a period that is no week or month, lies before the goal or in the future, answers out of
/// range or to a question of the other kind, to change what is done, and unknown ids.
pub fn apply(model: &mut Model, action: ReviewAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        ReviewAction::Open(period) => open(model, period, now),
        ReviewAction::Set { id, field } => {
            let review = model.reviews.get(id).ok_or(Refusal::Unknown("review"))?;
            if review.is_done() {
                return Err(Refusal::ReviewDone);
            }
            let field = field.checked(review.kind)?;
            change(model, id, now, |review| field.put(review))
        }
        ReviewAction::Finish { id } => finish(model, id, now),
        ReviewAction::Reopen { id } => change(model, id, now, |review| review.done = None),
        ReviewAction::Delete { id } => {
            model.reviews.remove(id).ok_or(Refusal::Unknown("review"))?;
            Ok(saved())
        }
    }
}

fn open(model: &mut Model, period: Period, now: Now) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?;
    if !period.is_whole() || period.to < goal.start_day {
        return Err(Refusal::OutOfRange("period"));
    }
    if period.from > now.today(model.settings.day_start_hour) {
        return Err(Refusal::InFuture);
    }
    if find(model, goal, period).is_some() {
        return Ok(Vec::new());
    }
    let review = draft(now.id(0), goal.id, period, now.utc);
    model.reviews.insert(review);
    Ok(saved())
}

fn finish(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    let review = model.reviews.get(id).ok_or(Refusal::Unknown("review"))?.clone();
    if review.is_done() {
        return Ok(Vec::new());
    }
    let today = now.today(model.settings.day_start_hour);
    model.reviews.update(id, |review| (review.done, review.modified) = (Some(today), now.utc));
    if model.goal().is_some_and(|goal| goal.id == review.goal) {
        target::hold_coming(model, review.goal, now);
        aims::hold_coming(model, review.goal, now);
    }
    Ok(saved())
}

fn change(model: &mut Model, id: Uuid, now: Now, change: impl FnOnce(&mut Review)) -> Result<Vec<Effect>, Refusal> {
    let before = model.reviews.clone();
    let found = model.reviews.update(id, |review| {
        let old = review.clone();
        change(review);
        if *review != old {
            review.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.reviews)) } else { Err(Refusal::Unknown("review")) }
}

/// The review of a period, draft or done; of weeks the one that shares most days with it, more than half of them.
pub fn find<'a>(model: &'a Model, goal: &Goal, period: Period) -> Option<&'a Review> {
    let own = model.reviews.iter().filter(|review| review.goal == goal.id && review.period().is_same(period));
    own.min_by_key(|review| ((review.to - period.to).num_days().abs(), review.made, review.id))
}

/// Whether a review asks all four items of automaticity: the first of the weeks that end in its month, and each one
/// after it until one has answered them all.
pub fn asks_all_items(model: &Model, review: &Review) -> bool {
    let month = Period::month_of(review.to);
    let is_before = |other: &&Review| {
        other.goal == review.goal && other.id != review.id && month.from <= other.to && other.to < review.to
    };
    let mut earlier = model.reviews.iter().filter(is_before);
    review.kind == ReviewKind::Weekly && !earlier.any(|other| other.items().iter().all(Option::is_some))
}

/// The ratings of automaticity in the reviews that are done, oldest first.
pub fn habit_ratings(model: &Model, goal: &Goal) -> Vec<HabitRating> {
    let own = model.reviews.iter().filter(|review| review.goal == goal.id);
    let rated = own.filter(|review| review.items().iter().any(Option::is_some));
    // A late review says how it was in its period; an early one cannot know of days to come.
    let mut ratings: Vec<HabitRating> = rated
        .filter_map(|review| Some(HabitRating { day: review.to.min(review.done?), items: review.items() }))
        .collect();
    ratings.sort_by_key(|rating| (rating.day, rating.items));
    ratings
}

/// Whether a review of the goal is being written: opened, written in or finished today.
pub(super) fn is_written_today(model: &Model, goal: Uuid, now: Now) -> bool {
    let hour = model.settings.day_start_hour;
    let today = now.today(hour);
    let mut own = model.reviews.iter().filter(|review| review.goal == goal);
    own.any(|review| match review.done {
        Some(done) => done == today,
        None => day_of(review.modified, now.offset, hour) == today,
    })
}
