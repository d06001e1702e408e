//! What is asked, what is answered, and what stays meanwhile.

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

fn rest(derived: &Derived) -> Option<f64> {
    derived.ahead.forecast().map(|forecast| forecast.rest)
}

#[test]
fn a_goal_with_a_total_has_a_forecast_and_with_a_date_a_line() {
    let mut world = world();
    let derived_now = derived(&world).foreseen();
    let forecast = derived_now.ahead.forecast().unwrap();
    // 244 at 2 a day are 122 days: told by months.
    assert_eq!((forecast.rest, &derived_now.target), (244.0, &None));
    assert!(matches!(forecast.outlook, Outlook::MonthOnly(finish) if finish.p50.abs_diff(122) <= 4), "{forecast:?}");
    set(&mut world, GoalField::TargetDate(Some("2026-06-10".parse().unwrap())));
    let target = derived(&world).target.unwrap();
    // A date that is set later begins a line from where the count is.
    assert_eq!((target.day, target.counted, target.delta), (28.0, 56.0, 0.0));
    assert_eq!(Derived::default().foreseen(), Derived::default());
    assert_eq!(derived(&World::with_goal()).ahead.open(), None);
}

#[test]
fn until_a_question_is_answered_the_last_answer_stays() {
    let mut world = world();
    let today = world.utc.date_naive();
    let (before, old) = (world.model.clone(), derived(&world));
    assert_eq!(rest(&old), None);
    let old = old.foreseen();
    assert_eq!((rest(&old), old.ahead.open()), (Some(244.0), None));
    world.act(Action::Count(CountAction::Add { amount: 2.0, session: None }));
    let mut now = old.again(&before, &world.model, today);
    assert_eq!(rest(&now), Some(244.0));
    // An answer to what is no longer asked changes nothing.
    let late = answer(Arc::new(Question::clone(&now.ahead.open().unwrap())));
    now.ahead.take(late);
    assert_eq!(rest(&now), Some(244.0));
    let answered = answer(now.ahead.open().unwrap());
    now.ahead.take(answered);
    assert_eq!((rest(&now), now.ahead.open()), (Some(242.0), None));
    assert_eq!(now.foreseen(), derived(&world).foreseen());
}

#[test]
fn another_total_is_not_answered_by_the_last_answer() {
    let mut world = world();
    let (before, old) = (world.model.clone(), derived(&world).foreseen());
    set(&mut world, GoalField::Measure(Some(Measure { unit: "pages".into(), total: Some(200.0) })));
    let now = old.again(&before, &world.model, world.utc.date_naive());
    assert_eq!((rest(&now), rest(&now.foreseen())), (None, Some(144.0)));
}

#[test]
fn typing_asks_nothing_anew_and_a_new_day_does() {
    let mut world = world();
    let today = world.utc.date_naive();
    let (before, old) = (world.model.clone(), derived(&world).foreseen());
    set(&mut world, GoalField::Why("To see it finished".into()));
    let kept = old.again(&before, &world.model, today);
    assert!(kept.ahead.open().is_none() && kept.ahead.is_same_answer(&old.ahead));
    assert!(old.again(&before, &before, today.succ_opt().unwrap()).ahead.open().is_some());
}
