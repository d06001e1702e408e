//! Paints what happened: stretches behind the figures, upright lines with their signs and names before them.

use std::sync::Arc;

use eframe::egui::{Galley, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::layers::Canvas;
use crate::exchange::chart::{Chart, Event, EventKind};
use crate::exchange::event_names::{Wanted, WantedKind, places};

/// How far below the upper edge the signs stand, and how far a name may reach beyond the right one, in points.
const TOP: f32 = 6.0;
const BEYOND: f32 = 6.0;

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

    /// Lines, signs and names; a name that finds no room is left to the pointer.
    pub(super) fn events(&self, chart: &Chart) {
        let frame = self.transform.frame();
        let muted = self.theme.muted;
        let is_shown = |event: &&Event| chart.x.from <= event.at && event.at <= chart.x.to;
        let shown: Vec<&Event> = chart.events_in_order().into_iter().filter(is_shown).collect();
        let names: Vec<Arc<Galley>> = shown
            .iter()
            .map(|event| self.painter.layout_no_wrap(event.name.clone(), self.theme.small.clone(), muted))
            .collect();
        let tops = shown.iter().map(|event| pos2(self.at([event.at, 0.0]).x, frame.top() + TOP));
        let tops: Vec<Pos2> = tops.collect();
        let wanted: Vec<Wanted> = shown
            .iter()
            .zip(names.iter().zip(&tops))
            .map(|(event, (name, top))| Wanted {
                x: top.x.into(),
                width: name.size().x.into(),
                kind: if event.to.is_some() { WantedKind::Stretch } else { WantedKind::Moment },
            })
            .collect();
        let room = f64::from(frame.left())..f64::from(frame.right() + BEYOND);
        let places = places(&wanted, room, 1);
        for ((event, top), (name, place)) in shown.iter().zip(tops).zip(names.into_iter().zip(places)) {
            if event.to.is_none() {
                let line = Stroke::new(1.0, muted.gamma_multiply(0.7));
                self.painter.vline(top.x, top.y..=self.at([event.at, chart.y().from]).y, line);
            }
            self.sign(event, top);
            if let Some(place) = place {
                let at = pos2(place.left as f32, top.y - name.size().y / 2.0);
                self.painter.galley(at, name, muted);
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
