//! The break in which a reward is taken: what it is, how much is left, and its end.

use eframe::egui::Ui;

use super::clock;
use crate::domain::Action;
use crate::domain::rewards::{RewardAction, RewardBreak};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, nudge_card, progress_bar, section};

/// The card of the running break.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, pause: &RewardBreak, out: &mut Outbox) {
    let left_secs = (pause.ends - cx.now.utc).num_seconds().max(0);
    let whole_secs = (pause.ends - pause.started).num_seconds().max(1);
    nudge_card(ui, cx.theme, |ui| {
        section(ui, cx.theme, &cx.text.get("focus-break"));
        let what = if pause.words.is_empty() { cx.text.get("focus-break") } else { pause.words.clone() };
        super::side::told(ui, cx, &what, &left_words(cx, left_secs));
        let share = 1.0 - left_secs as f32 / whole_secs as f32;
        progress_bar(ui, cx.theme, &cx.text.get("focus-break-bar"), share, cx.theme.stage[0]);
        ui.add_space(4.0);
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
