use super::*;
use crate::domain::Action;
use crate::domain::tests::World;

fn create(title: &str) -> Action {
    Action::Goal(GoalAction::Create { title: title.into() })
}

fn close(outcome: Outcome) -> Action {
    Action::Goal(GoalAction::Close { outcome, learnt: "mornings work".into() })
}

#[test]
fn a_new_goal_is_active_and_begins_with_five_minutes_a_day() {
    let mut world = World::new();
    world.act(create("  Write   the book "));
    let goal = world.model.goal().unwrap();
    assert_eq!((goal.title.as_str(), goal.start_day.to_string().as_str()), ("Write the book", "2026-03-02"));
    assert_eq!(world.model.targets.last().unwrap().minutes, 5);
}

#[test]
fn there_is_no_way_to_have_two_active_goals() {
    let mut world = World::with_goal();
    assert_eq!(world.refused(create("Another")), Refusal::GoalActive);
    let first = world.goal();
    world.act(close(Outcome::Paused));
    world.pass(60);
    world.act(create("Another"));
    assert_eq!(world.refused(Action::Goal(GoalAction::Resume { id: first })), Refusal::GoalActive);
}

#[test]
fn closing_keeps_what_was_learnt_and_resuming_takes_it_up_again() {
    let mut world = World::with_goal();
    let id = world.goal();
    world.act(close(Outcome::Finished));
    assert!(world.model.goal().is_none());
    let goal = world.model.goals.get(id).unwrap();
    assert_eq!(
        (goal.state, goal.learnt.as_str(), goal.closed),
        (GoalState::Finished, "mornings work", Some(world.utc))
    );
    world.act(Action::Goal(GoalAction::Resume { id }));
    assert_eq!(world.goal(), id);
    assert_eq!(world.model.goal().unwrap().closed, None);
}

#[test]
fn a_goal_is_not_closed_while_its_session_runs() {
    let mut world = World::with_goal();
    world.start(300);
    assert_eq!(world.refused(close(Outcome::Dropped)), Refusal::SessionRunning);
}

#[test]
fn titles_are_neither_empty_nor_endless_and_long_texts_are_cut() {
    let mut world = World::new();
    assert_eq!(world.refused(create(" \n ")), Refusal::Empty("title"));
    assert_eq!(world.refused(create(&"x".repeat(121))), Refusal::TooLong { field: "title", max: 120 });
    world.act(create(&"ü".repeat(120)));
    let id = world.goal();
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Why("ö".repeat(5_000)) }));
    assert_eq!(world.model.goal().unwrap().why.chars().count(), MAX_TEXT_CHARS);
}

#[test]
fn the_same_value_again_changes_and_saves_nothing() {
    let mut world = World::with_goal();
    let id = world.goal();
    let set = || Action::Goal(GoalAction::Set { id, field: GoalField::Cue("after breakfast".into()) });
    assert!(!world.act(set()).is_empty());
    world.pass(60);
    let before = world.model.clone();
    assert_eq!(world.act(set()), []);
    assert!(before == world.model);
}

#[test]
fn a_measure_needs_a_unit_and_a_positive_total() {
    let mut world = World::with_goal();
    let id = world.goal();
    let set = |unit: &str, total| {
        Action::Goal(GoalAction::Set { id, field: GoalField::Measure(Some(Measure { unit: unit.into(), total })) })
    };
    assert_eq!(world.refused(set(" ", None)), Refusal::Empty("unit"));
    for total in [0.0, -1.0, f64::NAN, f64::INFINITY, 2e9] {
        assert_eq!(world.refused(set("words", Some(total))), Refusal::OutOfRange("total"));
    }
    world.act(set(" words ", Some(60_000.0)));
    assert_eq!(world.model.goal().unwrap().measure, Some(Measure { unit: "words".into(), total: Some(60_000.0) }));
}
