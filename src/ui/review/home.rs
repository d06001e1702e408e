//! The home of the room: what is due, what is being tried, what was kept, and every review so far.

use eframe::egui::Ui;
use uuid::Uuid;

use crate::domain::experiments::{self, ExperimentState};
use crate::domain::goal::Goal;
use crate::domain::review::{self, Due, Period, Review};
use crate::ui::charts::two_columns;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::{icons, widgets};

use super::experiment_card::ExperimentCards;
use super::history::History;
use super::system::System;
use super::{due_card, preview, words};

/// Gap between cards, in points.
const GAP: f32 = 16.0;
/// Page width from which there are two columns, in points.
const TWO_COLUMNS: f32 = 760.0;
/// Widest the two columns grow, in points.
const WIDEST: f32 = 1280.0;
/// Weeks that are looked at for the next review.
const WEEKS_AHEAD: u64 = 8;

/// What the home was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// To open a review that exists.
    Review(Uuid),
    /// To look back at a period.
    Period(Period),
}

/// The home with its own state.
#[derive(Debug, Default)]
pub(super) struct Home {
    experiments: ExperimentCards,
    system: System,
    history: History,
}

impl Home {
    /// Without a goal: what will appear, and the way to it.
    pub(super) fn without_goal(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        framed(ui, |ui| {
            header(ui, cx, out);
            let [title, sentence, act] =
                ["review-no-goal", "review-no-goal-note", "review-no-goal-act"].map(|id| cx.text.get(id));
            if widgets::empty_state(ui, cx.theme, icons::CALENDAR_CHECK, &title, &sentence, Some(&act)) {
                out.run(Command::GoTo(Tab::Goal));
            }
        });
    }

    /// Shows the home; gives back what was asked for.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, out: &mut Outbox) -> Option<Asked> {
        let (due, late) = (review::due(cx.model, goal, cx.today), review::late(cx.model, goal, cx.today));
        let mut asked = None;
        framed(ui, |ui| {
            header(ui, cx, out);
            let own: Vec<&Review> = newest_first(cx, goal);
            let mut column = |ui: &mut Ui, nth: usize| {
                if nth == 0 {
                    asked = asked.or(first_column(ui, cx, goal, &due));
                    asked = asked.or(due_card::late(ui, cx, &late));
                    asked = asked.or(self.history.ui(ui, cx, &own, out));
                    if own.is_empty() && due.is_empty() {
                        preview::ui(ui, cx);
                    }
                } else {
                    self.experiments.ui(ui, cx, goal, out);
                    self.system.ui(ui, cx, goal, out);
                }
            };
            if ui.available_width() < TWO_COLUMNS {
                for nth in 0..2 {
                    column(ui, nth);
                }
            } else {
                two_columns(ui, "review columns", |ui, nth| {
                    ui.spacing_mut().item_spacing.y = GAP;
                    column(ui, nth);
                });
            }
        });
        asked
    }
}

fn framed(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    widgets::page(ui, "reviews", WIDEST, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        contents(ui);
    });
}

fn header(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            widgets::page_title(ui, cx.theme, &cx.text.get("review-tab"));
            why(ui, cx, Strategy::Reviews, out);
        });
        widgets::muted(ui, cx.theme, &cx.text.get("review-lead"));
    });
}

/// The reviews of a goal, the newest period first; a month stands before a week that ends on the same day.
fn newest_first<'a>(cx: &Cx<'a>, goal: &Goal) -> Vec<&'a Review> {
    let mut own: Vec<&Review> = cx.model.reviews.iter().filter(|review| review.goal == goal.id).collect();
    own.sort_by_key(|review| std::cmp::Reverse((review.to, review.kind, review.made)));
    own
}

/// What is due, or when the next review is.
fn first_column(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, due: &[Due]) -> Option<Asked> {
    if due.is_empty() {
        return due_card::nothing_due(ui, cx, goal, next_due(cx, goal));
    }
    let mut asked = None;
    for (nth, one) in due.iter().enumerate() {
        asked = asked.or(due_card::ui(ui, cx, one, nth));
    }
    asked
}

/// The next review day that has something to look back at.
fn next_due(cx: &Cx<'_>, goal: &Goal) -> Option<chrono::NaiveDate> {
    let days = (0..WEEKS_AHEAD).filter_map(|weeks| cx.today.checked_add_days(chrono::Days::new(7 * weeks)));
    days.map(|day| Period::week_of(day, cx.model.settings.review_weekday).to)
        .find(|day| review::rings(cx.model, goal, *day))
}

/// Whether anything is or was tried.
pub(super) fn is_trying(cx: &Cx<'_>, goal: &Goal, state: ExperimentState) -> bool {
    experiments::newest_first(cx.model, goal).iter().any(|experiment| experiment.state == state)
}

/// The day a review was finished on, or that it is a draft.
pub(super) fn state_words(cx: &Cx<'_>, review: &Review) -> String {
    match review.done {
        Some(done) => cx.text.with("review-done", &[("day", words::day(cx, done).into())]),
        None => cx.text.get("review-is-draft"),
    }
}
