//! A round button of one icon; its name is the tooltip and what a screen reader says.

use eframe::egui::{Color32, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::paint;
use crate::ui::theme::{Theme, icon_font};

/// Diameter of the button, in points.
pub const ICON_BUTTON: f32 = 36.0;
/// Size of the icon, in points.
const ICON: f32 = 20.0;

/// A button of one icon (a letter from `ui::icons`) and its name.
pub fn icon_button(ui: &mut Ui, theme: &Theme, icon: &str, name: &str) -> Response {
    let letter = paint::line_of(ui, icon, icon_font(ICON), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(ICON_BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let fill = paint::quiet_fill(ui, theme, &response, Color32::TRANSPARENT);
        ui.painter().circle_filled(rect.center(), ICON_BUTTON / 2.0, fill);
        let colour = theme.muted.lerp_to_gamma(theme.ink, paint::hovered(ui, &response));
        paint::galley_centred(ui, &letter, rect, colour);
        paint::focus_ring(ui, theme, &response, rect, ICON_BUTTON / 2.0);
    }
    paint::hand(response).on_hover_text(name)
}

/// An icon alone, as a picture without a name, `size` points.
pub fn icon(ui: &mut Ui, icon: &str, size: f32, colour: Color32) -> Response {
    let letter = paint::line_of(ui, icon, icon_font(size), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    paint::galley_centred(ui, &letter, rect, colour);
    response
}
