//! If-then plans: each as a full sentence with its use and hit rate, and the ways to write, change and use one.

use eframe::egui::{Layout, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::Goal;
use crate::domain::plans::{Plan, PlanAction, PlanUse, UseResult};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::plans::{act_row, judge, remark, sentence_of};
use crate::ui::widgets::{self, Button, ICON_BUTTON};

/// Gap between a plan's words and its acts, in points.
const GAP: f32 = 8.0;

/// Whether the plans that were put away are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PutAway {
    #[default]
    Hidden,
    Shown,
}

/// Shows the plans of a goal.
pub fn ui(ui: &mut Ui, cx: &Cx, goal: &Goal, put_away: &mut PutAway, out: &mut Outbox) {
    let plans = || cx.model.plans.iter().rev().filter(|plan| plan.goal == goal.id);
    if plans().all(|plan| !plan.is_open()) {
        widgets::muted(ui, cx.theme, &cx.text.get("plans-card-none"));
    }
    for plan in plans().filter(|plan| plan.is_open()) {
        plan_ui(ui, cx, plan, out);
        widgets::divider(ui, cx.theme);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        if ui.add(Button::small(cx.theme, &cx.text.get("plans-new")).icon(icons::PLUS)).clicked() {
            out.run(Command::NewPlan);
        }
        if widgets::small_button(ui, cx.theme, &cx.text.get("plans-guided")).clicked() {
            out.run(Command::GuidedPlan);
        }
        why(ui, cx, Strategy::IfThenPlans, out);
    });
    let away = plans().filter(|plan| !plan.is_open()).count();
    if away == 0 {
        return;
    }
    let (words, next) = match put_away {
        PutAway::Hidden => (cx.text.with("plans-archived", &[("count", away.into())]), PutAway::Shown),
        PutAway::Shown => (cx.text.get("plans-archived-hide"), PutAway::Hidden),
    };
    if ui.add(Button::act(cx.theme, &words)).clicked() {
        *put_away = next;
    }
    if *put_away == PutAway::Shown {
        for plan in plans().filter(|plan| !plan.is_open()) {
            away_ui(ui, cx, plan, out);
        }
    }
}

/// The sentence with its acts beside it, and what became of it below.
fn plan_ui(ui: &mut Ui, cx: &Cx, plan: &Plan, out: &mut Outbox) {
    let sentence = sentence_of(cx, plan);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        beside(
            ui,
            3,
            |ui| words(ui, cx, &sentence),
            |ui| {
                let named = |id: &str| cx.text.with(id, &[("plan", sentence.as_str().into())]);
                if widgets::icon_button(ui, cx.theme, icons::TRASH, &named("plans-delete")).clicked() {
                    out.act(Action::Plan(PlanAction::Delete { id: plan.id }));
                }
                if widgets::icon_button(ui, cx.theme, icons::ARCHIVE, &named("plans-archive")).clicked() {
                    out.act(Action::Plan(PlanAction::ToggleArchived { id: plan.id }));
                }
                if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &named("plans-edit")).clicked() {
                    out.run(Command::EditPlan(plan.id));
                }
            },
        );
        widgets::small(ui, cx.theme, &remark(cx, plan));
        below(ui, cx, plan, out);
    });
}

/// What is asked about a plan, and "Use it now".
fn below(ui: &mut Ui, cx: &Cx, plan: &Plan, out: &mut Outbox) {
    let figures = cx.derived.plans.get(&plan.id).copied().unwrap_or_default();
    if let Some(usage) = unjudged(cx, plan.id) {
        judge(ui, cx, usage, out);
    }
    act_row(ui, |ui| {
        if figures.needs_rework() {
            let values = [("missed", figures.missed().into()), ("judged", figures.judged.into())];
            if ui.add(Button::act(cx.theme, &cx.text.with("plans-rework", &values))).clicked() {
                out.run(Command::EditPlan(plan.id));
            }
        }
        if plan.read_back.is_none() && ui.add(Button::act(cx.theme, &cx.text.get("plans-read"))).clicked() {
            out.run(Command::ReadPlan(plan.id));
        }
        if ui.add(Button::act(cx.theme, &cx.text.get("plans-use"))).clicked() {
            out.act(Action::Plan(PlanAction::Use { id: plan.id }));
        }
    });
}

/// The newest use of a plan, if it was not said whether it helped and its session is over.
fn unjudged<'a>(cx: &Cx<'a>, plan: Uuid) -> Option<&'a PlanUse> {
    let running = cx.model.running.as_ref().map(|running| running.id);
    let last = cx.model.plan_uses.iter().rfind(|usage| usage.plan == plan)?;
    (last.result == UseResult::Open && (last.session.is_none() || last.session != running)).then_some(last)
}

fn away_ui(ui: &mut Ui, cx: &Cx, plan: &Plan, out: &mut Outbox) {
    let sentence = sentence_of(cx, plan);
    let told = |ui: &mut Ui| {
        widgets::muted(ui, cx.theme, &sentence);
        widgets::small(ui, cx.theme, &remark(cx, plan));
    };
    beside(ui, 2, told, |ui| {
        let named = |id: &str| cx.text.with(id, &[("plan", sentence.as_str().into())]);
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &named("plans-delete")).clicked() {
            out.act(Action::Plan(PlanAction::Delete { id: plan.id }));
        }
        let restore = named("plans-restore");
        if widgets::icon_button(ui, cx.theme, icons::ARROW_COUNTER_CLOCKWISE, &restore).clicked() {
            out.act(Action::Plan(PlanAction::ToggleArchived { id: plan.id }));
        }
    });
}

fn words(ui: &mut Ui, cx: &Cx, sentence: &str) {
    // The first line stands in the middle of the icons.
    ui.add_space((ICON_BUTTON - 20.0) / 2.0);
    widgets::body(ui, cx.theme, sentence);
}

/// Words that wrap on the left, and so many icon buttons on the right, the rightmost first.
fn beside(ui: &mut Ui, icons: u8, words: impl FnOnce(&mut Ui), acts: impl FnOnce(&mut Ui)) {
    let room = ui.available_width() - f32::from(icons) * ICON_BUTTON - GAP;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_width(room);
            words(ui);
        });
        ui.with_layout(Layout::right_to_left(eframe::egui::Align::Min), acts);
    });
}
