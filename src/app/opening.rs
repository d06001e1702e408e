//! Opening: what stands at the data file's path, and the stage that is shown for it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use chrono::{DateTime, Utc};
use eframe::egui;

use crate::cli::{self, Start};
use crate::domain::alarms::AlarmKind;
use crate::domain::demo;
use crate::domain::reminders::is_look_back_untold;
use crate::domain::settings::Settings;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, Now};
use crate::platform::clock::Clock;
use crate::platform::open;
use crate::platform::paths::Paths;
use crate::store::known;
use crate::store::{
    self, Fs, Loaded, Missing, Opened, ReadOnlyReason, RealFs, Recovery, Resolved, RestoreError, StorePaths,
};
use crate::ui::cx::Status;
use crate::ui::recovery::{Choice, MissingChoice, MissingView, RecoveryView};
use crate::ui::text::Text;

use super::effects;
use super::exports::{self, Purpose};
use super::file::{File, line, read_only_words, untouchable_words, with_path};
use super::inbox::Message;
use super::renderer::App;
use super::room::Room;
use super::services::Services;

/// Seed of the sample data: every start shows the same year.
const DEMO_SEED: u64 = 1;

/// What the window shows.
pub enum Stage {
    /// An open data file.
    Room(Box<Room>),
    /// The data file cannot be read; it was not touched.
    Recovery(RecoveryView, Box<Recovery>),
    /// The data file that was here is gone.
    Missing(MissingView, Box<Missing>),
}

impl Stage {
    /// The room, if a data file is open.
    pub fn room(&mut self) -> Option<&mut Room> {
        match self {
            Self::Room(room) => Some(room),
            Self::Recovery(..) | Self::Missing(..) => None,
        }
    }

    /// How the window looks: by the open file's settings, without one as a new file's.
    pub fn settings(&self) -> Settings {
        match self {
            Self::Room(room) => Settings::clone(&room.model.settings),
            Self::Recovery(..) | Self::Missing(..) => Settings::default(),
        }
    }
}

/// What was found at the data file's path, read before the window was there.
pub enum Opening {
    Demo(Box<Model>),
    File(Box<Opened>, PathBuf),
}

/// Reads the data file on a thread, while the window is being made.
pub fn open_in_background(launch: &cli::Launch, paths: &Paths, clock: &Arc<dyn Clock>) -> JoinHandle<Opening> {
    let (clock, paths, launch) = (Arc::clone(clock), paths.clone(), launch.clone());
    std::thread::spawn(move || read(&launch, &paths, &*clock))
}

/// Reads the data file that was asked for, or makes the sample data.
pub fn read(launch: &cli::Launch, paths: &Paths, clock: &dyn Clock) -> Opening {
    if launch.is_demo {
        return Opening::Demo(Box::new(demo::demo_at(clock.now(), DEMO_SEED)));
    }
    let data = launch.data.as_ref().unwrap_or(&paths.default_data_file);
    open_file(data, paths, clock)
}

fn open_file(data: &Path, paths: &Paths, clock: &dyn Clock) -> Opening {
    let fs: Arc<dyn Fs> = Arc::new(RealFs);
    let store_paths = StorePaths::follow(&*fs, data, &paths.state_dir);
    let opened = store::open(&fs, &store_paths, clock.wall());
    Opening::File(Box::new(opened), store_paths.data)
}

/// The stage for what was found.
pub fn stage(opening: Opening, services: &Services, text: &Text, renderer: &str) -> Stage {
    let now = services.clock.now();
    let mut status = Status { renderer: renderer.to_owned(), ..Status::default() };
    let (opened, path) = match opening {
        Opening::Demo(model) => {
            return Stage::Room(Box::new(Room::new(*model, File::Demo, status, now)));
        }
        Opening::File(opened, path) => (*opened, path),
    };
    status.data_path = path;
    match opened {
        Opened::Ready(loaded) => room_of(loaded, None, status, services, text),
        Opened::ReadOnly(loaded, reason) => room_of(loaded, Some(&reason), status, services, text),
        Opened::New(file) => {
            let file = File::of(file, None, None, &services.clock, &services.inbox);
            Stage::Room(Box::new(Room::new(Model::default(), file, status, now)))
        }
        Opened::Recovery(recovery) => {
            let view = RecoveryView {
                reason: recovery.reason.to_string(),
                line: recovery.line,
                column: recovery.column,
                read_only: recovery.read_only.as_ref().map(|reason| untouchable_words(reason, text)),
                path: recovery.path.clone(),
                backups: recovery.backups.iter().map(line).collect(),
                now,
            };
            Stage::Recovery(view, Box::new(recovery))
        }
        Opened::Missing(missing) => {
            let view = MissingView {
                path: missing.path.clone(),
                backups: missing.backups.iter().map(line).collect(),
                problem: None,
                typed: String::new(),
                now,
            };
            Stage::Missing(view, Box::new(missing))
        }
    }
}

