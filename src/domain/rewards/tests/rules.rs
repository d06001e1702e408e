//! The rules as tables of literal cases: turns, weak rewards, rungs, comebacks and milestones.

use chrono::{Days as Span, NaiveDate};

use super::super::milestones::{count_marks, days_marks, session_marks};
use super::super::weak::weak;
use super::*;
use crate::domain::insight::Derived;
use crate::domain::measure::CountAction;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::tests::World;
use crate::domain::time::WeekStart;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, Refusal};

fn day(nth: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + Span::new(nth)
}

/// Lives through days from 3 March on: a letter is a day, `.` missed, `r` a rest, `a` an earned session of 1 min, `b` of
/// 2 min and so on.
fn live(world: &mut World, days: &str) {
    for letter in days.chars() {
        world.pass(86_400);
        let today = world.utc.date_naive();
        match letter {
            '.' => {}
            'r' => drop(world.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Ill }))),
            letter => {
                let secs = (u32::from(letter) - 96) * 60;
                world.start(secs);
                world.work(i64::from(secs));
                world.timer(TimerAction::Finish);
            }
        }
    }
}

fn of(world: &World, layer: Layer) -> Vec<Grant> {
    let mut found = grants(&world.model, world.utc.date_naive());
    found.retain(|grant| grant.layer() == layer);
    found
}

fn words(world: &World, layer: Layer) -> Vec<String> {
    of(world, layer).into_iter().map(|grant| grant.words).collect()
}

fn days(world: &World, layer: Layer) -> Vec<String> {
    of(world, layer).iter().map(|grant| grant.day.format("%d").to_string()).collect()
}

#[test]
fn a_surprise_is_always_the_same_for_the_same_session() {
    let mut world = World::with_goal();
    for words in ["Tea", "Song", "Walk", "News"] {
        world.reward(words, 5);
        world.pass(1);
    }
    let settings = Settings { reward_pick: Pick::Surprise, ..world.model.settings.clone() };
    world.act(Action::Settings(SettingsAction::Set(settings)));
    live(&mut world, "aaaaaaaaaaaaaaaa");
    let drawn = words(&world, Layer::Session);
    let first = world.model.sessions.iter().next().unwrap().id;
    world.act(Action::Session(crate::domain::session::SessionAction::Delete { id: first }));
    assert_eq!(words(&world, Layer::Session), drawn[1..], "without the first one the others stay as they were");
    assert!(drawn.iter().collect::<std::collections::BTreeSet<_>>().len() > 2, "{drawn:?}");
}

#[test]
fn rewards_come_in_turn_from_the_moment_they_are_written_to_the_moment_they_are_put_away() {
    let mut world = World::with_goal();
    live(&mut world, "a");
    let tea = world.reward("Tea", 5);
    live(&mut world, "aa");
    world.reward("Song", 5);
    live(&mut world, "aaa");
    world.act(Action::Reward(RewardAction::Retire { id: tea }));
    live(&mut world, "aa");
    // The first session had no reward yet; the turns count from it all the same.
    assert_eq!(words(&world, Layer::Session), ["Tea", "Tea", "Song", "Tea", "Song", "Song", "Song"]);
    assert!(world.model.rewards.get(tea).unwrap().retired.is_some(), "something was earned with it");
}

#[test]
fn a_reward_with_which_nothing_was_earned_leaves_no_trace() {
    let mut world = World::with_goal();
    live(&mut world, "a");
    let tea = world.reward("Tea", 5);
    world.act(Action::Reward(RewardAction::Retire { id: tea }));
    assert!(world.model.rewards.is_empty());
    assert_eq!(world.refused(Action::Reward(RewardAction::Retire { id: tea })), Refusal::Unknown("reward"));
    world.act(Action::Undo);
    assert_eq!(world.model.rewards.last().unwrap().id, tea);
}

#[test]
fn the_chosen_reward_is_given_out_of_turn() {
    let mut world = World::with_goal();
    world.reward("Tea", 5);
    world.pass(1);
    let song = world.reward("Song", 5);
    world.start(60);
    world.act(Action::Reward(RewardAction::Choose { reward: Some(song) }));
    let day = world.reward_in(Layer::Day, "Bath", 30);
    assert_eq!(world.refused(Action::Reward(RewardAction::Choose { reward: Some(day) })), Refusal::Unknown("reward"));
    world.work(60);
    world.timer(TimerAction::Finish);
    live(&mut world, "a");
    assert_eq!(words(&world, Layer::Session), ["Song", "Song"], "the second session has its turn");
}

