//! Plainly made-up data.

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use uuid::Uuid;

use crate::domain::goal::{Goal, GoalState};
use crate::domain::measure::{Count, Measure};
use crate::domain::model::Model;
use crate::domain::rest::{Rest, RestKind};
use crate::domain::reward::RewardState;
use crate::domain::session::{ClockState, Ended, Interval, Session};
use crate::domain::target::Target;
use crate::domain::timer::{Phase, Running};
use crate::domain::waiting_room::Wish;

pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0000 + number)
}

pub fn day(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

pub fn goal(number: u128) -> Goal {
    Goal {
        id: id(number),
        title: "Write \"the book\"".into(),
        why: "It's time\nand more".into(),
        identity: String::new(),
        cue: String::new(),
        fallback: String::new(),
        measure: Some(Measure { unit: "words".into(), total: Some(50_000.0) }),
        target_date: Some(day("2026-12-31")),
        created: noon() - Duration::days(400),
        start_day: day("2025-01-25"),
        state: GoalState::Active,
        closed: None,
        learnt: String::new(),
        modified: noon(),
    }
}

/// Session `number` of 25 minutes, one an hour back from noon.
pub fn session(number: u32) -> Session {
    let started = noon() - Duration::hours(i64::from(number) + 1);
    let middle = started + Duration::minutes(10);
    let intervals = vec![
        Interval { start: started, end: middle },
        Interval { start: middle + Duration::minutes(2), end: middle + Duration::minutes(17) },
    ];
    Session {
        id: id(1_000_000 + u128::from(number)),
        goal: id(1),
        started,
        offset_secs: 3600,
        day: (started + Duration::hours(1)).naive_utc().date(),
        planned_secs: 1_500,
        intervals,
        ended: Ended::Earned,
        intention: "draft scene 3".into(),
        done: vec!["scene 3".into(), "notes".into()],
        next: "scene 4".into(),
        note: String::new(),
        proof: String::new(),
        ease: Some(4),
        energy: None,
        motivation_before: Some(2),
        motivation_after: Some(5),
        reward: RewardState::Claimed,
        clock: ClockState::Steady,
        modified: noon(),
    }
}

pub fn running() -> Running {
    Running {
        id: id(77),
        goal: id(1),
        started: noon(),
        offset_secs: 0,
        day: day("2026-03-01"),
        planned_secs: 480,
        intervals: vec![],
        phase: Phase::Focusing { since: noon() },
        last_alive: noon() + Duration::minutes(1),
        ahead_secs: 0,
        earned: None,
        told_secs: 0,
        intention: "draft scene 5".into(),
    }
}

/// One of everything, and `sessions` sessions.
pub fn model(sessions: u32) -> Model {
    let target = Target { id: id(3), goal: id(1), from: day("2025-01-25"), minutes: 5, made: noon() };
    let rest = Rest { id: id(4), from: day("2026-02-01"), to: day("2026-02-03"), kind: RestKind::Travel, made: noon() };
    let count = Count { id: id(5), goal: id(1), session: None, at: noon(), day: day("2026-03-01"), amount: 320.5 };
    Model {
        goals: [goal(1)].into_iter().collect(),
        wishes: [Wish { id: id(2), title: "learn to juggle".into(), added: noon() }].into_iter().collect(),
        sessions: (0..sessions).map(session).collect(),
        counts: [count].into_iter().collect(),
        targets: [target].into_iter().collect(),
        rests: [rest].into_iter().collect(),
        running: Some(running()),
        ..Model::default()
    }
}
