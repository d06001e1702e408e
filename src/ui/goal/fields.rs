//! The fields of the goal, saved as they are typed.

use chrono::NaiveDate;
use eframe::egui::{Align, Ui};

use crate::domain::Action;
use crate::domain::goal::{Goal, GoalAction, GoalField, MAX_TEXT_CHARS, MAX_TITLE_CHARS, checked_title};
use crate::ui::commands::GoalPart;
use crate::ui::cx::Cx;
use crate::ui::dates::{parse_date, typed_date};
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{TextField, words};

use super::books::Books;
use super::wordings;

/// Makes a field of the goal from what is typed.
type Make = fn(String) -> GoalField;

/// What is typed is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unread;

/// What is typed into the fields of one goal.
#[derive(Clone, Debug)]
pub struct GoalFields {
    /// The goal as it was when the fields were filled or last saved.
    seen: Goal,
    title: String,
    why: String,
    identity: String,
    cue: String,
    fallback: String,
    bundle: String,
    date: String,
}

impl GoalFields {
    /// The fields of a goal.
    pub fn new(goal: &Goal) -> Self {
        Self {
            seen: goal.clone(),
            title: goal.title.clone(),
            why: goal.why.clone(),
            identity: goal.identity.clone(),
            cue: goal.cue.clone(),
            fallback: goal.fallback.clone(),
            bundle: goal.bundle.clone(),
            date: goal.target_date.map(typed_date).unwrap_or_default(),
        }
    }

    /// Fills the fields again when the goal was changed elsewhere, by undo for one.
    pub fn follow(&mut self, cx: &Cx, goal: &Goal) {
        if *goal == self.seen {
            return;
        }
        let is_own = goal.id == self.seen.id
            && (goal.title == self.seen.title || checked_title(&self.title).is_ok_and(|title| title == goal.title))
            && goal.why == self.why
            && goal.identity == self.identity
            && goal.cue == self.cue
            && goal.fallback == self.fallback
            && goal.bundle == self.bundle
            && (goal.target_date == self.seen.target_date || self.date_read(cx) == Ok(goal.target_date));
        if is_own {
            self.seen = goal.clone();
        } else {
            *self = Self::new(goal);
        }
    }

    /// The date that is typed, none when empty.
    fn date_read(&self, cx: &Cx) -> Result<Option<NaiveDate>, Unread> {
        if self.date.trim().is_empty() {
            return Ok(None);
        }
        parse_date(cx.text, &self.date, cx.today).map(Some).ok_or(Unread)
    }

    /// Shows the fields.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, books: &Books, wanted: &mut Option<GoalPart>, out: &mut Outbox) {
        ui.spacing_mut().item_spacing.y = 16.0;
        self.title(ui, cx, out);
        let id = self.seen.id;
        let text = |ui: &mut Ui, name: &str, rows: usize, value: &mut String, make: Make, out: &mut Outbox| {
            let (label, hint) = (cx.text.get(&format!("goal-{name}")), cx.text.get(&format!("goal-{name}-hint")));
            let field = TextField::new(cx.theme, &label).hint(&hint).rows(rows).limit(MAX_TEXT_CHARS);
            let response = field.show(ui, value);
            if response.changed() {
                out.act(Action::Goal(GoalAction::Set { id, field: make(value.clone()) }));
            }
            response
        };
        text(ui, "why", 3, &mut self.why, GoalField::Why, out);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            wordings::why_beside(ui, cx, out);
            let field = text(ui, "identity", 1, &mut self.identity, GoalField::Identity, out);
            if wanted.take_if(|part| *part == GoalPart::Identity).is_some() {
                field.request_focus();
                field.scroll_to_me(Some(Align::Center));
            }
            wordings::ui(ui, cx, &self.seen, books);
        });
        self.cue(ui, cx, out);
        self.fallback(ui, cx, out);
        self.bundle(ui, cx, out);
        self.date(ui, cx, wanted, out);
    }

    /// The cue, with the reason for having one at the end of its label.
    fn cue(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let (label, hint) = (cx.text.get("goal-cue"), cx.text.get("goal-cue-hint"));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            with_why(ui, cx, Strategy::Reminders, out, |ui| {
                words(ui, &label, &cx.theme.label, cx.theme.muted);
            });
            let field = TextField::new(cx.theme, "").hint(&hint).limit(MAX_TEXT_CHARS).id_salt("goal-cue");
            if field.show(ui, &mut self.cue).accessible_name(&label).changed() {
                self.set(GoalField::Cue(self.cue.clone()), out);
            }
        });
    }

    fn fallback(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let (label, hint) = (cx.text.get("goal-fallback"), cx.text.get("goal-fallback-hint"));
        if TextField::new(cx.theme, &label).hint(&hint).limit(MAX_TEXT_CHARS).show(ui, &mut self.fallback).changed() {
            self.set(GoalField::Fallback(self.fallback.clone()), out);
        }
    }

    /// What is kept for this work alone.
    fn bundle(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let [label, hint, note] = ["goal-bundle", "goal-bundle-hint", "goal-bundle-note"].map(|id| cx.text.get(id));
        let field = TextField::new(cx.theme, &label).hint(&hint).note(&note).limit(MAX_TEXT_CHARS);
        if field.show(ui, &mut self.bundle).changed() {
            self.set(GoalField::Bundle(self.bundle.clone()), out);
        }
    }

    fn set(&self, field: GoalField, out: &mut Outbox) {
        out.act(Action::Goal(GoalAction::Set { id: self.seen.id, field }));
    }

    fn title(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let label = cx.text.get("goal-title");
        let problem = checked_title(&self.title).err().map(|refusal| crate::ui::refusals::words(&refusal, cx.text));
        let field = TextField::new(cx.theme, &label).limit(MAX_TITLE_CHARS).problem(problem.as_deref());
        if field.show(ui, &mut self.title).changed()
            && let Ok(title) = checked_title(&self.title)
        {
            out.act(Action::Goal(GoalAction::Set { id: self.seen.id, field: GoalField::Title(title) }));
        }
    }

    fn date(&mut self, ui: &mut Ui, cx: &Cx, wanted: &mut Option<GoalPart>, out: &mut Outbox) {
        let label = cx.text.get("goal-date");
        let read = self.date_read(cx);
        let note = match read {
            Ok(Some(date)) => days_words(cx, date),
            _ => cx.text.get("goal-date-note"),
        };
        let wrong = cx.text.get("goal-date-wrong");
        let problem = read.is_err().then_some(wrong.as_str());
        let field = TextField::new(cx.theme, &label).note(&note).problem(problem).limit(30).width(220.0);
        let response = field.show(ui, &mut self.date);
        if wanted.take_if(|part| *part == GoalPart::TargetDate).is_some() {
            response.request_focus();
            response.scroll_to_me(Some(Align::Center));
        }
        if response.changed()
            && let Ok(date) = self.date_read(cx)
        {
            out.act(Action::Goal(GoalAction::Set { id: self.seen.id, field: GoalField::TargetDate(date) }));
        }
    }
}

/// "23 November 2027, in 365 days".
fn days_words(cx: &Cx, date: NaiveDate) -> String {
    let days = (date - cx.today).num_days();
    let values = [("date", format::date(cx.text, date).into()), ("days", days.unsigned_abs().into())];
    let id = match days {
        0 => "goal-date-today",
        1.. => "goal-date-ahead",
        _ => "goal-date-past",
    };
    cx.text.with(id, &values)
}
