//! The ladder: a card with six rungs on one rail, and how a reward is picked where a rung has several.

use eframe::egui::{Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::domain::Action;
use crate::domain::rewards::{Layer, Pick};
use crate::domain::settings::SettingsAction;
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::outbox::Outbox;
use crate::ui::settings::row::row;
use crate::ui::widgets;

use super::node;
use super::rung;
use super::tab::Sheets;
use super::words::layer_icon;

/// Gap between a rung's mark and its words, and between rungs, in points.
const GAP: f32 = 16.0;
const BETWEEN: f32 = 24.0;
/// Width of the rail between two marks, and its distance from them, in points.
const RAIL: f32 = 2.0;
const AIR: f32 = 4.0;

/// Which rungs show all their ideas.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LadderCard {
    pub(super) shows_ideas: [bool; Layer::ALL.len()],
}

impl LadderCard {
    /// Shows the card.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &mut Sheets, out: &mut Outbox) {
        tiles(ui, cx.theme, "rewards ladder", &[1.0], |ui, _| {
            with_why(ui, cx, Strategy::ImmediateRewards, out, |ui| {
                widgets::section(ui, cx.theme, &cx.text.get("rewards-ladder"));
            });
            widgets::muted(ui, cx.theme, &cx.text.get("rewards-ladder-lead"));
            ui.add_space(8.0);
            let mut above = None;
            for layer in Layer::ALL {
                let centre = self.rung(ui, cx, layer, sheets, out);
                if let Some(above) = above {
                    rail(ui, cx, above, centre);
                }
                above = Some(centre);
                if layer != Layer::Comeback {
                    ui.add_space(BETWEEN - 8.0);
                }
            }
            if cx.derived.rewards.ladder.iter().any(|rung| rung.rewards.len() > 1) {
                ui.add_space(8.0);
                widgets::divider(ui, cx.theme);
                ui.add_space(4.0);
                pick(ui, cx, out);
            }
        });
    }

    /// Shows a rung; gives back where its mark stands.
    fn rung(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        layer: Layer,
        sheets: &mut Sheets,
        out: &mut Outbox,
    ) -> eframe::egui::Pos2 {
        let (start, width) = (ui.cursor().min, ui.available_width());
        let centre = pos2(start.x + node::RADIUS, start.y + node::RADIUS);
        let left = start.x + 2.0 * node::RADIUS + GAP;
        let place = Rect::from_min_max(pos2(left, start.y), pos2(start.x + width, start.y));
        let mut child = ui.new_child(UiBuilder::new().id_salt(("rung", layer)).max_rect(place));
        child.spacing_mut().item_spacing.y = 0.0;
        rung::ui(self, &mut child, cx, layer, sheets, out);
        let height = child.min_rect().height().max(2.0 * node::RADIUS);
        ui.allocate_rect(Rect::from_min_size(start, vec2(width, height)), Sense::hover());
        node::paint(ui.painter(), cx.theme, centre, layer_icon(layer), rung::share(cx, layer));
        centre
    }
}

/// The rail between two marks.
fn rail(ui: &Ui, cx: &Cx<'_>, above: eframe::egui::Pos2, below: eframe::egui::Pos2) {
    let away = node::RADIUS + AIR;
    let range = above.y + away..=below.y - away;
    ui.painter().vline(above.x, range, Stroke::new(RAIL, cx.theme.track));
}

/// In turn, or by a draw whose odds each reward shows.
fn pick(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let before = cx.model.settings.reward_pick;
    let mut now = before;
    let note = match before {
        Pick::Rotate => "rewards-pick-rotate-note",
        Pick::Surprise => "rewards-pick-surprise-note",
    };
    let name = cx.text.get("rewards-pick");
    let options =
        [(Pick::Rotate, cx.text.get("rewards-pick-rotate")), (Pick::Surprise, cx.text.get("rewards-pick-surprise"))];
    row(ui, cx.theme, &name, &cx.text.get(note), |ui| {
        widgets::segmented(ui, cx.theme, &name, &mut now, &options);
    });
    if now != before {
        let mut settings = cx.model.settings.clone();
        settings.reward_pick = now;
        out.act(Action::Settings(SettingsAction::Set(settings)));
    }
}
