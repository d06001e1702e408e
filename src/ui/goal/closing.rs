//! The closing review: how the goal ends, what it came to, and what was learnt.

use std::collections::BTreeMap;

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::{Goal, GoalAction, MAX_TEXT_CHARS, Outcome};
use crate::domain::people::{Outcome as PledgeOutcome, PeopleAction};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::people::outcomes;
use crate::ui::progress::refused;
use crate::ui::widgets::{self, Button, TextField};

use super::books::GoalFigures;

/// The review being written.
#[derive(Clone, Debug)]
pub struct Closing {
    outcome: Outcome,
    learnt: String,
    /// What became of the open pledges, as far as it is said.
    pledges: BTreeMap<Uuid, Option<PledgeOutcome>>,
}

/// Whether the sheet stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    Open,
    Closed,
}

impl Closing {
    /// A fresh review.
    pub fn new(goal: &Goal) -> Self {
        Self { outcome: Outcome::Finished, learnt: goal.learnt.clone(), pledges: BTreeMap::new() }
    }

    /// Shows the review over the page.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx, figures: GoalFigures, out: &mut Outbox) -> Stays {
        let Some(goal) = cx.model.goal() else { return Stays::Closed };
        let title = cx.text.get("goal-closing-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            widgets::strong(ui, cx.theme, &goal.title);
            widgets::muted(ui, cx.theme, &figures_words(cx, goal, figures));
            self.outcome(ui, cx);
            self.pledges(ui, cx, goal);
            let (label, hint) = (cx.text.get("goal-learnt"), cx.text.get("goal-learnt-hint"));
            TextField::new(cx.theme, &label).hint(&hint).rows(4).limit(MAX_TEXT_CHARS).show(ui, &mut self.learnt);
            widgets::small(ui, cx.theme, &cx.text.get("goal-closing-note"));
            let close = self.action();
            let problem = refused(cx, close.clone());
            if let Some(problem) = &problem {
                widgets::words(ui, problem, &cx.theme.body, cx.theme.problem);
            }
            problem.is_none().then(|| self.judged().chain([close]).collect())
        };
        let acts = |ui: &mut Ui, close| acts(ui, cx, close, out);
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "closing", &title, contents, acts);
        if answer.closed { Stays::Closed } else { answer.inner }
    }

    fn outcome(&mut self, ui: &mut Ui, cx: &Cx) {
        let outcomes = [
            (Outcome::Finished, "goal-outcome-finished"),
            (Outcome::Paused, "goal-outcome-paused"),
            (Outcome::Dropped, "goal-outcome-dropped"),
        ];
        let options = outcomes.map(|(outcome, id)| (outcome, cx.text.get(id)));
        let name = cx.text.get("goal-outcome");
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::words(ui, &name, &cx.theme.label, cx.theme.muted);
            widgets::segmented(ui, cx.theme, &name, &mut self.outcome, &options);
        });
    }

    /// What became of each open pledge: said here, or left open.
    fn pledges(&mut self, ui: &mut Ui, cx: &Cx, goal: &Goal) {
        for pledge in cx.model.pledges.iter().filter(|pledge| pledge.goal == goal.id && pledge.is_open()) {
            let name = cx.text.with("people-closing-pledge", &[("what", pledge.what.as_str().into())]);
            outcomes(ui, cx, &name, self.pledges.entry(pledge.id).or_default());
        }
    }

    fn judged(&self) -> impl Iterator<Item = Action> {
        self.pledges.iter().filter(|(_, outcome)| outcome.is_some()).map(|(id, outcome)| {
            let (id, outcome, words) = (*id, *outcome, String::new());
            Action::People(PeopleAction::JudgePledge { id, outcome, words })
        })
    }

    fn action(&self) -> Action {
        Action::Goal(GoalAction::Close { outcome: self.outcome, learnt: self.learnt.trim().to_owned() })
    }
}

/// The ways out of the review; `close` is what closes the goal and says what became of its pledges, if it can be closed.
fn acts(ui: &mut Ui, cx: &Cx, close: Option<Vec<Action>>, out: &mut Outbox) -> Stays {
    let is_closed = ui.add_enabled(close.is_some(), Button::pill(cx.theme, &cx.text.get("goal-close"))).clicked();
    let is_left = widgets::quiet_button(ui, cx.theme, &cx.text.get("goal-go-on")).clicked();
    match close {
        Some(close) if is_closed => {
            out.actions.extend(close);
            Stays::Closed
        }
        _ if is_left => Stays::Closed,
        _ => Stays::Open,
    }
}

/// "63 h 8 min in 262 sessions on 237 days, 44 380 words".
pub fn figures_words(cx: &Cx, goal: &Goal, figures: GoalFigures) -> String {
    if figures.sessions == 0 {
        return cx.text.get("goal-figures-none");
    }
    let values = [
        ("length", format::duration(cx.text, figures.focus_secs.unsigned_abs()).into()),
        ("sessions", figures.sessions.into()),
        ("days", figures.days.into()),
    ];
    let words = cx.text.with("goal-figures", &values);
    let Some(measure) = goal.measure.as_ref().filter(|_| figures.counted != 0.0) else { return words };
    let amount = [("amount", format::decimal(figures.counted, 2).into()), ("unit", measure.unit.as_str().into())];
    let amount = cx.text.with("goal-count-of-unit", &amount);
    cx.text.with("list-comma", &[("first", words.into()), ("second", amount.into())])
}
