//! How sessions felt: motivation before and after, energy and ease. Only counts and medians: nothing here says why.

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
    pub sums: Sums,
}

/// Ratings of some sessions added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What is before is compared with what is after, so both are of the same sessions: those that have both.
    pub before: u32,
    pub after: u32,
    pub pairs: u32,
    pub energy: u32,
    pub energies: u32,
    /// Sessions with both ratings of motivation, or with one of energy.
    pub sessions: u32,
}

/// A day, and what a session of it was rated: motivation before and after, and energy.
type Felt = (NaiveDate, [Option<u8>; 3]);

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
        let mut felt: Vec<Felt> = Vec::new();
        for session in sessions {
            pairs.extend(session.motivation_before.zip(session.motivation_after));
            energy.extend(session.energy);
            ease.extend(session.ease);
            let ratings = [session.motivation_before, session.motivation_after, session.energy];
            felt.extend(ratings.iter().any(Option::is_some).then_some((session.day, ratings)));
        }
        felt.sort_by_key(|felt| felt.0);
        Self {
            motivation: Change::of(&pairs),
            energy: Ratings::of(&energy),
            ease: Ratings::of(&ease),
            days: felt.chunk_by(|a, b| a.0 == b.0).map(FeltDay::of).collect(),
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
    /// The sessions of one day, of which there is one at least.
    fn of(felt: &[Felt]) -> Self {
        let mean = |nth: usize| Mean::of(felt.iter().filter_map(|felt| felt.1[nth]));
        let sums = felt.iter().map(|felt| Sums::of(felt.1)).fold(Sums::default(), Sums::and);
        Self { day: felt[0].0, before: mean(0), after: mean(1), energy: mean(2), sums }
    }
}

impl Sums {
    fn of([before, after, energy]: [Option<u8>; 3]) -> Self {
        let pair = before.zip(after).map(|(before, after)| [before, after].map(u32::from));
        let [before, after] = pair.unwrap_or_default();
        let (pairs, energies) = (u32::from(pair.is_some()), u32::from(energy.is_some()));
        let sessions = pairs.max(energies);
        Self { before, after, pairs, energy: energy.map_or(0, u32::from), energies, sessions }
    }

    /// Those of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            before: self.before + other.before,
            after: self.after + other.after,
            pairs: self.pairs + other.pairs,
            energy: self.energy + other.energy,
            energies: self.energies + other.energies,
            sessions: self.sessions + other.sessions,
        }
    }
}

impl Mean {
    fn of(ratings: impl Iterator<Item = u8>) -> Option<Self> {
        let (sum, n) = ratings.fold((0, 0), |(sum, n), rating| (sum + u32::from(rating), n + 1));
        (n > 0).then(|| Self { value: f64::from(sum) / f64::from(n), n })
    }
}

fn counted(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
