//! The question after a gap: what was the time in which Mainspring did not run?

use chrono::{DateTime, Duration, Utc};
use eframe::egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::figures::{self, Line};
use super::layout::{block, take_bottom};
use super::running::minutes_of;
use crate::domain::Action;
use crate::domain::time::local_time;
use crate::domain::timer::{GapAnswer, Running, TimerAction};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::spring::{Live, Pace, Spring};
use crate::ui::widgets::{Button, body, card, muted, subtitle};
use crate::ui::{format, icons};

const WIDTH: f32 = 560.0;
const BUTTON_WIDTH: f32 = 148.0;
const BUTTON_HEIGHT: f32 = 44.0;
/// Below this width what an answer does stands below its button, in points.
const NARROW: f32 = 400.0;
/// Height of the question, and least height of the spring above it where there is room for both, in points.
const CARD: f32 = 288.0;
const SPRING_LEAST: f32 = 240.0;

/// Asks, with what each answer does; the spring stands above where there is room.
pub(super) fn ui(
    spring: &mut Spring,
    ui: &mut Ui,
    cx: &Cx<'_>,
    running: &Running,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    rect: Rect,
    out: &mut Outbox,
) {
    let mut above = rect;
    let mut below = rect;
    if rect.height() >= CARD + SPRING_LEAST {
        below = take_bottom(&mut above, CARD);
        let planned_secs = i64::from(running.planned_secs);
        let live = Live { focus_secs: running.focus_secs(cx.now), planned_secs, pace: Pace::Still };
        let middle = spring.ui(ui, cx, above.shrink2(vec2(0.0, 12.0)), Some(live), out);
        let title = cx.text.get("focus-paused");
        figures::paint(ui, &middle, &[Line::new(title, &cx.theme.figure, cx.theme.muted)]);
    }
    let size = vec2(WIDTH.min(below.width() - 32.0), below.height());
    let room = Rect::from_center_size(below.center(), size);
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        ScrollArea::vertical().id_salt("gap").auto_shrink(false).show(ui, |ui| {
            ui.add_space(8.0);
            card(ui, cx.theme, |ui| question(ui, cx, running, (from, to), out));
        });
    });
}

fn question(ui: &mut Ui, cx: &Cx<'_>, running: &Running, (from, to): (DateTime<Utc>, DateTime<Utc>), out: &mut Outbox) {
    let (text, theme) = (cx.text, cx.theme);
    let ahead = Duration::seconds(running.ahead_secs);
    let (from_wall, to_wall) = moments(cx, from - ahead, to - ahead);
    let focus = running.focus_secs(cx.now);
    let gap_secs = (to - from).num_seconds();
    let values = [("from", from_wall.as_str().into()), ("to", to_wall.as_str().into())];
    subtitle(ui, theme, &text.with("focus-gap-title", &values));
    let values = [("focus", minutes_of(cx, focus).into()), ("gap", minutes_of(cx, gap_secs).into())];
    muted(ui, theme, &text.with("focus-gap-lead", &values));
    let is_narrow = ui.available_width() < NARROW;
    ui.add_space(if is_narrow { 0.0 } else { 8.0 });
    let left = (i64::from(running.planned_secs) - focus).max(0);
    let count_note = match left.min(gap_secs) {
        0 => text.get("focus-gap-count-none"),
        counted if counted == left => counted_words(cx, "focus-gap-count-end", counted),
        counted => counted_words(cx, "focus-gap-count-all", counted),
    };
    let leave_values = [("from", from_wall.as_str().into()), ("focus", minutes_of(cx, focus).into())];
    let continue_note = if left > 0 {
        text.with("focus-gap-continue-note", &[("left", minutes_of(cx, left).into())])
    } else {
        text.get("focus-gap-continue-over")
    };
    let answers = [
        (GapAnswer::Count, "focus-gap-count", icons::CHECK, count_note),
        (GapAnswer::LeaveOut, "focus-gap-leave", icons::STOP, text.with("focus-gap-leave-note", &leave_values)),
        (GapAnswer::Continue, "focus-gap-continue", icons::PLAY, continue_note),
    ];
    for (answer, id, icon, note) in answers {
        let label = text.get(id);
        ui.add_space(if is_narrow { 0.0 } else { 4.0 });
        if answer_row(ui, cx, &label, icon, &note) {
            out.act(Action::Timer(TimerAction::Answer(answer)));
        }
    }
}

fn counted_words(cx: &Cx<'_>, id: &str, counted_secs: i64) -> String {
    cx.text.with(id, &[("counted", minutes_of(cx, counted_secs).into())])
}

/// A button, and beside it (below it where it is narrow) what it does.
fn answer_row(ui: &mut Ui, cx: &Cx<'_>, label: &str, icon: &str, note: &str) -> bool {
    let button = Button::pill(cx.theme, label).icon(icon).min_width(BUTTON_WIDTH);
    if ui.available_width() < NARROW {
        ui.spacing_mut().item_spacing.y = 4.0;
        let clicked = ui.add(button).clicked();
        body(ui, cx.theme, note);
        return clicked;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let clicked = ui.add(button).clicked();
        let room = (ui.available_width(), BUTTON_HEIGHT);
        block(ui, note, &cx.theme.body, cx.theme.ink, room);
        clicked
    })
    .inner
}

/// Both moments on the wall clock, with their days when they differ or lie back.
fn moments(cx: &Cx<'_>, from: DateTime<Utc>, to: DateTime<Utc>) -> (String, String) {
    let (from, to) = (local_time(from, cx.now.offset), local_time(to, cx.now.offset));
    let is_today = from.date() == cx.now.local().date() && to.date() == from.date();
    let shown = |at: chrono::NaiveDateTime| {
        let time = format::clock(at.time());
        if is_today {
            return time;
        }
        let day = format::date_short(cx.text, at.date());
        cx.text.with("focus-gap-moment", &[("day", day.into()), ("time", time.into())])
    };
    (shown(from), shown(to))
}
