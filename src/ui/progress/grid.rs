//! The grid of charts: which stand in which row, what is looked at most first, and what each says of a place.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::exchange::chart::{Chart, Point};
use crate::exchange::table::Cell;
use crate::ui::charts::{ChartCard, View, tiles};
use crate::ui::commands::{Command, GoalPart};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

use super::charts::rhythm;
use super::day_words::{day_and_row, row_words, stretch, stretch_words};
use super::range::Period;
use super::view::{PageView, Standing};
use super::{daily_chart, heatmap_chart, strength_chart, totals_card};

/// Page width from which charts stand side by side, in points.
const SIDE_BY_SIDE: f32 = 840.0;
/// Shares of the width of the left and right card.
const SHARES: [f32; 2] = [3.0, 2.0];
/// Height of the charts, in points; the wide ones stand beside cards with a line of legend more.
const CHART: f32 = 150.0;
const WIDE_CHART: f32 = 184.0;
const YEAR: f32 = 160.0;

/// One card of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Card {
    Daily,
    Feelings,
    Measure,
    Year,
    Lengths,
    Rhythm,
    Counts,
    Automatic,
    Strength,
    Counters,
    /// Offers to name a measure.
    Offer,
}

/// How many cards can be read as a table.
const CARDS: usize = 11;
/// The rows with a measure, and without one.
const ROWS: [&[Card]; 5] = [
    &[Card::Daily, Card::Feelings],
    &[Card::Measure, Card::Year],
    &[Card::Lengths, Card::Rhythm],
    &[Card::Counts, Card::Automatic],
    &[Card::Strength, Card::Counters],
];
const BARE_ROWS: [&[Card]; 5] = [
    &[Card::Daily, Card::Feelings],
    &[Card::Year, Card::Strength],
    &[Card::Lengths, Card::Rhythm],
    &[Card::Automatic, Card::Counters],
    &[Card::Offer],
];

/// The grid with how each of its charts is shown.
#[derive(Debug, Default)]
pub struct Grid {
    views: [View; CARDS],
    year_cursor: Option<NaiveDate>,
}

impl Grid {
    /// Shows the charts in rows, or one below the other; gives back the days that were chosen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, view: &PageView, out: &mut Outbox) -> Option<Period> {
        let mut chosen = None;
        let is_wide = ui.available_width() >= SIDE_BY_SIDE;
        for row in if view.measure_charts.is_some() { ROWS } else { BARE_ROWS } {
            let in_row = if is_wide { row.len() } else { 1 };
            for cards in row.chunks(in_row) {
                let salt = format!("{:?}", cards[0]);
                tiles(ui, cx.theme, &salt, &SHARES[..in_row], |ui, column| {
                    let height = if in_row > 1 && column == 0 { WIDE_CHART } else { CHART };
                    chosen = chosen.or(self.card(ui, cx, view, (cards[column], height), out));
                });
            }
        }
        chosen
    }

    fn card(
        &mut self,
        ui: &mut Ui,
        cx: &Cx,
        view: &PageView,
        (card, height): (Card, f32),
        out: &mut Outbox,
    ) -> Option<Period> {
        let shown = &mut self.views[card as usize];
        let mut days = |ui: &mut Ui, chart: &Arc<Chart>, why: Option<Strategy>| {
            let card = ChartCard { chart, height, why };
            let words = |[x, _]: Point| {
                let day = chart.day_at(x)?;
                day_words_in(cx, view, chart, day)
            };
            let [x, _] = card.ui(ui, cx, shown, out, &words)?;
            days_of(cx, chart, chart.day_at(x)?)
        };
        match (card, &view.measure_charts) {
            (Card::Daily, _) => daily_chart::ui(ui, cx, view, shown, height, out),
            (Card::Strength, _) => worked(cx, Period::day(strength_chart::ui(ui, cx, view, shown, height, out)?)),
            (Card::Year, _) => {
                heatmap_chart::ui(ui, cx, view, &mut self.year_cursor, shown, YEAR, out).map(Period::day)
            }
            (Card::Lengths, _) => days(ui, &view.lengths_chart, None),
            (Card::Automatic, _) => days(ui, &view.automatic_chart, None),
            (Card::Measure, Some([measure, _])) => {
                let chosen = days(ui, measure, None);
                if view.line == Standing::Below {
                    ways(ui, cx, out);
                }
                chosen
            }
            (Card::Counts, Some([_, counts])) => days(ui, counts, None),
            (Card::Feelings, _) => feelings(ui, cx, view, shown, out),
            (Card::Rhythm, _) => {
                let card = ChartCard { chart: &view.rhythm_chart, height: CHART, why: None };
                let week_start = cx.model.settings.week_start;
                card.ui(ui, cx, shown, out, &|at| rhythm::words(cx.text, &view.rhythm, week_start, at));
                None
            }
            (Card::Counters, _) => {
                totals_card::table_ui(ui, cx, out);
                None
            }
            (Card::Offer | Card::Measure | Card::Counts, _) => {
                offer(ui, cx, out);
                None
            }
        }
    }
}

