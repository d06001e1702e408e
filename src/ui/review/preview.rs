//! What will appear: the questions that each week and each month ask, and the figures they stand beside.

use eframe::egui::Ui;

use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::widgets;

/// Each question with what it will stand beside.
const WEEKLY: [(&str, &str); 6] = [
    ("review-card-progress", "review-preview-progress"),
    ("review-card-skill", "review-preview-skill"),
    ("review-card-automatic", "review-preview-automatic"),
    ("review-card-support", "review-preview-support"),
    ("review-card-plans", "review-preview-plans"),
    ("review-card-adjustment", "review-preview-adjustment"),
];

/// Shows the questions, before there is a review.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    tiles(ui, cx.theme, "review preview", &[1.0], |ui, _| {
        widgets::section(ui, cx.theme, &cx.text.get("review-preview"));
        for (name, told) in WEEKLY {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                widgets::strong(ui, cx.theme, &cx.text.get(name));
                widgets::muted(ui, cx.theme, &cx.text.get(told));
            });
        }
        widgets::small(ui, cx.theme, &cx.text.get("review-preview-month"));
    });
}
