//! Happenings: what an outlet may tell, each once.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::Event;
use crate::domain::model::Model;
use crate::domain::rewards::earned::Earned;
use crate::domain::rewards::{Milestone, Occasion, answer_id};
use crate::domain::session::Session;

/// What lies further back than so many days is no news: it was added by hand, or mended.
const NEWS_DAYS: i64 = 1;

/// Something that happened and may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Happening {
    /// A session ended and is in the records.
    SessionDone(Uuid),
    /// The target of a day was met.
    TargetMet(NaiveDate),
    Milestone(Milestone),
    /// A week, by its first day, has the days done that its reward takes.
    Week(NaiveDate),
}

impl Happening {
    /// Which event it is.
    pub fn event(self) -> Event {
        match self {
            Self::SessionDone(_) => Event::SessionDone,
            Self::TargetMet(_) => Event::TargetMet,
            Self::Milestone(_) => Event::Milestone,
            Self::Week(_) => Event::Week,
        }
    }

    /// The happening at which something is earned, if it is one to tell.
    fn of(occasion: Occasion) -> Option<Self> {
        match occasion {
            Occasion::Day(day) => Some(Self::TargetMet(day)),
            Occasion::Week(first) => Some(Self::Week(first)),
            Occasion::Milestone(milestone) => Some(Self::Milestone(milestone)),
            Occasion::Session(_) | Occasion::Comeback(_) | Occasion::Month(_) => None,
        }
    }

    /// What earns a reward at the same moment, or the session.
    fn occasion(self) -> Occasion {
        match self {
            Self::SessionDone(session) => Occasion::Session(session),
            Self::TargetMet(day) => Occasion::Day(day),
            Self::Milestone(milestone) => Occasion::Milestone(milestone),
            Self::Week(first) => Occasion::Week(first),
        }
    }
}

/// What happened between two models, of what was earned meanwhile: the sessions first, and only what an outlet that is on
/// tells. Sessions are those of the active goal.
pub(in crate::domain) fn of(
    before: &Model,
    after: &Model,
    earned: impl Iterator<Item = Earned>,
    today: NaiveDate,
) -> Vec<Happening> {
    let on = || after.outlets.iter().filter(|outlet| outlet.is_on());
    if on().next().is_none() {
        return Vec::new();
    }
    let is_news = |day: NaiveDate| (today - day).num_days() <= NEWS_DAYS;
    let goal = after.goal().map(|goal| goal.id);
    let is_new = |session: &&Arc<Session>| {
        Some(session.goal) == goal && is_news(session.day) && before.sessions.get(session.id).is_none()
    };
    let new = after.sessions.not_in(&before.sessions).filter(is_new);
    let mut found: Vec<Happening> = new.map(|session| Happening::SessionDone(session.id)).collect();
    found.extend(earned.filter(|earned| is_news(earned.day)).filter_map(|earned| Happening::of(earned.occasion)));
    found.retain(|happening| on().any(|outlet| outlet.on.has(happening.event())));
    found
}

/// The id of what one outlet tells of one happening of a goal: the same however often it is made, so that a receiver can
/// drop doubles.
pub fn happening_id(outlet: Uuid, goal: Uuid, happening: Happening) -> Uuid {
    let told = answer_id(goal, happening.occasion());
    // Two ids into one: the outlet takes the place of the goal, so the same happening differs by where it is told.
    answer_id(outlet, Occasion::Milestone(Milestone::Own(told)))
}
