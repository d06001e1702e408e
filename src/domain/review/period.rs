//! The weeks and months that are looked back at, and which of them are due.
//!
//! A week is the seven days that end with the review day of the settings, a month is one of the calendar. A week is due
//! on its last day, a month when it is over; it is brought up on the first review day after it.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use uuid::Uuid;

use super::{ReviewKind, find};
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::rest::rest_on;

/// Days of a week.
const WEEK_DAYS: u64 = 7;
/// The last day of a period lies at least so many days after the goal's first: before, there is no week to look back at.
const FROM_DAY: i64 = 6;
/// Weeks and months that can be made up for, the last one of each included.
const LATE_WEEKS: usize = 4;
const LATE_MONTHS: usize = 2;
/// Weeks that end so many days apart at most share more than half of their days: they are one, under another review day.
const SAME_WEEK_DAYS: i64 = 3;

/// A week or a month of goal days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    pub kind: ReviewKind,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// A period that is to be looked back at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub period: Period,
    /// The review day that brings it up.
    pub day: NaiveDate,
    /// Days since then; 0 on that day and before it.
    pub late_days: u32,
    /// What was written of it so far.
    pub draft: Option<Uuid>,
}

impl Period {
    /// The seven days that end with `to`.
    pub fn week_ending(to: NaiveDate) -> Self {
        Self { kind: ReviewKind::Weekly, from: back(to, WEEK_DAYS - 1), to }
    }

    /// The week that `day` lies in.
    pub fn week_of(day: NaiveDate, review_day: Weekday) -> Self {
        let ahead = review_day.days_since(day.weekday());
        Self::week_ending(day.checked_add_days(Days::new(u64::from(ahead))).unwrap_or(day))
    }

    /// The month that `day` lies in.
    pub fn month_of(day: NaiveDate) -> Self {
        let from = day.with_day(1).unwrap_or(day);
        let to = day.with_day(u32::from(day.num_days_in_month())).unwrap_or(day);
        Self { kind: ReviewKind::Monthly, from, to }
    }

    /// The week or month before it.
    #[must_use]
    pub fn before(self) -> Self {
        let last = back(self.from, 1);
        match self.kind {
            ReviewKind::Weekly => Self::week_ending(last),
            ReviewKind::Monthly => Self::month_of(last),
        }
    }

    /// Whether it is seven days, or a month of the calendar.
    pub fn is_whole(self) -> bool {
        match self.kind {
            ReviewKind::Weekly => self == Self::week_ending(self.to),
            ReviewKind::Monthly => self == Self::month_of(self.to),
        }
    }

    /// The days of it, oldest first.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.from.iter_days().take_while(move |day| *day <= self.to)
    }

    /// Whether both are one and the same to look back at, though the review day may have been changed between.
    pub(super) fn is_same(self, other: Self) -> bool {
        let apart = (self.to - other.to).num_days().abs();
        self.kind == other.kind
            && match self.kind {
                ReviewKind::Weekly => apart <= SAME_WEEK_DAYS,
                ReviewKind::Monthly => apart == 0,
            }
    }

    /// The review day that brings it up: a week's last day, the first review day after a month.
    fn brought_up(self, review_day: Weekday) -> NaiveDate {
        match self.kind {
            ReviewKind::Weekly => self.to,
            ReviewKind::Monthly => Self::week_of(self.to.succ_opt().unwrap_or(self.to), review_day).to,
        }
    }
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// The last week and the last month that can be looked back at and were not yet, the week first.
pub fn due(model: &Model, goal: &Goal, today: NaiveDate) -> Vec<Due> {
    let open = last_over(model, today).into_iter().filter(|period| is_open(model, goal, *period));
    open.map(|period| Due::of(model, goal, period, today)).collect()
}

/// The oldest week and the oldest month before those of [`due`] that can still be made up for and have no draft; nobody is
/// reminded of them.
pub fn late(model: &Model, goal: &Goal, today: NaiveDate) -> Vec<Due> {
    let [week, month] = last_over(model, today);
    let oldest = [(week, LATE_WEEKS), (month, LATE_MONTHS)].into_iter().filter_map(|(last, count)| {
        let before = std::iter::successors(Some(last), |period| Some(period.before())).take(count).skip(1);
        before.filter(|period| is_open(model, goal, *period) && find(model, goal, *period).is_none()).last()
    });
    oldest.map(|period| Due::of(model, goal, period, today)).collect()
}

/// The last week that ended, today included, and the last month that is over.
fn last_over(model: &Model, today: NaiveDate) -> [Period; 2] {
    let this_week = Period::week_of(today, model.settings.review_weekday);
    let week = if this_week.to > today { this_week.before() } else { this_week };
    [week, Period::month_of(today).before()]
}

impl Due {
    fn of(model: &Model, goal: &Goal, period: Period, today: NaiveDate) -> Self {
        let day = period.brought_up(model.settings.review_weekday);
        let late_days = u32::try_from((today - day).num_days()).unwrap_or(0);
        Self { period, day, late_days, draft: find(model, goal, period).map(|review| review.id) }
    }
}

/// Whether the reminder on the review day of the week that `day` lies in has a review to remind of: that week, or on the
/// first review day of a month the month before.
pub fn rings(model: &Model, goal: &Goal, day: NaiveDate) -> bool {
    let week = Period::week_of(day, model.settings.review_weekday);
    let month = Period::month_of(week.to).before();
    let is_first_of_month = month.brought_up(model.settings.review_weekday) == week.to;
    is_open(model, goal, week) || (is_first_of_month && is_open(model, goal, month))
}

/// Whether there is something to look back at, and nobody did.
fn is_open(model: &Model, goal: &Goal, period: Period) -> bool {
    let is_old_enough = (period.to - goal.start_day).num_days() >= FROM_DAY;
    let is_done = || find(model, goal, period).is_some_and(super::Review::is_done);
    let is_free = |day: NaiveDate| {
        rest_on(&model.rests, day).is_some() || goal.pauses.iter().any(|pause| pause.from <= day && day <= pause.to)
    };
    is_old_enough && !is_done() && !period.days().all(is_free)
}
