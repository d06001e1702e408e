//! The shape of the spring on screen: an Archimedean spiral from an inner circle outward, clockwise from the top.
//!
//! Lengths along it are in points and proportional to seconds of focus. With `r = inner + pitch · turns` the length from
//! the inner end is `π (r² − inner²) / pitch`, but for a part of `(pitch / 2πr)² / 2`, which is under 0.1 % here.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// Share of the radius kept free in the middle for the figures.
const INNER_SHARE: f64 = 0.42;
/// Least radius of that middle, in points, as far as the spring has room at all.
const INNER_LEAST: f64 = 66.0;
/// Widest distance of two windings, as a share of the radius.
const PITCH_SHARE: f64 = 0.102;
/// Width of the stroke, as a share of the distance of two windings.
const STROKE_SHARE: f64 = 0.41;
/// Track beyond what lies ahead, as a share of it.
const AHEAD_SHARE: f64 = 0.07;
const SECS_PER_HOUR: f64 = 3600.0;

/// Where each second of focus lies around a centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Radius at which the spring starts, in points.
    pub inner: f64,
    /// Distance of two windings, in points.
    pub pitch: f64,
    /// Width of the stroke, in points.
    pub stroke: f64,
    /// Length of the track, in seconds of focus.
    pub end_secs: f64,
    points_per_sec: f64,
}

impl Shape {
    /// A spring that reaches `ahead_secs` and a little more, inside a circle of `radius` points.
    pub fn new(ahead_secs: i64, radius: f32) -> Self {
        let radius = f64::from(radius.max(8.0));
        let end_secs = (ahead_secs.max(60) as f64) * (1.0 + AHEAD_SHARE);
        let turns = turns(end_secs);
        let inner_least = (radius * INNER_SHARE).max(INNER_LEAST.min(radius * 0.7));
        // The stroke's outer edge touches the circle: radius = inner + turns · pitch + stroke / 2.
        let pitch = (radius * PITCH_SHARE).min((radius - inner_least) / (turns + STROKE_SHARE / 2.0));
        let outer = radius - pitch * STROKE_SHARE / 2.0;
        let inner = outer - turns * pitch;
        let length = PI * (outer * outer - inner * inner) / pitch;
        Self { inner, pitch, stroke: pitch * STROKE_SHARE, end_secs, points_per_sec: length / end_secs }
    }

    /// Length along the spring after some seconds of focus, in points.
    pub fn along(&self, secs: f64) -> f64 {
        secs * self.points_per_sec
    }

    /// Seconds of focus at a length along the spring.
    pub fn secs(&self, along: f64) -> f64 {
        along / self.points_per_sec
    }

    /// Radius at a length along the spring, in points.
    pub fn radius(&self, along: f64) -> f64 {
        (self.inner * self.inner + along.max(-self.inner) * self.pitch / PI).max(0.0).sqrt()
    }

    /// Angle at a length along the spring, clockwise from the right, in radians; the inner end is at the top.
    pub fn angle(&self, along: f64) -> f64 {
        (self.radius(along) - self.inner) / self.pitch * TAU - FRAC_PI_2
    }

    /// The place at a length along the spring, moved outward by some points: right and down of the centre.
    pub fn place(&self, along: f64, outward: f64) -> [f32; 2] {
        let (radius, angle) = (self.radius(along) + outward, self.angle(along));
        [(radius * angle.cos()) as f32, (radius * angle.sin()) as f32]
    }

    /// The length along the spring next to a place right and down of the centre; `None` between the windings.
    pub fn nearest(&self, right: f32, down: f32) -> Option<f64> {
        let (right, down) = (f64::from(right), f64::from(down));
        let turn = (down.atan2(right) + FRAC_PI_2).rem_euclid(TAU) / TAU;
        let distance = right.hypot(down);
        let winding = ((distance - self.inner) / self.pitch - turn).round();
        if winding < 0.0 {
            return None;
        }
        let radius = self.inner + (winding + turn) * self.pitch;
        let along = PI * (radius * radius - self.inner * self.inner) / self.pitch;
        let is_on_track = along <= self.along(self.end_secs) && (distance - radius).abs() <= self.pitch * 0.45;
        is_on_track.then_some(along)
    }
}

/// Windings of a spring of some length: one and a half for an hour, about five for 15 h, 13 for 20 years.
fn turns(end_secs: f64) -> f64 {
    1.6 + 0.93 * (end_secs / SECS_PER_HOUR).max(1.0).log2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_close(value: f64, expected: f64) {
        assert!((value - expected).abs() < 0.01, "{value} instead of {expected}");
    }

    #[test]
    fn the_outer_edge_touches_the_circle_from_one_session_to_twenty_years() {
        for hours in [1, 15, 100, 7_300, 20_000] {
            let shape = Shape::new(hours * 3600, 268.0);
            check_close(shape.radius(shape.along(shape.end_secs)) + shape.stroke / 2.0, 268.0);
            assert!(shape.inner >= 0.42 * 268.0, "{hours} h: {}", shape.inner);
        }
    }

    #[test]
    fn at_the_size_of_the_drawing_the_stroke_is_eleven_points() {
        let shape = Shape::new(15 * 3600, 268.0);
        assert!((10.0..=11.5).contains(&shape.stroke), "{}", shape.stroke);
    }

    #[test]
    fn equal_focus_is_equally_long_everywhere() {
        let shape = Shape::new(15 * 3600, 268.0);
        for from in [0.0, 20_000.0, 50_000.0] {
            let steps = 1000;
            let at = |step: i32| shape.place(shape.along(from + 600.0 * f64::from(step) / f64::from(steps)), 0.0);
            let length: f64 = (0..steps)
                .map(|step| {
                    let ([x0, y0], [x1, y1]) = (at(step), at(step + 1));
                    f64::from((x1 - x0).hypot(y1 - y0))
                })
                .sum();
            let expected = shape.along(600.0);
            assert!((length / expected - 1.0).abs() < 0.002, "{length} instead of {expected}");
        }
    }

    #[test]
    fn a_place_on_the_spring_is_found_again() {
        let shape = Shape::new(15 * 3600, 268.0);
        for secs in [10.0, 1_800.0, 20_000.0, 45_600.0] {
            let [right, down] = shape.place(shape.along(secs), 1.0);
            let found = shape.nearest(right, down).map(|along| shape.secs(along));
            assert!(found.is_some_and(|found| (found - secs).abs() < 8.0), "{secs}: {found:?}");
        }
    }

    #[test]
    fn between_the_windings_and_in_the_middle_there_is_nothing() {
        let shape = Shape::new(15 * 3600, 268.0);
        let [right, down] = shape.place(shape.along(20_000.0), shape.pitch / 2.0);
        assert_eq!(shape.nearest(right, down), None);
        assert_eq!(shape.nearest(0.0, 0.0), None);
    }

    #[test]
    fn it_starts_at_the_top_and_runs_clockwise() {
        let shape = Shape::new(3600, 268.0);
        let [right, down] = shape.place(0.0, 0.0);
        check_close(f64::from(right), 0.0);
        assert!(down < 0.0);
        assert!(shape.place(10.0, 0.0)[0] > 0.0);
    }
}
