//! The programme: 30 days in four stages, whose steps tick themselves where the app can see it, otherwise by hand.
//!
//! Only days with a session move it on. A missed day or a rest moves what is left forward instead, so that nothing is
//! ever lost or behind; the plan it began with stays visible beside what became of it.

pub mod path;
pub mod steps;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Refusal, saved};
use super::insight::days::Days;
use super::model::Model;
use super::records::Record;
use super::time::Now;

pub use path::{Path, StageEnd, StageView, StepState, StepView};
pub use steps::{STAGES, Share, Tick};

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
    /// At the end of a stage it was decided to go on to this one.
    Began(Stage),
    /// At the end of this stage it was decided to do it once more.
    Repeated(Stage),
}

/// What can be done with the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeAction {
    /// Ticks a step by hand, or takes that tick back.
    ToggleStep(Step),
    /// The answer at the end of a stage: goes on to the next one, or does the same once more.
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
/// Refuses when there is no goal, and to begin a stage that no end of a stage offers.
pub fn apply(model: &mut Model, action: ProgrammeAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let today = now.today(model.settings.day_start_hour);
    match action {
        ProgrammeAction::ToggleStep(step) => toggle(model, goal, step, today, now),
        ProgrammeAction::Begin(stage) => {
            let what = answer(model, stage, today).ok_or(Refusal::OutOfRange("stage"))?;
            model.programme.insert(Mark { id: now.id(0), goal, day: today, what, made: now.utc });
        }
    }
    Ok(saved())
}

fn toggle(model: &mut Model, goal: Uuid, step: Step, today: NaiveDate, now: Now) {
    let what = Marked::Ticked(step);
    let ticks = model.programme.iter().filter(|mark| mark.goal == goal && mark.what == what);
    let ticks: Vec<Uuid> = ticks.map(|mark| mark.id).collect();
    for id in &ticks {
        model.programme.remove(*id);
    }
    if ticks.is_empty() {
        model.programme.insert(Mark { id: now.id(0), goal, day: today, what, made: now.utc });
    }
}

/// What beginning a stage says to the end of the stage that waits for an answer.
fn answer(model: &Model, stage: Stage, today: NaiveDate) -> Option<Marked> {
    let goal = model.goal()?;
    let path = Path::of(model, goal, &Days::of(model, goal, today), today);
    let end = path.stage_end()?;
    match stage {
        _ if stage == end.stage => Some(Marked::Repeated(stage)),
        _ if stage == end.next => Some(Marked::Began(stage)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
