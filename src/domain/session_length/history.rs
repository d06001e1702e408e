//! What the records say about the length: the planned days, and the decision they are counted from.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{LengthState, Offer, Opportunity, newest, offer};
use crate::domain::goal::Goal;
use crate::domain::insight::days::{Day, Days};
use crate::domain::insight::turns::Turn;
use crate::domain::model::Model;
use crate::domain::reminders::planned_weekdays;
use crate::domain::settings::LengthMode;

/// What the sessions of a day say.
struct Worked {
    /// The last rating given that day.
    ease: Option<u8>,
    /// When the first session of the day was over, and the day done.
    done_at: DateTime<Utc>,
}

/// What is offered for the goal's next session, with its days and turns; nothing while the length is fixed.
///
/// An opportunity is a planned day that is no rest, or any day that was done; today is one once it is done.
pub fn offered(model: &Model, goal: &Goal, days: &Days, turns: &[Turn]) -> Offer {
    match model.settings.length_mode {
        LengthMode::Fixed => Offer::None,
        LengthMode::Growing => offer(&state(model, goal, days, turns)),
    }
}

fn state(model: &Model, goal: &Goal, days: &Days, turns: &[Turn]) -> LengthState {
    let worked = worked(turns);
    let decision = newest(model, goal.id);
    let mut state = LengthState::new(model.settings.session_minutes, model.settings.longest_minutes);
    let today = days.today().map(|day| day.day);
    let planned = planned_weekdays(model, goal);
    let is_missed = |day: &Day| Some(day.day) != today && planned.contains(&day.day.weekday());
    for day in days.iter().filter(|day| day.rest.is_none() && (day.is_done() || is_missed(day))) {
        let worked = worked.binary_search_by_key(&day.day, |(day, _)| *day).ok().map(|nth| &worked[nth].1);
        let seen = worked.map_or(Opportunity::Missed, |worked| Opportunity::Done(worked.ease));
        let is_known = decision.is_some_and(|decision| {
            let is_done_before = worked.is_some_and(|worked| worked.done_at <= decision.made);
            day.day < decision.day || (day.day == decision.day && is_done_before)
        });
        if is_known { state.history.push(seen) } else { state.see(seen) }
    }
    state
}

/// The days with sessions, each once, in order.
fn worked(turns: &[Turn]) -> Vec<(NaiveDate, Worked)> {
    let mut found: Vec<(NaiveDate, Worked)> = Vec::new();
    for turn in turns {
        let worked = Worked { ease: turn.ease, done_at: turn.ended };
        match found.last_mut() {
            Some((day, earlier)) if *day == turn.day => earlier.go_on(&worked),
            _ => found.push((turn.day, worked)),
        }
    }
    // Mostly in order already: only where a clock or a zone changed does a day come again.
    found.sort_by_key(|(day, _)| *day);
    found.dedup_by(|(later_day, later), (day, earlier)| {
        let is_same = later_day == day;
        if is_same {
            earlier.go_on(later);
        }
        is_same
    });
    found
}

impl Worked {
    /// Adds what later sessions of the day say.
    fn go_on(&mut self, later: &Self) {
        self.ease = later.ease.or(self.ease);
        self.done_at = self.done_at.min(later.done_at);
    }
}
