//! The charts of the page as data: pure functions from figures to what is drawn, said and listed.
//!
//! Each gives a [`Chart`](crate::exchange::chart::Chart) with its sentence and its table; `ui::charts` draws it on screen,
//! `exchange` into files.

pub mod automatic;
pub mod counts;
pub mod events;
pub mod feelings;
pub mod lengths;
pub mod measure;
pub mod rhythm;
mod source;

pub use source::Source;
