//! The quiet card at the end of the cards: the next step of the programme.

use super::*;
use crate::domain::programme::{ProgrammeAction, Step};
use crate::ui::commands::GoalPart;
use crate::ui::programme::tests::{day_ten, young};

#[test]
fn pictures_of_the_next_step() {
    picture(&mut open(day_ten()), "focus-next-step");
    picture(&mut small(day_ten(), false), "focus-next-step-small");
    picture(&mut small(day_ten(), true), "focus-next-step-small-dark");
    picture(&mut open(young(&[0, 1, 2, 3, 5, 6, 7], 7)), "focus-stage-end");
}

fn small(world: World, is_dark: bool) -> Harness<'static, Scene<Window>> {
    let stage = Stage::of(Window::default(), world, Window::ui).size(720.0, 520.0);
    if is_dark { stage.dark().open() } else { stage.open() }
}

#[test]
fn the_next_step_is_one_line_and_one_link() {
    let mut stage = open(young(&[0], 0));
    stage.get_by_label("Next step");
    stage.get_by_label("Set what counts each day");
    stage.get_by_label("Set a measure").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::EditGoal(GoalPart::Measure)]);
}

#[test]
fn a_step_without_a_place_of_its_own_leads_to_the_path() {
    let mut stage = open(day_ten());
    stage.get_by_label("Tell your partner how it goes");
    stage.get_by_label("See the path").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Goal)]);
}

#[test]
fn the_end_of_a_stage_is_told_where_it_can_be_looked_at() {
    let mut stage = open(young(&[0, 1, 2, 3, 5, 6, 7], 7));
    stage.get_by_label("Foundation is done: 7 sessions on 7 days, 43 min.");
    stage.get_by_label("Look back at it").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Goal)]);
}

#[test]
fn a_ticked_step_gives_way_to_the_next_one() {
    let mut world = young(&[0], 0);
    world.act(Action::Target(TargetAction::Set { minutes: 8 }));
    world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)));
    let stage = open(world);
    stage.get_by_label("Choose a reward for right after a session");
}

#[test]
fn while_a_session_runs_no_step_is_named() {
    let mut world = young(&[0], 0);
    start(&mut world);
    assert!(open(world).query_by_label("Next step").is_none());
}

#[test]
fn after_the_thirty_days_none_is_named() {
    let days: Vec<i64> = (0..40).collect();
    assert!(open(young(&days, 40)).query_by_label("Next step").is_none());
}
