//! "Before you start": the things checked before a session, ticked in passing and never a gate; the cue below them.

use eframe::egui::Ui;
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::environment::{EnvironmentItem, for_sessions};
use crate::domain::experiments::newest_first;
use crate::domain::goal::Goal;
use crate::domain::timer::TimerAction;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::review::coin_words;
use crate::ui::widgets::{Button, card, chip, chips_row, link_button, muted, section, words};

/// The card; `checked` are the items ticked for the session to come.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, checked: &mut Vec<Uuid>, out: &mut Outbox) {
    let items = for_sessions(cx.model, goal.id);
    card(ui, cx.theme, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let title = match (items.is_empty(), &cx.model.running) {
            (true, _) => "focus-cue",
            (false, None) => "focus-before",
            (false, Some(_)) => "focus-with",
        };
        section(ui, cx.theme, &cx.text.get(title));
        ask(ui, cx, out);
        if items.is_empty() {
            cue_alone(ui, cx, goal, out);
        } else {
            chips(ui, cx, &items, checked, out);
            if !goal.cue.is_empty() {
                muted(ui, cx.theme, &goal.cue);
            }
        }
        if !goal.bundle.is_empty() {
            let told = cx.text.with("focus-bundle", &[("what", goal.bundle.as_str().into())]);
            words(ui, &told, &cx.theme.body, cx.theme.ink);
        }
        // Which days an experiment is on is not chosen: it is said, quietly.
        for told in newest_first(cx.model, goal).into_iter().filter_map(|one| coin_words(cx, one)) {
            muted(ui, cx.theme, &told);
        }
    });
}

/// The way to what the running session would open, until it was allowed or put off.
fn ask(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let count = cx.status.waiting_launches;
    if count == 0 || cx.model.running.is_none() {
        return;
    }
    let words = cx.text.with("environment-ask-link", &[("count", count.into())]);
    if ui.add(Button::act(cx.theme, &words).icon(icons::FOLDER_OPEN)).clicked() {
        out.run(Command::ShowLaunches);
    }
}

fn chips(ui: &mut Ui, cx: &Cx<'_>, items: &[&EnvironmentItem], checked: &mut Vec<Uuid>, out: &mut Outbox) {
    chips_row(ui, |ui| {
        for item in items {
            let running = cx.model.running.as_ref().map(|running| &running.environment);
            let mut is_on = running.unwrap_or(checked).contains(&item.id);
            if !chip(ui, cx.theme, &mut is_on, &item.text).changed() {
                continue;
            }
            if running.is_some() {
                out.act(Action::Timer(TimerAction::ToggleItem(item.id)));
            } else if is_on {
                checked.push(item.id);
            } else {
                checked.retain(|other| *other != item.id);
            }
        }
    });
}

/// Without anything to check: when and where, and quiet ways to more.
fn cue_alone(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, out: &mut Outbox) {
    if goal.cue.is_empty() {
        muted(ui, cx.theme, &cx.text.get("focus-cue-none"));
        if link_button(ui, cx.theme, &cx.text.get("focus-cue-choose")).clicked() {
            out.run(Command::GoTo(Tab::Goal));
        }
    } else {
        words(ui, &goal.cue, &cx.theme.body, cx.theme.ink);
    }
    if ui.add(Button::link(cx.theme, &cx.text.get("focus-before-choose"))).clicked() {
        out.run(Command::GoTo(Tab::Environment));
    }
}
