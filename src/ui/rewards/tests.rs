//! The page as a person meets it: pictures to look at, and flows by role and label.

mod life;

use chrono::NaiveDate;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::ideas::ideas;
use super::{RewardsTab, charts, enjoyed};
use crate::domain::environment::Opens;
use crate::domain::rewards::{Delivery, EnjoyedDay, Layer, Mark, Pick, RewardAction, of_layer, of_milestone};
use crate::domain::settings::Switch;
use crate::domain::{Action, Model, demo};
use crate::ui::commands::{Command, Tab};
use crate::ui::starters::Starters;
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use life::{fresh, full};

type Page = Harness<'static, Scene<RewardsTab>>;

fn stage(world: World) -> Stage<RewardsTab> {
    Stage::of(RewardsTab::default(), world, RewardsTab::ui)
}

/// A page high enough to show everything.
fn high(world: World) -> Page {
    stage(world).size(1184.0, 2000.0).open()
}

fn settle(page: &mut Page) {
    page.run();
    page.state_mut().carry_out();
    page.run();
}

fn press(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::Button, label).click();
    settle(page);
}

#[test]
fn pictures_of_a_full_page() {
    picture(&mut high(full()), "rewards-full-light");
    picture(&mut stage(full()).size(1184.0, 2000.0).dark().open(), "rewards-full-dark");
    let now = moment(life::NOW);
    let year = World::new(demo::demo_at(now, 1), now);
    picture(&mut stage(year).size(1184.0, 2400.0).open(), "rewards-year");
    picture(&mut stage(full()).size(1184.0, 800.0).open(), "rewards-1280");
    picture(&mut stage(full()).size(624.0, 2600.0).open(), "rewards-narrow");
    picture(&mut stage(full()).size(1440.0, 900.0).zoom(2.0).open(), "rewards-large-text");
}

#[test]
fn pictures_of_a_page_with_nothing_yet() {
    picture(&mut stage(fresh()).size(1184.0, 1500.0).open(), "rewards-empty-light");
    picture(&mut stage(fresh()).size(1184.0, 1500.0).dark().open(), "rewards-empty-dark");
}

#[test]
fn pictures_of_the_badges() {
    let mut page = stage(full()).size(1184.0, 900.0).open();
    press(&mut page, "See all badges");
    picture(&mut page, "badges-light");
    let mut page = stage(full()).size(1184.0, 900.0).dark().open();
    press(&mut page, "See all badges");
    picture(&mut page, "badges-dark");
    let mut page = stage(full()).size(624.0, 520.0).open();
    press(&mut page, "See all badges");
    picture(&mut page, "badges-narrow");
}

#[test]
fn pictures_of_the_sheets() {
    let mut page = stage(full()).size(1184.0, 1400.0).open();
    press(&mut page, "Add a reward: For a day");
    picture(&mut page, "rewards-form");
    page.key_press(Key::Escape);
    settle(&mut page);
    press(&mut page, "Swap One favourite song, loud");
    picture(&mut page, "rewards-swap");
    page.key_press(Key::Escape);
    settle(&mut page);
    press(&mut page, "Add your own…");
    picture(&mut page, "rewards-own-milestone");
}

fn words(page: &Page, layer: Layer) -> Vec<String> {
    of_layer(&page.state().world.model, layer).map(|reward| reward.words.clone()).collect()
}

#[test]
fn an_idea_is_added_with_one_click_and_deleted_with_undo() {
    let mut page = high(fresh());
    press(&mut page, "Add A hot bath: For a day");
    assert_eq!(words(&page, Layer::Day), ["A hot bath"]);
    assert!(page.query_by_label("Add A hot bath: For a day").is_none());
    press(&mut page, "Delete A hot bath");
    assert_eq!(words(&page, Layer::Day), [""; 0]);
    page.state_mut().world.act(Action::Undo);
    page.run();
    page.get_by_label("A hot bath");
}

