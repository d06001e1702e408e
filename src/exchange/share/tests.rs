//! Links and JSON, each against what is written here.

mod json;
mod links;
mod page;
mod words;

use super::*;
use crate::domain::people::Part;

/// A week with all that can be told, made by hand.
pub(in crate::exchange::share) fn week() -> Told {
    let figure = |name: &str, value: &str, note: &str, share: Option<f64>| Figure {
        name: name.to_owned(),
        value: value.to_owned(),
        note: note.to_owned(),
        share,
    };
    let line = |title: &str, words: &str| Some(Line { title: title.to_owned(), words: words.to_owned() });
    Told {
        language: "en".to_owned(),
        goal: "Write the book".to_owned(),
        period: "Week of 16 November – 22 November 2026".to_owned(),
        is_milestone: false,
        file: "week-2026-11-16".to_owned(),
        figures: vec![
            figure("Focus", "2 h 14 min", "of 2 h planned, in 6 sessions", Some(1.0)),
            figure("Days done", "5 of 7", "2 missed", Some(5.0 / 7.0)),
            figure("Words", "2\u{202f}340", "31\u{202f}200 of 60\u{202f}000 so far", Some(0.52)),
        ],
        drawn: Some(drawn()),
        lists: vec![List {
            part: Part::Notes,
            title: "What got done".to_owned(),
            lines: vec!["Drafted a scene".to_owned(), "Cut \"two\" pages & a line".to_owned()],
            more: Vec::new(),
        }],
        identity: None,
        plan: line("Our plan", "If it is Sunday at 18:00, we talk for ten minutes."),
        promise: line("Next", "20 min on Monday 23 November 2026"),
        question: line("A question for you", "What would you do differently next week?"),
        answer: AnswerWords { head: "Answer to “Write the book”".to_owned(), ..AnswerWords::default() },
        foot: "Made with Mainspring".to_owned(),
    }
}

fn drawn() -> Drawn {
    let days = [(30, DayKind::Done), (22, DayKind::Done), (0, DayKind::Open), (41, DayKind::Done), (0, DayKind::Free)];
    let days = days.into_iter().chain([(25, DayKind::Done), (16, DayKind::Done)]).enumerate();
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    Drawn {
        title: "Minutes a day".to_owned(),
        sentence: "5 of 7 days have work; the longest has 41 min. The dashed line is the target.".to_owned(),
        days: days
            .map(|(slot, (minutes, kind))| Day {
                name: format!("{}: {minutes} min", names[slot]),
                slot,
                height: f64::from(minutes) / 41.0,
                target: if slot < 3 { 17.0 } else { 20.0 } / 41.0,
                kind,
            })
            .collect(),
        slots: 7,
        marks: names.iter().enumerate().map(|(slot, name)| Mark { slot, name: (*name).to_owned() }).collect(),
        highest: "41 min".to_owned(),
        target: "target 20 min".to_owned(),
    }
}
