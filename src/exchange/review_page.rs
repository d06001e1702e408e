//! A review as it leaves the app: what its cards say, what was answered, and the charts of its period.

use std::sync::Arc;

use super::chart::Chart;

/// All of a review in words and charts, ready to be written down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewPage {
    /// Tag of the language its words are in: "en".
    pub language: String,
    /// "November 2026".
    pub title: String,
    /// The goal in the user's own words.
    pub goal: String,
    /// "Finished Sun 22 Nov".
    pub state: String,
    pub parts: Vec<Part>,
    /// What stands over the charts.
    pub charts_title: String,
    pub charts: Vec<Arc<Chart>>,
    /// The line at the foot.
    pub foot: String,
}

/// One card of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub title: String,
    pub figures: Vec<Figure>,
    pub lines: Vec<String>,
    /// Questions with their answers.
    pub answers: Vec<(String, String)>,
}

/// One figure: its name, what it is, what it was before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    pub name: String,
    pub value: String,
    pub note: String,
}

impl Part {
    /// Whether there is nothing to read below its title.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.lines.is_empty() && self.answers.is_empty()
    }
}

impl ReviewPage {
    /// The parts that say something, each with its place.
    pub(super) fn said(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| !part.is_empty())
    }
}
