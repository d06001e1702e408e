//! The spring's shape: an Archimedean spiral whose length along the line is proportional to focus.
//!
//! r = r₀ + pitch·θ/2π, from the inner circle outward, clockwise from 12 o'clock. Arc length in closed form:
//! s(r) = (r·√(r² + b²) + b²·asinh(r/b)) / 2b with b = pitch/2π; its inverse by Newton's method.
//! All lengths are in pixels, all points relative to the centre, y downward.

use std::f64::consts::TAU;

/// Outer radius at which the measures of the drawing hold, in pixels.
const FULL_RADIUS: f64 = 256.0;
/// Room around the centre line at the outer end, for half a stroke and a jewel, at full size.
const MARGIN: f64 = 10.0;
/// Radius of the free circle for the words, at full size.
const INNER_RADIUS: f64 = 112.0;
/// Distance of two turns while there are few, at full size.
const PITCH: f64 = 27.0;
/// Width of the line, at full size and full pitch.
const STROKE: f64 = 11.0;
/// Radius of a jewel, at full size and full pitch.
const JEWEL: f64 = 8.0;
/// Blank between two coils, in pixels.
const GAP: f64 = 1.6;
/// Length at which the spring has its five turns of the drawing, in hours.
const FIVE_TURN_HOURS: f64 = 15.0;
/// Turns before the first hour is full: one and a half, so that the first session is a short arc on a visible track.
const FEWEST_TURNS: f64 = 1.5;
/// Turns beyond which lines would blur into each other.
const MOST_TURNS: f64 = 24.0;
/// How far a drawn line may leave the true curve.
const TOLERANCE: f64 = 0.25;

/// A spiral that has room for some seconds of focus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Winding {
    /// Radius at the inner end.
    pub inner_px: f64,
    /// Distance of two turns.
    pub pitch_px: f64,
    /// Width of the line.
    pub stroke_px: f64,
    /// Radius of a jewel.
    pub jewel_px: f64,
    /// Focus that one pixel of the line stands for, in seconds.
    pub secs_per_px: f64,
    /// Length of the whole track, to a little beyond what it was fitted to.
    pub length_px: f64,
}

impl Winding {
    /// A winding for `total_secs` of focus and `ahead_secs` of track to the next jewel.
    ///
    /// It depends on their sum only, so the spring keeps its scale until a jewel is reached.
    pub fn fit(total_secs: i64, ahead_secs: i64, outer_radius_px: f64) -> Self {
        let secs = (total_secs.max(0).saturating_add(ahead_secs.max(0))).max(1) as f64;
        let turns = turns_for(secs / 3600.0);
        let scale = outer_radius_px.max(16.0) / FULL_RADIUS;
        let outer = (FULL_RADIUS - MARGIN) * scale;
        let pitch_px = (PITCH * scale).min((FULL_RADIUS - MARGIN - INNER_RADIUS) * scale / turns);
        let thinness = 1.0 - pitch_px / (PITCH * scale);
        let mut winding = Self {
            inner_px: outer - turns * pitch_px,
            pitch_px,
            stroke_px: pitch_px * (STROKE / PITCH + 0.2 * thinness),
            jewel_px: JEWEL * scale * (1.0 - 0.4 * thinness),
            secs_per_px: 1.0,
            length_px: 0.0,
        };
        winding.length_px = winding.px_at_angle(turns * TAU);
        let beyond = (0.2 * TAU * outer).min(0.08 * winding.length_px);
        winding.secs_per_px = secs / (winding.length_px - beyond);
        winding
    }

    /// Where the track ends, in seconds of focus: a little beyond what it was fitted to.
    pub fn track_secs(&self) -> f64 {
        self.length_px * self.secs_per_px
    }

    /// How often it goes round, track included.
    pub fn turns(&self) -> f64 {
        self.angle_at_px(self.length_px) / TAU
    }

    /// Length along the line of some seconds of focus.
    pub fn px(&self, secs: f64) -> f64 {
        secs / self.secs_per_px
    }

    /// The blank after a coil of so many seconds: at most a sixth of it, so that short coils stay visible.
    pub fn gap_px(&self, coil_secs: f64) -> f64 {
        GAP.min(self.px(coil_secs) / 6.0)
    }

    /// Angle at some seconds of focus, in radians clockwise from 12 o'clock, counted through all turns.
    pub fn angle(&self, secs: f64) -> f64 {
        self.angle_at_px(self.px(secs))
    }

    /// Distance from the centre at an angle.
    pub fn radius(&self, angle: f64) -> f64 {
        self.inner_px + self.growth() * angle
    }

