//! The sheets of plans as a person meets them: by role and label, by keyboard, and as pictures to look at.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::PlanSheet;
use crate::domain::goal::GoalAction;
use crate::domain::plans::{Plan, PlanAction};
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, demo};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::outbox::Outbox;
use crate::ui::testing::{Scene, Stage, World, moment, picture};

const NOW: &str = "2026-11-23T10:12:00Z";

type Page = Harness<'static, Scene<PlanSheet>>;

fn demo_world() -> World {
    let now = moment(NOW);
    World::new(demo::demo_at(now, 1), now)
}

/// A goal without plans.
fn fresh() -> World {
    let mut world = World::new(Model::default(), moment(NOW));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

/// A session of so many planned minutes runs for so many.
fn running(planned: u32, minutes: i64) -> World {
    let mut world = demo_world();
    let intention = "Answer the phone calls".to_owned();
    world.act(Action::Timer(TimerAction::Start { planned_secs: planned * 60, intention, environment: Vec::new() }));
    for _ in 0..minutes {
        let last_alive = world.now.utc;
        world.now.utc += chrono::Duration::minutes(1);
        world.act(Action::Timer(TimerAction::Tick { last_alive }));
    }
    let now = world.now;
    world.at(now);
    world
}

fn stage(world: World, open: impl FnOnce(&mut PlanSheet, &Model)) -> Stage<PlanSheet> {
    let mut sheet = PlanSheet::default();
    open(&mut sheet, &world.model);
    Stage::of(sheet, world, show)
}

fn show(sheet: &mut PlanSheet, ui: &mut egui::Ui, cx: &Cx<'_>, out: &mut Outbox) {
    sheet.ui(ui, cx, out);
}

fn model(page: &Page) -> &Model {
    &page.state().world.model
}

fn settle(page: &mut Page) {
    page.run();
    for action in std::mem::take(&mut page.state_mut().out.actions) {
        page.state_mut().world.act(action);
    }
    page.run();
}

fn press(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::Button, label).click();
    settle(page);
}

fn write(page: &mut Page, label: &str, words: &str) {
    page.get_by_role_and_label(Role::TextInput, label).focus();
    page.run();
    page.get_by_role_and_label(Role::TextInput, label).type_text(words);
    settle(page);
}

fn key(page: &mut Page, key: Key) {
    page.key_press(key);
    settle(page);
}

fn last(page: &Page) -> Option<&Plan> {
    model(page).plans.last()
}

fn plan_about(model: &Model, word: &str) -> uuid::Uuid {
    model.plans.iter().find(|plan| plan.obstacle.contains(word)).unwrap().id
}

/// Shows a sheet at the sizes of a page, light and dark.
fn picture_all(name: &str, world: fn() -> World, open: fn(&mut PlanSheet, &Model), prepare: fn(&mut Page)) {
    let save = |stage: Stage<PlanSheet>, name: String| {
        let mut page = stage.open();
        prepare(&mut page);
        picture(&mut page, &name);
    };
    save(stage(world(), open).size(1184.0, 800.0), format!("{name}-light"));
    save(stage(world(), open).size(1184.0, 800.0).dark(), format!("{name}-dark"));
    save(stage(world(), open).size(624.0, 520.0), format!("{name}-small"));
    save(stage(world(), open).size(624.0, 520.0).zoom(2.0), format!("{name}-double"));
}

#[test]
fn pictures_of_the_sheets() {
    picture_all("plans-form", fresh, |sheet, _| sheet.write(), |_| ());
    picture_all(
        "plans-form-half",
        fresh,
        |sheet, _| sheet.write(),
        |page| {
            page.get_by_label("I reach for the phone").click();
            settle(page);
        },
    );
    let edit = |sheet: &mut PlanSheet, model: &Model| sheet.edit(model, plan_about(model, "phone"));
    picture_all("plans-edit", demo_world, edit, |_| ());
    let read = |sheet: &mut PlanSheet, model: &Model| sheet.read(model, plan_about(model, "tired"));
    picture_all("plans-read", demo_world, read, |_| ());
    picture_all("plans-way-idle", demo_world, |sheet, _| sheet.in_the_way(), |_| ());
    picture_all("plans-way-running", || running(25, 6), |sheet, _| sheet.in_the_way(), |_| ());
    picture_all("plans-way-earned", || running(5, 6), |sheet, _| sheet.in_the_way(), |_| ());
    picture_all("plans-way-none", fresh, |sheet, _| sheet.in_the_way(), |_| ());
}

