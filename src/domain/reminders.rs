//! Reminders to start: several a day, by weekday and local time, silent once today's target is met.

mod away;
mod check_ins;
mod looking_back;
#[cfg(test)]
mod tests;
mod upcoming;

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved, saved_if_changed};
use super::goal::MAX_TITLE_CHARS;
use super::model::Model;
use super::records::Record;
use super::settings::Switch;
use super::time::{Now, shifted};

pub use away::{Away, planned_weekdays};
pub use looking_back::{is_look_back_untold, look_back_day};
pub(super) use upcoming::ahead;
pub use upcoming::{Silence, is_smallest_offered, silence, upcoming};

/// Most reminders of one goal.
pub const MAX_REMINDERS: usize = 20;
/// How long a reminder is put off, in minutes.
pub const PUT_OFF_MINUTES: i64 = 10;
/// Minutes of a day; a reminder's minute is below it.
pub const DAY_MINUTES: u16 = 24 * 60;

/// One reminder to start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    pub id: Uuid,
    pub goal: Uuid,
    /// Minutes after midnight, local time, 0–1439.
    pub minute: u16,
    /// The days of the week it comes on, by the calendar, Monday first; at least one.
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
    /// The look back of a review day was told.
    LookBackTold {
        day: NaiveDate,
    },
}

/// One field of a reminder with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderField {
    Minute(u16),
    Weekdays(Vec<Weekday>),
    Cue(String),
    State(Switch),
}

impl Reminder {
    /// True when it is on and comes on this day of the week.
    pub fn comes_on(&self, weekday: Weekday) -> bool {
        self.state.is_on() && self.weekdays.contains(&weekday)
    }

    /// The weekdays of the goal days it comes on: before the hour at which a day starts it is still the day before.
    pub fn goal_weekdays(&self, day_start_hour: u8) -> impl Iterator<Item = Weekday> {
        let is_before_start = self.minute < u16::from(day_start_hour) * 60;
        self.weekdays.iter().map(move |weekday| if is_before_start { weekday.pred() } else { *weekday })
    }
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
/// Refuses without a goal, a minute out of the day, no weekday, a cue longer than a title, more than [`MAX_REMINDERS`],
/// and unknown ids.
pub fn apply(model: &mut Model, action: ReminderAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        ReminderAction::Add { minute, weekdays, cue } => {
            let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
            if model.reminders.iter().filter(|reminder| reminder.goal == goal).count() >= MAX_REMINDERS {
                return Err(Refusal::OutOfRange("reminders"));
            }
            let (minute, weekdays, cue) = (checked_minute(minute)?, checked_days(weekdays)?, checked_cue(&cue)?);
            let (id, made) = (now.id(0), now.utc);
            model.reminders.insert(Reminder {
                id,
                goal,
                minute,
                weekdays,
                cue,
                state: Switch::On,
                made,
                modified: made,
            });
            Ok(saved())
        }
        ReminderAction::Set { id, field } => set(model, id, field, now),
        ReminderAction::Delete { id } => {
            model.reminders.remove(id).ok_or(Refusal::Unknown("reminder"))?;
            Ok(saved())
        }
        ReminderAction::PutOff => {
            let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
            let day = now.today(model.settings.day_start_hour);
            let until = shifted(now.utc, PUT_OFF_MINUTES * 60);
            model.put_offs.insert(PutOff { id: now.id(0), goal, at: now.utc, day, until });
            Ok(saved())
        }
        ReminderAction::LookBackTold { day } => {
            let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
            let before = model.goals.clone();
            model.goals.update(goal, |goal| goal.look_back_told = goal.look_back_told.max(Some(day)));
            Ok(saved_if_changed(&before, &model.goals))
        }
    }
}

fn set(model: &mut Model, id: Uuid, field: ReminderField, now: Now) -> Result<Vec<Effect>, Refusal> {
    let field = match field {
        ReminderField::Minute(minute) => ReminderField::Minute(checked_minute(minute)?),
        ReminderField::Weekdays(days) => ReminderField::Weekdays(checked_days(days)?),
        ReminderField::Cue(cue) => ReminderField::Cue(checked_cue(&cue)?),
        ReminderField::State(state) => ReminderField::State(state),
    };
    let before = model.reminders.clone();
    let found = model.reminders.update(id, |reminder| {
        let old = reminder.clone();
        match field {
            ReminderField::Minute(minute) => reminder.minute = minute,
            ReminderField::Weekdays(weekdays) => reminder.weekdays = weekdays,
            ReminderField::Cue(cue) => reminder.cue = cue,
            ReminderField::State(state) => reminder.state = state,
        }
        if *reminder != old {
            reminder.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.reminders)) } else { Err(Refusal::Unknown("reminder")) }
}

fn checked_minute(minute: u16) -> Result<u16, Refusal> {
    if minute < DAY_MINUTES { Ok(minute) } else { Err(Refusal::OutOfRange("time")) }
}

/// Each day once, Monday first.
fn checked_days(mut days: Vec<Weekday>) -> Result<Vec<Weekday>, Refusal> {
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    if days.is_empty() { Err(Refusal::Empty("weekdays")) } else { Ok(days) }
}

fn checked_cue(cue: &str) -> Result<String, Refusal> {
    let fits = cue.chars().count() <= MAX_TITLE_CHARS;
    if fits { Ok(cue.to_owned()) } else { Err(Refusal::TooLong { field: "cue", max: MAX_TITLE_CHARS }) }
}
