//! Minutes a day against the target: bars of days, or of weeks and months where days would be too thin.

use chrono::{Datelike, Days as Span, Months, NaiveDate};

use crate::domain::insight::days::{Day, Days};
use crate::domain::rest::RestKind;
use crate::domain::time::WeekStart;

use super::counters::{days_open, middle};
use super::range::Period;

/// Most days drawn one bar each, and most drawn as weeks.
const MOST_DAYS: i64 = 62;
const MOST_WEEK_DAYS: i64 = 500;

/// How many days make one bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    #[default]
    Day,
    Week,
    Month,
}

/// One bar: a day, or the mean day of a week or month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Where its room on the axis ends: the whole week or month, also while it is not over.
    pub ends: NaiveDate,
    /// Minutes a day.
    pub minutes: f64,
    pub target_minutes: f64,
    /// Set on a single free day without work.
    pub rest: Option<RestKind>,
    /// Today is in it, so that it still grows.
    pub is_growing: bool,
    pub sessions: u32,
}

/// The whole chart of a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Daily {
    pub grain: Grain,
    /// Bars of the days that have been, oldest first.
    pub bars: Vec<Bar>,
    pub days_done: u32,
    pub days_open: u32,
    /// Minutes of the middle done day.
    pub middle: Option<f64>,
    /// The same of the period before.
    pub middle_before: Option<f64>,
    /// The different targets in a row, in minutes.
    pub targets: Vec<u16>,
}

/// Done days from which a middle day says something.
pub const DAYS_FOR_MIDDLE: u32 = 5;

impl Daily {
    /// The chart of `period`, compared with `before`.
    pub fn of(days: &Days, period: Period, before: Option<Period>, week_start: WeekStart) -> Self {
        let within = period.days(days);
        let grain = match period.count_days() {
            days if days <= MOST_DAYS => Grain::Day,
            days if days <= MOST_WEEK_DAYS => Grain::Week,
            _ => Grain::Month,
        };
        let mut targets: Vec<u16> = within.iter().map(|day| day.target_minutes).filter(|target| *target > 0).collect();
        targets.dedup();
        let earlier = before.map(|period| period.days(days)).filter(|days| done(days) >= DAYS_FOR_MIDDLE);
        Self {
            grain,
            bars: bars(within, grain, week_start, days.today().map(|day| day.day)),
            days_done: done(within),
            days_open: days_open(within, days.today()),
            middle: middle_day(within),
            middle_before: earlier.and_then(middle_day),
            targets,
        }
    }

    /// The highest that has to fit, in minutes.
    pub fn highest(&self) -> f64 {
        self.bars.iter().map(|bar| bar.minutes.max(bar.target_minutes)).fold(0.0, f64::max)
    }
}

fn done(days: &[Day]) -> u32 {
    days.iter().filter(|day| day.is_done()).count() as u32
}

fn middle_day(days: &[Day]) -> Option<f64> {
    middle(days.iter().filter(|day| day.is_done()).map(|day| day.focus_secs as f64 / 60.0).collect())
}

/// Bars of `days`, joined by week or month.
pub fn bars(days: &[Day], grain: Grain, week_start: WeekStart, today: Option<NaiveDate>) -> Vec<Bar> {
    let group = |day: NaiveDate| match grain {
        Grain::Day => day,
        Grain::Week => week_start.first_day_of(day),
        Grain::Month => day.with_day(1).unwrap_or(day),
    };
    days.chunk_by(|a, b| group(a.day) == group(b.day)).map(|days| bar(days, grain, week_start, today)).collect()
}

fn bar(days: &[Day], grain: Grain, week_start: WeekStart, today: Option<NaiveDate>) -> Bar {
    let count = days.len().max(1) as f64;
    let (first, last) = (days.first().copied().unwrap_or_default(), days.last().copied().unwrap_or_default());
    let secs: i64 = days.iter().map(|day| day.focus_secs).sum();
    let targets: f64 = days.iter().map(|day| f64::from(day.target_minutes)).sum();
    let next = match grain {
        Grain::Day => None,
        Grain::Week => week_start.first_day_of(first.day).checked_add_days(Span::new(7)),
        Grain::Month => first.day.with_day(1).and_then(|day| day.checked_add_months(Months::new(1))),
    };
    Bar {
        from: first.day,
        to: last.day,
        ends: next.and_then(|day| day.pred_opt()).unwrap_or(last.day),
        minutes: secs as f64 / 60.0 / count,
        target_minutes: targets / count,
        rest: first.rest.filter(|_| days.len() == 1 && !first.is_done()),
        is_growing: Some(last.day) == today,
        sessions: days.iter().map(|day| day.sessions).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn days(first: NaiveDate, minutes: &[i64]) -> Days {
        let day_of = |(day, minutes): (NaiveDate, &i64)| Day {
            day,
            focus_secs: minutes * 60,
            sessions: u32::from(*minutes > 0),
            target_minutes: 10,
            ..Day::default()
        };
        Days::from_days(first.iter_days().zip(minutes).map(day_of).collect())
    }

    fn chart(days: &Days, from: NaiveDate, to: NaiveDate) -> Daily {
        Daily::of(days, Period { from, to }, None, WeekStart::Monday)
    }

    #[test]
    fn a_month_has_one_bar_a_day_and_none_ahead() {
        let days = days(date(11, 1), &[10, 0, 20]);
        let chart = chart(&days, date(11, 1), date(11, 30));
        assert_eq!(chart.grain, Grain::Day);
        assert_eq!(chart.bars.iter().map(|bar| bar.minutes).collect::<Vec<_>>(), [10.0, 0.0, 20.0]);
        assert_eq!(chart.bars.iter().map(|bar| bar.is_growing).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn a_year_has_one_bar_a_week_with_the_mean_day() {
        // 1 November 2026 is a Sunday.
        let days = days(date(11, 1), &[14, 7, 7, 7, 7, 7, 7, 7, 10]);
        let chart = chart(&days, date(1, 1), date(12, 31));
        assert_eq!(chart.grain, Grain::Week);
        assert_eq!(chart.bars.iter().map(|bar| bar.minutes).collect::<Vec<_>>(), [14.0, 7.0, 10.0]);
    }

    #[test]
    fn several_years_have_one_bar_a_month() {
        let days = days(date(10, 30), &[4, 8, 6, 2]);
        let period = Period { from: NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(), to: date(11, 2) };
        let chart = Daily::of(&days, period, None, WeekStart::Monday);
        assert_eq!(chart.grain, Grain::Month);
        assert_eq!(chart.bars.iter().map(|bar| bar.minutes).collect::<Vec<_>>(), [6.0, 4.0]);
    }

    #[test]
    fn the_middle_day_leaves_days_without_a_session_out() {
        let days = days(date(11, 1), &[10, 0, 20, 0, 15]);
        let chart = chart(&days, date(11, 1), date(11, 30));
        assert_eq!((chart.middle, chart.days_done, chart.days_open), (Some(15.0), 3, 5));
    }

    #[test]
    fn a_period_before_with_few_days_is_not_compared() {
        let days = days(date(10, 28), &[10, 10, 10, 10, 20]);
        let before = Period { from: date(10, 1), to: date(10, 31) };
        let period = Period { from: date(11, 1), to: date(11, 30) };
        let chart = Daily::of(&days, period, Some(before), WeekStart::Monday);
        assert_eq!(chart.middle_before, None);
    }
}
