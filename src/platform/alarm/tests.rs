//! The alarm clock at moved clocks: the decisions alone, and the thread.

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::schedule::Step;
use super::zone::ZoneChange;
use super::*;
use crate::platform::clock::{FakeClock, Suspend, SystemClock};

fn at(secs: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + secs, 0).unwrap()
}

fn alarm(secs: i64, key: &str) -> Alarm<i64> {
    Alarm { due: at(secs), key: key.to_owned(), payload: secs }
}

fn beat(wall: i64, mono: u64) -> Beat {
    Beat { wall: at(wall), mono: Duration::from_secs(mono) }
}

fn schedule(alarms: Vec<Alarm<i64>>) -> Schedule<i64> {
    let mut schedule = Schedule::default();
    schedule.set(alarms);
    schedule
}

/// Events of a wake-up `secs` after the start, with no session running.
fn ring(schedule: &mut Schedule<i64>, secs: i64) -> Vec<AlarmEvent<i64>> {
    schedule.step(beat(secs, 0), None, ZoneChange::None).events
}

fn due(secs: i64, key: &str) -> AlarmEvent<i64> {
    AlarmEvent::Due(alarm(secs, key))
}

#[test]
fn alarms_ring_in_order_and_once() {
    let mut schedule = schedule(vec![alarm(30, "b"), alarm(10, "a"), alarm(30, "c")]);
    assert_eq!(ring(&mut schedule, 9), []);
    assert_eq!(ring(&mut schedule, 10), [due(10, "a")]);
    assert_eq!(ring(&mut schedule, 10), []);
    assert_eq!(ring(&mut schedule, 31), [due(30, "b"), due(30, "c")]);
    assert_eq!(ring(&mut schedule, 500), []);
}

#[test]
fn fifty_missed_become_one_summary() {
    let alarms: Vec<_> = (0..50).map(|n| alarm(n * 60, "reminder")).collect();
    let mut schedule = schedule(alarms.clone());
    assert_eq!(ring(&mut schedule, 8 * 3600), [AlarmEvent::Missed(alarms)]);
    assert_eq!(ring(&mut schedule, 9 * 3600), []);
}

#[test]
fn what_is_due_now_stands_beside_the_summary() {
    let mut schedule = schedule(vec![alarm(0, "old"), alarm(10, "older"), alarm(3600, "now")]);
    let missed = AlarmEvent::Missed(vec![alarm(0, "old"), alarm(10, "older")]);
    assert_eq!(ring(&mut schedule, 3601), [missed, due(3600, "now")]);
}

#[test]
fn one_alarm_a_little_late_still_rings_and_after_a_gap_it_was_missed() {
    assert_eq!(ring(&mut schedule(vec![alarm(0, "a")]), 90), [due(0, "a")]);
    let missed = AlarmEvent::Missed(vec![alarm(0, "a")]);
    assert_eq!(ring(&mut schedule(vec![alarm(0, "a")]), 91), [missed]);
}

#[test]
fn a_clock_set_back_does_not_ring_again() {
    let mut schedule = schedule(vec![alarm(10, "a"), alarm(20, "b")]);
    assert_eq!(ring(&mut schedule, 10), [due(10, "a")]);
    assert_eq!(ring(&mut schedule, -3600), []);
    assert_eq!(ring(&mut schedule, 10), []);
    assert_eq!(ring(&mut schedule, 20), [due(20, "b")]);
}

#[test]
fn a_replaced_list_rings_only_what_is_new() {
    let mut schedule = schedule(vec![alarm(10, "a"), alarm(20, "b")]);
    assert_eq!(ring(&mut schedule, 10), [due(10, "a")]);
    assert_eq!(schedule.set(vec![alarm(10, "a"), alarm(15, "c")]), Change::New);
    assert_eq!(schedule.set(vec![alarm(15, "c"), alarm(10, "a")]), Change::Same);
    assert_eq!(ring(&mut schedule, 20), [due(15, "c")]);
    schedule.set(vec![]);
    schedule.set(vec![alarm(10, "a")]);
    assert_eq!(ring(&mut schedule, 20), []);
}

