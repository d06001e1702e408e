//! Settings: how the app behaves, where the data is, and what it is made of. Every change applies at once.

mod about;
mod accent;
mod advice;
mod backups;
mod data;
mod form;
mod length;
mod look;
mod notify;
mod preview;
mod reminder_row;
mod reminders;
pub(in crate::ui) mod row;
mod startup;
mod tab;
#[cfg(test)]
mod tests;
mod time;

pub use backups::BackupFacts;
pub use tab::SettingsTab;
