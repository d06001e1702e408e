//! How long sessions were over time, against the length that was planned for one.

use chrono::NaiveDate;

use crate::domain::insight::growth::{DayLengths, Step as Growth};
use crate::domain::insight::median::median;
use crate::exchange::chart::{Axis, Chart, Colour, EventKind, Key, Layer, Sign, Span, Step};
use crate::exchange::table::{Cell, Table};
use crate::ui::charts::minute_marks;
use crate::ui::format;
use crate::ui::progress::daily::Grain;

use super::events;
use super::source::Source;

/// Sessions from which a middle one says something.
const ENOUGH: usize = 5;

/// What sessions were and were planned to be.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    /// Days with a session, in order, of all records.
    pub days: &'a [DayLengths],
    /// Changes of the planned length, in order, of all records.
    pub growth: &'a [Growth],
}

/// The lengths of a week or a month together.
struct Stretch {
    first: NaiveDate,
    from: f64,
    to: f64,
    sessions: usize,
    shortest: f64,
    /// Of the middle session.
    middle: f64,
    longest: f64,
}

/// The chart of the period: every session a dot, or weeks and months from their shortest to their longest.
pub fn chart(source: &Source, figures: Figures) -> Chart {
    let grain = Grain::of(source.period.count_days());
    let days = within(source, figures.days);
    let minutes: Vec<f64> = days.iter().flat_map(|day| &day.minutes).copied().collect();
    let planned = planned(source, figures.growth);
    let highest = minutes.iter().copied().chain(planned.iter().map(|step| step.height)).fold(0.0, f64::max);
    let names = source.names(source.text.get("progress-lengths-title"), sentence(source, figures, minutes, grain));
    let mut chart = Chart::new(names, source.days_axis(), Axis::to_last(minute_marks(highest)));
    chart.first_day = Some(source.period.from);
    match grain {
        Grain::Day => each(&mut chart, source),
        Grain::Week | Grain::Month => together(&mut chart, source, days, grain),
    }
    if !planned.is_empty() {
        chart.push(Layer::Steps { steps: planned, colour: Colour::Ink });
        chart.legend.push(Key::new(source.text.get("progress-lengths-planned"), Sign::Dashes, Colour::Ink));
    }
    chart.events = events::of(source, source.period, &[EventKind::Experiment, EventKind::Stage]);
    chart
}

/// Every session.
fn each(chart: &mut Chart, source: &Source) {
    let point = |day: NaiveDate, secs: i64| [source.morning(day) + 0.5, secs as f64 / 60.0];
    let points = source.sessions().map(|session| point(session.day, session.focus_secs())).collect();
    chart.push(Layer::Dots { points, colour: Colour::Stage(3) });
    chart.legend.push(Key::new(source.text.get("progress-lengths-session"), Sign::Dot, Colour::Stage(3)));
    let ids = ["progress-table-day", "progress-table-minutes", "progress-table-planned-minutes"];
    let rows = source.sessions().rev().map(|session| {
        let planned = match session.planned_secs {
            0 => Cell::Empty,
            secs => Cell::Minutes(f64::from(secs) / 60.0),
        };
        [Cell::Day(session.day), Cell::Minutes(session.focus_secs() as f64 / 60.0), planned]
    });
    chart.table = Table::new(source.headings(&ids)).with(rows);
}

/// Weeks or months; `days` are those of the period.
fn together(chart: &mut Chart, source: &Source, days: &[DayLengths], grain: Grain) {
    let groups = grain.groups(days, source.week_start(), |day| day.day);
    let stretches: Vec<Stretch> = groups.filter_map(|days| Stretch::of(source, days, grain)).collect();
    for stretch in &stretches {
        let inset = (stretch.to - stretch.from) * 0.15;
        let ends = [stretch.from + inset, stretch.to - inset];
        let points = ends.map(|x| Span { x, low: stretch.shortest, high: stretch.longest }).to_vec();
        chart.push(Layer::Band { points, colour: Colour::Band });
    }
    let points = stretches.iter().map(|stretch| [f64::midpoint(stretch.from, stretch.to), stretch.middle]).collect();
    chart.push(Layer::Dots { points, colour: Colour::Stage(3) });
    let (middle, range) = match grain {
        Grain::Month => ("progress-lengths-month", "progress-lengths-range"),
        Grain::Day | Grain::Week => ("progress-lengths-week", "progress-lengths-range"),
    };
    chart.legend.push(Key::new(source.text.get(middle), Sign::Dot, Colour::Stage(3)));
    chart.legend.push(Key::new(source.text.get(range), Sign::Block, Colour::Band));
    let ids = [
        "progress-table-day",
        "progress-table-sessions",
        "progress-table-shortest",
        "progress-table-middle-minutes",
        "progress-table-longest",
    ];
    let rows = stretches.iter().rev().map(|stretch| {
        let minutes = [stretch.shortest, stretch.middle, stretch.longest].map(Cell::Minutes);
        [Cell::From(stretch.first), Cell::Number(stretch.sessions as f64, 0)].into_iter().chain(minutes)
    });
    chart.table = Table::new(source.headings(&ids)).with(rows);
}

