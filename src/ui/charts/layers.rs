//! Paints what lies in the axes of a chart: bars, lines, dots, bands, pairs and tiles.

use eframe::egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke as Pen, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use super::colours;
use super::plot::dashed_box;
use crate::exchange::chart::{Bar, BarKind, Chart, Colour, Layer, Pair, Point, Shade, Span, Step, Stroke, Tile};
use crate::exchange::end_name::{self, Area};
use crate::ui::theme::Theme;

/// Share of its room that the bar of one day takes, that of several takes, and the widest it gets, in points.
const ONE_DAY: f32 = 0.62;
const MANY_DAYS: f32 = 0.76;
const WIDEST: f32 = 28.0;
/// How much of a bar's colour shows while it still grows.
const GROWING: f32 = 0.55;
/// Height of the box that marks a free day, in points.
const REST: f32 = 8.0;
/// Most radius of a dot, in points.
const DOT: f32 = 4.5;
/// Gap between tiles, in points.
const GAP: f32 = 2.0;

/// Where things of a chart are painted.
pub(super) struct Canvas<'a> {
    pub painter: &'a Painter,
    pub transform: &'a PlotTransform,
    pub theme: &'a Theme,
}

impl Canvas<'_> {
    pub(super) fn at(&self, [x, y]: Point) -> Pos2 {
        self.transform.position_from_point(&PlotPoint::new(x, y))
    }

    fn colour(&self, colour: Colour) -> Color32 {
        colours::of(self.theme, colour)
    }

    /// Paints the layers of a chart, and over them the figures at the ends of lines.
    pub(super) fn layers(&self, chart: &Chart) {
        chart.layers().iter().for_each(|layer| self.layer(layer));
        for layer in chart.layers() {
            if let Layer::End { at, name, .. } = layer {
                self.end_name(chart, *at, name);
            }
        }
    }

    /// The figure at the end of a line; where there is no room the table and the sentence say it.
    fn end_name(&self, chart: &Chart, at: Point, name: &str) {
        let on_paper = |at: Point| {
            let at = self.at(at);
            [at.x.into(), at.y.into()]
        };
        let galley = self.painter.layout_no_wrap(name.to_owned(), self.theme.label.clone(), self.theme.ink);
        let (frame, size) = (self.transform.frame(), galley.size());
        let room = Area {
            left: frame.left().into(),
            top: frame.top().into(),
            right: frame.right().into(),
            bottom: frame.bottom().into(),
        };
        let lines = end_name::lines(chart, on_paper);
        if let Some(place) = end_name::place(on_paper(at), [size.x.into(), size.y.into()], room, &lines) {
            self.painter.galley(pos2(place.left as f32, place.top as f32), galley, self.theme.ink);
        }
    }

    /// Paints one layer.
    fn layer(&self, layer: &Layer) {
        match layer {
            Layer::Bars { bars, colour } => bars.iter().for_each(|bar| self.bar(bar, *colour)),
            Layer::Line { points, colour, stroke } => self.line(points, *colour, *stroke),
            Layer::Steps { steps, colour } => self.steps(steps, *colour),
            Layer::Dots { points, colour } => {
                for point in points {
                    self.painter.circle_filled(self.at(*point), DOT * 0.85, self.colour(*colour));
                }
            }
            Layer::End { at, colour, .. } => {
                let rim = Pen::new(2.0, self.theme.surface);
                self.painter.circle(self.at(*at), 5.0, self.colour(*colour), rim);
            }
            Layer::Band { points, colour } => self.band(points, *colour),
            Layer::Pairs(pairs) => self.pairs(pairs),
            Layer::Tiles { tiles, rows, colour } => tiles.iter().for_each(|tile| self.tile(tile, *rows, *colour)),
        }
    }

    fn bar(&self, bar: &Bar, colour: Colour) {
        let (left, mut right) = (self.at([bar.from, 0.0]), self.at([bar.to, 0.0]));
        right.x = right.x.min(self.transform.frame().right() + 6.0);
        let (middle, room) = (f32::midpoint(left.x, right.x), right.x - left.x);
        if bar.kind == BarKind::Rest {
            let size = vec2((room * ONE_DAY).clamp(4.0, 14.0), REST);
            let place = Rect::from_center_size(pos2(middle, left.y - REST / 2.0 - 1.0), size);
            dashed_box(self.painter, place, Pen::new(1.0, self.theme.muted));
            return;
        }
        if bar.height <= 0.0 {
            return;
        }
        let share = if bar.to - bar.from > 1.5 { MANY_DAYS } else { ONE_DAY };
        let width = (room * share).clamp(1.5, WIDEST);
        let top = self.at([bar.from, bar.height]).y.min(left.y - 2.0);
        let place = Rect::from_min_max(pos2(middle - width / 2.0, top), pos2(middle + width / 2.0, left.y));
        let colour = self.colour(colour);
        let colour = if bar.kind == BarKind::Growing { colour.gamma_multiply(GROWING) } else { colour };
        self.painter.rect_filled(place, (width / 4.0).min(3.0), colour);
    }

    fn line(&self, points: &[Point], colour: Colour, stroke: Stroke) {
        let points: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
        let colour = self.colour(colour);
        match stroke {
            Stroke::Solid => {
                self.painter.add(Shape::line(points, Pen::new(2.5, colour)));
            }
            Stroke::Dashed => self.painter.extend(Shape::dashed_line(&points, Pen::new(1.6, colour), 4.0, 3.0)),
        }
    }

    fn steps(&self, steps: &[Step], colour: Colour) {
        let ends = |step: &Step| [self.at([step.from, step.height]), self.at([step.to, step.height])];
        let mut points: Vec<Pos2> = steps.iter().flat_map(ends).collect();
        points.dedup();
        let pen = Pen::new(1.2, self.colour(colour).gamma_multiply(0.75));
        self.painter.extend(Shape::dashed_line(&points, pen, 4.0, 3.0));
    }

    fn band(&self, points: &[Span], colour: Colour) {
        let (mut mesh, colour) = (Mesh::default(), self.colour(colour));
        for (nth, point) in points.iter().enumerate() {
            mesh.colored_vertex(self.at([point.x, point.high]), colour);
            mesh.colored_vertex(self.at([point.x, point.low]), colour);
            if nth > 0 {
                let corner = 2 * nth as u32;
                mesh.add_triangle(corner - 2, corner - 1, corner);
                mesh.add_triangle(corner - 1, corner, corner + 1);
            }
        }
        self.painter.add(Shape::mesh(mesh));
    }

    fn pairs(&self, pairs: &[Pair]) {
        let room = self.transform.frame().width() / pairs.len().max(1) as f32;
        let radius = (room * 0.3).clamp(1.5, DOT);
        for pair in pairs {
            let (before, after) = (self.at([pair.x, pair.before]), self.at([pair.x, pair.after]));
            let colour = self.colour(if pair.after < pair.before { Colour::Down } else { Colour::Up });
            self.painter.line_segment([before, after], Pen::new(radius * 0.6, colour));
            self.painter.circle_filled(after, radius, colour);
            let ring = Pen::new(radius * 0.3, self.theme.muted);
            self.painter.circle(before, radius * 0.85, self.theme.surface, ring);
        }
    }

    fn tile(&self, tile: &Tile, rows: u16, colour: Colour) {
        let [x, y] = tile.middle(rows);
        let place = Rect::from_two_pos(self.at([x - 0.5, y + 0.5]), self.at([x + 0.5, y - 0.5])).shrink(GAP / 2.0);
        let theme = self.theme;
        let fill = match tile.shade {
            Shade::Outside => theme.track.gamma_multiply(0.6),
            Shade::Empty => theme.track,
            Shade::Rest => {
                dashed_box(self.painter, place.shrink(0.5), Pen::new(1.0, theme.muted.gamma_multiply(0.7)));
                return;
            }
            Shade::Share(share) => theme.surface.lerp_to_gamma(self.colour(colour), share.clamp(0.0, 1.0) as f32),
        };
        self.painter.rect_filled(place, (place.width().min(place.height()) / 4.0).min(3.0), fill);
    }
}
