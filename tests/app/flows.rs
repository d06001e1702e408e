//! What a person does from the first start on: a session, its card and reward, and finding everything again.

use std::time::Duration;

use eframe::egui::{Key, Role, vec2};
use egui_kittest::kittest::Queryable;
use mainspring::cli::Launch;
use mainspring::domain::rewards::GrantState;
use mainspring::domain::session::Ended;
use mainspring::domain::settings::{ClockFace, ThemeChoice};
use mainspring::domain::timer::Phase;

use crate::desk::{Desk, Window, ctrl, fill, key, press, shows, type_text, wait_for, wait_until};
use crate::wheel::newest_row;

/// The user's own words for a reward.
const REWARD: &str = "Tea on the balcony";

/// The first session of a goal, just started by keyboard.
fn begun(desk: &Desk) -> Window {
    let mut window = desk.open();
    type_text(&mut window, "Write the book");
    key(&mut window, Key::Enter);
    window
}

/// The same, with a reward written while it runs.
fn rewarded(desk: &Desk) -> Window {
    let mut window = begun(desk);
    fill(&mut window, "Your reward", REWARD);
    key(&mut window, Key::Enter);
    window
}

#[track_caller]
fn check_clock(window: &Window, words: &str) {
    let clock = window.get_by_role(Role::Timer);
    let said = egui_kittest::kittest::NodeT::accesskit_node(&clock).label().unwrap_or_default();
    assert!(said.contains(words), "the clock says {said:?}, not {words:?}");
}

#[test]
fn from_the_first_start_typing_and_enter_run_a_session() {
    let desk = Desk::new();
    let mut window = desk.open();
    assert!(window.get_by_role_and_label(Role::TextInput, "The one thing").is_focused());
    type_text(&mut window, "Write the book");
    key(&mut window, Key::Enter);
    check_clock(&window, "5 min left of 5");
    desk.close(window);
    let model = desk.read();
    assert_eq!(model.goal().map(|goal| goal.title.as_str()), Some("Write the book"));
    assert_eq!(model.running.as_ref().map(|running| running.planned_secs), Some(300));
}

#[test]
fn an_empty_answer_starts_nothing_and_writes_nothing() {
    let desk = Desk::new();
    let mut window = desk.open();
    key(&mut window, Key::Enter);
    assert!(shows(&window, "What is the one thing?"));
    desk.close(window);
    assert!(!desk.data().exists());
}

#[test]
fn space_pauses_and_goes_on_five_minutes_are_added_and_ctrl_enter_ends() {
    let desk = Desk::new();
    let mut window = begun(&desk);
    desk.pass(&mut window, 2);
    key(&mut window, Key::Space);
    check_clock(&window, "Paused");
    desk.pass(&mut window, 30);
    key(&mut window, Key::Space);
    check_clock(&window, "3 min left of 5");
    press(&mut window, Role::Button, "+5 min");
    check_clock(&window, "8 min left of 10");
    desk.pass(&mut window, 1);
    ctrl(&mut window, Key::Enter);
    assert!(shows(&window, "3 min of focus, counted"));
    desk.close(window);
    let sessions = desk.read().sessions;
    let session = sessions.last().expect("a session");
    assert_eq!((session.focus_secs(), session.planned_secs, session.ended), (180, 600, Ended::Early));
    assert_eq!(session.intervals.len(), 2);
}

#[test]
fn a_session_under_a_minute_leaves_no_trace_unless_kept() {
    let desk = Desk::new();
    let mut window = begun(&desk);
    desk.clock.advance(Duration::from_secs(40));
    window.run();
    ctrl(&mut window, Key::Enter);
    assert!(shows(&window, "Under a minute, so it left no trace."));
    press(&mut window, Role::Button, "Keep it");
    desk.close(window);
    assert_eq!(desk.read().sessions.last().map(mainspring::domain::session::Session::focus_secs), Some(40));
}

#[test]
fn an_earned_session_has_its_reward_taken_and_its_break_ended() {
    let desk = Desk::new();
    let mut window = rewarded(&desk);
    desk.pass(&mut window, 6);
    assert!(shows(&window, "Earned"));
    check_clock(&window, "+1 min");
    ctrl(&mut window, Key::Enter);
    assert!(shows(&window, "6 min of focus, earned"));
    press(&mut window, Role::Button, "Take it now, 5 min");
    key(&mut window, Key::Escape);
    assert!(shows(&window, "Break"));
    desk.pass(&mut window, 5);
    assert!(shows(&window, "The break is over."));
    desk.close(window);
    let model = desk.read();
    let session = model.sessions.last().expect("a session");
    assert_eq!((session.focus_secs(), session.overtime_secs(), session.ended), (360, 60, Ended::Earned));
    assert_eq!(model.answers.last().map(|answer| answer.state), Some(GrantState::Claimed));
    assert!(model.reward_break.is_none());
}

