//! The wordings of the identity: since when the present one holds, what it was before, and the votes for each.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::goal::Goal;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::programme::date;
use crate::ui::widgets;

use super::books::Books;

/// Earlier wordings shown at most.
const MOST_EARLIER: usize = 3;

/// Shows them below the field, newest first.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, books: &Books, out: &mut Outbox) {
    let size = vec2(ui.available_width(), 24.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        why(ui, cx, Strategy::Identity, out);
        let held = books.wordings.first().filter(|held| held.text == goal.identity.trim());
        if let Some(held) = held {
            let values = [("date", date(cx, held.from).into()), ("votes", votes(cx, held.sessions).into())];
            let line = cx.text.with("programme-identity-since", &values);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| widgets::small(ui, cx.theme, &line));
        }
    });
    let earlier = books.wordings.iter().filter(|held| held.text != goal.identity.trim());
    for held in earlier.take(MOST_EARLIER) {
        let to = held.to.unwrap_or(cx.today);
        let values = [
            ("from", date(cx, held.from).into()),
            ("to", date(cx, to).into()),
            ("votes", votes(cx, held.sessions).into()),
        ];
        widgets::body(ui, cx.theme, &held.text);
        widgets::small(ui, cx.theme, &cx.text.with("programme-identity-earlier", &values));
    }
}

fn votes(cx: &Cx<'_>, sessions: u32) -> String {
    cx.text.with("programme-votes", &[("sessions", sessions.into())])
}
