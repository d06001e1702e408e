//! "Which strategy works for me": two kinds of days of one person compared, and what may be said about it.
//!
//! The formulas and rules are those of evidence.md §5. What is compared was chosen day by day by the person, so it is a
//! pattern in the log and no test; only days dealt out by chance are [`Design::Randomised`].

mod rate;
mod shift;
#[cfg(test)]
mod tests;

use super::median::median;

pub use rate::{Arm, credible_intervals, mean_difference, probability_better};
pub use shift::{hodges_lehmann, interval_rank, shift_interval};

/// Days of each kind below which only counts are told.
pub const FEW: u32 = 8;
/// Days of each kind from which a verdict on a rate is possible.
pub const ENOUGH: u32 = 15;
/// Days of each kind from which randomised days count as a test.
pub const ENOUGH_TESTED: u32 = 20;
/// Least difference of two rates that is worth telling, 0–1.
pub const LEAST_DIFFERENCE: f64 = 0.10;
/// Days of each kind from which a difference of amounts is told, and from which it may have a verdict.
pub const FEW_AMOUNTS: u32 = 6;
pub const ENOUGH_AMOUNTS: u32 = 10;
/// Least difference of minutes worth telling, and the same as a share of the other days' median.
pub const LEAST_MINUTES: f64 = 2.0;
pub const LEAST_SHARE: f64 = 0.10;
/// Chance of a false "better" that is accepted, shared by all that is compared at once; halved for a test.
const ERROR: f64 = 0.05;

/// Both ends of an interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    pub low: f64,
    pub high: f64,
}

/// Who decided which days were which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// The person, day by day: good days may pick the strategy rather than the other way round.
    Chosen,
    /// Chance: a coin each day, or blocks of days in random order.
    Randomised,
}

/// What may be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Only how many days there are.
    #[default]
    Counts,
    /// The interval, and that it is too early to judge.
    TooEarly,
    Unclear,
    /// A is probably better for this person, or B is.
    ProbablyA,
    ProbablyB,
    /// The same, shown by days dealt out by chance.
    TestedA,
    TestedB,
}

/// Two rates compared.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RateFinding {
    /// The days as counted.
    pub a: Arm,
    pub b: Arm,
    /// Days of each kind after the correction for days that resemble the day before.
    pub effective: [u32; 2],
    /// P(A > B), 0–1.
    pub probability: f64,
    /// Mean difference A − B, 0–1, and its 80 % and 95 % credible intervals.
    pub difference: f64,
    pub likely: Span,
    pub wide: Span,
    pub verdict: Verdict,
}

/// Two sets of amounts compared, such as minutes a day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AmountFinding {
    /// Days of each kind.
    pub days: [u32; 2],
    /// The Hodges–Lehmann shift A − B with its exact 80 % and 95 % intervals; none below [`FEW_AMOUNTS`].
    pub shift: Option<(f64, Span, Span)>,
    pub verdict: Verdict,
}

/// Compares two rates; `rho` is the autocorrelation of the outcome, `comparisons` how many verdicts are given together.
pub fn compare_rates(a: Arm, b: Arm, rho: f64, comparisons: u32, design: Design) -> RateFinding {
    let [less_a, less_b] = [a.thinned(rho), b.thinned(rho)];
    let effective = [less_a.n, less_b.n];
    let least = least_effective([a.n, b.n], rho);
    if least < FEW {
        return RateFinding { a, b, effective, ..RateFinding::default() };
    }
    let probability = probability_better(less_a, less_b);
    let difference = mean_difference(less_a, less_b);
    let [likely, wide] = credible_intervals(less_a, less_b, [0.80, 0.95]);
    let verdict = verdict_on_rates(a, b, rho, comparisons, design);
    RateFinding { a, b, effective, probability, difference, likely, wide, verdict }
}

