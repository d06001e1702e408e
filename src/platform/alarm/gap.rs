//! Sees from two readings of the clocks that the machine slept, the process was stopped or the time was changed.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::platform::clock::Clock;

/// Time between two beats above which the person cannot be assumed to have been at it, in seconds.
pub const GAP: Duration = Duration::from_secs(90);

/// How far the wall clock may be set back unnoticed, in seconds; time servers correct less than this.
const BACK: TimeDelta = TimeDelta::seconds(2);

/// Both clocks read at the same moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// Wall clock.
    pub wall: DateTime<Utc>,
    /// Monotonic clock, since the start of the process.
    pub mono: Duration,
}

impl Beat {
    /// Reads both clocks.
    pub fn read(clock: &dyn Clock) -> Self {
        Self { wall: clock.wall(), mono: clock.mono() }
    }
}

/// A stretch of which nobody knows whether it was work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Wall time of the last beat before it.
    pub last_alive: DateTime<Utc>,
    /// Wall time when it was noticed; before `last_alive` when the clock was set back.
    pub seen: DateTime<Utc>,
}

/// A gap between two beats that should be `expected` apart: over 90 s (or `expected`, if longer) on either clock, because the
/// monotonic one stops in suspend on some systems and runs on others, or the wall clock back by more than 2 s.
pub fn gap(prev: Beat, next: Beat, expected: Duration) -> Option<Gap> {
    let limit = GAP.max(expected);
    let wall = next.wall - prev.wall;
    let asleep = wall.to_std().is_ok_and(|wall| wall > limit);
    let stopped = next.mono.saturating_sub(prev.mono) > limit;
    (asleep || stopped || wall < -BACK).then_some(Gap { last_alive: prev.wall, seen: next.wall })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPECTED: Duration = Duration::from_secs(20);

    fn beat(wall_secs: i64, mono_secs: u64) -> Beat {
        Beat { wall: DateTime::from_timestamp(wall_secs, 0).unwrap(), mono: Duration::from_secs(mono_secs) }
    }

    #[track_caller]
    fn check_gap(next: Beat, seen: bool) {
        let expected = seen.then_some(Gap { last_alive: beat(1_000_000, 0).wall, seen: next.wall });
        assert_eq!(gap(beat(1_000_000, 50), next, EXPECTED), expected);
    }

    #[test]
    fn beats_up_to_90_s_apart_are_no_gap() {
        check_gap(beat(1_000_020, 70), false);
        check_gap(beat(1_000_090, 140), false);
        check_gap(beat(1_000_000, 50), false);
    }

    #[test]
    fn a_linux_like_sleep_shows_on_the_wall() {
        check_gap(beat(1_000_091, 50), true);
        check_gap(beat(1_028_800, 55), true);
    }

    #[test]
    fn a_windows_like_sleep_shows_on_both() {
        check_gap(beat(1_028_800, 28_850), true);
    }

    #[test]
    fn a_stop_hidden_by_a_clock_set_back_shows_on_the_monotonic_clock() {
        check_gap(beat(1_000_010, 141), true);
    }

    #[test]
    fn only_a_clock_set_back_by_more_than_2_s_is_a_gap() {
        check_gap(beat(999_998, 70), false);
        check_gap(beat(999_997, 70), true);
        check_gap(beat(0, 70), true);
    }

    #[test]
    fn a_longer_expected_interval_raises_the_limit() {
        let long = Duration::from_mins(10);
        assert_eq!(gap(beat(0, 0), beat(600, 600), long), None);
        assert!(gap(beat(0, 0), beat(601, 601), long).is_some());
    }
}
