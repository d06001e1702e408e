//! A disc beside a name, so that people are found at a glance.

use eframe::egui::{Align2, Sense, Ui, vec2};

use crate::ui::theme::{Theme, icon_font};

/// Width of a disc, the gap after it, and how far it stands below the top of its row, in points.
const WIDTH: f32 = 36.0;
const GAP: f32 = 12.0;
const DOWN: f32 = 4.0;
/// Size of an icon in it, in points.
const ICON: f32 = 20.0;

/// What stands in a disc.
pub(super) enum Disc {
    /// The first letter of a name.
    Letter(String),
    Icon(&'static str),
}

/// Shows a disc, and the contents right of it. It is for the eye alone: the name beside it says who it is.
pub(super) fn beside_disc<R>(ui: &mut Ui, theme: &Theme, disc: Disc, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, WIDTH + DOWN), Sense::hover());
        let centre = rect.center() + vec2(0.0, DOWN / 2.0);
        ui.painter().circle_filled(centre, WIDTH / 2.0, theme.accent_fill);
        let (words, font) = match disc {
            Disc::Letter(letter) => (letter, theme.strong.clone()),
            Disc::Icon(icon) => (icon.to_owned(), icon_font(ICON)),
        };
        ui.painter().text(centre, Align2::CENTER_CENTER, words, font, theme.accent_text);
        ui.vertical(contents).inner
    })
    .inner
}
