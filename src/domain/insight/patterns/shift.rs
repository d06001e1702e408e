//! How far one set of amounts lies above another: the Hodges–Lehmann shift and its interval (evidence.md §5).

use super::Span;
use crate::domain::insight::median::median;

/// Most values of both sets together for which ranks are counted exactly: all counts then fit an f64 without loss.
const EXACT: usize = 56;

/// The median of all differences a − b, which is not the difference of the medians; none where a set is empty.
pub fn hodges_lehmann(a: &[f64], b: &[f64]) -> Option<f64> {
    median(differences(a, b))
}

/// The interval of the shift that holds `level` of the time: the k-th difference from either end.
///
/// None where the sets are too small for any interval of that level.
pub fn shift_interval(a: &[f64], b: &[f64], level: f64) -> Option<Span> {
    let k = interval_rank(a.len(), b.len(), level);
    let mut differences = differences(a, b);
    differences.sort_by(f64::total_cmp);
    let low = differences.get(k.checked_sub(1)?)?;
    let high = differences.get(differences.len() - k)?;
    (low <= high).then_some(Span { low: *low, high: *high })
}

fn differences(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().flat_map(|x| b.iter().map(move |y| x - y)).collect()
}

/// The k of the interval: how many u have P(U ≤ u) ≤ α/2, U being the Mann–Whitney count of two sets of n and m.
///
/// Counted exactly up to `EXACT` values, beyond that by the normal approximation, which is then within one of it.
pub fn interval_rank(n: usize, m: usize, level: f64) -> usize {
    let tail = (1.0 - level) / 2.0;
    if n == 0 || m == 0 || !(tail > 0.0 && tail < 0.5) {
        return 0;
    }
    if n + m > EXACT {
        let (n, m) = (n as f64, m as f64);
        let spread = (n * m * (n + m + 1.0) / 12.0).sqrt();
        return (n * m / 2.0 + 0.5 - upper_normal(tail) * spread).max(0.0) as usize;
    }
    let ways = rank_counts(n, m);
    let all: f64 = ways.iter().sum();
    let mut sum = 0.0;
    ways.iter()
        .take_while(|count| {
            sum += **count;
            sum <= tail * all
        })
        .count()
}

/// In how many ways each U from 0 to n·m comes about: the coefficients of the Gaussian binomial of n + m over n.
fn rank_counts(n: usize, m: usize) -> Vec<f64> {
    let mut ways = vec![0.0; n * m + 1];
    ways[0] = 1.0;
    for i in 1..=n {
        for u in (m + i..ways.len()).rev() {
            ways[u] -= ways[u - m - i];
        }
        for u in i..ways.len() {
            ways[u] += ways[u - i];
        }
    }
    ways
}

/// The point above which `tail` (0 to 0.5) of the normal distribution lies, within 0.00045.
///
/// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23.
fn upper_normal(tail: f64) -> f64 {
    let t = (-2.0 * tail.ln()).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    t - above / below
}
