use chrono::{Duration, TimeZone};

use super::*;
use crate::domain::reminders::PutOff;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::tests::{World, check_survives_saving};
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Effect};

const HOUR: i64 = 3_600;

fn plan(world: &mut World, obstacle: &str, action: &str) -> Uuid {
    world.act(add(obstacle, action));
    world.model.plans.iter().rfind(|plan| plan.obstacle == tidy_obstacle(obstacle)).unwrap().id
}

fn add(obstacle: &str, action: &str) -> Action {
    let [wish, outcome] = [String::new(), String::new()];
    Action::Plan(PlanAction::Add { obstacle: obstacle.into(), action: action.into(), wish, outcome })
}

fn set(id: Uuid, obstacle: &str, action: &str) -> Action {
    let [wish, outcome] = ["to write".to_owned(), "a full page".to_owned()];
    Action::Plan(PlanAction::Set { id, obstacle: obstacle.into(), action: action.into(), wish, outcome })
}

fn used(world: &mut World, id: Uuid, result: UseResult) {
    world.pass(SAME_USE_SECS);
    world.act(Action::Plan(PlanAction::Use { id }));
    let usage = world.model.plan_uses.last().unwrap().id;
    world.act(Action::Plan(PlanAction::Judge { usage, result }));
}

#[track_caller]
fn check_obstacle(typed: &str, expected: &str) {
    assert_eq!(tidy_obstacle(typed), expected);
}

#[track_caller]
fn check_action(typed: &str, expected: &str) {
    assert_eq!(tidy_action(typed), expected);
}

#[test]
fn whatever_is_typed_the_sentence_has_each_of_its_fixed_words_once() {
    check_obstacle("  I am   too tired ", "I am too tired");
    check_obstacle("If I am too tired,", "I am too tired");
    check_obstacle("when the phone rings", "the phone rings");
    check_obstacle("IF when the phone rings.", "the phone rings");
    check_obstacle("Whenever it rains", "it rains");
    check_obstacle("iffy weather", "iffy weather");
    check_obstacle("if ", "");
    check_action("then I will put it in the drawer.", "put it in the drawer");
    check_action("Then, I'll write one line", "write one line");
    check_action("I\u{2019}ll write one line", "write one line");
    check_action("I will then write", "write");
    check_action("write what I will need", "write what I will need");
    check_action("thenceforth write", "thenceforth write");
    check_action("then I will", "");
}

#[test]
fn a_plan_needs_both_its_parts_and_fits_a_line() {
    let mut world = World::with_goal();
    assert_eq!(world.refused(add(" if ", "write")), Refusal::Empty("obstacle"));
    assert_eq!(world.refused(add("I am tired", "then I will")), Refusal::Empty("action"));
    let long = "x".repeat(161);
    assert_eq!(world.refused(add(&long, "write")), Refusal::TooLong { field: "obstacle", max: 160 });
    assert_eq!(world.refused(add("I am tired", &long)), Refusal::TooLong { field: "action", max: 160 });
    world.act(add(&"é".repeat(160), "then I will write"));
    let plan = world.model.plans.last().unwrap();
    assert_eq!((plan.action.as_str(), plan.goal, plan.read_back), ("write", world.goal(), None));
    assert_eq!(World::new().refused(add("I am tired", "write")), Refusal::NoGoal);
}

#[test]
fn a_changed_sentence_has_to_be_read_again_and_an_unchanged_one_has_not() {
    let mut world = World::with_goal();
    let id = plan(&mut world, "I am tired", "write one line");
    world.act(Action::Plan(PlanAction::ReadBack { id }));
    let read = Some(Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap());
    assert_eq!(world.model.plans.get(id).unwrap().read_back, read);
    world.act(set(id, "if I am tired", "write one line."));
    let kept = world.model.plans.get(id).unwrap();
    assert_eq!((kept.read_back, kept.wish.as_str(), kept.outcome.as_str()), (read, "to write", "a full page"));
    world.act(set(id, "I am tired", "write two lines"));
    assert_eq!(world.model.plans.get(id).unwrap().read_back, None);
    assert_eq!(world.act(set(id, "I am tired", "write two lines")), Vec::<Effect>::new());
    assert_eq!(world.refused(set(Uuid::nil(), "I am tired", "write")), Refusal::Unknown("plan"));
}

