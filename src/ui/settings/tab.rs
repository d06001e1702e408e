//! The room itself: a title, the cards in one or two columns, and the sheet that may lie over them.

use eframe::egui::{Ui, vec2};

use crate::ui::cx::{BackupLine, Cx};
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{muted, page, page_title};

use super::about::{about_ui, keyboard_ui, licences_ui};
use super::advice::advice_ui;
use super::backups::{Shown, restore_ui};
use super::data::data_ui;
use super::form::{Parts, apply};
use super::length::length_ui;
use super::look::LookForm;
use super::notify::notify_ui;
use super::reminders::RemindersForm;
use super::startup::startup_ui;
use super::time::time_ui;

/// From this width on the cards stand in two columns, in points.
const TWO_COLUMNS: f32 = 800.0;
/// Between the subtitle and the cards, in points.
const BELOW_TITLE: f32 = 16.0;
/// The widest the cards run, in points.
const WIDEST: f32 = 1400.0;

/// The state of the settings that is not worth saving.
#[derive(Debug, Default)]
pub struct SettingsTab {
    look: LookForm,
    backups: Shown,
    reminders: RemindersForm,
    sheet: Option<Sheet>,
}

/// What lies over the cards.
#[derive(Debug)]
pub(super) enum Sheet {
    Restore(BackupLine),
    Licences,
}

impl SettingsTab {
    /// Shows the room; settings are asked for as actions, all else as commands.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        page(ui, "settings", WIDEST, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            page_title(ui, cx.theme, &cx.text.get("settings-title"));
            muted(ui, cx.theme, &cx.text.get("settings-subtitle"));
            ui.add_space(BELOW_TITLE);
            self.cards_ui(ui, cx, out);
        });
        self.sheet_ui(ui, cx, out);
    }

    fn cards_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let mut settings = cx.model.settings.clone();
        let Parts { time, notify, look, length, advice, reminders, startup } = Parts::of(&mut settings);
        ui.spacing_mut().item_spacing = vec2(16.0, 16.0);
        let count = if ui.available_width() < TWO_COLUMNS { 1 } else { 2 };
        ui.columns(count, |columns| {
            let left = &mut columns[0];
            time_ui(left, cx, time);
            length_ui(left, cx, length, out);
            notify_ui(left, cx, notify, out);
            startup_ui(left, cx, startup, out);
            advice_ui(left, cx, advice);
            self.look.ui(left, cx, look);
            // Six cards weigh about as much as four, as reminders and backups take much room.
            let right = &mut columns[count - 1];
            self.reminders.ui(right, cx, reminders, out);
            data_ui(right, cx, &mut self.backups, &mut self.sheet, out);
            keyboard_ui(right, cx, out);
            about_ui(right, cx, &mut self.sheet, out);
        });
        apply(cx, settings, out);
    }

    fn sheet_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let is_done = match &self.sheet {
            None => return,
            Some(Sheet::Restore(backup)) => restore_ui(ui.ctx(), cx, backup, out),
            Some(Sheet::Licences) => licences_ui(ui.ctx(), cx),
        };
        if is_done {
            self.sheet = None;
        }
    }
}
