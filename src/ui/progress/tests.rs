//! The page as a person meets it: pictures to look at, and flows by role and label.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::ProgressTab;
use super::range::{Range, Span};
use crate::domain::goal::GoalAction;
use crate::domain::session::{ClockState, SessionAction, SessionField};
use crate::domain::{Action, Model, demo};
use crate::ui::commands::{Command, Tab};
use crate::ui::testing::{Scene, Stage, World, moment, picture};

const NOW: &str = "2026-11-23T10:12:00Z";

type Page = Harness<'static, Scene<ProgressTab>>;

fn demo_world() -> World {
    let now = moment(NOW);
    World::new(demo::demo_at(now, 1), now)
}

/// A goal that began with the first of so many sessions, one a day up to today.
pub(super) fn young_world(sessions: i64) -> World {
    let mut world = World::new(Model::default(), moment("2026-11-18T06:00:00Z"));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world.at(moment(NOW));
    for nth in (0..sessions).rev() {
        let started = moment(NOW).utc - chrono::Duration::minutes(1440 * nth + 30);
        let note = String::new();
        world.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: 300 + 60 * nth, note }));
    }
    world
}

fn stage(world: World) -> Stage<ProgressTab> {
    Stage::of(ProgressTab::default(), world, ProgressTab::ui)
}

fn set(world: World, span: Span) -> Stage<ProgressTab> {
    let mut tab = ProgressTab::default();
    tab.range = Range { span, back: 0 };
    Stage::of(tab, world, ProgressTab::ui)
}

/// A page high enough to show everything.
fn high(world: World) -> Page {
    stage(world).size(1184.0, 2400.0).open()
}

fn press(page: &mut Page, role: Role, label: &str) {
    page.get_by_role_and_label(role, label).click();
    page.run();
    page.state_mut().carry_out();
    page.run();
}

fn retype(page: &mut Page, label: &str, words: &str) {
    page.get_by_role_and_label(Role::TextInput, label).focus();
    page.run();
    page.key_press_modifiers(Modifiers::COMMAND, Key::A);
    page.get_by_role_and_label(Role::TextInput, label).type_text(words);
    page.run();
    page.state_mut().carry_out();
    page.run();
}

/// The newest row: today's session.
fn open_today(page: &mut Page) {
    let rows: Vec<_> = page.get_all_by_role(Role::Button).collect();
    let today = rows.iter().find(|row| row.accesskit_node().label().is_some_and(|name| name.starts_with("08:")));
    today.unwrap().click();
    page.run();
}

#[test]
fn pictures_of_a_year() {
    picture(&mut stage(demo_world()).size(1184.0, 800.0).open(), "progress-light");
    picture(&mut set(demo_world(), Span::Month).size(1184.0, 800.0).dark().open(), "progress-dark");
    picture(&mut stage(demo_world()).size(624.0, 2000.0).open(), "progress-narrow");
    picture(&mut set(demo_world(), Span::Year).size(1344.0, 900.0).open(), "progress-1440");
    picture(&mut set(demo_world(), Span::All).size(1344.0, 900.0).open(), "progress-all");
    picture(&mut set(demo_world(), Span::Week).size(1184.0, 2600.0).zoom(2.0).open(), "progress-zoom");
    picture(&mut stage(demo_world()).size(624.0, 3000.0).zoom(2.0).open(), "progress-narrow-zoom");
}

#[test]
fn pictures_of_a_beginning() {
    let nobody = World::new(Model::default(), moment(NOW));
    picture(&mut stage(nobody).size(1184.0, 800.0).open(), "progress-no-goal");
    for sessions in [0, 1, 5] {
        let mut page = stage(young_world(sessions)).size(1184.0, 1000.0).open();
        picture(&mut page, &format!("progress-{sessions}"));
    }
}

#[test]
fn pictures_of_the_sheets_and_tables() {
    let mut page = high(demo_world());
    press(&mut page, Role::Button, "Minutes a day: table");
    press(&mut page, Role::Button, "Strength: table");
    press(&mut page, Role::Button, "This year: table");
    picture(&mut page, "progress-tables");
    let mut page = stage(demo_world()).size(1184.0, 900.0).open();
    page.state_mut().view.open_add();
    page.run();
    picture(&mut page, "progress-add");
    let mut page = high(demo_world());
    open_today(&mut page);
    picture(&mut page, "progress-edit");
}

