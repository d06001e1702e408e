//! Laws of the path: nothing shrinks when a session is added, and the order of records does not matter.

use proptest::prelude::*;

use super::*;

fn done_steps(path: &Path) -> Vec<Step> {
    let steps = path.stages.iter().flat_map(|view| &view.steps);
    steps.filter(|view| view.state == StepState::Done).map(|view| view.step).collect()
}

/// A world with sessions on some days, and the end of the first stage answered if there is one.
fn world(days: &[(i64, i64)], answer: Option<Stage>) -> World {
    let mut world = World::with_goal();
    for (nth, focus_secs) in days {
        work_on(&mut world, *nth, *focus_secs);
    }
    go_to(&mut world, 50);
    if let (Some(stage), Some(_)) = (answer, path(&world).stage_end()) {
        let now = world.now();
        let _refused = apply(&mut world.model, ProgrammeAction::Begin(stage), now);
    }
    world
}

/// Days of their own with a session of some length on each.
fn days() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::btree_map(0_i64..50, 60_i64..1_200, 0..45).prop_map(|days| days.into_iter().collect())
}

fn answer() -> impl Strategy<Value = Option<Stage>> {
    prop::sample::select(vec![None, Some(Stage::Foundation), Some(Stage::Habit), Some(Stage::KeepGoing)])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn nothing_shrinks_when_a_session_is_added(days in days(), answer in answer(), extra in 0_i64..50) {
        let mut world = world(&days, answer);
        let before = path(&world);
        if days.iter().all(|(nth, _)| *nth != extra) {
            work_on(&mut world, extra, 700);
        }
        let after = path(&world);
        prop_assert!(after.done >= before.done && after.day >= before.day && after.length == before.length);
        for (one, other) in before.stages.iter().zip(&after.stages) {
            prop_assert!(other.done() >= one.done());
        }
        let (one, other) = (done_steps(&before), done_steps(&after));
        prop_assert!(one.iter().all(|step| other.contains(step)), "{one:?} then {other:?}");
        prop_assert!(after.current >= before.current);
    }

    #[test]
    fn the_order_in_which_records_came_does_not_matter(days in days().prop_shuffle(), answer in answer()) {
        let shuffled = world(&days, None);
        let mut sorted = days.clone();
        sorted.sort_unstable();
        prop_assert_eq!(path(&shuffled), path(&world(&sorted, None)));
        let mut marked = world(&days, answer);
        let one = path(&marked);
        marked.model.programme = marked.model.programme.iter().rev().cloned().collect();
        prop_assert_eq!(one, path(&marked));
    }

    #[test]
    fn all_days_of_the_programme_are_dealt_out(days in days(), answer in answer()) {
        let path = path(&world(&days, answer));
        let dealt: u32 = path.stages.iter().map(StageView::done).sum();
        prop_assert_eq!(dealt, path.done.min(path.length));
        prop_assert_eq!(path.done as usize, days.len());
        let is_in_order = path.stages.windows(2).all(|pair| pair[0].ends < pair[1].ends);
        prop_assert!(is_in_order);
        prop_assert!(path.stages.iter().all(|view| view.ends >= view.planned[1]));
    }
}
