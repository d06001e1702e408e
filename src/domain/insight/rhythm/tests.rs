//! Hours and weekdays counted by hand.

use chrono::TimeZone;

use super::*;
use crate::domain::Action;
use crate::domain::insight::patterns::Verdict;
use crate::domain::rest::RestKind;
use crate::domain::session::SessionAction;
use crate::domain::tests::World;

/// A world on Monday 6 April 2026 with sessions given as (date, time, hours east, minutes).
fn world(sessions: &[(&str, &str, i32, i64)]) -> World {
    let mut world = World::with_goal();
    world.utc = Utc.with_ymd_and_hms(2026, 4, 6, 20, 0, 0).unwrap();
    for (date, time, east, minutes) in sessions {
        let local: chrono::NaiveDateTime = format!("{date}T{time}").parse().unwrap();
        let started = local.and_utc() - chrono::Duration::hours(i64::from(*east));
        let (offset_secs, note) = (east * 3_600, String::new());
        world.act(Action::Session(SessionAction::Add { started, offset_secs, focus_secs: minutes * 60, note }));
    }
    world
}

fn rhythm(sessions: &[(&str, &str, i32, i64)]) -> Rhythm {
    Rhythm::of(world(sessions).model.sessions.iter())
}

/// Weekday from Monday 0, hour, minutes, sessions: all cells with anything in them.
#[track_caller]
fn check_cells(sessions: &[(&str, &str, i32, i64)], expected: &[(usize, usize, i64, u32)]) {
    let found = rhythm(sessions);
    let cells = found.cells.iter().enumerate().flat_map(|(day, hours)| {
        hours.iter().enumerate().map(move |(hour, cell)| (day, hour, cell.secs / 60, cell.sessions))
    });
    let cells: Vec<_> = cells.filter(|cell| cell.2 > 0 || cell.3 > 0).collect();
    assert_eq!(cells, expected);
}

#[test]
fn minutes_lie_in_the_hours_they_were_worked_and_a_session_where_it_began() {
    // Wednesday 4 March.
    check_cells(&[("2026-03-04", "09:50:00", 0, 80)], &[(2, 9, 10, 1), (2, 10, 60, 0), (2, 11, 10, 0)]);
    check_cells(
        &[("2026-03-04", "09:00:00", 0, 20), ("2026-03-04", "09:30:00", 0, 20), ("2026-03-11", "09:10:00", 0, 5)],
        &[(2, 9, 45, 3)],
    );
}

#[test]
fn the_wall_clock_is_that_of_the_place_where_it_was_made() {
    check_cells(&[("2026-03-04", "08:00:00", 9, 30)], &[(2, 8, 30, 1)]);
    check_cells(&[("2026-03-04", "22:00:00", -5, 30)], &[(2, 22, 30, 1)]);
}

#[test]
fn a_night_belongs_to_the_weekday_on_which_it_began() {
    // From Saturday 7 March 23:30 to 00:30.
    check_cells(&[("2026-03-07", "23:30:00", 0, 60)], &[(5, 0, 30, 0), (5, 23, 30, 1)]);
}

/// So many sessions at nine and at ten, one a day.
fn mostly(nine: usize, ten: usize) -> MostlyAt {
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let times = std::iter::repeat_n("09:00:00", nine).chain(std::iter::repeat_n("10:00:00", ten));
    let dates: Vec<String> = first.iter_days().take(nine + ten).map(|day| day.to_string()).collect();
    rhythm(&dates.iter().zip(times).map(|(date, time)| (date.as_str(), time, 0, 5)).collect::<Vec<_>>()).most
}

#[test]
fn the_hour_of_most_sessions_is_told_from_eight_of_fifteen_on() {
    assert_eq!(mostly(0, 0), MostlyAt::TooFew);
    assert_eq!(mostly(14, 0), MostlyAt::TooFew);
    assert_eq!(mostly(8, 7), MostlyAt::Hour { hour: 9, sessions: 8, of: 15 });
    assert_eq!(mostly(7, 20), MostlyAt::Hour { hour: 10, sessions: 20, of: 27 });
    assert_eq!(mostly(8, 8), MostlyAt::Shared);
}

/// Whole weeks from Monday 2 March 2026, minutes of each weekday; `None` is a rest.
fn weeks(of: usize, minutes: impl Fn(usize, usize) -> Option<i64>) -> Weekdays {
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    let day = |nth: usize| {
        let minutes = minutes(nth / 7, nth % 7);
        Day {
            day: first + Span::new(nth as u64),
            focus_secs: 60 * minutes.unwrap_or(0),
            sessions: u32::from(minutes.unwrap_or(0) > 0),
            rest: minutes.is_none().then_some(RestKind::Rest),
            ..Day::default()
        }
    };
    let days = Days::from_days((0..=7 * of).map(day).collect());
    let today = days.today().unwrap().day;
    Weekdays::of(&days, WeekStart::Monday, today)
}

/// Thursdays have 30 minutes more or less, the others 10.
fn thursdays(week: usize, weekday: usize) -> i64 {
    let swing = ((week * 5 + weekday * 3) % 7) as i64;
    if weekday == 3 { 30 + swing } else { 7 + swing }
}

#[test]
fn a_weekday_with_more_minutes_is_told_from_ten_weeks_on() {
    let found = |of| {
        weeks(of, |week, weekday| Some(thursdays(week, weekday)))
            .best
            .map(|best| (best.weekday, best.minutes.days, best.minutes.verdict))
    };
    assert_eq!(found(0), None);
    assert_eq!(found(5), Some((Weekday::Thu, [5, 30], Verdict::Counts)));
    assert_eq!(found(9), Some((Weekday::Thu, [9, 54], Verdict::TooEarly)));
    assert_eq!(found(10), Some((Weekday::Thu, [10, 60], Verdict::ProbablyA)));
}

#[test]
fn weekdays_that_only_differ_by_chance_have_no_verdict() {
    let found = weeks(20, |week, weekday| Some(((week * 11 + weekday * 5) % 13) as i64));
    assert_eq!(found.best.unwrap().minutes.verdict, Verdict::Unclear);
    assert_eq!(weeks(20, |_, _| Some(0)).best, None);
}

#[test]
fn rests_are_left_out_and_only_whole_weeks_of_half_a_year_count() {
    let found = weeks(40, |week, weekday| if weekday == 6 && week % 2 == 0 { None } else { Some(10) });
    let days: Vec<u32> = found.figures.iter().map(|of| of.days).collect();
    assert_eq!((days, found.until.to_string()), (vec![26, 26, 26, 26, 26, 26, 13], "2026-12-06".into()));
    assert_eq!(found.figures[0], WeekdayFigures { days: 26, days_done: 26, focus_secs: 26 * 600 });
}

#[test]
fn the_order_of_sessions_does_not_matter() {
    let world = world(&[
        ("2026-03-04", "09:50:00", 0, 80),
        ("2026-03-07", "23:30:00", 0, 60),
        ("2026-03-08", "09:00:00", 2, 5),
    ]);
    assert_eq!(Rhythm::of(world.model.sessions.iter()), Rhythm::of(world.model.sessions.iter().rev()));
}
