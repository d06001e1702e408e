//! The minutes a day as a chart: bars from zero, the stepped target, free days as dashed boxes, today lighter.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::domain::rest::RestKind;
use crate::exchange::chart::{self, Axis, BarKind, Chart, Colour, EventKind, Key, Layer, Names, Sign, Step, Stroke};
use crate::exchange::table::{Cell, Table};
use crate::ui::charts::{ChartCard, View, day_marks, minute_marks};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;

use super::charts::{Source, events};
use super::daily::{Bar, DAYS_FOR_MIDDLE, Daily, Grain};
use super::day_words::{day_words, rest_id};
use super::range::{Period, Range, Span};
use super::view::PageView;

/// Shows the chart in its card, `height` points high; gives back the days of the bar that was chosen, if they have a session.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &PageView, shown: &mut View, height: f32, out: &mut Outbox) -> Option<Period> {
    let (chart, daily) = (&view.daily_chart, &view.daily);
    let bar_at = |x: f64| {
        let day = chart.day_at(x)?;
        // Where today is in it, its room goes on to the end of its week or month.
        daily.bars.iter().find(|bar| bar.from <= day && day <= bar.ends)
    };
    let card = ChartCard { chart, height, why: None };
    let chosen = card.ui(ui, cx, shown, out, &|[x, _]| Some(bar_words(cx, view, bar_at(x)?, daily.grain)));
    let bar = chosen.and_then(|[x, _]| bar_at(x))?;
    (bar.sessions > 0).then_some(Period { from: bar.from, to: bar.to })
}

/// The chart of a period.
pub fn chart(cx: &Cx, daily: &Daily, period: Period, range: Range) -> Arc<Chart> {
    let title = cx.text.get("progress-daily-title");
    let file = format!("{title} {}", period.file_words(range));
    let names = Names { sentence: sentence(cx, daily, range), title, file };
    let x = Axis::new(0.0, period.count_days() as f64, day_marks(cx.text, period.from, period.to));
    let mut chart = Chart::new(names, x, Axis::to_last(minute_marks(daily.highest()))).from_day(period.from);
    let at = |day: NaiveDate| (day - period.from).num_days() as f64;
    let bars = daily.bars.iter().map(|bar| chart::Bar {
        from: at(bar.from),
        to: (at(bar.ends) + 1.0).min(period.count_days() as f64),
        height: bar.minutes,
        kind: match (bar.rest, bar.is_growing) {
            (Some(_), _) => BarKind::Rest,
            (None, true) => BarKind::Growing,
            (None, false) => BarKind::Done,
        },
    });
    chart.push(Layer::Bars { bars: bars.collect(), colour: Colour::Stage(0) });
    chart.push(Layer::Steps { steps: target_steps(&daily.bars, at, chart.x.to), colour: Colour::Ink });
    if !daily.means.is_empty() {
        let points = daily.means.iter().map(|(day, mean)| [at(*day) + 0.5, *mean]).collect();
        chart.push(Layer::Line { points, colour: Colour::Stage(2), stroke: Stroke::Solid });
    }
    let kinds = [EventKind::Experiment, EventKind::Stage, EventKind::Milestone];
    chart.events = events::of(&Source::of(cx, period, range), period, &kinds);
    chart.legend = legend(cx, daily);
    chart.table = figures(cx, daily);
    Arc::new(chart)
}

/// The target as a line that steps where it changed.
fn target_steps(bars: &[Bar], at: impl Fn(NaiveDate) -> f64, end: f64) -> Vec<Step> {
    let last = bars.len().saturating_sub(1);
    let with_target = bars.iter().enumerate().filter(|(_, bar)| bar.target_minutes > 0.0);
    let steps = with_target.map(|(nth, bar)| {
        // The last target goes on to the edge: it holds for the days ahead too.
        let to = if nth == last { end } else { at(bar.to) + 1.0 };
        Step { from: at(bar.from), to, height: bar.target_minutes }
    });
    steps.collect()
}

/// "- - target 14, then 16 min", and the box of a free day where there is one.
fn legend(cx: &Cx, daily: &Daily) -> Vec<Key> {
    let mut keys = Vec::new();
    if daily.bars.iter().any(|bar| bar.rest.is_some()) {
        keys.push(Key::new(cx.text.get("progress-rest"), Sign::Box, Colour::Muted));
    }
    if let (Some(first), Some(last)) = (daily.targets.first(), daily.targets.last()) {
        let id = match daily.targets.len() {
            1 => "progress-target-one",
            2 => "progress-target-changed",
            _ => "progress-target-from-to",
        };
        let words = cx.text.with(id, &[("first", (*first).into()), ("last", (*last).into())]);
        keys.push(Key::new(words, Sign::Dashes, Colour::Ink));
    }
    if !daily.means.is_empty() {
        keys.push(Key::new(cx.text.get("progress-mean"), Sign::Line, Colour::Stage(2)));
    }
    keys
}

