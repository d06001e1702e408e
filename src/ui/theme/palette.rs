//! The colours of a mode, read from the embedded files.

#![expect(clippy::disallowed_methods, reason = "this is the place the ban on colours points to")]

use eframe::egui::Color32;
use serde::Deserialize;

use super::{Accent, Mode};

const LIGHT: &str = include_str!("../../../assets/theme_light.ron");
const DARK: &str = include_str!("../../../assets/theme_dark.ron");

/// A colour written as `#rrggbb` or `#rrggbbaa`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Hex(Color32);

impl Hex {
    pub(super) fn colour(self) -> Color32 {
        self.0
    }
}

impl TryFrom<String> for Hex {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Color32::from_hex(&text).map(Self).map_err(|_| format!("no colour: {text}"))
    }
}

/// The four colours an accent brings.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Metal {
    pub text: Hex,
    pub fill: Hex,
    pub primary_fill: Hex,
    pub primary_text: Hex,
}

/// All colours of a mode.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Palette {
    pub background: Hex,
    pub surface: Hex,
    pub ink: Hex,
    pub muted: Hex,
    pub line: Hex,
    pub hover: Hex,
    pub stage: [Hex; 4],
    pub ruby: Hex,
    pub ruby_text: Hex,
    pub track: Hex,
    pub outline: Hex,
    pub problem: Hex,
    pub problem_fill: Hex,
    pub backdrop: Hex,
    gold: Metal,
    copper: Metal,
    bronze: Metal,
    steel: Metal,
}

impl Palette {
    pub(super) fn metal(&self, accent: Accent) -> Metal {
        match accent {
            Accent::Gold => self.gold,
            Accent::Copper => self.copper,
            Accent::Bronze => self.bronze,
            Accent::Steel => self.steel,
        }
    }
}

/// Black on white, for a build whose colour files cannot be read; a test keeps that from shipping.
const PLAIN: Palette = {
    const INK: Hex = Hex(Color32::BLACK);
    const PAPER: Hex = Hex(Color32::WHITE);
    const GREY: Hex = Hex(Color32::LIGHT_GRAY);
    const METAL: Metal = Metal { text: INK, fill: GREY, primary_fill: INK, primary_text: PAPER };
    Palette {
        background: PAPER,
        surface: PAPER,
        ink: INK,
        muted: INK,
        line: GREY,
        hover: GREY,
        stage: [INK; 4],
        ruby: INK,
        ruby_text: INK,
        track: GREY,
        outline: INK,
        problem: INK,
        problem_fill: GREY,
        backdrop: Hex(Color32::from_black_alpha(100)),
        gold: METAL,
        copper: METAL,
        bronze: METAL,
        steel: METAL,
    }
};

/// Reads a mode's file.
pub(super) fn read(mode: Mode) -> Result<Palette, ron::error::SpannedError> {
    ron::from_str(match mode {
        Mode::Light => LIGHT,
        Mode::Dark => DARK,
    })
}

/// The colours of a mode.
pub(super) fn of(mode: Mode) -> Palette {
    read(mode).unwrap_or_else(|error| {
        log::error!("theme file not read: {error}");
        PLAIN
    })
}
