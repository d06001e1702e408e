//! Badges: for real acts, each by a rule that is shown; they follow from the records of all goals and are never stored.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::model::Model;
use crate::domain::plans::UseResult;
use crate::domain::programme::{Marked, Step};
use crate::domain::rest::rest_on;
use crate::domain::review::ReviewKind;
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

/// All badges of a model in the order of [`Badge::ALL`], and the focus of all its goals in seconds. O(sessions).
pub(super) fn badges(model: &Model) -> (Vec<BadgeState>, i64) {
    let seen = Seen::of(model);
    let states = Badge::ALL.map(|badge| {
        let (have, won) = seen.state(model, badge);
        BadgeState { badge, won, have: have.min(badge.need()), need: badge.need() }
    });
    (states.to_vec(), seen.secs)
}

/// What one walk over the sessions of all goals sees.
#[derive(Debug, Default)]
struct Seen {
    secs: i64,
    sessions: u32,
    proofs: u32,
    /// Days with a session, each once.
    days: BTreeSet<NaiveDate>,
    first: Option<NaiveDate>,
    tenth_proof: Option<NaiveDate>,
    hundredth: Option<NaiveDate>,
    hours: [Option<NaiveDate>; 2],
    came_back: Option<NaiveDate>,
}

impl Seen {
    fn of(model: &Model) -> Self {
        let mut seen = Self::default();
        let mut last: Vec<(Uuid, NaiveDate)> = Vec::new();
        let mut newest = NaiveDate::MIN;
        for session in model.sessions.iter() {
            let day = session.day;
            let before = seen.secs;
            seen.secs += session.focus_secs();
            seen.sessions += u32::from(session.part.is_whole());
            seen.first.get_or_insert(day);
            if seen.sessions == Badge::HundredSessions.need() {
                seen.hundredth.get_or_insert(day);
            }
            for (badge, won) in [Badge::TenHours, Badge::HundredHours].into_iter().zip(&mut seen.hours) {
                let mark = i64::from(badge.need()) * 3600;
                *won = won.or((before < mark && seen.secs >= mark).then_some(day));
            }
            if !session.proof.trim().is_empty() {
                seen.proofs += 1;
                let is_tenth = seen.proofs == Badge::TenProofs.need();
                seen.tenth_proof = seen.tenth_proof.or(is_tenth.then_some(day));
            }
            if day != newest {
                newest = day;
                seen.days.insert(day);
                seen.came_back = seen.came_back.or_else(|| came_back(model, session.goal, day, &mut last));
            }
        }
        seen
    }

    /// How much of a badge's rule is done, and the day on which it was.
    fn state(&self, model: &Model, badge: Badge) -> (u32, Option<NaiveDate>) {
        let days_done = u32::try_from(self.days.len()).unwrap_or(u32::MAX);
        let day = |nth: u32| self.days.iter().nth(nth as usize - 1).copied();
        let hours = u32::try_from(self.secs / 3600).unwrap_or(u32::MAX);
        let once = |won: Option<NaiveDate>| (u32::from(won.is_some()), won);
        match badge {
            Badge::FirstSession => once(self.first),
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
    model.programme.iter().filter(|mark| tells(mark.what)).map(|mark| mark.day).min()
}
