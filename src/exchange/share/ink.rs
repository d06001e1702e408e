//! What all drawings to be shared are made with: colours, boxes and words.

use std::fmt::{Result, Write};

use super::fit;
use crate::exchange::svg::escaped;

/// Isolate what runs from right to left from what stands around it (UAX #9, §2.4).
const RTL: (char, char) = ('\u{2067}', '\u{2069}');

/// Colours as `#rrggbb`, by their names in the theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub background: String,
    pub surface: String,
    pub ink: String,
    pub muted: String,
    pub line: String,
    pub track: String,
    pub outline: String,
    pub accent: String,
    pub accent_fill: String,
    pub ruby: String,
    pub stage: [String; 4],
}

/// A box on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    pub(super) fn right(self) -> f64 {
        self.x + self.width
    }

    pub(super) fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The same without an edge of some width.
    pub(super) fn within(self, edge: f64) -> Self {
        let (width, height) = (self.width - 2.0 * edge, self.height - 2.0 * edge);
        Self { x: self.x + edge, y: self.y + edge, width: width.max(0.0), height: height.max(0.0) }
    }
}

/// One line of words: its baseline, size, font and colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style<'a> {
    pub size: f64,
    pub font: (&'a str, u16),
    pub colour: &'a str,
}

/// One line that begins at the left of an area, or at its right where it runs from right to left; cut where it ends.
pub(super) fn line(out: &mut String, words: &str, area: Area, baseline: f64, style: Style<'_>) -> Result {
    let words = fit::cut(words, area.width, style.size);
    if fit::is_rtl(&words) {
        let words = format!("{}{words}{}", RTL.0, RTL.1);
        anchored(out, &words, (area.right(), baseline), "end", style)
    } else {
        anchored(out, &words, (area.x, baseline), "start", style)
    }
}

/// One line as it is, at an anchor: "start", "middle" or "end".
pub(super) fn anchored(
    out: &mut String,
    words: &str,
    (x, baseline): (f64, f64),
    anchor: &str,
    style: Style<'_>,
) -> Result {
    if words.is_empty() {
        return Ok(());
    }
    let (family, weight) = style.font;
    writeln!(
        out,
        r#"<text x="{x:.1}" y="{baseline:.1}" text-anchor="{anchor}" font-family="{family}" font-size="{:.1}" font-weight="{weight}" fill="{}">{}</text>"#,
        style.size,
        style.colour,
        escaped(words)
    )
}

/// A round-edged box with a thin border.
pub(super) fn card(out: &mut String, area: Area, radius: f64, (fill, stroke): (&str, &str)) -> Result {
    let Area { x, y, width, height } = area;
    writeln!(
        out,
        r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{radius:.1}" fill="{fill}" stroke="{stroke}" stroke-width="2"/>"#
    )
}

/// A round-edged box without a border.
pub(super) fn block(out: &mut String, area: Area, radius: f64, fill: &str) -> Result {
    let Area { x, y, width, height } = area;
    writeln!(
        out,
        r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{radius:.1}" fill="{fill}"/>"#
    )
}
