//! Whether the place of the keyboard is to be seen: only while the keyboard is in use, so that a click leaves no ring behind.

use eframe::egui::{Context, Event, Id, Response, TouchPhase};

/// What the person acted with last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Hand {
    /// Also where nobody has acted yet, and for a screen reader.
    #[default]
    Keyboard,
    Pointer,
}

/// Sees what the person acts with; call it at the start of each frame.
pub fn watch_hands(ctx: &Context) {
    let last = ctx.input(|input| input.events.iter().rev().find_map(hand));
    if let Some(hand) = last {
        ctx.data_mut(|data| data.insert_temp(place(), hand));
    }
}

/// Whether the keyboard is on this and in use: then it gets a ring. A field for words shows its place always.
pub fn shows_focus(response: &Response) -> bool {
    let is_in_use = || response.ctx.data(|data| data.get_temp(place())).unwrap_or(Hand::Keyboard) == Hand::Keyboard;
    response.has_focus() && is_in_use()
}

fn place() -> Id {
    Id::unique("the hand that acted last")
}

fn hand(event: &Event) -> Option<Hand> {
    match event {
        Event::PointerButton { pressed: true, .. } | Event::Touch { phase: TouchPhase::Start, .. } => {
            Some(Hand::Pointer)
        }
        Event::Key { pressed: true, .. } | Event::AccessKitActionRequest(_) => Some(Hand::Keyboard),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Key;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;

    #[test]
    fn a_click_leaves_no_ring_behind_and_a_key_brings_it_back() {
        let show = |ui: &mut eframe::egui::Ui, is_ringed: &mut bool| {
            watch_hands(ui.ctx());
            let button = ui.button("Start");
            button.request_focus();
            *is_ringed = shows_focus(&button);
        };
        let mut shown = Harness::new_ui_state(show, false);
        shown.run();
        assert!(*shown.state(), "before anything was done");
        shown.get_by_label("Start").click();
        shown.run();
        assert!(!*shown.state());
        shown.key_press(Key::Tab);
        shown.run();
        assert!(*shown.state());
        shown.get_by_label("Start").click();
        shown.run();
        shown.get_by_label("Start").focus();
        shown.run();
        assert!(*shown.state(), "a screen reader moved there");
    }
}
