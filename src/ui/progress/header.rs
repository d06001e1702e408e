//! The head of the page: its title, the days shown, and the choice of range.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::ui::cx::Cx;
use crate::ui::{icons, widgets};

use super::range::{Range, Span};
use super::view::PageView;

/// Width from which title and range stand side by side, in points.
const SIDE_BY_SIDE: f32 = 560.0;
/// Width below which the range is a list that drops down, in points.
const SEGMENTS: f32 = 340.0;
/// Height of the title with its line below, in points.
const HEIGHT: f32 = 52.0;

/// Shows the head and changes the range.
pub fn ui(ui: &mut Ui, cx: &Cx, range: &mut Range, view: &PageView) {
    if ui.available_width() < SIDE_BY_SIDE {
        ui.vertical(|ui| titles(ui, cx, range, view));
        choice(ui, cx, range);
        return;
    }
    let size = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        choice(ui, cx, range);
        ui.with_layout(Layout::top_down(Align::Min), |ui| titles(ui, cx, range, view));
    });
}

fn titles(ui: &mut Ui, cx: &Cx, range: &mut Range, view: &PageView) {
    ui.spacing_mut().item_spacing.y = 0.0;
    widgets::page_title(ui, cx.theme, &cx.text.get("progress-title"));
    let title = range.title(cx.text, view.period, cx.derived.today);
    if !range.steps() {
        widgets::muted(ui, cx.theme, &title);
        return;
    }
    // A row is at least as high as a control; this one is as high as its words.
    ui.spacing_mut().interact_size.y = 20.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        widgets::muted(ui, cx.theme, &title);
        let (can_go_back, can_go_on) = (view.period.from > view.first, range.back > 0);
        if step(ui, cx, icons::CARET_LEFT, "progress-range-back", can_go_back) {
            range.back += 1;
        }
        if step(ui, cx, icons::CARET_RIGHT, "progress-range-on", can_go_on) {
            range.back -= 1;
        }
    });
}

/// A small round button of a caret, in line with the words.
fn step(ui: &mut Ui, cx: &Cx, icon: &str, name: &str, can: bool) -> bool {
    let name = cx.text.get(name);
    let place = vec2(24.0, 20.0);
    let (rect, _) = ui.allocate_exact_size(place, eframe::egui::Sense::hover());
    let builder =
        eframe::egui::UiBuilder::new().max_rect(eframe::egui::Rect::from_center_size(rect.center(), vec2(36.0, 36.0)));
    let mut child = ui.new_child(builder);
    child.add_enabled_ui(can, |ui| widgets::icon_button(ui, cx.theme, icon, &name)).inner.clicked()
}

fn choice(ui: &mut Ui, cx: &Cx, range: &mut Range) {
    let names = [
        (Span::Week, "progress-range-week"),
        (Span::Days30, "progress-range-30"),
        (Span::Month, "progress-range-month"),
        (Span::Year, "progress-range-year"),
        (Span::All, "progress-range-all"),
    ];
    let options = names.map(|(span, id)| (span, cx.text.get(id)));
    let name = cx.text.get("progress-range");
    let mut span = range.span;
    let response = if ui.available_width() < SEGMENTS {
        widgets::bare_select(ui, cx.theme, &name, &mut span, &options)
    } else {
        widgets::segmented(ui, cx.theme, &name, &mut span, &options)
    };
    if response.changed() {
        *range = Range { span, back: 0 };
    }
}
