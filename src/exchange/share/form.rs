//! The forms in which it leaves, and what of it each tells.

use super::Told;
use super::card::{self, Look, Size};
use crate::domain::people::Part;

/// The form in which it leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    #[default]
    Text,
    Post,
    Picture(Size),
    Html,
    Markdown,
}

/// What a form may have no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The chart, and lines that were written.
    Part(Part),
    /// What was agreed with the reader.
    Plan,
    Question,
}

impl Form {
    /// What of it the form tells.
    pub fn told(self, told: Told) -> Told {
        match self {
            Self::Html => told,
            Self::Text | Self::Markdown => Told { drawn: None, ..told },
            Self::Post => Told { drawn: None, lists: Vec::new(), identity: None, plan: None, ..told },
            Self::Picture(size) => card::drawn(&told, &Look::default(), size).1,
        }
    }

    /// Whether it would not tell a piece of this, beside all else that is in it.
    pub fn leaves_out(self, piece: Piece, told: &Told) -> bool {
        piece.is_in(told) && !piece.is_in(&self.told(told.clone()))
    }
}

impl Piece {
    /// Whether it is told.
    pub fn is_in(self, told: &Told) -> bool {
        match self {
            Self::Part(Part::Chart) => told.drawn.is_some(),
            Self::Part(Part::Identity) => told.identity.is_some(),
            Self::Part(part) => told.lists.iter().any(|list| list.part == part),
            Self::Plan => told.plan.is_some(),
            Self::Question => told.question.is_some(),
        }
    }
}
