//! What lies in the axes of a drawing: bars, lines, dots, bands, pairs and tiles.

use std::fmt::{Result, Write};

use super::Sheet;
use crate::exchange::chart::{Bar, BarKind, Colour, Layer, Pair, Point, Shade, Span, Step, Stroke, Tile};

/// Share of its room that the bar of one day takes, that of several takes, and the widest it gets.
const ONE_DAY: f64 = 0.62;
const MANY_DAYS: f64 = 0.76;
const WIDEST: f64 = 40.0;
/// How much of a bar's colour shows while it still grows.
const GROWING: f64 = 0.55;
/// Most radius of a dot.
const DOT: f64 = 4.5;

/// Draws one layer.
pub(super) fn draw(out: &mut String, sheet: &Sheet<'_>, layer: &Layer) -> Result {
    match layer {
        Layer::Bars { bars, colour } => bars.iter().try_for_each(|each| bar(out, sheet, each, *colour)),
        Layer::Line { points, colour, stroke } => line(out, sheet, points, *colour, *stroke),
        Layer::Steps { steps, colour } => stepped(out, sheet, steps, *colour),
        Layer::Dots { points, colour } => dots(out, sheet, points, *colour),
        Layer::End { at, colour, .. } => end(out, sheet, *at, *colour),
        Layer::Band { points, colour } => band(out, sheet, points, *colour),
        Layer::Pairs(pairs) => all_pairs(out, sheet, pairs),
        Layer::Tiles { tiles, rows, colour } => {
            tiles.iter().try_for_each(|each| tile(out, sheet, each, *rows, *colour))
        }
    }
}

fn bar(out: &mut String, sheet: &Sheet<'_>, bar: &Bar, colour: Colour) -> Result {
    let (base, middle) = (sheet.y(0.0), sheet.x(bar.middle()));
    let room = sheet.x(bar.to) - sheet.x(bar.from);
    if bar.kind == BarKind::Rest {
        let width = (room * ONE_DAY).clamp(4.0, 18.0);
        let (left, top, muted) = (middle - width / 2.0, base - 11.0, &sheet.palette.muted);
        return writeln!(
            out,
            r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="10" fill="none" stroke="{muted}" stroke-dasharray="3 2"/>"#
        );
    }
    if bar.height <= 0.0 {
        return Ok(());
    }
    let width = (room * if bar.to - bar.from > 1.5 { MANY_DAYS } else { ONE_DAY }).clamp(1.5, WIDEST);
    let top = sheet.y(bar.height).min(base - 2.0);
    let (left, height, round) = (middle - width / 2.0, base - top, (width / 4.0).min(4.0));
    let (fill, opacity) = sheet.palette.of(colour);
    let opacity = if bar.kind == BarKind::Growing { opacity * GROWING } else { opacity };
    writeln!(
        out,
        r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}" rx="{round:.1}" fill="{fill}" fill-opacity="{opacity}"/>"#
    )
}

/// The points of a path, joined; empty for none.
fn path(sheet: &Sheet<'_>, points: impl IntoIterator<Item = Point>) -> String {
    let mut path = String::new();
    for [x, y] in points {
        let letter = if path.is_empty() { 'M' } else { 'L' };
        // Writing into a string cannot fail.
        let _ = write!(path, "{letter}{:.1} {:.1}", sheet.x(x), sheet.y(y));
    }
    path
}

