//! The figures of a chart as a table; only the rows in sight are built.

use eframe::egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::ui::theme::Theme;
use crate::ui::widgets;

/// Height of a row, in points.
const ROW: f32 = 28.0;

/// A column: its heading, and how much of the width it takes beside the others.
#[derive(Clone, Debug)]
pub struct Column {
    pub heading: String,
    pub weight: f32,
}

impl Column {
    pub fn new(heading: String, weight: f32) -> Self {
        Self { heading, weight }
    }
}

/// A table of `rows` rows in `height` points; the first column stands left, figures stand right.
pub fn table(
    ui: &mut Ui,
    theme: &Theme,
    id: &str,
    height: f32,
    columns: &[Column],
    rows: usize,
    mut cell: impl FnMut(usize, usize) -> String,
) {
    let start = ui.cursor().top();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        line(ui, columns, |ui, nth| {
            widgets::small(ui, theme, &columns[nth].heading);
        });
        widgets::divider(ui, theme);
        let area = ScrollArea::vertical().id_salt(id).max_height(height - ROW - 1.0).auto_shrink([false, true]);
        area.show_rows(ui, ROW, rows, |ui, range| {
            for row in range {
                line(ui, columns, |ui, nth| {
                    widgets::body(ui, theme, &cell(row, nth));
                });
            }
        });
    });
    let left = height - (ui.cursor().top() - start);
    if left > 0.0 {
        ui.add_space(left);
    }
}

/// One row: each cell in its share of the width.
fn line(ui: &mut Ui, columns: &[Column], mut cell: impl FnMut(&mut Ui, usize)) {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let total: f32 = columns.iter().map(|column| column.weight).sum();
    // Room for the scroll bar, so that the last figures stay readable.
    let width = row.width() - 12.0;
    let mut x = row.left();
    for (nth, column) in columns.iter().enumerate() {
        let share = width * column.weight / total;
        let place = Rect::from_min_max(pos2(x, row.top()), pos2(x + share, row.bottom()));
        let layout = if nth == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        cell(&mut ui.new_child(UiBuilder::new().id_salt(nth).max_rect(place).layout(layout)), nth);
        x += share;
    }
}
