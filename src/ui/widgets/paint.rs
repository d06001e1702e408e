//! What the widgets share: laid-out words, the focus ring, the fill under the pointer.

use std::sync::Arc;

use eframe::egui::{
    Color32, CursorIcon, FontId, Galley, Pos2, Rect, Response, RichText, StrokeKind, TextWrapMode, Ui, WidgetText, pos2,
};

use super::focus::shows_focus;
use crate::ui::theme::Theme;

/// Distance of the focus ring from what it rings, in points.
const RING_GAP: f32 = 2.0;
/// How far a filled button moves towards its text under the pointer, and when pressed; 0 to 1.
const LIFT_HOVERED: f32 = 0.10;
const LIFT_PRESSED: f32 = 0.18;

/// Lays out words on one line, cut with "…" at `max_width` points; paint them with [`galley_at`].
pub(super) fn line_of(ui: &Ui, text: &str, font: FontId, max_width: f32) -> Arc<Galley> {
    let words = WidgetText::from(RichText::new(text).font(font.clone()).color(Color32::PLACEHOLDER));
    words.into_galley(ui, Some(TextWrapMode::Truncate), max_width, font)
}

/// Lays out words that wrap at `max_width` points.
pub(super) fn block_of(ui: &Ui, text: &str, font: FontId, max_width: f32) -> Arc<Galley> {
    let height = line_height(&font);
    let words = RichText::new(text).font(font.clone()).line_height(Some(height)).color(Color32::PLACEHOLDER);
    WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Wrap), max_width, font)
}

/// The line height that belongs to a size of type: 12/16, 14/20, 18/24, 22/28, 28/36, 52/56.
pub(super) fn line_height(font: &FontId) -> f32 {
    match font.size {
        size if size <= 12.0 => 16.0,
        size if size <= 14.0 => 20.0,
        size if size <= 18.0 => 24.0,
        size if size <= 22.0 => 28.0,
        size if size <= 28.0 => 36.0,
        size => size + 4.0,
    }
}

/// Paints words with their left edge at `x`, in the middle of `rect`; returns the x after them.
pub(super) fn galley_at(ui: &Ui, galley: &Arc<Galley>, x: f32, rect: Rect, colour: Color32) -> f32 {
    let top = pos2(x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(snapped(ui, top), galley.clone(), colour);
    x + galley.size().x
}

/// Paints words in the middle of `rect`.
pub(super) fn galley_centred(ui: &Ui, galley: &Arc<Galley>, rect: Rect, colour: Color32) {
    galley_at(ui, galley, rect.center().x - galley.size().x / 2.0, rect, colour);
}

fn snapped(ui: &Ui, pos: Pos2) -> Pos2 {
    let scale = ui.pixels_per_point();
    pos2((pos.x * scale).round() / scale, (pos.y * scale).round() / scale)
}

/// Rings what the keyboard is on.
pub(super) fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, radius: f32) {
    if shows_focus(response) {
        let rect = rect.expand(RING_GAP);
        ui.painter().rect_stroke(rect, radius + RING_GAP, theme.focus_ring(), StrokeKind::Outside);
    }
}

/// How much a widget is under the pointer, 0 to 1, moving smoothly unless motion is reduced.
pub(super) fn hovered(ui: &Ui, response: &Response) -> f32 {
    let over = response.hovered() && ui.is_enabled();
    ui.ctx().animate_bool_responsive(response.id.with("hover"), over)
}

/// A light fill, towards the theme's hover colour as the pointer comes, and the accent when pressed.
pub(super) fn quiet_fill(ui: &Ui, theme: &Theme, response: &Response, rest: Color32) -> Color32 {
    if response.is_pointer_button_down_on() {
        return theme.accent_fill;
    }
    let away = if rest == Color32::TRANSPARENT { theme.hover.gamma_multiply(0.0) } else { rest };
    away.lerp_to_gamma(theme.hover, hovered(ui, response))
}

/// A strong fill that lightens (or darkens) towards its text.
pub(super) fn strong_fill(ui: &Ui, response: &Response, fill: Color32, text: Color32) -> Color32 {
    let lift = if response.is_pointer_button_down_on() { LIFT_PRESSED } else { LIFT_HOVERED * hovered(ui, response) };
    fill.lerp_to_gamma(text, lift)
}

/// The hand over what can be clicked.
pub(super) fn hand(response: Response) -> Response {
    response.on_hover_cursor(CursorIcon::PointingHand)
}
