//! The card "Reward": what waits after each session, and for how long.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::reward::{MAX_BREAK_MINUTES, RewardAction};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Stepper, TextField};

use super::row::{row_why, section_card_why};

/// The most characters of the wording; it has to fit a notification.
const MOST_CHARS: usize = 120;

pub(super) fn reward_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let text = cx.text;
    section_card_why(ui, cx, ("settings-reward", Strategy::ImmediateRewards), out, |ui, out| {
        let mut reward = cx.model.reward.clone();
        TextField::new(cx.theme, &text.get("settings-reward-words"))
            .hint(&text.get("settings-reward-hint"))
            .note(&text.get("settings-reward-note"))
            .limit(MOST_CHARS)
            .show(ui, &mut reward.words);
        let (name, unit) = (text.get("settings-reward-minutes"), text.get("settings-minutes-unit"));
        let note = text.get("settings-reward-minutes-note");
        row_why(ui, cx, (&name, &note, Strategy::Breaks), out, |ui| {
            Stepper::new(cx.theme, text, &name, 1..=MAX_BREAK_MINUTES).unit(&unit).show(ui, &mut reward.minutes);
        });
        if reward != cx.model.reward {
            out.act(Action::Reward(RewardAction::Set(reward)));
        }
    });
}
