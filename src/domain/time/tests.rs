//! R38 to R40 on the offsets that seven awkward zones really had and will have.

use chrono::{NaiveTime, TimeZone};

use super::*;
use crate::domain::Action;
use crate::domain::alarms::{AlarmKind, alarms};
use crate::domain::insight::Derived;
use crate::domain::settings::SettingsAction;
use crate::domain::tests::World;

/// Minutes from 1970 to 2101.
const END_MINUTE: i64 = 68_898_240;

struct Zone {
    name: &'static str,
    first: i64,
    /// Minute since 1970 and the offset from then on, in minutes.
    changes: Vec<(i64, i64)>,
}

impl Zone {
    fn minutes_at(&self, minute: i64) -> i64 {
        let nth = self.changes.partition_point(|(from, _)| *from <= minute);
        nth.checked_sub(1).map_or(self.first, |nth| self.changes[nth].1)
    }

    fn offset_at(&self, utc: DateTime<Utc>) -> FixedOffset {
        offset_from_secs(i32::try_from(self.minutes_at(utc.timestamp().div_euclid(60)) * 60).unwrap())
    }

    fn resolve(&self, local: &str) -> String {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        let (utc, offset) = resolve_local(local, |utc| self.offset_at(utc));
        utc.with_timezone(&offset).format("%Y-%m-%d %H:%M %:z").to_string()
    }
}

fn zones() -> Vec<Zone> {
    let parse = |line: &'static str| {
        let mut words = line.split(' ');
        let name = words.next().unwrap();
        let first = words.next().unwrap().parse().unwrap();
        let change = |word: &str| {
            let (minute, offset) = word.split_once('/').unwrap();
            (minute.parse().unwrap(), offset.parse().unwrap())
        };
        Zone { name, first, changes: words.map(change).collect() }
    };
    include_str!("zones.txt").lines().filter(|line| !line.starts_with('#')).map(parse).collect()
}

fn zone(name: &str) -> Zone {
    zones().into_iter().find(|zone| zone.name.ends_with(name)).unwrap()
}

fn at_minute(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(minute * 60, 0).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
fn check_never_back(zone: &Zone, minutes: impl Iterator<Item = i64>, day_start_hour: u8) {
    let mut last = NaiveDate::MIN;
    for minute in minutes {
        let utc = at_minute(minute);
        let day = day_of(utc, zone.offset_at(utc), day_start_hour);
        assert!(day >= last, "{} {utc} {day_start_hour}: {day} after {last}", zone.name);
        last = day;
    }
}

#[test]
fn every_hour_from_1970_to_2100_has_a_day_and_days_never_go_back() {
    for zone in zones() {
        check_never_back(&zone, (0..END_MINUTE).step_by(60), 0);
        check_never_back(&zone, (0..END_MINUTE).step_by(180), 4);
    }
}

#[test]
fn around_every_change_of_the_clocks_days_never_go_back_for_any_day_start() {
    for zone in zones() {
        for (change, _) in &zone.changes {
            for day_start_hour in 0..=MAX_DAY_START_HOUR {
                check_never_back(&zone, (change - 1_500..change + 1_500).step_by(15), day_start_hour);
            }
        }
    }
}

#[test]
fn the_far_ends_of_the_calendar_have_a_day() {
    for offset in [-86_399, 0, 86_399] {
        let offset = offset_from_secs(offset);
        for utc in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let now = Now { utc, offset, seed: 1 };
            let _ = (now.today(12), now.next_day_start(12), now.local(), now.id(0));
            let _ = resolve_local(utc.naive_utc(), |_| offset);
        }
    }
    assert_eq!(shifted(DateTime::UNIX_EPOCH, i64::MAX), DateTime::<Utc>::MAX_UTC);
    assert_eq!(shifted(DateTime::UNIX_EPOCH, i64::MIN), DateTime::<Utc>::MIN_UTC);
}

