//! The small "why" beside a strategy.

use eframe::egui::Ui;

use super::Strategy;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::link_button;

/// Shows "why"; a click opens the card.
pub fn why(ui: &mut Ui, cx: &Cx<'_>, strategy: Strategy, out: &mut Outbox) {
    if link_button(ui, cx.theme, &cx.text.get("evidence-why")).clicked() {
        out.run(Command::ShowEvidence(strategy));
    }
}
