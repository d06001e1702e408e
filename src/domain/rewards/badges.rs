//! Badges: for real acts, each by a rule that is shown; they follow from the records of all goals and are never stored.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::model::Model;
use crate::domain::plans::UseResult;
use crate::domain::programme::{Marked, Step};
use crate::domain::rest::rest_on;
use crate::domain::review::ReviewKind;
use crate::domain::session::Session;
use crate::domain::time::{day_of, offset_from_secs};

/// Days of a gap that are looked at for a missed one; longer ones have one for sure, or are no gap of a life.
const MAX_GAP_DAYS: usize = 1_000;

/// A badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Badge {
    /// The first session.
    FirstSession,
    /// Seven days done.
    FirstWeek,
    /// Back after a missed day.
    CameBack,
    /// Ten sessions with a proof.
    TenProofs,
    /// The first weekly review finished.
    WeeklyReview,
    /// The first monthly review finished.
    MonthlyReview,
    /// A plan that helped.
    PlanThatWorked,
    /// Five things of the environment set up.
    EnvironmentSetUp,
    /// Someone was told.
    ToldSomeone,
    /// An experiment was decided.
    Experiment,
    TenHours,
    ThirtyDays,
    HundredSessions,
    HundredHours,
}

/// How far a badge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadgeState {
    pub badge: Badge,
    /// The day it was won on.
    pub won: Option<NaiveDate>,
    /// How much of its rule is done, never more than it takes.
    pub have: u32,
    pub need: u32,
}

impl Badge {
    /// All badges, in the order they are shown.
    pub const ALL: [Self; 14] = [
        Self::FirstSession,
        Self::FirstWeek,
        Self::CameBack,
        Self::TenProofs,
        Self::WeeklyReview,
        Self::MonthlyReview,
        Self::PlanThatWorked,
        Self::EnvironmentSetUp,
        Self::ToldSomeone,
        Self::Experiment,
        Self::TenHours,
        Self::ThirtyDays,
        Self::HundredSessions,
        Self::HundredHours,
    ];

    /// How much its rule takes: sessions, days, hours, or once.
    pub fn need(self) -> u32 {
        match self {
            Self::FirstSession
            | Self::CameBack
            | Self::WeeklyReview
            | Self::MonthlyReview
            | Self::PlanThatWorked
            | Self::ToldSomeone
            | Self::Experiment => 1,
            Self::EnvironmentSetUp => 5,
            Self::FirstWeek => 7,
            Self::TenProofs | Self::TenHours => 10,
            Self::ThirtyDays => 30,
            Self::HundredSessions | Self::HundredHours => 100,
        }
    }
}

/// All badges of a model in the order of [`Badge::ALL`], by what its sessions show.
pub(super) fn badges(model: &Model, seen: &Seen) -> Vec<BadgeState> {
    let days = seen.days();
    let states = Badge::ALL.map(|badge| {
        let (have, won) = seen.state(model, badge, &days);
        BadgeState { badge, won, have: have.min(badge.need()), need: badge.need() }
    });
    states.to_vec()
}

/// What one walk over the sessions of all goals sees.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Focus of all goals, in seconds.
    pub secs: i64,
    sessions: u32,
    proofs: u32,
    /// Days with a session, one after the other.
    days: Vec<NaiveDate>,
    tenth_proof: Option<NaiveDate>,
    hundredth: Option<NaiveDate>,
    hours: [Option<NaiveDate>; 2],
    came_back: Option<NaiveDate>,
    /// The last day done of each goal.
    last: Vec<(Uuid, NaiveDate)>,
}

impl Seen {
    /// All sessions of a model. O(sessions).
    pub(super) fn of(model: &Model) -> Self {
        let mut seen = Self::default();
        model.sessions.iter().for_each(|session| seen.pass(model, session, session.focus_secs()));
        seen
    }

    /// The next session, oldest first, with its seconds of focus.
    pub(super) fn pass(&mut self, model: &Model, session: &Session, focus: i64) {
        let day = session.day;
        let before = self.secs;
        self.secs += focus;
        self.sessions += u32::from(session.part.is_whole());
        if self.sessions == Badge::HundredSessions.need() {
            self.hundredth.get_or_insert(day);
        }
        for (badge, won) in [Badge::TenHours, Badge::HundredHours].into_iter().zip(&mut self.hours) {
            let mark = i64::from(badge.need()) * 3600;
            *won = won.or((before < mark && self.secs >= mark).then_some(day));
        }
        if !session.proof.trim().is_empty() {
            self.proofs += 1;
            let is_tenth = self.proofs == Badge::TenProofs.need();
            self.tenth_proof = self.tenth_proof.or(is_tenth.then_some(day));
        }
        if self.days.last() != Some(&day) {
            self.days.push(day);
            self.came_back = self.came_back.or_else(|| came_back(model, session.goal, day, &mut self.last));
        }
    }

