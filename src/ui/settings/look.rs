//! The card "Look": theme, accent, text size, motion, celebration, level and badges.

use eframe::egui::Ui;

use crate::domain::settings::{Accent, Motion, Switch, TEXT_PERCENT, ThemeChoice};
use crate::ui::cx::Cx;
use crate::ui::shortcuts::TEXT_STEP_PERCENT;
use crate::ui::theme::Motion as Moves;
use crate::ui::widgets::{Stepper, toggle_note};

use super::accent::accent_ui;
use super::notify::switch;
use super::row::{choice_row, row, section_card};

/// The settings on this card.
pub(super) struct LookFields<'a> {
    pub theme: &'a mut ThemeChoice,
    pub accent: &'a mut Accent,
    pub text_percent: &'a mut u16,
    pub motion: &'a mut Motion,
    pub celebration: &'a mut Switch,
    pub game: &'a mut Switch,
}

/// What is being typed on this card.
#[derive(Debug, Default)]
pub(super) struct LookForm {
    /// A text size still being typed or dragged: it would move the field under the pointer.
    percent: Option<u16>,
}

impl LookForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, fields: LookFields<'_>) {
        let LookFields { theme, accent, text_percent, motion, celebration, game } = fields;
        let text = cx.text;
        section_card(ui, cx, "settings-look", |ui| {
            let themes = [
                (ThemeChoice::System, "settings-theme-system"),
                (ThemeChoice::Light, "settings-theme-light"),
                (ThemeChoice::Dark, "settings-theme-dark"),
            ];
            choice_row(ui, cx, ("settings-theme", None), theme, &themes);
            row(ui, cx.theme, &text.get("settings-accent"), "", |ui| accent_ui(ui, cx, accent));
            let name = text.get("settings-text-size");
            let note = text.get("settings-text-size-note");
            row(ui, cx.theme, &name, &note, |ui| self.percent_ui(ui, cx, &name, text_percent));
            let motions = [
                (Motion::System, "settings-motion-system"),
                (Motion::Full, "settings-motion-full"),
                (Motion::Reduced, "settings-motion-reduced"),
            ];
            choice_row(ui, cx, ("settings-motion", None), motion, &motions);
            let mut is_shown = celebration.is_on();
            let note_id = match cx.theme.motion {
                Moves::Full => "settings-celebration-note",
                Moves::Reduced => "settings-celebration-note-still",
            };
            let (name, note) = (text.get("settings-celebration"), text.get(note_id));
            toggle_note(ui, cx.theme, &mut is_shown, &name, &note);
            *celebration = switch(is_shown);
            let mut is_played = game.is_on();
            let (name, note) = (text.get("settings-game"), text.get("settings-game-note"));
            toggle_note(ui, cx.theme, &mut is_played, &name, &note);
            *game = switch(is_played);
        });
    }

    fn percent_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, name: &str, percent: &mut u16) {
        let mut shown = self.percent.unwrap_or(*percent);
        let unit = cx.text.get("settings-percent-unit");
        let response = Stepper::new(cx.theme, cx.text, name, TEXT_PERCENT)
            .step(f64::from(TEXT_STEP_PERCENT))
            .unit(&unit)
            .show(ui, &mut shown);
        let is_open = response.has_focus() || response.dragged();
        self.percent = (is_open && shown != *percent).then_some(shown);
        if !is_open {
            *percent = shown;
        }
    }
}
