//! The page as a person meets it: pictures to look at, and flows by role and label.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::GoalTab;
use crate::domain::goal::{Goal, GoalAction, GoalState, Outcome};
use crate::domain::rest::RestKind;
use crate::domain::target::{coming_target, target_on};
use crate::domain::{Action, Model, demo};
use crate::ui::testing::{Scene, Stage, World, moment, picture};

const NOW: &str = "2026-11-23T10:12:00Z";

type Page = Harness<'static, Scene<GoalTab>>;

fn demo_world() -> World {
    let now = moment(NOW);
    World::new(demo::demo_at(now, 1), now)
}

/// The demo after its goal was closed.
fn closed_world() -> World {
    let mut world = demo_world();
    let learnt = "Mornings work; evenings do not.".to_owned();
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Paused, learnt }));
    world
}

fn stage(world: World) -> Stage<GoalTab> {
    Stage::of(GoalTab::default(), world, GoalTab::ui)
}

/// A page high enough to show everything.
fn high(world: World) -> Page {
    stage(world).size(1184.0, 1800.0).open()
}

fn model(page: &Page) -> &Model {
    &page.state().world.model
}

fn goal(page: &Page) -> &Goal {
    model(page).goal().unwrap()
}

fn settle(page: &mut Page) {
    page.run();
    page.state_mut().carry_out();
    page.run();
}

fn press(page: &mut Page, role: Role, label: &str) {
    page.get_by_role_and_label(role, label).click();
    settle(page);
}

fn retype(page: &mut Page, role: Role, label: &str, words: &str) {
    page.get_by_role_and_label(role, label).focus();
    page.run();
    page.key_press_modifiers(Modifiers::COMMAND, Key::A);
    page.get_by_role_and_label(role, label).type_text(words);
    settle(page);
}

#[test]
fn pictures_of_the_demo() {
    picture(&mut stage(demo_world()).size(1184.0, 1100.0).open(), "goal-light");
    picture(&mut stage(demo_world()).size(1184.0, 800.0).dark().open(), "goal-dark");
    picture(&mut stage(demo_world()).size(624.0, 2000.0).open(), "goal-narrow");
    picture(&mut stage(demo_world()).size(1184.0, 2600.0).zoom(2.0).open(), "goal-zoom");
    picture(&mut stage(demo_world()).size(624.0, 3600.0).zoom(2.0).open(), "goal-narrow-zoom");
    picture(&mut stage(closed_world()).size(1184.0, 800.0).open(), "goal-none");
    let mut page = stage(demo_world()).size(1184.0, 800.0).open();
    press(&mut page, Role::Button, "Change the goal…");
    picture(&mut page, "goal-closing");
    let mut page = high(demo_world());
    press(&mut page, Role::Button, "Mark days…");
    picture(&mut page, "goal-rest");
}

#[test]
fn fields_are_saved_as_they_are_typed() {
    let mut page = high(demo_world());
    retype(&mut page, Role::TextInput, "Goal", "Write the second book");
    retype(&mut page, Role::MultilineTextInput, "Why", "Because");
    retype(&mut page, Role::TextInput, "Identity", "I write");
    retype(&mut page, Role::TextInput, "Cue", "After tea");
    retype(&mut page, Role::TextInput, "Fallback", "On the train");
    retype(&mut page, Role::TextInput, "Target date", "30 Jun 2027");
    let goal = goal(&page);
    let texts = [&goal.title, &goal.why, &goal.identity, &goal.cue, &goal.fallback].map(String::as_str);
    assert_eq!(texts, ["Write the second book", "Because", "I write", "After tea", "On the train"]);
    assert_eq!(goal.target_date, chrono::NaiveDate::from_ymd_opt(2027, 6, 30));
}

#[test]
fn an_empty_title_is_not_saved_and_says_why() {
    let mut page = high(demo_world());
    page.get_by_role_and_label(Role::TextInput, "Goal").focus();
    page.run();
    page.key_press_modifiers(Modifiers::COMMAND, Key::A);
    page.key_press(Key::Backspace);
    settle(&mut page);
    page.get_by_label("A title is needed.");
    assert_eq!(goal(&page).title, "Write the book");
}

