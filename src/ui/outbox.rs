//! What a frame asks for: actions on the model, commands to the app, and files to be saved, carried out after
//! the frame.

use std::sync::Arc;

use crate::domain::Action;
use crate::domain::people::NewCheckIn;
use crate::exchange::chart::Chart;
use crate::exchange::chart_file::FileKind;
use crate::exchange::export::Export;

use super::commands::Command;

/// Filled by the tabs, emptied by `app::logic`.
#[derive(Debug, Default, PartialEq)]
pub struct Outbox {
    pub actions: Vec<Action>,
    pub commands: Vec<Command>,
    /// What is to be saved where the user says.
    pub exports: Vec<Export>,
    /// Files that leave to someone, each with its check-in.
    pub shared: Vec<(Export, NewCheckIn)>,
}

impl Outbox {
    /// Asks for a change of the records.
    pub fn act(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Asks the app for something else.
    pub fn run(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Asks for a file.
    pub fn save(&mut self, export: Export) {
        self.exports.push(export);
    }

    /// Asks for a file that is a check-in once it is there.
    pub fn share(&mut self, export: Export, check_in: NewCheckIn) {
        self.shared.push((export, check_in));
    }

    /// Asks for a chart as a file.
    pub fn save_chart(&mut self, chart: &Arc<Chart>, kind: FileKind) {
        self.save(Export::Chart(Arc::clone(chart), kind));
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.actions.is_empty() && self.commands.is_empty() && self.exports.is_empty() && self.shared.is_empty()
    }
}
