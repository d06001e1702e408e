//! The mark of a badge: a toothed wheel of a watch in metal when it is won, else its bare outline.

use std::f32::consts::TAU;

use eframe::egui::{Align2, Pos2, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use crate::domain::rewards::{Badge, BadgeState};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::theme::icon_font;

use super::words::{badge_icon, badge_id};

/// Teeth of a wheel, how deep they are as a share of its radius, and points along each.
const TEETH: u32 = 16;
const DEPTH: f32 = 0.09;
const BENDS: u32 = 6;
/// Size of the icon, and radius of the disc in the wheel, as shares of the size.
const ICON: f32 = 0.42;
const DISC: f32 = 0.39;

/// Shows the mark of a badge, `size` points wide; its name, rule and state are what a screen reader says.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, state: &BadgeState, size: f32) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let sentence = sentence(cx, state);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &sentence));
    let (theme, painter, centre) = (cx.theme, ui.painter(), rect.center());
    let wheel = wheel(centre, size / 2.0);
    let icon = icon_font(size * ICON);
    if state.won.is_some() {
        let metal = theme.stage[metal(state.badge)];
        painter.add(Shape::Path(eframe::egui::epaint::PathShape {
            points: wheel,
            closed: true,
            fill: metal,
            stroke: Stroke::NONE.into(),
        }));
        painter.circle_filled(centre, size * DISC, theme.surface);
        painter.text(centre, Align2::CENTER_CENTER, badge_icon(state.badge), icon, theme.ink);
    } else {
        painter.add(Shape::closed_line(wheel, Stroke::new(1.5, theme.outline)));
        painter.text(centre, Align2::CENTER_CENTER, badge_icon(state.badge), icon, theme.muted);
    }
    response.on_hover_text(sentence);
}

/// "First week: seven days done. Won 3 March".
pub(super) fn sentence(cx: &Cx<'_>, state: &BadgeState) -> String {
    let id = badge_id(state.badge);
    let values = [
        ("badge", cx.text.get(id).into()),
        ("rule", cx.text.get(&format!("{id}-rule")).into()),
        ("state", how(cx, state).into()),
    ];
    cx.text.with("rewards-badge-sentence", &values)
}

/// The day it was won, or how far it is.
pub(super) fn how(cx: &Cx<'_>, state: &BadgeState) -> String {
    match state.won {
        Some(day) => cx.text.with("rewards-badge-won", &[("day", format::date(cx.text, day).into())]),
        None if state.need > 1 => {
            cx.text.with("rewards-badge-progress", &[("have", state.have.into()), ("need", state.need.into())])
        }
        None => cx.text.get("rewards-badge-open"),
    }
}

/// The metal of a badge: gold for acts once done, then as the stages of the spring for what takes long.
fn metal(badge: Badge) -> usize {
    match badge {
        Badge::FirstSession | Badge::FirstWeek | Badge::CameBack | Badge::ToldSomeone => 0,
        Badge::TenProofs | Badge::WeeklyReview | Badge::EnvironmentSetUp | Badge::TenHours => 1,
        Badge::MonthlyReview | Badge::PlanThatWorked | Badge::Experiment | Badge::ThirtyDays => 2,
        Badge::HundredSessions | Badge::HundredHours => 3,
    }
}

/// The outline of a wheel with soft teeth.
fn wheel(centre: Pos2, radius: f32) -> Vec<Pos2> {
    let count = TEETH * BENDS;
    let point = |nth: u32| {
        let along = nth as f32 / count as f32 * TAU;
        let depth = DEPTH * (0.5 - 0.5 * (along * TEETH as f32).cos());
        centre + radius * (1.0 - depth) * Vec2::angled(along)
    };
    (0..count).map(point).collect()
}
