//! "My system, and why": what was kept, each with its figures; and what was tried and put aside.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::experiments::{self, Card, Experiment, ExperimentAction, ExperimentState};
use crate::domain::goal::Goal;
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::goal::row;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::{experiment_card, experiment_words, words};

/// The list with what of it is open.
#[derive(Debug, Default)]
pub(super) struct System {
    /// The kept experiment whose figures are shown.
    open: Option<uuid::Uuid>,
    shows_aside: Aside,
}

/// Whether what was put aside is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Aside {
    #[default]
    Hidden,
    Shown,
}

impl System {
    /// Shows the list; without anything kept or put aside it is not there.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, out: &mut Outbox) {
        let kept = experiments::system(cx.model, goal, &cx.derived.experiments);
        let own = experiments::newest_first(cx.model, goal);
        let is_aside = |one: &&Experiment| matches!(one.state, ExperimentState::Changed | ExperimentState::Dropped);
        let aside: Vec<&Experiment> = own.into_iter().filter(is_aside).collect();
        if kept.is_empty() && aside.is_empty() {
            return;
        }
        tiles(ui, cx.theme, "my system", &[1.0], |ui, _| {
            widgets::section(ui, cx.theme, &cx.text.get("review-system"));
            if kept.is_empty() {
                widgets::muted(ui, cx.theme, &cx.text.get("review-system-none"));
            }
            for (experiment, card) in &kept {
                ui.scope(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    self.kept(ui, cx, experiment, *card, out);
                });
            }
            self.aside(ui, cx, &aside, out);
        });
    }

    /// One that was kept: what it is, since when, and its figures when they are asked for.
    fn kept(&mut self, ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, card: Option<&Card>, out: &mut Outbox) {
        let is_open = self.open == Some(experiment.id);
        line(ui, cx, experiment, out, |ui| {
            let named = [("what", experiment.what.as_str().into())];
            let (icon, id) = if is_open { (icons::CARET_UP, "review-less") } else { (icons::CARET_DOWN, "review-why") };
            if widgets::icon_button(ui, cx.theme, icon, &cx.text.with(id, &named)).clicked() {
                self.open = (!is_open).then_some(experiment.id);
            }
        });
        if let Some(card) = card {
            if is_open {
                experiment_card::table(ui, cx, experiment, card);
                for told in experiment_words::card_lines(cx, experiment, card) {
                    widgets::small(ui, cx.theme, &told);
                }
            } else {
                widgets::small(ui, cx.theme, &experiment_words::verdict(cx, experiment, card));
            }
        }
    }

    fn aside(&mut self, ui: &mut Ui, cx: &Cx<'_>, aside: &[&Experiment], out: &mut Outbox) {
        if aside.is_empty() {
            return;
        }
        let words = cx.text.with("review-aside", &[("count", aside.len().into())]);
        if ui.add(Button::act(cx.theme, &words)).clicked() {
            self.shows_aside = match self.shows_aside {
                Aside::Hidden => Aside::Shown,
                Aside::Shown => Aside::Hidden,
            };
        }
        if self.shows_aside == Aside::Shown {
            for experiment in aside {
                line(ui, cx, experiment, out, |_| ());
            }
        }
    }
}

/// A row with what it is and what became of it, the way back to trying it, and out.
fn line(ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, out: &mut Outbox, more: impl FnOnce(&mut Ui)) {
    let named = [("what", experiment.what.as_str().into())];
    let id = match experiment.state {
        ExperimentState::Running => "review-state-running",
        ExperimentState::Kept => "review-state-kept",
        ExperimentState::Changed => "review-state-changed",
        ExperimentState::Dropped => "review-state-dropped",
    };
    let day = words::day(cx, experiment.decided.unwrap_or(experiment.day));
    row(ui, cx, &experiment.what, &cx.text.with(id, &[("day", day.into())]), |ui| {
        let delete = cx.text.with("review-experiment-delete", &named);
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &delete).clicked() {
            out.act(Action::Experiment(ExperimentAction::Delete { id: experiment.id }));
        }
        let again = cx.text.with("review-experiment-again", &named);
        if !experiments::is_tried_again(cx.model, experiment)
            && widgets::icon_button(ui, cx.theme, icons::ARROW_COUNTER_CLOCKWISE, &again).clicked()
        {
            let state = ExperimentState::Running;
            out.act(Action::Experiment(ExperimentAction::Decide { id: experiment.id, state }));
        }
        more(ui);
    });
}