#[test]
fn pictures_of_the_four_steps() {
    picture_all("plans-guided-1", fresh, |sheet, _| sheet.guide(), |_| ());
    picture_all("plans-guided-2", fresh, |sheet, _| sheet.guide(), to_outcome);
    picture_all("plans-guided-3", fresh, |sheet, _| sheet.guide(), to_obstacle);
    picture_all("plans-guided-4", fresh, |sheet, _| sheet.guide(), to_plan);
}

fn to_outcome(page: &mut Page) {
    write(page, "What do you wish for?", "Write every morning this month");
    key(page, Key::Enter);
}

fn to_obstacle(page: &mut Page) {
    to_outcome(page);
    write(page, "What would be best about it?", "A second part that can be read");
    key(page, Key::Enter);
}

fn to_plan(page: &mut Page) {
    to_obstacle(page);
    write(page, "If", "if I reach for the phone");
    key(page, Key::Enter);
}

#[test]
fn a_plan_is_written_and_read_back_with_the_keyboard_alone() {
    let mut page = stage(fresh(), |sheet, _| sheet.write()).open();
    assert!(page.get_by_role_and_label(Role::TextInput, "If").is_focused());
    write(&mut page, "If", "when I am too tired,");
    key(&mut page, Key::Enter);
    assert!(page.get_by_role_and_label(Role::TextInput, "then I will").is_focused());
    write(&mut page, "then I will", "then I will write one line.");
    page.get_by_label("If I am too tired, then I will write one line.");
    key(&mut page, Key::Enter);
    assert_eq!(last(&page).map(|plan| (plan.obstacle.as_str(), plan.action.as_str(), plan.read_back)), {
        Some(("I am too tired", "write one line", None))
    });
    page.get_by_role_and_label(Role::Heading, "Read it once, slowly");
    assert!(page.get_by_role_and_label(Role::Button, "I have read it").is_focused());
    key(&mut page, Key::Enter);
    assert_eq!(last(&page).and_then(|plan| plan.read_back), Some(moment(NOW).utc));
    assert!(page.query_by_label("Read it once, slowly").is_none());
}

#[test]
fn what_is_missing_is_said_and_cannot_be_saved() {
    let mut page = stage(fresh(), |sheet, _| sheet.write()).open();
    page.get_by_label("Still to say: what is in the way, and what you will do then.");
    assert!(page.get_by_role_and_label(Role::Button, "Save the plan").accesskit_node().is_disabled());
    write(&mut page, "then I will", "write one line");
    page.get_by_label("Still to say: what is in the way.");
    key(&mut page, Key::Enter);
    assert!(page.get_by_role_and_label(Role::TextInput, "If").is_focused(), "Enter goes to what is missing");
    write(&mut page, "If", "if ");
    page.get_by_label("Still to say: what is in the way.");
    assert_eq!(last(&page), None);
}

#[test]
fn a_plan_left_unread_is_kept() {
    for leave in [Key::Escape, Key::Enter] {
        let mut page = stage(fresh(), |sheet, _| sheet.write()).open();
        page.get_by_label("I am too tired").click();
        settle(&mut page);
        page.get_by_label("do just 2 minutes").click();
        settle(&mut page);
        press(&mut page, "Save the plan");
        if leave == Key::Escape {
            key(&mut page, Key::Escape);
        } else {
            press(&mut page, "Later");
        }
        assert!(page.query_by_label("Read it once, slowly").is_none());
        let plan = last(&page).unwrap();
        assert_eq!((plan.action.as_str(), plan.read_back), ("do just 2 minutes", None));
    }
}

