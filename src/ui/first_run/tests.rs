use eframe::egui::Key;
use egui_kittest::kittest::Queryable;

use super::FirstRun;
use crate::domain::goal::GoalAction;
use crate::domain::timer::TimerAction;
use crate::domain::waiting_room::WishAction;
use crate::domain::{Action, Model};
use crate::ui::commands::{Command, Tab};
use crate::ui::outbox::Outbox;
use crate::ui::testing::{Stage, World, moment, picture};

fn world() -> World {
    World::new(Model::default(), moment("2026-11-23T10:12:00Z"))
}

fn stage() -> Stage<FirstRun> {
    Stage::of(FirstRun::default(), world(), FirstRun::ui)
}

fn asked(title: &str) -> Vec<Action> {
    vec![
        Action::Goal(GoalAction::Create { title: title.to_owned() }),
        Action::Timer(TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() }),
    ]
}

#[test]
fn typing_the_goal_and_enter_starts_the_first_five_minutes() {
    let mut stage = stage().open();
    stage.run();
    stage.get_by_label("The one thing").type_text(" Write the book ");
    stage.run();
    stage.key_press(Key::Enter);
    stage.run();
    assert_eq!(stage.state().out.actions, asked("Write the book"));
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Focus)]);
    stage.state_mut().carry_out();
    assert!(stage.state().world.model.running.is_some());
}

#[test]
fn the_field_has_the_keyboard_from_the_start() {
    let mut stage = stage().open();
    stage.run();
    assert!(stage.get_by_label("The one thing").is_focused());
}

#[test]
fn the_button_does_the_same() {
    let mut stage = stage().open();
    stage.get_by_label("The one thing").type_text("Learn Polish");
    stage.run();
    stage.get_by_label("Start 5 min").click();
    stage.run();
    assert_eq!(stage.state().out.actions, asked("Learn Polish"));
}

#[test]
fn without_a_goal_enter_asks_for_nothing_and_keeps_the_keyboard() {
    let mut stage = stage().open();
    stage.run();
    stage.key_press(Key::Enter);
    stage.run();
    assert_eq!(stage.state().out, Outbox::default());
    assert!(stage.get_by_label("The one thing").is_focused());
}

#[test]
fn a_wish_is_offered_only_where_there_is_a_room_to_find_it_in() {
    let mut world = world();
    world.act(Action::Wish(WishAction::Add { title: "Learn Polish".to_owned() }));
    let stage = Stage::of(FirstRun::default(), world, FirstRun::ui).open();
    assert!(stage.query_by_label("Take one from the waiting room").is_none());
}

#[test]
fn pictures_of_first_run() {
    picture(&mut stage().open(), "firstrun-light");
    picture(&mut stage().dark().open(), "firstrun-dark");
    picture(&mut stage().size(720.0, 520.0).open(), "firstrun-small");
    picture(&mut stage().size(1440.0, 900.0).zoom(2.0).open(), "firstrun-double");
}
