//! One coil under the pointer or the keyboard: which it is, how it is marked, and what it tells.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Painter, PopupAnchor, Pos2, Response, Tooltip, Ui, Vec2, vec2};

use super::paint::{self, Band, Placed};
use crate::domain::insight::spring::{Coil, Coils};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::theme::Theme;
use crate::ui::widgets::words;

/// How much wider a marked coil is than its stroke, in points.
const MARK: f64 = 4.0;
/// Least length of a marked coil, in points.
const MARK_LEAST: f64 = 6.0;
/// Most characters of a note that a tooltip shows.
const NOTE_CHARS: usize = 160;

/// The coil at a place, measured from the centre.
pub(super) fn coil_at(placed: &Placed, coils: &Coils, from_centre: Vec2) -> Option<usize> {
    coils.under(placed.winding.secs_under([from_centre.x, from_centre.y])? as i64)
}

/// The coil the keyboard is on after the keys of this frame: arrows walk, Home and End go to the ends.
pub(super) fn walked(ui: &Ui, id: Id, coils: &Coils, on: Option<usize>) -> Option<usize> {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let steps = [
        (Key::ArrowLeft, -1),
        (Key::ArrowDown, -1),
        (Key::ArrowRight, 1),
        (Key::ArrowUp, 1),
        (Key::Home, -isize::MAX),
        (Key::End, isize::MAX),
    ];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let taken: Vec<isize> = steps.into_iter().filter(|(key, _)| pressed(*key)).map(|(_, step)| step).collect();
    // The keyboard comes in at the newest coil.
    let on = on.or_else(|| coils.step(None, 0));
    taken.into_iter().fold(on, |on, step| coils.step(on, step))
}

/// Marks a coil with an outline in ink.
pub(super) fn mark(painter: &Painter, theme: &Theme, placed: &Placed, coil: &Coil) {
    let winding = &placed.winding;
    let (from_secs, to_secs) = (coil.from_secs as f64, coil.to_secs as f64);
    // A coil shorter than a few points could not be seen otherwise.
    let grown = (MARK_LEAST * winding.secs_per_px - (to_secs - from_secs)).max(0.0) / 2.0;
    let (from_secs, to_secs) = ((from_secs - grown).max(0.0), to_secs + grown);
    let wide = Band { from_secs, to_secs, width: winding.stroke_px + MARK, colour: theme.ink };
    paint::paint_band(painter, placed, wide);
    let inset = 2.0 * winding.secs_per_px;
    let colour = theme.stage[coil.stage.min(3)];
    let inside = Band { from_secs: from_secs + inset, to_secs: to_secs - inset, width: winding.stroke_px, colour };
    paint::paint_band(painter, placed, inside);
}

/// Where the tooltip of a coil points.
pub(super) fn tip_place(placed: &Placed, coil: &Coil) -> Pos2 {
    placed.at((coil.from_secs + coil.to_secs) as f64 / 2.0, placed.winding.stroke_px) + vec2(4.0, 4.0)
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
    let day = |day| format::day(cx.text, day, cx.today);
    let days = if coil.day == coil.last_day {
        day(coil.day)
    } else {
        let values = [("first", day(coil.day).into()), ("last", day(coil.last_day).into())];
        cx.text.with("date-range", &values)
    };
    let mut lines = vec![days, how_much];
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
