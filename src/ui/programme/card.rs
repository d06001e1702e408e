//! The card "The path": where one is, the 30 days drawn, and the steps of one stage.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::programme::{Path, Stage};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

use super::words::{date, stage_lead, stage_name};
use super::{steps, track};

/// Which stage's steps are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Opened {
    /// That of today; none after the last day.
    #[default]
    Now,
    Stage(Stage),
    Nothing,
}

/// The card with its own state.
#[derive(Clone, Copy, Debug, Default)]
pub struct PathCard {
    opened: Opened,
}

impl PathCard {
    /// Shows the path.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let path = &cx.derived.programme;
        tiles(ui, cx.theme, "path", &[1.0], |ui, _| {
            ui.spacing_mut().item_spacing.y = 4.0;
            head(ui, cx, path, out);
            ui.add_space(4.0);
            let opened = self.stage(path);
            if let Some(clicked) = track::ui(ui, cx, path, opened) {
                self.opened = if opened == Some(clicked) { Opened::Nothing } else { Opened::Stage(clicked) };
            }
            if let Some(view) = opened.and_then(|stage| path.stage(stage)) {
                ui.add_space(8.0);
                widgets::divider(ui, cx.theme);
                ui.add_space(4.0);
                let values = [("stage", stage_name(cx, view.stage).into()), ("steps", view.steps_done().into())];
                widgets::section(ui, cx.theme, &cx.text.with("programme-steps-of", &values));
                widgets::muted(ui, cx.theme, &stage_lead(cx, view.stage));
                steps::ui(ui, cx, view, out);
            }
        });
    }

    /// The stage that is open.
    fn stage(self, path: &Path) -> Option<Stage> {
        match self.opened {
            Opened::Now => path.now().map(|view| view.stage),
            Opened::Stage(stage) => Some(stage),
            Opened::Nothing => None,
        }
    }
}

/// The card's name, the day, and how the plan holds.
fn head(ui: &mut Ui, cx: &Cx<'_>, path: &Path, out: &mut Outbox) {
    let size = vec2(ui.available_width(), 24.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        why(ui, cx, Strategy::SmallSessions, out);
        let left = Layout::left_to_right(Align::Center);
        ui.with_layout(left, |ui| widgets::section(ui, cx.theme, &cx.text.get("programme-path")));
    });
    let day = match path.now() {
        Some(_) => cx.text.with("programme-day", &[("day", path.day.into()), ("length", path.length.into())]),
        None => cx.text.with("programme-all-done", &[("length", path.length.into())]),
    };
    widgets::subtitle(ui, cx.theme, &day);
    widgets::muted(ui, cx.theme, &plan_words(cx, path));
}

/// How the plan holds, and when to judge; after the last day, what comes then.
fn plan_words(cx: &Cx<'_>, path: &Path) -> String {
    if path.now().is_none() {
        let [done, steps] = path.steps_done();
        return cx.text.with("programme-keep-going", &[("done", done.into()), ("steps", steps.into())]);
    }
    let Some(last) = path.stages.last() else { return String::new() };
    let [_, planned] = last.planned;
    let (planned_words, ends) = (date(cx, planned), date(cx, last.ends));
    let plan = if planned == last.ends {
        cx.text.with("programme-on-plan", &[("ends", ends.into())])
    } else {
        cx.text.with("programme-planned", &[("planned", planned_words.into()), ("ends", ends.into())])
    };
    format!("{plan} {}", cx.text.get("programme-judge"))
}
