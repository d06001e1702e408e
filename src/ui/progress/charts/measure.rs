//! The measure summed up over all days, against its target line, and where it leads if it goes on like that.
//!
//! What lies ahead is shown by the rules of evidence.md §6 only: a likely range from enough days, else the planned rate.

use chrono::{Datelike, Days as Span, NaiveDate};

use crate::domain::insight::forecast::{Finish, Forecast, LEAST_ACTIVE_DAYS, LEAST_DAYS, Outlook};
use crate::domain::insight::target_line::TargetLine;
use crate::domain::measure::Measure;
use crate::exchange::chart::{self, Axis, Chart, Colour, EventKind, Key, Layer, Point, Sign, Stroke};
use crate::exchange::table::{Cell, Table};
use crate::ui::format;
use crate::ui::progress::range::Period;

use super::events;
use super::source::{Source, amounts_axis, days_axis, morning, names, thinned};

/// Most points of the line; more days are thinned out.
const MOST_POINTS: usize = 600;
/// What lies ahead takes at most so many times the room of what has been, and may always take so many days.
const MOST_AHEAD: i64 = 6;
const ALWAYS_AHEAD: i64 = 28;
/// Room that is kept free after today, as a share of the days that have been.
const FREE_AHEAD: i64 = 8;
/// From this share of the total on the axis goes up to it; below, to what is drawn, so that a beginning does not lie flat.
const TOTAL_IN_VIEW: f64 = 0.5;
/// Days that have been which always get room.
const LEAST_PAST: u64 = 13;
/// Past ranges of the forecast from which their record is told.
const JUDGED: u32 = 5;

/// What the measure came to and where it leads.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    pub measure: &'a Measure,
    pub line: Option<&'a TargetLine>,
    /// None without a total, and until it is worked out.
    pub forecast: Option<&'a Forecast>,
}

/// The chart of all days since the goal began, whatever the range shown; its sentence speaks of the range too.
pub fn chart(source: &Source, figures: Figures) -> Chart {
    let period = whole(source, figures);
    let days = source.derived.days.as_slice();
    let mut sum = source.derived.days.elsewhere().counted;
    let sums: Vec<(NaiveDate, f64, f64)> = days
        .iter()
        .map(|day| {
            sum += day.counted;
            (day.day, day.counted, sum)
        })
        .collect();
    let title = match figures.measure.total {
        Some(_) => "progress-measure-title",
        None => "progress-measure-title-bare",
    };
    let unit = format::capitalised(&figures.measure.unit);
    let title = source.text.with(title, &[("unit", unit.clone().into())]);
    let names = names(title, sentence(source, figures, sum), period);
    let mut chart = Chart::new(names, days_axis(source.text, period), Axis::default());
    chart.first_day = Some(period.from);
    ahead(&mut chart, source, figures, period);
    counted(&mut chart, source, &sums, period, &unit);
    let kinds = [EventKind::Experiment, EventKind::Stage, EventKind::Rest, EventKind::Today];
    chart.events = events::of(source, period, &kinds);
    chart.table = table(source, figures, &sums, unit);
    scaled(chart, source, figures.measure)
}

/// The chart on an axis from zero up to the total, or only to what is drawn where the total is far off; it says so then.
fn scaled(mut chart: Chart, source: &Source, measure: &Measure) -> Chart {
    let drawn = chart.highest();
    let far = measure.total.filter(|total| drawn < total * TOTAL_IN_VIEW && !chart.is_blank());
    if far.is_some() {
        let above = source.text.get("progress-measure-above");
        chart.names.sentence = source.two(std::mem::take(&mut chart.names.sentence), above);
    }
    let highest = measure.total.filter(|_| far.is_none()).map_or(drawn, |total| total.max(drawn));
    chart.scaled(amounts_axis(source.text, highest))
}

