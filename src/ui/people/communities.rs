//! The card of communities: places of people on the same path.

use eframe::egui::{Ui, vec2};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::people::{Community, CommunityState, PeopleAction, To};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::goal::{row, section_card};
use crate::ui::outbox::Outbox;
use crate::ui::plans::act_row;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::community_form::CommunityForm;
use super::disc::{Disc, beside_disc};
use super::tab::Over;

/// Shows the card; gives back what is to be opened.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> Option<Over> {
    let mut asked = None;
    section_card(ui, cx, "communities", &cx.text.get("people-communities"), |ui| {
        let states = &cx.derived.people.communities;
        if states.is_empty() {
            widgets::strong(ui, cx.theme, &cx.text.get("people-communities-none"));
            widgets::muted(ui, cx.theme, &cx.text.get("people-communities-none-note"));
        }
        for state in states {
            let Some(community) = cx.model.communities.get(state.id) else { continue };
            asked = asked.take().or(community_ui(ui, cx, (community, state), out));
            ui.add_space(4.0);
        }
        ui.add_space(4.0);
        let add = cx.text.get("people-community-add");
        if ui.add(Button::small(cx.theme, &add).icon(icons::PLUS)).clicked() {
            asked = Some(Over::Community(CommunityForm::new(cx.today)));
        }
        away(ui, cx, out);
    });
    asked
}

fn community_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (community, state): (&Community, &CommunityState),
    out: &mut Outbox,
) -> Option<Over> {
    beside_disc(ui, cx.theme, Disc::Icon(icons::USERS), |ui| beside(ui, cx, (community, state), out))
}

fn beside(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (community, state): (&Community, &CommunityState),
    out: &mut Outbox,
) -> Option<Over> {
    let mut asked = None;
    let named = |id: &str| cx.text.with(id, &[("name", community.name.as_str().into())]);
    let since = cx.text.with("people-community-since", &[("date", format::date(cx.text, community.joined).into())]);
    let last = state.last.map_or_else(
        || cx.text.get("people-community-last-none"),
        |day| cx.text.with("people-community-last", &[("day", format::day_inside(cx.text, day, cx.today).into())]),
    );
    let remark = cx.text.with("list-dot", &[("first", since.into()), ("second", last.into())]);
    row(ui, cx, &community.name, &remark, |ui| {
        if widgets::icon_button(ui, cx.theme, icons::ARCHIVE, &named("people-community-end")).clicked() {
            out.act(Action::People(PeopleAction::EndCommunity { id: community.id }));
        }
        if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &named("people-community-edit")).clicked() {
            asked = Some(Over::Community(CommunityForm::of(community)));
        }
    });
    // The whole address is in sight before it is opened.
    if !community.link.is_empty() && widgets::address(ui, cx.theme, &community.link).clicked() {
        out.run(Command::OpenLink(community.link.clone()));
    }
    if cx.model.goal().is_some() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            let share = ui.add(Button::small(cx.theme, &cx.text.get("people-community-share")).icon(icons::EXPORT));
            if share.accessible_name(named("people-community-share-named")).clicked() {
                out.run(Command::Share { to: To::Community(community.id), span: None });
            }
        });
    }
    asked
}

fn away(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let away: Vec<(Uuid, &str)> = cx
        .model
        .communities
        .iter()
        .filter(|community| !community.is_active())
        .map(|community| (community.id, community.name.as_str()))
        .collect();
    if away.is_empty() {
        return;
    }
    ui.add_space(8.0);
    act_row(ui, |ui| {
        for (id, name) in away {
            let back = cx.text.with("people-community-back", &[("name", name.into())]);
            if ui.add(Button::act(cx.theme, &back).muted()).clicked() {
                out.act(Action::People(PeopleAction::BringCommunityBack { id }));
            }
        }
    });
}