/// Whether the last of these grants make their reward weak, and how: `e` waits since long, `w` since yesterday, `s`
/// skipped, `c` claimed, a figure claimed and rated.
#[track_caller]
fn check_weak(states: &str, expected: Option<(u32, u32)>) {
    let mut world = World::with_goal();
    let reward = world.reward("Tea", 5);
    let today = day(60);
    let grant = |(nth, state): (usize, char)| Grant {
        occasion: Occasion::Day(day(2 + nth as u64)),
        day: if state == 'w' { day(59) } else { day(2 + nth as u64) },
        earned: world.utc + chrono::Duration::days(1 + nth as i64),
        reward: Some(reward),
        words: "Tea".into(),
        minutes: 5,
        opens: None,
        state: match state {
            'e' | 'w' => GrantState::Earned,
            's' => GrantState::Skipped,
            _ => GrantState::Claimed,
        },
        good: state.to_digit(10).map(|good| good as u8),
        answered: None,
    };
    let grants: Vec<Grant> = states.chars().enumerate().map(grant).collect();
    let found = weak(&world.model, &grants, today);
    let expected: Vec<Weak> = expected.into_iter().map(|(times, of)| Weak { reward, times, of }).collect();
    assert_eq!(found, expected, "{states}");
}

#[test]
fn a_reward_is_weak_when_three_of_its_newest_five_were_left_skipped_or_rated_low() {
    check_weak("", None);
    check_weak("ss", None);
    check_weak("sss", Some((3, 3)));
    check_weak("eee", Some((3, 3)));
    check_weak("www", None);
    check_weak("sesw", Some((3, 3)));
    check_weak("12s", Some((3, 3)));
    check_weak("123", None);
    check_weak("ccsss", Some((3, 5)));
    check_weak("sssccc", None);
    check_weak("sssss555", None);
    check_weak("c1e5s", Some((3, 5)));
    check_weak("sssssssss", Some((5, 5)));
    check_weak("ccccc", None);
}

#[test]
fn new_words_make_a_new_beginning() {
    let mut world = World::with_goal();
    let id = world.reward("Tea", 5);
    live(&mut world, "aaa");
    world.pass(3 * 86_400);
    let weak = |world: &World| Derived::of(&world.model, world.utc.date_naive()).rewards.weak.len();
    assert_eq!(weak(&world), 1);
    world.act(Action::Reward(RewardAction::Set { id, fields: vec![RewardField::Minutes(20)] }));
    assert_eq!(weak(&world), 1, "the length is no other reward");
    let fields = vec![RewardField::Words("Cocoa".into()), RewardField::Minutes(5)];
    world.act(Action::Reward(RewardAction::Set { id, fields }));
    assert_eq!(weak(&world), 0);
    world.act(Action::Undo);
    let reward = world.model.rewards.get(id).unwrap();
    assert_eq!((reward.words.as_str(), reward.minutes), ("Tea", 20), "both at once, and no more than these");
}

#[test]
fn a_day_earns_when_its_target_is_met_by_minutes_of_any_sessions() {
    let mut world = World::with_goal();
    world.reward_in(Layer::Day, "Bath", 30);
    live(&mut world, "dec");
    assert_eq!(days(&world, Layer::Day), ["04"]);
    world.pass(3_600);
    world.add(60, 120);
    assert_eq!(days(&world, Layer::Day), ["04", "05"], "3 min and 2 more by hand");
    assert_eq!(of(&world, Layer::Day)[1].earned, world.utc - chrono::Duration::seconds(60));
}

