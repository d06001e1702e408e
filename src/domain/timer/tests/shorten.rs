//! A plan whose end is brought near.

use super::*;

/// A session of ten planned minutes shortened to so many more seconds after some work: the plan then.
#[track_caller]
fn check_shortened(worked: i64, secs: u32, planned_secs: u32) {
    let mut world = World::with_goal();
    world.start(600);
    world.work(worked);
    world.timer(TimerAction::Shorten { secs });
    let running = world.model.running.as_ref().unwrap();
    assert_eq!(running.planned_secs, planned_secs);
    assert_eq!(world.focus_secs(), worked, "the focus is what it was");
}

#[test]
fn shortening_brings_the_end_near_and_never_puts_it_off() {
    check_shortened(200, 120, 320);
    check_shortened(0, 120, 120);
    check_shortened(10, 0, 60);
    check_shortened(480, 120, 600);
    check_shortened(590, 120, 600);
    check_shortened(700, 120, 600);
}

#[test]
fn a_shortened_session_is_earned_at_its_new_end_with_the_time_that_was_worked() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(200);
    world.timer(TimerAction::Shorten { secs: 120 });
    assert_eq!(earned_times(&world.work(119)), 0);
    assert_eq!(earned_times(&world.work(1)), 1);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!((session.focus_secs(), session.planned_secs, session.ended), (320, 320, Ended::Earned));
}

#[test]
fn a_sleep_that_nobody_saw_yet_is_asked_about_before_the_plan_is_shortened() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(100);
    world.pass(8 * HOUR);
    assert!(is_gap(&world.timer(TimerAction::Shorten { secs: 120 })));
    assert_eq!(world.model.running.as_ref().unwrap().planned_secs, 600);
    assert_eq!(world.refused(Action::Timer(TimerAction::Shorten { secs: 120 })), Refusal::GapUnanswered);
    assert_eq!(World::with_goal().refused(Action::Timer(TimerAction::Shorten { secs: 120 })), Refusal::NotRunning);
}

#[test]
fn a_paused_session_is_shortened_from_the_focus_it_has() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(100);
    world.timer(TimerAction::Pause);
    world.pass(HOUR);
    world.timer(TimerAction::Shorten { secs: 120 });
    assert_eq!(world.model.running.as_ref().unwrap().planned_secs, 220);
}