/// The verdict of [`compare_rates`] alone, without the intervals, which take longer.
pub fn verdict_on_rates(a: Arm, b: Arm, rho: f64, comparisons: u32, design: Design) -> Verdict {
    let [a, b] = [a, b].map(|arm| arm.thinned(rho));
    match a.n.min(b.n) {
        least if least < FEW => Verdict::Counts,
        least if least < ENOUGH => Verdict::TooEarly,
        least => judged(probability_better(a, b), mean_difference(a, b), least, comparisons, design),
    }
}

/// Whether so many days of each kind are enough for a verdict on a rate.
pub fn is_rate_judged(days: [u32; 2], rho: f64) -> bool {
    least_effective(days, rho) >= ENOUGH
}

/// Whether so many days of each kind are enough for a verdict on an amount.
pub fn is_amount_judged(days: [u32; 2], rho: f64) -> bool {
    least_effective(days, rho) >= ENOUGH_AMOUNTS
}

fn least_effective(days: [u32; 2], rho: f64) -> u32 {
    effective_days(days[0], rho).min(effective_days(days[1], rho))
}

fn judged(probability: f64, difference: f64, least: u32, comparisons: u32, design: Design) -> Verdict {
    let error = ERROR / f64::from(comparisons.max(1));
    let surest = probability.max(1.0 - probability);
    // Both signs agree unless the arms are of very different size: then nothing is clear.
    let is_for_a = probability >= 0.5 && difference > 0.0;
    let is_for_b = probability < 0.5 && difference < 0.0;
    if surest < 1.0 - error || difference.abs() < LEAST_DIFFERENCE || !(is_for_a || is_for_b) {
        return Verdict::Unclear;
    }
    let is_tested = design == Design::Randomised && least >= ENOUGH_TESTED && surest >= 1.0 - error / 2.0;
    match (is_for_a, is_tested) {
        (true, true) => Verdict::TestedA,
        (true, false) => Verdict::ProbablyA,
        (false, true) => Verdict::TestedB,
        (false, false) => Verdict::ProbablyB,
    }
}

/// Compares two sets of amounts; `rho` and `comparisons` as in [`compare_rates`].
pub fn compare_amounts(a: &[f64], b: &[f64], rho: f64, comparisons: u32) -> AmountFinding {
    let days = [a, b].map(|arm| u32::try_from(arm.len()).unwrap_or(u32::MAX));
    let least = least_effective(days, rho);
    let spans = [0.80, 0.95].map(|level| shift_interval(a, b, level));
    let (Some(shift), [Some(likely), Some(wide)]) = (hodges_lehmann(a, b), spans) else {
        return AmountFinding { days, ..AmountFinding::default() };
    };
    if least < FEW_AMOUNTS {
        return AmountFinding { days, ..AmountFinding::default() };
    }
    let verdict = if least < ENOUGH_AMOUNTS {
        Verdict::TooEarly
    } else {
        let judging = shift_interval(a, b, 1.0 - ERROR / f64::from(comparisons.max(1)));
        let enough = LEAST_MINUTES.max(LEAST_SHARE * median(b.to_vec()).unwrap_or(0.0));
        match judging {
            Some(span) if span.low > 0.0 && shift >= enough => Verdict::ProbablyA,
            Some(span) if span.high < 0.0 && -shift >= enough => Verdict::ProbablyB,
            _ => Verdict::Unclear,
        }
    };
    AmountFinding { days, shift: Some((shift, likely, wide)), verdict }
}

/// Lag-1 autocorrelation of an outcome in order of time, from −1 to 1; 0 where nothing varies.
pub fn autocorrelation(series: &[f64]) -> f64 {
    let mean = series.iter().sum::<f64>() / series.len().max(1) as f64;
    let all: f64 = series.iter().map(|value| (value - mean).powi(2)).sum();
    let lagged: f64 = series.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum();
    if all > 0.0 { lagged / all } else { 0.0 }
}

/// How many independent days so many days are worth: n·(1−ρ)/(1+ρ) with ρ at least 0, rounded down.
pub fn effective_days(n: u32, rho: f64) -> u32 {
    let rho = rho.clamp(0.0, 1.0);
    // The share of a whole number of days may come out a hair below it.
    (f64::from(n) * (1.0 - rho) / (1.0 + rho) + 1e-9) as u32
}
