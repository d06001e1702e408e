//! Ui: one frame. The rail, the open tab, and what lies over it.

use chrono::{DateTime, FixedOffset, Utc};
use eframe::egui;

use crate::domain::Now;
use crate::ui::commands::Tab;
use crate::ui::cx::Cx;
use crate::ui::shortcuts::{self, Cover};
use crate::ui::{banners, rail, recovery, widgets};

use super::renderer::App;
use super::room::Room;

impl App {
    /// Draws one frame and carries out what it asks for.
    pub(super) fn frame(&mut self, ui: &mut egui::Ui) {
        widgets::watch_hands(ui.ctx());
        let now = self.services.clock.now();
        match &mut self.stage {
            super::opening::Stage::Room(room) => {
                let clock = &self.services.clock;
                room_ui(room, &self.look.theme, &self.text, now, &|at| clock.offset(at), ui);
            }
            super::opening::Stage::Recovery(view, _) => {
                let theme = &self.look.theme;
                let choice = on_page(ui, theme, |ui| recovery::ui(ui, theme, &self.text, view));
                if let Some(choice) = choice {
                    super::opening::recover(self, ui.ctx(), choice, now);
                }
            }
            super::opening::Stage::Missing(view, _) => {
                let theme = &self.look.theme;
                let choice = on_page(ui, theme, |ui| recovery::missing_ui(ui, theme, &self.text, view));
                if let Some(choice) = choice {
                    super::opening::find(self, ui.ctx(), choice, now);
                }
            }
        }
        let ctx = ui.ctx().clone();
        if self.carry_out(&ctx, now) {
            ctx.request_repaint();
        }
        self.window.see(&ctx);
    }
}

fn room_ui(
    room: &mut Room,
    theme: &crate::ui::theme::Theme,
    text: &crate::ui::text::Text,
    now: Now,
    offset_at: &dyn Fn(DateTime<Utc>) -> FixedOffset,
    ui: &mut egui::Ui,
) {
    let mut out = std::mem::take(&mut room.outbox);
    let cx = Cx {
        model: &room.model,
        derived: &room.derived,
        now,
        today: room.derived.today,
        theme,
        text,
        status: &room.status,
        offset_at,
    };
    let cover = if ui.ctx().memory(egui::Memory::top_modal_layer).is_some() { Cover::Sheet } else { Cover::None };
    for command in shortcuts::collect(ui.ctx(), cx.model, cx.status, cover) {
        out.run(command);
    }
    let tabs = &mut room.tabs;
    banners::ui(ui, &cx, &mut out);
    if cx.model.goals.is_empty() {
        on_page(ui, theme, |ui| tabs.first_run.ui(ui, &cx, &mut out));
    } else {
        rail::ui(ui, &cx, room.status.tab, &mut out);
        on_page(ui, theme, |ui| match room.status.tab {
            Tab::Focus => tabs.focus.ui(ui, &cx, &mut out),
            Tab::Goal => tabs.goal.ui(ui, &cx, &mut out),
            Tab::Progress => tabs.progress.ui(ui, &cx, &mut out),
            Tab::Rewards => tabs.rewards.ui(ui, &cx, &mut out),
            Tab::Environment => tabs.environment.ui(ui, &cx, &mut out),
            Tab::People => tabs.people.ui(ui, &cx, &mut out),
            Tab::Review => tabs.review.ui(ui, &cx, &mut out),
            Tab::Settings => tabs.settings.ui(ui, &cx, &mut out),
        });
    }
    tabs.palette.ui(ui, &cx, &mut out);
    tabs.sheet.ui(ui, &cx, &mut out);
    tabs.plans.ui(ui, &cx, &mut out);
    tabs.share.ui(ui, &cx, &mut out);
    tabs.evidence.ui(ui, &cx, &mut out);
    tabs.launches.ui(ui, &cx, &mut out);
    tabs.toasts.ui(ui, &cx, &mut out);
    widgets::uncover(ui.ctx());
    room.outbox = out;
}

/// Shows something on the ground every tab stands on; each keeps its own distance from the edges.
fn on_page<R>(ui: &mut egui::Ui, theme: &crate::ui::theme::Theme, contents: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let ground = egui::Frame::new().fill(theme.background);
    egui::CentralPanel::default().frame(ground).show(ui, contents).inner
}
