mod laws;
mod path;
mod steps;
mod table;

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::*;
use crate::domain::Action;
use crate::domain::tests::World;

/// Monday 2 March 2026, the goal's first day, in a world of [`World::with_goal`].
const FIRST: &str = "2026-03-02";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A session of ten minutes on each of some days, counted from 0; then it is the evening of `today`.
fn worked(days: &[i64], today: i64) -> World {
    let mut world = World::with_goal();
    for nth in days {
        work_on(&mut world, *nth, 600);
    }
    go_to(&mut world, today);
    world
}

/// A session at 18:00 on a day counted from 0.
fn work_on(world: &mut World, nth: i64, focus_secs: i64) {
    let ended: DateTime<Utc> = "2026-03-02T18:00:00Z".parse().unwrap();
    let end = ended + Duration::days(nth);
    let here = world.utc;
    world.utc = end + Duration::minutes(1);
    world.add(60, focus_secs);
    world.utc = here;
}

/// The evening of a day counted from 0.
fn go_to(world: &mut World, nth: i64) {
    let evening: DateTime<Utc> = "2026-03-02T20:00:00Z".parse().unwrap();
    world.utc = evening + Duration::days(nth);
}

fn path(world: &World) -> Path {
    let today = Now::new(world.utc, world.offset, 0).today(world.model.settings.day_start_hour);
    crate::domain::insight::Derived::of(&world.model, today).programme
}

fn act(world: &mut World, action: ProgrammeAction) {
    world.act(Action::Programme(action));
}

fn first_days(days: i64) -> Vec<i64> {
    (0..days).collect()
}

/// Where a step stands.
#[track_caller]
fn check_step(world: &World, step: Step, expected: StepState) {
    let path = path(world);
    let view = path.stages.iter().flat_map(|view| &view.steps).find(|view| view.step == step).unwrap();
    assert_eq!(view.state, expected, "{step:?}");
}
