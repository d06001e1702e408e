//! The goal: the one thing worked on now, and the archive of earlier ones.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved, saved_if_changed};
use super::identity;
use super::measure::Measure;
use super::model::Model;
use super::records::Record;
use super::session_length;
use super::settings::FIRST_SESSION_MINUTES;
use super::target::Target;
use super::time::{Now, day_of};

pub mod aims;

pub use aims::Aim;

/// Longest title, in characters.
pub const MAX_TITLE_CHARS: usize = 120;
/// Longest text of any other field, in characters.
pub const MAX_TEXT_CHARS: usize = 4_000;

/// The ONE thing: title, why, identity, cue, measure and dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    pub id: Uuid,
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Who one becomes by doing it, such as "I am a writer".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub identity: String,
    /// When and where it is done, such as "after breakfast, at the kitchen table".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cue: String,
    /// The slot used when the cue was missed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fallback: String,
    /// Something pleasant that is kept for it alone: "only while I do this".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bundle: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_date: Option<NaiveDate>,
    pub created: DateTime<Utc>,
    /// The first day; the programme counts from it.
    pub start_day: NaiveDate,
    pub state: GoalState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<DateTime<Utc>>,
    /// What the closing review wrote down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub learnt: String,
    /// The days it was not worked on between being closed and taken up again, in order; they are no misses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// What was aimed at from a day on, in order of days; empty while the total and date are those it began with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aims: Vec<Aim>,
    /// The review day whose reminder was told last, so that it is told once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look_back_told: Option<NaiveDate>,
    pub modified: DateTime<Utc>,
}

/// Goal days on which a goal was closed all day long, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// Where a goal stands; at most one is active.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoalState {
    Active,
    Finished,
    Paused,
    Dropped,
}

/// How the closing review ends a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Finished,
    Paused,
    Dropped,
}

/// What can be done with goals.
#[derive(Clone, Debug, PartialEq)]
pub enum GoalAction {
    /// Begins a goal; refused while another is active.
    Create { title: String },
    /// Changes one field of a goal.
    Set { id: Uuid, field: GoalField },
    /// The closing review of the active goal.
    Close { outcome: Outcome, learnt: String },
    /// Takes a closed goal up again; refused while another is active.
    Resume { id: Uuid },
}

/// One field of a goal with its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum GoalField {
    Title(String),
    Why(String),
    Identity(String),
    Cue(String),
    Fallback(String),
    Bundle(String),
    Measure(Option<Measure>),
    TargetDate(Option<NaiveDate>),
    Learnt(String),
}

impl Record for Goal {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.created
    }
    fn keep_other_changes(&mut self, _from: &Self, current: &Self) {
        self.look_back_told = current.look_back_told;
    }
}

/// Carries out a goal action.
///
/// # Errors
/// Refuses a second active goal, an empty title, an unknown id, and closing while a session runs.
pub fn apply(model: &mut Model, action: GoalAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        GoalAction::Create { title } => create(model, &title, now),
        GoalAction::Set { id, field } => set(model, id, field, now),
        GoalAction::Close { outcome, learnt } => close(model, outcome, learnt, now),
        GoalAction::Resume { id } => resume(model, id, now),
    }
}

pub(super) fn create(model: &mut Model, title: &str, now: Now) -> Result<Vec<Effect>, Refusal> {
    let title = checked_title(title)?;
    if model.goal().is_some() {
        return Err(Refusal::GoalActive);
    }
    let start_day = now.today(model.settings.day_start_hour);
    let goal = Goal {
        id: now.id(0),
        title,
        why: String::new(),
        identity: String::new(),
        cue: String::new(),
        fallback: String::new(),
        bundle: String::new(),
        measure: None,
        target_date: None,
        created: now.utc,
        start_day,
        state: GoalState::Active,
        closed: None,
        learnt: String::new(),
        pauses: Vec::new(),
        aims: Vec::new(),
        look_back_told: None,
        modified: now.utc,
    };
    let target =
        Target { id: now.id(1), goal: goal.id, from: start_day, minutes: FIRST_SESSION_MINUTES, made: now.utc };
    session_length::take_up(model, goal.id);
    model.goals.insert(goal);
    model.targets.insert(target);
    Ok(saved())
}

