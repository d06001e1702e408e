//! Strength: a slow average of how far each day came towards its target.
//!
//! The score of Loop Habit Tracker (evidence.md §3): s = m·s + (1 − m)·p with m = 2^(−√f/13), a half-life of
//! 13 days for a daily habit. It is an engineering heuristic, not a measure of automaticity.

use super::days::Days;

/// Half-life of strength in days of daily practice; evidence.md §3.
pub const HALF_LIFE_DAYS: f64 = 13.0;

/// One step of the score: `frequency` in times a day (daily 1), `score` and `progress` 0–1.
pub fn step(frequency: f64, score: f64, progress: f64) -> f64 {
    let keep = (-frequency.sqrt() / HALF_LIFE_DAYS).exp2();
    score * keep + progress * (1.0 - keep)
}

/// Strength after each day. A rest leaves it as it was; today counts only once it helps, being unfinished.
pub fn series(days: &Days) -> Vec<f64> {
    let mut score = 0.0;
    let last = days.iter().len().saturating_sub(1);
    let scored = days.iter().enumerate().map(|(nth, day)| {
        let target_secs = f64::from(day.target_minutes) * 60.0;
        #[expect(clippy::cast_precision_loss, reason = "seconds of a day fit a float exactly")]
        let progress = if target_secs > 0.0 { (day.focus_secs as f64 / target_secs).min(1.0) } else { 1.0 };
        let next = step(1.0, score, if day.target_minutes == 0 && day.sessions == 0 { 0.0 } else { progress });
        let is_rest_without_work = day.rest.is_some() && day.sessions == 0;
        if !(is_rest_without_work || (nth == last && next < score)) {
            score = next;
        }
        score
    });
    scored.collect()
}