fn line(out: &mut String, sheet: &Sheet<'_>, points: &[Point], colour: Colour, stroke: Stroke) -> Result {
    let path = path(sheet, points.iter().copied());
    if path.is_empty() {
        return Ok(());
    }
    let (colour, opacity) = sheet.palette.of(colour);
    let (width, dashes) = match stroke {
        Stroke::Solid => (2.5, ""),
        Stroke::Dashed => (2.0, r#" stroke-dasharray="5 4""#),
    };
    writeln!(
        out,
        r#"<path d="{path}" fill="none" stroke="{colour}" stroke-opacity="{opacity}" stroke-width="{width}" stroke-linejoin="round"{dashes}/>"#
    )
}

fn stepped(out: &mut String, sheet: &Sheet<'_>, steps: &[Step], colour: Colour) -> Result {
    let ends = |step: &Step| [[step.from, step.height], [step.to, step.height]];
    let path = path(sheet, steps.iter().flat_map(ends));
    if path.is_empty() {
        return Ok(());
    }
    let colour = sheet.palette.of(colour).0;
    writeln!(
        out,
        r#"<path d="{path}" fill="none" stroke="{colour}" stroke-opacity="0.75" stroke-width="1.5" stroke-dasharray="4 3"/>"#
    )
}

fn dots(out: &mut String, sheet: &Sheet<'_>, points: &[Point], colour: Colour) -> Result {
    let (fill, opacity) = sheet.palette.of(colour);
    for [x, y] in points {
        let (x, y) = (sheet.x(*x), sheet.y(*y));
        writeln!(out, r#"<circle cx="{x:.1}" cy="{y:.1}" r="4" fill="{fill}" fill-opacity="{opacity}"/>"#)?;
    }
    Ok(())
}

fn end(out: &mut String, sheet: &Sheet<'_>, [x, y]: Point, colour: Colour) -> Result {
    let (x, y, fill, paper) = (sheet.x(x), sheet.y(y), sheet.palette.of(colour).0, &sheet.palette.paper);
    writeln!(out, r#"<circle cx="{x:.1}" cy="{y:.1}" r="5" fill="{fill}" stroke="{paper}" stroke-width="2"/>"#)
}

fn band(out: &mut String, sheet: &Sheet<'_>, points: &[Span], colour: Colour) -> Result {
    let there = points.iter().map(|point| [point.x, point.high]);
    let back = points.iter().rev().map(|point| [point.x, point.low]);
    let path = path(sheet, there.chain(back));
    if path.is_empty() {
        return Ok(());
    }
    let (fill, opacity) = sheet.palette.of(colour);
    writeln!(out, r#"<path d="{path}Z" fill="{fill}" fill-opacity="{opacity}"/>"#)
}

fn all_pairs(out: &mut String, sheet: &Sheet<'_>, pairs: &[Pair]) -> Result {
    let room = (sheet.right - sheet.left) / pairs.len().max(1) as f64;
    let radius = (room * 0.3).clamp(1.5, DOT);
    let (paper, muted) = (&sheet.palette.paper, &sheet.palette.muted);
    for pair in pairs {
        let (x, before, after) = (sheet.x(pair.x), sheet.y(pair.before), sheet.y(pair.after));
        let role = if pair.after < pair.before { Colour::Down } else { Colour::Up };
        let colour = sheet.palette.of(role).0;
        writeln!(
            out,
            r#"<path d="M{x:.1} {before:.1}V{after:.1}" stroke="{colour}" stroke-width="{:.1}"/>"#,
            radius * 0.6
        )?;
        writeln!(out, r#"<circle cx="{x:.1}" cy="{after:.1}" r="{radius:.1}" fill="{colour}"/>"#)?;
        writeln!(
            out,
            r#"<circle cx="{x:.1}" cy="{before:.1}" r="{:.1}" fill="{paper}" stroke="{muted}" stroke-width="{:.1}"/>"#,
            radius * 0.85,
            radius * 0.3
        )?;
    }
    Ok(())
}

fn tile(out: &mut String, sheet: &Sheet<'_>, tile: &Tile, rows: u16, colour: Colour) -> Result {
    let [x, y] = tile.middle(rows);
    let (left, top) = (sheet.x(x - 0.5) + 1.0, sheet.y(y + 0.5) + 1.0);
    let width = (sheet.x(x + 0.5) - left - 1.0).max(1.0);
    let height = (sheet.y(y - 0.5) - top - 1.0).max(1.0);
    let round = (width.min(height) / 4.0).min(3.0);
    let (track, muted) = (&sheet.palette.track, &sheet.palette.muted);
    let paint = match tile.shade {
        Shade::Outside => format!(r#"fill="{track}" fill-opacity="0.5""#),
        Shade::Empty => format!(r#"fill="{track}""#),
        Shade::Rest => format!(r#"fill="none" stroke="{muted}" stroke-dasharray="3 2""#),
        Shade::Share(share) => {
            format!(r#"fill="{}" fill-opacity="{:.2}""#, sheet.palette.of(colour).0, share.clamp(0.0, 1.0))
        }
    };
    writeln!(
        out,
        r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}" rx="{round:.1}" {paint}/>"#
    )
}