/// From the goal's first day to the end of what is likely, as far as there is room for it.
fn whole(source: &Source, figures: Figures) -> Period {
    let today = source.today();
    let first = source.derived.days.iter().next().map_or(today, |day| day.day);
    let from = first.min(today.checked_sub_days(Span::new(LEAST_PAST)).unwrap_or(first));
    let likely = figures.forecast.and_then(|forecast| match forecast.outlook {
        Outlook::PlannedPace(day) => Some(day),
        outlook => outlook.finish().map(|finish| forecast.date(finish.p90)),
    });
    let target = figures.line.map(|line| line.target_date);
    let later = |days: i64| today.checked_add_days(Span::new(days.unsigned_abs())).unwrap_or(today);
    let most = later(((today - first).num_days() * MOST_AHEAD).max(ALWAYS_AHEAD));
    let free = later((today - from).num_days() / FREE_AHEAD);
    let end = likely.into_iter().chain(target).max().unwrap_or(today);
    Period { from, to: end.min(most).max(free) }
}

/// What has been counted, as a line to the present sum.
fn counted(chart: &mut Chart, source: &Source, sums: &[(NaiveDate, f64, f64)], period: Period, unit: &str) {
    if chart.layers().is_empty() && sums.iter().all(|day| day.2 == 0.0) {
        return;
    }
    let keep = thinned(sums.len(), MOST_POINTS);
    let before = sums.first().map_or(0.0, |first| first.2 - first.1);
    let start = sums.first().map(|first| [morning(period.from, first.0), before]);
    let kept = sums.iter().enumerate().filter(|(nth, _)| keep(*nth)).map(|(_, day)| day);
    let evenings = kept.map(|(day, _, sum)| [morning(period.from, *day) + 0.999, *sum]);
    let points: Vec<Point> = start.into_iter().chain(evenings).collect();
    chart.legend.insert(0, Key::new(unit.to_owned(), Sign::Line, Colour::Stage(1)));
    if let Some(end) = points.last() {
        let name = super::source::short_amount(source.text, end[1]);
        let end = Layer::End { at: *end, name, colour: Colour::Stage(1) };
        chart.push(Layer::Line { points, colour: Colour::Stage(1), stroke: Stroke::Solid });
        chart.push(end);
    }
}

/// The target line, and what is likely or planned from here.
fn ahead(chart: &mut Chart, source: &Source, figures: Figures, period: Period) {
    let end = chart.x.to;
    if let Some((forecast, total)) = figures.forecast.zip(figures.measure.total) {
        let from = [morning(period.from, forecast.first), total - forecast.rest];
        match forecast.outlook {
            Outlook::PlannedPace(day) => {
                let to = [morning(period.from, day) + 1.0, total];
                let points = cut(from, to, end).to_vec();
                chart.push(Layer::Line { points, colour: Colour::Stage(1), stroke: Stroke::Dashed });
                chart.legend.push(key(source, "progress-measure-planned", Sign::Dashes, Colour::Stage(1)));
            }
            outlook => {
                if let Some(finish) = outlook.finish() {
                    likely(chart, source, finish, (from, total, end));
                }
            }
        }
    }
    if let Some(line) = figures.line {
        let points = drawn(line, morning(period.from, line.start), end);
        chart.push(Layer::Line { points, colour: Colour::Muted, stroke: Stroke::Dashed });
        chart.legend.push(key(source, "progress-measure-line", Sign::Dashes, Colour::Muted));
    }
}

/// The points of the target line on an axis on which its day 0 lies at `start`, as far as the axis goes.
fn drawn(line: &TargetLine, start: f64, end: f64) -> Vec<Point> {
    let all: Vec<Point> = line.line.points().iter().map(|(day, value)| [start + day, *value]).collect();
    let inside = all.iter().copied().filter(|point| point[0] <= end);
    let rest = all.windows(2).find(|pair| pair[0][0] <= end && end < pair[1][0]);
    inside.chain(rest.map(|pair| cut(pair[0], pair[1], end)[1])).collect()
}

