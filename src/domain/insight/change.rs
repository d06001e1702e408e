//! A change of the records, and the figures that it leaves alone: each names here all that it is made from.
//!
//! A figure that reads more than it names goes stale: `tests/laws.rs` compares figures kept through all kinds of changes
//! with those made anew.

use chrono::NaiveDate;
use uuid::Uuid;

use super::Derived;
use super::ahead::{Ahead, Question};
use super::item_effects::last_judged;
use super::whole::{self, AskedWhole};
use crate::domain::experiments::Cards;
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::review::Period;
use crate::domain::session::Session;
use crate::domain::timer::Running;

/// Two models, the older first, each with its day.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    models: [&'a Model; 2],
    days: [NaiveDate; 2],
    has_same_work: bool,
}

/// The figures before a change, if there are any.
pub struct Old<'a>(Option<(&'a Derived, Change<'a>)>);

/// Whether both models have the very same lists.
macro_rules! has_same {
    ($change:ident: $($list:ident),+) => {{
        let [before, now] = $change.models;
        $(before.$list.is_same(&now.$list))&&+
    }};
}

impl<'a> Change<'a> {
    pub fn new(models: [&'a Model; 2], days: [NaiveDate; 2]) -> Self {
        Self { models, days, has_same_work: has_same_work(models) }
    }

    /// The days, and what follows from them alone.
    pub fn leaves_days(self) -> bool {
        self.is_same_day()
            && self.has_same_work
            && has_same!(self: counts, targets, rests)
            && self.is_same_goal(|a, b| (a.start_day, &a.pauses) == (b.start_day, &b.pauses))
    }

    pub fn leaves_coils(self) -> bool {
        self.has_same_work && self.is_same_goal(|a, b| a.start_day == b.start_day)
    }

    pub fn leaves_target(self) -> bool {
        self.leaves_days() && self.is_same_goal(is_same_aim)
    }

    /// A session without a count leaves it alone.
    pub fn leaves_forecast(self) -> bool {
        self.is_same_day() && has_same!(self: counts) && self.is_same_goal(is_same_aim)
    }

    pub fn leaves_programme(self) -> bool {
        self.leaves_days()
            && has_same!(self: sessions, goals, wordings, programme, lengths, environment, plans, reviews, rewards, answers)
            && has_same!(self: partners, pledges, communities, check_ins)
    }

    pub fn leaves_length(self) -> bool {
        self.leaves_days() && has_same!(self: sessions, lengths, reminders) && self.has_same_settings()
    }

    pub fn leaves_nudge(self) -> bool {
        self.leaves_days()
            && has_same!(self: sessions, goals, wishes, programme, dismissals, partners)
            && self.has_same_settings()
            && self.leaves_rewards()
    }

    /// Of reviews only that they are done earns anything.
    pub fn leaves_rewards(self) -> bool {
        let [before, now] = self.models;
        self.leaves_days()
            && has_same!(self: goals, rewards, answers, milestones, rungs, programme, environment, plan_uses, experiments)
            && has_same!(self: pledges, check_ins)
            && self.has_same_settings()
            && finished(before).eq(finished(now))
    }

    /// Of a session that runs, only what it will be at its end.
    pub fn leaves_coming(self) -> bool {
        let [before, now] = self.models.map(|model| model.running.as_ref().map(Running::at_zero));
        self.leaves_rewards() && before == now
    }

    pub fn leaves_people(self) -> bool {
        self.is_same_day()
            && has_same!(self: sessions, partners, pledges, communities, check_ins)
            && self.has_same_settings()
            && self.is_same_goal(|a, b| a.start_day == b.start_day)
    }

    pub fn leaves_plans(self) -> bool {
        has_same!(self: plan_uses) && self.is_same_goal(|_, _| true)
    }

    /// They are judged once a week, up to the end of the last.
    pub fn leaves_effects(self) -> bool {
        let [before, now] = self.models.map(|model| model.settings.week_start);
        let [then, today] = self.days;
        last_judged(before, then) == last_judged(now, today)
            && has_same!(self: sessions, environment, rests)
            && self.is_same_goal(|a, b| (a.start_day, &a.pauses) == (b.start_day, &b.pauses))
    }

    pub fn leaves_experiments(self) -> bool {
        self.leaves_days() && has_same!(self: sessions, experiments)
    }

    fn is_same_day(self) -> bool {
        self.days[0] == self.days[1]
    }

    fn has_same_settings(self) -> bool {
        self.models[0].settings == self.models[1].settings
    }

    /// Whether it is one goal, the same in what `is_same` looks at.
    fn is_same_goal(self, is_same: impl FnOnce(&Goal, &Goal) -> bool) -> bool {
        let goals = self.models[0].goal().zip(self.models[1].goal());
        goals.is_some_and(|(before, now)| before.id == now.id && is_same(before, now))
    }
}

/// Whether the sessions are the same but for their words and ratings, of which only the enjoyment and whether there is a
/// proof are looked at.
fn has_same_work([before, now]: [&Model; 2]) -> bool {
    let [before, now] = [before, now].map(|model| &model.sessions);
    before.len() == now.len()
        && before.not_in(now).zip(now.not_in(before)).all(|(before, now)| is_same_work(before, now))
}

fn is_same_work(before: &Session, now: &Session) -> bool {
    let stamps = |session: &Session| (session.id, session.goal, session.day, session.started, session.planned_secs);
    let rest = |session: &Session| {
        let has_proof = !session.proof.trim().is_empty();
        (session.ended, session.part, session.enjoyment, session.chosen_reward, has_proof)
    };
    stamps(before) == stamps(now) && before.intervals == now.intervals && rest(before) == rest(now)
}

/// The reviews that are done, each with what it is of.
fn finished(model: &Model) -> impl Iterator<Item = (Uuid, Period, Option<NaiveDate>)> {
    model
        .reviews
        .iter()
        .filter(|review| review.done.is_some())
        .map(|review| (review.goal, review.period(), review.done))
}

fn is_same_aim(before: &Goal, now: &Goal) -> bool {
    let aim = |goal: &Goal| (goal.measure.as_ref().and_then(|measure| measure.total), goal.target_date, goal.start_day);
    aim(before) == aim(now) && before.aims == now.aims
}

impl<'a> Old<'a> {
    /// Nothing was known before.
    pub fn none() -> Self {
        Self(None)
    }

