//! Figures, durations and dates as they are shown. Pure functions over the texts.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::text::Text;

#[cfg(test)]
mod tests;

/// Space between thousands: the only one at which egui breaks no line, which it does at a narrow no-break space.
const NO_BREAK_SPACE: char = '\u{a0}';
const SECS_PER_MIN: u64 = 60;
const SECS_PER_HOUR: u64 = 3600;

/// A whole number with its thousands set apart: "8 420".
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(NO_BREAK_SPACE);
        }
        shown.push(digit);
    }
    shown
}

/// A number with up to `places` decimals, none when they are zero: "8 420", "2.5", "−3".
pub fn decimal(number: f64, places: usize) -> String {
    let plain = format!("{:.places$}", number.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part = part.trim_end_matches('0');
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), count);
    let is_zero = whole == "0" && part.is_empty();
    let sign = if number < 0.0 && !is_zero { "−" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// A share of one as a percentage, rounded: "72 %".
pub fn percent(text: &Text, share: f64) -> String {
    text.with("percent", &[("value", decimal(share * 100.0, 0).into())])
}

/// Seconds in full: "12 h 40 min", "8 min", "45 s" below a minute; seconds past a minute are dropped.
pub fn duration(text: &Text, secs: u64) -> String {
    let (hours, minutes) = (secs / SECS_PER_HOUR, secs % SECS_PER_HOUR / SECS_PER_MIN);
    match (hours, minutes) {
        (0, 0) if secs > 0 => text.with("duration-seconds", &[("seconds", secs.to_string().into())]),
        (0, _) => text.with("duration-minutes", &[("minutes", minutes.to_string().into())]),
        (_, 0) => text.with("duration-hours", &[("hours", count(hours).into())]),
        _ => {
            let values = [("hours", count(hours).into()), ("minutes", minutes.to_string().into())];
            text.with("duration-hours-minutes", &values)
        }
    }
}

/// Seconds for a large figure: "12 h 40", "2 h 05", else as [`duration`].
pub fn duration_short(text: &Text, secs: u64) -> String {
    let (hours, minutes) = (secs / SECS_PER_HOUR, secs % SECS_PER_HOUR / SECS_PER_MIN);
    if hours == 0 || minutes == 0 {
        return duration(text, secs);
    }
    let values = [("hours", count(hours).into()), ("minutes", format!("{minutes:02}").into())];
    text.with("duration-hours-minutes-short", &values)
}

/// Whole minutes: "18 min".
pub fn minutes(text: &Text, minutes: u64) -> String {
    text.with("duration-minutes", &[("minutes", count(minutes).into())])
}

/// A time of day: "09:05".
pub fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A date in full: "23 November 2026".
pub fn date(text: &Text, date: NaiveDate) -> String {
    let values = [
        ("day", date.day().to_string().into()),
        ("month", month_name(text, date.month()).into()),
        ("year", date.year().to_string().into()),
    ];
    text.with("date-long", &values)
}

/// A date of this year: "Mon 23 Nov".
pub fn date_short(text: &Text, date: NaiveDate) -> String {
    let values = [
        ("weekday", weekday_short(text, date.weekday()).into()),
        ("day", date.day().to_string().into()),
        ("month", month_short(text, date.month()).into()),
    ];
    text.with("date-short", &values)
}

/// A day of a month: "1 November".
pub fn day_month(text: &Text, date: NaiveDate) -> String {
    let values = [("day", date.day().to_string().into()), ("month", month_name(text, date.month()).into())];
    text.with("date-day-month", &values)
}

/// A month of a year: "November 2026".
pub fn month_year(text: &Text, date: NaiveDate) -> String {
    let values = [("month", month_name(text, date.month()).into()), ("year", date.year().to_string().into())];
    text.with("date-month-year", &values)
}

/// A date as one says it: "Today", "Yesterday", "Tomorrow", "Mon 23 Nov", or in full in another year.
pub fn day(text: &Text, date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => text.get("today"),
        -1 => text.get("yesterday"),
        1 => text.get("tomorrow"),
        _ if date.year() == today.year() => date_short(text, date),
        _ => self::date(text, date),
    }
}

/// The same within a line: "yesterday", "Mon 23 Nov".
pub fn day_inside(text: &Text, date: NaiveDate, today: NaiveDate) -> String {
    let words = day(text, date, today);
    if (date - today).num_days().abs() <= 1 { words.to_lowercase() } else { words }
}

/// A moment as one says it, from its local time: "Today 09:05".
pub fn moment(text: &Text, local: NaiveDateTime, today: NaiveDate) -> String {
    let values = [("day", day(text, local.date(), today).into()), ("time", clock(local.time()).into())];
    text.with("date-time", &values)
}

/// A weekday's name: "Monday".
pub fn weekday(text: &Text, weekday: Weekday) -> String {
    text.get(&format!("weekday-{}", weekday.number_from_monday()))
}

/// A weekday's name in three letters: "Mon".
pub fn weekday_short(text: &Text, weekday: Weekday) -> String {
    text.get(&format!("weekday-short-{}", weekday.number_from_monday()))
}

/// A month's name, 1 to 12: "November".
pub fn month_name(text: &Text, month: u32) -> String {
    text.get(&format!("month-{month}"))
}

/// A month's name in three letters, 1 to 12: "Nov".
pub fn month_short(text: &Text, month: u32) -> String {
    text.get(&format!("month-short-{month}"))
}

/// The word with a capital first letter, as headings have.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
