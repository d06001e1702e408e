//! A table of cases for each rule, with the last ones that do not apply; then the laws for any days.

use proptest::prelude::*;

use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::insight::Derived;
use crate::domain::programme::{ProgrammeAction, Step};
use crate::domain::reminders::ReminderAction;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::reward::RewardState;
use crate::domain::session::{Ended, SessionAction, SessionField};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::target::TargetAction;
use crate::domain::tests::World;
use crate::domain::waiting_room::WishAction;

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
fn after_two_missed_days_the_smallest_session_is_offered() {
    check_days("ee...", Some((Rule::Comeback, Act::StartShort)));
    check_days("ee.r.", Some((Rule::NeverMissTwice, Act::StartShort)));
    check_days("e.r..", Some((Rule::Comeback, Act::StartShort)));
    check_days("ee..r", None);
    check_days("ee.", None);
    check_days("....", None);
    let mut world = world();
    live(&mut world, "ee....");
    check(&world, Some(Cause::DaysMissed { days: 3 }));
}

#[test]
fn days_without_a_reminder_are_not_missed_when_other_days_have_one() {
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    let mut world = world();
    let weekdays = vec![Mon, Tue, Wed, Thu, Fri];
    world.act(Action::Reminder(ReminderAction::Add { minute: 480, weekdays, cue: String::new() }));
    live(&mut world, "eeee...");
    assert_eq!(found(&world).map(|nudge| nudge.rule), None, "Monday after a free weekend");
    live(&mut world, ".");
    check(&world, Some(Cause::DayMissed { day: "2026-03-09".parse().unwrap() }));
}

#[test]
fn the_day_after_a_miss_says_never_twice() {
    check_days("ee..", Some((Rule::NeverMissTwice, Act::StartShort)));
    check_days("eerr.", None);
    check_days("..", None);
    let mut world = world();
    live(&mut world, "ee.r.");
    check(&world, Some(Cause::DayMissed { day: "2026-03-05".parse().unwrap() }));
}

#[test]
fn three_wishes_in_two_weeks_are_many_goals() {
    let mut world = world();
    let wish = || Action::Wish(WishAction::Add { title: "another".into() });
    live(&mut world, "e");
    world.act(wish());
    live(&mut world, "eeeee");
    world.act(wish());
    check(&world, None);
    live(&mut world, "eeeeeeee");
    world.act(wish());
    check(&world, Some(Cause::WishesParked { wishes: 3 }));
    assert_eq!(found(&world).unwrap().act, Act::SeeGoal);
    live(&mut world, "e");
    check(&world, None);
}

#[test]
fn goals_put_aside_twice_in_six_weeks_are_many_goals() {
    let mut world = world();
    only(&mut world, Rule::TooManyGoals);
    let change = |world: &mut World, outcome| {
        world.act(Action::Goal(GoalAction::Close { outcome, learnt: String::new() }));
        world.act(Action::Goal(GoalAction::Create { title: "Another".into() }));
    };
    change(&mut world, Outcome::Dropped);
    live(&mut world, "eee");
    change(&mut world, Outcome::Finished);
    check(&world, None);
    change(&mut world, Outcome::Paused);
    check(&world, Some(Cause::GoalsPutAside { times: 2 }));
    live(&mut world, &"e".repeat(38));
    check(&world, Some(Cause::GoalsPutAside { times: 2 }));
    live(&mut world, "e");
    check(&world, None);
}

/// What is advised when the last sessions, one a day up to yesterday, had these rewards; today has none yet.
#[track_caller]
fn check_rewards(states: &[RewardState], expected: Option<Cause>) {
    let mut world = world();
    only(&mut world, Rule::WeakRewards);
    for state in states {
        live(&mut world, "e");
        let id = world.model.sessions.last().unwrap().id;
        world.model.sessions.update(id, |session| session.reward = *state);
    }
    world.pass(86_400);
    check(&world, expected);
}

