//! The path day by day: where it is, what is planned and what becomes of it, what ticks each step.

use super::*;
use crate::domain::effect::UndoKey;
use crate::domain::environment::{EnvironmentItem, Group, ItemKind};
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::measure::Measure;
use crate::domain::plans::Plan;
use crate::domain::programme::steps::Share;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::reward::{RewardAction, RewardState, SessionReward};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::target::TargetAction;
use crate::domain::{Effect, Refusal};

/// What the head of the path says: day, stage, and the days done of each stage.
#[track_caller]
fn check_place(world: &World, day: u32, stage: Stage, done: [u32; 4]) {
    let path = path(world);
    let of_stages: Vec<u32> = path.stages.iter().map(StageView::done).collect();
    assert_eq!((path.day, path.current, of_stages), (day, Some(stage), done.to_vec()));
}

#[test]
fn without_a_goal_there_is_no_path() {
    let world = World::new();
    assert_eq!(path(&world), Path::default());
    assert_eq!((path(&world).next_step(), path(&world).stage_end()), (None, None));
}

#[test]
fn only_a_day_with_a_session_moves_the_programme_on() {
    check_place(&worked(&[], 0), 1, Stage::Foundation, [0, 0, 0, 0]);
    check_place(&worked(&[0], 0), 1, Stage::Foundation, [1, 0, 0, 0]);
    check_place(&worked(&[0], 1), 2, Stage::Foundation, [1, 0, 0, 0]);
    check_place(&worked(&[0], 5), 2, Stage::Foundation, [1, 0, 0, 0]);
    check_place(&worked(&[0, 5, 9], 9), 3, Stage::Foundation, [3, 0, 0, 0]);
}

#[test]
fn the_stages_follow_each_other_by_themselves() {
    check_place(&worked(&first_days(7), 6), 7, Stage::Foundation, [7, 0, 0, 0]);
    check_place(&worked(&first_days(7), 7), 8, Stage::Habit, [7, 0, 0, 0]);
    check_place(&worked(&first_days(10), 9), 10, Stage::Habit, [7, 3, 0, 0]);
    check_place(&worked(&first_days(15), 14), 15, Stage::Momentum, [7, 7, 1, 0]);
    check_place(&worked(&first_days(22), 21), 22, Stage::Sustainability, [7, 7, 7, 1]);
    check_place(&worked(&first_days(30), 29), 30, Stage::Sustainability, [7, 7, 7, 9]);
    check_place(&worked(&first_days(30), 30), 30, Stage::KeepGoing, [7, 7, 7, 9]);
    check_place(&worked(&first_days(40), 39), 30, Stage::KeepGoing, [7, 7, 7, 9]);
}

#[test]
fn two_sessions_a_day_are_one_day_and_days_before_the_goal_are_none() {
    let mut world = worked(&[0], 0);
    world.add(60, 300);
    world.add(86_400 * 3, 600);
    check_place(&world, 1, Stage::Foundation, [1, 0, 0, 0]);
}

/// The first and last day planned for each stage, and the last one as it is or comes.
#[track_caller]
fn check_ends(world: &World, expected: [&str; 4]) {
    let path = path(world);
    let planned: Vec<[String; 2]> =
        path.stages.iter().map(|view| view.planned.map(|day| day.format("%m-%d").to_string())).collect();
    assert_eq!(planned, [["03-02", "03-08"], ["03-09", "03-15"], ["03-16", "03-22"], ["03-23", "03-31"]]);
    let ends: Vec<String> = path.stages.iter().map(|view| view.ends.format("%m-%d").to_string()).collect();
    assert_eq!(ends, expected);
}

#[test]
fn missed_days_lay_the_rest_forward_and_the_plan_stays_visible() {
    check_ends(&worked(&[], 0), ["03-08", "03-15", "03-22", "03-31"]);
    check_ends(&worked(&[0], 0), ["03-08", "03-15", "03-22", "03-31"]);
    check_ends(&worked(&[0], 1), ["03-08", "03-15", "03-22", "03-31"]);
    check_ends(&worked(&[0], 4), ["03-11", "03-18", "03-25", "04-03"]);
    // A stage that is over keeps the day it really ended on.
    check_ends(&worked(&[0, 1, 2, 3, 4, 5, 8, 9], 9), ["03-10", "03-17", "03-24", "04-02"]);
}

#[test]
fn rests_marked_ahead_are_left_out_of_what_is_to_be_expected() {
    let mut world = worked(&[0], 0);
    let (from, to) = (day("2026-03-04"), day("2026-03-06"));
    world.act(Action::Rest(RestAction::Add { from, to, kind: RestKind::Travel }));
    check_ends(&world, ["03-11", "03-18", "03-25", "04-03"]);
}

