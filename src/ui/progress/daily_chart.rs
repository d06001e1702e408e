//! Draws the minutes a day: bars from zero, the stepped target, free days as dashed boxes, today lighter.

use chrono::NaiveDate;
use eframe::egui::{Painter, Rect, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use crate::domain::rest::RestKind;
use crate::ui::charts::{Axes, ChartCard, Column, View, dashed_box, day_marks, minute_marks, plot, table};
use crate::ui::cx::Cx;
use crate::ui::text::FluentValue;
use crate::ui::{format, widgets};

use super::daily::{Bar, DAYS_FOR_MIDDLE, Daily, Grain};
use super::range::{Period, Range, Span};
use super::view::PageView;

/// Share of its room a bar takes, and its most, in points.
const BAR_SHARE: f32 = 0.62;
const BAR_MOST: f32 = 28.0;
/// How much of a bar's colour shows while the day is not over.
const GROWING: f32 = 0.55;
/// Size of the box that marks a free day, in points.
const REST: f32 = 8.0;
/// Room for one mark of days, in points.
const MARK_ROOM: f32 = 64.0;

/// Shows the chart in its card, `height` points high; gives back the day that was clicked.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &PageView, range: Range, shown: &mut View, height: f32) -> Option<NaiveDate> {
    let daily = &view.daily;
    let sentence = sentence(cx, daily, range);
    let title = cx.text.get("progress-daily-title");
    let card = ChartCard { theme: cx.theme, text: cx.text, title: &title, sentence: &sentence };
    let mut clicked = None;
    card.show(
        ui,
        shown,
        |ui| legend(ui, cx, daily),
        |ui, shown| match shown {
            View::Picture => clicked = picture(ui, cx, view, &sentence, height),
            View::Table => figures(ui, cx, daily, height),
        },
    );
    clicked
}

/// "- - target 14, then 16 min", where there is room.
fn legend(ui: &mut Ui, cx: &Cx, daily: &Daily) {
    let (Some(first), Some(last)) = (daily.targets.first(), daily.targets.last()) else { return };
    if ui.available_width() < 300.0 {
        return;
    }
    let ends = [("first", (*first).into()), ("last", (*last).into())];
    let words = cx.text.with(
        match daily.targets.len() {
            1 => "progress-target-one",
            2 => "progress-target-changed",
            _ => "progress-target-from-to",
        },
        &ends,
    );
    ui.add_space(8.0);
    widgets::small(ui, cx.theme, &words);
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 16.0), eframe::egui::Sense::hover());
    let line = [rect.left_center(), rect.right_center()];
    ui.painter().extend(Shape::dashed_line(&line, target_stroke(cx), 4.0, 3.0));
}

fn target_stroke(cx: &Cx) -> Stroke {
    Stroke::new(1.2, cx.theme.ink.gamma_multiply(0.75))
}

fn picture(ui: &mut Ui, cx: &Cx, view: &PageView, sentence: &str, height: f32) -> Option<NaiveDate> {
    let (period, daily) = (view.period, &view.daily);
    let y_marks = minute_marks(daily.highest());
    let room = (ui.available_width() / MARK_ROOM) as usize;
    let axes = Axes {
        x: 0.0..=period.count_days() as f64,
        top: y_marks.last().map_or(10.0, |mark| mark.at),
        x_marks: day_marks(cx.text, period.from, period.to, room),
        y_marks,
        height,
    };
    let at = |day: NaiveDate| (day - period.from).num_days() as f64;
    let (response, transform) = plot(ui, cx.theme, "daily", sentence, &axes, |painter, transform| {
        for bar in &daily.bars {
            paint_bar(painter, transform, cx, bar, at(bar.from), daily.grain);
        }
        paint_target(painter, transform, cx, &daily.bars, at);
    });
    let hit = response.hover_pos().map(|pointer| transform.value_from_position(pointer).x)?;
    let bar = daily.bars.iter().find(|bar| at(bar.from) <= hit && hit < at(bar.to) + 1.0)?;
    let day = bar.from;
    let is_clicked = response.clicked() && bar.sessions > 0 && daily.grain == Grain::Day;
    response.on_hover_text_at_pointer(bar_words(cx, bar, daily.grain));
    is_clicked.then_some(day)
}