#[test]
fn a_reward_is_written_with_a_link_and_changed() {
    let mut page = high(fresh());
    press(&mut page, "Add a reward: For coming back");
    page.get_by_role_and_label(Role::TextInput, "What you look forward to").type_text("The new record");
    page.run();
    page.get_by_role_and_label(Role::TextInput, "A link or file to open").focus();
    page.run();
    page.get_by_role_and_label(Role::TextInput, "A link or file to open").type_text("record.mp3");
    page.run();
    page.get_by_label("Type a whole link such as https://example.org, or the full path of a file.");
    page.get_by_role_and_label(Role::TextInput, "A link or file to open").focus();
    page.run();
    page.key_press_modifiers(Modifiers::COMMAND, Key::A);
    page.get_by_role_and_label(Role::TextInput, "A link or file to open").type_text("https://example.org/record");
    page.run();
    press(&mut page, "Add");
    assert_eq!(words(&page, Layer::Comeback), ["The new record"]);
    let reward = page.state().world.model.rewards.last().unwrap();
    assert_eq!(reward.opens, Some(Opens::Link { address: "https://example.org/record".to_owned() }));
    assert_eq!(reward.minutes, 10);
    press(&mut page, "Change The new record");
    page.get_by_role_and_label(Role::Button, "How long it takes: more").click();
    page.run();
    press(&mut page, "Save");
    assert_eq!(page.state().world.model.rewards.last().unwrap().minutes, 15);
}

#[test]
fn what_waits_is_taken_or_left() {
    let mut page = high(full());
    let count = page.state().world.derived.rewards.unclaimed.len();
    page.get_by_label("5 rewards are waiting");
    page.get_all_by_label("Leave: Ten pages of the novel").next().unwrap().click();
    settle(&mut page);
    assert_eq!(page.state().world.derived.rewards.unclaimed.len(), count - 1);
    press(&mut page, "Take now: An episode of the series");
    let model = &page.state().world.model;
    assert_eq!(model.reward_break.as_ref().unwrap().words, "An episode of the series");
    assert_eq!(page.state().world.derived.rewards.unclaimed.len(), count - 2);
}

#[test]
fn what_was_taken_is_rated_in_the_history() {
    let mut page = high(full());
    press(&mut page, "Take now: An episode of the series");
    let name = "How good was it: An episode of the series 2 of 5";
    page.get_all_by_label(name).next().unwrap().click();
    settle(&mut page);
    let rated = page.state().world.derived.rewards.history.iter().find(|grant| grant.good == Some(2));
    assert_eq!(rated.unwrap().words, "An episode of the series");
}

#[test]
fn a_weak_reward_is_swapped_for_an_idea() {
    let mut page = high(full());
    press(&mut page, "Swap One favourite song, loud");
    page.get_by_role_and_label(Role::CheckBox, "A message to a friend").click();
    page.run();
    press(&mut page, "Swap");
    let own = words(&page, Layer::Session);
    assert_eq!(own, ["Espresso on the balcony", "A message to a friend", "Ten pages of the novel"]);
    assert_eq!(page.state().world.derived.rewards.weak, []);
}

#[test]
fn an_own_milestone_asks_for_its_reward() {
    let mut page = high(fresh());
    press(&mut page, "Add your own…");
    page.get_by_role_and_label(Role::TextInput, "What it means to you").type_text("The first chapter");
    page.run();
    press(&mut page, "Add the milestone");
    page.get_by_role_and_label(Role::Heading, "A reward for “The first chapter”");
    page.get_by_role_and_label(Role::TextInput, "What you look forward to").type_text("A new pen");
    page.run();
    press(&mut page, "Add");
    let model = &page.state().world.model;
    let own = model.milestones.last().unwrap();
    assert_eq!(own.mark, Mark::Minutes(300));
    assert_eq!(of_milestone(model, own.id).next().unwrap().words, "A new pen");
    press(&mut page, "Delete the milestone The first chapter");
    assert!(page.state().world.model.milestones.is_empty());
}

#[test]
fn a_milestone_that_was_reached_says_when() {
    let mut world = full();
    let (mark, name) = (Mark::Minutes(60), "An hour of it".to_owned());
    world.act(Action::Reward(RewardAction::AddMilestone { mark, name }));
    let page = high(world);
    page.get_by_label("An hour of it");
    page.get_by_label("Reached 30 September 2026");
}

