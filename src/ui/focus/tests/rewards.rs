//! Rewards on Focus: the tray, the card after a session of several layers, the break, and what comes next.

use super::*;
use crate::domain::rewards::{GrantState, Layer, Mark, Milestone, Occasion};

/// Another reward of the writer's.
fn add(world: &mut World, layer: Layer, words: &str, minutes: u16) {
    world.act(Action::Reward(RewardAction::write(layer, words, minutes)));
}

/// The writer 18 minutes before the day's target and a milestone of their own, with a reward for each.
fn before_three() -> World {
    let mut world = writer();
    // What was reached before a reward was written gives none.
    world.now.utc += Duration::minutes(1);
    add(&mut world, Layer::Day, "A long bath", 30);
    add(&mut world, Layer::Milestone, "New headphones", 45);
    let name = "Half a day of focus".to_owned();
    world.act(Action::Reward(RewardAction::AddMilestone { mark: Mark::Minutes(720), name }));
    world.now.utc += Duration::minutes(1);
    let now = world.now;
    world.at(now);
    world
}

/// The card of a session that earned in three layers.
fn three() -> World {
    let mut world = before_three();
    start(&mut world);
    live(&mut world, 18);
    world.act(Action::Timer(TimerAction::Finish));
    world.status.card = world.model.sessions.last().map(|session| session.id);
    world
}

/// The same after the card was closed.
fn tray() -> World {
    let mut world = three();
    world.status.card = None;
    world
}

/// The running session at its zero.
fn zero_of_three() -> World {
    let mut world = before_three();
    start(&mut world);
    live(&mut world, 18);
    world
}

/// An hour after the session's reward was taken.
fn after_the_break() -> World {
    let mut world = tray();
    take(&mut world, Layer::Session);
    world.now.utc += Duration::minutes(10);
    world.act(Action::Reward(RewardAction::Tick));
    world
}

fn take(world: &mut World, layer: Layer) {
    let waits = world.derived.rewards.unclaimed.iter().find(|grant| grant.layer() == layer);
    let occasion = waits.unwrap().occasion;
    world.act(Action::Reward(RewardAction::Take { occasion }));
}

fn occasions(world: &World) -> Vec<Occasion> {
    world.derived.rewards.unclaimed.iter().map(|grant| grant.occasion).collect()
}

#[test]
fn pictures_of_rewards() {
    picture_all("focus-three", three);
    picture_all("focus-tray", tray);
    picture_all("focus-zero", zero_of_three);
    picture_all("focus-good", after_the_break);
}

#[test]
fn three_layers_are_one_card_with_the_session_on_top() {
    let mut stage = open(three());
    assert_eq!(occasions(&stage.state().world).len(), 3);
    let top = |stage: &Harness<'static, Scene<Window>>, words: &str| stage.get_by_label(words).rect().top();
    let tops = ["Espresso on the balcony", "A long bath", "New headphones"].map(|words| top(&stage, words));
    assert!(tops.is_sorted(), "{tops:?}");
    stage.get_by_label("Daily target met · 30 min");
    stage.get_by_label("Half a day of focus · 45 min");
    stage.get_by_label("Take now: A long bath").click();
    stage.run();
    let today = stage.state().world.today;
    assert_eq!(stage.state().out.actions, [Action::Reward(RewardAction::Take { occasion: Occasion::Day(today) })]);
    stage.state_mut().carry_out();
    stage.run();
    // The break is on, and the others can wait.
    stage.get_by_label("End break");
    assert!(stage.query_by_label("Take now: New headphones").is_none());
    assert_eq!(stage.query_all_by_label("Waits on Focus").count(), 2);
}

/// The first session of a goal that has no reward yet, and its card.
fn first_session() -> World {
    let mut world = World::new(Model::default(), moment(NOW));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    start(&mut world);
    live(&mut world, 18);
    world.act(Action::Timer(TimerAction::Finish));
    world.status.card = world.model.sessions.last().map(|session| session.id);
    world.status.passed = vec![Milestone::FirstSession];
    world
}

#[test]
fn a_milestone_without_a_reward_has_its_jewel_and_one_with_a_reward_is_told_once() {
    picture_all("focus-first-card", first_session);
    let stage = open(first_session());
    stage.get_by_label("First session");
    stage.get_by_label("Milestone passed");
    let mut world = three();
    let own = world.model.milestones.last().unwrap().id;
    world.status.passed = vec![Milestone::Own(own), Milestone::Sessions(25)];
    let stage = open(world);
    stage.get_by_label("25 sessions");
    assert_eq!(stage.query_all_by_label("Milestone passed").count(), 1);
}

