//! The days as bars: done days filled, free ones as a dashed outline, the target as a dashed line.

use std::fmt::{Result, Write};

use super::ink::{self, Area, Look, Style};
use super::{Day, DayKind, Drawn, fit};
use crate::exchange::svg::{REGULAR, escaped};

/// How much of its slot a bar fills, and the widest one.
const FILL: f64 = 0.62;
const WIDEST: f64 = 64.0;
/// Corners of a bar, and the least height of one with work.
const CORNER: f64 = 6.0;
const LEAST: f64 = 6.0;
/// Size of the drawing in a page; it is scaled to the page's width.
const PAGE: (f64, f64) = (880.0, 320.0);
const PAGE_SIZE: f64 = 15.0;

/// The drawing for a page of HTML, which says title and sentence itself.
pub fn in_page(drawn: &Drawn, look: &Look) -> String {
    let (width, height) = PAGE;
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = writeln!(out, r#"<svg viewBox="0 0 {width:.0} {height:.0}" role="img">"#)
        .and_then(|()| writeln!(out, "<title>{}</title>", escaped(&drawn.title)))
        .and_then(|()| writeln!(out, "<desc>{}</desc>", escaped(&drawn.sentence)))
        .and_then(|()| draw(&mut out, drawn, Area { x: 0.0, y: 0.0, width, height }, (look, PAGE_SIZE)));
    out.push_str("</svg>\n");
    out
}

/// Draws the bars into an area, their words in a size.
pub(super) fn draw(out: &mut String, drawn: &Drawn, area: Area, (look, size): (&Look, f64)) -> Result {
    let names = size * 1.9;
    let above = if drawn.highest.is_empty() && drawn.target.is_empty() { 0.0 } else { size * 1.7 };
    let plot = Area { y: area.y + above, height: (area.height - names - above).max(1.0), ..area };
    let style = Style { size, font: REGULAR, colour: &look.muted };
    writeln!(
        out,
        r#"<path d="M{:.1} {:.1}H{:.1}" stroke="{}" stroke-width="2"/>"#,
        plot.x,
        plot.bottom(),
        plot.right(),
        look.line
    )?;
    let level = last_target(drawn);
    let header = plot.y - size * 0.6;
    // Where the target is the highest, its own line says so.
    let has_highest = !drawn.highest.is_empty() && level.is_none_or(|level| level < 1.0);
    if has_highest {
        writeln!(
            out,
            r#"<path d="M{:.1} {:.1}H{:.1}" stroke="{}" stroke-width="2"/>"#,
            plot.x,
            plot.y,
            plot.right(),
            look.line
        )?;
        ink::anchored(out, &drawn.highest, (plot.x, header), "start", style)?;
    }
    for day in &drawn.days {
        bar(out, day, drawn.slots, plot, look)?;
    }
    if level.is_some() {
        target(out, drawn, plot, look)?;
        // Above the drawing, where no bar is.
        ink::anchored(out, &drawn.target, (plot.right(), header), "end", style)?;
    }
    marks(out, drawn, plot, style)
}

/// The last level of the target that is drawn, as a share of the highest.
fn last_target(drawn: &Drawn) -> Option<f64> {
    let targets = drawn.days.iter().filter(|_| !drawn.target.is_empty()).map(|day| day.target.clamp(0.0, 1.0));
    targets.rev().find(|target| *target > 0.0)
}

fn slot_width(slots: usize, plot: Area) -> f64 {
    plot.width / slots.max(1) as f64
}

fn bar(out: &mut String, day: &Day, slots: usize, plot: Area, look: &Look) -> Result {
    let slot = slot_width(slots, plot);
    let width = (slot * FILL).min(WIDEST);
    let x = plot.x + slot * (day.slot as f64 + 0.5) - width / 2.0;
    let name = escaped(&day.name);
    let corner = CORNER.min(width / 3.0);
    match day.kind {
        DayKind::Done => {
            let height = (plot.height * day.height.clamp(0.0, 1.0)).max(LEAST);
            let (top, bottom, fill) = (plot.bottom() - height, plot.bottom(), &look.stage[0]);
            let corner = corner.min(height);
            writeln!(
                out,
                r#"<path fill="{fill}" d="M{x:.1} {bottom:.1}V{:.1}Q{x:.1} {top:.1} {:.1} {top:.1}H{:.1}Q{right:.1} {top:.1} {right:.1} {:.1}V{bottom:.1}Z"><title>{name}</title></path>"#,
                top + corner,
                x + corner,
                x + width - corner,
                top + corner,
                right = x + width,
            )
        }
        DayKind::Free => {
            let height = 12.0;
            let y = plot.bottom() - height - 1.0;
            writeln!(
                out,
                r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{corner:.1}" fill="none" stroke="{}" stroke-width="1.5" stroke-dasharray="4 3"><title>{name}</title></rect>"#,
                look.outline
            )
        }
        DayKind::Open => Ok(()),
    }
}

/// A dashed line over the days, at the target of each; the last goes on over the days still to come.
fn target(out: &mut String, drawn: &Drawn, plot: Area, look: &Look) -> Result {
    let slot = slot_width(drawn.slots, plot);
    let mut path = String::new();
    let mut last: Option<(usize, f64)> = None;
    for day in drawn.days.iter().filter(|day| day.target > 0.0) {
        let y = plot.bottom() - plot.height * day.target.clamp(0.0, 1.0);
        let (from, to) = (plot.x + slot * day.slot as f64, plot.x + slot * (day.slot + 1) as f64);
        match last {
            Some((before, level)) if before + 1 == day.slot && level.total_cmp(&y).is_eq() => write!(path, "H{to:.1}")?,
            Some((before, _)) if before + 1 == day.slot => write!(path, "V{y:.1}H{to:.1}")?,
            _ => write!(path, "M{from:.1} {y:.1}H{to:.1}")?,
        }
        last = Some((day.slot, y));
    }
    if last.is_some_and(|(slot, _)| slot + 1 < drawn.slots) {
        write!(path, "H{:.1}", plot.right())?;
    }
    writeln!(out, r#"<path d="{path}" fill="none" stroke="{}" stroke-width="2" stroke-dasharray="7 6"/>"#, look.muted)
}

/// The names below, as far apart as they are wide.
fn marks(out: &mut String, drawn: &Drawn, plot: Area, style: Style<'_>) -> Result {
    let slot = slot_width(drawn.slots, plot);
    let mut taken = f64::NEG_INFINITY;
    for mark in &drawn.marks {
        let half = fit::width(&mark.name, style.size) / 2.0;
        let middle =
            (plot.x + slot * (mark.slot as f64 + 0.5)).clamp(plot.x + half, (plot.right() - half).max(plot.x + half));
        if middle - half > taken {
            ink::anchored(out, &mark.name, (middle, plot.bottom() + style.size * 1.5), "middle", style)?;
            taken = middle + half + style.size * 0.4;
        }
    }
    Ok(())
}
