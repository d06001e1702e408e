use chrono::{Duration, TimeZone, Utc};

use super::*;
use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, Group, ItemKind};
use crate::domain::insight::Derived;
use crate::domain::insight::patterns::Verdict;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::session::SessionAction;
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;

/// A goal begun on Monday 2 March 2026 at 09:00 with the item "Phone in the drawer".
fn world() -> (World, Uuid) {
    let mut world = World::with_goal();
    let (group, kind, text) = (Group::Distractions, ItemKind::EverySession, "Phone in the drawer".to_owned());
    world.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
    let item = world.model.environment.last().unwrap().id;
    (world, item)
}

/// One letter a day from 2 March on: C checked and U unchecked for 10 minutes, c and u for 2, H by hand, R a rest, - nothing.
fn lived(pattern: &str) -> (World, Uuid) {
    let (mut world, item) = world();
    for (nth, letter) in pattern.chars().enumerate() {
        world.utc = Utc.with_ymd_and_hms(2026, 3, 2, 10, 0, 0).unwrap() + Duration::days(i64::try_from(nth).unwrap());
        let day = world.utc.date_naive();
        match letter {
            'C' | 'U' | 'c' | 'u' => {
                let environment = if letter.eq_ignore_ascii_case(&'c') { vec![item] } else { Vec::new() };
                world.timer(TimerAction::Start { planned_secs: 300, intention: String::new(), environment });
                world.work(if letter.is_ascii_uppercase() { 600 } else { 120 });
                world.timer(TimerAction::Finish);
            }
            'H' => {
                let started = world.utc - Duration::seconds(600);
                let note = String::new();
                world.act(Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: 600, note }));
            }
            'R' => drop(world.act(Action::Rest(RestAction::Add { from: day, to: day, kind: RestKind::Rest }))),
            _ => {}
        }
    }
    (world, item)
}

/// The effect of the item as it stands on the day after the pattern.
fn effect(pattern: &str) -> ItemEffect {
    let (world, item) = lived(pattern);
    let today = (world.utc + Duration::days(1)).date_naive();
    *Derived::of(&world.model, today).item_effects.get(item).unwrap()
}

/// Days on which the person came back and all days, with the item and without.
#[track_caller]
fn check_counts(pattern: &str, with: (u32, u32), without: (u32, u32)) {
    let found = effect(pattern).returned;
    assert_eq!(((found.a.came, found.a.n), (found.b.came, found.b.n)), (with, without), "{pattern}");
}

#[test]
fn days_with_and_without_the_item_are_told_apart() {
    // The first two days are new, and of the last day the next is not known; all weeks are over.
    check_counts("CUCUCUC", (2, 2), (2, 2));
    check_counts("CCC-U-C", (0, 1), (0, 1));
}

#[test]
fn a_rest_is_no_day_to_come_back_on() {
    check_counts("CCCRU-C", (1, 1), (0, 1));
}

#[test]
fn what_was_entered_by_hand_says_nothing_about_checks_but_is_a_return() {
    check_counts("CCCHU-C", (1, 1), (0, 1));
}

#[test]
fn a_week_counts_when_it_is_over() {
    let (world, item) = lived("CCCUCUC");
    let days = |today: &str| {
        let effects = Derived::of(&world.model, today.parse().unwrap()).item_effects;
        (effects.until.to_string(), effects.get(item).unwrap().minutes.days)
    };
    assert_eq!(days("2026-03-08"), ("2026-03-01".to_owned(), [0, 0]));
    assert_eq!(days("2026-03-09"), ("2026-03-08".to_owned(), [3, 2]));
}

#[test]
fn without_items_or_sessions_there_is_nothing_to_tell() {
    let today = "2026-03-09".parse().unwrap();
    assert!(Derived::of(&World::with_goal().model, today).item_effects.items.is_empty());
    let (world, item) = world();
    let effect = *Derived::of(&world.model, today).item_effects.get(item).unwrap();
    assert_eq!((effect.returned.verdict, effect.minutes.verdict), (Verdict::Counts, Verdict::Counts));
    assert_eq!(effect.minutes.days, [0, 0]);
}

#[test]
fn days_before_the_item_was_there_are_not_days_without_it() {
    let (mut world, _) = lived("UUUUUUU");
    let (group, kind, text) = (Group::Place, ItemKind::EverySession, "Lamp on".to_owned());
    world.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
    let item = world.model.environment.last().unwrap().id;
    let effects = Derived::of(&world.model, "2026-03-09".parse().unwrap()).item_effects;
    assert_eq!(effects.get(item).unwrap().minutes.days, [0, 0]);
}

#[test]
fn a_month_with_few_days_of_one_kind_has_no_verdict() {
    // Four weeks: checked on weekdays but Friday, at weekends rarely.
    let found = effect(&"CCCCU-U".repeat(4));
    assert_eq!(found.minutes.days, [14, 8]);
    assert_eq!(found.returned.verdict, Verdict::Counts, "of the last day the next is not known: {:?}", found.returned);
}

#[test]
fn a_quarter_of_a_year_may_show_a_pattern_of_minutes() {
    // Ten minutes with it, two without, in no order that would make one day like the next.
    let found = effect(&"CuCCuuCuuCuCCu".repeat(7));
    assert_eq!(found.minutes.verdict, Verdict::ProbablyA);
    let (shift, _, wide) = found.minutes.shift.unwrap();
    assert_eq!((shift, wide.low, wide.high), (8.0, 8.0, 8.0));
    // Every day had a session, so nothing differs in coming back.
    assert_eq!(found.returned.verdict, Verdict::Unclear);
}

/// Days in order: A with the item and B without, small where the next planned day had no session.
fn days(letters: &str, minutes: impl Fn(usize) -> f64) -> Log {
    let logged = letters.chars().enumerate().map(|(nth, letter)| Logged {
        is_checked: letter.eq_ignore_ascii_case(&'a'),
        minutes: minutes(nth),
        returned: Some(letter.is_ascii_uppercase()),
    });
    Log { days: logged.collect() }
}

#[test]
fn returning_and_minutes_of_each_item_share_the_chance_of_a_false_verdict() {
    // 16 of 20 days against 10 of 20: by the formula of evidence.md §5 P(A > B) is .9742, enough for one verdict (.95),
    // not for two (.975). No two such days follow each other, so that all days count.
    let letters = ["bA".repeat(10), "aB".repeat(4), "AB".repeat(6)].concat();
    let returned = |logs: &[(Uuid, Log)]| compared(logs)[0].returned;
    let both = || (Uuid::from_u128(1), days(&letters, |_| 10.0));
    let found = returned(&[both()]);
    assert_eq!((found.a, found.b), (Arm { came: 16, n: 20 }, Arm { came: 10, n: 20 }));
    assert!((found.probability - 0.9742).abs() < 0.00005, "{}", found.probability);
    assert_eq!(found.verdict, Verdict::Unclear);
    // Minutes that grow from day to day are worth too few days for a verdict, and take no share of it.
    let one = || (Uuid::from_u128(2), days(&letters, |nth| nth as f64));
    assert_eq!(returned(&[one()]).verdict, Verdict::ProbablyA);
    // Neither does an item with too few days for a verdict; one with enough of them does.
    let few = (Uuid::from_u128(3), days(&"AB".repeat(14), |_| 10.0));
    assert_eq!(returned(&[one(), few]).verdict, Verdict::ProbablyA);
    assert_eq!(returned(&[one(), both()]).verdict, Verdict::Unclear);
}
