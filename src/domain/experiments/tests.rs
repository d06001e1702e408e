use super::*;
use crate::domain::Action;
use crate::domain::effect::UndoKey;
use crate::domain::insight::days::Days;
use crate::domain::insight::patterns::{Arm, Verdict};
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::tests::{World, check_survives_saving};

mod calibration;
mod kept;

const DAY: i64 = 86_400;

fn day(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

fn act(action: ExperimentAction) -> Action {
    Action::Experiment(action)
}

fn start(what: &str, design: ExperimentDesign) -> Action {
    act(ExperimentAction::Start { what: what.into(), review: None, design })
}

/// Works so many minutes today, with a rating of energy, and lets the day pass; 0 minutes are no session.
fn live(world: &mut World, minutes: i64, energy: u8) {
    if minutes > 0 {
        let id = world.add(60, minutes * 60);
        world.act(Action::Session(SessionAction::Set { id, field: SessionField::Energy(Some(energy)) }));
    }
    world.pass(DAY);
}

fn cards(world: &World) -> Cards {
    let (goal, today) = (world.model.goal().unwrap(), world.utc.date_naive());
    Cards::of(&world.model, goal, &Days::of(&world.model, goal, today), today)
}

/// 14 days with 10 minutes on ten of them, then a dated experiment and 20 minutes daily until a day of March.
fn dated_world(until: &str) -> World {
    let mut world = World::with_goal();
    for nth in 0..14 {
        live(&mut world, if nth % 3 == 0 && nth > 0 { 0 } else { 10 }, 3);
    }
    world.act(start("Phone in the hall", ExperimentDesign::Dated));
    while world.utc.date_naive() < day(until) {
        live(&mut world, 20, 4);
    }
    world
}

#[test]
fn a_dated_experiment_compares_fourteen_days_before_with_those_since_without_the_first_two() {
    let world = dated_world("03-30");
    let cards = cards(&world);
    let card = cards.iter().next().unwrap();
    assert_eq!(card.judged_on, day("03-30"));
    let since = Side { days: 12, done: 12, minutes_a_day: 20.0, rated: 12, energy: Some(4.0) };
    let before = Side { days: 14, done: 10, minutes_a_day: 100.0 / 14.0, rated: 10, energy: Some(3.0) };
    assert_eq!((card.with, card.without), (since, before));
    // Of twelve days a rate has no verdict yet: the rules want fifteen.
    assert_eq!((card.done.a, card.done.b), (Arm { came: 12, n: 12 }, Arm { came: 10, n: 14 }));
    assert_eq!(card.done.verdict, Verdict::TooEarly);
    let shift = |finding: crate::domain::insight::patterns::AmountFinding| finding.shift.unwrap().0;
    assert_eq!((shift(card.minutes), card.minutes.verdict), (10.0, Verdict::ProbablyA));
    assert_eq!((shift(card.energy), card.energy.verdict), (1.0, Verdict::ProbablyA));
    assert_eq!((card.says, card.others), (Says::ProbablyBetter(Outcome::Minutes), 0));
}

#[test]
fn cards_made_again_after_a_change_are_those_made_anew() {
    let mut world = dated_world("03-29");
    world.act(start("Tea first", ExperimentDesign::CoinFlip));
    let mut kept = cards(&world);
    for nth in 0..20 {
        match nth {
            3 => decide(&mut world, ExperimentState::Kept),
            5 => decide(&mut world, ExperimentState::Running),
            9 => drop(world.act(Action::Undo)),
            12 => drop(world.add(20 * DAY + 7_200, 600)),
            _ => {}
        }
        live(&mut world, i64::from(nth % 3) * 10, 2);
        let (goal, today) = (world.model.goal().unwrap(), world.utc.date_naive());
        kept = kept.again(&world.model, goal, &Days::of(&world.model, goal, today), today);
        assert_eq!(kept, cards(&world), "after {nth} days");
    }
}

#[test]
fn before_the_fourteenth_day_only_counts_are_told() {
    let world = dated_world("03-29");
    let cards = cards(&world);
    let card = cards.iter().next().unwrap();
    assert_eq!(card.says, Says::Waiting { days: 1 });
    assert_eq!((card.with.days, card.without.days), (11, 14));
    assert_eq!((card.done.verdict, card.minutes.shift, card.energy.shift), (Verdict::Counts, None, None));
}

#[test]
fn later_days_do_not_change_a_dated_card() {
    let (early, late) = (cards(&dated_world("03-30")), cards(&dated_world("04-20")));
    assert_eq!(early.iter().next().unwrap().minutes, late.iter().next().unwrap().minutes);
    assert_eq!(early.iter().next().unwrap().with, late.iter().next().unwrap().with);
}

fn decide(world: &mut World, state: ExperimentState) {
    let id = world.model.experiments.last().unwrap().id;
    world.act(act(ExperimentAction::Decide { id, state }));
}

#[test]
fn one_that_is_dropped_early_has_the_days_it_lasted_and_no_verdict() {
    let mut world = dated_world("03-20");
    decide(&mut world, ExperimentState::Dropped);
    live(&mut world, 20, 4);
    let cards = cards(&world);
    let card = cards.iter().next().unwrap();
    assert_eq!((card.with.days, card.says), (2, Says::Ended));
}

#[test]
fn only_one_that_is_decided_from_the_fourteenth_day_on_has_a_verdict() {
    let ends = |until: &str, minutes: i64| {
        let mut world = coin_world(0, [0, 0]);
        while world.utc.date_naive() < day(until) {
            let is_on = is_on(world.model.experiments.last().unwrap(), world.utc.date_naive());
            live(&mut world, if is_on { minutes } else { 0 }, 3);
        }
        decide(&mut world, ExperimentState::Kept);
        cards(&world).iter().next().unwrap().says
    };
    assert_eq!(ends("03-15", 20), Says::Ended);
    assert_ne!(ends("03-16", 20), Says::Ended);
    let mut world = dated_world("03-29");
    decide(&mut world, ExperimentState::Kept);
    live(&mut world, 20, 4);
    let cards = cards(&world);
    let card = cards.iter().next().unwrap();
    assert_eq!(
        (card.with.days, card.says, card.minutes.shift, card.done.verdict),
        (11, Says::Ended, None, Verdict::Counts)
    );
}

#[test]
fn those_that_run_together_share_the_threshold() {
    let mut world = dated_world("03-23");
    world.act(start("Tea first", ExperimentDesign::Dated));
    world.pass(20 * DAY);
    world.act(start("Phone away", ExperimentDesign::Dated));
    let today = world.utc.date_naive();
    let own: Vec<&Experiment> = world.model.experiments.iter().collect();
    let together: Vec<u32> = own.iter().map(|one| card::running_together(one, &own, today)).collect();
    // The third began after the days of the first two; both of them still run beside it.
    assert_eq!(together, [2, 2, 3]);
}

#[test]
fn trying_again_on_a_later_day_starts_anew_and_on_the_same_day_takes_the_decision_back() {
    let mut world = coin_world(20, [20, 0]);
    let first = world.model.experiments.last().unwrap().id;
    let again = |world: &mut World| {
        world.act(act(ExperimentAction::Decide { id: first, state: ExperimentState::Running }));
    };
    decide(&mut world, ExperimentState::Dropped);
    again(&mut world);
    assert_eq!(
        (world.model.experiments.iter().count(), world.model.experiments.get(first).unwrap().decided),
        (1, None)
    );
    decide(&mut world, ExperimentState::Dropped);
    let dropped = world.model.experiments.get(first).unwrap().clone();
    for _ in 0..10 {
        live(&mut world, 20, 3);
    }
    let before = cards(&world);
    again(&mut world);
    let anew = world.model.experiments.last().unwrap().clone();
    assert_eq!((anew.day, anew.decided, anew.review), (day("04-01"), None, None));
    assert_eq!((anew.what.as_str(), anew.design), ("Tea first", ExperimentDesign::CoinFlip));
    assert_eq!(world.model.experiments.get(first), Some(&dropped));
    assert_eq!(cards(&world).get(first), before.get(first));
    again(&mut world);
    assert_eq!(world.model.experiments.iter().count(), 2, "it runs already");
    world.act(Action::Undo);
    assert_eq!(world.model.experiments.iter().collect::<Vec<_>>(), [&dropped]);
}

#[test]
fn rests_belong_to_neither_side() {
    let mut world = dated_world("03-30");
    let (from, to) = (day("03-10"), day("03-20"));
    world.act(Action::Rest(RestAction::Add { from, to, kind: RestKind::Ill }));
    let cards = cards(&world);
    let card = cards.iter().next().unwrap();
    assert_eq!((card.without.days, card.with.days), (8, 9));
}

/// A coin flip with a known id from the first day on: minutes on days it is on, and on days it is off.
fn coin_world(days: usize, [on, off]: [i64; 2]) -> World {
    let mut world = World::with_goal();
    world.act(start("Tea first", ExperimentDesign::CoinFlip));
    let made = world.model.experiments.last().unwrap().clone();
    world.model.experiments.remove(made.id);
    let known = Experiment { id: Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0001), ..made };
    world.model.experiments.insert(known.clone());
    for _ in 0..days {
        let minutes = if is_on(&known, world.utc.date_naive()) { on } else { off };
        live(&mut world, minutes, 3);
    }
    world
}

