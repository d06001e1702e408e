//! The programme on screen: the path with its steps, the end of a stage, and the words for both.

mod card;
mod dial;
mod stage_end;
mod steps;
#[cfg(test)]
pub(crate) mod tests;
mod track;
mod words;

pub use card::PathCard;
pub use stage_end::ui as stage_end;
pub use words::{date, figures, stage_id, stage_name, step_how, step_name, way};
