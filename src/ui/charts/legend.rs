//! The legend of a chart: signs with their words, in the head of its card or in a line below it.

use std::sync::Arc;

use eframe::egui::{Galley, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::colours;
use super::plot::dashed_box;
use crate::exchange::chart::{Key, Sign};
use crate::ui::theme::Theme;

/// Height of a line, room for a sign and for a scale of tiles, and gap between keys, in points.
pub(super) const LINE: f32 = 20.0;
const SIGN: f32 = 24.0;
const SCALE: f32 = 70.0;
const APART: f32 = 16.0;
const NEAR: f32 = 6.0;

/// The keys laid out in one line.
pub(super) struct Legend<'a> {
    keys: Vec<(&'a Key, Arc<Galley>)>,
    /// Of the whole line, in points.
    pub width: f32,
}

impl<'a> Legend<'a> {
    pub(super) fn of(ui: &Ui, theme: &Theme, keys: &'a [Key]) -> Self {
        let words = |key: &Key| ui.painter().layout_no_wrap(key.name.clone(), theme.small.clone(), theme.muted);
        let keys: Vec<(&Key, Arc<Galley>)> = keys.iter().map(|key| (key, words(key))).collect();
        let width = keys.iter().map(|(key, words)| width(key, words) + apart(key)).sum();
        Self { keys, width }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Shows the keys in the line the ui is.
    pub(super) fn ui(&self, ui: &mut Ui, theme: &Theme) {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for (key, words) in &self.keys {
            let size = vec2(width(key, words) + apart(key), LINE);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &key.name));
            sign(ui, theme, key, rect.left_center());
            let place = pos2(rect.left() + sign_width(key.sign), rect.center().y - words.size().y / 2.0);
            ui.painter().galley(place, Arc::clone(words), theme.muted);
        }
    }

    /// Shows the keys below what is there, in as many lines as they need.
    pub(super) fn lines_ui(&self, ui: &mut Ui, theme: &Theme) {
        ui.scope(|ui| {
            // A row is at least as high as a control; these are as high as their words.
            ui.spacing_mut().interact_size.y = LINE;
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.horizontal_wrapped(|ui| self.ui(ui, theme));
        });
    }
}

fn sign_width(sign: Sign) -> f32 {
    match sign {
        Sign::Nothing => 0.0,
        Sign::Scale => SCALE,
        Sign::Line | Sign::Dashes => SIGN + NEAR,
        Sign::Block | Sign::Dot | Sign::Ring | Sign::Box => 10.0 + NEAR,
    }
}

fn width(key: &Key, words: &Galley) -> f32 {
    sign_width(key.sign) + words.size().x
}

fn apart(key: &Key) -> f32 {
    if key.sign == Sign::Nothing { NEAR } else { APART }
}

fn sign(ui: &Ui, theme: &Theme, key: &Key, left: Pos2) {
    let (painter, colour) = (ui.painter(), colours::of(theme, key.colour));
    let block = Rect::from_center_size(left + vec2(5.0, 0.0), vec2(10.0, 10.0));
    let ends = [left, left + vec2(SIGN, 0.0)];
    match key.sign {
        Sign::Nothing => {}
        Sign::Block => {
            painter.rect_filled(block, 2.0, colour);
        }
        Sign::Line => {
            painter.line_segment(ends, Stroke::new(2.5, colour));
        }
        Sign::Dashes => painter.extend(Shape::dashed_line(&ends, Stroke::new(1.2, colour), 4.0, 3.0)),
        Sign::Dot => {
            painter.circle_filled(block.center(), 4.0, colour);
        }
        Sign::Ring => {
            painter.circle_stroke(block.center(), 3.5, Stroke::new(1.4, colour));
        }
        Sign::Box => dashed_box(painter, block.shrink(0.5), Stroke::new(1.0, theme.muted)),
        Sign::Scale => {
            for step in 0..5_u8 {
                let tile = block.translate(vec2(13.0 * f32::from(step), 0.0));
                let full = theme.surface.lerp_to_gamma(colour, f32::from(step) / 4.0);
                painter.rect_filled(tile, 2.0, if step == 0 { theme.track } else { full });
            }
        }
    }
}
