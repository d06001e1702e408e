//! The figure at the end of a line: beside it where no other line runs through it.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

use super::layers::Canvas;
use crate::exchange::chart::{Chart, Layer, Point, Step};

/// How far from the end the nearest edge of the figure is, and how far up or down it may go instead, in points.
const BESIDE: f32 = 10.0;
const RISE: f32 = 16.0;
/// Air around the figure that other lines keep out of, in points.
const AIR: f32 = 2.0;
/// Room right of an end that a figure needs, in points; with less the table and the sentence say it.
const LABEL: f32 = 48.0;

impl Canvas<'_> {
    /// Paints the figure where the fewest lines of the chart cross it, best right of the end.
    pub(super) fn end_name(&self, chart: &Chart, at: Point, name: &str) {
        let (end, frame) = (self.at(at), *self.transform.frame());
        if end.x + LABEL >= frame.right() {
            return;
        }
        let galley = self.painter.layout_no_wrap(name.to_owned(), self.theme.label.clone(), self.theme.ink);
        let lines = self.lines_of(chart);
        let crossed = |place: &Rect| lines.iter().filter(|line| crosses(place.expand(AIR), **line)).count();
        let place =
            places(end, galley.size()).into_iter().filter(|place| frame.contains_rect(*place)).min_by_key(crossed);
        if let Some(place) = place {
            self.painter.galley(place.min, galley, self.theme.ink);
        }
    }

    /// The straight pieces of all lines, and the upright ones of what happened.
    fn lines_of(&self, chart: &Chart) -> Vec<[Pos2; 2]> {
        let pieces = |points: &[Point]| -> Vec<[Pos2; 2]> {
            points.windows(2).map(|pair| [self.at(pair[0]), self.at(pair[1])]).collect()
        };
        let drawn = chart.layers().iter().flat_map(|layer| match layer {
            Layer::Line { points, .. } => pieces(points),
            Layer::Steps { steps, .. } => {
                let ends = |step: &Step| [[step.from, step.height], [step.to, step.height]];
                pieces(&steps.iter().flat_map(ends).collect::<Vec<Point>>())
            }
            _ => Vec::new(),
        });
        let (low, high) = (chart.y().from, chart.y().to);
        let upright = chart.events.iter().filter(|event| event.to.is_none());
        drawn.chain(upright.map(|event| [self.at([event.at, low]), self.at([event.at, high])])).collect()
    }
}

/// Where a figure of a size may stand around an end, the best first.
fn places(end: Pos2, size: Vec2) -> [Rect; 7] {
    let right = |down: f32| Rect::from_min_size(end + vec2(BESIDE, down - size.y / 2.0), size);
    let left = |down: f32| Rect::from_min_size(end + vec2(-BESIDE - size.x, down - size.y / 2.0), size);
    [right(0.0), right(RISE), right(1.5 * RISE), right(-RISE), left(-RISE), left(-1.5 * RISE), left(RISE)]
}

/// Whether a straight piece runs through a rectangle.
fn crosses(place: Rect, [from, to]: [Pos2; 2]) -> bool {
    // Cuts the piece with the four edges one after the other (Liang and Barsky 1984).
    let (along, mut first, mut last) = (to - from, 0.0_f32, 1.0_f32);
    let edges = [
        (-along.x, from.x - place.left()),
        (along.x, place.right() - from.x),
        (-along.y, from.y - place.top()),
        (along.y, place.bottom() - from.y),
    ];
    for (step, room) in edges {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            first = first.max(room / step);
        } else {
            last = last.min(room / step);
        }
    }
    first <= last
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    #[track_caller]
    fn check_crosses(from: (f32, f32), to: (f32, f32), expected: bool) {
        let place = Rect::from_min_max(pos2(10.0, 10.0), pos2(50.0, 30.0));
        assert_eq!(crosses(place, [pos2(from.0, from.1), pos2(to.0, to.1)]), expected);
    }

    #[test]
    fn a_line_crosses_a_figure_or_passes_it() {
        check_crosses((0.0, 20.0), (100.0, 20.0), true);
        check_crosses((20.0, 0.0), (20.0, 100.0), true);
        check_crosses((0.0, 0.0), (60.0, 40.0), true);
        check_crosses((15.0, 15.0), (20.0, 20.0), true);
        check_crosses((0.0, 40.0), (100.0, 40.0), false);
        check_crosses((0.0, 20.0), (5.0, 20.0), false);
        check_crosses((40.0, 0.0), (100.0, 40.0), false);
        check_crosses((60.0, 0.0), (60.0, 100.0), false);
    }
}
