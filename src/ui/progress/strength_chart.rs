//! Strength as a chart: one line from 0 to 100 %.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::exchange::chart::{self, Axis, Chart, Colour, EventKind, Layer, Mark, Names, Stroke};
use crate::exchange::table::{Cell, Table};
use crate::ui::charts::{ChartCard, View, day_marks};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::format;
use crate::ui::outbox::Outbox;

use super::charts::{Source, events};
use super::counters::Counters;
use super::day_words::day_and_row;
use super::range::{Period, Range};
use super::view::PageView;

/// Most points of the line; more days are thinned out.
const MOST_POINTS: usize = 600;
/// Days from which the line says how it moved.
const DAYS_TO_TELL: usize = 7;

/// Shows the chart in its card, `height` points high; gives back the day that was chosen.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &PageView, shown: &mut View, height: f32, out: &mut Outbox) -> Option<NaiveDate> {
    let chart = &view.strength_chart;
    let card = ChartCard { chart, height, why: Some(Strategy::Consistency) };
    let [x, _] = card.ui(ui, cx, shown, out, &|[x, _]| day_and_row(cx, view, chart, chart.day_at(x)?))?;
    chart.day_at(x)
}

/// The chart of a period; `strength` has its days, oldest first.
pub fn chart(cx: &Cx, strength: &[(NaiveDate, f64)], counters: &Counters, period: Period, range: Range) -> Arc<Chart> {
    let title = cx.text.get("progress-strength");
    let file = format!("{title} {}", period.file_words(range));
    let names = Names { sentence: sentence(cx, strength, counters), title, file };
    let percent = |share: f64| Mark::new(share, format::percent(cx.text, share));
    let x = Axis::new(0.0, period.count_days() as f64, day_marks(cx.text, period.from, period.to));
    let y = Axis::to_last([0.0, 0.25, 0.5, 0.75, 1.0].map(percent).to_vec());
    let mut chart = Chart::new(names, x, y).from_day(period.from);
    let every = strength.len().div_ceil(MOST_POINTS).max(1);
    let last = strength.len().saturating_sub(1);
    let thinned = strength.iter().enumerate().filter(|(nth, _)| nth % every == 0 || *nth == last);
    let point = |(_, (day, strength)): (usize, &(NaiveDate, f64))| Some([chart.x_of(*day)?, *strength]);
    let points: Vec<chart::Point> = thinned.filter_map(point).collect();
    let end = points.last().copied();
    let area = points.iter().map(|[x, y]| chart::Span { x: *x, low: 0.0, high: *y }).collect();
    chart.push(Layer::Band { points: area, colour: Colour::Wash(3) });
    chart.push(Layer::Line { points, colour: Colour::Stage(3), stroke: Stroke::Solid });
    if let Some(at) = end {
        let name = format::percent(cx.text, counters.strength);
        chart.push(Layer::End { at, name, colour: Colour::Stage(3) });
    }
    let kinds = [EventKind::Experiment, EventKind::Stage, EventKind::Rest];
    chart.events = events::of(&Source::of(cx, period, range), period, &kinds);
    let heads = ["progress-table-day", "progress-strength"].map(|id| cx.text.get(id));
    let rows = strength.iter().rev().map(|(day, strength)| [Cell::Day(*day), Cell::Share(*strength)]);
    chart.table = Table::new(heads).with(rows);
    Arc::new(chart)
}

fn sentence(cx: &Cx, strength: &[(NaiveDate, f64)], counters: &Counters) -> String {
    let Some((_, then)) = counters.strength_then.filter(|_| strength.len() >= DAYS_TO_TELL) else {
        return cx.text.get("progress-strength-start");
    };
    let points = (counters.strength * 100.0).round() - (then * 100.0).round();
    let id = match points {
        points if points > 0.0 => "progress-strength-rose",
        points if points < 0.0 => "progress-strength-eased",
        _ => "progress-strength-held",
    };
    let values =
        [("then", format::percent(cx.text, then).into()), ("now", format::percent(cx.text, counters.strength).into())];
    cx.text.with(id, &values)
}
