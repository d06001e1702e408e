//! Sessions: timed stretches of work on the goal, as they are kept.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::goal::cut;
use super::model::Model;
use super::records::Record;
use super::reward::RewardState;
use super::time::{Now, day_of, offset_from_secs};

/// Shortest session that leaves a trace by itself, in seconds of focus.
pub const MIN_SESSION_SECS: i64 = 60;
/// Longest focus of one record, in seconds; more is a clock that ran wild.
pub const MAX_SESSION_SECS: i64 = 16 * 3600;
/// Most lines of "what got done".
pub const MAX_DONE_LINES: usize = 50;

/// One finished stretch of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub id: Uuid,
    pub goal: Uuid,
    pub started: DateTime<Utc>,
    /// The zone's offset where it was made, in seconds east of UTC.
    pub offset_secs: i32,
    /// The goal day it belongs to, fixed when it started.
    pub day: NaiveDate,
    pub planned_secs: u32,
    /// Real focus, in order, not overlapping.
    pub intervals: Vec<Interval>,
    pub ended: Ended,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub intention: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// 1 hard … 5 easy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ease: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motivation_before: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motivation_after: Option<u8>,
    #[serde(default, skip_serializing_if = "RewardState::is_none")]
    pub reward: RewardState,
    #[serde(default, skip_serializing_if = "ClockState::is_steady")]
    pub clock: ClockState,
    pub modified: DateTime<Utc>,
}

/// A stretch of focus, UTC; `end` is never before `start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ended {
    /// The planned time was reached.
    Earned,
    /// Finished before the planned time: partial credit.
    Early,
    /// Closed at the last moment known alive, after a gap or a crash.
    Interrupted,
    /// Entered afterwards.
    Added,
}

/// Whether the computer's clock was steady during the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockState {
    #[default]
    Steady,
    /// The clock was set back meanwhile; the stamps go on from before.
    Adjusted,
}

/// What can be done with finished sessions.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionAction {
    /// Enters a past session of the active goal.
    Add {
        started: DateTime<Utc>,
        offset_secs: i32,
        focus_secs: i64,
        note: String,
    },
    /// Moves a session or changes its length.
    SetTimes {
        id: Uuid,
        started: DateTime<Utc>,
        offset_secs: i32,
        focus_secs: i64,
    },
    /// Changes one field.
    Set {
        id: Uuid,
        field: SessionField,
    },
    /// Cuts a session in two after some seconds of focus.
    Split {
        id: Uuid,
        after_secs: i64,
    },
    Delete {
        id: Uuid,
    },
    /// Keeps a session that was too short to leave a trace by itself.
    Keep(Box<Session>),
}

/// One field of a session with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionField {
    Intention(String),
    Done(Vec<String>),
    Next(String),
    Note(String),
    Proof(String),
    Ease(Option<u8>),
    Energy(Option<u8>),
    MotivationBefore(Option<u8>),
    MotivationAfter(Option<u8>),
}

impl Interval {
    /// Its length in seconds, never negative.
    pub fn secs(&self) -> i64 {
        (self.end - self.start).num_seconds().max(0)
    }
}

impl ClockState {
    /// Nothing to say about the clock.
    pub fn is_steady(&self) -> bool {
        *self == Self::Steady
    }
}

impl Session {
    /// Seconds of focus: the sum of its intervals.
    pub fn focus_secs(&self) -> i64 {
        self.intervals.iter().map(Interval::secs).sum()
    }

    /// Focus beyond the plan, in seconds.
    pub fn overtime_secs(&self) -> i64 {
        (self.focus_secs() - i64::from(self.planned_secs)).max(0)
    }

    /// The end of its last interval.
    pub fn ended_at(&self) -> DateTime<Utc> {
        self.intervals.last().map_or(self.started, |interval| interval.end)
    }
}

impl Record for Session {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.started
    }
}