#[test]
fn the_coin_always_falls_the_same_way() {
    let world = coin_world(0, [0, 0]);
    let experiment = world.model.experiments.last().unwrap();
    let fell: String =
        day("03-02").iter_days().take(28).map(|day| if is_on(experiment, day) { '1' } else { '0' }).collect();
    // FNV-1a and the mixer of SplitMix64, reckoned apart from this code.
    assert_eq!(fell, "0111010101101001100100101001");
    assert!(!is_on(experiment, day("03-01")));
}

#[test]
fn the_coin_is_fair_and_does_not_remember() {
    let (mut on, mut same) = (0, 0);
    let mut experiment = coin_world(0, [0, 0]).model.experiments.last().unwrap().clone();
    for nth in 0..1_000 {
        experiment.id = Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0000 + nth);
        let fell: Vec<bool> = day("03-02").iter_days().take(15).map(|day| is_on(&experiment, day)).collect();
        on += fell[1..].iter().filter(|on| **on).count();
        same += fell.windows(2).filter(|pair| pair[0] == pair[1]).count();
    }
    // 14 000 throws: three deviations are 177.
    assert!((6_823..=7_177).contains(&on), "{on}");
    assert!((6_823..=7_177).contains(&same), "{same}");
}

#[test]
fn a_coin_flip_is_tested_from_twenty_days_of_each_side() {
    let world = coin_world(52, [20, 0]);
    let cards = cards(&world);
    let card = cards.iter().next().unwrap();
    // Seven weeks of 49 days less the first two.
    assert_eq!((card.with.days, card.without.days), (23, 24));
    assert_eq!((card.with.done, card.without.done), (23, 0));
    assert_eq!((card.done.verdict, card.says), (Verdict::TestedA, Says::TestedBetter(Outcome::Done)));
    assert_eq!((card.minutes.verdict, card.minutes.shift.unwrap().0), (Verdict::ProbablyA, 20.0));
}

