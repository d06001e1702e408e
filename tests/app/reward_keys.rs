//! Rewards by keys alone: the page, the tray, the card after a session, the badges; Tab comes to everything, and what it
//! comes to is seen.

use std::collections::BTreeSet;

use eframe::egui::accessibility::is_input;
use eframe::egui::{Key, Rect, Role, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use mainspring::domain::rewards::{GrantState, Layer, of_layer};
use mainspring::domain::settings::ThemeChoice;

use crate::desk::{Desk, SIZE, Window, ctrl, key, shows, type_text};
use crate::keys::{focused, tab_to};
use crate::screens::{Screen, themed};

/// Most places of one screen.
const MOST_PLACES: usize = 300;
/// Rounding of places to pixels, in points.
const SLACK: f32 = 1.5;

/// The names of what takes input; of a group from which one is chosen only the arrow keys reach the others.
fn places(window: &Window) -> BTreeSet<String> {
    // Below a sheet nothing takes the keyboard.
    let top = window.query_by_role(Role::Dialog).unwrap_or_else(|| window.root());
    let nodes = top.children_recursive().filter(|node| {
        let node = node.accesskit_node();
        let is_shown = !node.is_hidden() && !node.is_disabled() && node.bounding_box().is_some();
        is_shown && is_input(node.role()) && node.role() != Role::RadioButton
    });
    nodes.filter_map(|node| node.accesskit_node().label()).collect()
}

/// Where the keyboard is.
fn focused_rect(window: &Window) -> Option<Rect> {
    let root = window.root();
    let mut nodes = root.children_recursive();
    nodes.find(|node| node.accesskit_node().is_focused()).map(|node| node.rect())
}

#[track_caller]
pub fn check_tab_comes_to_everything(screen: Screen, size: Vec2) {
    let desk = Desk::new();
    let mut window = screen.open(&desk, themed(ThemeChoice::Light), size);
    let room = window.ctx.content_rect().expand(SLACK);
    let mut seen = BTreeSet::new();
    let mut wanted = places(&window);
    for _ in 0..MOST_PLACES {
        key(&mut window, Key::Tab);
        let name = focused(&window);
        let rect = focused_rect(&window).unwrap_or_else(|| panic!("{screen:?} {size}: the keyboard is nowhere"));
        assert!(room.contains_rect(rect), "{screen:?} {size}: {name:?} {rect:?} is out of sight of {room:?}");
        seen.insert(name);
        wanted.extend(places(&window));
    }
    let missed: Vec<_> = wanted.difference(&seen).collect();
    assert!(missed.is_empty(), "{screen:?} {size}: Tab never comes to {missed:?}");
}

#[test]
fn tab_comes_to_everything_on_the_page_of_rewards_and_it_is_seen() {
    for size in [vec2(720.0, 520.0), SIZE] {
        check_tab_comes_to_everything(Screen::Rewards, size);
    }
}

#[test]
fn tab_comes_to_everything_on_an_empty_page_and_among_the_badges() {
    for screen in [Screen::RewardsEmpty, Screen::Badges] {
        check_tab_comes_to_everything(screen, vec2(720.0, 520.0));
    }
}

#[test]
fn tab_comes_to_everything_in_the_tray_on_the_card_and_in_a_break() {
    for screen in [Screen::Tray, Screen::CardRewards, Screen::Break, Screen::RateBreak] {
        check_tab_comes_to_everything(screen, vec2(720.0, 520.0));
    }
}

/// Tabs to something and presses Enter.
#[track_caller]
pub fn enter(window: &mut Window, name: &str) {
    tab_to(window, name);
    key(window, Key::Enter);
}

#[test]
fn the_page_of_rewards_needs_no_mouse() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    ctrl(&mut window, Key::Num4);
    enter(&mut window, "Leave: One song with my eyes closed");
    enter(&mut window, "Take now: Fresh bread and a novel");
    enter(&mut window, "Add a reward: After a session");
    type_text(&mut window, "A stretch in the sun");
    enter(&mut window, "How long it takes: more");
    enter(&mut window, "Add");
    enter(&mut window, "Change A stretch in the sun");
    enter(&mut window, "How long it takes: more");
    enter(&mut window, "Save");
    enter(&mut window, "Delete Espresso on the balcony");
    enter(&mut window, "Swap A look at the news");
    tab_to(&mut window, "What you look forward to");
    type_text(&mut window, "A walk to the river");
    enter(&mut window, "Swap");
    enter(&mut window, "Days done: For a week: more");
    assert!(shows(&window, "5 days done in a week"));
    tab_to(&mut window, "In turn");
    key(&mut window, Key::ArrowRight);
    assert!(shows(&window, "each 1 in 3"));
    enter(&mut window, "Add your own…");
    type_text(&mut window, "The second part");
    enter(&mut window, "Add the milestone");
    assert!(shows(&window, "A reward for “The second part”"));
    type_text(&mut window, "A week by the lake");
    enter(&mut window, "Add");
    tab_to(&mut window, "How good was it: A walk by the canal 1 of 5");
    key(&mut window, Key::Num4);
    desk.close(window);

    let model = desk.read();
    let own: Vec<(&str, u16)> =
        of_layer(&model, Layer::Session).map(|reward| (reward.words.as_str(), reward.minutes)).collect();
    let expected = [("One song with my eyes closed", 5), ("A walk to the river", 5), ("A stretch in the sun", 20)];
    assert_eq!(own, expected);
    assert_eq!(model.reward_break.as_ref().map(|pause| pause.words.as_str()), Some("Fresh bread and a novel"));
    assert!(model.milestones.iter().any(|own| own.name == "The second part"));
    let newest =
        |words: &str| model.answers.iter().filter(|answer| answer.words == words).max_by_key(|one| one.answered);
    assert_eq!(newest("One song with my eyes closed").map(|answer| answer.state), Some(GrantState::Skipped));
    let rated =
        model.answers.iter().filter(|answer| answer.words == "A walk by the canal").max_by_key(|one| one.earned);
    assert_eq!(rated.and_then(|answer| answer.good), Some(4));
}

#[test]
fn the_badges_are_read_to_the_last_by_keys() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open_as(&mainspring::cli::Launch::default(), vec2(720.0, 520.0));
    ctrl(&mut window, Key::Num4);
    enter(&mut window, "See all badges");
    let room = window.ctx.content_rect();
    let last = |window: &Window| window.get_by_label("A hundred hours").rect();
    assert!(!room.contains_rect(last(&window)));
    for _ in 0..4 {
        key(&mut window, Key::PageDown);
    }
    assert!(room.contains_rect(last(&window)), "{:?}", last(&window));
    enter(&mut window, "Back to rewards");
    assert!(shows(&window, "The ladder"));
}
