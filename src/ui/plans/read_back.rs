//! The plan, large, to be read once, slowly. Leaving it unread keeps the plan and marks it as not yet read.

use eframe::egui::{Context, Ui};

use super::parts::{lead, sentence};
use super::sheet::Next;
use crate::domain::Action;
use crate::domain::plans::{Plan, PlanAction};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, quiet_button, sheet_with_acts, words};

/// A plan to be read back, known by its words: a new one has no id before it is carried out.
#[derive(Debug)]
pub(super) struct ReadBack {
    obstacle: String,
    action: String,
    focus: Focus,
}

/// Whether the button has been given the keyboard, so that Enter presses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Wanted,
    Given,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Read,
    Later,
}

impl ReadBack {
    /// Of a plan with these words, tidied.
    pub fn new(obstacle: &str, action: &str) -> Self {
        Self { obstacle: obstacle.to_owned(), action: action.to_owned(), focus: Focus::Wanted }
    }

    /// Whether a plan has the same words.
    pub fn is_of(&self, plan: &Plan) -> bool {
        plan.obstacle == self.obstacle && plan.action == self.action
    }

    /// Shows the sentence over the page.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> Next {
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            ui.add_space(8.0);
            words(ui, &sentence(cx, &self.obstacle, &self.action), &cx.theme.title, cx.theme.ink);
            ui.add_space(8.0);
            lead(ui, cx, (&cx.text.get("plans-read-note"), Strategy::IfThenPlans), out);
        };
        let acts = |ui: &mut Ui, ()| {
            let read = ui.add(Button::pill(cx.theme, &cx.text.get("plans-read-done")).icon(icons::CHECK));
            match self.focus {
                Focus::Wanted if read.has_focus() => self.focus = Focus::Given,
                Focus::Wanted => read.request_focus(),
                Focus::Given => {}
            }
            let is_later = quiet_button(ui, cx.theme, &cx.text.get("plans-read-later")).clicked();
            match (read.clicked(), is_later) {
                (true, _) => Asked::Read,
                (false, true) => Asked::Later,
                (false, false) => Asked::Nothing,
            }
        };
        let title = cx.text.get("plans-read-title");
        let answer = sheet_with_acts(ctx, cx.theme, cx.text, "plan read back", &title, contents, acts);
        match answer.inner {
            Asked::Read => {
                if let Some(plan) = cx.model.plans.iter().rfind(|plan| self.is_of(plan)) {
                    out.act(Action::Plan(PlanAction::ReadBack { id: plan.id }));
                }
                Next::Close
            }
            Asked::Later => Next::Close,
            Asked::Nothing if answer.closed => Next::Close,
            Asked::Nothing => Next::Stay,
        }
    }
}
