//! The page of level and badges: each badge with its rule, and the day it was won.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::rewards::BadgeState;
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::widgets::{self, Button};

use super::words::badge_id;
use super::{level, medal};

/// Size of a badge, in points.
const MEDAL: f32 = 56.0;
/// Least width of a card, and most cards in a row.
const LEAST: f32 = 256.0;
const MOST: usize = 4;
/// Gap between rows, in points.
const GAP: f32 = 16.0;

/// Shows the page; true when it is left.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let is_left = ui.add(Button::act(cx.theme, &cx.text.get("rewards-badges-back")).icon(icons::ARROW_LEFT)).clicked();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::page_title(ui, cx.theme, &cx.text.get("rewards-badges"));
        widgets::muted(ui, cx.theme, &cx.text.get("rewards-badges-lead"));
    });
    tiles(ui, cx.theme, "level", &[1.0], |ui, _| level::level_ui(ui, cx, cx.derived.rewards.level));
    let badges = &cx.derived.rewards.badges;
    let columns = (((ui.available_width() + GAP) / (LEAST + GAP)) as usize).clamp(1, MOST);
    for (nth, row) in badges.chunks(columns).enumerate() {
        // A last row that is not full keeps the width of the others.
        let whole = ui.available_width();
        let width = (whole - GAP * (columns - 1) as f32) / columns as f32;
        let width = width * row.len() as f32 + GAP * (row.len() - 1) as f32;
        ui.scope(|ui| {
            ui.set_max_width(width);
            tiles(ui, cx.theme, &format!("badges {nth}"), &vec![1.0; row.len()], |ui, column| {
                badge(ui, cx, &row[column]);
            });
        });
    }
    widgets::small(ui, cx.theme, &cx.text.get("rewards-badges-off"));
    is_left
}

fn badge(ui: &mut Ui, cx: &Cx<'_>, state: &BadgeState) {
    let size = vec2(ui.available_width(), MEDAL);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        medal::ui(ui, cx, state, MEDAL);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let id = badge_id(state.badge);
            widgets::strong(ui, cx.theme, &cx.text.get(id));
            widgets::small(ui, cx.theme, &cx.text.get(&format!("{id}-rule")));
            ui.add_space(4.0);
            let (font, colour) = match state.won {
                Some(_) => (&cx.theme.label, cx.theme.accent_text),
                None => (&cx.theme.small, cx.theme.muted),
            };
            widgets::words(ui, &medal::how(cx, state), font, colour);
        });
    });
}
