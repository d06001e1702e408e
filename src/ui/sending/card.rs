//! The card of outlets: each with what it tells, how it stands, and its acts.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::people::{Fate, Kept, MAX_OUTLETS, Outlet, OutletState, PeopleAction};
use crate::ui::commands::{Command, OutletCommand};
use crate::ui::cx::{Cx, FileState};
use crate::ui::goal::{row, section_card};
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::plans::act_row;
use crate::ui::widgets::{self, Button};

use super::form::OutletForm;
use super::words;

/// Shows the card; gives back the sheet that is to be opened.
pub fn card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> Option<OutletForm> {
    let mut asked = None;
    section_card(ui, cx, "outlets", &cx.text.get("sending-title"), |ui| {
        let lead = if cx.model.outlets.is_empty() { "sending-lead" } else { "sending-lead-on" };
        widgets::muted(ui, cx.theme, &cx.text.get(lead));
        for (nth, outlet) in cx.model.outlets.iter().enumerate() {
            if nth > 0 {
                ui.add_space(4.0);
                widgets::divider(ui, cx.theme);
            }
            ui.add_space(4.0);
            if let Some(form) = outlet_ui(ui, cx, outlet, out) {
                asked = Some(form);
            }
        }
        if let Some(id) = still(cx) {
            widgets::small(ui, cx.theme, &cx.text.get(id));
        }
        ui.add_space(8.0);
        let add = cx.text.get("sending-add");
        let can_add = cx.model.outlets.len() < MAX_OUTLETS;
        if ui.add_enabled(can_add, Button::small(cx.theme, &add).icon(icons::PLUS)).clicked() {
            asked = Some(OutletForm::new(cx.now));
        }
    });
    asked
}

/// Why nothing is sent at all, where that is so.
pub(super) fn still(cx: &Cx<'_>) -> Option<&'static str> {
    match cx.status.file {
        FileState::Demo => Some("sending-demo"),
        FileState::ReadOnly(_) => Some("sending-read-only"),
        FileState::Saved | FileState::Saving | FileState::Problem(_) => None,
    }
}

fn outlet_ui(ui: &mut Ui, cx: &Cx<'_>, outlet: &Outlet, out: &mut Outbox) -> Option<OutletForm> {
    let named = |id: &str| cx.text.with(id, &[("name", outlet.name.as_str().into())]);
    let state = cx.status.sending.get(&outlet.id).cloned().unwrap_or_default();
    let mut asked = None;
    row(ui, cx, &outlet.name, &remark(cx, outlet), |ui| {
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &named("sending-delete")).clicked() {
            out.act(Action::People(PeopleAction::DeleteOutlet { id: outlet.id }));
        }
        let (icon, id) = if outlet.is_on() { (icons::PAUSE, "sending-pause") } else { (icons::PLAY, "sending-go-on") };
        if widgets::icon_button(ui, cx.theme, icon, &named(id)).clicked() {
            out.act(Action::People(PeopleAction::ToggleOutlet { id: outlet.id }));
        }
        if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &named("sending-edit")).clicked() {
            asked = Some(OutletForm::of(outlet));
        }
    });
    for (line, weight) in lines(cx, outlet, &state) {
        match weight {
            Weight::Trouble => widgets::body(ui, cx.theme, &line),
            Weight::Calm => widgets::muted(ui, cx.theme, &line),
        };
    }
    let can_hurry = state.next.is_some() && outlet.is_on() && still(cx).is_none();
    if can_hurry {
        act_row(ui, |ui| {
            let now = ui.add(Button::act(cx.theme, &cx.text.get("sending-now")));
            if now.accessible_name(named("sending-now-named")).clicked() {
                out.run(Command::Outlet(OutletCommand::SendNow(outlet.id)));
            }
        });
    }
    asked
}

/// The kind, and what it tells.
fn remark(cx: &Cx<'_>, outlet: &Outlet) -> String {
    let events: Vec<String> = outlet.on.iter().map(|event| cx.text.get(words::event_id(event))).collect();
    let events = if events.is_empty() { cx.text.get("sending-event-none") } else { events.join(", ") };
    let kind = cx.text.get(words::kind_id(outlet.kind));
    cx.text.with("list-dot", &[("first", kind.into()), ("second", events.into())])
}

/// How much a line matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Calm,
    /// Something did not leave.
    Trouble,
}

/// How it stands: what matters most first.
fn lines(cx: &Cx<'_>, outlet: &Outlet, state: &OutletState) -> Vec<(String, Weight)> {
    let mut lines = Vec::new();
    if !outlet.is_on() {
        lines.push((cx.text.get("sending-paused"), Weight::Calm));
    }
    match state.kept {
        Some(Kept::Nowhere) => lines.push((cx.text.get("sending-kept-nowhere"), Weight::Trouble)),
        Some(Kept::Locked) => lines.push((cx.text.get("sending-kept-locked"), Weight::Trouble)),
        Some(Kept::File) => lines.push((cx.text.get("sending-kept-file"), Weight::Calm)),
        Some(Kept::Keyring) | None => {}
    }
    if let Some(last) = &state.last {
        let weight = if last.fate == Fate::Arrived { Weight::Calm } else { Weight::Trouble };
        lines.push((words::last(cx, last), weight));
    }
    if state.waiting > 0 {
        let next = state.next.filter(|_| outlet.is_on());
        let waits = [("count", state.waiting.into())];
        let words = match next {
            Some(next) => {
                let next = ("next", words::moment(cx, next.max(cx.now.utc)).into());
                cx.text.with("sending-waits-until", &[waits[0].clone(), next])
            }
            None => cx.text.with("sending-waits", &waits),
        };
        lines.push((words, Weight::Calm));
    }
    lines
}
