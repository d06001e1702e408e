//! The path as a person meets it on the Goal page: pictures to look at, and flows by role and label.

use chrono::Duration;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::programme::{Marked, Stage as Part, Step};
use crate::domain::session::SessionAction;
use crate::domain::target::TargetAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model};
use crate::ui::commands::{Command, GoalPart, Tab};
use crate::ui::goal::GoalTab;
use crate::ui::testing::{Scene, Stage, World, moment, picture};

type Page = Harness<'static, Scene<GoalTab>>;

/// A book begun on Monday 2 November 2026, with a session on each of some days counted from 0; it is the evening of
/// `today`.
pub(crate) fn young(days: &[i64], today: i64) -> World {
    let start = moment("2026-11-02T07:30:00Z");
    let mut world = World::new(Model::default(), start);
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    let evening = moment("2026-11-02T18:00:00Z").utc;
    for nth in days {
        world.now.utc = evening + Duration::days(*nth);
        let started = world.now.utc - Duration::hours(10);
        let focus_secs = 300 + 20 * nth;
        world.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs, note: String::new() }));
    }
    let mut now = moment("2026-11-02T18:00:00Z");
    now.utc = evening + Duration::days(today);
    world.at(now);
    world
}

/// Day 10, three days missed on the way, with what a person has filled in by then.
pub(crate) fn day_ten() -> World {
    let mut world = young(&[0, 1, 2, 4, 5, 6, 8, 10, 11, 12], 12);
    let id = world.model.goal().unwrap().id;
    let identity = GoalField::Identity("I am someone who writes".to_owned());
    world.act(Action::Goal(GoalAction::Set { id, field: identity }));
    world.act(Action::Target(TargetAction::Set { minutes: 8 }));
    world.act(Action::Programme(crate::domain::programme::ProgrammeAction::ToggleStep(Step::FindPartner)));
    world
}

fn stage(world: World) -> Stage<GoalTab> {
    Stage::of(GoalTab::default(), world, GoalTab::ui)
}

