//! Rows of the page's lists: words on the left, a remark below or after them, acts on the right.

use eframe::egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

/// Height of a row, in points.
pub const ROW: f32 = 44.0;
/// Most rows shown before all are asked for.
pub const FEW: usize = 3;
/// Room for the scroll bar right of a list, taken from the margin of its card, in points.
const BAR: f32 = 12.0;

/// How much of a list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    Few,
    All,
}

/// A card with its name above.
pub fn section_card(ui: &mut Ui, cx: &Cx, salt: &str, title: &str, mut contents: impl FnMut(&mut Ui)) {
    tiles(ui, cx.theme, salt, &[1.0], |ui, _| {
        widgets::section(ui, cx.theme, title);
        ui.add_space(4.0);
        contents(ui);
    });
}

/// The same, with "why" at the end of the name.
pub fn section_card_why(
    ui: &mut Ui,
    cx: &Cx,
    (title_id, strategy): (&str, Strategy),
    out: &mut Outbox,
    mut contents: impl FnMut(&mut Ui, &mut Outbox),
) {
    tiles(ui, cx.theme, title_id, &[1.0], |ui, _| {
        with_why(ui, cx, strategy, out, |ui| {
            widgets::section(ui, cx.theme, &cx.text.get(title_id));
        });
        ui.add_space(4.0);
        contents(ui, out);
    });
}

/// One row: `words` with a quiet `remark` below, and `acts` on the right, the rightmost first.
pub fn row<R>(ui: &mut Ui, cx: &Cx, words: &str, remark: &str, acts: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(ROW);
        ui.spacing_mut().item_spacing.x = 4.0;
        let answer = acts(ui);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let height = if remark.is_empty() { 20.0 } else { 36.0 };
            ui.add_space(((ROW - height) / 2.0).max(0.0));
            widgets::cut(ui, words, &cx.theme.body, cx.theme.ink);
            if !remark.is_empty() {
                widgets::cut(ui, remark, &cx.theme.small, cx.theme.muted);
            }
        });
        answer
    })
    .inner
}

/// The link that shows the whole list, or the few of it again; nothing when those are all.
pub fn more_link(ui: &mut Ui, cx: &Cx, shown: &mut Shown, [few, len]: [usize; 2]) {
    if len <= few {
        return;
    }
    let (words, next) = match shown {
        Shown::Few => (cx.text.with("goal-show-all", &[("count", len.into())]), Shown::All),
        Shown::All => (cx.text.get("goal-show-fewer"), Shown::Few),
    };
    if ui.add(widgets::Button::act(cx.theme, &words)).clicked() {
        *shown = next;
    }
}

/// Builds the rows of a list: the first few, or all of them in a field that scrolls.
pub fn rows(ui: &mut Ui, id: &str, shown: Shown, len: usize, mut row: impl FnMut(&mut Ui, usize)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        match shown {
            Shown::Few => (0..len.min(FEW)).for_each(|nth| row(ui, nth)),
            Shown::All => scrolled_rows(ui, id, (ROW, 8.0 * ROW), len, row),
        }
    });
}

/// All rows, each `height` high, in a field no higher than `most` that scrolls. Its bar stands in the margin of the card,
/// so that the rows keep their place.
pub fn scrolled_rows(
    ui: &mut Ui,
    id: &str,
    (height, most): (f32, f32),
    len: usize,
    mut row: impl FnMut(&mut Ui, usize),
) {
    let room = ui.available_rect_before_wrap();
    let place = Rect::from_min_max(room.min, room.max + vec2(BAR, 0.0));
    let mut child = ui.new_child(UiBuilder::new().id_salt((id, "rows")).max_rect(place));
    let area = ScrollArea::vertical().id_salt(id).max_height(most);
    area.show_rows(&mut child, height, len, |ui, range| {
        ui.set_max_width(room.width());
        range.for_each(|nth| row(ui, nth));
        widgets::follow_focus(ui);
    });
    ui.advance_cursor_after_rect(Rect::from_min_size(room.min, vec2(room.width(), child.min_rect().height())));
}