#[test]
fn undo_fills_the_fields_again() {
    let mut page = high(demo_world());
    retype(&mut page, Role::TextInput, "Identity", "I write");
    page.state_mut().world.act(Action::Undo);
    page.run();
    let field = page.get_by_role_and_label(Role::TextInput, "Identity");
    assert_eq!(field.value().as_deref(), Some("I am a writer"));
}

#[test]
fn a_harder_target_holds_at_once_and_an_easier_one_after_seven_days() {
    let mut page = high(demo_world());
    press(&mut page, Role::Button, "Minutes a day: more");
    page.get_by_label("Holds from today.");
    press(&mut page, Role::Button, "Set target");
    let (id, today) = (goal(&page).id, page.state().world.today);
    assert_eq!(target_on(&model(&page).targets, id, today), 26);
    for _ in 0..6 {
        press(&mut page, Role::Button, "Minutes a day: less");
    }
    page.get_by_label("Easier holds from 30 November.");
    press(&mut page, Role::Button, "Set target");
    assert_eq!(coming_target(&model(&page).targets, id, today).map(|target| target.minutes), Some(20));
    page.get_by_label_contains("from 30 November 20 min");
}

#[test]
fn a_count_is_added_changed_and_deleted() {
    let mut page = high(demo_world());
    let before = model(&page).counts.len();
    press(&mut page, Role::Button, "Amount of words to add: more");
    press(&mut page, Role::Button, "Add words");
    assert_eq!(model(&page).counts.last().map(|count| count.amount), Some(10.0));
    let label = "Change the count of Today";
    page.get_all_by_role_and_label(Role::Button, label).next().unwrap().click();
    settle(&mut page);
    press(&mut page, Role::Button, "Amount of words on Today: more");
    press(&mut page, Role::Button, "Save");
    assert_eq!(model(&page).counts.last().map(|count| count.amount), Some(20.0));
    page.get_all_by_role_and_label(Role::Button, "Delete the count of Today").next().unwrap().click();
    settle(&mut page);
    assert_eq!(model(&page).counts.len(), before);
}

#[test]
fn the_measure_can_be_renamed_and_left_without_a_total() {
    let mut page = high(demo_world());
    retype(&mut page, Role::TextInput, "Unit", "pages");
    retype(&mut page, Role::TextInput, "Total", "1 200");
    let measure = goal(&page).measure.clone().unwrap();
    assert_eq!((measure.unit.as_str(), measure.total), ("pages", Some(1200.0)));
    retype(&mut page, Role::TextInput, "Total", "many");
    page.get_by_label("A number above zero, or empty");
    assert_eq!(goal(&page).measure.as_ref().and_then(|measure| measure.total), Some(1200.0));
}

#[test]
fn today_is_marked_as_a_rest_and_unmarked() {
    let mut page = high(demo_world());
    press(&mut page, Role::RadioButton, "Ill");
    press(&mut page, Role::Button, "Mark today");
    let rest = model(&page).rests.last().unwrap();
    assert_eq!((rest.from, rest.to, rest.kind), (page.state().world.today, page.state().world.today, RestKind::Ill));
    let before = model(&page).rests.len();
    press(&mut page, Role::Button, "Delete the rest Today");
    assert_eq!(model(&page).rests.len(), before - 1);
}

#[test]
fn a_range_of_free_days_is_refused_when_it_ends_before_it_begins() {
    let mut page = high(demo_world());
    press(&mut page, Role::Button, "Mark days…");
    retype(&mut page, Role::TextInput, "Last day", "20 Nov");
    page.get_by_label("The last day comes before the first, or it is more than a year.");
    retype(&mut page, Role::TextInput, "Last day", "27 Nov");
    press(&mut page, Role::Button, "Mark days");
    let rest = model(&page).rests.last().unwrap();
    assert_eq!((rest.to - rest.from).num_days(), 4);
}