#[test]
fn work_on_a_rest_counts_all_the_same() {
    let mut world = worked(&[0, 1], 1);
    let today = day("2026-03-03");
    world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Rest }));
    check_place(&world, 2, Stage::Foundation, [2, 0, 0, 0]);
}

#[test]
fn the_end_of_a_stage_tells_what_happened_in_figures() {
    let world = worked(&[0, 1, 2, 3, 5, 6, 8], 8);
    let expected = StageEnd {
        stage: Stage::Foundation,
        next: Stage::Habit,
        sessions: 7,
        focus_secs: 4_200,
        days_done: 7,
        days_taken: 9,
        steps_done: 2,
        steps: 5,
    };
    assert_eq!(path(&world).stage_end(), Some(&expected));
}

/// Which stage waits for an answer.
#[track_caller]
fn check_end(world: &World, expected: Option<Stage>) {
    assert_eq!(path(world).stage_end().map(|end| end.stage), expected);
}

#[test]
fn who_goes_on_working_has_answered() {
    check_end(&worked(&first_days(6), 5), None);
    check_end(&worked(&first_days(7), 6), Some(Stage::Foundation));
    check_end(&worked(&first_days(7), 60), Some(Stage::Foundation));
    check_end(&worked(&first_days(9), 8), Some(Stage::Foundation));
    check_end(&worked(&first_days(10), 9), None);
    check_end(&worked(&first_days(30), 29), Some(Stage::Sustainability));
    check_end(&worked(&first_days(33), 32), None);
}

#[test]
fn going_on_is_noted_and_asks_no_more() {
    let mut world = worked(&first_days(7), 6);
    act(&mut world, ProgrammeAction::Begin(Stage::Habit));
    check_end(&world, None);
    check_place(&world, 7, Stage::Foundation, [7, 0, 0, 0]);
    let mark = world.model.programme.last().unwrap();
    assert_eq!((mark.what, mark.day), (Marked::Began(Stage::Habit), day("2026-03-08")));
}

#[test]
fn a_repeated_stage_takes_as_many_days_again_and_loses_none() {
    let mut world = worked(&first_days(9), 8);
    check_place(&world, 9, Stage::Habit, [7, 2, 0, 0]);
    act(&mut world, ProgrammeAction::Begin(Stage::Foundation));
    check_place(&world, 9, Stage::Foundation, [9, 0, 0, 0]);
    check_end(&world, None);
    let of_path = path(&world);
    let foundation = of_path.stage(Stage::Foundation).unwrap();
    assert_eq!((of_path.length, foundation.length, foundation.rounds), (37, 14, 2));
    for nth in 9..14 {
        work_on(&mut world, nth, 600);
    }
    go_to(&mut world, 13);
    check_place(&world, 14, Stage::Foundation, [14, 0, 0, 0]);
    check_end(&world, Some(Stage::Foundation));
}

#[test]
fn after_the_last_stage_one_keeps_going() {
    let mut world = worked(&first_days(30), 29);
    act(&mut world, ProgrammeAction::Begin(Stage::KeepGoing));
    check_end(&world, None);
    go_to(&mut world, 30);
    check_place(&world, 30, Stage::KeepGoing, [7, 7, 7, 9]);
    assert_eq!(path(&world).next_step(), None);
}

#[test]
fn only_the_end_of_a_stage_can_be_answered_and_only_by_what_it_offers() {
    let begin = |stage| Action::Programme(ProgrammeAction::Begin(stage));
    let mut world = worked(&first_days(6), 5);
    assert_eq!(world.refused(begin(Stage::Habit)), Refusal::OutOfRange("stage"));
    assert_eq!(world.refused(begin(Stage::Foundation)), Refusal::OutOfRange("stage"));
    let mut world = worked(&first_days(7), 6);
    assert_eq!(world.refused(begin(Stage::Momentum)), Refusal::OutOfRange("stage"));
    assert_eq!(World::new().refused(begin(Stage::Foundation)), Refusal::NoGoal);
}

#[test]
fn an_answer_and_a_tick_are_undone() {
    let mut world = worked(&first_days(7), 6);
    let before = path(&world);
    act(&mut world, ProgrammeAction::Begin(Stage::Foundation));
    assert_eq!(world.act(Action::Undo), [Effect::Save, Effect::Undone(UndoKey::StageBegun)]);
    assert_eq!(path(&world), before);
    act(&mut world, ProgrammeAction::ToggleStep(Step::FindPartner));
    check_step(&world, Step::FindPartner, StepState::Done);
    assert_eq!(world.act(Action::Undo), [Effect::Save, Effect::Undone(UndoKey::StepTicked)]);
    assert_eq!(path(&world), before);
}

