//! The main flow by keys alone: nothing here presses, clicks, or puts the keyboard anywhere but with Tab.

use std::time::Duration;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use mainspring::domain::rewards::GrantState;
use mainspring::domain::session::Ended;
use mainspring::domain::timer::Phase;

use crate::desk::{Desk, Window, ctrl, key, shows, type_text};

/// Most presses of Tab from one thing to the next.
const MOST_TABS: usize = 160;

/// The name of what the keyboard is on.
pub fn focused(window: &Window) -> String {
    let nodes = window.root().children_recursive();
    let focused =
        nodes.filter(|node| node.accesskit_node().is_focused()).find_map(|node| node.accesskit_node().label());
    focused.unwrap_or_default()
}

/// Presses Tab until the keyboard is on something of this name.
#[track_caller]
pub fn tab_to(window: &mut Window, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..MOST_TABS {
        if focused(window) == name {
            return;
        }
        key(window, Key::Tab);
        seen.push(focused(window));
    }
    panic!("Tab never comes to {name:?}, only to {seen:?}");
}

#[test]
fn a_goal_its_session_reward_and_card_need_no_mouse() {
    let desk = Desk::new();
    let mut window = desk.open();
    type_text(&mut window, "Write the book");
    key(&mut window, Key::Enter);
    tab_to(&mut window, "Your reward");
    type_text(&mut window, "Tea on the balcony");
    key(&mut window, Key::Enter);
    desk.pass(&mut window, 6);
    ctrl(&mut window, Key::Enter);
    assert!(shows(&window, "6 min of focus, earned"));
    tab_to(&mut window, "Take it now, 5 min");
    key(&mut window, Key::Enter);
    assert!(shows(&window, "Break"));
    tab_to(&mut window, "Done, line 1");
    type_text(&mut window, "Outlined chapter 1");
    key(&mut window, Key::Enter);
    type_text(&mut window, "Named the harbour");
    tab_to(&mut window, "Where to go on next time");
    type_text(&mut window, "The harbour scene");
    tab_to(&mut window, "How easy was it 1 of 5");
    for _ in 0..3 {
        key(&mut window, Key::ArrowRight);
    }
    assert_eq!(focused(&window), "How easy was it 4 of 5");
    tab_to(&mut window, "Energy now 1 of 5");
    key(&mut window, Key::Space);
    tab_to(&mut window, "Proof of who you are becoming");
    type_text(&mut window, "Wrote though tired");
    tab_to(&mut window, "Note");
    type_text(&mut window, "It was raining");
    key(&mut window, Key::Escape);
    assert!(!shows(&window, "Where to go on next time"), "Escape leaves the card");
    desk.close(window);
    let model = desk.read();
    let session = model.sessions.last().expect("a session");
    assert_eq!(model.answers.last().map(|answer| answer.state), Some(GrantState::Claimed));
    assert_eq!(session.done, ["Outlined chapter 1", "Named the harbour"]);
    assert_eq!(session.next, "The harbour scene");
    assert_eq!((session.ease, session.energy, session.motivation_before), (Some(4), Some(1), None));
    assert_eq!((session.proof.as_str(), session.note.as_str()), ("Wrote though tired", "It was raining"));
}

#[test]
fn the_question_after_a_gap_is_answered_by_keys() {
    let desk = Desk::new();
    let mut window = desk.open();
    type_text(&mut window, "Write the book");
    key(&mut window, Key::Enter);
    desk.pass(&mut window, 2);
    ctrl(&mut window, Key::S);
    desk.close(window);
    desk.clock.advance(Duration::from_hours(8));
    let mut window = desk.open();
    assert!(shows(&window, "Mainspring was not running from"));
    key(&mut window, Key::Space);
    assert!(shows(&window, "Mainspring was not running from"), "Space answers nothing by chance");
    tab_to(&mut window, "Leave it out");
    key(&mut window, Key::Enter);
    assert!(!shows(&window, "Mainspring was not running from"));
    desk.close(window);
    let session = desk.read().sessions.last().cloned().expect("a session");
    assert_eq!((session.focus_secs(), session.ended), (120, Ended::Interrupted));
}

#[test]
fn a_reward_in_overtime_is_taken_and_a_pause_made_by_keys() {
    let desk = Desk::new();
    let mut window = desk.open();
    type_text(&mut window, "Write the book");
    key(&mut window, Key::Enter);
    tab_to(&mut window, "Your reward");
    type_text(&mut window, "Tea on the balcony");
    key(&mut window, Key::Enter);
    desk.pass(&mut window, 1);
    key(&mut window, Key::Space);
    desk.pass(&mut window, 1);
    key(&mut window, Key::Space);
    desk.pass(&mut window, 5);
    tab_to(&mut window, "Take it now");
    key(&mut window, Key::Space);
    assert!(shows(&window, "Break"));
    key(&mut window, Key::Escape);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    window.run();
    assert!(shows(&window, "Minutes a day"));
    desk.close(window);
    let model = desk.read();
    assert_eq!(model.answers.last().map(|answer| answer.state), Some(GrantState::Claimed));
    assert!(!matches!(model.running.as_ref().map(|running| &running.phase), Some(Phase::Paused)));
}
