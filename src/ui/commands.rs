//! Command: everything that a key, a button or the palette can ask of the app besides changing the records.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::people::{OutletKind, Parts, Secret, Span, To};
use crate::domain::settings::Switch;

use super::evidence::Strategy;
use super::review::Form;

/// The rooms of the app, in the order of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    #[default]
    Focus,
    Goal,
    Progress,
    Rewards,
    Environment,
    People,
    Review,
    Settings,
}

impl Tab {
    /// All rooms.
    pub const ALL: [Self; 8] = [
        Self::Focus,
        Self::Goal,
        Self::Progress,
        Self::Rewards,
        Self::Environment,
        Self::People,
        Self::Review,
        Self::Settings,
    ];
}

/// A part of the goal that other places lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GoalPart {
    Identity,
    Measure,
    TargetDate,
}

/// The form an image is saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImageKind {
    Png,
    Svg,
}

/// An outlet as it is typed, to be tried.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OutletTest {
    pub id: Uuid,
    pub kind: OutletKind,
    pub sees: Parts,
    /// As typed; none to use what is kept.
    pub secret: Option<Secret>,
}

/// What can be asked of what sends by itself; the outlet is named by its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OutletCommand {
    /// Keeps its secret apart from the data.
    Keep(Uuid, Secret),
    /// Sends a message marked as a test.
    Test(Box<OutletTest>),
    /// The answer of a test is seen.
    ForgetTest(Uuid),
    /// Tries at once what waits.
    SendNow(Uuid),
}

/// One thing the app can be asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    GoTo(Tab),
    NextTab,
    PreviousTab,
    /// Starts a session of the planned length, or pauses or resumes the running one.
    StartOrPause,
    /// Starts the two-minute version.
    StartShort,
    Finish,
    /// Five minutes more.
    Extend,
    /// Takes the reward of the session whose card is open, or of the earned one that runs.
    TakeReward,
    /// Opens the card of a session.
    OpenCard(Uuid),
    CloseCard,
    /// Keeps the session that was too short to leave a trace.
    KeepSession,
    Undo,
    Redo,
    Palette,
    ShortcutSheet,
    /// Plays the spring from day 1 in 10 s.
    ReplaySpring,
    ExportSpring(ImageKind),
    /// Saves the review that is open, or the newest one, as a file; who the user becomes stays out unless the page says so.
    SaveReview(Form),
    /// Opens the form for a past session.
    AddSession,
    /// Shows the sessions of a day.
    ShowDay(NaiveDate),
    NewWish,
    /// Goes to a field of the goal and puts the keyboard into it.
    EditGoal(GoalPart),
    /// Opens what helps when something is in the way: plans and the two-minute version.
    InTheWay,
    /// Opens the form for an if-then plan, or the guided way to one.
    NewPlan,
    GuidedPlan,
    /// Opens the words of a plan.
    EditPlan(Uuid),
    /// Shows a plan large, to be read back.
    ReadPlan(Uuid),
    /// Opens what is to be sent: to somebody, about a period; without one, about what suits them.
    Share {
        to: To,
        span: Option<Span>,
    },
    /// Shows a check-in with its answer.
    ShowCheckIn(Uuid),
    /// Puts words on the clipboard.
    CopyText(String),
    /// Puts the picture of an SVG drawing on the clipboard.
    CopyPicture(Arc<str>),
    /// Opens a mail that is ready to be sent; the whole of it was shown before.
    WriteMail(String),
    /// Opens the evidence card of a strategy.
    ShowEvidence(Strategy),
    /// Opens the list of all evidence cards.
    ShowAllEvidence,
    /// Opens a page in the browser; only http and https, and the whole address was shown before.
    OpenLink(String),
    SaveNow,
    /// Saves a copy to a path that is asked for.
    SaveCopy,
    OpenDataFolder,
    TestNotification,
    BackUpNow,
    /// Puts a backup in place of the present data, which is backed up first.
    Restore(PathBuf),
    /// Shows what a session opens and was not allowed on this device yet.
    ShowLaunches,
    /// Allows it on this device, and opens it.
    AllowLaunches,
    /// Lets a file be chosen that an environment item opens.
    PickFile,
    /// Asks something of what sends by itself.
    Outlet(OutletCommand),
    CloseProblem,
    /// Starts the program with the desktop, or no more.
    Autostart(Switch),
    /// Of a file that another program changed: ours is saved, theirs becomes a backup.
    KeepOurs,
    /// Of a file that another program changed: theirs is shown, ours stays in a file beside it.
    TakeTheirs,
    /// Saves although most records would be gone.
    SaveShrunk,
    /// Text size up or down by a step, or back to 100 %.
    LargerText,
    SmallerText,
    NormalText,
    FullScreen,
    CloseWindow,
    Quit,
}
