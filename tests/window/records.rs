//! What the data file of a desk says, read with the app's own loader.

use std::fs;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use mainspring::domain::goal::GoalAction;
use mainspring::domain::rewards::{DEFAULT_BREAK_MINUTES, Layer, RewardAction};
use mainspring::domain::settings::{Settings, SettingsAction};
use mainspring::domain::{Action, Model, Now, apply};
use mainspring::store::read::read;
use mainspring::store::write::to_text;

use crate::desk::Desk;
use crate::process::poll;

/// Carries out what the user would have done at a moment, the desk's zone being UTC.
#[track_caller]
pub fn act_at(model: &mut Model, at: DateTime<Utc>, action: Action) {
    let seed = (model.reminders.len() + model.sessions.len() + model.environment.len()) as u64;
    let now = Now::new(at, chrono::Offset::fix(&Utc), seed);
    apply(model, action, now).expect("an action that is not refused");
}

/// Changes settings at a moment.
#[track_caller]
pub fn set_at(model: &mut Model, at: DateTime<Utc>, change: impl FnOnce(&mut Settings)) {
    let mut settings = model.settings.clone();
    change(&mut settings);
    act_at(model, at, Action::Settings(SettingsAction::Set(settings)));
}

impl Desk {
    /// Puts a data file on the desk: one goal, and a reward in these words.
    pub fn prepare(&self, reward: &str) {
        let now = Now::new(chrono::Utc::now(), chrono::Offset::fix(&chrono::Utc), 1);
        let mut model = Model::default();
        let title = "Write the book".to_owned();
        apply(&mut model, Action::Goal(GoalAction::Create { title }), now).expect("a goal");
        let write = RewardAction::write(Layer::Session, reward, DEFAULT_BREAK_MINUTES);
        apply(&mut model, Action::Reward(write), now).expect("a reward");
        self.put(&model);
    }

    /// Puts a model on the desk as its data file.
    pub fn put(&self, model: &Model) {
        fs::write(self.data_file(), to_text(model).expect("text")).expect("a data file");
    }

    /// What the data file holds now, `None` while there is none.
    pub fn model(&self) -> Option<Model> {
        let bytes = fs::read(self.data_file()).ok()?;
        read(&bytes).ok().map(|read| read.model)
    }

    /// Waits until what is on disk satisfies `wanted`, and gives it.
    #[track_caller]
    pub fn wait_for_model(&self, what: &str, limit: Duration, wanted: impl Fn(&Model) -> bool) -> Model {
        match poll(limit, || self.model().filter(|model| wanted(model))) {
            Some(model) => model,
            None => panic!("not on disk after {limit:?}: {what}; the file says:\n{}", self.data()),
        }
    }

    /// When the data file was last written.
    pub fn saved_at(&self) -> Option<SystemTime> {
        fs::metadata(self.data_file()).and_then(|file| file.modified()).ok()
    }
}
