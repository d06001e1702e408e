//! The toasts layer: short messages over every tab, each gone by itself, some with a command such as Undo.

use eframe::egui::Context;

use crate::domain::effect::UndoKey;

use super::commands::Command;
use super::cx::Cx;
use super::outbox::Outbox;
use super::text::Text;
use super::undo_words;
use super::widgets::{self, Tone};

/// The messages on screen. All seconds are of one clock that never goes back, such as `Clock::mono`.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: widgets::Toasts<Command>,
}

impl Toasts {
    /// Something to know.
    pub fn tell(&mut self, message: impl Into<String>, now_secs: f64) {
        self.shown.tell(Tone::Info, message, now_secs);
    }

    /// Something that went wrong.
    pub fn problem(&mut self, message: impl Into<String>, now_secs: f64) {
        self.shown.tell(Tone::Problem, message, now_secs);
    }

    /// Something to know, with a command to follow.
    pub fn offer(&mut self, message: impl Into<String>, label: impl Into<String>, command: Command, now_secs: f64) {
        self.shown.offer(message, label, command, now_secs);
    }

    /// What was just done, with Undo; an earlier message of the kind is replaced.
    pub fn done(&mut self, key: UndoKey, text: &Text, now_secs: f64) {
        self.shown.clear();
        self.offer(undo_words::done(key, text), text.get("undo"), Command::Undo, now_secs);
    }

    /// What was taken back, with Redo.
    pub fn undone(&mut self, key: UndoKey, text: &Text, now_secs: f64) {
        self.shown.clear();
        self.offer(undo_words::undone(key, text), text.get("redo"), Command::Redo, now_secs);
    }

    /// What was done again, with Undo.
    pub fn redone(&mut self, key: UndoKey, text: &Text, now_secs: f64) {
        self.shown.clear();
        self.offer(undo_words::redone(key, text), text.get("undo"), Command::Undo, now_secs);
    }

    /// When the next message goes, for asking a repaint then.
    pub fn next_end_secs(&self) -> Option<f64> {
        self.shown.next_end_secs()
    }

    /// Shows them over everything; asks for the command that was clicked.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, now_secs: f64, out: &mut Outbox) {
        if let Some(command) = self.shown.ui(ctx, cx.theme, cx.text, now_secs) {
            out.run(command);
        }
    }
}
