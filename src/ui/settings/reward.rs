//! The card "Reward": what waits after each session, and for how long.

use eframe::egui::{Id, Ui};

use crate::domain::Action;
use crate::domain::rewards::{
    DEFAULT_BREAK_MINUTES, Layer, MAX_BREAK_MINUTES, MAX_WORDS_CHARS, Reward, RewardAction, RewardField, RewardGroup,
    of_layer,
};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Stepper, TextField};

use super::row::{row_why, section_card_why};

pub(super) fn reward_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let text = cx.text;
    section_card_why(ui, cx, ("settings-reward", Strategy::ImmediateRewards), out, |ui, out| {
        let own = of_layer(cx.model, Layer::Session).next();
        // A space at the end of what is typed is not saved, and not taken from under the fingers either.
        let (typed, saved) = (Id::unique("settings-reward-typed"), own.map_or("", |reward| reward.words.as_str()));
        let last: Option<String> = ui.data(|data| data.get_temp(typed));
        let mut words = last.filter(|last| last.trim() == saved).unwrap_or_else(|| saved.to_owned());
        let mut minutes = own.map_or(DEFAULT_BREAK_MINUTES, |reward| reward.minutes);
        TextField::new(cx.theme, &text.get("settings-reward-words"))
            .hint(&text.get("settings-reward-hint"))
            .note(&text.get("settings-reward-note"))
            .limit(MAX_WORDS_CHARS)
            .show(ui, &mut words);
        ui.data_mut(|data| data.insert_temp(typed, words.clone()));
        let (name, unit) = (text.get("settings-reward-minutes"), text.get("settings-minutes-unit"));
        let note = text.get("settings-reward-minutes-note");
        row_why(ui, cx, (&name, &note, Strategy::Breaks), out, |ui| {
            Stepper::new(cx.theme, text, &name, 1..=MAX_BREAK_MINUTES).unit(&unit).show(ui, &mut minutes);
        });
        if let Some(action) = asked(own, words, minutes) {
            out.act(Action::Reward(action));
        }
    });
}

fn asked(own: Option<&Reward>, words: String, minutes: u16) -> Option<RewardAction> {
    let is_empty = words.trim().is_empty();
    match own {
        None if is_empty => None,
        None => {
            let (layer, group) = (Layer::Session, RewardGroup::default());
            Some(RewardAction::Add { layer, words, minutes, opens: None, group, milestone: None })
        }
        Some(own) if is_empty => Some(RewardAction::Retire { id: own.id }),
        Some(own) if own.words != words.trim() => {
            Some(RewardAction::Set { id: own.id, field: RewardField::Words(words) })
        }
        Some(own) if own.minutes != minutes => {
            Some(RewardAction::Set { id: own.id, field: RewardField::Minutes(minutes) })
        }
        Some(_) => None,
    }
}
