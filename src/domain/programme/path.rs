//! The path: where one is in the 30 days, what of it is done, what is next, and when a stage was planned to end.

use chrono::NaiveDate;

use super::steps::{Facts, HabitDays, STAGES, Share, Tick};
use super::{Marked, Stage, Step};
use crate::domain::goal::Goal;
use crate::domain::insight::days::{Day, Days};
use crate::domain::model::Model;
use crate::domain::rest::rest_on;

/// Days with a session in the next stage after which the end of a stage is no longer offered to be answered: whoever
/// goes on has answered.
pub const OFFER_DAYS: u32 = 3;
/// Days looked ahead for the end of a stage; beyond, rests without end were marked.
const MAX_AHEAD_DAYS: usize = 3_660;

/// The whole path of a goal as it is today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// The four stages in order; none while there is no goal.
    pub stages: Vec<StageView>,
    /// Programme days done, beyond the last stage too.
    pub done: u32,
    /// Programme days of all stages: 30, and more where a stage is repeated.
    pub length: u32,
    /// The programme day it is today, from 1; `length` at most.
    pub day: u32,
    /// The stage that day lies in.
    pub current: Option<Stage>,
    pub today: Today,
    /// The end of a stage that waits for an answer.
    end: Option<StageEnd>,
}

/// Whether today has a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Today {
    Done,
    #[default]
    Open,
}

/// One stage of the path.
#[derive(Clone, Debug, PartialEq)]
pub struct StageView {
    pub stage: Stage,
    /// How often it is done: once, and once more for each repeat.
    pub rounds: u32,
    /// Programme days it takes, all rounds together.
    pub length: u32,
    /// The programme day before its first, from 0.
    pub before: u32,
    /// Its days with a session, oldest first.
    pub days: Vec<Day>,
    /// The first and last day it was planned for when the goal began.
    pub planned: [NaiveDate; 2],
    /// The last day: the real one when it is finished, else the one to expect if no day is missed from now on.
    pub ends: NaiveDate,
    pub steps: [StepView; 5],
}

/// One step of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepView {
    pub step: Step,
    pub tick: Tick,
    pub state: StepState,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    /// Not done; how far it is where it fills up.
    Open(Option<Share>),
}

/// What a stage came to, when it has just ended.
#[derive(Clone, Debug, PartialEq)]
pub struct StageEnd {
    pub stage: Stage,
    /// The stage that follows.
    pub next: Stage,
    pub sessions: u32,
    pub focus_secs: i64,
    /// Days with a session.
    pub days_done: u32,
    /// Days of the calendar from the first to the last of them.
    pub days_taken: u32,
    pub steps_done: u32,
    pub steps: u32,
}

impl Path {
    /// The path of a goal: one walk over its days, one over its sessions.
    pub fn of(model: &Model, goal: &Goal, days: &Days, today: NaiveDate) -> Self {
        let worked: Vec<Day> = days.iter().filter(|day| day.is_done() && day.day >= goal.start_day).copied().collect();
        let done = u32::try_from(worked.len()).unwrap_or(u32::MAX);
        let is_today_done = worked.last().is_some_and(|day| day.day == today);
        let mut stages = stages(model, goal, &worked);
        let facts = Facts::of(model, goal, habit_days(&stages, &worked));
        let open = if is_today_done { today.succ_opt().unwrap_or(today) } else { today };
        let mut days_ahead = DaysAhead { model, from: open };
        for view in &mut stages {
            view.steps = steps(view.stage, &facts);
            view.ends = days_ahead.end_of(view);
        }
        let length: u32 = stages.iter().map(|view| view.length).sum();
        let day = done.saturating_add(u32::from(!is_today_done));
        let current =
            stages.iter().find(|view| day <= view.before + view.length).map_or(Stage::KeepGoing, |view| view.stage);
        let end = waiting_end(model, goal, &stages, done);
        Self {
            stages,
            done,
            length,
            day: day.clamp(1, length.max(1)),
            current: Some(current),
            today: if is_today_done { Today::Done } else { Today::Open },
            end,
        }
    }

    /// A stage of the path.
    pub fn stage(&self, stage: Stage) -> Option<&StageView> {
        self.stages.iter().find(|view| view.stage == stage)
    }

    /// The stage that it is in today; none without a goal and after the last day.
    pub fn now(&self) -> Option<&StageView> {
        self.current.and_then(|stage| self.stage(stage))
    }

    /// The one step to take next: of the stage it is in, what an act can do before what fills up by working, then what
    /// earlier stages left open, the latest first. After day 30 nothing is asked any more.
    pub fn next_step(&self) -> Option<Step> {
        let now = self.now()?.stage;
        let reached = self.stages.iter().rev().filter(|view| view.stage <= now);
        let open: Vec<Step> = reached.flat_map(StageView::open_steps).collect();
        let of_now = |step: &&Step| step.stage() == now;
        let acts = || open.iter().filter(|step| !step.fills_up());
        // Working comes before what an earlier stage left open.
        let first = acts().find(of_now).or_else(|| open.iter().find(of_now)).or_else(|| acts().next());
        first.or_else(|| open.first()).copied()
    }

    /// The stage that ended and waits for an answer: to go on, or to do it once more. Who works on has answered.
    pub fn stage_end(&self) -> Option<&StageEnd> {
        self.end.as_ref()
    }

