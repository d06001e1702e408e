//! Jewels: milestones on the spring, each at its true distance.

/// Hours of total focus that set a jewel, up to the first hundreds; beyond, every 100 h.
pub const JEWEL_HOURS: [i64; 14] = [1, 5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400];

/// Length from which most jewels are drawn small, in hours.
const LONG_HOURS: i64 = 1_000;

/// A milestone on the spring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jewel {
    /// Distance from the inner end of the spring, in seconds of focus.
    pub at_secs: i64,
    pub kind: JewelKind,
}

/// What it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JewelKind {
    FirstSession,
    Hours(i64),
}

impl Jewel {
    /// Whether it is drawn in full on a spring of some length: beyond 1 000 h only every 1 000 h, the others small.
    pub fn is_large(&self, total_secs: i64) -> bool {
        let is_long = total_secs >= LONG_HOURS * 3600;
        !is_long || matches!(self.kind, JewelKind::Hours(hours) if hours % LONG_HOURS == 0)
    }
}

/// The jewels won so far: the first session's end and every hour mark up to `total_secs`.
pub fn won(first_session_secs: i64, total_secs: i64) -> Vec<Jewel> {
    let first =
        (first_session_secs > 0).then_some(Jewel { at_secs: first_session_secs, kind: JewelKind::FirstSession });
    let hours = marks().take_while(|hours| hours * 3600 <= total_secs);
    first.into_iter().chain(hours.map(|hours| Jewel { at_secs: hours * 3600, kind: JewelKind::Hours(hours) })).collect()
}

/// The next hour mark ahead.
pub fn next(total_secs: i64) -> Jewel {
    let hours = next_hours(total_secs);
    Jewel { at_secs: hours * 3600, kind: JewelKind::Hours(hours) }
}

/// The hours of the next mark ahead.
pub fn next_hours(total_secs: i64) -> i64 {
    marks().find(|hours| hours * 3600 > total_secs).unwrap_or(i64::MAX / 3600)
}

fn marks() -> impl Iterator<Item = i64> {
    JEWEL_HOURS.into_iter().chain((5..100_000).map(|hundreds| hundreds * 100))
}

#[cfg(test)]
mod tests;
