use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::session::SessionAction;
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;

fn add(amount: f64) -> Action {
    Action::Count(CountAction::Add { amount, session: None })
}

fn amounts(world: &World) -> Vec<f64> {
    world.model.counts.iter().map(|count| count.amount).collect()
}

#[test]
fn a_count_belongs_to_the_running_session_or_to_today() {
    let mut world = World::with_goal();
    world.act(add(100.0));
    assert_eq!(world.model.counts.last().unwrap().session, None);
    world.start(300);
    world.work(90);
    world.act(add(50.0));
    let running = world.model.running.as_ref().unwrap().id;
    assert_eq!(world.model.counts.last().unwrap().session, Some(running));
    world.timer(TimerAction::Finish);
    world.pass(86_400);
    world.act(Action::Count(CountAction::Add { amount: 7.0, session: Some(running) }));
    assert_eq!(world.model.counts.last().unwrap().day.to_string(), "2026-03-02");
}

#[test]
fn amounts_are_real_numbers_other_than_zero() {
    let mut world = World::with_goal();
    for amount in [0.0, f64::NAN, f64::INFINITY, 2e9, -2e9] {
        assert_eq!(world.refused(add(amount)), Refusal::OutOfRange("count"));
    }
    world.act(add(-20.0));
    assert_eq!(amounts(&world), [-20.0]);
}

#[test]
fn what_a_session_counted_is_set_as_a_whole_and_zero_clears_it() {
    let mut world = World::with_goal();
    let session = world.add(600, 300);
    let set = |amount| Action::Count(CountAction::SetForSession { session, amount });
    world.act(set(320.0));
    world.pass(1);
    assert_eq!(world.act(set(320.0)), []);
    world.act(set(340.0));
    assert_eq!(amounts(&world), [340.0]);
    world.act(set(0.0));
    assert!(amounts(&world).is_empty());
}

#[test]
fn a_count_for_an_archived_session_stays_with_its_own_goal() {
    let mut world = World::with_goal();
    let (old, session) = (world.goal(), world.add(600, 300));
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Paused, learnt: String::new() }));
    world.act(Action::Count(CountAction::SetForSession { session, amount: 5.0 }));
    assert_eq!(world.model.counts.last().unwrap().goal, old);
    world.pass(60);
    world.act(Action::Goal(GoalAction::Create { title: "Another".into() }));
    world.act(Action::Count(CountAction::SetForSession { session, amount: 6.0 }));
    assert_eq!(world.model.counts.last().unwrap().goal, old);
}

#[test]
fn an_unknown_session_or_count_is_refused() {
    let mut world = World::with_goal();
    let id = Uuid::from_u128(9);
    let count = |amount| Action::Count(CountAction::Add { amount, session: Some(id) });
    assert_eq!(world.refused(count(5.0)), Refusal::Unknown("session"));
    assert_eq!(world.refused(Action::Count(CountAction::Edit { id, amount: 1.0 })), Refusal::Unknown("count"));
    assert_eq!(world.refused(Action::Count(CountAction::Delete { id })), Refusal::Unknown("count"));
}

#[test]
fn deleting_a_session_takes_its_counts_and_undo_brings_both_back() {
    let mut world = World::with_goal();
    let id = world.add(600, 300);
    world.act(Action::Count(CountAction::SetForSession { session: id, amount: 320.0 }));
    world.act(Action::Session(SessionAction::Delete { id }));
    assert!(amounts(&world).is_empty());
    world.act(Action::Undo);
    assert_eq!(amounts(&world), [320.0]);
    assert_eq!(world.last_session_secs(), 300);
}
