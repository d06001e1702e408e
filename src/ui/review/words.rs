//! Words of the page: what a period is called, when something is due, what is rated.

use chrono::{Datelike, NaiveDate};

use crate::domain::goal::Goal;
use crate::domain::review::{Due, Period, Review, ReviewKind};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::text::Text;

/// A week as its days, "16 – 22 November 2026", a month by its name, "November 2026".
pub fn period_name(text: &Text, period: Period) -> String {
    let (from, to) = (period.from, period.to);
    if period.kind == ReviewKind::Monthly {
        return format::month_year(text, from);
    }
    let first = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => from.day().to_string(),
        (true, false) => format::day_month(text, from),
        _ => format::date(text, from),
    };
    text.with("date-range", &[("first", first.into()), ("last", format::date(text, to).into())])
}

/// "Week of 16 – 22 November 2026", "Month of November 2026".
pub(super) fn title(text: &Text, period: Period) -> String {
    let id = match period.kind {
        ReviewKind::Weekly => "review-week-of",
        ReviewKind::Monthly => "review-month-of",
    };
    text.with(id, &[("period", period_name(text, period).into())])
}

/// "Finished Sun 22 Nov", or that it is kept as it is typed, and that a week is not over.
pub(super) fn state(cx: &Cx<'_>, review: &Review) -> String {
    if let Some(done) = review.done {
        return cx.text.with("review-done", &[("day", day(cx, done).into())]);
    }
    if review.to > cx.today {
        return cx.text.with("review-going-on", &[("day", on_day(cx, review.to).into())]);
    }
    cx.text.get("review-draft")
}

/// "This week’s review is due", "The review of November 2026 is due".
pub(super) fn due_title(cx: &Cx<'_>, due: &Due) -> String {
    let period = period_name(cx.text, due.period);
    match due.period.kind {
        ReviewKind::Weekly if due.period.to >= cx.today => cx.text.get("review-due-this-week"),
        ReviewKind::Weekly => cx.text.with("review-due-week", &[("period", period.into())]),
        ReviewKind::Monthly => cx.text.with("review-due-month", &[("period", period.into())]),
    }
}

/// The first item of automaticity with the behaviour and its cue in it: "Write the book after breakfast is something I
/// do automatically" (evidence.md §1).
pub fn automatic_stem(text: &Text, goal: &Goal) -> String {
    let cue = lower_first(goal.cue.trim().trim_end_matches('.'));
    let title = goal.title.trim().trim_end_matches('.');
    if cue.is_empty() {
        return title.to_owned();
    }
    text.with("review-stem", &[("title", title.into()), ("cue", cue.into())])
}

/// A cue stands within a sentence: "After breakfast" is "after breakfast" there, "I" stays.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_word = letters.clone().next().is_some_and(char::is_lowercase);
    if is_word { first.to_lowercase().chain(letters).collect() } else { words.to_owned() }
}

/// A day within a sentence: "today", "yesterday", "Sun 22 Nov", with its year where that is another.
pub(super) fn day(cx: &Cx<'_>, day: NaiveDate) -> String {
    let told = format::day(cx.text, day, cx.today);
    if is_near(cx, day) { told.to_lowercase() } else { told }
}

/// When something is: "today", "on Sun 22 Nov".
pub(super) fn on_day(cx: &Cx<'_>, day: NaiveDate) -> String {
    let told = self::day(cx, day);
    if is_near(cx, day) { told } else { cx.text.with("review-on-day", &[("day", told.into())]) }
}

/// Whether a day has a name of its own.
fn is_near(cx: &Cx<'_>, day: NaiveDate) -> bool {
    (day - cx.today).num_days().abs() <= 1
}