#[test]
fn a_plan_is_put_away_and_brought_back() {
    let mut world = World::with_goal();
    let id = plan(&mut world, "I am tired", "write one line");
    world.act(Action::Plan(PlanAction::ToggleArchived { id }));
    assert!(!world.model.plans.get(id).unwrap().is_open());
    assert_eq!(ranked(&world.model, ""), []);
    world.act(Action::Plan(PlanAction::ToggleArchived { id }));
    assert!(world.model.plans.get(id).unwrap().is_open());
}

#[test]
fn a_deleted_plan_takes_its_uses_along_and_undo_brings_both_back() {
    let mut world = World::with_goal();
    let (id, other) = (plan(&mut world, "I am tired", "write"), plan(&mut world, "the phone rings", "let it ring"));
    used(&mut world, id, UseResult::Helped);
    used(&mut world, other, UseResult::DidNotHelp);
    let before = (world.model.plans.clone(), world.model.plan_uses.clone());
    world.act(Action::Plan(PlanAction::Delete { id }));
    assert_eq!((world.model.plans.len(), world.model.plan_uses.len()), (1, 1));
    check_survives_saving(&world.model);
    world.act(Action::Undo);
    assert_eq!((&world.model.plans, &world.model.plan_uses), (&before.0, &before.1));
    world.act(Action::Redo);
    assert_eq!(world.model.plan_uses.iter().map(|usage| usage.plan).collect::<Vec<_>>(), [other]);
}

#[test]
fn every_act_on_plans_can_be_undone() {
    let mut world = World::with_goal();
    let id = plan(&mut world, "I am tired", "write");
    let mut states = vec![(world.model.plans.clone(), world.model.plan_uses.clone())];
    world.act(Action::Plan(PlanAction::Use { id }));
    let usage = world.model.plan_uses.last().unwrap().id;
    for action in [
        PlanAction::Judge { usage, result: UseResult::Helped },
        PlanAction::ReadBack { id },
        PlanAction::ToggleArchived { id },
        PlanAction::Delete { id },
    ] {
        states.push((world.model.plans.clone(), world.model.plan_uses.clone()));
        world.act(Action::Plan(action));
    }
    for state in states.into_iter().rev() {
        world.act(Action::Undo);
        assert_eq!((world.model.plans.clone(), world.model.plan_uses.clone()), state);
    }
    check_survives_saving(&world.model);
}

#[test]
fn a_use_knows_the_session_that_runs_and_is_never_judged_by_itself() {
    let mut world = World::with_goal();
    let id = plan(&mut world, "I am tired", "write");
    world.act(Action::Plan(PlanAction::Use { id }));
    assert_eq!(world.model.plan_uses.last().unwrap().session, None);
    world.pass(120);
    world.start(300);
    world.work(60);
    world.act(Action::Plan(PlanAction::Use { id }));
    world.work(300);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    let usage = world.model.plan_uses.last().unwrap();
    assert_eq!((usage.session, usage.result), (Some(session.id), UseResult::Open));
    assert_eq!(uses_for(&world.model, session).count(), 2, "the one that got it started is asked about as well");
}

#[test]
fn a_second_click_is_not_a_second_use() {
    let mut world = World::with_goal();
    let id = plan(&mut world, "I am tired", "write");
    world.act(Action::Plan(PlanAction::Use { id }));
    world.pass(59);
    assert_eq!(world.act(Action::Plan(PlanAction::Use { id })), Vec::<Effect>::new());
    world.pass(1);
    world.act(Action::Plan(PlanAction::Use { id }));
    assert_eq!(world.model.plan_uses.len(), 2);
    assert_eq!(world.refused(Action::Plan(PlanAction::Use { id: Uuid::nil() })), Refusal::Unknown("plan"));
    let judge = PlanAction::Judge { usage: Uuid::nil(), result: UseResult::Helped };
    assert_eq!(world.refused(Action::Plan(judge)), Refusal::Unknown("use"));
}

