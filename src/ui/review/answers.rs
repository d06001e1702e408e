//! The answers of one review: typed and tapped while it is a draft and kept at once, read when it is done.

use std::ops::RangeInclusive;

use eframe::egui::{Sides, Ui};

use crate::domain::Action;
use crate::domain::goal::MAX_TEXT_CHARS;
use crate::domain::review::{MAX_ITEM, MAX_TEN, Review, ReviewAction, ReviewField};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, TextField};

/// The scales of the two kinds of ratings.
const SEVEN: RangeInclusive<u8> = 1..=MAX_ITEM;
const TEN: RangeInclusive<u8> = 0..=MAX_TEN;
/// Height of the words at both ends of a scale, in points.
const ENDS: f32 = 16.0;
/// Lines of a field at least.
const ROWS: usize = 2;

/// What is typed into the review that is open.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    /// The review as the records held it last, and as it is typed.
    seen: Review,
    typed: Review,
}

/// A question that is answered in words.
pub(super) struct Question {
    pub label: &'static str,
    pub hint: &'static str,
    pub of: fn(&mut Review) -> &mut String,
    pub make: fn(String) -> ReviewField,
}

/// A question that is answered on a scale; `ends` are the ids of what its ends mean.
pub(super) struct Scale {
    pub ends: [&'static str; 2],
    pub of: fn(&mut Review) -> &mut Option<u8>,
    pub make: fn(Option<u8>) -> ReviewField,
}

impl Answers {
    pub(super) fn new(review: &Review) -> Self {
        Self { seen: review.clone(), typed: review.clone() }
    }

    /// Fills the fields again when the review was changed elsewhere, by undo for one.
    pub(super) fn follow(&mut self, review: &Review) {
        if *review == self.seen {
            return;
        }
        let is_own = Review { modified: self.typed.modified, ..review.clone() } == self.typed;
        if is_own {
            self.typed.modified = review.modified;
        } else {
            self.typed = review.clone();
        }
        self.seen = review.clone();
    }

    /// What was decided to be changed, as it is typed.
    pub(super) fn adjustment(&self) -> &str {
        self.typed.adjustment.trim()
    }

    /// Shows a question in words.
    pub(super) fn text(&mut self, ui: &mut Ui, cx: &Cx<'_>, question: &Question, out: &mut Outbox) {
        let label = cx.text.get(question.label);
        let value = (question.of)(&mut self.typed);
        if self.seen.is_done() {
            read(ui, cx, &label, value);
            return;
        }
        let hint = cx.text.get(question.hint);
        let field = TextField::new(cx.theme, &label).hint(&hint).rows(ROWS).limit(MAX_TEXT_CHARS);
        if field.id_salt(("review", self.seen.id, question.label)).show(ui, value).changed() {
            let field = (question.make)(value.clone());
            out.act(Action::Review(ReviewAction::Set { id: self.seen.id, field }));
        }
    }

    /// Shows a question from 1 to 7.
    pub(super) fn seven(&mut self, ui: &mut Ui, cx: &Cx<'_>, (label, scale): (&str, &Scale), out: &mut Outbox) {
        self.scale(ui, cx, (label, scale, SEVEN), out);
    }

    /// Shows a question from 0 to 10.
    pub(super) fn ten(&mut self, ui: &mut Ui, cx: &Cx<'_>, (label, scale): (&str, &Scale), out: &mut Outbox) {
        self.scale(ui, cx, (label, scale, TEN), out);
    }

    fn scale(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (label, scale, range): (&str, &Scale, RangeInclusive<u8>),
        out: &mut Outbox,
    ) {
        let value = (scale.of)(&mut self.typed);
        if self.seen.is_done() {
            let most = *range.end();
            let told = |value: u8| cx.text.with("review-of-most", &[("value", value.into()), ("most", most.into())]);
            read(ui, cx, label, &value.map(told).unwrap_or_default());
            return;
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::words(ui, label, &cx.theme.label, cx.theme.muted);
            let given = widgets::scale(ui, cx.theme, cx.text, label, range, value);
            ui.scope(|ui| {
                ui.set_max_width(given.rect.width());
                let [low, high] = scale.ends.map(|id| cx.text.get(id));
                let left = |ui: &mut Ui| widgets::small(ui, cx.theme, &low);
                Sides::new().height(ENDS).show(ui, left, |ui| widgets::small(ui, cx.theme, &high));
            });
            if given.changed() {
                let field = (scale.make)(*value);
                out.act(Action::Review(ReviewAction::Set { id: self.seen.id, field }));
            }
        });
    }
}

/// An answer that is read; what was not answered says so quietly.
fn read(ui: &mut Ui, cx: &Cx<'_>, label: &str, answer: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        widgets::words(ui, label, &cx.theme.label, cx.theme.muted);
        if answer.trim().is_empty() {
            widgets::muted(ui, cx.theme, &cx.text.get("review-not-answered"));
        } else {
            widgets::body(ui, cx.theme, answer);
        }
    });
}
