//! When the work is done: minutes by hour and weekday.

use chrono::Weekday;

use crate::domain::insight::patterns::{ENOUGH, Verdict};
use crate::domain::insight::rhythm::{Cell as Hour, MostlyAt, Rhythm, Weekdays};
use crate::domain::time::WeekStart;
use crate::exchange::chart::{Axis, Chart, Colour, Key, Layer, Mark, Point, Shade, Sign, Tile};
use crate::exchange::table::{Cell, Table};
use crate::ui::format;
use crate::ui::text::Text;

use super::source::Source;

/// Days of a week, hours of a day, and hours between two marks.
const ROWS: u16 = 7;
const HOURS: u16 = 24;
const MARKED: usize = 3;
/// How much of the colour the least work shows.
const LEAST_SHADE: f64 = 0.2;

/// The chart of the period; `weekdays` look at the last half year.
pub fn chart(source: &Source, rhythm: &Rhythm, weekdays: &Weekdays) -> Chart {
    let names = source.names(source.text.get("progress-rhythm-title"), sentence(source, rhythm, weekdays));
    let hours = (0..HOURS).step_by(MARKED);
    let x = Axis::new(0.0, f64::from(HOURS), hours.map(|hour| Mark::new(f64::from(hour) + 0.5, clock(hour))).collect());
    let order = order(source.week_start());
    let weekday = |(row, day): (usize, &Weekday)| {
        Mark::new(f64::from(ROWS) - row as f64 - 0.5, format::weekday_short(source.text, *day))
    };
    let y = Axis::new(0.0, f64::from(ROWS), order.iter().enumerate().map(weekday).collect());
    let mut chart = Chart::new(names, x, y);
    let most = rhythm.cells.iter().flatten().map(|cell| cell.secs).max().unwrap_or(0);
    let tiles = order.iter().zip(0..ROWS).flat_map(|(day, row)| {
        (0..HOURS).map(move |column| Tile { column, row, shade: shade(cell(rhythm, *day, column), most) })
    });
    chart.push(Layer::Tiles { tiles: tiles.collect(), rows: ROWS, colour: Colour::Stage(3) });
    chart.legend = vec![
        Key::new(source.text.get("progress-year-less"), Sign::Nothing, Colour::Muted),
        Key::new(source.text.get("progress-rhythm-more"), Sign::Scale, Colour::Stage(3)),
    ];
    chart.table = table(source, rhythm, order);
    chart
}

/// What a place of the chart says: "Mon 08:00–09:00: 34 min · 3 sessions began"; none where nothing was done.
pub fn words(text: &Text, rhythm: &Rhythm, week_start: WeekStart, [x, y]: Point) -> Option<String> {
    let (column, row) = (x.floor(), f64::from(ROWS) - y.floor() - 1.0);
    let is_in = (0.0..f64::from(HOURS)).contains(&column) && (0.0..f64::from(ROWS)).contains(&row);
    let day = order(week_start)[is_in.then_some(row as usize)?];
    let hour = column as u16;
    let found = cell(rhythm, day, hour);
    let values = [
        ("weekday", format::weekday_short(text, day).into()),
        ("from", clock(hour).into()),
        ("to", clock(hour + 1).into()),
        ("length", format::duration(text, found.secs.unsigned_abs()).into()),
        ("sessions", found.sessions.into()),
    ];
    (found != Hour::default()).then(|| text.with("progress-rhythm-cell", &values))
}

/// The weekdays in the user's order.
fn order(week_start: WeekStart) -> [Weekday; 7] {
    let mut next = week_start.weekday();
    [(); 7].map(|()| {
        let day = next;
        next = day.succ();
        day
    })
}

fn cell(rhythm: &Rhythm, day: Weekday, hour: u16) -> Hour {
    rhythm.cells[day.num_days_from_monday() as usize].get(usize::from(hour)).copied().unwrap_or_default()
}

/// An hour of the clock: "08:00".
fn clock(hour: u16) -> String {
    format!("{hour:02}:00")
}

fn shade(cell: Hour, most: i64) -> Shade {
    if cell.secs <= 0 || most <= 0 {
        return Shade::Empty;
    }
    Shade::Share(LEAST_SHADE + (1.0 - LEAST_SHADE) * cell.secs as f64 / most as f64)
}

/// Minutes of each hour in which there were any.
fn table(source: &Source, rhythm: &Rhythm, order: [Weekday; 7]) -> Table {
    let days = order.map(|day| format::weekday_short(source.text, day));
    let mut table = Table::new(std::iter::once(source.text.get("progress-table-hour")).chain(days));
    for hour in 0..HOURS {
        let minutes = order.map(|day| cell(rhythm, day, hour)).map(|cell| match cell.secs {
            0 => Cell::Empty,
            secs => Cell::Minutes(secs as f64 / 60.0),
        });
        if minutes.iter().any(|minutes| *minutes != Cell::Empty) {
            table.push(std::iter::once(Cell::Text(clock(hour))).chain(minutes));
        }
    }
    table
}

/// Where most sessions begin, with its numbers; a weekday only by the rules of evidence.md §5.
fn sentence(source: &Source, rhythm: &Rhythm, weekdays: &Weekdays) -> String {
    let all: u32 = rhythm.cells.iter().flatten().map(|cell| cell.sessions).sum();
    let counts = [("sessions", all.into()), ("least", ENOUGH.into())];
    let first = match rhythm.most {
        _ if all == 0 => return source.text.get("progress-rhythm-none"),
        MostlyAt::TooFew if all < ENOUGH => source.text.with("progress-rhythm-few", &counts),
        MostlyAt::TooFew => source.text.with("progress-rhythm-spread", &counts),
        MostlyAt::Shared => source.text.with("progress-rhythm-shared", &counts),
        MostlyAt::Hour { hour, sessions, of } => {
            let hour = u16::from(hour);
            let values = [
                ("from", clock(hour).into()),
                ("to", clock(hour + 1).into()),
                ("sessions", sessions.into()),
                ("of", of.into()),
            ];
            source.text.with("progress-rhythm-most", &values)
        }
    };
    match weekday_words(source, weekdays) {
        Some(second) => source.two(first, second),
        None => first,
    }
}

fn weekday_words(source: &Source, weekdays: &Weekdays) -> Option<String> {
    let best = weekdays.best.as_ref()?;
    let [days, others] = best.minutes.days;
    match best.minutes.verdict {
        Verdict::ProbablyA | Verdict::TestedA => {
            let weekday = format::weekday(source.text, best.weekday);
            let values = [("weekday", weekday.into()), ("days", days.into()), ("others", others.into())];
            Some(source.text.with("progress-rhythm-weekday", &values))
        }
        Verdict::Unclear => Some(source.text.with("progress-rhythm-no-weekday", &[("days", (days + others).into())])),
        Verdict::Counts | Verdict::TooEarly | Verdict::ProbablyB | Verdict::TestedB => None,
    }
}