    /// Steps done and steps in all.
    pub fn steps_done(&self) -> [u32; 2] {
        let all = self.stages.iter().flat_map(|view| &view.steps);
        let done = all.clone().filter(|view| view.state == StepState::Done).count();
        [done, all.count()].map(|count| u32::try_from(count).unwrap_or(0))
    }
}

impl StageView {
    /// Days done of its [`length`](Self::length).
    pub fn done(&self) -> u32 {
        u32::try_from(self.days.len()).unwrap_or(u32::MAX)
    }

    /// All its days are done.
    pub fn is_finished(&self) -> bool {
        self.done() >= self.length
    }

    /// Steps that are done.
    pub fn steps_done(&self) -> u32 {
        u32::try_from(self.steps.iter().filter(|view| view.state == StepState::Done).count()).unwrap_or(0)
    }

    /// Sessions and seconds of focus of its days.
    pub fn totals(&self) -> (u32, i64) {
        self.days.iter().fold((0, 0), |(sessions, secs), day| (sessions + day.sessions, secs + day.focus_secs))
    }

    fn open_steps(&self) -> impl Iterator<Item = Step> {
        self.steps.iter().filter(|view| view.state != StepState::Done).map(|view| view.step)
    }

    fn end(&self) -> StageEnd {
        let (sessions, focus_secs) = self.totals();
        let taken = match (self.days.first(), self.days.last()) {
            (Some(first), Some(last)) => (last.day - first.day).num_days() + 1,
            _ => 0,
        };
        StageEnd {
            stage: self.stage,
            next: self.stage.next(),
            sessions,
            focus_secs,
            days_done: self.done(),
            days_taken: u32::try_from(taken).unwrap_or(0),
            steps_done: self.steps_done(),
            steps: 5,
        }
    }
}

/// The stages with the days worked dealt out to them in order.
fn stages(model: &Model, goal: &Goal, worked: &[Day]) -> Vec<StageView> {
    let (mut before, mut planned_before, mut rest) = (0_u32, 0_u64, worked);
    let mut stages = Vec::with_capacity(STAGES.len());
    for (stage, steps) in STAGES {
        let rounds = 1 + repeats(model, goal, stage);
        let length = stage.days().saturating_mul(rounds);
        let (days, left) = rest.split_at(rest.len().min(length as usize));
        rest = left;
        let planned_day = |nth: u64| goal.start_day.checked_add_days(chrono::Days::new(nth)).unwrap_or(NaiveDate::MAX);
        let next_before = planned_before + u64::from(stage.days());
        stages.push(StageView {
            stage,
            rounds,
            length,
            before,
            days: days.to_vec(),
            planned: [planned_day(planned_before), planned_day(next_before - 1)],
            ends: goal.start_day,
            steps: steps.map(|step| StepView { step, tick: step.tick(), state: StepState::Open(None) }),
        });
        (before, planned_before) = (before.saturating_add(length), next_before);
    }
    stages
}

/// Counted from when the first stage was done once, and for one round: to repeat a stage takes back no step.
fn habit_days(stages: &[StageView], worked: &[Day]) -> HabitDays {
    let from = worked.get(Stage::Foundation.days() as usize).map(|day| day.day);
    let done = stages.iter().find(|view| view.stage == Stage::Habit).map_or(0, StageView::done);
    HabitDays { from, done, length: Stage::Habit.days() }
}

fn repeats(model: &Model, goal: &Goal, stage: Stage) -> u32 {
    let marks = model.programme.iter().filter(|mark| mark.goal == goal.id && mark.what == Marked::Repeated(stage));
    // More than once a day for a lifetime is no programme.
    u32::try_from(marks.count()).unwrap_or(u32::MAX).min(1_000)
}

fn steps(stage: Stage, facts: &Facts) -> [StepView; 5] {
    let of_stage = STAGES.iter().find(|(other, _)| *other == stage).map_or(STAGES[0].1, |(_, steps)| *steps);
    of_stage.map(|step| {
        let is_done = facts.is_done(step);
        StepView {
            step,
            tick: facts.tick(step),
            state: if is_done { StepState::Done } else { StepState::Open(facts.share(step)) },
        }
    })
}

/// The end of the last finished stage, if nobody has said yet how to go on.
fn waiting_end(model: &Model, goal: &Goal, stages: &[StageView], done: u32) -> Option<StageEnd> {
    let ended = stages.iter().rev().find(|view| view.is_finished())?;
    let beyond = done.saturating_sub(ended.before + ended.length);
    let went_on = Marked::Began(ended.stage.next());
    let is_answered = model.programme.iter().any(|mark| mark.goal == goal.id && mark.what == went_on);
    (beyond < OFFER_DAYS && !is_answered).then(|| ended.end())
}

/// Deals out the days to come, rests left out.
struct DaysAhead<'a> {
    model: &'a Model,
    from: NaiveDate,
}

impl DaysAhead<'_> {
    /// The day on which a stage ends, or is to be expected to end when every day from now on has a session.
    fn end_of(&mut self, view: &StageView) -> NaiveDate {
        let left = view.length.saturating_sub(view.done());
        if let (0, Some(last)) = (left, view.days.last()) {
            return last.day;
        }
        let free = self.from.iter_days().take(MAX_AHEAD_DAYS).filter(|day| rest_on(&self.model.rests, *day).is_none());
        let end = free.take(left as usize).last().unwrap_or(self.from);
        self.from = end.succ_opt().unwrap_or(end);
        end
    }
}
