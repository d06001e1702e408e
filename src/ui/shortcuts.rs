//! The words and the shortcut of each [`Command`], when it can be carried out, and the reading of the keys.

use eframe::egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use crate::domain::Model;
use crate::domain::people::To;
use crate::domain::settings::{Notifications, Switch, TEXT_PERCENT};
use crate::domain::timer::Phase;

use super::commands::{Command, ImageKind, Tab};
use super::cx::{FileState, Status};
use super::review::Form;
use super::reward_words;
use super::text::Text;

mod names;
#[cfg(test)]
mod tests;

pub use names::shown;

/// How far one step changes the text size, in percent.
pub const TEXT_STEP_PERCENT: u16 = 10;

const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Whether a dialog or sheet lies over the tabs; it takes the keys of what it covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cover {
    #[default]
    None,
    Sheet,
}

/// How much of the keyboard a command leaves to the widgets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Yields {
    /// Always read.
    Never,
    /// Not while words are typed.
    ToTyping,
    /// Not while the keyboard is on any widget, which the same key would press.
    ToFocus,
}

impl Command {
    /// Every command the palette and the shortcut sheet can name: all but those about one record, path or link.
    pub fn palette() -> Vec<Self> {
        let mut commands = vec![
            Self::StartOrPause,
            Self::StartShort,
            Self::Finish,
            Self::Extend,
            Self::TakeReward,
            Self::CloseCard,
            Self::AddSession,
            Self::NewWish,
            Self::ShowAllEvidence,
            Self::InTheWay,
            Self::NewPlan,
            Self::GuidedPlan,
            Self::Share { to: To::Anyone, span: None },
        ];
        commands.extend(Tab::ALL.map(Self::GoTo));
        commands.extend([
            Self::NextTab,
            Self::PreviousTab,
            Self::ReplaySpring,
            Self::ExportSpring(ImageKind::Png),
            Self::ExportSpring(ImageKind::Svg),
            Self::SaveReview(Form::Html),
            Self::SaveReview(Form::Markdown),
            Self::Undo,
            Self::Redo,
            Self::SaveNow,
            Self::SaveCopy,
            Self::BackUpNow,
            Self::OpenDataFolder,
            Self::TestNotification,
            Self::LargerText,
            Self::SmallerText,
            Self::NormalText,
            Self::FullScreen,
            Self::Palette,
            Self::ShortcutSheet,
            Self::CloseWindow,
            Self::Quit,
        ]);
        commands
    }

