//! A model from the bytes of a file; never panics, whatever they are.

use std::thread;

use serde::de::DeserializeOwned;
use thiserror::Error;

use super::document::{Head, MAX_QUARANTINED, QUARANTINE, VERSION, read_options, with_lists};
use super::migrate::{self, Old, OldBreak, OldReward};
use super::split::{Sections, split_head, split_lines, split_ron};
use super::validate::{self, Checked};
use crate::domain::Model;
use crate::domain::environment::EnvironmentItem;
use crate::domain::experiments::Experiment;
use crate::domain::goal::Goal;
use crate::domain::identity::Wording;
use crate::domain::measure::Count;
use crate::domain::model::Quarantined;
use crate::domain::nudges::Dismissal;
use crate::domain::people::{CheckIn, Community, Outlet, Partner, Pledge};
use crate::domain::plans::{Plan, PlanUse};
use crate::domain::programme::Mark;
use crate::domain::reminders::{PutOff, Reminder};
use crate::domain::rest::Rest;
use crate::domain::review::Review;
use crate::domain::rewards::{Answer, OwnMilestone, Reward, RewardBreak, Rung};
use crate::domain::session::Session;
use crate::domain::session_length::Length;
use crate::domain::settings::Settings;
use crate::domain::target::Target;
use crate::domain::timer::Running;
use crate::domain::waiting_room::Wish;

/// Fewer records than this are parsed on the thread that asks.
const RECORDS_A_THREAD: usize = 2_000;
/// Most threads that parse.
const MAX_THREADS: usize = 4;
/// So few new broken records are set aside however large their share.
const FEW_BROKEN: usize = 10;

/// Why a file cannot be read, and where: line and column count from 1, 0 when there is no place to point at.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{reason}")]
pub struct ReadError {
    pub reason: Unreadable,
    pub line: usize,
    pub column: usize,
}

/// What is wrong with a file as a whole.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Unreadable {
    #[error("the file is empty")]
    Empty,
    #[error("the file holds bytes that are not text")]
    NotText,
    #[error("{0}")]
    Syntax(String),
    #[error("the file names no version: it is not a Mainspring file")]
    NoVersion,
    /// Most of it broken means that the fault is not in single records.
    #[error("{broken} of {records} records break a rule, the first: {first}")]
    MostlyBroken { broken: usize, records: usize, first: String },
    /// A newer app wrote it, and what this one does not know is most of it.
    #[error("this version does not know its format, {version}")]
    Newer { version: u32, app: String },
    #[error("the file is larger than 64 MB")]
    TooLarge,
    #[error("the file cannot be opened: {0}")]
    Io(String),
}

/// A file, read.
#[derive(Debug)]
pub struct Read {
    pub head: Head,
    pub model: Model,
    /// Records that this reading set aside; those set aside before are not counted.
    pub newly_quarantined: usize,
}

/// A record with the text it was read from.
pub type Sourced<'a, T> = (&'a str, T);

macro_rules! parsed {
    ($($list:ident: $record:ty),+ $(,)?) => {
        /// Everything that could be parsed, not yet checked.
        #[derive(Debug, Default)]
        pub struct Parsed<'a> {
            $(pub $list: Vec<Sourced<'a, $record>>,)+
            pub quarantine: Vec<Sourced<'a, Quarantined>>,
            pub running: Option<Sourced<'a, Running>>,
            pub reward_break: Option<Sourced<'a, RewardBreak>>,
            pub settings: Option<Settings>,
            /// What an older version said in another way.
            pub old: Option<Old>,
            /// What could not be parsed, kept word for word.
            pub broken: Vec<Quarantined>,
        }

        fn parse(sections: Sections<'_>) -> (Head, Parsed<'_>) {
            let Sections { head, lists, singles, unknown } = sections;
            let mut lists = lists.into_iter();
            let [running, reward_break, reward, settings] = singles;
            let mut broken = Vec::new();
            let is_old = migrate::is_old(head.version);
            let old = parse_single::<OldReward>("reward", reward, &mut broken).map(|(_, old)| old).unwrap_or_default();
            $(let $list = parse_list(stringify!($list), lists.next().unwrap_or_default(), &mut broken);)+
            let reward_break = if is_old {
                let pause = parse_single::<Option<OldBreak>>("reward_break", reward_break, &mut broken);
                pause.and_then(sourced).map(|(text, pause)| (text, migrate::new_break(pause, &old)))
            } else {
                parse_single::<Option<RewardBreak>>("reward_break", reward_break, &mut broken).and_then(sourced)
            };
            let mut parsed = Parsed {
                $($list,)+
                quarantine: parse_list(QUARANTINE, lists.next().unwrap_or_default(), &mut broken),
                running: parse_single::<Option<Running>>("running", running, &mut broken).and_then(sourced),
                reward_break,
                settings: parse_single("settings", settings, &mut broken).map(|(_, settings)| settings),
                old: None,
                broken: Vec::new(),
            };
            if is_old {
                parsed.old = Some(Old::of(old, &parsed.sessions));
            }
            let reason = "this version does not know this name";
            broken.extend(unknown.into_iter().map(|(list, text)| quarantined(&list, reason, text)));
            (head, Parsed { broken, ..parsed })
        }
    };
}
with_lists!(parsed);

