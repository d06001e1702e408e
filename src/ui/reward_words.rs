//! Rewards in a few words: what earned one, and what may come next; in notices and on Focus alike.

use uuid::Uuid;

use crate::domain::Model;
use crate::domain::rewards::{Granted, Milestone, Occasion, waiting};

use super::format;
use super::text::Text;

/// What earned a reward: "Daily target met", "10 h of focus".
pub fn earned_by(text: &Text, model: &Model, occasion: &Occasion) -> String {
    match occasion {
        Occasion::Session(_) => text.get("focus-by-session"),
        Occasion::Day(_) => text.get("focus-by-day"),
        Occasion::Week(_) => text.get("focus-by-week"),
        Occasion::Month(_) => text.get("focus-by-month"),
        Occasion::Comeback(_) => text.get("focus-by-comeback"),
        Occasion::Milestone(milestone) => reached(text, model, milestone),
    }
}

/// What was earned: the reward's own words, or the milestone where no reward goes with it.
pub fn told(text: &Text, model: &Model, one: &Granted) -> String {
    if one.reward.is_some() { one.words.clone() } else { earned_by(text, model, &one.occasion) }
}

/// Whether there is a reward to take now: one of the session whose card is open or of the newest, or of the running one
/// that reached its end.
pub fn can_take(model: &Model, card: Option<Uuid>) -> bool {
    let is_given =
        |occasion: &Occasion| model.rewards.iter().any(|reward| reward.layer == occasion.layer() && reward.is_active());
    let is_told = model.running.as_ref().is_some_and(|running| running.told.iter().any(is_given));
    is_told || waiting(model, card).is_some()
}

/// A milestone by what was reached.
fn reached(text: &Text, model: &Model, milestone: &Milestone) -> String {
    let counted = |id: &str, count: u32| {
        text.with(id, &[("count", count.into()), ("shown", format::count(u64::from(count)).into())])
    };
    match milestone {
        Milestone::FirstSession => text.get("focus-by-first"),
        Milestone::Hours(hours) => counted("focus-by-hours", *hours),
        Milestone::Sessions(sessions) => counted("focus-by-sessions", *sessions),
        Milestone::Days(days) => counted("focus-by-days", *days),
        Milestone::Counts(amount) => {
            let unit = model.goal().and_then(|goal| goal.measure.as_ref()).map_or("", |measure| measure.unit.as_str());
            let values = [("shown", format::count(u64::from(*amount)).into()), ("unit", unit.into())];
            text.with("focus-by-counts", &values)
        }
        Milestone::Own(id) => match model.milestones.get(*id) {
            Some(own) => own.name.clone(),
            None => text.get("focus-by-own"),
        },
    }
}
