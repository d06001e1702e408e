//! File dialogs of the system, one at a time, on a thread of their own, so that timers and saving go on meanwhile.
//!
//! On Linux the dialog comes from the desktop portal, or else from `zenity`. With neither, `rfd` answers as if the person
//! had cancelled; this is told apart as [`Answer::Unavailable`], so that the app shows a field to type the path.
//! On macOS the dialog is made on the calling thread, which has to be the main one, and waited for on the other.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use thiserror::Error;

use super::clock::Clock;
use super::worker::Worker;

/// A dialog that is over sooner than this was never on the screen, in milliseconds: nobody reads and clicks that fast.
const NEVER_SHOWN: Duration = Duration::from_millis(150);

/// What to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whether a file is written or read.
    pub kind: Kind,
    /// Title of the dialog, in the person's language.
    pub title: String,
    /// Folder to begin in; some portals begin elsewhere.
    pub folder: Option<PathBuf>,
    /// Name and file endings (without dot) of what is offered; none offers every file.
    pub filter: Option<(String, Vec<String>)>,
}

/// Which dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file to write; the dialog asks before one that exists is replaced.
    Save {
        /// File name to begin with.
        suggested: String,
    },
    /// A file that exists.
    Open,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The person chose this file.
    Chosen(PathBuf),
    /// The person chose none.
    Cancelled,
    /// There is nothing here that shows a dialog: let the path be typed.
    Unavailable,
}

/// Why no dialog was begun.
#[derive(Debug, Error)]
pub enum DialogError {
    /// One is open already.
    #[error("a file dialog is open already")]
    Busy,
    /// The system gave no thread.
    #[error("no thread for the file dialog: {0}")]
    Thread(#[from] std::io::Error),
}

/// The one file dialog of the app.
pub struct Dialogs {
    clock: Arc<dyn Clock>,
    open: Arc<AtomicBool>,
    available: fn() -> Availability,
}

/// Shows the dialog and waits for its end.
type Show = Box<dyn FnOnce() -> Option<PathBuf> + Send>;

impl Dialogs {
    /// Shows nothing yet.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, open: Arc::default(), available }
    }

    /// Shows none: every question is answered as [`Answer::Unavailable`], as on a system without dialogs.
    pub fn apart(clock: Arc<dyn Clock>) -> Self {
        Self { available: || Availability::Absent, ..Self::new(clock) }
    }

    /// Opens a dialog over the window of `parent` and returns at once; `sink` gets the answer on another thread.
    /// Call it on the main thread.
    pub fn ask(
        &self,
        request: Request,
        parent: Option<&eframe::Frame>,
        sink: impl FnOnce(Answer) + Send + 'static,
    ) -> Result<(), DialogError> {
        let show = prepare(request, parent);
        self.run(self.available, show, sink)
    }

    fn run(
        &self,
        available: impl FnOnce() -> Availability + Send + 'static,
        show: Show,
        sink: impl FnOnce(Answer) + Send + 'static,
    ) -> Result<(), DialogError> {
        if self.open.swap(true, Ordering::SeqCst) {
            return Err(DialogError::Busy);
        }
        let open = Release(Arc::clone(&self.open));
        let clock = Arc::clone(&self.clock);
        Worker::spawn("dialog", move || {
            let answer = match available() {
                Availability::Present => shown(&*clock, show),
                Availability::Absent => Answer::Unavailable,
            };
            drop(open);
            sink(answer);
        })?;
        Ok(())
    }
}

/// Lets the next dialog open, also when this one panics.
struct Release(Arc<AtomicBool>);

impl Drop for Release {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Whether the system can show a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Availability {
    Present,
    Absent,
}

fn shown(clock: &dyn Clock, show: Show) -> Answer {
    let start = clock.mono();
    match catch_unwind(AssertUnwindSafe(show)) {
        Ok(Some(path)) => Answer::Chosen(path),
        Ok(None) if clock.mono().saturating_sub(start) < NEVER_SHOWN => Answer::Unavailable,
        Ok(None) => Answer::Cancelled,
        Err(_) => Answer::Unavailable,
    }
}

#[cfg(not(target_os = "macos"))]
fn prepare(request: Request, parent: Option<&eframe::Frame>) -> Show {
    let mut dialog = rfd::FileDialog::new().set_title(request.title);
    if let Some((name, endings)) = request.filter {
        dialog = dialog.add_filter(name, &endings);
    }
    if let Some(folder) = request.folder {
        dialog = dialog.set_directory(folder);
    }
    if let Some(frame) = parent {
        dialog = dialog.set_parent(frame);
    }
    match request.kind {
        Kind::Save { suggested } => Box::new(move || dialog.set_file_name(suggested).save_file()),
        Kind::Open => Box::new(move || dialog.pick_file()),
    }
}

#[cfg(target_os = "macos")]
fn prepare(request: Request, parent: Option<&eframe::Frame>) -> Show {
    let mut dialog = rfd::AsyncFileDialog::new().set_title(request.title);
    if let Some((name, endings)) = request.filter {
        dialog = dialog.add_filter(name, &endings);
    }
    if let Some(folder) = request.folder {
        dialog = dialog.set_directory(folder);
    }
    if let Some(frame) = parent {
        dialog = dialog.set_parent(frame);
    }
    match request.kind {
        Kind::Save { suggested } => {
            let answer = dialog.set_file_name(suggested).save_file();
            Box::new(move || macos::wait(answer).map(|file| file.path().to_owned()))
        }
        Kind::Open => {
            let answer = dialog.pick_file();
            Box::new(move || macos::wait(answer).map(|file| file.path().to_owned()))
        }
    }
}

#[cfg(target_os = "macos")]
mod macos {
    use std::pin::pin;
    use std::sync::Arc;
    use std::task::{Context, Poll, Wake, Waker};
    use std::thread::{self, Thread};

