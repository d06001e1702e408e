//! Sending by itself: the card of outlets, the sheet of one, and what leaves.

pub mod body;
mod card;
mod form;
mod shown;
pub mod words;

pub use card::card;
pub use form::OutletForm;

#[cfg(test)]
mod tests;
