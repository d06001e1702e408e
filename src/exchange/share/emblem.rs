//! The mark of the app: a small spring. It is the same on every card and tells nothing.

use std::f64::consts::TAU;
use std::fmt::{Result, Write};

use super::ink::Look;

/// Turns, where they begin and how many stretches each colour has.
const TURNS: f64 = 3.75;
const INNER: f64 = 0.36;
const STRETCHES: usize = 5;
/// Gap between stretches, in radians.
const GAP: f64 = 0.05;
/// Jewels, by the share of the way on which they lie.
const JEWELS: [f64; 3] = [0.3, 0.49, 0.85];

/// Draws it around a centre.
pub(super) fn draw(out: &mut String, centre: (f64, f64), radius: f64, look: &Look) -> Result {
    coils(out, centre, radius, look.stage.each_ref().map(String::as_str))?;
    jewels(out, centre, radius, look)
}

/// Draws it large, in the colour of an empty track and without jewels: it is nobody's own spring.
pub(super) fn draw_faint(out: &mut String, centre: (f64, f64), radius: f64, look: &Look) -> Result {
    coils(out, centre, radius, [&look.track; 4])
}

/// The distance from one turn to the next.
fn pitch(radius: f64) -> f64 {
    radius * (1.0 - INNER) / TURNS
}

/// A place by its share of the way, and how far it is from the centre.
fn place((x, y): (f64, f64), radius: f64, share: f64) -> (f64, f64, f64) {
    let (sin, cos) = (share * TURNS * TAU).sin_cos();
    let radius = radius * INNER + pitch(radius) * TURNS * share;
    (x + radius * sin, y - radius * cos, radius)
}

fn coils(out: &mut String, centre: (f64, f64), radius: f64, colours: [&str; 4]) -> Result {
    let at = |share: f64| place(centre, radius, share);
    let stretches = colours.len() * STRETCHES;
    writeln!(out, r#"<g fill="none" stroke-width="{:.2}">"#, pitch(radius) * 0.52)?;
    for (nth, colour) in colours.into_iter().enumerate() {
        let mut path = String::new();
        for part in 0..STRETCHES {
            let first = nth * STRETCHES + part;
            let (from, to) = (first as f64 / stretches as f64, (first + 1) as f64 / stretches as f64);
            arc(&mut path, (from, to - GAP / (TURNS * TAU)), &at)?;
        }
        writeln!(out, r#"<path stroke="{colour}" d="{path}"/>"#)?;
    }
    writeln!(out, "</g>")
}

fn jewels(out: &mut String, centre: (f64, f64), radius: f64, look: &Look) -> Result {
    let size = pitch(radius) * 0.4;
    for share in JEWELS {
        let (x, y, _) = place(centre, radius, share);
        writeln!(
            out,
            r##"<circle cx="{x:.2}" cy="{y:.2}" r="{:.2}" fill="{}"/><circle cx="{x:.2}" cy="{y:.2}" r="{size:.2}" fill="{}"/><circle cx="{:.2}" cy="{:.2}" r="{:.2}" fill="#ffffff" fill-opacity="0.85"/>"##,
            size * 1.4,
            look.background,
            look.ruby,
            x - size * 0.31,
            y - size * 0.31,
            size * 0.28
        )?;
    }
    Ok(())
}

fn arc(path: &mut String, (from, to): (f64, f64), at: &impl Fn(f64) -> (f64, f64, f64)) -> Result {
    let steps = ((to - from) * TURNS * TAU / 0.3).ceil().clamp(1.0, 64.0) as u32;
    let share = |step: u32| from + (to - from) * f64::from(step) / f64::from(steps);
    let (x, y, _) = at(from);
    write!(path, "M{x:.2} {y:.2}")?;
    for step in 1..=steps {
        let radius = f64::midpoint(at(share(step - 1)).2, at(share(step)).2);
        let (x, y, _) = at(share(step));
        write!(path, "A{radius:.2} {radius:.2} 0 0 1 {x:.2} {y:.2}")?;
    }
    Ok(())
}
