//! A jewel on a card: it lights up once when it was just won, and is still from then on.

use eframe::egui::{Sense, Ui, Vec2};
use uuid::Uuid;

use super::motion;
use super::paint::paint_jewel;
use super::view::moves;
use crate::ui::cx::Cx;

/// Size of the place it takes, and radius of the jewel itself, in points.
const SIZE: f32 = 24.0;
const RADIUS: f32 = 8.0;

/// The jewel of one card, such as that of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CardJewel {
    /// What it was last shown for, and when it began to light up by egui's clock.
    lit: Option<(Uuid, f64)>,
}

/// Whether a jewel was won a moment ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Won {
    JustNow,
    Before,
}

impl CardJewel {
    /// Shows it in a square of 24 points; it moves for no longer than a coil is wound, and only where things may move.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, of: Uuid, won: Won) {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(SIZE), Sense::hover());
        let time = ui.input(|input| input.time);
        let light = self.see(of, (won == Won::JustNow && moves(cx)).then_some(time), time);
        if light < 1.0 {
            ui.ctx().request_repaint();
        }
        paint_jewel(ui.painter(), cx.theme, rect.center(), RADIUS, light.max(f32::EPSILON));
    }

    /// How far it is lit, 0 to 1; `begins` is the moment from which it may light up, none where nothing moves.
    fn see(&mut self, of: Uuid, begins: Option<f64>, time: f64) -> f32 {
        let began = match self.lit {
            Some((seen, began)) if seen == of => began,
            // What does not move was lit long ago.
            _ => begins.unwrap_or(time - motion::WIND_SECS),
        };
        self.lit = Some((of, began));
        motion::light(began, time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jewel_just_won_lights_up_once_within_a_second_and_a_half() {
        let mut jewel = CardJewel::default();
        let one = Uuid::from_u128(1);
        assert_eq!(jewel.see(one, Some(10.0), 10.0), 0.0);
        assert_eq!(jewel.see(one, Some(10.5), 10.5), 0.0, "the coil is wound first");
        let half = jewel.see(one, Some(11.1), 11.1);
        assert!((0.4..0.6).contains(&half), "{half}");
        assert_eq!(jewel.see(one, Some(11.5), 11.5), 1.0);
        assert_eq!(jewel.see(one, Some(60.0), 60.0), 1.0, "and not again");
    }

    #[test]
    fn where_nothing_moves_it_is_lit_at_once() {
        let mut jewel = CardJewel::default();
        assert_eq!(jewel.see(Uuid::from_u128(1), None, 10.0), 1.0);
        assert_eq!(jewel.see(Uuid::from_u128(2), None, 11.0), 1.0);
    }
}
