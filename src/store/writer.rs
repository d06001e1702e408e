//! The one thread that writes the data file. Whoever has something to save leaves it here and never waits.
//!
//! Saves that come close together become one. What could not be saved is kept and tried again.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::atomic::SaveError;
use super::backups::{self, BackupInfo};
use super::data_file::{Access, BackedUp, DataFile, RestoreError, Shrink};
use super::desk::{Busy, Desk, Job, Shared, run, watch};
use super::writer_work::Work;
use crate::domain::Model;
use crate::platform::clock::Clock;
use crate::platform::worker::Worker;

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

/// What came of a [`Resolution`].
#[derive(Clone, Debug)]
pub enum Resolved {
    /// Ours was kept; theirs is the backup named here, if there still was a file.
    Ours { theirs: Option<PathBuf> },
    /// Theirs is to be shown from now on; what we had not saved is in the file named here.
    Theirs { model: Box<Model>, ours: Option<PathBuf> },
}

/// A handle to the writer's thread.
pub struct Writer {
    shared: Arc<Shared>,
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
        let shared = Arc::new(Shared::new(status, clock, on_change));
        let work = Work::new(file, saved_at, Arc::clone(&shared));
        // Both end by themselves when the handle is dropped; a save under way is finished first.
        Worker::spawn("writer", move || run(work))?;
        let watched = Arc::clone(&shared);
        // It only reports; without it a stuck disk is noticed later, so nobody waits for it either.
        Worker::spawn("writer-watch", move || watch(&watched))?;
        Ok(Self { shared, access })
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

    /// Ends a [`SaveError::ChangedOutside`] or a [`SaveError::HalfSynced`] that was given up.
    ///
    /// Until the answer to [`Resolution::TakeTheirs`] came, nothing must be saved.
    pub fn resolve(&self, resolution: Resolution, done: impl FnOnce(Result<Resolved, RestoreError>) + Send + 'static) {
        self.ask(Job::Resolve(resolution, Box::new(done)));
    }

    /// Where things stand now; never waits for the disk.
    pub fn status(&self) -> StoreStatus {
        let desk = self.shared.lock();
        let mut status = desk.status.clone();
        if desk.is_stuck() {
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
            // With everything on the disk nobody has to wait for what else the writer is at, such as a backup.
            SaveState::Problem { .. } | SaveState::Saving if waited.timed_out() => Flushed::TimedOut,
            SaveState::Problem { error, .. } => Flushed::Failed(error.clone()),
            SaveState::Saved { .. } | SaveState::Saving | SaveState::ReadOnly => Flushed::Done,
        }
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
