//! The words of desktop notifications, and whether one comes at all.

use chrono::{DateTime, Timelike, Utc};
use uuid::Uuid;

use crate::domain::alarms::{Alarm, AlarmKind, OffsetAt};
use crate::domain::people;
use crate::domain::reminders::{PUT_OFF_MINUTES, is_smallest_offered, silence};
use crate::domain::rewards::{self, Granted, Layer};
use crate::domain::settings::Notifications;
use crate::domain::time::local_time;
use crate::domain::{Model, Now};
use crate::platform::notifier::{Notice, Sound};
use crate::ui::reminder_words;
use crate::ui::text::Text;

use super::commands::SHORT_SECS;
use super::reward_notices;

/// Tag of the notice that a session is earned; one event, replaced in place.
pub const TAG_SESSION: &str = "session";
/// Tag of the notice of rewards that came otherwise than at the end of a plan.
pub const TAG_REWARD: &str = "reward";
/// Tag of the notice that a break is over.
pub const TAG_BREAK: &str = "break";
/// Tag of whatever asks to start: the newest takes the place of one still shown.
pub const TAG_REMINDER: &str = "reminder";
/// Tag of the notice that things are to be set up.
pub const TAG_CHECKLIST: &str = "checklist";
/// Tag of the notice that a review is due.
pub const TAG_REVIEW: &str = "review";
/// How the tag of a notice begins that a check-in is due; the id of the partner follows.
pub const TAG_CHECK_IN: &str = "check-in";
/// Tag of the test notice in the settings.
pub const TAG_TEST: &str = "test";
/// Key of the button that takes the reward.
pub const KEY_TAKE: &str = "take";
/// Key of the button that starts the next session.
pub const KEY_START: &str = "start";
/// Key of the button that starts the smallest session.
pub const KEY_START_SHORT: &str = "start-short";
/// Key of the button that puts a reminder off.
pub const KEY_LATER: &str = "later";
/// Key of the button that opens the page a notice is about.
pub const KEY_OPEN: &str = "open";
/// Key of the button that ends the running session.
pub const KEY_FINISH: &str = "finish";

/// The notice of a moment to come, if one is wanted at that moment.
pub fn notice(model: &Model, alarm: &Alarm, offset_at: OffsetAt<'_>, text: &Text) -> Option<Notice> {
    let notifications = model.settings.notifications;
    if notifications == Notifications::Off {
        return None;
    }
    let is_quiet = is_quiet(model, alarm.due, offset_at);
    let sound = if is_quiet { Sound::Silent } else { sound(model) };
    match alarm.kind {
        AlarmKind::SessionEarned { .. } => {
            let mut granted = rewards::at_zero(model);
            // In quiet hours only what the user started is told; the rest waits in the tray.
            granted.retain(|one| !is_quiet || one.layer() == Layer::Session);
            Some(reward_notices::earned(model, &granted, sound, text))
        }
        AlarmKind::Overtime { .. } if is_quiet => None,
        AlarmKind::Overtime { .. } => {
            Some(plain(TAG_SESSION, "notice-overtime", &[(KEY_FINISH, "focus-finish")], sound, text))
        }
        AlarmKind::BreakOver => Some(reward_notices::break_over(model, start(model, text), sound, text)),
        AlarmKind::DayStart => None,
        AlarmKind::PutOffOver => {
            let start = start_at(model, alarm.due, offset_at, text);
            planned(model, alarm, offset_at, (TAG_REMINDER, vec![start, later(text)]), text)
        }
        AlarmKind::Reminder { .. } | AlarmKind::NeverMissTwice => {
            planned(model, alarm, offset_at, (TAG_REMINDER, vec![start(model, text), later(text)]), text)
        }
        AlarmKind::Comeback | AlarmKind::DayEnding => {
            planned(model, alarm, offset_at, (TAG_REMINDER, vec![start_short(text), later(text)]), text)
        }
        AlarmKind::Checklist => planned(model, alarm, offset_at, (TAG_CHECKLIST, Vec::new()), text),
        // It waits for the end of the session.
        AlarmKind::ReviewDue | AlarmKind::CheckInDue { .. } if model.running.is_some() => None,
        AlarmKind::ReviewDue => planned(model, alarm, offset_at, (TAG_REVIEW, vec![open(text)]), text),
        AlarmKind::CheckInDue { partner } => {
            let actions = vec![(KEY_OPEN.to_owned(), text.get("people-check-in"))];
            planned(model, alarm, offset_at, (&tag_of_check_in(partner), actions), text)
        }
    }
}

/// The tag of the notice about a check-in: one a partner.
pub fn tag_of_check_in(partner: Uuid) -> String {
    format!("{TAG_CHECK_IN} {partner}")
}

/// The partner whom a tag is about.
pub fn partner_of(tag: &str) -> Option<Uuid> {
    tag.strip_prefix(TAG_CHECK_IN)?.trim().parse().ok()
}

