//! The level: from the focus of all goals, so that it never drops.

/// Level `L` begins at this many minutes times `L · (L − 1)`: 2 at 30 min, 3 at 1 h 30, 5 at 5 h, 10 at 22 h 30, 20 at 95 h.
/// Each takes half an hour more than the one before; chosen by hand.
const MINUTES_A_STEP: u64 = 15;

/// Where the total focus stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// From 1 on.
    pub number: u32,
    /// Minutes at which it began, and at which the next one begins.
    pub from_minutes: u64,
    pub to_minutes: u64,
    /// Whole minutes of focus in all.
    pub minutes: u64,
}

/// Minutes at which a level begins; 0 for the first.
pub fn level_from(number: u32) -> u64 {
    MINUTES_A_STEP * u64::from(number) * u64::from(number.saturating_sub(1))
}

impl Level {
    /// The level of so many seconds of focus.
    pub fn of(secs: i64) -> Self {
        let minutes = u64::try_from(secs / 60).unwrap_or(0);
        // The root of L² − L − m/15 = 0, then put right where rounding missed.
        let root = f64::midpoint(1.0, (1.0 + 4.0 * minutes as f64 / MINUTES_A_STEP as f64).sqrt()) as u32;
        let mut number = root.max(1);
        while number > 1 && level_from(number) > minutes {
            number -= 1;
        }
        while level_from(number + 1) <= minutes {
            number += 1;
        }
        Self { number, from_minutes: level_from(number), to_minutes: level_from(number + 1), minutes }
    }
}

impl Default for Level {
    fn default() -> Self {
        Self::of(0)
    }
}
