//! The timer: a state machine in which every transition takes `now` and time is only what stored stamps say.
//!
//! Suspend, lock, crash and a changed clock close the open interval at the last moment known alive. What lay
//! between is asked about and never counted by itself.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::environment;
use super::goal::cut;
use super::model::Model;
use super::rewards::{self, Occasion};
use super::session::{Ended, Interval, MIN_SESSION_SECS, Session, free_of_overlap};
use super::settings::MAX_SESSION_MINUTES;
use super::time::{Now, day_of, shifted};

mod running;
#[cfg(test)]
mod tests;

/// Longest silence between two signs of life that still counts as one stretch, in seconds (reliability.md §7).
pub const GAP_SECS: i64 = 90;
/// Backward clock steps up to this many seconds are jitter, not a change of the clock.
pub const JITTER_SECS: i64 = 2;
/// Overtime after which a forgotten session ends by itself, in seconds.
pub const OVERTIME_LIMIT_SECS: i64 = 4 * 3600;

/// The session that is running now. It is saved, so that a crash loses nothing that was stamped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Running {
    pub id: Uuid,
    pub goal: Uuid,
    pub started: DateTime<Utc>,
    pub offset_secs: i32,
    pub day: NaiveDate,
    pub planned_secs: u32,
    /// Closed stretches of focus; the open one is in `phase`.
    pub intervals: Vec<Interval>,
    pub phase: Phase,
    /// The last moment at which the app is known to have run.
    pub last_alive: DateTime<Utc>,
    /// Seconds by which the stamps run ahead of the computer's clock, after that was set back.
    #[serde(default)]
    pub ahead_secs: i64,
    /// When the planned time was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earned: Option<DateTime<Utc>>,
    /// The plan whose end was told, in seconds; below `planned_secs` the end is still to come.
    #[serde(default)]
    pub told_secs: u32,
    /// What was told to be earned at the end of the plan, so that it is not told again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Occasion>,
    /// The reward chosen for it; `None` leaves it to the turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_reward: Option<Uuid>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub intention: String,
    /// The environment items checked for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environment: Vec<Uuid>,
}

/// What the running session does right now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    Focusing {
        since: DateTime<Utc>,
    },
    Paused,
    /// A gap was found and waits for the user's word.
    Asking {
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
}

/// What a gap was, in the user's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapAnswer {
    /// It was focus: counted, at most up to the planned end. Goes on if the plan is not reached.
    Count,
    /// It was not: the session ends where the gap began.
    LeaveOut,
    /// It was not, and the session goes on from now.
    Continue,
}

/// What can be done with the timer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimerAction {
    /// Starts a session of the active goal; `planned_secs` from 1 min to 240 min.
    Start {
        planned_secs: u32,
        intention: String,
        /// The environment items checked before it.
        environment: Vec<Uuid>,
    },
    Pause,
    Resume,
    /// Adds to the plan.
    Extend {
        secs: u32,
    },
    /// Brings the planned end near: it comes `secs` of focus from now, unless it comes sooner anyway.
    Shorten {
        secs: u32,
    },
    SetIntention(String),
    /// Checks an environment item for the running session, or takes the check back.
    ToggleItem(Uuid),
    /// Ends the session; under 60 s of focus it leaves no trace unless kept.
    Finish,
    /// Time passed; `last_alive` is when the app is known to have run before now.
    Tick {
        last_alive: DateTime<Utc>,
    },
    /// The app was started again and found this session; asks what the time since `last_alive` was.
    Reopen {
        last_alive: DateTime<Utc>,
    },
    Answer(GapAnswer),
}

/// Carries out a timer action.
///
/// # Errors
/// Refuses what does not fit the state the timer is in, and a planned length out of range.
pub fn apply(model: &mut Model, action: TimerAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        TimerAction::Start { planned_secs, intention, environment } => {
            start(model, planned_secs, intention, environment, now)
        }
        TimerAction::Pause => pause(model, now),
        TimerAction::Resume => resume(model, now),
        TimerAction::Extend { secs } => extend(model, secs, now),
        TimerAction::Shorten { secs } => shorten(model, secs, now),
        TimerAction::SetIntention(intention) => {
            running(model)?.intention = cut(intention);
            Ok(saved())
        }
        TimerAction::ToggleItem(item) => toggle_item(model, item),
        TimerAction::Finish => {
            let running = running(model)?;
            if let Some(asked) = unseen_gap(running, now) {
                return Ok(asked);
            }
            running.close_at(running.at(now));
            finish(model, Ended::Early, now)
        }
        TimerAction::Tick { last_alive } => tick(model, last_alive, now),
        TimerAction::Reopen { last_alive } => Ok(reopen(model, last_alive, now)),
        TimerAction::Answer(answer) => answer_gap(model, answer, now),
    }
}

