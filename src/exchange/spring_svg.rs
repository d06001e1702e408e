//! The spring as an SVG drawing: the whole of it on one card, with its title, total and dates.

use std::fmt::Write;

use crate::domain::insight::jewels::{self, Jewel};
use crate::domain::insight::spring::Coils;
use crate::domain::insight::spring_geometry::Winding;

use super::svg::{REGULAR, SEMIBOLD, escaped};

/// Size of the drawing, in its own units.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 1400;
/// Centre and radius of the spring.
const CENTRE: (f64, f64) = (600.0, 720.0);
const RADIUS: f64 = 520.0;
/// Room for the title, its largest and smallest size, and how wide a letter is at size 1, on average.
const TITLE_WIDTH: f64 = 1040.0;
const TITLE_SIZES: (f64, f64) = (56.0, 34.0);
const LETTER: f64 = 0.56;
/// Longest arc drawn as a circle's, in radians: it leaves the spiral by under a fifth of a unit.
const ARC: f64 = 0.35;

/// Colours as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    pub background: String,
    pub ink: String,
    pub muted: String,
    pub track: String,
    pub ruby: String,
    pub stage: [String; 4],
}

/// All that the drawing shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<'a> {
    pub coils: &'a Coils,
    pub palette: Palette,
    /// The goal's title.
    pub title: String,
    /// The total in the middle, such as "12 h 40".
    pub total: String,
    /// Below it, such as "61 sessions".
    pub sessions: String,
    /// Below the spring, such as "28 October 2026 – 23 November 2026".
    pub dates: String,
    /// The sentence that says the picture.
    pub sentence: String,
}

/// The drawing. The same card always gives the same text.
pub fn svg(card: &Card<'_>) -> String {
    let mut out = String::new();
    let next = jewels::next(card.coils.total_secs);
    let winding = Winding::fit(card.coils.total_secs, next.at_secs - card.coils.total_secs, RADIUS);
    // Writing into a string cannot fail.
    let _ = head(&mut out, card)
        .and_then(|()| coils(&mut out, card, &winding))
        .and_then(|()| all_jewels(&mut out, card, &winding, next))
        .and_then(|()| words(&mut out, card));
    out.push_str("</svg>\n");
    out
}

fn head(out: &mut String, card: &Card<'_>) -> std::fmt::Result {
    let (title, sentence) = (escaped(&card.title), escaped(&card.sentence));
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">"#
    )?;
    writeln!(out, "<title>{title}</title>\n<desc>{sentence}</desc>")?;
    writeln!(out, r#"<rect width="{WIDTH}" height="{HEIGHT}" fill="{}"/>"#, card.palette.background)
}

