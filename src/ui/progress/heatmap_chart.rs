//! The year: every day a cell that can be pointed at, walked to with the arrows, and clicked for its sessions.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use eframe::egui::{
    Align2, Color32, CursorIcon, EventFilter, Id, Key, Modifiers, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::exchange::chart::{self, Axis, Chart, Colour, Layer, Mark, Names, Shade, Sign, Tile};
use crate::exchange::table::{Cell as Figure, Table};
use crate::ui::charts::{ChartCard, Told, View, dashed_box};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::theme::FOCUS_WIDTH;
use crate::ui::widgets;

use super::daily_chart::rest_cell;
use super::day_words::day_words;
use super::heatmap::{Cell, Heatmap, Level};
use super::view::PageView;

/// Room for the names of months above, of weekdays left, in points.
const ABOVE: f32 = 20.0;
const LEFT: f32 = 32.0;
/// Least width of a column; where the year does not fit, its latest weeks are shown.
const LEAST_COLUMN: f32 = 7.0;
/// Most width of a column, in points.
const MOST_COLUMN: f32 = 20.0;
/// A cell is at most so many times as high as wide.
const MOST_SLENDER: f32 = 2.6;
const GAP: f32 = 2.0;
/// How much of the colour the levels 1 to 4 show.
const LEVELS: [f32; 4] = [0.35, 0.6, 0.85, 1.0];

/// Days of a week.
const ROWS: u16 = 7;

/// Shows the grid in its card, `height` points high; gives back the day that was clicked.
pub fn ui(
    ui: &mut Ui,
    cx: &Cx,
    view: &PageView,
    cursor: &mut Option<NaiveDate>,
    shown: &mut View,
    height: f32,
    out: &mut Outbox,
) -> Option<NaiveDate> {
    let heatmap = &view.heatmap;
    let mut clicked = None;
    let card = ChartCard { chart: &view.year_chart, height, why: None };
    card.with_picture(ui, cx, shown, out, |ui, spare| {
        // The keyboard has no pointer to hover with: the sentence then speaks of the day it is on.
        let on_keyboard = cursor.filter(|day| ui.memory(|memory| memory.has_focus(cell_id(*day))));
        let said = on_keyboard.and_then(|day| heatmap.cell(day)).map(|cell| cell_words(cx, view, cell));
        // Cells may be as high as the grid lets them; the sentence stands at the bottom all the same.
        let end = ui.cursor().top() + height + spare;
        clicked = grid(ui, cx, view, cursor, height + spare);
        ui.add_space((end - ui.cursor().top() + ui.spacing().item_spacing.y).clamp(0.0, spare));
        Told { said, chosen: None }
    });
    clicked
}

/// The year as a chart, for files and as a table.
pub fn chart(cx: &Cx, heatmap: &Heatmap, first: NaiveDate) -> Arc<Chart> {
    let is_this_year = heatmap.year == cx.derived.today.year();
    let title = if is_this_year { cx.text.get("progress-year-title") } else { heatmap.year.to_string() };
    let names = Names { title, sentence: sentence(cx, heatmap, first), file: format!("year-{}", heatmap.year) };
    let firsts = heatmap.cells.iter().filter(|cell| cell.day.day() == 1);
    let month = |cell: &Cell| Mark::new(f64::from(cell.column) + 0.5, format::month_short(cx.text, cell.day.month()));
    let x = Axis::new(0.0, f64::from(heatmap.columns.max(1)), firsts.map(month).collect());
    let second_week = heatmap.cells.iter().filter(|cell| cell.column == 1 && cell.row % 2 == 0);
    let weekday = |cell: &Cell| {
        let at = f64::from(ROWS - cell.row) - 0.5;
        Mark::new(at, format::weekday_short(cx.text, cell.day.weekday()))
    };
    let y = Axis::new(0.0, f64::from(ROWS), second_week.map(weekday).collect());
    let mut chart = Chart::new(names, x, y);
    let shaded = |cell: &Cell| Tile { column: cell.column, row: cell.row, shade: shade(cell.level) };
    let tiles = heatmap.cells.iter().map(shaded).collect();
    chart.push(Layer::Tiles { tiles, rows: ROWS, colour: Colour::Stage(1) });
    chart.legend = legend(cx, heatmap);
    chart.table = figures(cx, heatmap);
    Arc::new(chart)
}

