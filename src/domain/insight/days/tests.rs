use super::*;
use crate::domain::demo::{demo, demo_sized};
use crate::domain::rest::rest_on;
use crate::domain::target::target_on;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

#[test]
fn every_day_is_there_once_and_the_last_is_today() {
    let model = demo(today(), 1);
    let days = Days::of(&model, model.goal().unwrap(), today());
    assert_eq!(days.iter().len(), 365);
    assert_eq!(days.today().unwrap().day, today());
    assert!(days.as_slice().windows(2).all(|pair| pair[0].day.succ_opt() == Some(pair[1].day)));
    assert_eq!(days.get(today()).unwrap(), days.today().unwrap());
    assert_eq!(days.get(today().succ_opt().unwrap()), None);
}

#[test]
fn targets_and_rests_are_those_of_each_day() {
    let model = demo(today(), 1);
    let goal = model.goal().unwrap();
    for day in Days::of(&model, goal, today()).iter() {
        assert_eq!(day.target_minutes, target_on(&model.targets, goal.id, day.day), "{}", day.day);
        assert_eq!(day.rest, rest_on(&model.rests, day.day), "{}", day.day);
    }
}

#[test]
fn the_sum_of_the_days_is_the_sum_of_the_intervals() {
    let model = demo_sized(1_000, today(), 5);
    let days = Days::of(&model, model.goal().unwrap(), today());
    let intervals = model.sessions.iter().flat_map(|session| &session.intervals);
    let expected: i64 = intervals.map(|interval| (interval.end - interval.start).num_seconds()).sum();
    assert_eq!(days.iter().map(|day| day.focus_secs).sum::<i64>(), expected);
}

#[test]
fn sessions_of_another_goal_stay_out() {
    let model = demo(today(), 1);
    let sessions: u32 = Days::of(&model, model.goal().unwrap(), today()).iter().map(|day| day.sessions).sum();
    assert!((sessions as usize) < model.sessions.len());
    assert_eq!(sessions as usize, model.goal_sessions().count());
}

#[test]
fn what_is_dated_after_today_waits_elsewhere_and_still_counts_in_all() {
    let model = demo(today(), 1);
    let earlier = today().checked_sub_days(chrono::Days::new(100)).unwrap();
    let days = Days::of(&model, model.goal().unwrap(), earlier);
    assert_eq!(days.today().unwrap().day, earlier);
    let all = crate::domain::insight::totals::Totals::of(&days).all;
    assert!(days.elsewhere().sessions > 50);
    assert_eq!(all.sessions as usize, model.goal_sessions().count());
}

#[test]
fn a_record_with_a_senseless_date_does_not_fill_the_memory() {
    let mut model = demo_sized(3, today(), 5);
    let mut odd = model.sessions.last().unwrap().clone();
    odd.day = NaiveDate::MIN;
    model.sessions.insert(odd);
    let days = Days::of(&model, model.goal().unwrap(), today());
    assert_eq!(days.iter().len() as u64, MAX_DAYS);
    assert_eq!(days.elsewhere().sessions, 1);
}
