//! The figures that a review stands beside, all of its own period: one source for the screen and for what is exported.

use chrono::NaiveDate;
use uuid::Uuid;

use super::automaticity::Automaticity;
use super::days::{Day, Days};
use super::item_effects::Effects;
use super::median::median;
use super::totals::Figures;
use crate::domain::experiments::{Card, Cards};
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::plans::{Plan, PlanFigures, UseResult};
use crate::domain::review::Period;
use crate::domain::rewards::{GrantState, grants};
use crate::domain::session::Session;

mod as_of;
mod ratings;
#[cfg(test)]
mod tests;

pub use ratings::{Ratings, habit_until};

/// What a week or a month holds, and what it is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewFigures {
    pub period: Period,
    /// The last day that is reckoned with: the period's last, or today while it is not over.
    pub until: NaiveDate,
    pub now: PeriodFigures,
    /// The week or month before; none where the goal is younger than that.
    pub before: Option<PeriodFigures>,
    /// All since the goal began, up to `until`.
    pub so_far: Figures,
    /// The first day with a session, if it is not after `until`.
    pub first_done: Option<NaiveDate>,
    /// The days of the period that have been, oldest first, and strength after each of them, 0–1.
    pub days: Vec<Day>,
    pub strength: Vec<f64>,
    /// What got done, line by line with its day, oldest first.
    pub got_done: Vec<(NaiveDate, String)>,
    /// Lines that speak for the identity, with their day, oldest first.
    pub proofs: Vec<(NaiveDate, String)>,
    /// Where to go on: the "next" line of the last session of the period.
    pub next: Option<String>,
    /// The plans that were used in the period or are flagged, oldest first.
    pub plans: Vec<PlanLine>,
    pub rewards: RewardCounts,
    /// What went with each environment item up to the end of the period.
    pub effects: Effects,
    /// What had come of each experiment that ran in the period by its end, oldest first.
    pub experiments: Vec<Card>,
}

/// Figures of the days of a period that have been.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PeriodFigures {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub sums: Figures,
    /// Days that were done or could have been: no free day without work, and no today that is still open.
    pub days_open: u32,
    /// Days marked as free and without work.
    pub days_free: u32,
    /// Minutes of the middle done day; none without one.
    pub middle_minutes: Option<f64>,
    /// Strength on its last day, 0–1.
    pub strength: f64,
    /// Energy, and motivation before and after, 1–5.
    pub energy: Rated,
    pub motivation_before: Rated,
    pub motivation_after: Rated,
    /// Ease, 1 hard to 5 easy.
    pub ease: Rated,
}

/// The mean of some ratings, and how many there are; 0 of none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rated {
    pub mean: f64,
    pub n: u32,
}

/// One plan in the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    pub plan: Uuid,
    pub obstacle: String,
    pub action: String,
    pub used: PlanFigures,
    /// Since it was written, up to the end of the period.
    pub ever: PlanFigures,
}

/// What became of the rewards that were earned in the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RewardCounts {
    pub taken: u32,
    pub skipped: u32,
    /// Earned, and neither taken nor skipped.
    pub waiting: u32,
}

impl ReviewFigures {
    /// The figures of a period of the goal that `days` are of; `strength` has one value for each of them. O(sessions).
    pub fn of(model: &Model, goal: &Goal, (days, strength): (&Days, &[f64]), period: Period) -> Self {
        let today = days.today().map_or(period.to, |day| day.day);
        let until = period.to.min(today);
        let (within, values) = within(days, strength, period);
        let own = || model.sessions.iter().filter(|session| session.goal == goal.id);
        let sessions: Vec<&Session> = own().filter(|session| is_in(period, session.day)).collect();
        let before = period.before();
        let began = days.iter().next().map_or(goal.start_day, |day| day.day);
        let lines = |words: &dyn Fn(&Session) -> Vec<String>| -> Vec<(NaiveDate, String)> {
            sessions.iter().flat_map(|one| words(one).into_iter().map(|line| (one.day, line))).collect()
        };
        let then = as_of::as_of(model, until);
        let judged_on = period.to.succ_opt().unwrap_or(period.to).min(today);
        let all = &days.as_slice()[..days.as_slice().partition_point(|day| day.day <= until)];
        Self {
            period,
            until,
            now: PeriodFigures::of((days, strength), &sessions, period),
            before: (before.to >= began).then(|| {
                let sessions: Vec<&Session> = own().filter(|session| is_in(before, session.day)).collect();
                PeriodFigures::of((days, strength), &sessions, before)
            }),
            so_far: Figures::of(all),
            first_done: all.iter().find(|day| day.is_done()).map(|day| day.day),
            days: within.to_vec(),
            strength: values.to_vec(),
            got_done: lines(&|session| session.done.clone()),
            proofs: lines(&|session| {
                Some(session.proof.clone()).filter(|proof| !proof.is_empty()).into_iter().collect()
            }),
            next: sessions.last().map(|session| session.next.clone()).filter(|next| !next.is_empty()),
            plans: plans(&then, goal, period),
            rewards: RewardCounts::of(model, period, until),
            effects: Effects::of(&then, goal, days, judged_on),
            experiments: experiments(&then, goal, days, (period, judged_on)),
        }
    }

    /// Whether the period is not over yet.
    pub fn is_going_on(&self) -> bool {
        self.until < self.period.to
    }

