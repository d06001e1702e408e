//! The words in the middle of the spring, sized to the room there is.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Color32, FontId, Galley, Painter, Pos2, Ui, pos2};

use crate::ui::spring::Middle;

/// Smallest size of any words in the middle, in points.
const LEAST_SIZE: f32 = 12.0;
/// Largest size, as a share of the middle's radius.
const LARGEST: f32 = 0.52;
/// How far the corners of a line may reach, as a share of the middle's radius.
const REACH: f32 = 1.06;
/// Most rows of a line that breaks.
const ROWS: usize = 2;
/// Least size of the first line as long as another may go for it, in points: larger than the page's title.
const LEAST_LARGE: f32 = 26.0;
/// How much of their size the first line and the others keep, from the best to the last resort.
const SIZES: [(f32, f32); 4] = [(1.0, 1.0), (1.0, 0.85), (0.85, 0.85), (0.7, 0.7)];

/// A line in the middle.
pub struct Line {
    pub words: String,
    pub font: FontId,
    pub colour: Color32,
    /// Whether the line may break; else it shrinks to fit.
    pub wraps: bool,
}

/// A line laid out.
struct Laid {
    galley: Arc<Galley>,
    colour: Color32,
    /// Its upper edge below the centre.
    top: f32,
}

impl Line {
    /// A line that shrinks to fit.
    pub fn new(words: String, font: &FontId, colour: Color32) -> Self {
        Self { words, font: font.clone(), colour, wraps: false }
    }

    /// A line that breaks to fit.
    pub fn wrapping(words: String, font: &FontId, colour: Color32) -> Self {
        Self { wraps: true, ..Self::new(words, font, colour) }
    }
}

/// Paints lines around the centre of the middle; the first is the large one, the last goes first where room is short.
pub fn paint(ui: &Ui, middle: &Middle, lines: &[Line]) {
    let painter = ui.painter();
    for laid in fitting(painter, lines, middle.radius) {
        let at = pos2(middle.centre.x, middle.centre.y + laid.top);
        painter.galley(snapped(painter, at), laid.galley, laid.colour);
    }
}

/// The most lines that fit; but rather fewer than a large figure that is no larger than the page's title, and rather
/// smaller words than broken lines.
fn fitting(painter: &Painter, lines: &[Line], radius: f32) -> Vec<Laid> {
    for least in [LEAST_LARGE, 0.0] {
        for shown in (1..=lines.len()).rev() {
            for (rows, sizes) in (1..=ROWS).flat_map(|rows| SIZES.map(|sizes| (rows, sizes))) {
                let laid = lay_out(painter, &lines[..shown], radius, sizes);
                let is_large =
                    large_size(&lines[0], radius, sizes) >= least.min(large_size(&lines[0], radius, SIZES[0]));
                if is_large && laid.iter().all(|laid| is_inside(laid, radius, rows)) {
                    return laid;
                }
            }
        }
    }
    lay_out(painter, &lines[..lines.len().min(1)], radius, SIZES[SIZES.len() - 1])
}

fn large_size(line: &Line, radius: f32, sizes: (f32, f32)) -> f32 {
    line.font.size.min(radius * LARGEST) * sizes.0
}

fn is_inside(laid: &Laid, radius: f32, rows: usize) -> bool {
    let size = laid.galley.size();
    let farthest = laid.top.abs().max((laid.top + size.y).abs());
    // Ascenders and descenders leave some of the line's height free.
    let farthest = (farthest - 0.15 * size.y / laid.galley.rows.len().max(1) as f32).max(0.0);
    laid.galley.rows.len() <= rows && (size.x / 2.0).hypot(farthest) <= radius * REACH
}

fn lay_out(painter: &Painter, lines: &[Line], radius: f32, sizes: (f32, f32)) -> Vec<Laid> {
    let mut top = 0.0;
    let mut laid: Vec<Laid> = Vec::with_capacity(lines.len());
    for (nth, line) in lines.iter().enumerate() {
        let shrink = if nth == 0 { sizes.0 } else { sizes.1 };
        let mut font = line.font.clone();
        font.size = (font.size.min(radius * LARGEST) * shrink).max(LEAST_SIZE.min(font.size));
        let galley = galley_of(painter, line, font, radius * if line.wraps { 1.7 } else { f32::INFINITY });
        let height = galley.size().y;
        laid.push(Laid { galley, colour: line.colour, top });
        top += height + 2.0;
    }
    let middle = (top - 2.0) / 2.0;
    for line in &mut laid {
        line.top -= middle;
    }
    laid
}

fn galley_of(painter: &Painter, line: &Line, font_id: FontId, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.append(&line.words, 0.0, TextFormat { font_id, color: line.colour, ..TextFormat::default() });
    job.halign = Align::Center;
    job.wrap.max_width = width;
    painter.layout_job(job)
}

fn snapped(painter: &Painter, pos: Pos2) -> Pos2 {
    let scale = painter.pixels_per_point();
    pos2((pos.x * scale).round() / scale, (pos.y * scale).round() / scale)
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;

    use super::*;
    use crate::ui::theme;

    /// Sizes and rows of the lines shown in a middle of this radius.
    fn shown(radius: f32) -> Vec<(f32, usize)> {
        let words = ["63 h 08", "262 sessions", "11 h 51 to 75 h"];
        let line = |nth: usize| {
            let font = FontId::proportional(if nth == 0 { 40.0 } else { 14.0 });
            Line { words: words[nth].to_owned(), font, colour: Color32::BLACK, wraps: nth > 0 }
        };
        let lines = [line(0), line(1), line(2)];
        let mut found = Vec::new();
        let harness = Harness::builder().with_context_setup(theme::install_fonts).build_ui(|ui| {
            let laid = fitting(ui.painter(), &lines, radius);
            let size = |laid: &Laid| laid.galley.job.sections[0].format.font_id.size;
            found = laid.iter().map(|laid| (size(laid), laid.galley.rows.len())).collect();
        });
        drop(harness);
        found
    }

    #[test]
    fn with_room_for_all_every_line_has_its_size() {
        assert_eq!(shown(120.0), [(40.0, 1), (14.0, 1), (14.0, 1)]);
    }

    #[test]
    fn with_little_room_the_last_line_goes_before_the_figure_shrinks_or_a_line_breaks() {
        let found = shown(48.0);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].0 > 22.0, "larger than the page's title: {found:?}");
        assert_eq!(found[1].1, 1, "{found:?}");
    }
}