/// The likely range: between the pace that is done after P10 days and that after P90.
fn likely(chart: &mut Chart, source: &Source, finish: Finish, (from, total, end): (Point, f64, f64)) {
    let [p10, p50, p90] = [finish.p10, finish.p50, finish.p90].map(|days| from[0] + f64::from(days));
    let on = |to: f64, x: f64| (from[1] + (total - from[1]) * (x - from[0]) / (to - from[0])).min(total);
    let mut stops = vec![from[0], p10.min(end), p90.min(end)];
    stops.dedup();
    let points = stops.into_iter().map(|x| chart::Span { x, low: on(p90, x), high: on(p10, x) }).collect();
    chart.push(Layer::Band { points, colour: Colour::Band });
    let points = cut(from, [p50, total], end).to_vec();
    chart.push(Layer::Line { points, colour: Colour::Stage(1), stroke: Stroke::Dashed });
    chart.legend.push(key(source, "progress-measure-likely", Sign::Block, Colour::Band));
}

fn key(source: &Source, id: &str, sign: Sign, colour: Colour) -> Key {
    Key::new(source.text.get(id), sign, colour)
}

/// A straight line, cut off where the axis ends.
fn cut(from: Point, to: Point, end: f64) -> [Point; 2] {
    if to[0] <= end || to[0] <= from[0] {
        return [from, to];
    }
    let share = (end - from[0]) / (to[0] - from[0]);
    [from, [end, from[1] + (to[1] - from[1]) * share]]
}

/// Newest first: what is likely, then every day since the first count.
fn table(source: &Source, figures: Figures, sums: &[(NaiveDate, f64, f64)], unit: String) -> Table {
    let mut headings = vec![source.text.get("progress-table-day"), unit, source.text.get("progress-table-sum")];
    headings.extend(figures.line.map(|_| source.text.get("progress-table-line")));
    let mut table = Table::new(headings);
    let total = || Cell::Number(figures.measure.total.unwrap_or(0.0), 1);
    for (id, when) in ends(source, figures.forecast) {
        let words = source.text.with(id, &[("when", when.into())]);
        table.push([Cell::Text(words), Cell::Empty, total()]);
    }
    let first = sums.iter().position(|day| day.1 != 0.0).unwrap_or(sums.len());
    for (day, amount, sum) in sums[first..].iter().rev() {
        let row = [Cell::Day(*day), Cell::Number(*amount, 1), Cell::Number(*sum, 1)];
        let line = figures.line.and_then(|line| line.on(*day)).map(|value| Cell::Number(value, 1));
        table.push(row.into_iter().chain(line));
    }
    table
}

/// The ends of the likely range in words, the last first.
fn ends(source: &Source, forecast: Option<&Forecast>) -> Vec<(&'static str, String)> {
    let Some(forecast) = forecast else { return Vec::new() };
    let rows = |finish: Finish, words: &dyn Fn(NaiveDate) -> String| {
        [
            ("progress-table-latest", finish.p90),
            ("progress-table-middle", finish.p50),
            ("progress-table-earliest", finish.p10),
        ]
        .map(|(id, days)| (id, words(forecast.date(days))))
        .to_vec()
    };
    match forecast.outlook {
        Outlook::Likely(finish) => rows(finish, &|day| source.date(day)),
        Outlook::MonthOnly(finish) => rows(finish, &|day| format::month_year(source.text, day)),
        Outlook::PlannedPace(day) => vec![("progress-table-planned", source.date(day))],
        Outlook::DoneToday | Outlook::TooLittle | Outlook::NotInSight => Vec::new(),
    }
}

/// Where it leads, then how it stands to the target line.
fn sentence(source: &Source, figures: Figures, sum: f64) -> String {
    let first = match (figures.forecast, figures.measure.total) {
        (Some(forecast), _) => outlook_words(source, figures.measure, forecast),
        (None, Some(_)) => source.text.get("progress-measure-working"),
        (None, None) => so_far(source, figures.measure, sum),
    };
    match figures.line.and_then(|line| line_words(source, figures.measure, line)) {
        Some(second) => source.two(first, second),
        None => first,
    }
}

/// "8 420 words so far, 1 240 of them in these days. A total would show where this leads."
fn so_far(source: &Source, measure: &Measure, sum: f64) -> String {
    let within: f64 = source.days().iter().map(|day| day.counted).sum();
    let values = [
        ("sum", format::decimal(sum, 1).into()),
        ("unit", measure.unit.as_str().into()),
        ("part", format::decimal(within, 1).into()),
    ];
    source.text.with(if sum == 0.0 { "progress-measure-none" } else { "progress-measure-so-far" }, &values)
}

