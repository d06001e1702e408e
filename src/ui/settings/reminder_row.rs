//! One reminder on its card: time, days of the week, on or off, cue, and the way to delete it.

use chrono::{NaiveTime, Timelike, Weekday};
use eframe::egui::{Align, Layout, Ui, vec2};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::MAX_TITLE_CHARS;
use crate::domain::reminders::{Reminder, ReminderAction, ReminderField};
use crate::domain::time::WeekStart;
use crate::ui::cx::Cx;
use crate::ui::dates::parse_time;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{TextField, bare_toggle, icon_button, round_toggle, small};
use crate::ui::{format, icons};

use super::notify::{switch, time_words};

/// Width of the field of the time, and gap between the parts of a row, in points.
const TIME_WIDTH: f32 = 76.0;
const GAP: f32 = 8.0;
/// Height of a row, in points.
const ROW: f32 = 40.0;
/// Width of the switch with the cross beside it, in points.
const ACTS: f32 = 96.0;

/// The time that is being typed.
#[derive(Debug, Default)]
pub(super) struct TimeField {
    typed: Option<Typed>,
}

#[derive(Debug)]
struct Typed {
    reminder: Uuid,
    words: String,
    /// Where the reminder stood when the typing began, in minutes after midnight.
    place: u16,
}

/// The days of a week from its first on.
pub(super) fn week_of(start: WeekStart) -> [Weekday; 7] {
    let mut next = start.weekday();
    [(); 7].map(|()| {
        let day = next;
        next = day.succ();
        day
    })
}

impl TimeField {
    /// The minute by which a reminder is placed among the others.
    pub(super) fn place_of(&self, reminder: &Reminder) -> u16 {
        self.typed_of(reminder).map_or(reminder.minute, |typed| typed.place)
    }

    fn typed_of(&self, reminder: &Reminder) -> Option<&Typed> {
        self.typed.as_ref().filter(|typed| typed.reminder == reminder.id)
    }

    /// Shows the field; a time that can be read is taken when the field is left, and what cannot is said below.
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, reminder: &Reminder, out: &mut Outbox) {
        let shown = time_words(reminder.minute);
        let mut words = self.typed_of(reminder).map_or_else(|| shown.clone(), |typed| typed.words.clone());
        let name = cx.text.with("reminders-time", &[("time", shown.into())]);
        let field = TextField::new(cx.theme, "").id_salt(("reminder time", reminder.id)).width(TIME_WIDTH).limit(8);
        let response = field.show(ui, &mut words).accessible_name(name);
        if response.changed() {
            self.typed = Some(Typed { reminder: reminder.id, words: words.clone(), place: self.place_of(reminder) });
        }
        if response.lost_focus()
            && let Some(time) = self.typed_of(reminder).and_then(|typed| parse_time(&typed.words))
        {
            self.typed = None;
            let minute = minute_of(time);
            if minute != reminder.minute {
                set(reminder, ReminderField::Minute(minute), out);
            }
        }
    }

    fn is_wrong(&self, reminder: &Reminder) -> bool {
        self.typed_of(reminder).is_some_and(|typed| parse_time(&typed.words).is_none())
    }
}

fn minute_of(time: NaiveTime) -> u16 {
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}

/// Shows one reminder.
pub(super) fn reminder_ui(ui: &mut Ui, cx: &Cx<'_>, reminder: &Reminder, time: &mut TimeField, out: &mut Outbox) {
    let days_width = 7.0 * 36.0 + 6.0 * 4.0;
    let is_wide = ui.available_width() >= TIME_WIDTH + days_width + ACTS + 3.0 * GAP;
    ui.push_id(reminder.id, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            let size = vec2(ui.available_width(), ROW);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                time.ui(ui, cx, reminder, out);
                if is_wide {
                    days_ui(ui, cx, reminder, out);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| acts_ui(ui, cx, reminder, out));
            });
            if time.is_wrong(reminder) {
                crate::ui::widgets::words(ui, &cx.text.get("reminders-time-wrong"), &cx.theme.small, cx.theme.problem);
            }
            if !is_wide {
                ui.horizontal_wrapped(|ui| days_ui(ui, cx, reminder, out));
            }
            cue_ui(ui, cx, reminder, out);
            if cx.model.settings.quiet_hours.is_some_and(|quiet| quiet.contains(reminder.minute)) {
                small(ui, cx.theme, &cx.text.get("reminders-in-quiet"));
            }
        });
    });
}

fn days_ui(ui: &mut Ui, cx: &Cx<'_>, reminder: &Reminder, out: &mut Outbox) {
    ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
    for day in week_of(cx.model.settings.week_start) {
        let mut is_on = reminder.weekdays.contains(&day);
        let values = [("day", format::weekday(cx.text, day).into()), ("time", time_words(reminder.minute).into())];
        let name = cx.text.with("reminders-day-name", &values);
        if round_toggle(ui, cx.theme, &mut is_on, &cx.text.get(day_id(day)), &name).changed() {
            let mut weekdays = reminder.weekdays.clone();
            weekdays.retain(|other| *other != day);
            weekdays.extend(is_on.then_some(day));
            set(reminder, ReminderField::Weekdays(weekdays), out);
        }
    }
}

fn day_id(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "reminders-day-1",
        Weekday::Tue => "reminders-day-2",
        Weekday::Wed => "reminders-day-3",
        Weekday::Thu => "reminders-day-4",
        Weekday::Fri => "reminders-day-5",
        Weekday::Sat => "reminders-day-6",
        Weekday::Sun => "reminders-day-7",
    }
}

fn acts_ui(ui: &mut Ui, cx: &Cx<'_>, reminder: &Reminder, out: &mut Outbox) {
    let named = |id: &str| cx.text.with(id, &[("time", time_words(reminder.minute).into())]);
    if icon_button(ui, cx.theme, icons::TRASH, &named("reminders-delete")).clicked() {
        out.act(Action::Reminder(ReminderAction::Delete { id: reminder.id }));
    }
    let mut is_on = reminder.state.is_on();
    if bare_toggle(ui, cx.theme, &mut is_on, &named("reminders-on")).changed() {
        set(reminder, ReminderField::State(switch(is_on)), out);
    }
}

fn cue_ui(ui: &mut Ui, cx: &Cx<'_>, reminder: &Reminder, out: &mut Outbox) {
    let goal_cue = cx.model.goal().map_or("", |goal| goal.cue.as_str());
    let hint = if goal_cue.is_empty() { cx.text.get("reminders-cue-hint") } else { goal_cue.to_owned() };
    let name = cx.text.with("reminders-cue", &[("time", time_words(reminder.minute).into())]);
    let mut cue = reminder.cue.clone();
    let field = TextField::new(cx.theme, "").id_salt(("reminder cue", reminder.id)).hint(&hint).limit(MAX_TITLE_CHARS);
    if field.show(ui, &mut cue).accessible_name(name).changed() {
        set(reminder, ReminderField::Cue(cue), out);
    }
}

fn set(reminder: &Reminder, field: ReminderField, out: &mut Outbox) {
    out.act(Action::Reminder(ReminderAction::Set { id: reminder.id, field }));
}
