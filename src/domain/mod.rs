//! The method, pure: what is saved, what can be done to it, and what follows.
//!
//! No egui, no files, no clock, no environment and no log. Time comes in as the last argument, `now`.

pub mod action;
pub mod alarms;
pub mod demo;
pub mod effect;
pub mod environment;
pub mod experiments;
pub mod goal;
pub mod identity;
pub mod insight;
pub mod measure;
pub mod model;
pub mod nudges;
pub mod people;
pub mod plans;
pub mod programme;
pub mod records;
pub mod reminders;
pub mod rest;
pub mod review;
pub mod rewards;
pub mod session;
pub mod session_length;
pub mod settings;
pub mod target;
pub mod time;
pub mod timer;
pub mod undo;
pub mod waiting_room;

#[cfg(test)]
mod tests;

pub use action::{Action, apply};
pub use effect::{Effect, Refusal};
pub use model::Model;
pub use records::{Record, Records};
pub use time::Now;