/// A day in full where the chart has days, else the week or month it lies in.
fn day_words_in(cx: &Cx, view: &PageView, chart: &Chart, day: NaiveDate) -> Option<String> {
    if is_coarse(chart) { stretch_words(cx, chart, day) } else { day_and_row(cx, view, chart, day) }
}

/// Whether its figures are those of weeks or months.
fn is_coarse(chart: &Chart) -> bool {
    matches!(chart.table.cell(0, 0), Cell::From(_))
}

/// The day where the chart has days, else the week or month it lies in; none without a session.
fn days_of(cx: &Cx, chart: &Chart, day: NaiveDate) -> Option<Period> {
    worked(cx, if is_coarse(chart) { stretch(cx, chart, day)?.0 } else { Period::day(day) })
}

/// Days with a session.
fn worked(cx: &Cx, days: Period) -> Option<Period> {
    days.days(&cx.derived.days).iter().any(|day| day.sessions > 0).then_some(days)
}

/// The sessions that were rated, or the weeks or months with any; choosing a session shows those of its day.
fn feelings(ui: &mut Ui, cx: &Cx, view: &PageView, shown: &mut View, out: &mut Outbox) -> Option<Period> {
    let chart = &view.feelings_chart;
    // The table is newest first.
    let row = |x: f64| chart.table.len().checked_sub(1 + x.floor().max(0.0) as usize);
    let card = ChartCard { chart, height: CHART, why: None };
    let words = |[x, _]: Point| {
        if is_coarse(chart) { day_words_in(cx, view, chart, chart.day_at(x)?) } else { row_words(cx, chart, row(x)?) }
    };
    let [x, _] = card.ui(ui, cx, shown, out, &words)?;
    if is_coarse(chart) {
        return days_of(cx, chart, chart.day_at(x)?);
    }
    match chart.table.cell(row(x)?, 0) {
        Cell::Day(day) => worked(cx, Period::day(*day)),
        _ => None,
    }
}

/// The two ways to a line that fits: a new date or a smaller total.
fn ways(ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (id, part) in [
            ("progress-measure-change-date", GoalPart::TargetDate),
            ("progress-measure-change-total", GoalPart::Measure),
        ] {
            if widgets::link_button(ui, cx.theme, &cx.text.get(id)).clicked() {
                out.run(Command::EditGoal(part));
            }
        }
    });
}

/// What a measure would show here, and the way to name one.
fn offer(ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
    widgets::section(ui, cx.theme, &cx.text.get("progress-measure-offer-title"));
    widgets::muted(ui, cx.theme, &cx.text.get("progress-measure-offer"));
    if ui.add(widgets::Button::pill(cx.theme, &cx.text.get("progress-measure-offer-act"))).clicked() {
        out.run(Command::EditGoal(GoalPart::Measure));
    }
}
