//! Two rates with Beta(1, 1) priors: which is higher, by how much, and how sure that is (evidence.md §5).

use super::{Span, effective_days};

/// Points of the grid on which the densities are laid for the interval.
const POINTS: usize = 1_000;
/// Share of a density that is left out at a point without being missed.
const NOTHING: f64 = 1e-12;

/// Days of one kind, and those of them on which the outcome came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arm {
    pub came: u32,
    pub n: u32,
}

impl Arm {
    /// The parameters of its posterior: Beta(1 + s, 1 + n − s).
    fn beta(self) -> (usize, usize) {
        let came = self.came.min(self.n);
        (came as usize + 1, (self.n - came) as usize + 1)
    }

    fn mean(self) -> f64 {
        let (a, b) = self.beta();
        a as f64 / (a + b) as f64
    }

    /// The same rate seen on fewer days, for days that resemble the day before.
    pub(super) fn thinned(self, rho: f64) -> Self {
        let n = effective_days(self.n, rho);
        let share = f64::from(self.came.min(self.n)) / f64::from(self.n.max(1));
        Self { came: (share * f64::from(n)).round() as u32, n }
    }
}

/// Difference of the posterior means, A − B.
pub fn mean_difference(a: Arm, b: Arm) -> f64 {
    a.mean() - b.mean()
}

/// P(A > B), exactly: Σ over i < a of exp(lnB(aB+i, bA+bB) − ln(bA+i) − lnB(1+i, bA) − lnB(aB, bB)).
pub fn probability_better(a: Arm, b: Arm) -> f64 {
    let ((a1, b1), (a2, b2)) = (a.beta(), b.beta());
    let ln_gamma = ln_gammas(a1 + b1 + a2 + b2 + 1);
    let ln_beta = |x: usize, y: usize| ln_gamma[x] + ln_gamma[y] - ln_gamma[x + y];
    let terms = (0..a1)
        .map(|i| (ln_beta(a2 + i, b1 + b2) - ((b1 + i) as f64).ln() - ln_beta(1 + i, b1) - ln_beta(a2, b2)).exp());
    terms.sum::<f64>().clamp(0.0, 1.0)
}

/// ln Γ(n) for n from 0 (not used) up to `most`.
fn ln_gammas(most: usize) -> Vec<f64> {
    let mut sums = vec![0.0; most.max(1) + 1];
    for n in 2..sums.len() {
        sums[n] = sums[n - 1] + ((n - 1) as f64).ln();
    }
    sums
}

/// The credible intervals of the difference A − B that hold each of the `levels` of it, 0–1: two grids convolved, so always
/// the same.
pub fn credible_intervals<const N: usize>(a: Arm, b: Arm, levels: [f64; N]) -> [Span; N] {
    let (first, second) = (grid(a), grid(b));
    // Cell d holds the differences around (d − (POINTS − 1)) / POINTS.
    let mut mass = vec![0.0; 2 * POINTS - 1];
    for (i, p) in first.iter().enumerate().filter(|(_, p)| **p > NOTHING) {
        for (j, q) in second.iter().enumerate().filter(|(_, q)| **q > NOTHING) {
            mass[i + POINTS - 1 - j] += p * q;
        }
    }
    levels.map(|level| {
        let tail = (1.0 - level) / 2.0;
        Span { low: quantile(&mass, tail), high: quantile(&mass, 1.0 - tail) }
    })
}

/// The posterior's mass at the middle of each of [`POINTS`] cells.
fn grid(arm: Arm) -> Vec<f64> {
    let (a, b) = arm.beta();
    let ln: Vec<f64> = (0..POINTS)
        .map(|cell| {
            let x = (cell as f64 + 0.5) / POINTS as f64;
            (a - 1) as f64 * x.ln() + (b - 1) as f64 * (1.0 - x).ln()
        })
        .collect();
    let most = ln.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let density: Vec<f64> = ln.iter().map(|ln| (ln - most).exp()).collect();
    let sum: f64 = density.iter().sum();
    density.iter().map(|at| at / sum).collect()
}

fn quantile(mass: &[f64], share: f64) -> f64 {
    let wanted = share * mass.iter().sum::<f64>();
    let mut sum = 0.0;
    let cell = mass.iter().position(|at| {
        sum += at;
        sum >= wanted
    });
    let cell = cell.unwrap_or(mass.len().saturating_sub(1));
    (cell as f64 - (POINTS - 1) as f64) / POINTS as f64
}
