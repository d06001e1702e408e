//! The card of a pledge: the promise in large words, its day, and to whom it was said.

use std::fmt::Result;

use super::{Look, Size, head};
use crate::exchange::share::ink::{self, Area, Style};
use crate::exchange::share::pledge::PledgeTold;
use crate::exchange::share::{emblem, fit, text};
use crate::exchange::svg::{REGULAR, SEMIBOLD};

/// Height of a line of the promise, in sizes of its letters.
const LINE: f64 = 1.22;

/// The card as an SVG drawing. The same pledge always gives the same text.
pub fn pledge_svg(pledge: &PledgeTold, look: &Look, size: Size) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_card(&mut out, pledge, look, size);
    out.push_str("</svg>\n");
    out
}

fn write_card(out: &mut String, pledge: &PledgeTold, look: &Look, size: Size) -> Result {
    head(out, &pledge.goal, look, size)?;
    let sheet = size.sheet();
    let card = sheet.within(size.margin() * 0.75);
    ink::card(out, card, 32.0, (&look.surface, &look.line))?;
    let inner = card.within(56.0);
    let radius = 46.0;
    let on_surface = Look { background: look.surface.clone(), ..look.clone() };
    emblem::draw(out, (inner.right() - radius, inner.y + radius), radius, &on_surface)?;
    let beside = Area { width: inner.width - 2.0 * radius - 24.0, ..inner };
    let title = Style { size: 28.0, font: SEMIBOLD, colour: &look.accent };
    ink::line(out, &pledge.title, beside, inner.y + 28.0, title)?;
    let muted = Style { size: 26.0, font: REGULAR, colour: &look.muted };
    ink::line(out, &text::one_line(&pledge.goal), beside, inner.y + 70.0, muted)?;
    let foot = Style { size: 20.0, font: REGULAR, colour: &look.muted };
    ink::anchored(out, &pledge.foot, (inner.right(), inner.bottom()), "end", foot)?;
    let given = Area { width: inner.width - fit::width(&pledge.foot, 20.0) - 24.0, ..inner };
    ink::line(out, &pledge.made, given, inner.bottom(), foot)?;
    let body = Area { y: inner.y + 116.0, height: inner.height - 116.0 - 56.0, ..inner };
    promise(out, pledge, body, (look, size))
}

/// The promise, its day and who heard it, in the middle of their room.
fn promise(out: &mut String, pledge: &PledgeTold, body: Area, (look, size): (&Look, Size)) -> Result {
    let (largest, most) = match size {
        Size::Wide => (60.0, 3),
        Size::Square => (72.0, 6),
    };
    let under = [&pledge.until, &pledge.said].into_iter().filter(|line| !line.is_empty());
    let under: Vec<String> = under.map(|line| text::one_line(line)).collect();
    let below = 24.0 + 42.0 * under.len() as f64;
    let content = |lines: usize, letter: f64| letter * LINE * lines as f64 + below;
    let has_room = |lines: usize, letter: f64| lines <= most && content(lines, letter) <= body.height;
    let (lines, letter) = fit::largest(&text::one_line(&pledge.words), body.width, ((largest, 34.0), most), has_room);
    let (line, content) = (letter * LINE, content(lines.len(), letter));
    let mut baseline = body.y + ((body.height - content) / 2.0).max(0.0) + letter * 0.2;
    let strong = Style { size: letter, font: SEMIBOLD, colour: &look.ink };
    for words in &lines {
        baseline += line;
        ink::line(out, words, body, baseline, strong)?;
    }
    baseline += 24.0;
    for (nth, words) in under.iter().enumerate() {
        baseline += 42.0;
        let colour = if nth == 0 { &look.accent } else { &look.muted };
        let font = if nth == 0 { SEMIBOLD } else { REGULAR };
        ink::line(out, words, body, baseline, Style { size: 30.0, font, colour })?;
    }
    Ok(())
}
