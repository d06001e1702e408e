//! The card "Reminders": each with its time, days and cue, what else comes by itself, and a preview of the next five.

use chrono::Weekday;
use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::reminders::{MAX_REMINDERS, Reminder, ReminderAction};
use crate::domain::settings::Switch;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::format;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, Stepper, bare_select, card, divider, muted, section, small, toggle_note};

use super::notify::{switch, time_row, time_words};
use super::preview::preview_ui;
use super::reminder_row::{TimeField, reminder_ui, week_of};
use super::row::row;

/// Times first offered for a reminder, the first that is free, in minutes after midnight.
const FIRST_TIMES: [u16; 4] = [8 * 60, 18 * 60, 12 * 60 + 30, 20 * 60 + 30];
/// The days first offered.
const FIRST_DAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
/// What is first offered once one of these is switched on, in minutes after midnight.
const FIRST_DAY_END: u16 = 20 * 60;
const FIRST_REVIEW: u16 = 18 * 60;
/// Time to set things up as first offered, and its bounds, in minutes.
const FIRST_CHECKLIST: u16 = 10;
const CHECKLIST: std::ops::RangeInclusive<u16> = 1..=120;

/// The settings on this card.
pub(super) struct ReminderFields<'a> {
    pub day_end_minute: &'a mut Option<u16>,
    pub checklist_minutes: &'a mut Option<u16>,
    pub comeback_reminder: &'a mut Switch,
    pub review_minute: &'a mut Option<u16>,
    pub review_weekday: &'a mut Weekday,
}

/// What is being typed on this card.
#[derive(Debug, Default)]
pub(super) struct RemindersForm {
    time: TimeField,
}

impl RemindersForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, fields: ReminderFields<'_>, out: &mut Outbox) {
        card(ui, cx.theme, |ui| {
            with_why(ui, cx, Strategy::Reminders, out, |ui| {
                section(ui, cx.theme, &cx.text.get("reminders-title"));
            });
            ui.spacing_mut().item_spacing.y = 12.0;
            self.list_ui(ui, cx, out);
            divider(ui, cx.theme);
            others_ui(ui, cx, fields);
            divider(ui, cx.theme);
            section(ui, cx.theme, &cx.text.get("reminders-next"));
            preview_ui(ui, cx);
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let (theme, text) = (cx.theme, cx.text);
        let Some(goal) = cx.model.goal() else {
            muted(ui, theme, &text.get("reminders-no-goal"));
            return;
        };
        let mut reminders: Vec<&Reminder> = cx.model.reminders.iter().filter(|one| one.goal == goal.id).collect();
        // By the time of day as it stands, but never under the hand that is typing one.
        reminders.sort_by_key(|reminder| (self.time.place_of(reminder), reminder.made));
        for reminder in &reminders {
            reminder_ui(ui, cx, reminder, &mut self.time, out);
        }
        let is_free = |minute: &u16| !reminders.iter().any(|reminder| reminder.minute == *minute);
        let minute = FIRST_TIMES.into_iter().find(is_free).unwrap_or(FIRST_TIMES[0]);
        let label = if reminders.is_empty() {
            muted(ui, theme, &text.get("reminders-none"));
            text.with("reminders-first", &[("time", time_words(minute).into())])
        } else {
            text.get("reminders-add")
        };
        if reminders.len() >= MAX_REMINDERS {
            small(ui, theme, &text.with("reminders-most", &[("count", MAX_REMINDERS.into())]));
        } else if ui.add(Button::small(theme, &label).icon(icons::PLUS)).clicked() {
            let weekdays = FIRST_DAYS.to_vec();
            out.act(Action::Reminder(ReminderAction::Add { minute, weekdays, cue: String::new() }));
        }
    }
}

fn others_ui(ui: &mut Ui, cx: &Cx<'_>, fields: ReminderFields<'_>) {
    let ReminderFields { day_end_minute, checklist_minutes, comeback_reminder, review_minute, review_weekday } = fields;
    let (theme, text) = (cx.theme, cx.text);
    let mut is_on = comeback_reminder.is_on();
    let (name, note) = (text.get("reminders-after-miss"), text.get("reminders-after-miss-note"));
    toggle_note(ui, theme, &mut is_on, &name, &note);
    *comeback_reminder = switch(is_on);

    let (name, note) = (text.get("reminders-ending"), text.get("reminders-ending-note"));
    optional(ui, cx, (&name, &note), day_end_minute, FIRST_DAY_END);
    if let Some(minute) = day_end_minute {
        time_row(ui, theme, &text.get("reminders-ending-time"), minute);
    }

    let (name, note) = (text.get("reminders-checklist"), text.get("reminders-checklist-note"));
    optional(ui, cx, (&name, &note), checklist_minutes, FIRST_CHECKLIST);
    if let Some(minutes) = checklist_minutes {
        let (name, unit) = (text.get("reminders-checklist-minutes"), text.get("settings-minutes-unit"));
        row(ui, theme, &name, "", |ui| {
            Stepper::new(theme, text, &name, CHECKLIST).step(5.0).unit(&unit).show(ui, minutes);
        });
    }

    let (name, note) = (text.get("reminders-review"), text.get("reminders-review-note"));
    optional(ui, cx, (&name, &note), review_minute, FIRST_REVIEW);
    if let Some(minute) = review_minute {
        let name = text.get("reminders-review-day");
        row(ui, theme, &name, "", |ui| {
            let days = week_of(cx.model.settings.week_start).map(|day| (day, format::weekday(text, day)));
            bare_select(ui, theme, &name, review_weekday, &days);
        });
        time_row(ui, theme, &text.get("reminders-review-time"), minute);
    }
}

/// A switch for what may be left out.
fn optional(ui: &mut Ui, cx: &Cx<'_>, (name, note): (&str, &str), value: &mut Option<u16>, first: u16) {
    let mut is_on = value.is_some();
    if toggle_note(ui, cx.theme, &mut is_on, name, note).changed() {
        *value = is_on.then_some(first);
    }
}
