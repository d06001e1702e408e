mod advice;
mod card;
mod next_step;
mod people;
mod plans;
mod rewards;
mod side;
mod spring;

use chrono::Duration;
use eframe::egui;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::FocusTab;
use crate::domain::goal::{GoalAction, GoalField, Outcome};
use crate::domain::measure::{CountAction, Measure};
use crate::domain::rewards::{Layer, Occasion, RewardAction};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::settings::Switch;
use crate::domain::target::TargetAction;
use crate::domain::timer::{GapAnswer, TimerAction};
use crate::domain::waiting_room::WishAction;
use crate::domain::{Action, Model, demo};
use crate::ui::commands::{Command, ImageKind, Tab};
use crate::ui::cx::{Cx, FileState};
use crate::ui::outbox::Outbox;
use crate::ui::rail;
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use crate::ui::theme::Motion;

const NOW: &str = "2026-11-23T10:12:00Z";

/// The rail and Focus, as the window shows them.
#[derive(Default)]
struct Window {
    focus: FocusTab,
}

impl Window {
    fn ui(&mut self, ui: &mut egui::Ui, cx: &Cx<'_>, out: &mut Outbox) {
        rail::ui(ui, cx, Tab::Focus, out);
        self.focus.ui(ui, cx, out);
    }
}

/// A world 26 days into a book, with 61 sessions that grew from 5 to 18 minutes.
fn writer() -> World {
    let start = moment("2026-10-28T07:30:00Z");
    let mut world = World::new(Model::default(), start);
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    let id = world.model.goal().unwrap().id;
    let measure = Measure { unit: "words".to_owned(), total: Some(60_000.0) };
    for field in [
        GoalField::Identity("I am a writer".to_owned()),
        GoalField::Cue("After breakfast, at the kitchen table".to_owned()),
        GoalField::Measure(Some(measure)),
    ] {
        world.act(Action::Goal(GoalAction::Set { id, field }));
    }
    world.act(Action::Target(TargetAction::Set { minutes: 18 }));
    world.act(Action::Reward(RewardAction::write(Layer::Session, "Espresso on the balcony", 10)));
    for nth in 0..60 {
        let day = nth * 26 / 60;
        let started = start.utc + Duration::days(day) + Duration::minutes(100 * (nth % 3));
        let focus_secs = 60 * (6 + nth / 5);
        world.now.utc = moment(NOW).utc;
        world.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs, note: String::new() }));
    }
    world.at(moment(NOW));
    let started = world.now.utc - Duration::minutes(90);
    let note = "Scene 3, the letter".to_owned();
    world.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: 720, note }));
    world.act(Action::Count(CountAction::Add { amount: 340.0, session: None }));
    world.model.settings.session_minutes = 18;
    world
}

fn start(world: &mut World) {
    world.act(Action::Timer(TimerAction::Start {
        planned_secs: 1080,
        intention: "Draft scene 4".to_owned(),
        environment: Vec::new(),
    }));
}

/// Time goes on, with a sign of life every minute.
fn live(world: &mut World, minutes: i64) {
    for _ in 0..minutes {
        let last_alive = world.now.utc;
        world.now.utc += Duration::minutes(1);
        world.act(Action::Timer(TimerAction::Tick { last_alive }));
    }
    let now = world.now;
    world.at(now);
}

fn running(minutes: i64) -> World {
    let mut world = writer();
    start(&mut world);
    live(&mut world, minutes);
    world
}

fn paused() -> World {
    let mut world = running(6);
    world.act(Action::Timer(TimerAction::Pause));
    world
}

fn asking() -> World {
    let mut world = running(6);
    let last_alive = world.now.utc;
    world.now.utc += Duration::hours(8);
    world.act(Action::Timer(TimerAction::Tick { last_alive }));
    world
}

fn finished() -> World {
    let mut world = running(20);
    world.act(Action::Timer(TimerAction::Finish));
    let id = world.model.sessions.last().unwrap().id;
    world.act(Action::Session(SessionAction::Set {
        id,
        field: SessionField::Done(vec!["Drafted scene 4".to_owned(), "Cut the prologue".to_owned()]),
    }));
    world.act(Action::Session(SessionAction::Set { id, field: SessionField::Ease(Some(4)) }));
    world.status.card = Some(id);
    world
}

