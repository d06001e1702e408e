//! Automaticity: how much of it happens by itself, by the person's own ratings, and the curve that they suggest.
//!
//! The scale is that of the self-report behavioural automaticity index, the curve y(t) = A − (A − y₀)·e^(−kt) that of
//! Lally et al. 2010, the priors, the fit and the rules of what may be said those of evidence.md §2. "Days to level off"
//! are always the days to 95 % of the way from y₀ to A: ln 20 / k.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

mod fit;
#[cfg(test)]
mod tests;

pub use fit::{Curve, fit};

/// Answers to one item: from 1, not at all, to 7, completely.
pub const SCALE: RangeInclusive<u8> = 1..=7;
/// Fewer ratings, days between the first and the last, or sessions are too early to tell.
pub const LEAST_RATINGS: usize = 4;
pub const LEAST_SPAN_DAYS: u32 = 14;
pub const LEAST_SESSIONS: u32 = 10;
/// ln(P90 / P10) of the days to level off from which the ratings do not pin it down: four fifths of the prior's.
const MAX_LOG_WIDTH: f64 = 0.8 * 2.04;
/// Least way from the beginning to the level that is growth, on the scale of 0–100.
const LEAST_GROWTH: f64 = 15.0;
/// So many times the days that were seen, and the curve goes on where nothing was seen.
const EXTRAPOLATED: f64 = 1.5;
/// The days within which eight of ten are reckoned to level off, before anything is known of the person.
pub const POPULATION_DAYS: RangeInclusive<f64> = 24.0..=184.0;
/// Days to level off of the reference curve: the median of Lally et al. 2010.
pub const REFERENCE_DAYS: f64 = 66.0;

/// One rating: the four items of a month, or the first alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HabitRating {
    pub day: NaiveDate,
    /// Answers within [`SCALE`]; an item that was not asked or not answered is left out of the mean.
    pub items: [Option<u8>; 4],
}

/// A rating as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    pub day: NaiveDate,
    /// Days since the first session.
    pub after_days: u32,
    /// 0–100.
    pub score: f64,
}

/// The ratings and what may be said of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Automaticity {
    /// Where day 0 lies: the day of the first session, or of the first rating if that is earlier.
    pub first: NaiveDate,
    /// In order of time.
    pub dots: Vec<Dot>,
    pub sessions: u32,
    pub reading: Reading,
}

/// What may be said; only the last one has a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    TooEarly { ratings: u32, span_days: u32, sessions: u32 },
    NotPinnedDown,
    NoClearGrowth,
    Fit { curve: Curve, reach: Reach },
}

/// Whether half of the likely days to level off lie within what was seen, or well beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Seen,
    Extrapolated,
}

impl HabitRating {
    /// The mean of what was answered, on a scale of 0–100; none without an answer.
    pub fn score(&self) -> Option<f64> {
        let answered: Vec<f64> =
            self.items.iter().flatten().filter(|item| SCALE.contains(*item)).map(|item| f64::from(*item)).collect();
        let mean = answered.iter().sum::<f64>() / answered.len() as f64;
        (!answered.is_empty()).then(|| 100.0 * (mean - 1.0) / 6.0)
    }
}

impl Automaticity {
    /// Reads the ratings, in any order; days without a session do not come into it: in the study a missed day did not
    /// matter. `first_session` is the day of the goal's first session, `sessions` how many there are.
    ///
    /// None without a rating.
    pub fn of(ratings: &[HabitRating], first_session: Option<NaiveDate>, sessions: u32) -> Option<Self> {
        let mut ratings = ratings.to_vec();
        ratings.sort_unstable();
        let scored: Vec<(NaiveDate, f64)> =
            ratings.iter().filter_map(|rating| Some((rating.day, rating.score()?))).collect();
        let first_rated = scored.first()?.0;
        let first = first_session.map_or(first_rated, |day| day.min(first_rated));
        let dot = |&(day, score): &(NaiveDate, f64)| Dot { day, after_days: days_between(first, day), score };
        let dots: Vec<Dot> = scored.iter().map(dot).collect();
        let reading = Reading::of(&dots, sessions);
        Some(Self { first, dots, sessions, reading })
    }
}

impl Reading {
    /// `dots` in order of time.
    fn of(dots: &[Dot], sessions: u32) -> Self {
        let span_days = dots.last().map_or(0, |last| last.after_days - dots[0].after_days);
        if dots.len() < LEAST_RATINGS || span_days < LEAST_SPAN_DAYS || sessions < LEAST_SESSIONS {
            let ratings = u32::try_from(dots.len()).unwrap_or(u32::MAX);
            return Self::TooEarly { ratings, span_days, sessions };
        }
        let points: Vec<(f64, f64)> = dots.iter().map(|dot| (f64::from(dot.after_days), dot.score)).collect();
        match fit(&points) {
            // Ratings that do not grow never pin down how fast they do: this says more.
            Some(curve) if curve.level - curve.start < LEAST_GROWTH => Self::NoClearGrowth,
            Some(curve) if curve.log_width() >= MAX_LOG_WIDTH => Self::NotPinnedDown,
            Some(curve) if curve.p50 > EXTRAPOLATED * f64::from(span_days) => {
                Self::Fit { curve, reach: Reach::Extrapolated }
            }
            Some(curve) => Self::Fit { curve, reach: Reach::Seen },
            None => Self::NotPinnedDown,
        }
    }
}

/// Share of the way after some days, 0–1, for one who levels off in `level_off_days`.
pub fn share_of_way(after_days: f64, level_off_days: f64) -> f64 {
    1.0 - (-fit::rate(level_off_days) * after_days.max(0.0)).exp()
}

fn days_between(first: NaiveDate, day: NaiveDate) -> u32 {
    u32::try_from((day - first).num_days()).unwrap_or(0)
}
