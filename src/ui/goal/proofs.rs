//! Proofs: the lines that speak for the identity, one vote a session.

use eframe::egui::Ui;

use crate::domain::goal::Goal;
use crate::ui::cx::Cx;
use crate::ui::{format, widgets};

use super::books::Books;
use super::row::{FEW, Shown, more_link, row, rows};

/// Shows the votes and the proof lines.
pub fn ui(ui: &mut Ui, cx: &Cx, goal: &Goal, books: &Books, shown: &mut Shown) {
    let sessions = books.figures.sessions;
    let identity = goal.identity.trim();
    let words = match (sessions, identity) {
        (0, _) => cx.text.get("goal-votes-none"),
        (_, "") => cx.text.with("goal-votes", &[("sessions", sessions.into())]),
        _ => cx.text.with("goal-votes-for", &[("sessions", sessions.into()), ("identity", identity.into())]),
    };
    widgets::strong(ui, cx.theme, &words);
    if books.proofs.is_empty() {
        widgets::muted(ui, cx.theme, &cx.text.get("goal-proofs-none"));
    }
    rows(ui, "proofs", *shown, books.proofs.len(), |ui, nth| {
        if let Some((day, line)) = books.proofs.get(nth) {
            row(ui, cx, line, &format::day(cx.text, *day, cx.today), |_| ());
        }
    });
    more_link(ui, cx, shown, [FEW, books.proofs.len()]);
}
