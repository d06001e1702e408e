//! The wordings of the identity: since when the present one holds, what it was before, and the sessions of those days.

use eframe::egui::{Align, Layout, Rect, Ui, UiBuilder, vec2};

use crate::domain::goal::Goal;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::programme::date;
use crate::ui::widgets;

use super::books::Books;

/// Earlier wordings shown at most.
const MOST_EARLIER: usize = 3;

/// "Why" at the end of the field's label, whose line starts at the cursor.
pub fn why_beside(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let place = Rect::from_min_size(ui.cursor().min - vec2(0.0, 4.0), vec2(ui.available_width(), 24.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().id_salt("identity why").max_rect(place).layout(layout));
    why(&mut line, cx, Strategy::Identity, out);
}

/// Shows them below the field, newest first.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, books: &Books) {
    if let Some(held) = books.wordings.first().filter(|held| held.text == goal.identity.trim()) {
        let values = [("date", date(cx, held.from).into()), ("sessions", sessions(cx, held.sessions).into())];
        widgets::small(ui, cx.theme, &cx.text.with("programme-identity-since", &values));
    }
    let earlier = books.wordings.iter().filter(|held| held.text != goal.identity.trim());
    for held in earlier.take(MOST_EARLIER) {
        let to = held.to.unwrap_or(cx.today);
        let values = [
            ("from", date(cx, held.from).into()),
            ("to", date(cx, to).into()),
            ("sessions", sessions(cx, held.sessions).into()),
        ];
        widgets::body(ui, cx.theme, &held.text);
        widgets::small(ui, cx.theme, &cx.text.with("programme-identity-earlier", &values));
    }
}

fn sessions(cx: &Cx<'_>, sessions: u32) -> String {
    cx.text.with("programme-identity-sessions", &[("sessions", sessions.into())])
}