fn room_of(
    loaded: Loaded,
    read_only: Option<&ReadOnlyReason>,
    status: Status,
    services: &Services,
    text: &Text,
) -> Stage {
    let Loaded { mut model, heartbeat, quarantined, saved_at, file } = loaded;
    let reason = read_only.map(|reason| read_only_words(reason, text));
    if reason.is_some() {
        // The session belongs to the window that writes; here it would only ring a second time.
        model.running = None;
        model.reward_break = None;
    }
    let file = File::of(file, saved_at, reason, &services.clock, &services.inbox);
    let now = services.clock.now();
    let mut room = Room::new(model, file, status, now);
    if quarantined > 0 {
        room.status.problem = Some(text.with("file-quarantined", &[("count", quarantined.into())]));
    }
    reopen(&mut room, heartbeat, services, text, now);
    Stage::Room(Box::new(room))
}

/// A session that ran when the app ended asks what the time since was.
fn reopen(room: &mut Room, heartbeat: Option<DateTime<Utc>>, services: &Services, text: &Text, now: Now) {
    let Some(running) = &room.model.running else { return };
    let last_alive = heartbeat.map_or(running.last_alive, |beat| beat.max(running.last_alive));
    effects::carry_out(room, services, text, Action::Timer(TimerAction::Reopen { last_alive }), now);
}

/// What a start asks for besides the window: alarms, the list of backups, a session at once.
pub fn begin(room: &mut Room, launch: &cli::Launch, services: &Services, text: &Text, now: Now) {
    effects::set_alarms(room, services, text, now);
    let offset_at = |at| services.clock.offset(at);
    // The window that writes tells; a second one would say it twice.
    if room.file.writer().is_some() && is_look_back_untold(&room.model, now, &offset_at) {
        room.waiting.push(AlarmKind::ReviewDue);
    }
    room.file.ask_backups(&services.inbox);
    let minutes = match launch.start {
        Start::No => None,
        Start::Planned => Some(room.model.settings.session_minutes),
        Start::Minutes(minutes) => Some(minutes),
    };
    if let Some(minutes) = minutes
        && room.model.running.is_none()
    {
        let planned_secs = u32::from(minutes) * 60;
        let focus = &mut room.tabs.focus;
        let start =
            TimerAction::Start { planned_secs, intention: focus.take_intention(), environment: focus.take_checked() };
        effects::carry_out(room, services, text, Action::Timer(start), now);
    }
}

/// The user's choice on the recovery screen.
pub fn recover(app: &mut App, ctx: &egui::Context, choice: Choice, now: Now) {
    let Stage::Recovery(view, recovery) = &mut app.stage else { return };
    match choice {
        Choice::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        Choice::OpenFolder => show_folder(&view.path),
        Choice::TryAgain => {
            let path = view.path.clone();
            reload(app, &path);
        }
        Choice::StartNew => match recovery.start_new(app.services.clock.wall()) {
            Ok(()) => start_new(app, now),
            Err(error) => view.reason = app.text.with("toast-not-decided", &[("error", error.to_string().into())]),
        },
        Choice::Restore(backup) => {
            let restored = recovery.restore(&backup, app.services.clock.wall());
            let path = view.path.clone();
            after_restore(app, restored, &path);
        }
    }
}

/// The user's choice about a missing file.
pub fn find(app: &mut App, ctx: &egui::Context, choice: MissingChoice, now: Now) {
    let Stage::Missing(view, missing) = &mut app.stage else { return };
    let path = view.path.clone();
    match choice {
        MissingChoice::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        MissingChoice::Find => exports::ask(app, Purpose::Find, now),
        MissingChoice::Open(path) => found(app, &path),
        MissingChoice::Restore(backup) => {
            let restored = missing.restore(&backup, app.services.clock.wall());
            after_restore(app, restored, &path);
        }
        MissingChoice::StartNew => start_new(app, now),
    }
}

/// Begins with an empty model at the path of the file that cannot be read or is gone.
fn start_new(app: &mut App, now: Now) {
    let (data_path, file) = match std::mem::replace(&mut app.stage, demo_stage(now)) {
        Stage::Recovery(view, recovery) => (view.path, recovery.file),
        Stage::Missing(view, missing) => (view.path, missing.file),
        Stage::Room(_) => return,
    };
    let file = File::of(file, None, None, &app.services.clock, &app.services.inbox);
    let status = Status { data_path, renderer: app.renderer.clone(), ..Status::default() };
    let mut room = Room::new(Model::default(), file, status, now);
    begin(&mut room, &cli::Launch::default(), &app.services, &app.text, now);
    app.stage = Stage::Room(Box::new(room));
}

