//! Switches and checks with their words: the whole row can be clicked.

use eframe::egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::icons;
use crate::ui::theme::{Theme, icon_font};

const SWITCH: Vec2 = vec2(44.0, 24.0);
const KNOB_RADIUS: f32 = 8.0;
const BOX: f32 = 20.0;
const GAP: f32 = 12.0;
const ROW_HEIGHT: f32 = 36.0;

/// A row with its words on the left and a switch on the right, across the room there is; `changed()` tells.
pub fn toggle(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str) -> Response {
    toggle_note(ui, theme, on, label, "")
}

/// [`toggle`] with a quiet remark below the words.
pub fn toggle_note(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str, note: &str) -> Response {
    let room = (ui.available_width() - SWITCH.x - GAP).max(SWITCH.x);
    let words = paint::block_of(ui, label, theme.body.clone(), room);
    let remark = (!note.is_empty()).then(|| paint::block_of(ui, note, theme.small.clone(), room));
    let height = words.size().y + remark.as_ref().map_or(0.0, |remark| remark.size().y);
    let width = if ui.layout().is_horizontal() { words.size().x + GAP + SWITCH.x } else { ui.available_width() };
    let (rect, mut response) = ui.allocate_exact_size(vec2(width, height.max(ROW_HEIGHT)), Sense::click());
    flip(&mut response, on);
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, label));
    if !note.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(note));
    }
    if ui.is_rect_visible(rect) {
        let block = Rect::from_center_size(rect.center(), vec2(rect.width(), height));
        let first = Rect::from_min_size(block.min, vec2(rect.width(), words.size().y));
        paint::galley_at(ui, &words, rect.left(), first, theme.ink);
        if let Some(remark) = remark {
            let second = Rect::from_min_max(pos2(rect.left(), first.bottom()), block.max);
            paint::galley_at(ui, &remark, rect.left(), second, theme.muted);
        }
        let place = Rect::from_center_size(pos2(rect.right() - SWITCH.x / 2.0, rect.center().y), SWITCH);
        paint_switch(ui, theme, &response, place, *on);
    }
    paint::hand(response)
}

/// A switch alone; `name` is what a screen reader says. `changed()` tells.
pub fn bare_toggle(ui: &mut Ui, theme: &Theme, on: &mut bool, name: &str) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(SWITCH.x, ROW_HEIGHT), Sense::click());
    flip(&mut response, on);
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, name));
    if ui.is_rect_visible(rect) {
        paint_switch(ui, theme, &response, Rect::from_center_size(rect.center(), SWITCH), *on);
    }
    paint::hand(response)
}

/// A round check with its words after it; `changed()` tells.
pub fn check(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str) -> Response {
    let words = paint::block_of(ui, label, theme.body.clone(), (ui.available_width() - BOX - GAP).max(BOX));
    let size = vec2(BOX + GAP + words.size().x, words.size().y.max(ROW_HEIGHT));
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    flip(&mut response, on);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, label));
    if ui.is_rect_visible(rect) {
        let place = Rect::from_center_size(pos2(rect.left() + BOX / 2.0, rect.center().y), Vec2::splat(BOX));
        let (fill, border) = if *on {
            (theme.accent_text, Stroke::new(1.0, theme.accent_text))
        } else {
            (paint::quiet_fill(ui, theme, &response, theme.surface), Stroke::new(1.5, theme.muted))
        };
        ui.painter().rect(place, BOX / 2.0, fill, border, StrokeKind::Inside);
        if *on {
            let mark = paint::line_of(ui, icons::CHECK, icon_font(14.0), f32::INFINITY);
            paint::galley_centred(ui, &mark, place, theme.surface);
        }
        paint::galley_at(ui, &words, place.right() + GAP, rect, theme.ink);
        paint::focus_ring(ui, theme, &response, place, BOX / 2.0);
    }
    paint::hand(response)
}

fn flip(response: &mut Response, on: &mut bool) {
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
}

fn paint_switch(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, on: bool) {
    let turned = ui.ctx().animate_bool_responsive(response.id, on);
    let off_fill = theme.track.lerp_to_gamma(theme.hover, paint::hovered(ui, response));
    let fill = off_fill.lerp_to_gamma(theme.accent_text, turned);
    let border = Stroke::new(1.0, theme.muted.lerp_to_gamma(theme.accent_text, turned));
    ui.painter().rect(rect, rect.height() / 2.0, fill, border, StrokeKind::Inside);
    let margin = rect.height() / 2.0;
    let x = rect.left() + margin + turned * (rect.width() - 2.0 * margin);
    let knob = theme.muted.lerp_to_gamma(theme.surface, turned);
    ui.painter().circle_filled(pos2(x, rect.center().y), KNOB_RADIUS, knob);
    paint::focus_ring(ui, theme, response, rect, rect.height() / 2.0);
}
