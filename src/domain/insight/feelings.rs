//! How sessions felt: motivation before and after, energy and ease. Only counts and medians: nothing here says why.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::median::median;
use crate::domain::session::Session;

#[cfg(test)]
mod tests;

/// The ratings of some sessions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feelings {
    pub motivation: Change,
    /// How much energy was left after a session.
    pub energy: Ratings,
    pub ease: Ratings,
    /// The days with any rating of energy or motivation, in order.
    pub days: Vec<FeltDay>,
}

/// A rating before against the one after, over the sessions that have both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Change {
    /// Sessions with both ratings.
    pub n: u32,
    pub rose: u32,
    pub same: u32,
    pub fell: u32,
    /// Medians of both, 1–5; 0 without a session.
    pub before: f64,
    pub after: f64,
}

/// Ratings from 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ratings {
    pub n: u32,
    /// 0 without a rating.
    pub median: f64,
    /// How many there are of each, from 1 to 5.
    pub counts: [u32; 5],
}

/// The mean ratings of a day, each none where no session of the day has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeltDay {
    pub day: NaiveDate,
    pub before: Option<Mean>,
    pub after: Option<Mean>,
    pub energy: Option<Mean>,
}

/// A mean and how many ratings it is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    pub value: f64,
    pub n: u32,
}

impl Feelings {
    /// The ratings of these sessions, in any order.
    pub fn of<'a>(sessions: impl Iterator<Item = &'a Session>) -> Self {
        let (mut pairs, mut energy, mut ease) = (Vec::new(), Vec::new(), Vec::new());
        let mut days: BTreeMap<NaiveDate, [Vec<u8>; 3]> = BTreeMap::new();
        for session in sessions {
            pairs.extend(session.motivation_before.zip(session.motivation_after));
            energy.extend(session.energy);
            ease.extend(session.ease);
            let felt = [session.motivation_before, session.motivation_after, session.energy];
            if felt.iter().any(Option::is_some) {
                let day = days.entry(session.day).or_default();
                day.iter_mut().zip(felt).for_each(|(list, rating)| list.extend(rating));
            }
        }
        Self {
            motivation: Change::of(&pairs),
            energy: Ratings::of(&energy),
            ease: Ratings::of(&ease),
            days: days.into_iter().map(|(day, felt)| FeltDay::of(day, &felt)).collect(),
        }
    }
}

impl Change {
    fn of(pairs: &[(u8, u8)]) -> Self {
        let count = |is: fn(&(u8, u8)) -> bool| counted(pairs.iter().filter(|pair| is(pair)).count());
        let middle =
            |side: fn(&(u8, u8)) -> u8| median(pairs.iter().map(|pair| f64::from(side(pair))).collect()).unwrap_or(0.0);
        Self {
            n: counted(pairs.len()),
            rose: count(|(before, after)| after > before),
            same: count(|(before, after)| after == before),
            fell: count(|(before, after)| after < before),
            before: middle(|pair| pair.0),
            after: middle(|pair| pair.1),
        }
    }
}

impl Ratings {
    fn of(ratings: &[u8]) -> Self {
        let of_kind = |kind: u8| ratings.iter().map(|rating| u32::from(*rating == kind)).sum();
        Self {
            n: counted(ratings.len()),
            median: median(ratings.iter().map(|rating| f64::from(*rating)).collect()).unwrap_or(0.0),
            counts: [1, 2, 3, 4, 5].map(of_kind),
        }
    }
}

impl FeltDay {
    fn of(day: NaiveDate, [before, after, energy]: &[Vec<u8>; 3]) -> Self {
        Self { day, before: Mean::of(before), after: Mean::of(after), energy: Mean::of(energy) }
    }
}

impl Mean {
    fn of(ratings: &[u8]) -> Option<Self> {
        let sum: u32 = ratings.iter().map(|rating| u32::from(*rating)).sum();
        let n = counted(ratings.len());
        (n > 0).then(|| Self { value: f64::from(sum) / f64::from(n), n })
    }
}

fn counted(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
