//! A review as Markdown: headings, lists, and each chart as its sentence with its figures below.

use std::fmt::{Result, Write};

use super::chart::Chart;
use super::review_page::{Part, ReviewPage};
use super::table::Cell;

/// Rows of a table that a reader still follows; a longer one stays with the chart's own CSV.
const MOST_ROWS: usize = 62;

/// The text of the file; `cell` says a figure in words. Everything the user typed reads as typed, never as markup.
pub fn markdown(page: &ReviewPage, cell: &dyn Fn(&Cell) -> String) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_page(&mut out, page, cell);
    out
}

fn write_page(out: &mut String, page: &ReviewPage, cell: &dyn Fn(&Cell) -> String) -> Result {
    writeln!(out, "# {}\n\n{}  \n{}\n", line(&page.title), line(&page.goal), line(&page.state))?;
    for part in page.said() {
        write_part(out, part)?;
    }
    if !page.charts.is_empty() {
        writeln!(out, "## {}\n", line(&page.charts_title))?;
    }
    for chart in &page.charts {
        write_chart(out, chart, cell)?;
    }
    writeln!(out, "---\n\n{}", line(&page.foot))
}

fn write_part(out: &mut String, part: &Part) -> Result {
    writeln!(out, "## {}\n", line(&part.title))?;
    for figure in &part.figures {
        let note = if figure.note.is_empty() { String::new() } else { format!(" ({})", line(&figure.note)) };
        writeln!(out, "- {}: **{}**{note}", line(&figure.name), line(&figure.value))?;
    }
    for said in &part.lines {
        writeln!(out, "- {}", line(said))?;
    }
    if !part.figures.is_empty() || !part.lines.is_empty() {
        writeln!(out)?;
    }
    for (question, answer) in &part.answers {
        writeln!(out, "**{}**\n", line(question))?;
        // A line of its own that is empty would end the quotation.
        for said in answer.lines() {
            writeln!(out, "> {}  ", line(said))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_chart(out: &mut String, chart: &Chart, cell: &dyn Fn(&Cell) -> String) -> Result {
    writeln!(out, "### {}\n\n{}\n", line(&chart.names.title), line(&chart.names.sentence))?;
    let table = &chart.table;
    if table.is_empty() || table.len() > MOST_ROWS {
        return Ok(());
    }
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    writeln!(out, "{}", row(table.headings().iter().map(|heading| line(heading)).collect()))?;
    let columns = table.headings().len();
    let ends = (0..columns).map(|column| if column == 0 { ":--" } else { "--:" }.to_owned());
    writeln!(out, "{}", row(ends.collect()))?;
    for cells in table.rows() {
        writeln!(out, "{}", row(cells.iter().map(|one| line(&cell(one))).collect()))?;
    }
    writeln!(out)
}

/// Words on one line in which no letter is markup.
pub(super) fn line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let words = words.trim();
    for letter in words.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => out.push(' '),
            _ => out.push(letter),
        }
    }
    // At the start of a line these would begin a list or a rule.
    let digits = out.len() - out.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let after = out[digits..].chars().next();
    let starts_list =
        if digits == 0 { matches!(after, Some('-' | '+' | '=')) } else { matches!(after, Some('.' | ')')) };
    if starts_list {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::exchange::chart::{Axis, Names};
    use crate::exchange::review_page::Figure;
    use crate::exchange::table::Table;

    #[track_caller]
    fn check_line(words: &str, expected: &str) {
        assert_eq!(line(words), expected);
    }

    #[test]
    fn what_was_typed_is_never_markup() {
        check_line("plain, as it is: 5 min (done)", "plain, as it is: 5 min (done)");
        check_line("*a* _b_ `c` [d](e) <script>", r"\*a\* \_b\_ \`c\` \[d\](e) \<script\>");
        check_line("# no heading", r"\# no heading");
        check_line("- no list", r"\- no list");
        check_line("+ no list", r"\+ no list");
        check_line("12. no list", r"12\. no list");
        check_line("12.5 min", r"12\.5 min");
        check_line("a | b \\ c &amp;", r"a \| b \\ c \&amp;");
        check_line("one\ntwo\u{2028}three", "one two three");
        check_line("", "");
    }

    #[test]
    fn a_review_reads_from_top_to_bottom() {
        let figure = Figure { name: "Focus".into(), value: "1 h".into(), note: "before: 50 min".into() };
        let part = Part {
            title: "Progress".into(),
            figures: vec![figure],
            lines: vec!["Most on Monday".into()],
            answers: vec![("What came of it?".into(), "Two scenes\n\n1. and more".into())],
        };
        let names = Names { title: "Minutes".into(), sentence: "60 min on 4 days.".into(), file: "minutes".into() };
        let mut chart = Chart::new(names, Axis::default(), Axis::default());
        let rows = [[Cell::Text("Mon".into()), Cell::Number(15.0, 0)], [Cell::Text("Tue|".into()), Cell::Empty]];
        chart.table = Table::new(["Day".to_owned(), "Minutes".to_owned()]).with(rows);
        let page = ReviewPage {
            language: "en".into(),
            title: "Week 48".into(),
            goal: "Write".into(),
            state: "Finished today".into(),
            parts: vec![part, Part { title: "Left out".into(), ..Part::default() }],
            charts_title: "Charts".into(),
            charts: vec![Arc::new(chart)],
            foot: "Made with Mainspring".into(),
        };
        let cell = |cell: &Cell| match cell {
            Cell::Text(words) => words.clone(),
            Cell::Number(figure, _) => figure.to_string(),
            _ => String::new(),
        };
        let expected = "# Week 48\n\nWrite  \nFinished today\n\n\
            ## Progress\n\n- Focus: **1 h** (before: 50 min)\n- Most on Monday\n\n\
            **What came of it?**\n\n> Two scenes  \n>   \n> 1\\. and more  \n\n\
            ## Charts\n\n### Minutes\n\n60 min on 4 days.\n\n\
            | Day | Minutes |\n| :-- | --: |\n| Mon | 15 |\n| Tue\\| |  |\n\n---\n\nMade with Mainspring\n";
        assert_eq!(markdown(&page, &cell), expected);
    }
}