    /// The point at some seconds of focus.
    pub fn point(&self, secs: f64) -> [f32; 2] {
        self.point_at_angle(self.angle(secs))
    }

    /// The unit vector along the line at some seconds of focus, outward.
    pub fn direction(&self, secs: f64) -> [f32; 2] {
        let angle = self.angle(secs);
        let (radius, growth) = (self.radius(angle), self.growth());
        let (sin, cos) = angle.sin_cos();
        let (x, y) = (growth * sin + radius * cos, radius * sin - growth * cos);
        let length = x.hypot(y);
        [(x / length) as f32, (y / length) as f32]
    }

    /// The line from one distance to another, in seconds of focus: points at most 0.25 px off the curve.
    pub fn line(&self, from_secs: f64, to_secs: f64) -> Vec<[f32; 2]> {
        self.line_px(self.px(from_secs), self.px(to_secs))
    }

    /// The same for a coil, without the blank at its outer end.
    pub fn coil_line(&self, from_secs: f64, to_secs: f64) -> Vec<[f32; 2]> {
        let gap = self.gap_px(to_secs - from_secs);
        self.line_px(self.px(from_secs), self.px(to_secs) - gap)
    }

    /// The distance along the spring under a point, in seconds of focus; `None` off the track.
    pub fn secs_under(&self, point: [f32; 2]) -> Option<f64> {
        let (x, y) = (f64::from(point[0]), f64::from(point[1]));
        let (radius, angle) = (x.hypot(y), x.atan2(-y).rem_euclid(TAU));
        let turn = ((radius - self.inner_px) / self.pitch_px - angle / TAU).round();
        let end = self.angle_at_px(self.length_px);
        let reach = (self.stroke_px / 2.0 + 4.0).max(self.pitch_px / 2.0);
        [turn, turn + 1.0, turn - 1.0]
            .into_iter()
            .map(|turn| angle + turn * TAU)
            .find(|angle| (0.0..=end).contains(angle) && (self.radius(*angle) - radius).abs() <= reach)
            .map(|angle| self.px_at_angle(angle) * self.secs_per_px)
    }

    /// Length of the line from the inner end to an angle.
    pub fn px_at_angle(&self, angle: f64) -> f64 {
        self.primitive(self.radius(angle)) - self.primitive(self.inner_px)
    }

    /// The angle at a length along the line: the inverse of [`Winding::px_at_angle`], to well under 0.001 px.
    pub fn angle_at_px(&self, px: f64) -> f64 {
        let (growth, goal) = (self.growth(), px.max(0.0));
        let mut angle = ((self.inner_px.powi(2) + 2.0 * growth * goal).sqrt() - self.inner_px) / growth;
        for _ in 0..8 {
            let miss = self.px_at_angle(angle) - goal;
            angle = (angle - miss / self.radius(angle).hypot(growth)).max(0.0);
            if miss.abs() < 1e-7 {
                break;
            }
        }
        angle
    }

    /// Growth of the radius, in pixels a radian.
    fn growth(&self) -> f64 {
        self.pitch_px / TAU
    }

    fn primitive(&self, radius: f64) -> f64 {
        let growth = self.growth();
        (radius * radius.hypot(growth) + growth * growth * (radius / growth).asinh()) / (2.0 * growth)
    }

    fn point_at_angle(&self, angle: f64) -> [f32; 2] {
        let (radius, (sin, cos)) = (self.radius(angle), angle.sin_cos());
        [(radius * sin) as f32, (-radius * cos) as f32]
    }

    fn line_px(&self, from_px: f64, to_px: f64) -> Vec<[f32; 2]> {
        let (from, to) = (self.angle_at_px(from_px), self.angle_at_px(to_px.max(from_px)));
        let widest = 2.0 * (1.0 - TOLERANCE / self.radius(to).max(1.0)).acos();
        let steps = ((to - from) / widest).ceil().clamp(1.0, 100_000.0) as u32;
        (0..=steps).map(|step| self.point_at_angle(from + (to - from) * f64::from(step) / f64::from(steps))).collect()
    }
}

/// Turns that look right for so many hours: 1.5 for the first, 5 at 15 h as in the drawing, then ever more slowly more.
fn turns_for(hours: f64) -> f64 {
    let five = 5.0 * (hours / FIVE_TURN_HOURS).powf(if hours < FIVE_TURN_HOURS { 0.445 } else { 0.28 });
    five.clamp(FEWEST_TURNS, MOST_TURNS)
}

#[cfg(test)]
mod tests;
