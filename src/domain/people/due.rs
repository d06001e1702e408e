//! When a check-in with a partner is due, and whether it went out already.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use uuid::Uuid;

use super::{CheckIn, Partner, Rhythm, To};
use crate::domain::model::Model;
use crate::domain::time::{day_of, offset_from_secs, shifted};

/// So long after a session a check-in that belongs to it is brought up, in minutes: before it the card of the session
/// offers it.
pub const AFTER_SESSION_MINUTES: i64 = 15;
/// Days of a week, and by how many a weekly check-in may be early: later on it is the one before that comes late.
const WEEK: u64 = 7;
const EARLY: u64 = 3;

/// The newest check-in with a partner by the user's hand.
pub fn last_contact(model: &Model, partner: Uuid) -> Option<&CheckIn> {
    model.check_ins.iter().rfind(|check_in| check_in.to == To::Partner(partner) && check_in.is_by_hand())
}

/// Whether the check-in that is due on a day went out: on it, or for a weekly one on one of the three days before.
pub(in crate::domain) fn is_told(model: &Model, partner: &Partner, day: NaiveDate) -> bool {
    let first = match partner.rhythm {
        Rhythm::Weekly { .. } => back(day, EARLY),
        Rhythm::Free | Rhythm::AfterSession | Rhythm::Daily { .. } => day,
    };
    let of_partner = model.check_ins.iter().rev().filter(|one| one.to == To::Partner(partner.id) && one.is_by_hand());
    of_partner.take_while(|one| one.day >= back(first, 2)).any(|one| (first..=day).contains(&one.day))
}

/// When the check-in after the newest session is brought up, if none went out since it ended.
pub(in crate::domain) fn after_session(model: &Model, partner: &Partner) -> Option<DateTime<Utc>> {
    let ended = untold_session(model, partner)?.1;
    Some(shifted(ended, AFTER_SESSION_MINUTES * 60))
}

/// Day and end of the newest session that a partner who wants to hear after each was not told of.
fn untold_session(model: &Model, partner: &Partner) -> Option<(NaiveDate, DateTime<Utc>)> {
    let newest = model.goal_sessions().next_back().filter(|_| partner.rhythm == Rhythm::AfterSession)?;
    let since = last_contact(model, partner.id).map_or(partner.made, |check_in| check_in.sent);
    (newest.ended_at() > since).then(|| (newest.day, newest.ended_at()))
}

/// The day on which the next check-in is due, today or later, or an earlier one that is still open.
pub(super) fn next_due(model: &Model, partner: &Partner, today: NaiveDate) -> Option<NaiveDate> {
    match partner.rhythm {
        Rhythm::Free => None,
        Rhythm::AfterSession => untold_session(model, partner).map(|(day, _)| day),
        Rhythm::Daily { .. } if is_told(model, partner, today) => today.succ_opt(),
        Rhythm::Daily { .. } => Some(today),
        Rhythm::Weekly { weekday, .. } => {
            let ahead = u64::from(weekday.days_since(today.weekday()));
            let next = today.checked_add_days(Days::new(ahead))?;
            let before = back(next, WEEK);
            // A stamp without its zone: a day more or less does not matter here.
            let made = day_of(partner.made, offset_from_secs(0), model.settings.day_start_hour);
            let is_open = ahead > 0 && before > made && !told_since(model, partner.id, back(before, EARLY));
            if is_open {
                return Some(before);
            }
            let is_early = told_since(model, partner.id, back(next, EARLY));
            if is_early { next.checked_add_days(Days::new(WEEK)) } else { Some(next) }
        }
    }
}

/// Whether a check-in with a partner is still to go out today, or was on an earlier day.
pub fn is_due(model: &Model, partner: Uuid, today: NaiveDate) -> bool {
    let partner = model.partners.get(partner).filter(|partner| partner.is_active());
    partner.and_then(|partner| next_due(model, partner, today)).is_some_and(|due| due <= today)
}

/// Whether the next check-in should have come by now: a weekly one on its day, a daily one the day after, one after a
/// session on another day.
pub fn is_overdue(model: &Model, partner: &Partner, today: NaiveDate) -> bool {
    let yesterday = back(today, 1);
    match partner.rhythm {
        Rhythm::Free => false,
        Rhythm::AfterSession => untold_session(model, partner).is_some_and(|(day, _)| day < today),
        Rhythm::Daily { .. } => {
            let made = day_of(partner.made, offset_from_secs(0), model.settings.day_start_hour);
            made < yesterday && !told_since(model, partner.id, yesterday)
        }
        Rhythm::Weekly { .. } => next_due(model, partner, today).is_some_and(|due| due <= today),
    }
}

fn told_since(model: &Model, partner: Uuid, day: NaiveDate) -> bool {
    last_contact(model, partner).is_some_and(|check_in| check_in.day >= day)
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
