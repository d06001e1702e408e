//! The one card of advice: which topic comes first, and that each of its ways does what it says.

use super::*;
use crate::domain::nudges::{NudgeAction, Rule};
use crate::domain::programme::{ProgrammeAction, Step};
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::settings::SettingsAction;
use crate::ui::programme::tests::young;

/// A young goal lived through: a digit is a day with an easy or hard session, `.` a missed one, `e` an early end.
fn lived(days: &str) -> World {
    let mut world = World::new(Model::default(), moment("2026-11-02T08:00:00Z"));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)));
    for letter in days.chars() {
        world.now.utc += Duration::days(1);
        if let Some(ease) = letter.to_digit(10) {
            let (started, note) = (world.now.utc - Duration::minutes(10), String::new());
            world.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: 300, note }));
            let id = world.model.sessions.last().unwrap().id;
            let field = SessionField::Ease(Some(ease as u8));
            world.act(Action::Session(SessionAction::Set { id, field }));
        }
    }
    let now = world.now;
    world.at(now);
    world
}

fn easy() -> World {
    let mut world = lived("55555");
    world.model.settings.session_minutes = 8;
    let now = world.now;
    world.at(now);
    world
}

fn hard() -> World {
    let mut world = lived("33222");
    world.model.settings.session_minutes = 10;
    let now = world.now;
    world.at(now);
    world
}

fn missed() -> World {
    lived("333...")
}

fn unreachable() -> World {
    // Three days into a stage, when the end of the last one is no longer told.
    let mut world = lived("33333333333333333");
    world.act(Action::Target(TargetAction::Set { minutes: 40 }));
    world
}

/// Clicks a button of the card and gives back what was asked for.
fn press(world: World, label: &str) -> Outbox {
    let mut stage = open(world);
    stage.get_by_label(label).click();
    stage.run();
    std::mem::take(&mut stage.state_mut().out)
}

#[track_caller]
fn check_asks(world: World, label: &str, action: Action) {
    assert_eq!(press(world, label).actions, [action], "{label}");
}

#[test]
fn pictures_of_advice() {
    picture_all("advice-grow", easy);
    picture_all("advice-ease", hard);
    picture_all("advice-comeback", missed);
    picture_all("advice-target", unreachable);
    picture_all("advice-energy", tired);
    for (name, world, act) in [("advice-energy-below", tired(), "Not now"), ("advice-grow-below", easy(), "Keep")] {
        let mut stage = Stage::of(Window::default(), world, Window::ui).size(720.0, 520.0).open();
        stage.get_by_label_contains(act).scroll_to_me();
        stage.run();
        picture(&mut stage, name);
    }
}

/// More minutes and less energy than before.
fn tired() -> World {
    let mut world = lived("4444444444444444444444444444");
    let ids: Vec<_> = world.model.sessions.iter().map(|session| session.id).collect();
    for (nth, id) in ids.into_iter().enumerate() {
        let energy = SessionField::Energy(Some(if nth < 14 { 4 } else { 2 }));
        world.act(Action::Session(SessionAction::Set { id, field: energy }));
        if nth >= 14 {
            world.model.sessions.update(id, |session| session.intervals[0].end += Duration::minutes(4));
        }
    }
    let settings = crate::domain::settings::LengthMode::Fixed;
    world.model.settings.length_mode = settings;
    let now = world.now;
    world.at(now);
    world
}

#[test]
fn growth_is_taken_or_kept_with_one_click() {
    let decide = |minutes, why| Action::Length(LengthAction::Decide { minutes, why });
    assert!(open(easy()).query_by_label("Sessions have felt easy. Try 10 minutes?").is_some());
    check_asks(easy(), "Grow to 10 min", decide(10, LengthChange::Grown));
    check_asks(easy(), "Keep 8 min", decide(8, LengthChange::Kept));
    let mut stage = open(easy());
    stage.get_by_label("Grow to 10 min").click();
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    assert!(stage.query_by_label("Start 10 min").is_some() && stage.query_by_label("Keep 10 min").is_none());
}

