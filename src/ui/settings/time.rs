//! The card "Time": where a day and a week begin, and what the clock shows.

use chrono::NaiveTime;
use eframe::egui::Ui;

use crate::domain::settings::ClockFace;
use crate::domain::time::{MAX_DAY_START_HOUR, WeekStart};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::widgets::bare_select;

use super::row::{choice_row, row, section_card};

/// The settings on this card.
pub(super) struct TimeFields<'a> {
    pub day_start_hour: &'a mut u8,
    pub week_start: &'a mut WeekStart,
    pub clock_face: &'a mut ClockFace,
}

pub(super) fn time_ui(ui: &mut Ui, cx: &Cx<'_>, fields: TimeFields<'_>) {
    let TimeFields { day_start_hour, week_start, clock_face } = fields;
    let text = cx.text;
    section_card(ui, cx, "settings-time", |ui| {
        let (name, note) = (text.get("settings-day-start"), text.get("settings-day-start-note"));
        row(ui, cx.theme, &name, &note, |ui| {
            let hours: Vec<(u8, String)> = (0..=MAX_DAY_START_HOUR).map(|hour| (hour, hour_words(hour))).collect();
            bare_select(ui, cx.theme, &name, day_start_hour, &hours);
        });
        let days =
            [(WeekStart::Monday, "weekday-1"), (WeekStart::Saturday, "weekday-6"), (WeekStart::Sunday, "weekday-7")];
        choice_row(ui, cx, ("settings-week-start", None), week_start, &days);
        let faces = [(ClockFace::Minutes, "settings-clock-minutes"), (ClockFace::Seconds, "settings-clock-seconds")];
        choice_row(ui, cx, ("settings-clock", Some("settings-clock-note")), clock_face, &faces);
    });
}

fn hour_words(hour: u8) -> String {
    NaiveTime::from_hms_opt(u32::from(hour), 0, 0).map(format::clock).unwrap_or_default()
}