    /// The text id of its name, such as "Finish the session".
    pub fn label_id(&self) -> &'static str {
        match self {
            Self::GoTo(Tab::Focus) => "command-go-focus",
            Self::GoTo(Tab::Goal) => "command-go-goal",
            Self::GoTo(Tab::Progress) => "command-go-progress",
            Self::GoTo(Tab::Rewards) => "command-go-rewards",
            Self::GoTo(Tab::Environment) => "command-go-environment",
            Self::GoTo(Tab::People) => "command-go-people",
            Self::GoTo(Tab::Review) => "command-go-review",
            Self::GoTo(Tab::Settings) => "command-go-settings",
            Self::NextTab => "command-next-tab",
            Self::PreviousTab => "command-previous-tab",
            Self::StartOrPause => "command-start-or-pause",
            Self::StartShort => "command-start-short",
            Self::Finish => "command-finish",
            Self::Extend => "command-extend",
            Self::TakeReward => "command-take-reward",
            Self::OpenCard(_) => "command-open-card",
            Self::CloseCard => "command-close-card",
            Self::KeepSession => "toast-keep",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Palette => "command-palette",
            Self::ShortcutSheet => "command-shortcut-sheet",
            Self::ReplaySpring => "command-replay-spring",
            Self::ExportSpring(ImageKind::Png) => "command-export-png",
            Self::ExportSpring(ImageKind::Svg) => "command-export-svg",
            Self::SaveReview(Form::Html) => "command-save-review-html",
            Self::SaveReview(Form::Markdown) => "command-save-review-markdown",
            Self::AddSession => "command-add-session",
            Self::ShowDay(_) => "command-show-day",
            Self::NewWish => "command-new-wish",
            Self::EditGoal(_) => "command-edit-goal",
            Self::InTheWay => "command-in-the-way",
            Self::NewPlan => "command-new-plan",
            Self::GuidedPlan => "command-guided-plan",
            Self::EditPlan(_) => "command-edit-plan",
            Self::ReadPlan(_) => "command-read-plan",
            Self::Share { .. } => "command-share",
            Self::ShowCheckIn(_) => "command-show-check-in",
            Self::CopyText(_) => "command-copy-text",
            Self::CopyPicture(_) => "command-copy-picture",
            Self::WriteMail(_) => "command-write-mail",
            Self::ShowEvidence(_) => "command-show-evidence",
            Self::ShowAllEvidence => "command-show-all-evidence",
            Self::OpenLink(_) => "command-open-link",
            Self::Autostart(Switch::On) => "command-autostart-on",
            Self::Autostart(Switch::Off) => "command-autostart-off",
            Self::SaveNow => "command-save-now",
            Self::SaveCopy => "command-save-copy",
            Self::OpenDataFolder => "command-open-data-folder",
            Self::TestNotification => "command-test-notification",
            Self::BackUpNow => "command-back-up-now",
            Self::Restore(_) => "command-restore",
            Self::ShowLaunches => "command-show-launches",
            Self::AllowLaunches => "command-allow-launches",
            Self::PickFile => "command-pick-file",
            Self::Outlet(_) => "command-outlet",
            Self::CloseProblem => "command-close-problem",
            Self::KeepOurs => "command-keep-ours",
            Self::TakeTheirs => "command-take-theirs",
            Self::SaveShrunk => "command-save-shrunk",
            Self::LargerText => "command-larger-text",
            Self::SmallerText => "command-smaller-text",
            Self::NormalText => "command-normal-text",
            Self::FullScreen => "command-full-screen",
            Self::CloseWindow => "command-close-window",
            Self::Quit => "command-quit",
        }
    }

    /// The text id of the sentence that says what it does: its tooltip.
    pub fn hint_id(&self) -> String {
        format!("{}-hint", self.label_id())
    }

    /// The text id of its name as things stand now: "Pause the session" while one runs.
    pub fn label_id_now(&self, model: &Model) -> &'static str {
        match (self, model.running.as_ref().map(|running| &running.phase)) {
            (Self::StartOrPause, None) => "command-start",
            (Self::StartOrPause, Some(Phase::Focusing { .. })) => "command-pause",
            (Self::StartOrPause, Some(Phase::Paused | Phase::Asking { .. })) => "command-resume",
            _ => self.label_id(),
        }
    }

    /// All key combinations that ask for it; the first is the one shown.
    pub fn shortcuts(&self) -> Vec<KeyboardShortcut> {
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let shift = |key| KeyboardShortcut::new(CTRL_SHIFT, key);
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        match self {
            Self::GoTo(Tab::Focus) => vec![ctrl(Key::Num1)],
            Self::GoTo(Tab::Goal) => vec![ctrl(Key::Num2)],
            Self::GoTo(Tab::Progress) => vec![ctrl(Key::Num3)],
            Self::GoTo(Tab::Rewards) => vec![ctrl(Key::Num4)],
            Self::GoTo(Tab::Environment) => vec![ctrl(Key::Num5)],
            Self::GoTo(Tab::People) => vec![ctrl(Key::Num6)],
            Self::GoTo(Tab::Review) => vec![ctrl(Key::Num7)],
            Self::GoTo(Tab::Settings) => vec![ctrl(Key::Num8), ctrl(Key::Comma)],
            Self::NextTab => vec![ctrl(Key::Tab)],
            Self::PreviousTab => vec![shift(Key::Tab)],
            Self::StartOrPause => vec![plain(Key::Space)],
            Self::Finish => vec![ctrl(Key::Enter)],
            Self::Undo => vec![ctrl(Key::Z)],
            Self::Redo => vec![shift(Key::Z), ctrl(Key::Y)],
            Self::Palette => vec![ctrl(Key::K)],
            Self::ShortcutSheet => vec![plain(Key::F1), plain(Key::Questionmark)],
            Self::ExportSpring(ImageKind::Png) => vec![ctrl(Key::E)],
            Self::AddSession => vec![ctrl(Key::N)],
            Self::NewWish => vec![shift(Key::N)],
            Self::InTheWay => vec![ctrl(Key::I)],
            Self::SaveNow => vec![ctrl(Key::S)],
            Self::SaveCopy => vec![shift(Key::S)],
            Self::OpenDataFolder => vec![ctrl(Key::O)],
            Self::LargerText => vec![ctrl(Key::Plus), ctrl(Key::Equals)],
            Self::SmallerText => vec![ctrl(Key::Minus)],
            Self::NormalText => vec![ctrl(Key::Num0)],
            Self::CloseCard => vec![plain(Key::Escape)],
            Self::FullScreen => vec![plain(Key::F11)],
            Self::CloseWindow => vec![ctrl(Key::W)],
            Self::Quit => vec![ctrl(Key::Q)],
            Self::StartShort
            | Self::Extend
            | Self::TakeReward
            | Self::OpenCard(_)
            | Self::KeepSession
            | Self::ReplaySpring
            | Self::ExportSpring(ImageKind::Svg)
            | Self::SaveReview(_)
            | Self::ShowDay(_)
            | Self::EditGoal(_)
            | Self::Share { .. }
            | Self::ShowCheckIn(_)
            | Self::CopyText(_)
            | Self::CopyPicture(_)
            | Self::WriteMail(_)
            | Self::ShowEvidence(_)
            | Self::ShowAllEvidence
            | Self::OpenLink(_)
            | Self::NewPlan
            | Self::GuidedPlan
            | Self::EditPlan(_)
            | Self::ReadPlan(_)
            | Self::TestNotification
            | Self::BackUpNow
            | Self::Restore(_)
            | Self::ShowLaunches
            | Self::AllowLaunches
            | Self::PickFile
            | Self::Outlet(_)
            | Self::CloseProblem
            | Self::KeepOurs
            | Self::TakeTheirs
            | Self::Autostart(_)
            | Self::SaveShrunk => Vec::new(),
        }
    }

    /// The key combination shown beside its name, in words such as "Ctrl+Shift+Z".
    pub fn keys(&self, text: &Text) -> Option<String> {
        self.shortcuts().first().map(|shortcut| shown(text, *shortcut))
    }

    /// Whether it would do something now.
    pub fn is_available(&self, model: &Model, status: &Status) -> bool {
        let writes = !matches!(status.file, FileState::ReadOnly(_) | FileState::Demo);
        let phase = model.running.as_ref().map(|running| &running.phase);
        let asks = matches!(phase, Some(Phase::Asking { .. }));
        match self {
            Self::StartOrPause | Self::InTheWay => model.goal().is_some() && !asks,
            Self::StartShort => model.goal().is_some() && phase.is_none(),
            Self::Finish | Self::Extend => matches!(phase, Some(Phase::Focusing { .. } | Phase::Paused)),
            Self::TakeReward => reward_words::can_take(model, status.card),
            Self::CloseCard => status.card.is_some() && status.tab == Tab::Focus,
            Self::Undo => model.history.next_undo().is_some(),
            Self::Redo => model.history.next_redo().is_some(),
            Self::ReplaySpring | Self::ExportSpring(_) => model.goal_sessions().next().is_some(),
            Self::SaveReview(_) => {
                model.goal().is_some_and(|goal| model.reviews.iter().any(|review| review.goal == goal.id))
            }
            Self::AddSession
            | Self::EditGoal(_)
            | Self::NewPlan
            | Self::GuidedPlan
            | Self::EditPlan(_)
            | Self::ReadPlan(_)
            | Self::Share { .. } => model.goal().is_some(),
            // Before the first goal there is one question, and no room to go to.
            Self::NewWish
            | Self::GoTo(_)
            | Self::NextTab
            | Self::PreviousTab
            | Self::ShowDay(_)
            | Self::ShowEvidence(_)
            | Self::ShowAllEvidence => !model.goals.is_empty(),
            Self::SaveNow | Self::BackUpNow | Self::Autostart(_) => writes,
            Self::OpenDataFolder => status.file != FileState::Demo,
            Self::TestNotification => model.settings.notifications != Notifications::Off,
            Self::CloseProblem => status.problem.is_some(),
            Self::KeepOurs | Self::TakeTheirs | Self::SaveShrunk => status.remedies.contains(self),
            Self::LargerText | Self::SmallerText | Self::NormalText => {
                text_percent_after(self, model.settings.text_percent).is_some()
            }
            Self::OpenCard(_)
            | Self::KeepSession
            | Self::OpenLink(_)
            | Self::ShowCheckIn(_)
            | Self::CopyText(_)
            | Self::CopyPicture(_)
            | Self::WriteMail(_)
            | Self::ShowLaunches
            | Self::AllowLaunches
            | Self::PickFile
            | Self::Outlet(_)
            | Self::Palette
            | Self::ShortcutSheet
            | Self::SaveCopy
            | Self::Restore(_)
            | Self::FullScreen
            | Self::CloseWindow
            | Self::Quit => true,
        }
    }

    fn yields(&self) -> Yields {
        match self {
            Self::StartOrPause => Yields::ToFocus,
            Self::Undo | Self::Redo => Yields::ToTyping,
            _ => Yields::Never,
        }
    }

    /// Whether it is also read while a sheet lies over the tabs.
    fn reaches_over_sheets(&self) -> bool {
        matches!(
            self,
            Self::Palette
                | Self::ShortcutSheet
                | Self::SaveNow
                | Self::LargerText
                | Self::SmallerText
                | Self::NormalText
                | Self::FullScreen
                | Self::CloseWindow
                | Self::Quit
        )
    }
}

