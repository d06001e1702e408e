//! Reviews and experiments: of any content, for what is saved and read again, and those that break a rule.

use proptest::prelude::*;

use super::people::everything;
use super::round_trip::{any_day, stamp, text};
use super::samples::{experiment, id, review};
use crate::domain::experiments::{Experiment, ExperimentDesign, ExperimentState};
use crate::domain::review::{Period, Review};
use crate::store::read::read;
use crate::store::write::to_text;

prop_compose! {
    fn any_review()(number in 400_u128..420, of in any_day(), is_weekly in any::<bool>(), done in prop::option::of(any_day()),
        texts in prop::array::uniform8(text()), items in prop::array::uniform4(prop::option::of(1_u8..=7)),
        tens in prop::array::uniform3(prop::option::of(0_u8..=10)), made in stamp(), modified in stamp()) -> Review {
        let [progress, skill, not_worked, adjustment, trajectory, works, shift, lasting_note] = texts;
        let [automatic, unremembered, unthinking, unnoticed] = items;
        let [support, feels_true, lasting] = tens;
        let Period { kind, from, to } = if is_weekly { Period::week_ending(of) } else { Period::month_of(of) };
        Review { kind, from, to, done, progress, skill, automatic, unremembered, unthinking, unnoticed, support,
            not_worked, trajectory, works, feels_true, shift, lasting, lasting_note, adjustment, made, modified,
            ..review(number) }
    }
}

const STATES: [ExperimentState; 4] =
    [ExperimentState::Running, ExperimentState::Kept, ExperimentState::Changed, ExperimentState::Dropped];

prop_compose! {
    fn any_experiment()(number in 420_u128..440, day in any_day(), what in text(), review in prop::option::of(400_u128..420),
        is_dated in any::<bool>(), state in prop::sample::select(&STATES[..]), days in prop::array::uniform2(prop::option::of(any_day())),
        stamps in (stamp(), stamp())) -> Experiment {
        let design = if is_dated { ExperimentDesign::Dated } else { ExperimentDesign::CoinFlip };
        let ([decided, kept], (made, modified)) = (days, stamps);
        Experiment { day, what, review: review.map(id), design, state, decided, kept, made, modified, ..experiment(number) }
    }
}

/// Some reviews, and some experiments.
pub fn any_looked_back() -> impl Strategy<Value = (Vec<Review>, Vec<Experiment>)> {
    let (review, experiment) = (any_review().boxed(), any_experiment().boxed());
    (prop::collection::vec(review, 0..3), prop::collection::vec(experiment, 0..3))
}

/// Loads the sample with `old` replaced by `new`: one record more is set aside for `reason`.
#[track_caller]
fn check_set_aside(list: &str, old: &str, new: &str, reason: &str) {
    let text = to_text(&everything()).unwrap();
    assert!(text.contains(old), "the sample has no {old}");
    let loaded = read(text.replacen(old, new, 1).as_bytes()).unwrap();
    assert_eq!(loaded.newly_quarantined, 1, "{:?}", loaded.model.quarantine);
    let aside = loaded.model.quarantine.last().unwrap();
    assert_eq!((aside.list.as_str(), aside.reason.as_str()), (list, reason));
    assert!(aside.text.contains(new), "{} is not word for word", aside.text);
}

#[test]
fn reviews_and_experiments_that_break_a_rule_are_set_aside() {
    let (range, year) = ("a figure is out of range", "a date lies outside the years 1970 to 2200");
    check_set_aside("reviews", "automatic: Some(3)", "automatic: Some(8)", range);
    check_set_aside("reviews", "unnoticed: Some(2)", "unnoticed: Some(0)", range);
    check_set_aside("reviews", "support: Some(0)", "support: Some(11)", range);
    check_set_aside("reviews", "lasting: Some(10)", "lasting: Some(11)", range);
    check_set_aside("reviews", "from: \"2026-02-23\"", "from: \"2026-02-24\"", range);
    check_set_aside("reviews", "kind: Monthly", "kind: Weekly", range);
    check_set_aside("reviews", "feels_true: Some(8)", "feels_true: Some(300)", "Integer is out of bounds");
    check_set_aside("reviews", "done: Some(\"2026-03-02\")", "done: Some(\"9026-03-02\")", year);
    check_set_aside("experiments", "decided: Some(\"2026-02-25\")", "decided: Some(\"1926-02-25\")", year);
    let (known, other) = ("\"01950000-0000-7000-8000-000000000001\"", "\"01950000-0000-7000-8000-000000000009\"");
    for (list, key) in [("reviews", "kind"), ("experiments", "day: \"2026-02-10\", what")] {
        let (old, new) = (format!("goal: {known}, {key}"), format!("goal: {other}, {key}"));
        check_set_aside(list, &old, &new, "its goal is not in the file");
    }
}

#[test]
fn what_was_not_answered_is_left_out_of_the_file() {
    let text = to_text(&everything()).unwrap();
    let line = text.lines().find(|line| line.contains("000000000192")).unwrap();
    let expected = "(id: \"01950000-0000-7000-8000-000000000192\", goal: \"01950000-0000-7000-8000-000000000001\", \
        kind: Weekly, from: \"2026-02-23\", to: \"2026-03-01\", made: \"2026-03-01T12:00:00Z\", \
        modified: \"2026-03-01T12:00:00Z\"),";
    assert_eq!(line, expected);
}
