//! What the tests of screens share: a window with our fonts and look, and a folder for pictures to look at.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::path::PathBuf;

use eframe::egui::{Context, Ui, Vec2};
use egui_kittest::{Harness, HarnessBuilder};
use mainspring::ui::theme::{self, Theme};

/// A builder of windows of `size` points in a look, with the bundled fonts.
pub fn window<State>(theme: &Theme, size: impl Into<Vec2>) -> HarnessBuilder<State> {
    let theme = theme.clone();
    Harness::builder().with_size(size).with_os(eframe::egui::os::OperatingSystem::Nix).with_context_setup(
        move |ctx: &Context| {
            theme::install_fonts(ctx);
            theme::apply(&theme, ctx);
        },
    )
}

/// A window that shows `contents` on the theme's background, 24 points from its edges.
pub fn page<'a>(theme: &'a Theme, size: impl Into<Vec2>, mut contents: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    window(theme, size).build_ui(move |ui| {
        ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, theme.background);
        eframe::egui::Frame::new().inner_margin(24).show(ui, &mut contents);
    })
}

/// Saves a picture of the window for looking at, in `$MAINSPRING_PICTURES` or the temporary folder.
pub fn picture<State>(harness: &mut Harness<'_, State>, name: &str) -> PathBuf {
    let folder = std::env::var_os("MAINSPRING_PICTURES")
        .map_or_else(|| std::env::temp_dir().join("mainspring-pictures"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    let path = folder.join(format!("{name}.png"));
    harness.render().expect("a picture of the window").save(&path).expect("a saved picture");
    path
}
