//! On the card after a session: to celebrate a milestone with someone, and to tell those who hear of each session.

use eframe::egui::Ui;

use crate::domain::people::{Partner, Rhythm, Span, To, last_contact};
use crate::domain::rewards::Milestone;
use crate::domain::session::Session;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::Button;

/// Shows what there is to tell, if anything.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Outbox) {
    let celebrated = reached(cx, session).map(|milestone| celebrate(ui, cx, milestone, out));
    let hears = |partner: &&Partner| {
        let is_untold = || last_contact(cx.model, partner.id).is_none_or(|told| told.sent < session.ended_at());
        partner.is_active() && partner.rhythm == Rhythm::AfterSession && is_untold()
    };
    let partners = cx.model.partners.iter().filter(hears);
    for partner in partners.filter(|partner| celebrated != Some(To::Partner(partner.id))) {
        let label = cx.text.with("people-tell-session", &[("name", partner.name.as_str().into())]);
        if ui.add(Button::act(cx.theme, &label)).clicked() {
            out.run(Command::Share { to: To::Partner(partner.id), span: Some(Span::Session(session.id)) });
        }
    }
}

/// Offers to tell of a milestone: the partner to turn to first, else anyone; gives back whom.
fn celebrate(ui: &mut Ui, cx: &Cx<'_>, milestone: Milestone, out: &mut Outbox) -> To {
    let partner = cx.derived.people.next_partner().and_then(|state| cx.model.partners.get(state.id));
    let label = match partner {
        Some(partner) => cx.text.with("people-celebrate-with", &[("name", partner.name.as_str().into())]),
        None => cx.text.get("people-celebrate"),
    };
    let to = partner.map_or(To::Anyone, |partner| To::Partner(partner.id));
    if ui.add(Button::small(cx.theme, &label).icon(icons::SPARKLE)).clicked() {
        out.run(Command::Share { to, span: Some(Span::Milestone(milestone)) });
    }
    to
}

/// The greatest milestone of the day of the goal's newest session, until someone is told of it.
fn reached(cx: &Cx<'_>, session: &Session) -> Option<Milestone> {
    if cx.model.goal_sessions().next_back().is_none_or(|newest| newest.id != session.id) {
        return None;
    }
    let passed = cx.derived.rewards.passed.iter().rev().take_while(|(day, _)| *day >= session.day);
    let greatest = passed.filter(|(day, _)| *day == session.day).map(|(_, milestone)| *milestone).max()?;
    let mut told = cx.model.check_ins.iter().rev().take_while(|told| told.day >= session.day);
    let is_told = told.any(|told| told.is_by_hand() && told.span == Span::Milestone(greatest));
    (!is_told).then_some(greatest)
}
