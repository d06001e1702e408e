//! Makes the sessions and counts of the demo, one day after the other.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveTime, Utc, Weekday};
use fastrand::Rng;
use uuid::Uuid;

use super::texts;
use crate::domain::goal::Goal;
use crate::domain::measure::Count;
use crate::domain::model::Model;
use crate::domain::session::{ClockState, Ended, Interval, Part, Session};
use crate::domain::settings::Settings;
use crate::domain::time::{Now, day_of};

/// First minute of a dense day after midnight, and the minutes its sessions are spread over.
const DENSE_FROM: u32 = 5 * 60;
const DENSE_MINUTES: usize = 16 * 60;

/// What is counted in the sessions of a goal.
#[derive(Clone, Copy, Debug)]
pub enum Plan {
    Words,
    Lessons,
}

/// Collects records; draws every chance from one seeded source.
pub struct Maker {
    pub now: Now,
    pub goals: Vec<Goal>,
    sessions: Vec<Session>,
    counts: Vec<Count>,
    rng: Rng,
}

/// The instant of a minute of a calendar day, at an offset.
pub fn at(day: NaiveDate, minute: u32, offset: FixedOffset) -> DateTime<Utc> {
    let shift = Duration::minutes(i64::from(minute)) - Duration::seconds(i64::from(offset.local_minus_utc()));
    day.and_time(NaiveTime::MIN).and_utc().checked_add_signed(shift).unwrap_or(DateTime::UNIX_EPOCH)
}

impl Maker {
    pub fn new(now: Now, seed: u64) -> Self {
        Self { now, goals: Vec::new(), sessions: Vec::new(), counts: Vec::new(), rng: Rng::with_seed(seed) }
    }

    /// Puts what was made into a model.
    pub fn fill(self, model: Model) -> Model {
        Model {
            goals: self.goals.into_iter().collect(),
            sessions: self.sessions.into_iter().collect(),
            counts: self.counts.into_iter().collect(),
            ..model
        }
    }

    /// Says afterwards which environment items were checked for the sessions made so far.
    pub fn check_items(&mut self, check: impl FnOnce(&mut [Session])) {
        check(&mut self.sessions);
    }

    /// An id of that moment that differs from all others.
    pub fn id(&mut self, moment: DateTime<Utc>) -> Uuid {
        Now::new(moment, self.now.offset, self.rng.u64(..)).id(0)
    }

    /// The first session of a goal on a day.
    pub fn session_on(&self, goal: Uuid, day: NaiveDate) -> Option<&Session> {
        self.sessions.iter().find(|session| session.goal == goal && session.day == day)
    }

    pub fn today(&self) -> NaiveDate {
        self.now.today(Settings::default().day_start_hour)
    }

    /// A day as they come: mostly one session after breakfast, less at weekends, at times a second in the evening.
    pub fn usual_day(&mut self, goal: Uuid, day: NaiveDate, minutes: u16, plan: Plan) {
        let percent = match day.weekday() {
            Weekday::Sat => 30,
            Weekday::Sun => 42,
            _ => 83,
        };
        let (morning, evening) = match plan {
            Plan::Words => (7 * 60 + 55, 20 * 60),
            Plan::Lessons => (11 * 60 + 40, 18 * 60),
        };
        if self.chance(percent) {
            let start = morning + self.rng.u32(0..45);
            self.session(goal, day, start, minutes, plan);
            if self.chance(11) {
                let start = evening + self.rng.u32(0..60);
                self.session(goal, day, start, minutes, plan);
            }
        }
    }

    /// Today: the morning's session, or if it is earlier than that, one that ended a while ago, if today is that old.
    pub fn half_a_day(&mut self, goal: Uuid, today: NaiveDate, minutes: u16) {
        let focus = Duration::minutes(i64::from(minutes) * 6 / 10);
        let usual = at(today, 8 * 60 + 10, self.now.offset);
        let started = usual.min(self.now.utc - focus - Duration::minutes(20));
        if day_of(started, self.now.offset, Settings::default().day_start_hour) != today {
            return;
        }
        let interval = Interval { start: started, end: started + focus };
        let mut session = self.bare(goal, today, started, minutes, vec![interval]);
        session.ended = Ended::Early;
        session.intention = texts::INTENTIONS[1].to_owned();
        session.done = vec![texts::DONE[0].to_owned()];
        session.next = texts::NEXT[0].to_owned();
        (session.ease, session.energy) = (Some(4), Some(3));
        (session.motivation_before, session.motivation_after) = (Some(3), Some(4));
        self.count(&session, 140.0);
        self.sessions.push(session);
    }

