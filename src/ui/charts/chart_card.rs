//! The card of a chart: its name and legend, picture or table, ways to save it, and one true sentence.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, CursorIcon, Layout, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::chart_view::{Told, chart_view};
use super::legend::Legend;
use super::table::table;
use super::tiles::take_spare;
use crate::exchange::chart::{Chart, Point};
use crate::exchange::chart_file::FileKind;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::theme::Theme;
use crate::ui::widgets::{self, Button};

/// Height of the line with the chart's name, in points.
const HEAD: f32 = 24.0;
/// Gaps between the parts of the head, and around the dot between links, in points.
const APART: f32 = 12.0;
const DOT: f32 = 4.0;
/// Room for "why" beside the name, and width of the menu of files, in points.
const WHY: f32 = 56.0;
const MENU: f32 = 96.0;

/// How a chart shows its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Picture,
    Table,
}

/// Of what is shown instead of an empty grid: margin, most width of its words, and rounding, in points.
const BLANK_MARGIN: f32 = 16.0;
const BLANK_WIDTH: f32 = 360.0;
const BLANK_ROUND: f32 = 8.0;

/// A chart with what stands around it.
#[derive(Clone, Copy)]
pub struct ChartCard<'a> {
    pub chart: &'a Arc<Chart>,
    /// Of the picture or table, in points.
    pub height: f32,
    /// Whose evidence "why" opens.
    pub why: Option<Strategy>,
}

impl ChartCard<'_> {
    /// Shows the card; `words` says everything about a place, which is given back when it was chosen.
    pub fn ui(
        &self,
        ui: &mut Ui,
        cx: &Cx,
        view: &mut View,
        out: &mut Outbox,
        words: &dyn Fn(Point) -> Option<String>,
    ) -> Option<Point> {
        self.with_picture(ui, cx, view, out, |ui, spare| chart_view(ui, cx, self.chart, self.height + spare, words))
    }

    /// The same around a picture that paints itself and is given the height the card has to spare, in points.
    pub fn with_picture(
        &self,
        ui: &mut Ui,
        cx: &Cx,
        view: &mut View,
        out: &mut Outbox,
        picture: impl FnOnce(&mut Ui, f32) -> Told,
    ) -> Option<Point> {
        self.head(ui, cx, view, out);
        ui.add_space(4.0);
        let spare = take_spare(ui);
        if *view == View::Picture && self.chart.is_blank() {
            blank(ui, cx, &self.chart.names.sentence, self.height + spare);
            return None;
        }
        let told = match view {
            View::Picture => picture(ui, spare),
            View::Table => {
                table(ui, cx, &self.chart.names.title, self.height + spare, &self.chart.table);
                Told::default()
            }
        };
        ui.add_space(4.0);
        widgets::muted(ui, cx.theme, told.said.as_deref().unwrap_or(&self.chart.names.sentence));
        told.chosen
    }

    /// Name and "why" left, the ways to read and save it right, the legend between or below.
    fn head(&self, ui: &mut Ui, cx: &Cx, view: &mut View, out: &mut Outbox) {
        let (_, row) = ui.allocate_space(vec2(ui.available_width(), HEAD));
        let title = &self.chart.names.title;
        let wide = |words: &str| line_width(ui, cx.theme, words);
        let name = wide(title) + if self.why.is_some() { APART + WHY } else { 0.0 };
        let dots = 2.0 * DOT + wide(DOT_SIGN);
        let all = wide(&cx.text.get(other_view(*view)))
            + FileKind::ALL.map(|kind| wide(kind.name()) + dots).iter().sum::<f32>();
        let folded = wide(&cx.text.get(other_view(*view))) + dots + wide(&cx.text.get("chart-save"));
        let fits = name + APART + all <= row.width();
        let links = Rect::from_min_max(pos2(row.right() - if fits { all } else { folded }, row.top()), row.max);
        self.links(&mut child(ui, "links", links), cx, view, if fits { Files::Side } else { Files::Menu }, out);

        let left = Rect::from_min_max(row.min, pos2((links.left() - APART).max(row.left()), row.bottom()));
        let mut left = child(ui, "name", left);
        left.spacing_mut().item_spacing.x = APART;
        widgets::section(&mut left, cx.theme, title);
        if let Some(strategy) = self.why {
            why(&mut left, cx, strategy, out);
        }
        let legend = Legend::of(ui, cx.theme, &self.chart.legend);
        if legend.is_empty() || *view == View::Table || self.chart.is_blank() {
            return;
        }
        // The legend brings the gap after its last key.
        let from = links.left() - legend.width;
        if from >= left.min_rect().right() + APART {
            let place = Rect::from_min_max(pos2(from, row.top()), pos2(from + legend.width, row.bottom()));
            legend.ui(&mut child(ui, "legend", place), cx.theme);
        } else {
            legend.lines_ui(ui, cx.theme);
        }
    }

    /// "Table · PNG · SVG · CSV", or "Table · Save" with a menu.
    fn links(&self, ui: &mut Ui, cx: &Cx, view: &mut View, files: Files, out: &mut Outbox) {
        ui.spacing_mut().item_spacing.x = DOT;
        let title = &self.chart.names.title;
        let id = match view {
            View::Picture => "chart-table-of",
            View::Table => "chart-picture-of",
        };
        let name = cx.text.with(id, &[("chart", title.clone().into())]);
        if quiet_link(ui, cx.theme, &cx.text.get(other_view(*view)), &name).clicked() {
            *view = match view {
                View::Picture => View::Table,
                View::Table => View::Picture,
            };
        }
        match files {
            Files::Side => {
                for kind in FileKind::ALL {
                    dot(ui, cx.theme);
                    if quiet_link(ui, cx.theme, kind.name(), &self.save_name(cx, kind)).clicked() {
                        out.save_chart(self.chart, kind);
                    }
                }
            }
            Files::Menu => {
                dot(ui, cx.theme);
                let name = cx.text.with("chart-save-of", &[("chart", title.clone().into())]);
                let opener = quiet_link(ui, cx.theme, &cx.text.get("chart-save"), &name);
                self.menu(cx, &opener, name, out);
            }
        }
    }

    fn menu(&self, cx: &Cx, opener: &Response, name: String, out: &mut Outbox) {
        let popup = Popup::from_toggle_button_response(opener)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(name);
        popup.show(|ui| {
            ui.set_width(MENU);
            ui.spacing_mut().item_spacing.y = 0.0;
            for kind in FileKind::ALL {
                let row = ui.add(Button::quiet(cx.theme, kind.name()));
                let row = row.accessible_name(self.save_name(cx, kind));
                if row.clicked() {
                    out.save_chart(self.chart, kind);
                    ui.close();
                }
            }
        });
    }

    /// What a screen reader says: "Save Minutes a day as PNG".
    fn save_name(&self, cx: &Cx, kind: FileKind) -> String {
        cx.text.with("chart-save-as", &[("chart", self.chart.names.title.clone().into()), ("kind", kind.name().into())])
    }
}

