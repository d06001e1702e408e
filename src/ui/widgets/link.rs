//! The address of a page on the web, shown whole, so that it can be read before it is opened.

use eframe::egui::{Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::paint;
use crate::ui::theme::Theme;

/// Least height of an address, in points: what a finger or a shaking hand can hit.
const HEIGHT: f32 = 24.0;

/// An address in small print that can be clicked; it wraps rather than being cut.
pub fn address(ui: &mut Ui, theme: &Theme, url: &str) -> Response {
    let galley = paint::block_of(ui, url, theme.small.clone(), ui.available_width());
    let size = vec2(galley.size().x, galley.size().y.max(HEIGHT));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), url));
    if ui.is_rect_visible(rect) {
        let colour = theme.accent_text.lerp_to_gamma(theme.ink, paint::hovered(ui, &response));
        paint::galley_at(ui, &galley, rect.left(), rect, colour);
        if response.hovered() {
            let top = rect.center().y - galley.size().y / 2.0;
            for row in &galley.rows {
                let line = row.rect().translate(vec2(rect.left(), top));
                ui.painter().hline(line.x_range(), line.bottom(), Stroke::new(1.0, colour));
            }
        }
        paint::focus_ring(ui, theme, &response, rect, 4.0);
    }
    paint::hand(response)
}
