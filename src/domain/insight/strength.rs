//! Strength: a slow average of how far each day came towards its target.
//!
//! The score of Loop Habit Tracker (evidence.md §3): s = m·s + (1 − m)·p with m = 2^(−√f/13), a half-life of
//! 13 days for a daily habit. It is an engineering heuristic, not a measure of automaticity.

use super::days::{Day, Days};

/// Half-life of strength in days of daily practice; evidence.md §3.
pub const HALF_LIFE_DAYS: f64 = 13.0;

/// One step of the score: `frequency` in times a day (daily 1), `score` and `progress` 0–1.
pub fn step(frequency: f64, score: f64, progress: f64) -> f64 {
    let keep = (-frequency.sqrt() / HALF_LIFE_DAYS).exp2();
    score * keep + progress * (1.0 - keep)
}

/// Strength after each day. A rest leaves it as it was, work on it only adds; today counts only once it helps, being
/// unfinished. A day without a target counts as done when it has a session.
pub fn series(days: &Days) -> Vec<f64> {
    let mut score = 0.0;
    let last = days.iter().len().saturating_sub(1);
    let scored = days.iter().enumerate().map(|(nth, day)| {
        let next = step(1.0, score, progress(day));
        let only_upward = day.rest.is_some() || nth == last;
        score = if only_upward { score.max(next) } else { next };
        score
    });
    scored.collect()
}

/// How far a day came towards its target, 0–1.
fn progress(day: &Day) -> f64 {
    match (day.target_minutes, day.sessions) {
        (0, 0) => 0.0,
        (0, _) => 1.0,
        (minutes, _) => (day.focus_secs as f64 / (f64::from(minutes) * 60.0)).min(1.0),
    }
}

#[cfg(test)]
mod tests;
