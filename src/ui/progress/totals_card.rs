//! The cards of counters: four large figures of the range, and all counters over today, 7 days, 30 days and all.

use chrono::{Datelike, NaiveDate};
use eframe::egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::domain::insight::totals::Figures;
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::outbox::Outbox;
use crate::ui::{format, widgets};

use super::steadiness;
use super::view::PageView;

/// Widths from which four, and two, figure cards stand side by side, in points.
const FOUR: f32 = 800.0;
const TWO: f32 = 340.0;
/// Height of a row of the table, in points.
const ROW: f32 = 33.0;

/// Focus from which only hours are shown, in seconds.
const MANY_SECS: i64 = 1000 * 3600;

/// A name, a figure and a remark.
type Figure = [String; 3];

/// The large figures of the range.
pub fn figures_ui(ui: &mut Ui, cx: &Cx, view: &PageView) {
    let figures = [focus(cx, view), days(cx, view), measure(cx, view), strength(cx, view)];
    let in_row = match ui.available_width() {
        FOUR.. => 4,
        TWO.. => 2,
        _ => 1,
    };
    for (nth, row) in figures.chunks(in_row).enumerate() {
        tiles(ui, cx.theme, &format!("figures {nth}"), &vec![1.0; in_row], |ui, column| {
            let [name, value, note] = &row[column];
            widgets::figure(ui, cx.theme, name, value, note);
        });
    }
}

fn focus(cx: &Cx, view: &PageView) -> Figure {
    let figures = view.counters.figures;
    let value = focus_words(cx, figures.focus_secs);
    [
        cx.text.get("progress-focus"),
        value,
        cx.text.with("progress-in-sessions", &[("sessions", figures.sessions.into())]),
    ]
}

fn days(cx: &Cx, view: &PageView) -> Figure {
    let counters = &view.counters;
    let name = cx.text.get("progress-days-done");
    let value = match (counters.figures.days_done, counters.days_open) {
        (0, _) => cx.text.get("progress-none"),
        (done, open) => cx.text.with("progress-of", &[("part", done.into()), ("whole", open.into())]),
    };
    let note = match counters.came_back {
        Some(back) => cx.text.with("progress-came-back", &[("times", back.times.into()), ("of", back.of.into())]),
        None => last_28(cx),
    };
    [name, value, note]
}

fn last_28(cx: &Cx) -> String {
    let done = cx.derived.totals.days_done_of_28;
    // A goal younger than that has its days in the figure above already.
    if done == 0 || cx.derived.days.iter().len() < 28 {
        return cx.text.get("progress-days-grow");
    }
    cx.text.with("progress-last-28", &[("done", done.into())])
}

fn measure(cx: &Cx, view: &PageView) -> Figure {
    let measure = cx.model.goal().and_then(|goal| goal.measure.as_ref());
    let Some(measure) = measure else {
        let figures = view.counters.figures;
        let note = match view.daily.middle {
            Some(minutes) => {
                let minutes = format::minutes(cx.text, minutes.round().max(0.0) as u64);
                cx.text.with("progress-middle-note", &[("minutes", minutes.into())])
            }
            None => cx.text.get("progress-measure-hint"),
        };
        return [cx.text.get("progress-sessions"), format::count(figures.sessions.into()), note];
    };
    let all = cx.derived.totals.all.counted;
    let shown = view.counters.figures.counted;
    let note = match measure.total {
        Some(total) => {
            let of = if is_same(all, shown) { "progress-of-total" } else { "progress-all-of-total" };
            let values = [
                ("all", format::decimal(all, 1).into()),
                ("total", format::decimal(total, 1).into()),
                ("share", format::percent(cx.text, (all / total).max(0.0)).into()),
            ];
            cx.text.with(of, &values)
        }
        None => cx.text.with("progress-in-all", &[("all", format::decimal(all, 1).into())]),
    };
    [format::capitalised(&measure.unit), format::decimal(shown, 1), note]
}

/// Amounts that are shown alike.
fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

