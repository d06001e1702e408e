//! The method by keys alone: plans, environment, length, reminders, evidence and steps, each read back from the file.

use std::time::Duration;

use chrono::Weekday;
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use mainspring::domain::environment::{Group, ItemKind, Opens};
use mainspring::domain::nudges::Rule;
use mainspring::domain::plans::UseResult;
use mainspring::domain::programme::{Marked, Stage, Step};
use mainspring::domain::session::Ended;
use mainspring::domain::session_length::LengthChange;

use crate::desk::{Desk, Window, ctrl, key, shows, type_text, wait_for, wait_until};
use crate::keys::tab_to;
use crate::young;

/// A young goal with its first coils wound: two reminders of the environment, one plan, length and target 8 min.
fn desk(days: &str) -> Desk {
    let desk = Desk::new();
    desk.write(&young::goal(&desk, days, |_| {}));
    desk
}

/// The session of the Start button, up to its card.
fn work(desk: &Desk, window: &mut Window, minutes: u64) {
    desk.pass(window, minutes);
    ctrl(window, Key::Enter);
    assert!(shows(window, "of focus, earned"));
}

#[test]
fn a_plan_is_written_on_the_goal_page_used_in_a_session_and_said_to_have_helped() {
    let desk = desk("343");
    let mut window = desk.open();
    ctrl(&mut window, Key::Num2);
    tab_to(&mut window, "New plan…");
    key(&mut window, Key::Enter);
    type_text(&mut window, "the phone rings");
    key(&mut window, Key::Enter);
    type_text(&mut window, "let it ring until the end");
    key(&mut window, Key::Enter);
    assert!(shows(&window, "Read it once, slowly"));
    key(&mut window, Key::Enter);
    assert!(window.query_by_role(Role::Dialog).is_none());
    ctrl(&mut window, Key::Num1);
    key(&mut window, Key::Space);
    desk.pass(&mut window, 2);
    ctrl(&mut window, Key::I);
    type_text(&mut window, "phone");
    tab_to(&mut window, "Use this plan: If the phone rings, then I will let it ring until the end.");
    key(&mut window, Key::Enter);
    work(&desk, &mut window, 7);
    tab_to(&mut window, "Yes");
    key(&mut window, Key::Space);
    key(&mut window, Key::Escape);
    desk.close(window);
    let model = desk.read();
    let (plan, usage) = (model.plans.last().expect("a plan"), model.plan_uses.last().expect("a use"));
    let session = model.sessions.last().expect("a session");
    assert_eq!((plan.obstacle.as_str(), plan.action.as_str()), ("the phone rings", "let it ring until the end"));
    assert!(plan.read_back.is_some());
    assert_eq!((usage.plan, usage.session, usage.result), (plan.id, Some(session.id), UseResult::Helped));
    assert_eq!((session.focus_secs(), session.ended), (540, Ended::Earned));
}

#[test]
fn an_item_of_the_environment_is_added_ticked_on_focus_and_saved_with_its_session() {
    let desk = desk("343");
    let mut window = desk.open();
    ctrl(&mut window, Key::Num5);
    tab_to(&mut window, "Add to A supportive place");
    type_text(&mut window, "The lamp is on");
    key(&mut window, Key::Enter);
    ctrl(&mut window, Key::Num1);
    tab_to(&mut window, "The lamp is on");
    key(&mut window, Key::Space);
    tab_to(&mut window, "Start 8 min");
    key(&mut window, Key::Enter);
    work(&desk, &mut window, 8);
    key(&mut window, Key::Escape);
    desk.close(window);
    let model = desk.read();
    let item = model.environment.iter().find(|item| item.text == "The lamp is on").expect("an item");
    assert_eq!((item.group, item.kind), (Group::Place, ItemKind::EverySession));
    assert_eq!(model.sessions.last().map(|session| session.environment.clone()), Some(vec![item.id]));
}

