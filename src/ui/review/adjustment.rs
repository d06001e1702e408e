//! One adjustment: what is changed from here on, and the ways to try it as an experiment.

use eframe::egui::Ui;

use crate::domain::review::{Review, ReviewField};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

use super::answers::{Answers, Question};
use super::trying;
use super::weekly::card;
use super::words;

pub(super) const ADJUSTMENT: Question = Question {
    label: "review-adjustment",
    hint: "review-adjustment-hint",
    of: |review| &mut review.adjustment,
    make: ReviewField::Adjustment,
};

/// Shows the question, and what is or can be tried.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, review: &Review, answers: &mut Answers, out: &mut Outbox) {
    card(ui, cx, "review-card-adjustment", |ui| {
        answers.text(ui, cx, &ADJUSTMENT, out);
        if let Some(told) = tried_words(cx, review) {
            widgets::muted(ui, cx.theme, &told);
        } else if !review.is_done() {
            widgets::strong(ui, cx.theme, &cx.text.get("review-try"));
            trying::ways(ui, cx, answers.adjustment(), Some(review.id), out);
        }
    });
}

/// "“Phone in the drawer” is an experiment since Mon 23 Nov.", where the review started one.
pub(super) fn tried_words(cx: &Cx<'_>, review: &Review) -> Option<String> {
    let tried = cx.model.experiments.iter().find(|experiment| experiment.review == Some(review.id))?;
    let values = [("what", tried.what.as_str().into()), ("day", words::day(cx, tried.day).into())];
    Some(cx.text.with("review-tried", &values))
}
