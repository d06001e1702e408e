//! The mark of a step that ticks itself: a small dial whose strokes light up, told by its shape from a check to click.

use std::f32::consts::TAU;

use eframe::egui::{Align2, Pos2, Shape, Stroke, Ui, Vec2};

use crate::domain::programme::StepState;
use crate::ui::icons;
use crate::ui::theme::{Theme, icon_font};

/// Strokes around the dial, the length of one as a share of its place, and its width in points.
const STROKES: u32 = 12;
const LENGTH: f32 = 0.6;
const WIDTH: f32 = 2.0;
/// Points along a stroke, and size of the check, in points.
const BENDS: u32 = 3;
const CHECK: f32 = 14.0;

/// Paints the mark in a square of `size` points around `centre`.
pub(super) fn paint(ui: &Ui, theme: &Theme, centre: Pos2, size: f32, state: StepState) {
    let painter = ui.painter();
    let lit = match state {
        StepState::Done => {
            painter.circle_filled(centre, size / 2.0, theme.accent_text);
            painter.text(centre, Align2::CENTER_CENTER, icons::CHECK, icon_font(CHECK), theme.surface);
            return;
        }
        StepState::Open(share) => share.map_or(0, |share| lit(share.done, share.of)),
    };
    let radius = (size - WIDTH) / 2.0;
    for nth in 0..STROKES {
        let colour = if nth < lit { theme.accent_text } else { theme.outline };
        let points = (0..=BENDS).map(|bend| {
            let along = nth as f32 + 0.5 + LENGTH * (bend as f32 / BENDS as f32 - 0.5);
            // From the top, as on a watch.
            centre + radius * Vec2::angled(TAU * (along / STROKES as f32 - 0.25))
        });
        painter.add(Shape::line(points.collect(), Stroke::new(WIDTH, colour)));
    }
}

/// Strokes that are lit: what is begun shows at least one, and all are lit only at the end.
fn lit(done: u32, of: u32) -> u32 {
    if done == 0 || of == 0 {
        return 0;
    }
    (STROKES * done.min(of) / of).clamp(1, if done < of { STROKES - 1 } else { STROKES })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_light_up_with_the_share() {
        let shares = [(0, 5), (1, 5), (4, 5), (5, 5), (1, 20), (19, 20), (29, 28), (0, 0)];
        assert_eq!(shares.map(|(done, of)| lit(done, of)), [0, 2, 9, 12, 1, 11, 12, 0]);
    }
}
