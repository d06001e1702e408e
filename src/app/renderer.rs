//! The window and its renderer: glow first, wgpu when glow does not start, then a message that can be read.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use chrono::{DateTime, Utc};
use eframe::egui;

use crate::cli::{Launch, RendererChoice};
use crate::platform::clock::Clock;
use crate::platform::paths::Paths;
use crate::ui::text::Text;

use super::file::Heartbeat;
use super::look::Look;
use super::opening::{self, Opening, Stage};
use super::services::Services;
use super::window::{Geometry, Memory};

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("{0}")]
    Paths(#[from] crate::platform::paths::PathsError),
    #[error("no renderer started ({tried}); your data file was not touched: {path}")]
    NoRenderer { tried: String, path: PathBuf },
}

/// The app as eframe runs it.
pub struct App {
    pub(super) services: Services,
    pub(super) stage: Stage,
    pub(super) look: Look,
    pub(super) text: Text,
    pub(super) window: Memory,
    pub(super) paths: Paths,
    /// Name of the renderer, for the settings.
    pub(super) renderer: String,
    /// The last sign of life before the last gap that was acted on.
    pub(super) last_gap: Option<DateTime<Utc>>,
    /// The process was asked to end from outside: nothing holds it up.
    pub(super) is_ending: bool,
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// There is no home folder, or no renderer starts.
pub fn run(launch: &Launch, clock: &Arc<dyn Clock>) -> Result<(), RunError> {
    let paths = Paths::of_this_user()?;
    let data = launch.data.clone().unwrap_or_else(|| paths.default_data_file.clone());
    let mut tried = Vec::new();
    for renderer in order(launch.renderer) {
        // The file is read while the window is being made; a renderer that does not start leaves it unread.
        let opening = opening::open_in_background(launch, &paths, clock);
        match run_with(renderer, launch, &paths, clock, opening) {
            Ok(()) => return Ok(()),
            Err(error) => {
                log::warn!("renderer {renderer:?}: {error}");
                tried.push(format!("{renderer}: {error}"));
            }
        }
    }
    Err(RunError::NoRenderer { tried: tried.join("; "), path: data })
}

fn order(renderer: RendererChoice) -> Vec<eframe::Renderer> {
    match renderer {
        RendererChoice::Auto => vec![eframe::Renderer::Glow, eframe::Renderer::Wgpu],
        RendererChoice::Glow => vec![eframe::Renderer::Glow],
        RendererChoice::Wgpu => vec![eframe::Renderer::Wgpu],
    }
}

fn run_with(
    renderer: eframe::Renderer,
    launch: &Launch,
    paths: &Paths,
    clock: &Arc<dyn Clock>,
    opening: JoinHandle<Opening>,
) -> eframe::Result {
    let geometry = Geometry::read(&paths.window_file());
    let native = eframe::NativeOptions {
        viewport: geometry.viewport(),
        renderer,
        run_and_return: true,
        centered: geometry.place.is_none(),
        ..Default::default()
    };
    let opening = Mutex::new(Some(opening));
    let result = eframe::run_native(
        crate::platform::paths::APP_ID,
        native,
        Box::new(|cc| {
            let opening =
                opening.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or("the window was made twice")?;
            let opening = opening.join().map_err(|_| "reading the data file failed")?;
            let services = Services::start(Arc::clone(clock), Heartbeat::default());
            Ok(Box::new(App::new(cc, opening, geometry, launch, paths, services)))
        }),
    );
    // Where no window came up, the lock that the reading took is given back: the next renderer opens the file anew.
    if let Some(unused) = opening.into_inner().unwrap_or_else(PoisonError::into_inner) {
        drop(unused.join());
    }
    result
}

impl App {
    /// Reads the data and opens it in a window that is there already, apart from the desktop, as a test does.
    ///
    /// No notification is sent, no signal is listened for, and time passes only as `clock` says.
    pub fn open(cc: &eframe::CreationContext<'_>, launch: &Launch, paths: &Paths, clock: &Arc<dyn Clock>) -> Self {
        let opening = opening::read(launch, paths, &**clock);
        let services = Services::apart(Arc::clone(clock));
        Self::new(cc, opening, Geometry::default(), launch, paths, services)
    }

    pub(super) fn new(
        cc: &eframe::CreationContext<'_>,
        opening: Opening,
        geometry: Geometry,
        launch: &Launch,
        paths: &Paths,
        services: Services,
    ) -> Self {
        let ctx = &cc.egui_ctx;
        let text = Text::english();
        let mut look = Look::new(ctx);
        services.inbox.set_window(ctx);
        let renderer = renderer_name(cc);
        let mut stage = opening::stage(opening, &services, &text, &renderer);
        if let Some(room) = stage.room() {
            opening::begin(room, launch, &services, &text, services.clock.now());
        }
        look.follow(&stage.settings(), ctx);
        if launch.is_minimized {
            ctx.send_viewport_cmd(egui::ViewportCommand::Minimized(true));
        }
        let keeps_window = !launch.is_demo;
        let window = Memory::new(keeps_window.then(|| paths.window_file()), geometry);
        Self { services, stage, look, text, window, renderer, paths: paths.clone(), last_gap: None, is_ending: false }
    }
}

/// Widest table of glyphs, in pixels.
const TEXTURE_SIDE: usize = 2048;

fn renderer_name(cc: &eframe::CreationContext<'_>) -> String {
    if cc.wgpu_render_state.is_some() { "wgpu".to_owned() } else { "glow".to_owned() }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, _ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        // The table of glyphs is as wide as a texture may be: the 16384 pixels of a software driver cost 8 MB.
        raw_input.max_texture_side = raw_input.max_texture_side.map(|side| side.min(TEXTURE_SIDE));
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.step(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.look.theme.background.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.window.keep();
        self.last_beat();
        if let Some(room) = self.stage.room()
            && let Err(words) = room.file.close(&self.text)
        {
            log::error!("ended unsaved: {words}");
        }
    }
}
