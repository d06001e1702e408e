//! The only place that reads a clock or makes a seed, so that everything else can be tested at any time of day.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local, Offset, TimeDelta, TimeZone, Utc};

use crate::domain::time::Now;

/// What the rest of the program may know about time.
pub trait Clock: Send + Sync {
    /// Wall clock; people and time servers may set it back or forward.
    fn wall(&self) -> DateTime<Utc>;

    /// Time since the start of the process; never goes back, stops in suspend on Linux and macOS, runs on Windows.
    fn mono(&self) -> Duration;

    /// Offset from UTC that holds here at `at`; UTC where no time zone is known.
    fn offset(&self, at: DateTime<Utc>) -> FixedOffset;

    /// A number no one can guess, different at each call; for ids.
    fn seed(&self) -> u64;

    /// The present moment as the domain takes it: whole seconds, the offset here and a fresh seed.
    fn now(&self) -> Now {
        let utc = self.wall();
        Now::new(utc, self.offset(utc), self.seed())
    }
}

/// The clock of this machine.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// Starts the monotonic count; make one per process and share it.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the place the ban points to")]
    pub fn new() -> Self {
        Self { start: Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the place the ban points to")]
    fn wall(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn mono(&self) -> Duration {
        self.start.elapsed()
    }

    fn offset(&self, at: DateTime<Utc>) -> FixedOffset {
        Local.offset_from_utc_datetime(&at.naive_utc()).fix()
    }

    fn seed(&self) -> u64 {
        // The standard library keys each of these from the system's random source.
        RandomState::new().build_hasher().finish()
    }
}

/// What the monotonic clock does while the machine sleeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspend {
    /// Linux and macOS: only the wall clock moves.
    MonoStops,
    /// Windows: both move.
    MonoRuns,
}

/// A clock for tests and demos that stands still until it is told otherwise; clones share the same time.
#[derive(Clone, Debug)]
pub struct FakeClock {
    time: Arc<Mutex<FakeTime>>,
}

#[derive(Debug)]
struct FakeTime {
    wall: DateTime<Utc>,
    mono: Duration,
    offset: FixedOffset,
    seed: u64,
}

impl FakeClock {
    /// Stands at `wall`, with offset zero, monotonic zero and seeds 1, 2, 3…
    #[must_use]
    pub fn new(wall: DateTime<Utc>) -> Self {
        let time = FakeTime { wall, mono: Duration::ZERO, offset: Utc.fix(), seed: 0 };
        Self { time: Arc::new(Mutex::new(time)) }
    }

    /// Lets `by` pass on both clocks, as when the machine is awake.
    pub fn advance(&self, by: Duration) {
        self.move_wall(by);
        self.lock().mono += by;
    }

    /// Lets the machine sleep for `time`.
    pub fn suspend(&self, time: Duration, kind: Suspend) {
        match kind {
            Suspend::MonoStops => self.move_wall(time),
            Suspend::MonoRuns => self.advance(time),
        }
    }

    /// Sets the wall clock, as a person or a time server does; the monotonic one is not touched.
    pub fn set_wall(&self, wall: DateTime<Utc>) {
        self.lock().wall = wall;
    }

    /// Travels to a zone with this offset.
    pub fn set_offset(&self, offset: FixedOffset) {
        self.lock().offset = offset;
    }

    fn move_wall(&self, by: Duration) {
        let mut time = self.lock();
        let by = TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX);
        time.wall = time.wall.checked_add_signed(by).unwrap_or(DateTime::<Utc>::MAX_UTC);
    }

    fn lock(&self) -> MutexGuard<'_, FakeTime> {
        self.time.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for FakeClock {
    fn wall(&self) -> DateTime<Utc> {
        self.lock().wall
    }

    fn mono(&self) -> Duration {
        self.lock().mono
    }

    fn offset(&self, _at: DateTime<Utc>) -> FixedOffset {
        self.lock().offset
    }

    fn seed(&self) -> u64 {
        let mut time = self.lock();
        time.seed += 1;
        time.seed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
    }

    #[track_caller]
    fn check_sleep(kind: Suspend, mono_secs: u64) {
        let clock = FakeClock::new(noon());
        clock.advance(Duration::from_secs(10));
        clock.suspend(Duration::from_hours(8), kind);
        assert_eq!(clock.wall(), Utc.with_ymd_and_hms(2026, 3, 1, 20, 0, 10).unwrap());
        assert_eq!(clock.mono(), Duration::from_secs(mono_secs));
    }

    #[test]
    fn a_linux_like_sleep_moves_only_the_wall() {
        check_sleep(Suspend::MonoStops, 10);
    }

    #[test]
    fn a_windows_like_sleep_moves_both() {
        check_sleep(Suspend::MonoRuns, 28_810);
    }

    #[test]
    fn clones_share_the_same_time() {
        let clock = FakeClock::new(noon());
        let other = clock.clone();
        clock.set_offset(FixedOffset::east_opt(3600).unwrap());
        clock.advance(Duration::from_secs(1));
        assert_eq!(other.wall(), Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 1).unwrap());
        assert_eq!(other.offset(noon()).local_minus_utc(), 3600);
    }

    #[test]
    fn the_system_clock_gives_a_new_seed_each_time_and_never_runs_back() {
        let clock = SystemClock::new();
        let before = clock.mono();
        assert_ne!(clock.seed(), clock.seed());
        assert!(clock.mono() >= before);
    }
}
