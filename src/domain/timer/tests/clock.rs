//! A clock that is set back or forward.

use super::*;
use crate::domain::tests::check_intervals;

#[test]
fn set_back_an_hour_focus_goes_on_from_where_it_was() {
    let mut world = World::with_goal();
    world.start(1_500);
    world.work(300);
    world.jump(-HOUR);
    assert_eq!(world.focus_secs(), 300);
    world.work(120);
    assert_eq!(world.focus_secs(), 420);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!((session.focus_secs(), session.clock), (420, crate::domain::session::ClockState::Adjusted));
    world.start(300);
    world.work(90);
    world.timer(TimerAction::Finish);
    check_intervals(&world.model);
    assert_eq!(world.model.sessions.len(), 2);
}

#[test]
fn set_forward_ten_years_it_asks_and_set_back_to_1970_it_goes_on() {
    let mut world = World::with_goal();
    world.start(1_500);
    world.work(300);
    assert!(is_gap(&world.jump(10 * 365 * 24 * HOUR)));
    world.timer(TimerAction::Answer(GapAnswer::Continue));
    world.work(60);
    let to_1970 = -world.utc.timestamp();
    world.jump(to_1970);
    world.work(60);
    assert_eq!(world.focus_secs(), 420);
    world.timer(TimerAction::Finish);
    check_intervals(&world.model);
}

#[test]
fn set_back_two_days_a_new_session_overlaps_none() {
    let mut world = World::with_goal();
    for _ in 0..3 {
        world.start(300);
        world.work(HOUR);
        world.timer(TimerAction::Finish);
        world.pass(24 * HOUR);
    }
    world.pass(-3 * 24 * HOUR - 2 * HOUR);
    world.start(300);
    world.work(2 * HOUR);
    world.timer(TimerAction::Finish);
    check_intervals(&world.model);
    assert_eq!(world.model.sessions.iter().map(Session::focus_secs).sum::<i64>(), 5 * HOUR);
}

#[test]
fn set_back_a_day_a_session_counts_on_the_day_of_its_own_stamps() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(HOUR);
    world.timer(TimerAction::Finish);
    world.pass(-23 * HOUR);
    world.start(300);
    world.work(HOUR);
    world.timer(TimerAction::Finish);
    let days: Vec<String> = world.model.sessions.iter().map(|session| session.day.to_string()).collect();
    assert_eq!(days, ["2026-03-02", "2026-03-02"], "the second goes on from the first one's end");
}

#[test]
fn what_is_done_when_the_clock_stands_at_1970_is_kept() {
    let mut world = World::new();
    world.utc = DateTime::UNIX_EPOCH;
    world.act(Action::Goal(crate::domain::goal::GoalAction::Create { title: "Write the book".into() }));
    world.start(300);
    world.work(300);
    world.timer(TimerAction::Finish);
    assert_eq!(world.model.sessions.last().unwrap().day.to_string(), "1969-12-31");
    crate::domain::tests::check_survives_saving(&world.model);
}

#[test]
fn a_second_of_jitter_is_no_change_of_the_clock() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(60);
    assert!(world.jump(-2).is_empty());
    assert_eq!(world.model.running.as_ref().unwrap().ahead_secs, 0);
}
