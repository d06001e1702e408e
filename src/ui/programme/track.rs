//! Draws the path: four stages of small days, filled as they are done, with a hand at today.

use eframe::egui::{
    Align2, Color32, CursorIcon, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::domain::programme::{Path, Stage, StageView};
use crate::ui::cx::Cx;
use crate::ui::theme::icon_font;
use crate::ui::widgets::shows_focus;
use crate::ui::{format, icons};

use super::words::{date, short_date, stage_name};

/// Height of a day, gaps between days and between rounds, in points.
const DAY: f32 = 12.0;
const GAP: f32 = 2.0;
const ROUND_GAP: f32 = 4.0;
/// Margins inside a stage, and the gap between stages, in points.
const PAD: Vec2 = vec2(8.0, 8.0);
const BETWEEN: f32 = 4.0;
/// Heights of the name above the days, with room for the hand, and of a line of dates below them, in points.
const NAME: f32 = 16.0;
const ABOVE: f32 = 12.0;
const BELOW: f32 = 8.0;
const LINE: f32 = 16.0;
/// Width from which the four stages stand in one row, in points; below, two and two.
const ONE_ROW: f32 = 460.0;
/// Rounds of a repeated stage drawn at most, the latest ones.
const MOST_ROUNDS: usize = 4;
/// Corner radius of a stage, and size of the sign that it opens, in points.
const RADIUS: f32 = 12.0;
const CARET: f32 = 12.0;
/// Half the width and the height of the hand, in points.
const HAND: Vec2 = vec2(4.0, 6.0);

/// Shows the track; gives back the stage that was clicked.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, path: &Path, opened: Option<Stage>) -> Option<Stage> {
    let columns = if is_whole_row(ui) { 4 } else { 2 };
    let sentence = sentence(cx, path);
    let mut clicked = None;
    let shown = ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(BETWEEN, BETWEEN);
        for row in path.stages.chunks(columns) {
            let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height_of(row)), Sense::hover());
            // The names stand in line with the rest of the card; the borders reach into its margin.
            let strip = strip.expand2(vec2(PAD.x, 0.0));
            for (view, place) in row.iter().zip(places(strip, row)) {
                if stage(ui, cx, path, view, (place, opened)) {
                    clicked = Some(view.stage);
                }
            }
        }
    });
    let response = shown.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &sentence));
    clicked
}

fn is_whole_row(ui: &Ui) -> bool {
    ui.max_rect().width() >= ONE_ROW
}

/// What the picture says, for those who cannot see it.
fn sentence(cx: &Cx<'_>, path: &Path) -> String {
    let place = match path.now() {
        Some(view) => {
            let values = [("day", path.day.into()), ("stage", stage_name(cx, view.stage).into())];
            cx.text.with("programme-sentence-in", &values)
        }
        None => cx.text.get("programme-sentence-after"),
    };
    let done = path.done.min(path.length);
    let values = [("length", path.length.into()), ("done", done.into()), ("where", place.into())];
    cx.text.with("programme-sentence", &values)
}

fn rounds_drawn(view: &StageView) -> usize {
    (view.rounds as usize).clamp(1, MOST_ROUNDS)
}

/// Lines of dates below the days: a second one where a stage ends on another day than planned.
fn date_lines(row: &[StageView]) -> f32 {
    if row.iter().any(|view| view.planned[1] != view.ends) { 2.0 } else { 1.0 }
}

fn height_of(row: &[StageView]) -> f32 {
    let rounds = row.iter().map(rounds_drawn).max().unwrap_or(1) as f32;
    2.0 * PAD.y + NAME + ABOVE + rounds * (DAY + ROUND_GAP) - ROUND_GAP + BELOW + date_lines(row) * LINE
}

/// A row's stages side by side, each as wide as its days; two in a row are equally wide, to stand below each other.
fn places(strip: Rect, row: &[StageView]) -> Vec<Rect> {
    let is_whole = row.len() > 2;
    let days = |view: &StageView| if is_whole { view.stage.days() } else { 1 };
    let shares: u32 = row.iter().map(days).sum();
    let gaps = BETWEEN * row.len().saturating_sub(1) as f32;
    let pads = if is_whole { 2.0 * PAD.x * row.len() as f32 } else { 0.0 };
    let share = (strip.width() - gaps - pads) / shares.max(1) as f32;
    let mut left = strip.left();
    let rects = row.iter().map(|view| {
        let width = days(view) as f32 * share + if is_whole { 2.0 * PAD.x } else { 0.0 };
        let rect = Rect::from_x_y_ranges(left..=left + width, strip.y_range());
        left += width + BETWEEN;
        rect
    });
    rects.collect()
}

