//! Automaticity: how much of it happens by itself, by the person's own ratings.

use chrono::NaiveDate;

/// One rating: the four items of a month, or the first alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HabitRating {
    pub day: NaiveDate,
    /// Answers from 1 to 7; an item that was not asked or not answered is left out of the mean.
    pub items: [Option<u8>; 4],
}
