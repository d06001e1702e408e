//! What is shared as a picture: a card with the goal, the figures, the days and the promise.

mod parts;
mod pledge;
#[cfg(test)]
mod tests;

use std::fmt::{Error, Result, Write};

use super::ink::{self, Area, Style};
use super::{Line, Told, emblem, fit, text};
use crate::exchange::svg::{REGULAR, SEMIBOLD, escaped};

pub use super::ink::Look;
pub use pledge::pledge_svg;

/// Room between blocks.
const APART: f64 = 24.0;
/// From one line under the title to the next.
const UNDER: f64 = 36.0;
/// Radius of the app's mark in the corner.
const MARK: f64 = 46.0;
/// Corners of a block.
const CORNER: f64 = 24.0;

/// The shape of the card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// 1200 × 630.
    #[default]
    Wide,
    /// 1080 × 1080.
    Square,
}

impl Size {
    /// Both shapes.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Square];

    /// Width and height, in pixels and in the drawing's own units.
    pub const fn pixels(self) -> (u32, u32) {
        match self {
            Self::Wide => (1200, 630),
            Self::Square => (1080, 1080),
        }
    }

    fn sheet(self) -> Area {
        let (width, height) = self.pixels();
        Area { x: 0.0, y: 0.0, width: f64::from(width), height: f64::from(height) }
    }

    fn margin(self) -> f64 {
        match self {
            Self::Wide => 56.0,
            Self::Square => 64.0,
        }
    }
}

/// The card as an SVG drawing. The same data always gives the same text.
pub fn svg(told: &Told, look: &Look, size: Size) -> String {
    drawn(told, look, size).0
}

/// The card, and what of it is on it.
pub fn drawn(told: &Told, look: &Look, size: Size) -> (String, Told) {
    let (mut out, mut kept) = (String::new(), Told { plan: None, question: None, ..told.clone() });
    // Writing into a string cannot fail.
    let _ = write_card(&mut out, &mut kept, look, size);
    out.push_str("</svg>\n");
    (out, kept)
}

/// Draws it, and takes out what there is no room for.
fn write_card(out: &mut String, told: &mut Told, look: &Look, size: Size) -> Result {
    let (title, below) = if told.is_milestone { (&told.period, &told.goal) } else { (&told.goal, &told.period) };
    head(out, title, look, size)?;
    let (title, below) = (title.clone(), text::one_line(below));
    let top = titles(out, (&title, &below, told.identity.as_mut()), look, size)?;
    if !parts::is_bare(told) {
        mark(out, look, size)?;
    }
    let bottom = foot(out, told, look, size)?;
    let inner = size.sheet().within(size.margin());
    let body = Area { y: top, height: (bottom - top).max(0.0), ..inner };
    parts::draw(out, told, (body, size), look)
}

/// The drawing's beginning: its name and its ground. All else that it says is in the words that are seen.
fn head(out: &mut String, title: &str, look: &Look, size: Size) -> Result {
    let (width, height) = size.pixels();
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
    )?;
    writeln!(out, "<title>{}</title>", escaped(&text::one_line(title)))?;
    writeln!(out, r#"<rect width="{width}" height="{height}" fill="{}"/>"#, look.background)
}

/// The title with a line under it, and the identity on that line or, where it does not fit there, on its own; gives back
/// where the body begins.
fn titles(
    out: &mut String,
    (title, under, identity): (&str, &str, Option<&mut Line>),
    look: &Look,
    size: Size,
) -> std::result::Result<f64, Error> {
    let inner = size.sheet().within(size.margin());
    let room = Area { width: inner.width - 2.0 * MARK - APART, ..inner };
    let (lines, letter) = fit::title(&text::one_line(title), room.width, (56.0, 32.0), 2);
    let style = Style { size: letter, font: SEMIBOLD, colour: &look.ink };
    let mut baseline = inner.y - letter * 0.3;
    for line in &lines {
        baseline += letter * 1.18;
        ink::line(out, line, room, baseline, style)?;
    }
    let small = Style { size: 27.0, font: REGULAR, colour: &look.muted };
    baseline += 44.0;
    let mut lines = vec![under.to_owned()];
    if let Some(identity) = identity {
        let beside = format!("{under} · {}", text::one_line(&identity.words));
        if fit::width(&beside, small.size) <= room.width {
            lines = vec![beside];
        } else {
            identity.words = fit::cut(&text::one_line(&identity.words), room.width, small.size);
            lines.push(identity.words.clone());
        }
    }
    for line in &lines {
        ink::line(out, line, room, baseline, small)?;
        baseline += UNDER;
    }
    baseline -= UNDER;
    Ok(baseline.max(inner.y + 2.0 * MARK) + APART + 8.0)
}

/// The mark of the app in the corner.
fn mark(out: &mut String, look: &Look, size: Size) -> Result {
    let inner = size.sheet().within(size.margin());
    emblem::draw(out, (inner.right() - MARK, inner.y + MARK), MARK, look)
}

/// The promise and where the card comes from; gives back where the body ends.
fn foot(out: &mut String, told: &mut Told, look: &Look, size: Size) -> std::result::Result<f64, Error> {
    let inner = size.sheet().within(size.margin());
    let small = Style { size: 20.0, font: REGULAR, colour: &look.muted };
    let baseline = inner.bottom() + if size == Size::Wide { 20.0 } else { 12.0 };
    ink::anchored(out, &told.foot, (inner.right(), baseline), "end", small)?;
    let end = baseline - 20.0 - 16.0;
    let Some(promise) = &mut told.promise else { return Ok(end) };
    let pad = 24.0;
    let name = Style { size: 24.0, font: SEMIBOLD, colour: &look.accent };
    let words = Style { size: 26.0, font: REGULAR, colour: &look.ink };
    let (title, said) = (text::one_line(&promise.title), text::one_line(&promise.words));
    let title_width = fit::width(&title, name.size);
    let room = inner.width - 2.0 * pad - title_width - 16.0;
    let most = if size == Size::Wide { 1 } else { 2 };
    let lines = fit::lines(&said, room, words.size, most);
    let height = 40.0 + 34.0 * lines.len().max(1) as f64;
    promise.words = lines.join(" ");
    let area = Area { y: end - height, height, ..inner };
    ink::block(out, area, 20.0, &look.accent_fill)?;
    let first = area.y + 46.0;
    ink::anchored(out, &title, (area.x + pad, first), "start", name)?;
    let beside = Area { x: area.x + pad + title_width + 16.0, width: room, ..area };
    for (nth, line) in lines.iter().enumerate() {
        ink::line(out, line, beside, first + 34.0 * nth as f64, words)?;
    }
    Ok(area.y - APART)
}
