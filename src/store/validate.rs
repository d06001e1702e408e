//! The rules a record must keep to be reckoned with; one that breaks a rule is set aside, never thrown away.

use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use thiserror::Error;
use uuid::Uuid;

use super::document::with_lists;
use super::read::{Parsed, Sourced, quarantined};
use crate::domain::Model;
use crate::domain::measure::{Count, MAX_AMOUNT};
use crate::domain::model::Quarantined;
use crate::domain::records::{Record, Records};
use crate::domain::rest::{MAX_REST_DAYS, Rest};
use crate::domain::session::{Interval, MAX_DAY_SHIFT, MAX_SESSION_SECS, Session};
use crate::domain::target::{MAX_TARGET_MINUTES, Target};
use crate::domain::timer::{Phase, Running};
use crate::domain::waiting_room::Wish;

mod goals;
mod method;
mod people;
mod rewards;

use method::{check_experiment, check_item, check_length, check_plan, check_reminder, check_review};
use people::{check_check_in, check_community, check_outlet, check_partner, check_pledge};
use rewards::{Occasions, check_answer, check_break, check_milestone, check_reward, check_rung};

/// Years a stamp may lie in; outside, the clock or the editor was wrong.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;
/// The offset of a zone, in seconds, stays below a day.
const MAX_OFFSET_SECS: i32 = 86_400;

/// What a record did wrong, as written beside it.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Fault {
    #[error("another record has the same id")]
    SameId,
    #[error("its goal is not in the file")]
    NoGoal,
    #[error("its session is not in the file")]
    NoSession,
    #[error("its plan is not in the file")]
    NoPlan,
    #[error("a date lies outside the years 1970 to 2200")]
    Year,
    #[error("the day is not the day of the start")]
    Day,
    #[error("the offset is a day or more")]
    Offset,
    #[error("an interval ends before it starts")]
    EndsBeforeStart,
    #[error("its intervals overlap or are out of order")]
    Overlap,
    #[error("another answer is to the same reward")]
    SameOccasion,
    #[error("more than 16 hours of focus")]
    TooLong,
    #[error("a rating is not 1 to 5")]
    Rating,
    #[error("an address is none that the app opens")]
    Address,
    #[error("a figure is out of range")]
    Range,
    #[error("two goals are active: this one was loaded as paused")]
    SecondActive,
    #[error("a field is out of range: loaded without it")]
    FieldLeftOut,
}

/// A model in which every rule holds.
pub struct Checked {
    pub model: Model,
    pub newly_quarantined: usize,
    /// Records seen in all, without those set aside before.
    pub records: usize,
}

macro_rules! unchecked {
    ($($list:ident: $record:ty),+ $(,)?) => {
        /// Takes what was parsed as it is.
        pub fn unchecked(parsed: Parsed<'_>) -> Model {
            Model {
                $($list: plain(parsed.$list),)+
                running: parsed.running.map(|(_, running)| running),
                reward_break: parsed.reward_break.map(|(_, pause)| pause),
                settings: parsed.settings.unwrap_or_default(),
                quarantine: Arc::new(parsed.quarantine.into_iter().map(|(_, record)| record).collect()),
                history: crate::domain::undo::History::default(),
            }
        }

        /// Records that could be parsed, and those that could not.
        fn count(parsed: &Parsed<'_>) -> usize {
            $(parsed.$list.len() +)+ parsed.broken.len()
        }
    };
}
with_lists!(unchecked);

fn plain<T: Record>(records: Vec<Sourced<'_, T>>) -> Records<T> {
    records.into_iter().map(|(_, record)| record).collect()
}

