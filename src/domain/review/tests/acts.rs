//! What can be done with reviews, what is refused, and what follows from it.

use proptest::prelude::*;

use super::*;
use crate::domain::effect::UndoKey;
use crate::domain::insight::Derived;
use crate::domain::programme::{Step, StepState, Tick};
use crate::domain::target::{TargetAction, target_on};
use crate::domain::tests::check_survives_saving;

#[test]
fn a_review_is_opened_once_and_each_act_can_be_taken_back() {
    let mut world = world_on("03-08");
    let effects = world.act(act(ReviewAction::Open(week("03-08"))));
    assert_eq!(effects, [Effect::Save, Effect::Undoable(UndoKey::ReviewOpened)]);
    assert_eq!(world.act(act(ReviewAction::Open(week("03-08")))), []);
    let id = world.model.reviews.last().unwrap().id;
    assert!(world.model.reviews.last().unwrap().is_blank());
    for text in ["c", "ch", "chapter 2"] {
        set(&mut world, id, ReviewField::Progress(text.into()));
        world.pass(1);
    }
    set(&mut world, id, ReviewField::Support(Some(0)));
    assert_eq!(world.act(act(ReviewAction::Set { id, field: ReviewField::Support(Some(0)) })), []);
    finish(&mut world, id);
    assert_eq!(world.act(act(ReviewAction::Finish { id })), []);
    world.act(act(ReviewAction::Reopen { id }));
    assert_eq!(world.act(act(ReviewAction::Reopen { id })), []);
    world.act(act(ReviewAction::Delete { id }));
    assert!(world.model.reviews.is_empty());
    let seen = |world: &World| {
        let review = world.model.reviews.get(id)?;
        Some((review.progress.clone(), review.support, review.done))
    };
    let chapter = || "chapter 2".to_owned();
    let states = [
        Some((chapter(), Some(0), None)),
        Some((chapter(), Some(0), Some(day("03-08")))),
        Some((chapter(), Some(0), None)),
        Some((chapter(), None, None)),
        Some((String::new(), None, None)),
        None,
    ];
    for state in states {
        world.act(Action::Undo);
        assert_eq!(seen(&world), state);
    }
}

#[track_caller]
fn check_refused(world: &mut World, action: ReviewAction, expected: Refusal) {
    assert_eq!(world.refused(act(action)), expected);
}

#[test]
fn nonsense_is_refused() {
    let mut world = world_on("04-08");
    let id = open(&mut world, week("04-05"));
    let mut opened = |period, refusal| check_refused(&mut world, ReviewAction::Open(period), refusal);
    opened(week("04-19"), Refusal::InFuture);
    opened(Period::month_of(day("05-01")), Refusal::InFuture);
    opened(week("03-01"), Refusal::OutOfRange("period"));
    opened(Period { from: day("04-01"), ..week("04-05") }, Refusal::OutOfRange("period"));
    opened(Period { kind: ReviewKind::Monthly, ..week("04-05") }, Refusal::OutOfRange("period"));
    let mut answered = |field, refusal| check_refused(&mut world, ReviewAction::Set { id, field }, refusal);
    answered(ReviewField::Automatic(Some(0)), Refusal::OutOfRange("seven"));
    answered(ReviewField::Unnoticed(Some(8)), Refusal::OutOfRange("seven"));
    answered(ReviewField::Support(Some(11)), Refusal::OutOfRange("ten"));
    answered(ReviewField::FeelsTrue(Some(5)), Refusal::OutOfRange("question"));
    answered(ReviewField::Works("mornings".into()), Refusal::OutOfRange("question"));
    finish(&mut world, id);
    let set = ReviewAction::Set { id, field: ReviewField::Skill("rhyme".into()) };
    check_refused(&mut world, set, Refusal::ReviewDone);
    let gone = Uuid::nil();
    check_refused(&mut world, ReviewAction::Delete { id: gone }, Refusal::Unknown("review"));
    check_refused(&mut world, ReviewAction::Finish { id: gone }, Refusal::Unknown("review"));
    check_refused(&mut world, ReviewAction::Reopen { id: gone }, Refusal::Unknown("review"));
    check_refused(&mut World::new(), ReviewAction::Open(week("03-08")), Refusal::NoGoal);
}

