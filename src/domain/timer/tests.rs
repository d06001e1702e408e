mod clock;
mod gaps;
mod shorten;

use super::*;
use crate::domain::Action;
use crate::domain::rewards::{GrantState, Occasion, RewardAction};
use crate::domain::session::SessionAction;
use crate::domain::tests::World;

const HOUR: i64 = 3_600;

fn is_gap(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::GapFound { .. }))
}

fn earned_times(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Earned { .. })).count()
}

#[test]
fn a_session_runs_is_earned_once_and_goes_on_as_overtime() {
    let mut world = World::with_goal();
    world.start(300);
    assert_eq!(earned_times(&world.work(299)), 0);
    assert_eq!(earned_times(&world.work(1)), 1);
    assert_eq!(earned_times(&world.work(120)), 0);
    let now = world.now();
    assert_eq!(world.model.running.as_ref().unwrap().overtime_secs(now), 120);
    let effects = world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!(effects, [Effect::Save, Effect::Finished { session: session.id }]);
    assert_eq!((session.focus_secs(), session.overtime_secs(), session.ended), (420, 120, Ended::Earned));
    assert_eq!(session.earned_at(), Some(session.started + Duration::seconds(300)));
}

#[test]
fn a_session_finished_early_keeps_its_partial_credit_without_reward() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(200);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!((session.focus_secs(), session.ended, session.earned_at()), (200, Ended::Early, None));
}

#[test]
fn pauses_lie_between_intervals() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(100);
    world.timer(TimerAction::Pause);
    assert_eq!(world.refused(Action::Timer(TimerAction::Pause)), Refusal::Paused);
    world.work(2 * HOUR);
    world.timer(TimerAction::Resume);
    assert_eq!(world.refused(Action::Timer(TimerAction::Resume)), Refusal::NotPaused);
    world.work(50);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!(session.intervals.iter().map(Interval::secs).collect::<Vec<_>>(), [100, 50]);
}

#[test]
fn a_sleep_in_a_pause_asks_nothing() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(100);
    world.timer(TimerAction::Pause);
    assert!(world.jump(8 * HOUR).is_empty());
    world.timer(TimerAction::Resume);
    world.work(30);
    assert_eq!(world.focus_secs(), 130);
}

#[test]
fn five_minutes_more_move_the_end_and_it_is_told_there() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(100);
    world.timer(TimerAction::Extend { secs: 300 });
    assert_eq!(earned_times(&world.work(499)), 0);
    assert_eq!(earned_times(&world.work(1)), 1);
    world.work(60);
    world.timer(TimerAction::Extend { secs: 300 });
    let now = world.now();
    assert_eq!(world.model.running.as_ref().unwrap().left_secs(now), 300);
    assert_eq!(earned_times(&world.work(299)), 0);
    assert_eq!(earned_times(&world.work(1)), 1);
}

#[test]
fn what_was_earned_stays_earned_when_a_longer_plan_is_not_reached() {
    let mut world = World::with_goal();
    world.start(60);
    world.work(61);
    world.timer(TimerAction::Extend { secs: 300 });
    world.work(30);
    world.timer(TimerAction::Finish);
    assert!(world.model.sessions.last().unwrap().earned_at().is_some());
}

#[test]
fn under_a_minute_leaves_no_trace_unless_kept() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(59);
    let effects = world.timer(TimerAction::Finish);
    assert!(world.model.sessions.is_empty() && world.model.running.is_none());
    let Effect::TooShort(session) = &effects[1] else { panic!("{effects:?}") };
    world.act(Action::Session(SessionAction::Keep(session.clone())));
    assert_eq!(world.last_session_secs(), 59);
    world.act(Action::Session(SessionAction::Keep(session.clone())));
    assert_eq!(world.model.sessions.len(), 1);
}

#[test]
fn sixty_seconds_count() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(60);
    world.timer(TimerAction::Finish);
    assert_eq!(world.last_session_secs(), 60);
}

#[test]
fn forgotten_overtime_ends_after_four_hours() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(10 * HOUR);
    assert!(world.model.running.is_none());
    assert_eq!(world.last_session_secs(), 600 + OVERTIME_LIMIT_SECS);
}

#[test]
fn it_refuses_what_does_not_fit() {
    let mut world = World::new();
    let start = |planned_secs| {
        Action::Timer(TimerAction::Start { planned_secs, intention: String::new(), environment: Vec::new() })
    };
    assert_eq!(world.refused(start(300)), Refusal::NoGoal);
    let mut world = World::with_goal();
    for action in [TimerAction::Pause, TimerAction::Resume, TimerAction::Finish, TimerAction::Extend { secs: 300 }] {
        assert_eq!(world.refused(Action::Timer(action)), Refusal::NotRunning);
    }
    assert_eq!(world.refused(start(59)), Refusal::OutOfRange("minutes"));
    assert_eq!(world.refused(start(240 * 60 + 1)), Refusal::OutOfRange("minutes"));
    world.start(300);
    assert_eq!(world.refused(start(300)), Refusal::SessionRunning);
}

#[test]
fn taking_the_reward_at_zero_finishes_the_session() {
    let mut world = World::with_goal();
    world.reward("Espresso", 5);
    world.start(60);
    world.work(70);
    let session = world.model.running.as_ref().unwrap().id;
    world.act(Action::Reward(RewardAction::Take { occasion: Occasion::Session(session) }));
    assert!(world.model.running.is_none());
    assert_eq!(world.grant(session), Some(GrantState::Claimed));
}
