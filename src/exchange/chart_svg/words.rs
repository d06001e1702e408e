//! Where words go in a drawing: how wide they are about, lines of the sentence, the legend, and names of events.

use std::fmt::{Result, Write};

use super::{LEGEND_LINE, MARGIN, SMALL, Sheet, TITLE_LINE, WIDTH, text};
use crate::exchange::chart::{Event, Key, Sign};
use crate::exchange::event_names::{Wanted, WantedKind, places};
use crate::exchange::svg::REGULAR;

/// How wide a letter is at size 1, on average; rather too wide, so that nothing is cut off.
const LETTER: f64 = 0.58;
/// Room for a sign of the legend, for a scale of tiles, and between its words.
const SIGN: f64 = 26.0;
const SCALE: f64 = 76.0;
const APART: f64 = 24.0;
/// Most lines of event names; what finds no room has its sign alone.
const EVENT_ROWS: usize = 2;

/// One line of the legend: each key's number and where it begins.
pub(super) struct Line(Vec<(usize, f64)>);

/// The name of an event and its place.
pub(super) struct Label<'a> {
    pub name: &'a str,
    pub x: f64,
    pub row: u32,
}

/// About how wide words are.
pub(super) fn width_of(words: &str, size: f64) -> f64 {
    words.chars().count() as f64 * LETTER * size
}

/// Words broken into lines of a width; a word longer than a line is broken too.
pub(super) fn lines_of(words: &str, width: f64, size: f64) -> Vec<String> {
    let most = ((width / (LETTER * size)) as usize).max(1);
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for part in letters.chunks(most) {
            match lines.last_mut() {
                Some(line) if line.chars().count() + 1 + part.len() <= most => {
                    line.push(' ');
                    line.extend(part);
                }
                _ => lines.push(part.iter().collect()),
            }
        }
    }
    lines
}

/// The lines of the legend.
pub(super) fn keys(legend: &[Key]) -> Vec<Line> {
    let (mut lines, mut x) = (Vec::new(), f64::INFINITY);
    for (nth, key) in legend.iter().enumerate() {
        let width = sign_width(key.sign) + width_of(&key.name, SMALL);
        if x + width > WIDTH - MARGIN {
            lines.push(Line(Vec::new()));
            x = MARGIN;
        }
        if let Some(Line(line)) = lines.last_mut() {
            line.push((nth, x));
        }
        x += width + if key.sign == Sign::Nothing { 0.0 } else { APART };
    }
    lines
}

fn sign_width(sign: Sign) -> f64 {
    match sign {
        Sign::Nothing => 0.0,
        Sign::Scale => SCALE,
        _ => SIGN,
    }
}

/// The names of events that find room, none over another.
pub(super) fn event_labels<'a>(events: &[&'a Event], x: impl Fn(f64) -> f64) -> Vec<Label<'a>> {
    let named: Vec<&Event> = events.iter().copied().filter(|event| !event.name.is_empty()).collect();
    let wanted: Vec<Wanted> = named
        .iter()
        .map(|event| Wanted {
            x: x(event.at),
            width: width_of(&event.name, SMALL),
            kind: if event.to.is_some() { WantedKind::Stretch } else { WantedKind::Moment },
        })
        .collect();
    let places = places(&wanted, MARGIN / 2.0..WIDTH - MARGIN / 2.0, EVENT_ROWS);
    let labels = named.into_iter().zip(places).filter_map(|(event, place)| {
        let place = place?;
        Some(Label { name: &event.name, x: place.left, row: place.row as u32 })
    });
    labels.collect()
}

impl Sheet<'_> {
    /// The signs of what is drawn, with their words.
    pub(super) fn legend(&self, out: &mut String) -> Result {
        for (nth, Line(line)) in self.legend.iter().enumerate() {
            let y = MARGIN + TITLE_LINE + LEGEND_LINE * nth as f64 + 4.0;
            for (key, x) in line {
                let Some(key) = self.chart.legend.get(*key) else { continue };
                self.key(out, key, (*x, y))?;
                let place = (x + sign_width(key.sign), y + 4.5);
                text(out, &key.name, place, (SMALL, "start", REGULAR), &self.palette.muted)?;
            }
        }
        Ok(())
    }

    fn key(&self, out: &mut String, key: &Key, (x, y): (f64, f64)) -> Result {
        let (colour, opacity) = self.palette.of(key.colour);
        let (middle, right, muted) = (x + 9.0, x + 20.0, &self.palette.muted);
        match key.sign {
            Sign::Nothing => Ok(()),
            Sign::Block => {
                let top = y - 6.0;
                writeln!(
                    out,
                    r#"<rect x="{x:.1}" y="{top:.1}" width="18" height="12" rx="2" fill="{colour}" fill-opacity="{opacity}"/>"#
                )
            }
            Sign::Line => {
                writeln!(out, r#"<path d="M{x:.1} {y:.1}H{right:.1}" stroke="{colour}" stroke-width="2.5"/>"#)
            }
            Sign::Dashes => writeln!(
                out,
                r#"<path d="M{x:.1} {y:.1}H{right:.1}" stroke="{colour}" stroke-width="1.5" stroke-dasharray="4 3"/>"#
            ),
            Sign::Dot => writeln!(out, r#"<circle cx="{middle:.1}" cy="{y:.1}" r="4.5" fill="{colour}"/>"#),
            Sign::Ring => writeln!(
                out,
                r#"<circle cx="{middle:.1}" cy="{y:.1}" r="4" fill="{}" stroke="{colour}" stroke-width="1.5"/>"#,
                self.palette.paper
            ),
            Sign::Box => {
                let (left, top) = (x + 3.0, y - 5.0);
                writeln!(
                    out,
                    r#"<rect x="{left:.1}" y="{top:.1}" width="12" height="10" fill="none" stroke="{muted}" stroke-dasharray="3 2"/>"#
                )
            }
            Sign::Scale => {
                for step in 0..5_u8 {
                    let (left, top) = (x + 13.0 * f64::from(step), y - 6.0);
                    let (fill, opacity) =
                        if step == 0 { (self.palette.track.as_str(), 1.0) } else { (colour, f64::from(step) / 4.0) };
                    writeln!(
                        out,
                        r#"<rect x="{left:.1}" y="{top:.1}" width="11" height="12" rx="2" fill="{fill}" fill-opacity="{opacity}"/>"#
                    )?;
                }
                Ok(())
            }
        }
    }
}
