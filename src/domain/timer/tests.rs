use super::*;
use crate::domain::Action;
use crate::domain::reward::{RewardAction, RewardState};
use crate::domain::session::SessionAction;
use crate::domain::tests::{World, check_intervals};

const HOUR: i64 = 3_600;

fn is_gap(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::GapFound { .. }))
}

fn earned_times(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Earned { .. })).count()
}

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
fn a_session_runs_is_earned_once_and_goes_on_as_overtime() {
    let mut world = World::with_goal();
    world.start(300);
    assert_eq!(earned_times(&world.work(299)), 0);
    assert_eq!(earned_times(&world.work(1)), 1);
    assert_eq!(earned_times(&world.work(120)), 0);
    let now = world.now();
    assert_eq!(world.model.running.as_ref().unwrap().overtime_secs(now), 120);
    let effects = world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!(effects, [Effect::Save, Effect::Finished { session: session.id }]);
    assert_eq!((session.focus_secs(), session.overtime_secs(), session.ended), (420, 120, Ended::Earned));
    assert_eq!(session.reward, RewardState::Earned);
}

#[test]
fn a_session_finished_early_keeps_its_partial_credit_without_reward() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(200);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!((session.focus_secs(), session.ended, session.reward), (200, Ended::Early, RewardState::None));
}

#[test]
fn pauses_lie_between_intervals() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(100);
    world.timer(TimerAction::Pause);
    assert_eq!(world.refused(Action::Timer(TimerAction::Pause)), Refusal::Paused);
    world.work(2 * HOUR);
    world.timer(TimerAction::Resume);
    assert_eq!(world.refused(Action::Timer(TimerAction::Resume)), Refusal::NotPaused);
    world.work(50);
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    assert_eq!(session.intervals.iter().map(Interval::secs).collect::<Vec<_>>(), [100, 50]);
}

#[test]
fn a_sleep_in_a_pause_asks_nothing() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(100);
    world.timer(TimerAction::Pause);
    assert!(world.jump(8 * HOUR).is_empty());
    world.timer(TimerAction::Resume);
    world.work(30);
    assert_eq!(world.focus_secs(), 130);
}

#[test]
fn five_minutes_more_move_the_end_and_it_is_told_there() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(100);
    world.timer(TimerAction::Extend { secs: 300 });
    assert_eq!(earned_times(&world.work(499)), 0);
    assert_eq!(earned_times(&world.work(1)), 1);
    world.work(60);
    world.timer(TimerAction::Extend { secs: 300 });
    let now = world.now();
    assert_eq!(world.model.running.as_ref().unwrap().left_secs(now), 300);
    assert_eq!(earned_times(&world.work(299)), 0);
    assert_eq!(earned_times(&world.work(1)), 1);
}

#[test]
fn what_was_earned_stays_earned_when_a_longer_plan_is_not_reached() {
    let mut world = World::with_goal();
    world.start(60);
    world.work(61);
    world.timer(TimerAction::Extend { secs: 300 });
    world.work(30);
    world.timer(TimerAction::Finish);
    assert_eq!(world.model.sessions.last().unwrap().reward, RewardState::Earned);
}

#[test]
fn under_a_minute_leaves_no_trace_unless_kept() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(59);
    let effects = world.timer(TimerAction::Finish);
    assert!(world.model.sessions.is_empty() && world.model.running.is_none());
    let Effect::TooShort(session) = &effects[1] else { panic!("{effects:?}") };
    world.act(Action::Session(SessionAction::Keep(session.clone())));
    assert_eq!(world.last_session_secs(), 59);
    world.act(Action::Session(SessionAction::Keep(session.clone())));
    assert_eq!(world.model.sessions.len(), 1);
}

#[test]
fn sixty_seconds_count() {
    let mut world = World::with_goal();
    world.start(300);
    world.work(60);
    world.timer(TimerAction::Finish);
    assert_eq!(world.last_session_secs(), 60);
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

#[test]
fn forgotten_overtime_ends_after_four_hours() {
    let mut world = World::with_goal();
    world.start(600);
    world.work(10 * HOUR);
    assert!(world.model.running.is_none());
    assert_eq!(world.last_session_secs(), 600 + OVERTIME_LIMIT_SECS);
}

#[test]
fn it_refuses_what_does_not_fit() {
    let mut world = World::new();
    let start = |planned_secs| {
        Action::Timer(TimerAction::Start { planned_secs, intention: String::new(), environment: Vec::new() })
    };
    assert_eq!(world.refused(start(300)), Refusal::NoGoal);
    let mut world = World::with_goal();
    for action in [TimerAction::Pause, TimerAction::Resume, TimerAction::Finish, TimerAction::Extend { secs: 300 }] {
        assert_eq!(world.refused(Action::Timer(action)), Refusal::NotRunning);
    }
    assert_eq!(world.refused(start(59)), Refusal::OutOfRange("minutes"));
    assert_eq!(world.refused(start(240 * 60 + 1)), Refusal::OutOfRange("minutes"));
    world.start(300);
    assert_eq!(world.refused(start(300)), Refusal::SessionRunning);
}

#[test]
fn taking_the_reward_at_zero_finishes_the_session() {
    let mut world = World::with_goal();
    world.start(60);
    world.work(70);
    let session = world.model.running.as_ref().unwrap().id;
    world.act(Action::Reward(RewardAction::Take { session }));
    assert!(world.model.running.is_none());
    assert_eq!(world.model.sessions.last().unwrap().reward, RewardState::Claimed);
}

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
