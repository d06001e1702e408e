//! Ratings counted by hand.

use super::*;
use crate::domain::Action;
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::tests::World;

/// Motivation before and after, and energy, as digits; `-` is not rated. `|` ends a day.
fn sessions(pattern: &str) -> Vec<Session> {
    let mut world = World::with_goal();
    for (nth, day) in pattern.split('|').enumerate() {
        for (session, ratings) in day.split_whitespace().enumerate() {
            let id = world.add(600 + 1_200 * session as i64, 600);
            let [before, after, energy] = [0, 1, 2].map(|at| ratings[at..=at].parse::<u8>().ok());
            for field in [
                SessionField::MotivationBefore(before),
                SessionField::MotivationAfter(after),
                SessionField::Energy(energy),
                SessionField::Ease(before.map(|_| 5)),
            ] {
                world.act(Action::Session(SessionAction::Set { id, field }));
            }
        }
        world.pass(86_400);
        assert!(nth < 20);
    }
    world.model.sessions.iter().cloned().collect()
}

fn feelings(pattern: &str) -> Feelings {
    Feelings::of(sessions(pattern).iter())
}

#[test]
fn only_sessions_with_both_ratings_tell_a_change() {
    let found = feelings("25- 34- | 33- 42- | 5-- -1- | 245");
    let expected = Change { n: 5, rose: 3, same: 1, fell: 1, before: 3.0, after: 4.0 };
    assert_eq!(found.motivation, expected);
    assert_eq!(feelings("5-- -1-").motivation, Change::default());
}

#[test]
fn energy_and_ease_are_counted_by_rating() {
    let found = feelings("--1 --2 | --2 1-5 | ---");
    assert_eq!(found.energy, Ratings { n: 4, median: 2.0, counts: [1, 2, 0, 0, 1] });
    assert_eq!(found.ease, Ratings { n: 1, median: 5.0, counts: [0, 0, 0, 0, 1] });
    assert_eq!(Feelings::of(std::iter::empty()), Feelings::default());
}

#[test]
fn a_day_has_the_means_of_its_own_sessions_with_their_number() {
    let found = feelings("24- 1-5 | --- | -35").days;
    let mean = |value, n| Some(Mean { value, n });
    let days: Vec<_> = found.iter().map(|day| (day.day.to_string(), day.before, day.after, day.energy)).collect();
    assert_eq!(
        days,
        [
            ("2026-03-02".to_owned(), mean(1.5, 2), mean(4.0, 1), mean(5.0, 1)),
            ("2026-03-04".to_owned(), None, mean(3.0, 1), mean(5.0, 1)),
        ]
    );
}

#[test]
fn the_order_of_sessions_does_not_matter() {
    let sessions = sessions("251 343 | 334 425 | 5-1 -12 | 245");
    assert_eq!(Feelings::of(sessions.iter()), Feelings::of(sessions.iter().rev()));
}

#[test]
fn a_day_adds_up_what_can_be_compared() {
    let found = feelings("24- 1-5 35- -42 | 3-- -4- | ---").days;
    let sums = Sums { before: 5, after: 9, pairs: 2, energy: 7, energies: 2, sessions: 4 };
    assert_eq!(found.iter().map(|day| day.sums).collect::<Vec<_>>(), [sums, Sums::default()]);
    assert_eq!(sums.and(sums).sessions, 8);
}