#[test]
fn a_coin_flip_that_makes_it_worse_says_so_and_one_that_changes_nothing_is_unclear() {
    let says = |minutes| cards(&coin_world(52, minutes)).iter().next().unwrap().says;
    assert_eq!(says([0, 20]), Says::TestedWorse(Outcome::Done));
    assert_eq!(says([20, 20]), Says::Unclear);
    assert_eq!(says([20, 10]), Says::ProbablyBetter(Outcome::Minutes));
    let early = cards(&coin_world(20, [20, 0]));
    assert!(matches!(early.iter().next().unwrap().says, Says::Counts | Says::TooEarly));
}

#[test]
fn another_experiment_within_the_days_compared_is_counted() {
    let mut world = dated_world("03-23");
    world.act(start("Tea first", ExperimentDesign::Dated));
    while world.utc.date_naive() < day("04-08") {
        live(&mut world, 20, 4);
    }
    let cards = cards(&world);
    assert_eq!(cards.iter().map(|card| card.others).collect::<Vec<_>>(), [1, 1]);
    let goal = world.model.goal().unwrap();
    assert_eq!(focal(&world.model, goal).unwrap().what, "Tea first");
}

#[test]
fn what_points_apart_is_mixed() {
    let pairs = [
        ([Verdict::TooEarly, Verdict::ProbablyA, Verdict::ProbablyB], Says::Mixed),
        ([Verdict::TooEarly, Verdict::Unclear, Verdict::Counts], Says::Unclear),
        ([Verdict::TooEarly, Verdict::TooEarly, Verdict::Counts], Says::TooEarly),
        ([Verdict::Counts; 3], Says::Counts),
        ([Verdict::TestedB, Verdict::ProbablyB, Verdict::Unclear], Says::TestedWorse(Outcome::Done)),
    ];
    for ([done, minutes, energy], expected) in pairs {
        let found = [(Outcome::Done, done), (Outcome::Minutes, minutes), (Outcome::Energy, energy)];
        assert_eq!(card::says(found), expected);
    }
}

