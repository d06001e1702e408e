use super::*;
use crate::domain::Action;
use crate::domain::effect::Effect;
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::rewards::{GrantState, Occasion, RewardAction};
use crate::domain::session::SessionAction;
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;
use crate::domain::waiting_room::WishAction;

fn wish(nth: usize) -> Action {
    Action::Wish(WishAction::Add { title: format!("wish {nth}") })
}

fn note(id: Uuid, text: &str) -> Action {
    Action::Session(SessionAction::Set { id, field: SessionField::Note(text.into()) })
}

/// Steps that can be taken back now.
fn steps(world: &mut World) -> usize {
    let mut copy = world.model.clone();
    std::iter::from_fn(|| undo(&mut copy).ok()).count()
}

#[test]
fn fifty_steps_can_be_taken_back_and_done_again() {
    let mut world = World::new();
    for nth in 0..60 {
        world.act(wish(nth));
        world.pass(1);
    }
    for _ in 0..MAX_STEPS {
        world.act(Action::Undo);
    }
    assert_eq!(world.refused(Action::Undo), Refusal::NothingToUndo);
    assert_eq!(world.model.wishes.len(), 10);
    for _ in 0..MAX_STEPS {
        world.act(Action::Redo);
    }
    assert_eq!(world.refused(Action::Redo), Refusal::NothingToRedo);
    assert_eq!(world.model.wishes.len(), 60);
}

#[test]
fn each_step_names_itself_and_a_new_one_ends_what_could_be_done_again() {
    let mut world = World::new();
    assert_eq!(world.act(wish(1)), [Effect::Save, Effect::Undoable(UndoKey::WishAdded)]);
    assert_eq!(world.act(Action::Undo), [Effect::Save, Effect::Undone(UndoKey::WishAdded)]);
    assert_eq!(world.model.history.next_redo(), Some(UndoKey::WishAdded));
    world.act(wish(2));
    assert_eq!(world.model.history.next_redo(), None);
    assert_eq!(world.refused(Action::Redo), Refusal::NothingToRedo);
}

#[test]
fn typing_on_in_one_field_is_one_step() {
    let mut world = World::with_goal();
    let id = world.add(600, 300);
    let before = steps(&mut world);
    for text in ["s", "sl", "slow", "slow start"] {
        world.pass(1);
        world.act(note(id, text));
    }
    assert_eq!(steps(&mut world), before + 1);
    world.act(Action::Undo);
    assert_eq!(world.model.sessions.get(id).unwrap().note, "");
    world.act(Action::Redo);
    assert_eq!(world.model.sessions.get(id).unwrap().note, "slow start");
}

#[test]
fn another_field_another_record_or_a_pause_is_another_step() {
    let mut world = World::with_goal();
    let (a, b) = (world.add(600, 300), world.add(2_000, 300));
    let before = steps(&mut world);
    world.act(note(a, "one"));
    world.act(Action::Session(SessionAction::Set { id: a, field: SessionField::Ease(Some(4)) }));
    world.act(note(b, "two"));
    world.pass(TYPING_SECS + 1);
    world.act(note(b, "two and more"));
    assert_eq!(steps(&mut world), before + 4);
}

#[test]
fn undo_takes_back_its_own_step_and_leaves_what_happened_since() {
    let mut world = World::with_goal();
    let old = world.add(600, 300);
    world.act(note(old, "typed"));
    world.start(60);
    world.work(90);
    world.timer(TimerAction::Finish);
    world.act(Action::Undo);
    assert_eq!(world.model.sessions.get(old).unwrap().note, "");
    assert_eq!(world.model.sessions.len(), 2);
    world.act(Action::Redo);
    assert_eq!(world.model.sessions.get(old).unwrap().note, "typed");
    assert_eq!(world.last_session_secs(), 90);
}

#[test]
fn a_session_that_ends_while_one_types_is_not_taken_back_with_the_words() {
    let mut world = World::with_goal();
    let old = world.add(600, 300);
    world.start(60);
    world.work(89);
    world.act(note(old, "ty"));
    world.pass(1);
    world.timer(TimerAction::Finish);
    world.act(note(old, "typed"));
    world.act(Action::Undo);
    world.act(Action::Undo);
    assert_eq!(world.model.sessions.get(old).unwrap().note, "");
    assert_eq!(world.last_session_secs(), 90);
}

#[test]
fn a_reward_taken_since_stays_taken_when_older_words_are_taken_back() {
    let mut world = World::with_goal();
    world.reward("Espresso", 10);
    world.start(60);
    world.work(60);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap().id;
    world.act(note(session, "typed"));
    world.act(Action::Reward(RewardAction::Take { occasion: Occasion::Session(session) }));
    world.act(Action::Undo);
    let found = world.model.sessions.get(session).unwrap();
    assert_eq!((found.note.as_str(), world.grant(session)), ("", Some(GrantState::Claimed)));
}

#[test]
fn a_goal_is_not_taken_back_under_a_running_session_or_under_its_records() {
    let mut world = World::with_goal();
    world.start(60);
    assert_eq!(world.refused(Action::Undo), Refusal::SessionRunning);
    world.work(70);
    world.timer(TimerAction::Finish);
    assert_eq!(world.refused(Action::Undo), Refusal::NothingToUndo);
    assert_eq!(world.model.goal_sessions().count(), 1);
}

#[test]
fn a_closed_goal_is_not_brought_back_beside_a_new_one() {
    let mut world = World::with_goal();
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Dropped, learnt: String::new() }));
    world.pass(60);
    world.act(Action::Goal(GoalAction::Create { title: "Another".into() }));
    world.start(60);
    world.work(70);
    world.timer(TimerAction::Finish);
    assert_eq!(world.refused(Action::Undo), Refusal::NothingToUndo);
    assert_eq!(world.model.goal().unwrap().title, "Another");
}

#[test]
fn settings_and_the_timer_make_no_steps() {
    let mut world = World::with_goal();
    let before = steps(&mut world);
    world.start(60);
    world.timer(TimerAction::Pause);
    let settings = crate::domain::settings::Settings { day_start_hour: 0, ..Default::default() };
    world.act(Action::Settings(crate::domain::settings::SettingsAction::Set(settings)));
    world.timer(TimerAction::Finish);
    assert_eq!(steps(&mut world), before);
}

#[test]
fn a_break_ends_when_its_session_is_deleted() {
    let mut world = World::with_goal();
    world.reward("Espresso", 10);
    world.start(60);
    world.work(60);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap().id;
    world.act(Action::Reward(RewardAction::Take { occasion: Occasion::Session(session) }));
    world.act(Action::Session(SessionAction::Delete { id: session }));
    assert!(world.model.reward_break.is_none());
    world.act(Action::Undo);
    crate::domain::tests::check_survives_saving(&world.model);
}