#[test]
fn a_reward_waits_on_focus_after_its_card_was_closed() {
    let desk = Desk::new();
    let mut window = rewarded(&desk);
    desk.pass(&mut window, 6);
    ctrl(&mut window, Key::Enter);
    key(&mut window, Key::Escape);
    assert!(!shows(&window, "6 min of focus, earned"));
    press(&mut window, Role::Button, &format!("Take now: {REWARD}"));
    assert!(shows(&window, "Break"));
    desk.close(window);
    let model = desk.read();
    assert_eq!(model.answers.last().map(|answer| answer.state), Some(GrantState::Claimed));
    assert!(model.reward_break.is_some());
}

#[test]
fn the_card_is_opened_again_from_progress() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open_as(&Launch::default(), vec2(1280.0, 2600.0));
    ctrl(&mut window, Key::Num3);
    newest_row(&mut window);
    press(&mut window, Role::Button, "Open the card");
    fill(&mut window, "Where to go on next time", "The storm");
    key(&mut window, Key::Escape);
    desk.close(window);
    assert_eq!(desk.read().sessions.last().map(|session| session.next.clone()), Some("The storm".to_owned()));
}

#[test]
fn the_first_session_is_seen_whatever_keys_came_before_it() {
    let desk = Desk::new();
    let mut window = desk.open();
    ctrl(&mut window, Key::Num8);
    ctrl(&mut window, Key::Tab);
    type_text(&mut window, "Write the book");
    key(&mut window, Key::Enter);
    check_clock(&window, "5 min left of 5");
    desk.close(window);
}

#[test]
fn what_the_card_was_told_is_found_after_the_window_was_opened_again() {
    let desk = Desk::new();
    let mut window = begun(&desk);
    desk.pass(&mut window, 5);
    ctrl(&mut window, Key::Enter);
    fill(&mut window, "Done, line 1", "Outlined chapter 1");
    fill(&mut window, "Where to go on next time", "The harbour scene");
    for rating in ["How easy was it 4 of 5", "Energy now 3 of 5", "Motivation before 2 of 5", "Motivation after 5 of 5"]
    {
        window.get_by_label(rating).click_accesskit();
        window.run();
    }
    fill(&mut window, "Proof of who you are becoming", "Wrote though tired");
    fill(&mut window, "Note", "It was raining");
    key(&mut window, Key::Escape);
    assert!(!shows(&window, "Where to go on next time"), "Escape leaves the card");
    desk.close(window);

    let mut window = desk.open();
    assert!(shows(&window, "Go on with: The harbour scene"));
    assert!(shows(&window, "5 min in 1 session"));
    press(&mut window, Role::Button, "Go on with: The harbour scene");
    key(&mut window, Key::Escape);
    desk.close(window);
    let model = desk.read();
    let session = model.sessions.last().expect("a session");
    assert_eq!(session.done, ["Outlined chapter 1"]);
    assert_eq!((session.proof.as_str(), session.note.as_str()), ("Wrote though tired", "It was raining"));
    assert_eq!(
        (session.ease, session.energy, session.motivation_before, session.motivation_after),
        (Some(4), Some(3), Some(2), Some(5))
    );
}

/// Opens a file whose session ran 8 hours ago, answers its question, and reads what was recorded.
#[track_caller]
fn check_gap(answer: &str, seconds: i64, ended: Option<Ended>) {
    let desk = Desk::new();
    let mut window = begun(&desk);
    desk.pass(&mut window, 2);
    ctrl(&mut window, Key::S);
    desk.close(window);
    desk.clock.advance(Duration::from_hours(8));
    let mut window = desk.open();
    assert!(shows(&window, "Mainspring was not running from"), "{answer}");
    press(&mut window, Role::Button, answer);
    assert!(!shows(&window, "Mainspring was not running from"), "{answer}");
    desk.close(window);
    let model = desk.read();
    match ended {
        Some(ended) => {
            let session = model.sessions.last().expect("a session");
            assert_eq!((session.focus_secs(), session.ended), (seconds, ended), "{answer}");
        }
        None => {
            let running = model.running.as_ref().expect("a session that runs");
            let closed: i64 = running.intervals.iter().map(|one| (one.end - one.start).num_seconds()).sum();
            assert_eq!(closed, seconds, "{answer}");
            assert!(matches!(running.phase, Phase::Focusing { .. }), "{answer}");
        }
    }
}

