//! What stands above a tab while something is not as usual: sample data, a file that is not written, a problem.

use eframe::egui::Ui;

use super::commands::Command;
use super::cx::{Cx, FileState};
use super::outbox::Outbox;
use super::widgets::{Tone, banner};

/// Shows the banners there is a cause for, below each other, as wide as there is room; none takes no room.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let text = cx.text;
    match &cx.status.file {
        FileState::Saved | FileState::Saving => {}
        FileState::Demo => {
            banner(ui, cx.theme, Tone::Info, &text.get("recovery-banner-demo"), None);
        }
        FileState::ReadOnly(reason) => {
            let message = text.with("recovery-banner-read-only", &[("reason", reason.as_str().into())]);
            offer(ui, cx, (Tone::Info, &message), Command::SaveCopy, out);
        }
        FileState::Problem(reason) => {
            let message = text.with("recovery-banner-unsaved", &[("reason", reason.as_str().into())]);
            offer(ui, cx, (Tone::Problem, &message), Command::SaveCopy, out);
        }
    }
    if let Some(problem) = &cx.status.problem
        && banner(ui, cx.theme, Tone::Problem, problem, Some(&text.get("close")))
    {
        out.run(Command::CloseProblem);
    }
}

/// Whether there is a banner to show.
pub fn is_any(cx: &Cx<'_>) -> bool {
    cx.status.problem.is_some() || !matches!(cx.status.file, FileState::Saved | FileState::Saving)
}

fn offer(ui: &mut Ui, cx: &Cx<'_>, (tone, message): (Tone, &str), command: Command, out: &mut Outbox) {
    if banner(ui, cx.theme, tone, message, Some(&cx.text.get(command.label_id()))) {
        out.run(command);
    }
}
