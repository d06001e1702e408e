//! What is kept is the very same, not only equal.

use std::sync::Arc;

use crate::domain::Action;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::insight::Derived;
use crate::domain::review::{Period, ReviewAction, ReviewField};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::tests::World;

/// A week of sessions, and the figures of it.
fn world() -> (World, Derived) {
    let mut world = World::with_goal();
    for _ in 0..7 {
        world.add(60, 600);
        world.pass(86_400);
    }
    let derived = Derived::of(&world.model, world.utc.date_naive());
    (world, derived)
}

/// The figures after an act, and whether days, strength and spring are the very same as before it.
fn again(world: &mut World, old: &Derived, action: Action) -> (Derived, [bool; 3]) {
    let before = world.model.clone();
    world.act(action);
    let now = old.again(&before, &world.model, world.utc.date_naive());
    assert_eq!(now, Derived::of(&world.model, world.utc.date_naive()));
    let kept = [
        Arc::ptr_eq(&old.days, &now.days),
        Arc::ptr_eq(&old.strength, &now.strength),
        Arc::ptr_eq(&old.coils, &now.coils),
    ];
    (now, kept)
}

#[test]
fn typing_in_a_review_or_a_field_of_the_goal_leaves_days_strength_and_spring_alone() {
    let (mut world, old) = world();
    let week = Period::week_of(world.utc.date_naive(), chrono::Weekday::Sun);
    let (old, kept) = again(&mut world, &old, Action::Review(ReviewAction::Open(week)));
    assert_eq!(kept, [true; 3]);
    let id = world.model.reviews.last().unwrap().id;
    for field in [ReviewField::Skill("I can start at once".into()), ReviewField::Adjustment("Phone away".into())] {
        assert_eq!(again(&mut world, &old, Action::Review(ReviewAction::Set { id, field })).1, [true; 3]);
    }
    let why = GoalAction::Set { id: world.goal(), field: GoalField::Why("To see it finished".into()) };
    assert_eq!(again(&mut world, &old, Action::Goal(why)).1, [true; 3]);
}

#[test]
fn words_and_ratings_of_a_session_leave_days_strength_and_spring_alone_and_its_times_do_not() {
    let (mut world, old) = world();
    let session = world.model.sessions.shared().nth(2).unwrap().clone();
    let id = session.id;
    for field in [
        SessionField::Note("Went well".into()),
        SessionField::Done(vec!["Two pages".into()]),
        SessionField::Ease(Some(4)),
        SessionField::MotivationBefore(Some(2)),
    ] {
        assert_eq!(again(&mut world, &old, Action::Session(SessionAction::Set { id, field })).1, [true; 3]);
    }
    let (started, offset_secs, focus_secs) = (session.started, session.offset_secs, session.focus_secs() - 60);
    let shorter = SessionAction::SetTimes { id, started, offset_secs, focus_secs };
    assert_eq!(again(&mut world, &old, Action::Session(shorter)).1, [false; 3]);
}

#[test]
fn a_session_makes_all_of_them_anew_and_a_new_day_all_but_the_spring() {
    let (mut world, old) = world();
    let before = world.model.clone();
    world.add(60, 300);
    let now = old.again(&before, &world.model, world.utc.date_naive());
    assert_eq!(now, Derived::of(&world.model, world.utc.date_naive()));
    assert!(!Arc::ptr_eq(&old.days, &now.days) && !Arc::ptr_eq(&old.coils, &now.coils));
    let tomorrow = now.again(&world.model, &world.model, now.today.succ_opt().unwrap());
    assert!(!Arc::ptr_eq(&tomorrow.days, &now.days) && Arc::ptr_eq(&tomorrow.coils, &now.coils));
}
