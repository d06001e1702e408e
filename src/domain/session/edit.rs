//! What can be done with finished sessions: adding, editing, splitting, deleting.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use super::{
    ClockState, Ended, Interval, MAX_DONE_LINES, MAX_SESSION_SECS, Part, Session, SessionAction, SessionField,
};
use crate::domain::effect::{Effect, Refusal, saved, saved_if_changed};
use crate::domain::goal::cut;
use crate::domain::model::Model;
use crate::domain::time::{Now, day_of, offset_from_secs};

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
            if model.sessions.get(id).is_none() {
                let session = free_of_overlap(model, *session);
                model.sessions.insert(session);
            }
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
    let offset = offset_from_secs(offset_secs);
    let session = Session {
        id: now.id(0),
        goal,
        started,
        offset_secs: offset.local_minus_utc(),
        day: day_of(started, offset, model.settings.day_start_hour),
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
        environment: Vec::new(),
        enjoyment: None,
        chosen_reward: None,
        part: Part::Whole,
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
        let offset = offset_from_secs(offset_secs);
        session.started = started;
        session.offset_secs = offset.local_minus_utc();
        session.day = day_of(started, offset, model.settings.day_start_hour);
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
    let before = model.sessions.clone();
    let found = model.sessions.update(id, |session| {
        let old = session.clone();
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
            SessionField::Enjoyment(rating) => session.enjoyment = rating,
        }
        if *session != old {
            session.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.sessions)) } else { Err(Refusal::Unknown("session")) }
}

fn checked(field: SessionField) -> Result<SessionField, Refusal> {
    let rating = match &field {
        SessionField::Ease(rating)
        | SessionField::Energy(rating)
        | SessionField::MotivationBefore(rating)
        | SessionField::MotivationAfter(rating)
        | SessionField::Enjoyment(rating) => *rating,
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
    // The words and ratings stay with the first part, but for where to go on.
    let later = Session {
        id: now.id(0),
        started,
        day: day_at(model, &whole, started),
        planned_secs: part(planned - after_secs),
        intervals: second,
        next: whole.next.clone(),
        modified: now.utc,
        ..bare(&whole)
    };
    let earlier = Session {
        planned_secs: part(planned.min(after_secs)),
        intervals: first,
        next: String::new(),
        modified: now.utc,
        ..whole
    };
    model.sessions.insert(earlier);
    model.sessions.insert(later);
    Ok(saved())
}

/// The goal day of a moment, by a session's offset. Days are counted from the stored one: a day start chosen since must
/// not move what was recorded before.
fn day_at(model: &Model, session: &Session, at: DateTime<Utc>) -> NaiveDate {
    let day = |at| day_of(at, offset_from_secs(session.offset_secs), model.settings.day_start_hour);
    session.day.checked_add_signed(day(at) - day(session.started)).unwrap_or(session.day)
}

/// The same session without words, ratings and reward: the later part of it.
fn bare(session: &Session) -> Session {
    Session {
        intention: String::new(),
        done: Vec::new(),
        next: String::new(),
        note: String::new(),
        proof: String::new(),
        ease: None,
        energy: None,
        motivation_before: None,
        motivation_after: None,
        enjoyment: None,
        chosen_reward: None,
        part: Part::Later,
        ..session.clone()
    }
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
    if started < DateTime::UNIX_EPOCH {
        return Err(Refusal::OutOfRange("start"));
    }
    let end = started.checked_add_signed(Duration::seconds(focus_secs)).ok_or(Refusal::OutOfRange("start"))?;
    if end > now.utc { Err(Refusal::InFuture) } else { Ok(Interval { start: started, end }) }
}

/// No two intervals of the file may overlap: nobody works twice at once.
fn check_overlap(model: &Model, candidate: &Session) -> Result<(), Refusal> {
    let clash = clash(model, candidate).map(|other| other.started);
    let running =
        model.running.as_ref().filter(|running| running.started < candidate.ended_at()).map(|running| running.started);
    clash.or(running).map_or(Ok(()), |started| Err(Refusal::Overlaps(started)))
}

fn clash<'a>(model: &'a Model, candidate: &Session) -> Option<&'a Session> {
    let meets = |a: &Interval| candidate.intervals.iter().any(|b| a.start < b.end && b.start < a.end);
    model.sessions.iter().find(|other| {
        other.id != candidate.id
            && other.started < candidate.ended_at()
            && other.ended_at() > candidate.started
            && other.intervals.iter().any(meets)
    })
}

/// The session as measured, moved on to the next free time if its stamps overlap another: only a clock that was set
/// back makes them, and what was worked must not be lost over it.
pub(in crate::domain) fn free_of_overlap(model: &Model, mut session: Session) -> Session {
    while let Some(other) = clash(model, &session) {
        let shift = other.ended_at() - session.started;
        for interval in &mut session.intervals {
            *interval = Interval { start: interval.start + shift, end: interval.end + shift };
        }
        session.day = day_at(model, &session, session.started + shift);
        session.started += shift;
        session.clock = ClockState::Adjusted;
    }
    session
}
