//! The shape of the file, shared by reading and writing; `docs/data-format.md` tells it to people.

use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::domain::Model;
use crate::domain::session::Session;

/// The version this app writes; it reads this and all before.
pub const VERSION: u32 = 5;

/// Who writes: name and version of the app.
pub const APP: &str = concat!("mainspring ", env!("CARGO_PKG_VERSION"));

/// Most records in one list; a thousand a week for twenty years.
pub const MAX_RECORDS: usize = 1_000_000;

/// Most records that are set aside; a file with more is not ours to judge.
pub const MAX_QUARANTINED: usize = 10_000;

/// Hands the lists of records, with their types, to another macro, in the order they stand in the file.
macro_rules! with_lists {
    ($then:ident) => {
        $then! {
            goals: Goal, wishes: Wish, sessions: Session, counts: Count, targets: Target, rests: Rest,
            wordings: Wording, programme: Mark, lengths: Length, environment: EnvironmentItem, plans: Plan,
            plan_uses: PlanUse, reminders: Reminder, put_offs: PutOff, dismissals: Dismissal,
            reviews: Review, experiments: Experiment, rewards: Reward, milestones: OwnMilestone, rungs: Rung,
            answers: Answer, partners: Partner, pledges: Pledge, communities: Community, check_ins: CheckIn,
            outlets: Outlet,
        }
    };
}
pub(super) use with_lists;

/// The name of the list of records that were set aside; it stands after the others.
pub const QUARANTINE: &str = "quarantine";

macro_rules! names {
    ($($list:ident: $record:ty),+ $(,)?) => {
        /// The lists, in the order they stand in the file.
        pub const LISTS: &[&str] = &[$(stringify!($list),)+ QUARANTINE];
    };
}
with_lists!(names);

/// What stands once, after the lists; `reward` in files before version 4 alone.
pub const SINGLES: [&str; 4] = ["running", "reward_break", "reward", "settings"];

/// How deep a record may nest when written; far below what is read, because ron can write what it cannot read back.
const WRITE_DEPTH: usize = 32;
/// How deep a record may nest when read.
const READ_DEPTH: usize = 128;

/// The first lines of every file, in every version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub version: u32,
    /// Name and version of the app that wrote it; may be empty.
    pub app: String,
}

/// What a file holds, in figures a person can compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub goals: usize,
    pub sessions: usize,
    /// Focus of all sessions, in whole minutes.
    pub minutes: i64,
    /// Records set aside as broken.
    pub quarantined: usize,
}

impl Summary {
    /// The figures of a model.
    pub fn of(model: &Model) -> Self {
        Self {
            goals: model.goals.len(),
            sessions: model.sessions.len(),
            minutes: model.sessions.iter().map(Session::focus_secs).sum::<i64>() / 60,
            quarantined: model.quarantine.len(),
        }
    }
}

/// Reads with `Some(5)` and a bare `5` alike, as a person would type it.
pub fn read_options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(READ_DEPTH)
}

/// Writes plain RON, so that any reader takes it.
pub fn write_options() -> Options {
    Options::default().with_recursion_limit(WRITE_DEPTH)
}

/// Everything on one line, with a space after each comma and colon.
pub fn one_line() -> PrettyConfig {
    PrettyConfig::new().depth_limit(0)
}

macro_rules! same_lists {
    ($($list:ident: $record:ty),+ $(,)?) => {
        /// True when both save to the same file; steps to undo are not saved.
        pub fn same_data(one: &Model, other: &Model) -> bool {
            let Model { $($list,)+ running, reward_break, settings, quarantine, history: _ } = one;
            $(*$list == other.$list &&)+
                *running == other.running
                && *reward_break == other.reward_break
                && *settings == other.settings
                && *quarantine == other.quarantine
        }
    };
}
with_lists!(same_lists);
