//! Letters that the bundled fonts lack, from the fonts of the system: for pictures that are given away.

use std::sync::OnceLock;

use eframe::egui::FontFamily;
use eframe::egui::epaint::text::{FallbackRequest, FontProvider};
use egui_system_font_provider::SystemFontProvider;

use crate::exchange::png::MoreLetters;

/// The fonts of the system are listed once, and not before a letter is missing.
static FONTS: OnceLock<SystemFontProvider> = OnceLock::new();

/// The file of a font with a letter, if the system has one. The first call can take some hundred milliseconds.
pub fn system_letters(letter: char) -> Option<MoreLetters> {
    let mut bytes = [0; 4];
    let request = FallbackRequest { cluster: letter.encode_utf8(&mut bytes), family: &FontFamily::Proportional };
    let found = FONTS.get_or_init(SystemFontProvider::new).font_for(&request)?;
    Some(found.data.font)
}
