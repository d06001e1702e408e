//! The one thread that writes the data file. Whoever has something to save leaves it here and never waits.
//!
//! Saves that come close together become one. What could not be saved is kept and tried again.

use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::atomic::SaveError;
use super::backups::{self, BackupInfo};
use super::data_file::{Access, BackedUp, DataFile, RestoreError, Shrink};
use super::writer_work::Work;
use crate::domain::Model;
use crate::platform::clock::Clock;
use crate::platform::worker::Worker;

/// How long a change waits for others to join it.
const DEBOUNCE: Duration = Duration::from_millis(500);
/// First wait after a failed save; it doubles up to [`MAX_BACKOFF`].
const BACKOFF: Duration = Duration::from_secs(1);
/// Longest wait after a failed save.
const MAX_BACKOFF: Duration = Duration::from_secs(16);
/// A save that takes longer is told to the user.
const SLOW: Duration = Duration::from_secs(5);
/// How often an idle writer looks whether a daily backup is due.
const DAILY_CHECK: Duration = Duration::from_secs(3600);

/// Where saving stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is on the disk; `at` is when it last changed, as far as known.
    Saved {
        at: Option<DateTime<Utc>>,
    },
    Saving,
    /// It is kept in memory and tried again; a [`SaveError::WouldShrink`] and [`SaveError::ChangedOutside`] wait for the user's word.
    Problem {
        error: SaveError,
        since: DateTime<Utc>,
    },
    ReadOnly,
}

/// What there is to say about the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreStatus {
    pub save: SaveState,
    /// The last moment at which a good backup held all that was in the file.
    pub backed_up: Option<DateTime<Utc>>,
    /// Why the last backup failed.
    pub backup_problem: Option<SaveError>,
}

/// How a [`Writer::flush`] ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flushed {
    Done,
    Failed(SaveError),
    /// The disk did not answer in time; the thread is left behind.
    TimedOut,
}

/// What to do about a file that another program changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Theirs becomes a backup, ours is saved.
    KeepOurs,
    /// Theirs is loaded; ours stays in the file beside it.
    TakeTheirs,
}

type Done<T> = Box<dyn FnOnce(T) + Send>;

/// Something to do besides saving; the answer goes to the callback, on the writer's thread.
pub(super) enum Job {
    BackUp(Done<Result<BackedUp, SaveError>>),
    ListBackups(Done<Vec<BackupInfo>>),
    Restore(PathBuf, Done<Result<Model, RestoreError>>),
    SaveCopy(Box<Model>, PathBuf, Done<Result<(), SaveError>>),
    Resolve(Resolution, Done<Result<Option<Model>, RestoreError>>),
}

/// What the thread takes up next.
pub(super) enum Task {
    Save(Box<Model>, Shrink),
    Job(Job),
    Beat(Uuid, DateTime<Utc>),
    DailyBackup,
    Stop,
}

/// What is shared between the thread and those who leave work; held for moments only, never while the disk works.
pub(super) struct Desk {
    pub pending: Option<(Box<Model>, Shrink)>,
    jobs: VecDeque<Job>,
    beat: Option<(Uuid, DateTime<Utc>)>,
    /// Do not wait for more changes, and try again what failed.
    hurry: bool,
    stop: bool,
    is_patience_over: bool,
    is_check_due: bool,
    busy: Busy,
    busy_since: DateTime<Utc>,
    /// Failed saves in a row.
    pub failures: u32,
    /// What is pending waits for the user's word.
    pub parked: bool,
    pub status: StoreStatus,
}

/// What the thread is doing, as the watch sees it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Busy {
    Idle,
    Working,
    Saving,
    /// Saving for longer than [`SLOW`].
    Stuck,
}

pub(super) struct Shared {
    desk: Mutex<Desk>,
    wake: Condvar,
    settled: Condvar,
    pub clock: Arc<dyn Clock>,
    on_change: Box<dyn Fn() + Send + Sync>,
}

/// A handle to the writer's thread.
pub struct Writer {
    shared: Arc<Shared>,
    worker: Option<Worker>,
    access: Access,
}