    /// What the earlier ratings of automaticity say; none without one.
    pub fn automaticity(&self, ratings: &Ratings) -> Option<Automaticity> {
        Automaticity::of(&ratings.habit, self.first_done, self.so_far.sessions)
    }

    /// The plans that helped in less than half of their judged uses.
    pub fn flagged(&self) -> impl Iterator<Item = &PlanLine> {
        self.plans.iter().filter(|line| line.ever.needs_rework())
    }

    /// Uses of plans in the period, together.
    pub fn plans_used(&self) -> PlanFigures {
        self.plans.iter().fold(PlanFigures::default(), |sum, line| PlanFigures {
            uses: sum.uses + line.used.uses,
            judged: sum.judged + line.used.judged,
            helped: sum.helped + line.used.helped,
        })
    }
}

impl PeriodFigures {
    fn of((days, strength): (&Days, &[f64]), sessions: &[&Session], period: Period) -> Self {
        let (within, values) = within(days, strength, period);
        let today = days.today().map(|day| day.day);
        let is_open = |day: &&Day| day.is_done() || (day.rest.is_none() && Some(day.day) != today);
        let count = |days: usize| u32::try_from(days).unwrap_or(u32::MAX);
        let minutes = within.iter().filter(|day| day.is_done()).map(|day| day.focus_secs as f64 / 60.0);
        let rated = |value: fn(&Session) -> Option<u8>| Rated::of(sessions.iter().filter_map(|one| value(one)));
        Self {
            from: period.from,
            to: period.to,
            sums: Figures::of(within),
            days_open: count(within.iter().filter(is_open).count()),
            days_free: count(within.iter().filter(|day| day.rest.is_some() && !day.is_done()).count()),
            middle_minutes: median(minutes.collect()),
            strength: values.last().copied().unwrap_or(0.0),
            energy: rated(|session| session.energy),
            motivation_before: rated(|session| session.motivation_before),
            motivation_after: rated(|session| session.motivation_after),
            ease: rated(|session| session.ease),
        }
    }
}

impl Rated {
    fn of(values: impl Iterator<Item = u8>) -> Self {
        let (sum, n) = values.fold((0_u32, 0_u32), |(sum, n), value| (sum + u32::from(value), n + 1));
        Self { mean: if n > 0 { f64::from(sum) / f64::from(n) } else { 0.0 }, n }
    }
}

impl RewardCounts {
    fn of(model: &Model, period: Period, until: NaiveDate) -> Self {
        let within = grants(model, until).into_iter().filter(|grant| is_in(period, grant.day));
        within.fold(Self::default(), |mut sum, grant| {
            match grant.state {
                GrantState::Claimed => sum.taken += 1,
                GrantState::Skipped => sum.skipped += 1,
                GrantState::Earned => sum.waiting += 1,
            }
            sum
        })
    }

    /// How many were earned.
    pub fn earned(self) -> u32 {
        self.taken + self.skipped + self.waiting
    }
}

fn is_in(period: Period, day: NaiveDate) -> bool {
    period.from <= day && day <= period.to
}

/// The days of the period that have been, with strength after each.
fn within<'a>(days: &'a Days, strength: &'a [f64], period: Period) -> (&'a [Day], &'a [f64]) {
    let all = days.as_slice();
    let start = all.partition_point(|day| day.day < period.from);
    let end = all.partition_point(|day| day.day <= period.to).max(start);
    (&all[start..end], strength.get(start..end).unwrap_or(&[]))
}

/// The plans that were used in the period or were flagged at its end, with their uses in it and up to its end.
fn plans(then: &Model, goal: &Goal, period: Period) -> Vec<PlanLine> {
    let counted = |plan: &Plan, from: NaiveDate| {
        let own = then.plan_uses.iter().filter(|usage| usage.plan == plan.id);
        let within = own.filter(|usage| from <= usage.day && usage.day <= period.to);
        within.fold(PlanFigures::default(), |sum, usage| PlanFigures {
            uses: sum.uses + 1,
            judged: sum.judged + u32::from(usage.result != UseResult::Open),
            helped: sum.helped + u32::from(usage.result == UseResult::Helped),
        })
    };
    let own = then.plans.iter().filter(|plan| plan.goal == goal.id);
    let lines = own.map(|plan| {
        let line = PlanLine {
            plan: plan.id,
            obstacle: plan.obstacle.clone(),
            action: plan.action.clone(),
            used: counted(plan, period.from),
            ever: counted(plan, NaiveDate::MIN),
        };
        (plan.is_open(), line)
    });
    let is_shown = |(is_open, line): &(bool, PlanLine)| line.used.uses > 0 || (*is_open && line.ever.needs_rework());
    lines.filter(is_shown).map(|(_, line)| line).collect()
}

/// What had come, by the last day that is reckoned with, of the experiments of the goal that ran in the period or were
/// decided in it.
fn experiments(then: &Model, goal: &Goal, days: &Days, (period, judged_on): (Period, NaiveDate)) -> Vec<Card> {
    let cards = Cards::of(then, goal, days, judged_on);
    let ran = |card: &&Card| {
        let decided = then.experiments.get(card.experiment).and_then(|one| one.decided);
        decided.is_none_or(|decided| decided >= period.from)
    };
    cards.iter().filter(ran).cloned().collect()
}
