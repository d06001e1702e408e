//! Paints the spring: the track and the coils as anti-aliased meshes built once, jewels and the live coil each frame.

use std::f64::consts::TAU;
use std::sync::Arc;

use eframe::egui::{Color32, Mesh, Painter, Pos2, Shape as Drawn, Stroke, Vec2, pos2, vec2};

use super::shape::Shape;
use crate::domain::insight::jewels::{self, Jewel};
use crate::domain::insight::spring::Coils;
use crate::ui::theme::Theme;

/// Gap between two coils, in points.
const GAP: f64 = 1.6;
/// Longest step of a winding, in radians: a chord then leaves the arc by under a tenth of a point.
const STEP: f64 = 0.05;
/// Radius of a jewel with its ring, without, and of its reflection, at a stroke of 11 points.
const JEWEL_RING: f32 = 9.5;
const JEWEL: f32 = 7.0;
const REFLECTION: f32 = 2.0;
const STROKE_OF_DRAWING: f32 = 11.0;
/// Width of the line for the planned rest of a session, in points.
const PLAN_WIDTH: f64 = 3.0;

/// A stretch along the spring in seconds of focus, and how it is drawn.
#[derive(Clone, Copy)]
pub(super) struct Band {
    pub from_secs: f64,
    pub to_secs: f64,
    pub width: f64,
    pub colour: Color32,
}

/// The meshes of everything that does not move, and what they were built for.
pub(super) struct Cache {
    coils: Coils,
    shape: Shape,
    colours: [Color32; 5],
    feather: f32,
    centre: Pos2,
    track: Arc<Mesh>,
    wound: Arc<Mesh>,
    /// How many indices of `wound` belong to each coil and those before it.
    ends: Vec<usize>,
}

impl Cache {
    /// The cache, moved or built anew where something changed.
    pub fn refresh(old: Option<Self>, coils: &Coils, shape: Shape, theme: &Theme, at: (Pos2, f32)) -> Self {
        let (centre, pixels) = at;
        let [gold, copper, bronze, steel] = theme.stage;
        let colours = [gold, copper, bronze, steel, theme.track];
        let feather = 1.0 / pixels;
        let same_pixels = |other: f32| (other - feather).abs() < f32::EPSILON;
        match old {
            Some(mut old)
                if old.shape == shape && old.colours == colours && same_pixels(old.feather) && old.coils == *coils =>
            {
                old.move_to(centre);
                old
            }
            _ => Self::build(coils, shape, colours, feather, centre),
        }
    }

    fn build(coils: &Coils, shape: Shape, colours: [Color32; 5], feather: f32, centre: Pos2) -> Self {
        let mut track = Mesh::default();
        let from_secs = coils.total_secs as f64 + shape.secs(if coils.total_secs > 0 { GAP / 2.0 } else { 0.0 });
        let ahead = Band { from_secs, to_secs: shape.end_secs, width: shape.stroke, colour: colours[4] };
        band(&mut track, &shape, centre, feather, ahead);
        let mut wound = Mesh::default();
        let mut ends = Vec::with_capacity(coils.coils.len());
        for coil in &coils.coils {
            let length = shape.along((coil.to_secs - coil.from_secs) as f64);
            let gap_secs = shape.secs(GAP.min(length * 0.3) / 2.0);
            // The spring's own beginning has no neighbour to keep a gap from.
            let from_secs = coil.from_secs as f64 + if coil.from_secs > 0 { gap_secs } else { 0.0 };
            let to_secs = coil.to_secs as f64 - gap_secs;
            let colour = colours[coil.stage.min(3)];
            band(&mut wound, &shape, centre, feather, Band { from_secs, to_secs, width: shape.stroke, colour });
            ends.push(wound.indices.len());
        }
        let (track, wound) = (Arc::new(track), Arc::new(wound));
        Self { coils: coils.clone(), shape, colours, feather, centre, track, wound, ends }
    }

