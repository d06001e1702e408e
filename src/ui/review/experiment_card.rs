//! What is being tried: a card for each experiment that runs, with its days before and after and what becomes of it.

use eframe::egui::{Align, Key, Layout, Ui, vec2};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::experiments::{self, Card, Experiment, ExperimentAction, ExperimentDesign, ExperimentState};
use crate::domain::goal::{Goal, MAX_TEXT_CHARS};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, ICON_BUTTON, TextField};

use super::trying::{self, Tried};
use super::{experiment_words, words};

/// Inner margin of the cards, in points.
const INSET: f32 = 16.0;
/// Height of a row of figures, in points, and shares of the width of its columns.
const ROW: f32 = 24.0;
const SHARES: [f32; 3] = [0.4, 0.3, 0.3];

/// The cards with what is typed in them.
#[derive(Debug, Default)]
pub(super) struct ExperimentCards {
    /// The experiment that something is typed for, what it is for, and the words.
    typing: Option<(Uuid, Typing, String)>,
    /// Something new to try, as it is typed, and whether that was asked for.
    new: String,
    is_new_open: bool,
}

/// What the words typed in a card are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    /// Other words for the same.
    Words,
    /// What is tried in its place.
    Instead,
}

impl ExperimentCards {
    /// Shows a card for each experiment that runs, and the way to another.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, out: &mut Outbox) {
        let own = experiments::newest_first(cx.model, goal);
        for experiment in own.into_iter().filter(|one| one.state == ExperimentState::Running) {
            let card = cx.derived.experiments.get(experiment.id);
            let salt = format!("experiment {}", experiment.id);
            tiles(ui, cx.theme, &salt, &[1.0], |ui, _| self.card(ui, cx, experiment, card, out));
        }
        self.another(ui, cx, goal, out);
    }

    fn card(&mut self, ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, card: Option<&Card>, out: &mut Outbox) {
        self.head(ui, cx, experiment, out);
        if let Some(told) = experiment_words::coin_words(cx, experiment) {
            widgets::strong(ui, cx.theme, &told);
        }
        if let Some(card) = card {
            table(ui, cx, experiment, card);
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                for (nth, line) in experiment_words::card_lines(cx, experiment, card).iter().enumerate() {
                    let show = if nth == 0 { widgets::body } else { widgets::small };
                    show(ui, cx.theme, line);
                }
                let caveat = match experiment.design {
                    ExperimentDesign::Dated => "review-caveat-dated",
                    ExperimentDesign::CoinFlip => "review-caveat-coin",
                };
                widgets::small(ui, cx.theme, &cx.text.get(caveat));
            });
        }
        self.decide(ui, cx, experiment, out);
    }

    /// What is tried and since when, with the ways to other words and out.
    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, out: &mut Outbox) {
        widgets::section(ui, cx.theme, &cx.text.get("review-trying"));
        if !self.type_ui(ui, cx, experiment, Typing::Words, out) {
            self.title(ui, cx, experiment, out);
        }
        let day = words::day(cx, experiment.day);
        let nth = (cx.today - experiment.day).num_days() + 1;
        let id = match experiment.design {
            ExperimentDesign::Dated => "review-since-dated",
            ExperimentDesign::CoinFlip => "review-since-coin",
        };
        widgets::muted(ui, cx.theme, &cx.text.with(id, &[("day", day.into()), ("nth", nth.max(1).into())]));
    }

    fn title(&mut self, ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, out: &mut Outbox) {
        let named = [("what", experiment.what.as_str().into())];
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let width = (ui.available_width() - 2.0 * (ICON_BUTTON + 4.0)).max(ICON_BUTTON);
            ui.allocate_ui_with_layout(vec2(width, ICON_BUTTON), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.add_space(6.0);
                widgets::subtitle(ui, cx.theme, &experiment.what);
            });
            let edit = cx.text.with("review-experiment-edit", &named);
            if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &edit).clicked() {
                self.typing = Some((experiment.id, Typing::Words, experiment.what.clone()));
            }
            let delete = cx.text.with("review-experiment-delete", &named);
            if widgets::icon_button(ui, cx.theme, icons::TRASH, &delete).clicked() {
                out.act(Action::Experiment(ExperimentAction::Delete { id: experiment.id }));
            }
        });
        ui.add_space(-8.0);
    }

    /// Keep, change or drop.
    fn decide(&mut self, ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, out: &mut Outbox) {
        if self.type_ui(ui, cx, experiment, Typing::Instead, out) {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            let named = [("what", experiment.what.as_str().into())];
            let act = |ui: &mut Ui, id: &str, name: &str| {
                let name = cx.text.with(name, &named);
                ui.add(Button::small(cx.theme, &cx.text.get(id))).accessible_name(name).clicked()
            };
            if act(ui, "review-keep", "review-keep-of") {
                decided(out, experiment.id, ExperimentState::Kept);
            }
            if act(ui, "review-change", "review-change-of") {
                self.typing = Some((experiment.id, Typing::Instead, experiment.what.clone()));
            }
            if act(ui, "review-drop", "review-drop-of") {
                decided(out, experiment.id, ExperimentState::Dropped);
            }
        });
    }

    /// The field for other words or for what is tried instead; false while it is not open.
    fn type_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, what: Typing, out: &mut Outbox) -> bool {
        let Some((id, typing, typed)) = &mut self.typing else { return false };
        if (*id, *typing) != (experiment.id, what) {
            return false;
        }
        let (label, act) = match what {
            Typing::Words => ("review-words", "review-words-keep"),
            Typing::Instead => ("review-instead", "review-instead-start"),
        };
        let Some(answer) = line(ui, cx, (label, act), typed) else { return true };
        if let Answer::Entered(words) = answer {
            match what {
                Typing::Words => {
                    out.act(Action::Experiment(ExperimentAction::Edit { id: experiment.id, what: words }));
                }
                Typing::Instead => {
                    out.act(Action::Experiment(ExperimentAction::Change { id: experiment.id, what: words }));
                }
            }
        }
        self.typing = None;
        true
    }

    /// The way to try something that was not decided in a review.
    fn another(&mut self, ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, out: &mut Outbox) {
        let is_trying = super::home::is_trying(cx, goal, ExperimentState::Running);
        if is_trying && !self.is_new_open {
            ui.horizontal(|ui| {
                // In line with what stands in the cards.
                ui.add_space(INSET);
                if ui.add(Button::act(cx.theme, &cx.text.get("review-another")).icon(icons::PLUS)).clicked() {
                    self.is_new_open = true;
                }
            });
            return;
        }
        tiles(ui, cx.theme, "new experiment", &[1.0], |ui, _| {
            widgets::section(ui, cx.theme, &cx.text.get("review-experiments"));
            if !is_trying {
                widgets::muted(ui, cx.theme, &cx.text.get("review-experiments-none"));
            }
            let (label, hint) = (cx.text.get("review-what"), cx.text.get("review-adjustment-hint"));
            TextField::new(cx.theme, &label).hint(&hint).limit(MAX_TEXT_CHARS).show(ui, &mut self.new);
            if trying::ways(ui, cx, &self.new, None, out) == Tried::Started {
                (self.new, self.is_new_open) = (String::new(), false);
            }
        });
    }
}

