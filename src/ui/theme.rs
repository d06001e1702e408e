//! The look: colours, sizes and fonts by name. Nothing else in `ui` names a colour, a size of type or a font.
//!
//! Colours come from `assets/theme_light.ron` and `assets/theme_dark.ron`; the fonts are in `fonts.rs`, and `style.rs`
//! dresses what egui draws itself (scroll bars, popups, tooltips, text fields).

mod fonts;
mod palette;
mod style;
mod system_fonts;
#[cfg(test)]
mod tests;

use eframe::egui;
use eframe::egui::{Color32, FontId, Stroke};

pub use fonts::{icon_font, install_fonts, regular, semibold};
pub use system_fonts::system_letters;

/// Corner radius and inner margin of a card, in points.
pub const CARD: u8 = 16;
/// One step of the grid, in points; gaps are 4, 8, 16, 24 or 32.
pub const GRID: f32 = 8.0;
/// Width of the focus ring, in points.
pub const FOCUS_WIDTH: f32 = 2.0;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Warm paper.
    Light,
    /// Warm night.
    Dark,
}

/// The metal of selected things, links and the primary button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Accent {
    #[default]
    /// Warm and bright.
    Gold,
    /// Redder than gold.
    Copper,
    /// Darker and browner.
    Bronze,
    /// Blued, the one cool metal.
    Steel,
}

impl Accent {
    /// Every accent, in the order of the spring's stages.
    pub const ALL: [Self; 4] = [Self::Gold, Self::Copper, Self::Bronze, Self::Steel];

    /// The id of the accent's name in the texts.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Gold => "accent-gold",
            Self::Copper => "accent-copper",
            Self::Bronze => "accent-bronze",
            Self::Steel => "accent-steel",
        }
    }
}

/// Whether things may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Motion {
    #[default]
    /// Short, calm changes.
    Full,
    /// Everything changes at once.
    Reduced,
}

/// All colours and type sizes of one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Light or dark.
    pub mode: Mode,
    /// Whether things may move.
    pub motion: Motion,
    /// The window.
    pub background: Color32,
    /// Cards, fields, popups.
    pub surface: Color32,
    /// Text, and the live coil.
    pub ink: Color32,
    /// Secondary text.
    pub muted: Color32,
    /// Borders of 1 point, and grid lines.
    pub line: Color32,
    /// A pill or row under the pointer.
    pub hover: Color32,
    /// Selected words, and links.
    pub accent_text: Color32,
    /// The selected rail item, a set chip, the nudge.
    pub accent_fill: Color32,
    /// The four stages of the spring: gold, copper, bronze, blued steel.
    pub stage: [Color32; 4],
    /// Jewels only; never an error, never a miss.
    pub ruby: Color32,
    /// Words about jewels.
    pub ruby_text: Color32,
    /// The spring still to come, and empty cells.
    pub track: Color32,
    /// The edge of what is empty and yet means something, such as a day to come: as distinct as graphics have to be.
    pub outline: Color32,
    /// The one primary button of a screen.
    pub primary_fill: Color32,
    /// The words on it.
    pub primary_text: Color32,
    /// Words about something that went wrong.
    pub problem: Color32,
    /// The banner behind them.
    pub problem_fill: Color32,
    /// What lies over the window behind a sheet.
    pub backdrop: Color32,
    /// The figure in the spring: 52 semibold.
    pub display: FontId,
    /// A figure on a card: 28 semibold.
    pub figure: FontId,
    /// A page's title: 22 semibold.
    pub title: FontId,
    /// The words of a primary button: 18 semibold.
    pub button: FontId,
    /// Running text: 14.
    pub body: FontId,
    /// Running text that counts: 14 semibold.
    pub strong: FontId,
    /// Small print, axes: 12.
    pub small: FontId,
    /// Headings of cards, and labels: 12 semibold.
    pub label: FontId,
}

impl Theme {
    /// The look for a mode, an accent and a wish about motion.
    pub fn new(mode: Mode, accent: Accent, motion: Motion) -> Self {
        let colours = palette::of(mode);
        let metal = colours.metal(accent);
        let hex = palette::Hex::colour;
        Self {
            mode,
            motion,
            background: hex(colours.background),
            surface: hex(colours.surface),
            ink: hex(colours.ink),
            muted: hex(colours.muted),
            line: hex(colours.line),
            hover: hex(colours.hover),
            accent_text: hex(metal.text),
            accent_fill: hex(metal.fill),
            stage: colours.stage.map(hex),
            ruby: hex(colours.ruby),
            ruby_text: hex(colours.ruby_text),
            track: hex(colours.track),
            outline: hex(colours.outline),
            primary_fill: hex(metal.primary_fill),
            primary_text: hex(metal.primary_text),
            problem: hex(colours.problem),
            problem_fill: hex(colours.problem_fill),
            backdrop: hex(colours.backdrop),
            display: semibold(52.0),
            figure: semibold(28.0),
            title: semibold(22.0),
            button: semibold(18.0),
            body: regular(14.0),
            strong: semibold(14.0),
            small: regular(12.0),
            label: semibold(12.0),
        }
    }

    /// The light look in gold.
    pub fn light() -> Self {
        Self::new(Mode::Light, Accent::Gold, Motion::Full)
    }

    /// The dark look in gold.
    pub fn dark() -> Self {
        Self::new(Mode::Dark, Accent::Gold, Motion::Full)
    }

    /// The darker edge of a jewel.
    pub fn ruby_edge(&self) -> Color32 {
        self.ruby.lerp_to_gamma(Color32::BLACK, 0.22)
    }

    /// The light that a jewel throws back.
    pub fn glint(&self) -> Color32 {
        Color32::WHITE.gamma_multiply(0.85)
    }

    /// The border of cards and pills.
    pub fn border(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// The ring around what the keyboard is on.
    pub fn focus_ring(&self) -> Stroke {
        Stroke::new(FOCUS_WIDTH, self.accent_text)
    }
}

/// Dresses everything egui draws in this look; call it when the look changes, and after [`install_fonts`].
pub fn apply(theme: &Theme, ctx: &egui::Context) {
    let style = std::sync::Arc::new(style::of(theme));
    ctx.set_theme(match theme.mode {
        Mode::Light => egui::Theme::Light,
        Mode::Dark => egui::Theme::Dark,
    });
    ctx.set_style_of(egui::Theme::Light, style.clone());
    ctx.set_style_of(egui::Theme::Dark, style);
}
