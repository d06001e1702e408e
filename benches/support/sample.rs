//! A person's records of any size, plainly made up and the same on every run.

use chrono::{DateTime, Duration, Offset, Utc};
use mainspring::domain::goal::{GoalAction, GoalField};
use mainspring::domain::measure::{Count, Measure};
use mainspring::domain::reward::{RewardAction, RewardState, SessionReward};
use mainspring::domain::session::{ClockState, Ended, Interval, Session};
use mainspring::domain::time::day_of;
use mainspring::domain::{Action, Model, Now, apply};

/// The present of the sample: whole seconds, in UTC.
pub fn at(utc: DateTime<Utc>, seed: u64) -> Now {
    Now::new(utc, Utc.fix(), seed)
}

/// One goal with `sessions` sessions, `per_day` a day, the last one the day before `end`; every second one has a count.
pub fn model(sessions: usize, per_day: usize, end: DateTime<Utc>) -> Model {
    let days = sessions.div_ceil(per_day) as i64;
    let first = end - Duration::days(days);
    let mut model = with_goal(at(first, 1));
    let goal = model.goal().expect("a goal").id;
    let mut random = fastrand::Rng::with_seed(7);
    let all: Vec<Session> = (0..sessions)
        .map(|nth| {
            let hours = (nth % per_day) as i64 * 20 / per_day as i64;
            let started = first + Duration::days((nth / per_day) as i64) + Duration::hours(hours);
            session(goal, at(started, nth as u64 + 2), &mut random)
        })
        .collect();
    let counts = all.iter().step_by(2).map(|session| Count {
        id: at(session.ended_at(), session.started.timestamp().unsigned_abs()).id(9),
        goal,
        session: Some(session.id),
        at: session.ended_at(),
        day: session.day,
        amount: f64::from(random.u32(40..900)),
    });
    model.counts = counts.collect();
    model.sessions = all.into_iter().collect();
    model
}

fn with_goal(now: Now) -> Model {
    let mut model = Model::default();
    let title = "Write the book (sample)".to_owned();
    act(&mut model, Action::Goal(GoalAction::Create { title }), now);
    let id = model.goal().expect("a goal").id;
    let measure = Measure { unit: "words".into(), total: Some(60_000.0) };
    for field in [
        GoalField::Why("So that it is read one day".into()),
        GoalField::Identity("I am a writer".into()),
        GoalField::Cue("after breakfast, at the kitchen table".into()),
        GoalField::Measure(Some(measure)),
    ] {
        act(&mut model, Action::Goal(GoalAction::Set { id, field }), now);
    }
    let reward = SessionReward { words: "Tea on the balcony".into(), minutes: 5 };
    act(&mut model, Action::Reward(RewardAction::Set(reward)), now);
    model
}

fn act(model: &mut Model, action: Action, now: Now) {
    apply(model, action, now).expect("the action is valid");
}

fn session(goal: uuid::Uuid, now: Now, random: &mut fastrand::Rng) -> Session {
    let half = Duration::seconds(random.i64(150..1_500));
    let pause = Duration::seconds(random.i64(20..200));
    let intervals = vec![
        Interval { start: now.utc, end: now.utc + half },
        Interval { start: now.utc + half + pause, end: now.utc + half * 2 + pause },
    ];
    Session {
        id: now.id(0),
        goal,
        started: now.utc,
        offset_secs: 0,
        day: day_of(now.utc, Utc.fix(), 4),
        planned_secs: 900,
        intervals,
        ended: Ended::Earned,
        intention: "draft the next scene".into(),
        done: vec!["wrote the scene at the harbour".into()],
        next: "read it aloud".into(),
        note: String::new(),
        proof: String::new(),
        ease: Some(random.u8(1..=5)),
        energy: Some(random.u8(1..=5)),
        motivation_before: None,
        motivation_after: None,
        reward: RewardState::Claimed,
        clock: ClockState::Steady,
        modified: now.utc + half * 2 + pause,
    }
}
