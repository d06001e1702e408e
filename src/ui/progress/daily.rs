//! Minutes a day against the target: bars of days, or of weeks and months where days would be too thin.

use chrono::{Datelike, Days as Span, Months, NaiveDate};

use crate::domain::insight::days::{Day, Days};
use crate::domain::insight::median::median;
use crate::domain::rest::RestKind;
use crate::domain::time::WeekStart;

use super::counters::days_open;
use super::range::Period;

/// Most days drawn one bar each, and most drawn as weeks.
const MOST_DAYS: i64 = 62;
const MOST_WEEK_DAYS: i64 = 500;
/// Days of the mean, and least days of a chart that shows it.
pub const MEAN_DAYS: usize = 7;
const LEAST_MEAN_DAYS: i64 = 14;

/// How many days make one bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    #[default]
    Day,
    Week,
    Month,
}

impl Grain {
    /// The grain in which so many days are drawn.
    pub fn of(days: i64) -> Self {
        match days {
            days if days <= MOST_DAYS => Self::Day,
            days if days <= MOST_WEEK_DAYS => Self::Week,
            _ => Self::Month,
        }
    }

    /// The first day of the bar that a day lies in.
    pub fn start(self, day: NaiveDate, week_start: WeekStart) -> NaiveDate {
        match self {
            Self::Day => day,
            Self::Week => week_start.first_day_of(day),
            Self::Month => day.with_day(1).unwrap_or(day),
        }
    }

    /// Things of days in order, those of one bar together; where a bar begins is reckoned once for each.
    pub fn groups<T>(
        self,
        things: &[T],
        week_start: WeekStart,
        day: impl Fn(&T) -> NaiveDate,
    ) -> impl Iterator<Item = &[T]> {
        let mut rest = things;
        std::iter::from_fn(move || {
            let end = self.end(day(rest.first()?), week_start);
            let (group, later) = rest.split_at(rest.partition_point(|thing| day(thing) <= end));
            rest = later;
            Some(group)
        })
    }

    /// The last day of the bar that a day lies in, also while it is not over.
    pub fn end(self, day: NaiveDate, week_start: WeekStart) -> NaiveDate {
        let start = self.start(day, week_start);
        let next = match self {
            Self::Day => start.succ_opt(),
            Self::Week => start.checked_add_days(Span::new(7)),
            Self::Month => start.checked_add_months(Months::new(1)),
        };
        next.and_then(|day| day.pred_opt()).unwrap_or(day)
    }
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
    /// Days that are over, each with the mean minutes of the 7 days up to it; none on a short or a coarse chart.
    pub means: Vec<(NaiveDate, f64)>,
}

/// Done days from which a middle day says something.
pub const DAYS_FOR_MIDDLE: u32 = 5;

impl Daily {
    /// The chart of `period`, compared with `before`.
    pub fn of(days: &Days, period: Period, before: Option<Period>, week_start: WeekStart) -> Self {
        let within = period.days(days);
        let grain = Grain::of(period.count_days());
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
            means: if grain == Grain::Day && period.count_days() >= LEAST_MEAN_DAYS {
                means(days, within)
            } else {
                Vec::new()
            },
        }
    }

    /// The highest that has to fit, in minutes.
    pub fn highest(&self) -> f64 {
        let means = self.means.iter().map(|(_, minutes)| *minutes);
        self.bars.iter().map(|bar| bar.minutes.max(bar.target_minutes)).chain(means).fold(0.0, f64::max)
    }
}

/// The mean of the 7 days up to each of `within` that is over, where there are 7.
fn means(days: &Days, within: &[Day]) -> Vec<(NaiveDate, f64)> {
    let (all, today) = (days.as_slice(), days.today().map(|today| today.day));
    let start = within.first().map_or(0, |first| all.partition_point(|day| day.day < first.day));
    let nths = (start..start + within.len()).filter(|nth| nth + 1 >= MEAN_DAYS);
    let mean = |nth: usize| {
        let secs: i64 = all[nth + 1 - MEAN_DAYS..=nth].iter().map(|day| day.focus_secs).sum();
        (all[nth].day, secs as f64 / 60.0 / MEAN_DAYS as f64)
    };
    nths.map(mean).filter(|(day, _)| Some(*day) != today).collect()
}

fn done(days: &[Day]) -> u32 {
    days.iter().filter(|day| day.is_done()).count() as u32
}

fn middle_day(days: &[Day]) -> Option<f64> {
    median(days.iter().filter(|day| day.is_done()).map(|day| day.focus_secs as f64 / 60.0).collect())
}

/// Bars of `days`, joined by week or month.
pub fn bars(days: &[Day], grain: Grain, week_start: WeekStart, today: Option<NaiveDate>) -> Vec<Bar> {
    grain.groups(days, week_start, |day| day.day).map(|days| bar(days, grain, week_start, today)).collect()
}

fn bar(days: &[Day], grain: Grain, week_start: WeekStart, today: Option<NaiveDate>) -> Bar {
    let count = days.len().max(1) as f64;
    let (first, last) = (days.first().copied().unwrap_or_default(), days.last().copied().unwrap_or_default());
    let secs: i64 = days.iter().map(|day| day.focus_secs).sum();
    let targets: f64 = days.iter().map(|day| f64::from(day.target_minutes)).sum();
    Bar {
        from: first.day,
        to: last.day,
        ends: grain.end(first.day, week_start),
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
    fn the_mean_of_seven_days_leaves_today_and_the_first_days_out() {
        let days = days(date(11, 1), &[7, 0, 14, 0, 7, 0, 7, 14, 70]);
        let chart = chart(&days, date(11, 1), date(11, 30));
        // 35 minutes on the 1st to 7th, 42 on the 2nd to 8th; the 9th is today.
        assert_eq!(chart.means, [(date(11, 7), 5.0), (date(11, 8), 6.0)]);
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
