//! The words of notices about rewards: what a session earned at zero, what came otherwise, and a break that is over.

use crate::domain::Model;
use crate::domain::rewards::{Granted, Layer};
use crate::domain::settings::Notifications;
use crate::platform::notifier::{Notice, Sound};
use crate::ui::reward_words::{earned_by, told};
use crate::ui::text::Text;

use super::notices::{KEY_LATER, KEY_TAKE, TAG_BREAK, TAG_REWARD, TAG_SESSION};

/// The one notice at zero: the session's own reward in the title, a line for each further layer.
pub fn earned(model: &Model, granted: &[Granted], sound: Sound, text: &Text) -> Notice {
    let minutes = model.running.as_ref().map_or(0, |running| running.planned_secs / 60);
    let length = [("minutes", minutes.into())];
    let (own, others): (Vec<&Granted>, Vec<&Granted>) = granted.iter().partition(|one| one.layer() == Layer::Session);
    let plain_title = text.with("notice-earned-plain-title", &length);
    let notice = Notice { tag: TAG_SESSION.into(), actions: acts(granted, text), sound, ..Notice::default() };
    if model.settings.notifications == Notifications::Private {
        let body = text.with("notice-earned-private", &[("more", others.len().into())]);
        return Notice { title: plain_title, body, ..notice };
    }
    let more = others.into_iter().map(|one| line(model, one, text)).collect();
    match own.first() {
        Some(one) => {
            let title = text.with("notice-earned-title", &[("reward", with_length(one, text).into())]);
            Notice { title, body: text.with("notice-earned-body", &length), more, ..notice }
        }
        None => Notice { title: plain_title, body: text.get("notice-earned-plain-body"), more, ..notice },
    }
}

/// The one notice of what was earned by anything else than the end of a plan; none for nothing.
pub fn granted(model: &Model, granted: &[Granted], sound: Sound, text: &Text) -> Option<Notice> {
    let (first, others) = granted.split_first()?;
    // While a session runs nothing can be taken.
    let actions = if model.running.is_some() { Vec::new() } else { acts(granted, text) };
    let notice = Notice { tag: TAG_REWARD.into(), actions, sound, ..Notice::default() };
    if model.settings.notifications == Notifications::Private {
        let title = text.get("notice-granted-private-title");
        let body = text.with("notice-granted-private", &[("count", granted.len().into())]);
        return Some(Notice { title, body, ..notice });
    }
    let by = earned_by(text, model, &first.occasion);
    let more = others.iter().map(|one| line(model, one, text)).collect();
    if first.reward.is_none() {
        let body = text.get("notice-reached-body");
        return Some(Notice { title: text.with("notice-reached-title", &[("by", by.into())]), body, more, ..notice });
    }
    let title = text.with("notice-earned-title", &[("reward", with_length(first, text).into())]);
    Some(Notice { title, body: by, more, ..notice })
}

/// What was earned, in one line of the window.
pub fn toast(model: &Model, granted: &[Granted], text: &Text) -> String {
    let words: Vec<String> = granted.iter().map(|one| told(text, model, one)).collect();
    text.with("toast-granted", &[("rewards", words.join(", ").into())])
}

/// The end of a break, with what it was for.
pub fn break_over(model: &Model, start: (String, String), sound: Sound, text: &Text) -> Notice {
    let words = model.reward_break.as_ref().map_or("", |pause| pause.words.trim());
    let body = match (model.settings.notifications, words) {
        (Notifications::Private, _) | (_, "") => text.get("notice-break-body"),
        (_, words) => text.with("notice-break-of", &[("reward", words.into())]),
    };
    let title = text.get("notice-break-title");
    Notice { tag: TAG_BREAK.into(), title, body, actions: vec![start], sound, ..Notice::default() }
}

/// "Daily target met: A long bath (30 min)", or only the milestone.
fn line(model: &Model, one: &Granted, text: &Text) -> String {
    let by = earned_by(text, model, &one.occasion);
    if one.reward.is_none() {
        return by;
    }
    text.with("notice-layer", &[("by", by.into()), ("reward", with_length(one, text).into())])
}

/// "Tea on the balcony (10 min)".
fn with_length(one: &Granted, text: &Text) -> String {
    text.with("notice-length", &[("reward", one.words.as_str().into()), ("minutes", one.minutes.into())])
}

/// To take the first now, or to leave them in the tray; nothing where there is nothing to take.
fn acts(granted: &[Granted], text: &Text) -> Vec<(String, String)> {
    if granted.iter().all(|one| one.reward.is_none()) {
        return Vec::new();
    }
    vec![(KEY_TAKE.to_owned(), text.get("focus-take")), (KEY_LATER.to_owned(), text.get("notice-later"))]
}

#[cfg(test)]
mod tests;
