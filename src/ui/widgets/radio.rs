//! What groups of "one of these" share: one tab stop, arrows to move, ids of their own.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo};

/// Makes the part at `index` of a group sense clicks; only the chosen part (or the first) is a tab stop.
pub(super) fn part(ui: &Ui, group: Id, index: usize, chosen: Option<usize>, rect: Rect) -> Response {
    let id = group.with(index);
    let is_stop = index == chosen.unwrap_or(0) || ui.memory(|memory| memory.has_focus(id));
    ui.interact(rect, id, if is_stop { Sense::click() } else { Sense::CLICK })
}

/// Names the group for a screen reader.
pub(super) fn name_group(group: &Response, name: &str) {
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, name));
}

/// The index the arrow keys move to from the focused part at `index`, of `len` parts; moves the focus there.
pub(super) fn arrow_target(ui: &Ui, group: Id, index: usize, len: usize) -> Option<usize> {
    let id = group.with(index);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let target = if pressed(Key::ArrowRight) {
        (index + 1).min(len.saturating_sub(1))
    } else if pressed(Key::ArrowLeft) {
        index.saturating_sub(1)
    } else {
        return None;
    };
    ui.memory_mut(|memory| memory.request_focus(group.with(target)));
    Some(target)
}