fn running(model: &mut Model) -> Result<&mut Running, Refusal> {
    model.running.as_mut().ok_or(Refusal::NotRunning)
}

fn start(
    model: &mut Model,
    planned_secs: u32,
    intention: String,
    environment: Vec<Uuid>,
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    if model.running.is_some() {
        return Err(Refusal::SessionRunning);
    }
    if !(60..=u32::from(MAX_SESSION_MINUTES) * 60).contains(&planned_secs) {
        return Err(Refusal::OutOfRange("minutes"));
    }
    let environment = environment::known(model, goal, environment);
    let launches = environment::launches(model, &environment);
    // After the clock was set back a new session starts where the last one ended: stamps never overlap.
    let last_end = model.sessions.iter().rev().take(32).map(Session::ended_at).max();
    let started = last_end.filter(|end| *end - now.utc < Duration::days(1)).map_or(now.utc, |end| end.max(now.utc));
    model.reward_break = None;
    model.running = Some(Running {
        id: now.id(0),
        goal,
        started,
        offset_secs: now.offset_secs(),
        day: day_of(started, now.offset, model.settings.day_start_hour),
        planned_secs,
        intervals: Vec::new(),
        phase: Phase::Focusing { since: started },
        last_alive: now.utc,
        ahead_secs: (started - now.utc).num_seconds(),
        earned: None,
        told_secs: 0,
        told: Vec::new(),
        chosen_reward: None,
        intention: cut(intention),
        environment,
    });
    Ok(if launches.is_empty() { saved() } else { vec![Effect::Save, Effect::Launch(launches)] })
}

/// Taking a check back is always possible; an item that was put away or deleted meanwhile takes no new one.
fn toggle_item(model: &mut Model, item: Uuid) -> Result<Vec<Effect>, Refusal> {
    let goal = running(model)?.goal;
    let is_known = !environment::known(model, goal, vec![item]).is_empty();
    let checked = &mut running(model)?.environment;
    match checked.iter().position(|other| *other == item) {
        Some(at) => drop(checked.remove(at)),
        None if is_known => checked.push(item),
        None => return Err(Refusal::Unknown("item")),
    }
    Ok(saved())
}

fn pause(model: &mut Model, now: Now) -> Result<Vec<Effect>, Refusal> {
    let running = running(model)?;
    if let Some(asked) = unseen_gap(running, now) {
        return Ok(asked);
    }
    match running.phase {
        Phase::Focusing { .. } => running.close_at(running.at(now)),
        Phase::Paused => return Err(Refusal::Paused),
        Phase::Asking { .. } => return Err(Refusal::GapUnanswered),
    }
    running.last_alive = now.utc;
    Ok(saved())
}

fn resume(model: &mut Model, now: Now) -> Result<Vec<Effect>, Refusal> {
    let running = running(model)?;
    match running.phase {
        Phase::Paused => go_on(running, now),
        Phase::Focusing { .. } => return Err(Refusal::NotPaused),
        Phase::Asking { .. } => return Err(Refusal::GapUnanswered),
    }
    Ok(saved())
}

/// The question about a silence that no tick has seen yet: an act on waking must not count the sleep.
fn unseen_gap(running: &mut Running, now: Now) -> Option<Vec<Effect>> {
    let is_focusing = matches!(running.phase, Phase::Focusing { .. });
    let is_gap = is_focusing && (now.utc - running.last_alive).num_seconds() > GAP_SECS;
    is_gap.then(|| open_gap(running, running.last_alive, now))
}

/// Opens an interval now; a clock that was set back meanwhile makes the stamps run ahead of it.
fn go_on(running: &mut Running, now: Now) {
    let since = now.utc.max(running.floor());
    running.ahead_secs = (since - now.utc).num_seconds();
    running.phase = Phase::Focusing { since };
    running.last_alive = now.utc;
}

fn extend(model: &mut Model, secs: u32, now: Now) -> Result<Vec<Effect>, Refusal> {
    let running = running(model)?;
    // In overtime the plan is lengthened from now, so that +5 means five minutes from here.
    let from = i64::from(running.planned_secs).max(running.focus_secs(now));
    let planned = from + i64::from(secs);
    let max = i64::from(MAX_SESSION_MINUTES) * 60 * 2;
    running.planned_secs = u32::try_from(planned.min(max)).map_err(|_| Refusal::OutOfRange("minutes"))?;
    Ok(saved())
}

/// Only the plan changes, never the focus: what was worked is neither more nor less for it.
fn shorten(model: &mut Model, secs: u32, now: Now) -> Result<Vec<Effect>, Refusal> {
    let running = running(model)?;
    if let Some(asked) = unseen_gap(running, now) {
        return Ok(asked);
    }
    if matches!(running.phase, Phase::Asking { .. }) {
        return Err(Refusal::GapUnanswered);
    }
    let end = (running.focus_secs(now) + i64::from(secs)).max(MIN_SESSION_SECS);
    match u32::try_from(end).ok().filter(|end| *end < running.planned_secs) {
        Some(end) => {
            running.planned_secs = end;
            Ok(saved())
        }
        None => Ok(Vec::new()),
    }
}

