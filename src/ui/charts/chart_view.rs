//! A chart on screen: what it draws, and the place in it that the pointer or the arrow keys are at.

use eframe::egui::{
    EventFilter, Id, Key, Modifiers, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::layers::Canvas;
use super::plot::{BELOW, plot};
use crate::exchange::chart::{Chart, EventKind, Layer, Point};
use crate::ui::cx::Cx;

/// What a picture said and what was chosen in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What the place the keyboard is at says; it has no pointer to hover with, so the sentence says it.
    pub said: Option<String>,
    /// The place that was clicked, or entered with the keyboard.
    pub chosen: Option<Point>,
}

/// Shows a chart, `height` points high; `words` says everything about a place that has something.
pub(super) fn chart_view(
    ui: &mut Ui,
    cx: &Cx,
    chart: &Chart,
    height: f32,
    words: &dyn Fn(Point) -> Option<String>,
) -> Told {
    let (response, transform) = plot(ui, cx.theme, chart, height, |painter, transform| {
        let canvas = Canvas { painter, transform, theme: cx.theme };
        canvas.stretches(chart);
        canvas.layers(chart);
        canvas.events(chart);
    });
    let pointed = response.hover_pos().map(|pointer| transform.value_from_position(pointer));
    let pointed = pointed.and_then(|at| snapped(chart, [at.x, at.y]));
    let walked = if response.has_focus() { walk(ui, chart, response.id) } else { None };
    if response.has_focus() {
        let canvas = Canvas { painter: ui.painter(), transform: &transform, theme: cx.theme };
        // Around the names of the axes too: through them it would hide them.
        let upper = pos2(ui.max_rect().left(), response.rect.top());
        let lower = response.rect.right_bottom() + vec2(0.0, BELOW);
        let ring = Rect::from_min_max(upper, lower).expand(4.0);
        ui.painter().rect_stroke(ring, 4.0, cx.theme.focus_ring(), StrokeKind::Outside);
        if let Some(at) = walked {
            canvas.cursor(chart, at);
        }
    }
    let said = walked.and_then(|at| all_words(chart, at, words));
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, said.as_deref().unwrap_or(&chart.names.sentence)));
    let chosen = pointed.or(walked).filter(|_| response.clicked());
    hover(response, pointed.and_then(|at| all_words(chart, at, words)));
    Told { said, chosen }
}

fn hover(response: Response, words: Option<String>) {
    if let Some(words) = words {
        response.on_hover_text_at_pointer(words);
    }
}

/// What a place says, with the names of what happened there.
fn all_words(chart: &Chart, at: Point, words: &dyn Fn(Point) -> Option<String>) -> Option<String> {
    let events = chart.events_at(at[0]).filter(|event| event.kind != EventKind::Today && !event.name.is_empty());
    let lines: Vec<String> = words(at).into_iter().chain(events.map(|event| event.name.clone())).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn rows(chart: &Chart) -> Option<u16> {
    chart.layers().iter().find_map(|layer| match layer {
        Layer::Tiles { rows, .. } => Some(*rows),
        _ => None,
    })
}

/// The place meant by a point: the middle of a tile or a day, else the nearest place with a figure.
fn snapped(chart: &Chart, [x, y]: Point) -> Option<Point> {
    if x < chart.x.from || x > chart.x.to {
        return None;
    }
    if rows(chart).is_some() {
        return Some([x.floor() + 0.5, y.floor() + 0.5]);
    }
    if chart.first_day.is_some() {
        return Some([x.floor() + 0.5, y]);
    }
    let stops = chart.stops();
    stops.into_iter().min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs())).map(|stop| [stop, y])
}

/// Moves with the arrow keys, Home and End; gives back the place the keyboard is at then.
fn walk(ui: &Ui, chart: &Chart, id: Id) -> Option<Point> {
    let rows = rows(chart);
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: rows.is_some(), ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let stops = chart.stops();
    let last = stops.len().checked_sub(1)?;
    let today =
        chart.events.iter().find(|event| event.kind == EventKind::Today).map_or(f64::INFINITY, |event| event.at);
    let top = rows.map_or(0.0, |rows| f64::from(rows) - 0.5);
    let [x, mut y] = ui.data(|data| data.get_temp(id)).unwrap_or([today, top]);
    // The place may be gone since: another range is shown.
    let mut nth = stops.partition_point(|stop| *stop <= x + 1e-9).saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowLeft) {
        nth = nth.saturating_sub(1);
    }
    if pressed(Key::ArrowRight) {
        nth = (nth + 1).min(last);
    }
    if pressed(Key::Home) {
        nth = 0;
    }
    if pressed(Key::End) {
        nth = last;
    }
    if rows.is_some() && pressed(Key::ArrowUp) {
        y += 1.0;
    }
    if rows.is_some() && pressed(Key::ArrowDown) {
        y -= 1.0;
    }
    let place: Point = [stops[nth], y.clamp(top.min(0.5), top)];
    ui.data_mut(|data| data.insert_temp(id, place));
    Some(place)
}

impl Canvas<'_> {
    /// The place the keyboard is at.
    fn cursor(&self, chart: &Chart, [x, y]: Point) {
        if rows(chart).is_some() {
            let (upper, lower) = (self.at([x - 0.5, y + 0.5]), self.at([x + 0.5, y - 0.5]));
            let place = Rect::from_two_pos(upper, lower);
            self.painter.rect_stroke(place, 3.0, self.theme.focus_ring(), StrokeKind::Middle);
            return;
        }
        let (top, bottom) = (self.transform.frame().top(), self.at([x, chart.y().from]).y);
        self.painter.vline(self.at([x, 0.0]).x, top..=bottom, Stroke::new(1.0, self.theme.accent_text));
    }
}
