//! What a reminder says: the same words in the notification and in the preview of the settings.

use crate::domain::Model;
use chrono::Datelike;

use crate::domain::alarms::{Alarm, AlarmKind, OffsetAt};
use crate::domain::environment::ItemKind;
use crate::domain::review::{self, ReviewKind};
use crate::domain::settings::Notifications;
use crate::domain::time::{day_of, local_time};

use super::text::Text;

/// Title and body of what comes by the plan of the week; nothing for other alarms. Private mode hides the user's words.
pub fn words(model: &Model, alarm: &Alarm, offset_at: OffsetAt<'_>, text: &Text) -> Option<(String, String)> {
    said(model, alarm, (model.next_line(), offset_at), text)
}

/// The same of one that comes after another: where to go on by then is not known yet.
pub fn words_of_later(model: &Model, alarm: &Alarm, offset_at: OffsetAt<'_>, text: &Text) -> Option<(String, String)> {
    said(model, alarm, (None, offset_at), text)
}

fn said(
    model: &Model,
    alarm: &Alarm,
    (next, offset_at): (Option<&str>, OffsetAt<'_>),
    text: &Text,
) -> Option<(String, String)> {
    let is_private = model.settings.notifications == Notifications::Private;
    let titled = |id: &str, private_id: &str| {
        let goal = model.goal().map_or("", |goal| goal.title.as_str());
        if is_private { text.get(private_id) } else { text.with(id, &[("goal", goal.into())]) }
    };
    let ready = || text.get("reminders-start-body");
    let minutes = model.settings.session_minutes;
    Some(match alarm.kind {
        AlarmKind::Reminder { .. } => {
            let body = if is_private { ready() } else { start_body(alarm, next, text) };
            (titled("reminders-start-title", "reminders-start-title-private"), body)
        }
        AlarmKind::PutOffOver => (titled("reminders-again-title", "reminders-again-title-private"), ready()),
        AlarmKind::NeverMissTwice => {
            (text.get("reminders-twice-title"), text.with("reminders-twice-body", &[("minutes", minutes.into())]))
        }
        AlarmKind::Comeback => (text.get("reminders-comeback-title"), text.get("reminders-comeback-body")),
        AlarmKind::DayEnding => (text.get("reminders-ending-title"), text.get("reminders-ending-body")),
        AlarmKind::ReviewDue => look_back(model, alarm, offset_at, text),
        AlarmKind::Checklist => checklist(model, text),
        AlarmKind::CheckInDue { .. } if is_private => {
            (text.get("reminders-check-in-title-private"), text.get("reminders-check-in-body"))
        }
        AlarmKind::CheckInDue { .. } => {
            let title = text.with("reminders-check-in-title", &[("name", alarm.cue.as_str().into())]);
            (title, text.get("reminders-check-in-body"))
        }
        AlarmKind::SessionEarned { .. } | AlarmKind::Overtime { .. } | AlarmKind::BreakOver | AlarmKind::DayStart => {
            return None;
        }
    })
}

/// The week, the month, or both: what is due at the moment of the alarm.
fn look_back(model: &Model, alarm: &Alarm, offset_at: OffsetAt<'_>, text: &Text) -> (String, String) {
    let (settings, offset) = (&model.settings, offset_at(alarm.due));
    let date = local_time(alarm.due, offset).date();
    // By the clock on the wall it may be the review day before the goal day has begun.
    let is_review_day = date.weekday() == settings.review_weekday;
    let day = if is_review_day { date } else { day_of(alarm.due, offset, settings.day_start_hour) };
    let due = model.goal().map(|goal| review::due(model, goal, day)).unwrap_or_default();
    let has = |kind: ReviewKind| due.iter().any(|due| due.period.kind == kind);
    let (title, body) = match (has(ReviewKind::Weekly), has(ReviewKind::Monthly)) {
        (true, true) => ("reminders-review-title-both", "reminders-review-body-both"),
        (false, true) => ("reminders-review-title-month", "reminders-review-body"),
        (_, false) => ("reminders-review-title", "reminders-review-body"),
    };
    (text.get(title), text.get(body))
}

/// Title and body of the one notice for `count` reminders that came while the machine slept.
pub fn missed(count: usize, text: &Text) -> (String, String) {
    (text.get("reminders-missed-title"), text.with("reminders-missed-body", &[("count", count.into())]))
}

/// The same notice when a review came meanwhile too.
pub fn with_review(body: &str, text: &Text) -> String {
    text.with("reminders-missed-review", &[("missed", body.into())])
}

/// The same notice when a check-in came meanwhile too.
pub fn with_check_in(body: &str, text: &Text) -> String {
    text.with("reminders-missed-check-in", &[("missed", body.into())])
}

/// The cue, and where to go on.
fn start_body(alarm: &Alarm, next: Option<&str>, text: &Text) -> String {
    let next = next.map(|next| text.with("reminders-start-next", &[("next", next.into())]));
    match (alarm.cue.trim(), next) {
        ("", None) => text.get("reminders-start-body"),
        ("", Some(next)) => next,
        (cue, None) => cue.to_owned(),
        (cue, Some(next)) => text.with("list-dot", &[("first", cue.into()), ("second", next.into())]),
    }
}

/// What is to be set up, and how soon it is needed.
fn checklist(model: &Model, text: &Text) -> (String, String) {
    let goal = model.goal().map(|goal| goal.id);
    let items = model
        .environment
        .iter()
        .filter(|item| Some(item.goal) == goal && item.kind == ItemKind::EverySession && item.archived.is_none());
    let names: Vec<&str> = items.map(|item| item.text.as_str()).collect();
    let minutes = model.settings.checklist_minutes.unwrap_or(0);
    let title = text.with("reminders-checklist-title", &[("minutes", minutes.into())]);
    let body = if model.settings.notifications == Notifications::Private {
        text.with("reminders-checklist-private", &[("count", names.len().into())])
    } else {
        text.with("reminders-checklist-body", &[("items", names.join(", ").into())])
    };
    (title, body)
}

#[cfg(test)]
mod tests;
