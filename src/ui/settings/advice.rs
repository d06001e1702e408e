//! The card "Advice": which rules may speak on Focus.

use eframe::egui::Ui;

use crate::domain::nudges::Rule;
use crate::ui::cx::Cx;
use crate::ui::nudge_words;
use crate::ui::widgets::{small, toggle};

use super::row::section_card;

/// The settings on this card.
pub(super) struct AdviceFields<'a> {
    pub silent_rules: &'a mut Vec<Rule>,
}

pub(super) fn advice_ui(ui: &mut Ui, cx: &Cx<'_>, fields: AdviceFields<'_>) {
    let AdviceFields { silent_rules } = fields;
    section_card(ui, cx, "settings-advice", |ui| {
        small(ui, cx.theme, &cx.text.get("settings-advice-note"));
        ui.spacing_mut().item_spacing.y = 4.0;
        for rule in Rule::ALL {
            let mut speaks = !silent_rules.contains(&rule);
            if toggle(ui, cx.theme, &mut speaks, &nudge_words::title(rule, cx.text)).changed() {
                silent_rules.retain(|silent| *silent != rule);
                silent_rules.extend((!speaks).then_some(rule));
            }
        }
    });
}
