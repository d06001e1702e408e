//! The two-level block bootstrap: a past that could as well have been, a pace that may change, and a future out of both.

use super::dice::Dice;

/// Ways ahead that are tried.
pub const WAYS: usize = 2_000;
/// Days of a block: a week stays together.
pub const BLOCK_DAYS: usize = 7;
/// A way ahead is followed no further, in days: three years.
pub const CAP_DAYS: u16 = 1_095;

/// Days until the rest is done: one way in ten, one in two and nine in ten take no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finish {
    pub p10: u16,
    pub p50: u16,
    pub p90: u16,
}

/// The days until `rest` (above 0) is done, from the amounts of past days, zeros included, with this spread of the pace.
///
/// None when more than one way in ten does not end, and without a past.
pub fn finish(past: &[f64], rest: f64, spread: f64, seed: u32) -> Option<Finish> {
    if past.is_empty() {
        return None;
    }
    let mut dice = Dice::new(seed);
    let mut history = Vec::with_capacity(past.len() + BLOCK_DAYS);
    let past = circular(past);
    let ways = (0..WAYS).map(|_| {
        resample(&past, &mut history, &mut dice);
        let pace = (spread * dice.normal()).exp();
        days_to(&history, rest / pace, &mut dice)
    });
    quantiles(ways.collect())
}

/// The days with the first six again behind them, so that every block of seven lies in one piece.
pub(super) fn circular(days: &[f64]) -> Vec<f64> {
    days.iter().copied().chain(days.iter().copied().cycle().take(BLOCK_DAYS - 1)).collect()
}

/// Puts a past of the same length together from blocks of the real one; both are [`circular`].
fn resample(past: &[f64], history: &mut Vec<f64>, dice: &mut Dice) {
    let n = past.len() + 1 - BLOCK_DAYS;
    history.clear();
    while history.len() < n {
        let start = dice.below(n);
        history.extend_from_slice(&past[start..start + BLOCK_DAYS.min(n - history.len())]);
    }
    for nth in 0..BLOCK_DAYS - 1 {
        history.push(history[nth]);
    }
}

/// Days until `rest` is done by going through blocks of a [`circular`] history; none when it never is.
pub(super) fn days_to(history: &[f64], rest: f64, dice: &mut Dice) -> Option<u16> {
    let n = history.len() + 1 - BLOCK_DAYS;
    if history[..n].iter().sum::<f64>() <= 0.0 {
        return None;
    }
    let (mut sum, mut days) = (0.0, 0);
    loop {
        let start = dice.below(n);
        for amount in &history[start..start + BLOCK_DAYS] {
            if days == CAP_DAYS {
                return None;
            }
            days += 1;
            sum += amount;
            if sum >= rest {
                return Some(days);
            }
        }
    }
}

/// The days that a tenth, half and nine tenths of the ways take: the value of rank ⌈p·B⌉, those without an end last.
pub(super) fn quantiles(ways: Vec<Option<u16>>) -> Option<Finish> {
    let mut days: Vec<u16> = ways.into_iter().map(|days| days.unwrap_or(u16::MAX)).collect();
    days.sort_unstable();
    let at = |tenths: usize| days.get((tenths * days.len()).div_ceil(10).checked_sub(1)?).copied();
    let (p10, p50, p90) = (at(1)?, at(5)?, at(9)?);
    (p90 <= CAP_DAYS).then_some(Finish { p10, p50, p90 })
}
