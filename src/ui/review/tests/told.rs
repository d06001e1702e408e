//! A review as words, from twenty sessions counted by hand.

use super::*;
use crate::domain::measure::{CountAction, Measure};
use crate::domain::session::SessionAction;
use crate::ui::review::{Form, Identity, Report, document, report};

/// Day of November 2026 and minutes of each session.
///
/// | week | minutes | sessions | days done |
/// |---|---|---|---|
/// | 2–8 | 5 5 6 6 5 = 27 | 5 | 5 |
/// | 9–15 | 7 7 8 8 10 = 40 | 5 | 5 |
/// | 16–22 | 10 10 5 12 12 11 = 60, two on the 17th | 6 | 5 |
/// | 23–29 | 15 15 20 10 = 60 | 4 | 4 |
/// | all | 187 | 20 | 19 |
///
/// The minutes of the 19 days in order are 5 5 5 6 6 7 7 8 8 **10** 10 10 11 12 12 15 15 15 20.
const WORK: [(u32, i64); 20] = [
    (2, 5),
    (3, 5),
    (4, 6),
    (6, 6),
    (7, 5),
    (9, 7),
    (10, 7),
    (12, 8),
    (13, 8),
    (15, 10),
    (16, 10),
    (17, 10),
    (17, 5),
    (19, 12),
    (20, 12),
    (22, 11),
    (23, 15),
    (24, 15),
    (26, 20),
    (28, 10),
];
/// Day of November 2026 and words.
const COUNTS: [(u32, f64); 4] = [(3, 100.0), (12, 150.0), (20, 200.0), (24, 50.0)];

/// The goal on Monday 30 November with all of it.
fn counted_by_hand() -> World {
    let at = |day: u32, hour: u32| moment(&format!("2026-11-{day:02}T{hour:02}:00:00Z"));
    let mut world = World::new(Model::default(), at(2, 8));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    let id = world.model.goal().unwrap().id;
    let measure = Measure { unit: "words".to_owned(), total: Some(1000.0) };
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Measure(Some(measure)) }));
    for (nth, (day, minutes)) in WORK.into_iter().enumerate() {
        // Two of one day are not entered in the same second.
        world.at(at(day, if nth % 2 == 0 { 19 } else { 20 }));
        let started = at(day, if nth % 2 == 0 { 9 } else { 14 }).utc;
        let note = String::new();
        world.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: minutes * 60, note }));
    }
    for (day, amount) in COUNTS {
        world.at(at(day, 21));
        world.act(Action::Count(CountAction::Add { amount, session: None }));
    }
    world.at(at(30, 10));
    world
}

fn reported(world: &mut World, period: Period, answers: &[ReviewField]) -> Report {
    world.act(Action::Review(ReviewAction::Open(period)));
    let id = world.model.reviews.iter().last().unwrap().id;
    for field in answers {
        world.act(Action::Review(ReviewAction::Set { id, field: field.clone() }));
    }
    world.act(Action::Review(ReviewAction::Finish { id }));
    report(&world.cx(), world.model.reviews.get(id).unwrap()).unwrap()
}

fn figures(report: &Report) -> Vec<[String; 3]> {
    report.sections[0].figures.iter().map(|told| [&told.name, &told.value, &told.note].map(Clone::clone)).collect()
}

#[test]
fn a_week_tells_what_was_counted_by_hand() {
    let mut world = counted_by_hand();
    let answers = [ReviewField::Progress("Two scenes".to_owned()), ReviewField::Automatic(Some(3))];
    let told = reported(&mut world, Period::week_ending(day(11, 29)), &answers);
    assert_eq!((told.title.as_str(), told.state.as_str()), ("Week of 23 – 29 November 2026", "Finished today"));
    let strength = |nth: usize| format!("{:.0} %", world.derived.strength[nth] * 100.0);
    let expected = [
        ["Focus", "1 h", "before: 1 h"],
        ["Days done", "4 of 7", "before: 5 of 7"],
        ["Words", "50", "before: 200"],
        ["Strength", &strength(27), &format!("before: {}", strength(20))],
    ];
    assert_eq!(figures(&told), expected);
    let titles: Vec<&str> = told.sections.iter().map(|section| section.title.as_str()).collect();
    let all =
        ["Progress", "Skill", "How much of it happens by itself", "Support", "Plans and rewards", "One adjustment"];
    assert_eq!(titles, all);
    let pair = |question: &str, answer: &str| (question.to_owned(), answer.to_owned());
    assert_eq!(told.sections[0].answers, [pair("What came of the work?", "Two scenes")]);
    let item = "“Write the book” is something I do automatically";
    assert_eq!(told.sections[2].answers, [pair(item, "3 of 7")]);
    assert_eq!(told.sections[3].answers, []);
    assert_eq!(told.sections[4].lines, ["No if-then plan was used."]);
}