fn outlook_words(source: &Source, measure: &Measure, forecast: &Forecast) -> String {
    let window = || ("window", source.stretch(forecast.days).into());
    let between = |first: String, last: String| {
        let id = if first == last { "progress-measure-likely-in" } else { "progress-measure-likely-between" };
        let words = source.text.with(id, &[window(), ("first", first.into()), ("last", last.into())]);
        match record_words(source, forecast) {
            Some(record) => source.two(words, record),
            None => words,
        }
    };
    let too_little = || {
        let values = [
            ("least", LEAST_DAYS.into()),
            ("leastActive", LEAST_ACTIVE_DAYS.into()),
            ("days", forecast.days.into()),
            ("active", forecast.active_days.into()),
            ("unit", measure.unit.as_str().into()),
        ];
        source.text.with("progress-measure-too-little", &values)
    };
    match forecast.outlook {
        Outlook::DoneToday => {
            let total = format::decimal(measure.total.unwrap_or(0.0), 1);
            let values = [("total", total.into()), ("unit", measure.unit.as_str().into())];
            source.text.with("progress-measure-done", &values)
        }
        Outlook::TooLittle => too_little(),
        Outlook::PlannedPace(day) => {
            let planned = source.text.with("progress-measure-at-pace", &[("date", source.date(day).into())]);
            source.two(planned, too_little())
        }
        Outlook::Likely(finish) => {
            between(source.date(forecast.date(finish.p10)), source.date(forecast.date(finish.p90)))
        }
        Outlook::MonthOnly(finish) => {
            let [first, last] = [finish.p10, finish.p90].map(|days| forecast.date(days));
            between(month(source, first, last), format::month_year(source.text, last))
        }
        Outlook::NotInSight => source.text.with("progress-measure-not-in-sight", &[window()]),
    }
}

/// The month in which a range begins; its year only where the range ends in another.
fn month(source: &Source, first: NaiveDate, last: NaiveDate) -> String {
    if first.year() == last.year() && first.month() != last.month() {
        format::month_name(source.text, first.month())
    } else {
        format::month_year(source.text, first)
    }
}

/// "Of 10 ranges of four weeks, worked out in hindsight, 8 held."
fn record_words(source: &Source, forecast: &Forecast) -> Option<String> {
    let record = forecast.record;
    let values = [("held", record.held.into()), ("of", record.of.into())];
    (record.of >= JUDGED).then(|| source.text.with("progress-measure-record", &values))
}

/// Safe days while it is ahead of the line, else the pace from here; then what is due by when. Never a reproach.
fn line_words(source: &Source, measure: &Measure, line: &TargetLine) -> Option<String> {
    let pace = line.pace_needed.map(|pace| format::decimal(pace, 1));
    let amount = |in_days: u32| format::decimal(line.due(in_days), 1);
    let unit = || ("unit", measure.unit.as_str().into());
    let (first, due) = match (line.safe_days?, pace) {
        (0, None) => return Some(source.text.get("progress-measure-new-date")),
        (0, Some(pace)) => {
            let (total, date) = (format::decimal(line.total, 1), source.date(line.target_date));
            let values = [("pace", pace.into()), ("total", total.into()), unit(), ("date", date.into())];
            let due = [("due", amount(0).into()), ("next", amount(1).into()), unit()];
            (source.text.with("progress-measure-pace", &values), source.text.with("progress-measure-due", &due))
        }
        (days, _) => {
            let day = source.today().checked_add_days(Span::new(u64::from(days))).unwrap_or(line.target_date);
            let due = [("due", amount(days).into()), unit(), ("date", source.date(day).into())];
            let first = source.text.with("progress-measure-safe", &[("days", days.into())]);
            (first, source.text.with("progress-measure-due-on", &due))
        }
    };
    let words = source.two(first, due);
    let turns = |day| source.text.with("progress-measure-turns", &[("date", source.date(day).into())]);
    Some(match line.turns_on {
        Some(day) => source.two(words, turns(day)),
        None => words,
    })
}
