//! The frame of a chart: quiet grid lines and named marks; what lies in it is painted by the caller.

use std::rc::Rc;

use eframe::egui::{Painter, Rangef, Rect, Response, Sense, Shape, Stroke, Ui, pos2};
use egui_plot::{AxisHints, GridMark, Plot, PlotTransform};

use crate::exchange::chart::{Chart, Layer, Mark};
use crate::ui::theme::Theme;

/// Room for the marks left of a chart and below it, in points.
const LEFT: f32 = 28.0;
pub(super) const BELOW: f32 = 20.0;
/// Room for one mark of the x axis and of the y axis, in points.
const MARK_ROOM: f32 = 64.0;
const MARK_LINE: f32 = 22.0;
/// How far the name of the last mark may stand out at the right: less than the margin of a card, in points.
const BESIDE: f64 = 12.0;
/// Dashes of a line that is a mark, not a figure, in points.
const DASH: f32 = 3.0;
/// Air below and above what is drawn, and above it where events are named, as shares of the height.
const AIR: f64 = 0.06;
const EVENT_AIR: f64 = 0.2;

/// Draws a chart's frame, `height` points high with its marks, and lets `draw` paint in it.
pub(super) fn plot(
    ui: &mut Ui,
    theme: &Theme,
    chart: &Chart,
    height: f32,
    draw: impl FnOnce(&Painter, &PlotTransform),
) -> (Response, PlotTransform) {
    let (x, y) = (chart.x.from..=chart.x.to, chart.y());
    let is_grid = chart.layers().iter().any(|layer| matches!(layer, Layer::Tiles { .. }));
    let (below, above) = match (is_grid, chart.events.is_empty()) {
        (true, _) => (0.0, 0.0),
        (false, true) => (AIR, AIR),
        (false, false) => (AIR, EVENT_AIR),
    };
    let extent = y.to - y.from;
    let y_bounds = y.from - extent * below..=y.to + extent * above;
    let hints = |axes: AxisHints<'static>, marks: &[Mark], thickness: f32| {
        let marks: Rc<[Mark]> = marks.into();
        axes.formatter(move |mark, _| name_at(&marks, mark.value))
            .min_thickness(thickness)
            .label_spacing(Rangef::new(1.0, 2.0))
            .tick_label_color(theme.muted)
            .tick_label_font(theme.small.clone())
    };
    let mut x_marks = chart.x.marks_for((ui.available_width() / MARK_ROOM) as usize);
    let step = f64::from(ui.available_width() - LEFT) / (chart.x.to - chart.x.from).max(f64::EPSILON);
    x_marks.retain(|mark| {
        let name = ui.painter().layout_no_wrap(mark.name.clone(), theme.small.clone(), theme.muted);
        f64::from(name.size().x) / 2.0 <= (chart.x.to - mark.at) * step + BESIDE
    });
    // Rows of tiles are all named; the marks of figures may leave some out.
    let y_marks = if is_grid { y.marks.clone() } else { y.marks_for((height / MARK_LINE) as usize) };
    let (x_steps, y_steps) = (steps(&x_marks), steps(&y_marks));
    let shown = Plot::new(&chart.names.title)
        .height(height)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::click())
        .show_background(false)
        .show_crosshair(false)
        .label_formatter(|_| None)
        .show_grid([false, !is_grid])
        .grid_color(theme.line)
        .grid_fade(0.0)
        .grid_spacing(Rangef::new(0.5, 1.0))
        .x_grid_spacer(move |_| x_steps.clone())
        .y_grid_spacer(move |_| y_steps.clone())
        .custom_x_axes(vec![hints(AxisHints::new_x(), &x_marks, BELOW)])
        .custom_y_axes(vec![hints(AxisHints::new_y(), &y_marks, LEFT)])
        .show(ui, move |plot| {
            plot.set_plot_bounds_x(x);
            plot.set_plot_bounds_y(y_bounds);
        });
    let painter = ui.painter().with_clip_rect(shown.transform.frame().expand(8.0).intersect(ui.clip_rect()));
    draw(&painter, &shown.transform);
    (shown.response, shown.transform)
}

fn steps(marks: &[Mark]) -> Vec<GridMark> {
    let gap = marks.windows(2).map(|pair| pair[1].at - pair[0].at).fold(f64::INFINITY, f64::min);
    let step_size = if gap.is_finite() && gap > 0.0 { gap } else { 1000.0 };
    marks.iter().map(|mark| GridMark { value: mark.at, step_size }).collect()
}

fn name_at(marks: &[Mark], value: f64) -> String {
    marks.iter().find(|mark| (mark.at - value).abs() < 1e-6).map_or_else(String::new, |mark| mark.name.clone())
}

/// A small box of dashes: a day that is free.
pub fn dashed_box(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        pos2(rect.left(), rect.top() - stroke.width / 2.0),
    ];
    painter.extend(Shape::dashed_line(&corners, stroke, DASH, DASH * 0.7));
}
