//! Laws that hold for all figures, whatever the records are.

use chrono::{Days, Duration, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::insight::Derived;
use crate::domain::insight::feelings::Feelings;
use crate::domain::insight::forecast::Outlook;
use crate::domain::insight::growth::{day_lengths, steps};
use crate::domain::insight::rhythm::{Rhythm, Weekdays};
use crate::domain::measure::{Count, CountAction, Measure};
use crate::domain::model::Model;
use crate::domain::session::{Session, SessionAction, SessionField};
use crate::domain::tests::World;
use crate::domain::time::{day_of, offset_from_secs};

/// A goal with a total, and for each day the minutes of a session, a count, and how it felt.
fn lived(days: &[(i64, u32, u8)]) -> World {
    let mut world = World::with_goal();
    let (id, measure) = (world.goal(), Measure { unit: "pages".into(), total: Some(200.0) });
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Measure(Some(measure)) }));
    for (minutes, counted, felt) in days {
        if *minutes > 0 {
            let session = world.add(60, minutes * 60);
            let felt = [SessionField::MotivationBefore(Some(*felt)), SessionField::MotivationAfter(Some(4))];
            for field in felt {
                world.act(Action::Session(SessionAction::Set { id: session, field }));
            }
        }
        if *counted > 0 {
            world.act(Action::Count(CountAction::Add { amount: f64::from(*counted) / 4.0, session: None }));
        }
        world.pass(86_400);
    }
    world
}

fn days() -> impl Strategy<Value = Vec<(i64, u32, u8)>> {
    prop::collection::vec((prop_oneof![Just(0_i64), 1_i64..90], 0_u32..12, 1_u8..6), 1..50)
}

/// The same records, put in from the newest to the oldest.
fn turned(model: &Model) -> Model {
    let sessions: Vec<Session> = model.sessions.iter().rev().cloned().collect();
    let counts: Vec<Count> = model.counts.iter().rev().cloned().collect();
    Model { sessions: sessions.into_iter().collect(), counts: counts.into_iter().collect(), ..model.clone() }
}

/// Sessions wherever and whenever they began: after so many hours, at an offset in hours, the day starting at an hour.
fn anywhere(began: &[(i64, i32, u8)]) -> Model {
    let mut world = World::with_goal();
    world.add(60, 600);
    let one = world.model.sessions.iter().next().unwrap().clone();
    let session = |&(hours, offset, day_start): &(i64, i32, u8)| {
        let started = one.started + Duration::hours(hours);
        let offset_secs = offset * 3_600;
        let day = day_of(started, offset_from_secs(offset_secs), day_start);
        let id = Uuid::from_u128(hours.unsigned_abs().into());
        Session { id, started, offset_secs, day, ..one.clone() }
    };
    Model { sessions: began.iter().map(session).collect(), ..world.model }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_of_records_does_not_matter(days in days()) {
        let world = lived(&days);
        let (model, turned, today) = (&world.model, &turned(&world.model), world.utc.date_naive());
        let (there, back) = (Derived::of(model, today).foreseen(), Derived::of(turned, today).foreseen());
        prop_assert_eq!(&there, &back);
        let sessions = || model.sessions.iter();
        prop_assert_eq!(Feelings::of(sessions()), Feelings::of(sessions().rev()));
        prop_assert_eq!(Rhythm::of(sessions()), Rhythm::of(sessions().rev()));
        prop_assert_eq!(day_lengths(sessions()), day_lengths(sessions().rev()));
        prop_assert_eq!(steps(model, world.goal()), steps(turned, world.goal()));
        let weekdays = |of: &Derived| Weekdays::of(&of.days, model.settings.week_start, today);
        prop_assert_eq!(weekdays(&there), weekdays(&back));
    }

    #[test]
    fn the_sessions_of_some_days_are_all_that_belong_to_them(
        began in prop::collection::vec((0_i64..480, -23_i32..24, 0_u8..13), 1..60),
        (first, len) in (0_u64..24, 0_u64..8),
    ) {
        let model = anywhere(&began);
        let from = NaiveDate::from_ymd_opt(2026, 2, 27).unwrap() + Days::new(first);
        let to = from + Days::new(len);
        let found: Vec<&Session> = model.goal_sessions_within(from, to).collect();
        let all = model.goal_sessions().filter(|session| (from..=to).contains(&session.day));
        prop_assert_eq!(found, all.collect::<Vec<_>>());
    }

    #[test]
    fn sessions_without_a_count_give_no_date(days in days()) {
        let days: Vec<_> = days.iter().map(|(minutes, _, felt)| (*minutes, 0, *felt)).collect();
        let world = lived(&days);
        let derived = Derived::of(&world.model, world.utc.date_naive()).foreseen();
        prop_assert_eq!(derived.ahead.forecast().unwrap().outlook, Outlook::TooLittle);
    }
}