#[test]
fn the_day_starts_at_its_hour_in_the_offset_of_the_moment() {
    let at = |hour, minute| Utc.with_ymd_and_hms(2026, 3, 2, hour, minute, 0).unwrap();
    let kathmandu = offset_from_secs(20_700);
    assert_eq!(day_of(at(22, 14), kathmandu, 4), date("2026-03-02"));
    assert_eq!(day_of(at(22, 15), kathmandu, 4), date("2026-03-03"));
    assert_eq!(day_of(at(3, 59), offset_from_secs(0), 4), date("2026-03-01"));
    assert_eq!(day_of(at(4, 0), offset_from_secs(0), 4), date("2026-03-02"));
}

#[test]
fn a_midnight_that_does_not_exist_becomes_the_first_moment_after() {
    assert_eq!(zone("Santiago").resolve("2026-09-06 00:00"), "2026-09-06 01:00 -03:00");
    assert_eq!(zone("Santiago").resolve("2026-09-06 00:59"), "2026-09-06 01:00 -03:00");
    assert_eq!(zone("Havana").resolve("2026-03-08 00:30"), "2026-03-08 01:00 -04:00");
    assert_eq!(zone("Beirut").resolve("2026-03-29 00:00"), "2026-03-29 01:00 +03:00");
    assert_eq!(zone("Lord_Howe").resolve("2026-10-04 02:15"), "2026-10-04 02:30 +11:00");
    assert_eq!(zone("Dublin").resolve("2026-03-29 01:30"), "2026-03-29 02:00 +01:00");
    assert_eq!(zone("Kathmandu").resolve("1986-01-01 00:05"), "1986-01-01 00:15 +05:45");
}

#[test]
fn the_first_moment_after_a_gap_is_a_whole_second() {
    for zone in zones() {
        for (change, _) in &zone.changes {
            let wanted =
                local_time(at_minute(change - 1), zone.offset_at(at_minute(change - 1))) + Duration::minutes(20);
            let (found, _) = resolve_local(wanted, |utc| zone.offset_at(utc));
            assert_eq!(found.timestamp_subsec_nanos(), 0, "{} {wanted}", zone.name);
        }
    }
}

#[test]
fn a_whole_day_that_was_left_out_becomes_the_next_one() {
    assert_eq!(zone("Apia").resolve("2011-12-29 23:59"), "2011-12-29 23:59 -10:00");
    assert_eq!(zone("Apia").resolve("2011-12-30 12:00"), "2011-12-31 00:00 +14:00");
    assert_eq!(zone("Apia").resolve("2011-12-31 00:00"), "2011-12-31 00:00 +14:00");
}

#[test]
fn a_time_that_comes_twice_is_the_earlier_one() {
    assert_eq!(zone("Havana").resolve("2026-11-01 00:30"), "2026-11-01 00:30 -04:00");
    assert_eq!(zone("Santiago").resolve("2026-04-04 23:30"), "2026-04-04 23:30 -03:00");
    assert_eq!(zone("Lord_Howe").resolve("2026-04-05 01:45"), "2026-04-05 01:45 +11:00");
    assert_eq!(zone("Dublin").resolve("2026-10-25 01:30"), "2026-10-25 01:30 +01:00");
}

#[test]
fn every_local_time_around_a_change_leads_back_to_its_instant() {
    for zone in zones() {
        for (change, _) in &zone.changes {
            for minute in (change - 180..change + 180).step_by(5) {
                let utc = at_minute(minute);
                let (found, offset) = resolve_local(local_time(utc, zone.offset_at(utc)), |utc| zone.offset_at(utc));
                assert!(found <= utc, "{} {utc}", zone.name);
                assert_eq!(local_time(found, offset), local_time(utc, zone.offset_at(utc)), "{} {utc}", zone.name);
            }
        }
    }
}

