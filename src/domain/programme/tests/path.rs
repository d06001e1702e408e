//! The path day by day: where it is, what is planned and what becomes of it, how a stage ends.

use super::*;
use crate::domain::effect::UndoKey;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::{Effect, Refusal};

/// What the head of the path says: day, stage, and the days done of each stage.
#[track_caller]
fn check_place(world: &World, day: u32, stage: Stage, done: [u32; 4]) {
    let path = path(world);
    let of_stages: Vec<u32> = path.stages.iter().map(StageView::done).collect();
    assert_eq!((path.day, path.current, of_stages), (day, Some(stage), done.to_vec()));
}

#[test]
fn without_a_goal_there_is_no_path() {
    let world = World::new();
    assert_eq!(path(&world), Path::default());
    assert_eq!((path(&world).next_step(), path(&world).stage_end()), (None, None));
}

#[test]
fn only_a_day_with_a_session_moves_the_programme_on() {
    check_place(&worked(&[], 0), 1, Stage::Foundation, [0, 0, 0, 0]);
    check_place(&worked(&[0], 0), 1, Stage::Foundation, [1, 0, 0, 0]);
    check_place(&worked(&[0], 1), 2, Stage::Foundation, [1, 0, 0, 0]);
    check_place(&worked(&[0], 5), 2, Stage::Foundation, [1, 0, 0, 0]);
    check_place(&worked(&[0, 5, 9], 9), 3, Stage::Foundation, [3, 0, 0, 0]);
}

#[test]
fn the_stages_follow_each_other_by_themselves() {
    check_place(&worked(&first_days(7), 6), 7, Stage::Foundation, [7, 0, 0, 0]);
    check_place(&worked(&first_days(7), 7), 8, Stage::Habit, [7, 0, 0, 0]);
    check_place(&worked(&first_days(10), 9), 10, Stage::Habit, [7, 3, 0, 0]);
    check_place(&worked(&first_days(15), 14), 15, Stage::Momentum, [7, 7, 1, 0]);
    check_place(&worked(&first_days(22), 21), 22, Stage::Sustainability, [7, 7, 7, 1]);
    check_place(&worked(&first_days(30), 29), 30, Stage::Sustainability, [7, 7, 7, 9]);
    check_place(&worked(&first_days(30), 30), 30, Stage::KeepGoing, [7, 7, 7, 9]);
    check_place(&worked(&first_days(40), 39), 30, Stage::KeepGoing, [7, 7, 7, 9]);
}

#[test]
fn two_sessions_a_day_are_one_day_and_days_before_the_goal_are_none() {
    let mut world = worked(&[0], 0);
    world.add(60, 300);
    world.add(86_400 * 3, 600);
    check_place(&world, 1, Stage::Foundation, [1, 0, 0, 0]);
}

/// The first and last day planned for each stage, and the last one as it is or comes.
#[track_caller]
fn check_ends(world: &World, expected: [&str; 4]) {
    let path = path(world);
    let planned: Vec<[String; 2]> =
        path.stages.iter().map(|view| view.planned.map(|day| day.format("%m-%d").to_string())).collect();
    assert_eq!(planned, [["03-02", "03-08"], ["03-09", "03-15"], ["03-16", "03-22"], ["03-23", "03-31"]]);
    let ends: Vec<String> = path.stages.iter().map(|view| view.ends.format("%m-%d").to_string()).collect();
    assert_eq!(ends, expected);
}

#[test]
fn missed_days_lay_the_rest_forward_and_the_plan_stays_visible() {
    check_ends(&worked(&[], 0), ["03-08", "03-15", "03-22", "03-31"]);
    check_ends(&worked(&[0], 0), ["03-08", "03-15", "03-22", "03-31"]);
    check_ends(&worked(&[0], 1), ["03-08", "03-15", "03-22", "03-31"]);
    check_ends(&worked(&[0], 4), ["03-11", "03-18", "03-25", "04-03"]);
    // A stage that is over keeps the day it really ended on.
    check_ends(&worked(&[0, 1, 2, 3, 4, 5, 8, 9], 9), ["03-10", "03-17", "03-24", "04-02"]);
}

#[test]
fn rests_marked_ahead_are_left_out_of_what_is_to_be_expected() {
    let mut world = worked(&[0], 0);
    let (from, to) = (day("2026-03-04"), day("2026-03-06"));
    world.act(Action::Rest(RestAction::Add { from, to, kind: RestKind::Travel }));
    check_ends(&world, ["03-11", "03-18", "03-25", "04-03"]);
}

