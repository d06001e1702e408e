//! The words in the middle of the spring, sized to the room there is.

use std::sync::Arc;

use eframe::egui::{Align, Color32, FontId, Galley, Painter, Pos2, Ui, pos2, text::LayoutJob, text::TextFormat};

use crate::ui::spring::Middle;

/// Smallest size of any words in the middle, in points.
const LEAST_SIZE: f32 = 11.0;
/// Largest size, as a share of the middle's radius.
const LARGEST: f32 = 0.52;

/// A line in the middle.
pub struct Line {
    pub words: String,
    pub font: FontId,
    pub colour: Color32,
    /// Space above, in points.
    pub above: f32,
    /// Whether the line may break; else it shrinks to fit.
    pub wraps: bool,
}

impl Line {
    /// A line that shrinks to fit.
    pub fn new(words: String, font: &FontId, colour: Color32) -> Self {
        Self { words, font: font.clone(), colour, above: 0.0, wraps: false }
    }

    /// A line that breaks to fit.
    pub fn wrapping(words: String, font: &FontId, colour: Color32) -> Self {
        Self { wraps: true, above: 2.0, ..Self::new(words, font, colour) }
    }
}

/// Paints lines around the centre of the middle; the first is the large one.
pub fn paint(ui: &Ui, middle: &Middle, lines: &[Line]) {
    let painter = ui.painter();
    let galleys: Vec<(f32, Color32, Arc<Galley>)> = lines
        .iter()
        .enumerate()
        .map(|(nth, line)| {
            // A chord of the circle: the large line crosses it near the centre, the others below.
            let share = if nth == 0 { 1.9 } else { 1.7 };
            (line.above, line.colour, fitted(painter, line, middle.radius, middle.radius * share))
        })
        .collect();
    let height: f32 = galleys.iter().map(|(above, _, galley)| above + galley.size().y).sum();
    let mut top = middle.centre.y - height / 2.0;
    for (above, colour, galley) in galleys {
        top += above;
        let at = snapped(painter, pos2(middle.centre.x, top));
        top += galley.size().y;
        painter.galley(at, galley, colour);
    }
}

fn fitted(painter: &Painter, line: &Line, middle_radius: f32, width: f32) -> Arc<Galley> {
    let mut font = line.font.clone();
    let lay = |font: &FontId| {
        let mut job = LayoutJob::default();
        job.append(&line.words, 0.0, TextFormat { font_id: font.clone(), color: line.colour, ..TextFormat::default() });
        job.halign = Align::Center;
        job.wrap.max_width = if line.wraps { width } else { f32::INFINITY };
        painter.layout_job(job)
    };
    font.size = font.size.min((middle_radius * LARGEST).max(LEAST_SIZE));
    let galley = lay(&font);
    let taken = galley.size().x;
    if line.wraps || taken <= width {
        return galley;
    }
    font.size = (font.size * width / taken).floor().max(LEAST_SIZE);
    lay(&font)
}

fn snapped(painter: &Painter, pos: Pos2) -> Pos2 {
    let scale = painter.pixels_per_point();
    pos2((pos.x * scale).round() / scale, (pos.y * scale).round() / scale)
}
