//! What all sessions of a goal say, whatever the range that is looked at.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::asked::{self, Asked};
use super::automaticity::{Automaticity, HabitRating};
use super::days::Days;
use super::feelings::Feelings;
use super::growth::{self, DayLengths, Step};
use super::rhythm::{Rhythm, Weekdays};
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::records::Records;
use crate::domain::review;
use crate::domain::session::Session;
use crate::domain::time::WeekStart;

/// The figures of all sessions of a goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whole {
    pub feelings: Feelings,
    pub rhythm: Rhythm,
    pub lengths: Vec<DayLengths>,
    pub growth: Vec<Step>,
    pub weekdays: Weekdays,
    /// None without a rating.
    pub automaticity: Option<Automaticity>,
}

/// All that they are made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    goal: Uuid,
    sessions: Records<Session>,
    growth: Vec<Step>,
    ratings: Vec<HabitRating>,
    days: Arc<Days>,
    week_start: WeekStart,
    today: NaiveDate,
}

/// What was worked out for a question.
pub type Answer = asked::Answer<Question, Arc<Whole>>;
/// The question as it stands, and the last answer.
pub type AskedWhole = Asked<Question, Arc<Whole>>;

impl Question {
    /// What all sessions of a goal say today; `days` are its own.
    pub fn of(model: &Model, goal: &Goal, days: &Arc<Days>, today: NaiveDate) -> Self {
        Self {
            goal: goal.id,
            sessions: model.sessions.clone(),
            growth: growth::steps(model, goal.id),
            ratings: review::habit_ratings(model, goal),
            days: Arc::clone(days),
            week_start: model.settings.week_start,
            today,
        }
    }

    /// True when nothing changed that the figures are made from.
    fn is_same(&self, other: &Self) -> bool {
        let rest = |question: &Self| (question.goal, question.week_start, question.today);
        rest(self) == rest(other)
            && self.sessions.is_same(&other.sessions)
            && Arc::ptr_eq(&self.days, &other.days)
            && (&self.growth, &self.ratings) == (&other.growth, &other.ratings)
    }
}

/// Works them out; with very many sessions it takes longer than a frame may.
pub fn answer(question: Arc<Question>) -> Answer {
    Answer { found: Arc::new(Whole::of(&question)), question }
}

impl AskedWhole {
    /// Asks anew where something changed; the last answer stays as long as it is about the same goal.
    pub(super) fn again(&self, question: Question) -> Self {
        if self.question().is_some_and(|asked| asked.is_same(&question)) {
            return self.clone();
        }
        self.asking(Some(question), |answered, asked| answered.goal == asked.goal)
    }

    /// The last figures; none before the first are worked out.
    pub fn whole(&self) -> Option<&Arc<Whole>> {
        self.found()
    }

    /// The figures as they stand, for whoever can wait for them.
    pub fn now(&self) -> Arc<Whole> {
        let open = self.open().map(|question| Arc::new(Whole::of(&question)));
        open.or_else(|| self.whole().cloned()).unwrap_or_default()
    }
}

impl Whole {
    fn of(question: &Question) -> Self {
        let sessions = || question.sessions.iter().filter(|session| session.goal == question.goal);
        let whole = Self {
            feelings: Feelings::of(sessions()),
            rhythm: Rhythm::of(sessions()),
            lengths: growth::day_lengths(sessions()),
            growth: question.growth.clone(),
            ..Self::default()
        };
        whole.judged(&question.days, &question.ratings, question.week_start, question.today)
    }

    /// As it was on a day: what is judged week by week, or fitted to ratings, knows of no later one.
    #[must_use]
    pub fn as_of(&self, model: &Model, days: &Days, on: NaiveDate) -> Self {
        let ratings = model.goal().map(|goal| review::habit_ratings(model, goal)).unwrap_or_default();
        self.clone().judged(days, &ratings, model.settings.week_start, on)
    }

    fn judged(self, days: &Days, ratings: &[HabitRating], week_start: WeekStart, on: NaiveDate) -> Self {
        let known: Vec<HabitRating> = ratings.iter().filter(|rating| rating.day <= on).copied().collect();
        let first = self.lengths.first().map(|day| day.day);
        let sessions: usize = self.lengths.iter().filter(|day| day.day <= on).map(|day| day.minutes.len()).sum();
        Self {
            weekdays: Weekdays::of(days, week_start, on),
            automaticity: Automaticity::of(&known, first, u32::try_from(sessions).unwrap_or(u32::MAX)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests;