#[test]
fn a_longer_session_on_offer_is_taken() {
    let desk = desk("445445");
    let mut window = desk.open();
    tab_to(&mut window, "Grow to 10 min");
    key(&mut window, Key::Enter);
    assert!(shows(&window, "Start 10 min") && !shows(&window, "Grow to"));
    desk.close(window);
    let model = desk.read();
    let decided = model.lengths.last().map(|length| (length.minutes, length.why));
    assert_eq!((decided, model.settings.session_minutes), (Some((10, LengthChange::Grown)), 10));
}

#[test]
fn a_reminder_is_added_and_stands_in_the_preview() {
    let desk = desk("343");
    let mut window = desk.open();
    ctrl(&mut window, Key::Num8);
    assert!(!shows(&window, "Tomorrow 08:00"));
    tab_to(&mut window, "Remind me on weekdays at 08:00");
    key(&mut window, Key::Enter);
    for day in ["Tomorrow 08:00", "Wed 25 Nov 08:00"] {
        assert!(shows(&window, day), "{day}");
    }
    desk.close(window);
    let model = desk.read();
    let weekdays = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let reminder = model.reminders.last().expect("a reminder");
    assert_eq!((reminder.minute, reminder.weekdays.clone()), (480, weekdays));
}

#[test]
fn an_evidence_card_is_opened_and_escape_closes_it() {
    let desk = desk("343");
    let mut window = desk.open();
    ctrl(&mut window, Key::Num2);
    tab_to(&mut window, "Why: if-then plans");
    key(&mut window, Key::Enter);
    assert!(window.query_by_role_and_label(Role::Dialog, "If-then plans").is_some());
    key(&mut window, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    desk.close(window);
    assert_eq!(desk.read().sessions.len(), 3);
}

#[test]
fn a_step_of_the_programme_is_ticked() {
    let desk = desk("34434344.");
    let mut window = desk.open();
    ctrl(&mut window, Key::Num2);
    tab_to(&mut window, "Tell your partner how it goes");
    key(&mut window, Key::Space);
    desk.close(window);
    let ticked = |step| desk.read().programme.iter().any(|mark| mark.what == Marked::Ticked(step));
    assert!(ticked(Step::ShareWithPartner) && !ticked(Step::AdjustFromWhatWorks));
}

#[test]
fn who_was_away_comes_back_with_two_minutes() {
    let desk = desk("33444..");
    let mut window = desk.open();
    tab_to(&mut window, "Start with 2 minutes");
    key(&mut window, Key::Enter);
    assert!(!shows(&window, "Coming back"));
    desk.pass(&mut window, 2);
    ctrl(&mut window, Key::Enter);
    assert!(shows(&window, "2 min of focus, earned"));
    desk.close(window);
    let session = desk.read().sessions.last().cloned().expect("a session");
    assert_eq!((session.planned_secs, session.focus_secs(), session.ended), (120, 120, Ended::Earned));
}

#[test]
fn advice_that_was_put_away_comes_again_after_a_week() {
    let desk = desk("33444..");
    let mut window = desk.open();
    tab_to(&mut window, "Not now");
    key(&mut window, Key::Enter);
    assert!(!shows(&window, "Coming back"));
    for (days, is_back) in [(6, false), (1, true)] {
        desk.clock.advance(Duration::from_hours(24 * days));
        window.run();
        assert_eq!(shows(&window, "Coming back"), is_back, "{days} days on");
    }
    desk.close(window);
    let model = desk.read();
    let rules: Vec<Rule> = model.dismissals.iter().map(|dismissal| dismissal.rule).collect();
    assert_eq!((rules, model.settings.silent_rules.clone()), (vec![Rule::Comeback], Vec::new()));
}

#[test]
fn a_kind_of_advice_is_turned_off_and_on_again_in_the_settings() {
    let desk = desk("33444..");
    let mut window = desk.open();
    tab_to(&mut window, "Never this kind");
    key(&mut window, Key::Enter);
    assert!(!shows(&window, "Coming back"));
    ctrl(&mut window, Key::S);
    wait_until(|| desk.read().settings.silent_rules == [Rule::Comeback]);
    ctrl(&mut window, Key::Num8);
    tab_to(&mut window, "Coming back");
    key(&mut window, Key::Space);
    ctrl(&mut window, Key::Num1);
    assert!(shows(&window, "Start with 2 minutes"));
    desk.close(window);
    assert_eq!(desk.read().settings.silent_rules, []);
}

/// From the line on Focus to the figures of a stage that ended, and one of the two answers to them.
#[track_caller]
fn check_stage_end(answer: &str, mark: Marked, told: &str) {
    let desk = desk("3344.343");
    let mut window = desk.open();
    tab_to(&mut window, "Look back at it");
    key(&mut window, Key::Enter);
    assert!(shows(&window, "7 in 8"));
    tab_to(&mut window, answer);
    key(&mut window, Key::Enter);
    assert!(!shows(&window, "Both are fine") && shows(&window, told), "{told}");
    ctrl(&mut window, Key::Num1);
    assert!(!shows(&window, "Look back at it"));
    desk.close(window);
    let marks: Vec<Marked> = desk.read().programme.iter().map(|mark| mark.what).collect();
    assert!(marks.contains(&mark), "{marks:?}");
}

#[test]
fn after_a_stage_one_goes_on() {
    check_stage_end("Go on to Habit", Marked::Began(Stage::Habit), "Habit · 0 of 5 steps");
}

#[test]
fn after_a_stage_it_is_repeated() {
    check_stage_end("Repeat these 7 days", Marked::Repeated(Stage::Foundation), "Day 8 of 37");
}

#[cfg(unix)]
#[test]
fn what_a_session_would_open_is_looked_at_and_allowed() {
    let desk = Desk::new();
    let mut model = young::goal(&desk, "343", |_| {});
    let made = desk.data().with_file_name("made");
    let arguments = vec![made.to_str().expect("a path in letters").to_owned()];
    let item = model.environment.iter().find(|item| item.text == "Phone in the hall").expect("an item").id;
    let opens = Some(Opens::Program { program: "mkdir".to_owned(), arguments });
    model.environment.update(item, |item| item.opens = opens);
    desk.write(&model);
    let mut window = desk.open();
    tab_to(&mut window, "Phone in the hall");
    key(&mut window, Key::Space);
    tab_to(&mut window, "Start 8 min");
    key(&mut window, Key::Enter);
    wait_for(&mut window, "One item asks to open…");
    tab_to(&mut window, "One item asks to open…");
    key(&mut window, Key::Enter);
    assert!(shows(&window, made.to_str().expect("a path in letters")));
    key(&mut window, Key::Escape);
    assert!(shows(&window, "One item asks to open…") && !made.exists(), "looking allows nothing");
    tab_to(&mut window, "One item asks to open…");
    key(&mut window, Key::Enter);
    tab_to(&mut window, "Allow and open");
    key(&mut window, Key::Enter);
    wait_until(|| made.exists());
    window.run();
    assert!(!shows(&window, "asks to open"));
    desk.close(window);
    assert_eq!(desk.read().running.map(|running| running.environment.clone()), Some(vec![item]));
}

#[test]
fn a_reward_is_written_taken_and_rated_with_the_keys_alone() {
    let desk = desk("343");
    let mut window = desk.open();
    ctrl(&mut window, Key::Num4);
    tab_to(&mut window, "Add a reward: For a day");
    key(&mut window, Key::Enter);
    type_text(&mut window, "The long way home");
    tab_to(&mut window, "Add");
    key(&mut window, Key::Enter);
    wait_for(&mut window, "The long way home");
    ctrl(&mut window, Key::S);
    wait_until(|| desk.read().rewards.iter().any(|reward| reward.words == "The long way home"));
    ctrl(&mut window, Key::Num1);
    key(&mut window, Key::Space);
    desk.pass(&mut window, 9);
    ctrl(&mut window, Key::Enter);
    ctrl(&mut window, Key::Num4);
    tab_to(&mut window, "Take now: The long way home");
    key(&mut window, Key::Space);
    tab_to(&mut window, "How good was it: The long way home 1 of 5");
    key(&mut window, Key::Num4);
    ctrl(&mut window, Key::S);
    wait_until(|| desk.read().answers.iter().any(|answer| answer.good == Some(4)));
}