/// What came of a line that is typed.
enum Answer {
    Entered(String),
    Left,
}

/// A field with the act that takes its words; none while it is typed. Enter takes them too, Esc leaves.
fn line(ui: &mut Ui, cx: &Cx<'_>, (label, act): (&str, &str), typed: &mut String) -> Option<Answer> {
    let label = cx.text.get(label);
    let field = TextField::new(cx.theme, &label).limit(MAX_TEXT_CHARS).show(ui, typed);
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_ready = !typed.trim().is_empty();
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let is_clicked = ui.add_enabled(is_ready, Button::small(cx.theme, &cx.text.get(act))).clicked();
        if is_ready && (is_clicked || is_entered) {
            answer = Some(Answer::Entered(typed.trim().to_owned()));
        }
        if ui.add(Button::quiet(cx.theme, &cx.text.get("cancel"))).clicked() {
            answer = Some(Answer::Left);
        }
    });
    let is_left = ui.input(|input| input.key_pressed(Key::Escape));
    if answer.is_none() && is_left { Some(Answer::Left) } else { answer }
}

fn decided(out: &mut Outbox, id: Uuid, state: ExperimentState) {
    out.act(Action::Experiment(ExperimentAction::Decide { id, state }));
}

/// Before and after side by side: days done, minutes, energy.
pub(super) fn table(ui: &mut Ui, cx: &Cx<'_>, experiment: &Experiment, card: &Card) {
    let (without, with) = match experiment.design {
        ExperimentDesign::Dated => ("review-before", "review-since"),
        ExperimentDesign::CoinFlip => ("review-off", "review-on"),
    };
    let heads = [String::new(), cx.text.get(without), cx.text.get(with)];
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        table_row(ui, &heads, |ui, word| {
            widgets::small(ui, cx.theme, word);
        });
        for row in experiment_words::rows(cx, card) {
            table_row(ui, &row, |ui, word| {
                widgets::body(ui, cx.theme, word);
            });
        }
    });
}

fn table_row(ui: &mut Ui, cells: &[String; 3], mut show: impl FnMut(&mut Ui, &str)) {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let mut left = row.left();
    for (nth, (cell, share)) in cells.iter().zip(SHARES).enumerate() {
        let width = row.width() * share;
        let place = eframe::egui::Rect::from_min_size(eframe::egui::pos2(left, row.top()), vec2(width, ROW));
        left += width;
        if cell.is_empty() {
            continue;
        }
        let layout = if nth == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        let builder = eframe::egui::UiBuilder::new().id_salt(nth).max_rect(place).layout(layout);
        show(&mut ui.new_child(builder), cell);
    }
}
