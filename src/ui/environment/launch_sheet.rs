//! The sheet that shows exactly what a session would open, before it is opened for the first time on this device.

use eframe::egui::Ui;

use crate::domain::effect::Launch;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::opens_words::exactly;

/// What waits for the person's word.
#[derive(Debug, Default)]
pub struct LaunchSheet {
    waiting: Vec<Launch>,
    is_open: bool,
    /// The keyboard was not put on the answer that allows nothing yet.
    is_fresh: bool,
}

impl LaunchSheet {
    /// Keeps what the newest session would open, until it is asked about.
    pub fn wait(&mut self, launches: Vec<Launch>) {
        self.waiting = launches;
    }

    /// How much waits.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Forgets what waits, unless it is being looked at.
    pub fn forget(&mut self) {
        if !self.is_open {
            self.waiting.clear();
        }
    }

    /// Shows what waits.
    pub fn open(&mut self) {
        self.is_open = !self.waiting.is_empty();
        self.is_fresh = true;
    }

    /// What was allowed; closes the sheet.
    pub fn take(&mut self) -> Vec<Launch> {
        self.is_open = false;
        std::mem::take(&mut self.waiting)
    }

    /// Shows the sheet while it is open.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        if !self.is_open {
            return;
        }
        let title = cx.text.get("environment-allow-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            widgets::muted(ui, cx.theme, &cx.text.get("environment-allow-lead"));
            for launch in &self.waiting {
                widgets::card(ui, cx.theme, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    widgets::strong(ui, cx.theme, &launch.name);
                    for (name, words) in exactly(cx, &launch.opens) {
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 0.0;
                            widgets::section(ui, cx.theme, &name);
                            widgets::body(ui, cx.theme, &words);
                        });
                    }
                });
            }
        };
        let acts = |ui: &mut Ui, ()| {
            let allow = cx.text.get("command-allow-launches");
            if ui.add(Button::pill(cx.theme, &allow)).clicked() {
                out.run(Command::AllowLaunches);
            }
            let not_now = widgets::quiet_button(ui, cx.theme, &cx.text.get("environment-allow-not"));
            // A key that was meant for something else must not allow anything.
            if self.is_fresh && not_now.has_focus() {
                self.is_fresh = false;
            } else if self.is_fresh {
                not_now.request_focus();
            }
            not_now.clicked()
        };
        let answer = widgets::sheet_with_acts(ui.ctx(), cx.theme, cx.text, "launches", &title, contents, acts);
        self.is_open = !(answer.closed || answer.inner);
        // Not now is an answer; a sheet that was only closed can be opened again.
        if answer.inner {
            self.forget();
        }
    }
}
