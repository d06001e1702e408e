//! The page as a person meets it: pictures to look at, and flows by role and label.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{EnvironmentTab, LaunchSheet};
use crate::domain::effect::Launch;
use crate::domain::environment::{EnvironmentAction, EnvironmentItem, Group, ItemField, ItemKind, Opens, in_use};
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::{Action, Model, demo};
use crate::ui::commands::{Command, Tab};
use crate::ui::evidence::Strategy;
use crate::ui::testing::{Scene, Stage, World, moment, picture};

const NOW: &str = "2026-11-23T10:12:00Z";

type Page = Harness<'static, Scene<EnvironmentTab>>;

fn demo_world() -> World {
    let now = moment(NOW);
    World::new(demo::demo_at(now, 1), now)
}

fn fresh() -> World {
    let mut world = World::new(Model::default(), moment(NOW));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

fn stage(world: World) -> Stage<EnvironmentTab> {
    Stage::of(EnvironmentTab::default(), world, EnvironmentTab::ui)
}

/// A page high enough to show everything.
fn high(world: World) -> Page {
    stage(world).size(1184.0, 1600.0).open()
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

/// The items in use of a group, in order.
fn shown(page: &Page, group: Group) -> Vec<String> {
    let model = &page.state().world.model;
    let items = in_use(model, model.goal().unwrap().id);
    items.into_iter().filter(|item| item.group == group).map(|item| item.text.clone()).collect()
}

fn item<'a>(page: &'a Page, text: &str) -> &'a EnvironmentItem {
    page.state().world.model.environment.iter().find(|item| item.text == text).unwrap()
}

/// The demo with what its draft opens.
fn with_opens(opens: Opens) -> World {
    let mut world = demo_world();
    let id = world.model.environment.iter().find(|item| item.text == "Draft open").unwrap().id;
    world.act(Action::Environment(EnvironmentAction::Set { id, field: ItemField::Opens(Some(opens)) }));
    world
}

#[test]
fn pictures_of_the_page() {
    let file = || Opens::File { path: "/home/ada/book/draft.odt".to_owned() };
    picture(&mut stage(with_opens(file())).size(1184.0, 1000.0).open(), "environment-light");
    picture(&mut stage(demo_world()).size(1184.0, 800.0).dark().open(), "environment-dark");
    picture(&mut stage(demo_world()).size(624.0, 520.0).open(), "environment-small");
    picture(&mut stage(demo_world()).size(624.0, 2000.0).open(), "environment-narrow");
    picture(&mut stage(demo_world()).size(1184.0, 1800.0).zoom(2.0).open(), "environment-double");
    picture(&mut stage(fresh()).size(1184.0, 800.0).open(), "environment-empty");
    picture(&mut stage(fresh()).size(624.0, 520.0).dark().open(), "environment-empty-small");
    let mut page = stage(demo_world()).size(1184.0, 1000.0).open();
    press(&mut page, "More for Draft open");
    picture(&mut page, "environment-menu");
    press(&mut page, "What it opens…");
    picture(&mut page, "environment-opens");
    let mut page = high(demo_world());
    press(&mut page, "Put away (1)");
    page.get_by_role_and_label(Role::TextInput, "Add to A supportive place").focus();
    page.run();
    page.get_by_role_and_label(Role::TextInput, "Add to A supportive place").type_text("Window open");
    page.run();
    picture(&mut page, "environment-away");
}

#[test]
fn a_starter_is_added_with_one_click_and_then_gone() {
    let mut page = high(fresh());
    assert!(page.query_by_label("Add Headphones within reach").is_none(), "only a few are shown");
    press(&mut page, "Add Phone in another room");
    assert_eq!(shown(&page, Group::Distractions), ["Phone in another room"]);
    assert!(page.query_by_label("Add Phone in another room").is_none());
    page.get_all_by_role_and_label(Role::Button, "More ideas").next().unwrap().click();
    settle(&mut page);
    press(&mut page, "Add Headphones within reach");
    assert_eq!(item(&page, "Headphones within reach").kind, ItemKind::SetUpOnce);
}

#[test]
fn an_own_item_is_typed_and_entered_and_the_line_stays_for_the_next() {
    let mut page = high(fresh());
    let label = "Add to Make starting easy";
    for (words, kind) in [("Draft open", None), ("Shoes by the door", Some("Set up once"))] {
        page.get_by_role_and_label(Role::TextInput, label).focus();
        page.run();
        page.get_by_role_and_label(Role::TextInput, label).type_text(words);
        page.run();
        match kind {
            None => page.key_press(Key::Enter),
            Some(kind) => {
                page.get_by_role_and_label(Role::RadioButton, kind).click();
                page.run();
                page.get_by_role_and_label(Role::Button, "Add").click();
            }
        }
        settle(&mut page);
        assert!(page.get_by_role_and_label(Role::TextInput, label).is_focused());
    }
    assert_eq!(shown(&page, Group::EasyStart), ["Draft open", "Shoes by the door"]);
    assert_eq!(item(&page, "Draft open").kind, ItemKind::EverySession);
    assert_eq!(item(&page, "Shoes by the door").kind, ItemKind::SetUpOnce);
}

