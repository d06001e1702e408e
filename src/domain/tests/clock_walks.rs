//! Random walks of the clock (R36, R37): no panic, no negative or overlapping interval, no focus that was not lived.

use proptest::prelude::*;

use super::{World, check_intervals};
use crate::domain::Action;
use crate::domain::timer::{GAP_SECS, GapAnswer, JITTER_SECS, TimerAction};

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
        2 => Just(Step::Finish),
        1 => Just(Step::Answer(GapAnswer::Count)),
        1 => Just(Step::Answer(GapAnswer::LeaveOut)),
        1 => Just(Step::Answer(GapAnswer::Continue)),
    ]
}

/// Seconds that may have become focus in a step at most.
fn take(world: &mut World, step: Step) -> i64 {
    let try_timer = |world: &mut World, action| {
        let now = world.now();
        let _ = crate::domain::apply(&mut world.model, Action::Timer(action), now);
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
            try_timer(world, TimerAction::Start { planned_secs, intention: String::new() });
        }
        Step::Pause => try_timer(world, TimerAction::Pause),
        Step::Resume => try_timer(world, TimerAction::Resume),
        Step::Extend => try_timer(world, TimerAction::Extend { secs: 300 }),
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
    world.model.sessions.iter().map(crate::domain::session::Session::focus_secs).sum()
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
            lived += take(&mut world, step);
            // 1970 is the earliest a computer's clock is set to.
            if world.utc.timestamp() < 0 {
                world.utc = chrono::DateTime::UNIX_EPOCH;
            }
            check_intervals(&world.model);
            prop_assert!(saved_secs(&world) >= saved, "the spring shrank");
            let focus = saved_secs(&world) + world.focus_secs();
            prop_assert!(focus <= lived, "{focus} s of focus in {lived} s after {step:?}");
        }
    }
}