#[test]
fn escape_in_the_form_keeps_nothing() {
    let mut page = stage(fresh(), |sheet, _| sheet.write()).open();
    write(&mut page, "If", "I am tired");
    key(&mut page, Key::Escape);
    assert!(page.query_by_label("Save the plan").is_none());
    assert_eq!(last(&page), None);
}

#[test]
fn a_changed_sentence_is_read_back_again_and_other_words_are_not() {
    let open = |sheet: &mut PlanSheet, model: &Model| sheet.edit(model, plan_about(model, "phone"));
    let mut page = stage(demo_world(), open).open();
    let id = plan_about(model(&page), "phone");
    write(&mut page, "Best outcome", " in June");
    press(&mut page, "Save the plan");
    let plan = model(&page).plans.get(id).unwrap();
    assert!(plan.read_back.is_some() && plan.outcome.contains("in June"), "{plan:?}");
    assert!(page.query_by_label("Read it once, slowly").is_none());
    let mut page = stage(demo_world(), open).open();
    write(&mut page, "then I will", " upstairs");
    press(&mut page, "Save the plan");
    page.get_by_role_and_label(Role::Heading, "Read it once, slowly");
    assert_eq!(model(&page).plans.get(id).unwrap().read_back, None);
}

#[test]
fn four_steps_lead_to_a_plan_with_its_wish_and_outcome() {
    let mut page = stage(fresh(), |sheet, _| sheet.guide()).open();
    page.get_by_label("Step 1 of 4 · Wish");
    to_plan(&mut page);
    page.get_by_label("Step 4 of 4 · Plan");
    page.get_by_label("Wish: Write every morning this month");
    assert!(page.get_by_role_and_label(Role::TextInput, "then I will").is_focused());
    write(&mut page, "then I will", "put it in the drawer");
    key(&mut page, Key::Enter);
    page.get_by_role_and_label(Role::Heading, "Read it once, slowly");
    let plan = last(&page).unwrap();
    assert_eq!((plan.obstacle.as_str(), plan.action.as_str()), ("I reach for the phone", "put it in the drawer"));
    assert_eq!(plan.wish, "Write every morning this month");
    assert_eq!(plan.outcome, "A second part that can be read");
}

#[test]
fn a_guided_plan_goes_back_a_step_and_waits_where_it_was_left() {
    let mut page = stage(fresh(), |sheet, _| sheet.guide()).open();
    to_obstacle(&mut page);
    press(&mut page, "Back");
    let outcome = page.get_by_role_and_label(Role::TextInput, "What would be best about it?");
    assert_eq!(outcome.value().as_deref(), Some("A second part that can be read"));
    key(&mut page, Key::Escape);
    assert!(page.query_by_label_contains("Step 2 of 4").is_none());
    page.state_mut().view.guide();
    page.run();
    page.get_by_label("Step 2 of 4 · Best outcome");
    assert_eq!(last(&page), None);
}

#[test]
fn an_unanswered_step_does_not_go_on() {
    let mut page = stage(fresh(), |sheet, _| sheet.guide()).open();
    assert!(page.get_by_role_and_label(Role::Button, "Next").accesskit_node().is_disabled());
    key(&mut page, Key::Enter);
    page.get_by_label("Step 1 of 4 · Wish");
    assert!(page.get_by_role_and_label(Role::TextInput, "What do you wish for?").is_focused());
}

/// The sentences in the order in which the sheet lists them.
fn listed(page: &Page) -> Vec<String> {
    let rows = page.get_all_by(|node| node.value().is_some_and(|words| words.starts_with("If ")));
    let mut rows: Vec<(f32, String)> =
        rows.map(|node| (node.rect().top(), node.accesskit_node().value().unwrap_or_default())).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, words)| words).collect()
}

