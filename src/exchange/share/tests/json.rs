//! JSON against what is written here.

use chrono::NaiveDate;

use super::week;
use crate::domain::insight::review_figures::Rated;
use crate::domain::people::shared::{
    About, Bar, BarDay, Bars, Counted, DaysDone, Felt, Minutes, Promise, Question, Reached, Shared, Unit, Window,
};
use crate::exchange::share::Told;
use crate::exchange::share::json::{Envelope, Push, chat, push, webhook};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn bare() -> Shared {
    Shared {
        goal: "Write the \"book\" & more".to_owned(),
        about: About::Day,
        from: day(27),
        to: day(27),
        until: day(27),
        minutes: None,
        days: None,
        counts: None,
        chart: None,
        done: Vec::new(),
        notes: Vec::new(),
        proofs: Vec::new(),
        energy: None,
        identity: None,
        plan: None,
        promise: Promise::None,
        question: Question::None,
    }
}

fn envelope() -> Envelope {
    let id = "0197a2b4-0000-7000-8000-000000000001".to_owned();
    Envelope { id, event: "target_met".to_owned(), at: "2026-11-27T10:12:00Z".to_owned() }
}

#[test]
fn a_payload_holds_nothing_that_is_not_seen() {
    let told = Told { goal: "Write".to_owned(), period: "A day".to_owned(), ..Told::default() };
    let expected = r#"{"version":1,"id":"0197a2b4-0000-7000-8000-000000000001","event":"target_met","at":"2026-11-27T10:12:00Z","goal":"Write the \"book\" & more","period":{"kind":"day","from":"2026-11-27","to":"2026-11-27"},"text":"Write\nA day"}"#;
    assert_eq!(webhook(&envelope(), &bare(), &told), expected);
}

#[test]
fn a_payload_holds_all_that_is_seen() {
    let rated = |mean, n| Rated { mean, n };
    let bar = |on, height, kind| Bar { day: day(on), height, target: 20, kind };
    let shared = Shared {
        about: About::Milestone(Reached::Counts(10_000, "words".to_owned())),
        minutes: Some(Minutes { done_secs: 1_559, planned: Some(20), sessions: 2 }),
        days: Some(DaysDone { done: 5, of: 7, window: Window::Period }),
        counts: Some(Counted { unit: "words".to_owned(), amount: 320.5, so_far: 10_020.0, total: Some(60_000.0) }),
        chart: Some(Bars {
            from: day(26),
            to: day(27),
            unit: Unit::Minutes,
            days: vec![bar(26, 0, BarDay::Free), bar(27, 25, BarDay::Done)],
        }),
        done: vec!["Drafted".to_owned()],
        notes: vec!["Slow\nstart".to_owned()],
        proofs: vec!["Wrote though tired".to_owned()],
        energy: Some(Felt { energy: rated(3.666_7, 3), before: rated(3.0, 2), after: rated(0.0, 0) }),
        identity: Some("I am a writer".to_owned()),
        ..bare()
    };
    let expected = concat!(
        r#""period":{"kind":"milestone","from":"2026-11-27","to":"2026-11-27","milestone":"counts","amount":10000,"name":"words"},"#,
        r#""minutes":{"done":25,"planned":20,"sessions":2},"days":{"done":5,"planned":7,"missed":2},"#,
        r#""counts":{"unit":"words","amount":320.5,"so_far":10020.0,"total":60000.0},"#,
        r#""chart":{"unit":"minutes","days":[{"day":"2026-11-26","value":0,"target":20,"state":"free"},{"day":"2026-11-27","value":25,"target":20,"state":"done"}]},"#,
        r#""done":["Drafted"],"notes":["Slow\nstart"],"proofs":["Wrote though tired"],"#,
        r#""energy":{"after_session":{"mean":3.67,"n":3},"motivation_before":{"mean":3.0,"n":2}},"identity":"I am a writer","#,
        r#""promise":"20 min on Monday 23 November 2026","text":"Write the book\n"#,
    );
    let payload = webhook(&envelope(), &shared, &week());
    assert!(payload.contains(expected), "{payload}");
    let read: serde_json::Value = serde_json::from_str(&payload).unwrap();
    assert_eq!(read["text"], crate::exchange::share::text::plain(&week()));
}

#[test]
fn a_push_message_has_the_goal_as_its_title() {
    let told = Told { figures: Vec::new(), promise: None, question: None, ..week() };
    let expected =
        Push { title: "Write the book".to_owned(), message: "Week of 16 November – 22 November 2026".to_owned() };
    assert_eq!(push(&told), expected);
}

#[track_caller]
fn check_chat(address: &str, words: &str, expected: &str) {
    assert_eq!(chat(address, words), expected);
}

#[test]
fn each_chat_gets_the_body_it_reads() {
    let calm = r#","allowed_mentions":{"parse":[]}}"#;
    check_chat("https://discord.com/api/webhooks/1/x", "a & b\n@here", &format!(r#"{{"content":"a & b\n@here"{calm}"#));
    check_chat("https://ptb.discord.com/api", "x", &format!(r#"{{"content":"x"{calm}"#));
    check_chat("https://hooks.slack.com/services/x", "a & <b>", r#"{"text":"a &amp; &lt;b&gt;"}"#);
    check_chat("https://chat.example.org/hooks/x", "a & <b>", r#"{"text":"a & <b>"}"#);
    check_chat("https://notdiscord.com/", "x", r#"{"text":"x"}"#);
    check_chat("http://127.0.0.1:9000/discord.com", "x", r#"{"text":"x"}"#);
}

#[test]
fn a_long_message_is_cut_where_discord_would_refuse_it() {
    let body = chat("https://discord.com/x", &"é".repeat(10_000));
    let read: serde_json::Value = serde_json::from_str(&body).unwrap();
    let words = read["content"].as_str().unwrap();
    assert_eq!((words.chars().count(), words.ends_with("é…")), (2_000, true));
}
