//! A table of cases for each rule, with the last ones that do not apply; then the laws for any days.

mod coming_back;
mod pitfalls;

use proptest::prelude::*;

use super::*;
use crate::domain::Action;
use crate::domain::insight::Derived;
use crate::domain::programme::{ProgrammeAction, Step};
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::tests::World;

/// A goal whose partner is found, so that a rule is not hidden by one that asks before it.
fn world() -> World {
    let mut world = World::with_goal();
    world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)));
    world
}

/// Lives through days: a letter is a day, `.` missed, `r` a rest, `a` 1 min, `b` 2 min … of focus.
fn live(world: &mut World, days: &str) {
    for letter in days.chars() {
        world.pass(86_400);
        let today = world.utc.date_naive();
        match letter {
            '.' => {}
            'r' => {
                world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Rest }));
            }
            letter => {
                world.add(60, (i64::from(u32::from(letter)) - 96) * 60);
            }
        }
    }
}

fn rate(world: &mut World, field: SessionField) {
    let id = world.model.sessions.last().unwrap().id;
    world.act(Action::Session(SessionAction::Set { id, field }));
}

fn found(world: &World) -> Option<Nudge> {
    Derived::of(&world.model, world.utc.date_naive()).nudge
}

fn silence(world: &mut World, rules: &[Rule]) {
    let settings = Settings { silent_rules: rules.to_vec(), ..world.model.settings.clone() };
    world.act(Action::Settings(SettingsAction::Set(settings)));
}

/// Turns off every other rule.
fn only(world: &mut World, rule: Rule) {
    let others: Vec<Rule> = Rule::ALL.into_iter().filter(|other| *other != rule).collect();
    silence(world, &others);
}

#[track_caller]
fn check(world: &World, cause: Option<Cause>) {
    assert_eq!(found(world).map(|nudge| nudge.cause), cause);
}

/// What is advised after these days, all rules asked.
#[track_caller]
fn check_days(days: &str, expected: Option<(Rule, Act)>) {
    let mut world = world();
    live(&mut world, days);
    assert_eq!(found(&world).map(|nudge| (nudge.rule, nudge.act)), expected, "{days}");
}

#[test]
fn a_nudge_put_away_is_silent_for_seven_days_and_the_next_rule_speaks() {
    let mut world = World::with_goal();
    live(&mut world, "eeeeeee...");
    assert_eq!(found(&world).unwrap().rule, Rule::Comeback);
    world.act(Action::Nudge(NudgeAction::Dismiss(Rule::Comeback)));
    assert_eq!(found(&world).unwrap().rule, Rule::NoSupport);
    live(&mut world, "......");
    assert_eq!(found(&world).unwrap().rule, Rule::NoSupport);
    live(&mut world, ".");
    assert_eq!(found(&world).unwrap().rule, Rule::Comeback);
    world.act(Action::Nudge(NudgeAction::Dismiss(Rule::Comeback)));
    world.act(Action::Undo);
    assert_eq!(found(&world).unwrap().rule, Rule::Comeback);
}

#[test]
fn without_a_goal_nothing_is_advised_or_put_away() {
    let mut world = World::new();
    assert_eq!(found(&world), None);
    assert_eq!(world.refused(Action::Nudge(NudgeAction::Dismiss(Rule::BurnOut))), Refusal::NoGoal);
}

#[test]
fn every_rule_is_asked_once() {
    let all: std::collections::BTreeSet<Rule> = Rule::ALL.into_iter().collect();
    assert_eq!(all.len(), Rule::ALL.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_silent_or_put_away_never_speaks(days in "[.raejz]{1,40}", quiet in 0_usize..8, away in 0_usize..8) {
        let mut world = World::with_goal();
        silence(&mut world, &[Rule::ALL[quiet]]);
        let mut put_away = None;
        for (nth, day) in days.split("").filter(|day| !day.is_empty()).enumerate() {
            live(&mut world, day);
            let spoken = found(&world).map(|nudge| nudge.rule);
            prop_assert_ne!(spoken, Some(Rule::ALL[quiet]));
            if let Some(at) = put_away {
                prop_assert!(nth >= at + 7 || spoken != Some(Rule::ALL[away]));
            }
            if spoken == Some(Rule::ALL[away]) {
                world.act(Action::Nudge(NudgeAction::Dismiss(Rule::ALL[away])));
                put_away = Some(nth);
            }
        }
    }
}