/// Carries out an action on the records.
///
/// # Errors
/// Refuses times that overlap another session, lie in the future or are out of range, and unknown ids.
pub fn apply(model: &mut Model, action: SessionAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        SessionAction::Add { started, offset_secs, focus_secs, note } => {
            add(model, started, offset_secs, focus_secs, note, now)
        }
        SessionAction::SetTimes { id, started, offset_secs, focus_secs } => {
            set_times(model, id, started, offset_secs, focus_secs, now)
        }
        SessionAction::Set { id, field } => set(model, id, field, now),
        SessionAction::Split { id, after_secs } => split(model, id, after_secs, now),
        SessionAction::Delete { id } => {
            model.sessions.remove(id).ok_or(Refusal::Unknown("session"))?;
            let counts: Vec<Uuid> =
                model.counts.iter().filter(|count| count.session == Some(id)).map(|count| count.id).collect();
            for count in counts {
                model.counts.remove(count);
            }
            Ok(saved())
        }
        SessionAction::Keep(session) => {
            if session.goal != model.goal().ok_or(Refusal::NoGoal)?.id {
                return Err(Refusal::Unknown("goal"));
            }
            let id = session.id;
            model.sessions.insert(*session);
            Ok(vec![Effect::Save, Effect::Finished { session: id }])
        }
    }
}

fn add(
    model: &mut Model,
    started: DateTime<Utc>,
    offset_secs: i32,
    focus_secs: i64,
    note: String,
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let interval = checked_interval(started, focus_secs, now)?;
    let session = Session {
        id: now.id(0),
        goal,
        started,
        offset_secs,
        day: day_of(started, offset_from_secs(offset_secs), model.settings.day_start_hour),
        planned_secs: u32::try_from(focus_secs).unwrap_or(u32::MAX),
        intervals: vec![interval],
        ended: Ended::Added,
        intention: String::new(),
        done: Vec::new(),
        next: String::new(),
        note: cut(note),
        proof: String::new(),
        ease: None,
        energy: None,
        motivation_before: None,
        motivation_after: None,
        reward: RewardState::None,
        clock: ClockState::Steady,
        modified: now.utc,
    };
    check_overlap(model, &session)?;
    model.sessions.insert(session);
    Ok(saved())
}

fn set_times(
    model: &mut Model,
    id: Uuid,
    started: DateTime<Utc>,
    offset_secs: i32,
    focus_secs: i64,
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let mut session = model.sessions.get(id).ok_or(Refusal::Unknown("session"))?.clone();
    checked_interval(started, focus_secs, now)?;
    if started != session.started || offset_secs != session.offset_secs {
        let shift = started - session.started;
        for interval in &mut session.intervals {
            *interval = Interval { start: interval.start + shift, end: interval.end + shift };
        }
        session.started = started;
        session.offset_secs = offset_secs;
        session.day = day_of(started, offset_from_secs(offset_secs), model.settings.day_start_hour);
    }
    set_focus(&mut session, focus_secs);
    if session.ended_at() > now.utc {
        return Err(Refusal::InFuture);
    }
    session.modified = now.utc;
    check_overlap(model, &session)?;
    model.sessions.insert(session);
    Ok(saved())
}

/// Cuts focus from the end, or lengthens the last interval.
fn set_focus(session: &mut Session, focus_secs: i64) {
    let missing = focus_secs - session.focus_secs();
    if missing >= 0 {
        match session.intervals.last_mut() {
            Some(last) => last.end += Duration::seconds(missing),
            None => session
                .intervals
                .push(Interval { start: session.started, end: session.started + Duration::seconds(missing) }),
        }
    } else {
        session.intervals = split_intervals(&session.intervals, focus_secs).0;
    }
}

fn set(model: &mut Model, id: Uuid, field: SessionField, now: Now) -> Result<Vec<Effect>, Refusal> {
    let field = checked(field)?;
    let found = model.sessions.update(id, |session| {
        match field {
            SessionField::Intention(text) => session.intention = text,
            SessionField::Done(lines) => session.done = lines,
            SessionField::Next(text) => session.next = text,
            SessionField::Note(text) => session.note = text,
            SessionField::Proof(text) => session.proof = text,
            SessionField::Ease(rating) => session.ease = rating,
            SessionField::Energy(rating) => session.energy = rating,
            SessionField::MotivationBefore(rating) => session.motivation_before = rating,
            SessionField::MotivationAfter(rating) => session.motivation_after = rating,
        }
        session.modified = now.utc;
    });
    if found { Ok(saved()) } else { Err(Refusal::Unknown("session")) }
}

