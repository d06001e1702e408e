//! The card of a chart: its name, a legend, the switch between picture and table, and one true sentence.

use eframe::egui::{
    Align, Color32, CursorIcon, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::ui::text::Text;
use crate::ui::theme::Theme;
use crate::ui::widgets;

/// Height of the line with the chart's name, in points.
const HEAD: f32 = 24.0;

/// How a chart shows its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Picture,
    Table,
}

/// What stands around a chart.
#[derive(Clone, Copy)]
pub struct ChartCard<'a> {
    pub theme: &'a Theme,
    pub text: &'a Text,
    pub title: &'a str,
    pub sentence: &'a str,
}

impl ChartCard<'_> {
    /// Shows the head with `legend` right of the name, then `body` in the chosen view, then the sentence.
    pub fn show(&self, ui: &mut Ui, view: &mut View, legend: impl FnOnce(&mut Ui), body: impl FnOnce(&mut Ui, View)) {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), HEAD), Layout::right_to_left(Align::Center), |ui| {
            self.switch(ui, view);
            legend(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| widgets::section(ui, self.theme, self.title));
        });
        ui.add_space(4.0);
        body(ui, *view);
        ui.add_space(4.0);
        widgets::muted(ui, self.theme, self.sentence);
    }

    fn switch(&self, ui: &mut Ui, view: &mut View) {
        let (shown, id) = match view {
            View::Picture => ("chart-table", "chart-table-of"),
            View::Table => ("chart-picture", "chart-picture-of"),
        };
        let name = self.text.with(id, &[("chart", self.title.into())]);
        if quiet_link(ui, self.theme, &self.text.get(shown), &name).clicked() {
            *view = match view {
                View::Picture => View::Table,
                View::Table => View::Picture,
            };
        }
    }
}

/// A link as quiet as the chart's name; `name` is what a screen reader says.
fn quiet_link(ui: &mut Ui, theme: &Theme, words: &str, name: &str) -> Response {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), theme.label.clone(), Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, HEAD), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let colour = if response.hovered() { theme.ink } else { theme.accent_text };
    let line = Rect::from_center_size(rect.center(), galley.size());
    ui.painter().galley(line.min, galley, colour);
    if response.hovered() {
        ui.painter().hline(line.x_range(), line.bottom(), Stroke::new(1.0, colour));
    }
    if widgets::shows_focus(&response) {
        ui.painter().rect_stroke(line.expand(4.0), 4.0, theme.focus_ring(), StrokeKind::Outside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
