//! What a frame asks for: actions on the model and commands to the app, carried out after the frame.

use crate::domain::Action;

use super::commands::Command;

/// Filled by the tabs, emptied by `app::logic`.
#[derive(Debug, Default, PartialEq)]
pub struct Outbox {
    pub actions: Vec<Action>,
    pub commands: Vec<Command>,
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
}
