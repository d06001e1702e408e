//! Partners: who is told, how often, and what each may see.

use chrono::{DateTime, Utc, Weekday};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::words::{checked_mail, checked_name, checked_web, checked_within, one_line};
use super::{MAX_PARTNERS, MAX_PLAN_CHARS, Parts};
use crate::domain::effect::{Effect, Refusal, saved, saved_if_changed};
use crate::domain::model::Model;
use crate::domain::records::Record;
use crate::domain::reminders::DAY_MINUTES;
use crate::domain::time::Now;

/// Someone who is told how it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    pub id: Uuid,
    pub name: String,
    pub reach: Reach,
    pub rhythm: Rhythm,
    pub sees: Parts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<JointPlan>,
    pub made: DateTime<Utc>,
    /// When they were put away; they are kept for the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<DateTime<Utc>>,
    pub modified: DateTime<Utc>,
}

/// How a partner is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// By no way the app knows of: texts are copied, or said.
    #[default]
    Nowhere,
    /// By mail, to this address.
    Mail(String),
    /// By a page of the web, such as a chat.
    Link(String),
}

/// When a check-in with a partner is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rhythm {
    /// Whenever it suits.
    #[default]
    Free,
    AfterSession,
    /// On every day, at a minute after midnight, local time, 0–1439.
    Daily {
        minute: u16,
    },
    Weekly {
        weekday: Weekday,
        minute: u16,
    },
}

/// "If `when`, we `then`": the best supported form of support (evidence.md §1, "Social and identity").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointPlan {
    /// What follows "If", without it.
    pub when: String,
    /// What follows "we", without it.
    pub then: String,
}

/// All that is written down about a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnerDetails {
    pub name: String,
    pub reach: Reach,
    pub rhythm: Rhythm,
    pub sees: Parts,
    /// None too where both parts are empty.
    pub plan: Option<JointPlan>,
}

impl Partner {
    /// Whether they are not put away.
    pub fn is_active(&self) -> bool {
        self.ended.is_none()
    }

    /// What is written down about them.
    pub fn details(&self) -> PartnerDetails {
        let Self { name, reach, rhythm, sees, plan, .. } = self.clone();
        PartnerDetails { name, reach, rhythm, sees, plan }
    }
}

impl Record for Partner {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

impl PartnerDetails {
    /// The same as it is kept.
    ///
    /// # Errors
    /// Refuses a missing or overlong name, half a plan, addresses that are none, and a time outside the day.
    pub fn checked(self) -> Result<Self, Refusal> {
        let Self { name, reach, rhythm, sees, plan } = self;
        let reach = match reach {
            Reach::Nowhere => Reach::Nowhere,
            Reach::Mail(address) => Reach::Mail(checked_mail(&address)?),
            Reach::Link(address) => Reach::Link(checked_web(&address)?),
        };
        match rhythm {
            Rhythm::Daily { minute } | Rhythm::Weekly { minute, .. } if minute >= DAY_MINUTES => {
                return Err(Refusal::OutOfRange("time"));
            }
            Rhythm::Free | Rhythm::AfterSession | Rhythm::Daily { .. } | Rhythm::Weekly { .. } => {}
        }
        let plan = plan.map(checked_plan).transpose()?.flatten();
        Ok(Self { name: checked_name(&name)?, reach, rhythm, sees, plan })
    }
}

fn checked_plan(plan: JointPlan) -> Result<Option<JointPlan>, Refusal> {
    let when = crate::domain::plans::tidy_obstacle(&plan.when);
    let then = one_line(&plan.then).trim_end_matches('.').to_owned();
    match (when.is_empty(), then.is_empty()) {
        (true, true) => return Ok(None),
        (true, false) => return Err(Refusal::Empty("when")),
        (false, true) => return Err(Refusal::Empty("then")),
        (false, false) => {}
    }
    let when = checked_within(when, "when", MAX_PLAN_CHARS)?;
    Ok(Some(JointPlan { when, then: checked_within(then, "then", MAX_PLAN_CHARS)? }))
}

pub(super) fn add(model: &mut Model, details: PartnerDetails, now: Now) -> Result<Vec<Effect>, Refusal> {
    let PartnerDetails { name, reach, rhythm, sees, plan } = details.checked()?;
    check_room(model)?;
    let (made, modified) = (now.utc, now.utc);
    model.partners.insert(Partner { id: now.id(0), name, reach, rhythm, sees, plan, made, ended: None, modified });
    Ok(saved())
}

pub(super) fn set(model: &mut Model, id: Uuid, details: PartnerDetails, now: Now) -> Result<Vec<Effect>, Refusal> {
    let PartnerDetails { name, reach, rhythm, sees, plan } = details.checked()?;
    change(model, id, now, |partner| {
        (partner.name, partner.reach, partner.rhythm) = (name, reach, rhythm);
        (partner.sees, partner.plan) = (sees, plan);
    })
}

/// Puts a partner away; one who was never told anything leaves no trace.
pub(super) fn end(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    model.partners.get(id).filter(|partner| partner.is_active()).ok_or(Refusal::Unknown("partner"))?;
    if model.check_ins.iter().any(|check_in| check_in.to == super::To::Partner(id)) {
        return change(model, id, now, |partner| partner.ended = Some(now.utc));
    }
    model.partners.remove(id);
    Ok(saved())
}

pub(super) fn bring_back(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    model.partners.get(id).filter(|partner| !partner.is_active()).ok_or(Refusal::Unknown("partner"))?;
    check_room(model)?;
    change(model, id, now, |partner| partner.ended = None)
}

fn check_room(model: &Model) -> Result<(), Refusal> {
    let count = model.partners.iter().filter(|partner| partner.is_active()).count();
    if count < MAX_PARTNERS { Ok(()) } else { Err(Refusal::OutOfRange("partners")) }
}

fn change(model: &mut Model, id: Uuid, now: Now, change: impl FnOnce(&mut Partner)) -> Result<Vec<Effect>, Refusal> {
    let before = model.partners.clone();
    let found = model.partners.update(id, |partner| {
        let old = partner.clone();
        change(partner);
        if *partner != old {
            partner.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.partners)) } else { Err(Refusal::Unknown("partner")) }
}
