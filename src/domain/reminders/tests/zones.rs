//! Local times: nights on which the clocks change, and travel.

use chrono::FixedOffset;

use super::*;
use crate::domain::time::resolve_local;

/// When the reminders of a world ring, woken only by its alarms, in a zone, over some days.
fn rung(world: &mut World, offset_at: &dyn Fn(DateTime<Utc>) -> FixedOffset, days: i64) -> Vec<String> {
    let end = world.utc + Duration::days(days);
    let mut rung = Vec::new();
    loop {
        world.offset = offset_at(world.utc);
        let now = world.now();
        let Some(next) = alarms(&world.model, now, offset_at).into_iter().next().filter(|next| next.due < end) else {
            return rung;
        };
        assert!(next.due > now.utc, "it rings for ever");
        world.utc = next.due;
        if let AlarmKind::Reminder { .. } = next.kind {
            rung.push(next.due.with_timezone(&offset_at(next.due)).format("%m-%d %H:%M %:z").to_string());
        }
    }
}

/// A zone as its offset before, between and after two changes.
fn zone(changes: [&str; 2], hours_times_ten: [i32; 3]) -> impl Fn(DateTime<Utc>) -> FixedOffset {
    let changes: [DateTime<Utc>; 2] = changes.map(|at| at.parse().unwrap());
    move |at| {
        let nth = changes.iter().filter(|change| **change <= at).count();
        FixedOffset::east_opt(hours_times_ten[nth] * 360).unwrap()
    }
}

#[track_caller]
fn check_nights(zone: &dyn Fn(DateTime<Utc>) -> FixedOffset, time: &str, eve: &str, expected: [&str; 3]) {
    let mut world = quiet_world();
    add(&mut world, time, &EVERY_DAY);
    let noon = eve.parse::<NaiveDate>().unwrap().and_hms_opt(12, 0, 0).unwrap();
    world.utc = resolve_local(noon, zone).0;
    assert_eq!(rung(&mut world, zone, 3), expected, "{time} {eve}");
}

#[test]
fn on_the_nights_the_clocks_change_each_reminder_comes_exactly_once() {
    let berlin = zone(["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"], [10, 20, 10]);
    check_nights(&berlin, "02:30", "2026-03-28", ["03-29 03:00 +02:00", "03-30 02:30 +02:00", "03-31 02:30 +02:00"]);
    check_nights(&berlin, "02:30", "2026-10-24", ["10-25 02:30 +02:00", "10-26 02:30 +01:00", "10-27 02:30 +01:00"]);
    let new_york = zone(["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"], [-50, -40, -50]);
    check_nights(&new_york, "02:30", "2026-03-07", ["03-08 03:00 -04:00", "03-09 02:30 -04:00", "03-10 02:30 -04:00"]);
    check_nights(&new_york, "01:30", "2026-10-31", ["11-01 01:30 -04:00", "11-02 01:30 -05:00", "11-03 01:30 -05:00"]);
    let lord_howe = zone(["2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z"], [110, 105, 110]);
    check_nights(&lord_howe, "02:15", "2026-10-03", ["10-04 02:30 +11:00", "10-05 02:15 +11:00", "10-06 02:15 +11:00"]);
    check_nights(&lord_howe, "01:45", "2026-04-04", ["04-05 01:45 +11:00", "04-06 01:45 +10:30", "04-07 01:45 +10:30"]);
    let santiago = zone(["2026-04-05T03:00:00Z", "2026-09-06T04:00:00Z"], [-30, -40, -30]);
    check_nights(&santiago, "00:30", "2026-09-05", ["09-06 01:00 -03:00", "09-07 00:30 -03:00", "09-08 00:30 -03:00"]);
    check_nights(&santiago, "23:30", "2026-04-04", ["04-04 23:30 -03:00", "04-05 23:30 -04:00", "04-06 23:30 -04:00"]);
}

#[test]
fn two_reminders_in_the_hour_that_is_left_out_are_one_notice() {
    let berlin = zone(["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"], [10, 20, 10]);
    let mut world = quiet_world();
    add(&mut world, "02:10", &EVERY_DAY);
    add(&mut world, "02:40", &EVERY_DAY);
    world.utc = "2026-03-28T12:00:00Z".parse().unwrap();
    assert_eq!(rung(&mut world, &berlin, 1), ["03-29 03:00 +02:00"]);
}

#[test]
fn a_traveller_is_reminded_at_the_local_time_of_the_new_place() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    let due = |world: &mut World, hours: i32| {
        let here = FixedOffset::east_opt(hours * 3600).unwrap();
        world.offset = here;
        let now = world.now();
        upcoming(&world.model, now, &|_| here, 1)[0].due.to_rfc3339()
    };
    assert_eq!(due(&mut world, 0), "2026-03-02T18:00:00+00:00");
    assert_eq!(due(&mut world, 9), "2026-03-03T09:00:00+00:00");
    assert_eq!(due(&mut world, -8), "2026-03-03T02:00:00+00:00");
}

#[test]
fn an_app_left_open_for_weeks_reminds_every_day() {
    let mut world = quiet_world();
    change(&mut world, |settings| settings.comeback_reminder = Switch::Off);
    add(&mut world, "08:00", &EVERY_DAY);
    let utc = |_| FixedOffset::east_opt(0).unwrap();
    assert_eq!(rung(&mut world, &utc, 40).len(), 40);
}
