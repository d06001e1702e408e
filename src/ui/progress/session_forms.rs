//! The form for a past session.

use eframe::egui::{Context, Ui};

use crate::domain::session::SessionAction;
use crate::domain::{Action, apply};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::refusals;
use crate::ui::widgets::{self, Button, TextField};

use super::when::When;

/// A past session being entered.
#[derive(Clone, Debug)]
pub struct AddForm {
    when: When,
    note: String,
    /// Why it cannot be added as it stands, checked at each change.
    problem: Option<String>,
}

/// Whether a sheet stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    Open,
    Closed,
}

impl AddForm {
    /// A form that proposes a session of the usual length, ended just now.
    pub fn new(cx: &Cx) -> Self {
        let mut form =
            Self { when: When::just_ended(cx, cx.model.settings.session_minutes), note: String::new(), problem: None };
        form.problem = form.check(cx);
        form
    }

    fn action(&self, cx: &Cx) -> Option<Action> {
        let times = self.when.times(cx).ok()?;
        Some(Action::Session(SessionAction::Add {
            started: times.started,
            offset_secs: times.offset_secs,
            focus_secs: times.focus_secs,
            note: self.note.trim().to_owned(),
        }))
    }

    fn check(&self, cx: &Cx) -> Option<String> {
        refused(cx, self.action(cx)?)
    }

    /// Shows the form over the page.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx, out: &mut Outbox) -> Stays {
        let title = cx.text.get("progress-add-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            if self.when.ui(ui, cx) {
                self.problem = self.check(cx);
            }
            let (label, hint) = (cx.text.get("progress-note"), cx.text.get("progress-add-note-hint"));
            TextField::new(cx.theme, &label).hint(&hint).rows(2).show(ui, &mut self.note);
            if let Some(problem) = &self.problem {
                widgets::words(ui, problem, &cx.theme.body, cx.theme.problem);
            }
            self.action(cx).filter(|_| self.problem.is_none())
        };
        let acts = |ui: &mut Ui, action: Option<Action>| {
            let add = cx.text.get("progress-add-session");
            let added = ui.add_enabled(action.is_some(), Button::pill(cx.theme, &add)).clicked();
            let cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            match action {
                Some(action) if added => {
                    out.act(action);
                    Stays::Closed
                }
                _ if cancelled => Stays::Closed,
                _ => Stays::Open,
            }
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "add session", &title, contents, acts);
        if answer.closed { Stays::Closed } else { answer.inner }
    }
}

/// Why an action would be refused, tried out on a copy that costs a few pointers.
pub fn refused(cx: &Cx, action: Action) -> Option<String> {
    let mut trial = cx.model.clone();
    let refusal = apply(&mut trial, action, cx.now).err()?;
    Some(refusals::words_here(&refusal, cx.text, cx.offset_at))
}