/// What a bar says: a day everything, a week or month its mean.
fn bar_words(cx: &Cx, view: &PageView, bar: &Bar, grain: Grain) -> String {
    if let Some(day) = cx.derived.days.get(bar.from).filter(|_| grain == Grain::Day) {
        return day_words(cx, &view.whole.feelings.days, day);
    }
    let range =
        [("first", format::date_short(cx.text, bar.from).into()), ("last", format::date_short(cx.text, bar.to).into())];
    let days = cx.text.with("date-range", &range);
    let minutes = format::duration(cx.text, (bar.minutes * 60.0).round().max(0.0) as u64);
    cx.text.with("progress-bar-mean", &[("days", days.into()), ("minutes", minutes.into())])
}

/// The bars as a table, newest first; free days are named where there are any.
fn figures(cx: &Cx, daily: &Daily) -> Table {
    let has_rest = daily.bars.iter().any(|bar| bar.rest.is_some());
    let heads = ["progress-table-day", "progress-table-minutes", "progress-table-target", "progress-table-sessions"];
    let has_mean = !daily.means.is_empty();
    let last = [has_mean.then_some("progress-table-mean"), has_rest.then_some("progress-table-rest")];
    let heads = heads.into_iter().chain(last.into_iter().flatten());
    let mean = |day: NaiveDate| {
        let found = daily.means.binary_search_by_key(&day, |mean| mean.0);
        found.map_or(Cell::Empty, |nth| Cell::Minutes(daily.means[nth].1))
    };
    let rows = daily.bars.iter().rev().map(|bar| {
        let cells = [
            if daily.grain == Grain::Day { Cell::Day(bar.from) } else { Cell::From(bar.from) },
            Cell::Minutes(bar.minutes),
            Cell::Number(bar.target_minutes, 1),
            Cell::Number(bar.sessions.into(), 0),
        ];
        let last = [has_mean.then(|| mean(bar.from)), has_rest.then(|| rest_cell(cx, bar.rest))];
        cells.into_iter().chain(last.into_iter().flatten())
    });
    Table::new(heads.map(|id| cx.text.get(id))).with(rows)
}

/// The name of a rest, empty for none.
pub fn rest_cell(cx: &Cx, rest: Option<RestKind>) -> Cell {
    rest.map_or(Cell::Empty, |rest| Cell::Text(cx.text.get(rest_id(rest))))
}

/// The one sentence under the chart.
fn sentence(cx: &Cx, daily: &Daily, range: Range) -> String {
    if daily.days_done == 0 {
        return cx.text.get("progress-daily-none");
    }
    if daily.days_done == 1 && cx.derived.totals.all.days_done == 1 {
        return cx.text.get("progress-daily-first");
    }
    let Some(middle) = daily.middle.filter(|_| daily.days_done >= DAYS_FOR_MIDDLE) else {
        return cx.text.with("progress-daily-few", &[("days", daily.days_done.into())]);
    };
    let worked = [
        ("done", daily.days_done.into()),
        ("days", daily.days_open.into()),
        ("minutes", format::decimal(middle, 0).into()),
    ];
    let mut words = cx.text.with("progress-daily-worked", &worked);
    if let Some(before) = daily.middle_before {
        words = format!("{words}{}", compared(cx, middle.round() - before.round(), range));
    }
    let grain = match daily.grain {
        Grain::Day => return cx.text.with("progress-daily-end", &[("words", words.into())]),
        Grain::Week => cx.text.get("progress-daily-weeks"),
        Grain::Month => cx.text.get("progress-daily-months"),
    };
    let end = cx.text.with("progress-daily-end", &[("words", words.into())]);
    cx.text.with("progress-two-sentences", &[("first", end.into()), ("second", grain.into())])
}

fn compared(cx: &Cx, change: f64, range: Range) -> String {
    let period = range.before(cx.derived.today, cx.derived.today);
    let name = match (range.span, period) {
        (Span::Month, Some(before)) => {
            let month = format::month_name(cx.text, chrono::Datelike::month(&before.from));
            cx.text.with("progress-in", &[("period", month.into())])
        }
        (Span::Year, Some(before)) => {
            let year = chrono::Datelike::year(&before.from).to_string();
            cx.text.with("progress-in", &[("period", year.into())])
        }
        _ => {
            let days = period.map_or(0, Period::count_days);
            cx.text.with("progress-in-days-before", &[("days", days.into())])
        }
    };
    let id = match change {
        change if change > 0.0 => "progress-more",
        change if change < 0.0 => "progress-fewer",
        _ => "progress-as-many",
    };
    cx.text.with(id, &[("minutes", format::decimal(change.abs(), 0).into()), ("then", name.into())])
}
