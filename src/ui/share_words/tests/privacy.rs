//! What a switch hides appears in nothing that leaves, whatever the others are set to.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use super::forms;
use crate::domain::Model;
use crate::domain::goal::GoalAction;
use crate::domain::insight::Derived;
use crate::domain::insight::days::Days;
use crate::domain::measure::{Count, Measure};
use crate::domain::people::shared::Shared;
use crate::domain::people::{Happening, OutletKind, Part, Parts, Span};
use crate::domain::rewards::Milestone;
use crate::domain::session::{ClockState, Ended, Interval, Session};
use crate::domain::{Action, Now, apply};
use crate::ui::sending::body::{Telling, What, body};
use crate::ui::testing::moment;
use crate::ui::text::Text;

/// What shows that a part is told: words that stand nowhere else.
fn markers(part: Part) -> &'static [&'static str] {
    match part {
        Part::Minutes => {
            &["Focus", "12 h 42 min", "762", "433", "7 h 13 min", "371", "min planned", "\"minutes\"", "done_secs"]
        }
        Part::Days => &["Days done", "missed", "days have work", "\"days\":{", "DaysDone"],
        Part::Counts => {
            &["zorblats", "Zorblats", "18\u{a0}273", "18273", "47\u{a0}382", "47382", "\"counts\":{", "Counted"]
        }
        Part::Chart => {
            &["Minutes a day", "Day by day", "A bar for each day", "\"chart\"", "Bars", "Drawn", "stroke-dasharray"]
        }
        Part::Notes => &["DONEMARK", "NOTEMARK", "NEXTMARK"],
        Part::Proofs => &["PROOFMARK"],
        Part::Energy => &["Energy", "Motivation", "3.7", "2.3", "4.3", "\"energy\"", "Felt"],
        Part::Identity => &["IDENTITYMARK"],
    }
}

/// Told to nobody, whatever is set.
const NEVER: [&str; 9] = [
    "WHYMARK",
    "CUEMARK",
    "FALLBACKMARK",
    "BUNDLEMARK",
    "INTENTMARK",
    "LEARNTMARK",
    "WISHMARK",
    "OTHERMARK",
    "@secret",
];

pub(super) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn session(goal: Uuid, on: u32, minutes: i64, nth: u16) -> Session {
    let started: DateTime<Utc> = format!("2026-11-{on:02}T08:00:00Z").parse().unwrap();
    Session {
        id: moment("2026-11-01T00:00:00Z").id(nth),
        goal,
        started,
        offset_secs: 0,
        day: day(on),
        planned_secs: 371 * 60,
        intervals: vec![Interval { start: started, end: started + Duration::minutes(minutes) }],
        ended: Ended::Earned,
        intention: "INTENTMARK".to_owned(),
        done: vec!["DONEMARK".to_owned()],
        next: "NEXTMARK".to_owned(),
        note: "NOTEMARK\nNOTEMARK".to_owned(),
        proof: "PROOFMARK".to_owned(),
        ease: Some(1),
        energy: Some([3, 4, 4][usize::from(nth) % 3]),
        motivation_before: Some([2, 2, 3][usize::from(nth) % 3]),
        motivation_after: Some([4, 4, 5][usize::from(nth) % 3]),
        environment: Vec::new(),
        enjoyment: Some(2),
        chosen_reward: None,
        part: crate::domain::session::Part::Whole,
        clock: ClockState::Steady,
        modified: started,
    }
}

pub(super) fn now() -> Now {
    moment("2026-11-22T20:00:00Z")
}

/// A week in which every field holds words that stand nowhere else.
pub(super) fn marked() -> Model {
    let mut model = Model::default();
    let start = moment("2026-11-16T06:00:00Z");
    apply(&mut model, Action::Goal(GoalAction::Create { title: "TITLEMARK".to_owned() }), start).unwrap();
    let goal = model.goal().unwrap().id;
    model.goals.update(goal, |goal| {
        goal.why = "WHYMARK".to_owned();
        goal.identity = "IDENTITYMARK".to_owned();
        goal.cue = "CUEMARK".to_owned();
        goal.fallback = "FALLBACKMARK".to_owned();
        goal.bundle = "BUNDLEMARK".to_owned();
        goal.learnt = "LEARNTMARK".to_owned();
        goal.measure = Some(Measure { unit: "zorblats".to_owned(), total: Some(47_382.0) });
    });
    let targets: Vec<Uuid> = model.targets.iter().map(|target| target.id).collect();
    for id in targets {
        model.targets.update(id, |target| target.minutes = 371);
    }
    for one in [session(goal, 17, 433, 0), session(goal, 19, 211, 1), session(goal, 21, 118, 2)] {
        let (id, at, day) = (one.id, one.started, one.day);
        model.sessions.insert(one);
        model.counts.insert(Count { id, goal, session: Some(id), at, day, amount: 6_091.0 });
    }
    model.wishes.insert(crate::domain::waiting_room::Wish {
        id: start.id(9),
        title: "WISHMARK".to_owned(),
        added: start.utc,
    });
    model
}

fn sets() -> impl Iterator<Item = Parts> {
    (0..=u8::MAX).map(|bits| {
        Part::ALL.into_iter().enumerate().filter(|(nth, _)| bits >> nth & 1 == 1).map(|(_, part)| part).collect()
    })
}

