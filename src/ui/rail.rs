//! The rail at the left: the rooms, today's minutes, and the state of the file.

use std::time::Duration;

use eframe::egui::{
    Align, Align2, Color32, Frame, Layout, Margin, Panel, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::commands::{Command, Tab};
use super::cx::{Cx, FileState};
use super::outbox::Outbox;
use super::theme::icon_font;
use super::widgets::shows_focus;
use super::{format, icons};
use crate::domain::timer::Phase;

/// Width of the rail, in points.
pub const WIDTH: f32 = 96.0;
/// The buttons of the rooms in a high window, in a low one, and in one so low that large text is all it holds.
const SPACINGS: [Spacing; 3] = [
    Spacing { top: 16.0, item: 60.0, gap: 4.0, icon: 19.0, name: 44.0 },
    Spacing { top: 16.0, item: 48.0, gap: 4.0, icon: 13.0, name: 38.0 },
    Spacing { top: 6.0, item: 42.0, gap: 1.0, icon: 12.0, name: 33.0 },
];
const MARGIN: f32 = 8.0;
/// Height of what stands at the bottom: minutes and file.
const FOOT: f32 = 92.0;
const ICON: f32 = 24.0;

/// How the rooms stand below each other, in points.
#[derive(Clone, Copy, Debug)]
struct Spacing {
    /// Above the first.
    top: f32,
    /// Height of a button, and the gap between two.
    item: f32,
    gap: f32,
    /// From the top of a button to the middle of its icon, and of its name.
    icon: f32,
    name: f32,
}

impl Spacing {
    /// The widest that fits; where none does, the rail scrolls.
    fn of(height: f32) -> Self {
        let count = Tab::ALL.len() as f32;
        let fits = |spacing: &Self| spacing.top + count * (spacing.item + spacing.gap) <= height;
        SPACINGS.into_iter().find(fits).unwrap_or(SPACINGS[2])
    }
}

/// Shows the rail and asks to go where it is clicked.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, current: Tab, out: &mut Outbox) {
    let frame = Frame::new().fill(cx.theme.background);
    let panel = Panel::left("rail").exact_size(WIDTH).resizable(false).show_separator_line(false).frame(frame);
    panel.show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().vline(rect.right() - 0.5, rect.y_range(), cx.theme.border());
        rooms(ui, cx, current, Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - FOOT)), out);
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
        let layout = Layout::top_down(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(foot.shrink2(vec2(4.0, 0.0))).layout(layout), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            today(ui, cx);
            file(ui, cx, out);
        });
    });
}

fn rooms(ui: &mut Ui, cx: &Cx<'_>, current: Tab, rect: Rect, out: &mut Outbox) {
    let spacing = Spacing::of(rect.height());
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(spacing.top);
                ui.spacing_mut().item_spacing.y = spacing.gap;
                for tab in Tab::ALL {
                    if item(ui, cx, tab, (tab == current, spacing)).clicked() {
                        out.run(Command::GoTo(tab));
                    }
                }
            });
        });
    });
}

fn item(ui: &mut Ui, cx: &Cx<'_>, tab: Tab, (is_current, spacing): (bool, Spacing)) -> Response {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH - 2.0 * MARGIN, spacing.item), Sense::click());
    let (letter, name) = (icon_of(tab), name_of(cx, tab));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, &name));
    if ui.is_rect_visible(rect) {
        let over = ui.ctx().animate_bool_responsive(response.id.with("over"), response.hovered());
        let fill = if is_current { theme.accent_fill } else { Color32::TRANSPARENT.lerp_to_gamma(theme.hover, over) };
        let colour = if is_current { theme.accent_text } else { theme.muted.lerp_to_gamma(theme.ink, over) };
        let font = if is_current { theme.label.clone() } else { theme.small.clone() };
        let painter = ui.painter();
        painter.rect_filled(rect, 12.0, fill);
        let at = |down: f32| pos2(rect.center().x, rect.top() + down);
        painter.text(at(spacing.icon), Align2::CENTER_CENTER, letter, icon_font(ICON), colour);
        painter.text(at(spacing.name), Align2::CENTER_CENTER, &name, font, colour);
        if shows_focus(&response) {
            painter.rect_stroke(rect.shrink(1.0), 11.0, theme.focus_ring(), eframe::egui::StrokeKind::Inside);
        }
    }
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}

