//! The cards beside the spring: today, what waits, when and where.

use super::*;
use crate::domain::environment::{EnvironmentAction, Group, ItemKind};
use crate::domain::experiments::{self, ExperimentAction, ExperimentDesign, ExperimentState};

#[test]
fn counts_are_added_with_one_click_or_typed() {
    let mut stage = open(writer());
    stage.get_by_label("Add 100 words").click();
    stage.run();
    stage.get_by_label("Other…").click();
    stage.run();
    stage.get_by_label("How many words").type_text("1 250");
    stage.run();
    stage.key_press(egui::Key::Enter);
    stage.run();
    let added = |amount| Action::Count(CountAction::Add { amount, session: None });
    assert_eq!(stage.state().out.actions, [added(100.0), added(1250.0)]);
}

#[test]
fn a_reward_is_named_where_none_waits() {
    let mut stage = open(fresh());
    stage.get_by_label("Your reward").focus();
    stage.run();
    stage.get_by_label("Your reward").type_text("A walk");
    stage.run();
    stage.get_by_label("Keep it").click();
    stage.run();
    let written = RewardAction::write(Layer::Session, "A walk", 5);
    assert_eq!(stage.state().out.actions, [Action::Reward(written)]);
}

#[test]
fn a_reward_that_was_earned_waits_beside_the_spring() {
    let mut world = finished();
    world.status.card = None;
    let mut stage = open(world);
    let occasion = Occasion::Session(stage.state().world.model.sessions.last().unwrap().id);
    stage.get_by_label("Take now: Espresso on the balcony").click();
    stage.run();
    assert_eq!(stage.state().out.actions, [Action::Reward(RewardAction::Take { occasion })]);
    let stage = open(on_break());
    assert!(stage.query_by_label("Take now: Espresso on the balcony").is_none(), "it is taken");
}

#[test]
fn after_a_long_pause_the_days_done_are_still_told() {
    assert!(open(fresh()).query_by_label("Today is the first day").is_some());
    let mut world = writer();
    world.at(moment("2027-06-23T10:12:00Z"));
    let stage = open(world);
    assert!(stage.query_by_label("27 days done in all").is_some());
    assert!(stage.query_by_label("Today is the first day").is_none());
}

#[test]
fn where_a_measure_or_a_cue_is_missing_its_link_goes_to_the_goal() {
    let mut stage = open(fresh());
    stage.get_by_label("Choose a measure").click();
    stage.run();
    stage.get_by_label("Choose your cue").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Goal), Command::GoTo(Tab::Goal)]);
}

/// The writer with three things to check before a session.
fn prepared() -> World {
    let mut world = writer();
    for (group, text) in
        [(Group::Distractions, "Phone in the drawer"), (Group::EasyStart, "Draft open"), (Group::EasyStart, "Tea")]
    {
        let (kind, text) = (ItemKind::EverySession, text.to_owned());
        world.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
    }
    world
}

fn prepared_and_running() -> World {
    let mut world = prepared();
    start(&mut world);
    live(&mut world, 6);
    world
}

#[test]
fn pictures_of_what_is_checked() {
    picture_all("focus-before", prepared);
    picture_all("focus-with", prepared_and_running);
    let mut stage = open(prepared());
    for label in ["Phone in the drawer", "Draft open"] {
        stage.get_by_label(label).click();
        stage.run();
    }
    picture(&mut stage, "focus-checked");
}

#[test]
fn items_are_ticked_in_passing_before_a_session_and_in_one() {
    let mut stage = open(prepared());
    stage.get_by_label("Before you start");
    for label in ["Phone in the drawer", "Tea", "Tea"] {
        stage.get_by_role_and_label(egui::Role::CheckBox, label).click();
        stage.run();
    }
    assert_eq!(stage.state().out.actions, []);
    let phone = stage.state().world.model.environment.iter().next().unwrap().id;
    assert_eq!(stage.state_mut().view.focus.take_checked(), [phone]);
    let mut stage = open(prepared_and_running());
    stage.get_by_label("With this session");
    stage.get_by_role_and_label(egui::Role::CheckBox, "Phone in the drawer").click();
    stage.run();
    assert_eq!(stage.state().out.actions, [Action::Timer(TimerAction::ToggleItem(phone))]);
}

#[test]
fn without_items_the_cue_stays_with_a_quiet_way_to_the_environment() {
    let mut stage = open(writer());
    stage.get_by_label("When and where");
    stage.get_by_label("After breakfast, at the kitchen table");
    stage.get_by_label("Add what you check first").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Environment)]);
}

/// What the running session would open waits to be allowed.
fn asking_to_open() -> World {
    let mut world = prepared_and_running();
    world.status.waiting_launches = 1;
    world
}

#[test]
fn what_waits_to_be_allowed_is_in_sight_beside_the_running_session() {
    picture_all("focus-launches", asking_to_open);
    for (width, height, zoom) in [(720.0, 520.0, 1.0), (1440.0, 900.0, 2.0), (1280.0, 800.0, 1.0)] {
        let stage = Stage::of(Window::default(), asking_to_open(), Window::ui).size(width, height).zoom(zoom);
        let mut stage = stage.open();
        let link = stage.get_by_role_and_label(egui::Role::Button, "One item asks to open…");
        assert!(link.rect().bottom() <= height / zoom, "{:?} of {}", link.rect(), height / zoom);
        link.click();
        stage.run();
        assert_eq!(stage.state().out.commands, [Command::ShowLaunches]);
        stage.state_mut().world.status.waiting_launches = 0;
        stage.run();
        assert!(stage.query_by_label_contains("to open…").is_none());
    }
}

#[test]
fn the_coin_of_an_experiment_is_told_quietly_each_day() {
    let mut world = prepared();
    let start = ExperimentAction::Start {
        what: "Phone in the drawer".to_owned(),
        review: None,
        design: ExperimentDesign::CoinFlip,
    };
    world.act(Action::Experiment(start));
    let mut told = Vec::new();
    for day in 24..30 {
        world.at(moment(&format!("2026-11-{day}T10:12:00Z")));
        let experiment = world.model.experiments.iter().next().unwrap().clone();
        let is_on = experiments::is_on(&experiment, world.today);
        let words = if is_on { "with" } else { "without" };
        let stage = open(World::new(world.model.clone(), world.now));
        assert!(stage.query_by_label(&format!("Today’s coin: {words} “Phone in the drawer”")).is_some(), "{day}");
        told.push(is_on);
    }
    assert!(told.contains(&true) && told.contains(&false), "{told:?}");
    let id = world.model.experiments.iter().next().unwrap().id;
    world.act(Action::Experiment(ExperimentAction::Decide { id, state: ExperimentState::Kept }));
    let mut stage = open(world);
    assert!(stage.query_by_label_contains("Today’s coin").is_none(), "what is kept is no experiment");
    stage.run();
}

#[test]
fn pictures_of_the_coin() {
    let coin = || {
        let mut world = prepared();
        let (what, design) = ("Phone in the drawer".to_owned(), ExperimentDesign::CoinFlip);
        world.act(Action::Experiment(ExperimentAction::Start { what, review: None, design }));
        world
    };
    picture_all("focus-coin", coin);
}
