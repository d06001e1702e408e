use super::*;
use crate::domain::Action;
use crate::domain::programme::{ProgrammeAction, Stage};
use crate::domain::tests::World;

const DAY: i64 = 86_400;

fn set(minutes: u16) -> Action {
    Action::Target(TargetAction::Set { minutes })
}

/// Targets from `days` days before now to two weeks on.
fn held(world: &World, days: i64) -> Vec<u16> {
    let today = world.utc.date_naive();
    (-days..=14).map(|nth| target_on(&world.model.targets, world.goal(), today + chrono::Duration::days(nth))).collect()
}

fn with_target(minutes: u16) -> World {
    let mut world = World::with_goal();
    world.act(set(minutes));
    world.pass(10 * DAY);
    world
}

#[test]
fn harder_holds_at_once_and_old_days_keep_theirs() {
    let mut world = with_target(10);
    world.act(set(20));
    assert_eq!(held(&world, 3)[..4], [10, 10, 10, 20]);
    world.pass(5 * DAY);
    world.act(set(30));
    assert_eq!(held(&world, 6)[..7], [10, 20, 20, 20, 20, 20, 30]);
}

#[test]
fn easier_holds_at_once_at_the_end_of_a_stage() {
    let mut world = World::with_goal();
    world.act(set(20));
    for _ in 0..7 {
        world.add(60, 300);
        world.pass(DAY);
    }
    world.act(set(10));
    assert_eq!(held(&world, 1)[..3], [20, 10, 10]);
    world.act(set(20));
    world.act(Action::Programme(ProgrammeAction::Begin(Stage::Habit)));
    world.act(set(15));
    assert_eq!(held(&world, 0)[..8], [20, 20, 20, 20, 20, 20, 20, 15], "the stage was answered");
}

#[test]
fn easier_holds_after_seven_days() {
    let mut world = with_target(20);
    world.act(set(10));
    assert_eq!(held(&world, 0), [20, 20, 20, 20, 20, 20, 20, 10, 10, 10, 10, 10, 10, 10, 10]);
    let goal = world.goal();
    assert_eq!(coming_target(&world.model.targets, goal, world.utc.date_naive()).unwrap().minutes, 10);
}

#[test]
fn asking_for_the_same_ease_again_does_not_start_the_seven_days_anew() {
    let mut world = with_target(20);
    world.act(set(10));
    world.pass(3 * DAY);
    assert_eq!(world.act(set(10)), []);
    assert_eq!(held(&world, 0)[..6], [20, 20, 20, 20, 10, 10]);
}

#[test]
fn a_smaller_ease_comes_no_later_than_the_one_decided_and_a_greater_one_waits() {
    let mut world = with_target(20);
    world.act(set(10));
    world.pass(3 * DAY);
    world.act(set(15));
    assert_eq!(held(&world, 0)[..6], [20, 20, 20, 20, 15, 15]);
    world.act(set(5));
    assert_eq!(held(&world, 0)[..9], [20, 20, 20, 20, 20, 20, 20, 5, 5]);
}

#[test]
fn the_present_target_again_takes_a_coming_change_back() {
    let mut world = with_target(20);
    world.act(set(10));
    world.pass(2 * DAY);
    world.act(set(20));
    assert!(held(&world, 5).iter().all(|minutes| *minutes == 20));
}

#[test]
fn on_its_first_day_a_goal_may_take_any_target() {
    let mut world = World::with_goal();
    world.act(set(30));
    world.act(set(2));
    assert_eq!(held(&world, 0)[0], 2);
}

#[test]
fn zero_and_more_than_a_day_are_refused() {
    let mut world = World::with_goal();
    assert_eq!(world.refused(set(0)), Refusal::OutOfRange("target"));
    assert_eq!(world.refused(set(961)), Refusal::OutOfRange("target"));
    assert_eq!(World::new().refused(set(5)), Refusal::NoGoal);
}