/// R39: what is stored stays where it is.
#[test]
fn travel_and_another_day_start_change_no_stored_day_or_total() {
    let mut world = World::with_goal();
    world.offset = offset_from_secs(9 * 3600);
    for _ in 0..40 {
        world.start(300);
        world.work(400);
        world.timer(crate::domain::timer::TimerAction::Finish);
        world.pass(7 * 3600 + 11);
    }
    let today = world.now().today(4);
    let before = Derived::of(&world.model, today);
    world.offset = offset_from_secs(-8 * 3600);
    let settings = crate::domain::settings::Settings { day_start_hour: 0, ..world.model.settings.clone() };
    world.act(Action::Settings(SettingsAction::Set(settings)));
    assert_eq!(Derived::of(&world.model, today), before);
    let id = world.model.sessions.last().unwrap().id;
    let day = world.model.sessions.last().unwrap().day;
    world.act(Action::Session(crate::domain::session::SessionAction::Split { id, after_secs: 200 }));
    assert!(world.model.sessions.iter().rev().take(2).all(|session| session.day == day));
    assert_eq!(*Derived::of(&world.model, today).days, {
        let mut days = before.days.as_slice().to_vec();
        let nth = days.iter().position(|one| one.day == day).unwrap();
        days[nth].sessions += 1;
        crate::domain::insight::days::Days::from_days(days)
    });
}

/// R40: woken only by its alarms, the app changes to the new day at the very minute it begins.
#[track_caller]
fn check_rollover(zone: &Zone, eve: &str, day_start_hour: u8) {
    let settings = crate::domain::settings::Settings { day_start_hour, ..Default::default() };
    let model = crate::domain::Model { settings, ..Default::default() };
    let evening = date(eve).and_time(NaiveTime::from_hms_opt(20, 0, 0).unwrap());
    let (start, _) = resolve_local(evening, |utc| zone.offset_at(utc));
    let now_at = |utc| Now::new(utc, zone.offset_at(utc), 1);
    let today = |utc| now_at(utc).today(day_start_hour);
    let truly =
        (0..2_000).map(|minute| start + Duration::minutes(minute)).find(|utc| today(*utc) != today(start)).unwrap();
    let mut now = start;
    for _ in 0..4 {
        let next = alarms(&model, now_at(now), &|utc| zone.offset_at(utc))
            .into_iter()
            .find(|alarm| alarm.kind == AlarmKind::DayStart)
            .unwrap();
        assert!(next.due > now);
        now = next.due;
        if today(now) != today(start) {
            break;
        }
    }
    assert_eq!(now, truly, "{} {eve} {day_start_hour}", zone.name);
}

#[test]
fn today_rolls_over_on_time_on_plain_nights_and_those_on_which_the_clocks_change() {
    let nights = [
        ("Dublin", ["2026-03-28", "2026-10-24", "2026-06-01"]),
        ("Santiago", ["2026-09-05", "2026-04-04", "2026-06-01"]),
        ("Havana", ["2026-03-07", "2026-10-31", "2026-06-01"]),
        ("Beirut", ["2026-03-28", "2026-10-24", "2026-06-01"]),
        ("Lord_Howe", ["2026-10-03", "2026-04-04", "2026-06-01"]),
        ("Kathmandu", ["1985-12-31", "2026-06-01", "2026-06-02"]),
    ];
    for (name, eves) in nights {
        for eve in eves {
            for day_start_hour in [0, 1, 2, 3, 4, 12] {
                check_rollover(&zone(name), eve, day_start_hour);
            }
        }
    }
}

#[test]
fn ids_of_one_action_differ_and_sort_by_time() {
    let now = Now::new(Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap(), offset_from_secs(0), 7);
    assert_ne!(now.id(0), now.id(1));
    assert_eq!(now.id(0).get_version_num(), 7);
    let later = Now { utc: now.utc + Duration::seconds(1), ..now };
    assert!(later.id(0) > now.id(1));
}

#[test]
fn a_week_starts_on_the_chosen_day() {
    let wednesday = date("2026-03-04");
    assert_eq!(WeekStart::Monday.first_day_of(wednesday), date("2026-03-02"));
    assert_eq!(WeekStart::Sunday.first_day_of(wednesday), date("2026-03-01"));
    assert_eq!(WeekStart::Saturday.first_day_of(wednesday), date("2026-02-28"));
    assert_eq!(WeekStart::Monday.first_day_of(date("2026-03-02")), date("2026-03-02"));
}
