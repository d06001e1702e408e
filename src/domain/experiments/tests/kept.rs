//! One that was kept, and what becomes of it later.

use super::*;

#[test]
fn a_coin_flip_that_is_kept_and_dropped_later_has_no_coin_days_after_it_was_kept() {
    let mut world = coin_world(28, [20, 0]);
    let known = world.model.experiments.last().unwrap().clone();
    let until_kept = cards(&world);
    decide(&mut world, ExperimentState::Kept);
    for _ in 0..14 {
        live(&mut world, 20, 3);
    }
    let card_of = |cards: &Cards| cards.get(known.id).unwrap().clone();
    assert_eq!(card_of(&cards(&world)), card_of(&until_kept));
    decide(&mut world, ExperimentState::Dropped);
    let dropped = world.model.experiments.last().unwrap().clone();
    assert_eq!((dropped.kept, dropped.decided), (Some(day("03-30")), Some(day("04-13"))));
    for _ in 0..14 {
        live(&mut world, 0, 3);
    }
    assert_eq!(card_of(&cards(&world)), card_of(&until_kept));
    // By the coin until it was kept, then on, then off.
    let on = |from: &str, days: usize| {
        let fell = day(from).iter_days().take(days).map(|day| if is_on(&dropped, day) { '1' } else { '0' });
        fell.collect::<String>()
    };
    assert_eq!(on("03-02", 28), "0111010101101001100100101001");
    assert_eq!((on("03-30", 14), on("04-13", 5)), ("1".repeat(14), "0".repeat(5)));
    check_survives_saving(&world.model);
}

#[test]
fn a_drop_that_is_taken_back_on_its_day_leaves_it_kept() {
    let mut world = coin_world(28, [20, 0]);
    decide(&mut world, ExperimentState::Kept);
    world.pass(3 * DAY);
    let kept = world.model.experiments.last().unwrap().clone();
    for back in [ExperimentState::Running, ExperimentState::Kept] {
        decide(&mut world, ExperimentState::Dropped);
        decide(&mut world, back);
        let now = world.model.experiments.last().unwrap();
        assert_eq!((now.state, now.decided, now.kept), (kept.state, kept.decided, None));
    }
}
