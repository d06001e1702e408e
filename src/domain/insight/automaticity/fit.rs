//! The fit: a grid over the days to level off, and for each the level and the beginning in closed form (evidence.md §2).
//!
//! No optimiser and no chance: the same ratings always give the same curve.

/// The grid of days to level off: so many points, evenly spaced in their logarithm.
const POINTS: usize = 400;
const FIRST_DAYS: f64 = 5.0;
const LAST_DAYS: f64 = 600.0;
/// Prior of the level A: mean and standard deviation, 0–100.
const LEVEL: (f64, f64) = (70.0, 20.0);
/// Prior standard deviation of the beginning y₀ around the first rating, and that of a rating around the curve.
const START_SD: f64 = 10.0;
const NOISE_SD: f64 = 10.0;
/// Prior of the logarithm of the days to level off: covers the 18–254 days of Lally et al. 2010 and the 4–335 of Singh
/// et al. 2024.
pub(super) const MEDIAN_DAYS: f64 = 66.0;
pub(super) const LOG_SD: f64 = 0.8;

/// What the ratings suggest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Days to level off: one in ten, one in two and nine in ten lie below.
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    /// The level A that it grows to and the beginning y₀, 0–100 but for the ends of the fit.
    pub level: f64,
    pub start: f64,
}

/// What one point of the grid makes of the ratings.
struct Fitted {
    days: f64,
    ln_weight: f64,
    level: f64,
    start: f64,
}

impl Curve {
    /// The drawn curve some days after the first session, 0–100.
    pub fn at(&self, after_days: f64) -> f64 {
        let left = (-rate(self.p50) * after_days.max(0.0)).exp();
        (self.level - (self.level - self.start) * left).clamp(0.0, 100.0)
    }

    /// ln(P90 / P10): how wide the range of days is.
    pub fn log_width(&self) -> f64 {
        (self.p90 / self.p10).ln()
    }
}

/// k of a curve that goes 95 % of its way in so many days.
pub(super) fn rate(level_off_days: f64) -> f64 {
    20.0_f64.ln() / level_off_days
}

/// Fits ratings given as (days since the first session, 0–100) in order of time; none without ratings.
pub fn fit(points: &[(f64, f64)]) -> Option<Curve> {
    let first = points.first()?.1;
    let step = (LAST_DAYS / FIRST_DAYS).ln() / (POINTS - 1) as f64;
    let grid: Vec<Fitted> =
        (0..POINTS).map(|nth| fit_at(FIRST_DAYS * (step * nth as f64).exp(), first, points)).collect();
    let most = grid.iter().map(|at| at.ln_weight).fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = grid.iter().map(|at| (at.ln_weight - most).exp()).collect();
    let all: f64 = weights.iter().sum();
    let mean = |value: fn(&Fitted) -> f64| grid.iter().zip(&weights).map(|(at, w)| value(at) * w).sum::<f64>() / all;
    let quantile = |share: f64| {
        let mut sum = 0.0;
        let nth = weights.iter().position(|weight| {
            sum += weight;
            sum >= share * all
        });
        grid[nth.unwrap_or(POINTS - 1)].days
    };
    Some(Curve {
        p10: quantile(0.1),
        p50: quantile(0.5),
        p90: quantile(0.9),
        level: mean(|at| at.level),
        start: mean(|at| at.start),
    })
}

/// With the days given, A and y₀ are linear and Gaussian: M·(A, y₀) = v, and what is left over is S = c − v·(A, y₀).
fn fit_at(days: f64, first: f64, points: &[(f64, f64)]) -> Fitted {
    let [of_level, of_start, of_noise] = [LEVEL.1, START_SD, NOISE_SD].map(|sd| sd.powi(-2));
    let (mut m11, mut m12, mut m22) = (of_level, 0.0, of_start);
    let (mut v1, mut v2) = (LEVEL.0 * of_level, first * of_start);
    let mut c = LEVEL.0.powi(2) * of_level + first.powi(2) * of_start;
    for (after_days, score) in points {
        let h = (-rate(days) * after_days).exp();
        let g = 1.0 - h;
        m11 += g * g * of_noise;
        m12 += g * h * of_noise;
        m22 += h * h * of_noise;
        v1 += g * score * of_noise;
        v2 += h * score * of_noise;
        c += score * score * of_noise;
    }
    let det = m11 * m22 - m12 * m12;
    let (level, start) = ((m22 * v1 - m12 * v2) / det, (m11 * v2 - m12 * v1) / det);
    let left_over = c - v1 * level - v2 * start;
    let ln_prior = -(days / MEDIAN_DAYS).ln().powi(2) / (2.0 * LOG_SD * LOG_SD);
    Fitted { days, ln_weight: -left_over / 2.0 - det.ln() / 2.0 + ln_prior, level, start }
}
