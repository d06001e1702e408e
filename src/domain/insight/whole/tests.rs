//! What is asked anew after a change, what stays meanwhile, and what an earlier day knew.

use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, GoalField, Outcome};
use crate::domain::insight::Derived;
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::tests::World;

fn derived(world: &World) -> Derived {
    Derived::of(&world.model, world.utc.date_naive())
}

/// A goal with a session of 10, 20 and 30 minutes on three days.
fn world() -> World {
    let mut world = World::with_goal();
    for minutes in [10, 20, 30] {
        world.add(60, minutes * 60);
        world.pass(86_400);
    }
    world
}

fn longest(derived: &Derived) -> Option<f64> {
    derived.whole.whole().and_then(|whole| whole.lengths.last().map(|day| day.ends()[1]))
}

#[test]
fn until_it_is_worked_out_the_last_figures_stand() {
    let mut world = world();
    let today = world.utc.date_naive();
    let (before, old) = (world.model.clone(), derived(&world));
    assert_eq!(longest(&old), None);
    assert_eq!(old.whole.now().lengths.len(), 3);
    let old = old.foreseen();
    assert_eq!((longest(&old), old.open().is_none()), (Some(30.0), true));
    world.add(60, 45 * 60);
    let mut now = old.again(&before, &world.model, today);
    assert_eq!((longest(&now), now.whole.now().lengths.last().unwrap().ends()[1]), (Some(30.0), 45.0));
    // An answer to what is no longer asked changes nothing.
    let late = answer(Arc::new(Question::clone(&now.whole.open().unwrap())));
    now.whole.take(late);
    assert_eq!(longest(&now), Some(30.0));
    let now = now.foreseen();
    assert_eq!((longest(&now), now.whole.open()), (Some(45.0), None));
    assert_eq!(now, derived(&world).foreseen());
}

#[test]
fn only_what_it_is_made_from_asks_anew() {
    let mut world = world();
    let today = world.utc.date_naive();
    let (before, old) = (world.model.clone(), derived(&world).foreseen());
    let id = world.goal();
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Why("To see it finished".into()) }));
    let kept = old.again(&before, &world.model, today);
    assert!(kept.whole.open().is_none() && kept.whole.is_same_answer(&old.whole));
    assert!(old.again(&before, &before, today.succ_opt().unwrap()).whole.open().is_some());
    let session = world.model.sessions.last().unwrap().id;
    world.act(Action::Session(SessionAction::Set { id: session, field: SessionField::Energy(Some(4)) }));
    let asked = old.again(&before, &world.model, today);
    assert_eq!(asked.foreseen().whole.whole().unwrap().feelings.energy.n, 1);
}

#[test]
fn another_goal_is_not_answered_by_the_last_answer() {
    let mut world = world();
    let today = world.utc.date_naive();
    let (before, old) = (world.model.clone(), derived(&world).foreseen());
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Paused, learnt: String::new() }));
    world.act(Action::Goal(GoalAction::Create { title: "Learn Italian".into() }));
    let now = old.again(&before, &world.model, today);
    assert_eq!(now.whole.whole(), None);
    assert_eq!(now.foreseen().whole.whole().unwrap().lengths, []);
}
