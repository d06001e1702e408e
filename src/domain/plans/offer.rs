//! When a plan should be offered: a reminder put off twice, a session left early, a day about to end empty.

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use uuid::Uuid;

use super::matching::ranked;
use crate::domain::model::Model;
use crate::domain::rest::rest_on;
use crate::domain::session::{Ended, Session};
use crate::domain::time::Now;

/// Put-offs of one day after which a plan is offered (product.md, issue 3).
const PUT_OFFS: usize = 2;
/// Words of the usual obstacles behind each cause, to find the plan that was made for it.
const WORDS_OF_PUTTING_OFF: &str = "reminder later postpone busy time tired start";
const WORDS_OF_LEAVING: &str = "stop interrupted interruption distracted phone stuck hard noise";
const WORDS_OF_AN_EVENING: &str = "evening late tired forgot time today";

/// A plan to offer, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanOffer {
    pub cause: Cause,
    /// The plan that fits; `None` offers to write one.
    pub plan: Option<Uuid>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Reminders were put off twice today.
    PutOffTwice,
    /// The last session of today was left before half of its plan, or cut off.
    Abandoned,
    /// The hour has come at which the day is called about to end, and there was no session.
    DayEnding,
}

/// The offer of this moment, if there is one: quiet while a session runs and on days of rest, and gone once a plan was
/// used or written because of it. Looks only at the records of today.
pub fn plan_offer(model: &Model, now: Now) -> Option<PlanOffer> {
    let goal = model.goal()?;
    let today = now.today(model.settings.day_start_hour);
    if model.running.is_some() || rest_on(&model.rests, today).is_some() {
        return None;
    }
    let last = model.goal_sessions().rev().take_while(|session| session.day >= today).find(|last| last.day == today);
    let put_off = second_put_off(model, goal.id, today).filter(|at| last.is_none_or(|last| last.started < *at));
    let (cause, since, words) = if let Some(at) = put_off {
        (Cause::PutOffTwice, at, format!("{WORDS_OF_PUTTING_OFF} {}", goal.cue))
    } else if let Some(session) = last {
        let words = format!("{WORDS_OF_LEAVING} {} {}", session.note, session.next);
        is_abandoned(session).then(|| (Cause::Abandoned, session.ended_at(), words))?
    } else {
        (Cause::DayEnding, end_of_day(model, now)?, WORDS_OF_AN_EVENING.to_owned())
    };
    if is_answered(model, goal.id, since) {
        return None;
    }
    let best = ranked(model, &words).into_iter().next().filter(|(shared, _)| *shared > 0);
    Some(PlanOffer { cause, plan: best.map(|(_, plan)| plan.id) })
}

/// When reminders had been put off twice on a day.
fn second_put_off(model: &Model, goal: Uuid, today: NaiveDate) -> Option<DateTime<Utc>> {
    let of_today = model.put_offs.iter().rev().take_while(|put_off| put_off.day >= today);
    let moments: Vec<_> =
        of_today.filter(|put_off| put_off.day == today && put_off.goal == goal).map(|put_off| put_off.at).collect();
    moments.len().checked_sub(PUT_OFFS).and_then(|at| moments.get(at)).copied()
}

fn is_abandoned(session: &Session) -> bool {
    match session.ended {
        Ended::Early => 2 * session.focus_secs() < i64::from(session.planned_secs),
        Ended::Interrupted => true,
        Ended::Earned | Ended::Added => false,
    }
}

/// When the day's end came near, once it has; counted from the day's start, for the evening goes on past midnight.
fn end_of_day(model: &Model, now: Now) -> Option<DateTime<Utc>> {
    const DAY: i64 = 24 * 60;
    let day_start = i64::from(model.settings.day_start_hour) * 60;
    let since_start = |minute: i64| (minute - day_start).rem_euclid(DAY);
    let time = now.local().time();
    let passed = since_start(i64::from(time.hour() * 60 + time.minute()))
        - since_start(i64::from(model.settings.day_end_minute?));
    (passed >= 0).then(|| crate::domain::time::shifted(now.utc, -60 * passed - i64::from(time.second())))
}

/// A plan was used or written since.
fn is_answered(model: &Model, goal: Uuid, since: DateTime<Utc>) -> bool {
    model.plan_uses.last().is_some_and(|usage| usage.at >= since)
        || model.plans.iter().rev().find(|plan| plan.goal == goal).is_some_and(|plan| plan.made >= since)
}