impl Writer {
    /// Starts the thread, which backs the file up first; `on_change` is called on it whenever [`Writer::status`] changed.
    ///
    /// # Errors
    /// Fails only when the system gives no thread.
    pub fn start(
        file: DataFile,
        saved_at: Option<DateTime<Utc>>,
        clock: Arc<dyn Clock>,
        on_change: impl Fn() + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let access = file.access();
        let save = if access == Access::ReadOnly { SaveState::ReadOnly } else { SaveState::Saved { at: saved_at } };
        let status = StoreStatus { save, backed_up: backups::newest(&**file.fs(), file.paths()), backup_problem: None };
        let desk = Desk {
            pending: None,
            jobs: VecDeque::new(),
            beat: None,
            hurry: false,
            stop: false,
            is_patience_over: false,
            is_check_due: false,
            busy: Busy::Idle,
            busy_since: clock.wall(),
            failures: 0,
            parked: false,
            status,
        };
        let shared = Arc::new(Shared {
            desk: Mutex::new(desk),
            wake: Condvar::new(),
            settled: Condvar::new(),
            clock,
            on_change: Box::new(on_change),
        });
        let work = Work::new(file, saved_at, Arc::clone(&shared));
        let worker = Worker::spawn("writer", move || run(work))?;
        let watched = Arc::clone(&shared);
        // It only reports; without it a stuck disk is noticed later, so nobody waits for it either.
        Worker::spawn("writer-watch", move || watch(&watched))?;
        Ok(Self { shared, worker: Some(worker), access })
    }

    /// Saves a snapshot within a second; the last one given wins.
    pub fn save(&self, model: Model) {
        self.leave(model, Shrink::Guard);
    }

    /// As [`Writer::save`], also when most records are gone: the user deleted them on purpose.
    pub fn save_shrunk(&self, model: Model) {
        self.leave(model, Shrink::Allow);
    }

    /// Notes that the running session is alive; once a minute is enough.
    pub fn beat(&self, session: Uuid, at: DateTime<Utc>) {
        if self.access == Access::Write {
            self.shared.lock().beat = Some((session, at));
            self.shared.wake.notify_all();
        }
    }

    /// Copies the file, as last saved, into the backups.
    pub fn back_up(&self, done: impl FnOnce(Result<BackedUp, SaveError>) + Send + 'static) {
        self.ask(Job::BackUp(Box::new(done)));
    }

    /// All backups with what they hold, newest first.
    pub fn list_backups(&self, done: impl FnOnce(Vec<BackupInfo>) + Send + 'static) {
        self.ask(Job::ListBackups(Box::new(done)));
    }

    /// Puts a backup in the place of the file; what was there is a backup from then on.
    ///
    /// Until the answer came, with the model to show from now on, nothing must be saved.
    pub fn restore(&self, backup: PathBuf, done: impl FnOnce(Result<Model, RestoreError>) + Send + 'static) {
        self.ask(Job::Restore(backup, Box::new(done)));
    }

    /// Saves to another file; works also read-only.
    pub fn save_copy(&self, model: Model, path: PathBuf, done: impl FnOnce(Result<(), SaveError>) + Send + 'static) {
        self.ask(Job::SaveCopy(Box::new(model), path, Box::new(done)));
    }

    /// Ends a [`SaveError::ChangedOutside`]; answers with the model to show from now on, if it is another.
    pub fn resolve(
        &self,
        resolution: Resolution,
        done: impl FnOnce(Result<Option<Model>, RestoreError>) + Send + 'static,
    ) {
        self.ask(Job::Resolve(resolution, Box::new(done)));
    }

    /// Where things stand now; never waits for the disk.
    pub fn status(&self) -> StoreStatus {
        let desk = self.shared.lock();
        let mut status = desk.status.clone();
        if desk.busy == Busy::Stuck {
            status.save = SaveState::Problem { error: SaveError::TooSlow, since: desk.busy_since };
        }
        status
    }

    /// Saves what is pending at once and waits for it, at most `limit`.
    pub fn flush(&self, limit: Duration) -> Flushed {
        let mut desk = self.shared.lock();
        desk.hurry = true;
        self.shared.wake.notify_all();
        let is_unsettled = |desk: &mut Desk| desk.hurry || desk.busy != Busy::Idle;
        let (desk, waited) =
            self.shared.settled.wait_timeout_while(desk, limit, is_unsettled).unwrap_or_else(PoisonError::into_inner);
        match &desk.status.save {
            _ if waited.timed_out() => Flushed::TimedOut,
            SaveState::Problem { error, .. } => Flushed::Failed(error.clone()),
            SaveState::Saved { .. } | SaveState::Saving | SaveState::ReadOnly => Flushed::Done,
        }
    }

    /// Flushes and ends the thread; `limit` holds for all of it.
    pub fn stop(mut self, limit: Duration) -> Flushed {
        let flushed = self.flush(limit);
        self.shared.lock().stop = true;
        self.shared.wake.notify_all();
        if flushed != Flushed::TimedOut
            && let Some(worker) = self.worker.take()
        {
            // Nothing is left to save: a thread that does not end at once ends with the process.
            worker.join_within(Duration::from_millis(200));
        }
        flushed
    }