#[test]
fn a_month_tells_what_was_counted_by_hand() {
    let mut world = counted_by_hand();
    let id = world.model.goal().unwrap().id;
    let field = GoalField::Identity("I am a writer".to_owned());
    world.act(Action::Goal(GoalAction::Set { id, field }));
    let told = reported(
        &mut world,
        Period::month_of(day(11, 1)),
        &[ReviewField::FeelsTrue(Some(8)), ReviewField::Shift("I am a writer now".to_owned())],
    );
    assert_eq!(told.title, "November 2026");
    let expected = [["Focus", "3 h 07", "the first month"], ["Days done", "19 of 28", "the first month"]];
    assert_eq!(figures(&told)[..2], expected);
    assert_eq!(told.sections[0].lines, ["All so far: 3 h 07 on 19 days, 500 of 1\u{a0}000 words"]);
    let identity = &told.sections[3];
    assert!(identity.is_identity);
    assert_eq!(identity.lines, ["20 sessions = 20 votes for “I am a writer”"]);
    let asked = [("How true does it feel?", "8 of 10"), ("How do you see yourself by now?", "I am a writer now")];
    assert_eq!(identity.answers, asked.map(|(question, answer)| (question.to_owned(), answer.to_owned())));
    assert_eq!(told.sections[4].lines, ["The middle day had 10 min; no day was free."]);
}

#[test]
fn who_one_becomes_leaves_the_app_only_where_it_is_chosen() {
    let mut world = counted_by_hand();
    let id = world.model.goal().unwrap().id;
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Identity("I am a writer".to_owned()) }));
    let answers = [ReviewField::FeelsTrue(Some(8)), ReviewField::Shift("A writer by now".to_owned())];
    reported(&mut world, Period::month_of(day(11, 1)), &answers);
    let review = world.model.reviews.iter().last().unwrap().clone();
    for form in [Form::Html, Form::Markdown] {
        let file =
            |identity| String::from_utf8(document(&world.cx(), &review, (identity, form)).unwrap().bytes).unwrap();
        let (open, chosen) = (file(Identity::Out), file(Identity::In));
        assert!(!open.contains("writer") && !open.contains("8 of 10"), "{form:?}");
        assert!(chosen.contains("I am a writer") && chosen.contains("A writer by now"), "{form:?}");
    }
}

#[test]
fn only_the_newest_month_is_saved_with_charts_that_tell_where_things_stand_now() {
    let world = demo_world(NEW_MONTH);
    let mut months: Vec<_> =
        world.model.reviews.iter().filter(|review| review.kind == ReviewKind::Monthly).cloned().collect();
    months.sort_by_key(|review| review.from);
    let saved = |review| document(&world.cx(), review, (Identity::Out, Form::Markdown)).unwrap().bytes;
    let says = |review, words: &str| String::from_utf8(saved(review)).unwrap().contains(words);
    let (old, newest) = (&months[0], Review { from: day(11, 1), to: day(11, 30), ..months[0].clone() });
    for (words, is_in_old) in [("Words, and where this leads", false), ("Minutes a day", true)] {
        assert!(says(&newest, words), "{words}");
        assert_eq!(says(old, words), is_in_old, "{words}");
    }
}

#[test]
fn a_review_of_a_goal_that_is_closed_is_not_told() {
    let mut world = counted_by_hand();
    reported(&mut world, Period::week_ending(day(11, 29)), &[]);
    let review = world.model.reviews.iter().last().unwrap().clone();
    let close = GoalAction::Close { outcome: crate::domain::goal::Outcome::Finished, learnt: String::new() };
    world.act(Action::Goal(close));
    assert_eq!(report(&world.cx(), &review), None);
}
