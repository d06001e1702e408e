//! The archive: closed goals, readable, and taken up again while none is active.

use eframe::egui::Ui;
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::{GoalAction, GoalState};
use crate::domain::time::local_time;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets;
use crate::ui::{format, icons};

use super::books::{Archived, Books};
use super::closing::figures_words;
use super::row::row;

/// Shows the closed goals; `open` is the one whose fields are shown.
pub fn ui(ui: &mut Ui, cx: &Cx, books: &Books, open: &mut Option<Uuid>, out: &mut Outbox) {
    for archived in &books.archive {
        let id = archived.goal.id;
        let is_open = *open == Some(id);
        let title = archived.goal.title.as_str();
        let remark = remark(cx, archived);
        row(ui, cx, title, &remark, |ui| {
            let (icon, name) =
                if is_open { (icons::CARET_UP, "goal-archive-less") } else { (icons::CARET_DOWN, "goal-archive-more") };
            let name = cx.text.with(name, &[("title", title.into())]);
            if widgets::icon_button(ui, cx.theme, icon, &name).clicked() {
                *open = (!is_open).then_some(id);
            }
            if cx.model.goal().is_none() && widgets::small_button(ui, cx.theme, &cx.text.get("goal-resume")).clicked() {
                out.act(Action::Goal(GoalAction::Resume { id }));
            }
        });
        if is_open {
            details(ui, cx, archived);
        }
    }
}

/// "finished 3 March 2026 · 63 h in 262 sessions".
fn remark(cx: &Cx, archived: &Archived) -> String {
    let id = match archived.goal.state {
        GoalState::Active => "goal-state-active",
        GoalState::Finished => "goal-state-finished",
        GoalState::Paused => "goal-state-paused",
        GoalState::Dropped => "goal-state-dropped",
    };
    let closed = archived.goal.closed.map(|at| local_time(at, (cx.offset_at)(at)).date());
    let date = closed.map(|date| format::date(cx.text, date)).unwrap_or_default();
    let state = cx.text.with(id, &[("date", date.into())]);
    if archived.figures.sessions == 0 {
        return state;
    }
    let length = format::duration(cx.text, archived.figures.focus_secs.unsigned_abs());
    let values = [("length", length.into()), ("sessions", archived.figures.sessions.into())];
    let figures = cx.text.with("goal-figures-short", &values);
    cx.text.with("list-dot", &[("first", state.into()), ("second", figures.into())])
}

fn details(ui: &mut Ui, cx: &Cx, archived: &Archived) {
    let goal = &archived.goal;
    let fields = [
        ("goal-learnt", &goal.learnt),
        ("goal-why", &goal.why),
        ("goal-identity", &goal.identity),
        ("goal-cue", &goal.cue),
        ("goal-fallback", &goal.fallback),
    ];
    widgets::muted(ui, cx.theme, &figures_words(cx, goal, archived.figures));
    for (id, value) in fields.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            widgets::words(ui, &cx.text.get(id), &cx.theme.label, cx.theme.muted);
            widgets::body(ui, cx.theme, value);
        });
    }
}
