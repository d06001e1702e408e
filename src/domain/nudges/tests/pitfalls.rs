//! The rules about what stands in the way, and the guard against burning out.

use super::*;
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::rewards::{GrantState, Occasion, RewardAction};
use crate::domain::session::Ended;
use crate::domain::target::TargetAction;
use crate::domain::waiting_room::WishAction;

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

/// What is advised when the last sessions, one a day up to the day before yesterday, had these rewards.
#[track_caller]
fn check_rewards(states: &[Option<GrantState>], expected: Option<Cause>) {
    let mut world = world();
    only(&mut world, Rule::WeakRewards);
    world.reward("Espresso", 5);
    for state in states {
        live(&mut world, "e");
        let id = world.model.sessions.last().unwrap().id;
        let occasion = Occasion::Session(id);
        if state.is_some() {
            world.model.sessions.update(id, |session| session.ended = Ended::Earned);
        }
        match state {
            Some(GrantState::Claimed) => drop(world.act(Action::Reward(RewardAction::Take { occasion }))),
            Some(GrantState::Skipped) => drop(world.act(Action::Reward(RewardAction::Skip { occasion }))),
            Some(GrantState::Earned) | None => {}
        }
    }
    world.pass(2 * 86_400);
    check(&world, expected);
}

#[test]
fn a_reward_left_three_times_of_five_is_weak() {
    let [claimed, earned, skipped] = [GrantState::Claimed, GrantState::Earned, GrantState::Skipped].map(Some);
    check_rewards(&[claimed, earned, skipped, earned], Some(Cause::RewardsLeft { times: 3 }));
    check_rewards(&[skipped, skipped, None, skipped], Some(Cause::RewardsLeft { times: 3 }));
    check_rewards(&[skipped, skipped, claimed, skipped, claimed], Some(Cause::RewardsLeft { times: 3 }));
    check_rewards(&[skipped, skipped, claimed, skipped, claimed, claimed], None);
    check_rewards(&[earned, skipped], None);
}

#[test]
fn a_reward_of_yesterday_still_waits() {
    let mut world = world();
    world.reward("Espresso", 5);
    live(&mut world, "eee");
    for session in world.model.sessions.clone().iter() {
        world.model.sessions.update(session.id, |session| session.ended = Ended::Earned);
    }
    only(&mut world, Rule::WeakRewards);
    world.pass(86_400);
    check(&world, None);
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
    assert_eq!(act, Some((Cause::NobodyKnows { days: 7 }, Act::SeePeople)));
    world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)));
    check(&world, None);
}

#[test]
fn whoever_has_a_partner_is_reminded_to_tell_them() {
    use crate::domain::people::{NewCheckIn, PartnerDetails, PeopleAction, Span, To, Way};
    let mut world = World::with_goal();
    only(&mut world, Rule::NoSupport);
    let details = PartnerDetails { name: "Ada".into(), ..PartnerDetails::default() };
    world.act(Action::People(PeopleAction::AddPartner(details)));
    let partner = world.model.partners.last().unwrap().id;
    world.pass(9 * 86_400);
    check(&world, None);
    world.pass(86_400);
    check(&world, Some(Cause::NothingTold { days: 10 }));
    assert_eq!(found(&world).map(|nudge| nudge.act), Some(Act::CheckIn { partner }));
    let (to, way, span) = (To::Partner(partner), Way::Told, Span::Day(world.utc.date_naive()));
    let new = NewCheckIn { to, way, span, words: String::new(), question: String::new() };
    world.act(Action::People(PeopleAction::CheckIn(new)));
    check(&world, None);
}

#[test]
fn a_check_in_that_should_have_come_is_told_before_silence_is() {
    use crate::domain::people::{PartnerDetails, PeopleAction, Rhythm};
    let mut world = World::with_goal();
    only(&mut world, Rule::NoSupport);
    let rhythm = Rhythm::Daily { minute: 1140 };
    let details = PartnerDetails { name: "Ada".into(), rhythm, ..PartnerDetails::default() };
    world.act(Action::People(PeopleAction::AddPartner(details)));
    let partner = world.model.partners.last().unwrap().id;
    world.pass(86_400);
    check(&world, None);
    world.pass(86_400);
    check(&world, Some(Cause::CheckInOpen { partner }));
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