#[test]
fn the_range_says_which_days_it_shows() {
    let mut page = high(demo_world());
    page.get_by_label("Sun 25 Oct – today");
    press(&mut page, Role::RadioButton, "Month");
    page.get_by_label("November 2026");
    press(&mut page, Role::Button, "Earlier");
    page.get_by_label("October 2026");
    press(&mut page, Role::Button, "Later");
    press(&mut page, Role::RadioButton, "Year");
    page.get_by_label("2026");
    press(&mut page, Role::RadioButton, "All");
    page.get_by_label("since 24 November 2025");
}

#[test]
fn every_chart_can_be_read_as_a_table_and_back() {
    let mut page = high(demo_world());
    for chart in ["Minutes a day", "Strength", "This year"] {
        assert!(page.query_by_label("Day").is_none());
        press(&mut page, Role::Button, &format!("{chart}: table"));
        page.get_by_label("Day");
        press(&mut page, Role::Button, &format!("{chart}: chart"));
    }
}

#[test]
fn a_past_session_is_added_and_appears_in_the_list() {
    let mut page = high(demo_world());
    let before = page.state().world.model.sessions.len();
    press(&mut page, Role::Button, "Add past session…");
    retype(&mut page, "Date", "22 Nov");
    retype(&mut page, "Start", "21:15");
    press(&mut page, Role::Button, "Add session");
    let added = page
        .state()
        .world
        .model
        .sessions
        .iter()
        .rev()
        .find(|session| session.started == moment("2026-11-22T21:15:00Z").utc);
    assert!(added.is_some());
    assert_eq!(page.state().world.model.sessions.len(), before + 1);
    assert!(page.query_by_label("Add session").is_none());
}

#[test]
fn a_session_that_overlaps_or_lies_ahead_is_refused_beside_the_form() {
    let mut page = high(demo_world());
    press(&mut page, Role::Button, "Add past session…");
    retype(&mut page, "Start", "08:12");
    page.get_by_label_contains("It overlaps the session of Mon 23 Nov, 08:");
    retype(&mut page, "Start", "23:00");
    page.get_by_label("This would lie in the future.");
    retype(&mut page, "Start", "soon");
    page.get_by_label("As 09:30");
    page.get_by_role_and_label(Role::Button, "Add session").click();
    page.run();
    assert_eq!(page.state().out.actions, []);
}

#[test]
fn fields_of_a_session_are_saved_as_they_are_typed() {
    let mut page = high(demo_world());
    open_today(&mut page);
    retype(&mut page, "Intention", "Chapter 4");
    retype(&mut page, "Where to go on", "The storm");
    let session = page.state().world.model.sessions.last().unwrap();
    assert_eq!((session.intention.as_str(), session.next.as_str()), ("Chapter 4", "The storm"));
}

#[test]
fn the_card_of_a_session_is_opened_from_its_sheet() {
    let mut page = high(demo_world());
    open_today(&mut page);
    let id = page.state().world.model.sessions.last().unwrap().id;
    page.get_by_role_and_label(Role::Button, "Open the card").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::OpenCard(id)]);
    assert!(page.query_by_role(Role::Dialog).is_none());
}

#[test]
fn times_are_saved_only_when_asked_and_keep_their_seconds() {
    let mut page = high(demo_world());
    let before = page.state().world.model.sessions.last().unwrap().clone();
    open_today(&mut page);
    retype(&mut page, "Start", "07:30");
    assert_eq!(page.state().world.model.sessions.last(), Some(&before));
    press(&mut page, Role::Button, "Save times");
    let after = page.state().world.model.sessions.last().unwrap();
    assert_eq!(after.started, moment("2026-11-23T07:30:00Z").utc);
    assert_eq!(after.focus_secs(), before.focus_secs());
}

#[test]
fn a_session_is_split_in_two() {
    let mut page = high(demo_world());
    let before: i64 = page.state().world.model.sessions.iter().map(crate::domain::session::Session::focus_secs).sum();
    let count = page.state().world.model.sessions.len();
    open_today(&mut page);
    press(&mut page, Role::Button, "Split");
    let sessions = &page.state().world.model.sessions;
    assert_eq!(sessions.len(), count + 1);
    assert_eq!(sessions.iter().map(crate::domain::session::Session::focus_secs).sum::<i64>(), before);
}

