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

#[test]
fn the_days_between_closing_and_taking_up_again_are_no_misses() {
    use crate::domain::insight::days::Days;
    use crate::domain::insight::strength::series;

    let mut world = World::with_goal();
    let id = world.goal();
    world.add(60, 1_200);
    let close = || Action::Goal(GoalAction::Close { outcome: Outcome::Paused, learnt: String::new() });
    for days_away in [1, 30, 0, 10] {
        world.act(close());
        world.pass(days_away * 86_400);
        world.act(Action::Goal(GoalAction::Resume { id }));
    }
    let goal = world.model.goal().unwrap().clone();
    let pauses: Vec<_> = goal.pauses.iter().map(|pause| (pause.from.to_string(), pause.to.to_string())).collect();
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(pauses, [pair("2026-03-04", "2026-04-01"), pair("2026-04-03", "2026-04-11")]);
    let now = world.now();
    let days = Days::of(&world.model, &goal, now.today(world.model.settings.day_start_hour));
    let missed: Vec<_> = days.iter().filter(|day| !day.is_done() && day.rest.is_none()).map(|day| day.day).collect();
    assert_eq!(missed.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-03-03", "2026-04-02", "2026-04-12"]);
    let strength = series(&days);
    assert!((strength[2] - strength[30]).abs() < 1e-12 && strength[30] > strength[31], "{strength:?}");
    crate::domain::tests::check_survives_saving(&world.model);
    world.act(Action::Undo);
    assert_eq!(world.model.goals.get(id).unwrap().pauses.len(), 1, "taken back with the step");
}

#[test]
fn a_clock_set_back_makes_no_pause_twice() {
    let mut world = World::with_goal();
    let id = world.goal();
    for days in [20, -10, 5, 30] {
        world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Paused, learnt: String::new() }));
        world.pass(days * 86_400);
        world.act(Action::Goal(GoalAction::Resume { id }));
    }
    let pauses = &world.model.goal().unwrap().pauses;
    assert!(pauses.windows(2).all(|pair| pair[0].to < pair[1].from), "{pauses:?}");
    crate::domain::tests::check_survives_saving(&world.model);
}
