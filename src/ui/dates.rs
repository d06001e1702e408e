//! Dates and times of day as they are typed.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::format;
use super::text::Text;

/// A typed date: "2026-11-23", "23 Nov 2026", "23 November", or a word for today or yesterday.
///
/// A date without a year is the one nearest to `today`.
pub fn parse_date(text: &Text, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim().to_lowercase();
    if let Ok(date) = NaiveDate::parse_from_str(&typed, "%Y-%m-%d") {
        return Some(date);
    }
    let words = [("today", Some(today)), ("yesterday", today.pred_opt()), ("tomorrow", today.succ_opt())];
    if let Some((_, date)) = words.iter().find(|(id, _)| text.get(id).to_lowercase() == typed) {
        return *date;
    }
    let parts: Vec<&str> = typed.split([' ', '.', ',']).filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts[..] {
        [day, month] => (day, month, None),
        [day, month, year] => (day, month, Some(year.parse::<i32>().ok()?)),
        _ => return None,
    };
    let day: u32 = day.parse().ok()?;
    let month = month.parse().ok().or_else(|| (1..=12).find(|nth| is_month(text, *nth, month)))?;
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => [today.year() - 1, today.year(), today.year() + 1]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .min_by_key(|date| (*date - today).num_days().abs()),
    }
}

fn is_month(text: &Text, month: u32, typed: &str) -> bool {
    typed.chars().count() >= 3 && format::month_name(text, month).to_lowercase().starts_with(typed)
}

/// A date as a field shows it: "2026-11-23".
pub fn typed_date(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// A typed time of day: "9:05", "0905", "9".
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    let (hours, minutes) = match typed.split_once([':', '.', 'h']) {
        Some((hours, minutes)) => (hours, minutes),
        None if typed.len() > 2 => typed.split_at_checked(typed.len() - 2)?,
        None => (typed, "0"),
    };
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    NaiveTime::from_hms_opt(hours.trim().parse().ok()?, minutes.trim().parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[track_caller]
    fn check_date(typed: &str, expected: Option<NaiveDate>) {
        assert_eq!(parse_date(&Text::english(), typed, date(2026, 11, 23)), expected, "{typed}");
    }

    #[test]
    fn dates_are_read_in_several_ways() {
        check_date("2026-11-02", Some(date(2026, 11, 2)));
        check_date(" 2 nov 2025 ", Some(date(2025, 11, 2)));
        check_date("2 November", Some(date(2026, 11, 2)));
        check_date("2.11.2026", Some(date(2026, 11, 2)));
        check_date("today", Some(date(2026, 11, 23)));
        check_date("Yesterday", Some(date(2026, 11, 22)));
    }

    #[test]
    fn a_date_without_a_year_is_the_nearest() {
        check_date("1 Feb", Some(date(2027, 2, 1)));
        check_date("1 Jul", Some(date(2026, 7, 1)));
    }

    #[test]
    fn what_is_no_date_is_none() {
        check_date("", None);
        check_date("2026-02-30", None);
        check_date("soon", None);
        check_date("2 no", None);
    }

    #[track_caller]
    fn check_time(typed: &str, expected: Option<(u32, u32)>) {
        assert_eq!(parse_time(typed), expected.and_then(|(h, m)| NaiveTime::from_hms_opt(h, m, 0)), "{typed}");
    }

    #[test]
    fn times_are_read_in_several_ways() {
        check_time("9:05", Some((9, 5)));
        check_time("09.05", Some((9, 5)));
        check_time("0905", Some((9, 5)));
        check_time("21", Some((21, 0)));
        check_time("9:", Some((9, 0)));
        check_time("24:00", None);
        check_time("", None);
        check_time("é9", None);
    }
}
