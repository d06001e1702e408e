//! Paints the spring: the track and the coils as anti-aliased meshes built once, jewels and the live coil each frame.

use std::sync::Arc;

use eframe::egui::{Color32, Mesh, Painter, Pos2, Shape, Stroke, Vec2, pos2, vec2};

use crate::domain::insight::jewels::{self, Jewel};
use crate::domain::insight::spring::Coils;
use crate::domain::insight::spring_geometry::Winding;
use crate::ui::theme::Theme;

/// Longest step of a turn, in radians: a chord then leaves the arc by under a tenth of a point.
const STEP: f64 = 0.05;
/// The ring around a jewel, and its reflection, as shares of its radius.
const RING: f32 = 1.36;
const REFLECTION: f32 = 0.28;
/// Size of the lesser jewels of a long spring, as a share of the others.
const SMALL: f32 = 0.5;
/// Width of the line for the planned rest of a session, in points.
const PLAN_WIDTH: f64 = 3.0;
/// A running coil can be seen from its first second on, in points.
const LIVE_LEAST: f64 = 2.0;

/// The spring's geometry around a centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    pub winding: Winding,
    pub centre: Pos2,
}

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
    placed: Placed,
    colours: [Color32; 5],
    feather: f32,
    track: Arc<Mesh>,
    wound: Arc<Mesh>,
    /// How many indices of `wound` belong to each coil and those before it.
    ends: Vec<usize>,
}

impl Placed {
    /// The point at an angle counted through all turns, moved outward by some points.
    fn at_angle(&self, angle: f64, outward: f64) -> Pos2 {
        let radius = self.winding.radius(angle) + outward;
        let (sin, cos) = angle.sin_cos();
        pos2(self.centre.x + (radius * sin) as f32, self.centre.y - (radius * cos) as f32)
    }

    /// The point at some seconds of focus, moved outward by some points.
    pub fn at(&self, secs: f64, outward: f64) -> Pos2 {
        self.at_angle(self.winding.angle(secs), outward)
    }

    fn jewel(&self, jewel: Jewel) -> Pos2 {
        self.at(jewel.at_secs as f64, 0.0)
    }
}

impl Cache {
    /// The cache, moved or built anew where something changed.
    pub fn refresh(old: Option<Self>, coils: &Coils, placed: Placed, theme: &Theme, pixels_per_point: f32) -> Self {
        let [gold, copper, bronze, steel] = theme.stage;
        let colours = [gold, copper, bronze, steel, theme.track];
        let feather = 1.0 / pixels_per_point;
        match old {
            Some(mut old)
                if old.placed.winding == placed.winding
                    && old.colours == colours
                    && (old.feather - feather).abs() < f32::EPSILON
                    && old.coils == *coils =>
            {
                old.move_to(placed.centre);
                old
            }
            _ => Self::build(coils, placed, colours, feather),
        }
    }

    fn build(coils: &Coils, placed: Placed, colours: [Color32; 5], feather: f32) -> Self {
        let winding = placed.winding;
        let mut track = Mesh::default();
        let (from_secs, to_secs) = (coils.total_secs as f64, winding.track_secs());
        let width = winding.stroke_px;
        band(&mut track, &placed, feather, Band { from_secs, to_secs, width, colour: colours[4] });
        let mut wound = Mesh::default();
        let mut ends = Vec::with_capacity(coils.coils.len());
        for coil in &coils.coils {
            let (from_secs, to_secs) = (coil.from_secs as f64, coil.to_secs as f64);
            let to_secs = to_secs - winding.gap_px(to_secs - from_secs) * winding.secs_per_px;
            let colour = colours[coil.stage.min(3)];
            band(&mut wound, &placed, feather, Band { from_secs, to_secs, width, colour });
            ends.push(wound.indices.len());
        }
        let (track, wound) = (Arc::new(track), Arc::new(wound));
        Self { coils: coils.clone(), placed, colours, feather, track, wound, ends }
    }

    fn move_to(&mut self, centre: Pos2) {
        let by = centre - self.placed.centre;
        if by != Vec2::ZERO {
            Arc::make_mut(&mut self.track).translate(by);
            Arc::make_mut(&mut self.wound).translate(by);
            self.placed.centre = centre;
        }
    }

    pub fn paint(&self, painter: &Painter) {
        painter.add(Shape::Mesh(Arc::clone(&self.track)));
        painter.add(Shape::Mesh(Arc::clone(&self.wound)));
    }

    /// Only the first `coils` coils, on a track of full length.
    pub fn paint_first(&self, painter: &Painter, coils: usize) {
        let (winding, colour) = (self.placed.winding, self.colours[4]);
        let whole = Band { from_secs: 0.0, to_secs: winding.track_secs(), width: winding.stroke_px, colour };
        paint_band(painter, &self.placed, whole);
        let Some(&end) = coils.checked_sub(1).and_then(|last| self.ends.get(last)) else { return };
        let part = Mesh {
            indices: self.wound.indices[..end].to_vec(),
            vertices: self.wound.vertices.clone(),
            texture_id: self.wound.texture_id,
        };
        painter.add(Shape::mesh(part));
    }
}

