//! The sheet of one outlet: where it sends, on what, what may be seen there, a test, and what was sent last.

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::people::{
    AddressProblem, Event, Events, Kept, MAX_NAME_CHARS, Outlet, OutletKind, OutletState, Parts, PeopleAction, Secret,
    Test, checked_secret,
};
use crate::domain::{Action, Now};
use crate::ui::commands::{Command, OutletCommand, OutletTest};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::people::part_chips;
use crate::ui::theme::GRID;
use crate::ui::widgets::{self, Button, TextField};

use super::body::{self, Telling, What};
use super::card::still;
use super::shown::body_ui;
use super::words;

/// What is typed for one outlet.
#[derive(Clone, Debug)]
pub struct OutletForm {
    id: Uuid,
    /// It is there already, under this name.
    old_name: Option<String>,
    name: String,
    kind: OutletKind,
    secret: Secret,
    on: Events,
    sees: Parts,
    /// What a test would send, with the kind and the switches that it was made of.
    draft: Option<(OutletKind, Parts, String)>,
}

impl OutletForm {
    /// For a new outlet. Its id is made now, so that its secret can be kept and tested under it.
    pub fn new(now: Now) -> Self {
        Self {
            id: now.id(0),
            old_name: None,
            name: String::new(),
            kind: OutletKind::Chat,
            secret: Secret::default(),
            on: Events::NONE,
            sees: Parts::default(),
            draft: None,
        }
    }

    /// For one that is there; its address is never shown again.
    pub fn of(outlet: &Outlet) -> Self {
        Self {
            id: outlet.id,
            old_name: Some(outlet.name.clone()),
            name: outlet.name.clone(),
            kind: outlet.kind,
            secret: Secret::default(),
            on: outlet.on,
            sees: outlet.sees,
            draft: None,
        }
    }

