//! What an outlet sends: the one place where it is made, for the thread that sends and for the screen alike.

use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::domain::people::{Event, Happening, OutletKind, Parts};
use crate::domain::session::Session;
use crate::ui::format;
use crate::ui::text::Text;

/// What leaves, before the address makes a chat message of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Of a push message; empty otherwise.
    pub title: String,
    pub body: String,
}

/// One thing to tell.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    pub id: Uuid,
    /// `None` for a test.
    pub event: Option<Event>,
    pub about: Happening,
    pub at: DateTime<Utc>,
}

/// The name of an event in what leaves; "test" is no event.
pub fn event_name(event: Option<Event>) -> &'static str {
    match event {
        None => "test",
        Some(Event::SessionDone) => "session_done",
        Some(Event::TargetMet) => "target_met",
        Some(Event::Milestone) => "milestone",
        Some(Event::Week) => "week",
    }
}

/// Makes what is sent of something that happened; `None` without a goal.
pub fn body(
    model: &Model,
    _derived: &Derived,
    text: &Text,
    (kind, sees): (OutletKind, Parts),
    told: Told,
) -> Option<Body> {
    let goal = &model.goal()?.title;
    let words = words(model, text, sees, told);
    Some(match kind {
        OutletKind::Webhook => {
            let at = told.at.to_rfc3339_opts(SecondsFormat::Secs, true);
            let payload = serde_json::json!({
                "version": 1, "id": told.id, "event": event_name(told.event), "at": at, "goal": goal, "text": words,
            });
            Body { title: String::new(), body: payload.to_string() }
        }
        OutletKind::Ntfy => Body { title: goal.clone(), body: words },
        OutletKind::Chat => Body { title: String::new(), body: format!("{goal}\n{words}") },
    })
}

fn words(model: &Model, text: &Text, sees: Parts, told: Told) -> String {
    use crate::domain::people::Part;
    if told.event.is_none() {
        return text.get("sending-said-test");
    }
    let minutes = |session: &Session| u64::try_from(session.focus_secs() / 60).unwrap_or(0);
    match told.about {
        Happening::SessionDone(id) => match model.sessions.get(id).filter(|_| sees.has(Part::Minutes)) {
            Some(session) => {
                text.with("sending-said-minutes", &[("minutes", format::minutes(text, minutes(session)).into())])
            }
            None => text.get("sending-said-session"),
        },
        Happening::TargetMet(_) => text.get("sending-said-target"),
        Happening::Milestone(_) => text.get("sending-said-milestone"),
        Happening::Week(_) => text.get("sending-said-week"),
    }
}

/// The body of a chat message for an address.
pub fn chat(address: &str, words: &str) -> String {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split(['/', '?', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let is_discord = ["discord.com", "discordapp.com"].iter().any(|name| host.ends_with(name));
    let key = if is_discord { "content" } else { "text" };
    serde_json::json!({ key: words }).to_string()
}
