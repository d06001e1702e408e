//! Motivation before and after each session, and the energy left after it; means of weeks and months where sessions would
//! be too many.

use chrono::NaiveDate;

use crate::domain::insight::feelings::{Feelings, FeltDay, Sums};
use crate::domain::session::Session;
use crate::exchange::chart::{Axis, Chart, Colour, Key, Layer, Mark, Pair, Point, Sign, Stroke};
use crate::exchange::table::{Cell, Table};
use crate::ui::format;
use crate::ui::progress::daily::Grain;

use super::source::Source;

/// Most sessions drawn, the newest.
const MOST: usize = 60;
/// Most marks on the axis.
const MOST_MARKS: usize = 8;
/// Sessions with a rating from which it is told how many rose, or what the middle is.
const ENOUGH: u32 = 5;

/// What is drawn at one place: a session with a rating, or the means of a week or month.
#[derive(Clone, Copy, Debug)]
struct Felt {
    day: NaiveDate,
    x: f64,
    before: Option<f64>,
    after: Option<f64>,
    energy: Option<f64>,
    /// Sessions with a rating.
    sessions: u32,
}

/// The chart of the newest sessions of the period, or of its weeks or months; `feelings` are those of the whole period.
pub fn chart(source: &Source, feelings: &Feelings) -> Chart {
    let grain = Grain::of(source.period.count_days());
    let felt = match grain {
        Grain::Day => newest(source),
        Grain::Week | Grain::Month => together(source, &feelings.days, grain),
    };
    let rating = |value: u8| Mark::new(f64::from(value), value.to_string());
    let y = Axis::new(0.6, 5.4, (1..=5).map(rating).collect());
    let title = source.text.get("progress-feelings-title");
    let names = source.names(title, sentence(source, feelings, (grain, felt.len())));
    let x = if grain == Grain::Day { axis(source, &felt) } else { source.days_axis() };
    let mut chart = Chart::new(names, x, y);
    chart.first_day = (grain != Grain::Day).then_some(source.period.from);
    draw(&mut chart, &felt);
    chart.legend = legend(source, feelings);
    chart.table = table(source, &felt, grain);
    chart
}

/// The newest sessions with a rating, oldest first.
fn newest(source: &Source) -> Vec<Felt> {
    let mut felt: Vec<Felt> = source.sessions().rev().filter_map(Felt::of).take(MOST).collect();
    felt.reverse();
    for (nth, felt) in felt.iter_mut().enumerate() {
        felt.x = nth as f64 + 0.5;
    }
    felt
}

/// The mean ratings of each week or month that has any.
fn together(source: &Source, days: &[FeltDay], grain: Grain) -> Vec<Felt> {
    let start = days.partition_point(|day| day.day < source.period.from);
    let end = days.partition_point(|day| day.day <= source.period.to);
    let groups = grain.groups(&days[start.min(end)..end], source.week_start(), |day| day.day);
    groups.filter_map(|days| Felt::of_days(source, days, grain)).collect()
}

impl Felt {
    fn of(session: &Session) -> Option<Self> {
        let felt = Self {
            day: session.day,
            x: 0.0,
            before: session.motivation_before.map(f64::from),
            after: session.motivation_after.map(f64::from),
            energy: session.energy.map(f64::from),
            sessions: 1,
        };
        let is_drawn = felt.before.zip(felt.after).is_some() || felt.energy.is_some();
        is_drawn.then_some(felt)
    }

    /// Days of one week or month.
    fn of_days(source: &Source, days: &[FeltDay], grain: Grain) -> Option<Self> {
        let first = days.first()?.day;
        let sums = days.iter().map(|day| day.sums).fold(Sums::default(), Sums::and);
        let day = grain.start(first, source.week_start()).max(source.period.from);
        let to = source.morning(grain.end(first, source.week_start())) + 1.0;
        let mean = |sum: u32, n: u32| (n > 0).then(|| f64::from(sum) / f64::from(n));
        let felt = Self {
            day,
            x: f64::midpoint(source.morning(day), to.min(source.period.count_days() as f64)),
            before: mean(sums.before, sums.pairs),
            after: mean(sums.after, sums.pairs),
            energy: mean(sums.energy, sums.energies),
            sessions: sums.sessions,
        };
        (sums.sessions > 0).then_some(felt)
    }
}

/// One place a session, named by some of their days.
fn axis(source: &Source, felt: &[Felt]) -> Axis {
    let every = felt.len().div_ceil(MOST_MARKS).max(1);
    let marks = felt.iter().step_by(every).map(|felt| Mark::new(felt.x, source.short_date(felt.day)));
    Axis::new(0.0, felt.len().max(10) as f64, marks.collect())
}

fn draw(chart: &mut Chart, felt: &[Felt]) {
    let points: Vec<Point> = felt.iter().filter_map(|felt| Some([felt.x, felt.energy?])).collect();
    if points.len() > 1 {
        chart.push(Layer::Line { points, colour: Colour::Stage(0), stroke: Stroke::Solid });
    } else {
        chart.push(Layer::Dots { points, colour: Colour::Stage(0) });
    }
    let pair = |felt: &Felt| Some(Pair { x: felt.x, before: felt.before?, after: felt.after? });
    chart.push(Layer::Pairs(felt.iter().filter_map(pair).collect()));
}

/// Newest first: every session, or every week or month with how many of its sessions were rated.
fn table(source: &Source, felt: &[Felt], grain: Grain) -> Table {
    let ids = ["progress-table-day", "progress-before", "progress-after", "progress-energy"];
    let mut headings = source.headings(&ids);
    let decimals = usize::from(grain != Grain::Day);
    let cell = |rating: Option<f64>| rating.map_or(Cell::Empty, |rating| Cell::Number(rating, decimals));
    let rows = felt.iter().rev().map(|felt| {
        let day = if grain == Grain::Day { Cell::Day(felt.day) } else { Cell::From(felt.day) };
        let sessions = (grain != Grain::Day).then_some(Cell::Number(felt.sessions.into(), 0));
        [day, cell(felt.before), cell(felt.after), cell(felt.energy)].into_iter().chain(sessions)
    });
    headings.extend((grain != Grain::Day).then(|| source.text.get("progress-table-rated")));
    Table::new(headings).with(rows)
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
fn sentence(source: &Source, feelings: &Feelings, (grain, drawn): (Grain, usize)) -> String {
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
    match grain {
        Grain::Day if drawn == MOST => {
            words.push(source.text.with("progress-feelings-newest", &[("sessions", MOST.into())]));
        }
        Grain::Day => {}
        Grain::Week => words.push(source.text.get("progress-feelings-weeks")),
        Grain::Month => words.push(source.text.get("progress-feelings-months")),
    }
    words.into_iter().reduce(|first, second| source.two(first, second)).unwrap_or_default()
}
