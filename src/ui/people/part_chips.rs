//! The parts that a reader may see, as chips: one row after another instead of a long list of switches.

use eframe::egui::Ui;

use crate::domain::people::{Part, Parts};
use crate::ui::cx::Cx;
use crate::ui::widgets;

use super::words::part_id;

/// Shows a chip for each part.
pub(in crate::ui) fn part_chips(ui: &mut Ui, cx: &Cx<'_>, sees: &mut Parts) {
    widgets::chips_row(ui, |ui| {
        for part in Part::ALL {
            let mut on = sees.has(part);
            if widgets::chip(ui, cx.theme, &mut on, &cx.text.get(part_id(part))).changed() {
                *sees = sees.toggled(part);
            }
        }
    });
}