fn paint_bar(painter: &Painter, transform: &PlotTransform, cx: &Cx, bar: &Bar, start: f64, grain: Grain) {
    let days = (bar.ends - bar.from).num_days() as f64 + 1.0;
    let point = |x: f64, y: f64| transform.position_from_point(&PlotPoint::new(x, y));
    let (left, mut right) = (point(start, 0.0), point(start + days, 0.0));
    right.x = right.x.min(transform.frame().right() + 6.0);
    let middle = f32::midpoint(left.x, right.x);
    let room = right.x - left.x;
    if bar.rest.is_some() {
        let size = vec2((room * BAR_SHARE).clamp(4.0, 14.0), REST);
        let place = Rect::from_center_size(pos2(middle, left.y - REST / 2.0 - 1.0), size);
        dashed_box(painter, place, Stroke::new(1.0, cx.theme.muted));
        return;
    }
    if bar.minutes <= 0.0 {
        return;
    }
    let share = if grain == Grain::Day { BAR_SHARE } else { 0.76 };
    let width = (room * share).clamp(1.5, BAR_MOST);
    let top = point(start, bar.minutes).y.min(left.y - 2.0);
    let place = Rect::from_min_max(pos2(middle - width / 2.0, top), pos2(middle + width / 2.0, left.y));
    let colour = cx.theme.stage[0];
    let colour = if bar.is_growing { colour.gamma_multiply(GROWING) } else { colour };
    painter.rect_filled(place, (width / 4.0).min(3.0), colour);
}

/// The target as a dashed line that steps where it changed.
fn paint_target(painter: &Painter, transform: &PlotTransform, cx: &Cx, bars: &[Bar], at: impl Fn(NaiveDate) -> f64) {
    let end = transform.bounds().max()[0];
    let mut points = Vec::new();
    for (nth, bar) in bars.iter().enumerate() {
        if bar.target_minutes <= 0.0 {
            continue;
        }
        // The last target goes on to the edge: it holds for the days ahead too.
        let to = if nth + 1 == bars.len() { end } else { at(bar.to) + 1.0 };
        for x in [at(bar.from), to] {
            points.push(transform.position_from_point(&PlotPoint::new(x, bar.target_minutes)));
        }
    }
    points.dedup();
    painter.extend(Shape::dashed_line(&points, target_stroke(cx), 4.0, 3.0));
}

/// What a bar says: "Mon 23 Nov: 18 min of 15".
fn bar_words(cx: &Cx, bar: &Bar, grain: Grain) -> String {
    let minutes = minutes_words(cx, bar.minutes);
    if grain == Grain::Day {
        return day_words(cx, bar.from, bar.minutes, bar.target_minutes, bar.rest);
    }
    let range =
        [("first", format::date_short(cx.text, bar.from).into()), ("last", format::date_short(cx.text, bar.to).into())];
    let days = cx.text.with("date-range", &range);
    cx.text.with("progress-bar-mean", &[("days", days.into()), ("minutes", minutes.into())])
}

/// What a day says: "Mon 23 Nov: 18 min of 15", "Mon 23 Nov: ill".
pub fn day_words(cx: &Cx, day: NaiveDate, minutes: f64, target: f64, rest: Option<RestKind>) -> String {
    let date: FluentValue<'_> = format::date_short(cx.text, day).into();
    if let Some(rest) = rest
        && minutes <= 0.0
    {
        return cx.text.with("progress-day-free", &[("date", date), ("rest", cx.text.get(rest_id(rest)).into())]);
    }
    let values =
        [("date", date), ("minutes", minutes_words(cx, minutes).into()), ("target", format::decimal(target, 0).into())];
    cx.text.with(if target > 0.0 { "progress-day" } else { "progress-day-plain" }, &values)
}

/// The id of a rest's name.
pub fn rest_id(rest: RestKind) -> &'static str {
    match rest {
        RestKind::Rest => "progress-rest",
        RestKind::Ill => "progress-ill",
        RestKind::Travel => "progress-travel",
    }
}

fn minutes_words(cx: &Cx, minutes: f64) -> String {
    format::duration(cx.text, (minutes * 60.0).round().max(0.0) as u64)
}

fn figures(ui: &mut Ui, cx: &Cx, daily: &Daily, height: f32) {
    let heads = [
        ("progress-table-day", 1.6),
        ("progress-table-minutes", 1.0),
        ("progress-table-target", 1.0),
        ("progress-table-sessions", 1.0),
    ];
    let columns = heads.map(|(id, weight)| Column::new(cx.text.get(id), weight));
    let bars = &daily.bars;
    table(ui, cx.theme, "daily table", height, &columns, bars.len(), |row, column| {
        let bar = &bars[bars.len() - 1 - row];
        match (column, bar.rest) {
            (0, _) if daily.grain == Grain::Day => format::day(cx.text, bar.from, cx.today),
            (0, _) => format::date(cx.text, bar.from),
            (1, Some(rest)) => cx.text.get(rest_id(rest)),
            (1, None) => format::decimal(bar.minutes, 1),
            (2, _) => format::decimal(bar.target_minutes, 1),
            _ => format::count(bar.sessions.into()),
        }
    });
}

/// The one sentence under the chart.
pub fn sentence(cx: &Cx, daily: &Daily, range: Range) -> String {
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
