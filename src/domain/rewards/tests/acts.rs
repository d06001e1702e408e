//! Taking, leaving, and the break.

use super::*;
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Effect, Refusal};

const HOUR: i64 = 3_600;

fn act(action: RewardAction) -> Action {
    Action::Reward(action)
}

/// A world with one earned session.
fn earned() -> (World, Occasion) {
    let mut world = World::with_goal();
    world.reward("Espresso on the balcony", 10);
    world.start(60);
    world.work(60);
    world.timer(TimerAction::Finish);
    let id = world.model.sessions.last().unwrap().id;
    (world, Occasion::Session(id))
}

fn state(world: &World, occasion: Occasion) -> GrantState {
    let found = grants(&world.model, world.utc.date_naive()).into_iter().find(|grant| grant.occasion == occasion);
    found.unwrap().state
}

#[test]
fn taking_it_starts_a_break_of_its_length() {
    let (mut world, occasion) = earned();
    world.act(act(RewardAction::Take { occasion }));
    assert_eq!(state(&world, occasion), GrantState::Claimed);
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
    let (mut world, occasion) = earned();
    world.act(act(RewardAction::Take { occasion }));
    world.pass(8 * HOUR);
    assert_eq!(world.act(act(RewardAction::Tick)), [Effect::Save, Effect::BreakOver]);
}

#[test]
fn a_clock_set_back_lengthens_a_break_by_itself_at_most() {
    let (mut world, occasion) = earned();
    world.act(act(RewardAction::Take { occasion }));
    world.pass(-HOUR);
    world.act(act(RewardAction::Tick));
    world.pass(600);
    assert_eq!(world.act(act(RewardAction::Tick)), [Effect::Save, Effect::BreakOver]);
}

#[test]
fn a_taken_reward_is_not_taken_twice_and_not_skipped_afterwards() {
    let (mut world, occasion) = earned();
    world.act(act(RewardAction::Take { occasion }));
    world.act(act(RewardAction::EndBreak));
    assert_eq!(world.act(act(RewardAction::Take { occasion })), []);
    assert!(world.model.reward_break.is_none());
    assert_eq!(world.act(act(RewardAction::Skip { occasion })), []);
    assert_eq!(state(&world, occasion), GrantState::Claimed);
}

#[test]
fn a_skipped_reward_can_still_be_taken() {
    let (mut world, occasion) = earned();
    world.act(act(RewardAction::Skip { occasion }));
    assert_eq!(state(&world, occasion), GrantState::Skipped);
    world.act(act(RewardAction::Take { occasion }));
    assert_eq!(state(&world, occasion), GrantState::Claimed);
}

#[test]
fn an_early_end_earns_none() {
    let mut world = World::with_goal();
    world.reward("Espresso", 10);
    world.start(600);
    world.work(120);
    let occasion = Occasion::Session(world.model.running.as_ref().unwrap().id);
    assert_eq!(world.refused(act(RewardAction::Take { occasion })), Refusal::SessionRunning);
    world.timer(TimerAction::Finish);
    assert_eq!(world.refused(act(RewardAction::Take { occasion })), Refusal::Unknown("reward"));
    let nobody = Occasion::Session(uuid::Uuid::nil());
    assert_eq!(world.refused(act(RewardAction::Skip { occasion: nobody })), Refusal::Unknown("reward"));
    assert_eq!(world.refused(act(RewardAction::Rate { occasion, good: Some(3) })), Refusal::Unknown("reward"));
    assert_eq!(world.refused(act(RewardAction::EndBreak)), Refusal::NoBreak);
}

#[test]
fn a_new_session_ends_the_break() {
    let (mut world, occasion) = earned();
    world.act(act(RewardAction::Take { occasion }));
    world.start(300);
    assert!(world.model.reward_break.is_none());
}

#[test]
fn breaks_are_one_minute_to_four_hours() {
    let mut world = World::with_goal();
    for minutes in [0, 241] {
        let write = act(RewardAction::write(Layer::Day, "A walk", minutes));
        assert_eq!(world.refused(write), Refusal::OutOfRange("break"));
    }
}
