//! Model: everything that is saved.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::environment::EnvironmentItem;
use super::experiments::Experiment;
use super::goal::{Goal, GoalState};
use super::identity::Wording;
use super::measure::Count;
use super::nudges::Dismissal;
use super::people::{CheckIn, Community, Outlet, Partner, Pledge};
use super::plans::{Plan, PlanUse};
use super::programme::Mark;
use super::records::Records;
use super::reminders::{PutOff, Reminder};
use super::rest::Rest;
use super::review::Review;
use super::rewards::{Answer, OwnMilestone, Reward, RewardBreak, Rung};
use super::session::{MAX_DAY_SHIFT, Session};
use super::session_length::Length;
use super::settings::Settings;
use super::target::Target;
use super::time::shifted;
use super::timer::Running;
use super::undo::History;
use super::waiting_room::Wish;

/// All that Mainspring knows. A clone is a snapshot that costs a few pointers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    pub goals: Records<Goal>,
    pub wishes: Records<Wish>,
    pub sessions: Records<Session>,
    pub counts: Records<Count>,
    pub targets: Records<Target>,
    pub rests: Records<Rest>,
    pub wordings: Records<Wording>,
    pub programme: Records<Mark>,
    pub lengths: Records<Length>,
    pub environment: Records<EnvironmentItem>,
    pub plans: Records<Plan>,
    pub plan_uses: Records<PlanUse>,
    pub reminders: Records<Reminder>,
    pub put_offs: Records<PutOff>,
    pub dismissals: Records<Dismissal>,
    pub reviews: Records<Review>,
    pub experiments: Records<Experiment>,
    pub rewards: Records<Reward>,
    pub milestones: Records<OwnMilestone>,
    pub rungs: Records<Rung>,
    pub answers: Records<Answer>,
    pub partners: Records<Partner>,
    pub pledges: Records<Pledge>,
    pub communities: Records<Community>,
    pub check_ins: Records<CheckIn>,
    pub outlets: Records<Outlet>,
    pub running: Option<Running>,
    pub reward_break: Option<RewardBreak>,
    pub settings: Settings,
    pub quarantine: Arc<Vec<Quarantined>>,
    /// Steps that can be taken back; lives as long as the window and is not saved.
    pub history: History,
}

/// A record of the file that broke a rule, kept word for word and left out of every figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// The list it stood in, such as `sessions`.
    pub list: String,
    /// What is wrong with it.
    pub reason: String,
    /// The record as it stood in the file.
    pub text: String,
}

impl Model {
    /// The one goal worked on now.
    pub fn goal(&self) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.state == GoalState::Active)
    }

    /// Sessions of the active goal, oldest first.
    pub fn goal_sessions(&self) -> impl DoubleEndedIterator<Item = &Session> {
        let goal = self.goal().map(|goal| goal.id);
        self.sessions.iter().filter(move |session| Some(session.goal) == goal)
    }

    /// Those of them that belong to one of the goal days from the first to the last, both included.
    pub fn goal_sessions_within(&self, first: NaiveDate, last: NaiveDate) -> impl DoubleEndedIterator<Item = &Session> {
        let goal = self.goal().map(|goal| goal.id);
        // Only what began about then is looked at: the records lie far apart in memory.
        let about = |day: NaiveDate, days: i64| shifted(day.and_time(NaiveTime::MIN).and_utc(), days * 86_400);
        let start = self.sessions.partition_point(|session| session.started < about(first, -1 - MAX_DAY_SHIFT));
        let end = self.sessions.partition_point(|session| session.started <= about(last, 1 + MAX_DAY_SHIFT));
        let is_in = move |session: &&Session| Some(session.goal) == goal && (first..=last).contains(&session.day);
        self.sessions.range(start..end).map(AsRef::as_ref).filter(is_in)
    }

    /// No session belongs to an earlier day; none without sessions.
    pub fn earliest_day(&self) -> Option<NaiveDate> {
        // Sessions are in order of when they started, and a day lies at most `MAX_DAY_SHIFT` days beside that: the first
        // session's may lie so far after it, and another's so far before.
        let apart = u64::try_from(2 * MAX_DAY_SHIFT + 1).unwrap_or_default();
        self.sessions.iter().next()?.day.checked_sub_days(Days::new(apart))
    }

    /// Where to go on: the "next" line of the newest session, if it left one.
    pub fn next_line(&self) -> Option<&str> {
        let newest = self.goal_sessions().next_back()?;
        Some(newest.next.as_str()).filter(|next| !next.is_empty())
    }

    /// Nothing in it that a user would miss.
    pub fn is_empty(&self) -> bool {
        self.goals.is_empty()
            && self.wishes.is_empty()
            && self.sessions.is_empty()
            && self.counts.is_empty()
            && self.running.is_none()
    }
}
