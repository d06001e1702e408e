//! What was worked on, for what is saved and read again: goals, sessions, counts, targets, rests and the running session
//! of any content.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::rewarded::any_occasion;
use super::round_trip::{any_day, stamp, text};
use super::samples::{goal, id, running, session};
use crate::domain::Model;
use crate::domain::goal::{Aim, Goal, GoalState, Pause};
use crate::domain::measure::{Count, Measure};
use crate::domain::rest::{Rest, RestKind};
use crate::domain::session::{ClockState, Ended, Interval, Part, Session};
use crate::domain::target::Target;
use crate::domain::timer::{Phase, Running};

/// Some records of work.
#[derive(Clone, Debug)]
pub struct Worked {
    goals: [Option<Goal>; 2],
    sessions: Vec<Session>,
    counts: Vec<Count>,
    targets: Vec<Target>,
    rests: Vec<Rest>,
    running: Option<Running>,
}

impl Worked {
    pub fn put(self, made: &mut Model) {
        self.goals.into_iter().flatten().for_each(|goal| made.goals.insert(goal));
        self.sessions.into_iter().for_each(|session| made.sessions.insert(session));
        self.counts.into_iter().for_each(|count| made.counts.insert(count));
        self.targets.into_iter().for_each(|target| made.targets.insert(target));
        self.rests.into_iter().for_each(|rest| made.rests.insert(rest));
        made.running = self.running;
    }
}

const GOAL_STATES: [GoalState; 3] = [GoalState::Finished, GoalState::Paused, GoalState::Dropped];

/// Stretches of days in order that do not overlap, each after a gap.
fn any_pauses() -> impl Strategy<Value = Vec<Pause>> {
    (any_day(), prop::collection::vec((1_i64..30, 0_i64..30), 0..4)).prop_map(|(mut day, lengths)| {
        let mut next = |(gap, length): (i64, i64)| {
            let from = day + Duration::days(gap);
            day = from + Duration::days(length);
            Pause { from, to: day }
        };
        lengths.into_iter().map(&mut next).collect()
    })
}

/// Aims on days in order, each of them whole, half or open.
fn any_aims() -> impl Strategy<Value = Vec<Aim>> {
    let aim = (1_i64..400, prop::option::of(1e-3_f64..1e9), prop::option::of(any_day()));
    (any_day(), prop::collection::vec(aim, 0..4)).prop_map(|(mut from, aims)| {
        let mut next = |(gap, total, date)| {
            from += Duration::days(gap);
            Aim { from, total, date }
        };
        aims.into_iter().map(&mut next).collect()
    })
}

prop_compose! {
    fn any_goal(number: u128)(texts in prop::array::uniform7(text()), total in prop::option::of(1e-3_f64..1e9),
        unit in ".{1,20}", has_measure in any::<bool>(), days in (any_day(), prop::option::of(any_day()), prop::option::of(any_day())),
        stamps in (stamp(), prop::option::of(stamp()), stamp()), pauses in any_pauses(), aims in any_aims(),
        state in prop::sample::select(&GOAL_STATES[..])) -> Goal {
        let [title, why, identity, cue, fallback, learnt, bundle] = texts;
        let ((start_day, target_date, look_back_told), (created, closed, modified)) = (days, stamps);
        let measure = has_measure.then_some(Measure { unit, total });
        // One of two can be worked on now.
        let state = if number == 1 { GoalState::Active } else { state };
        Goal { title, why, identity, cue, fallback, bundle, measure, target_date, created, start_day, state, closed, learnt,
            pauses, aims, look_back_told, modified, ..goal(number) }
    }
}

prop_compose! {
    fn any_session()(number in 0_u32..1_000, texts in prop::array::uniform4(text()), done in prop::collection::vec(text(), 0..3),
        ratings in prop::array::uniform4(prop::option::of(1_u8..=5)), planned_secs in any::<u32>(), modified in stamp(),
        lengths in prop::collection::vec((0_i64..600, 1_i64..1_800), 1..6),
        states in (prop::sample::select(&ENDS[..]), prop::option::of(1_u8..=5), any::<bool>(), any::<bool>()),
        offset_secs in any_offset(), environment in some_ids(), chosen_reward in prop::option::of(any_id())) -> Session {
        let [intention, next, note, proof] = texts;
        let [ease, energy, motivation_before, motivation_after] = ratings;
        let (ended, enjoyment, is_adjusted, is_part) = states;
        let part = if is_part { Part::Later } else { Part::Whole };
        let base = session(number);
        let intervals = intervals(base.started, &lengths);
        let clock = if is_adjusted { ClockState::Adjusted } else { ClockState::Steady };
        Session { planned_secs, intervals, ended, intention, done, next, note, proof, ease, energy, motivation_before,
            motivation_after, environment, enjoyment, chosen_reward, part, clock, modified, offset_secs,
            day: day_there(base.started, offset_secs), ..base }
    }
}

