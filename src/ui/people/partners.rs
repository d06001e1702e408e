//! The card of partners: who hears of it, when last and when next, and the plan of both.

use chrono::NaiveDate;
use eframe::egui::Ui;
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::people::{Partner, PartnerState, PeopleAction, Rhythm, To};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::goal::section_card_why;
use crate::ui::outbox::Outbox;
use crate::ui::plans::act_row;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::disc::{Disc, beside_disc};
use super::partner_form::PartnerForm;
use super::tab::{Over, acts_row};
use super::told::ToldSheet;

/// Words that are offered where there is no partner yet.
const STARTERS: [&str; 4] =
    ["people-starter-friend", "people-starter-sibling", "people-starter-colleague", "people-starter-group"];

/// Shows the card; gives back what is to be opened.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> Option<Over> {
    let mut asked = None;
    section_card_why(ui, cx, ("people-partners", Strategy::SocialSupport), out, |ui, out| {
        let states = &cx.derived.people.partners;
        if states.is_empty() {
            asked = asked.take().or(none(ui, cx));
        }
        for (nth, state) in states.iter().enumerate() {
            let Some(partner) = cx.model.partners.get(state.id) else { continue };
            if nth > 0 {
                ui.add_space(4.0);
                widgets::divider(ui, cx.theme);
                ui.add_space(4.0);
            }
            asked = asked.take().or(partner_ui(ui, cx, (partner, state), out));
        }
        if !states.is_empty() {
            ui.add_space(8.0);
            let add = cx.text.get("people-partner-add");
            if ui.add(Button::small(cx.theme, &add).icon(icons::PLUS)).clicked() {
                asked = Some(Over::Partner(PartnerForm::default()));
            }
        }
        away(ui, cx, out);
    });
    asked
}

fn none(ui: &mut Ui, cx: &Cx<'_>) -> Option<Over> {
    widgets::strong(ui, cx.theme, &cx.text.get("people-partners-none"));
    widgets::muted(ui, cx.theme, &cx.text.get("people-partners-none-note"));
    ui.add_space(4.0);
    let mut asked = None;
    widgets::chips_row(ui, |ui| {
        for id in STARTERS {
            let words = cx.text.get(id);
            if widgets::chip(ui, cx.theme, &mut false, &words).clicked() {
                asked = Some(Over::Partner(PartnerForm::named(&words)));
            }
        }
    });
    ui.add_space(4.0);
    let add = cx.text.get("people-partner-add");
    if ui.add(Button::small(cx.theme, &add).icon(icons::PLUS)).clicked() {
        asked = Some(Over::Partner(PartnerForm::default()));
    }
    asked
}

fn partner_ui(ui: &mut Ui, cx: &Cx<'_>, (partner, state): (&Partner, &PartnerState), out: &mut Outbox) -> Option<Over> {
    let letter = partner.name.trim().chars().next().map(|letter| letter.to_uppercase().to_string());
    beside_disc(ui, cx.theme, Disc::Letter(letter.unwrap_or_default()), |ui| beside(ui, cx, (partner, state), out))
}

fn beside(ui: &mut Ui, cx: &Cx<'_>, (partner, state): (&Partner, &PartnerState), out: &mut Outbox) -> Option<Over> {
    let mut asked = None;
    let named = |id: &str| cx.text.with(id, &[("name", partner.name.as_str().into())]);
    let remark =
        cx.text.with("list-dot", &[("first", last(cx, state.last).into()), ("second", due(cx, partner, state).into())]);
    crate::ui::goal::row(ui, cx, &partner.name, &remark, |ui| {
        if widgets::icon_button(ui, cx.theme, icons::ARCHIVE, &named("people-partner-end")).clicked() {
            out.act(Action::People(PeopleAction::EndPartner { id: partner.id }));
        }
        if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &named("people-partner-edit")).clicked() {
            asked = Some(Over::Partner(PartnerForm::of(partner)));
        }
    });
    if let Some(plan) = &partner.plan {
        let values = [("when", plan.when.as_str().into()), ("then", plan.then.as_str().into())];
        widgets::muted(ui, cx.theme, &cx.text.with("people-partner-plan", &values));
    }
    if cx.model.goal().is_some() {
        acts_row(ui, |ui| {
            let check_in = cx.text.get("people-check-in");
            let button = ui.add(Button::small(cx.theme, &check_in).icon(icons::CHAT_CIRCLE));
            if button.accessible_name(named("people-check-in-named")).clicked() {
                out.run(Command::Share { to: To::Partner(partner.id), span: None });
            }
            let told = widgets::quiet_button(ui, cx.theme, &cx.text.get("people-told"));
            if told.accessible_name(named("people-told-named")).clicked() {
                asked = Some(Over::Told(ToldSheet::new(partner.id, &partner.name)));
            }
        });
    }
    asked
}

fn last(cx: &Cx<'_>, last: Option<NaiveDate>) -> String {
    last.map_or_else(
        || cx.text.get("people-partner-last-none"),
        |day| cx.text.with("people-partner-last", &[("day", format::day_inside(cx.text, day, cx.today).into())]),
    )
}

fn due(cx: &Cx<'_>, partner: &Partner, state: &PartnerState) -> String {
    let day =
        |id: &str, day: NaiveDate| cx.text.with(id, &[("day", format::day_inside(cx.text, day, cx.today).into())]);
    match state.due {
        None if partner.rhythm == Rhythm::AfterSession => cx.text.get("people-partner-due-session"),
        None => cx.text.get("people-partner-due-free"),
        Some(due) if due == cx.today => cx.text.get("people-partner-due-today"),
        Some(due) if due < cx.today => day("people-partner-due-open", due),
        Some(due) if matches!(partner.rhythm, Rhythm::Daily { .. }) => day("people-partner-due-daily", due),
        Some(due) => day("people-partner-due-weekly", due),
    }
}

/// Those who were put away, each with the way back.
fn away(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let away: Vec<(Uuid, &str)> = cx
        .model
        .partners
        .iter()
        .filter(|partner| !partner.is_active())
        .map(|partner| (partner.id, partner.name.as_str()))
        .collect();
    if away.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let names = away.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    widgets::small(ui, cx.theme, &cx.text.with("people-partner-away", &[("names", names.into())]));
    act_row(ui, |ui| {
        for (id, name) in away {
            let back = cx.text.with("people-partner-back", &[("name", name.into())]);
            if ui.add(Button::act(cx.theme, &back).muted()).clicked() {
                out.act(Action::People(PeopleAction::BringPartnerBack { id }));
            }
        }
    });
}
