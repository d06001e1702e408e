//! The words for stages and steps, and the ways that lead from a step to its place in the app.

use chrono::{Datelike, NaiveDate};

use crate::domain::programme::{Stage, Step, StepState, Tick};
use crate::ui::commands::{Command, GoalPart, Tab};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::format;

/// The name of a stage.
pub fn stage_name(cx: &Cx<'_>, stage: Stage) -> String {
    cx.text.get(stage_id(stage))
}

/// A sentence on what a stage is about.
pub(super) fn stage_lead(cx: &Cx<'_>, stage: Stage) -> String {
    cx.text.get(&format!("{}-lead", stage_id(stage)))
}

/// What to do in a step.
pub fn step_name(cx: &Cx<'_>, step: Step) -> String {
    cx.text.get(step_id(step))
}

/// How to do it, in one line.
pub fn step_how(cx: &Cx<'_>, step: Step) -> String {
    cx.text.get(&format!("{}-how", step_id(step)))
}

/// Where in the app a step is done, with the words of the link; most of what is done with others has no place yet.
pub fn way(cx: &Cx<'_>, step: Step) -> Option<(String, Command)> {
    let command = match step {
        // While the first session runs, the same command would pause it.
        Step::VisualTracker if cx.model.running.is_none() => Command::StartOrPause,
        Step::DailyMetrics => Command::EditGoal(GoalPart::Measure),
        Step::ImmediateReward => Command::GoTo(Tab::Rewards),
        Step::TrackEveryDay | Step::AdjustFromWhatWorks | Step::RefineTheSystem => Command::GoTo(Tab::Progress),
        Step::IdentityThinking => Command::EditGoal(GoalPart::Identity),
        Step::LastingEnvironment => Command::GoTo(Tab::Environment),
        Step::PlanForObstacles => Command::NewPlan,
        Step::ChooseGoal
        | Step::VisualTracker
        | Step::FindPartner
        | Step::ShortSessionsDaily
        | Step::ShareWithPartner
        | Step::RewardEachSession
        | Step::LongerSessions
        | Step::MoreAccountability
        | Step::WeeklyReward
        | Step::CelebrateWithOthers
        | Step::RewardLayers
        | Step::SupportiveCommunity => return None,
    };
    Some((cx.text.get(&format!("{}-way", step_id(step))), command))
}

/// The evidence behind a step.
pub(super) fn strategy(step: Step) -> Strategy {
    match step {
        Step::ChooseGoal => Strategy::OneGoal,
        Step::VisualTracker | Step::DailyMetrics | Step::TrackEveryDay => Strategy::VisibleProgress,
        Step::FindPartner
        | Step::ShareWithPartner
        | Step::MoreAccountability
        | Step::CelebrateWithOthers
        | Step::SupportiveCommunity => Strategy::SocialSupport,
        Step::ImmediateReward | Step::RewardEachSession | Step::WeeklyReward | Step::RewardLayers => {
            Strategy::ImmediateRewards
        }
        Step::ShortSessionsDaily => Strategy::SmallSessions,
        Step::AdjustFromWhatWorks | Step::RefineTheSystem => Strategy::Reviews,
        Step::LongerSessions => Strategy::GrowingSessions,
        Step::IdentityThinking => Strategy::Identity,
        Step::LastingEnvironment => Strategy::Environment,
        Step::PlanForObstacles => Strategy::IfThenPlans,
    }
}

/// Who ticks a step, or has ticked it; before that, how far it is where it fills up.
pub(super) fn tick_words(cx: &Cx<'_>, step: Step, tick: Tick, state: StepState) -> String {
    match (tick, state) {
        (Tick::ByHand, _) => cx.text.get("programme-by-hand"),
        (Tick::ByItself, StepState::Done) => cx.text.get("programme-was-by-itself"),
        (Tick::ByItself, StepState::Open(None)) => cx.text.get("programme-by-itself"),
        (Tick::ByItself, StepState::Open(Some(share))) => {
            let id = match step {
                Step::RewardEachSession => "programme-share-rewards",
                Step::LongerSessions => "programme-share-sessions",
                _ => "programme-share-days",
            };
            cx.text.with(id, &[("done", share.done.into()), ("of", share.of.into())])
        }
    }
}

/// "9 sessions on 7 days, 1 h 5 min".
pub fn figures(cx: &Cx<'_>, sessions: u32, days: u32, focus_secs: i64) -> String {
    let length = format::duration(cx.text, u64::try_from(focus_secs).unwrap_or(0));
    let values = [("sessions", sessions.into()), ("days", days.into()), ("length", length.into())];
    cx.text.with("programme-figures", &values)
}

/// A day of the path: "31 March", with the year where it is another.
pub fn date(cx: &Cx<'_>, day: NaiveDate) -> String {
    if day.year() == cx.today.year() { format::day_month(cx.text, day) } else { format::date(cx.text, day) }
}

/// The same in little room: "31 Mar".
pub(super) fn short_date(cx: &Cx<'_>, day: NaiveDate) -> String {
    let month = format::month_short(cx.text, day.month());
    cx.text.with("date-day-month", &[("day", day.day().to_string().into()), ("month", month.into())])
}

/// The id of a stage's name.
pub fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Foundation => "programme-stage-foundation",
        Stage::Habit => "programme-stage-habit",
        Stage::Momentum => "programme-stage-momentum",
        Stage::Sustainability => "programme-stage-sustainability",
        Stage::KeepGoing => "programme-stage-keep-going",
    }
}

pub(super) fn step_id(step: Step) -> &'static str {
    match step {
        Step::ChooseGoal => "programme-choose-goal",
        Step::VisualTracker => "programme-visual-tracker",
        Step::DailyMetrics => "programme-daily-metrics",
        Step::FindPartner => "programme-find-partner",
        Step::ImmediateReward => "programme-immediate-reward",
        Step::ShortSessionsDaily => "programme-short-sessions-daily",
        Step::TrackEveryDay => "programme-track-every-day",
        Step::ShareWithPartner => "programme-share-with-partner",
        Step::RewardEachSession => "programme-reward-each-session",
        Step::AdjustFromWhatWorks => "programme-adjust-from-what-works",
        Step::LongerSessions => "programme-longer-sessions",
        Step::MoreAccountability => "programme-more-accountability",
        Step::WeeklyReward => "programme-weekly-reward",
        Step::CelebrateWithOthers => "programme-celebrate-with-others",
        Step::RefineTheSystem => "programme-refine-the-system",
        Step::RewardLayers => "programme-reward-layers",
        Step::SupportiveCommunity => "programme-supportive-community",
        Step::IdentityThinking => "programme-identity-thinking",
        Step::LastingEnvironment => "programme-lasting-environment",
        Step::PlanForObstacles => "programme-plan-for-obstacles",
    }
}
