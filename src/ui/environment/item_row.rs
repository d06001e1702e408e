//! The row of one item: a handle, a check where it is set up once, its words, what it opens, what went with it, and acts.

use eframe::egui::{Align, Key, Layout, Popup, PopupCloseBehavior, Ui, vec2};

use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, EnvironmentItem, ItemField, ItemKind, MAX_ITEM_CHARS};
use crate::domain::time::day_of;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, ICON_BUTTON, TextField};
use crate::ui::{format, icons};

use super::effect_words::effect_words;
use super::opens_form::OpensForm;
use super::opens_words::short;
use super::tab::EnvironmentTab;

/// Height of a row without remarks, width of the mark before the words and its gap, in points.
const ROW: f32 = 36.0;
const MARK: f32 = 20.0;
const MARK_GAP: f32 = 12.0;
/// Width of the menu of a row, in points.
const MENU: f32 = 208.0;

/// Shows the row of the item that stands at `at` of `len` in its group.
pub(super) fn ui(
    tab: &mut EnvironmentTab,
    ui: &mut Ui,
    cx: &Cx<'_>,
    item: &EnvironmentItem,
    (at, len): (usize, usize),
    out: &mut Outbox,
) {
    if let Some((_, typed)) = tab.editing.as_mut().filter(|(id, _)| *id == item.id) {
        match edit(ui, cx, typed) {
            Edit::Going => {}
            Edit::Enter if typed.trim().is_empty() => tab.editing = None,
            Edit::Enter => {
                set(out, item, ItemField::Text(std::mem::take(typed)));
                tab.editing = None;
            }
            Edit::Leave => tab.editing = None,
        }
        return;
    }
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        tab.order.handle(ui, cx, item, (at, len), out);
        let width = (ui.available_width() - 2.0 * ICON_BUTTON - 8.0).max(MARK);
        ui.allocate_ui_with_layout(vec2(width, ROW), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            words(ui, cx, item, out);
        });
        let values = [("item", item.text.as_str().into())];
        if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &cx.text.with("environment-edit", &values))
            .clicked()
        {
            tab.editing = Some((item.id, item.text.clone()));
        }
        menu(tab, ui, cx, item, out);
    });
    tab.order.saw_row(item, row.response.rect);
}

fn set(out: &mut Outbox, item: &EnvironmentItem, field: ItemField) {
    out.act(Action::Environment(EnvironmentAction::Set { id: item.id, field }));
}

/// The words of the item with its mark, and the remarks below them.
fn words(ui: &mut Ui, cx: &Cx<'_>, item: &EnvironmentItem, out: &mut Outbox) {
    match item.kind {
        ItemKind::SetUpOnce => {
            let mut is_set_up = item.set_up.is_some();
            if widgets::check(ui, cx.theme, &mut is_set_up, &item.text).changed() {
                out.act(Action::Environment(EnvironmentAction::ToggleSetUp { id: item.id }));
            }
        }
        ItemKind::EverySession => {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = MARK_GAP;
                ui.allocate_ui_with_layout(vec2(MARK, ROW), Layout::top_down(Align::Center), |ui| {
                    ui.add_space((ROW - MARK) / 2.0);
                    widgets::icon(ui, icons::REPEAT, MARK, cx.theme.muted);
                });
                ui.vertical(|ui| {
                    ui.add_space(8.0);
                    widgets::body(ui, cx.theme, &item.text);
                    ui.add_space(8.0);
                });
            });
        }
    }
    ui.add_space(-4.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(MARK + MARK_GAP);
        ui.vertical(|ui| {
            widgets::small(ui, cx.theme, &remark(cx, item));
            let effect = cx.derived.item_effects.get(item.id).filter(|_| item.kind == ItemKind::EverySession);
            for line in effect.map(|effect| effect_words(cx, effect)).unwrap_or_default() {
                widgets::small(ui, cx.theme, &line);
            }
            ui.add_space(4.0);
        });
    });
}

/// How often it is done, or when it was, and what it opens.
fn remark(cx: &Cx<'_>, item: &EnvironmentItem) -> String {
    let kind = match (item.kind, item.set_up) {
        (ItemKind::EverySession, _) => cx.text.get("environment-every-session"),
        (ItemKind::SetUpOnce, None) => cx.text.get("environment-set-up-once"),
        (ItemKind::SetUpOnce, Some(at)) => {
            let day = day_of(at, (cx.offset_at)(at), cx.model.settings.day_start_hour);
            cx.text.with("environment-set-up", &[("day", format::day(cx.text, day, cx.today).into())])
        }
    };
    let Some(opens) = &item.opens else { return kind };
    let opens = cx.text.with("environment-opens", &[("what", short(opens).into())]);
    cx.text.with("list-dot", &[("first", kind.into()), ("second", opens.into())])
}

/// What else can be done with the item.
fn menu(tab: &mut EnvironmentTab, ui: &mut Ui, cx: &Cx<'_>, item: &EnvironmentItem, out: &mut Outbox) {
    let name = cx.text.with("environment-more", &[("item", item.text.as_str().into())]);
    let opener = widgets::icon_button(ui, cx.theme, icons::DOTS_THREE, &name);
    let popup = Popup::from_toggle_button_response(&opener)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name);
    let (kind_id, kind_icon, kind) = match item.kind {
        ItemKind::SetUpOnce => ("environment-make-every-session", icons::REPEAT, ItemKind::EverySession),
        ItemKind::EverySession => ("environment-make-set-up-once", icons::CHECK, ItemKind::SetUpOnce),
    };
    popup.show(|ui| {
        ui.set_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        let row = |ui: &mut Ui, id: &str, icon: &str| {
            let is_clicked = ui.add(Button::quiet(cx.theme, &cx.text.get(id)).icon(icon)).clicked();
            if is_clicked {
                ui.close();
            }
            is_clicked
        };
        if row(ui, kind_id, kind_icon) {
            set(out, item, ItemField::Kind(kind));
        }
        if row(ui, "environment-opens-edit", icons::FOLDER_OPEN) {
            tab.opens = Some(OpensForm::new(item));
        }
        if row(ui, "environment-put-away", icons::ARCHIVE) {
            out.act(Action::Environment(EnvironmentAction::ToggleArchived { id: item.id }));
        }
        if row(ui, "environment-delete", icons::TRASH) {
            out.act(Action::Environment(EnvironmentAction::Delete { id: item.id }));
        }
    });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    Going,
    Enter,
    Leave,
}

/// The field for new words; Enter takes them, Escape and leaving the field do not.
fn edit(ui: &mut Ui, cx: &Cx<'_>, typed: &mut String) -> Edit {
    let response = TextField::new(cx.theme, "").limit(MAX_ITEM_CHARS).id_salt("edit item").show(ui, typed);
    let response = response.accessible_name(cx.text.get("environment-words"));
    if response.lost_focus() {
        return if ui.input(|input| input.key_pressed(Key::Enter)) { Edit::Enter } else { Edit::Leave };
    }
    if !response.has_focus() {
        response.request_focus();
    }
    Edit::Going
}
