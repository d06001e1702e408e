//! Chips: small round switches, a check before the words when set.

use eframe::egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::paint;
use crate::ui::icons;
use crate::ui::theme::{Theme, icon_font};

const HEIGHT: f32 = 32.0;
const PAD: f32 = 14.0;
const GAP: f32 = 6.0;
const ICON: f32 = 16.0;
/// Gap between chips, in points.
const BETWEEN: f32 = 8.0;

/// Chips beside each other, in as many rows as they need.
pub fn chips_row<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        // The first row has the height that holds before it begins.
        ui.spacing_mut().interact_size.y = HEIGHT;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(BETWEEN, BETWEEN);
            contents(ui)
        })
        .inner
    })
    .inner
}

/// A chip that switches `on` when clicked; `changed()` tells.
pub fn chip(ui: &mut Ui, theme: &Theme, on: &mut bool, text: &str) -> Response {
    let words = paint::line_of(ui, text, theme.body.clone(), ui.max_rect().width() - 2.0 * PAD - ICON - GAP);
    let check = on.then(|| paint::line_of(ui, icons::CHECK, icon_font(ICON), f32::INFINITY));
    let check_width = if check.is_some() { ICON + GAP } else { 0.0 };
    let size = vec2(words.size().x + check_width + 2.0 * PAD, HEIGHT);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, text));
    if ui.is_rect_visible(rect) {
        let (fill, border, colour) = match check {
            Some(_) => (theme.accent_fill, Stroke::new(1.0, theme.accent_fill), theme.accent_text),
            None => (paint::quiet_fill(ui, theme, &response, theme.surface), theme.border(), theme.ink),
        };
        ui.painter().rect(rect, HEIGHT / 2.0, fill, border, StrokeKind::Inside);
        let mut x = rect.left() + PAD;
        if let Some(check) = check {
            x = paint::galley_at(ui, &check, x, rect, colour) + GAP;
        }
        paint::galley_at(ui, &words, x, rect, colour);
        paint::focus_ring(ui, theme, &response, rect, HEIGHT / 2.0);
    }
    paint::hand(response)
}
