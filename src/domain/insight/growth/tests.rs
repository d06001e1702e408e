//! Lengths of sessions and steps of growth, counted by hand.

use super::*;
use crate::domain::Action;
use crate::domain::session_length::LengthAction;
use crate::domain::tests::World;

fn decide(world: &mut World, minutes: u16, why: LengthChange) {
    world.act(Action::Length(LengthAction::Decide { minutes, why }));
    world.pass(86_400);
}

#[test]
fn each_change_of_the_length_is_a_step_and_keeping_it_is_none() {
    let mut world = World::with_goal();
    for (minutes, why) in [
        (6, LengthChange::Grown),
        (6, LengthChange::Kept),
        (7, LengthChange::Grown),
        (5, LengthChange::Eased),
        (25, LengthChange::Chosen),
    ] {
        decide(&mut world, minutes, why);
    }
    let found: Vec<_> = steps(&world.model, world.goal())
        .iter()
        .map(|step| (step.day.to_string(), step.from, step.to, step.why))
        .collect();
    assert_eq!(
        found,
        [
            ("2026-03-02".to_owned(), 5, 6, LengthChange::Grown),
            ("2026-03-04".to_owned(), 6, 7, LengthChange::Grown),
            ("2026-03-05".to_owned(), 7, 5, LengthChange::Eased),
            ("2026-03-06".to_owned(), 5, 25, LengthChange::Chosen),
        ]
    );
    assert_eq!(steps(&world.model, Uuid::nil()), []);
}

#[test]
fn a_day_has_its_shortest_and_longest_session() {
    let mut world = World::with_goal();
    for (ago, secs) in [(60, 300), (1_000, 600), (2_000, 1_500), (3_600, 120)] {
        world.add(ago, secs);
    }
    world.pass(86_400);
    world.add(60, 450);
    let sessions: Vec<Session> = world.model.sessions.iter().cloned().collect();
    let found = day_lengths(sessions.iter());
    let lengths: Vec<_> = found.iter().map(|day| (day.minutes.len(), day.ends())).collect();
    assert_eq!(lengths, [(4, [2.0, 25.0]), (1, [7.5, 7.5])]);
    assert_eq!(found[0].minutes, [2.0, 5.0, 10.0, 25.0]);
    assert_eq!(found[1].day.to_string(), "2026-03-03");
    assert_eq!(day_lengths(sessions.iter().rev()), found);
    assert_eq!(day_lengths(std::iter::empty()), []);
}