#[test]
fn a_wish_is_parked_with_enter_renamed_and_deleted() {
    let mut page = high(demo_world());
    let before = model(&page).wishes.len();
    page.state_mut().view.focus_new_wish();
    page.run();
    page.get_by_role_and_label(Role::TextInput, "Another wish").type_text("Learn to sail");
    page.run();
    page.key_press(Key::Enter);
    settle(&mut page);
    assert_eq!(model(&page).wishes.len(), before + 1);
    assert!(page.get_by_role_and_label(Role::TextInput, "Another wish").is_focused());
    press(&mut page, Role::Button, "Rename Learn to sail");
    page.run();
    page.key_press_modifiers(Modifiers::COMMAND, Key::A);
    page.get_by_role_and_label(Role::TextInput, "New name").type_text("Learn to row");
    page.run();
    page.key_press(Key::Enter);
    settle(&mut page);
    press(&mut page, Role::Button, "Delete Learn to row");
    assert_eq!(model(&page).wishes.len(), before);
    assert!(page.query_by_label("Make it the goal").is_none());
}

#[test]
fn closing_reviews_the_goal_and_leads_to_the_next_one() {
    let mut page = high(demo_world());
    let id = goal(&page).id;
    press(&mut page, Role::Button, "Change the goal…");
    press(&mut page, Role::RadioButton, "Paused");
    retype(&mut page, Role::MultilineTextInput, "What was learnt", "Mornings work.");
    press(&mut page, Role::Button, "Close the goal");
    let closed = model(&page).goals.get(id).unwrap();
    assert_eq!((closed.state, closed.learnt.as_str()), (GoalState::Paused, "Mornings work."));
    retype(&mut page, Role::TextInput, "Goal", "Learn the cello");
    press(&mut page, Role::DefaultButton, "Begin");
    assert_eq!(goal(&page).title, "Learn the cello");
}

#[test]
fn escape_leaves_the_goal_as_it_is() {
    let mut page = high(demo_world());
    press(&mut page, Role::Button, "Change the goal…");
    page.key_press(Key::Escape);
    settle(&mut page);
    assert!(page.query_by_label("Close the goal").is_none());
    assert_eq!(goal(&page).title, "Write the book");
}

#[test]
fn the_archive_can_be_read_and_a_goal_taken_up_again() {
    let mut page = high(closed_world());
    press(&mut page, Role::Button, "Read Write the book");
    let learnt = page.get_by_role_and_label(Role::MultilineTextInput, "What was learnt");
    assert_eq!(learnt.value().as_deref(), Some("Mornings work; evenings do not."));
    page.get_all_by_role_and_label(Role::Button, "Take it up again").next().unwrap().click();
    settle(&mut page);
    assert_eq!(goal(&page).title, "Write the book");
}

#[test]
fn what_was_learnt_can_still_be_written_in_the_archive() {
    let mut page = high(closed_world());
    let title = model(&page).goals.last().unwrap().title.clone();
    press(&mut page, Role::Button, &format!("Read {title}"));
    retype(&mut page, Role::MultilineTextInput, "What was learnt", "Evenings do not work");
    let learnt = |page: &Page| model(page).goals.last().unwrap().learnt.clone();
    assert_eq!(learnt(&page), "Evenings do not work");
    page.state_mut().world.act(Action::Undo);
    settle(&mut page);
    let field = page.get_by_role_and_label(Role::MultilineTextInput, "What was learnt");
    assert_ne!(field.value().unwrap_or_default(), "Evenings do not work");
}

#[test]
fn a_pledge_of_a_closed_goal_can_still_be_judged() {
    let mut page = high(closed_world());
    let title = model(&page).goals.last().unwrap().title.clone();
    press(&mut page, Role::Button, &format!("Read {title}"));
    page.get_by_label("I will read the first part aloud once");
    press(&mut page, Role::CheckBox, "Not kept");
    let open = model(&page).pledges.iter().filter(|pledge| pledge.is_open()).count();
    assert_eq!(open, 0);
}