    fn move_to(&mut self, centre: Pos2) {
        let by = centre - self.centre;
        if by != Vec2::ZERO {
            Arc::make_mut(&mut self.track).translate(by);
            Arc::make_mut(&mut self.wound).translate(by);
            self.centre = centre;
        }
    }

    pub fn paint(&self, painter: &Painter) {
        painter.add(Drawn::Mesh(Arc::clone(&self.track)));
        painter.add(Drawn::Mesh(Arc::clone(&self.wound)));
    }

    /// Only what was wound by the first `coils` coils, on a track of full length.
    pub fn paint_first(&self, painter: &Painter, coils: usize) {
        let whole =
            Band { from_secs: 0.0, to_secs: self.shape.end_secs, width: self.shape.stroke, colour: self.colours[4] };
        paint_band(painter, &self.shape, self.centre, whole);
        let Some(&end) = coils.checked_sub(1).and_then(|last| self.ends.get(last)) else { return };
        let part = Mesh {
            indices: self.wound.indices[..end].to_vec(),
            vertices: self.wound.vertices.clone(),
            texture_id: self.wound.texture_id,
        };
        painter.add(Drawn::mesh(part));
    }
}

/// Paints one stretch now, without keeping it.
pub(super) fn paint_band(painter: &Painter, shape: &Shape, centre: Pos2, stretch: Band) {
    let mut mesh = Mesh::default();
    band(&mut mesh, shape, centre, 1.0 / painter.pixels_per_point(), stretch);
    painter.add(Drawn::mesh(mesh));
}

/// The running session: what was focused in `colour`, and the plan still to come as a thin line.
pub(super) fn live(painter: &Painter, shape: &Shape, centre: Pos2, at: (i64, i64, i64), colours: (Color32, Color32)) {
    let (from_secs, focus_secs, planned_secs) = at;
    let gap = if from_secs > 0 { shape.secs(GAP / 2.0) } else { 0.0 };
    let from = from_secs as f64;
    // A coil can be seen from its first second on.
    let to = from + (focus_secs as f64).max(gap + shape.secs(2.0));
    let planned = from + planned_secs as f64;
    if planned > to {
        let plan = Band { from_secs: to, to_secs: planned, width: PLAN_WIDTH.min(shape.stroke), colour: colours.1 };
        paint_band(painter, shape, centre, plan);
    }
    let done = Band { from_secs: from + gap, to_secs: to, width: shape.stroke, colour: colours.0 };
    paint_band(painter, shape, centre, done);
}

/// The jewels won up to `total_secs`; those after `fresh_secs` are lit `glow`, from 0 (not yet there) to 1.
pub(super) fn jewels_won(
    painter: &Painter,
    theme: &Theme,
    shape: &Shape,
    centre: Pos2,
    coils: (i64, i64),
    fresh: (i64, f32),
) {
    let (first_session_secs, total_secs) = coils;
    let (fresh_secs, glow) = fresh;
    for jewel in jewels::won(first_session_secs.min(total_secs), total_secs) {
        let light = if jewel.at_secs > fresh_secs { glow } else { 1.0 };
        paint_jewel(painter, theme, shape, spot(shape, centre, jewel), light);
    }
}

/// The next jewel as a hollow ring at its true distance.
pub(super) fn jewel_ahead(painter: &Painter, theme: &Theme, shape: &Shape, centre: Pos2, jewel: Jewel) {
    let scale = jewel_scale(shape);
    let at = spot(shape, centre, jewel);
    painter.circle(at, JEWEL * scale, theme.background, Stroke::new(2.0 * scale.max(0.7), theme.ruby));
}

/// The place of a jewel.
pub(super) fn spot(shape: &Shape, centre: Pos2, jewel: Jewel) -> Pos2 {
    point(shape, centre, shape.along(jewel.at_secs as f64), 0.0)
}