/// What will appear, where it will appear: there is nothing to draw yet.
fn blank(ui: &mut Ui, cx: &Cx, sentence: &str, height: f32) {
    let galley = |ui: &Ui, width: f32| {
        ui.painter().layout(sentence.to_owned(), cx.theme.body.clone(), Color32::PLACEHOLDER, width)
    };
    let width = (ui.available_width() - 2.0 * BLANK_MARGIN).clamp(0.0, BLANK_WIDTH);
    let (_, room) = ui.allocate_space(vec2(ui.available_width(), height));
    ui.painter().rect_filled(room, BLANK_ROUND, cx.theme.background);
    let size = galley(ui, width).size();
    let place = Rect::from_center_size(room.center(), vec2(width, size.y.min(height)));
    let mut inside =
        ui.new_child(UiBuilder::new().id_salt("blank").max_rect(place).layout(Layout::top_down(Align::Center)));
    widgets::muted(&mut inside, cx.theme, sentence);
}

/// What stands between links.
const DOT_SIGN: &str = "·";

/// Whether the files stand side by side or behind one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Files {
    Side,
    Menu,
}

fn other_view(view: View) -> &'static str {
    match view {
        View::Picture => "chart-table",
        View::Table => "chart-picture",
    }
}

fn child(ui: &mut Ui, salt: &str, place: Rect) -> Ui {
    ui.new_child(UiBuilder::new().id_salt(salt).max_rect(place).layout(Layout::left_to_right(Align::Center)))
}

fn line_width(ui: &Ui, theme: &Theme, words: &str) -> f32 {
    ui.painter().layout_no_wrap(words.to_owned(), theme.label.clone(), Color32::PLACEHOLDER).size().x
}

fn dot(ui: &mut Ui, theme: &Theme) {
    let galley = ui.painter().layout_no_wrap(DOT_SIGN.to_owned(), theme.label.clone(), theme.muted);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x, HEAD), Sense::hover());
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, theme.muted);
}

/// A link as quiet as the chart's name; `name` is what a screen reader says.
fn quiet_link(ui: &mut Ui, theme: &Theme, words: &str, name: &str) -> Response {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), theme.label.clone(), Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, HEAD), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let colour = if response.hovered() { theme.accent_text } else { theme.muted };
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
