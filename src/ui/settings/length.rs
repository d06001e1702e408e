//! The card "Length of sessions": how long one is now, and whether growth and steps down are offered.

use eframe::egui::Ui;

use crate::domain::settings::{FIRST_SESSION_MINUTES, LengthMode, MAX_SESSION_MINUTES};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::Stepper;

use super::row::{choice_row, row, section_card_why};

/// The settings on this card.
pub(super) struct LengthFields<'a> {
    pub session_minutes: &'a mut u16,
    pub length_mode: &'a mut LengthMode,
    pub longest_minutes: &'a mut u16,
}

pub(super) fn length_ui(ui: &mut Ui, cx: &Cx<'_>, fields: LengthFields<'_>, out: &mut Outbox) {
    let LengthFields { session_minutes, length_mode, longest_minutes } = fields;
    let text = cx.text;
    section_card_why(ui, cx, ("settings-length", Strategy::GrowingSessions), out, |ui, _| {
        let (name, unit) = (text.get("settings-session-minutes"), text.get("settings-minutes-unit"));
        row(ui, cx.theme, &name, &text.get("settings-session-minutes-note"), |ui| {
            Stepper::new(cx.theme, text, &name, 1..=MAX_SESSION_MINUTES).unit(&unit).show(ui, session_minutes);
        });
        let modes = [(LengthMode::Growing, "settings-length-growing"), (LengthMode::Fixed, "settings-length-fixed")];
        let note = match *length_mode {
            LengthMode::Growing => "settings-length-growing-note",
            LengthMode::Fixed => "settings-length-fixed-note",
        };
        choice_row(ui, cx, ("settings-length-mode", Some(note)), length_mode, &modes);
        if *length_mode == LengthMode::Growing {
            let name = text.get("settings-longest");
            row(ui, cx.theme, &name, &text.get("settings-longest-note"), |ui| {
                let range = FIRST_SESSION_MINUTES..=MAX_SESSION_MINUTES;
                Stepper::new(cx.theme, text, &name, range).unit(&unit).show(ui, longest_minutes);
            });
        }
    });
}
