//! News: what was just earned, to be told once.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::answered::{Answers, Past};
use super::earned::{Earned, Walker};
use super::grants::Ladder;
use super::{Layer, Occasion};
use crate::domain::goal::Goal;
use crate::domain::insight::days::Days;
use crate::domain::measure::Count;
use crate::domain::model::Model;
use crate::domain::people::{Happening, happenings};
use crate::domain::records::Records;
use crate::domain::review::Review;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::domain::undo::History;

/// Something that was earned just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    pub occasion: Occasion,
    /// The reward; none for a milestone without one.
    pub reward: Option<Uuid>,
    /// Its words; empty where there is none.
    pub words: String,
    /// How long it takes, in minutes; 0 where there is none.
    pub minutes: u16,
}

impl Granted {
    pub fn layer(&self) -> Layer {
        self.occasion.layer()
    }
}

/// What an action earned and what happened by it.
#[derive(Debug, Default)]
pub(in crate::domain) struct News {
    pub granted: Vec<Granted>,
    /// What outlets tell, each happening once: also where no reward is written for it, and whatever was told at zero.
    pub happened: Vec<Happening>,
}

/// The records that earn, as they were before an action.
pub(in crate::domain) struct Watch {
    sessions: Records<Session>,
    counts: Records<Count>,
    reviews: Records<Review>,
    told: Vec<Occasion>,
}

impl Watch {
    /// Before an action that may earn something.
    pub(in crate::domain) fn before(model: &Model) -> Self {
        Self {
            sessions: model.sessions.clone(),
            counts: model.counts.clone(),
            reviews: model.reviews.clone(),
            told: model.running.as_ref().map(|running| running.told.clone()).unwrap_or_default(),
        }
    }

    /// What the action earned that was not told yet, and what happened. O(sessions), and nothing to do when the records
    /// are the same.
    pub(in crate::domain) fn news(self, model: &Model, now: Now) -> News {
        let Self { sessions, counts, reviews, told } = self;
        let is_same =
            model.sessions.is_same(&sessions) && model.counts.is_same(&counts) && model.reviews.is_same(&reviews);
        if is_same {
            return News::default();
        }
        let before = Model { sessions, counts, reviews, ..without_history(model) };
        let today = now.today(model.settings.day_start_hour);
        let Some(new) = New::between(&before, model, today) else { return News::default() };
        let happened = happenings::of(&before, model, new.found.iter().map(|(earned, _)| *earned), today);
        News { granted: new.granted(model, &told), happened }
    }
}

/// What the running session gives at the end of its plan, if it goes on unbroken: all layers, the session's own first.
/// O(sessions).
pub fn at_zero(model: &Model) -> Vec<Granted> {
    let Some(running) = &model.running else { return Vec::new() };
    let mut after = without_history(model);
    after.sessions.insert(running.at_zero());
    after.running = None;
    New::between(model, &after, running.day).map(|new| new.granted(&after, &[])).unwrap_or_default()
}

/// The same at that moment, noted as told.
pub(in crate::domain) fn told_at_zero(model: &mut Model) -> Vec<Granted> {
    let grants = at_zero(model);
    if let Some(running) = &mut model.running {
        let told = grants.iter().map(|granted| granted.occasion).filter(|occasion| !running.told.contains(occasion));
        let told: Vec<Occasion> = told.collect();
        running.told.extend(told);
    }
    grants
}

fn without_history(model: &Model) -> Model {
    Model { history: History::default(), ..model.clone() }
}

/// What is earned after and was not before, each with the reward that was chosen for it.
struct New<'a> {
    goal: &'a Goal,
    found: Vec<(Earned, Option<Uuid>)>,
    answers: Answers<'a>,
}

