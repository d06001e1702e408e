use chrono::{NaiveDate, NaiveTime, Weekday};

use super::*;

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[track_caller]
fn check_duration(secs: u64, full: &str, short: &str) {
    let text = Text::english();
    assert_eq!((duration(&text, secs).as_str(), duration_short(&text, secs).as_str()), (full, short));
}

#[test]
fn durations_name_the_units_that_matter() {
    check_duration(0, "0 min", "0 min");
    check_duration(45, "45 s", "45 s");
    check_duration(60, "1 min", "1 min");
    check_duration(8 * 60 + 59, "8 min", "8 min");
    check_duration(3600, "1 h", "1 h");
    check_duration(2 * 3600 + 5 * 60, "2 h 5 min", "2 h 05");
    check_duration(12 * 3600 + 40 * 60, "12 h 40 min", "12 h 40");
    check_duration(1234 * 3600, "1\u{a0}234 h", "1\u{a0}234 h");
}

#[test]
fn thousands_are_set_apart_by_a_space_that_breaks_no_line() {
    assert_eq!(count(0), "0");
    assert_eq!(count(999), "999");
    assert_eq!(count(8420), "8\u{a0}420");
    assert_eq!(count(60_000), "60\u{a0}000");
    assert_eq!(count(1_234_567), "1\u{a0}234\u{a0}567");
}

#[test]
fn a_number_never_breaks_over_two_lines() {
    let ctx = eframe::egui::Context::default();
    crate::ui::theme::install_fonts(&ctx);
    let mut lines = Vec::new();
    let mut output = ctx.run_ui(eframe::egui::RawInput::default(), |ui| {
        let (font, ink) = (crate::ui::theme::Theme::light().body, eframe::egui::Color32::BLACK);
        // Room for the number and no letter more.
        let room = ui.painter().layout_no_wrap(count(60_000), font.clone(), ink).size().x + 1.0;
        let galley = ui.painter().layout(format!("of {} words", count(60_000)), font, ink, room);
        lines = galley.rows.iter().map(|row| row.text().trim().to_owned()).collect();
    });
    output.textures_delta.clear();
    assert_eq!(lines, ["of", "60\u{a0}000", "words"]);
}

#[test]
fn decimals_are_shown_only_where_there_are_any() {
    assert_eq!(decimal(2.5, 1), "2.5");
    assert_eq!(decimal(2.0, 2), "2");
    assert_eq!(decimal(-3.25, 2), "−3.25");
    assert_eq!(decimal(-0.001, 1), "0");
    assert_eq!(decimal(8420.0, 0), "8\u{a0}420");
    assert_eq!(percent(&Text::english(), 0.7249), "72 %");
    assert_eq!(percent(&Text::english(), 0.0), "0 %");
}

#[test]
fn dates_read_as_one_writes_them() {
    let text = Text::english();
    assert_eq!(date(&text, on(2026, 11, 23)), "23 November 2026");
    assert_eq!(date_short(&text, on(2026, 11, 23)), "Mon 23 Nov");
    assert_eq!(day_month(&text, on(2026, 11, 1)), "1 November");
    assert_eq!(month_year(&text, on(2026, 11, 23)), "November 2026");
    assert_eq!(weekday(&text, Weekday::Sun), "Sunday");
}

#[test]
fn near_days_are_called_by_name() {
    let (text, today) = (Text::english(), on(2026, 11, 23));
    assert_eq!(day(&text, today, today), "Today");
    assert_eq!(day(&text, on(2026, 11, 22), today), "Yesterday");
    assert_eq!(day(&text, on(2026, 11, 24), today), "Tomorrow");
    assert_eq!(day(&text, on(2026, 11, 21), today), "Sat 21 Nov");
    assert_eq!(day(&text, on(2025, 11, 23), today), "23 November 2025");
}

#[test]
fn a_clock_has_two_digits_each() {
    assert_eq!(clock(NaiveTime::from_hms_opt(9, 5, 59).unwrap()), "09:05");
}