/// Reads and consumes the keys of this frame; call it before the tabs are shown, once a frame.
///
/// A held key asks once, but for undo and redo.
pub fn collect(ctx: &Context, model: &Model, status: &Status, cover: Cover) -> Vec<Command> {
    let (is_typing, has_focus) = (ctx.text_edit_focused(), ctx.egui_wants_keyboard_input());
    let mut asked = Vec::new();
    for command in Command::palette() {
        let yields = match command.yields() {
            Yields::Never => false,
            Yields::ToTyping => is_typing,
            Yields::ToFocus => has_focus,
        };
        if yields || (cover == Cover::Sheet && !command.reaches_over_sheets()) {
            continue;
        }
        for shortcut in command.shortcuts() {
            let is_letter = shortcut.modifiers == Modifiers::NONE && shortcut.logical_key == Key::Questionmark;
            if !(is_letter && is_typing) && command.is_available(model, status) && consume(ctx, &command, shortcut) {
                asked.push(command.clone());
            }
        }
    }
    asked
}

/// Takes a shortcut out of the frame's events; true when it asks for its command.
fn consume(ctx: &Context, command: &Command, shortcut: KeyboardShortcut) -> bool {
    let repeats = matches!(command, Command::Undo | Command::Redo | Command::LargerText | Command::SmallerText);
    let mut is_asked = false;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, repeat, modifiers, .. } = event else { return true };
            if *key != shortcut.logical_key || !fits(*modifiers, shortcut) {
                return true;
            }
            is_asked |= repeats || !*repeat;
            false
        });
    });
    is_asked
}

/// Digits and signs need Shift on some keyboards, so there an extra Shift is let pass.
fn fits(held: Modifiers, shortcut: KeyboardShortcut) -> bool {
    use Key::{Comma, Equals, Minus, Num0, Num1, Num2, Num3, Num4, Num5, Num6, Num7, Num8, Plus};
    let key = shortcut.logical_key;
    let is_sign =
        matches!(key, Num0 | Num1 | Num2 | Num3 | Num4 | Num5 | Num6 | Num7 | Num8 | Comma | Plus | Equals | Minus);
    if is_sign || shortcut.logical_key == Key::Questionmark {
        return !held.alt && held.matches_logically(shortcut.modifiers);
    }
    held.matches_exact(shortcut.modifiers)
}

/// The text size a command asks for, in percent; `None` when it is no such command or changes nothing.
pub fn text_percent_after(command: &Command, percent: u16) -> Option<u16> {
    let wanted = match command {
        Command::LargerText => percent.saturating_add(TEXT_STEP_PERCENT),
        Command::SmallerText => percent.saturating_sub(TEXT_STEP_PERCENT),
        Command::NormalText => 100,
        _ => return None,
    };
    let bounded = wanted.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
    (bounded != percent).then_some(bounded)
}
