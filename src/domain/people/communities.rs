//! Communities: places of people on the same path.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::MAX_COMMUNITIES;
use super::words::{checked_name, checked_web};
use crate::domain::effect::{Effect, Refusal, saved, saved_if_changed};
use crate::domain::model::Model;
use crate::domain::records::Record;
use crate::domain::time::Now;

/// A place of people on the same path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Community {
    pub id: Uuid,
    pub name: String,
    /// Where it is on the web, http or https; empty where it is not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    pub joined: NaiveDate,
    pub made: DateTime<Utc>,
    /// When it was put away; it is kept for the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<DateTime<Utc>>,
    pub modified: DateTime<Utc>,
}

impl Community {
    /// Whether it is not put away.
    pub fn is_active(&self) -> bool {
        self.ended.is_none()
    }
}

impl Record for Community {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

fn checked(name: &str, link: &str, joined: NaiveDate, today: NaiveDate) -> Result<(String, String), Refusal> {
    if joined > today {
        return Err(Refusal::InFuture);
    }
    if joined < super::first_day() {
        return Err(Refusal::OutOfRange("day"));
    }
    let link = if link.trim().is_empty() { String::new() } else { checked_web(link)? };
    Ok((checked_name(name)?, link))
}

pub(super) fn add(
    model: &mut Model,
    [name, link]: [&str; 2],
    joined: NaiveDate,
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let (name, link) = checked(name, link, joined, now.today(model.settings.day_start_hour))?;
    check_room(model)?;
    let (made, modified) = (now.utc, now.utc);
    model.communities.insert(Community { id: now.id(0), name, link, joined, made, ended: None, modified });
    Ok(saved())
}

pub(super) fn set(
    model: &mut Model,
    id: Uuid,
    [name, link]: [&str; 2],
    joined: NaiveDate,
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let (name, link) = checked(name, link, joined, now.today(model.settings.day_start_hour))?;
    change(model, id, now, |community| {
        (community.name, community.link, community.joined) = (name, link, joined);
    })
}

/// Puts a community away; one in which nothing was shared leaves no trace.
pub(super) fn end(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    model.communities.get(id).filter(|community| community.is_active()).ok_or(Refusal::Unknown("community"))?;
    if model.check_ins.iter().any(|check_in| check_in.to == super::To::Community(id)) {
        return change(model, id, now, |community| community.ended = Some(now.utc));
    }
    model.communities.remove(id);
    Ok(saved())
}

pub(super) fn bring_back(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    model.communities.get(id).filter(|community| !community.is_active()).ok_or(Refusal::Unknown("community"))?;
    check_room(model)?;
    change(model, id, now, |community| community.ended = None)
}

fn check_room(model: &Model) -> Result<(), Refusal> {
    let count = model.communities.iter().filter(|community| community.is_active()).count();
    if count < MAX_COMMUNITIES { Ok(()) } else { Err(Refusal::OutOfRange("communities")) }
}

fn change(model: &mut Model, id: Uuid, now: Now, change: impl FnOnce(&mut Community)) -> Result<Vec<Effect>, Refusal> {
    let before = model.communities.clone();
    let found = model.communities.update(id, |community| {
        let old = community.clone();
        change(community);
        if *community != old {
            community.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.communities)) } else { Err(Refusal::Unknown("community")) }
}
