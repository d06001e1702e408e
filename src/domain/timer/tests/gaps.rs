//! Silence: sleep, crash, and what is asked about it.

use super::*;
use crate::domain::tests::check_intervals;

/// The seconds that stay of a one-minute session whose machine slept 8 h after `worked` seconds, asked and answered.
fn slept_session(worked: i64, answer: GapAnswer) -> (World, i64) {
    let mut world = World::with_goal();
    world.start(60);
    world.work(worked);
    assert!(is_gap(&world.jump(8 * HOUR)));
    world.timer(TimerAction::Answer(answer));
    check_intervals(&world.model);
    let kept = world.last_session_secs() + world.focus_secs();
    (world, kept)
}

#[test]
fn ninety_silent_seconds_are_one_stretch_and_ninety_one_are_a_gap() {
    let mut world = World::with_goal();
    world.start(600);
    assert!(!is_gap(&world.jump(90)));
    assert_eq!(world.focus_secs(), 90);
    assert!(is_gap(&world.jump(91)));
    assert_eq!(world.focus_secs(), 90);
}

#[test]
fn a_one_minute_session_across_eight_hours_of_sleep_counts_a_minute_at_most() {
    for worked in [1, 20, 40, 59] {
        assert_eq!(slept_session(worked, GapAnswer::Count).1, 60);
        assert_eq!(slept_session(worked, GapAnswer::LeaveOut).1, 0, "under a minute leaves no trace");
        assert_eq!(slept_session(worked, GapAnswer::Continue).1, worked);
    }
    assert_eq!(slept_session(60, GapAnswer::Count).1, 60);
    assert_eq!(slept_session(60, GapAnswer::LeaveOut).1, 60);
}

#[test]
fn an_act_on_waking_before_any_tick_asks_too() {
    for action in [TimerAction::Finish, TimerAction::Pause] {
        let mut world = World::with_goal();
        world.start(60);
        world.work(20);
        world.pass(8 * HOUR);
        assert!(is_gap(&world.timer(action)));
        assert_eq!(world.focus_secs(), 20);
    }
}

#[test]
fn left_out_ends_where_the_gap_began_and_continue_starts_anew_now() {
    let (world, _) = slept_session(40, GapAnswer::Continue);
    let running = world.model.running.as_ref().unwrap();
    assert_eq!(running.phase, Phase::Focusing { since: world.utc });
    let mut world = World::with_goal();
    world.start(600);
    world.work(300);
    world.jump(HOUR);
    world.timer(TimerAction::Answer(GapAnswer::LeaveOut));
    let session = world.model.sessions.last().unwrap();
    assert_eq!((session.focus_secs(), session.ended), (300, Ended::Interrupted));
}

#[test]
fn count_goes_on_when_the_plan_is_not_reached_yet() {
    let mut world = World::with_goal();
    world.start(1_200);
    world.work(300);
    world.jump(500);
    world.pass(40);
    world.timer(TimerAction::Answer(GapAnswer::Count));
    assert_eq!(world.focus_secs(), 800);
    world.work(10);
    assert_eq!(world.focus_secs(), 810);
}

#[test]
fn while_the_gap_waits_for_an_answer_nothing_counts_and_finish_leaves_it_out() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(120);
    world.jump(HOUR);
    world.work(300);
    assert_eq!(world.focus_secs(), 120);
    assert_eq!(world.refused(Action::Timer(TimerAction::Pause)), Refusal::GapUnanswered);
    assert_eq!(world.refused(Action::Timer(TimerAction::Resume)), Refusal::GapUnanswered);
    world.timer(TimerAction::Finish);
    assert_eq!(world.last_session_secs(), 120);
}

#[test]
fn a_gap_begins_at_the_latest_sign_of_life_of_the_two() {
    let mut world = World::with_goal();
    world.start(600);
    let beat = world.utc;
    world.work(40);
    world.pass(HOUR);
    assert!(is_gap(&world.timer(TimerAction::Tick { last_alive: beat })));
    assert_eq!(world.focus_secs(), 40);
}

#[test]
fn reopened_after_a_crash_it_has_what_was_alive_and_asks_about_the_rest() {
    let mut world = World::with_goal();
    world.start(1_500);
    world.work(600);
    world.pass(45);
    let beat = world.utc;
    world.pass(3 * HOUR);
    assert!(is_gap(&world.timer(TimerAction::Reopen { last_alive: beat })));
    assert_eq!(world.focus_secs(), 645);
    assert!(is_gap(&world.timer(TimerAction::Reopen { last_alive: beat })), "it asks again until it is answered");
    world.timer(TimerAction::Answer(GapAnswer::LeaveOut));
    assert_eq!(world.last_session_secs(), 645);
}

#[test]
fn reopened_with_the_clock_set_back_nothing_is_lost() {
    let mut world = World::with_goal();
    world.start(1_500);
    world.work(600);
    let beat = world.utc;
    world.pass(-2 * HOUR);
    world.timer(TimerAction::Reopen { last_alive: beat });
    world.timer(TimerAction::Answer(GapAnswer::Continue));
    world.work(60);
    assert_eq!(world.focus_secs(), 660);
}

#[test]
fn a_wild_beat_counts_no_more_than_the_longest_session() {
    let mut world = World::with_goal();
    world.start(300);
    let beat = world.utc + Duration::days(3_650);
    world.pass(60);
    world.timer(TimerAction::Reopen { last_alive: beat });
    assert!(world.focus_secs() <= 300 + OVERTIME_LIMIT_SECS);
}
