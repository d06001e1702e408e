use chrono::{FixedOffset, NaiveDate, SubsecRound, TimeZone};

use super::*;
use crate::domain::Action;
use crate::domain::rewards::{Occasion, RewardAction};
use crate::domain::tests::World;
use crate::domain::time::resolve_local;
use crate::domain::timer::{TimerAction, TimerAction::Extend};

/// Seconds from now to each alarm that is not the day's start.
fn due(world: &mut World) -> Vec<(i64, AlarmKind)> {
    let now = world.now();
    let all = alarms(&world.model, now, &|_| now.offset);
    assert!(all.windows(2).all(|pair| pair[0].due <= pair[1].due));
    let rest = all.iter().filter(|alarm| alarm.kind != AlarmKind::DayStart && !alarm.kind.is_planned());
    rest.map(|alarm| ((alarm.due - now.utc).num_seconds(), alarm.kind)).collect()
}

#[test]
fn without_a_session_only_the_next_day_is_waited_for() {
    let mut world = World::with_goal();
    assert_eq!(due(&mut world), []);
    let now = world.now();
    let all = alarms(&world.model, now, &|_| now.offset);
    let starts = all.iter().filter(|alarm| alarm.kind == AlarmKind::DayStart);
    let starts: Vec<String> = starts.map(|alarm| alarm.due.to_rfc3339()).collect();
    assert_eq!(starts, ["2026-03-03T03:00:00+00:00", "2026-03-03T04:00:00+00:00"]);
}

#[test]
fn a_running_session_waits_for_its_end_and_for_a_quarter_of_an_hour_more() {
    let mut world = World::with_goal();
    world.start(480);
    world.work(60);
    let session = world.model.running.as_ref().unwrap().id;
    let (earned, overtime) = (AlarmKind::SessionEarned { session }, AlarmKind::Overtime { session });
    assert_eq!(due(&mut world), [(420, earned), (1_320, overtime)]);
    world.timer(Extend { secs: 300 });
    assert_eq!(due(&mut world), [(720, earned), (1_620, overtime)]);
    world.work(720);
    assert_eq!(due(&mut world), [(900, overtime)]);
    world.work(900);
    assert_eq!(due(&mut world), []);
}

#[test]
fn a_pause_waits_for_nothing_and_resuming_moves_the_end() {
    let mut world = World::with_goal();
    world.start(480);
    world.work(60);
    world.timer(TimerAction::Pause);
    assert_eq!(due(&mut world), []);
    world.pass(1_000);
    world.timer(TimerAction::Resume);
    assert_eq!(due(&mut world)[0].0, 420);
}

#[test]
fn an_end_that_passed_unseen_is_still_told() {
    let mut world = World::with_goal();
    world.start(480);
    world.pass(500);
    assert_eq!(due(&mut world)[0].0, -20);
}

#[test]
fn five_more_minutes_in_overtime_are_waited_for() {
    let mut world = World::with_goal();
    world.start(60);
    world.work(100);
    world.timer(Extend { secs: 300 });
    assert_eq!(due(&mut world)[0].0, 300);
}

#[test]
fn after_the_clock_was_set_back_the_end_is_as_far_away_as_before() {
    let mut world = World::with_goal();
    world.start(480);
    world.work(60);
    world.jump(-3_600);
    assert_eq!(due(&mut world)[0].0, 420);
}

#[test]
fn a_break_waits_for_its_end() {
    let mut world = World::with_goal();
    world.reward("Espresso", 5);
    world.start(60);
    world.work(60);
    world.timer(TimerAction::Finish);
    let occasion = Occasion::Session(world.model.sessions.last().unwrap().id);
    world.act(Action::Reward(RewardAction::Take { occasion }));
    assert_eq!(due(&mut world), [(300, AlarmKind::BreakOver)]);
}

/// A zone whose clocks go `by_secs` forward at `spring` and back at `autumn`.
#[derive(Clone, Copy)]
struct Zone {
    winter_secs: i32,
    by_secs: i32,
    spring: DateTime<Utc>,
    autumn: DateTime<Utc>,
}