impl Stretch {
    fn of(source: &Source, days: &[DayLengths], grain: Grain) -> Option<Self> {
        let first = days.first()?.day;
        let start = grain.start(first, source.week_start()).max(source.period.from);
        let end = source.period.count_days() as f64;
        let minutes: Vec<f64> = days.iter().flat_map(|day| &day.minutes).copied().collect();
        Some(Self {
            first: start,
            from: source.morning(start),
            to: (source.morning(grain.end(first, source.week_start())) + 1.0).min(end),
            sessions: minutes.len(),
            shortest: minutes.iter().copied().fold(f64::INFINITY, f64::min),
            longest: minutes.iter().copied().fold(0.0, f64::max),
            middle: median(minutes)?,
        })
    }
}

/// The days of the period.
fn within<'a>(source: &Source, days: &'a [DayLengths]) -> &'a [DayLengths] {
    let start = days.partition_point(|day| day.day < source.period.from);
    let end = days.partition_point(|day| day.day <= source.period.to);
    &days[start.min(end)..end]
}

/// The planned length where it is known: from the first change on, and before it what that one started from.
fn planned(source: &Source, growth: &[Growth]) -> Vec<Step> {
    let (Some(first), Some(goal)) = (growth.first(), source.model.goal()) else { return Vec::new() };
    let last = source.period.to.min(source.today());
    let begun = (goal.start_day.min(first.day), first.from);
    let starts: Vec<(NaiveDate, u16)> =
        std::iter::once(begun).chain(growth.iter().map(|step| (step.day, step.to))).collect();
    let ends = starts.iter().skip(1).map(|next| next.0).chain(last.succ_opt());
    let steps = starts.iter().zip(ends).filter_map(|((from, minutes), to)| {
        let (from, to) = ((*from).max(source.period.from), to.min(last.succ_opt().unwrap_or(last)));
        let step = Step { from: source.morning(from), to: source.morning(to), height: f64::from(*minutes) };
        (step.from < step.to).then_some(step)
    });
    steps.collect()
}

/// "The middle of 21 sessions had 9 minutes. The planned length grew from 5 to 8."
fn sentence(source: &Source, figures: Figures, minutes: Vec<f64>, grain: Grain) -> String {
    let sessions = ("sessions", minutes.len().into());
    let is_enough = minutes.len() >= ENOUGH;
    let words = match median(minutes) {
        None => return source.text.get("progress-lengths-none"),
        Some(_) if !is_enough => source.text.with("progress-lengths-few", &[sessions, ("least", ENOUGH.into())]),
        Some(middle) => {
            let middle = ("minutes", format::decimal(middle, 1).into());
            source.text.with("progress-lengths-middle", &[sessions, middle])
        }
    };
    let grew = growth_words(source, figures.growth);
    let grain = match grain {
        Grain::Day => None,
        Grain::Week => Some(source.text.get("progress-lengths-weeks")),
        Grain::Month => Some(source.text.get("progress-lengths-months")),
    };
    [grew, grain].into_iter().flatten().fold(words, |first, second| source.two(first, second))
}

/// How the planned length changed in the period; none where it did not.
fn growth_words(source: &Source, growth: &[Growth]) -> Option<String> {
    let mut own = growth.iter().filter(|step| (source.period.from..=source.period.to).contains(&step.day));
    let first = own.next()?;
    let steps = 1 + own.clone().count();
    let last = own.next_back().unwrap_or(first);
    let id = match last.to.cmp(&first.from) {
        std::cmp::Ordering::Greater => "progress-lengths-grew",
        std::cmp::Ordering::Less => "progress-lengths-eased",
        std::cmp::Ordering::Equal => return None,
    };
    let values = [("from", first.from.into()), ("to", last.to.into()), ("steps", steps.into())];
    Some(source.text.with(id, &values))
}
