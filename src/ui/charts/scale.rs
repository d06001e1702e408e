//! Round marks for the axes: minutes from zero, and days with their names.

use chrono::{Datelike, NaiveDate};

use crate::exchange::chart::Mark;
use crate::ui::format;
use crate::ui::text::Text;

/// Steps between marks of minutes; beyond the last, doubled.
const MINUTE_STEPS: [f64; 8] = [5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 240.0];
/// Most steps on an axis of minutes.
const MOST_STEPS: f64 = 4.0;
/// Most marks of days, for the widest of charts; a narrower one shows some of them.
const MOST_MARKS: usize = 14;

/// Marks from 0 to above `most` minutes; the last one is the top of the chart.
pub fn minute_marks(most: f64) -> Vec<Mark> {
    let most = if most.is_finite() { most.max(1.0) } else { 1.0 };
    let doubled = std::iter::successors(MINUTE_STEPS.last().copied(), |step| Some(step * 2.0));
    let mut steps = MINUTE_STEPS.into_iter().chain(doubled);
    let step = steps.find(|step| step * MOST_STEPS >= most).unwrap_or(most);
    let count = (most / step).ceil().max(2.0) as usize;
    (0..=count).map(|nth| Mark::new(nth as f64 * step, format::decimal(nth as f64 * step, 0))).collect()
}

/// Marks for days drawn side by side from `from` on, each day one wide: at most about `MOST_MARKS` of them.
///
/// Within a month the day's number, over other days the date, beyond the month's name.
pub fn day_marks(text: &Text, from: NaiveDate, to: NaiveDate) -> Vec<Mark> {
    let len = (to - from).num_days() + 1;
    let at = |day: NaiveDate| (day - from).num_days() as f64 + 0.5;
    let is_a_month = from.day() == 1 && (from.year(), from.month()) == (to.year(), to.month());
    if len <= 7 {
        return from
            .iter_days()
            .take(7)
            .map(|day| Mark::new(at(day), format::weekday_short(text, day.weekday())))
            .collect();
    }
    if len <= 62 {
        let days = from.iter_days().step_by(7).take_while(|day| *day <= to);
        return days
            .map(|day| {
                let name = if is_a_month { day.day().to_string() } else { short_date(text, day) };
                Mark::new(at(day), name)
            })
            .collect();
    }
    let firsts: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= to).filter(|day| day.day() == 1).collect();
    let every = firsts.len().div_ceil(MOST_MARKS).max(1);
    let every = [1, 2, 3, 6, 12, 24, 60, 120].into_iter().find(|step| *step >= every).unwrap_or(every);
    let chosen = firsts
        .iter()
        .filter(|day| every < 2 || (day.month0() as usize + day.year() as usize * 12).is_multiple_of(every));
    chosen
        .map(|day| {
            // What names a year stays where there is little room.
            if every >= 12 || (day.month() == 1 && day.year() != from.year()) {
                Mark::major(at(*day), day.year().to_string())
            } else {
                Mark::new(at(*day), format::month_short(text, day.month()))
            }
        })
        .collect()
}

fn short_date(text: &Text, day: NaiveDate) -> String {
    let values = [("day", day.day().to_string().into()), ("month", format::month_short(text, day.month()).into())];
    text.with("date-day-month", &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[track_caller]
    fn check_minutes(most: f64, expected: &[&str]) {
        let names: Vec<String> = minute_marks(most).into_iter().map(|mark| mark.name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn marks_of_minutes_start_at_zero_and_end_above_the_highest() {
        check_minutes(0.0, &["0", "5", "10"]);
        check_minutes(26.0, &["0", "10", "20", "30"]);
        check_minutes(61.0, &["0", "20", "40", "60", "80"]);
        check_minutes(500.0, &["0", "240", "480", "720"]);
    }

    #[track_caller]
    fn check_days(from: NaiveDate, to: NaiveDate, expected: &[&str]) {
        let names: Vec<String> = day_marks(&Text::english(), from, to).into_iter().map(|mark| mark.name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn a_week_names_its_weekdays() {
        let week = ["Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon"];
        check_days(day(2026, 11, 17), day(2026, 11, 23), &week);
    }

    #[test]
    fn a_month_numbers_its_days() {
        check_days(day(2026, 11, 1), day(2026, 11, 30), &["1", "8", "15", "22", "29"]);
    }

    #[test]
    fn thirty_days_over_two_months_name_both() {
        check_days(day(2026, 10, 25), day(2026, 11, 23), &["25 Oct", "1 Nov", "8 Nov", "15 Nov", "22 Nov"]);
        // What begins within a month is not known by the number of its first day.
        check_days(day(2026, 11, 10), day(2026, 11, 25), &["10 Nov", "17 Nov", "24 Nov"]);
    }

    #[test]
    fn a_year_names_its_months_and_a_new_year_itself() {
        check_days(day(2026, 6, 20), day(2026, 12, 31), &["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]);
        check_days(day(2025, 11, 24), day(2026, 3, 31), &["Dec", "2026", "Feb", "Mar"]);
    }

    #[test]
    fn twenty_years_name_years() {
        let names = ["2008", "2010", "2012", "2014", "2016", "2018", "2020", "2022", "2024", "2026"];
        check_days(day(2006, 3, 1), day(2026, 3, 1), &names);
    }
}