/// A file was chosen in place of the missing one: it is opened where it is, if it is one.
pub fn found(app: &mut App, path: &Path) {
    let problem = match open_file(path, &app.paths, &*app.services.clock) {
        Opening::File(opened, _) => match *opened {
            Opened::Ready(_) | Opened::ReadOnly(..) => None,
            Opened::Recovery(recovery) => {
                Some(app.text.with("recovery-not-found", &[("reason", recovery.reason.to_string().into())]))
            }
            Opened::Missing(_) | Opened::New(_) => Some(with_path("recovery-nothing-there", path, &app.text)),
        },
        Opening::Demo(_) => None,
    };
    match (problem, &mut app.stage) {
        (None, stage) => {
            if let Stage::Missing(view, _) = stage {
                let gone = StorePaths::for_data(&RealFs, &view.path, &app.paths.state_dir);
                let found = store::paths::resolve(&RealFs, path);
                // Without it the next start asks again; the file opens all the same.
                if let Err(error) = known::remember_moved(&RealFs, &gone, &found, app.services.clock.wall()) {
                    log::warn!("the new place was not noted: {error}");
                }
            }
            reload(app, path);
        }
        (problem, Stage::Missing(view, _)) => view.problem = problem,
        _ => {}
    }
}

/// No dialog can be shown to find the missing file with.
pub fn no_dialog(app: &mut App) {
    if let Stage::Missing(view, _) = &mut app.stage {
        view.problem = Some(app.text.get("recovery-no-dialog"));
    }
}

/// Only a place holder while one stage is exchanged for another; never drawn.
fn demo_stage(now: Now) -> Stage {
    Stage::Room(Box::new(Room::new(Model::default(), File::Demo, Status::default(), now)))
}

fn after_restore(app: &mut App, restored: Result<Model, RestoreError>, path: &Path) {
    match restored {
        Ok(_) => reload(app, path),
        Err(error) => {
            log::error!("restore: {error}");
            let words = app.text.with("file-not-restored", &[("error", error.to_string().into())]);
            match &mut app.stage {
                Stage::Recovery(view, _) => view.reason = words,
                Stage::Missing(view, _) => view.problem = Some(words),
                Stage::Room(_) => {}
            }
        }
    }
}

/// Opens a path anew; the lock that is held is given back first.
fn reload(app: &mut App, path: &Path) {
    let now = app.services.clock.now();
    app.stage = demo_stage(now);
    let opening = open_file(path, &app.paths, &*app.services.clock);
    app.stage = stage(opening, &app.services, &app.text, &app.renderer);
    if let Some(room) = app.stage.room() {
        begin(room, &cli::Launch::default(), &app.services, &app.text, now);
    }
}

fn show_folder(path: &Path) {
    let folder = path.parent().unwrap_or(path);
    if let Err(error) = open::open_folder(folder) {
        log::warn!("{error}");
    }
}

/// Puts a backup in place of the data that is open; the answer comes to the inbox.
pub fn restore(app: &mut App, backup: &Path) {
    let inbox = app.services.inbox.clone();
    let Some(room) = app.stage.room() else { return };
    if let Some(writer) = room.file.writer() {
        room.is_waiting = true;
        writer.restore(backup.to_owned(), move |restored| inbox.send(Message::Restored(Box::new(restored))));
    }
}

/// From now on another model is shown, as it stands in the file.
fn show_other(room: &mut Room, mut model: Model, services: &Services, text: &Text, now: Now) {
    let settings = Settings::clone(&model.settings);
    model.settings = settings.bounded();
    room.model = model;
    room.status.card = None;
    reopen(room, None, services, text, now);
    effects::set_alarms(room, services, text, now);
}

/// The user's word about a file that another program changed was followed, or not.
pub fn resolved(app: &mut App, resolved: Result<Resolved, RestoreError>, now: Now) {
    let Some(room) = app.stage.room() else { return };
    let text = &app.text;
    room.is_waiting = false;
    match resolved {
        Ok(Resolved::Ours { theirs }) => {
            let words = theirs.map(|path| with_path("toast-kept-ours-theirs", &path, text));
            effects::push(room, words.unwrap_or_else(|| text.get("toast-kept-ours")), None, now);
        }
        Ok(Resolved::Theirs { model, ours }) => {
            let words = ours.map(|path| with_path("toast-took-theirs-ours", &path, text));
            effects::push(room, words.unwrap_or_else(|| text.get("toast-took-theirs")), None, now);
            show_other(room, *model, &app.services, text, now);
        }
        Err(error) => {
            let words = text.with("toast-not-decided", &[("error", error.to_string().into())]);
            effects::push_problem(room, words, now);
        }
    }
    room.file.ask_backups(&app.services.inbox);
}

/// A backup was put in place: from now on it is shown.
pub fn restored(app: &mut App, restored: Result<Model, RestoreError>, now: Now) {
    let Some(room) = app.stage.room() else { return };
    room.is_waiting = false;
    match restored {
        Ok(model) => {
            effects::push(room, app.text.get("toast-restored"), None, now);
            show_other(room, model, &app.services, &app.text, now);
        }
        Err(error) => {
            let words = app.text.with("file-not-restored", &[("error", error.to_string().into())]);
            effects::push_problem(room, words, now);
        }
    }
    room.file.ask_backups(&app.services.inbox);
}
