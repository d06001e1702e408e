//! The next five alarms as they stand, with what they will say; and why there are none today.

use chrono::{DateTime, FixedOffset, Utc};
use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::alarms::AlarmKind;
use crate::domain::reminders::{Silence, silence, upcoming};
use crate::domain::time::local_time;
use crate::ui::cx::Cx;
use crate::ui::widgets::{muted, small, strong};
use crate::ui::{format, icons, reminder_words};

use super::row::message;

/// How many are shown.
const COUNT: usize = 5;
/// Width of the column of times, in points; narrower than both columns together, they stand below each other.
const WHEN_WIDTH: f32 = 144.0;
const SIDE_BY_SIDE: f32 = 400.0;

pub(super) fn preview_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let alarms = upcoming(cx.model, cx.now, cx.offset_at, COUNT);
    if let Some(id) = silence(cx.model, cx.now).map(silence_id) {
        message(ui, cx.theme, (icons::BELL_SLASH, cx.theme.muted), &cx.text.get(id));
    } else if alarms.is_empty() {
        muted(ui, cx.theme, &cx.text.get("reminders-next-none"));
    }
    let first = alarms.iter().position(|alarm| matches!(alarm.kind, AlarmKind::Reminder { .. }));
    for (nth, alarm) in alarms.iter().enumerate() {
        let is_later = first.is_some_and(|first| nth > first);
        let words = if is_later { reminder_words::words_of_later } else { reminder_words::words };
        let Some((title, body)) = words(cx.model, alarm, cx.offset_at, cx.text) else { continue };
        let body = match alarm.kind {
            // Whether it comes is only known then.
            AlarmKind::DayEnding => cx.text.with("reminders-next-if", &[("body", body.into())]),
            _ => body,
        };
        alarm_ui(ui, cx, &when(cx, alarm.due, (cx.offset_at)(alarm.due)), &title, &body);
    }
}

fn silence_id(silence: Silence) -> &'static str {
    match silence {
        Silence::Off => "reminders-silent-off",
        Silence::Running => "reminders-silent-running",
        Silence::Rest => "reminders-silent-rest",
        Silence::TargetMet => "reminders-silent-met",
    }
}

/// By the calendar, as a clock on the wall has it.
fn when(cx: &Cx<'_>, due: DateTime<Utc>, offset: FixedOffset) -> String {
    format::moment(cx.text, local_time(due, offset), cx.now.local().date())
}

fn alarm_ui(ui: &mut Ui, cx: &Cx<'_>, when: &str, title: &str, body: &str) {
    if ui.available_width() < SIDE_BY_SIDE {
        ui.vertical(|ui| said_ui(ui, cx, Some(when), title, body));
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui_with_layout(vec2(WHEN_WIDTH, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(WHEN_WIDTH);
            strong(ui, cx.theme, when);
        });
        ui.vertical(|ui| said_ui(ui, cx, None, title, body));
    });
}

fn said_ui(ui: &mut Ui, cx: &Cx<'_>, when: Option<&str>, title: &str, body: &str) {
    ui.spacing_mut().item_spacing.y = 2.0;
    if let Some(when) = when {
        strong(ui, cx.theme, when);
    }
    crate::ui::widgets::body(ui, cx.theme, title);
    small(ui, cx.theme, body);
}