fn open(world: World) -> Page {
    stage(world).size(1184.0, 1600.0).open()
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

#[test]
fn pictures_of_the_path() {
    picture(&mut stage(young(&[], 0)).size(1184.0, 800.0).open(), "path-day-1");
    picture(&mut stage(day_ten()).size(1184.0, 800.0).open(), "path-day-10");
    picture(&mut stage(day_ten()).size(1184.0, 800.0).dark().open(), "path-day-10-dark");
    picture(&mut stage(day_ten()).size(624.0, 520.0).open(), "path-day-10-small");
    picture(&mut stage(day_ten()).size(624.0, 900.0).dark().open(), "path-day-10-small-high");
    picture(&mut stage(day_ten()).size(1344.0, 1800.0).zoom(2.0).open(), "path-day-10-zoom");
    picture(&mut stage(day_ten()).size(528.0, 1600.0).zoom(2.0).open(), "path-day-10-small-zoom");
    let forty: Vec<i64> = (0..40).collect();
    picture(&mut stage(young(&forty, 40)).size(1184.0, 800.0).open(), "path-day-40");
    picture(&mut stage(young(&forty, 40)).size(1184.0, 800.0).dark().open(), "path-day-40-dark");
    let mut page = stage(young(&[0, 1, 2, 3, 5, 6, 8], 8)).size(1184.0, 800.0).open();
    picture(&mut page, "stage-end");
    picture(&mut stage(young(&[0, 1, 2, 3, 5, 6, 8], 8)).size(624.0, 520.0).dark().open(), "stage-end-small-dark");
    press(&mut page, Role::Button, "Repeat these 7 days");
    picture(&mut page, "path-repeated");
}

#[test]
fn a_step_by_hand_is_ticked_and_the_tick_taken_back() {
    let mut page = open(young(&[0], 0));
    press(&mut page, Role::CheckBox, "Tell one person what you are working on");
    let marks = |page: &Page| page.state().world.model.programme.iter().map(|mark| mark.what).collect::<Vec<_>>();
    assert_eq!(marks(&page), [Marked::Ticked(Step::FindPartner)]);
    press(&mut page, Role::CheckBox, "Tell one person what you are working on");
    assert_eq!(marks(&page), []);
}

#[test]
fn a_step_that_ticks_itself_says_so_and_cannot_be_clicked() {
    let page = open(young(&[0], 0));
    page.get_by_role_and_label(Role::Label, "See your progress grow, done, ticked by itself");
    page.get_by_role_and_label(Role::Label, "Set what counts each day, not done yet, ticks itself");
    assert!(page.query_by_role_and_label(Role::CheckBox, "See your progress grow").is_none());
}

#[test]
fn the_path_is_told_in_a_sentence_and_planned_stands_beside_actual() {
    let page = open(day_ten());
    page.get_by_label("The path of 30 days in four stages: 10 done. Today is day 10, in Habit.");
    page.get_by_label_contains("Planned to end on 1 December, now 4 December.");
    page.get_by_label("Work a few minutes every day, not done yet, 3 of 5 days");
}

#[test]
fn another_stage_is_opened_and_closed_again() {
    let mut page = open(day_ten());
    press(&mut page, Role::Button, "Sustainability: 0 of 9 days, 0 of 5 steps");
    page.get_by_label("Plan for obstacles, not done yet, ticks itself");
    press(&mut page, Role::Button, "Sustainability: 0 of 9 days, 0 of 5 steps");
    assert!(page.query_by_label("Plan for obstacles, not done yet, ticks itself").is_none());
}

#[test]
fn a_stage_that_ended_is_repeated_or_gone_on_from_and_then_asks_no_more() {
    for (label, expected) in
        [("Go on to Habit", Marked::Began(Part::Habit)), ("Repeat these 7 days", Marked::Repeated(Part::Foundation))]
    {
        let mut page = open(young(&[0, 1, 2, 3, 5, 6, 8], 8));
        page.get_by_label("Foundation is done");
        page.get_by_label("7 in 9");
        press(&mut page, Role::Button, label);
        assert_eq!(page.state().world.model.programme.last().map(|mark| mark.what), Some(expected));
        assert!(page.query_by_label("Foundation is done").is_none());
    }
}

#[test]
fn after_day_thirty_the_path_keeps_going_and_can_still_be_read() {
    let forty: Vec<i64> = (0..40).collect();
    let mut page = open(young(&forty, 40));
    page.get_by_label("All 30 days are done");
    press(&mut page, Role::Button, "Foundation: 7 of 7 days, 2 of 5 steps");
    page.get_by_role_and_label(Role::CheckBox, "Tell one person what you are working on");
}

#[test]
fn a_link_leads_to_where_a_step_is_done() {
    let mut page = open(young(&[0], 0));
    page.get_by_role_and_label(Role::Link, "Set a measure").click();
    page.run();
    page.get_by_role_and_label(Role::Link, "Name the reward").click();
    page.run();
    let asked = [Command::EditGoal(GoalPart::Measure), Command::GoTo(Tab::Rewards)];
    assert_eq!(page.state().out.commands, asked);
}

#[test]
fn while_the_first_session_runs_no_link_would_pause_it() {
    let mut world = young(&[], 0);
    let start = TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() };
    world.act(Action::Timer(start));
    let page = open(world);
    page.get_by_label("See your progress grow, not done yet, ticks itself");
    assert!(page.query_by_label("Start a session").is_none());
}

#[test]
fn a_field_of_the_goal_gets_the_keyboard() {
    let mut page = open(young(&[0], 0));
    page.state_mut().view.focus_part(GoalPart::Identity);
    page.run();
    assert!(page.get_by_role_and_label(Role::TextInput, "Identity").is_focused());
    page.state_mut().view.focus_part(GoalPart::Measure);
    page.run();
    assert!(page.get_by_role_and_label(Role::TextInput, "Unit").is_focused());
}

#[test]
fn the_wordings_of_the_identity_stand_below_it_with_the_sessions_of_their_days_and_all_sessions_are_votes() {
    let mut world = day_ten();
    let id = world.model.goal().unwrap().id;
    let mut later = world.now;
    later.utc += Duration::days(5);
    world.at(later);
    let field = GoalField::Identity("I am a writer".to_owned());
    world.act(Action::Goal(GoalAction::Set { id, field }));
    let page = open(world);
    page.get_by_label("Since 19 November · no session yet");
    page.get_by_label("I am someone who writes");
    page.get_by_label("14 November – 18 November · 1 session");
    page.get_by_label("10 sessions, 10 votes for “I am a writer”");
}
