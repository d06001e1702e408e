//! The mark of a rung: a disc with its icon, and around it how far it is.

use std::f32::consts::TAU;

use eframe::egui::{Align2, Painter, Pos2, Shape, Stroke, Vec2};

use crate::ui::theme::{Theme, icon_font};

/// Radius of the ring, its width, and size of the icon, in points.
pub(super) const RADIUS: f32 = 20.0;
const WIDTH: f32 = 3.0;
const ICON: f32 = 20.0;
/// Points along a whole ring.
const BENDS: f32 = 96.0;

/// Paints the mark; `share` from 0 to 1 is lit, none where nothing is counted.
pub(super) fn paint(painter: &Painter, theme: &Theme, centre: Pos2, icon: &str, share: Option<f32>) {
    let is_full = share.is_some_and(|share| share >= 1.0);
    let fill = if is_full || share.is_none() { theme.accent_fill } else { theme.surface };
    painter.circle_filled(centre, RADIUS, fill);
    if let Some(share) = share {
        ring(painter, centre, RADIUS - WIDTH / 2.0, Stroke::new(WIDTH, theme.track), 1.0);
        ring(painter, centre, RADIUS - WIDTH / 2.0, Stroke::new(WIDTH, theme.stage[0]), share);
    }
    painter.text(centre, Align2::CENTER_CENTER, icon, icon_font(ICON), theme.accent_text);
}

/// Paints a ring from the top on, as on a watch, for a share from 0 to 1.
pub(super) fn ring(painter: &Painter, centre: Pos2, radius: f32, stroke: Stroke, share: f32) {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let bends = (BENDS * share).ceil() as u32;
    if bends == 0 {
        return;
    }
    let point = |bend: u32| {
        let along = share * TAU * bend as f32 / bends as f32 - TAU / 4.0;
        centre + radius * Vec2::angled(along)
    };
    let points = (0..=bends).map(point);
    // A whole ring has no seam.
    painter.add(if share >= 1.0 {
        Shape::closed_line(points.take(bends as usize).collect(), stroke)
    } else {
        Shape::line(points.collect(), stroke)
    });
}
