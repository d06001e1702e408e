//! What the writer's thread does with each task.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::atomic::SaveError;
use super::backups::{self, BackupKind};
use super::data_file::{Access, BackedUp, DataFile, RestoreError, Saved, Shrink};
use super::desk::{Job, Shared, Task};
use super::heartbeat;
use super::writer::{Resolution, Resolved, SaveState};
use crate::domain::Model;

/// A backup is made when the newest is older, in hours, and the file changed since.
const BACKUP_HOURS: i64 = 24;
/// Failed saves in a row after which an unreadable file of another program is no longer only waited for.
const HALF_SYNCED_TRIES: u32 = 5;

/// The thread's own things.
pub(super) struct Work {
    file: DataFile,
    saved_at: Option<DateTime<Utc>>,
    /// Where ours is saved while another program's change is not resolved.
    ours: Option<PathBuf>,
    shared: Arc<Shared>,
}

impl Work {
    pub fn new(file: DataFile, saved_at: Option<DateTime<Utc>>, shared: Arc<Shared>) -> Self {
        Self { file, saved_at, ours: None, shared }
    }

    pub fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// Backs up what was opened, before anything is written.
    pub fn start(&self) {
        if self.file.access() == Access::Write {
            let _ = self.back_up(BackupKind::Auto);
        }
    }

    pub fn carry_out(&mut self, task: Task) {
        match task {
            Task::Save(model, shrink) => self.save(model, shrink),
            Task::Job(job) => self.do_job(job),
            Task::Beat(session, at) => {
                let file = &self.file.paths().heartbeat;
                if let Err(error) = heartbeat::beat(&**self.file.fs(), file, session, at) {
                    log::warn!("the heartbeat could not be written: {error}");
                }
            }
            Task::DailyBackup => self.back_up_daily(),
            Task::Stop => {}
        }
    }

    /// A fault of ours must not look as if everything were saved.
    pub fn report_panic(&self) {
        let since = self.now();
        let error = SaveError::Io("saving failed inside the app".to_owned());
        self.shared.update(|desk| desk.status.save = SaveState::Problem { error, since });
    }

    fn now(&self) -> DateTime<Utc> {
        self.shared.clock.wall()
    }

    fn save(&mut self, model: Box<Model>, shrink: Shrink) {
        match self.file.save(&model, shrink, self.now()) {
            Ok(saved) => {
                if saved == Saved::Written {
                    self.saved_at = Some(self.now());
                }
                self.ours = None;
                let at = self.saved_at;
                self.shared.update(|desk| {
                    desk.failures = 0;
                    let is_behind = desk.pending.is_some();
                    desk.status.save = if is_behind { SaveState::Saving } else { SaveState::Saved { at } };
                });
                self.back_up_daily();
            }
            Err(error) => self.save_failed(model, shrink, error),
        }
    }

    fn save_failed(&mut self, model: Box<Model>, shrink: Shrink, mut error: SaveError) {
        log::warn!("saving failed: {error}");
        let failures = self.shared.lock().failures + 1;
        match &mut error {
            SaveError::ChangedOutside { ours } => *ours = self.save_ours(&model).ok(),
            SaveError::HalfSynced { ours } if failures >= HALF_SYNCED_TRIES => *ours = self.save_ours(&model).ok(),
            _ => {}
        }
        let now = self.now();
        self.shared.update(|desk| {
            desk.failures = failures;
            desk.parked = error.waits_for_a_word() && desk.pending.is_none();
            match &mut desk.pending {
                Some((_, newer)) if shrink == Shrink::Allow => *newer = Shrink::Allow,
                Some(_) => {}
                None => desk.pending = Some((model, shrink)),
            }
            let since = match desk.status.save {
                SaveState::Problem { since, .. } => since,
                _ => now,
            };
            desk.status.save = SaveState::Problem { error, since };
        });
    }

    fn save_ours(&mut self, model: &Model) -> Result<PathBuf, SaveError> {
        let now = self.now();
        let path = self.ours.get_or_insert_with(|| self.file.paths().beside("ours", now)).clone();
        self.file.save_beside(model, &path).inspect_err(|error| log::warn!("saving beside failed: {error}"))
    }

    fn back_up_daily(&self) {
        let backed_up = self.shared.lock().status.backed_up;
        let is_due = backed_up.is_none_or(|at| (self.now() - at).abs() >= TimeDelta::hours(BACKUP_HOURS));
        if is_due && self.file.access() == Access::Write {
            let _ = self.back_up(BackupKind::Auto);
        }
    }

    fn back_up(&self, kind: BackupKind) -> Result<BackedUp, SaveError> {
        let now = self.now();
        let result = self.file.back_up(kind, now);
        self.shared.update(|desk| match &result {
            Ok(BackedUp::Made(_) | BackedUp::Already) => {
                desk.status.backed_up = Some(now);
                desk.status.backup_problem = None;
            }
            Ok(BackedUp::Nothing) => {}
            Err(error) => desk.status.backup_problem = Some(error.clone()),
        });
        result
    }

    fn do_job(&mut self, job: Job) {
        match job {
            Job::BackUp(done) => done(self.back_up(BackupKind::Manual)),
            Job::ListBackups(done) => done(backups::list(&**self.file.fs(), self.file.paths())),
            Job::Restore(backup, done) => done(self.restore(&backup)),
            Job::Resolve(Resolution::KeepOurs, done) => done(self.keep_ours()),
            Job::Resolve(Resolution::TakeTheirs, done) => done(self.take_theirs()),
        }
    }

    fn restore(&mut self, backup: &std::path::Path) -> Result<Model, RestoreError> {
        let model = self.file.restore(backup, self.now())?;
        self.settle();
        Ok(model)
    }

    fn keep_ours(&mut self) -> Result<Resolved, RestoreError> {
        let theirs = self.file.put_aside(BackupKind::BeforeReplace, self.now())?;
        let pending = {
            let mut desk = self.shared.lock();
            desk.parked = false;
            desk.failures = 0;
            desk.pending.take()
        };
        // What is pending was refused before; now it is the user's word.
        if let Some((model, _)) = pending {
            self.save(model, Shrink::Allow);
        }
        Ok(Resolved::Ours { theirs })
    }

    fn take_theirs(&mut self) -> Result<Resolved, RestoreError> {
        let unsaved = self.shared.lock().pending.as_ref().map(|(model, _)| model.clone());
        // Nothing of ours is let go before it lies in a file.
        let ours = unsaved.map(|model| self.save_ours(&model)).transpose()?;
        let model = self.file.adopt()?;
        self.settle();
        Ok(Resolved::Theirs { model: Box::new(model), ours })
    }

    /// The file holds what it should: nothing of before is to be saved.
    fn settle(&mut self) {
        self.ours = None;
        self.saved_at = Some(self.now());
        let at = self.saved_at;
        self.shared.update(|desk| {
            desk.pending = None;
            desk.parked = false;
            desk.failures = 0;
            desk.status.save = SaveState::Saved { at };
        });
    }
}

impl SaveError {
    /// Trying again by itself would not help.
    fn waits_for_a_word(&self) -> bool {
        matches!(self, Self::WouldShrink { .. } | Self::ChangedOutside { .. } | Self::Write(_))
    }
}