#[track_caller]
fn check_hidden(span: Span) {
    let (model, words) = (marked(), Text::english());
    let today = now().today(model.settings.day_start_hour);
    let derived = Derived::of(&model, today);
    for sees in sets() {
        let shared = Shared::of(&model, &derived.days, span, sees, today).unwrap();
        let by_itself = sent_by_itself((&model, &derived), &words, sees, span);
        for (form, leaves) in forms(&words, &shared).into_iter().chain(by_itself) {
            let leaves = decoded(&leaves);
            for part in Part::ALL.into_iter().filter(|part| !sees.has(*part)) {
                let found = markers(part).iter().find(|marker| stands(&leaves, marker));
                assert_eq!(found, None, "{part:?} is hidden from {sees:?}, yet in the {form} of {span:?}:\n{leaves}");
            }
            let found = NEVER.iter().find(|marker| leaves.contains(**marker));
            assert_eq!(found, None, "in the {form} of {span:?}");
        }
    }
}

/// What outlets of each kind send of it, as the app makes it.
fn sent_by_itself(
    known: (&Model, &Derived),
    words: &Text,
    sees: Parts,
    span: Span,
) -> impl Iterator<Item = (&'static str, String)> {
    let happening = match span {
        Span::Session(id) => Happening::SessionDone(id),
        Span::Day(day) => Happening::TargetMet(day),
        // No outlet tells of a month.
        Span::Week(day) | Span::Month(day) => Happening::Week(day),
        Span::Milestone(milestone) => Happening::Milestone(milestone),
    };
    let kinds =
        [(OutletKind::Webhook, "webhook by itself"), (OutletKind::Ntfy, "push by itself"), (OutletKind::Chat, "chat")];
    let all = kinds.into_iter().flat_map(|(kind, name)| {
        [What::Happened(happening), What::Test].map(|what| {
            let telling = Telling { id: Uuid::nil(), at: now().utc, what };
            let body = body(known, words, (kind, sees), telling).unwrap();
            (name, format!("{}\n{}", body.title, body.body))
        })
    });
    all.collect::<Vec<_>>().into_iter()
}

/// What a link says once it is opened; everything else as it is.
fn decoded(leaves: &str) -> String {
    if !leaves.starts_with("https:") && !leaves.starts_with("mailto:") {
        return leaves.to_owned();
    }
    let mut bytes = Vec::new();
    let mut rest = leaves.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = leaves_code(rest);
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap()
}

/// The byte that `%C3` stands for.
fn leaves_code(bytes: &[u8]) -> Option<u8> {
    let digits = bytes.strip_prefix(b"%")?.get(..2)?;
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Whether it stands there; a number only as a whole one, for a place on a drawing has any digits.
fn stands(leaves: &str, marker: &str) -> bool {
    // The style of the page and its script are the same for everybody.
    let shown = leaves.split("</style>").last().unwrap_or_default();
    let is_number = marker.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    if !is_number {
        return shown.contains(marker);
    }
    let places = shown.match_indices(marker);
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit() || sign == '.');
    let mut whole = places.filter(|(at, _)| {
        let (before, after) = (&shown[..*at], &shown[at + marker.len()..]);
        !is_digit(before.chars().next_back()) && !is_digit(after.chars().next())
    });
    // What is drawn is drawn by numbers: there the words alone count.
    let is_drawn = |at: usize| {
        let line = shown[..at].rsplit('\n').next().unwrap_or_default();
        line.rfind('<').is_some_and(|open| !line[open..].contains('>'))
    };
    whole.any(|(at, _)| !is_drawn(at))
}

#[test]
fn what_is_hidden_of_a_week_is_in_nothing_that_leaves() {
    check_hidden(Span::Week(day(16)));
}

#[test]
fn what_is_hidden_of_a_month_is_in_nothing_that_leaves() {
    check_hidden(Span::Month(day(1)));
}

#[test]
fn what_is_hidden_of_a_session_or_day_is_in_nothing_that_leaves() {
    check_hidden(Span::Session(marked().sessions.iter().next().unwrap().id));
    check_hidden(Span::Day(day(17)));
}

#[test]
fn what_is_hidden_of_a_milestone_is_in_nothing_that_leaves() {
    check_hidden(Span::Milestone(Milestone::FirstSession));
    check_hidden(Span::Milestone(Milestone::Hours(762)));
    check_hidden(Span::Milestone(Milestone::Sessions(762)));
    check_hidden(Span::Milestone(Milestone::Counts(18_273)));
}

/// Without this the markers could be misspelt and the rest would prove nothing.
#[test]
fn what_is_seen_stands_in_the_text_and_in_the_payload() {
    let (model, words) = (marked(), Text::english());
    let today = now().today(model.settings.day_start_hour);
    let days = Days::of(&model, model.goal().unwrap(), today);
    for part in Part::ALL {
        let sees = Parts::NONE.with(part);
        let shared = Shared::of(&model, &days, Span::Week(day(16)), sees, today).unwrap();
        let all = forms(&words, &shared);
        let of = |name: &str| &all.iter().find(|(form, _)| *form == name).unwrap().1;
        for form in ["page", "webhook"] {
            assert!(markers(part).iter().any(|marker| stands(of(form), marker)), "{part:?} in the {form}");
        }
        let is_words = part != Part::Chart;
        assert_eq!(markers(part).iter().any(|marker| stands(of("text"), marker)), is_words, "{part:?}");
        assert!(all.iter().all(|(_, leaves)| leaves.contains("TITLEMARK") || leaves.is_empty()));
    }
    let all = Shared::of(&model, &days, Span::Week(day(16)), Parts::ALL, today).unwrap();
    let told = format!("{:?}", crate::ui::share_words::told(&words, &all));
    let missing: Vec<&str> = ["12 h 42 min", "18\u{a0}273", "47\u{a0}382", "3.7 of 5", "2.3 → 4.3"]
        .into_iter()
        .filter(|marker| !told.contains(marker) && !told.contains(&marker.escape_debug().to_string()))
        .collect();
    assert_eq!(missing, [""; 0], "{told}");
}
