//! The page of a room: its margins, and no wider than reads well.

use eframe::egui::{Frame, Margin, ScrollArea, Ui, UiBuilder, vec2};

use super::focus::{follow_focus, turn_pages};

/// Margins at the sides, those of a narrow page, and above and below, in points.
const SIDES: i8 = 32;
const SIDES_NARROW: i8 = 16;
const ENDS: i8 = 24;
/// Pages narrower than this are narrow, in points.
const NARROW: f32 = 480.0;

/// Shows the contents of a page that scrolls, in the middle and no wider than `widest`, in points; `name` tells the rooms
/// apart, so that each keeps its place.
pub fn page<R>(ui: &mut Ui, name: &str, widest: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = Margin::symmetric(sides(ui), ENDS);
    let height = ui.available_height();
    let area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
    let shown = area.show(ui, |ui| {
        let answer = inside(ui, margin, widest, contents);
        turn_pages(ui, height);
        follow_focus(ui);
        answer
    });
    shown.inner
}

/// Shows the contents of a page that fills the window and whose parts scroll each on its own, down to the lower edge.
pub fn fixed_page<R>(ui: &mut Ui, widest: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = Margin { bottom: 0, ..Margin::symmetric(sides(ui), ENDS) };
    inside(ui, margin, widest, contents)
}

fn sides(ui: &Ui) -> i8 {
    if ui.available_width() < NARROW { SIDES_NARROW } else { SIDES }
}

fn inside<R>(ui: &mut Ui, margin: Margin, widest: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let surplus = (room.width() - margin.sum().x - widest).max(0.0) / 2.0;
    let middle = room.shrink2(vec2(surplus.floor(), 0.0));
    let builder = UiBuilder::new().max_rect(middle);
    ui.scope_builder(builder, |ui| Frame::new().inner_margin(margin).show(ui, contents).inner).inner
}