fn strength(cx: &Cx, view: &PageView) -> Figure {
    let counters = &view.counters;
    let note = match counters.strength_then {
        Some((day, then)) => {
            let values = [("percent", format::percent(cx.text, then).into()), ("date", short_or_full(cx, day).into())];
            cx.text.with("progress-strength-was", &values)
        }
        None => cx.text.get("progress-strength-new"),
    };
    [cx.text.get("progress-strength"), format::percent(cx.text, counters.strength), note]
}

/// "1 November", with the year when it is another one.
fn short_or_full(cx: &Cx, day: NaiveDate) -> String {
    if day.year() == cx.today.year() { format::day_month(cx.text, day) } else { format::date(cx.text, day) }
}

fn focus_words(cx: &Cx, secs: i64) -> String {
    match secs {
        ..=0 => cx.text.get("progress-none"),
        // Beyond a thousand hours the minutes say nothing, and would not fit beside the others.
        MANY_SECS.. => format::duration_short(cx.text, secs.unsigned_abs() / 3600 * 3600),
        secs => format::duration_short(cx.text, secs.unsigned_abs()),
    }
}

/// All counters over the four ranges, as a table.
pub fn table_ui(ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
    let totals = cx.derived.totals;
    let ranges = [totals.today, totals.week, totals.month, totals.all];
    let number = |value: u32| if value == 0 { cx.text.get("progress-none") } else { format::count(value.into()) };
    let mut rows: Vec<(String, [String; 4])> = vec![
        (cx.text.get("progress-focus"), ranges.map(|figures: Figures| focus_words(cx, figures.focus_secs))),
        (cx.text.get("progress-sessions"), ranges.map(|figures| number(figures.sessions))),
        (cx.text.get("progress-days"), ranges.map(|figures| number(figures.days_done))),
    ];
    if let Some(measure) = cx.model.goal().and_then(|goal| goal.measure.as_ref()) {
        let amount = |value: f64| if value == 0.0 { cx.text.get("progress-none") } else { format::decimal(value, 1) };
        rows.push((format::capitalised(&measure.unit), ranges.map(|figures| amount(figures.counted))));
    }
    let heads = ["progress-counter-today", "progress-counter-week", "progress-counter-month", "progress-counter-all"];
    ui.add_space(4.0);
    with_why(ui, cx, Strategy::VisibleProgress, out, |ui| {
        widgets::section(ui, cx.theme, &cx.text.get("progress-counters"));
    });
    ui.add_space(4.0);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        row_ui(ui, 24.0, |ui, column| {
            if let Some(id) = column.checked_sub(1).and_then(|nth| heads.get(nth)) {
                widgets::small(ui, cx.theme, &cx.text.get(id));
            }
        });
        for (name, values) in &rows {
            widgets::divider(ui, cx.theme);
            row_ui(ui, ROW, |ui, column| {
                match column.checked_sub(1) {
                    None => widgets::muted(ui, cx.theme, name),
                    Some(nth) => widgets::strong(ui, cx.theme, &values[nth]),
                };
            });
        }
    });
    ui.add_space(8.0);
    let sentence = match view_28(cx) {
        Some(words) => words,
        None => cx.text.get("progress-days-grow"),
    };
    ui.spacing_mut().item_spacing.y = 2.0;
    widgets::muted(ui, cx.theme, &sentence);
    steadiness::ui(ui, cx);
}

fn view_28(cx: &Cx) -> Option<String> {
    let done = cx.derived.totals.days_done_of_28;
    let of = cx.derived.days.last(28).len();
    (done > 0).then(|| cx.text.with("progress-28-sentence", &[("done", done.into()), ("of", of.into())]))
}

/// One row of five cells: the name, wider and left, and four figures, right.
fn row_ui(ui: &mut Ui, height: f32, mut cell: impl FnMut(&mut Ui, usize)) {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), height));
    let name = (row.width() * 0.24).floor();
    let share = (row.width() - name) / 4.0;
    for column in 0..5_u16 {
        let (left, width) = if column == 0 { (0.0, name) } else { (name + share * f32::from(column - 1), share) };
        let place = Rect::from_min_size(pos2(row.left() + left, row.top()), vec2(width, height));
        let layout =
            if column == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        cell(&mut ui.new_child(UiBuilder::new().id_salt(column).max_rect(place).layout(layout)), usize::from(column));
    }
}
