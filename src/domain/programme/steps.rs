//! The steps of the four stages: which there are, and by what each is seen to be done.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Marked, Stage, Step};
use crate::domain::environment::ItemKind;
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::reward::RewardState;
use crate::domain::session_length::LengthChange;
use crate::domain::settings::FIRST_SESSION_MINUTES;

/// The stages of the 30 days with their steps in order; product.md §4 and the four weeks of the method.
pub const STAGES: [(Stage, [Step; 5]); 4] = [
    (
        Stage::Foundation,
        [Step::ChooseGoal, Step::VisualTracker, Step::DailyMetrics, Step::FindPartner, Step::ImmediateReward],
    ),
    (
        Stage::Habit,
        [
            Step::ShortSessionsDaily,
            Step::TrackEveryDay,
            Step::ShareWithPartner,
            Step::RewardEachSession,
            Step::AdjustFromWhatWorks,
        ],
    ),
    (
        Stage::Momentum,
        [
            Step::LongerSessions,
            Step::MoreAccountability,
            Step::WeeklyReward,
            Step::CelebrateWithOthers,
            Step::RefineTheSystem,
        ],
    ),
    (
        Stage::Sustainability,
        [
            Step::RewardLayers,
            Step::SupportiveCommunity,
            Step::IdentityThinking,
            Step::LastingEnvironment,
            Step::PlanForObstacles,
        ],
    ),
];

/// Days with a session that make "daily" in a week of seven.
pub const SHORT_SESSION_DAYS: u32 = 5;
/// Rewards taken since the second stage began that show that each session is rewarded.
pub const REWARDS_TAKEN: u32 = 5;
/// Sessions beyond the first length that show that sessions grow, where no growth was offered.
pub const LONGER_SESSIONS: u32 = 5;
/// Focus beyond which a session is longer than those of the start, which have 5 to 10 minutes, in seconds.
pub const LONGER_SECS: i64 = 10 * 60;

/// Who ticks a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// The app, as it sees the step in the records.
    ByItself,
    /// The user.
    ByHand,
}

/// How far a step is that fills up: so many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub of: u32,
    pub done: u32,
}

impl Stage {
    /// The four stages of the 30 days.
    pub const ALL: [Self; 4] = [Self::Foundation, Self::Habit, Self::Momentum, Self::Sustainability];

    /// Days with a session it takes once: 7, and 9 for the last one; none after day 30.
    pub fn days(self) -> u32 {
        match self {
            Self::Foundation | Self::Habit | Self::Momentum => 7,
            Self::Sustainability => 9,
            Self::KeepGoing => 0,
        }
    }

    /// The stage that follows it.
    pub fn next(self) -> Self {
        match self {
            Self::Foundation => Self::Habit,
            Self::Habit => Self::Momentum,
            Self::Momentum => Self::Sustainability,
            Self::Sustainability | Self::KeepGoing => Self::KeepGoing,
        }
    }

    /// Its place from 0, as the colours of the stages have it; the last colour after day 30.
    pub fn nth(self) -> usize {
        match self {
            Self::Foundation => 0,
            Self::Habit => 1,
            Self::Momentum => 2,
            Self::Sustainability | Self::KeepGoing => 3,
        }
    }
}

impl Step {
    /// Who ticks it. What is done with other people, or decided from figures, the app does not see.
    pub fn tick(self) -> Tick {
        match self {
            Self::ChooseGoal
            | Self::VisualTracker
            | Self::DailyMetrics
            | Self::ImmediateReward
            | Self::ShortSessionsDaily
            | Self::TrackEveryDay
            | Self::RewardEachSession
            | Self::LongerSessions
            | Self::IdentityThinking
            | Self::LastingEnvironment
            | Self::PlanForObstacles => Tick::ByItself,
            Self::FindPartner
            | Self::ShareWithPartner
            | Self::AdjustFromWhatWorks
            | Self::MoreAccountability
            | Self::WeeklyReward
            | Self::CelebrateWithOthers
            | Self::RefineTheSystem
            | Self::RewardLayers
            | Self::SupportiveCommunity => Tick::ByHand,
        }
    }

    /// Whether it fills up by working day after day; no single act does it.
    pub fn fills_up(self) -> bool {
        matches!(self, Self::ShortSessionsDaily | Self::TrackEveryDay | Self::RewardEachSession | Self::LongerSessions)
    }

    /// The stage it belongs to.
    pub fn stage(self) -> Stage {
        let found = STAGES.iter().find(|(_, steps)| steps.contains(&self));
        found.map_or(Stage::KeepGoing, |(stage, _)| *stage)
    }
}