fn shade(level: Level) -> Shade {
    match level {
        Level::Outside => Shade::Outside,
        Level::Open => Shade::Empty,
        Level::Rest => Shade::Rest,
        Level::Worked(level) => Shade::Share(worked_share(level).into()),
    }
}

/// How much of the colour a level shows.
fn worked_share(level: u8) -> f32 {
    LEVELS.get(usize::from(level.saturating_sub(1))).copied().unwrap_or(1.0)
}

/// "less ▢▢▢▢▢ more", and "▢ rest" in a year that has one.
fn legend(cx: &Cx, heatmap: &Heatmap) -> Vec<chart::Key> {
    let mut keys = vec![
        chart::Key::new(cx.text.get("progress-year-less"), Sign::Nothing, Colour::Muted),
        chart::Key::new(cx.text.get("progress-year-more"), Sign::Scale, Colour::Stage(1)),
    ];
    if heatmap.cells.iter().any(|cell| cell.level == Level::Rest) {
        keys.push(chart::Key::new(cx.text.get("progress-rest"), Sign::Box, Colour::Muted));
    }
    keys
}

/// Where the cells lie.
struct Lattice {
    origin: eframe::egui::Pos2,
    pitch: eframe::egui::Vec2,
    columns: std::ops::Range<u16>,
}

impl Lattice {
    fn of(place: Rect, heatmap: &Heatmap, latest: NaiveDate) -> Self {
        let room = place.width() - LEFT;
        let fit = ((room / LEAST_COLUMN) as u16).clamp(1, heatmap.columns.max(1));
        let end = if fit == heatmap.columns {
            heatmap.columns
        } else {
            heatmap.cell(latest).map_or(heatmap.columns, |cell| (cell.column + 1).max(fit))
        };
        let width = (room / f32::from(fit)).min(MOST_COLUMN);
        let pitch = vec2(width, ((place.height() - ABOVE) / 7.0).min(width * MOST_SLENDER));
        Self { origin: pos2(place.left() + LEFT, place.top() + ABOVE), pitch, columns: end - fit..end }
    }

    fn rect(&self, cell: &Cell) -> Option<Rect> {
        if !self.columns.contains(&cell.column) {
            return None;
        }
        let column = cell.column - self.columns.start;
        let corner = self.origin + vec2(f32::from(column) * self.pitch.x, f32::from(cell.row) * self.pitch.y);
        Some(Rect::from_min_size(corner, self.pitch - vec2(GAP, GAP)))
    }
}

fn grid(ui: &mut Ui, cx: &Cx, view: &PageView, cursor: &mut Option<NaiveDate>, height: f32) -> Option<NaiveDate> {
    let heatmap = &view.heatmap;
    let room = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
    let latest = cx.derived.today.min(heatmap.cells.last().map_or(cx.derived.today, |cell| cell.day));
    let lattice = Lattice::of(room, heatmap, latest);
    ui.allocate_space(vec2(room.width(), ABOVE + 7.0 * lattice.pitch.y));
    paint_names(ui.painter(), cx, heatmap, &lattice);
    let stop = cursor.filter(|day| heatmap.cell(*day).is_some()).unwrap_or(latest);
    let mut clicked = None;
    for cell in &heatmap.cells {
        let Some(rect) = lattice.rect(cell) else { continue };
        let cell_id = cell_id(cell.day);
        // One tab stop for the whole grid; the arrows move it.
        let is_stop = cell.day == stop || ui.memory(|memory| memory.has_focus(cell_id));
        let sense = if is_stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect.expand(GAP / 2.0), cell_id, sense);
        paint_cell(ui.painter(), cx, rect, cell.level);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cell_words(cx, view, cell)));
        if response.has_focus() {
            if widgets::shows_focus(&response) {
                let ring = Stroke::new(FOCUS_WIDTH, cx.theme.accent_text);
                ui.painter().rect_stroke(rect.expand(1.0), 3.0, ring, StrokeKind::Outside);
            }
            *cursor = Some(walk(ui, heatmap, cell.day));
        }
        if response.clicked() {
            *cursor = Some(cell.day);
            clicked = Some(cell.day).filter(|_| matches!(cell.level, Level::Worked(_)));
        }
        if response.hovered() || response.has_focus() {
            let response = response.on_hover_cursor(CursorIcon::PointingHand);
            response.on_hover_text_at_pointer(cell_words(cx, view, cell));
        }
    }
    clicked
}

/// There is one such grid in the app.
fn cell_id(day: NaiveDate) -> Id {
    Id::unique(("progress year", day))
}