/// One stage: a button with its name, its days and its dates; true when it was clicked.
fn stage(ui: &Ui, cx: &Cx<'_>, path: &Path, view: &StageView, (place, opened): (Rect, Option<Stage>)) -> bool {
    let theme = cx.theme;
    let is_open = opened == Some(view.stage);
    let response = ui.interact(place, ui.scope_id().with(("stage", view.stage)), Sense::click());
    let name = name(cx, view);
    response.widget_info(|| {
        let values = [
            ("stage", name.as_str().into()),
            ("done", view.done().into()),
            ("length", view.length.into()),
            ("steps", view.steps_done().into()),
        ];
        WidgetInfo::selected(Role::Button, true, is_open, cx.text.with("programme-stage-name", &values))
    });
    let painter = ui.painter().with_clip_rect(place.intersect(ui.clip_rect()));
    let warmth = ui.ctx().animate_bool_responsive(response.id, response.hovered());
    let border = if is_open { theme.border() } else { Stroke::NONE };
    painter.rect(place, RADIUS, theme.hover.gamma_multiply(warmth * 0.5), border, StrokeKind::Inside);
    let inside = place.shrink2(PAD);
    let (colour, caret) = if is_open { (theme.ink, icons::CARET_UP) } else { (theme.muted, icons::CARET_DOWN) };
    let named = painter.text(inside.left_top(), Align2::LEFT_TOP, name, theme.label.clone(), colour);
    if named.right() + CARET < inside.right() {
        let at = inside.right_top() + vec2(0.0, NAME / 2.0);
        painter.text(at, Align2::RIGHT_CENTER, caret, icon_font(CARET), theme.muted);
    }
    let band = Rect::from_min_max(inside.min + vec2(0.0, NAME + ABOVE), inside.max);
    let pointed = days(ui, cx, path, view, band);
    let below = band.top() + rounds_drawn(view) as f32 * (DAY + ROUND_GAP) - ROUND_GAP + BELOW;
    for (nth, line) in dates(cx, view).into_iter().enumerate() {
        let at = pos2(inside.left(), below + nth as f32 * LINE);
        painter.text(at, Align2::LEFT_TOP, line, theme.small.clone(), theme.muted);
    }
    if shows_focus(&response) {
        painter.rect_stroke(place, RADIUS, theme.focus_ring(), StrokeKind::Inside);
    }
    let is_clicked = response.clicked();
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if let Some(day) = pointed {
        response.on_hover_text_at_pointer(day);
    }
    is_clicked
}

fn name(cx: &Cx<'_>, view: &StageView) -> String {
    let stage = stage_name(cx, view.stage);
    if view.rounds == 1 {
        return stage;
    }
    cx.text.with("programme-stage-rounds", &[("stage", stage.into()), ("rounds", view.rounds.into())])
}

/// When the stage ended or is to be expected to end, and below, when it was planned to, where that differs.
fn dates(cx: &Cx<'_>, view: &StageView) -> Vec<String> {
    let [_, planned] = view.planned;
    let id = if view.is_finished() { "programme-ended" } else { "programme-ends" };
    let mut lines = vec![cx.text.with(id, &[("date", short_date(cx, view.ends).into())])];
    if planned != view.ends {
        let date = short_date(cx, planned);
        lines.push(cx.text.with("programme-was-planned", &[("date", date.into())]));
    }
    lines
}

/// The days of a stage, a row for each round; gives back the words for the one under the pointer.
fn days(ui: &Ui, cx: &Cx<'_>, path: &Path, view: &StageView, band: Rect) -> Option<String> {
    let (painter, theme) = (ui.painter(), cx.theme);
    let in_round = view.stage.days() as usize;
    let colour = theme.stage[view.stage.nth()];
    let first = (view.rounds as usize - rounds_drawn(view)) * in_round;
    // Where stages stand below each other, their days do too.
    let columns = if is_whole_row(ui) { in_round } else { Stage::Sustainability.days() as usize };
    let pitch = band.width() / columns.max(1) as f32;
    let (mut pointed, mut of_today) = (None, None);
    for nth in first..view.length as usize {
        let (row, column) = ((nth - first) / in_round, (nth - first) % in_round);
        let left = band.left() + (column as f32 * pitch).round();
        let right = band.left() + ((column + 1) as f32 * pitch).round() - GAP;
        let top = band.top() + row as f32 * (DAY + ROUND_GAP);
        let rect = Rect::from_x_y_ranges(left..=right, top..=top + DAY);
        let is_done = nth < view.days.len();
        let number = view.before + nth as u32 + 1;
        let is_today = number == path.day && path.current == Some(view.stage);
        of_today = of_today.or(is_today.then_some(rect));
        if is_done {
            painter.rect_filled(rect, 3.0, colour);
        } else if !is_today {
            // A day to come is an empty frame: told from one that is done by its shape too. Today has a frame of its own.
            painter.rect_stroke(rect, 3.0, Stroke::new(1.0, theme.outline), StrokeKind::Inside);
        }
        if ui.rect_contains_pointer(rect.expand2(vec2(GAP / 2.0, 6.0))) {
            pointed = Some(day_words(cx, view, nth, number));
        }
    }
    if let Some(rect) = of_today {
        today(ui, rect, theme.ink, theme.surface);
    }
    pointed
}

/// A hand above the day, and a ring around it, as on a watch.
fn today(ui: &Ui, rect: Rect, ink: Color32, ground: Color32) {
    let tip = pos2(rect.center().x, rect.top() - 3.0);
    let points = vec![tip, tip + vec2(-HAND.x, -HAND.y), tip + vec2(HAND.x, -HAND.y)];
    ui.painter().add(Shape::convex_polygon(points, ink, Stroke::NONE));
    ui.painter().rect_stroke(rect, 3.0, Stroke::new(1.0, ground), StrokeKind::Outside);
    ui.painter().rect_stroke(rect.expand(1.0), 4.0, Stroke::new(1.5, ink), StrokeKind::Outside);
}

fn day_words(cx: &Cx<'_>, view: &StageView, nth: usize, number: u32) -> String {
    let Some(day) = view.days.get(nth) else {
        return cx.text.with("programme-day-ahead", &[("day", number.into())]);
    };
    let length = format::duration(cx.text, u64::try_from(day.focus_secs).unwrap_or(0));
    let values = [("day", number.into()), ("date", date(cx, day.day).into()), ("length", length.into())];
    cx.text.with("programme-day-tip", &values)
}
