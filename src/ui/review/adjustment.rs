//! One adjustment: what is changed from here on, and the ways to try it as an experiment.

use eframe::egui::Ui;

use crate::domain::experiments::Experiment;
use crate::domain::review::{Review, ReviewField};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

use super::answers::{Answers, Question};
use super::trying;
use super::weekly::card;
use super::words;

const ADJUSTMENT: Question = Question {
    label: "review-adjustment",
    hint: "review-adjustment-hint",
    of: |review| &mut review.adjustment,
    make: ReviewField::Adjustment,
};

/// Shows the question, and what is or can be tried.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, review: &Review, answers: &mut Answers, out: &mut Outbox) {
    card(ui, cx, "review-card-adjustment", |ui| {
        answers.text(ui, cx, &ADJUSTMENT, out);
        if let Some(tried) = tried_from(cx, review) {
            let day = words::day(cx, tried.day);
            let values = [("what", tried.what.as_str().into()), ("day", day.into())];
            widgets::muted(ui, cx.theme, &cx.text.with("review-tried", &values));
        } else if !review.is_done() {
            widgets::strong(ui, cx.theme, &cx.text.get("review-try"));
            trying::ways(ui, cx, answers.adjustment(), Some(review.id), out);
        }
    });
}

/// The experiment that a review started, if it did.
fn tried_from<'a>(cx: &Cx<'a>, review: &Review) -> Option<&'a Experiment> {
    cx.model.experiments.iter().find(|experiment| experiment.review == Some(review.id))
}
