//! What a page shows while there is nothing: what will appear, and the act that starts it.

use eframe::egui::{Align2, Sense, Ui, Vec2};

use super::button::Button;
use super::words::words;
use crate::ui::theme::{Theme, icon_font};

/// Widest the sentence runs, in points.
const MEASURE: f32 = 360.0;
const DISC: f32 = 72.0;

/// Shows an icon, a title, one sentence, and an act if there is one; true when the act was clicked.
pub fn empty_state(ui: &mut Ui, theme: &Theme, icon: &str, title: &str, sentence: &str, act: Option<&str>) -> bool {
    ui.vertical_centered(|ui| {
        ui.set_max_width(ui.available_width());
        ui.add_space(24.0);
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(DISC), Sense::hover());
        ui.painter().circle_filled(rect.center(), DISC / 2.0, theme.accent_fill);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, icon_font(32.0), theme.accent_text);
        ui.add_space(8.0);
        words(ui, title, &theme.button, theme.ink);
        ui.scope(|ui| {
            ui.set_max_width(MEASURE.min(ui.available_width()));
            words(ui, sentence, &theme.body, theme.muted);
        });
        ui.add_space(8.0);
        let clicked = act.is_some_and(|act| ui.add(Button::pill(theme, act)).clicked());
        ui.add_space(24.0);
        clicked
    })
    .inner
}
