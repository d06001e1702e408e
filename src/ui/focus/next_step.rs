//! The quiet card "Next step", one line of the programme and one way to it; and the card of a stage that is done.

use eframe::egui::Ui;

use super::side::Accent;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::programme::{figures, stage_name, step_name, way};
use crate::ui::widgets::nudge;

/// Shows the next step of the programme; nothing while a session runs, and after the last day.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if cx.model.running.is_some() {
        return;
    }
    let Some(step) = cx.derived.programme.next_step() else { return };
    let (words, command) =
        way(cx, step).unwrap_or_else(|| (cx.text.get("programme-see-path"), Command::GoTo(Tab::Goal)));
    if nudge(ui, cx.theme, &cx.text.get("programme-next"), &step_name(cx, step), Some(&words)) {
        out.run(command);
    }
}

/// Says that a stage is done and waits to be looked back at, unless a session runs.
pub(super) fn stage_end_card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> Accent {
    let end = cx.derived.programme.stage_end().filter(|_| cx.model.running.is_none());
    let Some(end) = end else { return Accent::Free };
    let told = figures(cx, end.sessions, end.days_done, end.focus_secs);
    let values = [("stage", stage_name(cx, end.stage).into()), ("figures", told.into())];
    let line = cx.text.with("programme-end-line", &values);
    if nudge(ui, cx.theme, &cx.text.get("programme-end-name"), &line, Some(&cx.text.get("programme-end-way"))) {
        out.run(Command::GoTo(Tab::Goal));
    }
    Accent::Taken
}
