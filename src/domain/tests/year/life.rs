//! A life in the simulated year: a world in which time passes, alarms ring and sessions are worked.

use chrono::{DateTime, Duration, Utc, Weekday};

use super::World;
use crate::domain::alarms::{AlarmKind, alarms};
use crate::domain::goal::GoalAction;
use crate::domain::insight::Derived;
use crate::domain::nudges::Nudge;
use crate::domain::reminders::ReminderAction;
use crate::domain::rewards::{Occasion, RewardAction};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Now};

/// Seconds between two ticks; below the silence that is asked about.
const TICK_SECS: i64 = 60;
/// The hour of a day from which the minutes of [`Work::at`] count.
const MORNING: u32 = 7;
const WORKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// One person.
pub struct Life {
    pub world: World,
    /// What rang since it was last looked at, such as `07:30 Start`.
    pub rang: Vec<String>,
    /// What was advised at 07:00.
    pub morning_nudge: Option<Nudge>,
}

/// One stretch of work as a person lives it.
pub struct Work {
    /// When it starts, in minutes after 07:00.
    pub at: i64,
    pub planned: i64,
    /// Minutes after which it is finished, before the plan or beyond it.
    pub worked: i64,
    /// Ease, energy, motivation after; each 1–5.
    pub ratings: [Option<u8>; 3],
    /// Whether the reward is taken, if one was earned; else it is skipped.
    pub is_taken: bool,
}

impl Life {
    /// Monday 2 March 2026, 07:00: a goal, a reward and two reminders.
    pub fn new() -> Self {
        let mut world = World::new();
        world.pass(-2 * 3600);
        world.act(Action::Goal(GoalAction::Create { title: "Write the book".into() }));
        world.reward("Coffee on the balcony", 5);
        let every_day = [WORKDAYS.as_slice(), &[Weekday::Sat, Weekday::Sun]].concat();
        for (minute, weekdays) in [(7 * 60 + 30, every_day), (12 * 60 + 30, WORKDAYS.to_vec())] {
            world.act(Action::Reminder(ReminderAction::Add { minute, weekdays, cue: String::new() }));
        }
        Self { world, rang: Vec::new(), morning_nudge: None }
    }

    #[track_caller]
    pub fn act(&mut self, action: Action) {
        self.world.act(action);
    }

    pub fn derived(&self) -> Derived {
        let world = &self.world;
        let today = Now::new(world.utc, world.offset, 0).today(world.model.settings.day_start_hour);
        Derived::of(&world.model, today)
    }

    /// Minutes of the next session.
    pub fn length(&self) -> i64 {
        i64::from(self.world.model.settings.session_minutes)
    }

    pub fn decide(&mut self, minutes: impl TryInto<u16>, why: LengthChange) {
        let Ok(minutes) = minutes.try_into() else { panic!("a length out of range") };
        self.act(Action::Length(LengthAction::Decide { minutes, why }));
    }

    /// Lets time pass and hears what rings until then, that moment included.
    #[track_caller]
    pub fn go(&mut self, to: DateTime<Utc>) {
        assert!(self.world.utc <= to, "time does not run backwards");
        let heard = self.rings_until(to);
        self.rang.extend(heard);
        self.world.utc = to;
    }

    /// As the alarm thread does: waits for the first moment of the list, then for the first one of a list made anew.
    fn rings_until(&self, to: DateTime<Utc>) -> Vec<String> {
        let World { model, offset, utc, .. } = &self.world;
        let (mut at, mut rang) = (*utc, Vec::new());
        let wakes = |kind: AlarmKind| kind.is_planned() || kind == AlarmKind::DayStart;
        loop {
            let list = alarms(model, Now::new(at, *offset, 0), &|_| *offset);
            let Some(alarm) = list.into_iter().find(|alarm| wakes(alarm.kind)).filter(|alarm| alarm.due <= to) else {
                return rang;
            };
            at = alarm.due;
            let name = match alarm.kind {
                AlarmKind::DayStart => continue,
                AlarmKind::Reminder { .. } => "Start".to_owned(),
                kind => format!("{kind:?}"),
            };
            rang.push(format!("{} {name}", at.format("%H:%M")));
        }
    }

    /// Starts, works with ticks, ends, rates, and takes the reward or leaves it.
    pub fn work(&mut self, work: &Work) {
        let morning = self.world.utc.date_naive().and_hms_opt(MORNING, 0, 0).unwrap().and_utc();
        self.go(morning + Duration::minutes(work.at));
        self.world.start(u32::try_from(work.planned * 60).unwrap());
        let end = self.world.utc + Duration::minutes(work.worked);
        // A tick is no reason for a new list: one hears at once what rings in a session.
        let heard = self.rings_until(end);
        self.rang.extend(heard);
        while self.world.utc < end {
            let last_alive = self.world.utc;
            self.world.pass(TICK_SECS);
            self.world.timer(TimerAction::Tick { last_alive });
        }
        self.world.timer(TimerAction::Finish);
        let session = self.world.model.sessions.last().unwrap();
        let (session, is_earned) = (session.id, session.earned_at().is_some());
        let [ease, energy, motivation] = work.ratings;
        for field in [SessionField::Ease(ease), SessionField::Energy(energy), SessionField::MotivationAfter(motivation)]
        {
            self.act(Action::Session(SessionAction::Set { id: session, field }));
        }
        let occasion = Occasion::Session(session);
        match work.is_taken {
            _ if !is_earned => {}
            false => self.act(Action::Reward(RewardAction::Skip { occasion })),
            true => {
                self.act(Action::Reward(RewardAction::Take { occasion }));
                self.go(end + Duration::minutes(5));
                self.act(Action::Reward(RewardAction::Tick));
                assert!(self.world.model.reward_break.is_none());
            }
        }
    }
}
