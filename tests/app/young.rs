//! A goal of a few days, lived through the actions of the app: for what the year of the demo has long behind it.

use chrono::{DateTime, TimeDelta, Utc};
use mainspring::domain::environment::{EnvironmentAction, Group, ItemKind};
use mainspring::domain::goal::{GoalAction, GoalField};
use mainspring::domain::measure::{CountAction, Measure};
use mainspring::domain::plans::PlanAction;
use mainspring::domain::programme::{ProgrammeAction, Step};
use mainspring::domain::rewards::{Layer, RewardAction};
use mainspring::domain::session::{SessionAction, SessionField};
use mainspring::domain::session_length::{LengthAction, LengthChange};
use mainspring::domain::settings::{Motion, Settings, SettingsAction, ThemeChoice};
use mainspring::domain::target::TargetAction;
use mainspring::domain::{Action, Model, Now, apply};
use mainspring::platform::clock::Clock;

use crate::desk::Desk;

/// Hours from the start of a session to the hour at which a test begins, so that all of them lie in the morning.
const HOURS_BEFORE: i64 = 3;
/// Length of a session, and of how far it goes beyond its plan, in seconds.
const FOCUS_SECS: [i64; 4] = [480, 540, 510, 600];

struct Life {
    model: Model,
    now: Now,
}

impl Life {
    #[track_caller]
    fn act(&mut self, action: Action) {
        // Two records of the same second still need their own ids.
        self.now.seed += 1;
        apply(&mut self.model, action, self.now).expect("an act that is not refused");
    }

    fn set(&mut self, field: GoalField) {
        let id = self.model.goal().expect("a goal").id;
        self.act(Action::Goal(GoalAction::Set { id, field }));
    }

    fn rate(&mut self, field: SessionField) {
        let id = self.model.sessions.last().expect("a session").id;
        self.act(Action::Session(SessionAction::Set { id, field }));
    }
}

/// A goal whose days up to yesterday are letters: a digit is a day with a session and its ease, `.` a missed one.
pub fn goal(desk: &Desk, days: &str, change: impl FnOnce(&mut Settings)) -> Model {
    let today = desk.clock.now();
    let mut life = Life { model: Model::default(), now: today };
    let at = |ago: usize| today.utc - TimeDelta::days(ago as i64) - TimeDelta::hours(HOURS_BEFORE);
    life.now.utc = at(days.len());
    begin(&mut life, change);
    for (nth, letter) in days.chars().enumerate() {
        life.now.utc = at(days.len() - nth);
        if let Some(ease) = letter.to_digit(10) {
            session(&mut life, nth, u8::try_from(ease).expect("one digit"));
        }
    }
    life.model
}

fn begin(life: &mut Life, change: impl FnOnce(&mut Settings)) {
    let mut settings = Settings { theme: ThemeChoice::Light, motion: Motion::Reduced, ..Settings::default() };
    change(&mut settings);
    life.act(Action::Settings(SettingsAction::Set(settings.bounded())));
    life.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    life.act(Action::Length(LengthAction::Decide { minutes: 8, why: LengthChange::Chosen }));
    life.set(GoalField::Why("The story has waited for ten years".to_owned()));
    life.set(GoalField::Identity("I am someone who writes every day".to_owned()));
    life.set(GoalField::Cue("After breakfast, at the kitchen table".to_owned()));
    life.set(GoalField::Measure(Some(Measure { unit: "words".to_owned(), total: Some(60_000.0) })));
    life.act(Action::Target(TargetAction::Set { minutes: 8 }));
    life.act(Action::Reward(RewardAction::write(Layer::Session, "Espresso on the balcony", 10)));
    life.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)));
    let (obstacle, action) = ("I am too tired after work".to_owned(), "do just 2 minutes".to_owned());
    let (wish, outcome) = Default::default();
    life.act(Action::Plan(PlanAction::Add { obstacle, action, wish, outcome }));
    for (group, text) in [(Group::Distractions, "Phone in the hall"), (Group::EasyStart, "Yesterday’s page is open")]
    {
        let (kind, text) = (ItemKind::EverySession, text.to_owned());
        life.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
    }
}

fn session(life: &mut Life, nth: usize, ease: u8) {
    let (started, offset_secs): (DateTime<Utc>, i32) = (life.now.utc - TimeDelta::minutes(20), life.now.offset_secs());
    let focus_secs = FOCUS_SECS[nth % FOCUS_SECS.len()];
    life.act(Action::Session(SessionAction::Add { started, offset_secs, focus_secs, note: String::new() }));
    life.rate(SessionField::Ease(Some(ease)));
    if nth == 1 {
        life.rate(SessionField::Proof("Wrote before breakfast though tired".to_owned()));
    }
    let session = life.model.sessions.last().map(|session| session.id);
    life.act(Action::Count(CountAction::Add { amount: [90.0, 120.0, 105.0, 140.0][nth % 4], session }));
}
