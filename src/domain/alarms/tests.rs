use super::*;
use crate::domain::Action;
use crate::domain::reward::RewardAction;
use crate::domain::tests::World;
use crate::domain::timer::{TimerAction, TimerAction::Extend};

/// Seconds from now to each alarm that is not the day's start.
fn due(world: &mut World) -> Vec<(i64, AlarmKind)> {
    let now = world.now();
    let all = alarms(&world.model, now);
    assert!(all.windows(2).all(|pair| pair[0].due <= pair[1].due));
    let rest = all.iter().filter(|alarm| alarm.kind != AlarmKind::DayStart);
    rest.map(|alarm| ((alarm.due - now.utc).num_seconds(), alarm.kind)).collect()
}

#[test]
fn without_a_session_only_the_next_day_is_waited_for() {
    let mut world = World::with_goal();
    assert_eq!(due(&mut world), []);
    let now = world.now();
    let starts: Vec<String> = alarms(&world.model, now).iter().map(|alarm| alarm.due.to_rfc3339()).collect();
    assert_eq!(starts, ["2026-03-03T03:00:00+00:00", "2026-03-03T04:00:00+00:00"]);
}

#[test]
fn a_running_session_waits_for_its_end_and_for_a_quarter_of_an_hour_more() {
    let mut world = World::with_goal();
    world.start(480);
    world.work(60);
    let session = world.model.running.as_ref().unwrap().id;
    let (earned, overtime) = (AlarmKind::SessionEarned { session }, AlarmKind::Overtime { session });
    assert_eq!(due(&mut world), [(420, earned), (1_320, overtime)]);
    world.timer(Extend { secs: 300 });
    assert_eq!(due(&mut world), [(720, earned), (1_620, overtime)]);
    world.work(720);
    assert_eq!(due(&mut world), [(900, overtime)]);
    world.work(900);
    assert_eq!(due(&mut world), []);
}

#[test]
fn a_pause_waits_for_nothing_and_resuming_moves_the_end() {
    let mut world = World::with_goal();
    world.start(480);
    world.work(60);
    world.timer(TimerAction::Pause);
    assert_eq!(due(&mut world), []);
    world.pass(1_000);
    world.timer(TimerAction::Resume);
    assert_eq!(due(&mut world)[0].0, 420);
}

#[test]
fn an_end_that_passed_unseen_is_still_told() {
    let mut world = World::with_goal();
    world.start(480);
    world.pass(500);
    assert_eq!(due(&mut world)[0].0, -20);
}

#[test]
fn five_more_minutes_in_overtime_are_waited_for() {
    let mut world = World::with_goal();
    world.start(60);
    world.work(100);
    world.timer(Extend { secs: 300 });
    assert_eq!(due(&mut world)[0].0, 300);
}

#[test]
fn after_the_clock_was_set_back_the_end_is_as_far_away_as_before() {
    let mut world = World::with_goal();
    world.start(480);
    world.work(60);
    world.jump(-3_600);
    assert_eq!(due(&mut world)[0].0, 420);
}

#[test]
fn a_break_waits_for_its_end() {
    let mut world = World::with_goal();
    world.start(60);
    world.work(60);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap().id;
    world.act(Action::Reward(RewardAction::Take { session }));
    assert_eq!(due(&mut world), [(300, AlarmKind::BreakOver { session })]);
}
