//! Backups: whole copies of the data file in a folder beside it, each made only from bytes that load.
//!
//! Kept are the 10 newest, the newest of each of 14 days and of each of 8 weeks, and for ever what was put aside
//! before a migration or because it could not be read.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::atomic::{SaveError, replace};
use super::document::{Summary, VERSION};
use super::fs::{Fs, MAX_FILE_BYTES};
use super::paths::{StorePaths, stamp, stem};
use super::read::{ReadError, read};

/// Newest backups kept.
pub const NEWEST: usize = 10;
/// Days of which the newest backup is kept.
pub const DAYS: usize = 14;
/// Weeks of which the newest backup is kept.
pub const WEEKS: usize = 8;

/// Characters of a stamp such as `2026-03-01T12-00-00Z`.
const STAMP_CHARS: usize = 20;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackupKind {
    /// At the start of the app, and daily.
    Auto,
    /// On the user's word.
    Manual,
    /// What was there before a backup was restored, so that restoring can be undone.
    BeforeRestore,
    /// What another program had written before ours replaced it.
    BeforeReplace,
    /// Before the first save in a newer version of the format; kept for ever.
    BeforeMigration,
    /// A file that could not be read, before a restore replaced it; kept for ever.
    Unreadable,
}

const KINDS: [(BackupKind, &str); 6] = [
    (BackupKind::Auto, ""),
    (BackupKind::Manual, "-manual"),
    (BackupKind::BeforeRestore, "-before-restore"),
    (BackupKind::BeforeReplace, "-before-replace"),
    (BackupKind::BeforeMigration, "-before-migration"),
    (BackupKind::Unreadable, "-unreadable"),
];

/// A backup as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    pub path: PathBuf,
    pub at: DateTime<Utc>,
    pub kind: BackupKind,
    /// Size in bytes.
    pub bytes: u64,
    /// What it holds, or why it cannot be restored.
    pub content: Result<Summary, ReadError>,
}

/// All backups with what they hold, newest first. Reads every one of them: not for the UI thread.
pub fn list(fs: &dyn Fs, paths: &StorePaths) -> Vec<BackupInfo> {
    let info = |named: Named| {
        let bytes = fs.read(&named.path, MAX_FILE_BYTES);
        let size = bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        let content =
            bytes.map_err(ReadError::from).and_then(|bytes| read(&bytes)).map(|read| Summary::of(&read.model));
        BackupInfo { path: named.path, at: named.at, kind: named.kind, bytes: size, content }
    };
    named(fs, paths).into_iter().map(info).collect()
}

/// When the newest backup that can be restored was made, by its name.
pub fn newest(fs: &dyn Fs, paths: &StorePaths) -> Option<DateTime<Utc>> {
    named(fs, paths).iter().find(|named| named.kind != BackupKind::Unreadable).map(|named| named.at)
}

/// True when the newest backup holds exactly these bytes.
pub fn is_backed_up(fs: &dyn Fs, paths: &StorePaths, bytes: &[u8]) -> bool {
    let newest = named(fs, paths).into_iter().find(|named| named.kind != BackupKind::Unreadable);
    newest.is_some_and(|named| fs.read(&named.path, MAX_FILE_BYTES).is_ok_and(|backup| backup == bytes))
}

/// Copies `bytes` into the folder of backups, then removes the surplus.
///
/// # Errors
/// Bytes that do not load are refused, but for [`BackupKind::Unreadable`].
pub fn make(
    fs: &dyn Fs,
    paths: &StorePaths,
    bytes: &[u8],
    kind: BackupKind,
    now: DateTime<Utc>,
) -> Result<PathBuf, SaveError> {
    let loads = |bytes: &[u8]| read(bytes).is_ok_and(|read| read.head.version <= VERSION);
    if kind != BackupKind::Unreadable && !loads(bytes) {
        return Err(SaveError::NotVerified);
    }
    fs.create_dir(&paths.backups)?;
    let mut at = now;
    let target = loop {
        let target = path_for(paths, at, kind);
        if fs.metadata(&target).is_err() {
            break target;
        }
        at += TimeDelta::seconds(1);
    };
    replace(fs, &target, bytes, |read| read == bytes, || Ok(()))?;
    rotate(fs, paths);
    Ok(target)
}

/// Removes the backups that no rule keeps; one that cannot be removed is left for the next time.
pub fn rotate(fs: &dyn Fs, paths: &StorePaths) {
    let named: Vec<Named> = named(fs, paths).into_iter().filter(|named| named.kind.is_rotated()).collect();
    let kept = kept(&named.iter().map(|named| named.at).collect::<Vec<_>>());
    for (index, named) in named.iter().enumerate() {
        if !kept.contains(&index) {
            let _ = fs.remove(&named.path);
        }
    }
}

/// Which of these moments, newest first, are kept.
pub fn kept(moments: &[DateTime<Utc>]) -> HashSet<usize> {
    let day = |at: &DateTime<Utc>| at.timestamp().div_euclid(86_400);
    // The epoch was a Thursday; weeks start on Monday.
    let week = |at: &DateTime<Utc>| (day(at) + 3).div_euclid(7);
    let mut kept: HashSet<usize> = (0..moments.len().min(NEWEST)).collect();
    kept.extend(newest_of_each(moments, DAYS, day));
    kept.extend(newest_of_each(moments, WEEKS, week));
    kept
}

fn newest_of_each(
    moments: &[DateTime<Utc>],
    most: usize,
    period: impl Fn(&DateTime<Utc>) -> i64,
) -> impl Iterator<Item = usize> {
    let mut seen = HashSet::new();
    let firsts = moments.iter().enumerate().filter(|(_, at)| seen.insert(period(at))).map(|(index, _)| index);
    firsts.take(most).collect::<Vec<_>>().into_iter()
}

impl BackupKind {
    /// Whether it is removed in its time.
    fn is_rotated(self) -> bool {
        !matches!(self, Self::BeforeMigration | Self::Unreadable)
    }
}

/// A backup by its name alone.
struct Named {
    path: PathBuf,
    at: DateTime<Utc>,
    kind: BackupKind,
}

/// The backups in the folder, newest first.
fn named(fs: &dyn Fs, paths: &StorePaths) -> Vec<Named> {
    let prefix = format!("{}-", stem(&paths.data));
    let mut named: Vec<Named> =
        fs.list(&paths.backups).unwrap_or_default().into_iter().filter_map(|path| parse_name(&path, &prefix)).collect();
    named.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| other.path.cmp(&one.path)));
    named
}

fn parse_name(path: &Path, prefix: &str) -> Option<Named> {
    let name = path.file_name()?.to_str()?;
    let rest = name.strip_prefix(prefix)?.strip_suffix(".ron")?;
    let (at, ending) = rest.split_at_checked(STAMP_CHARS)?;
    let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%dT%H-%M-%SZ").ok()?.and_utc();
    let (kind, _) = KINDS.into_iter().find(|(_, known)| *known == ending)?;
    Some(Named { path: path.to_owned(), at, kind })
}

fn path_for(paths: &StorePaths, at: DateTime<Utc>, kind: BackupKind) -> PathBuf {
    let ending = KINDS.into_iter().find(|(known, _)| *known == kind).map_or("", |(_, ending)| ending);
    paths.backups.join(format!("{}-{}{ending}.ron", stem(&paths.data), stamp(at)))
}
