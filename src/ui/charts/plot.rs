//! The frame of a chart: quiet grid lines, a zero baseline, named marks; what lies in it is painted by the caller.

use std::ops::RangeInclusive;
use std::rc::Rc;

use eframe::egui::{Painter, Rangef, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2};
use egui_plot::{AxisHints, GridMark, Plot, PlotTransform};

use crate::ui::theme::Theme;

/// Room for the marks left of a chart and below it, in points.
const LEFT: f32 = 28.0;
const BELOW: f32 = 20.0;
/// Dashes of a line that is a mark, not a figure, in points.
const DASH: f32 = 3.0;

/// A named place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub at: f64,
    pub name: String,
}

impl Mark {
    pub fn new(at: f64, name: String) -> Self {
        Self { at, name }
    }
}

/// The extent of a chart and its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Axes {
    pub x: RangeInclusive<f64>,
    /// The lowest value is 0.
    pub top: f64,
    pub x_marks: Vec<Mark>,
    pub y_marks: Vec<Mark>,
    /// In points, the marks below included.
    pub height: f32,
}

/// Draws a chart's frame and lets `draw` paint in it; `sentence` is what a screen reader says of it.
pub fn plot(
    ui: &mut Ui,
    theme: &Theme,
    id: &str,
    sentence: &str,
    axes: &Axes,
    draw: impl FnOnce(&Painter, &PlotTransform),
) -> (Response, PlotTransform) {
    let (x, top) = (axes.x.clone(), axes.top);
    let hints = |axes: AxisHints<'static>, marks: &[Mark], thickness: f32, label_gap: f32| {
        let marks: Rc<[Mark]> = marks.into();
        axes.formatter(move |mark, _| name_at(&marks, mark.value))
            .min_thickness(thickness)
            .label_spacing(Rangef::new(label_gap / 2.0, label_gap))
            .tick_label_color(theme.muted)
            .tick_label_font(theme.small.clone())
    };
    let (x_steps, y_steps) = (steps(&axes.x_marks), steps(&axes.y_marks));
    let shown = Plot::new(id)
        .height(axes.height)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::CLICK)
        .show_background(false)
        .show_crosshair(false)
        .label_formatter(|_| None)
        .show_grid([false, true])
        .grid_color(theme.line)
        .grid_fade(0.0)
        .grid_spacing(Rangef::new(0.5, 1.0))
        .x_grid_spacer(move |_| x_steps.clone())
        .y_grid_spacer(move |_| y_steps.clone())
        .custom_x_axes(vec![hints(AxisHints::new_x(), &axes.x_marks, BELOW, 2.0)])
        .custom_y_axes(vec![hints(AxisHints::new_y(), &axes.y_marks, LEFT, 2.0)])
        .show(ui, move |plot| {
            plot.set_plot_bounds_x(x);
            plot.set_plot_bounds_y(-top * 0.06..=top * 1.06);
        });
    let painter = ui.painter().with_clip_rect(shown.transform.frame().expand(8.0).intersect(ui.clip_rect()));
    draw(&painter, &shown.transform);
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, sentence));
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
