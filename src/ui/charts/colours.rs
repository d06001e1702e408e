//! Roles of colours in charts, in the colours of the theme on screen and in files.

use eframe::egui::Color32;

use crate::exchange::chart::Colour;
use crate::exchange::chart_svg::Palette;
use crate::ui::theme::Theme;

/// How much of a colour a wash shows, and how much of the first stage's what is likely does.
const WASH: f32 = 0.12;
const BAND: f32 = 0.26;
/// How much of a line's colour shows where it fills a stretch.
const FAINT: f32 = 0.7;

/// A role's colour on screen.
pub(super) fn of(theme: &Theme, colour: Colour) -> Color32 {
    let stage = |nth: u8| theme.stage[usize::from(nth).min(3)];
    match colour {
        Colour::Ink => theme.ink,
        Colour::Muted => theme.muted,
        Colour::Line => theme.line.gamma_multiply(FAINT),
        Colour::Accent => theme.accent_text,
        Colour::Band => stage(0).gamma_multiply(BAND),
        Colour::Stage(nth) => stage(nth),
        Colour::Wash(nth) => stage(nth).gamma_multiply(WASH),
        Colour::Up => stage(3),
        Colour::Down => stage(2),
    }
}

/// The colours of a chart in a file.
pub fn palette(theme: &Theme) -> Palette {
    Palette {
        paper: hex(theme.surface),
        ink: hex(theme.ink),
        muted: hex(theme.muted),
        line: hex(theme.line),
        track: hex(theme.track),
        accent: hex(theme.accent_text),
        band: hex(theme.surface.lerp_to_gamma(theme.stage[0], BAND)),
        stage: theme.stage.map(hex),
    }
}

/// A colour as `#rrggbb`.
pub fn hex(colour: Color32) -> String {
    let [red, green, blue, _] = colour.to_array();
    format!("#{red:02x}{green:02x}{blue:02x}")
}
