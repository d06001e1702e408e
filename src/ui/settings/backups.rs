//! Backups: the list with date, size and counts, and the sheet that shows the facts before one is restored.

use eframe::egui::{Context, Ui};

use crate::ui::commands::Command;
use crate::ui::cx::{BackupCounts, BackupLine, Cx, FileState};
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::text::Text;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Button, body, divider, muted, section, sheet_with_acts, small, words};

use super::data::when;
use super::row::row;
use super::tab::Sheet;

/// Backups shown before "Show all".
const FEW: usize = 4;
const BYTES_PER_KB: u64 = 1000;

/// How much of the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    Few,
    All,
}

/// What a list says of a backup: how large it is and what it holds.
#[derive(Clone, Copy, Debug)]
pub struct BackupFacts<'a>(pub &'a BackupLine);

impl BackupFacts<'_> {
    /// "84 KB · 61 sessions, 12 h 40 min", or that it cannot be read.
    pub fn words(&self, text: &Text) -> String {
        let holds = self.0.holds.map_or_else(|| text.get("settings-backup-unreadable"), |counts| holds(text, counts));
        text.with("list-dot", &[("first", size(text, self.0.bytes).into()), ("second", holds.into())])
    }
}

/// "61 sessions, 12 h 40 min".
fn holds(text: &Text, counts: BackupCounts) -> String {
    let BackupCounts { goals: _, sessions, focus_secs } = counts;
    let focus = format::duration(text, u64::try_from(focus_secs).unwrap_or(0));
    let values =
        [("count", sessions.into()), ("shown", format::count(sessions as u64).into()), ("focus", focus.into())];
    text.with("settings-backup-holds", &values)
}

/// A file size in steps of a thousand: "84 KB", "1.2 MB".
fn size(text: &Text, bytes: u64) -> String {
    let kilobytes = bytes as f64 / BYTES_PER_KB as f64;
    if kilobytes < 1000.0 {
        let shown = format::count(bytes.div_ceil(BYTES_PER_KB));
        return text.with("settings-size-kb", &[("size", shown.into())]);
    }
    text.with("settings-size-mb", &[("size", format::decimal(kilobytes / 1000.0, 1).into())])
}

pub(super) fn backups_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &mut Shown, asked: &mut Option<Sheet>) {
    let (theme, text, backups) = (cx.theme, cx.text, &cx.status.backups);
    divider(ui, theme);
    section(ui, theme, &text.get("settings-backups"));
    if backups.is_empty() {
        muted(ui, theme, &text.get("settings-backups-none"));
        return;
    }
    let count = if *shown == Shown::All { backups.len() } else { FEW };
    for backup in backups.iter().take(count) {
        if backup_row(ui, cx, backup) {
            *asked = Some(Sheet::Restore(backup.clone()));
        }
    }
    if backups.len() > FEW {
        let (label, next) = match *shown {
            Shown::Few => (text.with("settings-backups-all", &[("count", backups.len().into())]), Shown::All),
            Shown::All => (text.get("settings-backups-few"), Shown::Few),
        };
        if ui.add(Button::act(theme, &label)).clicked() {
            *shown = next;
        }
    }
    small(ui, theme, &text.get("settings-backups-note"));
}

/// One backup; true when its restoring was asked for.
fn backup_row(ui: &mut Ui, cx: &Cx<'_>, backup: &BackupLine) -> bool {
    let (theme, text) = (cx.theme, cx.text);
    let made = when(cx, backup.made);
    row(ui, theme, &made, &BackupFacts(backup).words(text), |ui| {
        let can = backup.holds.is_some() && !matches!(cx.status.file, FileState::ReadOnly(_));
        let name = text.with("settings-restore-named", &[("when", made.as_str().into())]);
        let label = text.get("settings-restore-more");
        can && ui.add(Button::act(theme, &label)).accessible_name(name).clicked()
    })
}

/// Shows what a backup holds beside what is here now; true when the sheet is done.
pub(super) fn restore_ui(ctx: &Context, cx: &Cx<'_>, backup: &BackupLine, out: &mut Outbox) -> bool {
    let (theme, text) = (cx.theme, cx.text);
    let title = text.with("settings-restore-title", &[("when", when(cx, backup.made).into())]);
    let is_running = cx.model.running.is_some();
    let contents = |ui: &mut Ui| {
        facts_ui(ui, theme, text, &now_counts(cx), &backup.holds.unwrap_or_default());
        ui.add_space(8.0);
        body(ui, theme, &text.get("settings-restore-note"));
        if is_running {
            words(ui, &text.get("settings-restore-running"), &theme.body, theme.problem);
        }
    };
    let acts = |ui: &mut Ui, ()| {
        let restore = ui.add_enabled(!is_running, Button::pill(theme, &text.get("settings-restore")));
        let is_cancelled = ui.add(Button::quiet(theme, &text.get("cancel"))).clicked();
        if restore.clicked() {
            out.run(Command::Restore(backup.path.clone()));
        }
        restore.clicked() || is_cancelled
    };
    let answer = sheet_with_acts(ctx, theme, text, "restore", &title, contents, acts);
    answer.closed || answer.inner
}

fn now_counts(cx: &Cx<'_>) -> BackupCounts {
    // Only while the sheet is open: a sum over all sessions.
    let focus_secs = cx.model.sessions.iter().map(crate::domain::session::Session::focus_secs).sum();
    BackupCounts { goals: cx.model.goals.len(), sessions: cx.model.sessions.len(), focus_secs }
}

fn facts_ui(ui: &mut Ui, theme: &Theme, text: &Text, now: &BackupCounts, then: &BackupCounts) {
    let focus = |counts: &BackupCounts| format::duration(text, u64::try_from(counts.focus_secs).unwrap_or(0));
    let number = |count: usize| format::count(count as u64);
    let rows = [
        ("settings-fact-goals", number(now.goals), number(then.goals)),
        ("settings-fact-sessions", number(now.sessions), number(then.sessions)),
        ("settings-fact-focus", focus(now), focus(then)),
    ];
    eframe::egui::Grid::new("facts").num_columns(3).spacing([24.0, 8.0]).min_col_width(112.0).show(ui, |ui| {
        for id in ["settings-fact", "settings-fact-now", "settings-fact-backup"] {
            words(ui, &text.get(id), &theme.label, theme.muted);
        }
        ui.end_row();
        for (id, now, then) in rows {
            words(ui, &text.get(id), &theme.body, theme.muted);
            words(ui, &now, &theme.body, theme.ink);
            words(ui, &then, &theme.strong, theme.ink);
            ui.end_row();
        }
    });
}