/// Reads a file and sets single broken records aside.
///
/// # Errors
/// Tells why and where the file as a whole cannot be read.
pub fn read(bytes: &[u8]) -> Result<Read, ReadError> {
    let text = text_of(bytes)?;
    read_text(text).map_err(|error| newer(text).unwrap_or(error))
}

/// The one thing that is wrong with a file of a newer version, whatever else does not fit.
fn newer(text: &str) -> Option<ReadError> {
    let Head { version, app } = split_head(text)?;
    (version > VERSION).then_some(ReadError { reason: Unreadable::Newer { version, app }, line: 0, column: 0 })
}

fn read_text(text: &str) -> Result<Read, ReadError> {
    let (head, parsed) = match split_lines(text).map(parse) {
        Some((head, parsed)) if parsed.broken.is_empty() => (head, parsed),
        // A line that is no record may still be part of one: the parser decides.
        _ => parse(split_ron(text)?),
    };
    let Checked { model, newly_quarantined, records } = validate::check(parsed);
    // Of a newer version even a few say that the shape is another one.
    let is_enough = newly_quarantined > FEW_BROKEN || head.version > VERSION;
    let is_suspect = is_enough && newly_quarantined * 2 > records;
    if is_suspect || newly_quarantined > MAX_QUARANTINED {
        let first = model.quarantine.len() - newly_quarantined;
        let first = model.quarantine.get(first).map_or(String::new(), |bad| bad.reason.clone());
        let reason = Unreadable::MostlyBroken { broken: newly_quarantined, records, first };
        return Err(ReadError { reason, line: 0, column: 0 });
    }
    Ok(Read { head, model, newly_quarantined })
}

/// Reads what was just written, as it stands and unchecked; `None` when anything in it does not parse.
pub fn read_back(bytes: &[u8]) -> Option<Model> {
    let (_, parsed) = parse(split_lines(std::str::from_utf8(bytes).ok()?)?);
    parsed.broken.is_empty().then(|| validate::unchecked(parsed))
}

fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.is_empty() {
        return Err(ReadError { reason: Unreadable::Empty, line: 0, column: 0 });
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        ReadError::at(valid, valid.len(), Unreadable::NotText)
    })
}

fn sourced<T>((text, value): Sourced<'_, Option<T>>) -> Option<Sourced<'_, T>> {
    value.map(|value| (text, value))
}

/// A record to keep word for word.
pub fn quarantined(list: &str, reason: impl ToString, text: &str) -> Quarantined {
    Quarantined { list: list.to_owned(), reason: reason.to_string(), text: text.to_owned() }
}

fn parse_single<'a, T: DeserializeOwned>(
    name: &str,
    text: Option<&'a str>,
    broken: &mut Vec<Quarantined>,
) -> Option<Sourced<'a, T>> {
    let text = text?;
    match read_options().from_str(text) {
        Ok(value) => Some((text, value)),
        Err(error) => {
            broken.push(quarantined(name, error.code, text));
            None
        }
    }
}

fn parse_list<'a, T: DeserializeOwned + Send>(
    list: &str,
    texts: Vec<&'a str>,
    broken: &mut Vec<Quarantined>,
) -> Vec<Sourced<'a, T>> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(MAX_THREADS);
    let threads = (texts.len() / RECORDS_A_THREAD).clamp(1, cores);
    let parts: Vec<(Vec<Sourced<'a, T>>, Vec<Quarantined>)> = if threads == 1 {
        vec![parse_part(list, &texts)]
    } else {
        thread::scope(|scope| {
            let parse = |part| scope.spawn(move || parse_part(list, part));
            let handles: Vec<_> = texts.chunks(texts.len().div_ceil(threads)).map(parse).collect();
            let join = |handle: thread::ScopedJoinHandle<'_, _>| {
                handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            handles.into_iter().map(join).collect()
        })
    };
    let mut good = Vec::with_capacity(texts.len());
    for (part, bad) in parts {
        good.extend(part);
        broken.extend(bad);
    }
    good
}

fn parse_part<'a, T: DeserializeOwned>(list: &str, texts: &[&'a str]) -> (Vec<Sourced<'a, T>>, Vec<Quarantined>) {
    let (options, mut bad) = (read_options(), Vec::new());
    let mut good = Vec::with_capacity(texts.len());
    for text in texts {
        match options.from_str(text) {
            Ok(record) => good.push((*text, record)),
            // Beyond the limit the whole file is refused: no need to fill the memory with copies.
            Err(_) if bad.len() > MAX_QUARANTINED => {}
            Err(error) => bad.push(quarantined(list, error.code, text)),
        }
    }
    (good, bad)
}

impl ReadError {
    /// The place `offset` bytes into `text`.
    pub(super) fn at(text: &str, offset: usize, reason: Unreadable) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].chars().count() + 1;
        Self { reason, line, column }
    }

    pub(super) fn syntax(error: &ron::error::SpannedError) -> Self {
        let reason = Unreadable::Syntax(error.code.to_string());
        Self { reason, line: error.span.start.line, column: error.span.start.col }
    }

    /// An error in `part`, which is a slice of `text`.
    pub(super) fn within(text: &str, part: &str, error: &ron::error::SpannedError) -> Self {
        let offset = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let start = Self::at(text, offset, Unreadable::Empty);
        let Self { reason, line, column } = Self::syntax(error);
        let column = if line <= 1 { start.column + column.saturating_sub(1) } else { column };
        Self { reason, line: start.line + line.saturating_sub(1), column }
    }
}
