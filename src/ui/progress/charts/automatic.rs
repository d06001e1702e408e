//! Automaticity: the person's own ratings as dots, and a curve only when the rules of evidence.md §2 allow one.

use crate::domain::insight::automaticity::{
    Automaticity, Curve, LEAST_RATINGS, LEAST_SESSIONS, LEAST_SPAN_DAYS, POPULATION_DAYS, Reach, Reading,
};
use crate::exchange::chart::{Axis, Chart, Colour, EventKind, Key, Layer, Mark, Sign, Span, Stroke};
use crate::exchange::table::{Cell, Table};
use crate::ui::format;
use crate::ui::progress::range::Period;

use super::events;
use super::source::{Source, names};

/// Days shown at least: the whole of the grey band.
const LEAST_DAYS: u32 = 196;
/// Points of a drawn curve.
const POINTS: u32 = 96;
/// Most marks of days.
const MOST_MARKS: u32 = 8;

/// The chart of all ratings, whatever the range shown; none stands for no rating yet.
pub fn chart(source: &Source, automaticity: Option<&Automaticity>) -> Chart {
    let first = automaticity.map_or(source.today(), |found| found.first);
    let since = u32::try_from((source.today() - first).num_days()).unwrap_or(0);
    let days = since.max(LEAST_DAYS);
    let to = first.checked_add_days(chrono::Days::new(u64::from(days))).unwrap_or(first);
    let title = source.text.get("progress-automatic-title");
    let period = Period { from: first, to: source.today() };
    let names = names(title, sentence(source, automaticity), period);
    let percent = |share: f64| Mark::new(share, format::decimal(share, 0));
    let y = Axis::new(0.0, 100.0, [0.0, 25.0, 50.0, 75.0, 100.0].map(percent).to_vec());
    let mut chart = Chart::new(names, axis(source, days), y);
    chart.first_day = Some(first);
    population(&mut chart, source);
    if let Some(found) = automaticity {
        ratings(&mut chart, source, found, days);
        chart.events = events::of(source, Period { from: first, to }, &[EventKind::Experiment]);
    }
    chart.table = table(source, automaticity);
    chart
}

/// Days since the first session.
fn axis(source: &Source, days: u32) -> Axis {
    let steps = [30, 60, 90, 180, 360, 720];
    let step = steps.into_iter().find(|step| days / step <= MOST_MARKS).unwrap_or(days);
    let marks = (0..=days / step.max(1)).map(|nth| nth * step);
    let marks = marks.map(|day| Mark::new(f64::from(day) + 0.5, format::count(u64::from(day))));
    let unit = source.text.get("progress-automatic-axis");
    Axis { unit, ..Axis::new(0.0, f64::from(days) + 1.0, marks.collect()) }
}

/// The grey band: the days within which most people level off.
fn population(chart: &mut Chart, source: &Source) {
    let ends = [*POPULATION_DAYS.start(), *POPULATION_DAYS.end()];
    let points = ends.map(|x| Span { x: x + 0.5, low: 0.0, high: 100.0 }).to_vec();
    chart.push(Layer::Band { points, colour: Colour::Line });
    let [first, last] = ends.map(|days| format::decimal(days, 0));
    let words = source.text.with("progress-automatic-band", &[("first", first.into()), ("last", last.into())]);
    chart.legend.push(Key::new(words, Sign::Block, Colour::Line));
}

fn ratings(chart: &mut Chart, source: &Source, found: &Automaticity, days: u32) {
    if let Reading::Fit { curve, reach } = found.reading {
        let seen = found.dots.last().map_or(0, |dot| dot.after_days);
        fitted(chart, curve, (seen, days));
        let id = match reach {
            Reach::Seen => "progress-automatic-curve",
            Reach::Extrapolated => "progress-automatic-curve-extrapolated",
        };
        chart.legend.push(Key::new(source.text.get("progress-automatic-range"), Sign::Block, Colour::Band));
        chart.legend.push(Key::new(source.text.get(id), Sign::Line, Colour::Stage(3)));
    }
    let points = found.dots.iter().map(|dot| [f64::from(dot.after_days) + 0.5, dot.score]).collect();
    chart.push(Layer::Dots { points, colour: Colour::Stage(3) });
    chart.legend.push(Key::new(source.text.get("progress-automatic-dots"), Sign::Dot, Colour::Stage(3)));
}

