//! A person's desk for tests of the whole app: a folder of its own, a clock that stands still, and windows on one file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use eframe::App as _;
use eframe::egui::{Event, Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use mainspring::app::App;
use mainspring::cli::Launch;
use mainspring::domain::settings::{Motion, Settings, ThemeChoice};
use mainspring::domain::{Model, demo};
use mainspring::platform::clock::{Clock, FakeClock};
use mainspring::platform::paths::Paths;
use mainspring::store::read::read;
use mainspring::store::write::to_text;
use tempfile::TempDir;

/// When every test begins: a Monday, 11:12 at the desk.
pub const NOW: &str = "2026-11-23T10:12:00Z";
/// Size of the first window, in points.
pub const SIZE: Vec2 = vec2(1280.0, 800.0);
/// Frames within which a window comes to rest; the longest movement takes 1.5 s, six of them.
const MOST_STEPS: u64 = 24;
/// Longest wait for a thread of the app.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window with the whole app in it.
pub type Window = Harness<'static, App>;

/// A folder and a clock.
pub struct Desk {
    folder: PathBuf,
    pub clock: FakeClock,
    /// Removed with the desk.
    _temporary: Option<TempDir>,
}

impl Desk {
    /// An empty desk in a temporary folder.
    pub fn new() -> Self {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let folder = temporary.path().to_owned();
        Self { _temporary: Some(temporary), ..Self::at(folder) }
    }

    /// An empty desk in a folder whose name will be seen.
    pub fn at(folder: PathBuf) -> Self {
        let clock = FakeClock::new(NOW.parse::<DateTime<Utc>>().expect("a moment"));
        clock.set_offset(FixedOffset::east_opt(3600).expect("an offset"));
        Self { folder, clock, _temporary: None }
    }

    /// A desk with the demo's year in its file, and the settings changed as said.
    pub fn with_demo(change: impl FnOnce(&mut Settings)) -> Self {
        let desk = Self::new();
        desk.write(&desk.demo(change));
        desk
    }

    /// The demo's year, at rest: nothing moves by itself.
    pub fn demo(&self, change: impl FnOnce(&mut Settings)) -> Model {
        let mut model = demo::demo_at(self.clock.now(), 1);
        let mut settings = Settings::clone(&model.settings);
        settings.theme = ThemeChoice::Light;
        settings.motion = Motion::Reduced;
        change(&mut settings);
        model.settings = settings.bounded();
        model
    }

    /// The data file.
    pub fn data(&self) -> PathBuf {
        self.folder.join("mainspring.ron")
    }

    /// The folder of its backups.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups-mainspring")
    }

    /// Puts a model into the data file.
    pub fn write(&self, model: &Model) {
        Self::write_at(&self.data(), model);
        let file = std::fs::File::options().write(true).open(self.data()).expect("the data file");
        file.set_modified(self.clock.wall().into()).expect("a date");
    }

    /// Puts a model into a file, such as a backup.
    pub fn write_at(path: &Path, model: &Model) {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, to_text(model).expect("text")).expect("a written file");
    }

    /// Three backups, one of them torn.
    pub fn lay_backups(&self, model: &Model) {
        let stamp = |hours: i64| {
            let at = self.clock.wall() - TimeDelta::hours(hours);
            self.backups().join(format!("mainspring-{}.ron", at.format("%Y-%m-%dT%H-%M-%SZ")))
        };
        for hours in [3, 26] {
            Self::write_at(&stamp(hours), model);
        }
        std::fs::write(stamp(50), "(").expect("a torn backup");
        self.clock.advance(Duration::from_secs(1));
    }

    /// What the data file holds.
    #[track_caller]
    pub fn read(&self) -> Model {
        read(&std::fs::read(self.data()).expect("a data file")).expect("a readable file").model
    }

    /// Opens the app on the data file.
    pub fn open(&self) -> Window {
        self.open_as(&Launch::default(), SIZE)
    }

    /// Opens the app with the sample data.
    pub fn open_demo(&self) -> Window {
        self.open_as(&Launch { is_demo: true, ..Launch::default() }, SIZE)
    }

    /// Opens the app as the command line says, in a window of some size.
    pub fn open_as(&self, launch: &Launch, size: Vec2) -> Window {
        let data = self.data();
        let launch = Launch { data: Some(data.clone()), ..launch.clone() };
        let documents_dir = Some(self.folder.join("documents"));
        let paths = Paths { default_data_file: data, state_dir: self.folder.join("state"), documents_dir };
        let clock: Arc<dyn Clock> = Arc::new(self.clock.clone());
        Harness::builder()
            .with_size(size)
            .with_max_steps(MOST_STEPS)
            .with_render_cursor(false)
            .build_eframe(move |cc| App::open(cc, &launch, &paths, &clock))
    }

    /// Closes the window as the window system does, and waits until its file is free.
    pub fn close(&self, window: Window) {
        let mut app = window.into_state();
        app.on_exit(None);
        drop(app);
        let lock = self.folder.join("mainspring.ron.lock");
        let is_free = || std::fs::File::open(&lock).is_ok_and(|file| file.try_lock().is_ok());
        wait_until(|| !lock.exists() || is_free());
    }

    /// Time goes by with the window open.
    pub fn pass(&self, window: &mut Window, minutes: u64) {
        for _ in 0..minutes {
            self.clock.advance(Duration::from_secs(60));
            window.run();
        }
    }
}

/// Waits for what a thread of the app does.
#[track_caller]
pub fn wait_until(mut holds: impl FnMut() -> bool) {
    for _ in 0..PATIENCE.as_millis() / 10 {
        if holds() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("waited {PATIENCE:?} in vain");
}

/// Waits until something with this label is shown.
#[track_caller]
pub fn wait_for(window: &mut Window, label: &str) {
    wait_until(|| {
        window.run();
        window.query_all_by_label_contains(label).next().is_some()
    });
}

/// Clicks what has a role and a name, after scrolling to it.
#[track_caller]
pub fn press(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).scroll_to_me();
    window.run();
    window.get_by_role_and_label(role, label).click();
    window.run();
}

/// Presses a key.
#[track_caller]
pub fn key(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

/// Presses a key with Ctrl, or Command on a Mac.
#[track_caller]
pub fn ctrl(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    window.run();
}

/// Types where the keyboard is.
#[track_caller]
pub fn type_text(window: &mut Window, words: &str) {
    window.event(Event::Text(words.to_owned()));
    window.run();
}

/// Types into the field with this name, in place of what stands there.
#[track_caller]
pub fn fill(window: &mut Window, label: &str, words: &str) {
    let field = window.get_all_by_label(label).find(|node| {
        use egui_kittest::kittest::NodeT;
        node.accesskit_node().is_text_input()
    });
    field.unwrap_or_else(|| panic!("no field {label:?}")).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    type_text(window, words);
}

/// Whether something with these words is shown.
pub fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}
