//! The bundled fonts: Inter in two weights, with tabular figures, and the Phosphor icons.

use std::sync::Arc;

use eframe::egui;
use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId};

const SEMIBOLD: &str = "semibold";
const ICONS: &str = "icons";
const EMOJI: &str = "Noto Emoji";

/// Inter regular at a size in points.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Inter semibold at a size in points.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// The icons at a size in points; see `ui::icons` for the letters.
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

/// Gives egui the bundled fonts; call it once, before the first frame. What they lack comes from the system's fonts.
pub fn install_fonts(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 4] = [
        ("Inter", include_bytes!("../../../assets/fonts/Inter-Regular.ttf")),
        ("Inter SemiBold", include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf")),
        ("Phosphor", include_bytes!("../../../assets/fonts/Phosphor.ttf")),
        (EMOJI, epaint_default_fonts::NOTO_EMOJI_REGULAR),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let chain = |first: &[&str]| first.iter().chain(&[EMOJI]).map(|&name| name.to_owned()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, chain(&["Inter", "Phosphor"]));
    fonts.families.insert(FontFamily::Monospace, chain(&["Inter", "Phosphor"]));
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), chain(&["Inter SemiBold", "Phosphor"]));
    fonts.families.insert(FontFamily::Name(ICONS.into()), chain(&["Phosphor", "Inter"]));
    fonts
}
