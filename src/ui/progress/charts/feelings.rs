//! Motivation before and after each session, and the energy left after it.

use chrono::NaiveDate;

use crate::domain::insight::feelings::Feelings;
use crate::domain::session::Session;
use crate::exchange::chart::{Axis, Chart, Colour, Key, Layer, Mark, Pair, Point, Sign, Stroke};
use crate::exchange::table::{Cell, Table};
use crate::ui::format;

use super::source::Source;

/// Most sessions drawn, the newest.
const MOST: usize = 60;
/// Most marks on the axis.
const MOST_MARKS: usize = 8;
/// Sessions with a rating from which it is told how many rose, or what the middle is.
const ENOUGH: u32 = 5;

/// One session with a rating.
#[derive(Clone, Copy, Debug)]
struct Felt {
    day: NaiveDate,
    before: Option<u8>,
    after: Option<u8>,
    energy: Option<u8>,
}

/// The chart of the newest sessions of the period; `feelings` are those of the whole period.
pub fn chart(source: &Source, feelings: &Feelings) -> Chart {
    let mut felt: Vec<Felt> = source.sessions().rev().filter_map(Felt::of).take(MOST).collect();
    felt.reverse();
    let rating = |value: u8| Mark::new(f64::from(value), value.to_string());
    let y = Axis::new(0.6, 5.4, (1..=5).map(rating).collect());
    let title = source.text.get("progress-feelings-title");
    let names = source.names(title, sentence(source, feelings, felt.len()));
    let mut chart = Chart::new(names, axis(source, &felt), y);
    draw(&mut chart, &felt);
    chart.legend = legend(source, feelings);
    let ids = ["progress-table-day", "progress-before", "progress-after", "progress-energy"];
    let cell = |rating: Option<u8>| rating.map_or(Cell::Empty, |rating| Cell::Number(f64::from(rating), 0));
    let rows =
        felt.iter().rev().map(|felt| [Cell::Day(felt.day), cell(felt.before), cell(felt.after), cell(felt.energy)]);
    chart.table = Table::new(source.headings(&ids)).with(rows);
    chart
}

impl Felt {
    fn of(session: &Session) -> Option<Self> {
        let felt = Self {
            day: session.day,
            before: session.motivation_before,
            after: session.motivation_after,
            energy: session.energy,
        };
        let is_drawn = felt.before.zip(felt.after).is_some() || felt.energy.is_some();
        is_drawn.then_some(felt)
    }
}

/// One place a session, named by some of their days.
fn axis(source: &Source, felt: &[Felt]) -> Axis {
    let every = felt.len().div_ceil(MOST_MARKS).max(1);
    let some = felt.iter().enumerate().step_by(every);
    let marks = some.map(|(nth, felt)| Mark::new(nth as f64 + 0.5, source.short_date(felt.day)));
    Axis::new(0.0, felt.len().max(10) as f64, marks.collect())
}

fn draw(chart: &mut Chart, felt: &[Felt]) {
    let x = |nth: usize| nth as f64 + 0.5;
    let energy = |(nth, felt): (usize, &Felt)| -> Option<Point> { Some([x(nth), f64::from(felt.energy?)]) };
    let points: Vec<Point> = felt.iter().enumerate().filter_map(energy).collect();
    if points.len() > 1 {
        chart.push(Layer::Line { points, colour: Colour::Stage(0), stroke: Stroke::Solid });
    } else {
        chart.push(Layer::Dots { points, colour: Colour::Stage(0) });
    }
    let pair = |(nth, felt): (usize, &Felt)| {
        let (before, after) = felt.before.zip(felt.after)?;
        Some(Pair { x: x(nth), before: f64::from(before), after: f64::from(after) })
    };
    chart.push(Layer::Pairs(felt.iter().enumerate().filter_map(pair).collect()));
}

fn legend(source: &Source, feelings: &Feelings) -> Vec<Key> {
    let mut legend = Vec::new();
    if feelings.motivation.n > 0 {
        legend.push(Key::new(source.text.get("progress-feelings-before"), Sign::Ring, Colour::Muted));
        legend.push(Key::new(source.text.get("progress-feelings-after"), Sign::Dot, Colour::Up));
    }
    if feelings.energy.n > 0 {
        legend.push(Key::new(source.text.get("progress-feelings-energy"), Sign::Line, Colour::Stage(0)));
    }
    legend
}

/// "Motivation rose in 17 of 21 sessions. Energy after a session: mostly 4 of 5 (n = 20)."
fn sentence(source: &Source, feelings: &Feelings, drawn: usize) -> String {
    let (motivation, energy) = (feelings.motivation, feelings.energy);
    if motivation.n == 0 && energy.n == 0 {
        return source.text.get("progress-feelings-none");
    }
    if motivation.n < ENOUGH && energy.n < ENOUGH {
        let values = [("sessions", motivation.n.max(energy.n).into()), ("least", ENOUGH.into())];
        return source.text.with("progress-feelings-few", &values);
    }
    let mut words = Vec::new();
    if motivation.n >= ENOUGH {
        let values = [("rose", motivation.rose.into()), ("fell", motivation.fell.into()), ("n", motivation.n.into())];
        words.push(source.text.with("progress-feelings-rose", &values));
    }
    if energy.n >= ENOUGH {
        let values = [("middle", format::decimal(energy.median, 1).into()), ("n", energy.n.into())];
        words.push(source.text.with("progress-feelings-middle", &values));
    }
    if drawn == MOST {
        words.push(source.text.with("progress-feelings-newest", &[("sessions", MOST.into())]));
    }
    words.into_iter().reduce(|first, second| source.two(first, second)).unwrap_or_default()
}
