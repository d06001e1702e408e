//! The rules about misses: come back, never miss twice, and that a day need not be perfect.

use chrono::Datelike;

use super::{Act, Cause, Seen};
use crate::domain::insight::consistency;
use crate::domain::insight::days::Day;
use crate::domain::reminders::{Away, planned_weekdays};
use crate::domain::session::{Ended, Session};
use crate::domain::target::target_on;
use crate::domain::time::{local_time, offset_from_secs};

/// Missed days in a row from which coming back is the advice.
const COMEBACK_DAYS: u32 = 2;
/// Part of the target from which a day nearly met it, in percent.
const ALMOST_PERCENT: i64 = 80;
/// A session that starts from here on is late, in minutes after midnight, unless the user set when a day ends.
const LATE_MINUTE: u16 = 20 * 60;

/// Two planned days or more were missed in a row, and today can still be done.
pub(super) fn comeback(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let days = away_before_today(seen)?.missed;
    (days >= COMEBACK_DAYS).then_some((Cause::DaysMissed { days }, Act::StartShort))
}

/// The last planned day was missed, the one before it was not, and today can still be done.
pub(super) fn never_miss_twice(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let away = away_before_today(seen)?;
    let day = away.last_missed.filter(|_| away.missed == 1)?;
    Some((Cause::DayMissed { day }, Act::StartShort))
}

/// How long the user was away, when today is open and there was a session before; as the reminders reckon it.
fn away_before_today(seen: Seen<'_>) -> Option<Away> {
    let today = seen.days.today()?;
    let is_open = !today.is_done() && today.rest.is_none();
    is_open.then(|| Away::of(seen.model, seen.goal, seen.today)).filter(|away| away.has_begun)
}

/// Today is done, but not perfectly: after a miss, with a late session that ended early, or near the target.
pub(super) fn perfectionism(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let today = seen.days.today().filter(|today| today.is_done())?;
    let cause = came_back(seen).or_else(|| ended_late(seen)).or_else(|| almost_met(seen, today))?;
    Some((cause, Act::SeeProgress))
}

fn came_back(seen: Seen<'_>) -> Option<Cause> {
    let planned = planned_weekdays(seen.model, seen.goal);
    let is_planned = |day: &&Day| day.is_done() || planned.contains(&day.day.weekday());
    let before = consistency::counted(seen.days).rev().skip(1).filter(is_planned);
    let before: Vec<bool> = before.map(Day::is_done).collect();
    let missed = before.iter().position(|is_done| *is_done)? as u32;
    (missed > 0).then_some(Cause::CameBack { missed })
}

fn ended_late(seen: Seen<'_>) -> Option<Cause> {
    let of_today = |session: &&Session| session.goal == seen.goal.id && session.day == seen.today;
    let session = seen.model.sessions.iter().rev().find(of_today)?;
    let started = local_time(session.started, offset_from_secs(session.offset_secs));
    let midnight = session.day.and_time(chrono::NaiveTime::MIN);
    let late_minute = seen.model.settings.day_end_minute.unwrap_or(LATE_MINUTE);
    let is_late = (started - midnight).num_minutes() >= i64::from(late_minute);
    let done = minutes(session.focus_secs());
    let planned = minutes(i64::from(session.planned_secs));
    (session.ended == Ended::Early && is_late && done < planned).then_some(Cause::EndedLate { done, planned })
}

fn almost_met(seen: Seen<'_>, today: &Day) -> Option<Cause> {
    let target = target_on(&seen.model.targets, seen.goal.id, seen.today);
    let whole = i64::from(target) * 60;
    let is_near = today.focus_secs * 100 >= whole * ALMOST_PERCENT && today.focus_secs < whole;
    is_near.then(|| Cause::AlmostMet { done: minutes(today.focus_secs), target })
}

/// Whole minutes of some seconds.
fn minutes(secs: i64) -> u16 {
    u16::try_from(secs / 60).unwrap_or(u16::MAX)
}