/// `results` of one plan, each `+` helped, `-` did not help, `?` not said.
#[track_caller]
fn check_figures(results: &str, (uses, judged, helped): (u32, u32, u32), percent: Option<i64>, needs_rework: bool) {
    let mut world = World::with_goal();
    let id = plan(&mut world, "I am tired", "write");
    for result in results.chars() {
        let result = match result {
            '+' => UseResult::Helped,
            '-' => UseResult::DidNotHelp,
            _ => UseResult::Open,
        };
        used(&mut world, id, result);
    }
    let found = figures(&world.model).get(&id).copied().unwrap_or_default();
    assert_eq!(found, PlanFigures { uses, judged, helped });
    assert_eq!(found.rate().map(|rate| (rate * 100.0).round() as i64), percent);
    assert_eq!(found.needs_rework(), needs_rework);
}

#[test]
fn the_hit_rate_counts_judged_uses_and_a_weak_plan_is_flagged_after_four() {
    check_figures("", (0, 0, 0), None, false);
    check_figures("?", (1, 0, 0), None, false);
    check_figures("+?", (2, 1, 1), Some(100), false);
    check_figures("---", (3, 3, 0), Some(0), false);
    check_figures("---?", (4, 3, 0), Some(0), false);
    check_figures("---+", (4, 4, 1), Some(25), true);
    check_figures("--++", (4, 4, 2), Some(50), false);
    check_figures("--+-+", (5, 5, 2), Some(40), true);
    check_figures("+-+-+", (5, 5, 3), Some(60), false);
}

#[test]
fn the_review_asks_about_the_offered_plans_of_the_goal_that_do_not_help_enough() {
    let mut world = World::with_goal();
    let [weak, strong, away] =
        ["I am tired", "The phone calls", "It is loud"].map(|words| plan(&mut world, words, "go on"));
    for (id, result) in [(weak, UseResult::DidNotHelp), (strong, UseResult::Helped), (away, UseResult::DidNotHelp)] {
        (0..4).for_each(|_| used(&mut world, id, result));
    }
    world.act(Action::Plan(PlanAction::ToggleArchived { id: away }));
    let asked = flagged(&world.model, world.model.goal().unwrap());
    let shown: Vec<_> = asked.into_iter().map(|(plan, figures)| (plan.id, figures.judged, figures.helped)).collect();
    assert_eq!(shown, [(weak, 4, 0)]);
}

fn order<'a>(world: &'a World, words: &str) -> Vec<(usize, &'a str)> {
    ranked(&world.model, words).into_iter().map(|(shared, plan)| (shared, plan.obstacle.as_str())).collect()
}

#[test]
fn the_plan_whose_obstacle_shares_most_words_comes_first_and_then_the_newest() {
    let mut world = World::with_goal();
    for obstacle in ["I am too tired", "the phone distracts me", "noise from the street"] {
        plan(&mut world, obstacle, "write");
        world.pass(60);
    }
    let by_age = [(0, "noise from the street"), (0, "the phone distracts me"), (0, "I am too tired")];
    assert_eq!(order(&world, "from the"), by_age);
    let tired = [(1, "I am too tired"), (0, "noise from the street"), (0, "the phone distracts me")];
    assert_eq!(order(&world, "Tiredness!"), tired);
    let phone = [(1, "the phone distracts me"), (0, "noise from the street"), (0, "I am too tired")];
    assert_eq!(order(&world, "phone"), phone);
    let both = [(2, "the phone distracts me"), (1, "noise from the street"), (0, "I am too tired")];
    assert_eq!(order(&world, "street, phone that distracts"), both);
}

fn put_off(world: &mut World) {
    let now = world.now();
    let (goal, day) = (world.goal(), now.today(4));
    let until = now.utc + Duration::minutes(10);
    world.model.put_offs.insert(PutOff { id: now.id(0), goal, at: now.utc, day, until });
    world.pass(600);
}

fn offer(world: &mut World) -> Option<PlanOffer> {
    let now = world.now();
    plan_offer(&world.model, now)
}

/// The offer to write a plan.
fn to_write(cause: Cause) -> PlanOffer {
    PlanOffer { cause, plan: None }
}

#[test]
fn a_reminder_put_off_twice_on_one_day_brings_the_offer_and_a_session_ends_it() {
    let mut world = World::with_goal();
    put_off(&mut world);
    assert_eq!(offer(&mut world), None);
    world.pass(24 * HOUR);
    put_off(&mut world);
    assert_eq!(offer(&mut world), None, "one yesterday and one today");
    put_off(&mut world);
    assert_eq!(offer(&mut world), Some(to_write(Cause::PutOffTwice)));
    world.start(300);
    assert_eq!(offer(&mut world), None, "quiet while a session runs");
    world.work(300);
    world.timer(TimerAction::Finish);
    assert_eq!(offer(&mut world), None);
}

