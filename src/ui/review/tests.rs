//! The room as a person meets it: pictures to look at, and flows by role and label.

mod counted;
mod saved;
mod told;

use chrono::NaiveDate;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{ReviewTab, automatic_stem, period_name};
use crate::domain::experiments::{Experiment, ExperimentAction, ExperimentDesign, ExperimentState};
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::review::{Period, Review, ReviewAction, ReviewField, ReviewKind};
use crate::domain::rewards::{RewardAction, RewardField};
use crate::domain::{Action, Model, demo};
use crate::ui::commands::{Command, GoalPart, Tab};
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use crate::ui::text::Text;

/// A Monday, the day after a review day.
const NOW: &str = "2026-11-23T10:12:00Z";
/// A Wednesday: the month before is over and was not looked back at yet.
const NEW_MONTH: &str = "2026-12-02T10:12:00Z";

type Page = Harness<'static, Scene<ReviewTab>>;

fn demo_world(now: &str) -> World {
    let now = moment(now);
    World::new(demo::demo_at(now, 1), now)
}

fn fresh() -> World {
    let mut world = World::new(Model::default(), moment(NOW));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

fn stage(world: World) -> Stage<ReviewTab> {
    Stage::of(ReviewTab::default(), world, ReviewTab::ui)
}

/// A page high enough to show everything.
fn high(world: World) -> Page {
    stage(world).size(1184.0, 3200.0).open()
}

fn settle(page: &mut Page) {
    page.run();
    page.state_mut().carry_out();
    page.run();
    page.state_mut().carry_out();
    page.run();
}

fn press(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::Button, label).click();
    settle(page);
}

fn press_primary(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::DefaultButton, label).click();
    settle(page);
}

fn fill(page: &mut Page, label: &str, words: &str) {
    let field = |page: &Page| page.query_by_role_and_label(Role::MultilineTextInput, label).is_some();
    let role = if field(page) { Role::MultilineTextInput } else { Role::TextInput };
    page.get_by_role_and_label(role, label).focus();
    page.run();
    page.get_by_role_and_label(role, label).type_text(words);
    settle(page);
}

fn rate(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::RadioButton, label).click();
    settle(page);
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn newest(page: &Page) -> &Review {
    page.state().world.model.reviews.iter().max_by_key(|review| review.made).unwrap()
}

fn experiments(page: &Page) -> Vec<&Experiment> {
    page.state().world.model.experiments.iter().collect()
}

const START_WEEK: &str = "Start: Week of 16 – 22 November 2026";

/// The demo with the draft of last week open.
fn week(size: [f32; 2]) -> Stage<ReviewTab> {
    stage(demo_world(NOW)).size(size[0], size[1])
}

fn opened(stage: Stage<ReviewTab>, label: &str) -> Page {
    let mut page = stage.open();
    press_primary(&mut page, label);
    page
}

#[test]
fn pictures_of_the_home() {
    picture(&mut stage(demo_world(NOW)).size(1184.0, 800.0).open(), "review-home-light");
    picture(&mut stage(demo_world(NEW_MONTH)).size(1184.0, 800.0).dark().open(), "review-home-dark");
    picture(&mut stage(demo_world(NOW)).size(624.0, 520.0).open(), "review-home-small");
    picture(&mut stage(demo_world(NOW)).size(624.0, 1800.0).open(), "review-home-narrow");
    picture(&mut stage(demo_world(NOW)).size(1184.0, 1600.0).zoom(2.0).dark().open(), "review-home-double");
    picture(&mut stage(fresh()).size(1184.0, 800.0).open(), "review-empty");
    picture(&mut stage(fresh()).size(624.0, 520.0).dark().open(), "review-empty-small");
    picture(&mut stage(World::new(Model::default(), moment(NOW))).size(1184.0, 800.0).open(), "review-no-goal");
    let mut world = demo_world(NOW);
    let what = "Phone in the drawer".to_owned();
    world.act(Action::Experiment(ExperimentAction::Start { what, review: None, design: ExperimentDesign::CoinFlip }));
    picture(&mut stage(world).size(1184.0, 1200.0).open(), "review-home-coin");
}

