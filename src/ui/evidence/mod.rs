//! Evidence cards: what supports each strategy, how well, and what does not.

mod card;
mod cards;
mod list;
mod sheet;
mod strategy;
mod why;

pub use sheet::EvidenceSheet;
pub use strategy::Strategy;
pub use why::{why, with_why};

#[cfg(test)]
mod tests;
