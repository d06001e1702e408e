//! What was earned, newest first, with what became of it and how good it was.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::Action;
use crate::domain::rewards::{Grant, GrantState, RewardAction};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::goal::{Shown, more_link, scrolled_rows};
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

use super::words::{layer_icon, occasion_words, reward_words, state_id};

/// Rows shown before all are asked for, and most shown without scrolling then.
const FEW: usize = 6;
const TALL: f32 = 12.0;
/// Size of a row's icon and the gap after it, and room for the rating, in points.
const ICON: f32 = 20.0;
const GAP: f32 = 12.0;
const RATING: f32 = 156.0;
/// Widths from which the rating stands in the row, and from which the remark stands beside the words, in points.
const SIDE_BY_SIDE: f32 = 480.0;
const ONE_LINE: f32 = 720.0;
/// The words' share of the room that they and the remark have in one line.
const WORDS: f32 = 0.45;

/// How a row is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Words, remark and rating beside each other.
    OneLine,
    /// The remark below the words, the rating beside both.
    TwoLines,
    /// The rating below all.
    Stacked,
}

impl Form {
    fn of(width: f32) -> Self {
        match width {
            width if width >= ONE_LINE => Self::OneLine,
            width if width >= SIDE_BY_SIDE => Self::TwoLines,
            _ => Self::Stacked,
        }
    }

    /// Height of a row, in points.
    fn height(self) -> f32 {
        match self {
            Self::OneLine => 40.0,
            Self::TwoLines => 48.0,
            Self::Stacked => 88.0,
        }
    }
}

/// The card with how much of it is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct HistoryCard {
    shown: Shown,
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
            self.rows(ui, cx, &history, out);
            more_link(ui, cx, &mut self.shown, [FEW, history.len()]);
        });
    }

    fn rows(self, ui: &mut Ui, cx: &Cx<'_>, history: &[&Grant], out: &mut Outbox) {
        let form = Form::of(ui.available_width());
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if self.shown == Shown::Few {
                history.iter().take(FEW).for_each(|grant| row(ui, cx, (grant, form), out));
                return;
            }
            let height = form.height();
            scrolled_rows(ui, "rewards history", (height, TALL * height), history.len(), |ui, nth| {
                row(ui, cx, (history[nth], form), out);
            });
        });
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, (grant, form): (&Grant, Form), out: &mut Outbox) {
    let is_rated = grant.state == GrantState::Claimed;
    let whole = vec2(ui.available_width(), form.height());
    ui.allocate_ui_with_layout(whole, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(form.height());
        let line = vec2(ui.available_width(), if form == Form::Stacked { Form::TwoLines } else { form }.height());
        ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            if form != Form::Stacked && is_rated {
                rating(ui, cx, grant, out);
            } else if form == Form::OneLine {
                // The remarks stand below each other also where nothing is rated.
                ui.add_space(RATING + GAP);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let colour = if is_rated { cx.theme.accent_text } else { cx.theme.muted };
                widgets::icon(ui, layer_icon(grant.layer()), ICON, colour);
                told(ui, cx, grant, form);
            });
        });
        if form == Form::Stacked && is_rated {
            ui.horizontal(|ui| {
                ui.add_space(ICON + GAP);
                rating(ui, cx, grant, out);
            });
        }
    });
}

/// The words and the remark.
fn told(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, form: Form) {
    let (words, remark) = (reward_words(cx, &grant.words), remark(cx, grant));
    if form == Form::OneLine {
        let size = vec2(((ui.available_width() - GAP) * WORDS).floor(), form.height());
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(size.x);
            widgets::cut(ui, &words, &cx.theme.body, cx.theme.ink);
        });
        widgets::cut(ui, &remark, &cx.theme.body, cx.theme.muted);
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space((Form::TwoLines.height() - 36.0) / 2.0);
        widgets::cut(ui, &words, &cx.theme.body, cx.theme.ink);
        widgets::cut(ui, &remark, &cx.theme.small, cx.theme.muted);
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