#[test]
fn the_plan_that_fits_what_is_in_the_way_stands_first_and_is_used_with_one_click() {
    let mut page = stage(running(25, 6), |sheet, _| sheet.in_the_way()).open();
    let phone = "If I reach for the phone, then I will put it in the drawer in the hall.";
    assert_eq!(listed(&page)[0], phone, "the intention speaks of the phone");
    write(&mut page, "What is it?", "so tired");
    assert!(listed(&page)[0].starts_with("If I am too tired"), "{:?}", listed(&page));
    press(&mut page, "Use this plan: If I am too tired to start, then I will open the file and write one line.");
    let usage = model(&page).plan_uses.last().unwrap();
    assert_eq!(usage.plan, plan_about(model(&page), "tired"));
    assert_eq!(usage.session, model(&page).running.as_ref().map(|running| running.id));
    assert!(page.query_by_label("What is it?").is_none());
}

#[test]
fn two_minutes_more_end_a_running_session_soon() {
    let mut page = stage(running(25, 6), |sheet, _| sheet.in_the_way()).open();
    press(&mut page, "Just 2 minutes more");
    assert_eq!(model(&page).running.as_ref().map(|running| running.planned_secs), Some(8 * 60));
    assert!(page.query_by_label("What is it?").is_none());
}

#[test]
fn two_minutes_more_take_up_a_paused_session() {
    let mut world = running(25, 6);
    world.act(Action::Timer(TimerAction::Pause));
    let mut page = stage(world, |sheet, _| sheet.in_the_way()).open();
    page.get_by_role_and_label(Role::Button, "Just 2 minutes more").click();
    page.run();
    let expected = [Action::Timer(TimerAction::Shorten { secs: 120 }), Action::Timer(TimerAction::Resume)];
    assert_eq!(page.state().out.actions, expected);
}

#[test]
fn what_the_small_version_is_depends_on_what_runs() {
    let mut page = stage(demo_world(), |sheet, _| sheet.in_the_way()).open();
    press(&mut page, "Just 2 minutes");
    assert_eq!(page.state().out.commands, [Command::StartShort]);
    let mut page = stage(running(5, 6), |sheet, _| sheet.in_the_way()).open();
    press(&mut page, "Finish");
    assert_eq!(page.state().out.commands, [Command::Finish]);
    let page = stage(running(8, 6), |sheet, _| sheet.in_the_way()).open();
    page.get_by_label("Less than two minutes are left.");
    assert!(page.query_by_label("Just 2 minutes more").is_none());
}

#[test]
fn a_plan_is_written_from_what_is_in_the_way() {
    let mut page = stage(fresh(), |sheet, _| sheet.in_the_way()).open();
    page.get_by_label("No plan yet for such moments. Writing one takes a minute.");
    write(&mut page, "What is it?", "noise");
    press(&mut page, "Write a plan…");
    assert_eq!(page.get_by_role_and_label(Role::TextInput, "If").value().as_deref(), Some("noise"));
    assert!(page.get_by_role_and_label(Role::TextInput, "then I will").is_focused());
}

#[test]
fn the_small_why_leads_to_the_evidence() {
    let mut page = stage(fresh(), |sheet, _| sheet.write()).open();
    page.get_by_label("Why: if-then plans").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::ShowEvidence(Strategy::IfThenPlans)]);
}

#[test]
fn the_sheet_goes_with_its_goal() {
    let mut page = stage(fresh(), |sheet, _| sheet.write()).open();
    page.state_mut().world.act(Action::Undo);
    page.run();
    assert!(page.query_by_label("Save the plan").is_none());
    let deleted = PlanAction::Delete { id: plan_about(&demo_world().model, "phone") };
    let mut world = demo_world();
    world.act(Action::Plan(deleted));
    let gone = plan_about(&demo_world().model, "phone");
    let page = stage(world, |sheet, model| sheet.edit(model, gone)).open();
    assert!(page.query_by_label("Save the plan").is_none());
}
