use super::*;
use crate::domain::Action;
use crate::domain::tests::World;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn add(from: &str, to: &str, kind: RestKind) -> Action {
    Action::Rest(RestAction::Add { from: day(from), to: day(to), kind })
}

#[test]
fn a_rest_holds_from_its_first_to_its_last_day_and_the_newest_mark_wins() {
    let mut world = World::new();
    world.act(add("2026-03-02", "2026-03-05", RestKind::Travel));
    world.pass(60);
    world.act(add("2026-03-04", "2026-03-04", RestKind::Ill));
    let on = |text| rest_on(&world.model.rests, day(text));
    assert_eq!(on("2026-03-01"), None);
    assert_eq!(on("2026-03-02"), Some(RestKind::Travel));
    assert_eq!(on("2026-03-04"), Some(RestKind::Ill));
    assert_eq!(on("2026-03-05"), Some(RestKind::Travel));
    assert_eq!(on("2026-03-06"), None);
}

#[test]
fn a_range_ends_after_it_starts_and_within_a_year() {
    let mut world = World::new();
    assert_eq!(world.refused(add("2026-03-05", "2026-03-04", RestKind::Rest)), Refusal::OutOfRange("rest"));
    assert_eq!(world.refused(add("2026-01-01", "2027-01-02", RestKind::Rest)), Refusal::OutOfRange("rest"));
    world.act(add("2026-01-01", "2027-01-01", RestKind::Rest));
    let id = world.model.rests.last().unwrap().id;
    world.act(Action::Rest(RestAction::Delete { id }));
    assert_eq!(world.refused(Action::Rest(RestAction::Delete { id })), Refusal::Unknown("rest"));
}
