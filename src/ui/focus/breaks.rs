//! The break in which a reward is taken: what it is, how much is left, its end, and how good it was.

use eframe::egui::Ui;

use super::clock;
use crate::domain::Action;
use crate::domain::rewards::{Grant, GrantState, Occasion, RewardAction, RewardBreak};
use crate::domain::time::day_of;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, card as plain_card, nudge_card, progress_bar, rating, section, small, words};

/// The card of the running break.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, pause: &RewardBreak, out: &mut Outbox) {
    let left_secs = (pause.ends - cx.now.utc).num_seconds().max(0);
    let whole_secs = (pause.ends - pause.started).num_seconds().max(1);
    nudge_card(ui, cx.theme, |ui| {
        section(ui, cx.theme, &cx.text.get("focus-break"));
        super::side::told(ui, cx, &pause.words, &left_words(cx, left_secs));
        let share = 1.0 - left_secs as f32 / whole_secs as f32;
        progress_bar(ui, cx.theme, &cx.text.get("focus-break-bar"), share, cx.theme.stage[0]);
        ui.add_space(4.0);
        if cx.status.waiting_launches > 0 {
            let label = cx.text.with("environment-ask-link", &[("count", cx.status.waiting_launches.into())]);
            if ui.add(Button::act(cx.theme, &label).icon(icons::FOLDER_OPEN)).clicked() {
                out.run(Command::ShowLaunches);
            }
        }
        if ui.add(Button::small(cx.theme, &cx.text.get("focus-break-end"))).clicked() {
            out.act(Action::Reward(RewardAction::EndBreak));
        }
    });
    ui.ctx().request_repaint_after(clock::next_break_change(left_secs));
}

fn left_words(cx: &Cx<'_>, left_secs: i64) -> String {
    if left_secs < 60 {
        return cx.text.get("focus-break-soon");
    }
    cx.text.with("focus-break-left", &[("minutes", (left_secs.div_euclid(60) + i64::from(left_secs % 60 > 0)).into())])
}

/// The reward that was taken today and not rated yet, once its break is over; `passed` is one that is not to be asked
/// about any more.
pub(super) fn unrated<'a>(cx: &Cx<'a>, passed: Option<Occasion>) -> Option<&'a Grant> {
    if cx.model.running.is_some() || cx.model.reward_break.is_some() {
        return None;
    }
    let taken = cx.derived.rewards.history.iter().filter(|grant| grant.state == GrantState::Claimed);
    let newest = taken.max_by_key(|grant| grant.answered)?;
    let is_today =
        newest.answered.is_some_and(|at| day_of(at, cx.now.offset, cx.model.settings.day_start_hour) == cx.today);
    (newest.good.is_none() && is_today && passed != Some(newest.occasion)).then_some(newest)
}

/// Asks in place how good a reward was; one circle is the answer, and to go on without one is fine.
pub(super) fn good(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, passed: &mut Option<Occasion>, out: &mut Outbox) {
    plain_card(ui, cx.theme, |ui| {
        words(ui, &grant.words, &cx.theme.strong, cx.theme.ink);
        rate(ui, cx, grant, out);
        if ui.add(Button::act(cx.theme, &cx.text.get("focus-good-not-now")).muted()).clicked() {
            *passed = Some(grant.occasion);
        }
    });
}

/// The question and its five circles.
pub(super) fn rate(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, out: &mut Outbox) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.spacing_mut().interact_size.y = 16.0;
        let name = cx.text.get("focus-good");
        ui.horizontal(|ui| {
            section(ui, cx.theme, &name);
            small(ui, cx.theme, &cx.text.get("focus-good-ends"));
        });
        let mut good = grant.good;
        if rating(ui, cx.theme, cx.text, &name, &mut good).changed() {
            out.act(Action::Reward(RewardAction::Rate { occasion: grant.occasion, good }));
        }
    });
}
