//! What every tab reads: the model, its figures, the look, the words, and the state of the world outside.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use uuid::Uuid;

use crate::domain::insight::Derived;
use crate::domain::people::OutletState;
use crate::domain::rewards::Milestone;
use crate::domain::settings::Switch;
use crate::domain::{Model, Now};

use super::commands::{Command, Tab};
use super::text::Text;
use super::theme::Theme;

/// Everything a tab may read in a frame; it changes nothing here, it pushes actions and commands.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub model: &'a Model,
    pub derived: &'a Derived,
    pub now: Now,
    /// The goal day it is now.
    pub today: NaiveDate,
    pub theme: &'a Theme,
    pub text: &'a Text,
    pub status: &'a Status,
    /// The zone's offset at an instant, for times typed for another day.
    pub offset_at: &'a dyn Fn(DateTime<Utc>) -> FixedOffset,
}

/// What the tabs show of the world outside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Status {
    pub file: FileState,
    /// What the user can decide about a problem with the file, besides saving a copy.
    pub remedies: &'static [Command],
    pub data_path: PathBuf,
    /// When the newest change reached the disk; `None` while none has since the start.
    pub saved_at: Option<DateTime<Utc>>,
    /// Newest first.
    pub backups: Vec<BackupLine>,
    /// Why the last backup failed, in words.
    pub backup_problem: Option<String>,
    pub delivery: Delivery,
    /// Whether the program starts with the desktop; `None` where that is not known.
    pub autostart: Option<Switch>,
    /// "glow" or "wgpu", with the name of the graphics driver where known.
    pub renderer: String,
    /// The tab that is open.
    pub tab: Tab,
    /// The session whose card is open on Focus.
    pub card: Option<Uuid>,
    /// The milestones that this session passed, as far as it was told; those with a reward are grants besides.
    pub passed: Vec<Milestone>,
    /// How many things the running session, or the reward being taken, would open wait to be allowed on this device.
    pub waiting_launches: usize,
    /// How the outlets stand on this device, by their ids.
    pub sending: BTreeMap<Uuid, OutletState>,
    /// What went wrong last and was not closed yet, in words.
    pub problem: Option<String>,
}

/// The state of the data file.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum FileState {
    #[default]
    Saved,
    Saving,
    /// Changes are kept in memory and tried again; the message says what is wrong.
    Problem(String),
    /// Nothing is written; the message says why.
    ReadOnly(String),
    /// Sample data in memory.
    Demo,
}

/// One backup as the settings and the recovery screen list it.
#[derive(Clone, Debug, PartialEq)]
pub struct BackupLine {
    pub path: PathBuf,
    pub made: DateTime<Utc>,
    pub bytes: u64,
    /// What it holds; `None` when it cannot be read.
    pub holds: Option<BackupCounts>,
}

/// What a backup holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BackupCounts {
    pub goals: usize,
    pub sessions: usize,
    pub focus_secs: i64,
}

/// Whether desktop notifications reach the user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    #[default]
    Unknown,
    Working,
    NoDaemon,
    Hung,
}
