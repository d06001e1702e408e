//! The window's place and size, kept on this device in a file of its own, apart from what the user wrote.

use std::path::{Path, PathBuf};

use eframe::egui;
use serde::{Deserialize, Serialize};

/// Smallest window, in points.
pub const MIN_SIZE: [f32; 2] = [720.0, 520.0];
/// Size of the first window, in points.
pub const FIRST_SIZE: [f32; 2] = [1280.0, 800.0];

/// Where the window was.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Geometry {
    /// Inner size, in points.
    pub size: [f32; 2],
    /// Outer corner, in points; Wayland tells none.
    pub place: Option<[f32; 2]>,
    pub is_maximized: bool,
}

impl Default for Geometry {
    fn default() -> Self {
        Self { size: FIRST_SIZE, place: None, is_maximized: false }
    }
}

impl Geometry {
    /// As last seen; the first size when nothing readable is there.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let read: Self = ron::from_str(&text).unwrap_or_default();
        let sane = read.size.iter().chain(read.place.iter().flatten()).all(|at| at.is_finite() && at.abs() < 100_000.0);
        if sane { read } else { Self::default() }
    }

    /// The window to open.
    pub fn viewport(&self) -> egui::ViewportBuilder {
        let size = [self.size[0].max(MIN_SIZE[0]), self.size[1].max(MIN_SIZE[1])];
        let builder = egui::ViewportBuilder::default()
            .with_app_id(crate::platform::paths::APP_ID)
            .with_title("Mainspring")
            .with_min_inner_size(MIN_SIZE)
            .with_inner_size(size)
            .with_maximized(self.is_maximized);
        match self.place {
            Some(place) => builder.with_position(place),
            None => builder,
        }
    }
}

/// Follows the window and writes its geometry down at the end.
pub struct Memory {
    path: Option<PathBuf>,
    written: Geometry,
    seen: Geometry,
}

impl Memory {
    /// Starts from what was read; `None` keeps nothing.
    pub fn new(path: Option<PathBuf>, geometry: Geometry) -> Self {
        Self { path, written: geometry, seen: geometry }
    }

    /// Looks where the window is now.
    pub fn see(&mut self, ctx: &egui::Context) {
        let zoom = ctx.zoom_factor();
        ctx.input(|input| {
            let viewport = input.viewport();
            if viewport.minimized == Some(true) {
                return;
            }
            self.seen.is_maximized = viewport.maximized.unwrap_or(false);
            if self.seen.is_maximized || viewport.fullscreen == Some(true) {
                return;
            }
            if let Some(inner) = viewport.inner_rect {
                self.seen.size = [inner.width() * zoom, inner.height() * zoom];
            }
            if let Some(outer) = viewport.outer_rect {
                self.seen.place = Some([outer.min.x * zoom, outer.min.y * zoom]);
            }
        });
    }

    /// Writes it down if it changed.
    pub fn keep(&mut self) {
        let Some(path) = &self.path else { return };
        if self.seen == self.written {
            return;
        }
        let Ok(text) = ron::to_string(&self.seen) else { return };
        match crate::store::atomic::write(&crate::store::RealFs, path, text.as_bytes()) {
            Ok(()) => self.written = self.seen,
            Err(error) => log::warn!("window geometry not kept: {error}"),
        }
    }
}
