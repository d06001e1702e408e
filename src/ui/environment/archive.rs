//! What was put away, folded below the groups: it can come back or go for good.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, EnvironmentItem};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::group_card::group_ids;

/// Whether the fold is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fold {
    #[default]
    Closed,
    Open,
}

/// The fold with what was put away.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Archive {
    fold: Fold,
}

impl Archive {
    /// Shows the fold; nothing where nothing was put away.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: &[&EnvironmentItem], out: &mut Outbox) {
        let away: Vec<&EnvironmentItem> = all.iter().copied().filter(|item| item.archived.is_some()).collect();
        if away.is_empty() {
            return;
        }
        let (icon, next) = match self.fold {
            Fold::Closed => (icons::CARET_RIGHT, Fold::Open),
            Fold::Open => (icons::CARET_DOWN, Fold::Closed),
        };
        let title = cx.text.with("environment-away", &[("count", away.len().into())]);
        if ui.add(Button::act(cx.theme, &title).icon(icon)).clicked() {
            self.fold = next;
        }
        if self.fold == Fold::Open {
            widgets::card(ui, cx.theme, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for item in away {
                    row(ui, cx, item, out);
                }
            });
        }
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, item: &EnvironmentItem, out: &mut Outbox) {
    let values = [("item", item.text.as_str().into())];
    let group = cx.text.get(group_ids(item.group).0);
    crate::ui::goal::row(ui, cx, &item.text, &group, |ui| {
        let delete = cx.text.with("environment-delete-item", &values);
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &delete).clicked() {
            out.act(Action::Environment(EnvironmentAction::Delete { id: item.id }));
        }
        let back = cx.text.with("environment-bring-back", &values);
        if widgets::icon_button(ui, cx.theme, icons::ARROW_COUNTER_CLOCKWISE, &back).clicked() {
            out.act(Action::Environment(EnvironmentAction::ToggleArchived { id: item.id }));
        }
    });
}
