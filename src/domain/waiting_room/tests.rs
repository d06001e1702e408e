use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::tests::World;

fn add(title: &str) -> Action {
    Action::Wish(WishAction::Add { title: title.into() })
}

#[test]
fn wishes_are_parked_renamed_and_deleted() {
    let mut world = World::with_goal();
    world.act(add("Learn to juggle"));
    let id = world.model.wishes.last().unwrap().id;
    world.act(Action::Wish(WishAction::Rename { id, title: "Juggle five".into() }));
    assert_eq!(world.model.wishes.last().unwrap().title, "Juggle five");
    world.act(Action::Wish(WishAction::Delete { id }));
    assert!(world.model.wishes.is_empty());
    assert_eq!(world.refused(Action::Wish(WishAction::Delete { id })), Refusal::Unknown("wish"));
    assert_eq!(world.refused(add("  ")), Refusal::Empty("title"));
}

#[test]
fn a_wish_becomes_the_goal_only_when_none_is_active() {
    let mut world = World::with_goal();
    world.act(add("Learn to juggle"));
    let id = world.model.wishes.last().unwrap().id;
    assert_eq!(world.refused(Action::Wish(WishAction::Promote { id })), Refusal::GoalActive);
    world.pass(60);
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Finished, learnt: String::new() }));
    world.act(Action::Wish(WishAction::Promote { id }));
    assert_eq!(world.model.goal().unwrap().title, "Learn to juggle");
    assert!(world.model.wishes.is_empty());
    world.act(Action::Undo);
    assert!(world.model.goal().is_none());
    assert_eq!(world.model.wishes.len(), 1);
}