#[test]
fn a_window_closed_in_a_session_loses_no_second_of_it() {
    let desk = Desk::new();
    let mut window = begun(&desk);
    desk.pass(&mut window, 1);
    wait_until(|| desk.data().exists());
    let before = desk.read().running;
    desk.clock.advance(Duration::from_secs(45));
    desk.close(window);
    desk.clock.advance(Duration::from_mins(3));
    let window = desk.open();
    assert!(shows(&window, "Mainspring was not running from"));
    desk.close(window);
    let model = desk.read();
    let running = model.running.as_ref().expect("the session");
    assert_eq!(Some(running.id), before.map(|running| running.id));
    assert_eq!(model.sessions.len(), 0, "it is there once");
    let kept: i64 = running.intervals.iter().map(mainspring::domain::session::Interval::secs).sum();
    assert_eq!(kept, 105);
}

#[test]
fn time_without_the_app_is_counted_up_to_the_plan_left_out_or_passed_over() {
    check_gap("Count it", 300, Some(Ended::Earned));
    check_gap("Leave it out", 120, Some(Ended::Interrupted));
    check_gap("Continue", 120, None);
}

#[test]
fn the_goal_is_written_down_in_its_fields() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    ctrl(&mut window, Key::Num2);
    fill(&mut window, "Why", "So that it is read");
    fill(&mut window, "Identity", "I am a novelist");
    ctrl(&mut window, Key::Num1);
    assert!(shows(&window, "I am a novelist"));
    desk.close(window);
    let model = desk.read();
    let goal = model.goal().expect("a goal");
    assert_eq!((goal.why.as_str(), goal.identity.as_str()), ("So that it is read", "I am a novelist"));
}

#[test]
fn a_goal_is_closed_with_its_review_and_taken_up_again() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    ctrl(&mut window, Key::Num2);
    press(&mut window, Role::Button, "Change the goal…");
    press(&mut window, Role::RadioButton, "Paused");
    fill(&mut window, "What was learnt", "Mornings work");
    press(&mut window, Role::Button, "Close the goal");
    assert!(shows(&window, "What is the one thing?"));
    ctrl(&mut window, Key::Z);
    assert!(!shows(&window, "What is the one thing?"));
    desk.close(window);
    assert!(desk.read().goal().is_some());
}

#[test]
fn settings_hold_in_the_next_window() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    ctrl(&mut window, Key::Num8);
    press(&mut window, Role::RadioButton, "Dark");
    press(&mut window, Role::RadioButton, "Seconds");
    desk.close(window);
    let settings = desk.read().settings;
    assert_eq!((settings.theme, settings.clock_face), (ThemeChoice::Dark, ClockFace::Seconds));
    let window = desk.open();
    assert_eq!(window.ctx.theme(), eframe::egui::Theme::Dark);
    desk.close(window);
}

#[test]
fn the_text_grows_by_keys() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    ctrl(&mut window, Key::Plus);
    ctrl(&mut window, Key::Plus);
    assert!((window.ctx.zoom_factor() - 1.2).abs() < 1e-6);
    ctrl(&mut window, Key::Num0);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 1e-6);
    desk.close(window);
}

#[test]
fn the_palette_does_what_a_few_letters_name() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    ctrl(&mut window, Key::K);
    type_text(&mut window, "progr");
    key(&mut window, Key::Enter);
    assert!(shows(&window, "Minutes a day"));
    assert!(window.query_by_role(Role::Dialog).is_none());
    desk.close(window);
}

#[test]
fn the_shortcut_sheet_opens_and_escape_closes_it() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    key(&mut window, Key::F1);
    assert!(window.query_by_role_and_label(Role::Dialog, "Keyboard shortcuts").is_some());
    key(&mut window, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    desk.close(window);
}

#[test]
fn without_a_desktop_the_test_notification_is_told_in_the_window() {
    let desk = Desk::with_demo(|_| {});
    let mut window = desk.open();
    ctrl(&mut window, Key::Num8);
    press(&mut window, Role::Button, "Send a test");
    wait_for(&mut window, "Your desktop shows no notifications.");
    desk.close(window);
}
