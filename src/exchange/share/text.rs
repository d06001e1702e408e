//! What is shared as text: plain, as Markdown, and short enough for a post.

use std::fmt::{Result, Write};

use super::{Figure, Line, List, Told};
use crate::exchange::review_markdown;

/// What stands before each line of a list, and before its further lines.
const DASH: &str = "– ";
const INDENT: &str = "  ";
/// Ends words that were cut.
const CUT: char = '…';

/// The text as it is sent or copied; it ends without a line break.
pub fn plain(told: &Told) -> String {
    text(told, List::MOST)
}

/// The same with all lines of its lists, as a page has them.
pub fn whole(told: &Told) -> String {
    text(told, usize::MAX)
}

fn text(told: &Told, most: usize) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_text(&mut out, told, most);
    out.truncate(out.trim_end().len());
    out
}

fn write_text(out: &mut String, told: &Told, most: usize) -> Result {
    writeln!(out, "{}\n{}", one_line(&told.goal), one_line(&told.period))?;
    if !told.figures.is_empty() {
        writeln!(out)?;
    }
    for figure in &told.figures {
        writeln!(out, "{}", figure_line(figure))?;
    }
    for list in &told.lists {
        write_list(out, list, most)?;
    }
    for line in [&told.identity, &told.plan, &told.promise, &told.question].into_iter().flatten() {
        writeln!(out, "\n{}\n{}", one_line(&line.title), clean(&line.words))?;
    }
    Ok(())
}

fn write_list(out: &mut String, list: &List, most: usize) -> Result {
    writeln!(out, "\n{}", one_line(&list.title))?;
    let shown = list.lines.len().min(most);
    for words in &list.lines[..shown] {
        let words = clean(words);
        for (nth, line) in words.lines().enumerate() {
            writeln!(out, "{}{line}", if nth == 0 { DASH } else { INDENT })?;
        }
    }
    let more = list.more(shown);
    if more.is_empty() { Ok(()) } else { writeln!(out, "{DASH}{}", one_line(more)) }
}

/// "Focus: 2 h 14 min (of 2 h planned)".
fn figure_line(figure: &Figure) -> String {
    let [name, value, note] = [&figure.name, &figure.value, &figure.note].map(|words| one_line(words));
    if note.is_empty() { format!("{name}: {value}") } else { format!("{name}: {value} ({note})") }
}

/// The same as Markdown; what was typed reads as typed, never as markup.
pub fn markdown(told: &Told) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_markdown(&mut out, told);
    out
}

fn write_markdown(out: &mut String, told: &Told) -> Result {
    let line = review_markdown::line;
    writeln!(out, "# {}\n\n{}\n", line(&told.goal), line(&told.period))?;
    for figure in &told.figures {
        let note = if figure.note.is_empty() { String::new() } else { format!(" ({})", line(&figure.note)) };
        writeln!(out, "- {}: **{}**{note}", line(&figure.name), line(&figure.value))?;
    }
    if !told.figures.is_empty() {
        writeln!(out)?;
    }
    for list in &told.lists {
        writeln!(out, "## {}\n", line(&list.title))?;
        for words in &list.lines {
            writeln!(out, "- {}", words.lines().map(line).collect::<Vec<_>>().join("  \n  "))?;
        }
        let more = list.more(list.lines.len());
        if !more.is_empty() {
            writeln!(out, "- {}", line(more))?;
        }
        writeln!(out)?;
    }
    for said in [&told.identity, &told.plan, &told.promise, &told.question].into_iter().flatten() {
        let words: Vec<String> = said.words.lines().map(line).collect();
        writeln!(out, "**{}**  \n{}\n", line(&said.title), words.join("  \n"))?;
    }
    writeln!(out, "---\n\n{}", line(&told.foot))
}

/// The text of a post: goal and period, then as many figures, the promise and the question as `fits` lets in.
pub fn post(told: &Told, fits: &dyn Fn(&str) -> bool) -> String {
    let mut out = String::new();
    let figures = told.figures.iter().map(figure_line);
    let said = |line: &Option<Line>| line.as_ref().map(|line| one_line(&format!("{}: {}", line.title, line.words)));
    let head = [&told.goal, &told.period].map(|words| one_line(words));
    let lines = head.into_iter().chain(figures).chain(said(&told.promise)).chain(said(&told.question));
    for line in lines.filter(|line| !line.is_empty()) {
        let longer = if out.is_empty() { line } else { format!("{out}\n{line}") };
        if fits(&longer) {
            out = longer;
        } else if out.is_empty() {
            out = cut_to(&longer, fits);
        }
    }
    out
}

/// As much of the words as fits, with a sign that some are missing.
fn cut_to(words: &str, fits: &dyn Fn(&str) -> bool) -> String {
    let letters: Vec<char> = words.chars().collect();
    let made = |most: usize| letters[..most].iter().copied().chain([CUT]).collect::<String>();
    let (mut low, mut high) = (0, letters.len());
    while low < high {
        let middle = (low + high).div_ceil(2);
        if fits(&made(middle)) { low = middle } else { high = middle - 1 }
    }
    if low == 0 { String::new() } else { made(low) }
}

/// Words on one line; figures keep the spaces at which they do not break.
pub(super) fn one_line(words: &str) -> String {
    let is_kept = |letter: char| matches!(letter, '\u{a0}' | '\u{202f}');
    words
        .split(|letter: char| (letter.is_whitespace() && !is_kept(letter)) || is_senseless(letter))
        .filter(|word| !word.is_empty())
        .fold(String::new(), |mut line, word| {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            line
        })
}

/// Words with their line breaks as `\n` and without signs that no text holds.
pub(super) fn clean(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    words.chars().filter(|letter| *letter == '\n' || *letter == '\t' || !is_senseless(*letter)).collect()
}

fn is_senseless(letter: char) -> bool {
    letter.is_control()
}
