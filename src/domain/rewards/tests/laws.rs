//! Laws: nothing is earned twice, and nothing is lost by a kill; that editing gives nothing more is in `editing.rs`.

use std::collections::BTreeSet;

use chrono::Duration;

use super::*;
use crate::domain::Action;
use crate::domain::session::SessionAction;
use crate::domain::tests::World;
use crate::domain::tests::year::rewarded::sixty_days;
use crate::domain::timer::{GapAnswer, TimerAction};
use crate::store::read::read;
use crate::store::write::to_text;

/// Takes everything that waits.
fn take_all(world: &mut World) {
    for grant in grants(&world.model, world.utc.date_naive()) {
        if grant.state == GrantState::Earned {
            world.act(Action::Reward(RewardAction::Take { occasion: grant.occasion }));
        }
    }
}

#[test]
fn a_deleted_session_withdraws_what_waits_and_an_undo_brings_it_back() {
    let mut world = sixty_days().world;
    let before = grants(&world.model, world.utc.date_naive());
    let waiting =
        before.iter().rev().find(|grant| grant.layer() == Layer::Session && grant.state == GrantState::Earned);
    let taken = before.iter().rev().find(|grant| grant.layer() == Layer::Session && grant.state == GrantState::Claimed);
    for (grant, is_kept) in [(waiting.unwrap(), false), (taken.unwrap(), true)] {
        let Occasion::Session(id) = grant.occasion else { panic!("not of a session") };
        world.act(Action::Session(SessionAction::Delete { id }));
        let after = grants(&world.model, world.utc.date_naive());
        assert_eq!(after.iter().any(|one| one.occasion == grant.occasion), is_kept);
        world.act(Action::Undo);
        assert_eq!(grants(&world.model, world.utc.date_naive()), before);
    }
}

#[test]
fn a_kill_between_earned_and_taken_loses_nothing_and_doubles_nothing() {
    let mut world = World::with_goal();
    for (layer, words) in [(Layer::Session, "Tea"), (Layer::Day, "Bath"), (Layer::Milestone, "Dinner")] {
        world.reward_in(layer, words, 5);
        world.pass(1);
    }
    world.start(300);
    let effects = world.work(300);
    let told = crate::domain::rewards::tests::news::occasions(&effects);
    assert_eq!(told.len(), 3, "the session, the day and the first session of all");
    // The process is killed: only the file is left, with a session that runs.
    let saved = to_text(&world.model).unwrap();
    world.model = read(saved.as_bytes()).unwrap().model;
    let last_alive = world.utc;
    world.pass(3_600);
    world.timer(TimerAction::Reopen { last_alive });
    let effects = world.timer(TimerAction::Answer(GapAnswer::LeaveOut));
    assert_eq!(crate::domain::rewards::tests::news::occasions(&effects), [], "nothing is told again");
    let waiting = grants(&world.model, world.utc.date_naive());
    assert_eq!(waiting.iter().map(|grant| grant.occasion).collect::<BTreeSet<_>>(), told.into_iter().collect());
    // And once more between taking and the end of the break.
    let occasion = waiting[0].occasion;
    world.act(Action::Reward(RewardAction::Take { occasion }));
    world.model = read(to_text(&world.model).unwrap().as_bytes()).unwrap().model;
    assert_eq!(world.model.reward_break.as_ref().map(|pause| pause.occasion), Some(occasion));
    assert_eq!(world.act(Action::Reward(RewardAction::Take { occasion })), []);
    assert_eq!(grants(&world.model, world.utc.date_naive()).len(), 3);
}

#[test]
fn the_same_file_read_into_itself_doubles_nothing() {
    let mut world = sixty_days().world;
    take_all(&mut world);
    let before = grants(&world.model, world.utc.date_naive());
    let other = read(to_text(&world.model).unwrap().as_bytes()).unwrap().model;
    for session in other.sessions.iter() {
        world.model.sessions.insert(session.clone());
    }
    for answer in other.answers.iter() {
        world.model.answers.insert(answer.clone());
    }
    assert_eq!(grants(&world.model, world.utc.date_naive()), before);
    // The same answered on two devices is one answer: its id follows from goal and occasion.
    let ids: BTreeSet<uuid::Uuid> = world.model.answers.iter().map(|answer| answer.id).collect();
    assert_eq!(ids.len(), world.model.answers.len());
    for answer in world.model.answers.iter() {
        assert_eq!(answer.id, answer_id(answer.goal, answer.occasion));
    }
}

#[test]
fn grants_at_the_far_ends_of_time_do_no_harm() {
    let mut world = sixty_days().world;
    let far = world.utc - Duration::days(18_000);
    let (offset_secs, focus_secs, note) = (0, 600, String::new());
    world.act(Action::Session(SessionAction::Add { started: far, offset_secs, focus_secs, note }));
    assert!(!grants(&world.model, world.utc.date_naive()).is_empty());
}
