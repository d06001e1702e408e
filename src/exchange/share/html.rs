//! What is shared as one page of HTML with all in it: nothing is asked of a network, and no script is needed to read it.
//! A small one puts the reader's answer together as text; it sends nothing.

use std::fmt::{Result, Write};

use super::ink::Look;
use super::{AnswerWords, Figure, Line, List, Told, bars};
use crate::exchange::svg::escaped;

/// What the page may do: its own style, its one script by its fingerprint, and no network, form or frame.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-HASH'; base-uri 'none'; form-action 'none'";
/// SHA-256 of [`SCRIPT`], as the policy wants it; the browser test says when it is not.
const HASH: &str = "t29XIIIQbUdU6tQkGAIY+KGiCVZbzR/IgQ57agU9IAM=";
const SCRIPT: &str = include_str!("../../../assets/share.js");
/// The style: that of a review, and what a shared page has beyond it.
const STYLE: [&str; 2] = [include_str!("../../../assets/review.css"), include_str!("../../../assets/share.css")];

/// The page. The same data always gives the same text.
pub fn html(told: &Told, look: &Look) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_page(&mut out, told, look);
    out
}

fn write_page(out: &mut String, told: &Told, look: &Look) -> Result {
    let [language, goal, period, foot] =
        [&told.language, &told.goal, &told.period, &told.foot].map(|words| escaped(words));
    let policy = POLICY.replace("HASH", HASH);
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>")?;
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"/>")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")?;
    writeln!(out, "<meta name=\"color-scheme\" content=\"light\"/>\n<title>{goal} – {period}</title>")?;
    writeln!(out, "<style>\n{}</style>\n</head>\n<body>\n<main>", style(look))?;
    writeln!(out, "<header>\n<h1 dir=\"auto\">{goal}</h1>\n<p class=\"under\" dir=\"auto\">{period}</p>")?;
    if let Some(who) = &told.identity {
        writeln!(out, "<p class=\"who\" dir=\"auto\">{}</p>", escaped(&who.words))?;
    }
    writeln!(out, "</header>")?;
    write_figures(out, &told.figures)?;
    if let Some(drawn) = &told.drawn {
        let [title, sentence] = [&drawn.title, &drawn.sentence].map(|words| escaped(words));
        writeln!(out, "<section>\n<figure>\n<h2>{title}</h2>")?;
        out.push_str(&bars::in_page(drawn, look));
        writeln!(out, "<figcaption>{sentence}</figcaption>\n</figure>\n</section>")?;
    }
    for list in &told.lists {
        write_list(out, list)?;
    }
    if let Some(plan) = &told.plan {
        write_line(out, plan, "plan")?;
    }
    if let Some(promise) = &told.promise {
        write_line(out, promise, "promise")?;
    }
    if let Some(question) = &told.question {
        write_line(out, question, "ask")?;
    }
    write_answer(out, &told.answer, told.question.as_ref())?;
    writeln!(out, "</main>\n<footer>{foot}</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>")
}

fn style(look: &Look) -> String {
    let colours = [
        ("PAPER", &look.surface),
        ("INK", &look.ink),
        ("MUTED", &look.muted),
        ("LINE", &look.line),
        ("ACCENT", &look.accent),
        ("FILL", &look.accent_fill),
        ("TRACK", &look.track),
        ("STAGE", &look.stage[0]),
    ];
    colours.iter().fold(STYLE.concat(), |style, (name, colour)| style.replace(name, colour))
}

fn write_figures(out: &mut String, figures: &[Figure]) -> Result {
    if figures.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section>\n<dl class=\"figures\">")?;
    for figure in figures {
        let [name, value, note] = [&figure.name, &figure.value, &figure.note].map(|words| escaped(words));
        write!(out, "<div><dt>{name}</dt><dd class=\"value\">{value}</dd><dd>{note}</dd>")?;
        if let Some(share) = figure.share {
            write!(out, "<dd class=\"bar\"><i style=\"width:{:.0}%\"></i></dd>", share * 100.0)?;
        }
        writeln!(out, "</div>")?;
    }
    writeln!(out, "</dl>\n</section>")
}

fn write_list(out: &mut String, list: &List) -> Result {
    writeln!(out, "<section>\n<h2>{}</h2>\n<ul>", escaped(&list.title))?;
    for line in &list.lines {
        writeln!(out, "<li dir=\"auto\">{}</li>", lined(line))?;
    }
    let more = list.more(list.lines.len());
    if !more.is_empty() {
        writeln!(out, "<li dir=\"auto\">{}</li>", lined(more))?;
    }
    writeln!(out, "</ul>\n</section>")
}

fn write_line(out: &mut String, line: &Line, class: &str) -> Result {
    let (title, words) = (escaped(&line.title), lined(&line.words));
    writeln!(out, "<section class=\"{class}\">\n<h2>{title}</h2>\n<p dir=\"auto\">{words}</p>\n</section>")
}

/// The form is hidden until the script shows it: without a script it would do nothing.
fn write_answer(out: &mut String, words: &AnswerWords, question: Option<&Line>) -> Result {
    let asked = question.map(|line| escaped(&super::text::one_line(&line.words))).unwrap_or_default();
    let [title, plain, lead, cheers, field, made] =
        [&words.title, &words.plain, &words.lead, &words.cheers_name, &words.field, &words.made]
            .map(|one| escaped(one));
    let [copy, copied, head] = [&words.copy, &words.copied, &words.head].map(|one| escaped(one));
    writeln!(out, "<section>\n<h2>{title}</h2>\n<p class=\"plain\">{plain}</p>")?;
    writeln!(
        out,
        "<form hidden=\"hidden\" autocomplete=\"off\" data-head=\"{head}\" data-question=\"{asked}\" data-copied=\"{copied}\">\n<p>{lead}</p>"
    )?;
    writeln!(out, "<fieldset>\n<legend>{cheers}</legend>\n<div class=\"cheers\">")?;
    for cheer in &words.cheers {
        let cheer = escaped(cheer);
        writeln!(out, "<label><input type=\"radio\" name=\"cheer\" value=\"{cheer}\"/> {cheer}</label>")?;
    }
    writeln!(out, "</div>\n</fieldset>")?;
    writeln!(
        out,
        "<label class=\"field\" for=\"words\">{field}</label>\n<textarea id=\"words\" name=\"words\" dir=\"auto\"></textarea>"
    )?;
    writeln!(
        out,
        "<label class=\"field\" for=\"made\">{made}</label>\n<textarea id=\"made\" name=\"made\" dir=\"auto\"></textarea>"
    )?;
    writeln!(out, "<button type=\"button\">{copy}</button><output></output>\n</form>\n</section>")
}

/// Escaped words with their line breaks, which the style keeps.
fn lined(words: &str) -> String {
    super::text::clean(words).lines().map(escaped).collect::<Vec<_>>().join("\n")
}