fn paint_jewel(painter: &Painter, theme: &Theme, shape: &Shape, at: Pos2, light: f32) {
    if light <= 0.0 {
        return;
    }
    // Lighting up overshoots a little and sends out one ring.
    let scale = jewel_scale(shape) * (light * (1.0 + 0.9 * (1.0 - light)));
    if light < 1.0 {
        let halo = Stroke::new(2.0, theme.ruby.gamma_multiply(1.0 - light));
        painter.circle_stroke(at, JEWEL_RING * (1.0 + 2.0 * light), halo);
    }
    painter.circle_filled(at, JEWEL_RING * scale, theme.background);
    painter.circle_filled(at, JEWEL * scale, theme.ruby);
    let shade = theme.ruby.lerp_to_gamma(Color32::BLACK, 0.22);
    painter.circle_stroke(at, (JEWEL - 0.5) * scale, Stroke::new(scale, shade));
    let light_side = at - vec2(2.2, 2.2) * scale;
    painter.circle_filled(light_side, REFLECTION * scale, Color32::WHITE.gamma_multiply(0.85));
}

fn jewel_scale(shape: &Shape) -> f32 {
    (shape.stroke as f32 / STROKE_OF_DRAWING).clamp(0.55, 1.25)
}

/// The place at a length along the spring.
pub(super) fn point(shape: &Shape, centre: Pos2, along: f64, outward: f64) -> Pos2 {
    let [right, down] = shape.place(along, outward);
    pos2(centre.x + right, centre.y + down)
}

/// Adds a stretch to a mesh, its edges fading over `feather` points.
fn band(mesh: &mut Mesh, shape: &Shape, centre: Pos2, feather: f32, stretch: Band) {
    let (from, to) = (shape.along(stretch.from_secs), shape.along(stretch.to_secs));
    if to <= from {
        return;
    }
    let soft = f64::from(feather) / 2.0;
    let mut columns = Columns { mesh, shape, centre, half: stretch.width / 2.0, soft, colour: stretch.colour, len: 0 };
    let is_long = to - from > 4.0 * soft;
    if is_long {
        columns.add(from - soft, Color32::TRANSPARENT);
    }
    let inset = if is_long { soft } else { 0.0 };
    let (start, end) = (from + inset, to - inset);
    let angle = shape.angle(end) - shape.angle(start);
    let steps = (angle / STEP).ceil().clamp(1.0, 100_000.0) as u32;
    for step in 0..=steps {
        // Even steps of the angle: windings further out are longer, not rougher.
        let share = f64::from(step) / f64::from(steps);
        let radius = shape.inner + (shape.angle(start) + angle * share + TAU / 4.0) / TAU * shape.pitch;
        let along = std::f64::consts::PI * (radius * radius - shape.inner * shape.inner) / shape.pitch;
        columns.add(along, stretch.colour);
    }
    if is_long {
        columns.add(to + soft, Color32::TRANSPARENT);
    }
}

/// Adds cross-sections of four vertices, each joined to the one before.
struct Columns<'a> {
    mesh: &'a mut Mesh,
    shape: &'a Shape,
    centre: Pos2,
    half: f64,
    soft: f64,
    colour: Color32,
    len: u32,
}

impl Columns<'_> {
    fn add(&mut self, along: f64, colour: Color32) {
        let clear = self.colour.gamma_multiply(0.0);
        let inside = if colour == Color32::TRANSPARENT { clear } else { colour };
        let first = self.mesh.vertices.len() as u32;
        let edges = [
            (-self.half - self.soft, clear),
            (-self.half + self.soft, inside),
            (self.half - self.soft, inside),
            (self.half + self.soft, clear),
        ];
        for (outward, colour) in edges {
            self.mesh.colored_vertex(point(self.shape, self.centre, along, outward), colour);
        }
        if self.len > 0 {
            for edge in 0..3 {
                let (a, b) = (first - 4 + edge, first + edge);
                self.mesh.add_triangle(a, a + 1, b);
                self.mesh.add_triangle(a + 1, b + 1, b);
            }
        }
        self.len += 1;
    }
}
