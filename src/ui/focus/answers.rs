//! Answers that came back and were not seen yet: one quiet card, the oldest first.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::people::PeopleAction;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::people::acts_row;
use crate::ui::widgets::{Button, body, card, quiet_button, section};

/// Most of an answer that is shown here, in characters.
const MOST_CHARS: usize = 240;

/// Shows the card, unless a session runs or nothing came.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if cx.model.running.is_some() {
        return;
    }
    let Some(check_in) = cx.derived.people.unseen.first().and_then(|id| cx.model.check_ins.get(*id)) else { return };
    let title = if check_in.name.is_empty() {
        cx.text.get("people-focus-answer-anyone")
    } else {
        cx.text.with("people-focus-answer", &[("name", check_in.name.as_str().into())])
    };
    card(ui, cx.theme, |ui| {
        section(ui, cx.theme, &title);
        let mut answer: String = check_in.answer.chars().take(MOST_CHARS).collect();
        if answer.len() < check_in.answer.len() {
            answer.push('…');
        }
        body(ui, cx.theme, &answer);
        acts_row(ui, |ui| {
            if ui.add(Button::small(cx.theme, &cx.text.get("people-focus-seen"))).clicked() {
                out.act(Action::People(PeopleAction::See { id: check_in.id }));
            }
            if quiet_button(ui, cx.theme, &cx.text.get("people-focus-open")).clicked() {
                out.act(Action::People(PeopleAction::See { id: check_in.id }));
                out.run(Command::ShowCheckIn(check_in.id));
            }
        });
    });
}