#[test]
fn a_week_takes_more_days_and_a_draw_shows_its_odds() {
    let mut page = high(full());
    page.get_by_label("10 min · A treat · next");
    press(&mut page, "Days done: For a week: more");
    page.get_by_label("5 days done in a week");
    page.get_by_role_and_label(Role::RadioButton, "Surprise").click();
    settle(&mut page);
    assert_eq!(page.state().world.model.settings.reward_pick, Pick::Surprise);
    page.get_by_label("10 min · A treat · each 1 in 3");
}

#[test]
fn badges_say_their_rule_and_their_day_and_can_be_taken_away() {
    let mut page = high(full());
    press(&mut page, "See all badges");
    page.get_by_label("Seven days done, not necessarily in a row");
    page.get_by_label("First session: Finish your first session. Won 28 September 2026");
    page.get_by_label("81 of 100");
    press(&mut page, "Back to rewards");
    page.state_mut().world.model.settings.game = Switch::Off;
    page.run();
    assert!(page.query_by_label("See all badges").is_none());
}

#[test]
fn without_a_goal_the_page_says_what_it_is_for() {
    let mut page = high(World::new(Model::default(), moment(life::NOW)));
    page.get_by_label("Rewards for the goal");
    page.get_by_role_and_label(Role::Button, "Go to Goal").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::GoTo(Tab::Goal)]);
}

#[test]
fn kinds_that_are_rated_well_are_suggested_first() {
    let world = full();
    let rewards = &world.derived.rewards;
    let song = world.model.rewards.iter().find(|reward| reward.words.contains("song")).unwrap();
    let found = ideas(&world.model, &rewards.history, song, Starters::built_in());
    assert!(found.liked_first);
    assert_eq!(found.offered.len(), 4);
    assert!(found.offered.iter().all(|starter| starter.layer == Layer::Session && starter.text != song.words));
    let unrated = ideas(&world.model, &[], song, Starters::built_in());
    assert!(!unrated.liked_first);
    assert_ne!(unrated.offered[0].group, song.group);
}

#[test]
fn the_chart_says_how_many_were_taken_and_how_good_they_were() {
    let world = full();
    let of = |layer, claimed, of, mean_good, rated| Delivery { layer, claimed, of, mean_good, rated };
    let all =
        [of(Layer::Session, 14, 20, Some(4.0), 10), of(Layer::Day, 6, 6, None, 0), of(Layer::Week, 0, 0, None, 0)];
    let chart = charts::delivery(&world.cx(), &all);
    let sentence = "You took 20 of 26 rewards. On average they were 4 of 5 (n\u{a0}=\u{a0}10).";
    assert_eq!(chart.names.sentence, sentence);
    assert_eq!(chart.table.len(), 2);
    assert_eq!(chart.x.to, 2.0);
    let said = charts::words(&world.cx(), &all, 0.3).unwrap();
    assert_eq!(said, "Session: 14 of 20 taken, on average 4 of 5 (n\u{a0}=\u{a0}10)");
    assert_eq!(charts::words(&world.cx(), &all, 1.7).unwrap(), "Day: 6 of 6 taken");
}

#[test]
fn how_the_sessions_were_is_an_average_over_sessions() {
    let world = full();
    let day = |nth: u64, mean, n| EnjoyedDay { day: NaiveDate::MIN + chrono::Days::new(nth), mean, n };
    let few = [day(0, 4.0, 2), day(1, 3.0, 2)];
    let said = |days: &[EnjoyedDay]| enjoyed::chart(&world.cx(), days).names.sentence.clone();
    assert_eq!(said(&few), "4 sessions rated so far; an average from 5 on.");
    assert_eq!(said(&[day(0, 5.0, 4), day(1, 3.0, 1)]), "On average 4.6 of 5 (n\u{a0}=\u{a0}5).");
    let long = [day(0, 3.0, 10), day(1, 5.0, 10)];
    assert_eq!(said(&long), "On average 4 of 5 (n\u{a0}=\u{a0}20). The newest 10: 5 of 5.");
}