#[test]
fn pictures_of_a_week() {
    picture(&mut opened(week([1184.0, 800.0]), START_WEEK), "review-week-light");
    picture(&mut opened(week([1184.0, 1000.0]).dark(), START_WEEK), "review-week-dark");
    picture(&mut opened(week([1344.0, 900.0]), START_WEEK), "review-week-large");
    picture(&mut opened(week([624.0, 520.0]), START_WEEK), "review-week-small");
    picture(&mut opened(week([624.0, 2400.0]), START_WEEK), "review-week-narrow");
    picture(&mut opened(week([1248.0, 1600.0]).zoom(2.0), START_WEEK), "review-week-double");
    let mut page = stage(demo_world(NOW)).size(1184.0, 800.0).open();
    press(&mut page, "Read: Week of 9 – 15 November 2026");
    picture(&mut page, "review-week-read");
}

#[test]
fn pictures_of_a_month() {
    let start = "Start: November 2026";
    let month = |size: [f32; 2]| stage(demo_world("2026-12-06T10:12:00Z")).size(size[0], size[1]);
    let open = |stage: Stage<ReviewTab>| {
        let mut page = stage.open();
        page.get_by_label(start).click();
        settle(&mut page);
        page
    };
    picture(&mut open(month([1184.0, 800.0])), "review-month-light");
    picture(&mut open(month([1344.0, 900.0]).dark()), "review-month-dark");
    picture(&mut open(month([624.0, 520.0])), "review-month-small");
    picture(&mut open(month([624.0, 3000.0]).dark()), "review-month-narrow");
    picture(&mut open(month([1248.0, 3000.0]).zoom(2.0)), "review-month-double");
    let mut page = stage(demo_world(NOW)).size(1184.0, 800.0).open();
    press(&mut page, "Show 24 more");
    press(&mut page, "Read: October 2026");
    picture(&mut page, "review-month-read");
}

#[test]
fn a_late_review_is_started_answered_and_finished_and_keeps_its_dates() {
    let mut page = high(demo_world(NOW));
    press_primary(&mut page, START_WEEK);
    fill(&mut page, "What came of the work?", "Two scenes");
    rate(&mut page, "How much support did you get from others? 7 of 10");
    press_primary(&mut page, "Finish review");
    let review = newest(&page);
    assert_eq!((review.from, review.to, review.done), (day(11, 16), day(11, 22), Some(day(11, 23))));
    assert_eq!((review.progress.as_str(), review.support), ("Two scenes", Some(7)));
    assert!(page.query_by_label(START_WEEK).is_none(), "it is no longer due");
    page.get_by_label("Read: Week of 16 – 22 November 2026");
}

#[test]
fn a_weak_reward_is_named_in_the_review_of_the_newest_week_with_the_way_to_swap_it() {
    let line = "“A look at the news” was left or rated low 5 of the last 5 times.";
    let mut page = high(demo_world(NOW));
    press(&mut page, "Read: Week of 9 – 15 November 2026");
    assert!(page.query_by_label(line).is_none(), "it says nothing of an older week");
    let mut page = high(demo_world(NOW));
    press_primary(&mut page, START_WEEK);
    page.get_by_role_and_label(Role::Label, line);
    page.get_by_role_and_label(Role::Button, "Swap it on Rewards").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::GoTo(Tab::Rewards)]);

    let mut world = demo_world(NOW);
    let weak = world.derived.rewards.weak[0].reward;
    let fields = vec![RewardField::Words("A walk to the river".to_owned())];
    world.act(Action::Reward(RewardAction::Set { id: weak, fields }));
    let mut page = high(world);
    press_primary(&mut page, START_WEEK);
    assert!(page.query_by_label("Swap it on Rewards").is_none(), "what was swapped begins anew");
}

#[test]
fn esc_leaves_the_draft_as_it_is_and_it_goes_on_where_it_was() {
    let mut page = high(demo_world(NOW));
    press_primary(&mut page, START_WEEK);
    fill(&mut page, "What did not work?", "Evenings");
    page.key_press(Key::Escape);
    settle(&mut page);
    assert_eq!((newest(&page).not_worked.as_str(), newest(&page).done), ("Evenings", None));
    press_primary(&mut page, "Go on: Week of 16 – 22 November 2026");
    page.get_by_role_and_label(Role::MultilineTextInput, "What did not work?");
    fill(&mut page, "What did not work?", " again");
    assert_eq!(newest(&page).not_worked, "Evenings again");
}

