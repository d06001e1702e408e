//! Cards: white with a thin border, or in the accent for the one nudge.

use eframe::egui::{Color32, Frame, InnerResponse, Margin, Stroke, Ui, vec2};

use super::button::Button;
use super::words::{body, words};
use crate::ui::theme::{CARD, GRID, Theme};

/// A card as wide as there is room, with its contents inside.
pub fn card<R>(ui: &mut Ui, theme: &Theme, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, theme.surface, theme.border(), contents)
}

/// The card of the nudge: in the accent, without a border.
pub fn nudge_card<R>(ui: &mut Ui, theme: &Theme, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, theme.accent_fill, Stroke::new(1.0, theme.accent_fill), contents)
}

/// The one piece of advice on screen: a heading, a sentence, an act if there is one; true when the act was clicked.
pub fn nudge(ui: &mut Ui, theme: &Theme, title: &str, sentence: &str, act: Option<&str>) -> bool {
    nudge_card(ui, theme, |ui| {
        words(ui, title, &theme.label, theme.accent_text);
        ui.spacing_mut().item_spacing.y = 0.0;
        body(ui, theme, sentence);
        act.is_some_and(|act| ui.add(Button::link(theme, act)).clicked())
    })
    .inner
}

fn framed<R>(ui: &mut Ui, fill: Color32, border: Stroke, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let frame =
        Frame::new().fill(fill).stroke(border).corner_radius(CARD).inner_margin(Margin::same(CARD.cast_signed()));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, GRID);
        ui.set_min_width(ui.available_width());
        ui.vertical(contents).inner
    })
}