#[test]
fn weeks_and_months_take_their_days_and_a_month_its_review() {
    use crate::domain::review::{Period, ReviewAction};
    let mut world = World::with_goal();
    world.reward_in(Layer::Week, "Film", 120);
    world.reward_in(Layer::Month, "Lake", 240);
    live(&mut world, "aaa.aa.aaaa..aaaa");
    assert_eq!(days(&world, Layer::Week), ["07", "13", "19"], "the fourth day of each, 2 March being a Monday");
    assert_eq!(days(&world, Layer::Month), [""; 0], "no review yet");
    world.act(Action::Review(ReviewAction::Open(Period::month_of(day(1)))));
    let id = world.model.reviews.last().unwrap().id;
    world.act(Action::Review(ReviewAction::Finish { id }));
    assert_eq!(days(&world, Layer::Month), ["19"], "thirteen days done, and the review");
    world.act(Action::Review(ReviewAction::Reopen { id }));
    assert_eq!(days(&world, Layer::Month), [""; 0]);
}

#[test]
fn a_harder_rung_holds_at_once_and_an_easier_one_from_the_next_week() {
    let mut world = World::with_goal();
    let set = |days| Action::Reward(RewardAction::SetRung { layer: Layer::Week, days });
    let rung = |world: &World, last: u64| rung_on(&world.model.rungs, Layer::Week, day(last));
    assert_eq!((rung(&world, 7), rung(&world, 14)), (4, 4));
    world.act(set(6));
    assert_eq!((rung(&world, 0), rung(&world, 7), rung(&world, 14)), (4, 6, 6));
    world.act(set(5));
    assert_eq!(rung(&world, 7), 5, "still harder than the week before");
    world.act(set(2));
    assert_eq!((rung(&world, 7), rung(&world, 14)), (5, 2));
    world.act(set(3));
    assert_eq!((rung(&world, 7), rung(&world, 14)), (5, 3), "in place of the change to come");
    assert_eq!(world.model.rungs.len(), 2);
    for days in [0, 8] {
        assert_eq!(world.refused(set(days)), Refusal::OutOfRange("days"));
    }
    let day_rung = Action::Reward(RewardAction::SetRung { layer: Layer::Day, days: 2 });
    assert_eq!(world.refused(day_rung), Refusal::OutOfRange("layer"));
}

/// The days of March on which a comeback is rewarded, after a session on the 3rd.
#[track_caller]
fn check_comebacks(after: &str, expected: &[&str]) {
    let mut world = World::with_goal();
    world.reward_in(Layer::Comeback, "Bread", 30);
    live(&mut world, after);
    assert_eq!(days(&world, Layer::Comeback), expected, "{after}");
}

#[test]
fn the_first_day_done_after_a_missed_one_is_a_comeback_once_in_seven_days() {
    check_comebacks("aaaa", &[]);
    check_comebacks("..aa", &[]);
    check_comebacks("a.a", &["05"]);
    check_comebacks("a.......aa", &["11"]);
    check_comebacks("arra", &[]);
    check_comebacks("ar.ra", &["07"]);
    check_comebacks("a.a.a.a", &["05"]);
    check_comebacks("a.a.a.a.a", &["05"]);
    check_comebacks("a.a.a.aa.a", &["05", "12"]);
}

#[test]
fn an_answered_comeback_keeps_others_away_though_its_session_is_gone() {
    let mut world = World::with_goal();
    world.reward_in(Layer::Comeback, "Bread", 30);
    live(&mut world, "a.a");
    let occasion = of(&world, Layer::Comeback)[0].occasion;
    world.act(Action::Reward(RewardAction::Take { occasion }));
    live(&mut world, ".a");
    let back = world.model.sessions.iter().nth(1).unwrap().id;
    world.act(Action::Session(crate::domain::session::SessionAction::Delete { id: back }));
    assert_eq!(days(&world, Layer::Comeback), ["05"], "that it was taken stays in the history");
}

#[test]
fn marks_go_on_as_they_began() {
    assert_eq!(days_marks().take(12).collect::<Vec<_>>(), [3, 7, 14, 21, 30, 60, 100, 200, 365, 730, 1_095, 1_460]);
    assert_eq!(session_marks().take(8).collect::<Vec<_>>(), [10, 25, 50, 100, 250, 500, 1_000, 2_500]);
    assert_eq!(count_marks().take(6).collect::<Vec<_>>(), [100, 500, 1_000, 5_000, 10_000, 50_000]);
}

