//! The card "Notifications": whether they come, when they keep quiet, and whether they reach the desktop.

use chrono::NaiveTime;
use eframe::egui::Ui;

use crate::domain::settings::{Notifications, QuietHours, Switch};
use crate::ui::commands::Command;
use crate::ui::cx::{Cx, Delivery};
use crate::ui::outbox::Outbox;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Button, bare_select, small, toggle, toggle_note};
use crate::ui::{format, icons};

use super::row::{choice_row, message, row, section_card};

/// Quiet hours as first offered: 22:00 to 07:00, in minutes after midnight.
const FIRST_QUIET: QuietHours = QuietHours { from_minute: 22 * 60, to_minute: 7 * 60 };
/// Times are offered this far apart, in minutes.
const STEP_MINUTES: u16 = 30;
const DAY_MINUTES: u16 = 24 * 60;

/// The settings on this card.
pub(super) struct NotifyFields<'a> {
    pub notifications: &'a mut Notifications,
    pub sound: &'a mut Switch,
    pub quiet_hours: &'a mut Option<QuietHours>,
}

pub(super) fn notify_ui(ui: &mut Ui, cx: &Cx<'_>, fields: NotifyFields<'_>, out: &mut Outbox) {
    let NotifyFields { notifications, sound, quiet_hours } = fields;
    let text = cx.text;
    section_card(ui, cx, "settings-notifications", |ui| {
        let modes = [
            (Notifications::On, "settings-notifications-on"),
            (Notifications::Private, "settings-notifications-private"),
            (Notifications::Off, "settings-notifications-off"),
        ];
        let note = match *notifications {
            Notifications::On => "settings-notifications-on-note",
            Notifications::Private => "settings-notifications-private-note",
            Notifications::Off => "settings-notifications-off-note",
        };
        choice_row(ui, cx, ("settings-notifications-show", Some(note)), notifications, &modes);
        if *notifications == Notifications::Off {
            return;
        }
        let mut is_heard = sound.is_on();
        toggle(ui, cx.theme, &mut is_heard, &text.get("settings-sound"));
        *sound = switch(is_heard);
        quiet_ui(ui, cx, quiet_hours);
        delivery_ui(ui, cx, out);
    });
}

/// The setting that a shown switch stands for.
pub(super) fn switch(is_on: bool) -> Switch {
    if is_on { Switch::On } else { Switch::Off }
}

fn quiet_ui(ui: &mut Ui, cx: &Cx<'_>, quiet_hours: &mut Option<QuietHours>) {
    let text = cx.text;
    let mut is_quiet = quiet_hours.is_some();
    let (name, note) = (text.get("settings-quiet"), text.get("settings-quiet-note"));
    if toggle_note(ui, cx.theme, &mut is_quiet, &name, &note).changed() {
        *quiet_hours = is_quiet.then_some(FIRST_QUIET);
    }
    let Some(QuietHours { from_minute, to_minute }) = quiet_hours else { return };
    time_row(ui, cx.theme, &text.get("settings-quiet-from"), from_minute);
    time_row(ui, cx.theme, &text.get("settings-quiet-to"), to_minute);
}

/// A row that chooses a time of day by the half hour, in minutes after midnight.
pub(super) fn time_row(ui: &mut Ui, theme: &Theme, name: &str, minute: &mut u16) {
    row(ui, theme, name, "", |ui| {
        let mut times: Vec<u16> = (0..DAY_MINUTES).step_by(usize::from(STEP_MINUTES)).collect();
        if let Err(place) = times.binary_search(minute) {
            times.insert(place, *minute);
        }
        let times: Vec<(u16, String)> = times.into_iter().map(|minute| (minute, time_words(minute))).collect();
        bare_select(ui, theme, name, minute, &times);
    });
}

/// A minute of the day as a time: "09:05".
pub(super) fn time_words(minute: u16) -> String {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0);
    time.map(format::clock).unwrap_or_default()
}

fn delivery_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let (letter, colour, id) = match cx.status.delivery {
        Delivery::Unknown => (icons::INFO, cx.theme.muted, "settings-delivery-unknown"),
        Delivery::Working => (icons::CHECK, cx.theme.accent_text, "settings-delivery-working"),
        Delivery::NoDaemon => (icons::WARNING, cx.theme.problem, "settings-delivery-none"),
        Delivery::Hung => (icons::WARNING, cx.theme.problem, "settings-delivery-hung"),
    };
    message(ui, cx.theme, (letter, colour), &cx.text.get(id));
    let name = cx.text.get("settings-test");
    if ui.add(Button::small(cx.theme, &name).icon(icons::BELL)).clicked() {
        out.run(Command::TestNotification);
    }
    small(ui, cx.theme, &cx.text.get("settings-test-note"));
}
