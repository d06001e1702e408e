use super::*;
use crate::domain::Action;
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;

const HOUR: i64 = 3_600;

fn act(action: RewardAction) -> Action {
    Action::Reward(action)
}

/// A world with one earned session.
fn earned() -> (World, Uuid) {
    let mut world = World::with_goal();
    world.act(act(RewardAction::Set(SessionReward { words: "Espresso on the balcony".into(), minutes: 10 })));
    world.start(60);
    world.work(60);
    world.timer(TimerAction::Finish);
    let id = world.model.sessions.last().unwrap().id;
    (world, id)
}

fn state(world: &World, id: Uuid) -> RewardState {
    world.model.sessions.get(id).unwrap().reward
}

#[test]
fn taking_it_starts_a_break_of_its_length() {
    let (mut world, session) = earned();
    world.act(act(RewardAction::Take { session }));
    assert_eq!(state(&world, session), RewardState::Claimed);
    let pause = world.model.reward_break.clone().unwrap();
    assert_eq!((pause.ends - pause.started).num_minutes(), 10);
    world.pass(599);
    assert_eq!(world.act(act(RewardAction::Tick)), []);
    world.pass(1);
    assert_eq!(world.act(act(RewardAction::Tick)), [Effect::Save, Effect::BreakOver]);
    assert_eq!(world.act(act(RewardAction::Tick)), []);
}

#[test]
fn a_break_runs_on_the_wall_clock_through_sleep() {
    let (mut world, session) = earned();
    world.act(act(RewardAction::Take { session }));
    world.pass(8 * HOUR);
    assert_eq!(world.act(act(RewardAction::Tick)), [Effect::Save, Effect::BreakOver]);
}

#[test]
fn a_clock_set_back_lengthens_a_break_by_itself_at_most() {
    let (mut world, session) = earned();
    world.act(act(RewardAction::Take { session }));
    world.pass(-HOUR);
    world.act(act(RewardAction::Tick));
    world.pass(600);
    assert_eq!(world.act(act(RewardAction::Tick)), [Effect::Save, Effect::BreakOver]);
}

#[test]
fn a_taken_reward_is_not_taken_twice_and_not_skipped_afterwards() {
    let (mut world, session) = earned();
    world.act(act(RewardAction::Take { session }));
    world.act(act(RewardAction::EndBreak));
    assert_eq!(world.act(act(RewardAction::Take { session })), []);
    assert!(world.model.reward_break.is_none());
    assert_eq!(world.act(act(RewardAction::Skip { session })), []);
    assert_eq!(state(&world, session), RewardState::Claimed);
}

#[test]
fn a_skipped_reward_can_still_be_taken() {
    let (mut world, session) = earned();
    world.act(act(RewardAction::Skip { session }));
    assert_eq!(state(&world, session), RewardState::Skipped);
    world.act(act(RewardAction::Take { session }));
    assert_eq!(state(&world, session), RewardState::Claimed);
}

#[test]
fn an_early_end_earns_none() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(120);
    let running = world.model.running.as_ref().unwrap().id;
    assert_eq!(world.refused(act(RewardAction::Take { session: running })), Refusal::SessionRunning);
    world.timer(TimerAction::Finish);
    assert_eq!(world.refused(act(RewardAction::Take { session: running })), Refusal::Unknown("reward"));
    assert_eq!(world.refused(act(RewardAction::Skip { session: Uuid::nil() })), Refusal::Unknown("session"));
    assert_eq!(world.refused(act(RewardAction::EndBreak)), Refusal::NoBreak);
}

#[test]
fn a_new_session_ends_the_break() {
    let (mut world, session) = earned();
    world.act(act(RewardAction::Take { session }));
    world.start(300);
    assert!(world.model.reward_break.is_none());
}

#[test]
fn breaks_are_one_minute_to_four_hours() {
    let mut world = World::with_goal();
    for minutes in [0, 241] {
        let set = act(RewardAction::Set(SessionReward { words: String::new(), minutes }));
        assert_eq!(world.refused(set), Refusal::OutOfRange("break"));
    }
}
