//! News: what was just earned, to be told once.

use chrono::NaiveDate;
use uuid::Uuid;

use super::answers::Answers;
use super::earned::{Earned, walk};
use super::grants::Ladder;
use super::{Layer, Occasion};
use crate::domain::action::Action;
use crate::domain::insight::days::Days;
use crate::domain::measure::{Count, CountAction};
use crate::domain::model::Model;
use crate::domain::records::Records;
use crate::domain::review::{Review, ReviewAction};
use crate::domain::session::{Session, SessionAction};
use crate::domain::time::Now;
use crate::domain::timer::TimerAction;
use crate::domain::undo::History;

use super::RewardAction;

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

/// The records that earn, as they were before an action.
pub(in crate::domain) struct Watch {
    sessions: Records<Session>,
    counts: Records<Count>,
    reviews: Records<Review>,
    told: Vec<Occasion>,
}

impl Watch {
    /// Before an action that may earn something; none before any other.
    pub(in crate::domain) fn before(model: &Model, action: &Action) -> Option<Self> {
        let may_earn = match action {
            Action::Timer(TimerAction::Finish | TimerAction::Tick { .. } | TimerAction::Answer(_))
            | Action::Session(SessionAction::Add { .. } | SessionAction::SetTimes { .. } | SessionAction::Keep(_))
            | Action::Count(CountAction::Add { .. } | CountAction::SetForSession { .. } | CountAction::Edit { .. })
            | Action::Review(ReviewAction::Finish { .. })
            | Action::Reward(RewardAction::Take { .. }) => true,
            Action::Timer(_)
            | Action::Session(_)
            | Action::Count(_)
            | Action::Review(_)
            | Action::Reward(_)
            | Action::Goal(_)
            | Action::Wish(_)
            | Action::Target(_)
            | Action::Rest(_)
            | Action::Programme(_)
            | Action::Length(_)
            | Action::Environment(_)
            | Action::Plan(_)
            | Action::Reminder(_)
            | Action::Nudge(_)
            | Action::Experiment(_)
            | Action::Settings(_)
            | Action::Undo
            | Action::Redo => false,
        };
        may_earn.then(|| Self {
            sessions: model.sessions.clone(),
            counts: model.counts.clone(),
            reviews: model.reviews.clone(),
            told: model.running.as_ref().map(|running| running.told.clone()).unwrap_or_default(),
        })
    }

    /// What the action earned that was not told yet. O(sessions), and nothing to do when the records are the same.
    pub(in crate::domain) fn news(self, model: &Model, now: Now) -> Vec<Granted> {
        let Self { sessions, counts, reviews, told } = self;
        let is_same =
            model.sessions.is_same(&sessions) && model.counts.is_same(&counts) && model.reviews.is_same(&reviews);
        if is_same {
            return Vec::new();
        }
        let before = Model { sessions, counts, reviews, ..without_history(model) };
        new(&before, model, &told, now.today(model.settings.day_start_hour))
    }
}

/// What the running session gives at the end of its plan, if it goes on unbroken: all layers, the session's own first.
/// O(sessions).
pub fn at_zero(model: &Model) -> Vec<Granted> {
    let Some(running) = &model.running else { return Vec::new() };
    let mut after = without_history(model);
    after.sessions.insert(running.at_zero());
    after.running = None;
    new(model, &after, &[], running.day)
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

/// What is earned after and was not before, in the order it is told: the session's own, a comeback, the day, the week,
/// the month, milestones.
fn new(before: &Model, after: &Model, told: &[Occasion], today: NaiveDate) -> Vec<Granted> {
    let (mut old, found) = (occasions(before, today), occasions(after, today));
    old.sort_unstable_by_key(|(earned, _)| earned.occasion);
    let Some(goal) = after.goal() else { return Vec::new() };
    let (ladder, mut answers) = (Ladder::of(after, goal), Answers::of(after, goal.id));
    answers.stand_in(found.iter().map(|(earned, _)| earned));
    let is_new = |earned: &Earned| {
        old.binary_search_by_key(&earned.occasion, |(earned, _)| earned.occasion).is_err()
            && !told.contains(&earned.occasion)
    };
    let mut news: Vec<Granted> = Vec::new();
    for (earned, chosen) in found.iter().filter(|(earned, _)| is_new(earned)) {
        let reward = ladder.reward(earned, *chosen);
        let is_told = reward.is_some() || earned.occasion.layer() == Layer::Milestone;
        if is_told && !answers.has(earned.occasion) {
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

/// All that was earned, each with the reward that was chosen for it.
fn occasions(model: &Model, today: NaiveDate) -> Vec<(Earned, Option<Uuid>)> {
    let Some(goal) = model.goal() else { return Vec::new() };
    let days = Days::of(model, goal, today);
    let mut found = Vec::new();
    let past = Answers::of(model, goal.id).past();
    let walked = walk(model, goal, &days, past, |session, earned| found.push((earned, session.chosen_reward)));
    found.extend(walked.others.into_iter().map(|earned| (earned, None)));
    found
}
