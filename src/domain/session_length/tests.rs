//! The vectors of evidence.md §7 and cases worked out by hand; then the same from records.

use proptest::prelude::*;

use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::insight::Derived;
use crate::domain::reminders::ReminderAction;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::tests::World;

/// One letter a planned day: a digit is its rating, `d` done without one, `.` missed.
fn seen(letter: char) -> Opportunity {
    match letter {
        '.' => Opportunity::Missed,
        letter => Opportunity::Done(letter.to_digit(10).map(|ease| ease as u8)),
    }
}

/// The length after each day when every offer is taken.
fn lengths(minutes: u16, days: &str) -> Vec<u16> {
    let mut state = LengthState::new(minutes, 45);
    let mut after = |letter| {
        state.see(seen(letter));
        if let Some(minutes) = state.proposed() {
            state.decide(minutes);
        }
        state.minutes
    };
    days.chars().map(&mut after).collect()
}

#[track_caller]
fn check(minutes: u16, days: &str, expected: &[u16]) {
    assert_eq!(lengths(minutes, days), expected, "{days}");
}

/// What is offered after days in which nothing was decided.
#[track_caller]
fn check_offer(minutes: u16, days: &str, expected: Offer) {
    let mut state = LengthState::new(minutes, 45);
    days.chars().for_each(|letter| state.see(seen(letter)));
    assert_eq!(offer(&state), expected, "{days}");
}

#[test]
fn the_vectors_of_the_evidence_hold() {
    check(5, "555555555555555", &[5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 8]);
    check(5, "4444433333", &[5, 5, 5, 5, 6, 6, 6, 6, 6, 6]);
}

#[test]
fn the_growth_path_has_14_steps_in_70_sessions() {
    let mut path = lengths(5, &"5".repeat(70));
    assert_eq!((path[68], path[69]), (44, 45));
    path.dedup();
    assert_eq!(path, [5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 29, 34, 39, 44, 45]);
}

#[test]
fn growth_needs_four_of_five_done_the_last_one_done_and_ease() {
    check(10, "444.4", &[10, 10, 10, 10, 12]);
    check(10, "44.444", &[10, 10, 10, 10, 12, 12]);
    check(10, "dddd5", &[10, 10, 10, 10, 12]);
    check(10, "ddddd", &[10; 5]);
    check(10, "33445", &[10, 10, 10, 10, 12]);
    check(10, "33344", &[10; 5]);
    check(10, "4444.", &[10; 5]);
}

#[test]
fn growth_stops_at_the_longest_and_leaves_a_longer_length_alone() {
    check(43, "555555", &[43, 43, 43, 43, 45, 45]);
    check(60, "5555555", &[60; 7]);
}

#[test]
fn two_of_three_missed_cut_to_seven_tenths() {
    check(20, "..", &[20, 20]);
    check(20, "...", &[20, 20, 14]);
    check(20, "d...", &[20, 20, 14, 14]);
    check(20, "dd....", &[20, 20, 20, 14, 14, 9]);
    check(10, "44..4", &[10, 10, 10, 7, 7]);
    check(10, "44.4.", &[10, 10, 10, 10, 7]);
}

#[test]
fn hard_sessions_cut_as_well() {
    check(20, "222", &[20, 20, 14]);
    check(20, "22d2", &[20, 20, 20, 14]);
    check(20, "2d3d2", &[20, 20, 20, 20, 14]);
    check(20, "2332", &[20; 4]);
    check(20, "111111", &[20, 20, 14, 14, 14, 9]);
}

#[test]
fn a_cut_goes_no_lower_than_the_floor_and_still_counts_as_one() {
    check(6, "....4444444", &[6, 6, 5, 5, 5, 5, 5, 6, 6, 6, 6]);
    // The silent cut on the third day starts the count anew: growth comes five days later, not on the seventh.
    check(5, "...44444", &[5, 5, 5, 5, 5, 5, 5, 6]);
    check(3, "...", &[3; 3]);
}

