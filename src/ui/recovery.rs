//! The screens in place of the app when the data file cannot be read or is gone: what is so, and what can be done.
//!
//! Nothing is written before a choice; Escape quits and leaves everything as it is.

use std::path::PathBuf;

use eframe::egui::{Align2, Key, Modifiers, ScrollArea, Sense, Ui, Vec2};

use crate::domain::Now;
use crate::domain::time::local_time;

use super::cx::BackupLine;
use super::settings::BackupFacts;
use super::settings::row::{message, row};
use super::text::Text;
use super::theme::{Theme, icon_font};
use super::widgets::{Button, TextField, body, card, muted, nudge_card, page_title, section, small, words};
use super::{format, icons};

#[cfg(test)]
mod tests;

/// The widest the screen's column runs, in points.
const WIDTH: f32 = 640.0;
/// Room above the column in a tall window, and the least, in points.
const TOP: f32 = 56.0;
const LEAST_TOP: f32 = 24.0;
/// Windows lower than this begin near their top, in points.
const TALL: f32 = 640.0;
const DISC: f32 = 56.0;
/// Height of a row with a primary button, in points.
const PRIMARY_HEIGHT: f32 = 56.0;
/// Backups offered; older ones are in the folder.
const MOST_BACKUPS: usize = 12;

/// A data file that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveryView {
    /// Why, in words.
    pub reason: String,
    /// Where in the file, counted from 1; 0 when there is no place to point at.
    pub line: usize,
    pub column: usize,
    /// Why nothing can be put in its place, in words; then no backup is offered.
    pub read_only: Option<String>,
    pub path: PathBuf,
    /// Newest first.
    pub backups: Vec<BackupLine>,
    /// When it was found, for the dates of the backups.
    pub now: Now,
}

/// A data file that was known on this device and is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingView {
    pub path: PathBuf,
    /// Newest first.
    pub backups: Vec<BackupLine>,
    /// What went wrong with the last choice, in words.
    pub problem: Option<String>,
    /// The path typed where the file is now.
    pub typed: String,
    /// When it was found missing, for the dates of the backups.
    pub now: Now,
}

/// What to do about a file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Leaves everything as it is.
    Quit,
    OpenFolder,
    /// Reads the file again, after it was repaired by hand.
    TryAgain,
    /// Begins with an empty file; the file as it is becomes a backup.
    StartNew,
    /// Puts a backup in its place; the file as it is becomes a backup.
    Restore(PathBuf),
}

/// What to do about a file that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissingChoice {
    /// Leaves everything as it is.
    Quit,
    /// Asks where the file is now.
    Find,
    /// Opens the file at the path that was typed.
    Open(PathBuf),
    Restore(PathBuf),
    /// Begins with an empty file at the old place.
    StartNew,
}

/// Shows the screen for a file that cannot be read; gives back the choice once it is made.
pub fn ui(ui: &mut Ui, theme: &Theme, text: &Text, view: &mut RecoveryView) -> Option<Choice> {
    let RecoveryView { reason, line, column, read_only, path, backups, now } = view;
    let look = Look { theme, text, now: *now };
    let mut choice = escape(ui).then_some(Choice::Quit);
    column_ui(ui, |ui| {
        let sentence = if read_only.is_some() { "recovery-sentence-read-only" } else { "recovery-sentence" };
        head_ui(ui, theme, text, (icons::LOCK, "recovery-title", sentence));
        card(ui, theme, |ui| {
            section(ui, theme, &text.get("recovery-file"));
            body(ui, theme, &path.display().to_string());
            let place = [("line", (*line).into()), ("column", (*column).into()), ("reason", reason.as_str().into())];
            let told = if *line == 0 { reason.clone() } else { text.with("recovery-place", &place) };
            message(ui, theme, (icons::WARNING, theme.problem), &told);
            if let Some(why) = read_only {
                message(ui, theme, (icons::LOCK, theme.muted), why);
            }
        });
        if read_only.is_none()
            && let Some(backup) = backups_ui(ui, look, backups, "recovery-newest-note")
        {
            choice = Some(Choice::Restore(backup));
        }
        let is_lost = read_only.is_none() && backups.iter().all(|backup| backup.holds.is_none());
        acts_ui(ui, |ui| {
            for (id, letter, made) in [
                ("recovery-try-again", icons::ARROW_CLOCKWISE, Choice::TryAgain),
                ("recovery-open-folder", icons::FOLDER_OPEN, Choice::OpenFolder),
            ] {
                if ui.add(Button::pill(theme, &text.get(id)).icon(letter)).clicked() {
                    choice = Some(made);
                }
            }
            if is_lost && ui.add(Button::pill(theme, &text.get("recovery-start-new")).icon(icons::PLUS)).clicked() {
                choice = Some(Choice::StartNew);
            }
            if quit_ui(ui, theme, text) {
                choice = Some(Choice::Quit);
            }
        });
        small(ui, theme, &text.get("recovery-try-again-note"));
        if is_lost {
            small(ui, theme, &text.get("recovery-start-new-kept-note"));
        }
    });
    choice
}