#[test]
fn work_on_a_rest_counts_all_the_same() {
    let mut world = worked(&[0, 1], 1);
    let today = day("2026-03-03");
    world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Rest }));
    check_place(&world, 2, Stage::Foundation, [2, 0, 0, 0]);
}

#[test]
fn the_end_of_a_stage_tells_what_happened_in_figures() {
    let world = worked(&[0, 1, 2, 3, 5, 6, 8], 8);
    let expected = StageEnd {
        stage: Stage::Foundation,
        next: Stage::Habit,
        sessions: 7,
        focus_secs: 4_200,
        days_done: 7,
        days_taken: 9,
        steps_done: 2,
        steps: 5,
    };
    assert_eq!(path(&world).stage_end(), Some(&expected));
}

/// Which stage waits for an answer.
#[track_caller]
fn check_end(world: &World, expected: Option<Stage>) {
    assert_eq!(path(world).stage_end().map(|end| end.stage), expected);
}

#[test]
fn who_goes_on_working_has_answered() {
    check_end(&worked(&first_days(6), 5), None);
    check_end(&worked(&first_days(7), 6), Some(Stage::Foundation));
    check_end(&worked(&first_days(7), 60), Some(Stage::Foundation));
    check_end(&worked(&first_days(9), 8), Some(Stage::Foundation));
    check_end(&worked(&first_days(10), 9), None);
    check_end(&worked(&first_days(30), 29), Some(Stage::Sustainability));
    check_end(&worked(&first_days(33), 32), None);
}

#[test]
fn going_on_is_noted_and_asks_no_more() {
    let mut world = worked(&first_days(7), 6);
    act(&mut world, ProgrammeAction::Begin(Stage::Habit));
    check_end(&world, None);
    check_place(&world, 7, Stage::Foundation, [7, 0, 0, 0]);
    let mark = world.model.programme.last().unwrap();
    assert_eq!((mark.what, mark.day), (Marked::Began(Stage::Habit), day("2026-03-08")));
}

#[test]
fn a_repeated_stage_takes_as_many_days_again_and_loses_none() {
    let mut world = worked(&first_days(9), 8);
    check_place(&world, 9, Stage::Habit, [7, 2, 0, 0]);
    act(&mut world, ProgrammeAction::Begin(Stage::Foundation));
    check_place(&world, 9, Stage::Foundation, [9, 0, 0, 0]);
    check_end(&world, None);
    let of_path = path(&world);
    let foundation = of_path.stage(Stage::Foundation).unwrap();
    assert_eq!((of_path.length, foundation.length, foundation.rounds), (37, 14, 2));
    for nth in 9..14 {
        work_on(&mut world, nth, 600);
    }
    go_to(&mut world, 13);
    check_place(&world, 14, Stage::Foundation, [14, 0, 0, 0]);
    check_end(&world, Some(Stage::Foundation));
}

#[test]
fn after_the_last_stage_one_keeps_going() {
    let mut world = worked(&first_days(30), 29);
    act(&mut world, ProgrammeAction::Begin(Stage::KeepGoing));
    check_end(&world, None);
    go_to(&mut world, 30);
    check_place(&world, 30, Stage::KeepGoing, [7, 7, 7, 9]);
    assert_eq!(path(&world).next_step(), None);
}

#[test]
fn only_the_end_of_a_stage_can_be_answered_and_only_by_what_it_offers() {
    let begin = |stage| Action::Programme(ProgrammeAction::Begin(stage));
    let mut world = worked(&first_days(6), 5);
    assert_eq!(world.refused(begin(Stage::Habit)), Refusal::OutOfRange("stage"));
    assert_eq!(world.refused(begin(Stage::Foundation)), Refusal::OutOfRange("stage"));
    let mut world = worked(&first_days(7), 6);
    assert_eq!(world.refused(begin(Stage::Momentum)), Refusal::OutOfRange("stage"));
    assert_eq!(World::new().refused(begin(Stage::Foundation)), Refusal::NoGoal);
}

#[test]
fn an_answer_and_a_tick_are_undone() {
    let mut world = worked(&first_days(7), 6);
    let before = path(&world);
    act(&mut world, ProgrammeAction::Begin(Stage::Foundation));
    assert_eq!(world.act(Action::Undo), [Effect::Save, Effect::Undone(UndoKey::StageBegun)]);
    assert_eq!(path(&world), before);
    act(&mut world, ProgrammeAction::ToggleStep(Step::FindPartner));
    check_step(&world, Step::FindPartner, StepState::Done);
    assert_eq!(world.act(Action::Undo), [Effect::Save, Effect::Undone(UndoKey::StepTicked)]);
    assert_eq!(path(&world), before);
}