#[test]
fn a_long_past_is_forgotten_but_not_what_is_still_listed() {
    let kept = alarm(0, "kept");
    let mut schedule = schedule(vec![kept.clone()]);
    assert_eq!(ring(&mut schedule, 0).len(), 1);
    for n in 1..3000 {
        schedule.set(vec![kept.clone(), alarm(n, "next")]);
        assert_eq!(ring(&mut schedule, n), [due(n, "next")]);
    }
}

#[track_caller]
fn check_sleep(schedule: &Schedule<i64>, now: Beat, last: Option<Beat>, secs: Option<u64>) {
    assert_eq!(schedule.sleep(now, last), secs.map(Duration::from_secs));
}

#[test]
fn it_sleeps_until_the_next_alarm_a_minute_or_a_beat() {
    check_sleep(&schedule(vec![]), beat(0, 0), None, None);
    check_sleep(&schedule(vec![]), beat(5, 5), Some(beat(0, 0)), Some(15));
    let one = schedule(vec![alarm(100, "a")]);
    check_sleep(&one, beat(0, 0), None, Some(60));
    check_sleep(&one, beat(70, 70), None, Some(30));
    check_sleep(&one, beat(101, 101), None, Some(0));
    check_sleep(&one, beat(0, 0), Some(beat(0, 0)), Some(20));
    let mut rung = one;
    ring(&mut rung, 100);
    check_sleep(&rung, beat(101, 101), None, None);
}

#[track_caller]
fn check_step(now: Beat, expected: &Step<i64>) {
    assert_eq!(&schedule(vec![]).step(now, Some(beat(0, 100)), ZoneChange::None), expected);
}

#[test]
fn a_beat_is_kept_each_20_s_and_at_once_after_a_gap() {
    let quiet = |beat| Step { events: vec![], beat };
    check_step(beat(19, 119), &quiet(None));
    check_step(beat(20, 120), &quiet(Some(beat(20, 120))));
    let gap = |seen| AlarmEvent::Gap(Gap { last_alive: at(0), seen: at(seen) });
    for now in [beat(28_800, 101), beat(28_800, 28_900), beat(-3600, 105)] {
        let seen = (now.wall - at(0)).num_seconds();
        check_step(now, &Step { events: vec![gap(seen)], beat: Some(now) });
    }
}

/// The thread on a fake clock, with what it tells.
struct Thread {
    clock: FakeClock,
    alarms: AlarmClock<i64>,
    events: Receiver<AlarmEvent<i64>>,
    beats: Receiver<Beat>,
}

impl Thread {
    fn start() -> Self {
        let clock = FakeClock::new(at(0));
        let (events_tx, events) = mpsc::channel();
        let (beats_tx, beats) = mpsc::channel();
        let alarms = AlarmClock::start(
            Arc::new(clock.clone()),
            move |event| events_tx.send(event).unwrap(),
            move |beat| beats_tx.send(beat).unwrap(),
        )
        .unwrap();
        Self { clock, alarms, events, beats }
    }

    #[track_caller]
    fn check_next(&self, expected: &AlarmEvent<i64>) {
        let event = self.events.recv_timeout(Duration::from_secs(5)).unwrap();
        assert_eq!(&event, expected);
    }

    #[track_caller]
    fn check_beat(&self, expected: Beat) {
        let beat = self.beats.recv_timeout(Duration::from_secs(5)).unwrap();
        assert_eq!(beat, expected);
    }

