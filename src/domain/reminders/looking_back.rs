//! A look back that was due and may not have been told: it came in a session, or while the app was closed.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};

use crate::domain::alarms::OffsetAt;
use crate::domain::model::Model;
use crate::domain::review;
use crate::domain::time::{Now, day_of, resolve_local};

/// Days from one review day to the next, the moment of today that may be still to come included.
const DAYS: usize = 8;

/// Whether the newest reminder to look back is still to be told when the app starts.
///
/// It is told once. Where nothing says that it was, work that ended after it, or a review that was written in, shows that
/// the user was here since.
pub fn is_look_back_untold(model: &Model, now: Now, offset_at: OffsetAt<'_>) -> bool {
    let Some(goal) = model.goal() else { return false };
    let Some(came) = last_came(model, now, offset_at) else { return false };
    let day = day_of(came, offset_at(came), model.settings.day_start_hour);
    if goal.look_back_told >= Some(day) {
        return false;
    }
    let has_worked = model.goal_sessions().next_back().is_some_and(|session| session.ended_at() > came);
    let has_written = model.reviews.iter().any(|review| review.goal == goal.id && review.modified > came);
    review::rings(model, goal, day) && !has_worked && !has_written
}

/// The review day whose reminder came last.
pub fn look_back_day(model: &Model, now: Now, offset_at: OffsetAt<'_>) -> Option<NaiveDate> {
    let came = last_came(model, now, offset_at)?;
    Some(day_of(came, offset_at(came), model.settings.day_start_hour))
}

/// The moment of the newest review day that is past.
fn last_came(model: &Model, now: Now, offset_at: OffsetAt<'_>) -> Option<DateTime<Utc>> {
    let settings = &model.settings;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(settings.review_minute?) * 60, 0)?;
    let back = std::iter::successors(Some(now.local().date()), NaiveDate::pred_opt).take(DAYS);
    let moments = back.filter(|date| date.weekday() == settings.review_weekday);
    moments.map(|date| resolve_local(date.and_time(time), offset_at).0).find(|due| *due <= now.utc)
}
