//! The watch for a changed zone: travel makes the alarms wrong, clocks that go forward or back were reckoned with.

use chrono::{DateTime, FixedOffset, Utc};

use crate::platform::clock::Clock;

/// What became of the offset here since the last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneChange {
    None,
    /// The zone is the same; its clocks went forward or back.
    Clocks,
    /// It is another zone.
    Moved,
}

/// When it was looked last, and the offset then.
#[derive(Debug, Default)]
pub struct ZoneWatch {
    last: Option<(DateTime<Utc>, FixedOffset)>,
}

impl ZoneWatch {
    /// Looks at `wall`. In another zone the offset of the last look would have been another one, too.
    pub fn look(&mut self, clock: &dyn Clock, wall: DateTime<Utc>) -> ZoneChange {
        let here = clock.offset(wall);
        match self.last.replace((wall, here)) {
            Some((then, before)) if clock.offset(then) != before => ZoneChange::Moved,
            Some((_, before)) if before != here => ZoneChange::Clocks,
            Some(_) | None => ZoneChange::None,
        }
    }
}
