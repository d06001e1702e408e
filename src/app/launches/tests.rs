use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::app::inbox::Message;
use crate::cli;
use crate::domain::environment::{EnvironmentAction, Group, ItemField, ItemKind, Opens};
use crate::domain::goal::GoalAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, apply};
use crate::platform::clock::{Clock, FakeClock};
use crate::platform::paths::Paths;
use crate::store::write::to_text;

/// Longest wait for a thread.
const PATIENCE: Duration = Duration::from_secs(20);

type Window = Harness<'static, App>;

fn clock() -> Arc<dyn Clock> {
    Arc::new(FakeClock::new("2026-11-23T10:12:00Z".parse().unwrap()))
}

/// A goal with an item that makes a folder when a session starts, which fails where there is one.
fn model(folder: &Path, clock: &dyn Clock) -> Model {
    let mut model = Model::default();
    let opens = Opens::Program { program: "mkdir".to_owned(), arguments: vec![folder.to_str().unwrap().to_owned()] };
    let mut act = |action| drop(apply(&mut model, action, clock.now()).unwrap());
    act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    let (group, kind, text) = (Group::EasyStart, ItemKind::EverySession, "Folder".to_owned());
    act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
    let id = model.environment.last().unwrap().id;
    let field = ItemField::Opens(Some(opens));
    apply(&mut model, Action::Environment(EnvironmentAction::Set { id, field }), clock.now()).unwrap();
    model
}

/// A window on a file in `dir`, with its state beside it.
fn window(dir: &Path, launch: cli::Launch) -> Window {
    let paths = Paths { default_data_file: dir.join("spring.ron"), state_dir: dir.join("state"), documents_dir: None };
    let mut window = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(24)
        .build_eframe(move |cc| App::open(cc, &launch, &paths, &clock()));
    window.run();
    window
}

/// Starts a session with everything checked.
fn start(window: &mut Window) {
    let room = window.state_mut().stage.room().unwrap();
    let environment = room.model.environment.iter().map(|item| item.id).collect();
    room.outbox.act(Action::Timer(TimerAction::Start { planned_secs: 300, intention: String::new(), environment }));
    window.run();
    assert!(window.state_mut().stage.room().unwrap().model.running.is_some(), "the session never waits");
}

/// Waits until the window shows words that hold `label`.
#[track_caller]
fn wait_for(window: &mut Window, label: &str) {
    for _ in 0..40 {
        if window.query_all_by_label_contains(label).next().is_some() {
            return;
        }
        if let Ok(message) = window.state().services.messages.recv_timeout(PATIENCE / 40) {
            window.state().services.inbox.send(message);
        }
        window.run();
    }
    panic!("{label} never came");
}

#[cfg(unix)]
#[test]
fn a_session_opens_what_was_allowed_on_this_device_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("made");
    std::fs::write(dir.path().join("spring.ron"), to_text(&model(&folder, &*clock())).unwrap()).unwrap();
    let mut window = window(dir.path(), cli::Launch::default());
    start(&mut window);
    wait_for(&mut window, "not allowed on this device yet");
    assert!(!folder.exists());
    window.get_by_label("Show and allow").click();
    window.run();
    window.get_by_label(folder.to_str().unwrap());
    assert!(window.get_by_label("Not now").is_focused(), "no stray key allows it");
    window.get_by_label("Allow and open").click();
    window.run();
    assert!((0..200).any(|_| {
        std::thread::sleep(PATIENCE / 200);
        folder.exists()
    }));
    // The next session opens it unasked; what fails is told and holds nothing up.
    window.state_mut().stage.room().unwrap().outbox.act(Action::Timer(TimerAction::Finish));
    window.run();
    start(&mut window);
    wait_for(&mut window, "“Folder” was not opened: mkdir ended at once");
}

#[cfg(unix)]
#[test]
fn what_waits_stands_beside_its_session_until_it_is_answered_or_over() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("made");
    std::fs::write(dir.path().join("spring.ron"), to_text(&model(&folder, &*clock())).unwrap()).unwrap();
    let link = "One item asks to open…";
    let mut window = window(dir.path(), cli::Launch::default());
    start(&mut window);
    wait_for(&mut window, link);
    window.get_by_role_and_label(Role::Button, link).click();
    window.run();
    window.key_press(Key::Escape);
    window.run();
    window.get_by_role_and_label(Role::Button, link).click();
    window.run();
    window.get_by_label("Not now").click();
    window.run();
    assert!(window.query_by_label(link).is_none() && window.query_by_label("Not now").is_none());
    let finish = |window: &mut Window| {
        window.state_mut().stage.room().unwrap().outbox.act(Action::Timer(TimerAction::Finish));
        window.run();
    };
    finish(&mut window);
    start(&mut window);
    wait_for(&mut window, link);
    finish(&mut window);
    window.state_mut().stage.room().unwrap().outbox.act(Action::Timer(TimerAction::Start {
        planned_secs: 300,
        intention: String::new(),
        environment: Vec::new(),
    }));
    window.run();
    window.run();
    assert!(window.query_by_label(link).is_none(), "what waited ended with its session");
    assert!(!folder.exists());
}

#[test]
fn sample_data_opens_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut window = window(dir.path(), cli::Launch { is_demo: true, ..cli::Launch::default() });
    let folder = dir.path().join("made");
    window.state_mut().stage.room().unwrap().model = model(&folder, &*clock());
    start(&mut window);
    let messages = &window.state().services.messages;
    while let Ok(message) = messages.recv_timeout(Duration::from_millis(300)) {
        assert!(matches!(message, Message::Foreseen(_)), "{message:?}");
    }
    assert!(window.state_mut().stage.room().unwrap().launches.is_empty() && !folder.exists());
}
