//! What is shared, in words: the one thing that every form is made of.

use crate::domain::people::Part;

/// A goal and a period, told to one reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Tag of the language its words are in: "en".
    pub language: String,
    /// The goal's title.
    pub goal: String,
    /// "Week of 16 – 22 November 2026".
    pub period: String,
    /// Whether it is a milestone that is told: a card then has it as its title, above the goal.
    pub is_milestone: bool,
    /// The first and last day of it, as a file name has them: "2026-11-16".
    pub file: String,
    pub figures: Vec<Figure>,
    pub drawn: Option<Drawn>,
    pub lists: Vec<List>,
    pub identity: Option<Line>,
    /// What was agreed with the reader.
    pub plan: Option<Line>,
    pub promise: Option<Line>,
    pub question: Option<Line>,
    pub answer: AnswerWords,
    /// "Made with Mainspring".
    pub foot: String,
}

/// One figure: "Focus", "2 h 14 min", "of 2 h planned".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    pub name: String,
    pub value: String,
    pub note: String,
    /// How much of what was planned is done, 0–1.
    pub share: Option<f64>,
}

/// Lines under a heading, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What of a goal its lines tell.
    pub part: Part,
    pub title: String,
    pub lines: Vec<String>,
    /// What is said in place of the lines that are left out, by how many are shown: "and 4 more".
    pub more: Vec<String>,
}

/// A name and what it stands for: "Next", "25 min on Monday".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub title: String,
    pub words: String,
}

/// The days as bars, in words and heights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// "Minutes a day".
    pub title: String,
    /// The sentence that says the picture.
    pub sentence: String,
    pub days: Vec<Day>,
    /// How many days the drawing has room for, those still to come too; at least one.
    pub slots: usize,
    /// Names below the days.
    pub marks: Vec<Mark>,
    /// Beside the highest value, where it may be told: "42 min".
    pub highest: String,
    /// Beside the target line: "target 20 min".
    pub target: String,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// "Mon 16 Nov: 25 min", or the day alone.
    pub name: String,
    /// Its place among the days, from 0.
    pub slot: usize,
    /// Height and target as shares of the highest, 0–1.
    pub height: f64,
    pub target: f64,
    pub kind: DayKind,
}

/// What came of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    Done,
    Free,
    Open,
}

/// A name below a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub slot: usize,
    pub name: String,
}

/// The words of the form in which a reader makes an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerWords {
    pub title: String,
    /// How to answer, where no script runs.
    pub plain: String,
    /// How to answer with the form.
    pub lead: String,
    /// Short answers that can be chosen.
    pub cheers: Vec<String>,
    pub cheers_name: String,
    pub field: String,
    pub made: String,
    pub copy: String,
    pub copied: String,
    /// What the answer begins with: "Answer to Write the book, Week of …".
    pub head: String,
}

impl List {
    /// Lines that a short form shows.
    pub const MOST: usize = 12;

    /// What is said below so many lines; nothing where no line is left out.
    pub fn more(&self, shown: usize) -> &str {
        self.more.get(shown).map_or("", String::as_str)
    }
}