    fn leave(&self, model: Model, shrink: Shrink) {
        if self.access == Access::ReadOnly {
            return;
        }
        let mut desk = self.shared.lock();
        let meant = desk.pending.as_ref().is_some_and(|(_, pending)| *pending == Shrink::Allow);
        let shrink = if meant { Shrink::Allow } else { shrink };
        desk.pending = Some((Box::new(model), shrink));
        desk.parked = false;
        if matches!(desk.status.save, SaveState::Saved { .. }) {
            desk.status.save = SaveState::Saving;
        }
        drop(desk);
        self.shared.wake.notify_all();
    }

    fn ask(&self, job: Job) {
        self.shared.lock().jobs.push_back(job);
        self.shared.wake.notify_all();
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.shared.lock().stop = true;
        self.shared.wake.notify_all();
    }
}

impl Shared {
    pub fn lock(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is shared and tells the app.
    pub fn update(&self, change: impl FnOnce(&mut Desk)) {
        change(&mut self.lock());
        (self.on_change)();
    }

    /// Waits for something to do and marks the thread as busy.
    fn next(&self) -> Task {
        let mut desk = self.lock();
        loop {
            if let Some(task) = desk.take() {
                desk.busy = if matches!(task, Task::Save(..)) { Busy::Saving } else { Busy::Working };
                desk.busy_since = self.clock.wall();
                self.wake.notify_all();
                return task;
            }
            desk.hurry = false;
            self.settled.notify_all();
            let wait = if desk.is_saving_due() { desk.patience() } else { DAILY_CHECK };
            let had_pending = desk.is_saving_due();
            let is_quiet = |desk: &mut Desk| !desk.is_called() && (had_pending || !desk.is_saving_due());
            let (woken, waited) =
                self.wake.wait_timeout_while(desk, wait, is_quiet).unwrap_or_else(PoisonError::into_inner);
            desk = woken;
            desk.is_patience_over = had_pending && waited.timed_out();
            desk.is_check_due = !had_pending && waited.timed_out();
        }
    }

    fn end(&self) {
        self.lock().busy = Busy::Idle;
        self.settled.notify_all();
        self.wake.notify_all();
    }
}

impl Desk {
    /// What is to be done right now.
    fn take(&mut self) -> Option<Task> {
        if let Some((session, at)) = self.beat.take() {
            return Some(Task::Beat(session, at));
        }
        // A job sees the file as it would be if it had been asked for a little later.
        let is_last_chance = (self.stop || !self.jobs.is_empty()) && self.failures == 0;
        let is_due = self.is_patience_over || self.hurry || is_last_chance;
        if is_due
            && self.is_saving_due()
            && let Some((model, shrink)) = self.pending.take()
        {
            self.is_patience_over = false;
            self.hurry = false;
            return Some(Task::Save(model, shrink));
        }
        if let Some(job) = self.jobs.pop_front() {
            return Some(Task::Job(job));
        }
        if self.stop {
            return Some(Task::Stop);
        }
        std::mem::take(&mut self.is_check_due).then_some(Task::DailyBackup)
    }

    /// Something that does not wait.
    fn is_called(&self) -> bool {
        self.hurry || self.stop || self.beat.is_some() || !self.jobs.is_empty()
    }

    fn is_saving_due(&self) -> bool {
        self.pending.is_some() && (!self.parked || self.hurry)
    }

    /// How long what is pending waits before it is saved.
    fn patience(&self) -> Duration {
        match self.failures {
            0 => DEBOUNCE,
            failures => MAX_BACKOFF.min(BACKOFF * 2_u32.saturating_pow(failures - 1)),
        }
    }
}

fn run(mut work: Work) {
    let shared = Arc::clone(work.shared());
    work.start();
    loop {
        let task = shared.next();
        if matches!(task, Task::Stop) {
            shared.end();
            return;
        }
        if catch_unwind(AssertUnwindSafe(|| work.carry_out(task))).is_err() {
            work.report_panic();
        }
        shared.end();
    }
}

/// Says so when the disk does not answer: the writer itself cannot, it hangs.
fn watch(shared: &Shared) {
    let mut desk = shared.lock();
    loop {
        let is_other = |desk: &mut Desk| desk.busy != Busy::Saving && !desk.stop;
        desk = shared.wake.wait_while(desk, is_other).unwrap_or_else(PoisonError::into_inner);
        if desk.stop {
            return;
        }
        let is_saving = |desk: &mut Desk| desk.busy == Busy::Saving;
        let (woken, waited) =
            shared.settled.wait_timeout_while(desk, SLOW, is_saving).unwrap_or_else(PoisonError::into_inner);
        desk = woken;
        if waited.timed_out() {
            desk.busy = Busy::Stuck;
            drop(desk);
            (shared.on_change)();
            let is_stuck = |desk: &mut Desk| desk.busy == Busy::Stuck;
            desk = shared.settled.wait_while(shared.lock(), is_stuck).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
