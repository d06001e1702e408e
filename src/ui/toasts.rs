//! The toasts layer: short messages over every tab, each gone by itself, some with a command such as Undo.

use std::time::Duration;

use chrono::{DateTime, Utc};
use eframe::egui::Ui;

use super::commands::Command;
use super::cx::Cx;
use super::outbox::Outbox;
use super::widgets::{self, Tone};

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    /// What can be done about it: the words of the button, and what it asks for.
    pub action: Option<(String, Command)>,
    pub until: DateTime<Utc>,
}

/// The messages on screen, at most three; the oldest goes first.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: widgets::Toasts<Command>,
}

impl Toasts {
    /// Shows a message. One that offers undo or redo takes the place of an earlier one, whose step is no longer the last.
    pub fn push(&mut self, toast: Toast) {
        self.add(Tone::Info, toast);
    }

    /// Shows a message about something that went wrong.
    pub fn push_problem(&mut self, toast: Toast) {
        self.add(Tone::Problem, toast);
    }

    fn add(&mut self, tone: Tone, toast: Toast) {
        let Toast { text, action, until } = toast;
        let is_step = |command: &Command| matches!(command, Command::Undo | Command::Redo);
        if action.as_ref().is_some_and(|(_, command)| is_step(command)) {
            self.shown.drop_acts(is_step);
        }
        self.shown.push(tone, text, action, secs(until));
    }

    /// How long until the next message goes, for asking a repaint then; `None` when there is none.
    pub fn next_end(&self, now: DateTime<Utc>) -> Option<Duration> {
        let end = self.shown.next_end_secs()?;
        Some(Duration::from_secs_f64((end - secs(now)).clamp(0.0, 60.0)))
    }

    /// Shows them over everything; asks for the command that was clicked.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        if let Some(command) = self.shown.ui(ui.ctx(), cx.theme, cx.text, secs(cx.now.utc)) {
            out.run(command);
        }
    }
}

fn secs(at: DateTime<Utc>) -> f64 {
    at.timestamp() as f64
}
