//! R20, R22: what is saved is what is read, whatever was typed.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use proptest::prelude::*;

use super::samples::{id, model, session};
use crate::domain::Model;
use crate::domain::measure::Count;
use crate::domain::model::Quarantined;
use crate::domain::session::Session;
use crate::store::document::same_data;
use crate::store::read::{read, read_back};
use crate::store::write::to_text;

/// Texts that break careless formats.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("\"],\n)\n".to_owned()),
        Just("r#\"raw\"# // no comment /* none */".to_owned()),
        Just("\u{0}\u{1}\u{7f}\u{85}\u{feff}\u{202e}\u{2028}".to_owned()),
        Just("\\\\ \\u{41} \\n \\".to_owned()),
        Just("日本語 🎯 e\u{301} 👩‍🚀".to_owned()),
        Just("(((((((((((((((((((((((((((((((((((((((((((((((((([[[[".to_owned()),
        Just("sessions: [\r\n(id: 1),\r\n],".to_owned()),
        any::<String>(),
        ".*",
    ]
}

fn stamp() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..7_000_000_000, 0_u32..1_000_000_000)
        .prop_map(|(secs, nanos)| DateTime::from_timestamp(secs, nanos).unwrap())
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..80_000).prop_map(|days| NaiveDate::from_ymd_opt(1971, 1, 1).unwrap() + Duration::days(days))
}

prop_compose! {
    fn any_session()(number in 0_u32..1_000, texts in prop::array::uniform4(text()), done in prop::collection::vec(text(), 0..3),
        ease in prop::option::of(1_u8..=5), planned_secs in any::<u32>(), modified in stamp()) -> Session {
        let [intention, next, note, proof] = texts;
        Session { planned_secs, intention, done, next, note, proof, ease, modified, ..session(number) }
    }
}

prop_compose! {
    fn any_count()(number in 0_u128..1_000, at in stamp(), day in any_day(), amount in -1e9_f64..1e9) -> Count {
        Count { id: id(number), goal: id(1), session: None, at, day, amount }
    }
}

prop_compose! {
    fn any_model()(sessions in prop::collection::vec(any_session(), 0..6), counts in prop::collection::vec(any_count(), 0..6),
        title in text(), words in text(), aside in prop::collection::vec(text(), 0..3), minutes in 1_u16..=240) -> Model {
        let mut made = model(0);
        for session in sessions {
            made.sessions.insert(session);
        }
        for count in counts {
            made.counts.insert(count);
        }
        made.goals.update(id(1), |goal| goal.title = title);
        made.reward.words = words;
        made.reward.minutes = minutes;
        let quarantined = |text: String| Quarantined { list: "sessions".into(), reason: text.clone(), text };
        made.quarantine = std::sync::Arc::new(aside.into_iter().map(quarantined).collect());
        made
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_model_comes_back_as_it_was(model in any_model()) {
        let text = to_text(&model).unwrap();
        prop_assert!(same_data(&read_back(text.as_bytes()).expect("a file that reads back"), &model));
        let read = read(text.as_bytes()).expect("a file that loads");
        prop_assert_eq!(read.newly_quarantined, 0);
        prop_assert!(same_data(&read.model, &model));
        prop_assert_eq!(to_text(&read.model).unwrap(), text);
    }

    #[test]
    fn the_parser_cuts_a_file_as_the_lines_do(model in any_model()) {
        let text = to_text(&model).unwrap();
        // A comment is not in the app's own layout, so the parser does the work.
        let commented = text.replacen("goals: [", "// laid out by hand\ngoals: [", 1);
        prop_assert!(same_data(&read(commented.as_bytes()).expect("a file that loads").model, &model));
    }
}

#[test]
fn the_outer_edges_come_back() {
    let mut made = model(1);
    let edge = Session { planned_secs: u32::MAX, ease: Some(1), offset_secs: -86_399, ..session(0) };
    made.sessions.insert(edge);
    for amount in [f64::MIN_POSITIVE, 1e-300, 0.1 + 0.2, -1e9, 1e9] {
        let id = made.counts.iter().next().unwrap().id;
        made.counts.update(id, |count| count.amount = amount);
        let read = read(to_text(&made).unwrap().as_bytes()).unwrap();
        assert!(same_data(&read.model, &made), "{amount}");
    }
}

#[test]
fn one_record_is_one_line() {
    let text = to_text(&model(20)).unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("(id: ")).count(), 25);
    assert_eq!(text.lines().count(), 25 + 22);
}