#[test]
fn every_question_is_kept_and_an_answer_can_be_taken_out() {
    let mut world = world_on("04-08");
    let (weekly, monthly) = (open(&mut world, week("04-05")), open(&mut world, Period::month_of(day("03-01"))));
    for field in [
        ReviewField::Progress("p".into()),
        ReviewField::Skill("s".into()),
        ReviewField::Automatic(Some(1)),
        ReviewField::Unremembered(Some(2)),
        ReviewField::Unthinking(Some(3)),
        ReviewField::Unnoticed(Some(7)),
        ReviewField::Support(Some(10)),
        ReviewField::NotWorked("n".into()),
        ReviewField::Adjustment("a".into()),
    ] {
        set(&mut world, weekly, field);
    }
    for field in [
        ReviewField::Trajectory("t".into()),
        ReviewField::Works("w".into()),
        ReviewField::FeelsTrue(Some(6)),
        ReviewField::Shift("i".into()),
        ReviewField::Lasting(Some(0)),
        ReviewField::LastingNote("l".into()),
        ReviewField::Adjustment("x".into()),
    ] {
        set(&mut world, monthly, field);
    }
    let review = world.model.reviews.get(weekly).unwrap();
    assert_eq!((review.progress.as_str(), review.skill.as_str(), review.not_worked.as_str()), ("p", "s", "n"));
    assert_eq!((review.items(), review.support), ([Some(1), Some(2), Some(3), Some(7)], Some(10)));
    let review = world.model.reviews.get(monthly).unwrap();
    assert_eq!([review.trajectory.as_str(), &review.works, &review.shift, &review.lasting_note], ["t", "w", "i", "l"]);
    assert_eq!((review.feels_true, review.lasting, review.adjustment.as_str()), (Some(6), Some(0), "x"));
    check_survives_saving(&world.model);
    set(&mut world, weekly, ReviewField::Automatic(None));
    assert_eq!(world.model.reviews.get(weekly).unwrap().automatic, None);
}

#[test]
fn all_four_items_are_asked_once_a_month() {
    let mut world = world_on("04-20");
    let [first, second, third, april] = ["03-08", "03-15", "03-22", "04-05"].map(|to| open(&mut world, week(to)));
    let month = open(&mut world, Period::month_of(day("03-01")));
    let asks = |world: &World, id| asks_all_items(&world.model, world.model.reviews.get(id).unwrap());
    assert_eq!([first, second, third, april, month].map(|id| asks(&world, id)), [true, true, true, true, false]);
    let items = |rating| {
        [
            ReviewField::Automatic(rating),
            ReviewField::Unremembered(rating),
            ReviewField::Unthinking(rating),
            ReviewField::Unnoticed(rating),
        ]
    };
    for field in items(Some(4)) {
        set(&mut world, second, field);
    }
    assert_eq!([first, second, third, april].map(|id| asks(&world, id)), [true, true, false, true]);
}

#[test]
fn ratings_come_from_reviews_that_are_done_dated_to_their_period() {
    let mut world = world_on("03-14");
    let early = open(&mut world, week("03-15"));
    set(&mut world, early, ReviewField::Automatic(Some(3)));
    finish(&mut world, early);
    go(&mut world, "03-20");
    let late = open(&mut world, week("03-08"));
    set(&mut world, late, ReviewField::Automatic(Some(2)));
    set(&mut world, late, ReviewField::Unnoticed(Some(1)));
    let goal = world.model.goal().unwrap().clone();
    let rating = |on: &str, items| HabitRating { day: day(on), items };
    let third = rating("03-14", [Some(3), None, None, None]);
    assert_eq!(habit_ratings(&world.model, &goal), [third]);
    finish(&mut world, late);
    assert_eq!(habit_ratings(&world.model, &goal), [rating("03-08", [Some(2), None, None, Some(1)]), third]);
}

fn target(world: &mut World, minutes: u16) {
    world.act(Action::Target(TargetAction::Set { minutes }));
}

fn target_now(world: &World) -> u16 {
    target_on(&world.model.targets, world.goal(), world.utc.date_naive())
}

