//! Goal: the one thing with all its fields, its target, measure, proofs and rests, the waiting room and the archive.

mod archive;
pub mod books;
mod closing;
mod fields;
mod measure_card;
mod new_goal;
mod plans_card;
mod proofs;
mod rests;
mod row;
mod tab;
mod target_card;
#[cfg(test)]
mod tests;
mod waiting_room;
mod wordings;

pub use row::{FEW, Shown, more_link, row, rows, scrolled_rows, section_card, section_card_why};
pub use tab::GoalTab;