#[test]
fn a_wish_becomes_the_goal_only_while_there_is_none() {
    let mut page = high(closed_world());
    let title = model(&page).wishes.iter().next().unwrap().title.clone();
    page.get_all_by_role_and_label(Role::Button, "Make it the goal").next().unwrap().click();
    settle(&mut page);
    assert_eq!(goal(&page).title, title);
    assert!(page.query_by_label("Make it the goal").is_none());
}

#[test]
fn plans_are_full_sentences_with_their_use_and_hit_rate() {
    let page = high(demo_world());
    page.get_by_label("If I am too tired to start, then I will open the file and write one line.");
    page.get_by_label("used 5 times · helped 3 of 4");
    page.get_by_label("used 6 times · helped 5 of 6");
    page.get_by_label("used 5 times · helped 2 of 5");
    assert!(page.query_by_label("3 of 5 did not help: change the action?").is_some());
}

#[test]
fn a_plan_is_used_judged_put_away_brought_back_and_deleted_with_undo() {
    let mut page = high(demo_world());
    let tired = model(&page).plans.iter().next().unwrap().id;
    let name = "If I am too tired to start, then I will open the file and write one line.";
    page.get_by_role_and_label(Role::CheckBox, "No").click();
    settle(&mut page);
    page.get_by_label("used 5 times · helped 3 of 5");
    page.get_all_by_role_and_label(Role::Button, "Use it now").last().unwrap().click();
    settle(&mut page);
    let usage = model(&page).plan_uses.last().unwrap();
    assert_eq!((usage.plan, usage.session), (tired, None));
    press(&mut page, Role::Button, &format!("Put away: {name}"));
    assert!(page.query_by_label(name).is_none());
    press(&mut page, Role::Button, "Show 1 put away");
    press(&mut page, Role::Button, &format!("Bring back: {name}"));
    press(&mut page, Role::Button, &format!("Delete: {name}"));
    assert_eq!(model(&page).plans.len(), 2);
    page.state_mut().world.act(Action::Undo);
    page.run();
    page.get_by_label("used 6 times · helped 3 of 5");
}

#[test]
fn plans_are_written_changed_and_read_back_in_their_sheets() {
    use crate::domain::plans::PlanAction;
    use crate::ui::commands::Command;
    let mut world = closed_world();
    world.act(Action::Goal(GoalAction::Create { title: "Learn the cello".to_owned() }));
    let mut page = high(world);
    for label in ["New plan…", "Guided…"] {
        page.get_by_role_and_label(Role::Button, label).click();
        page.run();
    }
    assert_eq!(page.state().out.commands, [Command::NewPlan, Command::GuidedPlan]);
    let [wish, outcome] = [String::new(), String::new()];
    let (obstacle, action) = ("my fingers hurt".to_owned(), "play the open strings".to_owned());
    page.state_mut().world.act(Action::Plan(PlanAction::Add { obstacle, action, wish, outcome }));
    page.state_mut().out.commands.clear();
    page.run();
    let id = model(&page).plans.last().unwrap().id;
    let sentence = "If my fingers hurt, then I will play the open strings.";
    for label in ["Not yet read back. Read it", &format!("Change the plan: {sentence}")] {
        page.get_by_role_and_label(Role::Button, label).click();
        page.run();
    }
    assert_eq!(page.state().out.commands, [Command::ReadPlan(id), Command::EditPlan(id)]);
}

#[test]
fn the_measure_says_how_it_stands_to_the_target_line_and_when_an_easier_one_holds() {
    let mut world = demo_world();
    let id = world.model.goal().unwrap().id;
    let later = chrono::NaiveDate::from_ymd_opt(2028, 12, 31);
    world.act(Action::Goal(GoalAction::Set { id, field: crate::domain::goal::GoalField::TargetDate(later) }));
    let mut page = high(world);
    for words in ["target line", "Nine days in ten lie within", "The easier line holds from 30 November."] {
        assert!(page.query_all_by_label_contains(words).next().is_some(), "{words}");
    }
    picture(&mut page, "goal-line");
}