fn tick(model: &mut Model, last_alive: DateTime<Utc>, now: Now) -> Result<Vec<Effect>, Refusal> {
    let running = running(model)?;
    if !matches!(running.phase, Phase::Focusing { .. }) {
        running.last_alive = now.utc;
        return Ok(Vec::new());
    }
    // The model may know of a later sign of life than who asks.
    let last_alive = if running.last_alive <= now.utc { last_alive.max(running.last_alive) } else { last_alive };
    let silent_secs = (now.utc - last_alive).num_seconds();
    if silent_secs > GAP_SECS {
        return Ok(open_gap(running, last_alive, now));
    }
    if silent_secs < -JITTER_SECS {
        // Set back: go on in the session's own time from the last moment known, counting only what passed since.
        running.ahead_secs = running.ahead_secs.saturating_sub(silent_secs);
        running.last_alive = now.utc;
        return Ok(saved());
    }
    running.last_alive = now.utc;
    let (focus, planned) = (running.focus_secs(now), i64::from(running.planned_secs));
    if running.told_secs < running.planned_secs && focus >= planned {
        let session = running.id;
        running.told_secs = running.planned_secs;
        running.earned.get_or_insert(now.utc);
        let grants = rewards::told_at_zero(model);
        return Ok(vec![Effect::Save, Effect::Earned { session, grants }]);
    }
    if focus >= planned + OVERTIME_LIMIT_SECS {
        let over = focus - planned - OVERTIME_LIMIT_SECS;
        running.close_at(shifted(running.at(now), -over));
        return finish(model, Ended::Early, now);
    }
    Ok(Vec::new())
}

fn reopen(model: &mut Model, last_alive: DateTime<Utc>, now: Now) -> Vec<Effect> {
    match &mut model.running {
        Some(running) if matches!(running.phase, Phase::Focusing { .. }) => {
            open_gap(running, last_alive.max(running.last_alive), now)
        }
        Some(Running { phase: Phase::Asking { from, to }, .. }) => vec![Effect::GapFound { from: *from, to: *to }],
        Some(_) | None => Vec::new(),
    }
}

/// Closes the interval at the last moment alive and waits for the user's word on the rest.
fn open_gap(running: &mut Running, last_alive: DateTime<Utc>, now: Now) -> Vec<Effect> {
    // Even a sign of life from a clock that ran wild counts no more than the longest session.
    let planned = i64::from(running.planned_secs);
    let latest = shifted(running.floor(), planned.saturating_sub(running.closed_secs()).max(0) + OVERTIME_LIMIT_SECS);
    let from = shifted(last_alive, running.ahead_secs).clamp(running.floor(), latest);
    let to = running.at(now).max(from);
    running.close_at(from);
    // What was earned before the silence stays earned.
    if running.closed_secs() >= planned {
        running.earned.get_or_insert(from);
    }
    running.phase = Phase::Asking { from, to };
    running.last_alive = now.utc;
    vec![Effect::Save, Effect::GapFound { from, to }]
}

fn answer_gap(model: &mut Model, answer: GapAnswer, now: Now) -> Result<Vec<Effect>, Refusal> {
    let running = running(model)?;
    let Phase::Asking { from, to } = running.phase else { return Err(Refusal::NotRunning) };
    running.phase = Phase::Paused;
    match answer {
        GapAnswer::LeaveOut => finish(model, Ended::Interrupted, now),
        GapAnswer::Continue => {
            go_on(running, now);
            Ok(saved())
        }
        GapAnswer::Count => {
            let left = (i64::from(running.planned_secs) - running.closed_secs()).max(0);
            let end = shifted(from, left).min(to);
            if end > from {
                running.intervals.push(Interval { start: from, end });
            }
            if running.closed_secs() < i64::from(running.planned_secs) {
                go_on(running, now);
                return Ok(saved());
            }
            running.earned.get_or_insert(end);
            finish(model, Ended::Earned, now)
        }
    }
}

fn finish(model: &mut Model, ended: Ended, now: Now) -> Result<Vec<Effect>, Refusal> {
    let running = model.running.take().ok_or(Refusal::NotRunning)?;
    let ended = if running.earned.is_some() || running.closed_secs() >= i64::from(running.planned_secs) {
        Ended::Earned
    } else {
        ended
    };
    let session = running.into_session(ended, now);
    if session.focus_secs() < MIN_SESSION_SECS {
        return Ok(vec![Effect::Save, Effect::TooShort(Box::new(session))]);
    }
    let id = session.id;
    let session = free_of_overlap(model, session);
    model.sessions.insert(session);
    Ok(vec![Effect::Save, Effect::Finished { session: id }])
}
