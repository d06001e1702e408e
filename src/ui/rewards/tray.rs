//! The tray: what was earned and neither taken nor left, or what will wait here.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align, Label, Layout, Ui, vec2};

use crate::domain::Action;
use crate::domain::rewards::{Grant, Layer, Reward, RewardAction, of_layer};
use crate::domain::time::local_time;
use crate::ui::charts::tiles;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::goal::{Shown, more_link};
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::node;
use super::words::{layer_icon, occasion_words, reward_words};

/// Rows shown before all are asked for.
const FEW: usize = 3;
/// Height of a row, and the gap after its mark, in points.
const ROW: f32 = 56.0;
const GAP: f32 = 16.0;
/// Width from which the acts stand beside the words, in points.
const SIDE_BY_SIDE: f32 = 480.0;

/// The card with how much of it is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tray {
    shown: Shown,
}

impl Tray {
    /// Shows the card; true when the first reward is to be written.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let waiting = &cx.derived.rewards.unclaimed;
        if waiting.is_empty() {
            return empty(ui, cx, out);
        }
        tiles(ui, cx.theme, "rewards tray", &[1.0], |ui, _| {
            ui.spacing_mut().item_spacing.y = 4.0;
            with_why(ui, cx, Strategy::Breaks, out, |ui| {
                let count = [("count", waiting.len().into())];
                widgets::section(ui, cx.theme, &cx.text.with("rewards-tray-count", &count));
            });
            let few = if self.shown == Shown::Few { FEW } else { waiting.len() };
            for grant in waiting.iter().take(few) {
                row(ui, cx, grant, out);
            }
            more_link(ui, cx, &mut self.shown, [FEW, waiting.len()]);
            if !can_take(cx) {
                widgets::small(ui, cx.theme, &cx.text.get("rewards-tray-running"));
            }
        });
        false
    }
}

/// A break can begin: no session runs that has earned none yet.
fn can_take(cx: &Cx<'_>) -> bool {
    cx.model.running.as_ref().is_none_or(|running| running.earned.is_some())
}

fn row(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, out: &mut Outbox) {
    let is_wide = ui.available_width() >= SIDE_BY_SIDE;
    let size = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if is_wide {
            acts(ui, cx, grant, out);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(2.0 * node::RADIUS, ROW), eframe::egui::Sense::hover());
            node::paint(ui.painter(), cx.theme, rect.center(), layer_icon(grant.layer()), None);
            ui.add_space(GAP - 8.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let remark = remark(cx, grant);
                ui.add_space((ROW - if is_one_line(ui, cx, &remark) { 36.0 } else { 52.0 }) / 2.0);
                widgets::cut(ui, &reward_words(cx, &grant.words), &cx.theme.strong, cx.theme.ink);
                let small = LayoutJob::simple(remark, cx.theme.small.clone(), cx.theme.muted, 0.0);
                ui.add(Label::new(LayoutJob { wrap: TextWrapping { max_rows: 2, ..small.wrap }, ..small }).wrap());
            });
        });
    });
    if !is_wide {
        ui.horizontal(|ui| {
            ui.add_space(2.0 * node::RADIUS + GAP);
            acts(ui, cx, grant, out);
        });
    }
}

fn is_one_line(ui: &Ui, cx: &Cx<'_>, remark: &str) -> bool {
    let line = ui.painter().layout_no_wrap(remark.to_owned(), cx.theme.small.clone(), cx.theme.muted);
    line.size().x <= ui.available_width()
}

/// "For the day’s target · Today 09:12 · 10 min".
fn remark(cx: &Cx<'_>, grant: &Grant) -> String {
    let at = local_time(grant.earned, (cx.offset_at)(grant.earned));
    let values = [
        ("what", occasion_words(cx, grant.occasion).into()),
        ("moment", format::moment(cx.text, at, cx.today).into()),
        ("minutes", grant.minutes.into()),
    ];
    cx.text.with("rewards-tray-remark", &values)
}

/// "Take it now" and "Leave it", the stronger one nearest to the words.
fn acts(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, out: &mut Outbox) {
    let words = reward_words(cx, &grant.words);
    let named = |id: &str| cx.text.with(id, &[("reward", words.as_str().into())]);
    let take = |ui: &mut Ui, out: &mut Outbox| {
        let label = cx.text.get("rewards-take");
        let button = ui.add_enabled(can_take(cx), Button::small(cx.theme, &label).icon(icons::GIFT));
        if button.accessible_name(named("rewards-take-named")).clicked() {
            out.act(Action::Reward(RewardAction::Take { occasion: grant.occasion }));
        }
    };
    let leave = |ui: &mut Ui, out: &mut Outbox| {
        let button = widgets::quiet_button(ui, cx.theme, &cx.text.get("rewards-leave"));
        if button.accessible_name(named("rewards-leave-named")).clicked() {
            out.act(Action::Reward(RewardAction::Skip { occasion: grant.occasion }));
        }
    };
    if ui.layout().main_dir() == eframe::egui::Direction::RightToLeft {
        leave(ui, out);
        take(ui, out);
    } else {
        take(ui, out);
        leave(ui, out);
    }
}

/// What will wait here, and the act that brings it; true when the first reward is to be written.
fn empty(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> bool {
    let has_any = cx.model.rewards.iter().any(Reward::is_active);
    let next = cx.derived.rewards.ladder.first().and_then(|session| session.next);
    let next = next.and_then(|id| of_layer(cx.model, Layer::Session).find(|reward| reward.id == id));
    let sentence = match next {
        Some(reward) => cx.text.with("rewards-tray-empty-next", &[("reward", reward.words.as_str().into())]),
        None if has_any => cx.text.get("rewards-tray-empty-ladder"),
        None => cx.text.get("rewards-tray-empty-none"),
    };
    let act = cx.text.get(if has_any { "rewards-tray-start" } else { "rewards-tray-write" });
    let mut asks_to_write = false;
    tiles(ui, cx.theme, "rewards tray", &[1.0], |ui, _| {
        with_why(ui, cx, Strategy::Breaks, out, |ui| {
            widgets::section(ui, cx.theme, &cx.text.get("rewards-tray"));
        });
        let button = Button::small(cx.theme, &act);
        let width = button.width(ui);
        let is_wide = ui.available_width() >= SIDE_BY_SIDE;
        let mut clicked = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (rect, _) = ui.allocate_exact_size(vec2(2.0 * node::RADIUS, ROW), eframe::egui::Sense::hover());
            node::paint(ui.painter(), cx.theme, rect.center(), icons::GIFT, None);
            ui.add_space(GAP);
            let room = ui.available_width() - if is_wide { width + GAP } else { 0.0 };
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space((ROW - 40.0) / 2.0);
                widgets::strong(ui, cx.theme, &cx.text.get("rewards-tray-empty"));
                widgets::muted(ui, cx.theme, &sentence);
            });
            if is_wide {
                ui.add_space(GAP);
                clicked = ui.add(button.clone()).clicked();
            }
        });
        if !is_wide {
            clicked = ui.add(button).clicked();
        }
        if clicked && has_any {
            out.run(Command::GoTo(Tab::Focus));
        }
        asks_to_write = clicked && !has_any;
    });
    asks_to_write
}
