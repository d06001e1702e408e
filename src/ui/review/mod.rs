//! Review: the week and the month looked back at with the figures beside the questions, and what is being tried.

mod adjustment;
mod answers;
mod automatic_words;
mod charts;
mod due_card;
mod experiment_card;
mod experiment_words;
mod figures;
mod history;
mod home;
mod kept;
mod monthly;
mod page;
mod preview;
mod saving;
mod system;
mod tab;
#[cfg(test)]
mod tests;
mod told;
mod trying;
mod weekly;
mod words;

pub use experiment_words::{card_lines, coin_words};
pub use figures::Told;
pub use saving::{Form, Identity, document};
pub use tab::ReviewTab;
pub use told::{Report, Section, report};
pub use words::{automatic_stem, period_name};