const ENDS: [Ended; 4] = [Ended::Earned, Ended::Early, Ended::Interrupted, Ended::Added];

/// Stretches one after the other, each a gap and a length in seconds.
fn intervals(started: DateTime<Utc>, lengths: &[(i64, i64)]) -> Vec<Interval> {
    let mut at = started;
    let mut next = |(gap, length): &(i64, i64)| {
        let start = at + Duration::seconds(*gap);
        at = start + Duration::seconds(*length);
        Interval { start, end: at }
    };
    lengths.iter().map(&mut next).collect()
}

prop_compose! {
    fn any_running()(phase in 0_u8..3, ahead_secs in 0_i64..100_000, planned_secs in 1_u32..57_600, intention in text(),
        secs in (1_i64..900, 1_i64..900), is_earned in any::<bool>(), offset_secs in any_offset(), told_secs in any::<u32>(),
        told in prop::collection::vec(any_occasion(), 0..3), chosen_reward in prop::option::of(any_id()),
        environment in some_ids()) -> Running {
        let base = running();
        let worked = base.started + Duration::seconds(secs.0);
        let later = worked + Duration::seconds(secs.1);
        let (intervals, phase) = match phase {
            0 => (Vec::new(), Phase::Focusing { since: base.started }),
            1 => (vec![Interval { start: base.started, end: worked }], Phase::Paused),
            _ => (vec![Interval { start: base.started, end: worked }], Phase::Asking { from: worked, to: later }),
        };
        Running { phase, intervals, ahead_secs, planned_secs, intention, last_alive: worked,
            earned: is_earned.then_some(worked), offset_secs, day: day_there(base.started, offset_secs), told_secs, told,
            chosen_reward, environment, ..base }
    }
}

prop_compose! {
    fn any_count()(number in 0_u128..1_000, at in stamp(), day in any_day(), amount in -1e9_f64..1e9,
        session in prop::option::of(any_id())) -> Count {
        Count { id: id(number), goal: id(1), session, at, day, amount }
    }
}

prop_compose! {
    fn any_target()(number in 3_u128..9, from in any_day(), minutes in 1_u16..=960, made in stamp()) -> Target {
        Target { id: id(number), goal: id(1), from, minutes, made }
    }
}

const KINDS: [RestKind; 3] = [RestKind::Rest, RestKind::Ill, RestKind::Travel];

prop_compose! {
    fn any_rest()(number in 4_u128..9, from in any_day(), days in 0_i64..=365, kind in prop::sample::select(&KINDS[..]),
        made in stamp()) -> Rest {
        Rest { id: id(number), from, to: from + Duration::days(days), kind, made }
    }
}

prop_compose! {
    pub fn any_worked()(active in any_goal(1).boxed(), closed in prop::option::of(any_goal(11).boxed()),
        sessions in prop::collection::vec(any_session().boxed(), 0..6), counts in prop::collection::vec(any_count().boxed(), 0..6),
        targets in prop::collection::vec(any_target().boxed(), 0..3), rests in prop::collection::vec(any_rest().boxed(), 0..3),
        running in prop::option::of(any_running().boxed())) -> Worked {
        Worked { goals: [Some(active), closed], sessions, counts, targets, rests, running }
    }
}

fn any_id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn some_ids() -> impl Strategy<Value = Vec<Uuid>> {
    prop::collection::vec(any_id(), 0..4)
}

/// Seconds east of Greenwich, less than a day.
fn any_offset() -> impl Strategy<Value = i32> {
    -86_399..=86_399
}

/// The calendar day there.
fn day_there(at: DateTime<Utc>, offset_secs: i32) -> NaiveDate {
    at.with_timezone(&FixedOffset::east_opt(offset_secs).unwrap()).date_naive()
}
