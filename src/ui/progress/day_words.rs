//! Everything about a day, as every chart tells it of the day that is pointed at.

use chrono::NaiveDate;

use crate::domain::insight::days::Day;
use crate::domain::insight::feelings::FeltDay;
use crate::domain::rest::RestKind;
use crate::exchange::chart::Chart;
use crate::exchange::table::Cell;
use crate::ui::charts::cell_words;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::text::FluentValue;

use super::daily::Grain;
use super::range::Period;
use super::view::PageView;

/// Everything about a day: "Mon 23 Nov: 18 min of 15 · in 2 sessions · 320 words · energy 4 of 5", "Mon 23 Nov: ill".
///
/// `felt` are days with ratings, oldest first.
pub fn day_words(cx: &Cx, felt: &[FeltDay], day: &Day) -> String {
    let mut parts = vec![minutes_of_day(cx, day)];
    if day.sessions > 0 {
        parts.push(cx.text.with("progress-in-sessions", &[("sessions", day.sessions.into())]));
    }
    let unit = cx.model.goal().and_then(|goal| goal.measure.as_ref()).map(|measure| measure.unit.clone());
    if let Some(unit) = unit.filter(|_| day.counted != 0.0) {
        let values = [("amount", format::decimal(day.counted, 1).into()), ("unit", unit.into())];
        parts.push(cx.text.with("progress-amount", &values));
    }
    if let Some(felt) = felt_on(felt, day.day) {
        parts.extend(felt_words(cx, felt));
    }
    if let Some(rest) = day.rest.filter(|_| day.focus_secs > 0) {
        parts.push(cx.text.get(rest_id(rest)));
    }
    in_a_row(cx, parts)
}

/// The day, and what the chart's table says of it besides.
pub fn day_and_row(cx: &Cx, view: &PageView, chart: &Chart, day: NaiveDate) -> Option<String> {
    let told = cx.derived.days.get(day).map(|day| day_words(cx, &view.whole.feelings.days, day));
    let row = chart.table.rows().find(|row| row.first() == Some(&Cell::Day(day)));
    // The minutes and counts of the day itself are told already.
    let own = ["progress-table-minutes", "progress-table-target", "progress-table-sessions"].map(|id| cx.text.get(id));
    let row = row.and_then(|row| named(cx, chart, row, |heading| !own.iter().any(|own| own == heading)));
    let lines: Vec<String> = told.into_iter().chain(row).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The week or month that a day lies in, as far as the chart shows it, with its row of the table; one without a figure has
/// none.
pub fn stretch<'a>(cx: &Cx, chart: &'a Chart, day: NaiveDate) -> Option<(Period, &'a [Cell])> {
    let (grain, week_start) = (Grain::of(chart.x.to as i64), cx.model.settings.week_start);
    let last = chart.day_at(chart.x.to - 1.0)?;
    let stretch = |row: &'a [Cell]| match row.first()? {
        Cell::From(from) => Some((Period { from: *from, to: grain.end(*from, week_start).min(last) }, row)),
        _ => None,
    };
    chart.table.rows().filter_map(stretch).find(|(days, _)| days.holds(day))
}

/// What the table says of the week or month that a day lies in: "from 2 November 2026 · Words 320".
pub fn stretch_words(cx: &Cx, chart: &Chart, day: NaiveDate) -> Option<String> {
    let (_, row) = stretch(cx, chart, day)?;
    let from = row.first().map(|from| cell_words(cx.text, from, cx.today))?;
    let from = cx.text.with("progress-since", &[("date", from.into())]);
    Some(in_a_row(cx, std::iter::once(from).chain(named(cx, chart, row, |_| true))))
}

/// Everything a row says: "Mon 23 Nov · Motivation before 2 · Motivation after 4".
pub fn row_words(cx: &Cx, chart: &Chart, row: usize) -> Option<String> {
    let row = chart.table.rows().nth(row)?;
    let first = row.first().map(|first| cell_words(cx.text, first, cx.today))?;
    Some(in_a_row(cx, std::iter::once(first).chain(named(cx, chart, row, |_| true))))
}

/// The figures of a row whose heading is `wanted`: "In all 8 420 · Target line 9 000".
fn named(cx: &Cx, chart: &Chart, row: &[Cell], wanted: impl Fn(&str) -> bool) -> Option<String> {
    let cells = row.iter().zip(chart.table.headings()).skip(1);
    let cells = cells.filter(|(cell, heading)| **cell != Cell::Empty && wanted(heading));
    let words = cells.map(|(cell, heading)| {
        let values = [("name", heading.as_str().into()), ("value", cell_words(cx.text, cell, cx.today).into())];
        cx.text.with("progress-row", &values)
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| in_a_row(cx, words))
}

/// The id of a rest's name.
pub fn rest_id(rest: RestKind) -> &'static str {
    match rest {
        RestKind::Rest => "progress-rest",
        RestKind::Ill => "progress-ill",
        RestKind::Travel => "progress-travel",
    }
}

fn in_a_row(cx: &Cx, parts: impl IntoIterator<Item = String>) -> String {
    let joined =
        |first: String, second: String| cx.text.with("list-dot", &[("first", first.into()), ("second", second.into())]);
    parts.into_iter().reduce(joined).unwrap_or_default()
}

fn minutes_of_day(cx: &Cx, day: &Day) -> String {
    let date: FluentValue<'_> = format::date_short(cx.text, day.day).into();
    if let Some(rest) = day.rest.filter(|_| day.focus_secs <= 0) {
        return cx.text.with("progress-day-free", &[("date", date), ("rest", cx.text.get(rest_id(rest)).into())]);
    }
    let minutes = format::duration(cx.text, day.focus_secs.max(0).unsigned_abs());
    let values = [("date", date), ("minutes", minutes.into()), ("target", day.target_minutes.to_string().into())];
    cx.text.with(if day.target_minutes > 0 { "progress-day" } else { "progress-day-plain" }, &values)
}

fn felt_on(days: &[FeltDay], day: NaiveDate) -> Option<&FeltDay> {
    days.binary_search_by_key(&day, |felt| felt.day).ok().map(|nth| &days[nth])
}

/// "motivation 2 → 4", "energy 4 of 5"; of several sessions the mean.
fn felt_words(cx: &Cx, felt: &FeltDay) -> impl Iterator<Item = String> {
    let figure = |value: f64| format::decimal(value, 1);
    let motivation = felt.before.zip(felt.after).map(|(before, after)| {
        let values = [("before", figure(before.value).into()), ("after", figure(after.value).into())];
        cx.text.with("progress-feelings-motivation", &values)
    });
    let energy = felt
        .energy
        .map(|energy| cx.text.with("progress-feelings-energy-of", &[("energy", figure(energy.value).into())]));
    motivation.into_iter().chain(energy)
}