/// The one notice for all that was missed, if any of it is worth one now. A review that none is given for waits.
pub fn summary(model: &Model, missed: &[AlarmKind], now: Now, text: &Text) -> Option<Notice> {
    let here = |_| now.offset;
    if model.settings.notifications == Notifications::Off || is_quiet(model, now.utc, &here) {
        return None;
    }
    let check_in = check_in_alarm(model, missed, now);
    let count = missed.iter().filter(|kind| kind.asks_to_start()).count();
    let is_review_due = missed.contains(&AlarmKind::ReviewDue);
    if count > 0 && silence(model, now).is_none() {
        let (title, mut body) = reminder_words::missed(count, text);
        let mut actions = vec![start_at(model, now.utc, &here, text), later(text)];
        if is_review_due {
            body = reminder_words::with_review(&body, text);
            actions.push(open(text));
        }
        if check_in.is_some() {
            body = reminder_words::with_check_in(&body, text);
        }
        return Some(Notice {
            tag: TAG_REMINDER.into(),
            title,
            body,
            actions,
            sound: sound(model),
            ..Notice::default()
        });
    }
    let review = Alarm { due: now.utc, kind: AlarmKind::ReviewDue, cue: String::new() };
    if is_review_due && model.goal().is_some() {
        let mut told = notice(model, &review, &here, text)?;
        if check_in.is_some() {
            told.body = reminder_words::with_check_in(&told.body, text);
        }
        return Some(told);
    }
    notice(model, &check_in?, &here, text)
}

/// Those of the check-ins among `missed` that are still to go out, as one.
fn check_in_alarm(model: &Model, missed: &[AlarmKind], now: Now) -> Option<Alarm> {
    let today = now.today(model.settings.day_start_hour);
    let mut due: Vec<Uuid> = Vec::new();
    for kind in missed {
        if let AlarmKind::CheckInDue { partner } = kind
            && people::is_due(model, *partner, today)
            && !due.contains(partner)
        {
            due.push(*partner);
        }
    }
    let names = due.iter().filter_map(|id| model.partners.get(*id)).map(|partner| partner.name.as_str());
    let cue = names.collect::<Vec<_>>().join(", ");
    Some(Alarm { due: now.utc, kind: AlarmKind::CheckInDue { partner: *due.first()? }, cue })
}

/// The notice of what was earned by anything else than the end of a plan, unless none is wanted now: then it waits in
/// the tray.
pub fn of_granted(model: &Model, granted: &[Granted], now: Now, text: &Text) -> Option<Notice> {
    if model.settings.notifications == Notifications::Off || is_quiet(model, now.utc, &|_| now.offset) {
        return None;
    }
    reward_notices::granted(model, granted, sound(model), text)
}

fn is_quiet(model: &Model, at: DateTime<Utc>, offset_at: OffsetAt<'_>) -> bool {
    let local = local_time(at, offset_at(at));
    let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0);
    model.settings.quiet_hours.is_some_and(|quiet| quiet.contains(minute))
}

fn planned(
    model: &Model,
    alarm: &Alarm,
    offset_at: OffsetAt<'_>,
    (tag, actions): (&str, Vec<(String, String)>),
    text: &Text,
) -> Option<Notice> {
    let (title, body) = reminder_words::words(model, alarm, offset_at, text)?;
    Some(Notice { tag: tag.into(), title, body, actions, sound: sound(model), ..Notice::default() })
}

fn start(model: &Model, text: &Text) -> (String, String) {
    let minutes = model.settings.session_minutes;
    (KEY_START.to_owned(), text.with("notice-start", &[("minutes", minutes.into())]))
}

/// The button that starts what is offered at a moment: the smallest session after missed days and at an empty day's end.
fn start_at(model: &Model, at: DateTime<Utc>, offset_at: OffsetAt<'_>, text: &Text) -> (String, String) {
    if is_smallest_offered(model, at, offset_at(at)) { start_short(text) } else { start(model, text) }
}

fn start_short(text: &Text) -> (String, String) {
    (KEY_START_SHORT.to_owned(), text.with("notice-start", &[("minutes", (SHORT_SECS / 60).into())]))
}

fn later(text: &Text) -> (String, String) {
    (KEY_LATER.to_owned(), text.with("reminders-later", &[("minutes", PUT_OFF_MINUTES.into())]))
}

fn open(text: &Text) -> (String, String) {
    (KEY_OPEN.to_owned(), text.get("reminders-open"))
}

/// The notice behind the test button.
pub fn test(model: &Model, text: &Text) -> Notice {
    plain(TAG_TEST, "notice-test", &[], sound(model), text)
}

fn sound(model: &Model) -> Sound {
    if model.settings.sound.is_on() { Sound::Named("complete".to_owned()) } else { Sound::Silent }
}

fn plain(tag: &str, id: &str, actions: &[(&str, &str)], sound: Sound, text: &Text) -> Notice {
    let actions = actions.iter().map(|(key, label)| ((*key).to_owned(), text.get(label))).collect();
    let (title, body) = (text.get(&format!("{id}-title")), text.get(&format!("{id}-body")));
    Notice { tag: tag.into(), title, body, actions, sound, ..Notice::default() }
}

/// The line shown in the window when the desktop did not take a notice.
pub fn banner(model: &Model, tag: &str, text: &Text) -> Option<String> {
    match tag {
        // Focus itself shows that a session is earned and that a break is over.
        TAG_TEST => Some(text.get("toast-test-undelivered")),
        TAG_SESSION if model.running.is_some() => Some(text.get("toast-session-undelivered")),
        TAG_REMINDER if model.running.is_none() => Some(text.get("reminders-undelivered")),
        TAG_CHECKLIST => Some(text.get("reminders-undelivered-checklist")),
        TAG_REVIEW => Some(text.get("reminders-undelivered-review")),
        tag if partner_of(tag).is_some() => Some(text.get("reminders-undelivered-check-in")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
