//! The look in force: the theme from the settings and the desktop's wish, applied when it changes.

use eframe::egui;

use crate::domain::settings::{Accent, Motion, Settings, ThemeChoice};
use crate::platform::appearance::{self, Appearance, Scheme};
use crate::ui::theme::{self, Mode, Theme};

/// The theme in force and what it was made from.
pub struct Look {
    pub theme: Theme,
    desktop: Appearance,
    made_from: (Mode, Accent, theme::Motion, u16),
}

impl Look {
    /// Installs the fonts and the light look; the settings come with the first frame.
    pub fn new(ctx: &egui::Context) -> Self {
        theme::install_fonts(ctx);
        let theme = Theme::new(Mode::Light, theme::Accent::Gold, theme::Motion::Full);
        theme::apply(&theme, ctx);
        // The keys for the text size are commands, which change the setting; egui's own would change only the window.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        Self { theme, desktop: Appearance::default(), made_from: (Mode::Light, Accent::Gold, theme::Motion::Full, 0) }
    }

    /// Takes in the desktop's wish.
    pub fn set_desktop(&mut self, desktop: Appearance) {
        self.desktop = desktop;
    }

    /// Brings the look in line with the settings and the desktop, if anything changed.
    pub fn follow(&mut self, settings: &Settings, ctx: &egui::Context) {
        let wanted = (self.mode(settings, ctx), settings.accent, self.motion(settings), settings.text_percent);
        if wanted == self.made_from {
            return;
        }
        let (mode, accent, motion, percent) = wanted;
        self.theme = Theme::new(mode, metal(accent), motion);
        theme::apply(&self.theme, ctx);
        ctx.set_zoom_factor(f32::from(percent) / 100.0);
        self.made_from = wanted;
    }

    fn mode(&self, settings: &Settings, ctx: &egui::Context) -> Mode {
        match settings.theme {
            ThemeChoice::Light => Mode::Light,
            ThemeChoice::Dark => Mode::Dark,
            ThemeChoice::System => match self.desktop.scheme.or_else(|| system_scheme(ctx)) {
                Some(Scheme::Dark) => Mode::Dark,
                Some(Scheme::Light) | None => Mode::Light,
            },
        }
    }

    fn motion(&self, settings: &Settings) -> theme::Motion {
        match settings.motion {
            Motion::Reduced => theme::Motion::Reduced,
            Motion::System if self.desktop.motion == Some(appearance::Motion::Reduced) => theme::Motion::Reduced,
            Motion::Full | Motion::System => theme::Motion::Full,
        }
    }
}

/// What the window system says; nothing on Linux, where the portal is asked instead.
fn system_scheme(ctx: &egui::Context) -> Option<Scheme> {
    ctx.input(|input| input.raw.system_theme).map(|theme| match theme {
        egui::Theme::Dark => Scheme::Dark,
        egui::Theme::Light => Scheme::Light,
    })
}

fn metal(accent: Accent) -> theme::Accent {
    match accent {
        Accent::Gold => theme::Accent::Gold,
        Accent::Copper => theme::Accent::Copper,
        Accent::Bronze => theme::Accent::Bronze,
        Accent::Steel => theme::Accent::Steel,
    }
}
