//! The archive: closed goals, readable, and taken up again while none is active.

use eframe::egui::Ui;
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::{Goal, GoalAction, GoalField, GoalState, MAX_TEXT_CHARS};
use crate::domain::people::PeopleAction;
use crate::domain::time::local_time;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::people::{judged_words, outcomes};
use crate::ui::widgets::{self, TextField};
use crate::ui::{format, icons};

use super::books::{Archived, Books};
use super::closing::figures_words;
use super::row::row;

/// The closed goal whose fields are shown, and what is typed about it.
#[derive(Debug, Default)]
pub struct Archive {
    open: Option<Open>,
}

/// A closed goal that is read.
#[derive(Debug)]
struct Open {
    id: Uuid,
    /// What was learnt: as typed, and as the records held it last.
    learnt: String,
    held: String,
}

impl Archive {
    /// Shows the closed goals.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, books: &Books, out: &mut Outbox) {
        for archived in &books.archive {
            self.goal(ui, cx, archived, out);
        }
    }

    fn goal(&mut self, ui: &mut Ui, cx: &Cx, archived: &Archived, out: &mut Outbox) {
        let id = archived.goal.id;
        let is_open = self.open.as_ref().is_some_and(|open| open.id == id);
        let title = archived.goal.title.as_str();
        let remark = remark(cx, archived);
        row(ui, cx, title, &remark, |ui| {
            let (icon, name) =
                if is_open { (icons::CARET_UP, "goal-archive-less") } else { (icons::CARET_DOWN, "goal-archive-more") };
            let name = cx.text.with(name, &[("title", title.into())]);
            if widgets::icon_button(ui, cx.theme, icon, &name).clicked() {
                self.open = (!is_open).then(|| Open::of(&archived.goal));
            }
            if cx.model.goal().is_none() && widgets::small_button(ui, cx.theme, &cx.text.get("goal-resume")).clicked() {
                out.act(Action::Goal(GoalAction::Resume { id }));
            }
        });
        if let Some(open) = self.open.as_mut().filter(|open| open.id == id) {
            open.details(ui, cx, archived, out);
        }
    }
}

impl Open {
    fn of(goal: &Goal) -> Self {
        Self { id: goal.id, learnt: goal.learnt.clone(), held: goal.learnt.clone() }
    }

    /// What the goal was about, and what was learnt, which can still be written.
    fn details(&mut self, ui: &mut Ui, cx: &Cx, archived: &Archived, out: &mut Outbox) {
        let goal = &archived.goal;
        if goal.learnt != self.held {
            self.held.clone_from(&goal.learnt);
            if self.learnt.trim() != goal.learnt.trim() {
                // Changed elsewhere, by undo for one.
                self.learnt.clone_from(&goal.learnt);
            }
        }
        widgets::muted(ui, cx.theme, &figures_words(cx, goal, archived.figures));
        let (label, hint) = (cx.text.get("goal-learnt"), cx.text.get("goal-learnt-hint"));
        let field = TextField::new(cx.theme, &label).hint(&hint).rows(3).limit(MAX_TEXT_CHARS);
        if field.id_salt(("learnt", goal.id)).show(ui, &mut self.learnt).changed() {
            out.act(Action::Goal(GoalAction::Set { id: goal.id, field: GoalField::Learnt(self.learnt.clone()) }));
        }
        about(ui, cx, goal);
        pledges(ui, cx, goal, out);
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

fn about(ui: &mut Ui, cx: &Cx, goal: &Goal) {
    let fields = [
        ("goal-why", &goal.why),
        ("goal-identity", &goal.identity),
        ("goal-cue", &goal.cue),
        ("goal-fallback", &goal.fallback),
        ("goal-bundle", &goal.bundle),
    ];
    for (id, value) in fields.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            widgets::words(ui, &cx.text.get(id), &cx.theme.label, cx.theme.muted);
            widgets::body(ui, cx.theme, value);
        });
    }
}

/// What was promised for it, with what became of it; of one that was left open that can still be said.
fn pledges(ui: &mut Ui, cx: &Cx, goal: &Goal, out: &mut Outbox) {
    for pledge in cx.model.pledges.iter().filter(|pledge| pledge.goal == goal.id) {
        let said = cx.text.with("people-pledge-words", &[("what", pledge.what.as_str().into())]);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            widgets::words(ui, &cx.text.get("people-pledges"), &cx.theme.label, cx.theme.muted);
            widgets::body(ui, cx.theme, &said);
            if let Some(outcome) = pledge.outcome {
                widgets::small(ui, cx.theme, &judged_words(cx, pledge, outcome));
                return;
            }
            let (mut outcome, id) = (None, pledge.id);
            outcomes(ui, cx, &cx.text.get("people-judge-title"), &mut outcome);
            if outcome.is_some() {
                out.act(Action::People(PeopleAction::JudgePledge { id, outcome, words: String::new() }));
            }
        });
    }
}
