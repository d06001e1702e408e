//! The page before there is anything to show: what will appear, and the act that starts it.

use eframe::egui::Ui;

use crate::ui::charts::tiles;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::{icons, widgets};

/// Shown while there is no goal.
pub fn no_goal(ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
    widgets::page_title(ui, cx.theme, &cx.text.get("progress-title"));
    tiles(ui, cx.theme, "no goal", &[1.0], |ui, _| {
        let (title, sentence) = (cx.text.get("progress-no-goal"), cx.text.get("progress-no-goal-more"));
        let act = cx.text.get("progress-to-goal");
        if widgets::empty_state(ui, cx.theme, icons::TARGET, &title, &sentence, Some(&act)) {
            out.run(Command::GoTo(Tab::Goal));
        }
    });
}

/// Shown while the goal has no session; true when a past one is to be added.
pub fn no_session(ui: &mut Ui, cx: &Cx, out: &mut Outbox) -> bool {
    let mut asks_to_add = false;
    tiles(ui, cx.theme, "no session", &[1.0], |ui, _| {
        let (title, sentence) = (cx.text.get("progress-no-session"), cx.text.get("progress-no-session-more"));
        let act = cx.text.get("progress-start-first");
        if widgets::empty_state(ui, cx.theme, icons::CHART_BAR, &title, &sentence, Some(&act)) {
            out.run(Command::GoTo(Tab::Focus));
        }
        ui.vertical_centered(|ui| {
            asks_to_add = widgets::link_button(ui, cx.theme, &cx.text.get("progress-add-past")).clicked();
        });
        ui.add_space(16.0);
    });
    asks_to_add
}