#[test]
fn deleting_says_what_it_changes_and_asks_nothing() {
    let mut page = high(demo_world());
    let count = page.state().world.model.sessions.len();
    open_today(&mut page);
    page.get_by_label_contains(" leave the spring.");
    press(&mut page, Role::Button, "Delete session");
    assert_eq!(page.state().world.model.sessions.len(), count - 1);
    assert!(page.query_by_label("Delete session").is_none());
}

#[test]
fn arrows_walk_through_the_year_and_enter_shows_the_day() {
    let mut page = high(demo_world());
    let today = page.get_by_label_contains("Mon 23 Nov: ");
    today.focus();
    page.run();
    page.key_press(Key::ArrowUp);
    page.run();
    page.key_press(Key::ArrowLeft);
    page.run();
    page.key_press(Key::ArrowDown);
    page.run();
    let told: Vec<_> = page.get_all_by_label_contains("Mon 16 Nov: ").collect();
    assert_eq!(told.len(), 2, "the cell and the sentence below the year");
    assert!(told.iter().any(egui_kittest::Node::is_focused));
    page.key_press(Key::ArrowDown);
    page.run();
    page.key_press(Key::Enter);
    page.run();
    page.get_by_role_and_label(Role::CheckBox, "Tue 17 Nov");
}

#[test]
fn the_list_can_be_narrowed_to_a_day_and_widened_again() {
    let mut page = high(demo_world());
    let day = moment("2026-11-17T12:00:00Z").today(0);
    page.state_mut().view.show_day(day);
    page.run();
    press(&mut page, Role::CheckBox, "Tue 17 Nov");
    assert!(page.query_by_role_and_label(Role::CheckBox, "Tue 17 Nov").is_none());
}

#[test]
fn without_a_goal_the_page_leads_to_choosing_one() {
    let mut page = high(World::new(Model::default(), moment(NOW)));
    page.get_by_role_and_label(Role::Button, "Choose a goal").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::GoTo(Tab::Goal)]);
}

#[test]
fn before_the_first_session_the_page_says_what_will_appear() {
    let mut page = high(young_world(0));
    page.get_by_label("Your progress begins with one session");
    press(&mut page, Role::Button, "Add past session…");
    page.get_by_role_and_label(Role::Button, "Add session");
}

#[test]
fn the_first_day_is_told_only_of_the_first_day() {
    let first = high(young_world(1));
    assert!(first.query_all_by_label("Your first day here; each day you work adds a bar.").next().is_some());
    let mut old = young_world(1);
    let started = moment(NOW).utc - chrono::Duration::days(200);
    let note = String::new();
    old.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: 300, note }));
    let old = high(old);
    assert!(old.query_all_by_label("1 day of work here; from the fifth on the middle day is named.").next().is_some());
}

#[test]
fn a_row_says_all_that_stands_in_it_with_its_marks() {
    let mut world = young_world(1);
    let id = world.model.sessions.last().unwrap().id;
    for field in [SessionField::Note("Rain".to_owned()), SessionField::Proof("Wrote though tired".to_owned())] {
        world.act(Action::Session(SessionAction::Set { id, field }));
    }
    world.model.sessions.update(id, |session| session.clock = ClockState::Adjusted);
    let page = high(world);
    let name = "09:42, 5 min, Rain, added later, with a note, with a proof, the clock was set back meanwhile";
    assert!(page.query_by_role_and_label(Role::Button, name).is_some());
    let page = high(young_world(1));
    assert!(page.query_by_role_and_label(Role::Button, "09:42, 5 min, No note, added later").is_some());
}

#[test]
fn only_the_sessions_in_sight_are_built() {
    let now = moment(NOW);
    let world = World::new(demo::demo_sized(20_000, now.today(4), 1), now);
    let mut page = stage(world).size(1184.0, 900.0).open();
    page.state_mut().view.show_day(now.today(4));
    page.run();
    let rows = page
        .get_all_by_role(Role::Button)
        .filter(|row| row.accesskit_node().label().is_some_and(|name| name.as_bytes().get(2) == Some(&b':')));
    assert!(rows.count() < 40);
}
