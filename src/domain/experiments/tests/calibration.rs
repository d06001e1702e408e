//! How often a card says that something is better or worse where nothing differs: printed by
//! `cargo test --lib calibration -- --nocapture`.

use super::*;
use crate::domain::insight::forecast::Dice;
use crate::domain::session::{Interval, Session};

/// Worlds that are lived through for each figure.
const RUNS: u32 = 200;
/// Share of days without a session.
const ZERO_DAYS: f64 = 0.25;
/// How far the logarithm of a day's minutes swings.
const SWING: f64 = 0.5;

/// Lives so many days of a person whose minutes come and go, each day `likeness` (0–1) like the one before, and who rates
/// energy by chance: nothing that is tried makes a difference to any of it.
fn live_on(world: &mut World, dice: &mut Dice, effort: &mut f64, (days, likeness): (u32, f64)) {
    for _ in 0..days {
        *effort = likeness * *effort + SWING * (1.0 - likeness * likeness).sqrt() * dice.normal();
        let minutes = if dice.roll() < ZERO_DAYS { 0 } else { (20.0 * effort.exp()).round().max(1.0) as i64 };
        let energy = (3.0 + dice.normal()).round().clamp(1.0, 5.0) as u8;
        lived(world, minutes, energy);
    }
}

/// As [`live`], without all that an act brings with it.
fn lived(world: &mut World, minutes: i64, energy: u8) {
    if minutes > 0 {
        let template = world.model.sessions.iter().next().unwrap().clone();
        let end = world.utc - chrono::Duration::seconds(60);
        let start = end - chrono::Duration::minutes(minutes);
        world.model.sessions.insert(Session {
            id: uuid::Uuid::from_u128(u128::from(world.utc.timestamp().unsigned_abs())),
            started: start,
            day: world.utc.date_naive(),
            intervals: vec![Interval { start, end }],
            energy: Some(energy),
            ..template
        });
    }
    world.pass(DAY);
}

/// The share of worlds in which the card, so many days after the start, says that it is better or worse.
fn wrong(design: ExperimentDesign, after_days: u32, likeness: f64) -> f64 {
    let is_wrong = |run: &u32| {
        let (mut dice, mut world) = (Dice::new(9_000 + run), World::with_goal());
        let mut effort = SWING * dice.normal();
        live(&mut world, 20, 3);
        live_on(&mut world, &mut dice, &mut effort, (14, likeness));
        world.act(start("Phone in the hall", design));
        // The coin falls by the id: every world has its own.
        let made = world.model.experiments.iter().last().unwrap().clone();
        world.model.experiments.remove(made.id);
        world.model.experiments.insert(Experiment { id: uuid::Uuid::from_u128(u128::from(*run)), ..made });
        live_on(&mut world, &mut dice, &mut effort, (after_days, likeness));
        let says = cards(&world).iter().next().unwrap().says;
        assert!(!matches!(says, Says::Waiting { .. } | Says::Ended), "{says:?}");
        !matches!(says, Says::Counts | Says::TooEarly | Says::Unclear)
    };
    (0..RUNS).filter(is_wrong).count() as f64 / f64::from(RUNS)
}

#[track_caller]
fn check_wrong(what: &str, share: f64) {
    println!("the card of {what} was wrong in {:.1} % of {RUNS} worlds without a difference", 100.0 * share);
    assert!(share <= 0.10, "{share}");
}

#[test]
fn the_card_of_before_and_after_is_wrong_in_at_most_a_tenth_of_worlds_without_a_difference() {
    check_wrong("14 days before and after", wrong(ExperimentDesign::Dated, 14, 0.0));
    check_wrong("14 days before and after in long spells", wrong(ExperimentDesign::Dated, 14, 0.85));
}

#[test]
fn so_is_the_card_of_a_coin() {
    check_wrong("six weeks of a coin in which days are alike", wrong(ExperimentDesign::CoinFlip, 42, 0.5));
}