#[test]
fn what_undo_takes_back_leaves_the_field_too() {
    let mut page = high(demo_world(NOW));
    press_primary(&mut page, START_WEEK);
    fill(&mut page, "What came of the work?", "Two scenes");
    page.state_mut().world.act(Action::Undo);
    settle(&mut page);
    fill(&mut page, "What came of the work?", "One");
    assert_eq!(newest(&page).progress, "One");
}

#[test]
fn the_rating_names_the_behaviour_and_its_cue() {
    let mut page = high(demo_world(NOW));
    press_primary(&mut page, START_WEEK);
    let item = "“Write the book after breakfast, at the kitchen table” is something I do automatically";
    rate(&mut page, &format!("{item} 5 of 7"));
    assert_eq!(newest(&page).automatic, Some(5));
    rate(&mut page, &format!("{item} 5 of 7"));
    assert_eq!(newest(&page).automatic, None, "a second click takes it back");
}

#[test]
fn all_four_items_are_asked_once_a_month() {
    let shown = |page: &Page| {
        let last = "“Write the book” is something I start doing before I realise I’m doing it";
        page.query_by_role_and_label(Role::RadioGroup, last).is_some()
    };
    let mut world = fresh();
    for (now, answers) in [("2026-11-30T10:00:00Z", 4), ("2026-12-07T10:00:00Z", 4), ("2026-12-14T10:00:00Z", 1)] {
        world.at(moment(now));
        let week = Period::week_ending(world.today.pred_opt().unwrap());
        world.act(Action::Review(ReviewAction::Open(week)));
        let id = world.model.reviews.iter().last().unwrap().id;
        let model = world.model.clone();
        let mut page = high(World::new(model, world.now));
        press_primary(&mut page, &format!("Go on: Week of {}", period_name(&Text::english(), week)));
        assert_eq!(shown(&page), answers == 4, "{now}");
        let all: [fn(Option<u8>) -> ReviewField; 4] =
            [ReviewField::Automatic, ReviewField::Unremembered, ReviewField::Unthinking, ReviewField::Unnoticed];
        for make in all {
            world.act(Action::Review(ReviewAction::Set { id, field: make(Some(2)) }));
        }
        world.act(Action::Review(ReviewAction::Finish { id }));
    }
}

#[test]
fn an_adjustment_is_tried_as_an_experiment_of_either_design() {
    for (label, design) in
        [("Try it from today", ExperimentDesign::Dated), ("Let a coin decide each day", ExperimentDesign::CoinFlip)]
    {
        let mut page = high(demo_world(NOW));
        press_primary(&mut page, START_WEEK);
        let before = experiments(&page).len();
        fill(&mut page, "What will you do differently?", "Phone in the drawer");
        press(&mut page, label);
        let started = experiments(&page).into_iter().max_by_key(|one| one.made).unwrap();
        assert_eq!(experiments(&page).len(), before + 1);
        assert_eq!((started.what.as_str(), started.design), ("Phone in the drawer", design));
        assert_eq!((started.review, started.day), (Some(newest(&page).id), day(11, 23)));
        page.get_by_label("“Phone in the drawer” is an experiment since today.");
        assert!(page.query_by_label(label).is_none(), "once is enough");
    }
}

#[test]
fn an_experiment_is_kept_changed_or_dropped() {
    let running = "Leave the first sentence ready in the evening";
    let check = |label: &str, state: ExperimentState| {
        let mut page = high(demo_world(NOW));
        press(&mut page, &format!("{label}: {running}"));
        if state == ExperimentState::Changed {
            fill(&mut page, "What will you try instead?", " and tea");
            press(&mut page, "Try this instead");
        }
        let found = experiments(&page).into_iter().find(|one| one.what == running).unwrap();
        assert_eq!((found.state, found.decided), (state, Some(day(11, 23))), "{label}");
        let next = format!("{running} and tea");
        let started = experiments(&page).into_iter().any(|one| one.what == next && one.state.is_running());
        assert_eq!(started, state == ExperimentState::Changed);
        page.state_mut().world.act(Action::Undo);
        let found = experiments(&page).into_iter().find(|one| one.what == running).unwrap();
        assert!(found.state.is_running(), "{label}: one step back is all of it");
        assert!(experiments(&page).into_iter().all(|one| one.what != next));
    };
    check("Keep", ExperimentState::Kept);
    check("Change", ExperimentState::Changed);
    check("Drop", ExperimentState::Dropped);
}