fn on_break() -> World {
    let mut world = finished();
    let session = world.status.card.unwrap();
    world.act(Action::Reward(RewardAction::Take { occasion: Occasion::Session(session) }));
    world.now.utc += Duration::minutes(3);
    world.status.card = None;
    let now = world.now;
    world.at(now);
    world
}

fn fresh() -> World {
    let mut world = World::new(Model::default(), moment(NOW));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

fn open(world: World) -> Harness<'static, Scene<Window>> {
    Stage::of(Window::default(), world, Window::ui).open()
}

/// Shows a scene at every size and in both themes.
fn picture_all(name: &str, world: fn() -> World) {
    let stage = || Stage::of(Window::default(), world(), Window::ui);
    picture(&mut stage().open(), &format!("{name}-light"));
    picture(&mut stage().dark().open(), &format!("{name}-dark"));
    picture(&mut stage().size(720.0, 520.0).open(), &format!("{name}-small"));
    picture(&mut stage().size(1440.0, 900.0).open(), &format!("{name}-large"));
    picture(&mut stage().size(1440.0, 900.0).zoom(2.0).open(), &format!("{name}-double"));
}

#[test]
fn pictures_of_idle() {
    picture_all("focus-idle", writer);
    picture_all("focus-fresh", fresh);
}

/// The demo's year, or 20 years.
fn long(sessions: Option<usize>) -> World {
    let now = moment(NOW);
    let today = now.utc.date_naive();
    let model = match sessions {
        None => demo::demo(today, 7),
        Some(sessions) => demo::demo_sized(sessions, today, 7),
    };
    World::new(model, now)
}

#[test]
fn pictures_of_long_springs() {
    picture_all("focus-year", || long(None));
    picture(&mut open(long(Some(5_000))), "focus-20-years");
    picture(&mut open(long(Some(50_000))), "focus-50000");
}

#[test]
fn pictures_of_a_session() {
    picture_all("focus-running", || running(6));
    picture_all("focus-paused", paused);
    picture_all("focus-gap", asking);
    picture_all("focus-earned", || running(21));
}

#[test]
fn pictures_after_a_session() {
    picture_all("focus-card", finished);
    picture_all("focus-break", on_break);
}

#[test]
fn the_big_button_starts_and_space_is_named_on_it() {
    let mut stage = open(writer());
    stage.get_by_label("Start 18 min").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::StartOrPause]);
}

#[test]
fn two_minutes_are_one_click() {
    let mut stage = open(writer());
    stage.get_by_label("Just 2 minutes").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::StartShort]);
}

#[test]
fn in_a_low_window_all_ways_to_start_share_a_row_right_of_the_title() {
    let mut stage = Stage::of(Window::default(), writer(), Window::ui).size(720.0, 520.0).open();
    stage.run();
    let names = ["Start 18 min", "Just 2 minutes", "Another length"];
    let [start, short, length] = names.map(|name| stage.get_by_label(name).rect());
    assert!((start.center().y - short.center().y).abs() < 1.0 && (start.center().y - length.center().y).abs() < 1.0);
    assert!(start.left() >= 128.0 && start.right() <= short.left() && short.right() <= length.left(), "{start:?}");
    let stage = Stage::of(Window::default(), writer(), Window::ui).size(720.0, 800.0).open();
    let [start, short] = ["Start 18 min", "Just 2 minutes"].map(|name| stage.get_by_label(name).rect());
    assert!(start.bottom() <= short.top(), "where there is height they stand below each other");
}

#[test]
fn another_length_is_chosen_in_two_clicks() {
    let mut stage = open(writer());
    stage.get_by_label("Another length").click();
    stage.run();
    stage.get_by_label("25 min").click();
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    assert_eq!(stage.state().world.model.settings.session_minutes, 25);
    assert!(stage.query_by_label("Start 25 min").is_some());
}

#[test]
fn the_next_line_becomes_the_intention_with_one_click() {
    let mut world = finished();
    let id = world.status.card.take().unwrap();
    let field = SessionField::Next("Scene 5, from the letter on".to_owned());
    world.act(Action::Session(SessionAction::Set { id, field }));
    let mut stage = open(world);
    stage.get_by_label("Go on with: Scene 5, from the letter on").click();
    stage.run();
    assert_eq!(stage.state_mut().view.focus.take_intention(), "Scene 5, from the letter on");
    stage.run();
    assert_eq!(stage.state_mut().view.focus.take_intention(), "");
}