    struct Unpark(Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    /// Waits on this thread until the future is done.
    pub fn wait<T>(future: impl Future<Output = T>) -> T {
        let waker = Waker::from(Arc::new(Unpark(thread::current())));
        let mut future = pin!(future);
        loop {
            if let Poll::Ready(done) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
                return done;
            }
            thread::park();
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn available() -> Availability {
    Availability::Present
}

#[cfg(target_os = "linux")]
use linux::available;

#[cfg(target_os = "linux")]
mod linux {
    use std::env;
    use std::ffi::OsStr;

    use super::Availability;
    use crate::platform::bus::{Bus, Presence, presence};

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";
    const CHOOSER: &str = "org.freedesktop.portal.FileChooser";

    /// Looks for a portal that chooses files, and for zenity.
    pub fn available() -> Availability {
        let path = env::var_os("PATH").unwrap_or_default();
        look_for(&Bus::Session, &path)
    }

    pub fn look_for(bus: &Bus, path: &OsStr) -> Availability {
        let zenity = || env::split_paths(path).any(|dir| dir.join("zenity").is_file());
        if has_chooser(bus) || zenity() { Availability::Present } else { Availability::Absent }
    }

    /// Some portals, such as that of wlroots alone, have no file chooser; one without answers with an error.
    fn has_chooser(bus: &Bus) -> bool {
        let Ok(connection) = bus.connect() else { return false };
        if presence(&connection, PORTAL) == Presence::Absent {
            return false;
        }
        let properties = "org.freedesktop.DBus.Properties";
        connection.call_method(Some(PORTAL), PORTAL_PATH, Some(properties), "Get", &(CHOOSER, "version")).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::platform::clock::{FakeClock, SystemClock};

    const SOON: Duration = Duration::from_secs(5);

    #[track_caller]
    fn check_answer(after: Duration, show: fn() -> Option<PathBuf>, expected: Answer) {
        let clock = FakeClock::new(chrono::DateTime::UNIX_EPOCH);
        let (passing, (tx, rx)) = (clock.clone(), mpsc::channel());
        let dialogs = Dialogs::new(Arc::new(clock));
        let show = Box::new(move || {
            passing.advance(after);
            show()
        });
        dialogs.run(|| Availability::Present, show, move |answer| tx.send(answer).unwrap()).unwrap();
        assert_eq!(rx.recv_timeout(SOON), Ok(expected));
    }

    #[test]
    fn a_file_chosen_none_chosen_and_a_dialog_that_never_came_are_told_apart() {
        let path = PathBuf::from("/tmp/a.ron");
        check_answer(Duration::ZERO, || Some(PathBuf::from("/tmp/a.ron")), Answer::Chosen(path));
        check_answer(Duration::from_secs(1), || None, Answer::Cancelled);
        check_answer(Duration::from_millis(149), || None, Answer::Unavailable);
        check_answer(Duration::from_secs(1), || panic!("on purpose"), Answer::Unavailable);
    }

    #[test]
    fn one_dialog_is_open_at_a_time() {
        let dialogs = Dialogs::new(Arc::new(SystemClock::new()));
        let (close, closed) = mpsc::channel::<()>();
        let (tx, rx) = mpsc::channel();
        let again = tx.clone();
        let first = Box::new(move || {
            let _ = closed.recv();
            None
        });
        dialogs.run(|| Availability::Present, first, move |_| tx.send(1).unwrap()).unwrap();
        let second = dialogs.run(|| Availability::Present, Box::new(|| None), |_| {});
        assert!(matches!(second, Err(DialogError::Busy)));
        drop(close);
        assert_eq!(rx.recv_timeout(SOON), Ok(1));
        dialogs.run(|| Availability::Absent, Box::new(|| None), move |_| again.send(2).unwrap()).unwrap();
        assert_eq!(rx.recv_timeout(SOON), Ok(2));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn without_portal_and_zenity_there_is_no_dialog() {
        use crate::platform::bus::{Bus, tests::PrivateBus};
        let dir = tempfile::tempdir().unwrap();
        let nowhere = Bus::At("unix:path=/no/such/socket".to_owned());
        assert_eq!(linux::look_for(&nowhere, dir.path().as_os_str()), Availability::Absent);
        if let Some(bus) = PrivateBus::start() {
            assert_eq!(linux::look_for(&bus.bus(), dir.path().as_os_str()), Availability::Absent);
        }
        std::fs::File::create(dir.path().join("zenity")).unwrap();
        assert_eq!(linux::look_for(&nowhere, dir.path().as_os_str()), Availability::Present);
    }
}