    /// Shows the sheet; true when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let title = match &self.old_name {
            Some(name) => cx.text.with("sending-edit-title", &[("name", name.as_str().into())]),
            None => cx.text.get("sending-add-title"),
        };
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            self.fields(ui, cx, out);
            !self.name.trim().is_empty() && self.secret(cx).is_ok()
        };
        let acts = |ui: &mut Ui, can_save: bool| {
            let save = cx.text.get("save");
            let is_saved = ui.add_enabled(can_save, Button::pill(cx.theme, &save)).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            (is_saved, is_cancelled)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "outlet", &title, contents, acts);
        let (is_saved, is_cancelled) = answer.inner;
        if is_saved {
            self.save(cx, out);
        }
        let is_done = answer.closed || is_saved || is_cancelled;
        if is_done {
            out.run(Command::Outlet(OutletCommand::ForgetTest(self.id)));
        }
        is_done
    }

    fn save(&self, cx: &Cx<'_>, out: &mut Outbox) {
        let Self { id, name, kind, on, sees, .. } = self.clone();
        // Before the outlet itself: nothing it tells may go ahead of its address.
        if let Ok(Some(secret)) = self.secret(cx) {
            out.run(Command::Outlet(OutletCommand::Keep(id, secret)));
        }
        out.act(Action::People(match self.old_name {
            Some(_) => PeopleAction::SetOutlet { id, name, kind, on, sees },
            None => PeopleAction::AddOutlet { id, name, kind, on, sees },
        }));
    }

    /// The secret as typed; none where the present one is kept.
    fn secret(&self, cx: &Cx<'_>) -> Result<Option<Secret>, AddressProblem> {
        let mut secret = self.secret.clone();
        if self.kind == OutletKind::Chat {
            // Typed for another kind: no field shows it now.
            secret.token.clear();
        }
        let is_empty = secret.address.trim().is_empty() && secret.token.trim().is_empty();
        if is_empty && self.old_name.is_some() && self.state(cx).kept != Some(Kept::Nowhere) {
            return Ok(None);
        }
        checked_secret(&secret).map(Some)
    }

    fn state(&self, cx: &Cx<'_>) -> OutletState {
        cx.status.sending.get(&self.id).cloned().unwrap_or_default()
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let text = cx.text;
        TextField::new(cx.theme, &text.get("sending-name"))
            .hint(&text.get("sending-name-hint"))
            .limit(MAX_NAME_CHARS)
            .show(ui, &mut self.name);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = GRID;
            let kinds = [OutletKind::Chat, OutletKind::Ntfy, OutletKind::Webhook];
            let kinds = kinds.map(|kind| (kind, text.get(words::kind_id(kind))));
            let kind = text.get("sending-kind");
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                widgets::words(ui, &kind, &cx.theme.label, cx.theme.muted);
                widgets::segmented(ui, cx.theme, &kind, &mut self.kind, &kinds);
            });
            widgets::small(ui, cx.theme, &text.get(words::kind_note_id(self.kind)));
        });
        self.secret_ui(ui, cx);
        self.events_ui(ui, cx);
        self.parts_ui(ui, cx);
        self.test_ui(ui, cx, out);
        if let Some(last) = &self.state(cx).last {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GRID;
                widgets::words(ui, &cx.text.get("sending-what-last"), &cx.theme.label, cx.theme.muted);
                widgets::muted(ui, cx.theme, &words::last(cx, last));
                body_ui(ui, cx, ("sending-what-last", &last.body));
            });
        }
    }

    fn secret_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let text = cx.text;
        let is_typed = !(self.secret.address.is_empty() && self.secret.token.is_empty());
        let problem = self.secret(cx).err().filter(|_| is_typed);
        let token_problem = problem == Some(AddressProblem::Token);
        let words = problem.map(|problem| words::address_problem(text, problem));
        let note = match (&self.old_name, self.state(cx).kept) {
            (Some(_), Some(Kept::Nowhere)) => "sending-address-again",
            (Some(_), _) => "sending-address-keep",
            (None, _) => "sending-address-note",
        };
        TextField::new(cx.theme, &text.get("sending-address"))
            .hint(&text.get("sending-address-hint"))
            .note(&text.get(note))
            .problem(words.as_deref().filter(|_| !token_problem))
            .show(ui, &mut self.secret.address);
        if self.kind != OutletKind::Chat {
            TextField::new(cx.theme, &text.get("sending-token"))
                .note(&text.get("sending-token-note"))
                .problem(words.as_deref().filter(|_| token_problem))
                .show(ui, &mut self.secret.token);
        }
    }

    fn events_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = GRID;
            widgets::words(ui, &cx.text.get("sending-on"), &cx.theme.label, cx.theme.muted);
            widgets::chips_row(ui, |ui| {
                for event in Event::ALL {
                    let mut on = self.on.has(event);
                    if widgets::chip(ui, cx.theme, &mut on, &cx.text.get(words::event_id(event))).changed() {
                        self.on = self.on.toggled(event);
                    }
                }
            });
        });
    }

    fn parts_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::words(ui, &cx.text.get("sending-sees"), &cx.theme.label, cx.theme.muted);
            widgets::small(ui, cx.theme, &cx.text.get("sending-sees-note"));
            ui.add_space(4.0);
            part_chips(ui, cx, &mut self.sees);
        });
    }

    /// What a test would send; empty without a goal.
    fn draft(&mut self, cx: &Cx<'_>) -> &str {
        let (id, kind, sees) = (self.id, self.kind, self.sees);
        let is_made = self.draft.as_ref().is_some_and(|(of, seen, _)| (*of, *seen) == (kind, sees));
        if !is_made {
            let test = Telling { id, at: cx.now.utc, what: What::Test };
            let body = body::body((cx.model, cx.derived), cx.text, (kind, sees), test);
            self.draft = Some((kind, sees, body.map(|made| made.body).unwrap_or_default()));
        }
        self.draft.as_ref().map_or("", |(.., body)| body)
    }

    /// The test with its answer.
    fn test_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let state = self.state(cx);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = GRID;
            let is_under_way = matches!(state.test, Some(Test::Sent { .. }));
            let secret = self.secret(cx);
            if state.test.is_none() {
                test_body(ui, cx, self.draft(cx));
            }
            let can = secret.is_ok() && still(cx).is_none() && cx.model.goal().is_some();
            // It stays enabled while one is under way, so that the keyboard stays on it.
            let is_clicked = ui.add_enabled(can, Button::small(cx.theme, &cx.text.get("sending-test"))).clicked();
            if is_clicked && !is_under_way {
                let test = OutletTest { id: self.id, kind: self.kind, sees: self.sees, secret: secret.ok().flatten() };
                out.run(Command::Outlet(OutletCommand::Test(Box::new(test))));
            }
            widgets::small(ui, cx.theme, &cx.text.get(still(cx).unwrap_or("sending-test-note")));
            match &state.test {
                None => {}
                Some(Test::Sent { body }) => {
                    widgets::body(ui, cx.theme, &cx.text.get("sending-test-sent"));
                    test_body(ui, cx, body);
                }
                Some(Test::Answered { answer, said, body }) => {
                    widgets::strong(ui, cx.theme, &words::answer(cx.text, *answer));
                    if !said.is_empty() {
                        let said = [("said", said.as_str().into())];
                        widgets::muted(ui, cx.theme, &cx.text.with("sending-test-said", &said));
                    }
                    test_body(ui, cx, body);
                }
            }
        });
    }
}

/// What a test sends, under its name.
fn test_body(ui: &mut Ui, cx: &Cx<'_>, body: &str) {
    if !body.is_empty() {
        widgets::words(ui, &cx.text.get("sending-what-test"), &cx.theme.label, cx.theme.muted);
        body_ui(ui, cx, ("sending-what-test", body));
    }
}
