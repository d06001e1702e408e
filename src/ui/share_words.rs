//! What is shared, in words: from figures and records that a reader may see to the lines of every form.

mod drawn;
mod figures;
mod look;
mod pledge;
#[cfg(test)]
mod tests;

use chrono::Datelike;

use crate::domain::people::Part;
use crate::domain::people::shared::{About, Promise, Question, Reached, Shared};
use crate::exchange::share::{AnswerWords, Line, List, Told};

use super::format;
use super::text::Text;

pub use look::look;
pub use pledge::pledge;

/// Tag of the language of all texts.
const LANGUAGE: &str = "en";
/// Lines of a list with a milestone: it is what is celebrated.
const MILESTONE_LINES: usize = 3;

/// All of it in words: what every form is made of.
pub fn told(text: &Text, shared: &Shared) -> Told {
    let period = period(text, shared);
    Told {
        language: LANGUAGE.to_owned(),
        goal: shared.goal.clone(),
        file: file(shared),
        figures: figures::figures(text, shared),
        drawn: drawn::drawn(text, shared),
        is_milestone: matches!(shared.about, About::Milestone(_)),
        lists: lists(text, shared),
        identity: shared.identity.as_ref().map(|words| line(text, "share-identity", words.clone())),
        plan: shared.plan.as_ref().map(|plan| {
            let values = [("when", plan.when.as_str().into()), ("then", plan.then.as_str().into())];
            line(text, "share-plan", text.with("share-plan-words", &values))
        }),
        promise: promise(text, &shared.promise).map(|words| line(text, "share-promise", words)),
        question: question(text, &shared.question).map(|words| line(text, "share-question", words)),
        answer: answer(text, shared, &period),
        foot: text.get("share-foot"),
        period,
    }
}

/// The words of a promise; none of none.
pub fn promise(text: &Text, promise: &Promise) -> Option<String> {
    match promise {
        Promise::None => None,
        Promise::Words(words) => Some(words.clone()).filter(|words| !words.trim().is_empty()),
        Promise::Minutes { day, minutes } => {
            let values = [("minutes", format::count(u64::from(*minutes)).into()), ("day", date(text, *day).into())];
            Some(text.with("share-promise-minutes", &values))
        }
    }
}

/// The words of a question; none of none.
pub fn question(text: &Text, question: &Question) -> Option<String> {
    let id = match question {
        Question::None => return None,
        Question::Own(words) => return Some(words.clone()).filter(|words| !words.trim().is_empty()),
        Question::AskMe => "share-question-ask-me",
        Question::First => "share-question-first",
        Question::Differently => "share-question-differently",
        Question::Keep => "share-question-keep",
        Question::Yours => "share-question-yours",
        Question::Celebrate => "share-question-celebrate",
    };
    Some(text.get(id))
}

/// The period as a heading: "Week of 16 – 22 November 2026".
pub fn period(text: &Text, shared: &Shared) -> String {
    match &shared.about {
        About::Session => text.with("share-session", &[("day", date(text, shared.from).into())]),
        About::Day => date(text, shared.from),
        About::Week => {
            let (from, to) = (shared.from, shared.to);
            let first = match (from.year() == to.year(), from.month() == to.month()) {
                (true, true) => from.day().to_string(),
                (true, false) => format::day_month(text, from),
                (false, _) => format::date(text, from),
            };
            let values = [("first", first.into()), ("last", format::date(text, to).into())];
            text.with("share-week", &values)
        }
        About::Month => {
            let month = format::month_year(text, shared.from);
            if shared.until < shared.to {
                let values = [("month", month.into()), ("day", format::day_month(text, shared.until).into())];
                text.with("share-month-so-far", &values)
            } else {
                text.with("share-month", &[("month", month.into())])
            }
        }
        About::Milestone(reached) => reached_words(text, reached).map_or_else(
            || text.get("share-milestone-hidden"),
            |name| text.with("share-milestone", &[("name", name.into())]),
        ),
    }
}

fn reached_words(text: &Text, reached: &Reached) -> Option<String> {
    Some(match reached {
        Reached::Hidden => return None,
        Reached::FirstSession => text.get("share-milestone-first"),
        Reached::Hours(hours) => {
            text.with("rewards-mark-hours-long", &[("hours", format::count(u64::from(*hours)).into())])
        }
        Reached::Sessions(sessions) => text.with("rewards-mark-sessions", &[("sessions", (*sessions).into())]),
        Reached::Days(days) => text.with("rewards-mark-days", &[("days", (*days).into())]),
        Reached::Counts(amount, unit) => {
            let unit = if unit.is_empty() { text.get("rewards-mark-unit") } else { unit.clone() };
            let values = [("amount", format::count(u64::from(*amount)).into()), ("unit", unit.into())];
            text.with("rewards-mark-counts", &values)
        }
        Reached::Own(name) => name.clone(),
    })
}

/// A date that is read later and elsewhere: "Monday 23 November 2026".
fn date(text: &Text, day: chrono::NaiveDate) -> String {
    let weekday = format::weekday(text, day.weekday());
    text.with("share-day", &[("weekday", weekday.into()), ("date", format::date(text, day).into())])
}

fn file(shared: &Shared) -> String {
    let kind = match shared.about {
        About::Session => "session",
        About::Day => "day",
        About::Week => "week",
        About::Month => return format!("month-{}", shared.from.format("%Y-%m")),
        About::Milestone(_) => return format!("milestone-{}", shared.until),
    };
    format!("{kind}-{}", shared.from)
}

fn line(text: &Text, title: &str, words: String) -> Line {
    Line { title: text.get(title), words }
}

fn lists(text: &Text, shared: &Shared) -> Vec<List> {
    let all = [
        (Part::Notes, "share-done", &shared.done),
        (Part::Notes, "share-notes", &shared.notes),
        (Part::Proofs, "share-proofs", &shared.proofs),
    ]
    .into_iter();
    let with_lines = all.filter(|(.., lines)| !lines.is_empty());
    let list = |(part, id, lines): (Part, &str, &Vec<String>)| {
        let kept = if matches!(shared.about, About::Milestone(_)) { MILESTONE_LINES } else { lines.len() };
        let lines_kept: Vec<String> = lines.iter().take(kept).cloned().collect();
        let shown = 0..=lines_kept.len().min(List::MOST);
        let more = shown.map(|shown| more(text, lines.len() - shown)).collect();
        List { part, title: text.get(id), lines: lines_kept, more }
    };
    with_lines.map(list).collect()
}

/// "and 4 more"; nothing of none.
fn more(text: &Text, left_out: usize) -> String {
    if left_out == 0 { String::new() } else { text.with("share-more", &[("n", left_out.into())]) }
}

fn answer(text: &Text, shared: &Shared, period: &str) -> AnswerWords {
    let cheers =
        ["share-answer-cheer-seen", "share-answer-cheer-well", "share-answer-cheer-on", "share-answer-cheer-talk"];
    let values = [("goal", shared.goal.as_str().into()), ("period", period.to_owned().into())];
    AnswerWords {
        title: text.get("share-answer"),
        plain: text.get("share-answer-plain"),
        lead: text.get("share-answer-lead"),
        cheers: cheers.map(|id| text.get(id)).to_vec(),
        cheers_name: text.get("share-answer-cheers"),
        field: text.get("share-answer-field"),
        made: text.get("share-answer-made"),
        copy: text.get("share-answer-copy"),
        copied: text.get("share-answer-copied"),
        head: text.with("share-answer-head", &values),
    }
}