#[test]
fn while_no_reward_is_written_the_card_asks_for_one_and_shows_it_then() {
    let mut stage = open(first_session());
    stage.get_by_role_and_label(egui::Role::TextInput, "Your reward").focus();
    stage.run();
    stage.get_by_role_and_label(egui::Role::TextInput, "Your reward").type_text("Tea on the balcony");
    stage.run();
    stage.key_press(egui::Key::Enter);
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    assert_eq!(stage.state().world.model.rewards.last().unwrap().words, "Tea on the balcony");
    stage.get_by_label("After your next session");
    stage.get_by_label("Tea on the balcony");
    assert!(stage.query_by_label("Your reward").is_none());
    // The comeback reward is offered while things are set up.
    stage.get_by_label("Add one for coming back…").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Rewards)]);
    add(&mut stage.state_mut().world, Layer::Comeback, "A walk in the sun", 15);
    stage.run();
    assert!(stage.query_by_label("Add one for coming back…").is_none());
    assert!(open(three()).query_by_label("After your next session").is_none(), "a reward that is there is enough");
}

#[test]
fn each_layer_is_put_off_or_left_by_itself() {
    let mut stage = open(three());
    stage.get_by_label("Later: A long bath").click();
    stage.run();
    assert_eq!(stage.state().out.actions, [], "to put it off is no record");
    assert!(stage.query_by_label("Take now: A long bath").is_none());
    stage.get_by_label("Leave: New headphones").click();
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    assert_eq!(occasions(&stage.state().world).len(), 2);
    // What was left can be taken after all.
    stage.get_by_label("Take now: New headphones").click();
    stage.run();
    stage.state_mut().carry_out();
    let states: Vec<GrantState> = stage.state().world.model.answers.iter().map(|answer| answer.state).collect();
    assert_eq!(states, [GrantState::Claimed]);
}

#[test]
fn the_card_of_rewards_needs_only_the_keyboard() {
    let mut stage = open(three());
    for name in ["Take it now, 10 min", "Take now: A long bath", "Later: A long bath", "Leave: New headphones"] {
        stage.get_by_label(name).focus();
        stage.run();
        assert!(stage.get_by_label(name).is_focused(), "{name}");
    }
    stage.key_press(egui::Key::Enter);
    stage.run();
    assert!(matches!(stage.state().out.actions[..], [Action::Reward(RewardAction::Skip { .. })]));
}

/// The frames in which the card opens and comes to rest.
fn frames_to_rest(change: impl FnOnce(&mut World)) -> u64 {
    let mut world = tray();
    change(&mut world);
    let mut stage = open(world);
    let card = stage.state().world.model.sessions.last().map(|session| session.id);
    stage.state_mut().world.status.card = card;
    let frames = stage.run();
    let delay = stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, std::time::Duration::MAX, "it is still then");
    frames
}

#[test]
fn the_jewel_of_a_milestone_lights_up_within_a_second_and_a_half_and_only_where_things_may_move() {
    // A frame of a test lasts a quarter of a second.
    let moving = frames_to_rest(|_| {});
    let reduced = frames_to_rest(|world| world.theme.motion = Motion::Reduced);
    let off = frames_to_rest(|world| world.model.settings.celebration = Switch::Off);
    let later = frames_to_rest(|world| world.now.utc += Duration::minutes(1));
    assert!((6..=9).contains(&moving), "{moving} frames");
    assert!([reduced, off, later].iter().all(|frames| *frames + 5 <= moving), "{reduced}, {off}, {later} of {moving}");
}

#[test]
fn pictures_of_a_jewel_that_lights_up() {
    let mut stage = open(tray());
    let card = stage.state().world.model.sessions.last().map(|session| session.id);
    stage.state_mut().world.status.card = card;
    stage.run_steps(6);
    picture(&mut stage, "focus-jewel");
    stage.run();
    picture(&mut stage, "focus-jewel-lit");
}

