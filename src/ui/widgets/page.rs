//! The page of a room: its margins, and how wide it grows.

use eframe::egui::{Frame, Margin, Ui, UiBuilder, vec2};

/// Shows the contents of a page inside its margins, in the middle and no wider than `widest`, in points.
pub fn page<R>(ui: &mut Ui, margin: Margin, widest: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let surplus = (room.width() - margin.sum().x - widest).max(0.0) / 2.0;
    let middle = room.shrink2(vec2(surplus.floor(), 0.0));
    let builder = UiBuilder::new().max_rect(middle);
    ui.scope_builder(builder, |ui| Frame::new().inner_margin(margin).show(ui, contents).inner).inner
}