/// Where a step stands.
#[track_caller]
fn check_step(world: &World, step: Step, expected: StepState) {
    let path = path(world);
    let view = path.stages.iter().flat_map(|view| &view.steps).find(|view| view.step == step).unwrap();
    assert_eq!(view.state, expected, "{step:?}");
}

const OPEN: StepState = StepState::Open(None);

fn of(done: u32, of: u32) -> StepState {
    StepState::Open(Some(Share { done, of }))
}

#[test]
fn a_tick_by_hand_is_set_and_taken_back() {
    let mut world = worked(&[], 0);
    check_step(&world, Step::FindPartner, OPEN);
    act(&mut world, ProgrammeAction::ToggleStep(Step::FindPartner));
    check_step(&world, Step::FindPartner, StepState::Done);
    world.pass(86_400 * 50);
    check_step(&world, Step::FindPartner, StepState::Done);
    act(&mut world, ProgrammeAction::ToggleStep(Step::FindPartner));
    check_step(&world, Step::FindPartner, OPEN);
    assert!(world.model.programme.is_empty());
}

#[test]
fn the_first_week_ticks_itself_from_goal_session_measure_and_reward() {
    let mut world = worked(&[], 0);
    check_step(&world, Step::ChooseGoal, StepState::Done);
    check_step(&world, Step::VisualTracker, OPEN);
    check_step(&world, Step::DailyMetrics, OPEN);
    check_step(&world, Step::ImmediateReward, OPEN);
    world.add(60, 300);
    check_step(&world, Step::VisualTracker, StepState::Done);
    let words = "Espresso".to_owned();
    world.act(Action::Reward(RewardAction::Set(SessionReward { words, minutes: 5 })));
    check_step(&world, Step::ImmediateReward, StepState::Done);
    let measure = Measure { unit: "words".to_owned(), total: None };
    let (id, field) = (world.goal(), GoalField::Measure(Some(measure)));
    world.act(Action::Goal(GoalAction::Set { id, field }));
    check_step(&world, Step::DailyMetrics, StepState::Done);
}

#[test]
fn a_target_of_ones_own_is_a_daily_metric_too() {
    let mut world = worked(&[], 0);
    world.act(Action::Target(TargetAction::Set { minutes: 8 }));
    check_step(&world, Step::DailyMetrics, StepState::Done);
}

#[test]
fn the_second_week_fills_up_day_by_day() {
    check_step(&worked(&first_days(7), 6), Step::ShortSessionsDaily, of(0, 5));
    let world = worked(&first_days(9), 8);
    check_step(&world, Step::ShortSessionsDaily, of(2, 5));
    check_step(&world, Step::TrackEveryDay, of(2, 7));
    let world = worked(&first_days(12), 11);
    check_step(&world, Step::ShortSessionsDaily, StepState::Done);
    check_step(&world, Step::TrackEveryDay, of(5, 7));
    check_step(&worked(&first_days(14), 13), Step::TrackEveryDay, StepState::Done);
}

#[test]
fn repeating_the_second_week_takes_back_no_step_of_it() {
    let mut world = worked(&first_days(14), 13);
    check_step(&world, Step::TrackEveryDay, StepState::Done);
    act(&mut world, ProgrammeAction::Begin(Stage::Habit));
    check_step(&world, Step::TrackEveryDay, StepState::Done);
}

#[test]
fn repeating_the_first_week_after_days_of_the_second_takes_back_no_reward() {
    let mut world = worked(&first_days(8), 7);
    for nth in 0..4 {
        world.add(nth * 600 + 60, 300);
    }
    let sessions: Vec<Uuid> = world.model.sessions.iter().skip(7).map(|session| session.id).collect();
    for id in sessions {
        world.model.sessions.update(id, |session| session.reward = RewardState::Claimed);
    }
    check_step(&world, Step::RewardEachSession, StepState::Done);
    act(&mut world, ProgrammeAction::Begin(Stage::Foundation));
    check_step(&world, Step::RewardEachSession, StepState::Done);
}

#[test]
fn rewards_count_from_the_second_week_on() {
    let mut world = worked(&first_days(12), 11);
    let sessions: Vec<Uuid> = world.model.sessions.iter().map(|session| session.id).collect();
    let take = |world: &mut World, nth: usize| {
        world.model.sessions.update(sessions[nth], |session| session.reward = RewardState::Claimed);
    };
    (0..7).for_each(|nth| take(&mut world, nth));
    check_step(&world, Step::RewardEachSession, of(0, 5));
    (7..11).for_each(|nth| take(&mut world, nth));
    check_step(&world, Step::RewardEachSession, of(4, 5));
    take(&mut world, 11);
    check_step(&world, Step::RewardEachSession, StepState::Done);
}

