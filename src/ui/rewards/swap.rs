//! The sheet that swaps a reward which does not reward: ideas, or words of one's own.

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::rewards::{MAX_WORDS_CHARS, Reward, RewardAction, RewardField, RewardGroup};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::starters::Starters;
use crate::ui::widgets::{self, Button, TextField};

use super::ideas::ideas;

/// What is put in place of one reward.
#[derive(Clone, Debug)]
pub(super) struct Swap {
    reward: Uuid,
    words: String,
    /// Of the idea that was chosen: its words, kind and minutes.
    idea: Option<(String, RewardGroup, u16)>,
}

impl Swap {
    pub(super) fn new(reward: &Reward) -> Self {
        Self { reward: reward.id, words: String::new(), idea: None }
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let Some(reward) = cx.model.rewards.get(self.reward).filter(|reward| reward.is_active()) else { return true };
        let title = cx.text.with("rewards-swap-title", &[("reward", reward.words.as_str().into())]);
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            self.contents(ui, cx, reward);
            !self.words.trim().is_empty()
        };
        let acts = |ui: &mut Ui, can: bool| {
            let label = cx.text.get("rewards-swap-act");
            let is_swapped = ui.add_enabled(can, Button::pill(cx.theme, &label)).clicked();
            (is_swapped, widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked())
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "swap", &title, contents, acts);
        let (is_swapped, is_cancelled) = answer.inner;
        if is_swapped {
            self.save(reward, out);
        }
        answer.closed || is_swapped || is_cancelled
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, reward: &Reward) {
        widgets::muted(ui, cx.theme, &cx.text.get("rewards-swap-lead"));
        let found = ideas(cx.model, &cx.derived.rewards.history, reward, Starters::built_in());
        if !found.offered.is_empty() {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                widgets::section(ui, cx.theme, &cx.text.get("rewards-swap-ideas"));
                widgets::chips_row(ui, |ui| {
                    for starter in &found.offered {
                        let mut is_chosen = self.words == starter.text;
                        if widgets::chip(ui, cx.theme, &mut is_chosen, &starter.text).changed() {
                            let words = if is_chosen { starter.text.as_str() } else { "" };
                            words.clone_into(&mut self.words);
                            self.idea = Some((starter.text.clone(), starter.group, starter.minutes));
                        }
                    }
                });
                if found.liked_first {
                    widgets::small(ui, cx.theme, &cx.text.get("rewards-swap-rated"));
                }
            });
        }
        let (label, hint) = (cx.text.get("rewards-form-words"), cx.text.get("rewards-form-hint"));
        TextField::new(cx.theme, &label).hint(&hint).limit(MAX_WORDS_CHARS).show(ui, &mut self.words);
    }

    /// Asks for the words, and for kind and minutes where an idea was taken as it is.
    fn save(&mut self, reward: &Reward, out: &mut Outbox) {
        let words = std::mem::take(&mut self.words);
        let idea = self.idea.take().filter(|(idea, ..)| *idea == words);
        let mut fields = vec![RewardField::Words(words)];
        if let Some((_, group, minutes)) = idea {
            fields.extend([RewardField::Group(group), RewardField::Minutes(minutes)]);
        }
        fields.extend(reward.opens.is_some().then_some(RewardField::Opens(None)));
        out.act(Action::Reward(RewardAction::Set { id: reward.id, fields }));
    }
}
