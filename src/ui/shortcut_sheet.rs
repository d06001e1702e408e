//! The sheet with all keys, grouped by what they are for.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::commands::{Command, Tab};
use super::cx::Cx;
use super::outbox::Outbox;
use super::shortcuts::shown;
use super::widgets::{body, key_cap, section, sheet};

/// Height of a line, in points.
const LINE_HEIGHT: f32 = 28.0;

/// The sheet; closed until [`ShortcutSheet::toggle`] is called.
#[derive(Debug, Default)]
pub struct ShortcutSheet {
    state: State,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Closed,
    Open,
}

/// What a group of keys is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Session,
    Records,
    Rooms,
    Window,
    File,
}

const GROUPS: [(Group, &str); 5] = [
    (Group::Session, "commands-group-session"),
    (Group::Records, "commands-group-records"),
    (Group::Rooms, "commands-group-rooms"),
    (Group::Window, "commands-group-window"),
    (Group::File, "commands-group-file"),
];

impl ShortcutSheet {
    /// Opens it, or closes it when it is open.
    pub fn toggle(&mut self) {
        self.state = if self.is_open() { State::Closed } else { State::Open };
    }

    /// It lies over the tabs and takes their keys.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Shows it when it is open; it asks for nothing.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, _out: &mut Outbox) {
        if !self.is_open() {
            return;
        }
        let title = cx.text.get("command-shortcut-sheet");
        let answer = sheet(ui.ctx(), cx.theme, cx.text, "shortcuts", &title, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for (group, title_id) in GROUPS {
                section(ui, cx.theme, &cx.text.get(title_id));
                for command in Command::palette().into_iter().filter(|command| group_of(command) == group) {
                    line_ui(ui, cx, &command);
                }
                ui.add_space(12.0);
            }
        });
        if answer.closed {
            self.state = State::Closed;
        }
    }
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, command: &Command) {
    let shortcuts = command.shortcuts();
    if shortcuts.is_empty() {
        return;
    }
    let size = vec2(ui.available_width(), LINE_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        // The scroll bar floats over the edge.
        ui.add_space(8.0);
        for shortcut in shortcuts.into_iter().rev() {
            key_cap(ui, cx.theme, &shown(cx.text, shortcut));
        }
        ui.add_space(8.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            body(ui, cx.theme, &cx.text.get(command.label_id()));
        });
    });
}

fn group_of(command: &Command) -> Group {
    match command {
        Command::StartOrPause
        | Command::StartShort
        | Command::Finish
        | Command::Extend
        | Command::TakeReward
        | Command::OpenCard(_)
        | Command::CloseCard
        | Command::InTheWay
        | Command::KeepSession => Group::Session,
        Command::AddSession
        | Command::NewWish
        | Command::NewPlan
        | Command::GuidedPlan
        | Command::EditPlan(_)
        | Command::ReadPlan(_)
        | Command::Undo
        | Command::Redo
        | Command::ShowDay(_)
        | Command::EditGoal(_)
        | Command::Share { .. }
        | Command::ShowCheckIn(_)
        | Command::CopyText(_)
        | Command::CopyPicture(_)
        | Command::WriteMail(_)
        | Command::ShowEvidence(_)
        | Command::ShowAllEvidence => Group::Records,
        Command::GoTo(
            Tab::Focus
            | Tab::Goal
            | Tab::Progress
            | Tab::Rewards
            | Tab::Environment
            | Tab::People
            | Tab::Review
            | Tab::Settings,
        )
        | Command::NextTab
        | Command::PreviousTab
        | Command::Palette
        | Command::ShortcutSheet => Group::Rooms,
        Command::LargerText
        | Command::SmallerText
        | Command::NormalText
        | Command::FullScreen
        | Command::CloseWindow
        | Command::ShowLaunches
        | Command::AllowLaunches
        | Command::PickFile
        | Command::Outlet(_)
        | Command::CloseProblem
        | Command::OpenLink(_)
        | Command::TestNotification
        | Command::Autostart(_)
        | Command::Quit => Group::Window,
        Command::ReplaySpring
        | Command::ExportSpring(_)
        | Command::SaveReview(_)
        | Command::SaveNow
        | Command::SaveCopy
        | Command::OpenDataFolder
        | Command::BackUpNow
        | Command::Restore(_)
        | Command::KeepOurs
        | Command::TakeTheirs
        | Command::SaveShrunk => Group::File,
    }
}
