//! Paints what happened: stretches behind the figures, upright lines with their signs and names before them.

use eframe::egui::{Align2, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::layers::Canvas;
use crate::exchange::chart::{Chart, Event, EventKind};

/// Room between a line and its name, and between names, in points.
const BESIDE: f32 = 6.0;
const APART: f32 = 8.0;

impl Canvas<'_> {
    /// Stretches of days, to lie behind the figures.
    pub(super) fn stretches(&self, chart: &Chart) {
        let frame = self.transform.frame();
        for event in &chart.events {
            let Some(to) = event.to else { continue };
            let (left, right) = (self.at([event.at, 0.0]).x, self.at([to, 0.0]).x);
            let place = Rect::from_x_y_ranges(left..=right.max(left + 1.0), frame.y_range());
            self.painter.rect_filled(place, 0.0, self.theme.track.gamma_multiply(0.6));
        }
    }

    /// Lines, signs and names; a name that would lie over another one is left to the pointer.
    pub(super) fn events(&self, chart: &Chart) {
        let frame = self.transform.frame();
        let muted = self.theme.muted;
        let mut free_from = f32::NEG_INFINITY;
        for event in chart.events.iter().filter(|event| chart.x.from <= event.at && event.at <= chart.x.to) {
            let top = pos2(self.at([event.at, 0.0]).x, frame.top() + 6.0);
            if event.to.is_none() {
                let line = Stroke::new(1.0, muted.gamma_multiply(0.7));
                self.painter.vline(top.x, top.y..=self.at([event.at, chart.y().from]).y, line);
            }
            self.sign(event, top);
            let name = self.painter.layout_no_wrap(event.name.clone(), self.theme.small.clone(), muted);
            let width = name.size().x;
            let fits = top.x + BESIDE + width <= frame.right() + BESIDE;
            let left = if fits { top.x + BESIDE } else { top.x - BESIDE - width };
            if left >= free_from.max(frame.left() - BESIDE) {
                free_from = left + width + APART;
                let place = Align2::LEFT_CENTER.anchor_size(pos2(left, top.y), name.size());
                self.painter.galley(place.min, name, muted);
            }
        }
    }

    /// Each kind has a shape, so that it is not told by colour alone.
    fn sign(&self, event: &Event, at: Pos2) {
        let corners: &[(f32, f32)] = match event.kind {
            EventKind::Experiment => &[(-4.0, -4.0), (4.0, -4.0), (0.0, 3.0)],
            EventKind::Stage => &[(-3.0, -3.0), (3.0, -3.0), (3.0, 3.0), (-3.0, 3.0)],
            EventKind::Milestone => &[(0.0, -4.0), (4.0, 0.0), (0.0, 4.0), (-4.0, 0.0)],
            EventKind::Rest | EventKind::Today => return,
        };
        let corners = corners.iter().map(|(x, y)| at + vec2(*x, *y)).collect();
        self.painter.add(Shape::convex_polygon(corners, self.theme.muted, Stroke::NONE));
    }
}
