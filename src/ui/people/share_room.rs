//! What a form has no room for beside all else that it tells.

use crate::domain::people::Part;
use crate::exchange::share::{Drawn, Form, Line, List, Piece, Told};

/// What a form may have no room for.
const PIECES: [Piece; 6] = [
    Piece::Part(Part::Chart),
    Piece::Part(Part::Notes),
    Piece::Part(Part::Proofs),
    Piece::Part(Part::Identity),
    Piece::Plan,
    Piece::Question,
];

/// The pieces that the form would leave out beside what is told, were they told too.
pub(super) fn left_out(form: Form, told: &Told) -> Vec<Piece> {
    PIECES.into_iter().filter(|piece| form.leaves_out(*piece, &with(*piece, told))).collect()
}

/// The same with a piece in it; where there is none, one without words stands for it.
fn with(piece: Piece, told: &Told) -> Told {
    let mut told = told.clone();
    if piece.is_in(&told) {
        return told;
    }
    match piece {
        Piece::Part(Part::Chart) => told.drawn = Some(Drawn { slots: 1, ..Drawn::default() }),
        Piece::Part(Part::Identity) => told.identity = Some(Line::default()),
        Piece::Plan => told.plan = Some(Line::default()),
        Piece::Question => told.question = Some(Line::default()),
        Piece::Part(part) => {
            let place = told.lists.partition_point(|list| list.part < part);
            told.lists.insert(place, List { part, title: String::new(), lines: vec![String::new()], more: Vec::new() });
        }
    }
    told
}