impl Zone {
    /// The offset at an instant; south of the equator summer lies around the turn of the year.
    fn offset(self, at: DateTime<Utc>) -> FixedOffset {
        let is_summer = if self.spring < self.autumn {
            (self.spring..self.autumn).contains(&at)
        } else {
            !(self.autumn..self.spring).contains(&at)
        };
        FixedOffset::east_opt(self.winter_secs + if is_summer { self.by_secs } else { 0 }).unwrap()
    }
}

/// An idle app is left open for nights on end and looks only when an alarm rings: it must see each day begin on time.
#[track_caller]
fn check_every_day_is_seen(zone: Zone, first: NaiveDate, nights: usize, hour: u8) {
    let mut world = World::with_goal();
    let mut settings = crate::domain::settings::Settings::clone(&world.model.settings);
    settings.day_start_hour = hour;
    world.model.settings = settings;
    let start_of = |day: NaiveDate| {
        let start = day.and_time(chrono::NaiveTime::MIN) + chrono::Duration::hours(i64::from(hour));
        resolve_local(start, |at| zone.offset(at)).0.trunc_subsecs(0)
    };
    world.utc = shifted(start_of(first), 8 * 3_600);
    let mut seen = first;
    for day in first.iter_days().skip(1).take(nights) {
        while seen < day {
            world.offset = zone.offset(world.utc);
            let now = world.now();
            let all = alarms(&world.model, now, &|at| zone.offset(at));
            let next = all.first().map(|alarm| alarm.due).expect("something is waited for");
            assert!(next > now.utc && next <= start_of(day), "asleep past the start of {day}: {next}");
            world.utc = next;
            world.offset = zone.offset(next);
            seen = world.now().today(hour);
        }
        assert_eq!((seen, world.utc), (day, start_of(day)), "day start hour {hour}");
    }
}

#[test]
fn an_app_left_open_sees_every_day_begin_on_time_in_autumn_and_spring_too() {
    let at = |month, day, hour, minute| Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0).unwrap();
    let date = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let berlin = Zone { winter_secs: 3_600, by_secs: 3_600, spring: at(3, 29, 1, 0), autumn: at(10, 25, 1, 0) };
    let new_york = Zone { winter_secs: -18_000, by_secs: 3_600, spring: at(3, 8, 7, 0), autumn: at(11, 1, 6, 0) };
    let lord_howe = Zone { winter_secs: 37_800, by_secs: 1_800, spring: at(10, 3, 15, 30), autumn: at(4, 4, 15, 0) };
    for hour in [0, 1, 2, 3, 4, 5, 12] {
        for (zone, spring, autumn) in [
            (berlin, date(3, 27), date(10, 23)),
            (new_york, date(3, 6), date(10, 30)),
            (lord_howe, date(10, 2), date(4, 3)),
        ] {
            check_every_day_is_seen(zone, spring, 4, hour);
            check_every_day_is_seen(zone, autumn, 4, hour);
        }
    }
}

/// What was missed of a reminder and the review, both due on Sunday 8 March before 18:05 UTC, so many hours east of it.
#[track_caller]
fn check_moved(hours: i32, reminders: &[u16], expected: &[AlarmKind]) {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let mut world = World::with_goal();
    for minute in reminders {
        let weekdays = vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun];
        let add = crate::domain::reminders::ReminderAction::Add { minute: *minute, weekdays, cue: String::new() };
        world.act(Action::Reminder(add));
    }
    world.offset = FixedOffset::east_opt(hours * 3_600).unwrap();
    world.utc = "2026-03-08T18:05:00Z".parse().unwrap();
    let (now, here) = (world.now(), world.offset);
    let passed = [AlarmKind::Reminder { reminder: Uuid::nil() }, AlarmKind::ReviewDue];
    assert_eq!(not_again(&world.model, &passed, now, &|_| here), expected, "{hours} h, {reminders:?}");
}

#[test]
fn in_a_new_place_only_what_does_not_come_again_today_was_missed() {
    let start = AlarmKind::Reminder { reminder: Uuid::nil() };
    let (at_18, at_21) = (18 * 60, 21 * 60);
    // The review is due on Sundays at 18:00. Further west it is noon there, further east nearly midnight.
    check_moved(-6, &[at_18], &[]);
    check_moved(5, &[at_18], &[start, AlarmKind::ReviewDue]);
    check_moved(1, &[at_18, at_21], &[AlarmKind::ReviewDue]);
    check_moved(-1, &[], &[start]);
}
