use chrono::NaiveDate;

use super::*;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::tests::World;
use crate::domain::{Action, insight};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn say(world: &mut World, text: &str) {
    let id = world.goal();
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Identity(text.to_owned()) }));
}

fn kept(world: &World) -> Vec<(NaiveDate, &str)> {
    world.model.wordings.iter().map(|wording| (wording.from, wording.text.as_str())).collect()
}

#[test]
fn typing_letter_by_letter_is_one_wording() {
    let mut world = World::with_goal();
    for end in 1..="I am a writer".len() {
        say(&mut world, &"I am a writer"[..end]);
        world.pass(2);
    }
    assert_eq!(kept(&world), [(day("2026-03-02"), "I am a writer")]);
}

#[test]
fn one_undo_takes_back_the_field_and_the_wording() {
    let mut world = World::with_goal();
    for text in ["I", "I w", "I write"] {
        say(&mut world, text);
        world.pass(1);
    }
    world.act(Action::Undo);
    assert_eq!(kept(&world), []);
    assert_eq!(world.model.goal().unwrap().identity, "");
    world.act(Action::Redo);
    assert_eq!(kept(&world), [(day("2026-03-02"), "I write")]);
    assert_eq!(world.model.goal().unwrap().identity, "I write");
}

#[test]
fn a_wording_of_another_day_is_another() {
    let mut world = World::with_goal();
    say(&mut world, "I write");
    world.pass(3 * 86_400);
    say(&mut world, "I am a writer");
    assert_eq!(kept(&world), [(day("2026-03-02"), "I write"), (day("2026-03-05"), "I am a writer")]);
}

#[test]
fn typed_away_and_back_leaves_no_trace() {
    let mut world = World::with_goal();
    say(&mut world, "I write");
    world.pass(86_400);
    for text in ["I writ", "I wri", "", "I write"] {
        say(&mut world, text);
        world.pass(2);
    }
    assert_eq!(kept(&world), [(day("2026-03-02"), "I write")]);
}

#[test]
fn an_identity_from_before_wordings_were_kept_holds_since_the_goal_began() {
    let mut world = World::with_goal();
    say(&mut world, "I write");
    world.model.wordings = crate::domain::Records::default();
    world.pass(10 * 86_400);
    say(&mut world, "I am a writer");
    assert_eq!(kept(&world), [(day("2026-03-02"), "I write"), (day("2026-03-12"), "I am a writer")]);
}

#[test]
fn each_session_is_a_vote_for_the_identity_and_stands_with_the_wording_of_its_day() {
    let mut world = World::with_goal();
    say(&mut world, "I write");
    world.pass(3_600);
    world.add(60, 600);
    world.pass(2 * 86_400);
    say(&mut world, "I am a writer");
    world.pass(7_200);
    world.add(60, 600);
    world.add(1_000, 600);
    let goal = world.goal();
    let expected = [
        Held { from: day("2026-03-04"), to: None, text: "I am a writer".to_owned(), sessions: 2 },
        Held { from: day("2026-03-02"), to: Some(day("2026-03-03")), text: "I write".to_owned(), sessions: 1 },
    ];
    assert_eq!(held(&world.model, goal), expected);
    // What Focus and the proofs call votes: a new wording is for the same person, and takes none away.
    let derived = insight::Derived::of(&world.model, day("2026-03-04"));
    assert_eq!((derived.coils.sessions, derived.totals.all.sessions), (3, 3));
}
