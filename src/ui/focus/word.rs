//! The pledge whose last day it is, or was in this week: its words, and what became of it in one click.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::people::PeopleAction;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::people::{outcomes, pledge_left};
use crate::ui::widgets::{card, section, small, strong};

/// Days after its last one on which it is asked for here; later it waits in the People room.
const DAYS_AFTER: i64 = 7;

/// Shows the card, unless a session runs or no pledge ends.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let ending = cx.derived.people.pledges.iter().find(|state| (-DAYS_AFTER..=0).contains(&state.days_left));
    let Some(state) = ending.filter(|_| cx.model.running.is_none()) else { return };
    let Some(pledge) = cx.model.pledges.get(state.id) else { return };
    card(ui, cx.theme, |ui| {
        section(ui, cx.theme, &cx.text.get("people-pledges"));
        strong(ui, cx.theme, &cx.text.with("people-pledge-words", &[("what", pledge.what.as_str().into())]));
        small(ui, cx.theme, &format::capitalised(&pledge_left(cx.text, *state)));
        let mut outcome = None;
        outcomes(ui, cx, &cx.text.get("people-judge-title"), &mut outcome);
        if outcome.is_some() {
            out.act(Action::People(PeopleAction::JudgePledge { id: pledge.id, outcome, words: String::new() }));
        }
    });
}