#[test]
fn the_offer_names_the_plan_that_fits_and_goes_once_it_is_used() {
    let mut world = World::with_goal();
    let id = plan(&mut world, "I am too tired to start", "write one line");
    plan(&mut world, "the phone rings", "let it ring");
    world.pass(60);
    put_off(&mut world);
    put_off(&mut world);
    assert_eq!(offer(&mut world), Some(PlanOffer { cause: Cause::PutOffTwice, plan: Some(id) }));
    world.act(Action::Plan(PlanAction::Use { id }));
    assert_eq!(offer(&mut world), None);
}

#[test]
fn writing_a_plan_answers_the_offer_as_well() {
    let mut world = World::with_goal();
    put_off(&mut world);
    put_off(&mut world);
    plan(&mut world, "I am too tired to start", "write one line");
    assert_eq!(offer(&mut world), None);
}

/// A session of ten planned minutes, left after so many seconds.
#[track_caller]
fn check_left_after(secs: i64, is_offered: bool) {
    let mut world = World::with_goal();
    world.start(600);
    world.work(secs);
    world.timer(TimerAction::Finish);
    assert_eq!(offer(&mut world), is_offered.then_some(to_write(Cause::Abandoned)));
}

#[test]
fn a_session_left_before_half_of_its_plan_brings_the_offer() {
    check_left_after(59, false);
    check_left_after(60, true);
    check_left_after(299, true);
    check_left_after(300, false);
    check_left_after(600, false);
}

#[test]
fn a_session_that_was_cut_off_brings_the_offer_until_another_one_is_done_or_the_day_is_over() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(400);
    world.jump(HOUR);
    world.timer(TimerAction::Answer(crate::domain::timer::GapAnswer::LeaveOut));
    assert_eq!(offer(&mut world), Some(to_write(Cause::Abandoned)));
    let mut tomorrow = World::new();
    tomorrow.model = world.model.clone();
    tomorrow.pass(24 * HOUR);
    assert_eq!(offer(&mut tomorrow), None);
    world.start(60);
    world.work(60);
    world.timer(TimerAction::Finish);
    assert_eq!(offer(&mut world), None);
}

/// Nothing was done on 2 March; looked at at a local time of a zone one hour east, some days later.
#[track_caller]
fn check_evening(days: i64, time: (i64, i64), day_end_minute: Option<u16>, is_offered: bool) {
    let mut world = World::with_goal();
    let settings = Settings { day_end_minute, ..Settings::default() };
    world.act(Action::Settings(SettingsAction::Set(settings)));
    world.offset = chrono::FixedOffset::east_opt(3600).unwrap();
    world.utc = Utc.with_ymd_and_hms(2026, 3, 1, 23, 0, 0).unwrap() + Duration::days(days);
    world.pass(time.0 * HOUR + time.1 * 60);
    assert_eq!(offer(&mut world), is_offered.then_some(to_write(Cause::DayEnding)));
}

#[test]
fn a_day_about_to_end_empty_brings_the_offer_until_the_next_day_starts() {
    check_evening(0, (19, 59), Some(20 * 60), false);
    check_evening(0, (20, 0), Some(20 * 60), true);
    check_evening(1, (0, 30), Some(20 * 60), true);
    check_evening(1, (3, 59), Some(20 * 60), true);
    check_evening(1, (4, 0), Some(20 * 60), false);
    check_evening(0, (23, 59), Some(60), false);
    check_evening(1, (1, 0), Some(60), true);
    check_evening(0, (23, 0), None, false);
}

#[test]
fn a_day_of_rest_brings_no_offer() {
    let mut world = World::with_goal();
    world.pass(12 * HOUR);
    assert_eq!(offer(&mut world), Some(to_write(Cause::DayEnding)));
    let today = world.utc.date_naive();
    world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Ill }));
    assert_eq!(offer(&mut world), None);
    assert_eq!(plan_offer(&Model::default(), world.now()), None);
}