#[test]
fn three_rewards_left_in_a_row_are_weak() {
    use RewardState::{Claimed, Earned, None as Without, Skipped};
    check_rewards(&[Claimed, Earned, Skipped, Earned], Some(Cause::RewardsLeft { times: 3 }));
    check_rewards(&[Skipped, Skipped, Without, Skipped], Some(Cause::RewardsLeft { times: 3 }));
    check_rewards(&[Skipped, Skipped, Claimed, Skipped], None);
    check_rewards(&[Earned, Skipped], None);
}

#[test]
fn a_reward_of_today_still_waits() {
    let mut world = world();
    live(&mut world, "eee");
    for session in world.model.sessions.clone().iter() {
        world.model.sessions.update(session.id, |session| session.reward = RewardState::Earned);
    }
    check(&world, None);
    only(&mut world, Rule::WeakRewards);
    world.pass(86_400);
    check(&world, Some(Cause::RewardsLeft { times: 3 }));
}

#[test]
fn after_a_week_somebody_should_know() {
    let mut world = World::with_goal();
    live(&mut world, "eeeeee");
    check(&world, None);
    live(&mut world, "e");
    let act = found(&world).map(|nudge| (nudge.cause, nudge.act));
    assert_eq!(act, Some((Cause::NobodyKnows { days: 7 }, Act::TickPartner)));
    world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)));
    check(&world, None);
}

/// What is advised with this target after 14 days of which the last is today.
#[track_caller]
fn check_target(target: u16, days: &str, expected: Option<(u16, u16)>) {
    let mut world = world();
    only(&mut world, Rule::UnrealisticExpectations);
    world.act(Action::Target(TargetAction::Set { minutes: target }));
    live(&mut world, days);
    let found = found(&world).map(|nudge| match (nudge.cause, nudge.act) {
        (Cause::TargetFarAhead { mean, .. }, Act::SetTarget { minutes }) => (mean, minutes),
        other => panic!("{other:?}"),
    });
    assert_eq!(found, expected, "{target} {days}");
}

#[test]
fn a_target_three_times_the_mean_is_far_ahead() {
    check_target(30, "jjjjjjjjjjjjjj", Some((10, 10)));
    check_target(29, "jjjjjjjjjjjjjj", None);
    // Five days of 14 with 12 min: 4.3 min a day; the floor is 5.
    check_target(13, "lllll.........l", Some((4, 5)));
    // Rests do not lower the mean, an open today neither.
    check_target(30, "jjjjrrjjjjjjj.", Some((10, 10)));
    check_target(30, "jjjjrrjjjjjjk.", None);
    check_target(20, "rrrrrrrraaaaaa", None);
    check_target(30, "jjjjjjjjj", None);
    check_target(30, "..............", None);
}

#[test]
fn three_listless_sessions_are_no_judgement_before_four_weeks() {
    let mut world = world();
    let low = |world: &mut World, rating| {
        live(world, "e");
        rate(world, SessionField::MotivationAfter(Some(rating)));
    };
    low(&mut world, 2);
    low(&mut world, 1);
    check(&world, None);
    low(&mut world, 2);
    check(&world, Some(Cause::JudgedEarly { day: 4 }));
    low(&mut world, 3);
    check(&world, None);
    live(&mut world, &"e".repeat(20));
    for _ in 0..3 {
        low(&mut world, 1);
    }
    check(&world, Some(Cause::JudgedEarly { day: 28 }));
    low(&mut world, 1);
    check(&world, None);
}

/// What is advised when 14 days had `before` minutes and energy each, and the last 14 `now`.
#[track_caller]
fn check_energy(before: (&str, u8), now: (&str, u8), expected: Option<(u32, u32)>) {
    let mut world = world();
    only(&mut world, Rule::BurnOut);
    for (days, energy) in [before, now] {
        for day in days.split("") {
            live(&mut world, day);
            if !["", ".", "r"].contains(&day) {
                rate(&mut world, SessionField::Energy(Some(energy)));
            }
        }
    }
    let found = found(&world).map(|nudge| match nudge.cause {
        Cause::EnergyFell { before, now } => (before.minutes, now.minutes),
        other => panic!("{other:?}"),
    });
    assert_eq!(found, expected, "{before:?} {now:?}");
}

