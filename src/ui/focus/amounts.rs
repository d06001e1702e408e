//! Which amounts the count buttons add: sized to what is usually counted.

use crate::domain::Model;
use crate::domain::measure::Count;

/// Newest counts that say what is usual.
const SEEN: usize = 20;

/// The two amounts offered for the goal's measure: "+10" and "+100".
pub fn offered(model: &Model) -> [f64; 2] {
    let Some(goal) = model.goal() else { return [1.0, 10.0] };
    let counts = model.counts.iter().rev().filter(|count| count.goal == goal.id);
    let mut seen: Vec<f64> = counts.take(SEEN).map(|count: &Count| count.amount.abs()).collect();
    seen.sort_by(f64::total_cmp);
    let total = goal.measure.as_ref().and_then(|measure| measure.total);
    // Before anything was counted, the two hundredth part of the whole is a guess at a session's worth.
    let usual = seen.get(seen.len() / 2).copied().or(total.map(|total| total / 200.0));
    sized(usual.unwrap_or(1.0))
}

fn sized(usual: f64) -> [f64; 2] {
    if usual < 5.0 {
        return [1.0, 5.0];
    }
    let small = 10_f64.powf((usual / 10.0).max(1.0).log10().floor());
    [small, small * 10.0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_by_tens_and_hundreds_lessons_by_one_and_five() {
        assert_eq!(sized(320.0), [10.0, 100.0]);
        assert_eq!(sized(1_500.0), [100.0, 1_000.0]);
        assert_eq!(sized(12.0), [1.0, 10.0]);
        assert_eq!(sized(2.0), [1.0, 5.0]);
    }

    #[test]
    fn without_a_goal_small_amounts_are_offered() {
        assert_eq!(offered(&Model::default()), [1.0, 10.0]);
    }
}
