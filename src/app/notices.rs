//! The words of desktop notifications, and whether one comes at all.

use chrono::{DateTime, Timelike, Utc};

use crate::domain::Model;
use crate::domain::alarms::AlarmKind;
use crate::domain::settings::Notifications;
use crate::domain::time::{Now, local_time};
use crate::platform::notifier::{Notice, Sound};
use crate::ui::text::Text;

/// Tag of the notice that a session is earned; one event, replaced in place.
pub const TAG_SESSION: &str = "session";
/// Tag of the notice that a break is over.
pub const TAG_BREAK: &str = "break";
/// Tag of the test notice in the settings.
pub const TAG_TEST: &str = "test";
/// Key of the button that takes the reward.
pub const KEY_TAKE: &str = "take";
/// Key of the button that starts the next session.
pub const KEY_START: &str = "start";
/// Key of the button that ends the running session.
pub const KEY_FINISH: &str = "finish";

/// The notice of a moment to come, if one is wanted at that moment.
pub fn notice(model: &Model, kind: AlarmKind, due: DateTime<Utc>, now: Now, text: &Text) -> Option<Notice> {
    let notifications = model.settings.notifications;
    if notifications == Notifications::Off {
        return None;
    }
    let local = local_time(due, now.offset);
    let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0);
    let is_quiet = model.settings.quiet_hours.is_some_and(|quiet| quiet.contains(minute));
    let sound = if is_quiet { Sound::Silent } else { sound(model) };
    match kind {
        AlarmKind::SessionEarned { .. } => Some(earned(model, notifications, sound, text)),
        AlarmKind::Overtime { .. } if is_quiet => None,
        AlarmKind::Overtime { .. } => {
            Some(plain(TAG_SESSION, "notice-overtime", &[(KEY_FINISH, "focus-finish")], sound, text))
        }
        AlarmKind::BreakOver { .. } => Some(break_over(model, sound, text)),
        AlarmKind::DayStart => None,
    }
}

/// The notice behind the test button.
pub fn test(model: &Model, text: &Text) -> Notice {
    plain(TAG_TEST, "notice-test", &[], sound(model), text)
}

fn sound(model: &Model) -> Sound {
    if model.settings.sound.is_on() { Sound::Named("complete".to_owned()) } else { Sound::Silent }
}

fn earned(model: &Model, notifications: Notifications, sound: Sound, text: &Text) -> Notice {
    let minutes = model.running.as_ref().map_or(0, |running| running.planned_secs / 60);
    let words = model.reward.words.trim();
    let title = text.with("notice-earned-title", &[("minutes", minutes.into())]);
    let body = match (notifications, words) {
        (Notifications::Private, _) => text.get("notice-earned-private"),
        (_, "") => text.get("notice-earned-plain"),
        (_, words) => {
            text.with("notice-earned-reward", &[("reward", words.into()), ("minutes", model.reward.minutes.into())])
        }
    };
    let actions = vec![(KEY_TAKE.to_owned(), text.get("focus-take"))];
    Notice { tag: TAG_SESSION.into(), title, body, actions, sound }
}

fn break_over(model: &Model, sound: Sound, text: &Text) -> Notice {
    let minutes = model.settings.session_minutes;
    let title = text.get("notice-break-title");
    let body = text.get("notice-break-body");
    let start = text.with("notice-start", &[("minutes", minutes.into())]);
    Notice { tag: TAG_BREAK.into(), title, body, actions: vec![(KEY_START.to_owned(), start)], sound }
}

fn plain(tag: &str, id: &str, actions: &[(&str, &str)], sound: Sound, text: &Text) -> Notice {
    let actions = actions.iter().map(|(key, label)| ((*key).to_owned(), text.get(label))).collect();
    let (title, body) = (text.get(&format!("{id}-title")), text.get(&format!("{id}-body")));
    Notice { tag: tag.into(), title, body, actions, sound }
}

/// The line shown in the window when the desktop did not take a notice.
pub fn banner(model: &Model, tag: &str, text: &Text) -> Option<String> {
    match tag {
        // Focus itself shows that a session is earned and that a break is over.
        TAG_TEST => Some(text.get("toast-test-undelivered")),
        TAG_SESSION if model.running.is_some() => Some(text.get("toast-session-undelivered")),
        _ => None,
    }
}
