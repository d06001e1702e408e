use chrono::Duration;
use uuid::Uuid;

use super::*;
use crate::domain::effect::Refusal;
use crate::domain::tests::{World, check_intervals};
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model};

fn add(world: &World, ago_secs: i64, focus_secs: i64) -> Action {
    let started = world.utc - Duration::seconds(ago_secs + focus_secs);
    Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs, note: "by hand".into() })
}

fn set_times(world: &World, id: Uuid, ago_secs: i64, focus_secs: i64) -> Action {
    let started = world.utc - Duration::seconds(ago_secs);
    Action::Session(SessionAction::SetTimes { id, started, offset_secs: 0, focus_secs })
}

fn get(model: &Model, id: Uuid) -> &Session {
    model.sessions.get(id).unwrap()
}

/// A session of two stretches, 100 s and 200 s, with a pause of 60 s between.
fn paused_session() -> (World, Uuid) {
    let mut world = World::with_goal();
    world.start(300);
    world.work(100);
    world.timer(TimerAction::Pause);
    world.pass(60);
    world.timer(TimerAction::Resume);
    world.work(200);
    world.timer(TimerAction::Finish);
    let id = world.model.sessions.last().unwrap().id;
    (world, id)
}

#[test]
fn a_past_session_is_added_to_its_own_day_without_reward() {
    let mut world = World::with_goal();
    world.act(add(&world, 6 * 3_600, 1_200));
    let session = world.model.sessions.last().unwrap();
    assert_eq!(session.day.to_string(), "2026-03-01", "02:40 belongs to the day before");
    assert_eq!((session.focus_secs(), session.ended), (1_200, Ended::Added));
    assert_eq!((session.earned_at(), session.note.as_str()), (None, "by hand"));
}

#[test]
fn what_lies_in_the_future_or_before_1970_or_is_endless_is_refused() {
    let mut world = World::with_goal();
    assert_eq!(world.refused(add(&world, -1, 600)), Refusal::InFuture);
    assert_eq!(world.refused(add(&world, 10, 0)), Refusal::OutOfRange("minutes"));
    assert_eq!(world.refused(add(&world, 10, MAX_SESSION_SECS + 1)), Refusal::OutOfRange("minutes"));
    assert_eq!(world.refused(add(&world, 60 * 366 * 86_400, 600)), Refusal::OutOfRange("start"));
    assert_eq!(World::new().refused(add(&world, 10, 600)), Refusal::NoGoal);
}

#[test]
fn nobody_works_twice_at_once() {
    let mut world = World::with_goal();
    let id = world.add(1_000, 600);
    let started = get(&world.model, id).started;
    assert_eq!(world.refused(add(&world, 1_300, 600)), Refusal::Overlaps(started));
    assert_eq!(world.refused(add(&world, 900, 200)), Refusal::Overlaps(started));
    assert_eq!(world.refused(add(&world, 500, 3_000)), Refusal::Overlaps(started));
    world.act(add(&world, 1_600, 600));
    world.act(add(&world, 400, 600));
    check_intervals(&world.model);
    assert_eq!(world.model.sessions.len(), 3);
}

#[test]
fn a_session_fits_into_the_pause_of_another_but_not_into_the_running_one() {
    let (mut world, _) = paused_session();
    world.act(add(&world, 205, 50));
    check_intervals(&world.model);
    world.start(300);
    world.work(120);
    let started = world.model.running.as_ref().unwrap().started;
    assert_eq!(world.refused(add(&world, 10, 60)), Refusal::Overlaps(started));
    world.act(add(&world, 120 + 5_000, 60));
}

#[test]
fn moving_keeps_the_pauses_and_sets_the_day() {
    let (mut world, id) = paused_session();
    world.act(set_times(&world, id, 30 * 3_600, 300));
    let session = get(&world.model, id);
    assert_eq!(session.day.to_string(), "2026-02-28", "03:06 of 1 March");
    assert_eq!(session.intervals[1].start - session.intervals[0].end, Duration::seconds(60));
    assert_eq!(session.focus_secs(), 300);
}

