//! The handle an item is moved by.

use eframe::egui::{Color32, CursorIcon, Id, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};
use uuid::Uuid;

use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::theme::icon_font;
use crate::ui::widgets::shows_focus;

/// Size of a handle, in points.
const WIDTH: f32 = 24.0;
const HEIGHT: f32 = 36.0;
const ICON: f32 = 18.0;

/// A handle called `name`; it keeps the keyboard wherever its item goes.
pub(super) fn handle(ui: &mut Ui, cx: &Cx<'_>, item: Uuid, name: &str) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, HEIGHT), Sense::hover());
    let response = ui.interact(rect, Id::unique(("handle", item)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let is_lit = response.hovered() || shows_focus(&response) || response.dragged();
        let (fill, colour) =
            if is_lit { (cx.theme.hover, cx.theme.ink) } else { (Color32::TRANSPARENT, cx.theme.muted) };
        ui.painter().rect_filled(rect, 8.0, fill);
        let at = eframe::egui::Align2::CENTER_CENTER;
        ui.painter().text(rect.center(), at, icons::DOTS_SIX_VERTICAL, icon_font(ICON), colour);
        if shows_focus(&response) {
            ui.painter().rect_stroke(rect, 8.0, cx.theme.focus_ring(), StrokeKind::Outside);
        }
    }
    let cursor = if response.dragged() { CursorIcon::Grabbing } else { CursorIcon::Grab };
    response.on_hover_cursor(cursor).on_hover_text(cx.text.get("environment-move-hint"))
}
