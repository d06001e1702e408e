//! The questions of a month: its figures and charts on one side, the questions with what answers them on the other.

use eframe::egui::Ui;

use crate::domain::goal::Goal;
use crate::domain::identity;
use crate::domain::insight::review_figures::ReviewFigures;
use crate::domain::review::ReviewField;
use crate::ui::charts::tiles;
use crate::ui::commands::{Command, GoalPart};
use crate::ui::cx::Cx;
use crate::ui::environment::{effect_words, is_compared};
use crate::ui::evidence::Strategy;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::answers::{Answers, Question, Scale};
use super::weekly::{Page, card, card_why, plans_words, rewards_words};
use super::{adjustment, experiment_words, figures};

pub(super) const TRAJECTORY: Question = Question {
    label: "review-trajectory",
    hint: "review-trajectory-hint",
    of: |review| &mut review.trajectory,
    make: ReviewField::Trajectory,
};
pub(super) const WORKS: Question = Question {
    label: "review-works",
    hint: "review-works-hint",
    of: |review| &mut review.works,
    make: ReviewField::Works,
};
pub(super) const SHIFT: Question = Question {
    label: "review-shift",
    hint: "review-shift-hint",
    of: |review| &mut review.shift,
    make: ReviewField::Shift,
};
pub(super) const LASTING_NOTE: Question = Question {
    label: "review-lasting-note",
    hint: "review-lasting-note-hint",
    of: |review| &mut review.lasting_note,
    make: ReviewField::LastingNote,
};
pub(super) const FEELS_TRUE: Scale = Scale {
    ends: ["review-true-not", "review-true-fully"],
    of: |review| &mut review.feels_true,
    make: ReviewField::FeelsTrue,
};
pub(super) const LASTING: Scale = Scale {
    ends: ["review-lasting-not", "review-lasting-well"],
    of: |review| &mut review.lasting,
    make: ReviewField::Lasting,
};

/// The month's figures in one card.
pub(super) fn figures_card(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>) {
    tiles(ui, cx.theme, "month figures", &[1.0], |ui, _| {
        figures::row(ui, cx, &figures::work(cx, &page.kept.figures));
    });
}

/// The questions, one card below the other.
pub(super) fn questions(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    trajectory(ui, cx, page, answers, out);
    works(ui, cx, page, answers, out);
    adjustment::ui(ui, cx, page.review, answers, out);
    identity_card(ui, cx, page, answers, out);
    lasting(ui, cx, page, answers, out);
}

fn trajectory(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    card(ui, cx, "review-card-trajectory", |ui| {
        widgets::body(ui, cx.theme, &so_far_words(cx, page.goal, &page.kept.figures));
        answers.text(ui, cx, &TRAJECTORY, out);
    });
}

/// "All so far: 63 h on 237 days, 44 380 of 60 000 words."
pub(super) fn so_far_words(cx: &Cx<'_>, goal: &Goal, figures: &ReviewFigures) -> String {
    let so_far = &figures.so_far;
    let values = [("focus", figures::duration(cx, so_far.focus_secs).into()), ("days", so_far.days_done.into())];
    let told = cx.text.with("review-so-far", &values);
    let Some(measure) = &goal.measure else { return told };
    let amount = format::decimal(so_far.counted, 2);
    let mut values = vec![("amount", amount.into()), ("unit", measure.unit.as_str().into())];
    let id = match goal.total_on(figures.until) {
        Some(total) => {
            values.push(("total", format::decimal(total, 2).into()));
            "review-so-far-of"
        }
        None => "review-so-far-counted",
    };
    cx.text.with("list-comma", &[("first", told.into()), ("second", cx.text.with(id, &values).into())])
}

fn works(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    card_why(ui, cx, ("review-card-works", Strategy::Reviews), out, |ui, out| {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (name, told) in works_lines(cx, &page.kept.figures) {
                if let Some(name) = name {
                    ui.add_space(4.0);
                    widgets::strong(ui, cx.theme, &name);
                }
                widgets::body(ui, cx.theme, &told);
            }
        });
        ui.add_space(4.0);
        answers.text(ui, cx, &WORKS, out);
    });
}

