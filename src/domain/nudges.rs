//! Nudges: at most one piece of advice at a time, each from a named rule.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::goal::Goal;
use super::insight::days::Days;
use super::model::Model;
use super::records::Record;
use super::rewards::Weak;
use super::time::Now;

mod coming_back;
mod pitfalls;
#[cfg(test)]
mod tests;

/// Days for which a nudge that was put away stays away.
pub const DISMISSED_DAYS: i64 = 7;

/// The rules that give advice: the five pitfalls, coming back, and a guard against burning out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    Comeback,
    NeverMissTwice,
    TooManyGoals,
    WeakRewards,
    NoSupport,
    UnrealisticExpectations,
    Perfectionism,
    BurnOut,
}

/// A nudge that was put away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    pub id: Uuid,
    pub goal: Uuid,
    pub rule: Rule,
    pub day: NaiveDate,
    pub made: DateTime<Utc>,
}

/// What can be done with a nudge; turning a rule off is a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NudgeAction {
    /// Not again for a week.
    Dismiss(Rule),
}

/// One piece of advice: why, with its figures, and the one act it offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nudge {
    pub rule: Rule,
    pub cause: Cause,
    pub act: Act,
}

/// What a rule saw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// So many planned days were missed in a row, two or more.
    DaysMissed { days: u32 },
    /// The last planned day was missed, and none before it.
    DayMissed { day: NaiveDate },
    /// More minutes and less energy in the last 14 days than in the 14 before.
    EnergyFell { before: Fortnight, now: Fortnight },
    /// The target in minutes a day, and what the last 14 days really had.
    TargetFarAhead { target: u16, mean: u16 },
    /// The sessions of a young goal left little motivation; `day` is its day, from 1.
    JudgedEarly { day: u32 },
    /// Wishes were parked in the last 14 days.
    WishesParked { wishes: u32 },
    /// Goals were put aside in the last six weeks.
    GoalsPutAside { times: u32 },
    /// The last rewards were earned and not taken.
    RewardsLeft { times: u32 },
    /// Nobody knows of the goal after so many days.
    NobodyKnows { days: u32 },
    /// Somebody knows of it, and was told nothing for so many days.
    NothingTold { days: u32 },
    /// A check-in with this partner should have come.
    CheckInOpen { partner: Uuid },
    /// Today is done, after a miss.
    CameBack { missed: u32 },
    /// A late session of today ended before its planned time, both in minutes.
    EndedLate { done: u16, planned: u16 },
    /// Today came near its target, both in minutes.
    AlmostMet { done: u16, target: u16 },
}

/// What 14 days had.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fortnight {
    pub minutes: u32,
    /// Mean of the ratings, 1–5.
    pub energy: f64,
    pub ratings: u32,
}

/// The one thing a nudge offers to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    StartShort,
    SeeGoal,
    SeeRewards,
    SeeProgress,
    /// Shows where people are written down.
    SeePeople,
    /// Opens what is to be sent to a partner.
    CheckIn {
        partner: Uuid,
    },
    SetTarget {
        minutes: u16,
    },
    RestOn(NaiveDate),
}

/// What the rules look at.
#[derive(Clone, Copy)]
struct Seen<'a> {
    model: &'a Model,
    goal: &'a Goal,
    days: &'a Days,
    /// The rewards that are weak.
    weak: &'a [Weak],
    today: NaiveDate,
}

impl Rule {
    /// All rules, in the order in which they are asked: what brings a person back to work first, what protects them
    /// next, then what stands in the way.
    pub const ALL: [Self; 8] = [
        Self::Comeback,
        Self::NeverMissTwice,
        Self::BurnOut,
        Self::UnrealisticExpectations,
        Self::TooManyGoals,
        Self::WeakRewards,
        Self::NoSupport,
        Self::Perfectionism,
    ];

    /// What the rule sees and offers, if it applies.
    fn ask(self, seen: Seen<'_>) -> Option<(Cause, Act)> {
        match self {
            Self::Comeback => coming_back::comeback(seen),
            Self::NeverMissTwice => coming_back::never_miss_twice(seen),
            Self::Perfectionism => coming_back::perfectionism(seen),
            Self::BurnOut => pitfalls::burn_out(seen),
            Self::UnrealisticExpectations => pitfalls::unrealistic(seen),
            Self::TooManyGoals => pitfalls::too_many_goals(seen),
            Self::WeakRewards => pitfalls::weak_rewards(seen),
            Self::NoSupport => pitfalls::no_support(seen),
        }
    }
}

impl Record for Dismissal {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// The one nudge of a day: that of the first rule of [`Rule::ALL`] that applies, is not turned off and was not put away
/// in the last [`DISMISSED_DAYS`].
pub fn nudge(model: &Model, goal: &Goal, days: &Days, (weak, today): (&[Weak], NaiveDate)) -> Option<Nudge> {
    let seen = Seen { model, goal, days, weak, today };
    let speaks = |rule: &Rule| !model.settings.silent_rules.contains(rule) && !is_put_away(seen, *rule);
    let mut rules = Rule::ALL.into_iter().filter(speaks);
    rules.find_map(|rule| rule.ask(seen).map(|(cause, act)| Nudge { rule, cause, act }))
}

fn is_put_away(seen: Seen<'_>, rule: Rule) -> bool {
    let newest = seen.model.dismissals.iter().rev().filter(|dismissal| dismissal.goal == seen.goal.id);
    let mut ages = newest.filter(|dismissal| dismissal.rule == rule).map(|dismissal| seen.today - dismissal.day);
    ages.any(|age| (0..DISMISSED_DAYS).contains(&age.num_days()))
}

/// Carries out a nudge action.
///
/// # Errors
/// Refuses without a goal.
pub fn apply(model: &mut Model, action: NudgeAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    let NudgeAction::Dismiss(rule) = action;
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let day = now.today(model.settings.day_start_hour);
    model.dismissals.insert(Dismissal { id: now.id(0), goal, rule, day, made: now.utc });
    Ok(saved())
}
