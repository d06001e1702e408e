//! The page before there is anything to show: what will appear, and the act that starts it.

use eframe::egui::Ui;

use crate::ui::charts::tiles;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::{icons, widgets};

/// Width from which the cards of what will be here stand side by side, in points.
const SIDE_BY_SIDE: f32 = 640.0;
/// How many of them there are in a row then.
const IN_ROW: usize = 3;

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
    preview(ui, cx);
}

/// Shown while the goal has no session; true when a past one is to be added.
pub fn no_session(ui: &mut Ui, cx: &Cx, out: &mut Outbox) -> bool {
    let mut asks_to_add = false;
    widgets::page_title(ui, cx.theme, &cx.text.get("progress-title"));
    tiles(ui, cx.theme, "no session", &[1.0], |ui, _| {
        let (title, sentence) = (cx.text.get("progress-no-session"), cx.text.get("progress-no-session-more"));
        let act = cx.text.get("progress-start-first");
        if widgets::empty_state(ui, cx.theme, icons::CHART_BAR, &title, &sentence, Some(&act)) {
            out.run(Command::GoTo(Tab::Focus));
        }
        // The second way stands right below the first, not below the room under it.
        ui.add_space(-24.0);
        ui.vertical_centered(|ui| {
            asks_to_add = ui.add(widgets::Button::act(cx.theme, &cx.text.get("progress-add-past"))).clicked();
        });
        ui.add_space(24.0);
    });
    preview(ui, cx);
    asks_to_add
}

/// What will be here, a card each.
fn preview(ui: &mut Ui, cx: &Cx) {
    let parts = [
        (icons::CHART_BAR, "progress-daily-title", "progress-preview-daily"),
        (icons::CALENDAR_BLANK, "progress-preview-year-title", "progress-preview-year"),
        (icons::MEDAL, "progress-strength", "progress-preview-strength"),
        (icons::FLAG, "progress-preview-ahead-title", "progress-preview-ahead"),
        (icons::HEART, "progress-feelings-title", "progress-preview-feelings"),
        (icons::CLOCK, "progress-rhythm-title", "progress-preview-rhythm"),
    ];
    let in_row = if ui.available_width() < SIDE_BY_SIDE { 1 } else { IN_ROW };
    for (nth, row) in parts.chunks(in_row).enumerate() {
        tiles(ui, cx.theme, &format!("preview {nth}"), &vec![1.0; in_row], |ui, column| {
            let (icon, title, sentence) = row[column];
            widgets::icon(ui, icon, 24.0, cx.theme.accent_text);
            widgets::strong(ui, cx.theme, &cx.text.get(title));
            widgets::muted(ui, cx.theme, &cx.text.get(sentence));
        });
    }
}
