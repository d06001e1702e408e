//! The card of milestones: the next built-in ones, and the user's own with their rewards.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::rewards::{Milestone, MilestoneState, OwnMilestone, RewardAction, of_milestone};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, goal, icons};

use super::form::RewardForm;
use super::milestone_form::MilestoneForm;
use super::rung::left;
use super::tab::Sheets;
use super::words::milestone_name;

/// Shows the card.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, sheets: &mut Sheets, out: &mut Outbox) {
    let states = &cx.derived.rewards.milestones;
    let is_own = |state: &&MilestoneState| matches!(state.milestone, Milestone::Own(_));
    tiles(ui, cx.theme, "rewards milestones", &[1.0], |ui, _| {
        widgets::section(ui, cx.theme, &cx.text.get("rewards-milestones"));
        ui.add_space(4.0);
        for state in states.iter().filter(|state| !is_own(state)) {
            ahead(ui, cx, state);
        }
        ui.add_space(4.0);
        widgets::section(ui, cx.theme, &cx.text.get("rewards-milestones-own"));
        if !states.iter().any(|state| is_own(&state)) {
            widgets::muted(ui, cx.theme, &cx.text.get("rewards-milestones-none"));
        }
        for state in states.iter().filter(is_own) {
            if let Milestone::Own(id) = state.milestone
                && let Some(own) = cx.model.milestones.get(id)
            {
                own_ui(ui, cx, (own, state), sheets, out);
            }
        }
        if ui.add(Button::act(cx.theme, &cx.text.get("rewards-milestones-add")).icon(icons::PLUS)).clicked() {
            sheets.milestone = Some(MilestoneForm::new(cx));
        }
    });
}

/// The name and what is left, over a bar.
fn ahead(ui: &mut Ui, cx: &Cx<'_>, state: &MilestoneState) {
    let name = milestone_name(cx, state.milestone);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::remark_row(ui, cx.theme, &name, &to_go(cx, state));
        bar(ui, cx, state, &name);
    });
    ui.add_space(4.0);
}

/// One of the user's own: its name, what is left, its reward, and acts.
fn own_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (own, state): (&OwnMilestone, &MilestoneState),
    sheets: &mut Sheets,
    out: &mut Outbox,
) {
    let values = [("milestone", own.name.as_str().into())];
    let reward = of_milestone(cx.model, own.id).next();
    let told = to_go(cx, state);
    let remark = match reward {
        Some(reward) => cx.text.with("list-dot", &[("first", told.into()), ("second", reward.words.as_str().into())]),
        None => told,
    };
    goal::row(ui, cx, &own.name, &remark, |ui| {
        let delete = cx.text.with("rewards-milestones-delete", &values);
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &delete).clicked() {
            out.act(Action::Reward(RewardAction::DeleteMilestone { id: own.id }));
        }
        if let Some(reward) = reward {
            let edit = cx.text.with("rewards-edit", &[("reward", reward.words.as_str().into())]);
            if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &edit).clicked() {
                sheets.form = Some(RewardForm::edit(reward));
            }
        } else if state.reached.is_none() {
            let name = cx.text.with("rewards-milestones-reward-named", &values);
            if widgets::icon_button(ui, cx.theme, icons::GIFT, &name).clicked() {
                sheets.form = Some(RewardForm::of_milestone(own.id, &own.name));
            }
        }
    });
    if state.reached.is_none() {
        bar(ui, cx, state, &own.name);
        ui.add_space(4.0);
    }
}

fn bar(ui: &mut Ui, cx: &Cx<'_>, state: &MilestoneState, name: &str) {
    let share = state.have as f32 / state.need.max(1) as f32;
    widgets::progress_bar(ui, cx.theme, name, share, cx.theme.stage[0]);
}

/// "18 min to go", or the day it was reached.
fn to_go(cx: &Cx<'_>, state: &MilestoneState) -> String {
    match state.reached {
        Some(day) => cx.text.with("rewards-milestones-reached", &[("day", format::date(cx.text, day).into())]),
        None if state.have >= state.need => cx.text.get("rewards-progress-reached"),
        None => {
            let left = left(cx, state.milestone, state.need - state.have);
            cx.text.with("rewards-milestones-left", &[("left", left.into())])
        }
    }
}
