//! A small world in which tests act and time passes, and the laws that hold over all of the domain.

mod clock_walks;
mod laws;
pub mod year;

use chrono::{DateTime, Duration, FixedOffset, TimeZone, Utc};
use uuid::Uuid;

use super::goal::GoalAction;
use super::rewards::{GrantState, Layer, Occasion, RewardAction};
use super::session::SessionAction;
use super::timer::{TimerAction, TimerAction::Tick};
use super::{Action, Effect, Model, Now, Refusal, apply};

/// A model, and the moment it is looked at.
pub struct World {
    pub model: Model,
    pub utc: DateTime<Utc>,
    pub offset: FixedOffset,
    seed: u64,
}

impl World {
    /// Monday 2 March 2026, 09:00 UTC, nothing done yet.
    pub fn new() -> Self {
        let utc = Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap();
        Self { model: Model::default(), utc, offset: FixedOffset::east_opt(0).unwrap(), seed: 0 }
    }

    /// The same with the goal "Write the book".
    pub fn with_goal() -> Self {
        let mut world = Self::new();
        world.act(Action::Goal(GoalAction::Create { title: "Write the book".into() }));
        world
    }

    pub fn now(&mut self) -> Now {
        self.seed += 1;
        Now::new(self.utc, self.offset, self.seed)
    }

    pub fn goal(&self) -> Uuid {
        self.model.goal().unwrap().id
    }

    pub fn pass(&mut self, secs: i64) {
        self.utc += Duration::seconds(secs);
    }

    #[track_caller]
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        let now = self.now();
        apply(&mut self.model, action, now).unwrap()
    }

    /// Expects a refusal and that it changed nothing.
    #[track_caller]
    pub fn refused(&mut self, action: Action) -> Refusal {
        let (before, now) = (self.model.clone(), self.now());
        let refusal = apply(&mut self.model, action, now).unwrap_err();
        assert!(before == self.model, "the refusal changed something");
        refusal
    }

    #[track_caller]
    pub fn timer(&mut self, action: TimerAction) -> Vec<Effect> {
        self.act(Action::Timer(action))
    }

    pub fn start(&mut self, planned_secs: u32) -> Vec<Effect> {
        self.timer(TimerAction::Start { planned_secs, intention: String::new(), environment: Vec::new() })
    }

    /// Lets time pass with a tick every 30 s; all effects of it.
    pub fn work(&mut self, secs: i64) -> Vec<Effect> {
        let mut effects = Vec::new();
        let end = self.utc + Duration::seconds(secs);
        while self.utc < end && self.model.running.is_some() {
            let last_alive = self.utc;
            self.utc = (self.utc + Duration::seconds(30)).min(end);
            effects.extend(self.timer(Tick { last_alive }));
        }
        effects
    }

    /// A jump of the wall clock (sleep, or someone setting it), then the tick that sees it.
    pub fn jump(&mut self, secs: i64) -> Vec<Effect> {
        let last_alive = self.utc;
        self.pass(secs);
        self.timer(Tick { last_alive })
    }

    /// A past session that ended `ago_secs` before now.
    #[track_caller]
    pub fn add(&mut self, ago_secs: i64, focus_secs: i64) -> Uuid {
        let started = self.utc - Duration::seconds(ago_secs + focus_secs);
        self.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs, note: String::new() }));
        self.model.sessions.iter().find(|session| session.started == started).unwrap().id
    }

    /// Writes a reward for each session.
    #[track_caller]
    pub fn reward(&mut self, words: &str, minutes: u16) -> Uuid {
        self.reward_in(Layer::Session, words, minutes)
    }

    /// Writes a reward in a layer.
    #[track_caller]
    pub fn reward_in(&mut self, layer: Layer, words: &str, minutes: u16) -> Uuid {
        self.act(Action::Reward(RewardAction::write(layer, words, minutes)));
        self.model.rewards.iter().rfind(|reward| reward.made == self.utc).unwrap().id
    }

    /// What became of the reward of a session: `None` where it has none.
    pub fn grant(&self, session: Uuid) -> Option<GrantState> {
        let today = Now::new(self.utc, self.offset, 0).today(self.model.settings.day_start_hour);
        let grants = super::rewards::grants(&self.model, today);
        let own = grants.into_iter().find(|grant| grant.occasion == Occasion::Session(session));
        own.map(|grant| grant.state)
    }

    pub fn focus_secs(&mut self) -> i64 {
        let now = self.now();
        self.model.running.as_ref().map_or(0, |running| running.focus_secs(now))
    }

    pub fn last_session_secs(&self) -> i64 {
        self.model.sessions.last().map_or(0, super::session::Session::focus_secs)
    }
}

/// No interval is negative, none overlaps another, and each session starts with its first.
#[track_caller]
pub fn check_intervals(model: &Model) {
    let mut all: Vec<_> = model.sessions.iter().flat_map(|session| &session.intervals).copied().collect();
    if let Some(running) = &model.running {
        assert!(running.intervals.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert!(running.intervals.iter().all(|interval| interval.start < interval.end));
    }
    all.sort_by_key(|interval| interval.start);
    assert!(all.iter().all(|interval| interval.start < interval.end), "an empty or negative interval");
    assert!(all.windows(2).all(|pair| pair[0].end <= pair[1].start), "intervals overlap");
}

/// What was done can be saved, and at the next start no record is set aside.
#[track_caller]
pub fn check_survives_saving(model: &Model) {
    let text = crate::store::write::to_text(model).unwrap();
    let read = crate::store::read::read(text.as_bytes()).unwrap();
    assert_eq!(read.newly_quarantined, 0, "{:?}", read.model.quarantine);
    assert_eq!((&read.model.goals, &read.model.sessions), (&model.goals, &model.sessions));
}
