//! What was counted each day, as bars from zero; sums of weeks and months where days would be too thin.

use crate::domain::insight::median::median;
use crate::domain::measure::Measure;
use crate::exchange::chart::{Bar, BarKind, Chart, Colour, EventKind, Layer};
use crate::exchange::table::{Cell, Table};
use crate::ui::format;
use crate::ui::progress::daily::{DAYS_FOR_MIDDLE, Grain};

use super::events;
use super::source::{Source, amounts_axis};

/// The sum of one bar.
struct Sum {
    bar: Bar,
    first: Cell,
    days: u32,
}

/// The chart of the period.
pub fn chart(source: &Source, measure: &Measure) -> Chart {
    let (days, grain) = (source.days(), Grain::of(source.period.count_days()));
    let sums: Vec<Sum> = grain
        .groups(days, source.week_start(), |day| day.day)
        .filter_map(|days| {
            let (first, last) = (days.first()?, days.last()?);
            let height = days.iter().map(|day| day.counted).sum();
            let kind = match first.rest.filter(|_| grain == Grain::Day && height == 0.0 && !first.is_done()) {
                Some(_) => BarKind::Rest,
                None if last.day == source.today() => BarKind::Growing,
                None => BarKind::Done,
            };
            let ends = grain.end(first.day, source.week_start());
            // The week or month it is now may end beyond the chart.
            let to = (source.morning(ends) + 1.0).min(source.period.count_days() as f64);
            let bar = Bar { from: source.morning(first.day), to, height, kind };
            let first = if grain == Grain::Day { Cell::Day(first.day) } else { Cell::From(first.day) };
            Some(Sum { bar, first, days: days.iter().filter(|day| day.counted != 0.0).count() as u32 })
        })
        .collect();
    let highest = sums.iter().map(|sum| sum.bar.height).fold(0.0, f64::max);
    let unit = format::capitalised(&measure.unit);
    let title = source.text.with(title_id(grain), &[("unit", unit.clone().into())]);
    let names = source.names(title, sentence(source, measure, grain));
    let mut chart = Chart::new(names, source.days_axis(), amounts_axis(source.text, highest));
    chart.first_day = Some(source.period.from);
    let headings = [source.text.get("progress-table-day"), unit, source.text.get("progress-table-days")];
    let rows = sums
        .iter()
        .rev()
        .map(|sum| [sum.first.clone(), Cell::Number(sum.bar.height, 1), Cell::Number(f64::from(sum.days), 0)]);
    chart.table = Table::new(headings.into_iter().take(if grain == Grain::Day { 2 } else { 3 })).with(rows);
    chart.push(Layer::Bars { bars: sums.into_iter().map(|sum| sum.bar).collect(), colour: Colour::Stage(1) });
    chart.events = events::of(source, source.period, &[EventKind::Experiment, EventKind::Stage]);
    chart
}

fn title_id(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "progress-counts-title",
        Grain::Week => "progress-counts-title-week",
        Grain::Month => "progress-counts-title-month",
    }
}

fn sentence(source: &Source, measure: &Measure, grain: Grain) -> String {
    let amounts: Vec<f64> = source.days().iter().map(|day| day.counted).filter(|amount| *amount != 0.0).collect();
    let days = u32::try_from(amounts.len()).unwrap_or(u32::MAX);
    let sum: f64 = amounts.iter().sum();
    let values = |middle: f64| {
        [
            ("sum", format::decimal(sum, 1).into()),
            ("unit", measure.unit.as_str().into()),
            ("days", days.into()),
            ("middle", format::decimal(middle, 1).into()),
        ]
    };
    let words = match median(amounts) {
        None => return source.text.with("progress-counts-none", &values(0.0)),
        Some(_) if days < DAYS_FOR_MIDDLE => source.text.with("progress-counts-few", &values(0.0)),
        Some(middle) => source.text.with("progress-counts-middle", &values(middle)),
    };
    match grain {
        Grain::Day => words,
        Grain::Week => source.two(words, source.text.get("progress-sum-weeks")),
        Grain::Month => source.two(words, source.text.get("progress-sum-months")),
    }
}
