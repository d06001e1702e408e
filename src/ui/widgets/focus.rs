//! Whether the place of the keyboard is to be seen: only while the keyboard is in use, so that a click leaves no ring behind;
//! and what the keyboard comes to, or turns over, in what scrolls.

use eframe::egui::{Context, Event, Id, Key, Memory, Modifiers, Response, TouchPhase, Ui, vec2};

/// Room around what the keyboard comes to, so that what follows it begins to be seen, in points.
const AROUND: f32 = 24.0;
/// Names the place for what has the keyboard below the sheets.
const COVERED: &str = "covered by a sheet";
/// How much of a page stays in sight when it is turned over, in points.
const OVERLAP: f32 = 48.0;

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
    response.has_focus() && is_in_use(&response.ctx)
}

/// Brings what the keyboard has just come to into sight; call it as the last of the contents of what scrolls.
pub fn follow_focus(ui: &Ui) {
    let (focused, seen) = (ui.memory(Memory::focused), ui.scope_id().with("keyboard seen"));
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<Option<Id>>(seen).flatten();
        data.insert_temp(seen, focused);
        before
    });
    let Some(focused) = focused.filter(|_| focused != before && is_in_use(ui.ctx())) else { return };
    let Some(place) = ui.ctx().read_response(focused) else { return };
    if place.layer_id == ui.layer_id() && ui.min_rect().contains(place.rect.center()) {
        ui.scroll_to_rect(place.rect.expand2(vec2(0.0, AROUND)), None);
    }
}

/// Page Up and Page Down turn over what scrolls, `height` points high, also where nothing in it takes the keyboard.
pub(super) fn turn_pages(ui: &Ui, height: f32) {
    if ui.memory(Memory::top_modal_layer).is_some() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let turn = (height - OVERLAP).max(OVERLAP);
    for (key, delta) in [(Key::PageDown, -turn), (Key::PageUp, turn)] {
        if pressed(key) {
            ui.scroll_with_delta(vec2(0.0, delta));
        }
    }
}

fn is_in_use(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(place())).unwrap_or(Hand::Keyboard) == Hand::Keyboard
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
    use eframe::egui::{Key, Ui};
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::domain::Model;
    use crate::ui::cx::Cx;
    use crate::ui::outbox::Outbox;
    use crate::ui::testing::{Stage, World, moment};
    use crate::ui::widgets::pill_button;

    /// A button that always has the keyboard.
    fn button(is_ringed: &mut bool, ui: &mut Ui, cx: &Cx<'_>, _: &mut Outbox) {
        let button = pill_button(ui, cx.theme, "Start");
        button.request_focus();
        *is_ringed = shows_focus(&button);
    }

    #[test]
    fn a_click_leaves_no_ring_behind_and_a_key_brings_it_back() {
        let world = World::new(Model::default(), moment("2026-11-23T10:12:00Z"));
        let mut shown = Stage::of(false, world, button).size(400.0, 200.0).open();
        shown.run();
        assert!(shown.state().view, "before anything was done");
        shown.get_by_label("Start").click();
        shown.run();
        assert!(!shown.state().view);
        shown.key_press(Key::ArrowDown);
        shown.run();
        assert!(shown.state().view);
        shown.get_by_label("Start").click();
        shown.run();
        shown.get_by_label("Start").focus();
        shown.run();
        assert!(shown.state().view, "a screen reader moved there");
    }
}

/// Where the keyboard goes back to once no sheet is shown, and the pass in which one was shown last.
#[derive(Debug, Clone, Copy)]
struct Covered {
    pass: u64,
    focused: Option<Id>,
}

/// A sheet is shown in this pass: what had the keyboard when the first one opened gets it back.
pub(super) fn covered(ctx: &Context) {
    let (now, key) = (ctx.cumulative_pass_nr(), Id::unique(COVERED));
    let before = ctx.data(|data| data.get_temp::<Covered>(key)).filter(|covered| covered.pass + 1 >= now);
    let focused = before.map_or_else(|| ctx.memory(Memory::focused), |covered| covered.focused);
    ctx.data_mut(|data| data.insert_temp(key, Covered { pass: now, focused }));
}

/// Gives the keyboard back after the last sheet was closed, unless something in sight has it; once a pass, after all else.
pub fn uncover(ctx: &Context) {
    let (now, key) = (ctx.cumulative_pass_nr(), Id::unique(COVERED));
    let Some(covered) = ctx.data(|data| data.get_temp::<Covered>(key)).filter(|covered| covered.pass < now) else {
        return;
    };
    ctx.data_mut(|data| data.remove::<Covered>(key));
    let is_there = |id: Id| ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).is_some());
    let has_it = ctx.memory(Memory::focused).is_some_and(is_there);
    if let Some(focused) = covered.focused.filter(|focused| !has_it && is_there(*focused)) {
        ctx.memory_mut(|memory| memory.request_focus(focused));
        ctx.request_repaint();
    }
}
