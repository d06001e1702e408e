//! How the sessions were, day by day, with the average of the days around.

use chrono::Datelike;

use crate::domain::rewards::EnjoyedDay;
use crate::exchange::chart::{Axis, Chart, Colour, Key, Layer, Mark, Names, Point, Sign, Stroke};
use crate::exchange::table::{Cell, Table};
use crate::ui::cx::Cx;
use crate::ui::format;

/// Most days drawn, the newest, and most marks on their axis.
const MOST: usize = 60;
const MOST_MARKS: usize = 6;
/// Days in the moving average, and sessions from which an average is told.
const AROUND: usize = 7;
const ENOUGH: u32 = 5;
/// Sessions that are told apart as the newest.
const RECENT: u32 = 10;

/// The chart of the newest days.
pub(super) fn chart(cx: &Cx<'_>, all: &[EnjoyedDay]) -> Chart {
    let days = &all[all.len().saturating_sub(MOST)..];
    let title = cx.text.get("rewards-enjoyed-title");
    let names = Names { file: title.clone(), title, sentence: sentence(cx, all) };
    let rating = |value: u8| Mark::new(f64::from(value), value.to_string());
    let y = Axis::new(0.6, 5.4, (1..=5).map(rating).collect());
    let every = days.len().div_ceil(MOST_MARKS).max(1);
    let dated = |(nth, day): (usize, &EnjoyedDay)| {
        let month = format::month_short(cx.text, day.day.month());
        let values = [("day", day.day.day().to_string().into()), ("month", month.into())];
        Mark::new(nth as f64 + 0.5, cx.text.with("date-day-month", &values))
    };
    let marks = days.iter().enumerate().step_by(every).map(dated).collect();
    let mut chart = Chart::new(names, Axis::new(0.0, days.len().max(10) as f64, marks), y);
    let x = |nth: usize| nth as f64 + 0.5;
    let points: Vec<Point> = days.iter().enumerate().map(|(nth, day)| [x(nth), day.mean]).collect();
    chart.push(Layer::Dots { points, colour: Colour::Stage(0) });
    chart.legend = vec![Key::new(cx.text.get("rewards-enjoyed-legend"), Sign::Dot, Colour::Stage(0))];
    if days.len() >= AROUND {
        let points: Vec<Point> =
            (AROUND..=days.len()).map(|end| [x(end - 1), mean(&days[end - AROUND..end])]).collect();
        chart.push(Layer::Line { points, colour: Colour::Stage(3), stroke: Stroke::Solid });
        chart.legend.push(Key::new(cx.text.get("rewards-enjoyed-legend-line"), Sign::Line, Colour::Stage(3)));
    }
    let headings = ["progress-table-day", "rewards-table-enjoyed", "rewards-table-rated"].map(|id| cx.text.get(id));
    let row = |day: &EnjoyedDay| [Cell::Day(day.day), Cell::Number(day.mean, 1), Cell::Number(f64::from(day.n), 0)];
    chart.table = Table::new(headings).with(days.iter().rev().map(row));
    chart
}

/// What is said of a place: "Mon 23 Nov: 4.5 of 5".
pub(super) fn words(cx: &Cx<'_>, all: &[EnjoyedDay], x: f64) -> Option<String> {
    let days = &all[all.len().saturating_sub(MOST)..];
    let day = days.get(x.floor().max(0.0) as usize)?;
    let values =
        [("day", format::day(cx.text, day.day, cx.today).into()), ("mean", format::decimal(day.mean, 1).into())];
    Some(cx.text.with("rewards-enjoyed-day", &values))
}

/// The mean over sessions, not over days.
fn mean(days: &[EnjoyedDay]) -> f64 {
    let n: u32 = days.iter().map(|day| day.n).sum();
    days.iter().map(|day| day.mean * f64::from(day.n)).sum::<f64>() / f64::from(n.max(1))
}

/// "On average 3.9 of 5 (n = 41). The newest 10: 4.2 of 5."
fn sentence(cx: &Cx<'_>, all: &[EnjoyedDay]) -> String {
    let n: u32 = all.iter().map(|day| day.n).sum();
    if n == 0 {
        return cx.text.get("rewards-enjoyed-none");
    }
    if n < ENOUGH {
        return cx.text.with("rewards-enjoyed-few", &[("n", n.into())]);
    }
    let told = format::decimal(mean(all), 1);
    let first = cx.text.with("rewards-enjoyed-mean", &[("mean", told.into()), ("n", n.into())]);
    let mut from = all.len();
    let mut recent = 0;
    while recent < RECENT && from > 0 {
        from -= 1;
        recent += all[from].n;
    }
    if n < 2 * RECENT {
        return first;
    }
    let newest = format::decimal(mean(&all[from..]), 1);
    let second = cx.text.with("rewards-enjoyed-recent", &[("recent", recent.into()), ("mean", newest.into())]);
    cx.text.with("progress-two-sentences", &[("first", first.into()), ("second", second.into())])
}
