//! The card "Data": where the file is, how it is doing, copies, and the backups.

use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use eframe::egui::Ui;

use crate::domain::time::local_time;
use crate::ui::commands::Command;
use crate::ui::cx::{Cx, FileState};
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, small, words};
use crate::ui::{banners, format, icons};

use super::backups::{Shown, backups_ui};
use super::row::{message, section_card};
use super::tab::Sheet;

/// A newest backup that lies this far behind the last save is worth a warning, in hours (reliability.md R17).
const STALE_HOURS: i64 = 24;

pub(super) fn data_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &mut Shown, sheet: &mut Option<Sheet>, out: &mut Outbox) {
    section_card(ui, cx, "settings-data", |ui| {
        state_ui(ui, cx);
        if cx.status.file == FileState::Demo {
            buttons_ui(ui, cx, &[Command::SaveCopy], out);
            return;
        }
        path_ui(ui, cx, &cx.status.data_path);
        quarantine_ui(ui, cx);
        buttons_ui(ui, cx, &[Command::OpenDataFolder, Command::SaveCopy, Command::BackUpNow], out);
        stale_ui(ui, cx);
        backups_ui(ui, cx, shown, sheet);
    });
}

fn state_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (theme, text) = (cx.theme, cx.text);
    let words = banners::file_words(cx).unwrap_or_default();
    match &cx.status.file {
        FileState::Saved => message(ui, cx.theme, (icons::CHECK, theme.accent_text), &saved_words(cx)),
        FileState::Saving => message(ui, cx.theme, (icons::FLOPPY_DISK, theme.muted), &text.get("settings-saving")),
        FileState::Problem(_) => message(ui, theme, (icons::WARNING, theme.problem), &words),
        FileState::ReadOnly(_) => message(ui, theme, (icons::LOCK, theme.muted), &words),
        FileState::Demo => message(ui, cx.theme, (icons::INFO, theme.accent_text), &text.get("settings-demo")),
    }
}

fn saved_words(cx: &Cx<'_>) -> String {
    match cx.status.saved_at {
        None => cx.text.get("settings-saved"),
        Some(at) => cx.text.with("settings-saved-at", &[("when", when(cx, at).into())]),
    }
}

/// A moment as one says it here: "Today 09:05".
pub(super) fn when(cx: &Cx<'_>, at: DateTime<Utc>) -> String {
    format::moment(cx.text, local_time(at, (cx.offset_at)(at)), cx.now.local().date())
}

fn path_ui(ui: &mut Ui, cx: &Cx<'_>, path: &Path) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        small(ui, cx.theme, &cx.text.get("settings-path"));
        words(ui, &path.display().to_string(), &cx.theme.body, cx.theme.ink);
    });
}

fn quarantine_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let kept = &cx.model.quarantine;
    if kept.is_empty() {
        return;
    }
    let count = [("count", kept.len().into())];
    message(ui, cx.theme, (icons::WARNING, cx.theme.problem), &cx.text.with("settings-quarantine", &count));
    for record in kept.iter().take(3) {
        let values = [("list", record.list.as_str().into()), ("reason", record.reason.as_str().into())];
        small(ui, cx.theme, &cx.text.with("settings-quarantine-line", &values));
    }
}

fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, commands: &[Command], out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(8.0, 8.0);
        for command in commands {
            let letter = match command {
                Command::OpenDataFolder => icons::FOLDER_OPEN,
                Command::SaveCopy => icons::COPY,
                _ => icons::ARCHIVE,
            };
            let can = command.is_available(cx.model, cx.status);
            let name = cx.text.get(command.label_id());
            let button = ui.add_enabled(can, Button::small(cx.theme, &name).icon(letter));
            if button.on_hover_text(cx.text.get(&command.hint_id())).clicked() {
                out.run(command.clone());
            }
        }
    });
}

/// Says so when the last backup failed, or when the backups stopped following what is saved.
fn stale_ui(ui: &mut Ui, cx: &Cx<'_>) {
    if let Some(error) = &cx.status.backup_problem {
        let shown = cx.text.with("toast-not-backed-up", &[("error", error.as_str().into())]);
        message(ui, cx.theme, (icons::WARNING, cx.theme.problem), &shown);
    }
    let newest = cx.status.backups.iter().filter(|backup| backup.holds.is_some()).map(|backup| backup.made).max();
    let (Some(saved), Some(made)) = (cx.status.saved_at, newest) else { return };
    if saved - made > Duration::hours(STALE_HOURS) {
        let shown = cx.text.with("settings-backups-stale", &[("when", when(cx, made).into())]);
        message(ui, cx.theme, (icons::WARNING, cx.theme.problem), &shown);
    }
}
