//! One coil under the pointer or the keyboard: which it is, how it is marked, and what it tells.

use eframe::egui::{
    EventFilter, Id, Key, Modifiers, Painter, PopupAnchor, Pos2, Response, Stroke, Tooltip, Ui, Vec2, vec2,
};

use super::paint::{self, Band};
use super::shape::Shape;
use crate::domain::insight::spring::{Coil, Coils};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::theme::Theme;
use crate::ui::widgets::words;

/// How much wider a marked coil is than its stroke, in points.
const MARK: f64 = 4.0;
/// Most characters of a note that a tooltip shows.
const NOTE_CHARS: usize = 160;

/// The coil at a place, measured from the centre.
pub(super) fn coil_at(shape: &Shape, coils: &Coils, from_centre: Vec2) -> Option<usize> {
    let secs = shape.secs(shape.nearest(from_centre.x, from_centre.y)?) as i64;
    let index = coils.coils.partition_point(|coil| coil.to_secs <= secs);
    (index < coils.coils.len()).then_some(index)
}

/// The coil the keyboard is on after the keys of this frame: arrows walk, Home and End go to the ends.
pub(super) fn walked(ui: &Ui, id: Id, coils: &Coils, on: Option<usize>) -> Option<usize> {
    let last = coils.coils.len().checked_sub(1)?;
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut at = on.unwrap_or(last).min(last);
    if pressed(Key::ArrowLeft) || pressed(Key::ArrowDown) {
        at = at.saturating_sub(1);
    }
    if pressed(Key::ArrowRight) || pressed(Key::ArrowUp) {
        at = (at + 1).min(last);
    }
    if pressed(Key::Home) {
        at = 0;
    }
    if pressed(Key::End) {
        at = last;
    }
    Some(at)
}

/// Marks a coil with an outline in ink.
pub(super) fn mark(painter: &Painter, theme: &Theme, shape: &Shape, centre: Pos2, coil: &Coil) {
    let (from_secs, to_secs) = (coil.from_secs as f64, coil.to_secs as f64);
    let wide = Band { from_secs, to_secs, width: shape.stroke + MARK, colour: theme.ink };
    paint::paint_band(painter, shape, centre, wide);
    let inset = shape.secs(1.5).min((to_secs - from_secs) / 4.0);
    let colour = theme.stage[coil.stage.min(3)];
    let inside = Band { from_secs: from_secs + inset, to_secs: to_secs - inset, width: shape.stroke - 1.0, colour };
    paint::paint_band(painter, shape, centre, inside);
    let middle = paint::point(shape, centre, shape.along(to_secs), shape.stroke);
    // A coil shorter than a point could not be seen otherwise.
    painter.circle_stroke(middle, 1.0, Stroke::new(1.0, theme.ink));
}

/// Where the tooltip of a coil points.
pub(super) fn tip_place(shape: &Shape, centre: Pos2, coil: &Coil) -> Pos2 {
    let middle = shape.along((coil.from_secs + coil.to_secs) as f64 / 2.0);
    paint::point(shape, centre, middle, shape.stroke) + vec2(4.0, 4.0)
}

/// Tells date, minutes and note of a coil beside it.
pub(super) fn tooltip(ui: &Ui, cx: &Cx<'_>, response: &Response, at: Pos2, coil: &Coil) {
    let lines = words_of(cx, coil);
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id.with("coil"), PopupAnchor::Position(at)).show(
        |ui| {
            ui.set_max_width(260.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            for (nth, line) in lines.iter().enumerate() {
                let (font, colour) =
                    if nth == 0 { (&cx.theme.strong, cx.theme.ink) } else { (&cx.theme.body, cx.theme.muted) };
                words(ui, line, font, colour);
            }
        },
    );
}

/// What a coil stands for: its day, its length, and what was noted.
pub(super) fn words_of(cx: &Cx<'_>, coil: &Coil) -> Vec<String> {
    let length = format::duration(cx.text, u64::try_from(coil.to_secs - coil.from_secs).unwrap_or(0));
    let how_much = if coil.sessions > 1 {
        let values = [("length", length.into()), ("sessions", coil.sessions.into())];
        cx.text.with("focus-coil-sessions", &values)
    } else {
        length
    };
    let mut lines = vec![format::day(cx.text, coil.day, cx.today), how_much];
    if let Some(session) = cx.model.sessions.get(coil.session) {
        let done = session.done.join(", ");
        let told = [&session.note, &done, &session.intention];
        if let Some(told) = told.into_iter().find(|told| !told.is_empty()) {
            lines.push(cut(told));
        }
    }
    lines
}

fn cut(text: &str) -> String {
    if text.chars().count() <= NOTE_CHARS {
        return text.to_owned();
    }
    text.chars().take(NOTE_CHARS).chain(['…']).collect()
}
