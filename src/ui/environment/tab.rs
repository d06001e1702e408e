//! The page.

use eframe::egui::Ui;

use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

/// The Environment room with its own state.
#[derive(Debug, Default)]
pub struct EnvironmentTab {}

impl EnvironmentTab {
    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, _out: &mut Outbox) {
        widgets::page_title(ui, cx.theme, &cx.text.get("environment-tab"));
    }
}
