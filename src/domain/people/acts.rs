//! What can be done with people.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    Events, NewCheckIn, Outcome, OutletKind, PartnerDetails, Parts, check_ins, communities, outlets, partners, pledges,
};
use crate::domain::effect::{Effect, Refusal, saved};
use crate::domain::model::Model;
use crate::domain::time::Now;

/// What can be done with people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleAction {
    AddPartner(PartnerDetails),
    SetPartner {
        id: Uuid,
        details: PartnerDetails,
    },
    /// Puts a partner away; one who was never told anything leaves no trace.
    EndPartner {
        id: Uuid,
    },
    BringPartnerBack {
        id: Uuid,
    },
    /// Makes a pledge, today.
    Pledge {
        what: String,
        until: NaiveDate,
        to: String,
        place: String,
    },
    /// Says what became of a pledge; `None` takes that back.
    JudgePledge {
        id: Uuid,
        outcome: Option<Outcome>,
        words: String,
    },
    /// Takes a pledge out, on the day it was made alone.
    TakePledgeBack {
        id: Uuid,
    },
    AddCommunity {
        name: String,
        link: String,
        joined: NaiveDate,
    },
    SetCommunity {
        id: Uuid,
        name: String,
        link: String,
        joined: NaiveDate,
    },
    /// Puts a community away; one in which nothing was shared leaves no trace.
    EndCommunity {
        id: Uuid,
    },
    BringCommunityBack {
        id: Uuid,
    },
    /// Logs what leaves now.
    CheckIn(NewCheckIn),
    /// Logs what an outlet of this name sent by itself; no step to undo.
    Sent {
        outlet: String,
        check_in: NewCheckIn,
    },
    /// Writes down what came back, and the support that was felt, 0–10.
    Answer {
        id: Uuid,
        answer: String,
        support: Option<u8>,
    },
    /// An answer was seen on Focus; no step to undo.
    See {
        id: Uuid,
    },
    DeleteCheckIn {
        id: Uuid,
    },
    /// Adds an outlet under the id that its secrets are kept by.
    AddOutlet {
        id: Uuid,
        name: String,
        kind: OutletKind,
        on: Events,
        sees: Parts,
    },
    SetOutlet {
        id: Uuid,
        name: String,
        kind: OutletKind,
        on: Events,
        sees: Parts,
    },
    /// Pauses an outlet, or lets it go on.
    ToggleOutlet {
        id: Uuid,
    },
    DeleteOutlet {
        id: Uuid,
    },
}

/// Carries out a people action.
///
/// # Errors
/// Refuses empty and overlong texts, addresses that are none, days out of range, more than there is room for, unknown
/// ids, and without a goal what belongs to one.
pub fn apply(model: &mut Model, action: PeopleAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        PeopleAction::AddPartner(details) => partners::add(model, details, now),
        PeopleAction::SetPartner { id, details } => partners::set(model, id, details, now),
        PeopleAction::EndPartner { id } => partners::end(model, id, now),
        PeopleAction::BringPartnerBack { id } => partners::bring_back(model, id, now),
        PeopleAction::Pledge { what, until, to, place } => pledges::make(model, &what, until, [&to, &place], now),
        PeopleAction::JudgePledge { id, outcome, words } => pledges::judge(model, id, outcome, &words, now),
        PeopleAction::TakePledgeBack { id } => pledges::take_back(model, id, now),
        PeopleAction::AddCommunity { name, link, joined } => communities::add(model, [&name, &link], joined, now),
        PeopleAction::SetCommunity { id, name, link, joined } => {
            communities::set(model, id, [&name, &link], joined, now)
        }
        PeopleAction::EndCommunity { id } => communities::end(model, id, now),
        PeopleAction::BringCommunityBack { id } => communities::bring_back(model, id, now),
        PeopleAction::CheckIn(new) => check_ins::log(model, new, None, now),
        PeopleAction::Sent { outlet, check_in } => check_ins::log(model, check_in, Some(&outlet), now),
        PeopleAction::Answer { id, answer, support } => check_ins::answer(model, id, &answer, support, now),
        PeopleAction::See { id } => check_ins::see(model, id, now),
        PeopleAction::DeleteCheckIn { id } => {
            model.check_ins.remove(id).ok_or(Refusal::Unknown("check-in"))?;
            Ok(saved())
        }
        PeopleAction::AddOutlet { id, name, kind, on, sees } => outlets::add(model, id, &name, (kind, on, sees), now),
        PeopleAction::SetOutlet { id, name, kind, on, sees } => outlets::set(model, id, &name, (kind, on, sees), now),
        PeopleAction::ToggleOutlet { id } => outlets::toggle(model, id, now),
        PeopleAction::DeleteOutlet { id } => {
            model.outlets.remove(id).ok_or(Refusal::Unknown("outlet"))?;
            Ok(saved())
        }
    }
}