#[test]
fn a_step_down_is_offered_kindly() {
    assert!(open(hard()).query_by_label("Let us make it easier: 7 minutes.").is_some());
    let eased = LengthAction::Decide { minutes: 7, why: LengthChange::Eased };
    check_asks(hard(), "Take 7 min", Action::Length(eased));
}

#[test]
fn coming_back_comes_before_the_length() {
    let mut world = lived("22222..");
    world.model.settings.session_minutes = 10;
    let now = world.now;
    world.at(now);
    let stage = open(world);
    assert!(stage.query_by_label("Yesterday had no session. Two minutes today keep it at one.").is_some());
    assert!(stage.query_by_label("Take 7 min").is_none());
}

#[test]
fn a_nudge_is_followed_put_away_or_turned_off() {
    assert_eq!(press(missed(), "Start with 2 minutes").commands, [Command::StartShort]);
    check_asks(missed(), "Not now", Action::Nudge(NudgeAction::Dismiss(Rule::Comeback)));
    let mut settings = missed().model.settings.clone();
    settings.silent_rules = vec![Rule::Comeback];
    check_asks(missed(), "Never this kind", Action::Settings(SettingsAction::Set(settings)));
    for label in ["Not now", "Never this kind"] {
        let mut stage = open(missed());
        stage.get_by_label(label).click();
        stage.run();
        stage.state_mut().carry_out();
        stage.run();
        assert!(stage.query_by_label(label).is_none());
    }
}

#[test]
fn a_target_within_reach_is_one_click() {
    let world = unreachable();
    let sentence =
        "The target is 40 min a day, and the last 14 days had 5 min a day. An easier one holds from 26 November.";
    assert!(open(unreachable()).query_by_label(sentence).is_some());
    check_asks(world, "Set 5 min a day", Action::Target(TargetAction::Set { minutes: 5 }));
}

#[test]
fn rising_minutes_and_falling_energy_are_told_with_their_numbers() {
    let sentence = "Minutes rose from 70 to 126 in 14 days, while energy fell from 4 (n = 14) to 2 (n = 14).";
    assert!(open(tired()).query_by_label(sentence).is_some());
}

#[test]
fn a_nudge_that_only_shows_something_is_put_away_by_looking() {
    let mut world = lived("333");
    for title in ["Learn Polish", "Run", "Paint"] {
        world.act(Action::Wish(WishAction::Add { title: title.to_owned() }));
    }
    let asked = press(world, "See the waiting room");
    assert_eq!(asked.commands, [Command::GoTo(Tab::Goal)]);
    assert_eq!(asked.actions, [Action::Nudge(NudgeAction::Dismiss(Rule::TooManyGoals))]);
}

#[test]
fn while_a_session_runs_nothing_is_advised() {
    let mut world = missed();
    start(&mut world);
    assert!(open(world).query_by_label("Never this kind").is_none());
}

/// The one way on of the card is in sight without scrolling, in the smallest window and with text twice as large, and so is
/// the main button.
#[track_caller]
fn check_in_sight(world: fn() -> World, act: &str) {
    for (width, height, zoom) in [(720.0, 520.0, 1.0), (1440.0, 900.0, 2.0), (1280.0, 800.0, 1.0)] {
        let stage = Stage::of(Window::default(), world(), Window::ui).size(width, height).zoom(zoom).open();
        let [act, start] =
            [stage.get_by_label(act), stage.get_by_role(egui::Role::DefaultButton)].map(|node| node.rect());
        let bottom = height / zoom;
        assert!(act.bottom() <= bottom && start.bottom() <= bottom, "{width} {zoom}: {act:?}, {start:?} of {bottom}");
    }
}

#[test]
fn what_is_of_the_moment_is_in_sight_at_every_size() {
    check_in_sight(missed, "Start with 2 minutes");
    check_in_sight(easy, "Grow to 10 min");
    check_in_sight(|| young(&[0, 1, 2, 3, 5, 6, 7], 7), "Look back at it");
    check_in_sight(super::plans::left_early, "Use it now");
}
