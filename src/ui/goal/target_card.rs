//! The target: minutes a day, with the day from which a change holds.

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::domain::goal::Goal;
use crate::domain::target::{MAX_TARGET_MINUTES, TargetAction, coming_target, target_on};
use crate::domain::{Action, apply};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, Stepper};

/// The target that is being chosen; none while it is left as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct TargetCard {
    chosen: Option<u16>,
}

impl TargetCard {
    /// Shows the target and lets another be set.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, goal: &Goal, out: &mut Outbox) {
        let today = cx.derived.today;
        let now = target_on(&cx.model.targets, goal.id, today);
        let coming = coming_target(&cx.model.targets, goal.id, today);
        let shown = coming.map_or(now, |target| target.minutes);
        let mut minutes = self.chosen.unwrap_or(shown);
        let name = cx.text.get("goal-target-name");
        ui.horizontal_wrapped(|ui| {
            let unit = cx.text.get("goal-target-unit");
            let stepper = Stepper::new(cx.theme, cx.text, &name, 1..=MAX_TARGET_MINUTES).unit(&unit);
            if stepper.show(ui, &mut minutes).changed() {
                self.chosen = Some(minutes).filter(|minutes| *minutes != shown);
            }
            ui.add_space(8.0);
            let can = self.chosen.is_some();
            let set = cx.text.get("goal-target-set");
            if ui.add_enabled(can, Button::small(cx.theme, &set)).clicked() {
                out.act(Action::Target(TargetAction::Set { minutes }));
                self.chosen = None;
            }
        });
        let words = match (self.chosen, coming) {
            (Some(minutes), _) => chosen_words(cx, goal, minutes),
            (None, Some(target)) => coming_words(cx, now, target.minutes, target.from),
            (None, None) => cx.text.get("goal-target-note"),
        };
        widgets::muted(ui, cx.theme, &words);
    }
}

/// From when a chosen target would hold, tried out on a copy that costs a few pointers.
fn chosen_words(cx: &Cx, goal: &Goal, minutes: u16) -> String {
    let mut trial = cx.model.clone();
    if let Err(refusal) = apply(&mut trial, Action::Target(TargetAction::Set { minutes }), cx.now) {
        return crate::ui::refusals::words(&refusal, cx.text);
    }
    match coming_target(&trial.targets, goal.id, cx.derived.today) {
        Some(target) => {
            let date = format::day_month(cx.text, target.from);
            cx.text.with("goal-target-easier", &[("date", date.into())])
        }
        None => cx.text.get("goal-target-at-once"),
    }
}

fn coming_words(cx: &Cx, now: u16, minutes: u16, from: NaiveDate) -> String {
    let values = [("now", now.into()), ("minutes", minutes.into()), ("date", format::day_month(cx.text, from).into())];
    cx.text.with("goal-target-coming", &values)
}