    /// So many sessions spread evenly over one day, none touching another.
    pub fn dense_day(&mut self, goal: Uuid, day: NaiveDate, sessions: usize, minutes: u16) {
        for nth in 0..sessions {
            let start = DENSE_FROM + u32::try_from(DENSE_MINUTES * nth / sessions).unwrap_or(0);
            self.session(goal, day, start, minutes, Plan::Words);
        }
    }

    fn session(&mut self, goal: Uuid, day: NaiveDate, start_minute: u32, minutes: u16, plan: Plan) {
        let started = at(day, start_minute, self.now.offset) + Duration::seconds(self.rng.i64(0..60));
        let (focus, ended) = self.focus_secs(i64::from(minutes) * 60);
        let intervals = self.intervals(started, focus);
        let mut session = self.bare(goal, day, started, minutes, intervals);
        session.ended = ended;
        match plan {
            Plan::Words => {
                self.words(&mut session);
                if self.chance(88) {
                    let amount = focus as f64 / 60.0 * f64::from(self.rng.i32(9..19));
                    self.count(&session, (amount / 5.0).round().max(1.0) * 5.0);
                }
            }
            Plan::Lessons if self.chance(92) => self.count(&session, 1.0),
            Plan::Lessons => {}
        }
        self.ratings(&mut session);
        self.sessions.push(session);
    }

    /// Mostly the plan and a little more, at times much more, at times less.
    fn focus_secs(&mut self, planned: i64) -> (i64, Ended) {
        match self.rng.u32(0..100) {
            0..16 => (planned * self.rng.i64(55..96) / 100, Ended::Early),
            16..30 => (planned + self.rng.i64(180..480), Ended::Earned),
            _ => (planned + self.rng.i64(0..100), Ended::Earned),
        }
    }

    /// One stretch, or two with a pause between.
    fn intervals(&mut self, started: DateTime<Utc>, focus: i64) -> Vec<Interval> {
        let end = |start: DateTime<Utc>, secs: i64| Interval { start, end: start + Duration::seconds(secs) };
        if !self.chance(18) {
            return vec![end(started, focus)];
        }
        let first = focus * self.rng.i64(30..70) / 100;
        let pause = self.rng.i64(60..360);
        vec![end(started, first), end(started + Duration::seconds(first + pause), focus - first)]
    }

    /// The lines written on part of the sessions.
    fn words(&mut self, session: &mut Session) {
        if self.chance(55) {
            session.intention = (*self.pick(&texts::INTENTIONS)).to_owned();
        }
        if self.chance(60) {
            session.done.push((*self.pick(&texts::DONE)).to_owned());
        }
        if self.chance(50) {
            session.next = (*self.pick(&texts::NEXT)).to_owned();
        }
        if self.chance(16) {
            session.note = (*self.pick(&texts::NOTES)).to_owned();
        }
        if self.chance(14) {
            session.proof = (*self.pick(&texts::PROOFS)).to_owned();
        }
    }

    fn ratings(&mut self, session: &mut Session) {
        if self.chance(80) {
            session.ease = Some(*self.pick(&[2, 3, 3, 4, 4, 4, 5, 5]));
        }
        if self.chance(65) {
            session.energy = Some(*self.pick(&[1, 2, 2, 3, 3, 4, 4, 5]));
        }
        if self.chance(62) {
            let before = *self.pick(&[1_u8, 2, 2, 3, 3, 4, 4]);
            let rise = *self.pick(&[-1_i8, 0, 0, 1, 1, 1, 2]);
            session.motivation_before = Some(before);
            session.motivation_after = Some(before.saturating_add_signed(rise).clamp(1, 5));
        }
    }

    fn count(&mut self, session: &Session, amount: f64) {
        let moment = session.ended_at() + Duration::seconds(40);
        let id = self.id(moment);
        self.counts.push(Count {
            id,
            goal: session.goal,
            session: Some(session.id),
            at: moment,
            day: session.day,
            amount,
        });
    }

    fn bare(
        &mut self,
        goal: Uuid,
        day: NaiveDate,
        started: DateTime<Utc>,
        minutes: u16,
        intervals: Vec<Interval>,
    ) -> Session {
        let modified = intervals.last().map_or(started, |interval| interval.end);
        Session {
            id: self.id(started),
            goal,
            started,
            offset_secs: self.now.offset_secs(),
            day,
            planned_secs: u32::from(minutes) * 60,
            intervals,
            ended: Ended::Earned,
            intention: String::new(),
            done: Vec::new(),
            next: String::new(),
            note: String::new(),
            proof: String::new(),
            ease: None,
            energy: None,
            motivation_before: None,
            motivation_after: None,
            environment: Vec::new(),
            enjoyment: None,
            chosen_reward: None,
            part: Part::Whole,
            clock: ClockState::Steady,
            modified,
        }
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.rng.usize(0..from.len())]
    }
}