#[test]
fn what_was_kept_stands_in_the_system_with_its_figures() {
    let mut page = high(demo_world(NOW));
    page.get_by_label("My system, and why");
    press(&mut page, "Figures: Phone in the drawer before breakfast");
    page.get_by_label("Hide the figures: Phone in the drawer before breakfast");
}

#[test]
fn a_review_is_deleted_and_comes_back_with_undo() {
    let mut page = high(demo_world(NOW));
    let before = page.state().world.model.reviews.iter().count();
    press(&mut page, "Delete: Week of 9 – 15 November 2026");
    assert_eq!(page.state().world.model.reviews.iter().count(), before - 1);
    page.state_mut().world.act(Action::Undo);
    settle(&mut page);
    page.get_by_label("Read: Week of 9 – 15 November 2026");
}

#[test]
fn a_missed_week_is_made_up_for_from_a_quiet_line() {
    let mut world = demo_world(NOW);
    let missed = Period::week_ending(day(11, 8));
    let id = world.model.reviews.iter().find(|one| one.to == missed.to && one.kind == missed.kind).map(|one| one.id);
    world.model.reviews.remove(id.unwrap());
    let mut page = high(world);
    picture(&mut page, "review-home-late");
    press(&mut page, "Start: Week of 2 – 8 November 2026");
    assert_eq!((newest(&page).from, newest(&page).to), (missed.from, missed.to));
}

#[test]
fn a_finished_review_is_read_and_opened_again() {
    let mut page = high(demo_world(NOW));
    press(&mut page, "Read: Week of 9 – 15 November 2026");
    assert!(page.query_by_role(Role::MultilineTextInput).is_none());
    press(&mut page, "Open it again");
    fill(&mut page, "What can you do now that you could not?", "More");
    press(&mut page, "All reviews");
    page.get_by_label("Go on: Week of 9 – 15 November 2026");
}

#[test]
fn the_month_asks_with_its_own_proofs_and_leads_to_other_words() {
    let mut page = high(demo_world("2026-12-06T10:12:00Z"));
    page.get_by_label("Start: November 2026").click();
    settle(&mut page);
    rate(&mut page, "How true does it feel? 8 of 10");
    fill(&mut page, "Where is this going?", "Up");
    let review = newest(&page);
    assert_eq!((review.kind, review.from, review.to), (ReviewKind::Monthly, day(11, 1), day(11, 30)));
    assert_eq!((review.feels_true, review.trajectory.as_str()), (Some(8), "Up"));
    page.get_by_role_and_label(Role::Button, "Find other words for who you become").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::EditGoal(GoalPart::Identity)]);
}

#[test]
fn without_a_goal_it_leads_to_one_and_a_young_goal_hears_when_the_first_is_due() {
    let mut page = high(World::new(Model::default(), moment(NOW)));
    page.get_by_label("Go to Goal").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::GoTo(Tab::Goal)]);
    let page = high(fresh());
    page.get_by_label("Your first look back");
}

#[test]
fn a_cue_stands_within_the_sentence() {
    let mut world = fresh();
    let stem = |world: &World| automatic_stem(&world.text, world.model.goal().unwrap());
    assert_eq!(stem(&world), "Write the book");
    let id = world.model.goal().unwrap().id;
    for (cue, expected) in [
        ("After breakfast", "Write the book after breakfast"),
        ("I sit down", "Write the book I sit down"),
        ("07:30.", "Write the book 07:30"),
    ] {
        world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Cue(cue.to_owned()) }));
        assert_eq!(stem(&world), expected);
    }
}

#[test]
fn a_period_is_named_by_its_days() {
    let text = Text::english();
    let week = |month: u32, to: u32| period_name(&text, Period::week_ending(day(month, to)));
    assert_eq!(week(11, 22), "16 – 22 November 2026");
    assert_eq!(week(11, 1), "26 October – 1 November 2026");
    assert_eq!(week(1, 4), "29 December 2025 – 4 January 2026");
    assert_eq!(period_name(&text, Period::month_of(day(11, 8))), "November 2026");
}
