//! Cards side by side, all as high as the highest of them.

use eframe::egui::epaint::RectShape;
use eframe::egui::{Id, Rect, Shape, StrokeKind, Ui, UiBuilder, pos2, vec2};

use crate::ui::theme::{CARD, GRID, Theme};

/// Gap between cards, in points.
pub const GAP: f32 = 2.0 * GRID;
/// Inner margin of a card, in points.
const MARGIN: f32 = 16.0;
/// Difference in height that is not worth laying out again for, in points.
const SAME: f32 = 0.5;

/// Height that a card has more than its contents ask for, while they are shown, and how much of it they took, in points.
const SPARE: &str = "height to spare";
const TAKEN: &str = "height taken";

/// Takes the height that the card has to spare, so that what follows stands at its bottom; 0 outside a card.
pub(super) fn take_spare(ui: &Ui) -> f32 {
    let spare = ui.data_mut(|data| data.remove_temp::<f32>(Id::unique(SPARE))).unwrap_or(0.0);
    ui.data_mut(|data| data.insert_temp(Id::unique(TAKEN), spare));
    spare
}

/// Shows one card for each weight side by side, as wide as its share; `contents` fills the n-th.
pub fn tiles(ui: &mut Ui, theme: &Theme, salt: &str, weights: &[f32], mut contents: impl FnMut(&mut Ui, usize)) {
    let id = ui.make_persistent_id(("tiles", salt, weights.len()));
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let start = ui.cursor().min;
    let room = ui.available_width() - GAP * (weights.len().saturating_sub(1)) as f32;
    let total: f32 = weights.iter().sum();
    let (mut before, mut tallest) = (0.0, 0.0_f32);
    let mut is_other = false;
    for (nth, weight) in weights.iter().enumerate() {
        // Edges are rounded, not widths, so that the last card ends where the page does.
        let edge = |weight: f32| start.x + nth as f32 * GAP + (room * weight / total).round();
        let place = Rect::from_x_y_ranges(edge(before)..=edge(before + weight), start.y..=start.y + known);
        before += weight;
        let mut child = ui.new_child(UiBuilder::new().id_salt((salt, nth)).max_rect(place));
        let natural_id = id.with(nth);
        let natural: f32 = ui.data(|data| data.get_temp(natural_id)).unwrap_or(known);
        let now = tile(&mut child, theme, (known, natural), |ui| contents(ui, nth));
        is_other |= (now - natural).abs() > SAME;
        ui.data_mut(|data| data.insert_temp(natural_id, now));
        tallest = tallest.max(now);
    }
    let whole = Rect::from_min_size(start, vec2(ui.available_width(), tallest));
    ui.advance_cursor_after_rect(whole);
    if is_other || (tallest - known).abs() > SAME {
        ui.data_mut(|data| data.insert_temp(id, tallest));
        ui.ctx().request_discard("cards of a row get the same height");
    }
}

/// One card at least `height` high, whose contents asked for `last` before; gives back what they ask for now.
fn tile(ui: &mut Ui, theme: &Theme, (height, last): (f32, f32), contents: impl FnOnce(&mut Ui)) -> f32 {
    let place = ui.max_rect();
    let behind = ui.painter().add(Shape::Noop);
    let inside = place.shrink2(vec2(MARGIN, 0.0)).translate(vec2(0.0, MARGIN));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inside));
    child.spacing_mut().item_spacing.y = GRID;
    ui.data_mut(|data| {
        data.insert_temp(Id::unique(SPARE), (height - last).max(0.0));
        data.remove_temp::<f32>(Id::unique(TAKEN));
    });
    contents(&mut child);
    let taken = ui.data_mut(|data| {
        data.remove_temp::<f32>(Id::unique(SPARE));
        data.remove_temp::<f32>(Id::unique(TAKEN)).unwrap_or(0.0)
    });
    let full = child.min_rect().height() + 2.0 * MARGIN;
    let natural = full - taken;
    let card = Rect::from_min_size(place.min, vec2(place.width(), full.max(height)));
    let shape = RectShape::new(card, CARD, theme.surface, theme.border(), StrokeKind::Inside);
    ui.painter().set(behind, shape);
    natural
}

/// Two columns of equal width, each as high as its contents.
pub fn two_columns(ui: &mut Ui, salt: &str, contents: impl FnMut(&mut Ui, usize)) {
    two_columns_of(ui, salt, [1.0, 1.0], contents);
}

/// The same with shares of the width.
pub fn two_columns_of(ui: &mut Ui, salt: &str, [left, right]: [f32; 2], mut contents: impl FnMut(&mut Ui, usize)) {
    let start = ui.cursor().min;
    let width = ui.available_width();
    let first = ((width - GAP) * left / (left + right)).floor();
    let second = ((width - GAP) * right / (left + right)).floor();
    let mut bottom = start.y;
    for (nth, (left, width)) in [(start.x, first), (start.x + first + GAP, second)].into_iter().enumerate() {
        let place = Rect::from_min_size(pos2(left, start.y), vec2(width, 0.0));
        let mut child = ui.new_child(UiBuilder::new().id_salt((salt, nth)).max_rect(place));
        contents(&mut child, nth);
        bottom = bottom.max(child.min_rect().bottom());
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(start, pos2(start.x + width, bottom)));
}
