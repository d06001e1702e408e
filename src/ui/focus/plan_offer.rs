//! The quiet offer of a plan, when a day or a session did not go as planned.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::plans::{Cause, PlanAction, PlanOffer, ranked};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::plans::{act_row, sentence_of};
use crate::ui::widgets::{Button, body, nudge_card, words};

/// The card of an offer: what happened, and the plan for it or the way to one.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, offer: &PlanOffer, out: &mut Outbox) {
    let cause = match offer.cause {
        Cause::PutOffTwice => "plans-offer-put-off",
        Cause::Abandoned => "plans-offer-abandoned",
        Cause::DayEnding => "plans-offer-day-ending",
    };
    let plan = offer.plan.and_then(|id| cx.model.plans.get(id));
    nudge_card(ui, cx.theme, |ui| {
        words(ui, &cx.text.get(cause), &cx.theme.label, cx.theme.accent_text);
        let told = plan.map_or_else(|| cx.text.get("plans-offer-none"), |plan| sentence_of(cx, plan));
        body(ui, cx.theme, &told);
        act_row(ui, |ui| {
            match plan {
                Some(plan) if ui.add(Button::act(cx.theme, &cx.text.get("plans-use"))).clicked() => {
                    out.act(Action::Plan(PlanAction::Use { id: plan.id }));
                }
                None if ui.add(Button::act(cx.theme, &cx.text.get("plans-write"))).clicked() => {
                    out.run(Command::NewPlan);
                }
                _ => {}
            }
            let others = ranked(cx.model, "").len() - usize::from(plan.is_some());
            if others > 0 && ui.add(Button::act(cx.theme, &cx.text.get("plans-offer-choose"))).clicked() {
                out.run(Command::InTheWay);
            }
        });
    });
}