    #[track_caller]
    fn check_sleep_during_session(kind: Suspend, mono_after: u64) {
        let thread = Self::start();
        thread.alarms.start_beating();
        thread.check_beat(beat(0, 0));
        thread.clock.suspend(Duration::from_hours(8), kind);
        thread.alarms.set(vec![alarm(60, "end")]);
        thread.check_next(&AlarmEvent::Gap(Gap { last_alive: at(0), seen: at(28_800) }));
        thread.check_next(&AlarmEvent::Missed(vec![alarm(60, "end")]));
        thread.check_beat(beat(28_800, mono_after));
    }
}

#[test]
fn a_sleep_in_a_session_is_told_as_a_gap_before_the_missed_end_on_linux() {
    Thread::check_sleep_during_session(Suspend::MonoStops, 0);
}

#[test]
fn a_sleep_in_a_session_is_told_as_a_gap_before_the_missed_end_on_windows() {
    Thread::check_sleep_during_session(Suspend::MonoRuns, 28_800);
}

#[test]
fn the_gap_is_told_before_the_beat_is_recorded() {
    let clock = FakeClock::new(at(0));
    let (events_tx, events) = mpsc::channel();
    let (go, wait) = mpsc::channel::<()>();
    let alarms = AlarmClock::<i64>::start(
        Arc::new(clock.clone()),
        move |event| {
            events_tx.send(event).unwrap();
            wait.recv().unwrap();
        },
        |_| {},
    )
    .unwrap();
    alarms.start_beating();
    clock.suspend(Duration::from_mins(5), Suspend::MonoStops);
    alarms.look();
    let told = events.recv_timeout(Duration::from_secs(5)).unwrap();
    assert!(matches!(told, AlarmEvent::Gap(_)));
    assert_eq!(alarms.last_beat(), Some(beat(0, 0)));
    go.send(()).unwrap();
    drop(alarms);
}

#[test]
fn beats_begin_and_end_with_the_session() {
    let thread = Thread::start();
    assert_eq!(thread.alarms.last_beat(), None);
    thread.alarms.start_beating();
    assert_eq!(thread.alarms.last_beat(), Some(beat(0, 0)));
    thread.check_beat(beat(0, 0));
    thread.clock.advance(Duration::from_secs(20));
    thread.alarms.start_beating();
    thread.alarms.look();
    thread.check_beat(beat(20, 20));
    thread.alarms.stop_beating();
    assert_eq!(thread.alarms.last_beat(), None);
    thread.clock.advance(Duration::from_hours(1));
    thread.alarms.look();
    thread.alarms.start_beating();
    thread.check_beat(beat(3620, 3620));
    assert_eq!(thread.events.try_iter().count(), 0);
}

#[test]
fn a_change_of_the_zone_is_told_once() {
    let thread = Thread::start();
    thread.alarms.start_beating();
    thread.check_beat(beat(0, 0));
    thread.clock.set_offset(chrono::FixedOffset::east_opt(3600).unwrap());
    thread.alarms.look();
    thread.check_next(&AlarmEvent::Zone(vec![]));
    thread.clock.advance(Duration::from_secs(20));
    thread.alarms.look();
    thread.check_beat(beat(20, 20));
    assert_eq!(thread.events.try_iter().count(), 0);
}

/// A reminder at 18:00 here is slept through in the air; 6 h further west 18:00 is still to come.
#[test]
fn after_a_flight_west_asleep_a_reminder_rings_once_by_the_time_of_the_new_place() {
    let (here, there) = (alarm(60, "reminder"), alarm(60 + 6 * 3_600, "reminder"));
    let thread = Thread::start();
    thread.alarms.set(vec![here.clone()]);
    thread.alarms.start_beating();
    thread.check_beat(beat(0, 0));
    thread.clock.set_offset(chrono::FixedOffset::west_opt(6 * 3_600).unwrap());
    thread.clock.suspend(Duration::from_hours(3), Suspend::MonoStops);
    thread.alarms.look();
    thread.check_next(&AlarmEvent::Gap(Gap { last_alive: at(0), seen: at(10_800) }));
    thread.check_next(&AlarmEvent::Zone(vec![here]));
    thread.check_beat(beat(10_800, 0));
    thread.alarms.stop_beating();
    thread.alarms.set(vec![there.clone()]);
    thread.clock.set_wall(there.due);
    thread.alarms.look();
    thread.check_next(&AlarmEvent::Due(there));
    assert_eq!(thread.events.try_iter().count(), 0);
}