#[test]
fn more_minutes_with_less_energy_ask_for_a_rest() {
    check_energy(("jjjjjjjjjjjjjj", 4), ("kkkkkkkkkkkkkk", 3), Some((140, 154)));
    check_energy(("jjjjjjjjjjjjjj", 4), ("kkkkkkkkkkkkkj", 3), None);
    check_energy(("jjjjjjjjjjjjjj", 3), ("kkkkkkkkkkkkkk", 3), None);
    check_energy(("jjjjjjjjjjjjjj", 3), ("kkkkkkkkkkkkkk", 4), None);
    check_energy(("eeeee.........", 4), ("jjjjj.........", 3), Some((25, 50)));
    check_energy(("eeee..........", 4), ("jjjjj.........", 3), None);
    check_energy(("eeeee.........", 4), ("jjjj..........", 3), None);
    check_energy(("eeeee.........", 4), ("jjjjj........r", 3), None);
}

#[test]
fn the_rest_it_asks_for_quiets_the_guard() {
    let mut world = world();
    live(&mut world, "eeeeeeeeeeeeee");
    for day in ["j"; 14] {
        live(&mut world, day);
    }
    for (nth, session) in world.model.sessions.clone().iter().enumerate() {
        let field = SessionField::Energy(Some(if nth < 14 { 4 } else { 2 }));
        world.act(Action::Session(SessionAction::Set { id: session.id, field }));
    }
    let tomorrow = "2026-03-31".parse().unwrap();
    let nudge = found(&world).unwrap();
    assert_eq!((nudge.rule, nudge.act), (Rule::BurnOut, Act::RestOn(tomorrow)));
    let Cause::EnergyFell { before, now } = nudge.cause else { panic!("{nudge:?}") };
    assert_eq!(
        (before, now),
        (Fortnight { minutes: 70, energy: 4.0, ratings: 14 }, Fortnight { minutes: 140, energy: 2.0, ratings: 14 },)
    );
    world.act(Action::Rest(RestAction::Add { from: tomorrow, to: tomorrow, kind: RestKind::Rest }));
    check(&world, None);
}

#[test]
fn a_return_after_a_miss_is_told() {
    let mut world = world();
    live(&mut world, "ee.");
    live(&mut world, "e");
    check(&world, Some(Cause::CameBack { missed: 1 }));
    live(&mut world, "e");
    check(&world, None);
    live(&mut world, "..re");
    check(&world, Some(Cause::CameBack { missed: 2 }));
}

#[test]
fn a_first_session_after_empty_days_is_no_return() {
    check_days("..e", None);
}

/// A session of today that ended early at this time after so many of ten minutes.
#[track_caller]
fn check_late(hour: i64, minutes: i64, ended: Ended, expected: Option<Cause>) {
    let mut world = world();
    world.pass((hour - 9) * 3_600);
    let id = world.add(0, minutes * 60);
    world.model.sessions.update(id, |session| (session.ended, session.planned_secs) = (ended, 600));
    let day = world.model.sessions.last().unwrap().day;
    let found = Derived::of(&world.model, day).nudge.map(|nudge| nudge.cause);
    assert_eq!(found, expected, "{hour}:00 {minutes} min");
}

#[test]
fn a_late_session_that_ended_early_counts_and_is_told() {
    let told = Some(Cause::EndedLate { done: 6, planned: 10 });
    check_late(21, 6, Ended::Early, told);
    check_late(26, 6, Ended::Early, told);
    check_late(21, 6, Ended::Earned, None);
    check_late(20, 6, Ended::Early, None);
}

/// What is advised on a day with this focus of a target of 20 minutes.
#[track_caller]
fn check_almost(focus_secs: i64, expected: Option<Cause>) {
    let mut world = world();
    world.act(Action::Target(TargetAction::Set { minutes: 20 }));
    world.add(0, focus_secs);
    check(&world, expected);
}

#[test]
fn from_four_fifths_on_a_target_is_almost_met() {
    check_almost(16 * 60 - 1, None);
    check_almost(16 * 60, Some(Cause::AlmostMet { done: 16, target: 20 }));
    check_almost(20 * 60 - 1, Some(Cause::AlmostMet { done: 19, target: 20 }));
    check_almost(20 * 60, None);
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