/// What the log says of what helps: what it is, where it has a name, and the words with their numbers of days or uses.
pub(super) fn works_lines(cx: &Cx<'_>, figures: &ReviewFigures) -> Vec<(Option<String>, String)> {
    let mut lines = vec![(None, plans_words(cx, figures))];
    lines.extend(rewards_words(cx, figures).map(|told| (None, told)));
    for effect in figures.effects.items.iter().filter(|effect| is_compared(effect)) {
        let Some(item) = cx.model.environment.get(effect.item) else { continue };
        lines.push((Some(item.text.clone()), effect_words(cx, effect).join(" ")));
    }
    let is_early = !figures.effects.items.is_empty() && !figures.effects.items.iter().any(is_compared);
    lines.extend(is_early.then(|| (None, cx.text.get("review-works-early"))));
    for card in &figures.experiments {
        let Some(experiment) = cx.model.experiments.get(card.experiment) else { continue };
        lines.push((Some(experiment.what.clone()), experiment_words::verdict(cx, experiment, card)));
    }
    lines
}

fn identity_card(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    let figures = &page.kept.figures;
    card_why(ui, cx, ("review-card-identity", Strategy::Identity), out, |ui, out| {
        widgets::strong(ui, cx.theme, &votes_words(cx, page.goal, figures));
        if figures.proofs.is_empty() {
            widgets::muted(ui, cx.theme, &cx.text.get("review-no-proofs"));
        } else {
            figures::lines(ui, cx, &figures.proofs);
        }
        ui.add_space(4.0);
        let label = cx.text.get("review-true");
        answers.ten(ui, cx, (&label, &FEELS_TRUE), out);
        widgets::small(ui, cx.theme, &figures::earlier(cx, &page.kept.ratings.feels_true));
        answers.text(ui, cx, &SHIFT, out);
        let reword = cx.text.get(if page.goal.identity.is_empty() { "review-word-it" } else { "review-reword" });
        if ui.add(Button::act(cx.theme, &reword).icon(icons::PENCIL_SIMPLE)).clicked() {
            out.run(Command::EditGoal(GoalPart::Identity));
        }
    });
}

/// "14 sessions = 14 votes for “I am a writer”".
pub(super) fn votes_words(cx: &Cx<'_>, goal: &Goal, figures: &ReviewFigures) -> String {
    let sessions = ("sessions", figures.now.sums.sessions.into());
    match held(cx, goal, figures) {
        Some(identity) => cx.text.with("review-votes-for", &[sessions, ("identity", identity.as_str().into())]),
        None => cx.text.with("review-votes", &[sessions]),
    }
}

/// The wording that held at the end of the period; the present one where none was kept.
fn held(cx: &Cx<'_>, goal: &Goal, figures: &ReviewFigures) -> Option<String> {
    let own = cx.model.wordings.iter().filter(|wording| wording.goal == goal.id && wording.from <= figures.until);
    let wording = own.max_by_key(|wording: &&identity::Wording| (wording.from, wording.made, wording.id));
    let text = wording.map_or(goal.identity.trim(), |wording| wording.text.trim());
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn lasting(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    card(ui, cx, "review-card-lasting", |ui| {
        for told in lasting_lines(cx, &page.kept.figures) {
            widgets::body(ui, cx.theme, &told);
        }
        ui.add_space(4.0);
        let label = cx.text.get("review-lasting");
        answers.ten(ui, cx, (&label, &LASTING), out);
        widgets::small(ui, cx.theme, &figures::earlier(cx, &page.kept.ratings.lasting));
        answers.text(ui, cx, &LASTING_NOTE, out);
    });
}

/// The middle day, the free days and energy, where there are any.
pub(super) fn lasting_lines(cx: &Cx<'_>, figures: &ReviewFigures) -> Vec<String> {
    let now = &figures.now;
    let middle = now.middle_minutes.map(|minutes| {
        let values = [("minutes", format::decimal(minutes, 0).into()), ("free", now.days_free.into())];
        cx.text.with("review-middle", &values)
    });
    middle.into_iter().chain(figures::rated(cx, figures)).collect()
}