#[test]
fn sessions_grow_by_an_offer_that_was_taken_or_by_longer_work() {
    let mut world = worked(&first_days(15), 14);
    check_step(&world, Step::LongerSessions, of(0, 5));
    let decide = |minutes, why| Action::Length(LengthAction::Decide { minutes, why });
    world.act(decide(5, LengthChange::Kept));
    check_step(&world, Step::LongerSessions, of(0, 5));
    world.act(decide(6, LengthChange::Grown));
    check_step(&world, Step::LongerSessions, StepState::Done);
    let mut world = worked(&first_days(15), 14);
    (15..19).for_each(|nth| work_on(&mut world, nth, 601));
    check_step(&world, Step::LongerSessions, of(4, 5));
    work_on(&mut world, 19, 900);
    check_step(&world, Step::LongerSessions, StepState::Done);
}

#[test]
fn identity_needs_a_statement_and_one_proof() {
    let mut world = worked(&[0], 0);
    let (goal, session) = (world.goal(), world.model.sessions.last().unwrap().id);
    let field = GoalField::Identity("I am a writer".to_owned());
    world.act(Action::Goal(GoalAction::Set { id: goal, field }));
    check_step(&world, Step::IdentityThinking, OPEN);
    let field = SessionField::Proof("wrote though tired".to_owned());
    world.act(Action::Session(SessionAction::Set { id: session, field }));
    check_step(&world, Step::IdentityThinking, StepState::Done);
}

fn item(world: &mut World, kind: ItemKind, set_up: Option<DateTime<Utc>>) {
    let now = world.now();
    let (id, goal) = (now.id(0), world.goal());
    world.model.environment.insert(EnvironmentItem {
        id,
        goal,
        group: Group::Place,
        kind,
        text: "A clear table".to_owned(),
        position: 0,
        set_up,
        archived: None,
        opens: None,
        made: now.utc,
        modified: now.utc,
    });
}

#[test]
fn a_lasting_environment_has_something_set_up_and_something_to_check() {
    let mut world = worked(&[], 0);
    item(&mut world, ItemKind::SetUpOnce, None);
    item(&mut world, ItemKind::EverySession, None);
    check_step(&world, Step::LastingEnvironment, OPEN);
    let done = world.utc;
    item(&mut world, ItemKind::SetUpOnce, Some(done));
    check_step(&world, Step::LastingEnvironment, StepState::Done);
}

#[test]
fn a_plan_counts_once_it_was_read_back() {
    let mut world = worked(&[], 0);
    let now = world.now();
    let plan = Plan {
        id: now.id(0),
        goal: world.goal(),
        obstacle: "I am tired".to_owned(),
        action: "write one line".to_owned(),
        wish: String::new(),
        outcome: String::new(),
        read_back: None,
        archived: None,
        made: now.utc,
        modified: now.utc,
    };
    world.model.plans.insert(plan.clone());
    check_step(&world, Step::PlanForObstacles, OPEN);
    world.model.plans.insert(Plan { read_back: Some(now.utc), ..plan.clone() });
    check_step(&world, Step::PlanForObstacles, StepState::Done);
    world.model.plans.insert(Plan { read_back: Some(now.utc), archived: Some(now.utc), ..plan });
    check_step(&world, Step::PlanForObstacles, OPEN);
}

/// The one step that is named next.
#[track_caller]
fn check_next(world: &World, expected: Option<Step>) {
    assert_eq!(path(world).next_step(), expected);
}

#[test]
fn the_next_step_is_what_an_act_can_do_in_this_stage_before_what_fills_up() {
    let mut world = worked(&[], 0);
    check_next(&world, Some(Step::VisualTracker));
    world.add(60, 300);
    check_next(&world, Some(Step::DailyMetrics));
    world.act(Action::Target(TargetAction::Set { minutes: 8 }));
    check_next(&world, Some(Step::FindPartner));
    let mut world = worked(&first_days(8), 7);
    check_next(&world, Some(Step::ShareWithPartner));
    act(&mut world, ProgrammeAction::ToggleStep(Step::ShareWithPartner));
    act(&mut world, ProgrammeAction::ToggleStep(Step::AdjustFromWhatWorks));
    check_next(&world, Some(Step::ShortSessionsDaily));
}

#[test]
fn what_an_earlier_stage_left_open_comes_last_and_nothing_after_the_last_day() {
    let mut world = worked(&first_days(23), 22);
    for step in STAGES[3].1 {
        act(&mut world, ProgrammeAction::ToggleStep(step));
    }
    check_next(&world, Some(Step::MoreAccountability));
    check_next(&worked(&first_days(30), 30), None);
}

#[test]
fn steps_done_are_counted() {
    assert_eq!(path(&worked(&first_days(14), 13)).steps_done(), [4, 20]);
    assert_eq!(day(FIRST), worked(&[], 0).model.goal().unwrap().start_day);
}
