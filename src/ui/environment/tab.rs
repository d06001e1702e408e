//! The page: a title, the four groups in two columns or one, and what was put away below.

use std::path::Path;

use eframe::egui::Ui;
use uuid::Uuid;

use crate::domain::environment::{EnvironmentItem, Group, in_use};
use crate::domain::goal::Goal;
use crate::ui::charts::two_columns;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::{format, icons, widgets};

use super::add::AddLine;
use super::archive::Archive;
use super::effect_words::is_compared;
use super::group_card::group_card;
use super::opens_form::OpensForm;
use super::order::Order;

/// Gap between cards, in points.
const GAP: f32 = 16.0;
/// Page width from which there are two columns, in points.
const TWO_COLUMNS: f32 = 760.0;
/// Widest the two columns grow, in points.
const WIDEST: f32 = 1280.0;

/// The Environment room with its own state.
#[derive(Debug, Default)]
pub struct EnvironmentTab {
    pub(super) add: [AddLine; Group::ALL.len()],
    /// The item whose words are being typed.
    pub(super) editing: Option<(Uuid, String)>,
    pub(super) opens: Option<OpensForm>,
    pub(super) order: Order,
    archive: Archive,
}

impl EnvironmentTab {
    /// A file was chosen for the item whose sheet is open.
    pub fn take_picked(&mut self, path: &Path) {
        if let Some(form) = &mut self.opens {
            form.take_picked(path);
        }
    }

    /// There is no dialog to choose a file with.
    pub fn no_dialog(&mut self) {
        if let Some(form) = &mut self.opens {
            form.no_dialog();
        }
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        widgets::page(ui, "environment", WIDEST, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            header(ui, cx, out);
            match cx.model.goal() {
                Some(goal) => self.groups(ui, cx, goal, out),
                None => no_goal(ui, cx, out),
            }
        });
        if let Some(form) = &mut self.opens
            && form.ui(ui.ctx(), cx, out)
        {
            self.opens = None;
        }
    }

    fn groups(&mut self, ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, out: &mut Outbox) {
        let items = in_use(cx.model, goal.id);
        let all: Vec<&EnvironmentItem> = cx.model.environment.iter().filter(|item| item.goal == goal.id).collect();
        self.order.begin();
        if ui.available_width() < TWO_COLUMNS {
            for group in Group::ALL {
                group_card(self, ui, cx, group, (&items, &all), out);
            }
        } else {
            // In the order of the method from left to right, then down.
            two_columns(ui, "environment columns", |ui, column| {
                ui.spacing_mut().item_spacing.y = GAP;
                for group in Group::ALL.into_iter().skip(column).step_by(2) {
                    group_card(self, ui, cx, group, (&items, &all), out);
                }
            });
        }
        self.order.end(ui, cx, out);
        if cx.derived.item_effects.items.iter().any(is_compared) {
            let until = format::date_short(cx.text, cx.derived.item_effects.until);
            widgets::small(ui, cx.theme, &cx.text.with("environment-patterns", &[("date", until.into())]));
        }
        self.archive.ui(ui, cx, &all, out);
    }
}

fn header(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            widgets::page_title(ui, cx.theme, &cx.text.get("environment-tab"));
            why(ui, cx, Strategy::Environment, out);
        });
        widgets::muted(ui, cx.theme, &cx.text.get("environment-lead"));
    });
}

fn no_goal(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let [title, sentence, act] =
        ["environment-no-goal", "environment-no-goal-note", "environment-no-goal-act"].map(|id| cx.text.get(id));
    if widgets::empty_state(ui, cx.theme, icons::LAMP, &title, &sentence, Some(&act)) {
        out.run(Command::GoTo(Tab::Goal));
    }
}