fn checked(field: SessionField) -> Result<SessionField, Refusal> {
    let rating = match &field {
        SessionField::Ease(rating)
        | SessionField::Energy(rating)
        | SessionField::MotivationBefore(rating)
        | SessionField::MotivationAfter(rating) => *rating,
        _ => None,
    };
    if rating.is_some_and(|rating| !(1..=5).contains(&rating)) {
        return Err(Refusal::OutOfRange("rating"));
    }
    Ok(match field {
        SessionField::Intention(text) => SessionField::Intention(cut(text)),
        SessionField::Next(text) => SessionField::Next(cut(text)),
        SessionField::Note(text) => SessionField::Note(cut(text)),
        SessionField::Proof(text) => SessionField::Proof(cut(text)),
        SessionField::Done(lines) => SessionField::Done(
            lines.into_iter().filter(|line| !line.trim().is_empty()).take(MAX_DONE_LINES).map(cut).collect(),
        ),
        rating => rating,
    })
}

fn split(model: &mut Model, id: Uuid, after_secs: i64, now: Now) -> Result<Vec<Effect>, Refusal> {
    let whole = model.sessions.get(id).ok_or(Refusal::Unknown("session"))?.clone();
    if after_secs < 1 || after_secs >= whole.focus_secs() {
        return Err(Refusal::OutOfRange("split"));
    }
    let (first, second) = split_intervals(&whole.intervals, after_secs);
    let started = second.first().map_or(whole.started, |interval| interval.start);
    let planned = i64::from(whole.planned_secs);
    let part = |secs: i64| u32::try_from(secs.max(0)).unwrap_or(u32::MAX);
    let mut later = Session {
        id: now.id(0),
        started,
        day: day_of(started, offset_from_secs(whole.offset_secs), model.settings.day_start_hour),
        planned_secs: part(planned - after_secs),
        intervals: second,
        reward: RewardState::None,
        modified: now.utc,
        ..whole.clone()
    };
    later.done.clear();
    let earlier = Session { planned_secs: part(planned.min(after_secs)), intervals: first, modified: now.utc, ..whole };
    model.sessions.insert(earlier);
    model.sessions.insert(later);
    Ok(saved())
}

/// The intervals before and after some seconds of focus.
fn split_intervals(intervals: &[Interval], after_secs: i64) -> (Vec<Interval>, Vec<Interval>) {
    let (mut before, mut after, mut left) = (Vec::new(), Vec::new(), after_secs.max(0));
    for interval in intervals {
        let cut = interval.start + Duration::seconds(left.min(interval.secs()));
        if cut > interval.start {
            before.push(Interval { start: interval.start, end: cut });
        }
        if cut < interval.end {
            after.push(Interval { start: cut, end: interval.end });
        }
        left -= (cut - interval.start).num_seconds();
    }
    (before, after)
}

fn checked_interval(started: DateTime<Utc>, focus_secs: i64, now: Now) -> Result<Interval, Refusal> {
    if !(1..=MAX_SESSION_SECS).contains(&focus_secs) {
        return Err(Refusal::OutOfRange("minutes"));
    }
    let end = started.checked_add_signed(Duration::seconds(focus_secs)).ok_or(Refusal::OutOfRange("start"))?;
    if end > now.utc { Err(Refusal::InFuture) } else { Ok(Interval { start: started, end }) }
}

/// No two intervals of the file may overlap: nobody works twice at once.
fn check_overlap(model: &Model, candidate: &Session) -> Result<(), Refusal> {
    let overlaps = |other: &Session| {
        let meets = |a: &Interval| candidate.intervals.iter().any(|b| a.start < b.end && b.start < a.end);
        other.id != candidate.id
            && other.started < candidate.ended_at()
            && other.ended_at() > candidate.started
            && other.intervals.iter().any(meets)
    };
    let clash = model.sessions.iter().find(|other| overlaps(other)).map(|other| other.started);
    let running =
        model.running.as_ref().filter(|running| running.started < candidate.ended_at()).map(|running| running.started);
    clash.or(running).map_or(Ok(()), |started| Err(Refusal::Overlaps(started)))
}
