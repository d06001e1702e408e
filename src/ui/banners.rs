//! What stands above a tab while something is not as usual: sample data, a file that is not written, a problem.

use eframe::egui::{Frame, Margin, Panel, Ui};

use super::commands::Command;
use super::cx::{Cx, FileState};
use super::outbox::Outbox;
use super::widgets::{Tone, banner};

/// Room around the banners, in points.
const AROUND: Margin = Margin { left: 16, right: 16, top: 16, bottom: 0 };

/// Shows the banners there is a cause for, below each other, as wide as there is room; none takes no room.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if !is_any(cx) {
        return;
    }
    let frame = Frame::new().fill(cx.theme.background).inner_margin(AROUND);
    let panel = Panel::top("banners").resizable(false).show_separator_line(false).frame(frame);
    panel.show(ui, |ui| {
        file_ui(ui, cx, out);
        if let Some(problem) = &cx.status.problem
            && banner(ui, cx.theme, Tone::Problem, problem, &[cx.text.get("close")]).is_some()
        {
            out.run(Command::CloseProblem);
        }
    });
}

/// Whether there is a banner to show.
pub fn is_any(cx: &Cx<'_>) -> bool {
    cx.status.problem.is_some() || file_words(cx).is_some()
}

/// What is not as usual with the file, in a sentence; `None` while it is saved.
pub fn file_words(cx: &Cx<'_>) -> Option<String> {
    match &cx.status.file {
        FileState::Saved | FileState::Saving => None,
        FileState::Demo => Some(cx.text.get("recovery-banner-demo")),
        FileState::ReadOnly(reason) if reason.is_empty() => Some(cx.text.get("file-read-only")),
        FileState::ReadOnly(reason) | FileState::Problem(reason) => Some(reason.clone()),
    }
}

fn file_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let Some(words) = file_words(cx) else { return };
    let tone = if matches!(cx.status.file, FileState::Problem(_)) { Tone::Problem } else { Tone::Info };
    let copy = (cx.status.file != FileState::Demo).then_some(&Command::SaveCopy);
    let commands: Vec<&Command> = cx.status.remedies.iter().chain(copy).collect();
    let labels: Vec<String> = commands.iter().map(|command| cx.text.get(command.label_id())).collect();
    if let Some(command) = banner(ui, cx.theme, tone, &words, &labels).and_then(|act| commands.get(act)) {
        out.run((*command).clone());
    }
}
