//! The sheets of a pledge: the one it is written on, and the one that says what became of it.

use chrono::{Days, NaiveDate};
use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::people::{MAX_LINE_CHARS, Outcome, PeopleAction, Pledge};
use crate::ui::cx::Cx;
use crate::ui::dates::{parse_date, typed_date};
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::progress::refused;
use crate::ui::widgets::{self, Button, TextField};

use super::words::outcome_id;

/// Days a new pledge has while nothing else is said.
const USUAL_DAYS: u64 = 30;

/// A pledge being written.
#[derive(Clone, Debug)]
pub(super) struct PledgeForm {
    what: String,
    until: String,
    to: String,
    place: String,
}

impl PledgeForm {
    /// A new one.
    pub(super) fn new(today: NaiveDate) -> Self {
        let until = typed_date(today.checked_add_days(Days::new(USUAL_DAYS)).unwrap_or(today));
        Self { what: String::new(), until, to: String::new(), place: String::new() }
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let title = cx.text.get("people-pledge-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            widgets::muted(ui, cx.theme, &cx.text.get("people-pledge-note"));
            let until = self.fields(ui, cx);
            let action = until.map(|until| {
                let (what, to, place) = (self.what.clone(), self.to.clone(), self.place.clone());
                Action::People(PeopleAction::Pledge { what, until, to, place })
            });
            let problem = action.clone().and_then(|action| refused(cx, action));
            if let Some(problem) = problem.as_ref().filter(|_| !self.what.trim().is_empty()) {
                widgets::words(ui, problem, &cx.theme.body, cx.theme.problem);
            }
            action.filter(|_| problem.is_none())
        };
        let acts = |ui: &mut Ui, action: Option<Action>| {
            let give = cx.text.get("people-pledge-give");
            let is_given = ui.add_enabled(action.is_some(), Button::pill(cx.theme, &give)).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            (action.filter(|_| is_given), is_cancelled)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "pledge", &title, contents, acts);
        let (given, is_cancelled) = answer.inner;
        let is_given = given.is_some();
        out.actions.extend(given);
        answer.closed || is_given || is_cancelled
    }

    /// Shows the fields; gives back the day when it can be read.
    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<NaiveDate> {
        let text = cx.text;
        TextField::new(cx.theme, &text.get("people-pledge-what"))
            .hint(&text.get("people-pledge-what-hint"))
            .limit(MAX_LINE_CHARS)
            .show(ui, &mut self.what);
        let until = parse_date(text, &self.until, cx.today);
        let note = until.map(|day| format::day(text, day, cx.today)).unwrap_or_default();
        let wrong = text.get("goal-date-wrong");
        ui.vertical(|ui| {
            ui.set_width(180.0);
            let label = text.get("people-pledge-until");
            let field = TextField::new(cx.theme, &label).note(&note).limit(30);
            field.problem(until.is_none().then_some(wrong.as_str())).show(ui, &mut self.until);
        });
        let said = [
            ("people-pledge-to", "people-pledge-to-hint", &mut self.to),
            ("people-pledge-place", "people-pledge-place-hint", &mut self.place),
        ];
        for (label, hint, value) in said {
            TextField::new(cx.theme, &text.get(label)).hint(&text.get(hint)).limit(MAX_LINE_CHARS).show(ui, value);
        }
        until
    }
}

/// What became of a pledge, being said.
#[derive(Clone, Debug)]
pub(super) struct JudgeSheet {
    id: Uuid,
    what: String,
    /// What was said of it before.
    before: Option<Outcome>,
    outcome: Option<Outcome>,
    words: String,
}

impl JudgeSheet {
    pub(super) fn of(pledge: &Pledge) -> Self {
        let (what, words) = (pledge.what.clone(), pledge.outcome_words.clone());
        Self { id: pledge.id, what, before: pledge.outcome, outcome: pledge.outcome, words }
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let title = cx.text.get("people-judge-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            widgets::strong(ui, cx.theme, &cx.text.with("people-pledge-words", &[("what", self.what.as_str().into())]));
            outcomes(ui, cx, &cx.text.get("people-judge-outcome"), &mut self.outcome);
            TextField::new(cx.theme, &cx.text.get("people-judge-words"))
                .limit(MAX_LINE_CHARS)
                .note(&cx.text.get("people-judge-note"))
                .show(ui, &mut self.words);
            // An outcome that was said before may be taken back.
            self.outcome.or(self.before).is_some()
        };
        let acts = |ui: &mut Ui, can_save: bool| {
            let save = cx.text.get("save");
            let is_saved = ui.add_enabled(can_save, Button::pill(cx.theme, &save)).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            (is_saved, is_cancelled)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "judge pledge", &title, contents, acts);
        let (is_saved, is_cancelled) = answer.inner;
        if is_saved {
            let (id, outcome, words) = (self.id, self.outcome, self.words.clone());
            out.act(Action::People(PeopleAction::JudgePledge { id, outcome, words }));
        }
        answer.closed || is_saved || is_cancelled
    }
}

/// The three outcomes as chips; one that is set is taken back with another click.
pub(in crate::ui) fn outcomes(ui: &mut Ui, cx: &Cx<'_>, name: &str, value: &mut Option<Outcome>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, name, &cx.theme.label, cx.theme.muted);
        widgets::chips_row(ui, |ui| {
            for outcome in Outcome::ALL {
                let mut on = *value == Some(outcome);
                if widgets::chip(ui, cx.theme, &mut on, &cx.text.get(outcome_id(outcome))).changed() {
                    *value = on.then_some(outcome);
                }
            }
        });
    });
}
