//! Random walks of the clock (R36, R37): no panic, no negative or overlapping interval, no focus that was not lived.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::{World, check_intervals, check_survives_saving};
use crate::domain::session::{ClockState, Session};
use crate::domain::time::{day_of, offset_from_secs, resolve_local};
use crate::domain::timer::{GAP_SECS, GapAnswer, JITTER_SECS, TimerAction};
use crate::domain::{Action, Model};

/// One thing that happens to a running app.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Awake, with ticks.
    Work(i64),
    /// The wall clock moves alone: sleep, or someone sets it.
    Jump(i64),
    Crash(i64),
    Start(u32),
    Pause,
    Resume,
    Extend,
    Shorten,
    Finish,
    Answer(GapAnswer),
}

fn jump() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(-3_600),
        Just(8 * 3_600),
        Just(10 * 365 * 86_400),
        Just(-10 * 365 * 86_400),
        -200_000_i64..200_000,
        -100_i64..100,
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1_i64..4_000).prop_map(Step::Work),
        2 => jump().prop_map(Step::Jump),
        1 => jump().prop_map(Step::Crash),
        4 => (60_u32..3_000).prop_map(Step::Start),
        1 => Just(Step::Pause),
        2 => Just(Step::Resume),
        1 => Just(Step::Extend),
        1 => Just(Step::Shorten),
        2 => Just(Step::Finish),
        1 => Just(Step::Answer(GapAnswer::Count)),
        1 => Just(Step::Answer(GapAnswer::LeaveOut)),
        1 => Just(Step::Answer(GapAnswer::Continue)),
    ]
}

/// 2190, as a file may hold times up to 2200; 1970 is the earliest a computer's clock is set to.
const LATEST: i64 = 6_942_672_000;

/// Seconds that may have become focus in a step at most.
fn take(world: &mut World, step: Step) -> i64 {
    let try_timer = |world: &mut World, action| {
        let now = world.now();
        let _ = crate::domain::apply(&mut world.model, Action::Timer(action), now);
    };
    let bounded = |secs: i64| (world.utc.timestamp() + secs).clamp(0, LATEST) - world.utc.timestamp();
    let step = match step {
        Step::Jump(secs) => Step::Jump(bounded(secs)),
        Step::Crash(secs) => Step::Crash(bounded(secs)),
        step => step,
    };
    match step {
        Step::Work(secs) if world.model.running.is_some() => {
            world.work(secs);
            return secs;
        }
        Step::Jump(secs) if world.model.running.is_some() => {
            world.jump(secs);
            return if secs <= GAP_SECS { secs.max(JITTER_SECS) } else { 0 };
        }
        Step::Work(secs) | Step::Jump(secs) => world.pass(secs),
        Step::Crash(secs) => {
            let last_alive = world.utc;
            world.pass(secs);
            try_timer(world, TimerAction::Reopen { last_alive });
        }
        Step::Start(planned_secs) => {
            try_timer(world, TimerAction::Start { planned_secs, intention: String::new(), environment: Vec::new() });
        }
        Step::Pause => try_timer(world, TimerAction::Pause),
        Step::Resume => try_timer(world, TimerAction::Resume),
        Step::Extend => try_timer(world, TimerAction::Extend { secs: 300 }),
        Step::Shorten => try_timer(world, TimerAction::Shorten { secs: 120 }),
        Step::Finish => try_timer(world, TimerAction::Finish),
        Step::Answer(answer) => {
            let before = world.focus_secs() + saved_secs(world);
            try_timer(world, TimerAction::Answer(answer));
            return (world.focus_secs() + saved_secs(world) - before).max(0);
        }
    }
    0
}

fn saved_secs(world: &World) -> i64 {
    world.model.sessions.iter().map(Session::focus_secs).sum()
}

/// The zone of the walks: 5 h west of Greenwich, summer time from April to October.
fn offset_at(at: DateTime<Utc>) -> FixedOffset {
    let hours = if (4..=10).contains(&at.month()) { -4 } else { -5 };
    FixedOffset::east_opt(hours * 3_600).unwrap()
}

/// No goal day holds more focus than it has hours, 23 to 25 of them. A session that runs across the day's start counts
/// whole on its first day, so only its part before that start is reckoned here.
#[track_caller]
fn check_days(model: &Model) {
    let hour = model.settings.day_start_hour;
    let start_of =
        |day: NaiveDate| resolve_local(day.and_time(NaiveTime::MIN) + TimeDelta::hours(i64::from(hour)), offset_at).0;
    let mut focus: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for session in model.sessions.iter() {
        let own_day = day_of(session.started, offset_from_secs(session.offset_secs), hour);
        assert_eq!(session.day, own_day, "a session counts on the day of its start");
        let (from, to) = (start_of(session.day), start_of(session.day.succ_opt().unwrap()));
        if session.clock == ClockState::Steady {
            assert!((from..to).contains(&session.started), "{} is not in {}", session.started, session.day);
        }
        let inside = session.intervals.iter().map(|one| (one.end.min(to) - one.start.max(from)).num_seconds().max(0));
        *focus.entry(session.day).or_default() += inside.sum::<i64>();
    }
    for (day, secs) in focus {
        let length = (start_of(day.succ_opt().unwrap()) - start_of(day)).num_seconds();
        assert!(secs <= length, "{secs} s of focus on {day}, which has {length} s");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn focus_is_never_more_than_was_lived_or_answered(steps in prop::collection::vec(step(), 1..60)) {
        let mut world = World::with_goal();
        world.start(600);
        let mut lived = 0;
        for step in steps {
            let saved = saved_secs(&world);
            world.offset = offset_at(world.utc);
            lived += take(&mut world, step);
            check_intervals(&world.model);
            prop_assert!(saved_secs(&world) >= saved, "the spring shrank");
            let focus = saved_secs(&world) + world.focus_secs();
            prop_assert!(focus <= lived, "{focus} s of focus in {lived} s after {step:?}");
        }
        check_days(&world.model);
        check_survives_saving(&world.model);
    }
}
