//! A small round switch of a letter or two, for rows of them such as the days of a week.

use eframe::egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::paint;
use crate::ui::theme::Theme;

/// Diameter, in points.
const SIZE: f32 = 36.0;

/// Shows `letters`, which `name` says in full; `changed()` tells.
pub fn round_toggle(ui: &mut Ui, theme: &Theme, on: &mut bool, letters: &str, name: &str) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(Vec2::splat(SIZE), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, name));
    if ui.is_rect_visible(rect) {
        let (fill, border, font, colour) = if *on {
            (theme.accent_fill, Stroke::new(1.0, theme.accent_text), &theme.strong, theme.accent_text)
        } else {
            (paint::quiet_fill(ui, theme, &response, theme.surface), theme.border(), &theme.body, theme.muted)
        };
        let words = paint::line_of(ui, letters, font.clone(), f32::INFINITY);
        ui.painter().rect(rect, SIZE / 2.0, fill, border, StrokeKind::Inside);
        paint::galley_centred(ui, &words, rect, colour);
        paint::focus_ring(ui, theme, &response, rect, SIZE / 2.0);
    }
    paint::hand(response).on_hover_text(name)
}