#[test]
fn what_was_passed_over_in_another_zone_rings_when_the_new_list_still_has_it() {
    let mut schedule = schedule(vec![alarm(10, "rung"), alarm(20, "end"), alarm(90, "later")]);
    assert_eq!(ring(&mut schedule, 10), [due(10, "rung")]);
    let step = schedule.step(beat(60, 0), None, ZoneChange::Moved);
    assert_eq!(step.events, [AlarmEvent::Zone(vec![alarm(20, "end")])]);
    assert_eq!(ring(&mut schedule, 60), []);
    schedule.set(vec![alarm(10, "rung"), alarm(20, "end"), alarm(95, "later")]);
    assert_eq!(ring(&mut schedule, 60), [due(20, "end")]);
}

/// The clocks go an hour forward at the start of the tests' time.
struct Spring(FakeClock);

impl Clock for Spring {
    fn wall(&self) -> DateTime<Utc> {
        self.0.wall()
    }
    fn mono(&self) -> Duration {
        self.0.mono()
    }
    fn offset(&self, at_moment: DateTime<Utc>) -> chrono::FixedOffset {
        chrono::FixedOffset::east_opt(if at_moment < at(0) { 3_600 } else { 7_200 }).unwrap()
    }
    fn seed(&self) -> u64 {
        self.0.seed()
    }
}

#[test]
fn when_the_clocks_go_forward_what_is_due_then_rings_all_the_same() {
    let clock = Spring(FakeClock::new(at(-600)));
    let mut zone = ZoneWatch::default();
    let mut schedule = schedule(vec![alarm(0, "at half past two")]);
    let mut step = |secs: i64| {
        clock.0.set_wall(at(secs));
        let change = zone.look(&clock, at(secs));
        schedule.step(beat(secs, 0), None, change).events
    };
    assert_eq!(step(-600), []);
    assert_eq!(step(0), [due(0, "at half past two"), AlarmEvent::Zone(vec![])]);
    assert_eq!(step(60), []);
}

#[test]
fn the_thread_rings_by_the_real_clock_within_a_moment() {
    let (tx, rx) = mpsc::channel();
    let clock = SystemClock::new();
    let due = clock.wall() + TimeDelta::milliseconds(150);
    let alarms = AlarmClock::start(Arc::new(clock), move |event| tx.send(event).unwrap(), |_| {}).unwrap();
    let one = Alarm { due, key: "a".to_owned(), payload: 7 };
    alarms.set(vec![one.clone()]);
    let event = rx.recv_timeout(Duration::from_secs(5)).unwrap();
    assert_eq!(event, AlarmEvent::Due(one));
    let late = clock.wall() - due;
    assert!(late >= TimeDelta::zero() && late < TimeDelta::seconds(2), "{late}");
}

#[test]
fn a_stuck_sink_does_not_hold_up_the_shutdown() {
    let clock = SystemClock::new();
    let (release, wait) = mpsc::channel::<()>();
    let (tx, rx) = mpsc::channel();
    let alarms = AlarmClock::start(
        Arc::new(clock),
        move |_: AlarmEvent<i64>| {
            tx.send(()).unwrap();
            let _ = wait.recv();
        },
        |_| {},
    )
    .unwrap();
    alarms.set(vec![alarm(0, "a")]);
    rx.recv_timeout(Duration::from_secs(5)).unwrap();
    let limit = clock.mono() + Duration::from_secs(3);
    drop(alarms);
    assert!(clock.mono() < limit);
    drop(release);
}