#[test]
fn arrow_keys_move_an_item_through_its_group_and_into_the_next() {
    let mut page = high(demo_world());
    page.get_by_label("Move Tea, place 2 of 3").focus();
    page.run();
    let press = |page: &mut Page, modifiers: Modifiers, key: Key| {
        page.key_press_modifiers(modifiers, key);
        settle(page);
    };
    press(&mut page, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(shown(&page, Group::EasyStart)[..2], ["Tea", "Draft open"]);
    assert!(page.get_by_label("Move Tea, place 1 of 3").is_focused(), "the keyboard goes along");
    page.get_by_role_and_label(Role::Status, "Tea: place 1 in Make starting easy");
    press(&mut page, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(shown(&page, Group::Distractions).last().map(String::as_str), Some("Tea"));
    press(&mut page, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(shown(&page, Group::EasyStart)[..2], ["Tea", "Draft open"]);
    page.state_mut().world.act(Action::Undo);
    page.run();
    assert_eq!(shown(&page, Group::Distractions).last().map(String::as_str), Some("Tea"));
}

/// Drags with the pointer from one place to another.
fn drag(page: &mut Page, from: Pos2, to: Pos2) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    page.event(Event::PointerMoved(from));
    page.event(button(from, true));
    page.run();
    page.event(Event::PointerMoved(from.lerp(to, 0.5)));
    page.run();
    page.event(Event::PointerMoved(to));
    page.run();
    picture(page, "environment-drag");
    page.event(button(to, false));
    settle(page);
}

#[test]
fn a_dragged_item_lands_where_the_line_was() {
    let mut page = high(demo_world());
    let from = page.get_by_label("Move Tea, place 2 of 3").rect().center();
    let above = page.get_by_label("Move Draft open, place 1 of 3").rect().center_top();
    drag(&mut page, from, above);
    assert_eq!(shown(&page, Group::EasyStart)[..2], ["Tea", "Draft open"]);
    let from = page.get_by_label("Move Tea, place 1 of 3").rect().center();
    let below = page.get_by_label("Move Phone in the drawer, place 1 of 2").rect().center_bottom();
    drag(&mut page, from, below + eframe::egui::vec2(0.0, 60.0));
    assert_eq!(shown(&page, Group::Distractions)[1], "Tea");
}

#[test]
fn a_set_up_item_is_ticked_with_its_day() {
    let mut page = high(demo_world());
    page.get_by_role_and_label(Role::CheckBox, "The map of the island on the wall").click();
    settle(&mut page);
    assert!(item(&page, "The map of the island on the wall").set_up.is_some());
    page.get_by_label("Set up Today");
}

#[test]
fn words_are_changed_where_they_stand_and_escape_leaves_them() {
    let mut page = high(demo_world());
    press(&mut page, "Change Tea");
    page.run();
    page.key_press_modifiers(Modifiers::COMMAND, Key::A);
    page.get_by_role_and_label(Role::TextInput, "What it says").type_text("Green tea");
    page.run();
    page.key_press(Key::Enter);
    settle(&mut page);
    assert_eq!(shown(&page, Group::EasyStart)[1], "Green tea");
    press(&mut page, "Change Green tea");
    page.get_by_role_and_label(Role::TextInput, "What it says").type_text("no");
    page.run();
    page.key_press(Key::Escape);
    settle(&mut page);
    assert_eq!(shown(&page, Group::EasyStart)[1], "Green tea");
}

#[test]
fn an_item_changes_its_kind_is_put_away_brought_back_and_deleted() {
    let mut page = high(demo_world());
    press(&mut page, "More for Tea");
    press(&mut page, "Set up only once");
    assert_eq!(item(&page, "Tea").kind, ItemKind::SetUpOnce);
    press(&mut page, "More for Tea");
    press(&mut page, "Put away");
    assert!(!shown(&page, Group::EasyStart).contains(&"Tea".to_owned()));
    press(&mut page, "Put away (2)");
    press(&mut page, "Bring back Tea");
    assert_eq!(shown(&page, Group::EasyStart).last().map(String::as_str), Some("Tea"));
    press(&mut page, "Delete Wi-Fi off");
    assert!(page.query_by_label_contains("Put away (").is_none());
    press(&mut page, "More for Tea");
    press(&mut page, "Delete");
    assert_eq!(shown(&page, Group::EasyStart).len(), 2);
    page.state_mut().world.act(Action::Undo);
    page.run();
    assert_eq!(shown(&page, Group::EasyStart).len(), 3);
}

#[test]
fn a_program_is_named_with_one_argument_a_line() {
    let mut page = high(demo_world());
    press(&mut page, "More for Draft open");
    press(&mut page, "What it opens…");
    page.get_by_role_and_label(Role::RadioButton, "Program").click();
    page.run();
    page.get_by_role_and_label(Role::TextInput, "Program").focus();
    page.run();
    page.get_by_role_and_label(Role::TextInput, "Program").type_text("code");
    page.run();
    page.get_by_role_and_label(Role::MultilineTextInput, "Arguments").focus();
    page.run();
    page.get_by_role_and_label(Role::MultilineTextInput, "Arguments").type_text("--new-window\na b.md");
    page.run();
    picture(&mut page, "environment-opens-program");
    press(&mut page, "Save");
    let arguments = vec!["--new-window".to_owned(), "a b.md".to_owned()];
    assert_eq!(item(&page, "Draft open").opens, Some(Opens::Program { program: "code".to_owned(), arguments }));
    page.get_by_label("Every session · opens code");
    press(&mut page, "More for Draft open");
    press(&mut page, "What it opens…");
    press(&mut page, "Open nothing");
    assert_eq!(item(&page, "Draft open").opens, None);
}

#[test]
fn a_path_is_chosen_or_typed_in_full() {
    let mut page = high(demo_world());
    press(&mut page, "More for Draft open");
    press(&mut page, "What it opens…");
    page.get_by_role_and_label(Role::TextInput, "Path").focus();
    page.run();
    page.get_by_role_and_label(Role::TextInput, "Path").type_text("draft.odt");
    page.run();
    page.get_by_label("Type the full path, such as /home/ada/book.odt");
    page.get_by_role_and_label(Role::Button, "Choose a file…").click();
    page.run();
    assert_eq!(std::mem::take(&mut page.state_mut().out.commands), [Command::PickFile]);
    let path = std::env::temp_dir().join("draft.odt");
    page.state_mut().view.take_picked(&path);
    page.run();
    press(&mut page, "Save");
    let path = path.to_string_lossy().into_owned();
    assert_eq!(item(&page, "Draft open").opens, Some(Opens::File { path }));
}

#[test]
fn why_opens_the_evidence() {
    let mut page = high(fresh());
    page.get_by_label("Why: a place that helps").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::ShowEvidence(Strategy::Environment)]);
}

