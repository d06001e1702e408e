//! The forms in which it leaves, and what of it each has room for.

use resvg::usvg::roxmltree::Document;

use super::card::{self, Look, Size};
use super::{List, Told, text};
use crate::domain::people::{Part, Parts};

/// Signs that keep the direction of a line on a card, and the one that ends words that were cut.
const DIRECTION: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
const CUT: char = '…';

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

/// What a form may have no room for; goal, period and promise are in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    Part(Part),
    /// What was agreed with the reader.
    Plan,
    Question,
}

impl Form {
    /// Whether it has room for a piece beside what else is seen.
    pub fn carries(self, piece: Piece, sees: Parts) -> bool {
        match (self, piece) {
            (Self::Text | Self::Markdown, piece) => piece != Piece::Part(Part::Chart),
            (Self::Post, Piece::Part(part)) => is_figure(part),
            (Self::Post | Self::Picture(_), Piece::Plan) | (Self::Picture(_), Piece::Question) => false,
            (Self::Picture(size), Piece::Part(Part::Notes)) => has_list(size, sees),
            // The card has one list.
            (Self::Picture(size), Piece::Part(Part::Proofs)) => has_list(size, sees) && !sees.has(Part::Notes),
            (Self::Html, _) | (Self::Post, Piece::Question) | (Self::Picture(_), Piece::Part(_)) => true,
        }
    }

    /// What it carries of what is seen.
    pub fn of(self, sees: Parts) -> Parts {
        let carried = Part::ALL.into_iter().filter(|part| sees.has(*part) && self.carries(Piece::Part(*part), sees));
        carried.fold(Parts::NONE, Parts::with)
    }

    /// What of it the form tells: on a card the one list, as far as it is drawn.
    pub fn told(self, told: Told) -> Told {
        let Self::Picture(size) = self else { return told };
        let mut told = Told { plan: None, question: None, ..told };
        told.lists.truncate(1);
        let svg = card::svg(&told, &Look::default(), size);
        told.lists = told.lists.iter().filter_map(|list| drawn_list(list, &svg)).collect();
        told
    }
}

fn is_figure(part: Part) -> bool {
    matches!(part, Part::Minutes | Part::Days | Part::Counts | Part::Energy)
}

/// Whether a card of a size has room for a list: the wide one has two blocks.
fn has_list(size: Size, sees: Parts) -> bool {
    let has_figures = Part::ALL.into_iter().any(|part| is_figure(part) && sees.has(part));
    size == Size::Square || !(has_figures && sees.has(Part::Chart))
}

/// A list with the lines that a drawing shows, as it shows them; none where it shows no line.
fn drawn_list(list: &List, svg: &str) -> Option<List> {
    let drawing = Document::parse(svg).ok()?;
    let texts = drawing.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
    let mut words = texts.map(|words| words.trim_matches(DIRECTION));
    let title = text::one_line(&list.title);
    words.find(|words| is_drawn(words, &title))?;
    let mut lines = Vec::new();
    for line in &list.lines {
        let line = text::one_line(line);
        let Some(shown) = words.next().filter(|words| is_drawn(words, &line)) else { break };
        lines.push(shown.to_owned());
    }
    (!lines.is_empty()).then(|| List { title: list.title.clone(), lines, more: Vec::new() })
}

/// Whether words on a card are these, or the beginning of these.
fn is_drawn(words: &str, all: &str) -> bool {
    words == all || words.strip_suffix(CUT).is_some_and(|beginning| !beginning.is_empty() && all.starts_with(beginning))
}
