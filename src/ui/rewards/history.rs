//! What was earned, newest first, with what became of it and how good it was.

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::domain::Action;
use crate::domain::rewards::{Grant, GrantState, RewardAction};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::words::{layer_icon, occasion_words, reward_words, state_id};

/// Rows shown before all are asked for, and most shown without scrolling then.
const FEW: usize = 6;
const TALL: f32 = 12.0;
/// Height of a row, size of its icon, and room for the rating, in points.
const ROW: f32 = 48.0;
const ICON: f32 = 20.0;
const RATING: f32 = 156.0;
/// Width from which the rating stands in the row, in points.
const SIDE_BY_SIDE: f32 = 420.0;

/// The card with how much of it is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct HistoryCard {
    shows_all: bool,
}

impl HistoryCard {
    /// Shows the card.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        // What still waits is in the tray.
        let oldest = cx.derived.rewards.unclaimed.last().map(|grant| grant.day);
        let in_tray =
            |grant: &&Grant| grant.state == GrantState::Earned && oldest.is_some_and(|oldest| grant.day >= oldest);
        let history: Vec<&Grant> = cx.derived.rewards.history.iter().filter(|grant| !in_tray(grant)).collect();
        tiles(ui, cx.theme, "rewards history", &[1.0], |ui, _| {
            widgets::section(ui, cx.theme, &cx.text.get("rewards-history"));
            ui.add_space(4.0);
            if history.is_empty() {
                widgets::muted(ui, cx.theme, &cx.text.get("rewards-history-none"));
                return;
            }
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let height = if ui.available_width() < SIDE_BY_SIDE { 2.0 * ROW - 8.0 } else { ROW };
                if self.shows_all {
                    let area = ScrollArea::vertical().id_salt("rewards history").max_height(TALL * ROW);
                    area.show_rows(ui, height, history.len(), |ui, range| {
                        history[range].iter().for_each(|grant| row(ui, cx, (grant, height), out));
                    });
                } else {
                    history.iter().take(FEW).for_each(|grant| row(ui, cx, (grant, height), out));
                }
            });
            if history.len() > FEW {
                let words = if self.shows_all {
                    cx.text.get("goal-show-fewer")
                } else {
                    cx.text.with("goal-show-all", &[("count", history.len().into())])
                };
                if ui.add(Button::act(cx.theme, &words)).clicked() {
                    self.shows_all = !self.shows_all;
                }
            }
        });
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, (grant, height): (&Grant, f32), out: &mut Outbox) {
    let is_wide = height <= ROW;
    let is_rated = grant.state == GrantState::Claimed;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(height);
        let size = vec2(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            if is_wide && is_rated {
                rating(ui, cx, grant, out);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let colour = if is_rated { cx.theme.accent_text } else { cx.theme.muted };
                widgets::icon(ui, layer_icon(grant.layer()), ICON, colour);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space((ROW - 36.0) / 2.0);
                    widgets::cut(ui, &reward_words(cx, &grant.words), &cx.theme.body, cx.theme.ink);
                    widgets::cut(ui, &remark(cx, grant), &cx.theme.small, cx.theme.muted);
                });
            });
        });
        if !is_wide && is_rated {
            ui.horizontal(|ui| {
                ui.add_space(ICON + 12.0);
                rating(ui, cx, grant, out);
            });
        }
    });
}

/// "The day’s target · Mon 23 Nov · taken".
fn remark(cx: &Cx<'_>, grant: &Grant) -> String {
    let what = format::capitalised(&occasion_words(cx, grant.occasion));
    let values = [
        ("what", what.into()),
        ("day", format::day(cx.text, grant.day, cx.today).into()),
        ("state", cx.text.get(state_id(grant.state)).into()),
    ];
    cx.text.with("rewards-history-remark", &values)
}

fn rating(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, out: &mut Outbox) {
    let mut good = grant.good;
    let words = reward_words(cx, &grant.words);
    let name = cx.text.with("rewards-good", &[("reward", words.into())]);
    let size = vec2(RATING, 32.0);
    ui.push_id(grant.occasion, |ui| {
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            if widgets::rating(ui, cx.theme, cx.text, &name, &mut good).changed() {
                out.act(Action::Reward(RewardAction::Rate { occasion: grant.occasion, good }));
            }
        });
    });
}