/// Moves the focus with the arrow keys; gives back the day it is on then.
fn walk(ui: &Ui, heatmap: &Heatmap, day: NaiveDate) -> NaiveDate {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(cell_id(day), filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let steps = [(Key::ArrowLeft, -7), (Key::ArrowRight, 7), (Key::ArrowUp, -1), (Key::ArrowDown, 1)];
    let Some((_, days)) = steps.into_iter().find(|(key, _)| pressed(*key)) else { return day };
    let target = heatmap.moved(day, days);
    ui.memory_mut(|memory| memory.request_focus(cell_id(target)));
    target
}

fn paint_cell(painter: &Painter, cx: &Cx, rect: Rect, level: Level) {
    let radius = (rect.width() / 4.0).min(3.0);
    let theme = cx.theme;
    let fill: Color32 = match level {
        Level::Outside => theme.track.gamma_multiply(0.6),
        Level::Open => theme.track,
        Level::Rest => {
            dashed_box(painter, rect.shrink(0.5), Stroke::new(1.0, theme.muted.gamma_multiply(0.7)));
            return;
        }
        Level::Worked(level) => theme.surface.lerp_to_gamma(theme.stage[1], worked_share(level)),
    };
    painter.rect_filled(rect, radius, fill);
}

fn paint_names(painter: &Painter, cx: &Cx, heatmap: &Heatmap, lattice: &Lattice) {
    let mut free_from = f32::NEG_INFINITY;
    for cell in heatmap.cells.iter().filter(|cell| cell.day.day() == 1) {
        let Some(rect) = lattice.rect(cell) else { continue };
        if rect.left() < free_from {
            continue;
        }
        let name = format::month_short(cx.text, cell.day.month());
        let at = pos2(rect.left(), lattice.origin.y - ABOVE);
        let drawn = painter.text(at, Align2::LEFT_TOP, name, cx.theme.small.clone(), cx.theme.muted);
        free_from = drawn.right() + 4.0;
    }
    for cell in heatmap.cells.iter().take(14).filter(|cell| cell.column == 1 && cell.row % 2 == 0) {
        let y = lattice.origin.y + (f32::from(cell.row) + 0.5) * lattice.pitch.y - GAP / 2.0;
        let at = pos2(lattice.origin.x - LEFT, y);
        let name = format::weekday_short(cx.text, cell.day.weekday());
        painter.text(at, Align2::LEFT_CENTER, name, cx.theme.small.clone(), cx.theme.muted);
    }
}

/// A cell's name: "Mon 23 Nov: 18 min of 15 · in 2 sessions".
fn cell_words(cx: &Cx, view: &PageView, cell: &Cell) -> String {
    match cx.derived.days.get(cell.day) {
        Some(day) => day_words(cx, &view.whole.feelings.days, day),
        None => format::date_short(cx.text, cell.day),
    }
}

/// The days from the first of the goal to today, newest first; free days are named where there are any.
fn figures(cx: &Cx, heatmap: &Heatmap) -> Table {
    let has_rest = heatmap.cells.iter().any(|cell| cell.level == Level::Rest);
    let heads = ["progress-table-day", "progress-table-minutes", "progress-table-target"];
    let heads = heads.into_iter().chain(has_rest.then_some("progress-table-rest"));
    let days = heatmap.cells.iter().rev().filter_map(|cell| cx.derived.days.get(cell.day));
    let rows = days.map(|day| {
        [
            Figure::Day(day.day),
            Figure::Minutes(day.focus_secs as f64 / 60.0),
            Figure::Number(day.target_minutes.into(), 0),
            rest_cell(cx, day.rest.filter(|_| !day.is_done())),
        ]
    });
    Table::new(heads.map(|id| cx.text.get(id))).with(rows)
}

fn sentence(cx: &Cx, heatmap: &Heatmap, first: NaiveDate) -> String {
    if heatmap.sessions == 0 {
        return cx.text.get("progress-year-none");
    }
    let since = if first.year() == heatmap.year {
        let date = format::day_month(cx.text, first);
        cx.text.with("progress-year-since", &[("date", date.into())])
    } else {
        cx.text.with("progress-in", &[("period", heatmap.year.to_string().into())])
    };
    let values = [("sessions", heatmap.sessions.into()), ("days", heatmap.days_done.into()), ("since", since.into())];
    cx.text.with("progress-year-sentence", &values)
}
