//! The end of a stage: what happened in figures, and the two ways to go on. It is offered, never asked again.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::programme::{ProgrammeAction, Stage, StageEnd};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::words::stage_name;

/// Width from which the four figures stand in one row, in points; below, two and two.
const ONE_ROW: f32 = 480.0;

/// Shows the card while a stage that ended waits for an answer.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let Some(end) = cx.derived.programme.stage_end() else { return };
    tiles(ui, cx.theme, "stage end", &[1.0], |ui, _| {
        let title = cx.text.with("programme-end-title", &[("stage", stage_name(cx, end.stage).into())]);
        widgets::subtitle(ui, cx.theme, &title);
        ui.add_space(4.0);
        figures(ui, cx, end);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| acts(ui, cx, end, out));
        widgets::muted(ui, cx.theme, &cx.text.get("programme-end-note"));
    });
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, end: &StageEnd) {
    let values = |pair: [(&'static str, u32); 2]| pair.map(|(name, value)| (name, value.into()));
    let days = values([("done", end.days_done), ("taken", end.days_taken)]);
    let steps = values([("done", end.steps_done), ("of", end.steps)]);
    let shown = [
        ("programme-end-sessions", format::count(u64::from(end.sessions))),
        ("programme-end-focus", format::duration_short(cx.text, u64::try_from(end.focus_secs).unwrap_or(0))),
        ("programme-end-days", cx.text.with("programme-end-days-value", &days)),
        ("programme-end-steps", cx.text.with("programme-end-steps-value", &steps)),
    ];
    let columns = if ui.available_width() >= ONE_ROW { 4 } else { 2 };
    for row in shown.chunks(columns) {
        ui.columns(columns, |places| {
            for (ui, (id, value)) in places.iter_mut().zip(row) {
                ui.spacing_mut().item_spacing.y = 0.0;
                widgets::muted(ui, cx.theme, &cx.text.get(id));
                widgets::words(ui, value, &cx.theme.figure, cx.theme.ink);
            }
        });
    }
}

fn acts(ui: &mut Ui, cx: &Cx<'_>, end: &StageEnd, out: &mut Outbox) {
    let go_on = match end.next {
        Stage::KeepGoing => cx.text.get("programme-end-keep-going"),
        next => cx.text.with("programme-end-go-on", &[("stage", stage_name(cx, next).into())]),
    };
    if ui.add(Button::pill(cx.theme, &go_on)).clicked() {
        out.act(Action::Programme(ProgrammeAction::Begin(end.next)));
    }
    let repeat = cx.text.with("programme-end-repeat", &[("days", end.stage.days().into())]);
    if ui.add(Button::quiet(cx.theme, &repeat)).clicked() {
        out.act(Action::Programme(ProgrammeAction::Begin(end.stage)));
    }
}
