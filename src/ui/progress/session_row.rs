//! One session in the list: when, how long, how it ended, what it was about.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CursorIcon, FontId, Galley, Rect, Response, RichText, Role, Sense, StrokeKind, TextWrapMode, Ui,
    WidgetInfo, WidgetText, pos2,
};

use crate::domain::session::{Ended, Session};
use crate::ui::cx::Cx;
use crate::ui::theme::icon_font;
use crate::ui::widgets::shows_focus;
use crate::ui::{format, icons};

use super::session_edit::start_time;

/// Height of a row, in points.
pub const ROW: f32 = 56.0;
/// Where the length and the words begin, in points; closer together where room is scarce.
const LENGTH_AT: f32 = 64.0;
const WORDS_AT: f32 = 216.0;
const WORDS_AT_NARROW: f32 = 168.0;
const NARROW: f32 = 480.0;
/// Room for one mark at the right end, in points.
const MARK: f32 = 24.0;
const PAD: f32 = 8.0;

/// Shows a session in `rect` as one button; `counted` is in the measure's unit.
pub fn ui(ui: &mut Ui, cx: &Cx, rect: Rect, session: &Session, counted: Option<f64>) -> Response {
    let response = ui.interact(rect, ui.make_persistent_id(("session", session.id)), Sense::click());
    let count = count_words(cx, session, counted);
    let about = about(session);
    let ended = ended_words(cx, session);
    let lines = Lines {
        length: format::duration(cx.text, session.focus_secs().unsigned_abs()),
        plan: plan_words(cx, session),
        is_told: about.is_some(),
        about: about.unwrap_or_else(|| cx.text.get("progress-no-note")),
        rest: match count {
            Some(count) => cx.text.with("list-dot", &[("first", ended.into()), ("second", count.into())]),
            None => ended,
        },
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(cx, session, &lines)));
    if ui.is_rect_visible(rect) {
        paint(ui, cx, rect, session, &response, &lines);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

struct Lines {
    length: String,
    plan: String,
    /// What it was about, or that this was not told.
    about: String,
    is_told: bool,
    rest: String,
}

/// What a screen reader says of the row: all that stands in it, the marks at its right end in words.
fn name(cx: &Cx, session: &Session, lines: &Lines) -> String {
    let mark = |is_set: bool, id: &str| if is_set { cx.text.get(id) } else { String::new() };
    let parts = [
        lines.length.clone(),
        lines.about.clone(),
        lines.rest.clone(),
        mark(!session.note.is_empty(), "progress-mark-note"),
        mark(!session.proof.is_empty(), "progress-mark-proof"),
        mark(!session.clock.is_steady(), "progress-mark-clock"),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).fold(format::clock(start_time(session)), |said, part| {
        cx.text.with("list-comma", &[("first", said.into()), ("second", part.into())])
    })
}

fn paint(ui: &Ui, cx: &Cx, rect: Rect, session: &Session, response: &Response, lines: &Lines) {
    let theme = cx.theme;
    if response.hovered() || shows_focus(response) {
        ui.painter().rect_filled(rect, 12.0, theme.hover);
    }
    let (upper, lower) = (rect.top() + 18.0, rect.top() + 38.0);
    let place = |x: f32, y: f32, to: f32, words: &str, font: &FontId, colour: Color32| {
        let galley = line(ui, words, font, colour, to - x);
        ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, colour);
    };
    let words_at = rect.left() + if rect.width() < NARROW { WORDS_AT_NARROW } else { WORDS_AT };
    let length_at = rect.left() + PAD + LENGTH_AT;
    let end = marks(ui, cx, rect, session);
    let time = format::clock(start_time(session));
    place(rect.left() + PAD, upper, length_at, &time, &theme.body, theme.muted);
    place(length_at, upper, words_at, &lines.length, &theme.strong, theme.ink);
    place(length_at, lower, words_at - 8.0, &lines.plan, &theme.small, theme.muted);
    place(words_at, upper, end, &lines.about, &theme.body, if lines.is_told { theme.ink } else { theme.muted });
    place(words_at, lower, end, &lines.rest, &theme.small, theme.muted);
    if shows_focus(response) {
        ui.painter().rect_stroke(rect.shrink(1.0), 12.0, theme.focus_ring(), StrokeKind::Inside);
    }
}

/// Marks of a note, a proof and a changed clock at the right end; gives back where they begin.
fn marks(ui: &Ui, cx: &Cx, rect: Rect, session: &Session) -> f32 {
    let has = [
        (true, icons::CARET_RIGHT),
        (!session.note.is_empty(), icons::NOTE_PENCIL),
        (!session.proof.is_empty(), icons::HEART),
        (!session.clock.is_steady(), icons::CLOCK),
    ];
    let mut x = rect.right() - PAD;
    for (_, icon) in has.into_iter().filter(|(is_set, _)| *is_set) {
        let at = pos2(x, rect.center().y);
        ui.painter().text(at, Align2::RIGHT_CENTER, icon, icon_font(16.0), cx.theme.muted);
        x -= MARK;
    }
    x
}

/// One line of words, cut with "…" at `width` points.
pub fn line(ui: &Ui, words: &str, font: &FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let words = WidgetText::from(RichText::new(words).font(font.clone()).color(colour));
    words.into_galley(ui, Some(TextWrapMode::Truncate), width.max(0.0), font.clone())
}

/// What the session was about: what got done, else the intention, else the note.
fn about(session: &Session) -> Option<String> {
    let done = session.done.join(", ");
    let first_of_note = session.note.lines().next().unwrap_or_default();
    [done.as_str(), session.intention.as_str(), first_of_note]
        .into_iter()
        .find(|words| !words.trim().is_empty())
        .map(str::to_owned)
}

/// How a session ended: "earned".
pub fn ended_words(cx: &Cx, session: &Session) -> String {
    cx.text.get(match session.ended {
        Ended::Earned => "progress-ended-earned",
        Ended::Early => "progress-ended-early",
        Ended::Interrupted => "progress-ended-interrupted",
        Ended::Added => "progress-ended-added",
    })
}

/// Planned time and overtime: "15 planned, 3 over".
fn plan_words(cx: &Cx, session: &Session) -> String {
    if session.ended == Ended::Added {
        return String::new();
    }
    let planned = session.planned_secs / 60;
    let over = session.overtime_secs() / 60;
    let values = [("planned", planned.into()), ("over", over.into())];
    cx.text.with(if over > 0 { "progress-planned-over" } else { "progress-planned" }, &values)
}

/// Length with plan: "18 min (15 planned, 3 over)".
pub fn length_words(cx: &Cx, session: &Session) -> String {
    let length = format::duration(cx.text, session.focus_secs().unsigned_abs());
    let plan = plan_words(cx, session);
    if plan.is_empty() {
        return length;
    }
    cx.text.with("list-comma", &[("first", length.into()), ("second", plan.into())])
}

fn count_words(cx: &Cx, session: &Session, counted: Option<f64>) -> Option<String> {
    let measure = cx.model.goals.get(session.goal)?.measure.as_ref()?;
    let values = [("amount", format::decimal(counted?, 1).into()), ("unit", measure.unit.as_str().into())];
    Some(cx.text.with("progress-amount", &values))
}
