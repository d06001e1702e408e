//! The small "why" beside a strategy, alone or at the end of a heading.

use eframe::egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::Strategy;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::Button;

/// Height of the first line of a heading, and least gap before "why", in points.
const LINE: f32 = 16.0;
const GAP: f32 = 8.0;
/// Height of "why", in points; it reaches over the line it stands in.
const HEIGHT: f32 = 24.0;

/// Shows "why"; a click opens the card.
pub fn why(ui: &mut Ui, cx: &Cx<'_>, strategy: Strategy, out: &mut Outbox) {
    let name = named(cx, strategy);
    let words = cx.text.get("evidence-why");
    let shown = ui.add(button(cx, &words)).accessible_name(&name).on_hover_text(name);
    if shown.clicked() {
        out.run(Command::ShowEvidence(strategy));
    }
}

fn named(cx: &Cx<'_>, strategy: Strategy) -> String {
    cx.text.with("evidence-why-named", &[("what", strategy.name(cx.text).into())])
}

/// A heading with "why" at the end of its line; the line is no higher for it.
pub fn with_why(ui: &mut Ui, cx: &Cx<'_>, strategy: Strategy, out: &mut Outbox, heading: impl FnOnce(&mut Ui)) {
    let (start, width) = (ui.cursor().min, ui.available_width());
    let taken = button(cx, &cx.text.get("evidence-why")).width(ui);
    let room = Rect::from_min_size(start, vec2((width - taken - GAP).max(0.0), LINE));
    let mut left = ui.new_child(UiBuilder::new().id_salt(("heading", strategy)).max_rect(room));
    heading(&mut left);
    let height = left.min_rect().height();
    let line = Rect::from_min_size(pos2(start.x, start.y + (LINE - HEIGHT) / 2.0), vec2(width, HEIGHT));
    let at_end = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt(("why", strategy)).max_rect(line).layout(at_end));
    why(&mut right, cx, strategy, out);
    ui.advance_cursor_after_rect(Rect::from_min_size(start, vec2(width, height.max(LINE))));
}

fn button<'a>(cx: &Cx<'a>, words: &'a str) -> Button<'a> {
    Button::aside(cx.theme, words).icon(icons::QUESTION)
}
