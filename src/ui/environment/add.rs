//! The line for a new item at the end of a group; how often it is done is chosen while it is typed.

use eframe::egui::{Key, Ui};

use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, Group, ItemKind, MAX_ITEM_CHARS};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, TextField};

use super::group_card::group_ids;

/// What is typed at the end of a group.
#[derive(Clone, Debug, Default)]
pub(super) struct AddLine {
    typed: String,
    kind: ItemKind,
    /// All starters of the group are shown, not only the first.
    pub(super) shows_ideas: bool,
}

/// The two kinds with their words.
pub(super) const KINDS: [(ItemKind, &str); 2] =
    [(ItemKind::EverySession, "environment-every-session"), (ItemKind::SetUpOnce, "environment-set-up-once")];

impl AddLine {
    /// Shows the line; Enter adds and stays for the next.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, group: Group, out: &mut Outbox) {
        let name = cx.text.with("environment-add", &[("group", cx.text.get(group_ids(group).0).into())]);
        let hint = cx.text.get("environment-add-hint");
        let field = TextField::new(cx.theme, "").hint(&hint).limit(MAX_ITEM_CHARS).id_salt(("add item", group));
        let response = field.show(ui, &mut self.typed).accessible_name(name);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if self.typed.trim().is_empty() {
            return;
        }
        let is_clicked = ui
            .horizontal_wrapped(|ui| {
                let options = KINDS.map(|(kind, id)| (kind, cx.text.get(id)));
                widgets::segmented(ui, cx.theme, &cx.text.get("environment-kind"), &mut self.kind, &options);
                ui.add(Button::small(cx.theme, &cx.text.get("environment-add-act"))).clicked()
            })
            .inner;
        if is_entered || is_clicked {
            let (kind, text) = (self.kind, std::mem::take(&mut self.typed));
            out.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
            response.request_focus();
        }
    }
}