/// The curve to what was seen, dashed beyond, between the fastest and the slowest that are likely.
fn fitted(chart: &mut Chart, curve: Curve, (seen, days): (u32, u32)) {
    let at = |share: u32, of: u32| f64::from(of) * f64::from(share) / f64::from(POINTS);
    let with = |days: f64| Curve { p50: days, ..curve };
    let span = |x: f64| {
        let (fast, slow) = (with(curve.p10).at(x), with(curve.p90).at(x));
        Span { x: x + 0.5, low: fast.min(slow), high: fast.max(slow) }
    };
    let points = (0..=POINTS).map(|nth| span(at(nth, days))).collect();
    chart.push(Layer::Band { points, colour: Colour::Band });
    let until = (0..=POINTS).map(|nth| at(nth, seen)).map(|x| [x + 0.5, curve.at(x)]).collect();
    chart.push(Layer::Line { points: until, colour: Colour::Stage(3), stroke: Stroke::Solid });
    let beyond = (0..=POINTS).map(|nth| f64::from(seen) + at(nth, days.saturating_sub(seen)));
    let beyond = beyond.map(|x| [x + 0.5, curve.at(x)]).collect();
    chart.push(Layer::Line { points: beyond, colour: Colour::Stage(3), stroke: Stroke::Dashed });
}

fn table(source: &Source, automaticity: Option<&Automaticity>) -> Table {
    let ids = ["progress-table-day", "progress-table-after", "progress-table-rating", "progress-table-curve"];
    let dots = automaticity.iter().flat_map(|found| found.dots.iter().rev().map(|dot| (found.reading, dot)));
    let rows = dots.map(|(reading, dot)| {
        let curve = match reading {
            Reading::Fit { curve, .. } => Cell::Number(curve.at(f64::from(dot.after_days)), 0),
            Reading::TooEarly { .. } | Reading::NotPinnedDown | Reading::NoClearGrowth => Cell::Empty,
        };
        [Cell::Day(dot.day), Cell::Number(f64::from(dot.after_days), 0), Cell::Number(dot.score, 0), curve]
    });
    Table::new(source.headings(&ids)).with(rows)
}

fn sentence(source: &Source, automaticity: Option<&Automaticity>) -> String {
    let Some(found) = automaticity else { return source.text.get("progress-automatic-none") };
    let ratings = ("ratings", found.dots.len().into());
    let first = match found.reading {
        Reading::TooEarly { span_days, sessions, .. } => {
            let values = [
                ratings,
                ("days", span_days.into()),
                ("sessions", sessions.into()),
                ("leastRatings", LEAST_RATINGS.into()),
                ("leastDays", LEAST_SPAN_DAYS.into()),
                ("leastSessions", LEAST_SESSIONS.into()),
            ];
            return source.text.with("progress-automatic-early", &values);
        }
        Reading::NotPinnedDown => source.text.with("progress-automatic-open", &[ratings]),
        Reading::NoClearGrowth => source.text.with("progress-automatic-flat", &[ratings]),
        Reading::Fit { curve, reach } => {
            let [first, last] = [curve.p10, curve.p90].map(|days| format::decimal(days.round(), 0));
            let values = [ratings, ("first", first.into()), ("last", last.into()), ("sessions", found.sessions.into())];
            let id = match reach {
                Reach::Seen => "progress-automatic-fit",
                Reach::Extrapolated => "progress-automatic-fit-extrapolated",
            };
            source.text.with(id, &values)
        }
    };
    source.two(first, source.text.get("progress-automatic-others"))
}
