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
use crate::ui::theme::Theme;

fn world() -> World {
    let now = moment("2026-11-23T10:12:00Z");
    World::new(crate::domain::demo::demo_at(now, 1), now)
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn shared(world: &World, span: Span, sees: Parts) -> Shared {
    let plan = JointPlan { when: "it is Sunday at 18:00".to_owned(), then: "talk for ten minutes".to_owned() };
    let today = world.now.today(world.model.settings.day_start_hour);
    Shared::of(&world.model, &world.derived.days, span, sees, today).unwrap().with_plan(Some(&plan))
}

#[track_caller]
fn check_text(span: Span, sees: Parts, expected: &str) {
    let world = world();
    let told = share_words::told(&world.text, &shared(&world, span, sees));
    assert_eq!(text::plain(&told).replace('\u{202f}', " "), expected);
}

fn last_session() -> Span {
    Span::Session(world().model.goal_sessions().next_back().unwrap().id)
}

#[test]
fn a_session_is_told() {
    check_text(last_session(), Parts::default(), "");
}

#[test]
fn a_day_is_told() {
    check_text(Span::Day(day(11, 23)), Parts::ALL, "");
}

#[test]
fn a_week_is_told() {
    check_text(Span::Week(day(11, 16)), Parts::ALL, "");
}

#[test]
fn a_month_is_told() {
    check_text(Span::Month(day(10, 1)), Parts::default(), "");
}

#[test]
fn a_milestone_is_told() {
    check_text(Span::Milestone(Milestone::Hours(50)), Parts::default(), "");
}

#[test]
fn every_period_has_every_form_and_leaves_the_same_bytes_each_time() {
    let world = world();
    let spans = [
        last_session(),
        Span::Day(day(11, 23)),
        Span::Week(day(11, 16)),
        Span::Month(day(11, 1)),
        Span::Milestone(Milestone::Hours(50)),
    ];
    let names = ["session", "day", "week", "month", "milestone"];
    for (span, name) in spans.into_iter().zip(names) {
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