impl<'a> New<'a> {
    /// Of two models that differ in sessions, counts and reviews alone; none without a goal.
    fn between(before: &Model, after: &'a Model, today: NaiveDate) -> Option<Self> {
        let goal = after.goal()?;
        let mut answers = Answers::of(after, goal.id, NaiveDate::MAX);
        let Difference { old, others, own: mut found } =
            Difference::between(before, after, goal, answers.past(), today);
        answers.stand_in(others.iter());
        let is_new = |earned: &&Earned| old.binary_search(&earned.occasion).is_err();
        found.extend(others.iter().filter(is_new).map(|earned| (*earned, None)));
        Some(Self { goal, found, answers })
    }

    /// What of it is told as a reward and was not yet, in the order it is told: the session's own, a comeback, the day, the
    /// week, the month, milestones.
    fn granted(mut self, model: &Model, told: &[Occasion]) -> Vec<Granted> {
        let ladder = Ladder::of(model, self.goal);
        let mut news: Vec<Granted> = Vec::new();
        for (earned, chosen) in self.found.iter().filter(|(earned, _)| !told.contains(&earned.occasion)) {
            let reward = ladder.reward(earned, *chosen);
            let is_told = reward.is_some() || earned.occasion.layer() == Layer::Milestone;
            if is_told && !self.answers.has(earned.occasion) {
                news.push(Granted {
                    occasion: earned.occasion,
                    reward: reward.map(|reward| reward.id),
                    words: reward.map(|reward| reward.words.clone()).unwrap_or_default(),
                    minutes: reward.map_or(0, |reward| reward.minutes),
                });
            }
        }
        news.sort_by_key(|granted| granted.occasion);
        news
    }
}

/// What two models differ in, as to what was earned.
struct Difference {
    /// What was earned beside sessions before, in order.
    old: Vec<Occasion>,
    /// What is earned beside sessions after.
    others: Vec<Earned>,
    /// What sessions earn anew, each with the reward that was chosen for it.
    own: Vec<(Earned, Option<Uuid>)>,
}

impl Difference {
    /// One walk serves both up to the first session that differs.
    fn between(before: &Model, after: &Model, goal: &Goal, past: Past, today: NaiveDate) -> Self {
        let first = [before, after].into_iter().filter_map(Model::earliest_day).min();
        let days = Days::blank(after, goal, first, today);
        let (gone, come) = (before.sessions.not_in(&after.sessions), after.sessions.not_in(&before.sessions));
        let (gone, mut come) = (gone.collect::<Vec<_>>(), come.peekable());
        let key = |session: &Session| (session.started, session.id);
        let differing = gone.first().into_iter().chain(come.peek()).map(|session| key(session)).min();
        let alike =
            differing.map_or(after.sessions.len(), |first| after.sessions.partition_point(|one| key(one) < first));
        let fresh = fresh(&gone, come);
        let mut walker = Walker::of(after, goal, &days);
        for session in after.sessions.range(0..alike) {
            walker.pass(session, session.focus_secs());
        }
        let mut old = walker.clone();
        for session in before.sessions.range(alike..before.sessions.len()) {
            old.pass(session, session.focus_secs());
        }
        let mut own = Vec::new();
        for session in after.sessions.range(alike..after.sessions.len()) {
            let earned = walker.pass(session, session.focus_secs()).filter(|_| fresh.contains(&session.id));
            own.extend(earned.map(|earned| (earned, session.chosen_reward)));
        }
        let old = old.finish(before, past.clone()).others;
        let mut old: Vec<Occasion> = old.iter().map(|earned| earned.occasion).collect();
        old.sort_unstable();
        Self { old, others: walker.finish(after, past).others, own }
    }
}

/// The sessions that earn now and did not before, of those that are gone or were otherwise and those that are new.
fn fresh<'a>(gone: &[&Arc<Session>], come: impl Iterator<Item = &'a Arc<Session>>) -> BTreeSet<Uuid> {
    let earns = |session: &&Arc<Session>| session.earned_at().is_some();
    let did: BTreeSet<Uuid> = gone.iter().copied().filter(earns).map(|session| session.id).collect();
    come.filter(earns).map(|session| session.id).filter(|id| !did.contains(id)).collect()
}
