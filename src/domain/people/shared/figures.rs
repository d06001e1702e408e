//! The figures of a period that is shared.

use chrono::NaiveDate;

use super::super::Span;
use super::{Told, first_of};
use crate::domain::insight::review_figures::Rated;
use crate::domain::model::Model;
use crate::domain::session::Session;

/// Days over which the days done are told for one session or day (product.md §3, rule 5).
const STEADY_DAYS: u64 = 28;

/// Focus, done and planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// In seconds; what is told are whole minutes.
    pub done_secs: u64,
    /// In minutes: the plan of a session, or the target of the days that were planned; none of a milestone.
    pub planned: Option<u32>,
    pub sessions: u32,
}

/// Days done of those that were planned, today left out until it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaysDone {
    pub done: u32,
    pub of: u32,
    pub window: Window,
}

/// The days that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The last 28 that end with the period.
    Last28,
    /// Those of the period.
    Period,
}

/// What was counted of the measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub unit: String,
    /// In the period.
    pub amount: f64,
    /// Since the goal began, up to the end of the period.
    pub so_far: f64,
    pub total: Option<f64>,
}

/// How the sessions felt, 1–5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Felt {
    pub energy: Rated,
    /// Motivation, over the sessions that have both ratings.
    pub before: Rated,
    pub after: Rated,
}

impl Minutes {
    pub(super) fn of(told: &Told<'_>) -> Self {
        let secs: i64 = told.sessions.iter().map(|session| session.focus_secs()).sum();
        let planned = match told.span {
            Span::Session(_) => told.sessions.first().map(|session| session.planned_secs / 60).filter(|plan| *plan > 0),
            Span::Day(day) => {
                let day = told.days(day, told.until).first();
                day.filter(|day| day.rest.is_none() || day.is_done()).map(|day| u32::from(day.target_minutes))
            }
            Span::Week(_) | Span::Month(_) => {
                let days = told.days(told.from, told.until).iter().filter(|day| told.is_planned(day));
                Some(days.map(|day| u32::from(day.target_minutes)).sum())
            }
            Span::Milestone(_) => None,
        };
        Self {
            done_secs: u64::try_from(secs).unwrap_or(0),
            planned: planned.filter(|minutes| *minutes > 0),
            sessions: count(told.sessions.len()),
        }
    }
}

impl DaysDone {
    pub(super) fn of(told: &Told<'_>) -> Self {
        let (from, window) = match told.span {
            Span::Session(_) | Span::Day(_) => (first_of(told.until, STEADY_DAYS), Window::Last28),
            Span::Week(_) | Span::Month(_) | Span::Milestone(_) => (told.from, Window::Period),
        };
        let days = told.days(from, told.until);
        Self {
            done: count(days.iter().filter(|day| day.is_done()).count()),
            of: count(days.iter().filter(|day| told.is_planned(day)).count()),
            window,
        }
    }

    /// Planned days on which nothing was done.
    pub fn missed(self) -> u32 {
        self.of.saturating_sub(self.done)
    }
}

impl Counted {
    /// None without a measure, and while nothing was counted at all.
    pub(super) fn of(model: &Model, told: &Told<'_>) -> Option<Self> {
        let measure = told.goal.measure.as_ref()?;
        let own = || model.counts.iter().filter(|count| count.goal == told.goal.id);
        let within = |from: NaiveDate| own().filter(move |count| from <= count.day && count.day <= told.until);
        let amount = match told.span {
            Span::Session(id) => own().filter(|count| count.session == Some(id)).map(|count| count.amount).sum(),
            _ => within(told.from).map(|count| count.amount).sum(),
        };
        let so_far = within(NaiveDate::MIN).map(|count| count.amount).sum();
        let counted = Self { unit: measure.unit.clone(), amount, so_far, total: measure.total };
        (amount != 0.0 || so_far != 0.0).then_some(counted)
    }
}

impl Felt {
    /// None without any rating.
    pub(super) fn of(sessions: &[&Session]) -> Option<Self> {
        let both = |session: &&Session| session.motivation_before.zip(session.motivation_after);
        let felt = Self {
            energy: rated(sessions.iter().filter_map(|session| session.energy)),
            before: rated(sessions.iter().filter_map(|session| Some(both(session)?.0))),
            after: rated(sessions.iter().filter_map(|session| Some(both(session)?.1))),
        };
        (felt.energy.n > 0 || felt.before.n > 0).then_some(felt)
    }
}

fn rated(values: impl Iterator<Item = u8>) -> Rated {
    let (sum, n) = values.fold((0_u32, 0_u32), |(sum, n), value| (sum + u32::from(value), n + 1));
    Rated { mean: if n > 0 { f64::from(sum) / f64::from(n) } else { 0.0 }, n }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
