//! Effect: what has to happen outside after an action. Refusal: why an action was not carried out.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::environment::Opens;
use super::people::Happening;
use super::records::{Record, Records};
use super::rewards::Granted;
use super::session::Session;

/// Work for the world outside, as data.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Something to save changed.
    Save,
    /// The planned time of the running session is over: what it gives in all layers if it ends now, its own first.
    Earned {
        session: Uuid,
        grants: Vec<Granted>,
    },
    /// Something else earned a reward or passed a milestone: the end of overtime, a count, a session added by hand, a
    /// review.
    Granted(Vec<Granted>),
    /// What outlets may tell now, whether it earned a reward or not.
    Happened(Vec<Happening>),
    /// A session ended and is in the records: show its card.
    Finished {
        session: Uuid,
    },
    /// A session ended under 60 s and left no trace; it can still be kept.
    TooShort(Box<Session>),
    /// No life was seen between two moments of a running session: ask what it was.
    GapFound {
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
    /// The break is over.
    BreakOver,
    /// A session started with checked items that open something; only what this device allowed is opened.
    Launch(Vec<Launch>),
    /// A step that can be undone was taken, named by its key.
    Undoable(UndoKey),
    /// A step was taken back, or done again.
    Undone(UndoKey),
    Redone(UndoKey),
}

/// Something to open at the start of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Launch {
    /// The words of the item that opens it.
    pub name: String,
    pub opens: Opens,
}

/// What an undo step changed; the words for it are in the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoKey {
    GoalCreated,
    GoalEdited,
    GoalClosed,
    GoalResumed,
    WishAdded,
    WishRenamed,
    WishDeleted,
    WishPromoted,
    SessionAdded,
    SessionEdited,
    SessionSplit,
    SessionDeleted,
    CountAdded,
    CountEdited,
    CountDeleted,
    TargetSet,
    RestAdded,
    RestDeleted,
    RewardAdded,
    RewardEdited,
    RewardRetired,
    MilestoneAdded,
    MilestoneDeleted,
    RungSet,
    StepTicked,
    StageBegun,
    LengthSet,
    ItemAdded,
    ItemEdited,
    ItemDeleted,
    PlanAdded,
    PlanEdited,
    PlanDeleted,
    PlanUsed,
    ReminderAdded,
    ReminderEdited,
    ReminderDeleted,
    NudgeDismissed,
    ReviewOpened,
    ReviewEdited,
    ReviewFinished,
    ReviewReopened,
    ReviewDeleted,
    ExperimentStarted,
    ExperimentEdited,
    ExperimentDecided,
    ExperimentDeleted,
    PartnerAdded,
    PartnerEdited,
    PartnerEnded,
    PledgeMade,
    PledgeJudged,
    PledgeTakenBack,
    CommunityAdded,
    CommunityEdited,
    CommunityEnded,
    CheckInLogged,
    AnswerKept,
    CheckInDeleted,
    OutletAdded,
    OutletEdited,
    OutletDeleted,
}

/// The one effect of a change that only has to be saved.
pub(super) fn saved() -> Vec<Effect> {
    vec![Effect::Save]
}

/// The same, but nothing when the records are still the very ones from before.
pub(super) fn saved_if_changed<T: Record>(before: &Records<T>, after: &Records<T>) -> Vec<Effect> {
    if before.is_same(after) { Vec::new() } else { saved() }
}

/// Why an action was not carried out; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("there is no goal")]
    NoGoal,
    #[error("a goal is active already")]
    GoalActive,
    #[error("a session is running")]
    SessionRunning,
    #[error("no session is running")]
    NotRunning,
    #[error("the session is paused")]
    Paused,
    #[error("the session is not paused")]
    NotPaused,
    #[error("first say what the gap was")]
    GapUnanswered,
    #[error("there is no break")]
    NoBreak,
    #[error("unknown {0}")]
    Unknown(&'static str),
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("{field} is longer than {max} characters")]
    TooLong { field: &'static str, max: usize },
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
    #[error("it would lie in the future")]
    InFuture,
    #[error("it overlaps the session that started at {0}")]
    Overlaps(DateTime<Utc>),
    #[error("the review is done")]
    ReviewDone,
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
}
