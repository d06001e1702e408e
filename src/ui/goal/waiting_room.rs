//! The waiting room: other wishes, parked with one line and Enter.

use eframe::egui::{Key, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::MAX_TITLE_CHARS;
use crate::domain::waiting_room::{Wish, WishAction};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, TextField};

use super::row::{ROW, row};

/// Whether the field asks for the keyboard with the next frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Focus {
    #[default]
    Leave,
    Take,
}

/// The line being typed and the wish being renamed.
#[derive(Clone, Debug, Default)]
pub struct WaitingRoom {
    typed: String,
    renaming: Option<(Uuid, String)>,
    focus: Focus,
}

impl WaitingRoom {
    /// Puts the keyboard into the line for a new wish.
    pub fn focus(&mut self) {
        self.focus = Focus::Take;
    }

    /// Shows the line and the wishes.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let (label, hint) = (cx.text.get("goal-wish"), cx.text.get("goal-wish-hint"));
        let field = TextField::new(cx.theme, &label).hint(&hint).limit(MAX_TITLE_CHARS);
        let response = field.show(ui, &mut self.typed);
        if self.focus == Focus::Take {
            self.focus = Focus::Leave;
            response.request_focus();
            response.scroll_to_me(None);
        }
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if is_entered && !self.typed.trim().is_empty() {
            out.act(Action::Wish(WishAction::Add { title: std::mem::take(&mut self.typed) }));
            response.request_focus();
        }
        let id = match (cx.model.wishes.is_empty(), cx.model.goal()) {
            (true, _) => "goal-wishes-none",
            (false, None) => "goal-wishes-choose",
            (false, Some(_)) => "goal-wishes-note",
        };
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for wish in cx.model.wishes.iter() {
                self.wish(ui, cx, wish, out);
            }
        });
        widgets::muted(ui, cx.theme, &cx.text.get(id));
    }

    fn wish(&mut self, ui: &mut Ui, cx: &Cx, wish: &Wish, out: &mut Outbox) {
        if let Some((_, typed)) = self.renaming.as_mut().filter(|(id, _)| *id == wish.id) {
            let answer = rename(ui, cx, typed);
            if answer == Rename::Enter && !typed.trim().is_empty() {
                out.act(Action::Wish(WishAction::Rename { id: wish.id, title: typed.clone() }));
            }
            if answer != Rename::Going {
                self.renaming = None;
            }
            return;
        }
        let values = [("title", wish.title.as_str().into())];
        row(ui, cx, &wish.title, "", |ui| {
            if widgets::icon_button(ui, cx.theme, icons::TRASH, &cx.text.with("goal-wish-delete", &values)).clicked() {
                out.act(Action::Wish(WishAction::Delete { id: wish.id }));
            }
            let name = cx.text.with("goal-wish-rename", &values);
            if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &name).clicked() {
                self.renaming = Some((wish.id, wish.title.clone()));
            }
            if cx.model.goal().is_none() {
                let promote = cx.text.get("goal-wish-promote");
                if widgets::small_button(ui, cx.theme, &promote).clicked() {
                    out.act(Action::Wish(WishAction::Promote { id: wish.id }));
                }
            }
        });
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rename {
    Going,
    Enter,
    Leave,
}

/// The field for a new name; Enter takes it, Escape and leaving the field do not.
fn rename(ui: &mut Ui, cx: &Cx, typed: &mut String) -> Rename {
    ui.add_space((ROW - 40.0) / 2.0);
    let name = cx.text.get("goal-wish-name");
    let response = TextField::new(cx.theme, "").limit(MAX_TITLE_CHARS).id_salt("rename wish").show(ui, typed);
    let response = response.accessible_name(name);
    ui.add_space((ROW - 40.0) / 2.0);
    if response.lost_focus() {
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
        return if is_entered { Rename::Enter } else { Rename::Leave };
    }
    if !response.has_focus() {
        response.request_focus();
    }
    Rename::Going
}
