//! Dice that always fall the same way for the same goal and day.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

/// The generator mulberry32: 32 bits of state, the same numbers everywhere.
///
/// Source: Tommy Ettinger's mulberry32, in the public domain; test vector in evidence.md §6.
#[derive(Clone, Debug)]
pub struct Dice(u32);

impl Dice {
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// The next number, from 0 to below 1.
    pub fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let mut bits = (self.0 ^ (self.0 >> 15)).wrapping_mul(self.0 | 1);
        bits ^= bits.wrapping_add((bits ^ (bits >> 7)).wrapping_mul(bits | 0x3D));
        f64::from(bits ^ (bits >> 14)) / 4_294_967_296.0
    }

    /// A number of the standard normal distribution, by Box and Muller from two rolls.
    pub fn normal(&mut self) -> f64 {
        let (u, v) = (self.roll(), self.roll());
        (-2.0 * u.max(f64::MIN_POSITIVE).ln()).sqrt() * (2.0 * std::f64::consts::PI * v).cos()
    }

    /// A whole number from 0 to below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() * end as f64) as usize
    }
}

/// The seed of a goal's forecast on a day: FNV-1a of both, folded to 32 bits.
///
/// Source: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
pub fn seed(goal: Uuid, day: NaiveDate) -> u32 {
    let bytes = goal.into_bytes().into_iter().chain(day.num_days_from_ce().to_le_bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    ((hash >> 32) ^ hash) as u32
}