/// Shows the screen for a file that is gone; gives back the choice once it is made.
pub fn missing_ui(ui: &mut Ui, theme: &Theme, text: &Text, view: &mut MissingView) -> Option<MissingChoice> {
    let MissingView { path, backups, problem, typed, now } = view;
    let look = Look { theme, text, now: *now };
    let mut choice = escape(ui).then_some(MissingChoice::Quit);
    column_ui(ui, |ui| {
        head_ui(ui, theme, text, (icons::MAGNIFYING_GLASS, "recovery-missing-title", "recovery-missing-sentence"));
        card(ui, theme, |ui| {
            section(ui, theme, &text.get("recovery-missing-file"));
            body(ui, theme, &path.display().to_string());
            if let Some(problem) = problem {
                message(ui, theme, (icons::WARNING, theme.problem), problem);
            }
        });
        if let Some(backup) = backups_ui(ui, look, backups, "recovery-missing-newest-note") {
            choice = Some(MissingChoice::Restore(backup));
        }
        acts_ui(ui, |ui| {
            for (id, letter, made) in [
                ("recovery-find", icons::MAGNIFYING_GLASS, MissingChoice::Find),
                ("recovery-start-new", icons::PLUS, MissingChoice::StartNew),
            ] {
                if ui.add(Button::pill(theme, &text.get(id)).icon(letter)).clicked() {
                    choice = Some(made);
                }
            }
            if quit_ui(ui, theme, text) {
                choice = Some(MissingChoice::Quit);
            }
        });
        small(ui, theme, &text.get("recovery-start-new-note"));
        if let Some(path) = typed_ui(ui, theme, text, typed) {
            choice = Some(MissingChoice::Open(path));
        }
    });
    choice
}

/// A field to type where the file is now; gives back the path once it is to be opened.
fn typed_ui(ui: &mut Ui, theme: &Theme, text: &Text, typed: &mut String) -> Option<PathBuf> {
    let mut path = None;
    card(ui, theme, |ui| {
        let field = TextField::new(theme, &text.get("recovery-typed")).show(ui, typed);
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_asked = ui.add(Button::small(theme, &text.get("recovery-open-typed"))).clicked();
        let words = typed.trim();
        path = ((is_asked || is_entered) && !words.is_empty()).then(|| PathBuf::from(words));
    });
    path
}

/// What the parts of a screen are drawn with.
#[derive(Clone, Copy)]
struct Look<'a> {
    theme: &'a Theme,
    text: &'a Text,
    now: Now,
}

fn escape(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// A column in the middle of the window that scrolls where the window is low.
fn column_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let window = ui.available_size();
    let side = ((window.x - WIDTH) / 2.0).max(16.0);
    let top = if window.y < TALL { LEAST_TOP } else { TOP };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(window.x - 2.0 * side);
                ui.add_space(top);
                ui.spacing_mut().item_spacing.y = 16.0;
                contents(ui);
                ui.add_space(LEAST_TOP);
            });
        });
    });
}

fn head_ui(ui: &mut Ui, theme: &Theme, text: &Text, (letter, title_id, sentence_id): (&str, &str, &str)) {
    ui.spacing_mut().item_spacing.y = 8.0;
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(DISC), Sense::hover());
    ui.painter().circle_filled(rect.center(), DISC / 2.0, theme.accent_fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, letter, icon_font(28.0), theme.accent_text);
    page_title(ui, theme, &text.get(title_id));
    body(ui, theme, &text.get(sentence_id));
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 16.0;
}

/// The backups, newest first; gives back the one that was chosen.
fn backups_ui(ui: &mut Ui, look: Look<'_>, backups: &[BackupLine], note_id: &str) -> Option<PathBuf> {
    let Look { theme, text, .. } = look;
    let newest = backups.iter().find(|backup| backup.holds.is_some());
    let mut chosen = None;
    if let Some(backup) = newest {
        nudge_card(ui, theme, |ui| {
            words(ui, &text.get("recovery-newest"), &theme.label, theme.accent_text);
            ui.spacing_mut().interact_size.y = PRIMARY_HEIGHT;
            // The choice that most people will make is the one primary button.
            if backup_row(ui, look, backup, Button::primary(theme, &text.get("recovery-open-backup"))) {
                chosen = Some(backup.path.clone());
            }
            words(ui, &text.get(note_id), &theme.small, theme.muted);
        });
    }
    let others: Vec<&BackupLine> = backups.iter().filter(|backup| newest != Some(*backup)).take(MOST_BACKUPS).collect();
    if others.is_empty() && newest.is_some() {
        return chosen;
    }
    card(ui, theme, |ui| {
        section(ui, theme, &text.get(if newest.is_some() { "recovery-others" } else { "recovery-backups" }));
        if others.is_empty() {
            muted(ui, theme, &text.get("recovery-backups-none"));
        }
        ui.spacing_mut().item_spacing.y = 12.0;
        for backup in others {
            if backup_row(ui, look, backup, Button::small(theme, &text.get("recovery-open-backup"))) {
                chosen = Some(backup.path.clone());
            }
        }
    });
    chosen
}

fn backup_row(ui: &mut Ui, look: Look<'_>, backup: &BackupLine, button: Button<'_>) -> bool {
    let Look { theme, text, now } = look;
    let made = format::moment(text, local_time(backup.made, now.offset), now.local().date());
    row(ui, theme, &made, &BackupFacts(backup).words(text), |ui| {
        let name = text.with("recovery-open-backup-named", &[("when", made.as_str().into())]);
        backup.holds.is_some() && ui.add(button).accessible_name(name).clicked()
    })
}

fn acts_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(8.0);
        contents(ui);
    });
}

fn quit_ui(ui: &mut Ui, theme: &Theme, text: &Text) -> bool {
    let keys = text.get("recovery-quit-keys");
    ui.add(Button::quiet(theme, &text.get("recovery-quit")).shortcut(&keys)).clicked()
}
