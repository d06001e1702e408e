//! Outlets: where the app sends by itself, because the user set it up. The address and the token are no part of them:
//! they are secrets of the device.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::words::checked_name;
use super::{MAX_OUTLETS, Parts};
use crate::domain::effect::{Effect, Refusal, saved, saved_if_changed};
use crate::domain::model::Model;
use crate::domain::records::Record;
use crate::domain::time::Now;

/// Where the app sends by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlet {
    pub id: Uuid,
    pub name: String,
    pub kind: OutletKind,
    pub on: Events,
    pub sees: Parts,
    /// When it was paused; it sends nothing until it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<DateTime<Utc>>,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// What is spoken at the other end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OutletKind {
    /// JSON, as `docs/webhook.md` tells it.
    #[default]
    Webhook,
    /// A topic of ntfy.
    Ntfy,
    /// An incoming webhook as Slack, Discord and Mattermost have it.
    Chat,
}

/// On what an outlet sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Event {
    SessionDone,
    TargetMet,
    Milestone,
    /// A week has the days done that its reward takes.
    Week,
}

/// A set of [`Event`]s, saved as a list of their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Events(u8);

impl Event {
    pub const ALL: [Self; 4] = [Self::SessionDone, Self::TargetMet, Self::Milestone, Self::Week];
}

impl Events {
    pub const NONE: Self = Self(0);

    /// Whether an event is in it.
    pub fn has(self, event: Event) -> bool {
        self.0 & (1 << event as u8) != 0
    }

    /// The same with an event added.
    #[must_use]
    pub fn with(self, event: Event) -> Self {
        Self(self.0 | (1 << event as u8))
    }

    /// The same with the switch of an event turned over.
    #[must_use]
    pub fn toggled(self, event: Event) -> Self {
        Self(self.0 ^ (1 << event as u8))
    }

    pub fn iter(self) -> impl Iterator<Item = Event> {
        Event::ALL.into_iter().filter(move |event| self.has(*event))
    }
}

impl FromIterator<Event> for Events {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        events.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Serialize for Events {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Events {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Event>::deserialize(deserializer)?.into_iter().collect())
    }
}

impl Outlet {
    /// Whether it sends.
    pub fn is_on(&self) -> bool {
        self.paused.is_none()
    }
}

impl Record for Outlet {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Adds an outlet under an id that its secrets are kept by already.
pub(super) fn add(
    model: &mut Model,
    id: Uuid,
    name: &str,
    (kind, on, sees): (OutletKind, Events, Parts),
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let name = checked_name(name)?;
    if model.outlets.len() >= MAX_OUTLETS || model.outlets.get(id).is_some() {
        return Err(Refusal::OutOfRange("outlets"));
    }
    let (made, modified) = (now.utc, now.utc);
    model.outlets.insert(Outlet { id, name, kind, on, sees, paused: None, made, modified });
    Ok(saved())
}

pub(super) fn set(
    model: &mut Model,
    id: Uuid,
    name: &str,
    (kind, on, sees): (OutletKind, Events, Parts),
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let name = checked_name(name)?;
    change(model, id, now, |outlet| {
        (outlet.name, outlet.kind, outlet.on, outlet.sees) = (name, kind, on, sees);
    })
}

pub(super) fn toggle(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    change(model, id, now, |outlet| outlet.paused = if outlet.is_on() { Some(now.utc) } else { None })
}

fn change(model: &mut Model, id: Uuid, now: Now, change: impl FnOnce(&mut Outlet)) -> Result<Vec<Effect>, Refusal> {
    let before = model.outlets.clone();
    let found = model.outlets.update(id, |outlet| {
        let old = outlet.clone();
        change(outlet);
        if *outlet != old {
            outlet.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.outlets)) } else { Err(Refusal::Unknown("outlet")) }
}
