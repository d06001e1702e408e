//! Where the figure at the end of a line stands: beside it, where the fewest other lines run through it.

use super::chart::{Chart, Layer, Point, Step};

/// How far from the end the figure begins, and how far up or down it may go instead.
const BESIDE: f64 = 10.0;
const RISES: [f64; 2] = [16.0, 24.0];
/// Air around the figure that lines keep out of.
const AIR: f64 = 2.0;

/// A rectangle by its edges, y downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Whether a straight piece runs through it.
    fn is_crossed_by(&self, [from, to]: [Point; 2]) -> bool {
        // Cuts the piece with the four edges one after the other (Liang and Barsky 1984).
        let along = [to[0] - from[0], to[1] - from[1]];
        let edges = [
            (-along[0], from[0] - self.left),
            (along[0], self.right - from[0]),
            (-along[1], from[1] - self.top),
            (along[1], self.bottom - from[1]),
        ];
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
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
}

/// The place of a figure of a width and height within `room`, best right of its end; none where there is no room.
pub fn place([x, y]: Point, [width, height]: [f64; 2], room: Area, lines: &[[Point; 2]]) -> Option<Area> {
    let at = |left: f64, down: f64| {
        let top = y + down - height / 2.0;
        Area { left, top, right: left + width, bottom: top + height }
    };
    let (right, left, [near, far]) = (x + BESIDE, x - BESIDE - width, RISES);
    let places = [(right, 0.0), (right, near), (right, far), (right, -near), (left, -near), (left, -far), (left, near)];
    let crossed = |place: &Area| {
        let Area { left, top, right, bottom } = *place;
        let around = Area { left: left - AIR, top: top - AIR, right: right + AIR, bottom: bottom + AIR };
        lines.iter().filter(|line| around.is_crossed_by(**line)).count()
    };
    places.into_iter().map(|(left, down)| at(left, down)).filter(|place| room.holds(place)).min_by_key(crossed)
}

/// The straight pieces of all lines of a chart and the upright ones of what happened, as `at` puts them on paper.
pub fn lines(chart: &Chart, at: impl Fn(Point) -> Point) -> Vec<[Point; 2]> {
    let pieces =
        |points: &[Point]| -> Vec<[Point; 2]> { points.windows(2).map(|pair| [at(pair[0]), at(pair[1])]).collect() };
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
    drawn.chain(upright.map(|event| [at([event.at, low]), at([event.at, high])])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_crossed(from: Point, to: Point, expected: bool) {
        let area = Area { left: 10.0, top: 10.0, right: 50.0, bottom: 30.0 };
        assert_eq!(area.is_crossed_by([from, to]), expected);
    }

    #[test]
    fn a_line_runs_through_a_figure_or_passes_it() {
        check_crossed([0.0, 20.0], [100.0, 20.0], true);
        check_crossed([20.0, 0.0], [20.0, 100.0], true);
        check_crossed([0.0, 0.0], [60.0, 40.0], true);
        check_crossed([15.0, 15.0], [20.0, 20.0], true);
        check_crossed([0.0, 40.0], [100.0, 40.0], false);
        check_crossed([0.0, 20.0], [5.0, 20.0], false);
        check_crossed([40.0, 0.0], [100.0, 40.0], false);
        check_crossed([60.0, 0.0], [60.0, 100.0], false);
    }

    #[track_caller]
    fn check_place(end: Point, lines: &[[Point; 2]], expected: Option<[f64; 2]>) {
        let room = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 };
        let place = place(end, [40.0, 12.0], room, lines);
        assert_eq!(place.map(|place| [place.left, place.top]), expected);
    }

    #[test]
    fn a_figure_stands_right_of_its_end_unless_a_line_runs_there() {
        let level = [[0.0, 50.0], [200.0, 50.0]];
        let below = [[100.0, 70.0], [200.0, 70.0]];
        check_place([100.0, 50.0], &[], Some([110.0, 44.0]));
        check_place([100.0, 50.0], &[level], Some([110.0, 60.0]));
        check_place([100.0, 50.0], &[level, below], Some([110.0, 28.0]));
        check_place([170.0, 50.0], &[level], Some([120.0, 28.0]));
        check_place([20.0, 300.0], &[], None);
    }
}