/// What the records say about the steps of a goal. None of it shrinks when a session is added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    pub ticked: BTreeSet<Step>,
    pub sessions: u32,
    /// A measure, a count of one, or a target that the user set.
    pub has_metrics: bool,
    /// A reward in the user's own words, or one that was taken.
    pub has_reward: bool,
    /// Days with a session in the second stage.
    pub habit_days: u32,
    /// All days that stage takes.
    pub habit_length: u32,
    pub rewards_taken: u32,
    pub longer_sessions: u32,
    pub has_grown: bool,
    pub has_identity: bool,
    pub has_proof: bool,
    pub is_place_set_up: bool,
    pub has_check: bool,
    pub has_plan: bool,
}

impl Facts {
    /// Gathers them; the second stage began on `habit_from`, if it did.
    pub fn of(model: &Model, goal: &Goal, habit_from: Option<NaiveDate>) -> Self {
        let own = |id: uuid::Uuid| id == goal.id;
        let mut facts = Self {
            ticked: ticked(model, goal),
            has_metrics: goal.measure.is_some()
                || model.counts.iter().any(|count| own(count.goal))
                || model.targets.iter().any(|target| {
                    own(target.goal) && (target.made > goal.created || target.minutes != FIRST_SESSION_MINUTES)
                }),
            has_reward: !model.reward.words.trim().is_empty(),
            has_grown: model.lengths.iter().any(|length| own(length.goal) && length.why == LengthChange::Grown),
            has_identity: !goal.identity.trim().is_empty() || model.wordings.iter().any(|wording| own(wording.goal)),
            has_plan: model
                .plans
                .iter()
                .any(|plan| own(plan.goal) && plan.archived.is_none() && plan.read_back.is_some()),
            ..Self::default()
        };
        for item in model.environment.iter().filter(|item| own(item.goal) && item.archived.is_none()) {
            facts.is_place_set_up |= item.kind == ItemKind::SetUpOnce && item.set_up.is_some();
            facts.has_check |= item.kind == ItemKind::EverySession;
        }
        for session in model.sessions.iter().filter(|session| own(session.goal)) {
            let is_taken = session.reward == RewardState::Claimed;
            facts.sessions += 1;
            facts.has_reward |= is_taken;
            facts.has_proof |= !session.proof.trim().is_empty();
            facts.rewards_taken += u32::from(is_taken && habit_from.is_some_and(|from| session.day >= from));
            facts.longer_sessions += u32::from(session.focus_secs() > LONGER_SECS);
        }
        facts
    }

    /// Whether a step is done: seen in the records, or ticked by hand.
    pub fn is_done(&self, step: Step) -> bool {
        self.is_seen(step) || self.ticked.contains(&step)
    }

    /// How far a step is that fills up, while it is not done.
    pub fn share(&self, step: Step) -> Option<Share> {
        let share = match step {
            Step::ShortSessionsDaily => Share { done: self.habit_days, of: SHORT_SESSION_DAYS },
            Step::TrackEveryDay => Share { done: self.habit_days, of: self.habit_length },
            Step::RewardEachSession => Share { done: self.rewards_taken, of: REWARDS_TAKEN },
            Step::LongerSessions => Share { done: self.longer_sessions, of: LONGER_SESSIONS },
            _ => return None,
        };
        (share.done < share.of && !self.is_done(step)).then_some(share)
    }

    /// Whether the records show that a step is done.
    fn is_seen(&self, step: Step) -> bool {
        match step {
            // There is no path without a goal.
            Step::ChooseGoal => true,
            // The spring is the tracker; it shows something from the first session on.
            Step::VisualTracker => self.sessions > 0,
            Step::DailyMetrics => self.has_metrics,
            Step::ImmediateReward => self.has_reward,
            // A missed day does not undo the week: five days of it are daily practice.
            Step::ShortSessionsDaily => self.habit_days >= SHORT_SESSION_DAYS,
            Step::TrackEveryDay => self.habit_length > 0 && self.habit_days >= self.habit_length,
            Step::RewardEachSession => self.rewards_taken >= REWARDS_TAKEN,
            // Growth that was offered and taken, or simply longer work.
            Step::LongerSessions => self.has_grown || self.longer_sessions >= LONGER_SESSIONS,
            Step::IdentityThinking => self.has_identity && self.has_proof,
            Step::LastingEnvironment => self.is_place_set_up && self.has_check,
            Step::PlanForObstacles => self.has_plan,
            Step::FindPartner
            | Step::ShareWithPartner
            | Step::AdjustFromWhatWorks
            | Step::MoreAccountability
            | Step::WeeklyReward
            | Step::CelebrateWithOthers
            | Step::RefineTheSystem
            | Step::RewardLayers
            | Step::SupportiveCommunity => false,
        }
    }
}

fn ticked(model: &Model, goal: &Goal) -> BTreeSet<Step> {
    let marks = model.programme.iter().filter(|mark| mark.goal == goal.id);
    marks
        .filter_map(|mark| match mark.what {
            Marked::Ticked(step) => Some(step),
            Marked::Began(_) | Marked::Repeated(_) => None,
        })
        .collect()
}
