//! The card of one group: what it is for, its items, starters, and the line for a new one.

use eframe::egui::{Ui, vec2};

use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, EnvironmentItem, Group};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::starters::{EnvironmentStarter, Starters};
use crate::ui::widgets::{self, Button};

use super::item_row;
use super::tab::EnvironmentTab;

/// Starters shown before more are asked for.
const FEW: usize = 3;

/// The text ids of a group: its name, and what it is for.
pub(super) fn group_ids(group: Group) -> (&'static str, &'static str) {
    match group {
        Group::Distractions => ("environment-distractions", "environment-distractions-note"),
        Group::EasyStart => ("environment-easy-start", "environment-easy-start-note"),
        Group::Reminders => ("environment-reminders", "environment-reminders-note"),
        Group::Place => ("environment-place", "environment-place-note"),
    }
}

/// The place of a group in the method, from 0.
pub(super) fn nth(group: Group) -> usize {
    Group::ALL.iter().position(|other| *other == group).unwrap_or(0)
}

/// Shows the card; `items` are those in use, and all of the goal.
pub(super) fn group_card(
    tab: &mut EnvironmentTab,
    ui: &mut Ui,
    cx: &Cx<'_>,
    group: Group,
    (items, all): (&[&EnvironmentItem], &[&EnvironmentItem]),
    out: &mut Outbox,
) {
    let (name, note) = group_ids(group);
    let here: Vec<&EnvironmentItem> = items.iter().copied().filter(|item| item.group == group).collect();
    let card = widgets::card(ui, cx.theme, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::section(ui, cx.theme, &cx.text.get(name));
        widgets::muted(ui, cx.theme, &cx.text.get(note));
        ui.add_space(4.0);
        for (at, item) in here.iter().enumerate() {
            item_row::ui(tab, ui, cx, item, (at, here.len()), out);
        }
        if !here.is_empty() {
            ui.add_space(8.0);
        }
        tab.add[nth(group)].ui(ui, cx, group, out);
        starters(tab, ui, cx, group, (here.is_empty(), all), out);
    });
    tab.order.saw_card(group, card.response.rect);
}

fn starters(
    tab: &mut EnvironmentTab,
    ui: &mut Ui,
    cx: &Cx<'_>,
    group: Group,
    (is_empty, all): (bool, &[&EnvironmentItem]),
    out: &mut Outbox,
) {
    let left = Starters::built_in().left(group, all);
    let line = &mut tab.add[nth(group)];
    // Beside own items the ideas step back until they are asked for.
    let few = if is_empty { FEW } else { 0 };
    let shown = if line.shows_ideas { left.len() } else { few.min(left.len()) };
    ui.add_space(4.0);
    if shown > 0 {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            for starter in &left[..shown] {
                if offer(ui, cx, starter) {
                    let (kind, text) = (starter.kind, starter.text.clone());
                    out.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
                }
            }
        });
        ui.add_space(4.0);
    }
    if left.len() <= few {
        return;
    }
    let id = if line.shows_ideas { "environment-ideas-fewer" } else { "environment-ideas" };
    if ui.add(Button::act(cx.theme, &cx.text.get(id))).clicked() {
        line.shows_ideas = !line.shows_ideas;
    }
}

/// A starter; true when it is added.
fn offer(ui: &mut Ui, cx: &Cx<'_>, starter: &EnvironmentStarter) -> bool {
    let button = ui.add(Button::small(cx.theme, &starter.text).icon(icons::PLUS));
    let name = cx.text.with("environment-starter", &[("item", starter.text.as_str().into())]);
    button.accessible_name(name).clicked()
}
