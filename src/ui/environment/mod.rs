//! Environment: what makes starting easier, in four groups; and the sheet that asks before anything is opened.

mod add;
mod archive;
mod effect_words;
mod group_card;
mod handle;
mod item_row;
mod launch_sheet;
mod opens_form;
mod opens_words;
mod order;
mod tab;
#[cfg(test)]
mod tests;

pub use effect_words::{effect_words, is_compared};
pub use launch_sheet::LaunchSheet;
pub use opens_words::short as short_opens;
pub use tab::EnvironmentTab;
