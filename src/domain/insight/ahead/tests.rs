//! What is kept while other things change.

use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::insight::Derived;
use crate::domain::insight::forecast::Outlook;
use crate::domain::measure::{CountAction, Measure};
use crate::domain::tests::World;

/// The goal "Write the book" with 300 pages to write, and four weeks of two pages a day.
fn world() -> World {
    let mut world = World::with_goal();
    set(&mut world, GoalField::Measure(Some(Measure { unit: "pages".into(), total: Some(300.0) })));
    for _ in 0..28 {
        world.act(Action::Count(CountAction::Add { amount: 2.0, session: None }));
        world.pass(86_400);
    }
    world
}

fn set(world: &mut World, field: GoalField) {
    let id = world.goal();
    world.act(Action::Goal(GoalAction::Set { id, field }));
}

fn derived(world: &World) -> Derived {
    Derived::of(&world.model, world.utc.date_naive())
}

#[test]
fn a_goal_with_a_total_has_a_forecast_and_with_a_date_a_line() {
    let mut world = world();
    let ahead = derived(&world).ahead(&world.model).clone();
    let forecast = ahead.forecast.unwrap();
    // 244 at 2 a day are 122 days: told by months.
    assert_eq!((forecast.rest, ahead.target), (244.0, None));
    assert!(matches!(forecast.outlook, Outlook::MonthOnly(finish) if finish.p50.abs_diff(122) <= 4), "{forecast:?}");
    set(&mut world, GoalField::TargetDate(Some("2026-06-10".parse().unwrap())));
    let target = derived(&world).ahead(&world.model).target.clone().unwrap();
    assert_eq!((target.day, target.counted, target.delta), (28.0, 56.0, -28.0));
    assert_eq!(Derived::default().ahead(&Model::default()), &Ahead::default());
    assert_eq!(derived(&World::with_goal()).ahead(&World::with_goal().model), &Ahead::default());
}

#[test]
fn typing_keeps_it_and_a_count_makes_it_anew() {
    let mut world = world();
    let today = world.utc.date_naive();
    let (before, old) = (world.model.clone(), derived(&world));
    let first = std::ptr::from_ref(old.ahead(&before));
    assert_eq!(first, std::ptr::from_ref(old.ahead(&before)), "worked out once");
    set(&mut world, GoalField::Why("To see it finished".into()));
    assert!(Ahead::still_holds(&before, &world.model));
    let kept = old.again(&before, &world.model, today);
    assert_eq!(kept.ahead(&world.model), derived(&world).ahead(&world.model));
    world.act(Action::Count(CountAction::Add { amount: 2.0, session: None }));
    assert!(!Ahead::still_holds(&before, &world.model));
    let anew = old.again(&before, &world.model, today);
    assert_eq!(anew.ahead(&world.model).forecast.as_ref().map(|found| found.rest), Some(242.0));
    assert_eq!(anew.ahead(&world.model), derived(&world).ahead(&world.model));
    let tomorrow = old.again(&before, &before, today.succ_opt().unwrap());
    assert_ne!(tomorrow.ahead(&before), old.ahead(&before));
}
