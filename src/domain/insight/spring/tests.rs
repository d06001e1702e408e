use super::*;
use crate::domain::demo::{demo, demo_sized};
use crate::domain::insight::turns::turns;
use crate::domain::model::Model;
use crate::domain::session::Session;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn coils_of(model: &Model) -> Coils {
    let goal = model.goal().unwrap();
    Coils::of(goal, &turns(model, goal))
}

fn coils(sessions: usize) -> Coils {
    let model = demo_sized(sessions, today(), 7);
    let coils = coils_of(&model);
    let focus: i64 = model.sessions.iter().map(Session::focus_secs).sum();
    assert_eq!(coils.total_secs, focus);
    assert_eq!(coils.sessions as usize, sessions);
    coils
}

#[track_caller]
fn check_chain(coils: &Coils) {
    let mut at = 0;
    for coil in &coils.coils {
        assert_eq!(coil.from_secs, at);
        assert!(coil.to_secs > coil.from_secs && coil.day <= coil.last_day && coil.stage < 4);
        at = coil.to_secs;
    }
    assert_eq!(at, coils.total_secs);
    assert_eq!(coils.coils.iter().map(|coil| coil.sessions).sum::<u32>(), coils.sessions);
}

#[track_caller]
fn check_grain(sessions: usize, grain: Grain, most: usize) {
    let coils = coils(sessions);
    check_chain(&coils);
    assert_eq!(coils.grain, grain);
    assert!(coils.coils.len() <= most, "{}", coils.coils.len());
}

#[test]
fn up_to_400_sessions_each_has_its_own_coil() {
    check_grain(0, Grain::Session, 0);
    check_grain(1, Grain::Session, 1);
    check_grain(400, Grain::Session, 400);
    assert_eq!(coils(400).coils.len(), 400);
}

#[test]
fn longer_springs_merge_days_then_weeks() {
    check_grain(1_000, Grain::Day, 1_500);
    check_grain(10_000, Grain::Week, 1_100);
    check_grain(100_000, Grain::Week, 1_100);
}

#[test]
fn a_spring_of_forty_years_merges_four_weeks() {
    let mut model = demo_sized(5_000, today(), 7);
    let earlier: Vec<Session> = model.sessions.iter().cloned().collect();
    for mut session in earlier {
        session.day = session.day.checked_sub_days(chrono::Days::new(20 * 365)).unwrap();
        session.started -= chrono::Duration::days(20 * 365);
        session.id = Uuid::from_u128(session.id.as_u128() ^ 1);
        model.sessions.insert(session);
    }
    let coils = coils_of(&model);
    assert_eq!(coils.grain, Grain::Month);
    check_chain(&coils);
    assert!(coils.coils.len() <= 530);
}

#[test]
fn tints_follow_the_programme_weeks_and_then_go_round_every_four_weeks() {
    let start = today();
    let tint = |nth: i64| tint_on(start, start + chrono::Duration::days(nth));
    assert_eq!([0, 6, 7, 14, 21, 27].map(tint), [0, 0, 1, 2, 3, 3]);
    assert_eq!([28, 55, 56, 84, 112, 139, 140].map(tint), [0, 0, 1, 2, 3, 3, 0]);
    assert_eq!(tint(-3), 0);
}

#[test]
fn a_distance_finds_its_coil_and_arrow_keys_walk_from_the_newest() {
    let model = demo(today(), 1);
    let coils = coils_of(&model);
    let newest = coils.coils.len() - 1;
    assert_eq!(coils.under(0), Some(0));
    assert_eq!(coils.under(coils.coils[3].from_secs), Some(3));
    assert_eq!(coils.under(coils.coils[3].to_secs - 1), Some(3));
    assert_eq!(coils.under(coils.total_secs), None);
    assert_eq!(coils.under(-1), None);
    assert_eq!(coils.step(None, -1), Some(newest));
    assert_eq!(coils.step(Some(newest), -1), Some(newest - 1));
    assert_eq!(coils.step(Some(newest), 1), Some(newest));
    assert_eq!(coils.step(Some(0), -5), Some(0));
    assert_eq!(Coils::default().step(None, 1), None);
}
