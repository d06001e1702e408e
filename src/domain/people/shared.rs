//! What is shared: one value that holds only what its reader may see. Everything that leaves is made from it.

mod asked;
mod bars;
mod figures;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::{JointPlan, Part, Parts, Span};
use crate::domain::goal::Goal;
use crate::domain::insight::days::{Day, Days};
use crate::domain::model::Model;
use crate::domain::review::Period;
use crate::domain::rewards::{Mark, Milestone};
use crate::domain::session::Session;

pub use asked::{Promise, Question};
pub use bars::{Bar, BarDay, Bars, Unit};
pub use figures::{Counted, DaysDone, Felt, Minutes, Window};

/// Days that are drawn for a session, a day or a milestone, the last one included.
const DRAWN_DAYS: u64 = 14;
/// Days of a week.
const WEEK_DAYS: u64 = 7;

/// A goal and a period as one reader may see them; what a switch hides is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The goal's title.
    pub goal: String,
    pub about: About,
    /// First and last day of the period, and the last one that is told of: today while it is not over.
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub until: NaiveDate,
    pub minutes: Option<Minutes>,
    pub days: Option<DaysDone>,
    pub counts: Option<Counted>,
    pub chart: Option<Bars>,
    /// What got done and what was noted, line by line: the newest session first, its lines as they were written.
    pub done: Vec<String>,
    pub notes: Vec<String>,
    /// Lines that speak for the identity, newest first.
    pub proofs: Vec<String>,
    pub energy: Option<Felt>,
    pub identity: Option<String>,
    /// What was agreed with the reader.
    pub plan: Option<JointPlan>,
    /// What comes next, and what the reader is asked.
    pub promise: Promise,
    pub question: Question,
}

/// The period a message is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Session,
    Day,
    Week,
    Month,
    Milestone(Reached),
}

/// A milestone, as far as its reader may know what it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// What it took is hidden from its reader.
    Hidden,
    FirstSession,
    /// Hours of focus in all.
    Hours(u32),
    Sessions(u32),
    /// Days done.
    Days(u32),
    /// An amount of the measure and its unit.
    Counts(u32, String),
    /// The name of one of the user's own.
    Own(String),
}

/// A period with its days and sessions, up to the last day that is told of.
struct Told<'a> {
    goal: &'a Goal,
    days: &'a Days,
    span: Span,
    from: NaiveDate,
    to: NaiveDate,
    until: NaiveDate,
    sessions: Vec<&'a Session>,
}

impl Shared {
    /// What a reader who sees `sees` may know of a period of the active goal, whose days `days` are. O(sessions).
    ///
    /// None without a goal, and for a session that is not its own.
    pub fn of(model: &Model, days: &Days, span: Span, sees: Parts, today: NaiveDate) -> Option<Self> {
        let goal = model.goal()?;
        let told = Told::of(model, goal, days, span, today)?;
        let has = |part: Part| sees.has(part);
        let lines = |part: Part, words: &dyn Fn(&Session) -> Vec<String>| {
            let sessions = told.sessions.iter().rev().filter(|_| has(part));
            sessions.flat_map(|session| words(session)).filter(|line| !line.trim().is_empty()).collect()
        };
        Some(Self {
            goal: goal.title.clone(),
            about: About::of(model, goal, span, sees),
            from: told.from,
            to: told.to,
            until: told.until,
            minutes: has(Part::Minutes).then(|| Minutes::of(&told)),
            days: has(Part::Days).then(|| DaysDone::of(&told)),
            counts: has(Part::Counts).then(|| Counted::of(model, &told)).flatten(),
            chart: has(Part::Chart).then(|| told.bars(if has(Part::Minutes) { Unit::Minutes } else { Unit::Share })),
            done: lines(Part::Notes, &|session| session.done.clone()),
            notes: lines(Part::Notes, &|session| vec![session.note.clone()]),
            proofs: lines(Part::Proofs, &|session| vec![session.proof.clone()]),
            energy: has(Part::Energy).then(|| Felt::of(&told.sessions)).flatten(),
            identity: Some(goal.identity.trim().to_owned()).filter(|one| has(Part::Identity) && !one.is_empty()),
            plan: None,
            promise: Promise::of(model, goal, sees, today),
            question: Question::of(span),
        })
    }

    /// The same with what was agreed with the reader.
    #[must_use]
    pub fn with_plan(mut self, plan: Option<&JointPlan>) -> Self {
        self.plan = plan.filter(|plan| !plan.when.trim().is_empty() && !plan.then.trim().is_empty()).cloned();
        self
    }
}

