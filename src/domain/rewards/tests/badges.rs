//! Each badge by its rule, with the last case that does not win it.

use chrono::Duration;

use super::*;
use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, Group, ItemKind};
use crate::domain::experiments::{ExperimentAction, ExperimentDesign, ExperimentState};
use crate::domain::insight::Derived;
use crate::domain::plans::{PlanAction, PlanUse, UseResult};
use crate::domain::programme::{ProgrammeAction, Step};
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::review::{Period, ReviewAction};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::tests::World;

fn state(world: &World, badge: Badge) -> BadgeState {
    let figures = Derived::of(&world.model, world.utc.date_naive()).rewards;
    figures.badges.into_iter().find(|state| state.badge == badge).unwrap()
}

/// The day of March on which it was won, and how much of its rule is done.
#[track_caller]
fn check(world: &World, badge: Badge, won: Option<&str>, have: u32) {
    let found = state(world, badge);
    let day = found.won.map(|day| day.format("%m-%d").to_string());
    assert_eq!((day.as_deref(), found.have, found.need), (won, have, badge.need()), "{badge:?}");
}

/// So many days with a session by hand of so many seconds each, from 3 March on.
fn days(world: &mut World, count: u32, secs: i64) {
    for _ in 0..count {
        world.pass(86_400);
        world.add(60, secs);
    }
}

#[test]
fn sessions_and_days_win_theirs_on_the_day_they_are_full() {
    let mut world = World::with_goal();
    check(&world, Badge::FirstSession, None, 0);
    days(&mut world, 6, 300);
    check(&world, Badge::FirstSession, Some("03-03"), 1);
    check(&world, Badge::FirstWeek, None, 6);
    days(&mut world, 1, 300);
    check(&world, Badge::FirstWeek, Some("03-09"), 7);
    days(&mut world, 22, 300);
    check(&world, Badge::ThirtyDays, None, 29);
    days(&mut world, 1, 300);
    check(&world, Badge::ThirtyDays, Some("04-01"), 30);
    for nth in 0..70 {
        let before = if nth < 69 { None } else { Some("04-01") };
        world.pass(600);
        world.add(60, 60);
        check(&world, Badge::HundredSessions, before, 31 + nth);
    }
}

#[test]
fn ten_and_a_hundred_hours() {
    let mut world = World::with_goal();
    days(&mut world, 1, 10 * 3_600 - 1);
    check(&world, Badge::TenHours, None, 9);
    days(&mut world, 1, 1);
    check(&world, Badge::TenHours, Some("03-04"), 10);
    days(&mut world, 8, 10 * 3_600);
    check(&world, Badge::HundredHours, None, 90);
    days(&mut world, 1, 10 * 3_600);
    check(&world, Badge::HundredHours, Some("03-12"), 100); // begun in the evening before
}

#[test]
fn a_missed_day_is_come_back_from_and_a_rest_is_none() {
    let mut world = World::with_goal();
    days(&mut world, 1, 300);
    world.pass(86_400);
    let today = world.utc.date_naive();
    world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Rest }));
    days(&mut world, 1, 300);
    check(&world, Badge::CameBack, None, 0);
    world.pass(86_400);
    days(&mut world, 1, 300);
    check(&world, Badge::CameBack, Some("03-07"), 1);
}

#[test]
fn ten_sessions_with_a_proof() {
    let mut world = World::with_goal();
    for nth in 1..=10 {
        days(&mut world, 1, 300);
        let id = world.model.sessions.last().unwrap().id;
        let field = SessionField::Proof("Wrote though tired".into());
        world.act(Action::Session(SessionAction::Set { id, field }));
        check(&world, Badge::TenProofs, (nth == 10).then_some("03-12"), nth);
    }
}

#[test]
fn reviews_win_theirs_when_they_are_finished() {
    let mut world = World::with_goal();
    days(&mut world, 7, 300);
    let week = Period::week_ending(world.utc.date_naive() - Duration::days(1));
    let month = Period::month_of(world.utc.date_naive());
    for (period, badge, other) in
        [(week, Badge::WeeklyReview, Badge::MonthlyReview), (month, Badge::MonthlyReview, Badge::Experiment)]
    {
        world.act(Action::Review(ReviewAction::Open(period)));
        check(&world, badge, None, 0);
        let id = world.model.reviews.iter().find(|review| !review.is_done()).unwrap().id;
        world.act(Action::Review(ReviewAction::Finish { id }));
        check(&world, badge, Some("03-09"), 1);
        check(&world, other, None, 0);
    }
}

#[test]
fn a_plan_that_helped_and_an_experiment_that_was_decided() {
    let mut world = World::with_goal();
    let (obstacle, action) = ("I am tired".into(), "write one line".into());
    world.act(Action::Plan(PlanAction::Add { obstacle, action, wish: String::new(), outcome: String::new() }));
    let plan = world.model.plans.last().unwrap().id;
    let (at, day) = (world.utc, world.utc.date_naive());
    for (nth, result, won) in
        [(1, UseResult::Open, None), (2, UseResult::DidNotHelp, None), (3, UseResult::Helped, Some("03-02"))]
    {
        let id = uuid::Uuid::from_u128(nth);
        world.model.plan_uses.insert(PlanUse { id, plan, at, day, session: None, result });
        check(&world, Badge::PlanThatWorked, won, u32::from(won.is_some()));
    }
    let start = ExperimentAction::Start { what: "tea".into(), review: None, design: ExperimentDesign::Dated };
    world.act(Action::Experiment(start));
    check(&world, Badge::Experiment, None, 0);
    let id = world.model.experiments.last().unwrap().id;
    world.act(Action::Experiment(ExperimentAction::Decide { id, state: ExperimentState::Dropped }));
    check(&world, Badge::Experiment, Some("03-02"), 1);
}

#[test]
fn five_things_set_up_and_someone_who_was_told() {
    let mut world = World::with_goal();
    for nth in 1..=5 {
        let add = |kind| EnvironmentAction::Add { group: Group::Place, kind, text: format!("thing {nth}") };
        world.act(Action::Environment(add(ItemKind::EverySession)));
        world.act(Action::Environment(add(ItemKind::SetUpOnce)));
        let once = |item: &&crate::domain::environment::EnvironmentItem| {
            item.kind == ItemKind::SetUpOnce && item.set_up.is_none()
        };
        let id = world.model.environment.iter().find(once).unwrap().id;
        world.act(Action::Environment(EnvironmentAction::ToggleSetUp { id }));
        check(&world, Badge::EnvironmentSetUp, (nth == 5).then_some("03-02"), nth);
    }
    check(&world, Badge::ToldSomeone, None, 0);
    world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)));
    check(&world, Badge::ToldSomeone, Some("03-02"), 1);
}
