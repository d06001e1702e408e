//! What every chart is made of, and what many of them share: names, days on the axis, marks of amounts.

use chrono::{Datelike, NaiveDate};

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::domain::insight::days::Day;
use crate::domain::session::Session;
use crate::domain::time::WeekStart;
use crate::exchange::chart::{Axis, Mark, Names};
use crate::ui::charts::day_marks;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::progress::range::{Period, Range};
use crate::ui::text::Text;

/// Most steps on an axis of amounts.
const MOST_STEPS: f64 = 4.0;
/// Days of a range from which on a stretch of days is told in weeks.
const WEEKS_FROM: u32 = 28;

/// The records, their figures, the words, and the days shown.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub model: &'a Model,
    pub derived: &'a Derived,
    pub text: &'a Text,
    pub period: Period,
    pub range: Range,
}

impl<'a> Source<'a> {
    /// The source of a page that shows the days of a range.
    pub fn of(cx: &Cx<'a>, period: Period, range: Range) -> Self {
        Self { model: cx.model, derived: cx.derived, text: cx.text, period, range }
    }

    pub fn today(&self) -> NaiveDate {
        self.derived.today
    }

    pub fn week_start(&self) -> WeekStart {
        self.model.settings.week_start
    }

    /// The goal's days in the period.
    pub fn days(&self) -> &'a [Day] {
        self.period.days(&self.derived.days)
    }

    /// The goal's sessions in the period, oldest first.
    pub fn sessions(&self) -> impl DoubleEndedIterator<Item = &'a Session> + use<'a> {
        self.model.goal_sessions_within(self.period.from, self.period.to)
    }

    /// What a chart of the period is called, and its file.
    pub fn names(&self, title: String, sentence: String) -> Names {
        let file = format!("{title} {}", self.period.file_words(self.range));
        Names { title, sentence, file }
    }

    /// An axis of the days of the period.
    pub fn days_axis(&self) -> Axis {
        days_axis(self.text, self.period)
    }

    /// Where the morning of a day lies on that axis.
    pub fn morning(&self, day: NaiveDate) -> f64 {
        morning(self.period.from, day)
    }

    /// A date in a sentence: "12 March", with the year where it is another.
    pub fn date(&self, day: NaiveDate) -> String {
        if day.year() == self.today().year() { format::day_month(self.text, day) } else { format::date(self.text, day) }
    }

    /// The same in little room: "12 Mar".
    pub fn short_date(&self, day: NaiveDate) -> String {
        let month = format::month_short(self.text, day.month());
        self.text.with("date-day-month", &[("day", day.day().to_string().into()), ("month", month.into())])
    }

    /// "8 weeks", or "20 days" where the weeks are not whole or few.
    pub fn stretch(&self, days: u32) -> String {
        if days >= WEEKS_FROM && days.is_multiple_of(7) {
            self.text.with("progress-weeks", &[("weeks", (days / 7).into())])
        } else {
            self.text.with("progress-days-long", &[("days", days.into())])
        }
    }

    /// Two sentences in a row.
    pub fn two(&self, first: String, second: String) -> String {
        self.text.with("progress-two-sentences", &[("first", first.into()), ("second", second.into())])
    }

    /// The headings of a table, by the ids of their words.
    pub fn headings(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.text.get(id)).collect()
    }
}

/// The names of a chart of some days.
pub fn names(title: String, sentence: String, period: Period) -> Names {
    let file = format!("{title} {} to {}", period.from, period.to);
    Names { title, sentence, file }
}

/// An axis of days.
pub fn days_axis(text: &Text, period: Period) -> Axis {
    Axis::new(0.0, period.count_days() as f64, day_marks(text, period.from, period.to))
}

/// Where the morning of a day lies on an axis of days that begins with `first`.
pub fn morning(first: NaiveDate, day: NaiveDate) -> f64 {
    (day - first).num_days() as f64
}

/// An axis from 0 to above `most`, in round steps.
pub fn amounts_axis(text: &Text, most: f64) -> Axis {
    let most = if most.is_finite() { most.max(1.0) } else { 1.0 };
    let power = 10.0_f64.powf((most / MOST_STEPS).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|step| step * power).into_iter().find(|step| step * MOST_STEPS >= most);
    let step = step.unwrap_or(most).max(if most < 4.0 { 0.5 } else { 1.0 });
    let count = (most / step).ceil().max(2.0) as u32;
    let mark = |nth: u32| f64::from(nth) * step;
    Axis::to_last((0..=count).map(|nth| Mark::new(mark(nth), short_amount(text, mark(nth)))).collect())
}

/// An amount in little room: "850", "20 k", "1.5 M".
pub fn short_amount(text: &Text, amount: f64) -> String {
    match amount.abs() {
        1_000_000.0.. => text.with("progress-millions", &[("amount", format::decimal(amount / 1e6, 2).into())]),
        10_000.0.. => text.with("progress-thousands", &[("amount", format::decimal(amount / 1e3, 1).into())]),
        _ => format::decimal(amount, 1),
    }
}

/// Every nth of `len` things so that about `most` are left, the last one always.
pub fn thinned(len: usize, most: usize) -> impl Fn(usize) -> bool {
    let every = len.div_ceil(most.max(1)).max(1);
    move |nth| nth % every == 0 || nth + 1 == len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_amounts(most: f64, expected: &[&str]) {
        let names: Vec<String> = amounts_axis(&Text::english(), most).marks.into_iter().map(|mark| mark.name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn marks_of_amounts_are_round_and_end_above_the_highest() {
        check_amounts(0.0, &["0", "0.5", "1"]);
        check_amounts(3.0, &["0", "1", "2", "3"]);
        check_amounts(60.0, &["0", "20", "40", "60"]);
        check_amounts(850.0, &["0", "500", "1\u{a0}000"]);
        check_amounts(60_000.0, &["0", "20 k", "40 k", "60 k"]);
        check_amounts(1_500_000.0, &["0", "500 k", "1 M", "1.5 M"]);
    }

    #[test]
    fn thinning_keeps_the_last() {
        let keeps = thinned(10, 4);
        assert_eq!((0..10).filter(|nth| keeps(*nth)).collect::<Vec<_>>(), [0, 3, 6, 9]);
        let keeps = thinned(3, 4);
        assert_eq!((0..3).filter(|nth| keeps(*nth)).count(), 3);
    }
}
