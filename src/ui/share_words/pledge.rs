//! A pledge in words, for its card and its text.

use crate::domain::people::Pledge;
use crate::exchange::share::pledge::PledgeTold;
use crate::ui::format;
use crate::ui::text::Text;

/// "I will finish the draft. Until 31 December 2026. Said to Anna, in the kitchen."
pub fn pledge(text: &Text, pledge: &Pledge, goal: &str) -> PledgeTold {
    let [what, to, place] = [&pledge.what, &pledge.to, &pledge.place].map(|words| words.trim());
    let what = what.trim_end_matches('.');
    let said = match (to.is_empty(), place.is_empty()) {
        (true, true) => String::new(),
        (false, true) => text.with("share-pledge-to", &[("to", to.into())]),
        (true, false) => text.with("share-pledge-place", &[("place", place.into())]),
        (false, false) => text.with("share-pledge-to-place", &[("to", to.into()), ("place", place.into())]),
    };
    PledgeTold {
        title: text.get("share-pledge"),
        goal: goal.to_owned(),
        words: text.with("share-pledge-words", &[("what", what.into())]),
        until: text.with("share-pledge-until", &[("date", format::date(text, pledge.until).into())]),
        said,
        made: text.with("share-pledge-made", &[("date", format::date(text, pledge.day).into())]),
        foot: text.get("share-foot"),
        file: format!("pledge-{}", pledge.day),
    }
}
