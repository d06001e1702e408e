//! The figures of a chart as a table; only the rows in sight are built.

use chrono::NaiveDate;
use eframe::egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::exchange::table::{Cell, Table};
use crate::ui::cx::Cx;
use crate::ui::text::Text;
use crate::ui::{format, widgets};

/// Height of a row, in points.
const ROW: f32 = 28.0;
/// How much wider than the others the first column is.
const FIRST: f32 = 1.6;
/// Decimals of minutes.
const MINUTE_PLACES: usize = 1;

/// A cell in words: "Mon 23 Nov", "17.5", "72 %".
pub fn cell_words(text: &Text, cell: &Cell, today: NaiveDate) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Day(day) => format::day(text, *day, today),
        Cell::From(day) => format::date(text, *day),
        Cell::Minutes(minutes) => format::decimal(*minutes, MINUTE_PLACES),
        Cell::Number(figure, places) => format::decimal(*figure, *places),
        Cell::Share(share) => format::percent(text, *share),
        Cell::Text(words) => words.clone(),
    }
}

/// Shows the table in `height` points; the first column stands left, the others stand right.
pub(super) fn table(ui: &mut Ui, cx: &Cx, id: &str, height: f32, table: &Table) {
    let start = ui.cursor().top();
    let columns = table.headings().len();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        line(ui, columns, |ui, column| {
            widgets::small(ui, cx.theme, &table.headings()[column]);
        });
        widgets::divider(ui, cx.theme);
        let area = ScrollArea::vertical().id_salt((id, "table")).max_height(height - ROW - 1.0);
        area.auto_shrink([false, true]).show_rows(ui, ROW, table.len(), |ui, range| {
            for row in range {
                line(ui, columns, |ui, column| {
                    widgets::body(ui, cx.theme, &cell_words(cx.text, table.cell(row, column), cx.today));
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
fn line(ui: &mut Ui, columns: usize, mut cell: impl FnMut(&mut Ui, usize)) {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let total = FIRST + columns.saturating_sub(1) as f32;
    // Room for the scroll bar, so that the last figures stay readable.
    let width = row.width() - 12.0;
    let mut x = row.left();
    for column in 0..columns {
        let share = width / total * if column == 0 { FIRST } else { 1.0 };
        let place = Rect::from_min_max(pos2(x, row.top()), pos2(x + share, row.bottom()));
        let layout =
            if column == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        cell(&mut ui.new_child(UiBuilder::new().id_salt(column).max_rect(place).layout(layout)), column);
        x += share;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_cell(cell: &Cell, expected: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(cell_words(&Text::english(), cell, today), expected);
    }

    #[test]
    fn cells_are_said_as_everywhere_else() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        check_cell(&Cell::Empty, "");
        check_cell(&Cell::Day(day(23)), "Today");
        check_cell(&Cell::Day(day(2)), "Mon 2 Nov");
        check_cell(&Cell::From(day(2)), "2 November 2026");
        check_cell(&Cell::Minutes(17.25), "17.2");
        check_cell(&Cell::Number(8420.0, 1), "8\u{a0}420");
        check_cell(&Cell::Share(0.724), "72 %");
        check_cell(&Cell::Text("ill".to_owned()), "ill");
    }
}