#[test]
fn enter_in_the_intention_starts_with_it() {
    let mut stage = open(writer());
    stage.get_by_label("What will you do?").focus();
    stage.run();
    stage.get_by_label("What will you do?").type_text("Draft scene 4");
    stage.run();
    stage.key_press(egui::Key::Enter);
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::StartOrPause]);
    assert_eq!(stage.state_mut().view.focus.take_intention(), "Draft scene 4");
}

#[test]
fn a_running_session_is_paused_extended_and_finished() {
    let mut stage = open(running(6));
    for label in ["Pause", "+5 min", "Finish"] {
        stage.get_by_label(label).click();
        stage.run();
    }
    assert_eq!(stage.state().out.commands, [Command::StartOrPause, Command::Extend, Command::Finish]);
}

#[test]
fn the_clock_says_what_is_left() {
    let stage = open(running(6));
    assert!(stage.query_by_role_and_label(egui::Role::Timer, "12 min left of 18").is_some());
    let stage = open(paused());
    assert!(stage.query_by_role_and_label(egui::Role::Timer, "Paused 12 min left of 18").is_some());
    assert!(stage.query_by_label("Go on").is_some());
}

#[test]
fn a_running_session_asks_for_the_next_frame_only_when_something_changes() {
    let stage = open(running(6));
    let delay = stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, std::time::Duration::from_secs(30));
}

#[test]
fn nothing_running_and_paused_ask_for_no_frame() {
    for world in [writer(), paused()] {
        let stage = open(world);
        let delay = stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        assert_eq!(delay, std::time::Duration::MAX);
    }
}

#[test]
fn the_intention_of_a_running_session_can_be_changed() {
    let mut stage = open(running(2));
    stage.get_by_label("Draft scene 4").click();
    stage.run();
    stage.get_by_label("What you are doing").type_text("b");
    stage.run();
    assert!(
        matches!(&stage.state().out.actions[..], [Action::Timer(TimerAction::SetIntention(text))] if text.contains('b'))
    );
}

#[test]
fn an_earned_session_offers_its_reward_and_runs_on() {
    let mut stage = open(running(21));
    assert!(stage.query_by_role_and_label(egui::Role::Timer, "+3 min beyond 18\u{a0}min").is_some());
    stage.get_by_label("Take it now").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::TakeReward]);
}

#[test]
fn a_gap_is_answered_in_three_ways() {
    let answers =
        [("Count it", GapAnswer::Count), ("Leave it out", GapAnswer::LeaveOut), ("Continue", GapAnswer::Continue)];
    for (label, answer) in answers {
        let mut stage = open(asking());
        assert!(stage.query_by_label("Mainspring was not running from 10:18 to 18:18").is_some());
        stage.get_by_label(label).click();
        stage.run();
        assert_eq!(stage.state().out.actions, [Action::Timer(TimerAction::Answer(answer))]);
        stage.state_mut().carry_out();
        stage.run();
        assert!(stage.query_by_label(label).is_none());
    }
}

#[test]
fn the_rail_goes_to_a_room_and_tells_the_file_s_trouble() {
    let mut world = writer();
    world.status.file = FileState::Problem("The disk is full.".to_owned());
    let mut stage = open(world);
    stage.get_by_role_and_label(egui::Role::Tab, "Progress").click();
    stage.run();
    stage.get_by_label("Not saved").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Progress), Command::GoTo(Tab::Settings)]);
    picture(&mut stage, "focus-problem");
}

#[test]
fn after_the_goal_was_closed_the_one_question_comes_again() {
    let mut world = writer();
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Finished, learnt: String::new() }));
    world.act(Action::Wish(WishAction::Add { title: "Learn Polish".to_owned() }));
    let mut stage = open(world);
    assert!(stage.query_by_label("What is the one thing?").is_some());
    stage.get_by_label("Take one from the waiting room").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::GoTo(Tab::Goal)]);
    picture(&mut stage, "focus-closed");
}
