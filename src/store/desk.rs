//! The desk between the writer's thread and those who leave work on it: what waits, what comes next, what is slow.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::atomic::SaveError;
use super::backups::BackupInfo;
use super::data_file::{BackedUp, RestoreError, Shrink};
use super::writer::{Resolution, Resolved, StoreStatus};
use super::writer_work::Work;
use crate::domain::Model;
use crate::platform::clock::Clock;

/// How long a change waits for others to join it.
const DEBOUNCE: Duration = Duration::from_millis(500);
/// First wait after a failed save; it doubles up to [`MAX_BACKOFF`].
const BACKOFF: Duration = Duration::from_secs(1);
/// Longest wait after a failed save.
const MAX_BACKOFF: Duration = Duration::from_secs(16);
/// What takes longer is told to the user, if a save or an answer waits for it.
const SLOW: Duration = Duration::from_secs(5);
/// How often an idle writer looks whether a daily backup is due.
const DAILY_CHECK: Duration = Duration::from_hours(1);

type Done<T> = Box<dyn FnOnce(T) + Send>;

/// Something to do besides saving; the answer goes to the callback, on the writer's thread.
pub enum Job {
    BackUp(Done<Result<BackedUp, SaveError>>),
    ListBackups(Done<Vec<BackupInfo>>),
    Restore(PathBuf, Done<Result<Model, RestoreError>>),
    Resolve(Resolution, Done<Result<Resolved, RestoreError>>),
}

/// What the thread takes up next.
pub enum Task {
    Save(Box<Model>, Shrink),
    Job(Job),
    Beat(Uuid, DateTime<Utc>),
    DailyBackup,
    Stop,
}

/// What is shared between the thread and those who leave work; held for moments only, never while the disk works.
pub struct Desk {
    pub pending: Option<(Box<Model>, Shrink)>,
    pub jobs: VecDeque<Job>,
    pub beat: Option<(Uuid, DateTime<Utc>)>,
    /// Do not wait for more changes, and try again what failed.
    pub hurry: bool,
    pub stop: bool,
    elapsed: Elapsed,
    pub busy: Busy,
    /// The task that takes longer than [`SLOW`].
    slow: Option<u64>,
    /// How many tasks were begun, which tells them apart.
    turn: u64,
    pub busy_since: DateTime<Utc>,
    /// Failed saves in a row.
    pub failures: u32,
    /// What is pending waits for the user's word.
    pub parked: bool,
    pub status: StoreStatus,
}

/// Which wait ran out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elapsed {
    Nothing,
    /// The time that what is pending waits for more.
    Patience,
    /// [`DAILY_CHECK`] without anything to do.
    Quiet,
}

/// What the thread is doing, as the watch sees it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    Idle,
    /// What nobody waits for.
    Working,
    /// Saving, or what the user asked for.
    Asked,
}

pub struct Shared {
    desk: Mutex<Desk>,
    pub wake: Condvar,
    pub settled: Condvar,
    pub clock: Arc<dyn Clock>,
    on_change: Box<dyn Fn() + Send + Sync>,
}

impl Shared {
    /// An empty desk.
    pub fn new(status: StoreStatus, clock: Arc<dyn Clock>, on_change: impl Fn() + Send + Sync + 'static) -> Self {
        let desk = Desk {
            pending: None,
            jobs: VecDeque::new(),
            beat: None,
            hurry: false,
            stop: false,
            elapsed: Elapsed::Nothing,
            // The first backup begins before the thread looks here.
            busy: Busy::Working,
            slow: None,
            turn: 0,
            busy_since: clock.wall(),
            failures: 0,
            parked: false,
            status,
        };
        Self {
            desk: Mutex::new(desk),
            wake: Condvar::new(),
            settled: Condvar::new(),
            clock,
            on_change: Box::new(on_change),
        }
    }

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
                desk.busy = task.busy();
                desk.turn += 1;
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
            desk.elapsed = match (waited.timed_out(), had_pending) {
                (false, _) => Elapsed::Nothing,
                (true, true) => Elapsed::Patience,
                (true, false) => Elapsed::Quiet,
            };
        }
    }

    fn end(&self) {
        self.lock().busy = Busy::Idle;
        self.settled.notify_all();
        self.wake.notify_all();
    }
}

impl Task {
    fn busy(&self) -> Busy {
        match self {
            Self::Job(Job::ListBackups(_)) | Self::Beat(..) | Self::DailyBackup | Self::Stop => Busy::Working,
            Self::Save(..) | Self::Job(_) => Busy::Asked,
        }
    }
}

impl Desk {
    /// The disk does not answer, and someone waits for it.
    pub fn is_stuck(&self) -> bool {
        let is_slow = self.busy != Busy::Idle && self.slow == Some(self.turn);
        is_slow && (self.busy == Busy::Asked || self.pending.is_some() || !self.jobs.is_empty())
    }

    /// What is to be done right now.
    fn take(&mut self) -> Option<Task> {
        if let Some((session, at)) = self.beat.take() {
            return Some(Task::Beat(session, at));
        }
        // A job sees the file as it would be if it had been asked for a little later.
        let is_last_chance = (self.stop || !self.jobs.is_empty()) && self.failures == 0;
        let is_due = self.elapsed == Elapsed::Patience || self.hurry || is_last_chance;
        if is_due
            && self.is_saving_due()
            && let Some((model, shrink)) = self.pending.take()
        {
            self.elapsed = Elapsed::Nothing;
            self.hurry = false;
            return Some(Task::Save(model, shrink));
        }
        if let Some(job) = self.jobs.pop_front() {
            return Some(Task::Job(job));
        }
        if self.stop {
            return Some(Task::Stop);
        }
        let elapsed = std::mem::replace(&mut self.elapsed, Elapsed::Nothing);
        (elapsed == Elapsed::Quiet).then_some(Task::DailyBackup)
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

pub fn run(mut work: Work) {
    let shared = Arc::clone(work.shared());
    if catch_unwind(AssertUnwindSafe(|| work.start())).is_err() {
        work.report_panic();
    }
    shared.end();
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
pub fn watch(shared: &Shared) {
    let mut desk = shared.lock();
    loop {
        let is_idle = |desk: &mut Desk| desk.busy == Busy::Idle && !desk.stop;
        desk = shared.wake.wait_while(desk, is_idle).unwrap_or_else(PoisonError::into_inner);
        if desk.stop {
            return;
        }
        let turn = desk.turn;
        let is_at_it = |desk: &mut Desk| desk.busy != Busy::Idle && desk.turn == turn;
        let (woken, waited) =
            shared.settled.wait_timeout_while(desk, SLOW, is_at_it).unwrap_or_else(PoisonError::into_inner);
        desk = woken;
        if waited.timed_out() {
            desk.slow = Some(turn);
            drop(desk);
            (shared.on_change)();
            desk = shared.settled.wait_while(shared.lock(), is_at_it).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
