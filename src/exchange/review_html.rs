//! A review as one HTML file with its charts inside: it asks nothing of a network, runs no script, and prints well.

use std::fmt::{Result, Write};

use super::chart::Chart;
use super::chart_svg::{self, Palette};
use super::review_page::{Part, ReviewPage};
use super::svg::escaped;

/// What the page may load: its own style, and pictures that lie in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/// The style; `INK` and the like are put in from the palette.
const STYLE: &str = include_str!("../../assets/review.css");

/// The file. The same review always gives the same text.
pub fn html(page: &ReviewPage, palette: &Palette) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_page(&mut out, page, palette);
    out
}

fn write_page(out: &mut String, page: &ReviewPage, palette: &Palette) -> Result {
    let [language, title, goal, state, foot] =
        [&page.language, &page.title, &page.goal, &page.state, &page.foot].map(|words| escaped(words));
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>")?;
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")?;
    writeln!(out, "<meta name=\"color-scheme\" content=\"light\"/>\n<title>{title} – {goal}</title>")?;
    writeln!(out, "<style>\n{}</style>\n</head>\n<body>\n<main>", style(palette))?;
    writeln!(
        out,
        "<header>\n<p class=\"goal\">{goal}</p>\n<h1>{title}</h1>\n<p class=\"state\">{state}</p>\n</header>"
    )?;
    let mut parts = page.said();
    // What came of the period stands above its charts, what was thought about it below.
    if let Some(first) = parts.next() {
        write_part(out, first)?;
    }
    if !page.charts.is_empty() {
        writeln!(out, "<section class=\"charts\">\n<h2>{}</h2>", escaped(&page.charts_title))?;
        for chart in &page.charts {
            write_chart(out, chart, palette)?;
        }
        writeln!(out, "</section>")?;
    }
    for part in parts {
        write_part(out, part)?;
    }
    writeln!(out, "</main>\n<footer>{foot}</footer>\n</body>\n</html>")
}

fn style(palette: &Palette) -> String {
    let colours = [
        ("PAPER", &palette.paper),
        ("INK", &palette.ink),
        ("MUTED", &palette.muted),
        ("LINE", &palette.line),
        ("ACCENT", &palette.accent),
    ];
    colours.iter().fold(STYLE.to_owned(), |style, (name, colour)| style.replace(name, colour))
}

fn write_part(out: &mut String, part: &Part) -> Result {
    writeln!(out, "<section>\n<h2>{}</h2>", escaped(&part.title))?;
    if !part.figures.is_empty() {
        writeln!(out, "<dl class=\"figures\">")?;
        for figure in &part.figures {
            let [name, value, note] = [&figure.name, &figure.value, &figure.note].map(|words| escaped(words));
            writeln!(out, "<div><dt>{name}</dt><dd class=\"value\">{value}</dd><dd>{note}</dd></div>")?;
        }
        writeln!(out, "</dl>")?;
    }
    if !part.lines.is_empty() {
        writeln!(out, "<ul>")?;
        for line in &part.lines {
            writeln!(out, "<li>{}</li>", escaped(line))?;
        }
        writeln!(out, "</ul>")?;
    }
    for (question, answer) in &part.answers {
        let answer = answer.lines().map(escaped).collect::<Vec<_>>().join("<br/>");
        writeln!(out, "<div class=\"answer\"><h3>{}</h3>\n<p>{answer}</p></div>", escaped(question))?;
    }
    writeln!(out, "</section>")
}

fn write_chart(out: &mut String, chart: &Chart, palette: &Palette) -> Result {
    let [title, sentence] = [&chart.names.title, &chart.names.sentence].map(|words| escaped(words));
    writeln!(out, "<figure>\n<h3>{title}</h3>")?;
    if !chart.is_blank() {
        out.push_str(&chart_svg::in_page(chart, palette));
    }
    writeln!(out, "<figcaption>{sentence}</figcaption>\n</figure>")
}

#[cfg(test)]
mod tests;
