//! The room: the model that is open, its figures, and the state of every tab.

use chrono::NaiveDate;

use crate::domain::alarms::AlarmKind;
use crate::domain::effect::Launch;
use crate::domain::insight::Derived;
use crate::domain::people::Happening;
use crate::domain::rewards::Granted;
use crate::domain::session::Session;
use crate::domain::undo::Undoable;
use crate::domain::{Model, Now};
use crate::store::Shrink;
use crate::ui::commands::Command;
use crate::ui::cx::Status;
use crate::ui::environment::{EnvironmentTab, LaunchSheet};
use crate::ui::evidence::EvidenceSheet;
use crate::ui::first_run::FirstRun;
use crate::ui::focus::FocusTab;
use crate::ui::goal::GoalTab;
use crate::ui::outbox::Outbox;
use crate::ui::palette::Palette;
use crate::ui::people::{PeopleTab, ShareSheet};
use crate::ui::plans::PlanSheet;
use crate::ui::progress::ProgressTab;
use crate::ui::review::ReviewTab;
use crate::ui::rewards::RewardsTab;
use crate::ui::settings::SettingsTab;
use crate::ui::shortcut_sheet::ShortcutSheet;
use crate::ui::text::Text;
use crate::ui::toasts::Toasts;

use super::file::File;
use super::sending::Sending;

/// Everything behind an open data file.
pub struct Room {
    pub model: Model,
    pub derived: Derived,
    /// The model that `derived` was made from, a snapshot of a few pointers.
    derived_from: Model,
    /// What takes longer than a frame may is being worked out on its thread.
    pub is_foreseeing: bool,
    /// What sends by itself, where an outlet is set up. It ends before the file is let go of: it writes beside it.
    pub sending: Sending,
    pub file: File,
    /// Another version of the file was asked for and will be shown: until then nothing changes and nothing is saved.
    pub is_waiting: bool,
    /// It was said that closing now leaves changes unsaved.
    pub is_warned: bool,
    pub status: Status,
    pub tabs: Tabs,
    pub outbox: Outbox,
    /// The last session that was too short to leave a trace, while it can be kept.
    pub short_session: Option<Box<Session>>,
    /// A review and check-ins that came in a session or in quiet hours and are to be told after them.
    pub waiting: Vec<AlarmKind>,
    /// What was last earned otherwise than at the end of a plan; the button of its notice takes the first.
    pub granted: Vec<Granted>,
    /// Whether what the window shows is seen.
    pub sight: Sight,
    /// What the session that just started, or the reward that was just taken, opens.
    pub launches: Vec<Launch>,
    /// What happened and was not handed to the outlets yet.
    pub happened: Vec<Happening>,
    /// What the window title says now.
    pub title: String,
}

/// Where the window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It has the keyboard; where nobody says so, as in a test, it counts as seen.
    Front,
    /// It is minimised, or another has the keyboard.
    Hidden,
}

/// The edit state of every tab and of what lies over them.
#[derive(Default)]
pub struct Tabs {
    pub first_run: FirstRun,
    pub focus: FocusTab,
    pub goal: GoalTab,
    pub progress: ProgressTab,
    pub rewards: RewardsTab,
    pub environment: EnvironmentTab,
    pub people: PeopleTab,
    pub review: ReviewTab,
    pub settings: SettingsTab,
    pub palette: Palette,
    pub sheet: ShortcutSheet,
    pub plans: PlanSheet,
    pub share: ShareSheet,
    pub evidence: EvidenceSheet,
    pub launches: LaunchSheet,
    pub toasts: Toasts,
}

impl Room {
    /// Opens a model.
    pub fn new(model: Model, file: File, status: Status, now: Now) -> Self {
        let derived = Derived::of(&model, now.today(model.settings.day_start_hour));
        Self {
            derived_from: model.clone(),
            derived,
            is_foreseeing: false,
            model,
            file,
            is_waiting: false,
            is_warned: false,
            status,
            tabs: Tabs::default(),
            outbox: Outbox::default(),
            short_session: None,
            waiting: Vec::new(),
            granted: Vec::new(),
            sight: Sight::Front,
            launches: Vec::new(),
            happened: Vec::new(),
            sending: Sending::default(),
            title: String::new(),
        }
    }

    /// Computes the figures anew if the records or the day changed.
    pub fn derive(&mut self, today: NaiveDate) {
        if self.derived.today != today || has_other_records(&self.model, &self.derived_from) {
            self.derived = self.derived.again(&self.derived_from, &self.model, today);
            self.derived_from = self.model.clone();
        }
    }

    /// Whether the window stays open although it was to be closed: once, when the last changes cannot be saved.
    pub fn holds_window(&mut self, text: &Text) -> bool {
        if self.is_warned {
            return false;
        }
        let Err(reason) = self.file.close(text) else { return false };
        self.is_warned = true;
        self.status.problem = Some(text.with("file-not-saved-yet", &[("reason", reason.into())]));
        true
    }

    /// Leaves the model with the file, unless another is about to take its place.
    pub fn save(&self, shrink: Shrink) {
        if !self.is_waiting {
            self.file.save(&self.model, shrink);
        }
    }

    /// Asks for a command from outside a frame.
    pub fn run(&mut self, command: Command) {
        self.outbox.run(command);
    }
}

/// Whether two models differ in what the figures are made from.
fn has_other_records(a: &Model, b: &Model) -> bool {
    let coming = |model: &Model| {
        let running = model.running.as_ref();
        running.map(|running| (running.id, running.planned_secs, running.chosen_reward, running.earned))
    };
    let is_same = Undoable::of(a).is_same(&Undoable::of(b))
        && a.put_offs.is_same(&b.put_offs)
        && a.answers.is_same(&b.answers)
        && coming(a) == coming(b);
    !(is_same && a.settings == b.settings)
}