impl About {
    fn of(model: &Model, goal: &Goal, span: Span, sees: Parts) -> Self {
        match span {
            Span::Session(_) => Self::Session,
            Span::Day(_) => Self::Day,
            Span::Week(_) => Self::Week,
            Span::Month(_) => Self::Month,
            Span::Milestone(milestone) => Self::Milestone(Reached::of(model, goal, milestone, sees)),
        }
    }
}

impl Reached {
    fn of(model: &Model, goal: &Goal, milestone: Milestone, sees: Parts) -> Self {
        let unit = || goal.measure.as_ref().map(|measure| measure.unit.clone()).unwrap_or_default();
        match milestone {
            Milestone::FirstSession => Self::FirstSession,
            Milestone::Hours(hours) if sees.has(Part::Minutes) => Self::Hours(hours),
            Milestone::Sessions(sessions) if sees.has(Part::Minutes) => Self::Sessions(sessions),
            Milestone::Days(days) if sees.has(Part::Days) => Self::Days(days),
            Milestone::Counts(amount) if sees.has(Part::Counts) => Self::Counts(amount, unit()),
            Milestone::Own(id) => {
                let own = model.milestones.get(id).filter(|own| sees.has(told_by(own.mark)));
                own.map_or(Self::Hidden, |own| Self::Own(own.name.clone()))
            }
            Milestone::Hours(_) | Milestone::Sessions(_) | Milestone::Days(_) | Milestone::Counts(_) => Self::Hidden,
        }
    }
}

/// The part that lets out what a mark says: its name may say as much.
fn told_by(mark: Mark) -> Part {
    match mark {
        Mark::Minutes(_) | Mark::Sessions(_) => Part::Minutes,
        Mark::Days(_) => Part::Days,
        Mark::Counts(_) => Part::Counts,
    }
}

impl<'a> Told<'a> {
    fn of(model: &'a Model, goal: &'a Goal, days: &'a Days, span: Span, today: NaiveDate) -> Option<Self> {
        let own = || model.sessions.iter().filter(|session| session.goal == goal.id);
        let one = match span {
            Span::Session(id) => Some(model.sessions.get(id).filter(|session| session.goal == goal.id)?),
            _ => None,
        };
        let began = days.iter().next().map_or(goal.start_day, |day| day.day);
        let (from, to) = match span {
            Span::Session(_) => one.map(|session| (session.day, session.day))?,
            Span::Day(day) => (day, day),
            Span::Week(first) => (first, last_of(first, WEEK_DAYS)),
            Span::Month(day) => {
                let month = Period::month_of(day);
                (month.from, month.to)
            }
            Span::Milestone(_) => (began.min(today), today),
        };
        let until = to.min(today).max(from);
        let within = |session: &&Session| from <= session.day && session.day <= until;
        let sessions = one.map_or_else(|| own().filter(within).collect(), |session| vec![session]);
        Some(Self { goal, days, span, from, to, until, sessions })
    }

    /// The days from one to another that have been.
    fn days(&self, from: NaiveDate, to: NaiveDate) -> &'a [Day] {
        let all = self.days.as_slice();
        let start = all.partition_point(|day| day.day < from);
        &all[start..all.partition_point(|day| day.day <= to).max(start)]
    }

    /// Whether a day counts as planned: done, or neither free nor the one that is still open.
    fn is_planned(&self, day: &Day) -> bool {
        let is_open = self.days.today().is_some_and(|today| today.day == day.day);
        day.is_done() || (day.rest.is_none() && !is_open)
    }

    /// The days of the period drawn; of a session, a day or a milestone those that led to it.
    fn bars(&self, unit: Unit) -> Bars {
        let (from, to) = match self.span {
            Span::Week(_) | Span::Month(_) => (self.from, self.to),
            Span::Session(_) | Span::Day(_) | Span::Milestone(_) => (first_of(self.until, DRAWN_DAYS), self.until),
        };
        Bars::of(self.days(from, self.until), (from, to), unit)
    }
}

/// The last of so many days that begin with `first`.
fn last_of(first: NaiveDate, days: u64) -> NaiveDate {
    first.checked_add_days(chrono::Days::new(days - 1)).unwrap_or(first)
}

/// The first of so many days that end with `last`.
fn first_of(last: NaiveDate, days: u64) -> NaiveDate {
    last.checked_sub_days(chrono::Days::new(days - 1)).unwrap_or(last)
}
