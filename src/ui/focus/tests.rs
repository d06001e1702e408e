use chrono::Duration;
use eframe::egui;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::FocusTab;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::measure::{CountAction, Measure};
use crate::domain::reward::{RewardAction, SessionReward};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::target::TargetAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model};
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::rail;
use crate::ui::testing::{Scene, Stage, World, moment, picture};

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
    let words = "Espresso on the balcony".to_owned();
    world.act(Action::Reward(RewardAction::Set(SessionReward { words, minutes: 10 })));
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
    world.act(Action::Timer(TimerAction::Start { planned_secs: 1080, intention: "Draft scene 4".to_owned() }));
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
    world.act(Action::Reward(RewardAction::Take { session }));
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
