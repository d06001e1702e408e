//! The data file as the window sees it: where changes go, and how it stands.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::Model;
use crate::platform::alarm::Beat;
use crate::platform::clock::Clock;
use crate::store::{BackupInfo, DataFile, Flushed, ReadOnlyReason, Resolution, SaveError, SaveState, Shrink, Writer};
use crate::ui::commands::Command;
use crate::ui::cx::{BackupCounts, BackupLine, FileState};
use crate::ui::text::Text;

use super::inbox::{Inbox, Message};

/// Longest wait for the last save at the end.
const LAST_SAVE: Duration = Duration::from_secs(3);

/// Where changes go.
pub enum File {
    /// To the data file, by its own thread; `read_only` says in words why nothing is written.
    Data { writer: Arc<Writer>, read_only: Option<String> },
    /// Nowhere: sample data.
    Demo,
    /// Nowhere: the system gave no thread to write with.
    NoWriter(String),
}

impl File {
    /// Hands the file to its thread.
    pub fn of(
        file: DataFile,
        saved_at: Option<DateTime<Utc>>,
        read_only: Option<String>,
        clock: &Arc<dyn Clock>,
        inbox: &Inbox,
    ) -> Self {
        let inbox = inbox.clone();
        match Writer::start(file, saved_at, Arc::clone(clock), move || inbox.send(Message::Look)) {
            Ok(writer) => Self::Data { writer: Arc::new(writer), read_only },
            Err(error) => Self::NoWriter(error.to_string()),
        }
    }

    /// Saves a snapshot; never waits. `shrink` says whether most records may be gone.
    pub fn save(&self, model: &Model, shrink: Shrink) {
        match (self, shrink) {
            (Self::Data { writer, .. }, Shrink::Guard) => writer.save(model.clone()),
            (Self::Data { writer, .. }, Shrink::Allow) => writer.save_shrunk(model.clone()),
            (Self::Demo | Self::NoWriter(_), _) => {}
        }
    }

    /// The writing thread, where there is one.
    pub fn writer(&self) -> Option<&Arc<Writer>> {
        match self {
            Self::Data { writer, .. } => Some(writer),
            Self::Demo | Self::NoWriter(_) => None,
        }
    }

    /// Nothing that is done here would be kept, and it is not sample data.
    pub fn is_read_only(&self) -> bool {
        matches!(self, Self::Data { read_only: Some(_), .. })
    }

    /// How the file stands, in words where something is wrong.
    pub fn state(&self, text: &Text) -> FileState {
        match self {
            Self::Demo => FileState::Demo,
            Self::NoWriter(error) => FileState::Problem(error.clone()),
            Self::Data { read_only: Some(reason), .. } => FileState::ReadOnly(reason.clone()),
            Self::Data { writer, read_only: None } => match writer.status().save {
                SaveState::Saved { .. } => FileState::Saved,
                SaveState::Saving => FileState::Saving,
                SaveState::ReadOnly => FileState::ReadOnly(String::new()),
                SaveState::Problem { error, .. } => FileState::Problem(problem_words(&error, text)),
            },
        }
    }

    /// What the user can decide about a problem with the file.
    pub fn remedies(&self) -> &'static [Command] {
        match self.writer().map(|writer| writer.status().save) {
            Some(SaveState::Problem { error, .. }) => remedies(&error),
            _ => &[],
        }
    }

    /// Ends a disagreement with another program about the file; the answer comes to the inbox.
    pub fn resolve(&self, resolution: Resolution, inbox: &Inbox) {
        if let Some(writer) = self.writer() {
            let inbox = inbox.clone();
            writer.resolve(resolution, move |resolved| inbox.send(Message::Resolved(Box::new(resolved))));
        }
    }

    /// Why the last backup failed, in words of the system.
    pub fn backup_problem(&self) -> Option<String> {
        Some(self.writer()?.status().backup_problem?.to_string())
    }

    /// When the newest change reached the disk, while all of them have.
    pub fn saved_at(&self) -> Option<DateTime<Utc>> {
        match self.writer()?.status().save {
            SaveState::Saved { at } => at,
            SaveState::Saving | SaveState::ReadOnly | SaveState::Problem { .. } => None,
        }
    }

    /// Asks for the list of backups, which comes to the inbox.
    pub fn ask_backups(&self, inbox: &Inbox) {
        if let Some(writer) = self.writer() {
            let inbox = inbox.clone();
            writer.list_backups(move |found| inbox.send(Message::Backups(found.iter().map(line).collect())));
        }
    }

    /// Waits for the last save, at the end; says in words why something is not saved.
    pub fn close(&self, text: &Text) -> Result<(), String> {
        let flushed = match self {
            Self::Data { writer, .. } => writer.flush(LAST_SAVE),
            Self::Demo => return Ok(()),
            Self::NoWriter(error) => return Err(error.clone()),
        };
        log::info!("last save: {flushed:?}");
        match flushed {
            Flushed::Done => Ok(()),
            Flushed::Failed(error) => Err(problem_words(&error, text)),
            Flushed::TimedOut => Err(problem_words(&SaveError::TooSlow, text)),
        }
    }
}

