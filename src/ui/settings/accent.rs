//! The accent: one of the four metals, each shown as a disc with its name.

use eframe::egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::domain::settings::Accent;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::theme::{self, icon_font};
use crate::ui::widgets::{shows_focus, small};

/// Diameter of a disc, in points.
const DISC: f32 = 32.0;
const METALS: [Accent; 4] = [Accent::Gold, Accent::Copper, Accent::Bronze, Accent::Steel];

/// Chooses the accent; the name of the chosen one stands beside the discs.
pub(super) fn accent_ui(ui: &mut Ui, cx: &Cx<'_>, accent: &mut Accent) {
    let names = theme::Accent::ALL.map(|metal| cx.text.get(metal.text_id()));
    ui.horizontal(|ui| {
        for ((metal, colour), name) in METALS.into_iter().zip(cx.theme.stage).zip(&names) {
            let is_set = metal == *accent;
            let (rect, response) = ui.allocate_exact_size(vec2(DISC, DISC), Sense::click());
            if response.clicked() {
                *accent = metal;
            }
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_set, name));
            ui.painter().circle_filled(rect.center(), DISC / 2.0 - 2.0, colour);
            if is_set {
                check_in(ui, cx, rect);
            }
            if shows_focus(&response) {
                ui.painter().circle_stroke(rect.center(), DISC / 2.0 + 1.0, cx.theme.focus_ring());
            } else if response.hovered() {
                ui.painter().circle_stroke(rect.center(), DISC / 2.0, Stroke::new(1.0, cx.theme.muted));
            }
            response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name);
        }
        let chosen = METALS.into_iter().zip(&names).find(|(metal, _)| metal == accent);
        small(ui, cx.theme, chosen.map_or("", |(_, name)| name));
    });
}

fn check_in(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let centre = rect.center();
    ui.painter().circle_filled(centre, DISC / 4.0 + 1.0, cx.theme.surface);
    let anchor = eframe::egui::Align2::CENTER_CENTER;
    ui.painter().text(centre, anchor, icons::CHECK, icon_font(DISC / 2.0 - 3.0), cx.theme.ink);
}
