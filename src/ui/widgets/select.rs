//! One of many, in a list that drops down.

use eframe::egui::{Align, Align2, ComboBox, CornerRadius, EventFilter, Key, Modifiers, Response, Ui};

use super::words::words;
use crate::ui::icons;
use crate::ui::theme::{Theme, icon_font};

/// Width of the closed list, in points, where there is room.
const WIDTH: f32 = 200.0;

/// Chooses one of `options` under a label; `changed()` tells. An empty label shows none: then name it yourself.
pub fn select<T: PartialEq + Copy, S: AsRef<str>>(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    value: &mut T,
    options: &[(T, S)],
) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let above = words(ui, label, &theme.label, theme.muted);
        bare_select(ui, theme, label, value, options).labelled_by(above.id)
    })
    .inner
}

/// [`select`] without the label above, for a row that already says it; `name` is what a screen reader says.
///
/// Opened by a key the list has the keyboard: arrows go through it, Enter takes, Escape leaves it as it was.
pub fn bare_select<T: PartialEq + Copy, S: AsRef<str>>(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    value: &mut T,
    options: &[(T, S)],
) -> Response {
    let before = *value;
    let shown = options.iter().find(|(option, _)| *option == before).map_or("", |(_, text)| text.as_ref());
    let colour = theme.muted;
    let list = ui
        .scope(|ui| {
            let widgets = &mut ui.visuals_mut().widgets;
            for look in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
                look.corner_radius = CornerRadius::same(12);
            }
            ComboBox::from_id_salt(name)
                .width(WIDTH.min(ui.available_width()))
                .selected_text(shown)
                .icon(move |ui, rect, _, _| {
                    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::CARET_DOWN, icon_font(16.0), colour);
                })
                .show_ui(ui, |ui| items(ui, value, options))
        })
        .inner;
    let mut response = list.response.accessible_name(name);
    // The keyboard goes back to where it came from.
    let id = response.id.with("the list has the keyboard");
    let had_keyboard = ui.data_mut(|data| data.remove_temp::<bool>(id)).unwrap_or(false);
    match list.inner {
        Some(inside) => {
            ui.data_mut(|data| data.insert_temp(id, inside));
        }
        None if had_keyboard => response.request_focus(),
        None => {}
    }
    if *value != before {
        response.mark_changed();
    }
    response
}

/// The open list; true while the keyboard is in it.
fn items<T: PartialEq + Copy, S: AsRef<str>>(ui: &mut Ui, value: &mut T, options: &[(T, S)]) -> bool {
    ui.spacing_mut().item_spacing.y = 2.0;
    let before = *value;
    let opening = opening(ui);
    let mut places = Vec::with_capacity(options.len());
    for (option, text) in options {
        let response = ui.selectable_value(value, *option, text.as_ref());
        if *option == before && opening.is_some() {
            response.scroll_to_me(Some(Align::Center));
        }
        if *option == before && opening == Some(Hand::Key) {
            response.request_focus();
        }
        // A click closes the list by itself; a key that takes has to.
        if response.clicked() {
            ui.close();
        }
        places.push(response);
    }
    follow_arrows(ui, &places)
}

/// Moves the keyboard by the arrow keys; true while it is on one of the places.
fn follow_arrows(ui: &Ui, places: &[Response]) -> bool {
    let Some(at) = places.iter().position(Response::has_focus) else { return false };
    let filter = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(places[at].id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let target = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
        (true, _) => (at + 1).min(places.len() - 1),
        (_, true) => at.saturating_sub(1),
        _ => return true,
    };
    if target != at {
        places[target].request_focus();
        places[target].scroll_to_me(None);
    }
    true
}

/// What a list was opened with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hand {
    Pointer,
    Key,
}

/// The passes in which a list was opened and last shown, and what it was opened with.
#[derive(Debug, Clone, Copy)]
struct Passes {
    opened: u64,
    last: u64,
    hand: Hand,
}

/// What an open list was opened with, in its first passes: the first one only measures it.
fn opening(ui: &Ui) -> Option<Hand> {
    let now = ui.ctx().cumulative_pass_nr();
    let id = ui.scope_id().with("passes");
    let before = ui.data(|data| data.get_temp::<Passes>(id)).filter(|passes| passes.last + 1 >= now);
    let is_by_key = || ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
    let hand = before.map_or_else(|| if is_by_key() { Hand::Key } else { Hand::Pointer }, |passes| passes.hand);
    let opened = before.map_or(now, |passes| passes.opened);
    ui.data_mut(|data| data.insert_temp(id, Passes { opened, last: now, hand }));
    (now <= opened + 2).then_some(hand)
}
