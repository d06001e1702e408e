//! Range: which days the counters and charts show, and what that is called.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::insight::days::{Day, Days as GoalDays};
use crate::ui::format;
use crate::ui::text::Text;

/// How much is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Span {
    Week,
    #[default]
    Days30,
    Month,
    Year,
    All,
}

/// A span, and how many of them back from now; only months and years step back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    pub span: Span,
    pub back: u32,
}

/// The days of a range, both ends included; the end may lie ahead of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Period {
    /// One day alone.
    pub fn day(day: NaiveDate) -> Self {
        Self { from: day, to: day }
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// What its days are called as one says it: "Yesterday", "October 2026", "Mon 9 Nov – Sun 15 Nov".
    pub fn words(self, text: &Text, today: NaiveDate) -> String {
        let next = self.from.checked_add_months(Months::new(1)).and_then(|day| day.pred_opt());
        if self.from == self.to {
            format::day(text, self.from, today)
        } else if self.from.day() == 1 && Some(self.to) == next {
            format::month_year(text, self.from)
        } else {
            let is_this_year = [self.from, self.to].iter().all(|day| day.year() == today.year());
            let name = |day| if is_this_year { format::date_short(text, day) } else { format::date(text, day) };
            text.with("date-range", &[("first", name(self.from).into()), ("last", name(self.to).into())])
        }
    }

    /// Days in it.
    pub fn count_days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// What it is called in the name of a file: "2026-11", "2026", "2026-10-25-to-2026-11-23".
    pub fn file_words(self, range: Range) -> String {
        match range.span {
            Span::Month => self.from.format("%Y-%m").to_string(),
            Span::Year => self.from.format("%Y").to_string(),
            Span::Week | Span::Days30 | Span::All => format!("{} to {}", self.from, self.to),
        }
    }

    /// The goal's days that lie in it.
    pub fn days(self, days: &GoalDays) -> &[Day] {
        let all = days.as_slice();
        let start = all.partition_point(|day| day.day < self.from);
        let end = all.partition_point(|day| day.day <= self.to);
        &all[start.min(end)..end]
    }
}