fn coils(out: &mut String, card: &Card<'_>, winding: &Winding) -> std::fmt::Result {
    let width = winding.stroke_px;
    writeln!(out, r#"<g fill="none" stroke-width="{width:.2}">"#)?;
    let mut track = String::new();
    arcs(&mut track, winding, card.coils.total_secs as f64, winding.track_secs())?;
    writeln!(out, r#"<path stroke="{}" d="{track}"/>"#, card.palette.track)?;
    for (stage, colour) in card.palette.stage.iter().enumerate() {
        let mut path = String::new();
        for coil in card.coils.coils.iter().filter(|coil| coil.stage == stage) {
            let (from, to) = (coil.from_secs as f64, coil.to_secs as f64);
            arcs(&mut path, winding, from, to - winding.gap_px(to - from) * winding.secs_per_px)?;
        }
        if !path.is_empty() {
            writeln!(out, r#"<path stroke="{colour}" d="{path}"/>"#)?;
        }
    }
    writeln!(out, "</g>")
}

/// Adds a stretch as circular arcs.
fn arcs(path: &mut String, winding: &Winding, from_secs: f64, to_secs: f64) -> std::fmt::Result {
    let (from, to) = (winding.angle(from_secs), winding.angle(to_secs));
    if to <= from {
        return Ok(());
    }
    let steps = ((to - from) / ARC).ceil().clamp(1.0, 10_000.0) as u32;
    let at = |step: u32| from + (to - from) * f64::from(step) / f64::from(steps);
    let (x, y) = point(winding, from);
    write!(path, "M{x:.2} {y:.2}")?;
    for step in 1..=steps {
        let radius = f64::midpoint(winding.radius(at(step - 1)), winding.radius(at(step)));
        let (x, y) = point(winding, at(step));
        write!(path, "A{radius:.2} {radius:.2} 0 0 1 {x:.2} {y:.2}")?;
    }
    Ok(())
}

fn point(winding: &Winding, angle: f64) -> (f64, f64) {
    let (radius, (sin, cos)) = (winding.radius(angle), angle.sin_cos());
    (CENTRE.0 + radius * sin, CENTRE.1 - radius * cos)
}

fn all_jewels(out: &mut String, card: &Card<'_>, winding: &Winding, next: Jewel) -> std::fmt::Result {
    let palette = &card.palette;
    let radius = winding.jewel_px * 0.9;
    for jewel in jewels::won(card.coils.first_session_secs, card.coils.total_secs) {
        let (x, y) = point(winding, winding.angle(jewel.at_secs as f64));
        let radius = radius * if jewel.is_large(card.coils.total_secs) { 1.0 } else { 0.5 };
        let light = (x - 0.31 * radius, y - 0.31 * radius);
        writeln!(
            out,
            r##"<circle cx="{x:.2}" cy="{y:.2}" r="{:.2}" fill="{}"/><circle cx="{x:.2}" cy="{y:.2}" r="{radius:.2}" fill="{}"/><circle cx="{:.2}" cy="{:.2}" r="{:.2}" fill="#ffffff" fill-opacity="0.85"/>"##,
            radius * 1.36,
            palette.background,
            palette.ruby,
            light.0,
            light.1,
            radius * 0.28,
        )?;
    }
    let (x, y) = point(winding, winding.angle(next.at_secs as f64));
    writeln!(
        out,
        r#"<circle cx="{x:.2}" cy="{y:.2}" r="{radius:.2}" fill="{}" stroke="{}" stroke-width="{:.2}"/>"#,
        palette.background,
        palette.ruby,
        radius * 0.28
    )
}

fn words(out: &mut String, card: &Card<'_>) -> std::fmt::Result {
    let (ink, muted) = (&card.palette.ink, &card.palette.muted);
    let (lines, size) = title_lines(&card.title);
    let first = if lines.len() > 1 { 84.0 } else { 112.0 };
    for (nth, line) in lines.iter().enumerate() {
        line_at(out, line, (first + 1.2 * size * nth as f64, size, SEMIBOLD), ink)?;
    }
    line_at(out, &card.total, (CENTRE.1 + 22.0, 100.0, SEMIBOLD), ink)?;
    line_at(out, &card.sessions, (CENTRE.1 + 76.0, 30.0, REGULAR), muted)?;
    line_at(out, &card.dates, (1332.0, 30.0, REGULAR), muted)
}

/// One line in the middle: its baseline, size and font.
fn line_at(out: &mut String, text: &str, (y, size, font): (f64, f64, (&str, u16)), colour: &str) -> std::fmt::Result {
    let (family, weight) = font;
    writeln!(
        out,
        r#"<text x="{:.0}" y="{y:.1}" text-anchor="middle" font-family="{family}" font-size="{size:.1}" font-weight="{weight}" fill="{colour}">{}</text>"#,
        CENTRE.0,
        escaped(text)
    )
}

/// The title on one line as large as fits, or on two.
fn title_lines(title: &str) -> (Vec<String>, f64) {
    let fitting = |letters: usize| TITLE_WIDTH / (LETTER * letters.max(1) as f64);
    let (most, least) = TITLE_SIZES;
    let whole = fitting(title.chars().count());
    if whole >= least {
        return (vec![title.to_owned()], whole.min(most));
    }
    let half = title.chars().count() / 2;
    let mut first = String::new();
    let mut second = String::new();
    for word in title.split_whitespace() {
        let line = if second.is_empty() && first.chars().count() < half { &mut first } else { &mut second };
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let longest = first.chars().count().max(second.chars().count());
    let lines = [first, second].into_iter().filter(|line| !line.is_empty()).collect();
    (lines, fitting(longest).min(least))
}

#[cfg(test)]
mod tests;
