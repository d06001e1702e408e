//! The card itself, over everything else.

use eframe::egui::Ui;

use super::Strategy;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;

/// The card that is open.
#[derive(Debug, Default)]
pub struct EvidenceSheet {
    open: Option<Strategy>,
}

impl EvidenceSheet {
    /// Opens the card of a strategy.
    pub fn open(&mut self, strategy: Strategy) {
        self.open = Some(strategy);
    }

    /// Shows the card, if one is open.
    pub fn ui(&mut self, _ui: &mut Ui, _cx: &Cx<'_>, _out: &mut Outbox) {}
}
