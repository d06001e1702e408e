//! The sessions in Progress: added, changed, split and deleted, each taken back with Ctrl+Z.

use eframe::egui::{Key, Role, vec2};
use mainspring::cli::Launch;
use mainspring::domain::Model;

use crate::desk::{Desk, Window, ctrl, fill, press, shows};
use crate::wheel::newest_row;

/// Progress in a window high enough to show the list.
fn progress(desk: &Desk) -> Window {
    let mut window = desk.open_as(&Launch::default(), vec2(1280.0, 2600.0));
    ctrl(&mut window, Key::Num3);
    window
}

/// What the file holds once the window is closed.
fn closed(desk: &Desk, window: Window) -> Model {
    desk.close(window);
    desk.read()
}

fn focus_secs(model: &Model) -> i64 {
    model.sessions.iter().map(mainspring::domain::session::Session::focus_secs).sum()
}

#[test]
fn a_past_session_is_added_and_taken_back() {
    let desk = Desk::with_demo(|_| {});
    let before = desk.read().sessions.len();
    let mut window = progress(&desk);
    ctrl(&mut window, Key::N);
    fill(&mut window, "Start", "06:10");
    fill(&mut window, "Note", "On the train");
    press(&mut window, Role::Button, "Add session");
    desk.close(window);
    let model = desk.read();
    assert_eq!(model.sessions.len(), before + 1);
    assert!(model.sessions.iter().any(|session| session.note == "On the train"));

    let mut window = progress(&desk);
    ctrl(&mut window, Key::N);
    fill(&mut window, "Start", "05:10");
    press(&mut window, Role::Button, "Add session");
    ctrl(&mut window, Key::Z);
    assert!(shows(&window, "Undone"));
    assert_eq!(closed(&desk, window).sessions.len(), before + 1);
}

#[test]
fn a_session_is_changed_where_it_stands() {
    let desk = Desk::with_demo(|_| {});
    let mut window = progress(&desk);
    newest_row(&mut window);
    fill(&mut window, "Where to go on", "The storm");
    press(&mut window, Role::Button, "Close");
    assert_eq!(closed(&desk, window).sessions.last().map(|session| session.next.clone()), Some("The storm".to_owned()));
}

#[test]
fn a_split_session_is_two_of_the_same_length_together() {
    let desk = Desk::with_demo(|_| {});
    let before = desk.read();
    let mut window = progress(&desk);
    newest_row(&mut window);
    press(&mut window, Role::Button, "Split");
    press(&mut window, Role::Button, "Close");
    let after = closed(&desk, window);
    assert_eq!(after.sessions.len(), before.sessions.len() + 1);
    assert_eq!(focus_secs(&after), focus_secs(&before));
}

#[test]
fn a_deleted_session_comes_back_with_undo() {
    let desk = Desk::with_demo(|_| {});
    let before = desk.read();
    let mut window = progress(&desk);
    newest_row(&mut window);
    press(&mut window, Role::Button, "Delete session");
    assert!(shows(&window, "Session deleted"));
    ctrl(&mut window, Key::Z);
    newest_row(&mut window);
    press(&mut window, Role::Button, "Delete session");
    press(&mut window, Role::Button, "Undo");
    let after = closed(&desk, window);
    assert_eq!((after.sessions.len(), focus_secs(&after)), (before.sessions.len(), focus_secs(&before)));
}
