//! A number with − and + beside it; it can also be typed, dragged and moved with the arrow keys.

use std::ops::RangeInclusive;

use eframe::egui::emath::{Numeric, format_with_decimals_in_range};
use eframe::egui::{Color32, CornerRadius, DragValue, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::paint;
use crate::ui::icons;
use crate::ui::text::Text;
use crate::ui::theme::{Theme, icon_font};

/// Height of all three parts, and least width of the number, in points.
const HEIGHT: f32 = 36.0;
const NUMBER_WIDTH: f32 = 80.0;
const ICON: f32 = 16.0;

/// A number field; make one with [`Stepper::new`], then [`Stepper::show`] it.
#[must_use = "show it"]
pub struct Stepper<'a, N> {
    theme: &'a Theme,
    text: &'a Text,
    name: &'a str,
    range: RangeInclusive<N>,
    step: f64,
    unit: &'a str,
    decimals: usize,
}

impl<'a, N: Numeric> Stepper<'a, N> {
    /// A field called `name` for numbers in `range`, in steps of one.
    pub fn new(theme: &'a Theme, text: &'a Text, name: &'a str, range: RangeInclusive<N>) -> Self {
        Self { theme, text, name, range, step: 1.0, unit: "", decimals: 0 }
    }

    /// How much one press of − or + changes.
    pub fn step(mut self, step: f64) -> Self {
        self.step = step;
        self
    }

    /// The unit shown after the number: "min".
    pub fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// The most decimals shown and kept.
    pub fn decimals(mut self, decimals: usize) -> Self {
        self.decimals = decimals;
        self
    }

    /// Shows the field; `changed()` tells.
    pub fn show(self, ui: &mut Ui, value: &mut N) -> Response {
        let before = value.to_f64();
        let (least, most) = (self.range.start().to_f64(), self.range.end().to_f64());
        let named = |id: &str| self.text.with(id, &[("name", self.name.into())]);
        let mut response = ui
            .horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let less = ui.add_enabled_ui(before > least, |ui| {
                    round(ui, self.theme, icons::MINUS, &named("widget-less")).clicked()
                });
                let number = self.number(ui, value);
                let more = ui.add_enabled_ui(before < most, |ui| {
                    round(ui, self.theme, icons::PLUS, &named("widget-more")).clicked()
                });
                let turn = if less.inner { -self.step } else { 0.0 } + if more.inner { self.step } else { 0.0 };
                if turn != 0.0 {
                    *value = N::from_f64((before + turn).clamp(least, most));
                }
                number
            })
            .inner;
        if value.to_f64().total_cmp(&before).is_ne() {
            response.mark_changed();
        }
        response
    }

    fn number(&self, ui: &mut Ui, value: &mut N) -> Response {
        ui.scope(|ui| {
            // egui lays the number and the unit out apart, and adds this to the unit only.
            ui.spacing_mut().extra_text_line_spacing = 0.0;
            let widgets = &mut ui.visuals_mut().widgets;
            for look in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                look.corner_radius = CornerRadius::same(12);
            }
            let unit = if self.unit.is_empty() { String::new() } else { format!(" {}", self.unit) };
            let decimals = self.decimals;
            let field = DragValue::new(value)
                .range(self.range.clone())
                .speed(self.step * 0.1)
                .max_decimals(self.decimals)
                .custom_formatter(move |number, _| format_with_decimals_in_range(number, 0..=decimals))
                .suffix(unit)
                .min_size(vec2(NUMBER_WIDTH, HEIGHT));
            ui.add(field).accessible_name(self.name)
        })
        .inner
    }
}

fn round(ui: &mut Ui, theme: &Theme, icon: &str, name: &str) -> Response {
    let letter = paint::line_of(ui, icon, icon_font(ICON), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let fill: Color32 = paint::quiet_fill(ui, theme, &response, theme.surface);
    ui.painter().rect(rect, HEIGHT / 2.0, fill, theme.border(), StrokeKind::Inside);
    paint::galley_centred(ui, &letter, rect, theme.ink);
    paint::focus_ring(ui, theme, &response, rect, HEIGHT / 2.0);
    paint::hand(response)
}
