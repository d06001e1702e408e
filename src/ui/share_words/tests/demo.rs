//! Each period of the demo's year, against what is written here.

use chrono::NaiveDate;

use super::forms;
use crate::domain::people::shared::Shared;
use crate::domain::people::{JointPlan, Parts, Span};
use crate::domain::rewards::Milestone;
use crate::exchange::png;
use crate::exchange::share::card::{self, Size};
use crate::exchange::share::{html, text};
use crate::ui::share_words;
use crate::ui::testing::{World, moment};
use crate::ui::theme::{Theme, system_letters};

pub(super) fn world() -> World {
    let now = moment("2026-11-23T10:12:00Z");
    World::new(crate::domain::demo::demo_at(now, 1), now)
}

pub(super) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(super) fn shared(world: &World, span: Span, sees: Parts) -> Shared {
    let plan = JointPlan { when: "it is Sunday at 18:00".to_owned(), then: "talk for ten minutes".to_owned() };
    let today = world.now.today(world.model.settings.day_start_hour);
    Shared::of(&world.model, &world.derived.days, span, sees, today).unwrap().with_plan(Some(&plan))
}

/// A period of each kind, by name.
pub(super) fn spans() -> [(&'static str, Span); 5] {
    [
        ("session", last_session()),
        ("day", Span::Day(day(11, 23))),
        ("week", Span::Week(day(11, 16))),
        ("month", Span::Month(day(11, 1))),
        ("milestone", Span::Milestone(Milestone::Hours(50))),
    ]
}

#[track_caller]
fn check_text(span: Span, sees: Parts, expected: &str) {
    let world = world();
    let told = share_words::told(&world.text, &shared(&world, span, sees));
    assert_eq!(text::plain(&told).replace('\u{a0}', " "), expected);
}

pub(super) fn last_session() -> Span {
    Span::Session(world().model.goal_sessions().next_back().unwrap().id)
}

#[test]
fn a_session_is_told() {
    let expected = "\
Write the book
A session on Monday 23 November 2026

Focus: 15 min (of 25 min planned)
Days done: 20 of 28 (8 missed, in the last 28 days)
Words: 140 (45 380 of 60 000 so far)

Our plan
If it is Sunday at 18:00, we talk for ten minutes.

Next
25 min on Tuesday 24 November 2026

A question for you
What would you do first next time?";
    check_text(last_session(), Parts::default(), expected);
}

#[test]
fn a_day_is_told() {
    let expected = "\
Write the book
Monday 23 November 2026

Focus: 15 min (of 25 min planned, in one session)
Days done: 20 of 28 (8 missed, in the last 28 days)
Words: 140 (45 380 of 60 000 so far)
Energy after a session: 3 of 5 (1 rating)
Motivation: 3 → 4 (of 5, before and after; 1 rating)

What got done
– Drafted a scene

Who I want to be
I am a writer

Our plan
If it is Sunday at 18:00, we talk for ten minutes.

Next
Start with the sound of the bell

A question for you
Will you ask me how it went?";
    check_text(Span::Day(day(11, 23)), Parts::ALL, expected);
}

#[test]
fn a_week_is_told() {
    let expected = "\
Write the book
Week of 16 – 22 November 2026

Focus: 2 h 12 min (of 2 h 55 min planned, in 5 sessions)
Days done: 5 of 7 (2 missed)
Words: 1 415 (45 240 of 60 000 so far)
Energy after a session: 5 of 5 (1 rating)
Motivation: 2.5 → 3.5 (of 5, before and after; 2 ratings)

What got done
– Rewrote the opening

Who I want to be
I am a writer

Our plan
If it is Sunday at 18:00, we talk for ten minutes.

Next
Start with the sound of the bell

A question for you
What would you do differently next week?";
    check_text(Span::Week(day(11, 16)), Parts::ALL, expected);
}

#[test]
fn a_month_is_told() {
    let expected = "\
Write the book
October 2026

Focus: 8 h 57 min (of 12 h planned, in 23 sessions)
Days done: 21 of 31 (10 missed)
Words: 6 260 (39 575 of 60 000 so far)

Our plan
If it is Sunday at 18:00, we talk for ten minutes.

Next
25 min on Tuesday 24 November 2026

A question for you
What should I keep for the next month?";
    check_text(Span::Month(day(10, 1)), Parts::default(), expected);
}

#[test]
fn a_milestone_is_told() {
    let expected = "\
Write the book
Milestone: 50 h of focus

Focus: 61 h 20 min (in 262 sessions)
Days done: 240 of 352
Words: 45 380 (of 60 000)

Our plan
If it is Sunday at 18:00, we talk for ten minutes.

Next
25 min on Tuesday 24 November 2026

A question for you
Will you celebrate with me?";
    check_text(Span::Milestone(Milestone::Hours(50)), Parts::default(), expected);
}

#[test]
fn a_milestone_tells_the_newest_lines_and_how_many_more_there_are() {
    let world = world();
    let shared = shared(&world, Span::Milestone(Milestone::Hours(50)), Parts::ALL);
    let told = share_words::told(&world.text, &shared);
    assert!(told.is_milestone && told.lists.iter().all(|list| list.lines.len() == 3));
    let more = format!("and {} more", shared.done.len() - 3);
    assert_eq!((told.lists[0].lines.as_slice(), told.lists[0].more(3)), (&shared.done[..3], more.as_str()));
    assert!(forms(&world.text, &shared).iter().all(|(_, leaves)| !leaves.contains(" missed")));
}

#[test]
fn a_picture_in_another_script_takes_its_letters_from_the_system() {
    let world = world();
    let mut shared = shared(&world, Span::Week(day(11, 16)), Parts::default());
    let titles = ["לכתוב את הספר (חלק 2) עד הקיץ", "كتابة الكتاب 🎉 قبل الصيف", "本を書く 📖 すべての章を"];
    for (nth, title) in titles.into_iter().enumerate() {
        shared.goal = title.to_owned();
        let told = share_words::told(&world.text, &shared);
        let drawn = card::svg(&told, &share_words::look(&Theme::light()), Size::Wide);
        let bytes = png::of_with(&drawn, 1.0, system_letters).unwrap();
        assert_eq!(bytes[16..24], [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat());
        if let Some(folder) = std::env::var_os("MAINSPRING_PICTURES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("share-script-{nth}.png")), bytes).unwrap();
        }
    }
}

#[test]
fn every_period_has_every_form_and_leaves_the_same_bytes_each_time() {
    let world = world();
    for (name, span) in spans() {
        for (sees, seen) in [(Parts::default(), "usual"), (Parts::ALL, "all"), (Parts::NONE, "none")] {
            let shared = shared(&world, span, sees);
            let all = forms(&world.text, &shared);
            assert_eq!(all, forms(&world.text, &shared), "{name}");
            assert!(
                all.iter().all(|(form, leaves)| !leaves.is_empty() || ["mail", "long link"].contains(form)),
                "{name}"
            );
            if let Some(folder) = std::env::var_os("MAINSPRING_PICTURES") {
                pictures(&world, &shared, std::path::Path::new(&folder), &format!("share-{name}-{seen}"));
            }
        }
    }
}

fn pictures(world: &World, shared: &Shared, folder: &std::path::Path, name: &str) {
    let told = share_words::told(&world.text, shared);
    for (theme, mode) in [(Theme::light(), "light"), (Theme::dark(), "dark")] {
        for size in Size::ALL {
            let drawn = card::svg(&told, &share_words::look(&theme), size);
            std::fs::write(folder.join(format!("{name}-{size:?}-{mode}.png")), png::of(&drawn, 1.0).unwrap()).unwrap();
        }
    }
    let page = html::html(&told, &share_words::look(&Theme::light()));
    std::fs::write(folder.join(format!("{name}.html")), page).unwrap();
    std::fs::write(folder.join(format!("{name}.txt")), text::plain(&told)).unwrap();
}