/// Sets aside what breaks a rule.
#[expect(clippy::too_many_lines, reason = "a line or two for each list, and nothing else")]
pub fn check(parsed: Parsed<'_>) -> Checked {
    let records = count(&parsed);
    let Parsed { goals, wishes, sessions, counts, targets, rests, .. } = parsed;
    let Parsed { wordings, programme, lengths, environment, plans, plan_uses, reminders, put_offs, dismissals, .. } =
        parsed;
    let Parsed {
        reviews,
        experiments,
        quarantine,
        rewards,
        milestones,
        rungs,
        answers,
        running,
        reward_break,
        settings,
        old,
        broken,
        ..
    } = parsed;
    let Parsed { partners, pledges, communities, check_ins, outlets, .. } = parsed;
    let mut bad = broken;
    let goals = goals::check_goals(goals, &mut bad);
    let known: HashSet<Uuid> = goals.iter().map(Record::id).collect();
    let has_goal = |goal: Uuid| if known.contains(&goal) { Ok(()) } else { Err(Fault::NoGoal) };
    let wishes = keep("wishes", wishes, &mut bad, check_wish);
    let sessions = keep("sessions", sessions, &mut bad, |record| has_goal(record.goal).and(check_session(record)));
    let counts = keep("counts", counts, &mut bad, |record| has_goal(record.goal).and(check_count(record)));
    let targets = keep("targets", targets, &mut bad, |record| has_goal(record.goal).and(check_target(record)));
    let rests = keep("rests", rests, &mut bad, check_rest);
    let wordings =
        keep("wordings", wordings, &mut bad, |record| has_goal(record.goal).and(check_dated(record.made, record.from)));
    let programme = keep("programme", programme, &mut bad, |record| {
        has_goal(record.goal).and(check_dated(record.made, record.day))
    });
    let lengths = keep("lengths", lengths, &mut bad, |record| has_goal(record.goal).and(check_length(record)));
    let environment =
        keep("environment", environment, &mut bad, |record| has_goal(record.goal).and(check_item(record)));
    let plans = keep("plans", plans, &mut bad, |record| has_goal(record.goal).and(check_plan(record)));
    let plan_uses = keep("plan_uses", plan_uses, &mut bad, |record| {
        plans.get(record.plan).map(drop).ok_or(Fault::NoPlan).and(check_dated(record.at, record.day))
    });
    let reminders = keep("reminders", reminders, &mut bad, |record| has_goal(record.goal).and(check_reminder(record)));
    let put_offs = keep("put_offs", put_offs, &mut bad, |record| {
        has_goal(record.goal).and(check_dated(record.at, record.day)).and(check_stamps(&[record.until]))
    });
    let dismissals = keep("dismissals", dismissals, &mut bad, |record| {
        has_goal(record.goal).and(check_dated(record.made, record.day))
    });
    let reviews = keep("reviews", reviews, &mut bad, |record| has_goal(record.goal).and(check_review(record)));
    let experiments =
        keep("experiments", experiments, &mut bad, |record| has_goal(record.goal).and(check_experiment(record)));
    let rewards = keep("rewards", rewards, &mut bad, check_reward);
    let milestones =
        keep("milestones", milestones, &mut bad, |record| has_goal(record.goal).and(check_milestone(record)));
    let rungs = keep("rungs", rungs, &mut bad, check_rung);
    let occasions = RefCell::new(Occasions::default());
    let answers = keep("answers", answers, &mut bad, |record| {
        has_goal(record.goal).and(check_answer(record))?;
        occasions.borrow_mut().check(record)
    });
    let partners = keep("partners", partners, &mut bad, check_partner);
    let pledges = keep("pledges", pledges, &mut bad, |record| has_goal(record.goal).and(check_pledge(record)));
    let communities = keep("communities", communities, &mut bad, check_community);
    let check_ins = keep("check_ins", check_ins, &mut bad, |record| has_goal(record.goal).and(check_check_in(record)));
    let outlets = keep("outlets", outlets, &mut bad, check_outlet);
    let running = keep_single("running", running, &mut bad, |running| {
        has_goal(running.goal).and(check_running(running))?;
        if sessions.get(running.id).is_some() { Err(Fault::SameId) } else { Ok(()) }
    });
    let reward_break = keep_single("reward_break", reward_break, &mut bad, |pause| check_break(pause, &sessions));
    let newly_quarantined = bad.len();
    let mut kept: Vec<Quarantined> = quarantine.into_iter().map(|(_, record)| record).collect();
    kept.append(&mut bad);
    let model = Model {
        goals,
        wishes,
        sessions,
        counts,
        targets,
        rests,
        wordings,
        programme,
        lengths,
        environment,
        plans,
        plan_uses,
        reminders,
        put_offs,
        dismissals,
        reviews,
        experiments,
        rewards,
        milestones,
        rungs,
        answers,
        partners,
        pledges,
        communities,
        check_ins,
        outlets,
        running,
        reward_break,
        settings: settings.unwrap_or_default().bounded(),
        quarantine: Arc::new(kept),
        history: crate::domain::undo::History::default(),
    };
    let model = if let Some(old) = old { old.bring(model) } else { model };
    Checked { model, newly_quarantined, records }
}

fn keep<T: Record>(
    list: &str,
    records: Vec<Sourced<'_, T>>,
    bad: &mut Vec<Quarantined>,
    rule: impl Fn(&T) -> Result<(), Fault>,
) -> Records<T> {
    let mut seen = HashSet::with_capacity(records.len());
    let mut good = Vec::with_capacity(records.len());
    for (text, record) in records {
        match rule(&record) {
            Err(fault) => bad.push(quarantined(list, fault, text)),
            Ok(()) if !seen.insert(record.id()) => bad.push(quarantined(list, Fault::SameId, text)),
            Ok(()) => good.push(record),
        }
    }
    good.into_iter().collect()
}

