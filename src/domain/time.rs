//! Instants, goal days and weeks: the one place where an instant becomes a day.

use chrono::{DateTime, Datelike, Days, Duration, FixedOffset, NaiveDate, NaiveDateTime, SubsecRound, Utc, Weekday};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Latest day-start hour that can be chosen; later would make "yesterday" last until the afternoon.
pub const MAX_DAY_START_HOUR: u8 = 12;

/// The present moment as handed in from outside: whole seconds, the zone's offset then, and a seed for new ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub utc: DateTime<Utc>,
    pub offset: FixedOffset,
    pub seed: u64,
}

impl Now {
    /// Drops fractions of a second, so that sums of stored stamps equal what was shown.
    pub fn new(utc: DateTime<Utc>, offset: FixedOffset, seed: u64) -> Self {
        Self { utc: utc.trunc_subsecs(0), offset, seed }
    }

    /// A fresh uuid v7 of this moment; `nth` tells apart the records one action makes.
    pub fn id(&self, nth: u16) -> Uuid {
        let millis = u64::try_from(self.utc.timestamp_millis()).unwrap_or(0);
        let mut bytes = [0; 10];
        bytes[..2].copy_from_slice(&nth.to_be_bytes());
        bytes[2..].copy_from_slice(&self.seed.to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// The wall-clock time where the user is.
    pub fn local(&self) -> NaiveDateTime {
        local_time(self.utc, self.offset)
    }

    /// The goal day it is now.
    pub fn today(&self, day_start_hour: u8) -> NaiveDate {
        day_of(self.utc, self.offset, day_start_hour)
    }

    /// The offset as stored with records, in seconds east of UTC.
    pub fn offset_secs(&self) -> i32 {
        self.offset.local_minus_utc()
    }

    /// The first moment of the next goal day, if the offset stays as it is.
    pub fn next_day_start(&self, day_start_hour: u8) -> DateTime<Utc> {
        let tomorrow = self.today(day_start_hour).checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        let start = tomorrow.and_time(chrono::NaiveTime::MIN) + Duration::hours(i64::from(day_start_hour));
        shifted(start.and_utc(), -i64::from(self.offset_secs()))
    }
}

/// The goal day an instant belongs to: its date by the offset it was made in, the day starting at `day_start_hour`.
///
/// Total for every instant: the far ends of the calendar stay at its ends.
pub fn day_of(utc: DateTime<Utc>, offset: FixedOffset, day_start_hour: u8) -> NaiveDate {
    let shift = Duration::hours(i64::from(day_start_hour.min(MAX_DAY_START_HOUR)));
    local_time(utc, offset).checked_sub_signed(shift).map_or(NaiveDate::MIN, |at| at.date())
}

/// The wall-clock time of an instant at an offset, kept inside the calendar.
pub fn local_time(utc: DateTime<Utc>, offset: FixedOffset) -> NaiveDateTime {
    let shift = Duration::seconds(i64::from(offset.local_minus_utc()));
    let fallback = if utc.timestamp() < 0 { NaiveDateTime::MIN } else { NaiveDateTime::MAX };
    utc.naive_utc().checked_add_signed(shift).unwrap_or(fallback)
}

/// An instant some seconds later, or earlier below zero, kept inside the calendar.
pub fn shifted(utc: DateTime<Utc>, secs: i64) -> DateTime<Utc> {
    let end = if secs < 0 { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
    Duration::try_seconds(secs).and_then(|by| utc.checked_add_signed(by)).unwrap_or(end)
}

/// An offset from its stored seconds; anything out of range is UTC.
pub fn offset_from_secs(secs: i32) -> FixedOffset {
    FixedOffset::east_opt(secs).unwrap_or_else(|| chrono::Offset::fix(&Utc))
}

/// The instant of a typed local time: in a gap of the clocks the first moment after it, in a fold the earlier one.
///
/// `offset_at` gives the zone's offset at an instant; every zone changes its offset at most once in two days.
pub fn resolve_local(
    local: NaiveDateTime,
    offset_at: impl Fn(DateTime<Utc>) -> FixedOffset,
) -> (DateTime<Utc>, FixedOffset) {
    let guess = local.and_utc();
    let (mut low, mut high) = (shifted(guess, -86_400), shifted(guess, 86_400));
    let before = offset_at(low);
    let fits = |offset: FixedOffset| {
        let utc = shifted(guess, -i64::from(offset.local_minus_utc()));
        (offset_at(utc) == offset).then_some((utc, offset))
    };
    if let Some(found) = [fits(before), fits(offset_at(high))].into_iter().flatten().min_by_key(|(utc, _)| *utc) {
        return found;
    }
    // In whole seconds, as the clocks change: half a second more would be a moment that no `Now` can reach.
    while high - low > Duration::seconds(1) {
        let middle = shifted(low, (high - low).num_seconds() / 2);
        if offset_at(middle) == before { low = middle } else { high = middle }
    }
    (high, offset_at(high))
}

/// The day a week starts on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WeekStart {
    #[default]
    Monday,
    Saturday,
    Sunday,
}

impl WeekStart {
    /// The weekday it stands for.
    pub fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Mon,
            Self::Saturday => Weekday::Sat,
            Self::Sunday => Weekday::Sun,
        }
    }

    /// The first day of the week that `day` lies in.
    pub fn first_day_of(self, day: NaiveDate) -> NaiveDate {
        let back = day.weekday().days_since(self.weekday());
        day.checked_sub_days(Days::new(u64::from(back))).unwrap_or(day)
    }
}

#[cfg(test)]
mod tests;
