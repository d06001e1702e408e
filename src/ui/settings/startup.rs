//! The card "Start with the desktop": whether the window opens when the user logs in, and how.

use eframe::egui::Ui;

use crate::domain::settings::Switch;
use crate::ui::commands::Command;
use crate::ui::cx::{Cx, FileState};
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{small, toggle_note};

use super::notify::switch;
use super::row::section_card;

/// The settings on this card.
pub(super) struct StartupFields<'a> {
    pub autostart: &'a mut Switch,
    pub start_minimised: &'a mut Switch,
}

pub(super) fn startup_ui(ui: &mut Ui, cx: &Cx<'_>, fields: StartupFields<'_>, out: &mut Outbox) {
    let StartupFields { autostart, start_minimised } = fields;
    let (theme, text) = (cx.theme, cx.text);
    section_card(ui, cx, "reminders-startup", |ui| {
        let can = !matches!(cx.status.file, FileState::ReadOnly(_) | FileState::Demo);
        // What is really there, also when another program or another device had a hand in it.
        let present = cx.status.autostart.unwrap_or(*autostart);
        ui.add_enabled_ui(can, |ui| {
            let mut is_on = present.is_on();
            let (name, note) = (text.get("reminders-autostart"), text.get("reminders-autostart-note"));
            if toggle_note(ui, theme, &mut is_on, &name, &note).changed() {
                *autostart = switch(is_on);
                out.run(Command::Autostart(*autostart));
            }
            if !present.is_on() {
                return;
            }
            let mut is_minimised = start_minimised.is_on();
            let (name, note) = (text.get("reminders-minimised"), text.get("reminders-minimised-note"));
            if toggle_note(ui, theme, &mut is_minimised, &name, &note).changed() {
                *start_minimised = switch(is_minimised);
                // The entry says how it starts, so it is written anew.
                out.run(Command::Autostart(Switch::On));
            }
        });
        if !can {
            small(ui, theme, &text.get("reminders-autostart-sample"));
        }
    });
}