    pub fn of(derived: &'a Derived, change: Change<'a>) -> Self {
        Self(Some((derived, change)))
    }

    /// The figure as it was where the change leaves it alone, else what `anew` makes.
    pub fn keep<T: Clone>(
        &self,
        leaves: fn(Change<'a>) -> bool,
        figure: fn(&Derived) -> &T,
        anew: impl FnOnce() -> T,
    ) -> T {
        match self.0 {
            Some((old, change)) if leaves(change) => figure(old).clone(),
            _ => anew(),
        }
    }

    /// The cards of experiments: each is kept on its own while its days are the same.
    pub fn experiments(&self) -> Cards {
        self.0.map(|(old, _)| old.experiments.clone()).unwrap_or_default()
    }

    /// What lies ahead: while the question is the same so is the answer, and until another is answered the last stays.
    pub fn ahead(&self, question: impl FnOnce() -> Option<Question>) -> Ahead {
        match self.0 {
            Some((old, change)) if change.leaves_forecast() => old.ahead.clone(),
            Some((old, _)) => old.ahead.again(question()),
            None => Ahead::default().again(question()),
        }
    }

    /// What all sessions say: asked anew where anything changed that it is made from.
    pub fn whole(&self, question: whole::Question) -> AskedWhole {
        match self.0 {
            Some((old, _)) => old.whole.again(question),
            None => AskedWhole::default().again(question),
        }
    }
}

#[cfg(test)]
mod tests;
