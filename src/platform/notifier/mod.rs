//! Desktop notifications from one thread that owns the desktop bus, so that a missing or hung daemon never stalls the app.
//!
//! Windows and macOS go through `notify-rust` (`native.rs`). Linux speaks `org.freedesktop.Notifications` over `zbus`
//! itself (`freedesktop.rs`), because `notify-rust` opens a connection a call, has no timeout, starts a daemon that may
//! never come, and waits for buttons on a thread that leaks when the daemon restarts. With one connection of our own an
//! answer that comes late is still understood: a daemon that was stopped shows each notice once, not twice, and its
//! buttons work.
//!
//! The app's own banner never depends on this: every notice that is not known to be shown is told as
//! [`Answer::Undelivered`].

#[cfg(target_os = "linux")]
mod freedesktop;
#[cfg(not(target_os = "linux"))]
mod native;
mod queue;
#[cfg(all(test, target_os = "linux"))]
mod tests;
mod text;

use std::io;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

#[cfg(target_os = "linux")]
use super::bus::Bus;
use super::clock::Clock;
use super::worker::{STOP_WITHIN, Worker};
use queue::Queue;
pub use text::{MOST_LINES, Markup, clean};

/// The name shown as sender.
pub(super) const APP_NAME: &str = "Mainspring";

/// How long the desktop may take to answer before it counts as hung, in seconds.
const ANSWER_WITHIN: Duration = Duration::from_secs(3);

/// Least time between two notifications of one tag, in seconds, unless the first is still shown and is replaced in place.
const PACE: Duration = Duration::from_secs(10);

/// Something to tell the person outside the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// The event it belongs to; a notice replaces the one shown before with the same tag.
    pub tag: String,
    /// One line; cleaned and cut to 200 characters.
    pub title: String,
    /// Text below it; cleaned, cut to 200 characters and escaped where markup is read.
    pub body: String,
    /// Further lines below that, each treated like the body; at most [`MOST_LINES`] are shown.
    pub more: Vec<String>,
    /// Buttons as key and label, in order; the key comes back in [`Answer::Action`].
    pub actions: Vec<(String, String)>,
    /// What it sounds like.
    pub sound: Sound,
}

/// What a notice sounds like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sound {
    /// What the desktop does by itself.
    #[default]
    Usual,
    /// A name of the freedesktop sound naming specification, such as `complete`.
    Named(String),
    /// None.
    Silent,
}

/// Something that happened to a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotifierEvent {
    /// Tag of the notice.
    pub tag: String,
    /// What happened.
    pub answer: Answer,
}

/// What happened to a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The button with this key was pressed.
    Action(String),
    /// The notification itself was clicked: show the window.
    Opened,
    /// It is gone, by itself or closed by the person.
    Closed,
    /// It could not be shown, or nobody knows: show the app's own banner.
    Undelivered(Health),
}

/// How notifications fare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Health {
    /// Nothing was tried yet.
    #[default]
    Unknown,
    /// The last one was taken by the desktop.
    Working,
    /// There is nothing that shows notifications.
    NoDaemon,
    /// It does not answer.
    Hung,
}

/// Bounds in time; tests use shorter ones.
#[derive(Clone, Copy, Debug)]
struct Limits {
    answer: Duration,
    pace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { answer: ANSWER_WITHIN, pace: PACE }
    }
}

/// What reaches the thread.
enum Input {
    /// Look into the queue.
    Look,
    /// Find out whether notifications work, without showing one.
    Probe(Sender<Health>),
    Stop,
    #[cfg(target_os = "linux")]
    Bus(freedesktop::BusInput),
}

/// What both sides see.
struct Shared {
    clock: Arc<dyn Clock>,
    limits: Limits,
    queue: Mutex<Queue>,
    status: Mutex<Status>,
}

#[derive(Default)]
struct Status {
    health: Health,
    busy_since: Option<Duration>,
}

/// Handle of the notifier thread, which ends when this is dropped.
pub struct Notifier {
    shared: Arc<Shared>,
    inbox: Sender<Input>,
    worker: Option<Worker>,
}

impl Notifier {
    /// Starts the thread; nothing is connected before the first notice. `sink` is called on that thread.
    #[cfg(not(target_os = "linux"))]
    pub fn start(clock: Arc<dyn Clock>, sink: impl Fn(NotifierEvent) + Send + Sync + 'static) -> io::Result<Self> {
        let (inbox, outbox) = mpsc::channel();
        let shared = Shared::new(clock, Limits::default());
        let inner = Arc::clone(&shared);
        let worker = Worker::spawn("notifier", move || native::run(&inner, &outbox, &Arc::new(sink)))?;
        Ok(Self { shared, inbox, worker: Some(worker) })
    }

    /// Starts the thread; nothing is connected before the first notice. `sink` is called on that thread.
    #[cfg(target_os = "linux")]
    pub fn start(clock: Arc<dyn Clock>, sink: impl Fn(NotifierEvent) + Send + Sync + 'static) -> io::Result<Self> {
        Self::start_on(Bus::Session, Limits::default(), clock, sink)
    }

    #[cfg(target_os = "linux")]
    fn start_on(
        bus: Bus,
        limits: Limits,
        clock: Arc<dyn Clock>,
        sink: impl Fn(NotifierEvent) + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let (inbox, outbox) = mpsc::channel();
        let shared = Shared::new(clock, limits);
        let desk = freedesktop::Desk::new(bus, Arc::clone(&shared), inbox.clone(), Box::new(sink));
        let worker = Worker::spawn("notifier", move || desk.run(&outbox))?;
        Ok(Self { shared, inbox, worker: Some(worker) })
    }

    /// Hands over a notice and returns at once; of more than 16 that wait, the oldest is dropped.
    pub fn send(&self, notice: Notice) {
        let now = self.shared.clock.mono();
        self.shared.queue().push(notice, now);
        // It fails only when the thread is gone, which `health` shows.
        let _ = self.inbox.send(Input::Look);
    }

    /// How notifications fare, without asking anyone.
    pub fn health(&self) -> Health {
        self.shared.health()
    }

    /// Finds out whether notifications work without showing one; waits at most `within`, so not for the UI thread.
    pub fn probe(&self, within: Duration) -> Health {
        let (reply, answer) = mpsc::channel();
        let _ = self.inbox.send(Input::Probe(reply));
        answer.recv_timeout(within).unwrap_or_else(|_| self.health())
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        let _ = self.inbox.send(Input::Stop);
        if let Some(worker) = self.worker.take() {
            worker.join_within(STOP_WITHIN);
        }
    }
}

impl Shared {
    fn new(clock: Arc<dyn Clock>, limits: Limits) -> Arc<Self> {
        Arc::new(Self { clock, limits, queue: Mutex::default(), status: Mutex::default() })
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn status(&self) -> MutexGuard<'_, Status> {
        self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_health(&self, health: Health) {
        let mut status = self.status();
        if status.health != health {
            log::info!("notifications: {health:?}");
        }
        status.health = health;
    }

    /// Runs what may block, with the time it began in sight of [`Shared::health`].
    fn watched<R>(&self, work: impl FnOnce() -> R) -> R {
        self.status().busy_since = Some(self.clock.mono());
        let result = work();
        self.status().busy_since = None;
        result
    }

    /// The watchdog: a thread that has been busy for twice the time an answer may take is stuck in the system.
    fn health(&self) -> Health {
        let status = self.status();
        let stuck = |since| self.clock.mono().saturating_sub(since) > 2 * self.limits.answer;
        if status.busy_since.is_some_and(stuck) { Health::Hung } else { status.health }
    }
}