impl Range {
    /// The days it stands for, when the goal began on `first`.
    pub fn period(self, first: NaiveDate, today: NaiveDate) -> Period {
        let ago = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        match self.span {
            Span::Week => Period { from: ago(6), to: today },
            Span::Days30 => Period { from: ago(29), to: today },
            Span::Month => {
                let from = today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(self.back)));
                let from = from.unwrap_or(today);
                let next = from.checked_add_months(Months::new(1)).and_then(|day| day.pred_opt());
                Period { from, to: next.unwrap_or(today) }
            }
            Span::Year => {
                let year = today.year() - self.back.cast_signed();
                let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
                Period { from: day(1, 1), to: day(12, 31) }
            }
            // Less than two weeks would draw a few bars as wide as the chart.
            Span::All => Period { from: first.min(ago(13)), to: today },
        }
    }

    /// The period of the same kind before it; none for all days.
    pub fn before(self, first: NaiveDate, today: NaiveDate) -> Option<Period> {
        let period = self.period(first, today);
        match self.span {
            Span::Week | Span::Days30 => {
                let len = Days::new(period.count_days().unsigned_abs());
                let (from, to) = (period.from.checked_sub_days(len)?, period.from.pred_opt()?);
                Some(Period { from, to })
            }
            Span::Month | Span::Year => Some(Self { back: self.back + 1, ..self }.period(first, today)),
            Span::All => None,
        }
    }

    /// True when it can step back and forth.
    pub fn steps(self) -> bool {
        matches!(self.span, Span::Month | Span::Year)
    }

    /// What it is called under the page's title: "November 2026".
    pub fn title(self, text: &Text, period: Period, today: NaiveDate) -> String {
        match self.span {
            Span::Month => format::month_year(text, period.from),
            Span::Year => period.from.year().to_string(),
            Span::All => text.with("progress-since", &[("date", format::date(text, period.from).into())]),
            Span::Week | Span::Days30 => {
                let name =
                    |day| if day == today { text.get("progress-range-today") } else { format::date_short(text, day) };
                text.with("date-range", &[("first", name(period.from).into()), ("last", name(period.to).into())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[track_caller]
    fn check_period(span: Span, back: u32, from: NaiveDate, to: NaiveDate) {
        let period = Range { span, back }.period(day(2026, 9, 5), day(2026, 11, 23));
        assert_eq!(period, Period { from, to });
    }

    #[track_caller]
    fn check_words(from: NaiveDate, to: NaiveDate, expected: &str) {
        assert_eq!(Period { from, to }.words(&Text::english(), day(2026, 11, 23)), expected);
    }

    #[test]
    fn days_are_called_as_one_says_it() {
        check_words(day(2026, 11, 22), day(2026, 11, 22), "Yesterday");
        check_words(day(2026, 11, 9), day(2026, 11, 15), "Mon 9 Nov – Sun 15 Nov");
        check_words(day(2026, 2, 1), day(2026, 2, 28), "February 2026");
        check_words(day(2026, 11, 1), day(2026, 11, 23), "Sun 1 Nov – Mon 23 Nov");
        check_words(day(2025, 12, 29), day(2026, 1, 4), "29 December 2025 – 4 January 2026");
    }

    #[test]
    fn seven_days_end_today() {
        check_period(Span::Week, 0, day(2026, 11, 17), day(2026, 11, 23));
    }

    #[test]
    fn thirty_days_end_today() {
        check_period(Span::Days30, 0, day(2026, 10, 25), day(2026, 11, 23));
    }

    #[test]
    fn a_month_is_whole_also_while_it_runs() {
        check_period(Span::Month, 0, day(2026, 11, 1), day(2026, 11, 30));
    }

    #[test]
    fn months_step_back_over_the_new_year() {
        check_period(Span::Month, 9, day(2026, 2, 1), day(2026, 2, 28));
        check_period(Span::Month, 11, day(2025, 12, 1), day(2025, 12, 31));
    }

    #[test]
    fn a_year_is_whole() {
        check_period(Span::Year, 2, day(2024, 1, 1), day(2024, 12, 31));
    }

    #[test]
    fn all_begins_with_the_goal() {
        check_period(Span::All, 0, day(2026, 9, 5), day(2026, 11, 23));
    }

    #[test]
    fn all_shows_two_weeks_at_least() {
        let period = Range { span: Span::All, back: 0 }.period(day(2026, 11, 22), day(2026, 11, 23));
        assert_eq!(period, Period { from: day(2026, 11, 10), to: day(2026, 11, 23) });
    }

    #[test]
    fn the_period_before_seven_days_is_the_seven_days_before() {
        let before = Range { span: Span::Week, back: 0 }.before(day(2026, 9, 5), day(2026, 11, 23));
        assert_eq!(before, Some(Period { from: day(2026, 11, 10), to: day(2026, 11, 16) }));
    }

    #[track_caller]
    fn check_file(span: Span, expected: &str) {
        let range = Range { span, back: 0 };
        assert_eq!(range.period(day(2026, 9, 5), day(2026, 11, 23)).file_words(range), expected);
    }

    #[test]
    fn files_are_named_after_their_period() {
        check_file(Span::Week, "2026-11-17 to 2026-11-23");
        check_file(Span::Month, "2026-11");
        check_file(Span::Year, "2026");
        check_file(Span::All, "2026-09-05 to 2026-11-23");
    }

    #[test]
    fn a_period_finds_its_days() {
        let days = |first: u32, last: u32| {
            let day_of = |nth| Day { day: day(2026, 11, nth), ..Day::default() };
            GoalDays::from_days((first..=last).map(day_of).collect())
        };
        let period = Period { from: day(2026, 11, 3), to: day(2026, 11, 30) };
        assert_eq!(period.days(&days(1, 9)).len(), 7);
        assert_eq!(period.days(&days(5, 9)).len(), 5);
        assert_eq!(period.days(&days(1, 2)).len(), 0);
    }
}
