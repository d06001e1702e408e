//! The words for what is in the records of people.

use crate::domain::people::{CheckIn, Outcome, Part, Span, Way};
use crate::ui::cx::Cx;
use crate::ui::format;

/// The text id of a part that a reader may see.
pub fn part_id(part: Part) -> &'static str {
    match part {
        Part::Minutes => "people-part-minutes",
        Part::Days => "people-part-days",
        Part::Counts => "people-part-counts",
        Part::Chart => "people-part-chart",
        Part::Notes => "people-part-notes",
        Part::Proofs => "people-part-proofs",
        Part::Energy => "people-part-energy",
        Part::Identity => "people-part-identity",
    }
}

/// By which way something left.
pub fn way_id(way: Way) -> &'static str {
    match way {
        Way::Told => "people-way-told",
        Way::Copied => "people-way-copied",
        Way::Saved => "people-way-saved",
        Way::Mail => "people-way-mail",
        Way::Mastodon => "people-way-mastodon",
        Way::Bluesky => "people-way-bluesky",
        Way::X => "people-way-x",
        Way::LinkedIn => "people-way-linkedin",
        Way::Telegram => "people-way-telegram",
        Way::WhatsApp => "people-way-whatsapp",
        Way::Link => "people-way-link",
        Way::Automatic => "people-way-automatic",
    }
}

/// What became of a pledge.
pub fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "people-outcome-kept",
        Outcome::Partly => "people-outcome-partly",
        Outcome::NotKept => "people-outcome-not",
    }
}

/// What a message was about.
pub fn span(cx: &Cx<'_>, span: Span) -> String {
    match span {
        Span::Session(_) => cx.text.get("people-span-session"),
        Span::Day(day) => cx.text.with("people-span-day", &[("date", format::date_short(cx.text, day).into())]),
        Span::Week(day) => cx.text.with("people-span-week", &[("date", format::date_short(cx.text, day).into())]),
        Span::Month(day) => cx.text.with("people-span-month", &[("month", format::month_year(cx.text, day).into())]),
        Span::Milestone(_) => cx.text.get("people-span-milestone"),
    }
}

/// To whom a check-in went.
pub fn name(cx: &Cx<'_>, check_in: &CheckIn) -> String {
    if check_in.name.is_empty() { cx.text.get("people-log-anyone") } else { check_in.name.clone() }
}

/// Words on one line, to compare them however they were broken.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