#[test]
fn offers_stand_until_something_is_decided() {
    check_offer(10, "4444", Offer::None);
    check_offer(10, "44444", Offer::Grow(12));
    check_offer(10, "4444444", Offer::Grow(12));
    check_offer(20, "4..", Offer::Ease(14));
    check_offer(20, "4...", Offer::Ease(14));
    check_offer(5, "4..", Offer::None);
    check_offer(45, "55555", Offer::None);
}

#[test]
fn after_four_missed_days_two_minutes_are_offered() {
    check_offer(20, "4....", Offer::TwoMinutes);
    check_offer(5, ".....", Offer::TwoMinutes);
    check_offer(20, "4....3", Offer::None);
}

proptest! {
    #[test]
    fn a_length_stays_between_the_floor_and_the_longest(start in 5_u16..=45, days in "[.d1-5]{0,60}") {
        let mut before = start;
        for minutes in lengths(start, &days) {
            prop_assert!((5..=45).contains(&minutes));
            prop_assert!(minutes <= before + 5 && minutes >= before * 7 / 10);
            before = minutes;
        }
    }
}

/// A session of ten minutes today with this rating.
fn session(world: &mut World, ease: Option<u8>) {
    let id = world.add(60, 600);
    world.act(Action::Session(SessionAction::Set { id, field: SessionField::Ease(ease) }));
}

/// Lives through days as [`seen`] reads them, `r` being a rest; ends on the last of them.
fn live(world: &mut World, days: &str) {
    for letter in days.chars() {
        world.pass(86_400);
        let today = world.utc.date_naive();
        match seen(letter) {
            _ if letter == 'r' => {
                world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Rest }));
            }
            Opportunity::Missed => {}
            Opportunity::Done(ease) => session(world, ease),
        }
    }
}

fn decide(world: &mut World, minutes: u16, why: LengthChange) {
    world.act(Action::Length(LengthAction::Decide { minutes, why }));
}

fn offered_now(world: &World) -> Offer {
    Derived::of(&world.model, world.utc.date_naive()).length
}

/// A goal whose first day was easy.
fn easy_start() -> World {
    let mut world = World::with_goal();
    session(&mut world, Some(5));
    world
}

#[test]
fn a_weekend_without_reminders_is_no_reason_to_step_down() {
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    let mut world = easy_start();
    world.act(Action::Length(LengthAction::Decide { minutes: 10, why: LengthChange::Chosen }));
    live(&mut world, "3333..");
    world.pass(86_400);
    assert_eq!(offered_now(&world), Offer::Ease(7), "every day is planned while nothing says otherwise");
    let weekdays = vec![Mon, Tue, Wed, Thu, Fri];
    world.act(Action::Reminder(ReminderAction::Add { minute: 480, weekdays, cue: String::new() }));
    assert_eq!(offered_now(&world), Offer::None);
}

#[test]
fn growth_is_offered_from_records_and_taken() {
    let mut world = easy_start();
    live(&mut world, "555");
    assert_eq!(offered_now(&world), Offer::None);
    live(&mut world, "5");
    assert_eq!(offered_now(&world), Offer::Grow(6));
    decide(&mut world, 6, LengthChange::Grown);
    assert_eq!((world.model.settings.session_minutes, offered_now(&world)), (6, Offer::None));
    live(&mut world, "5555");
    assert_eq!(offered_now(&world), Offer::None);
    live(&mut world, "5");
    assert_eq!(offered_now(&world), Offer::Grow(7));
}

#[test]
fn kept_is_asked_again_after_five_more_days() {
    let mut world = easy_start();
    live(&mut world, "5555");
    decide(&mut world, 5, LengthChange::Kept);
    live(&mut world, "5555");
    assert_eq!(offered_now(&world), Offer::None);
    live(&mut world, "5");
    assert_eq!(offered_now(&world), Offer::Grow(6));
}

#[test]
fn a_decision_in_the_morning_counts_the_day_it_was_made_on() {
    let mut world = easy_start();
    live(&mut world, "5555");
    world.pass(86_400 - 7_200);
    decide(&mut world, 6, LengthChange::Grown);
    world.pass(7_200);
    session(&mut world, Some(5));
    live(&mut world, "555");
    assert_eq!(offered_now(&world), Offer::None);
    live(&mut world, "5");
    assert_eq!(offered_now(&world), Offer::Grow(7));
}

