//! Cards: white with a thin border, or in the accent for the one nudge.

use eframe::egui::{Color32, Frame, InnerResponse, Margin, Stroke, Ui};

use crate::ui::theme::{CARD, Theme};

/// A card as wide as there is room, with its contents inside.
pub fn card<R>(ui: &mut Ui, theme: &Theme, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, theme.surface, theme.border(), contents)
}

/// The card of the nudge: in the accent, without a border.
pub fn nudge_card<R>(ui: &mut Ui, theme: &Theme, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, theme.accent_fill, Stroke::new(1.0, theme.accent_fill), contents)
}

fn framed<R>(ui: &mut Ui, fill: Color32, border: Stroke, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let frame =
        Frame::new().fill(fill).stroke(border).corner_radius(CARD).inner_margin(Margin::same(CARD.cast_signed()));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.vertical(contents).inner
    })
}