#[test]
fn without_a_goal_the_page_leads_to_one() {
    let mut world = fresh();
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Dropped, learnt: String::new() }));
    let mut page = high(world);
    picture(&mut page, "environment-no-goal");
    page.get_by_label("Go to Goal").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::GoTo(Tab::Goal)]);
}

#[test]
fn what_went_with_an_item_is_told_with_its_days() {
    let page = high(demo_world());
    assert!(page.query_all_by_label_contains("Pattern in your log").count() >= 1);
    assert!(page.query_all_by_label_contains("looked at once a week").count() == 1);
    let mut page = high(fresh());
    press(&mut page, "Add Phone in another room");
    page.get_by_label("So far 0 days with it, 0 without; compared from 8 of each on.");
}

#[test]
fn what_a_session_would_open_is_shown_exactly_before_it_is_allowed() {
    let launch = |name: &str, opens| Launch { name: name.to_owned(), opens };
    let arguments = vec!["--new-window".to_owned(), "/home/ada/book".to_owned()];
    let program = Opens::Program { program: "/usr/bin/code".to_owned(), arguments };
    let file = Opens::File { path: "/home/ada/photo\u{202e}gpj.sh".to_owned() };
    let mut sheet = LaunchSheet::default();
    sheet.open();
    sheet.wait(vec![launch("Draft open", program), launch("Map", file)]);
    sheet.open();
    let mut page = Stage::of(sheet, demo_world(), LaunchSheet::ui).size(1184.0, 800.0).open();
    page.run();
    picture(&mut page, "environment-allow");
    for words in ["/usr/bin/code", "--new-window", "/home/ada/book", "/home/ada/photo\\u{202e}gpj.sh"] {
        page.get_by_label(words);
    }
    page.get_by_label("Allow and open").click();
    page.run();
    assert_eq!(page.state().out.commands, [Command::AllowLaunches]);
    assert_eq!(page.state_mut().view.take().len(), 2);
    page.run();
    assert!(page.query_by_label("Allow and open").is_none());
}

#[test]
fn not_now_asks_again_another_time() {
    let mut sheet = LaunchSheet::default();
    sheet.wait(vec![Launch { name: "Draft".to_owned(), opens: Opens::File { path: "/a".to_owned() } }]);
    sheet.open();
    let mut page = Stage::of(sheet, demo_world(), LaunchSheet::ui).size(624.0, 520.0).dark().open();
    page.run();
    picture(&mut page, "environment-allow-small");
    page.get_by_label("Not now").click();
    page.run();
    page.run();
    assert!(page.query_by_label("Not now").is_none() && page.state().out.commands.is_empty());
    assert_eq!(page.state().view.waiting(), 0, "it is answered");
}