#[test]
fn today_is_no_miss_until_it_is_over_and_rests_are_none_at_all() {
    let mut world = easy_start();
    decide(&mut world, 20, LengthChange::Chosen);
    live(&mut world, "4..");
    assert_eq!(offered_now(&world), Offer::None);
    live(&mut world, "rr");
    assert_eq!(offered_now(&world), Offer::Ease(14));
    live(&mut world, "r.");
    assert_eq!(offered_now(&world), Offer::Ease(14));
}

#[test]
fn the_last_rating_of_a_day_counts() {
    let mut world = easy_start();
    live(&mut world, "111");
    for _ in 0..4 {
        world.pass(3_600);
        session(&mut world, Some(5));
        world.pass(86_400 - 3_600);
        session(&mut world, Some(1));
    }
    world.pass(3_600);
    session(&mut world, Some(5));
    assert_eq!(offered_now(&world), Offer::Grow(6));
}

#[test]
fn nothing_is_offered_while_the_length_is_fixed() {
    let mut world = easy_start();
    live(&mut world, "5555");
    let settings = Settings { length_mode: LengthMode::Fixed, ..world.model.settings.clone() };
    world.act(Action::Settings(SettingsAction::Set(settings)));
    assert_eq!(offered_now(&world), Offer::None);
}

#[test]
fn undo_brings_the_length_back_with_the_offer() {
    let mut world = easy_start();
    live(&mut world, "5555");
    decide(&mut world, 6, LengthChange::Grown);
    world.act(Action::Undo);
    assert_eq!((world.model.settings.session_minutes, world.model.lengths.len()), (5, 0));
    assert_eq!(offered_now(&world), Offer::Grow(6));
    world.act(Action::Redo);
    assert_eq!((world.model.settings.session_minutes, world.model.lengths.len()), (6, 1));
}

#[test]
fn choosing_on_is_one_record_and_one_step_back() {
    let mut world = World::with_goal();
    for minutes in [1, 15, 25] {
        world.pass(1);
        decide(&mut world, minutes, LengthChange::Chosen);
    }
    assert_eq!(world.model.lengths.iter().map(|length| length.minutes).collect::<Vec<_>>(), [25]);
    world.act(Action::Undo);
    assert_eq!((world.model.settings.session_minutes, world.model.lengths.len()), (5, 0));
    world.act(Action::Redo);
    world.pass(86_400);
    decide(&mut world, 30, LengthChange::Chosen);
    assert_eq!(world.model.lengths.len(), 2);
}

#[test]
fn choosing_what_is_changes_nothing_and_a_length_out_of_range_is_refused() {
    let mut world = World::with_goal();
    decide(&mut world, 5, LengthChange::Chosen);
    assert!(world.model.lengths.is_empty());
    let too_long = LengthAction::Decide { minutes: 241, why: LengthChange::Chosen };
    assert_eq!(world.refused(Action::Length(too_long)), Refusal::OutOfRange("minutes"));
    let none = LengthAction::Decide { minutes: 10, why: LengthChange::Chosen };
    assert_eq!(World::new().refused(Action::Length(none)), Refusal::NoGoal);
}

#[test]
fn another_goal_starts_small_and_one_taken_up_again_goes_on_with_its_length() {
    let mut world = World::with_goal();
    let first = world.goal();
    decide(&mut world, 20, LengthChange::Chosen);
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Paused, learnt: String::new() }));
    world.act(Action::Goal(GoalAction::Create { title: "Another".into() }));
    assert_eq!(world.model.settings.session_minutes, 5);
    world.act(Action::Goal(GoalAction::Close { outcome: Outcome::Dropped, learnt: String::new() }));
    world.act(Action::Goal(GoalAction::Resume { id: first }));
    assert_eq!(world.model.settings.session_minutes, 20);
}