/// A backup as the screens list it.
pub fn line(backup: &BackupInfo) -> BackupLine {
    let holds = backup.content.as_ref().ok().map(|summary| BackupCounts {
        goals: summary.goals,
        sessions: summary.sessions,
        focus_secs: summary.minutes * 60,
    });
    BackupLine { path: backup.path.clone(), made: backup.at, bytes: backup.bytes, holds }
}

/// Why the file is read-only, in words.
pub fn read_only_words(reason: &ReadOnlyReason, text: &Text) -> String {
    match reason {
        ReadOnlyReason::OpenElsewhere => text.get("file-open-elsewhere"),
        ReadOnlyReason::NewerVersion { app, .. } if app.is_empty() => text.get("file-newer-unnamed"),
        ReadOnlyReason::NewerVersion { app, .. } => text.with("file-newer", &[("app", app.as_str().into())]),
        ReadOnlyReason::NotWritable(error) => text.with("file-not-writable", &[("error", error.as_str().into())]),
    }
}

/// Why nothing may be put in the place of a file that cannot be read, in words.
pub fn untouchable_words(reason: &ReadOnlyReason, text: &Text) -> String {
    match reason {
        ReadOnlyReason::OpenElsewhere => text.get("recovery-open-elsewhere"),
        ReadOnlyReason::NewerVersion { app, .. } if app.is_empty() => text.get("recovery-newer-unnamed"),
        ReadOnlyReason::NewerVersion { app, .. } => text.with("recovery-newer", &[("app", app.as_str().into())]),
        ReadOnlyReason::NotWritable(error) => text.with("recovery-not-writable", &[("error", error.as_str().into())]),
    }
}

/// What can be decided about a problem with the file.
fn remedies(error: &SaveError) -> &'static [Command] {
    match error {
        SaveError::ChangedOutside { .. } => &[Command::KeepOurs, Command::TakeTheirs],
        SaveError::HalfSynced { ours: Some(_) } => &[Command::KeepOurs],
        SaveError::WouldShrink { .. } => &[Command::SaveShrunk],
        _ => &[],
    }
}

/// A message that names a file.
pub fn with_path(id: &str, path: &Path, text: &Text) -> String {
    text.with(id, &[("path", path.display().to_string().into())])
}

fn problem_words(error: &SaveError, text: &Text) -> String {
    match error {
        SaveError::DiskFull => text.get("file-disk-full"),
        SaveError::FolderGone => text.get("file-folder-gone"),
        SaveError::TooSlow => text.get("file-too-slow"),
        SaveError::HalfSynced { ours: None } => text.get("file-half-synced"),
        SaveError::HalfSynced { ours: Some(ours) } => with_path("file-left-unreadable", ours, text),
        SaveError::ChangedOutside { ours: None } => text.get("file-changed-outside-only"),
        SaveError::ChangedOutside { ours: Some(ours) } => with_path("file-changed-outside", ours, text),
        SaveError::WouldShrink { from, to } => {
            text.with("file-would-shrink", &[("from", (*from).into()), ("to", (*to).into())])
        }
        error => text.with("file-not-saved", &[("error", error.to_string().into())]),
    }
}

/// Carries the beats of the running session from the alarm thread to the writing thread.
#[derive(Clone, Default)]
pub struct Heartbeat(Arc<Mutex<Living>>);

/// The session that lives, and who writes that down.
type Living = Option<(Arc<Writer>, Uuid)>;

impl Heartbeat {
    /// Names the session that lives, and who writes it down.
    pub fn follow(&self, living: Option<(&Arc<Writer>, Uuid)>) {
        let living = living.map(|(writer, session)| (Arc::clone(writer), session));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = living;
    }

    /// Passes one beat on; never waits.
    pub fn beat(&self, beat: Beat) {
        if let Some((writer, session)) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            writer.beat(*session, beat.wall);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::demo;
    use crate::platform::clock::FakeClock;
    use crate::store::{Fs, Opened, RealFs, StorePaths, open};

    #[test]
    fn a_save_that_leaves_out_most_waits_for_a_word_and_is_done_then() {
        let dir = tempfile::tempdir().unwrap();
        let clock: Arc<dyn Clock> = Arc::new(FakeClock::new("2026-11-23T10:12:00Z".parse().unwrap()));
        let fs: Arc<dyn Fs> = Arc::new(RealFs);
        let paths = StorePaths::for_data(&*fs, &dir.path().join("spring.ron"), &dir.path().join("state"));
        let Opened::New(file) = open(&fs, &paths, clock.wall()) else { panic!("not new") };
        let text = Text::english();
        let (inbox, _messages) = Inbox::new();
        let file = File::of(file, None, None, &clock, &inbox);
        file.save(&demo::demo_at(clock.now(), 1), Shrink::Guard);
        let _ = file.close(&text);
        file.save(&Model::default(), Shrink::Guard);
        let _ = file.close(&text);
        let FileState::Problem(words) = file.state(&text) else { panic!("{:?}", file.state(&text)) };
        assert!(words.starts_with("Only 0 of "), "{words}");
        assert_eq!(file.remedies(), [Command::SaveShrunk]);
        file.save(&Model::default(), Shrink::Allow);
        let _ = file.close(&text);
        assert_eq!((file.state(&text), file.remedies()), (FileState::Saved, [].as_slice()));
    }
}