fn set(model: &mut Model, id: Uuid, field: GoalField, now: Now) -> Result<Vec<Effect>, Refusal> {
    let field = checked(field)?;
    let before = model.goals.clone();
    if let (GoalField::Identity(text), Some(goal)) = (&field, before.get(id)) {
        identity::note(model, goal, text, now);
    }
    let found = model.goals.update(id, |goal| {
        let old = goal.clone();
        match field {
            GoalField::Title(title) => goal.title = title,
            GoalField::Why(why) => goal.why = why,
            GoalField::Identity(identity) => goal.identity = identity,
            GoalField::Cue(cue) => goal.cue = cue,
            GoalField::Fallback(fallback) => goal.fallback = fallback,
            GoalField::Bundle(bundle) => goal.bundle = bundle,
            GoalField::Measure(measure) => goal.measure = measure,
            GoalField::TargetDate(date) => goal.target_date = date,
            GoalField::Learnt(learnt) => goal.learnt = learnt,
        }
        if *goal != old {
            goal.modified = now.utc;
        }
    });
    if let Some(old) = before.get(id) {
        aims::note(model, old, now);
    }
    if found { Ok(saved_if_changed(&before, &model.goals)) } else { Err(Refusal::Unknown("goal")) }
}

fn checked(field: GoalField) -> Result<GoalField, Refusal> {
    Ok(match field {
        GoalField::Title(title) => GoalField::Title(checked_title(&title)?),
        GoalField::Measure(Some(measure)) => GoalField::Measure(Some(measure.checked()?)),
        GoalField::Why(text) => GoalField::Why(cut(text)),
        GoalField::Identity(text) => GoalField::Identity(cut(text)),
        GoalField::Cue(text) => GoalField::Cue(cut(text)),
        GoalField::Fallback(text) => GoalField::Fallback(cut(text)),
        GoalField::Bundle(text) => GoalField::Bundle(cut(text)),
        GoalField::Learnt(text) => GoalField::Learnt(cut(text)),
        unchanged @ (GoalField::Measure(None) | GoalField::TargetDate(_)) => unchanged,
    })
}

fn close(model: &mut Model, outcome: Outcome, learnt: String, now: Now) -> Result<Vec<Effect>, Refusal> {
    if model.running.is_some() {
        return Err(Refusal::SessionRunning);
    }
    let id = model.goal().ok_or(Refusal::NoGoal)?.id;
    model.goals.update(id, |goal| {
        goal.state = match outcome {
            Outcome::Finished => GoalState::Finished,
            Outcome::Paused => GoalState::Paused,
            Outcome::Dropped => GoalState::Dropped,
        };
        goal.closed = Some(now.utc);
        goal.learnt = cut(learnt);
        goal.modified = now.utc;
    });
    Ok(saved())
}

fn resume(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    if model.goal().is_some() {
        return Err(Refusal::GoalActive);
    }
    let today = now.today(model.settings.day_start_hour);
    let day = |at| day_of(at, now.offset, model.settings.day_start_hour);
    let found = model.goals.update(id, |goal| {
        goal.pauses.extend(goal.closed.and_then(|closed| pause(goal, day(closed), today)));
        goal.state = GoalState::Active;
        goal.closed = None;
        goal.modified = now.utc;
    });
    if !found {
        return Err(Refusal::Unknown("goal"));
    }
    session_length::take_up(model, id);
    Ok(saved())
}

/// The days between the one on which a goal was closed and the one on which it is taken up again, if there are any
/// that no earlier pause holds.
fn pause(goal: &Goal, closed: NaiveDate, today: NaiveDate) -> Option<Pause> {
    let after = goal.pauses.last().map_or(closed, |last| last.to.max(closed));
    let (from, to) = (after.succ_opt()?, today.pred_opt()?);
    (from <= to).then_some(Pause { from, to })
}

/// A title without space around it.
///
/// # Errors
/// Refuses an empty title and one of more than [`MAX_TITLE_CHARS`].
pub fn checked_title(title: &str) -> Result<String, Refusal> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(Refusal::Empty("title"));
    }
    if title.chars().count() > MAX_TITLE_CHARS {
        return Err(Refusal::TooLong { field: "title", max: MAX_TITLE_CHARS });
    }
    Ok(title)
}

/// At most [`MAX_TEXT_CHARS`] characters of a text.
pub fn cut(text: String) -> String {
    if text.len() <= MAX_TEXT_CHARS { text } else { text.chars().take(MAX_TEXT_CHARS).collect() }
}

#[cfg(test)]
mod tests;