fn keep_single<T>(
    name: &str,
    single: Option<Sourced<'_, T>>,
    bad: &mut Vec<Quarantined>,
    rule: impl Fn(&T) -> Result<(), Fault>,
) -> Option<T> {
    let (text, value) = single?;
    match rule(&value) {
        Ok(()) => Some(value),
        Err(fault) => {
            bad.push(quarantined(name, fault, text));
            None
        }
    }
}

fn check_wish(wish: &Wish) -> Result<(), Fault> {
    check_stamps(&[wish.added])
}

fn check_session(session: &Session) -> Result<(), Fault> {
    check_stamps(&[session.started, session.modified])?;
    check_place(session.started, session.offset_secs, session.day)?;
    check_intervals(&session.intervals)?;
    let felt = [session.motivation_before, session.motivation_after, session.enjoyment];
    let ratings = [session.ease, session.energy].into_iter().chain(felt);
    let fits = ratings.flatten().all(|rating| (1..=5).contains(&rating));
    if fits { Ok(()) } else { Err(Fault::Rating) }
}

fn check_running(running: &Running) -> Result<(), Fault> {
    check_stamps(&[running.started, running.last_alive, running.earned.unwrap_or(running.started)])?;
    check_place(running.started, running.offset_secs, running.day)?;
    match running.phase {
        Phase::Focusing { since } => check_stamps(&[since])?,
        Phase::Asking { from, to } => check_stamps(&[from, to])?,
        Phase::Paused => {}
    }
    // A clock set back by more than two centuries is not a clock.
    let is_steady = running.ahead_secs.unsigned_abs() <= 200 * 366 * 86_400;
    if is_steady { check_intervals(&running.intervals) } else { Err(Fault::Range) }
}

fn check_count(count: &Count) -> Result<(), Fault> {
    check_stamps(&[count.at])?;
    check_day(count.day)?;
    if count.amount.is_finite() && count.amount.abs() <= MAX_AMOUNT { Ok(()) } else { Err(Fault::Range) }
}

fn check_target(target: &Target) -> Result<(), Fault> {
    check_stamps(&[target.made])?;
    check_day(target.from)?;
    if (1..=MAX_TARGET_MINUTES).contains(&target.minutes) { Ok(()) } else { Err(Fault::Range) }
}

fn check_rest(rest: &Rest) -> Result<(), Fault> {
    check_stamps(&[rest.made])?;
    check_day(rest.from).and(check_day(rest.to))?;
    if (0..MAX_REST_DAYS).contains(&(rest.to - rest.from).num_days()) { Ok(()) } else { Err(Fault::Range) }
}

fn check_dated(stamp: DateTime<Utc>, day: NaiveDate) -> Result<(), Fault> {
    check_stamps(&[stamp]).and(check_day(day))
}

fn check_intervals(intervals: &[Interval]) -> Result<(), Fault> {
    for interval in intervals {
        check_stamps(&[interval.start, interval.end])?;
        if interval.end < interval.start {
            return Err(Fault::EndsBeforeStart);
        }
    }
    if intervals.windows(2).any(|pair| pair[1].start < pair[0].end) {
        return Err(Fault::Overlap);
    }
    let focus_secs: i64 = intervals.iter().map(Interval::secs).sum();
    if focus_secs > MAX_SESSION_SECS { Err(Fault::TooLong) } else { Ok(()) }
}

fn check_place(started: DateTime<Utc>, offset_secs: i32, day: NaiveDate) -> Result<(), Fault> {
    check_day(day)?;
    if offset_secs.unsigned_abs() >= MAX_OFFSET_SECS.unsigned_abs() {
        return Err(Fault::Offset);
    }
    let shift = (day.and_time(chrono::NaiveTime::MIN).and_utc() - started).num_days().abs();
    if shift <= MAX_DAY_SHIFT { Ok(()) } else { Err(Fault::Day) }
}

fn check_stamps(stamps: &[DateTime<Utc>]) -> Result<(), Fault> {
    if stamps.iter().all(|stamp| YEARS.contains(&stamp.year())) { Ok(()) } else { Err(Fault::Year) }
}

fn check_day(day: NaiveDate) -> Result<(), Fault> {
    // West of Greenwich, or before the day's start, the first moment of all lies on the last goal day of 1969.
    let first = |next: NaiveDate| next.year() == *YEARS.start();
    let fits = YEARS.contains(&day.year()) || day.succ_opt().is_some_and(first);
    if fits { Ok(()) } else { Err(Fault::Year) }
}