/// Paints one stretch now, without keeping it.
pub(super) fn paint_band(painter: &Painter, placed: &Placed, stretch: Band) {
    let mut mesh = Mesh::default();
    band(&mut mesh, placed, 1.0 / painter.pixels_per_point(), stretch);
    painter.add(Shape::mesh(mesh));
}

/// The running session: what was focused in the first colour, and the plan still to come as a thin line in the second.
pub(super) fn live(painter: &Painter, placed: &Placed, secs: [i64; 3], colours: [Color32; 2]) {
    let winding = &placed.winding;
    let [from, focus, planned] = secs.map(|secs| secs as f64);
    let to = from + focus.max(LIVE_LEAST * winding.secs_per_px);
    if from + planned > to {
        let width = PLAN_WIDTH.min(winding.stroke_px);
        paint_band(painter, placed, Band { from_secs: to, to_secs: from + planned, width, colour: colours[1] });
    }
    let done = Band { from_secs: from, to_secs: to, width: winding.stroke_px, colour: colours[0] };
    paint_band(painter, placed, done);
}

/// The jewels won up to `total_secs`; those after `fresh.0` seconds are lit `fresh.1`, from 0 (not yet there) to 1.
pub(super) fn jewels_won(
    painter: &Painter,
    theme: &Theme,
    placed: &Placed,
    (first_session_secs, total_secs): (i64, i64),
    fresh: (i64, f32),
) {
    for jewel in jewels::won(first_session_secs.min(total_secs), total_secs) {
        let light = if jewel.at_secs > fresh.0 { fresh.1 } else { 1.0 };
        let scale = if jewel.is_large(total_secs) { 1.0 } else { SMALL };
        paint_jewel(painter, theme, placed.jewel(jewel), placed.winding.jewel_px as f32 * 0.9 * scale, light);
    }
}

/// The next jewel as a hollow ring at its true distance.
pub(super) fn jewel_ahead(painter: &Painter, theme: &Theme, placed: &Placed, jewel: Jewel) {
    let radius = placed.winding.jewel_px as f32 * 0.9;
    painter.circle(placed.jewel(jewel), radius, theme.background, Stroke::new((radius * 0.28).max(1.2), theme.ruby));
}

/// A jewel lit from 0, not there yet, to 1.
pub(super) fn paint_jewel(painter: &Painter, theme: &Theme, at: Pos2, full: f32, light: f32) {
    if light <= 0.0 {
        return;
    }
    // Lighting up overshoots a little and sends out one ring.
    let radius = full * light * (1.0 + 0.9 * (1.0 - light));
    if light < 1.0 {
        let halo = Stroke::new(2.0, theme.ruby.gamma_multiply(1.0 - light));
        painter.circle_stroke(at, full * RING * (1.0 + 2.0 * light), halo);
    }
    painter.circle_filled(at, radius * RING, theme.background);
    painter.circle_filled(at, radius, theme.ruby);
    painter.circle_stroke(at, radius * 0.93, Stroke::new(radius * 0.14, theme.ruby_edge()));
    let light_side = at - vec2(0.31, 0.31) * radius;
    painter.circle_filled(light_side, REFLECTION * radius, theme.glint());
}

/// Adds a stretch to a mesh, its edges fading over `feather` points.
fn band(mesh: &mut Mesh, placed: &Placed, feather: f32, stretch: Band) {
    let winding = &placed.winding;
    let (from, to) = (winding.px(stretch.from_secs), winding.px(stretch.to_secs));
    if to <= from {
        return;
    }
    let soft = f64::from(feather) / 2.0;
    let is_long = to - from > 4.0 * soft;
    let inset = if is_long { soft } else { 0.0 };
    let (start, end) = (winding.angle_at_px(from + inset), winding.angle_at_px(to - inset));
    // Angle of half a feather at either end: the butt ends fade as the edges do.
    let fade = |angle: f64| 2.0 * soft / winding.radius(angle);
    let mut columns = Columns { mesh, placed, half: stretch.width / 2.0, soft, len: 0 };
    if is_long {
        columns.add(start - fade(start), Color32::TRANSPARENT);
    }
    let steps = ((end - start) / STEP).ceil().clamp(1.0, 100_000.0) as u32;
    for step in 0..=steps {
        columns.add(start + (end - start) * f64::from(step) / f64::from(steps), stretch.colour);
    }
    if is_long {
        columns.add(end + fade(end), Color32::TRANSPARENT);
    }
}

/// Adds cross-sections of four vertices, each joined to the one before.
struct Columns<'a> {
    mesh: &'a mut Mesh,
    placed: &'a Placed,
    half: f64,
    soft: f64,
    len: u32,
}

impl Columns<'_> {
    fn add(&mut self, angle: f64, colour: Color32) {
        let clear = Color32::TRANSPARENT;
        let first = self.mesh.vertices.len() as u32;
        let edges = [
            (-self.half - self.soft, clear),
            (-self.half + self.soft, colour),
            (self.half - self.soft, colour),
            (self.half + self.soft, clear),
        ];
        for (outward, colour) in edges {
            self.mesh.colored_vertex(self.placed.at_angle(angle, outward), colour);
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
