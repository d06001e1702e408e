//! Plans on Focus: the way to them while a session runs, the offer, and the question after a session.

use super::*;
use crate::domain::plans::{PlanAction, UseResult};
use crate::ui::commands::Command;

fn add_plan(world: &mut World, obstacle: &str, action: &str) {
    let [wish, outcome] = [String::new(), String::new()];
    let (obstacle, action) = (obstacle.to_owned(), action.to_owned());
    world.act(Action::Plan(PlanAction::Add { obstacle, action, wish, outcome }));
}

/// A session in which a plan was used, and its card.
fn used() -> World {
    let mut world = writer();
    add_plan(&mut world, "I reach for the phone", "put it in the drawer");
    start(&mut world);
    live(&mut world, 6);
    let id = world.model.plans.last().unwrap().id;
    world.act(Action::Plan(PlanAction::Use { id }));
    live(&mut world, 14);
    world.act(Action::Timer(TimerAction::Finish));
    world.status.card = world.model.sessions.last().map(|session| session.id);
    world
}

/// A session left after two of eighteen minutes.
pub(super) fn left_early() -> World {
    let mut world = writer();
    add_plan(&mut world, "the phone distracts me", "put it in the drawer");
    world.now.utc += Duration::minutes(5);
    start(&mut world);
    live(&mut world, 2);
    world.act(Action::Timer(TimerAction::Finish));
    world
}

#[test]
fn something_in_the_way_is_one_click_away_at_every_size() {
    for (width, height, zoom) in [(1280.0, 800.0, 1.0), (720.0, 520.0, 1.0), (1440.0, 900.0, 2.0)] {
        let mut stage = Stage::of(Window::default(), running(6), Window::ui).size(width, height).zoom(zoom).open();
        stage.get_by_label("Something is in the way").click();
        stage.run();
        assert_eq!(stage.state().out.commands, [Command::InTheWay], "{width} {height} {zoom}");
    }
}

#[test]
fn in_a_small_window_the_way_stands_beside_the_intention_and_covers_nothing() {
    let stage = Stage::of(Window::default(), running(6), Window::ui).size(720.0, 520.0).open();
    let [way, intention, pause] = ["Something is in the way", "Draft scene 4", "Pause"].map(|label| {
        let node = stage.get_by_label(label);
        node.rect()
    });
    assert!(way.left() >= intention.right() && way.right() <= 472.0, "{way:?} {intention:?}");
    assert!(way.bottom() <= pause.top(), "{way:?} {pause:?}");
}

#[test]
fn an_earned_session_may_simply_end() {
    let stage = open(super::running(21));
    assert!(stage.query_by_label("Something is in the way").is_none());
}

#[test]
fn the_card_asks_once_whether_a_used_plan_helped() {
    let mut stage = open(used());
    stage.get_by_label("If I reach for the phone, then I will put it in the drawer.");
    stage.get_by_label("Did it help?");
    stage.get_by_label("Yes").click();
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    let result = |stage: &Harness<'static, Scene<Window>>| stage.state().world.model.plan_uses.last().unwrap().result;
    assert_eq!(result(&stage), UseResult::Helped);
    stage.get_by_label("Yes").click();
    stage.run();
    stage.state_mut().carry_out();
    assert_eq!(result(&stage), UseResult::Open, "an answer can be taken back");
}

#[test]
fn without_a_used_plan_the_card_does_not_ask() {
    let stage = open(finished());
    assert!(stage.query_by_label("Did it help?").is_none());
}

#[test]
fn after_a_session_that_was_cut_short_the_plan_for_it_is_offered() {
    let mut stage = open(left_early());
    stage.get_by_label("The last session was cut short");
    stage.get_by_label("If the phone distracts me, then I will put it in the drawer.");
    stage.get_by_label("Use it now").click();
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    assert!(stage.query_by_label("The last session was cut short").is_none());
    assert_eq!(stage.state().world.model.plan_uses.len(), 1);
}

#[test]
fn without_a_plan_that_fits_the_offer_is_to_write_one() {
    let mut world = fresh();
    world.at(moment("2026-11-23T20:30:00Z"));
    let mut stage = open(world);
    stage.get_by_label("The day is nearly over");
    stage.get_by_label("Write a plan…").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::NewPlan]);
}

#[test]
fn pictures_of_plans_on_focus() {
    picture_all("focus-plan-card", used);
    picture_all("focus-plan-offer", left_early);
}