#[test]
fn the_tray_shows_the_newest_two_and_the_way_to_the_others() {
    let mut stage = open(tray());
    stage.get_by_label("Waiting for you");
    let shown = ["Espresso on the balcony", "A long bath", "New headphones"]
        .map(|words| stage.query_by_label(&format!("Take now: {words}")).is_some());
    assert_eq!(shown.into_iter().filter(|is_shown| *is_shown).count(), 2, "{shown:?}");
    stage.get_by_label("One more waits…").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Rewards)]);
    let first = occasions(&stage.state().world)[0];
    let words = stage.state().world.derived.rewards.unclaimed[0].words.clone();
    stage.get_by_label(&format!("Leave: {words}")).click();
    stage.run();
    assert_eq!(stage.state().out.actions, [Action::Reward(RewardAction::Skip { occasion: first })]);
    stage.state_mut().carry_out();
    stage.run();
    stage.get_by_label("All rewards");
}

#[test]
fn while_a_session_runs_the_tray_only_says_that_something_waits() {
    let mut world = tray();
    start(&mut world);
    let stage = open(world);
    stage.get_by_label("3 rewards wait for after the session.");
    assert!(stage.query_by_label("Take now: A long bath").is_none());
}

#[test]
fn at_zero_the_card_below_the_spring_names_the_reward_and_how_many_came_with_it() {
    let mut stage = open(zero_of_three());
    stage.get_by_label("Earned: Espresso on the balcony, and 2 more");
    stage.get_by_label("Take it now").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::TakeReward]);
}

#[test]
fn after_its_break_a_reward_is_rated_in_place_or_not_at_all() {
    let mut stage = open(after_the_break());
    stage.get_by_label("How good was it? 4 of 5").click_accesskit();
    stage.run();
    assert!(matches!(stage.state().out.actions[..], [Action::Reward(RewardAction::Rate { good: Some(4), .. })]));
    stage.state_mut().carry_out();
    stage.run();
    assert!(stage.query_all_by_label("How good was it?").next().is_none(), "it is answered");

    let mut stage = open(after_the_break());
    stage.get_by_label("No rating").click();
    stage.run();
    assert!(stage.query_all_by_label("How good was it?").next().is_none());
    assert_eq!(stage.state().out.actions, []);

    let mut world = after_the_break();
    world.now.utc += Duration::days(1);
    let now = world.now;
    world.at(now);
    assert!(
        open(world).query_all_by_label("How good was it?").next().is_none(),
        "a day later it is not asked any more"
    );
}

/// The writer with two rewards for a session.
fn two() -> World {
    let mut world = writer();
    add(&mut world, Layer::Session, "A song, loud", 5);
    world
}

#[test]
fn one_of_several_rewards_is_chosen_before_a_session_or_in_it() {
    let mut stage = open(two());
    choose(&mut stage, "A song, loud");
    let song = stage.state().world.model.rewards.last().unwrap().id;
    assert_eq!(stage.state_mut().view.focus.take_chosen_reward(), Some(song));
    assert_eq!(stage.state().out.actions, []);

    let mut world = two();
    start(&mut world);
    let mut stage = open(world);
    choose(&mut stage, "A song, loud");
    assert_eq!(stage.state().out.actions, [Action::Reward(RewardAction::Choose { reward: Some(song) })]);
    stage.state_mut().carry_out();
    stage.run();
    picture(&mut stage, "focus-chosen");
    picture(&mut open(two()), "focus-choice");
}

/// Picks from the list of rewards.
fn choose(stage: &mut Harness<'static, Scene<Window>>, words: &str) {
    stage.get_by_label("Reward after the session").click();
    stage.run();
    stage.get_by_role_and_label(egui::Role::Button, words).click();
    stage.run();
}

#[test]
fn what_is_kept_for_the_work_alone_is_told_at_the_start_and_while_it_runs() {
    let mut world = writer();
    let id = world.model.goal().unwrap().id;
    let field = GoalField::Bundle("the new album".to_owned());
    world.act(Action::Goal(GoalAction::Set { id, field }));
    open(World::new(world.model.clone(), world.now)).get_by_label("Only while I do this: the new album");
    start(&mut world);
    open(world).get_by_label("Only while I do this: the new album");
}

#[test]
fn what_a_reward_would_open_is_asked_about_beside_its_break() {
    let mut world = on_break();
    world.status.waiting_launches = 1;
    let mut stage = open(world);
    stage.get_by_label("One item asks to open…").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::ShowLaunches]);
}
