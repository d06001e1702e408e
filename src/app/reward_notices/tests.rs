use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::rewards::{Milestone, Occasion};

fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn one(occasion: Occasion, words: &str) -> Granted {
    Granted { occasion, reward: Some(Uuid::nil()), words: words.to_owned(), minutes: 30 }
}

/// What a session earned, its own reward first.
fn all() -> Vec<Granted> {
    vec![
        one(Occasion::Session(Uuid::nil()), "Tea on the balcony"),
        one(Occasion::Comeback(day()), "Fresh flowers"),
        one(Occasion::Day(day()), "A long bath"),
        one(Occasion::Week(day()), "Cinema with Ana"),
        one(Occasion::Month(day()), "A day by the sea"),
        one(Occasion::Milestone(Milestone::Hours(10)), "New headphones"),
    ]
}

/// Title, body and further lines.
fn words(notice: &Notice) -> (&str, &str, Vec<&str>) {
    (&notice.title, &notice.body, notice.more.iter().map(String::as_str).collect())
}

fn model(notifications: Notifications) -> Model {
    let mut model = Model::default();
    model.settings.notifications = notifications;
    model
}

#[test]
fn one_notice_names_every_layer_that_came_in_the_same_second() {
    let notice = earned(&model(Notifications::On), &all(), Sound::Silent, &Text::english());
    let lines = vec![
        "Coming back: Fresh flowers (30 min)",
        "Daily target met: A long bath (30 min)",
        "Week done: Cinema with Ana (30 min)",
        "Month done: A day by the sea (30 min)",
        "10 h of focus: New headphones (30 min)",
    ];
    assert_eq!(words(&notice), ("Earned: Tea on the balcony (30 min)", "0 min of focus done.", lines));
    let keys: Vec<&str> = notice.actions.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!((notice.tag.as_str(), keys), (TAG_SESSION, vec![KEY_TAKE, KEY_LATER]));
    assert_eq!(1 + notice.more.len(), crate::platform::notifier::MOST_LINES);
}

#[test]
fn a_session_without_a_reward_of_its_own_is_told_all_the_same() {
    let (on, text) = (model(Notifications::On), Text::english());
    let notice = earned(&on, &[], Sound::Silent, &text);
    assert_eq!(words(&notice), ("0 min done", "Your session is earned.", vec![]));
    assert_eq!(notice.actions, [], "there is nothing to take");
    let notice = earned(&on, &all()[2..3], Sound::Silent, &text);
    assert_eq!(words(&notice).2, ["Daily target met: A long bath (30 min)"]);
    assert_eq!(notice.actions.len(), 2);
}

#[test]
fn in_private_no_notice_says_the_words_of_a_reward() {
    let (private, text) = (model(Notifications::Private), Text::english());
    let first = |count: usize| earned(&private, &all()[..count], Sound::Silent, &text).body;
    assert_eq!(first(1), "A session is earned.");
    assert_eq!(first(2), "A session is earned, and one more reward with it.");
    assert_eq!(first(6), "A session is earned, and 5 more rewards with it.");
    let told = [
        Some(earned(&private, &all(), Sound::Silent, &text)),
        granted(&private, &all(), Sound::Silent, &text),
        Some(break_over(&private, (String::new(), String::new()), Sound::Silent, &text)),
    ];
    for notice in told.into_iter().flatten() {
        assert!(all().iter().all(|one| !format!("{notice:?}").contains(&one.words)), "{notice:?}");
    }
}

#[test]
fn what_came_otherwise_is_one_notice_too() {
    let (on, text) = (model(Notifications::On), Text::english());
    assert_eq!(granted(&on, &[], Sound::Silent, &text), None);
    let notice = granted(&on, &all()[2..4], Sound::Silent, &text).unwrap();
    assert_eq!(
        words(&notice),
        ("Earned: A long bath (30 min)", "Daily target met", vec!["Week done: Cinema with Ana (30 min)"])
    );
    assert_eq!((notice.tag.as_str(), notice.actions.len()), (TAG_REWARD, 2));
    assert_eq!(toast(&on, &all()[2..4], &text), "Earned: A long bath, Cinema with Ana");
}

#[test]
fn a_milestone_without_a_reward_is_told_and_cannot_be_taken() {
    let (on, text) = (model(Notifications::On), Text::english());
    let bare = Granted { reward: None, words: String::new(), minutes: 0, ..all()[5].clone() };
    let notice = granted(&on, std::slice::from_ref(&bare), Sound::Silent, &text).unwrap();
    assert_eq!(words(&notice), ("Reached: 10 h of focus", "A milestone on your way.", vec![]));
    assert_eq!(notice.actions, []);
    assert_eq!(words(&earned(&on, &[all()[0].clone(), bare], Sound::Silent, &text)).2, ["10 h of focus"]);
}
