//! A pledge as text; its card is drawn in [`super::card`].

use super::text::{clean, one_line};

/// A promise in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PledgeTold {
    /// "My word".
    pub title: String,
    /// The goal's title.
    pub goal: String,
    /// "I will finish the draft."
    pub words: String,
    /// "Until 31 December 2026".
    pub until: String,
    /// "Said to Anna, in the kitchen"; empty where it was said to nobody.
    pub said: String,
    /// "Given on 1 November 2026".
    pub made: String,
    /// "Made with Mainspring".
    pub foot: String,
    /// The name of its file, without an ending.
    pub file: String,
}

/// The text as it is sent or copied.
pub fn plain(pledge: &PledgeTold) -> String {
    let lines = [&pledge.until, &pledge.said, &pledge.made].into_iter().filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(|line| one_line(line)).collect();
    format!("{}\n\n{}\n{}", one_line(&pledge.goal), clean(&pledge.words).trim_end(), lines.join("\n"))
}