/// A target of 20 minutes since 2 March, a day on which an easier one has to wait.
fn world_with_target() -> World {
    let mut world = World::with_goal();
    target(&mut world, 20);
    go(&mut world, "03-15");
    world
}

#[test]
fn an_easier_target_holds_at_once_while_a_review_is_written() {
    let mut world = world_with_target();
    let id = open(&mut world, week("03-15"));
    target(&mut world, 15);
    assert_eq!(target_now(&world), 15);
    finish(&mut world, id);
    target(&mut world, 10);
    assert_eq!(target_now(&world), 10);
    go(&mut world, "03-16");
    target(&mut world, 5);
    assert_eq!(target_now(&world), 10, "the review was yesterday");
}

#[test]
fn a_draft_that_was_left_lying_does_not_let_an_easier_target_hold() {
    let mut world = world_with_target();
    let id = open(&mut world, week("03-15"));
    go(&mut world, "03-17");
    target(&mut world, 15);
    assert_eq!(target_now(&world), 20);
    set(&mut world, id, ReviewField::NotWorked("too much".into()));
    target(&mut world, 15);
    assert_eq!(target_now(&world), 15);
}

#[test]
fn finishing_a_review_brings_a_coming_easier_target_forward_and_undo_takes_that_back() {
    let mut world = world_with_target();
    target(&mut world, 10);
    assert_eq!(target_now(&world), 20);
    go(&mut world, "03-17");
    done(&mut world, week("03-15"));
    assert_eq!(target_now(&world), 10);
    assert_eq!(target_on(&world.model.targets, world.goal(), day("03-16")), 20, "the past stays");
    world.act(Action::Undo);
    assert_eq!(target_now(&world), 20);
    world.act(Action::Redo);
    assert_eq!(target_now(&world), 10);
}

fn step(world: &World, step: Step) -> (StepState, Tick) {
    let derived = Derived::of(&world.model, world.utc.date_naive());
    let view = derived.programme.stage(step.stage()).unwrap().steps.into_iter().find(|view| view.step == step).unwrap();
    (view.state, view.tick)
}

#[test]
fn an_adjustment_ticks_the_step_of_adjusting_and_a_second_one_that_of_refining() {
    let mut world = world_on("03-16");
    let open_steps = (StepState::Open(None), Tick::ByHand);
    for (to, expected) in [("03-08", [true, false]), ("03-15", [true, true])] {
        let id = open(&mut world, week(to));
        set(&mut world, id, ReviewField::Adjustment("one scene a day".into()));
        finish(&mut world, id);
        let seen = [Step::AdjustFromWhatWorks, Step::RefineTheSystem].map(|which| step(&world, which));
        let wanted = expected.map(|is_done| if is_done { (StepState::Done, Tick::ByItself) } else { open_steps });
        assert_eq!(seen, wanted, "{to}");
    }
    let first = world.model.reviews.iter().next().unwrap().id;
    world.act(act(ReviewAction::Reopen { id: first }));
    assert_eq!(step(&world, Step::RefineTheSystem), open_steps, "a draft decides nothing yet");
}

const WEEKS: [&str; 5] = ["03-08", "03-15", "03-22", "03-29", "04-05"];

proptest! {
    #[test]
    fn the_order_in_which_reviews_are_written_does_not_matter(
        order in Just((0..WEEKS.len()).collect::<Vec<_>>()).prop_shuffle(), finished in prop::array::uniform5(any::<bool>()),
    ) {
        let made = |order: &[usize]| {
            let mut world = world_on("04-08");
            for nth in order {
                let id = open(&mut world, week(WEEKS[*nth]));
                set(&mut world, id, ReviewField::Automatic(Some(*nth as u8 + 1)));
                if finished[*nth] {
                    finish(&mut world, id);
                }
                world.pass(1);
            }
            let goal = world.model.goal().unwrap();
            let open = due(&world.model, goal, day("04-08")).into_iter().map(|due| (due.period, due.late_days));
            let all = WEEKS.map(|to| find(&world.model, goal, week(to)).map(|review| (review.period(), review.done)));
            (open.collect::<Vec<_>>(), habit_ratings(&world.model, goal), all)
        };
        prop_assert_eq!(made(&order), made(&[0, 1, 2, 3, 4]));
    }
}
