use eframe::egui::Ui;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::domain::goal::GoalAction;
use crate::domain::people::{
    Answer, Event, Fate, Kept, LastTry, OutletKind, OutletState, PeopleAction, Secret, Test, Trouble,
};
use crate::domain::{Action, Model};
use crate::ui::commands::{Command, OutletCommand};
use crate::ui::cx::{Cx, FileState};
use crate::ui::outbox::Outbox;
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use crate::ui::theme::Theme;
use crate::ui::widgets;

/// The card on a page, and the sheet it opens.
#[derive(Default)]
struct View {
    form: Option<OutletForm>,
}

impl View {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        widgets::page(ui, "people", 560.0, |ui| {
            if let Some(form) = card(ui, cx, out) {
                self.form = Some(form);
            }
        });
        if self.form.as_mut().is_some_and(|form| form.ui(ui.ctx(), cx, out)) {
            self.form = None;
        }
    }
}

type Shown = Harness<'static, Scene<View>>;

fn world() -> World {
    let mut world = World::new(Model::default(), moment("2026-11-27T10:12:00Z"));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

/// Three outlets: one that goes, one in trouble, one that is paused.
fn full() -> World {
    let mut world = world();
    let names = [("My server", OutletKind::Webhook), ("Family", OutletKind::Ntfy), ("Writers’ chat", OutletKind::Chat)];
    let mut ids = Vec::new();
    for (name, kind) in names {
        let (id, name) = (world.now.id(0), name.to_owned());
        ids.push(id);
        let on = Event::ALL.into_iter().take(2).collect();
        world.act(Action::People(PeopleAction::AddOutlet {
            id,
            name,
            kind,
            on,
            sees: crate::domain::people::Parts::default(),
        }));
    }
    world.act(Action::People(PeopleAction::ToggleOutlet { id: ids[2] }));
    let at = |utc: &str| moment(utc).utc;
    let last =
        |answer, fate| Some(LastTry { at: at("2026-11-27T09:40:00Z"), answer, fate, body: "{\"version\":1}".into() });
    let states = [
        OutletState {
            kept: Some(Kept::Keyring),
            last: last(Answer::Taken(200), Fate::Arrived),
            ..OutletState::default()
        },
        OutletState {
            kept: Some(Kept::File),
            waiting: 2,
            next: Some(at("2026-11-27T10:20:00Z")),
            last: last(Answer::Trouble(Trouble::Slow), Fate::Waits),
            test: None,
        },
        OutletState { kept: Some(Kept::Nowhere), ..OutletState::default() },
    ];
    world.status.sending = ids.into_iter().zip(states).collect();
    world
}

fn shown(world: World) -> Shown {
    Stage::of(View::default(), world, View::ui).size(720.0, 1600.0).open()
}

fn click(stage: &mut Shown, name: &str) {
    stage.get_by_label(name).click();
    stage.run();
}

fn write(stage: &mut Shown, field: &str, words: &str) {
    stage.get_by_role_and_label(Role::TextInput, field).focus();
    stage.run();
    stage.get_by_role_and_label(Role::TextInput, field).type_text(words);
    stage.run();
}

#[test]
fn a_place_is_added_with_its_secret_kept_first() {
    let mut stage = shown(world());
    click(&mut stage, "Add a place");
    click(&mut stage, "My own program");
    write(&mut stage, "Name", "My server");
    write(&mut stage, "Address", "https://example.org/hook");
    write(&mut stage, "Password, if the place asks for one", "tk_1");
    click(&mut stage, "after a session");
    click(&mut stage, "Save");
    let secret = Secret { address: "https://example.org/hook".into(), token: "tk_1".into() };
    let out = &stage.state().out;
    let Command::Outlet(OutletCommand::Keep(id, kept)) = &out.commands[0] else { panic!("{out:?}") };
    assert_eq!(*kept, secret);
    let Action::People(PeopleAction::AddOutlet { id: added, name, on, .. }) = &out.actions[0] else {
        panic!("{out:?}")
    };
    assert_eq!((id, name.as_str(), on.iter().collect::<Vec<_>>()), (added, "My server", vec![Event::SessionDone]));
    assert!(!format!("{out:?}").contains("example.org"), "a secret is never printed");
}

#[track_caller]
fn check_refused(address: &str, words: &str) {
    let mut stage = shown(world());
    click(&mut stage, "Add a place");
    write(&mut stage, "Name", "My server");
    write(&mut stage, "Address", address);
    assert!(stage.query_by_label(words).is_some(), "{address}: {words}");
    click(&mut stage, "Save");
    assert!(stage.state().out.actions.is_empty());
}

#[test]
fn an_address_that_is_not_safe_is_refused_in_words() {
    check_refused("file:///etc/passwd", "The address has to start with https://");
    check_refused("javascript:alert(1)", "The address has to start with https://");
    check_refused(
        "http://example.org/",
        "Only https:// goes to another machine; with http:// anyone on the way could read it.",
    );
    check_refused("https://a@b.example/", "Addresses with a user name before the server are not called.");
}

#[test]
fn a_test_uses_what_is_typed_and_shows_what_came_back() {
    let mut stage = shown(world());
    click(&mut stage, "Add a place");
    write(&mut stage, "Address", "http://localhost:8080/hook");
    click(&mut stage, "Send a test");
    let Command::Outlet(OutletCommand::Test(test)) = stage.state().out.commands[0].clone() else { panic!("no test") };
    assert_eq!(test.secret.map(|secret| secret.address).as_deref(), Some("http://localhost:8080/hook"));
    let answered =
        Test::Answered { answer: Answer::Refused(404), said: "no such hook".into(), body: "{\"a\":1}".into() };
    let known = OutletState { test: Some(answered), ..OutletState::default() };
    stage.state_mut().world.status.sending.insert(test.id, known);
    stage.run();
    for words in ["Nothing takes it at this address any more.", "The other side said: no such hook", "{\n  \"a\": 1\n}"]
    {
        assert!(stage.query_by_label(words).is_some(), "{words}");
    }
}

#[test]
fn what_a_test_sends_is_shown_before_it_leaves() {
    let mut stage = shown(world());
    click(&mut stage, "Add a place");
    assert!(stage.query_by_label_contains("This is a test from Mainspring.").is_some());
    click(&mut stage, "My own program");
    assert!(stage.query_by_label_contains("\"event\": \"test\"").is_some());
    assert!(stage.query_by_label_contains("This is a test from Mainspring.").is_none());
}

#[test]
fn a_token_that_no_field_shows_is_not_kept() {
    let mut stage = shown(world());
    click(&mut stage, "Add a place");
    click(&mut stage, "Phone (ntfy)");
    write(&mut stage, "Name", "Our chat");
    write(&mut stage, "Address", "https://example.org/hook");
    write(&mut stage, "Password, if the place asks for one", "tk_1");
    click(&mut stage, "A chat");
    click(&mut stage, "Save");
    let Command::Outlet(OutletCommand::Keep(_, kept)) = &stage.state().out.commands[0] else { panic!("not kept") };
    assert_eq!(*kept, Secret { address: "https://example.org/hook".into(), token: String::new() });
}

#[test]
fn a_change_keeps_the_address_unless_a_new_one_is_typed() {
    let mut stage = shown(full());
    click(&mut stage, "Change My server");
    click(&mut stage, "after a week");
    click(&mut stage, "Save");
    let out = &stage.state().out;
    assert!(!out.commands.iter().any(|command| matches!(command, Command::Outlet(OutletCommand::Keep(..)))));
    assert!(matches!(out.actions[0], Action::People(PeopleAction::SetOutlet { .. })));
}

#[test]
fn without_an_address_on_this_device_one_is_asked_for() {
    let mut stage = shown(full());
    click(&mut stage, "Change Writers’ chat");
    click(&mut stage, "Save");
    assert!(stage.state().out.actions.is_empty());
}

#[test]
fn the_card_says_calmly_how_each_stands() {
    let mut stage = shown(full());
    for words in [
        "Last sent: Today 09:40",
        "Today 09:40: not sent. No answer within 30 seconds.",
        "2 messages wait. Next try: Today 10:20",
        "No keyring took it: the address lies in a file beside your data that only you can read.",
        "Paused: nothing is sent until it goes on.",
    ] {
        assert!(stage.query_by_label(words).is_some(), "{words}");
    }
    click(&mut stage, "Send now to Family");
    assert!(matches!(stage.state().out.commands[0], Command::Outlet(OutletCommand::SendNow(_))));
    click(&mut stage, "Pause My server");
    click(&mut stage, "Delete Family");
    assert_eq!(stage.state().out.actions.len(), 2);
}

#[test]
fn sample_data_sends_nothing() {
    let mut world = world();
    world.status.file = FileState::Demo;
    let mut stage = shown(world);
    assert!(stage.query_by_label("This is sample data: nothing is sent.").is_some());
    click(&mut stage, "Add a place");
    write(&mut stage, "Address", "https://example.org/");
    click(&mut stage, "Send a test");
    assert!(stage.state().out.commands.is_empty());
}

#[test]
fn pictures_of_the_card_and_the_sheet() {
    let dark = |mut world: World| {
        world.theme = Theme::dark();
        world
    };
    picture(&mut shown(world()), "sending-empty-light");
    picture(&mut shown(full()), "sending-full-light");
    picture(&mut shown(dark(full())), "sending-full-dark");
    let mut stage = Stage::of(View::default(), full(), View::ui).size(720.0, 520.0).open();
    click(&mut stage, "Change Family");
    picture(&mut stage, "sending-form-low");
    let mut stage = Stage::of(View::default(), dark(full()), View::ui).size(900.0, 1400.0).open();
    click(&mut stage, "Change My server");
    picture(&mut stage, "sending-form-dark");
    let mut stage = Stage::of(View::default(), full(), View::ui).size(900.0, 1400.0).open();
    click(&mut stage, "Change Family");
    picture(&mut stage, "sending-form-light");
}