fn milestones(world: &World) -> Vec<String> {
    let all = of(world, Layer::Milestone).into_iter().map(|grant| match grant.occasion {
        Occasion::Milestone(Milestone::Own(_)) => "Own".to_owned(),
        Occasion::Milestone(milestone) => format!("{milestone:?}"),
        _ => String::new(),
    });
    all.collect()
}

#[test]
fn counts_are_a_milestone_while_they_are_not_taken_back() {
    let mut world = World::with_goal();
    world.reward_in(Layer::Milestone, "Dinner", 120);
    let count = |world: &mut World, amount| {
        world.pass(60);
        world.act(Action::Count(CountAction::Add { amount, session: None }));
    };
    count(&mut world, 99.0);
    assert_eq!(milestones(&world), [""; 0]);
    count(&mut world, 500.0);
    assert_eq!(milestones(&world), ["Counts(100)", "Counts(500)"]);
    count(&mut world, -490.0);
    assert_eq!(milestones(&world), ["Counts(100)"], "109 are left");
}

#[test]
fn an_own_milestone_gives_its_own_reward_and_nothing_when_it_was_passed_before() {
    let mut world = World::with_goal();
    let add = |mark| Action::Reward(RewardAction::AddMilestone { mark, name: "A step".into() });
    live(&mut world, "aaaaaa");
    world.act(add(Mark::Days(5)));
    world.pass(1);
    world.act(add(Mark::Minutes(8)));
    let id = world.model.milestones.last().unwrap().id;
    world.pass(1);
    let (words, group) = ("Sea".to_owned(), RewardGroup::Rest);
    let milestone = Some(id);
    let own = RewardAction::Add { layer: Layer::Milestone, words, minutes: 240, opens: None, group, milestone };
    world.act(Action::Reward(own));
    live(&mut world, "aaa");
    assert_eq!(words_of(&world), ["Sea"]);
    let figures = Derived::of(&world.model, world.utc.date_naive()).rewards;
    let reached: Vec<(u32, u32, bool)> = figures
        .milestones
        .iter()
        .filter(|state| matches!(state.milestone, Milestone::Own(_)))
        .map(|state| (state.have, state.need, state.reached.is_some()))
        .collect();
    assert_eq!(reached, [(9, 5, true), (9, 8, true)]);
    world.act(Action::Reward(RewardAction::DeleteMilestone { id }));
    assert_eq!(words_of(&world), [""; 0]);
    world.act(Action::Undo);
    assert_eq!(words_of(&world), ["Sea"]);
}

fn words_of(world: &World) -> Vec<String> {
    words(world, Layer::Milestone)
}

#[test]
fn another_start_of_the_week_gives_no_week_twice() {
    let mut world = World::with_goal();
    world.reward_in(Layer::Week, "Film", 120);
    live(&mut world, "aaaaaaaaaaaaaaaaaaaa");
    for occasion in of(&world, Layer::Week).into_iter().map(|grant| grant.occasion).collect::<Vec<_>>() {
        world.act(Action::Reward(RewardAction::Take { occasion }));
    }
    let before = of(&world, Layer::Week).len();
    assert_eq!(before, 3);
    for week_start in [WeekStart::Sunday, WeekStart::Saturday, WeekStart::Monday] {
        let settings = Settings { week_start, ..world.model.settings.clone() };
        world.act(Action::Settings(SettingsAction::Set(settings)));
        let waiting = of(&world, Layer::Week).into_iter().filter(|grant| grant.state == GrantState::Earned);
        // A week at the edge may be another one by then, but none that was taken comes again.
        let again = waiting.filter(|grant| grant.day < day(20)).count();
        assert_eq!(again, 0, "{week_start:?}");
    }
}

#[test]
fn without_a_goal_level_and_badges_stay() {
    let mut world = World::with_goal();
    live(&mut world, "a");
    let close = crate::domain::goal::GoalAction::Close {
        outcome: crate::domain::goal::Outcome::Finished,
        learnt: String::new(),
    };
    world.act(Action::Goal(close));
    let figures = Derived::of(&world.model, world.utc.date_naive()).rewards;
    assert_eq!(figures.level.minutes, 1);
    assert!(figures.badges[0].won.is_some() && figures.ladder.is_empty());
    assert_eq!(Derived::of(&Model::default(), world.utc.date_naive()).rewards.level.number, 1);
}
