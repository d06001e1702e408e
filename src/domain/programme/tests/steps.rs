//! The steps: what ticks each of them, and which one is next.

use super::*;
use crate::domain::environment::{EnvironmentItem, Group, ItemKind};
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::measure::Measure;
use crate::domain::plans::Plan;
use crate::domain::programme::steps::Share;
use crate::domain::rewards::{Answer, GrantState, Occasion};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::target::TargetAction;

const OPEN: StepState = StepState::Open(None);

fn of(done: u32, of: u32) -> StepState {
    StepState::Open(Some(Share { done, of }))
}

/// Takes the reward of a session.
fn claim(world: &mut World, id: Uuid) {
    let session = world.model.sessions.get(id).unwrap();
    world.model.answers.insert(Answer {
        id,
        goal: session.goal,
        occasion: Occasion::Session(id),
        earned: session.ended_at(),
        day: session.day,
        reward: None,
        words: "Espresso".to_owned(),
        minutes: 5,
        state: GrantState::Claimed,
        good: None,
        answered: session.ended_at(),
        modified: session.ended_at(),
    });
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
fn people_tick_their_steps_and_a_tick_by_hand_still_counts() {
    use crate::domain::people::{NewCheckIn, PartnerDetails, PeopleAction, Span, To, Way};
    use crate::domain::rewards::Milestone;
    let mut world = worked(&[], 0);
    let people = |world: &mut World, action| world.act(Action::People(action));
    people(&mut world, PeopleAction::AddPartner(PartnerDetails { name: "Ada".into(), ..PartnerDetails::default() }));
    check_step(&world, Step::FindPartner, StepState::Done);
    check_step(&world, Step::ShareWithPartner, OPEN);
    let partner = world.model.partners.last().unwrap().id;
    let told = |span| {
        let (to, way) = (To::Partner(partner), Way::Copied);
        PeopleAction::CheckIn(NewCheckIn { to, way, span, words: String::new(), question: String::new() })
    };
    let today = world.utc.date_naive();
    people(&mut world, told(Span::Day(today)));
    check_step(&world, Step::ShareWithPartner, StepState::Done);
    check_step(&world, Step::CelebrateWithOthers, OPEN);
    people(&mut world, told(Span::Milestone(Milestone::FirstSession)));
    check_step(&world, Step::CelebrateWithOthers, StepState::Done);
    check_step(&world, Step::MoreAccountability, OPEN);
    let (what, to, place) = ("ten pages".into(), String::new(), String::new());
    people(&mut world, PeopleAction::Pledge { what, until: today, to, place });
    check_step(&world, Step::MoreAccountability, StepState::Done);
    check_step(&world, Step::SupportiveCommunity, OPEN);
    act(&mut world, ProgrammeAction::ToggleStep(Step::SupportiveCommunity));
    check_step(&world, Step::SupportiveCommunity, StepState::Done);
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
    world.reward("Espresso", 5);
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
        claim(&mut world, id);
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
        claim(world, sessions[nth]);
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
