//! Why something was not done, in words.

use chrono::{DateTime, FixedOffset, Utc};

use crate::domain::Refusal;
use crate::domain::time::local_time;

use super::format;
use super::text::Text;

/// The words for a refusal.
pub fn words(refusal: &Refusal, text: &Text) -> String {
    match refusal {
        Refusal::NoGoal => text.get("refusal-no-goal"),
        Refusal::GoalActive => text.get("refusal-goal-active"),
        Refusal::SessionRunning => text.get("refusal-session-running"),
        Refusal::NotRunning => text.get("refusal-not-running"),
        Refusal::Paused => text.get("refusal-paused"),
        Refusal::NotPaused => text.get("refusal-not-paused"),
        Refusal::GapUnanswered => text.get("refusal-gap-unanswered"),
        Refusal::NoBreak => text.get("refusal-no-break"),
        Refusal::Unknown(what) => text.with("refusal-unknown", &[("what", (*what).into())]),
        Refusal::Empty(field) => text.with("refusal-empty", &[("field", (*field).into())]),
        Refusal::TooLong { field, max } => {
            let max = format::count(*max as u64);
            text.with("refusal-too-long", &[("field", (*field).into()), ("max", max.into())])
        }
        Refusal::OutOfRange(what) => text.with("refusal-out-of-range", &[("what", (*what).into())]),
        Refusal::InFuture => text.get("refusal-in-future"),
        Refusal::Overlaps(_) => text.get("refusal-overlaps"),
        Refusal::ReviewDone => text.get("refusal-review-done"),
        Refusal::NothingToUndo => text.get("refusal-nothing-to-undo"),
        Refusal::NothingToRedo => text.get("refusal-nothing-to-redo"),
    }
}

/// The words for a refusal where the zone is known: an overlap then says with which session.
pub fn words_here(refusal: &Refusal, text: &Text, offset_at: &dyn Fn(DateTime<Utc>) -> FixedOffset) -> String {
    let Refusal::Overlaps(started) = refusal else { return words(refusal, text) };
    let at = local_time(*started, offset_at(*started));
    let values = [("date", format::date_short(text, at.date()).into()), ("time", format::clock(at.time()).into())];
    text.with("refusal-overlaps-at", &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_words(refusal: Refusal, expected: &str) {
        assert_eq!(words(&refusal, &Text::english()), expected);
    }

    #[test]
    fn every_refusal_has_words() {
        check_words(Refusal::NoGoal, "There is no goal yet.");
        check_words(Refusal::GoalActive, "One goal at a time: close the present one first.");
        check_words(Refusal::SessionRunning, "A session is running; finish it first.");
        check_words(Refusal::NotRunning, "No session is running.");
        check_words(Refusal::Paused, "The session is paused.");
        check_words(Refusal::NotPaused, "The session is not paused.");
        check_words(Refusal::GapUnanswered, "First say what the gap was.");
        check_words(Refusal::NoBreak, "There is no break.");
        check_words(Refusal::Unknown("session"), "This session is gone.");
        check_words(Refusal::Unknown("wish"), "This wish is gone.");
        check_words(Refusal::Empty("title"), "A title is needed.");
        check_words(Refusal::Empty("unit"), "A unit is needed.");
        check_words(Refusal::Empty("obstacle"), "Say what is in the way.");
        check_words(Refusal::Empty("action"), "Say what you will do then.");
        check_words(Refusal::Unknown("plan"), "This plan is gone.");
        check_words(Refusal::TooLong { field: "title", max: 120 }, "At most 120 characters.");
        check_words(Refusal::OutOfRange("split"), "Both parts need some time.");
        check_words(Refusal::OutOfRange("rest"), "The last day comes before the first, or it is more than a year.");
        check_words(Refusal::OutOfRange("anything"), "This figure is out of range.");
        check_words(Refusal::OutOfRange("seven"), "An answer is between 1 and 7.");
        check_words(Refusal::OutOfRange("ten"), "An answer is between 0 and 10.");
        check_words(Refusal::OutOfRange("question"), "This review does not ask that.");
        check_words(Refusal::Unknown("review"), "This review is gone.");
        check_words(Refusal::Unknown("experiment"), "This experiment is gone.");
        check_words(Refusal::Empty("experiment"), "Say what you will do differently.");
        check_words(Refusal::ReviewDone, "This review is done; open it again to change it.");
        check_words(Refusal::InFuture, "This would lie in the future.");
        check_words(Refusal::NothingToUndo, "Nothing to undo.");
        check_words(Refusal::NothingToRedo, "Nothing to redo.");
    }

    #[test]
    fn an_overlap_names_the_other_session() {
        let started = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
        let zone = |_| FixedOffset::east_opt(3600).unwrap();
        let shown = words_here(&Refusal::Overlaps(started), &Text::english(), &zone);
        assert_eq!(shown, "It overlaps the session of Mon 23 Nov, 09:00.");
    }
}
