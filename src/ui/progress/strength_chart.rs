//! Draws strength as one line from 0 to 100 %.

use chrono::NaiveDate;
use eframe::egui::{Align2, Mesh, Pos2, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::PlotPoint;

use crate::ui::charts::{Axes, ChartCard, Column, Mark, View, day_marks, plot, table};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::format;
use crate::ui::outbox::Outbox;

use super::view::PageView;

/// Most points of the line; more days are thinned out.
const MOST_POINTS: usize = 600;
/// Room for one mark of days, in points.
const MARK_ROOM: f32 = 64.0;
/// Room for the figure at the end of the line, in points.
const LABEL: f32 = 48.0;
/// Days from which the line says how it moved.
const DAYS_TO_TELL: usize = 7;

/// Shows the chart in its card, `height` points high.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &PageView, shown: &mut View, height: f32, out: &mut Outbox) {
    let sentence = sentence(cx, view);
    let title = cx.text.get("progress-strength");
    let card = ChartCard { theme: cx.theme, text: cx.text, title: &title, sentence: &sentence };
    card.show(
        ui,
        shown,
        |ui| {
            ui.add_space(8.0);
            why(ui, cx, Strategy::Consistency, out);
        },
        |ui, shown| match shown {
            View::Picture => picture(ui, cx, view, &sentence, height),
            View::Table => figures(ui, cx, view, height),
        },
    );
}

fn picture(ui: &mut Ui, cx: &Cx, view: &PageView, sentence: &str, height: f32) {
    let period = view.period;
    let percent = |share: f64| Mark::new(share, format::percent(cx.text, share));
    let room = (ui.available_width() / MARK_ROOM) as usize;
    let axes = Axes {
        x: 0.0..=period.count_days() as f64,
        top: 1.0,
        x_marks: day_marks(cx.text, period.from, period.to, room),
        y_marks: [0.0, 0.25, 0.5, 0.75, 1.0].map(percent).to_vec(),
        height,
    };
    let at = |day: NaiveDate| (day - period.from).num_days() as f64 + 0.5;
    let (response, transform) = plot(ui, cx.theme, "strength", sentence, &axes, |painter, transform| {
        let every = view.strength.len().div_ceil(MOST_POINTS).max(1);
        let last = view.strength.len().saturating_sub(1);
        let thinned = view.strength.iter().enumerate().filter(|(nth, _)| nth % every == 0 || *nth == last);
        let points: Vec<Pos2> = thinned
            .map(|(_, (day, strength))| transform.position_from_point(&PlotPoint::new(at(*day), *strength)))
            .collect();
        let colour = cx.theme.stage[3];
        let base = transform.position_from_point_y(0.0);
        painter.add(area(&points, base, colour.gamma_multiply(0.12)));
        painter.add(Shape::line(points.clone(), Stroke::new(2.5, colour)));
        if let Some(end) = points.last() {
            painter.circle(*end, 5.0, colour, Stroke::new(2.0, cx.theme.surface));
            // Where the line ends at the edge, the large figure above says it already.
            if end.x + LABEL < transform.frame().right() {
                let words = format::percent(cx.text, view.counters.strength);
                let place = *end + vec2(10.0, 0.0);
                painter.text(place, Align2::LEFT_CENTER, words, cx.theme.label.clone(), cx.theme.ink);
            }
        }
    });
    let Some(pointer) = response.hover_pos() else { return };
    let nth = transform.value_from_position(pointer).x;
    let hit = view.strength.iter().find(|(day, _)| (at(*day) - nth).abs() <= 0.5);
    if let Some((day, strength)) = hit {
        let values = [
            ("date", format::date_short(cx.text, *day).into()),
            ("percent", format::percent(cx.text, *strength).into()),
        ];
        response.on_hover_text_at_pointer(cx.text.with("progress-strength-day", &values));
    }
}

/// The area under a line, down to `base`.
fn area(points: &[Pos2], base: f32, colour: eframe::egui::Color32) -> Shape {
    let mut mesh = Mesh::default();
    for (nth, point) in points.iter().enumerate() {
        mesh.colored_vertex(*point, colour);
        mesh.colored_vertex(pos2(point.x, base), colour);
        if nth > 0 {
            let corner = 2 * nth as u32;
            mesh.add_triangle(corner - 2, corner - 1, corner);
            mesh.add_triangle(corner - 1, corner, corner + 1);
        }
    }
    Shape::mesh(mesh)
}

fn figures(ui: &mut Ui, cx: &Cx, view: &PageView, height: f32) {
    let columns =
        [Column::new(cx.text.get("progress-table-day"), 1.6), Column::new(cx.text.get("progress-strength"), 1.0)];
    let rows = &view.strength;
    table(ui, cx.theme, "strength table", height, &columns, rows.len(), |row, column| {
        let (day, strength) = rows[rows.len() - 1 - row];
        if column == 0 { format::day(cx.text, day, cx.today) } else { format::percent(cx.text, strength) }
    });
}

fn sentence(cx: &Cx, view: &PageView) -> String {
    let counters = &view.counters;
    let Some((_, then)) = counters.strength_then.filter(|_| view.strength.len() >= DAYS_TO_TELL) else {
        return cx.text.get("progress-strength-start");
    };
    let points = (counters.strength * 100.0).round() - (then * 100.0).round();
    let id = match points {
        points if points > 0.0 => "progress-strength-rose",
        points if points < 0.0 => "progress-strength-eased",
        _ => "progress-strength-held",
    };
    let values =
        [("then", format::percent(cx.text, then).into()), ("now", format::percent(cx.text, counters.strength).into())];
    cx.text.with(id, &values)
}
