//! The level as a ring with its number, and the card of it with the newest badges.

use eframe::egui::{Align2, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::domain::rewards::{BadgeState, Level};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::widgets::{self, Button};

use super::medal;
use super::node;

/// Size of the ring and its width, in points.
const RING: f32 = 88.0;
const WIDTH: f32 = 8.0;
/// Size of the badges on the card, and how many of the newest it shows.
const MEDAL: f32 = 40.0;
const NEWEST: usize = 5;

/// The ring with the number of the level in it.
pub(super) fn ring(ui: &mut Ui, cx: &Cx<'_>, level: Level) {
    let (theme, size) = (cx.theme, Vec2::splat(RING));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let (have, need) = (level.minutes - level.from_minutes, level.to_minutes - level.from_minutes);
    let values = [("level", level.number.into()), ("minutes", have.into()), ("whole", need.into())];
    let name = cx.text.with("rewards-level-name", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let (painter, radius) = (ui.painter(), (RING - WIDTH) / 2.0);
    node::ring(painter, rect.center(), radius, Stroke::new(WIDTH, theme.track), 1.0);
    let share = have as f32 / need.max(1) as f32;
    node::ring(painter, rect.center(), radius, Stroke::new(WIDTH, theme.stage[0]), share);
    let number = level.number.to_string();
    painter.text(rect.center(), Align2::CENTER_CENTER, number, theme.figure.clone(), theme.ink);
}

/// "Level 12", what is left to the next, and how levels come.
pub(super) fn words(ui: &mut Ui, cx: &Cx<'_>, level: Level) {
    ui.spacing_mut().item_spacing.y = 0.0;
    widgets::subtitle(ui, cx.theme, &cx.text.with("rewards-level", &[("level", level.number.into())]));
    let left = format::duration(cx.text, (level.to_minutes - level.minutes) * 60);
    let values = [("duration", left.into()), ("next", (level.number + 1).into())];
    widgets::body(ui, cx.theme, &cx.text.with("rewards-level-to", &values));
    ui.add_space(4.0);
    widgets::small(ui, cx.theme, &cx.text.get("rewards-level-curve"));
}

/// Shows the card; true when the page of badges is asked for.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let rewards = &cx.derived.rewards;
    let mut asks = false;
    tiles(ui, cx.theme, "rewards level", &[1.0], |ui, _| {
        widgets::section(ui, cx.theme, &cx.text.get("rewards-badges"));
        ui.add_space(4.0);
        level_ui(ui, cx, rewards.level);
        let mut won: Vec<&BadgeState> = rewards.badges.iter().filter(|badge| badge.won.is_some()).collect();
        let values = [("won", won.len().into()), ("of", rewards.badges.len().into())];
        let told = cx.text.with("rewards-level-badges", &values);
        won.sort_by_key(|badge| std::cmp::Reverse(badge.won));
        ui.add_space(4.0);
        if !won.is_empty() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                for badge in won.iter().take(NEWEST) {
                    medal::ui(ui, cx, badge, MEDAL);
                }
            });
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            widgets::muted(ui, cx.theme, &told);
            asks = ui.add(Button::act(cx.theme, &cx.text.get("rewards-level-all"))).clicked();
        });
    });
    asks
}

/// The ring and the words beside it.
pub(super) fn level_ui(ui: &mut Ui, cx: &Cx<'_>, level: Level) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ring(ui, cx, level);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            words(ui, cx, level);
        });
    });
}
