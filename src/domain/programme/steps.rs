//! The steps of the four stages: which there are, and by what each is seen to be done.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Marked, Stage, Step};
use crate::domain::environment::ItemKind;
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::people::{Span, To};
use crate::domain::review::Review;
use crate::domain::rewards::{GrantState, Layer, of_layer};
use crate::domain::session_length::LengthChange;
use crate::domain::settings::FIRST_SESSION_MINUTES;
use crate::domain::target::Target;

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
/// Rewards taken since the first stage was done once that show that each session is rewarded.
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
    pub done: u32,
    pub of: u32,
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
    #[must_use]
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
    /// Who ticks it. What is done with other people the app does not see; what is decided from figures it sees only
    /// where it is written down in a review.
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
    /// Steps ticked by hand.
    ticked: BTreeSet<Step>,
    /// Steps that something in the records shows to be done at once.
    shown: BTreeSet<Step>,
    habit: HabitDays,
    rewards_taken: u32,
    longer_sessions: u32,
}

/// The days of the second stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HabitDays {
    /// The first day with a session after the first stage was done once.
    pub from: Option<NaiveDate>,
    /// Those with a session.
    pub done: u32,
    /// Days it takes once, however often it is repeated.
    pub length: u32,
}

impl Facts {
    /// Gathers them, in a walk over the sessions as far as it is needed.
    pub fn of(model: &Model, goal: &Goal, habit: HabitDays) -> Self {
        let sessions = || model.sessions.iter().filter(|session| session.goal == goal.id);
        let mut facts = Self { ticked: ticked(model, goal), shown: shown(model, goal), habit, ..Self::default() };
        let has_identity =
            !goal.identity.trim().is_empty() || model.wordings.iter().any(|wording| wording.goal == goal.id);
        let own_answers = model.answers.iter().filter(|answer| answer.goal == goal.id);
        for taken in own_answers.filter(|answer| answer.state == GrantState::Claimed) {
            facts.shown.insert(Step::ImmediateReward);
            let is_in_habit = habit.from.is_some_and(|from| taken.day >= from);
            facts.rewards_taken += u32::from(taken.layer() == Layer::Session && is_in_habit);
        }
        let (mut has_sessions, mut has_proof) = (false, false);
        for session in sessions() {
            has_sessions = true;
            has_proof |= !session.proof.trim().is_empty();
            facts.longer_sessions += u32::from(session.focus_secs() > LONGER_SECS);
            if facts.longer_sessions >= LONGER_SESSIONS && (has_proof || !has_identity) {
                break; // no later one says more
            }
        }
        // The spring is the tracker; it shows something from the first session on.
        facts.shown.extend(has_sessions.then_some(Step::VisualTracker));
        facts.shown.extend((has_identity && has_proof).then_some(Step::IdentityThinking));
        facts
    }

    /// Whether a step is done: seen in the records, or ticked by hand.
    pub fn is_done(&self, step: Step) -> bool {
        let is_full = self.whole(step).is_some_and(|share| share.of > 0 && share.done >= share.of);
        is_full || self.shown.contains(&step) || self.ticked.contains(&step)
    }

    /// Who ticked a step, or is to: one for the user is seen as well where the records show it.
    pub fn tick(&self, step: Step) -> Tick {
        if self.shown.contains(&step) { Tick::ByItself } else { step.tick() }
    }

    /// How far a step is that fills up, while it is not done.
    pub fn share(&self, step: Step) -> Option<Share> {
        self.whole(step).filter(|_| !self.is_done(step))
    }

    /// How far a step is that fills up.
    fn whole(&self, step: Step) -> Option<Share> {
        match step {
            // A missed day does not undo the week: five days of it are daily practice.
            Step::ShortSessionsDaily => Some(Share { done: self.habit.done, of: SHORT_SESSION_DAYS }),
            Step::TrackEveryDay => Some(Share { done: self.habit.done, of: self.habit.length }),
            Step::RewardEachSession => Some(Share { done: self.rewards_taken, of: REWARDS_TAKEN }),
            Step::LongerSessions => Some(Share { done: self.longer_sessions, of: LONGER_SESSIONS }),
            _ => None,
        }
    }
}

/// The steps that records other than sessions show to be done.
fn shown(model: &Model, goal: &Goal) -> BTreeSet<Step> {
    let own = |id: uuid::Uuid| id == goal.id;
    let is_own_target =
        |target: &Target| own(target.goal) && (target.made > goal.created || target.minutes != FIRST_SESSION_MINUTES);
    let has_metrics = goal.measure.is_some()
        || model.counts.iter().any(|count| own(count.goal))
        || model.targets.iter().any(is_own_target);
    let has_grown = model.lengths.iter().any(|length| own(length.goal) && length.why == LengthChange::Grown);
    let mut plans = model.plans.iter().filter(|plan| own(plan.goal) && plan.archived.is_none());
    let is_adjusted = |review: &&Review| own(review.goal) && review.is_done() && review.has_adjustment();
    let adjusted = model.reviews.iter().filter(is_adjusted).count();
    let has_reward = |layer| of_layer(model, layer).next().is_some();
    let items = || model.environment.iter().filter(|item| own(item.goal) && item.archived.is_none());
    let is_place_set_up = items().any(|item| item.kind == ItemKind::SetUpOnce && item.set_up.is_some());
    let has_check = items().any(|item| item.kind == ItemKind::EverySession);
    let told = || model.check_ins.iter().filter(|one| own(one.goal) && one.is_by_hand());
    let partners = model.partners.iter().filter(|partner| partner.is_active()).count();
    let seen = [
        // There is no path without a goal.
        (Step::ChooseGoal, true),
        (Step::DailyMetrics, has_metrics),
        (Step::ImmediateReward, has_reward(Layer::Session)),
        (Step::WeeklyReward, has_reward(Layer::Week)),
        (Step::RewardLayers, [Layer::Day, Layer::Week, Layer::Month].into_iter().all(has_reward)),
        // Growth that was offered and taken; longer work counts as well.
        (Step::LongerSessions, has_grown),
        (Step::LastingEnvironment, is_place_set_up && has_check),
        (Step::PlanForObstacles, plans.any(|plan| plan.read_back.is_some())),
        // A first adjustment is one from what works; a second one refines what the first one made.
        (Step::AdjustFromWhatWorks, adjusted >= 1),
        (Step::RefineTheSystem, adjusted >= 2),
        (Step::FindPartner, !model.partners.is_empty()),
        (Step::ShareWithPartner, told().any(|one| matches!(one.to, To::Partner(_)))),
        // Somebody else who looks on, or a promise.
        (Step::MoreAccountability, partners > 1 || model.pledges.iter().any(|pledge| own(pledge.goal))),
        (Step::CelebrateWithOthers, told().any(|one| matches!(one.span, Span::Milestone(_)))),
        (Step::SupportiveCommunity, !model.communities.is_empty()),
    ];
    seen.into_iter().filter(|(_, is_seen)| *is_seen).map(|(step, _)| step).collect()
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