    /// The days with a session, each once, in order.
    fn days(&self) -> Vec<NaiveDate> {
        let mut days = self.days.clone();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// How much of a badge's rule is done, and the day on which it was.
    fn state(&self, model: &Model, badge: Badge, days: &[NaiveDate]) -> (u32, Option<NaiveDate>) {
        let days_done = u32::try_from(days.len()).unwrap_or(u32::MAX);
        let day = |nth: u32| days.get(nth as usize - 1).copied();
        let hours = u32::try_from(self.secs / 3600).unwrap_or(u32::MAX);
        let once = |won: Option<NaiveDate>| (u32::from(won.is_some()), won);
        match badge {
            Badge::FirstSession => once(self.days.first().copied()),
            Badge::FirstWeek | Badge::ThirtyDays => (days_done, day(badge.need())),
            Badge::CameBack => once(self.came_back),
            Badge::TenProofs => (self.proofs, self.tenth_proof),
            Badge::WeeklyReview => once(reviewed(model, ReviewKind::Weekly)),
            Badge::MonthlyReview => once(reviewed(model, ReviewKind::Monthly)),
            Badge::PlanThatWorked => {
                let helped = model.plan_uses.iter().filter(|usage| usage.result == UseResult::Helped);
                once(helped.map(|usage| usage.day).min())
            }
            Badge::EnvironmentSetUp => set_up(model),
            Badge::ToldSomeone => once(told(model)),
            Badge::Experiment => once(model.experiments.iter().filter_map(|one| one.decided).min()),
            Badge::TenHours => (hours, self.hours[0]),
            Badge::HundredHours => (hours, self.hours[1]),
            Badge::HundredSessions => (self.sessions, self.hundredth),
        }
    }
}

/// The day, if it is the first done one of its goal after one that was missed: neither a rest nor a pause of the goal.
fn came_back(model: &Model, goal: Uuid, day: NaiveDate, last: &mut Vec<(Uuid, NaiveDate)>) -> Option<NaiveDate> {
    let Some((_, before)) = last.iter_mut().find(|(other, _)| *other == goal) else {
        last.push((goal, day));
        return None;
    };
    let before = std::mem::replace(before, day.max(*before));
    let pauses = model.goals.get(goal).map(|goal| goal.pauses.as_slice()).unwrap_or_default();
    let is_missed = |day: &NaiveDate| {
        rest_on(&model.rests, *day).is_none() && !pauses.iter().any(|pause| pause.from <= *day && *day <= pause.to)
    };
    let between = before.iter_days().skip(1).take_while(|other| *other < day);
    between.take(MAX_GAP_DAYS).any(|day| is_missed(&day)).then_some(day)
}

fn reviewed(model: &Model, kind: ReviewKind) -> Option<NaiveDate> {
    model.reviews.iter().filter(|review| review.kind == kind).filter_map(|review| review.done).min()
}

/// Things to set up once that were, those put away since included.
fn set_up(model: &Model) -> (u32, Option<NaiveDate>) {
    // A stamp without its zone: a day more or less does not matter here.
    let day = |stamp| day_of(stamp, offset_from_secs(0), model.settings.day_start_hour);
    let mut days: Vec<NaiveDate> = model.environment.iter().filter_map(|item| item.set_up).map(day).collect();
    days.sort_unstable();
    (days.len() as u32, days.get(Badge::EnvironmentSetUp.need() as usize - 1).copied())
}

fn told(model: &Model) -> Option<NaiveDate> {
    let tells = |what| matches!(what, Marked::Ticked(Step::FindPartner | Step::ShareWithPartner));
    let ticked = model.programme.iter().filter(|mark| tells(mark.what)).map(|mark| mark.day);
    let told = model.check_ins.iter().filter(|check_in| check_in.is_by_hand()).map(|check_in| check_in.day);
    let pledged = model.pledges.iter().filter(|pledge| !pledge.to.is_empty()).map(|pledge| pledge.day);
    ticked.chain(told).chain(pledged).min()
}
