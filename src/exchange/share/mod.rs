//! What is shared with people, in the forms in which it leaves: text, card, page, mail, links, JSON. Each is made of a
//! [`Told`] and nothing else, and that of what one reader may see.

pub mod bars;
pub mod card;
mod emblem;
mod fit;
mod form;
pub mod html;
mod ink;
pub mod json;
pub mod links;
pub mod pledge;
#[cfg(test)]
mod tests;
pub mod text;
mod told;

pub use form::{Form, Piece};
pub use told::{AnswerWords, Day, DayKind, Drawn, Figure, Line, List, Mark, Told};