#[test]
fn it_is_on_until_it_is_dropped_and_for_good_when_it_is_kept() {
    let mut world = dated_world("03-20");
    let on = |world: &World| {
        let experiment = world.model.experiments.last().unwrap();
        ["03-15", "03-16", "03-19", "03-20", "03-21"].map(|date| is_on(experiment, day(date)))
    };
    assert_eq!(on(&world), [false, true, true, true, true]);
    decide(&mut world, ExperimentState::Dropped);
    assert_eq!(on(&world), [false, true, true, false, false]);
    decide(&mut world, ExperimentState::Kept);
    assert_eq!(on(&world), [false, true, true, true, true]);
    decide(&mut world, ExperimentState::Running);
    assert_eq!(world.model.experiments.last().unwrap().decided, None);
}

#[test]
fn my_system_lists_what_was_kept_with_its_figures() {
    let mut world = dated_world("03-30");
    world.act(start("Tea first", ExperimentDesign::Dated));
    decide(&mut world, ExperimentState::Dropped);
    let first = world.model.experiments.iter().next().unwrap().id;
    world.act(act(ExperimentAction::Decide { id: first, state: ExperimentState::Kept }));
    let (cards, goal) = (cards(&world), world.model.goal().unwrap());
    let listed = system(&world.model, goal, &cards);
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].0.what.as_str(), listed[0].1.unwrap().with.days), ("Phone in the hall", 12));
    check_survives_saving(&world.model);
}

#[test]
fn the_same_twice_is_one_and_each_act_can_be_taken_back() {
    let mut world = World::with_goal();
    let effects = world.act(start(" Tea first ", ExperimentDesign::Dated));
    assert_eq!(effects, [Effect::Save, Effect::Undoable(UndoKey::ExperimentStarted)]);
    assert_eq!(world.act(start("Tea first", ExperimentDesign::Dated)), []);
    let id = world.model.experiments.last().unwrap().id;
    for what in ["Te", "Tea", "Tea before the first line"] {
        world.pass(1);
        world.act(act(ExperimentAction::Edit { id, what: what.into() }));
    }
    decide(&mut world, ExperimentState::Kept);
    assert_eq!(world.act(act(ExperimentAction::Decide { id, state: ExperimentState::Kept })), []);
    world.act(act(ExperimentAction::Delete { id }));
    let seen = |world: &World| world.model.experiments.get(id).map(|one| (one.what.clone(), one.state));
    let states = [
        Some(("Tea before the first line".to_owned(), ExperimentState::Kept)),
        Some(("Tea before the first line".to_owned(), ExperimentState::Running)),
        Some(("Tea first".to_owned(), ExperimentState::Running)),
        None,
    ];
    for state in states {
        world.act(Action::Undo);
        assert_eq!(seen(&world), state);
    }
}

#[test]
fn nonsense_is_refused() {
    let mut world = World::with_goal();
    assert_eq!(world.refused(start(" ", ExperimentDesign::Dated)), Refusal::Empty("experiment"));
    let (what, review) = ("Tea".to_owned(), Some(Uuid::nil()));
    let of_no_review = ExperimentAction::Start { what, review, design: ExperimentDesign::Dated };
    assert_eq!(world.refused(act(of_no_review)), Refusal::Unknown("review"));
    let id = Uuid::nil();
    let gone = Refusal::Unknown("experiment");
    assert_eq!(world.refused(act(ExperimentAction::Edit { id, what: "Tea".into() })), gone);
    assert_eq!(world.refused(act(ExperimentAction::Decide { id, state: ExperimentState::Kept })), gone);
    assert_eq!(world.refused(act(ExperimentAction::Delete { id })), gone);
    assert_eq!(World::new().refused(start("Tea", ExperimentDesign::Dated)), Refusal::NoGoal);
}
