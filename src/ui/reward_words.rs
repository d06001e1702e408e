//! Rewards in a few words: what earned one, and by what name; in notices and in the window alike.

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
        Occasion::Milestone(milestone) => milestone_name(text, model, *milestone),
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

/// A milestone: "10 h of focus", "25 sessions", or the name of an own one.
pub fn milestone_name(text: &Text, model: &Model, milestone: Milestone) -> String {
    let count = |number: u32| format::count(number.into());
    match milestone {
        Milestone::FirstSession => text.get("rewards-mark-first"),
        Milestone::Hours(hours) => text.with("rewards-mark-hours-long", &[("hours", count(hours).into())]),
        Milestone::Sessions(sessions) => text.with("rewards-mark-sessions", &[("sessions", sessions.into())]),
        Milestone::Days(days) => text.with("rewards-mark-days", &[("days", days.into())]),
        Milestone::Counts(amount) => {
            let values = [("amount", count(amount).into()), ("unit", unit(text, model).into())];
            text.with("rewards-mark-counts", &values)
        }
        Milestone::Own(id) => {
            let own = model.milestones.get(id);
            own.map_or_else(|| text.get("rewards-milestone-short"), |own| own.name.clone())
        }
    }
}

/// The unit of the measure; a plain word where there is none any more.
pub fn unit(text: &Text, model: &Model) -> String {
    let measure = model.goal().and_then(|goal| goal.measure.as_ref());
    measure.map_or_else(|| text.get("rewards-mark-unit"), |measure| measure.unit.clone())
}
