//! The quiet card "Next step": one line of the programme and one way to it.

use eframe::egui::Ui;

use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::programme::{figures, stage_name, step_name, way};
use crate::ui::widgets::nudge;

/// Shows the next step of the programme, or the end of a stage; nothing while a session runs, and after the last day.
pub fn next_step_card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if cx.model.running.is_some() {
        return;
    }
    let path = &cx.derived.programme;
    let title = cx.text.get("programme-next");
    if let Some(end) = path.stage_end() {
        let told = figures(cx, end.sessions, end.days_done, end.focus_secs);
        let values = [("stage", stage_name(cx, end.stage).into()), ("figures", told.into())];
        let line = cx.text.with("programme-end-line", &values);
        if nudge(ui, cx.theme, &title, &line, Some(&cx.text.get("programme-end-way"))) {
            out.run(Command::GoTo(Tab::Goal));
        }
        return;
    }
    let Some(step) = path.next_step() else { return };
    let (words, command) =
        way(cx, step).unwrap_or_else(|| (cx.text.get("programme-see-path"), Command::GoTo(Tab::Goal)));
    if nudge(ui, cx.theme, &title, &step_name(cx, step), Some(&words)) {
        out.run(command);
    }
}
