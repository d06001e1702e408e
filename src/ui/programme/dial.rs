//! The mark of a step that ticks itself: a small dial whose strokes light up, told by its shape from a check to click.

use std::f32::consts::TAU;
use std::ops::RangeInclusive;

use eframe::egui::{Align2, Pos2, Shape, Stroke, Ui, Vec2};

use crate::domain::programme::{Share, StepState};
use crate::ui::icons;
use crate::ui::theme::{Theme, icon_font};

/// Strokes around the dial where the step has no parts, and of how many parts each has a stroke of its own.
const STROKES: u32 = 8;
const PARTS: RangeInclusive<u32> = 4..=12;
/// Gap between strokes, and their width, in points.
const GAP: f32 = 2.5;
const WIDTH: f32 = 2.0;
/// Points along a stroke, and size of the check, in points.
const BENDS: u32 = 4;
const CHECK: f32 = 14.0;

/// Paints the mark in a square of `size` points around `centre`.
pub(super) fn paint(ui: &Ui, theme: &Theme, centre: Pos2, size: f32, state: StepState) {
    let painter = ui.painter();
    let share = match state {
        StepState::Done => {
            painter.circle_filled(centre, size / 2.0, theme.accent_text);
            painter.text(centre, Align2::CENTER_CENTER, icons::CHECK, icon_font(CHECK), theme.surface);
            return;
        }
        StepState::Open(share) => share,
    };
    let (strokes, lit) = strokes(share);
    let radius = (size - WIDTH) / 2.0;
    let (pitch, gap) = (TAU / strokes as f32, GAP / radius);
    for nth in 0..strokes {
        let colour = if nth < lit { theme.accent_text } else { theme.outline };
        // From the top, as on a watch.
        let from = nth as f32 * pitch + gap / 2.0 - TAU / 4.0;
        let points = (0..=BENDS).map(|bend| {
            let along = from + (pitch - gap) * bend as f32 / BENDS as f32;
            centre + radius * Vec2::angled(along)
        });
        painter.add(Shape::line(points.collect(), Stroke::new(WIDTH, colour)));
    }
}

/// How many strokes there are, and how many of them are lit: one a part where there are few, else what is begun shows at
/// least one.
fn strokes(share: Option<Share>) -> (u32, u32) {
    match share {
        None => (STROKES, 0),
        Some(Share { done, of }) if PARTS.contains(&of) => (of, done.min(of)),
        Some(Share { done, of }) => (STROKES, (STROKES * done / of.max(1)).clamp(done.min(1), STROKES)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_a_stroke_and_what_is_begun_shows() {
        let of = |done, of| strokes(Some(Share { done, of }));
        assert_eq!([of(0, 5), of(1, 5), of(7, 7), of(9, 7)], [(5, 0), (5, 1), (7, 7), (7, 7)]);
        assert_eq!([of(0, 28), of(1, 28), of(14, 28), of(1, 2), of(2, 1)], [(8, 0), (8, 1), (8, 4), (8, 4), (8, 8)]);
        assert_eq!(strokes(None), (8, 0));
    }
}