/// Minutes of today, with those of the running session.
fn today(ui: &mut Ui, cx: &Cx<'_>) {
    let secs = today_secs(cx);
    let minutes = format::count(u64::try_from(secs / 60).unwrap_or(0));
    let size = vec2(ui.available_width(), 44.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let sentence = cx.text.with("focus-rail-today-sentence", &[("minutes", minutes.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
    let painter = ui.painter();
    let (theme, x) = (cx.theme, rect.center().x);
    painter.text(pos2(x, rect.top() + 12.0), Align2::CENTER_CENTER, minutes, theme.button.clone(), theme.ink);
    let below = cx.text.get("focus-rail-today");
    painter.text(pos2(x, rect.top() + 33.0), Align2::CENTER_CENTER, below, theme.small.clone(), theme.muted);
    let grows = cx.model.running.as_ref().is_some_and(|running| matches!(running.phase, Phase::Focusing { .. }));
    if grows {
        ui.ctx().request_repaint_after(Duration::from_secs(u64::try_from(60 - secs.rem_euclid(60)).unwrap_or(60)));
    }
}

/// Seconds of focus of this goal day, those of the running session included.
pub fn today_secs(cx: &Cx<'_>) -> i64 {
    let running = cx.model.running.as_ref().filter(|running| running.day == cx.today);
    cx.derived.totals.today.focus_secs + running.map_or(0, |running| running.focus_secs(cx.now))
}

fn file(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let theme = cx.theme;
    let (id, reason) = match &cx.status.file {
        FileState::Saved => ("focus-file-saved", None),
        FileState::Saving => ("focus-file-saving", None),
        FileState::Demo => ("focus-file-demo", None),
        FileState::Problem(reason) => ("focus-file-problem", Some(reason)),
        FileState::ReadOnly(reason) => ("focus-file-read-only", Some(reason)),
    };
    let (words, size) = (cx.text.get(id), vec2(ui.available_width(), 28.0));
    let Some(reason) = reason else {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, &words, theme.small.clone(), theme.muted);
        return;
    };
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    ui.painter().rect_filled(rect, 8.0, theme.problem_fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, &words, theme.label.clone(), theme.problem);
    if shows_focus(&response) {
        ui.painter().rect_stroke(rect, 8.0, theme.focus_ring(), eframe::egui::StrokeKind::Outside);
    }
    let hint = cx.text.with("focus-file-problem-hint", &[("reason", reason.as_str().into())]);
    if response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand).on_hover_text(hint).clicked() {
        out.run(Command::GoTo(Tab::Settings));
    }
}

/// The icon of a room.
fn icon_of(tab: Tab) -> &'static str {
    match tab {
        Tab::Focus => icons::SPIRAL,
        Tab::Goal => icons::TARGET,
        Tab::Progress => icons::CHART_BAR,
        Tab::Rewards => icons::GIFT,
        Tab::Environment => icons::LAMP,
        Tab::People => icons::USERS,
        Tab::Review => icons::CALENDAR_CHECK,
        Tab::Settings => icons::GEAR,
    }
}

/// The name of a room.
fn name_of(cx: &Cx<'_>, tab: Tab) -> String {
    match tab {
        Tab::Focus => cx.text.get("focus-tab-focus"),
        Tab::Goal => cx.text.get("focus-tab-goal"),
        Tab::Progress => cx.text.get("focus-tab-progress"),
        Tab::Rewards => cx.text.get("rewards-tab"),
        Tab::Environment => cx.text.get("environment-tab"),
        Tab::People => cx.text.get("people-tab"),
        Tab::Review => cx.text.get("review-tab"),
        Tab::Settings => cx.text.get("focus-tab-settings"),
    }
}
