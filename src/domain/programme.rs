//! The programme: 30 days in four stages, whose steps tick themselves where the app can see it, otherwise by hand.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::model::Model;
use super::records::Record;
use super::time::Now;

/// A part of the 30 days; the names are those of the method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    Foundation,
    Habit,
    Momentum,
    Sustainability,
    /// After day 30: monthly reviews.
    KeepGoing,
}

/// One step of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    ChooseGoal,
    VisualTracker,
    DailyMetrics,
    FindPartner,
    ImmediateReward,
    ShortSessionsDaily,
    TrackEveryDay,
    ShareWithPartner,
    RewardEachSession,
    AdjustFromWhatWorks,
    LongerSessions,
    MoreAccountability,
    WeeklyReward,
    CelebrateWithOthers,
    RefineTheSystem,
    RewardLayers,
    SupportiveCommunity,
    IdentityThinking,
    LastingEnvironment,
    PlanForObstacles,
}

/// What was decided or ticked in the programme of a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub id: Uuid,
    pub goal: Uuid,
    /// The goal day it holds from.
    pub day: NaiveDate,
    pub what: Marked,
    pub made: DateTime<Utc>,
}

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Marked {
    /// A step was ticked by hand.
    Ticked(Step),
    /// A stage begins on the mark's day: the next one, or the same once more.
    Began(Stage),
}

/// What can be done with the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeAction {
    /// Ticks a step by hand, or takes that tick back.
    ToggleStep(Step),
    /// Begins a stage today.
    Begin(Stage),
}

impl Record for Mark {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Carries out a programme action.
///
/// # Errors
/// Refuses when there is no goal.
pub fn apply(model: &mut Model, action: ProgrammeAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let what = match action {
        ProgrammeAction::ToggleStep(step) => Marked::Ticked(step),
        ProgrammeAction::Begin(stage) => Marked::Began(stage),
    };
    let ticked = model.programme.iter().find(|mark| mark.goal == goal && mark.what == what).map(|mark| mark.id);
    match (ticked, what) {
        (Some(id), Marked::Ticked(_)) => {
            model.programme.remove(id);
        }
        _ => {
            let day = now.today(model.settings.day_start_hour);
            model.programme.insert(Mark { id: now.id(0), goal, day, what, made: now.utc });
        }
    }
    Ok(saved())
}