#[test]
fn shortening_cuts_from_the_end_and_lengthening_adds_there() {
    let (mut world, id) = paused_session();
    let secs = |world: &World| get(&world.model, id).intervals.iter().map(Interval::secs).collect::<Vec<_>>();
    world.pass(1_000);
    world.act(set_times(&world, id, 1_360, 150));
    assert_eq!(secs(&world), [100, 50]);
    world.act(set_times(&world, id, 1_360, 80));
    assert_eq!(secs(&world), [80]);
    world.act(set_times(&world, id, 1_360, 400));
    assert_eq!(secs(&world), [400]);
    assert_eq!(world.refused(set_times(&world, id, 1_360, 1_361)), Refusal::InFuture);
}

#[test]
fn a_change_of_length_alone_keeps_the_stored_day() {
    let (mut world, id) = paused_session();
    world.pass(1_000);
    let settings = crate::domain::settings::Settings { day_start_hour: 12, ..Default::default() };
    world.act(Action::Settings(crate::domain::settings::SettingsAction::Set(settings)));
    world.act(set_times(&world, id, 1_360, 150));
    assert_eq!(get(&world.model, id).day.to_string(), "2026-03-02");
}

#[test]
fn a_split_keeps_every_second_and_says_each_word_once() {
    let (mut world, id) = paused_session();
    for field in [
        SessionField::Done(vec!["scene 3".into()]),
        SessionField::Next("scene 4".into()),
        SessionField::Proof("wrote though tired".into()),
        SessionField::Ease(Some(4)),
    ] {
        world.act(Action::Session(SessionAction::Set { id, field }));
    }
    world.act(Action::Session(SessionAction::Split { id, after_secs: 150 }));
    let parts: Vec<&Session> = world.model.sessions.iter().collect();
    let secs = |session: &Session| session.intervals.iter().map(Interval::secs).collect::<Vec<_>>();
    assert_eq!((secs(parts[0]), secs(parts[1])), (vec![100, 50], vec![150]));
    assert_eq!((parts[0].planned_secs, parts[1].planned_secs), (150, 150));
    assert_eq!((parts[0].proof.as_str(), parts[1].proof.as_str()), ("wrote though tired", ""));
    assert_eq!((parts[0].next.as_str(), parts[1].next.as_str()), ("", "scene 4"));
    assert_eq!((parts[0].ease, parts[1].ease), (Some(4), None));
    assert_eq!((parts[0].part, parts[1].part), (Part::Whole, Part::Later));
    assert!(parts[0].earned_at().is_some() && parts[1].earned_at().is_none(), "its reward stays with the beginning");
    check_intervals(&world.model);
    for after_secs in [0, -5, 150, 9_999] {
        let split = Action::Session(SessionAction::Split { id, after_secs });
        assert_eq!(world.refused(split), Refusal::OutOfRange("split"));
    }
}

#[test]
fn a_split_across_the_day_start_gives_the_second_part_its_own_day() {
    let mut world = World::with_goal();
    let id = world.add(5 * 3_600 - 600, 1_200);
    world.act(Action::Session(SessionAction::Split { id, after_secs: 600 }));
    let days: Vec<String> = world.model.sessions.iter().map(|session| session.day.to_string()).collect();
    assert_eq!(days, ["2026-03-01", "2026-03-02"]);
}

#[test]
fn words_are_cut_empty_lines_dropped_and_ratings_are_one_to_five() {
    let (mut world, id) = paused_session();
    let set = |field| Action::Session(SessionAction::Set { id, field });
    world.act(set(SessionField::Done(vec!["a".into(), "  ".into(), "b".into()])));
    assert_eq!(get(&world.model, id).done, ["a", "b"]);
    assert_eq!(world.refused(set(SessionField::Ease(Some(0)))), Refusal::OutOfRange("rating"));
    assert_eq!(world.refused(set(SessionField::Energy(Some(6)))), Refusal::OutOfRange("rating"));
    world.act(set(SessionField::Energy(Some(5))));
    world.act(set(SessionField::Energy(None)));
    assert_eq!(get(&world.model, id).energy, None);
    let unknown = Action::Session(SessionAction::Set { id: Uuid::nil(), field: SessionField::Note("x".into()) });
    assert_eq!(world.refused(unknown), Refusal::Unknown("session"));
}

#[test]
fn a_deleted_session_comes_back_as_it_was() {
    let (mut world, id) = paused_session();
    let before = get(&world.model, id).clone();
    world.act(Action::Session(SessionAction::Delete { id }));
    assert!(world.model.sessions.is_empty());
    world.act(Action::Undo);
    assert_eq!(get(&world.model, id), &before);
}
