//! The law that editing what was done gives nothing more, whatever is taken in between, and its cases one by one.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::insight::days::{Day, Days};
use crate::domain::records::Records;
use crate::domain::session::{Session, SessionAction, SessionField};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::target::TargetAction;
use crate::domain::tests::World;
use crate::domain::tests::year::rewarded::sixty_days;
use crate::domain::time::WeekStart;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, Refusal, apply};

/// What a person can do with what was done, with figures from which it picks what it acts on.
type Act = (u8, usize, i64);

fn act() -> impl Strategy<Value = Act> {
    (0_u8..15, 0_usize..60, 1_i64..2_000)
}

const WEEK_STARTS: [WeekStart; 3] = [WeekStart::Monday, WeekStart::Saturday, WeekStart::Sunday];

fn edit(model: &Model, (kind, nth, size): Act) -> Action {
    let session: &Session = model.sessions.iter().nth(nth % model.sessions.len()).unwrap();
    let id = session.id;
    let layer = if size % 2 == 0 { Layer::Week } else { Layer::Month };
    let settings = |settings: Settings| Action::Settings(SettingsAction::Set(settings));
    match kind {
        0 | 1 => Action::Session(SessionAction::Delete { id }),
        2 => Action::Session(SessionAction::Split { id, after_secs: size % 600 }),
        3 => Action::Session(SessionAction::Set { id, field: SessionField::Note(format!("{size}")) }),
        // Shorter, or its own length, at its own time.
        4 => {
            let focus_secs = (session.focus_secs() - size % 3 * 60).max(1);
            let (started, offset_secs) = (session.started, session.offset_secs);
            Action::Session(SessionAction::SetTimes { id, started, offset_secs, focus_secs })
        }
        5 => Action::Reward(RewardAction::SetRung { layer, days: (size % 7) as u8 + 1 }),
        6 => Action::Target(TargetAction::Set { minutes: (size % 60) as u16 + 1 }),
        7 => settings(Settings { day_start_hour: (size % 13) as u8, ..model.settings.clone() }),
        8 => settings(Settings { week_start: WEEK_STARTS[nth % 3], ..model.settings.clone() }),
        9 | 10 => Action::Undo,
        11 => Action::Redo,
        12 => {
            Action::Reward(RewardAction::Retire { id: model.rewards.iter().nth(nth % model.rewards.len()).unwrap().id })
        }
        _ => Action::Reward(RewardAction::write(Layer::ALL[nth % 6], format!("{size}"), 5)),
    }
}

/// Puts a deleted session back by hand, at its time and length.
fn again(session: &Session) -> Action {
    let (started, offset_secs, focus_secs) = (session.started, session.offset_secs, session.focus_secs());
    Action::Session(SessionAction::Add { started, offset_secs, focus_secs, note: String::new() })
}

fn all(world: &World) -> Vec<Grant> {
    grants(&world.model, world.utc.date_naive())
}

/// Takes what waits, of three in a row the first so many.
fn take(world: &mut World, of_three: usize) {
    let waiting = all(world).into_iter().filter(|grant| grant.state == GrantState::Earned);
    for (_, grant) in waiting.enumerate().filter(|(nth, _)| nth % 3 < of_three) {
        world.act(Action::Reward(RewardAction::Take { occasion: grant.occasion }));
    }
}

fn count(grants: &[Grant], layer: Layer) -> usize {
    grants.iter().filter(|grant| grant.layer() == layer).count()
}

fn days(world: &World) -> Days {
    Days::of(&world.model, world.model.goal().unwrap(), world.utc.date_naive())
}

/// The most that what was done can give, and what else the records came to say since.
struct Bounds {
    before: Vec<Grant>,
    sessions: Records<Session>,
    days: Days,
    /// Weeks, however they are cut.
    weeks: usize,
    /// Most sessions that lay on another day at once: a day is given for where they are now.
    moved: usize,
    /// Days that were done or a rest, and are neither by now; with an answer of theirs they stay no misses.
    missed: BTreeSet<NaiveDate>,
    /// Later parts of split sessions that were put back by hand, as sessions of their own.
    parts: usize,
}

impl Bounds {
    fn of(world: &World) -> Self {
        let weeks = WEEK_STARTS.map(|week_start| {
            let settings = Settings { week_start, ..world.model.settings.clone() };
            let model = Model { settings, answers: Records::default(), ..world.model.clone() };
            count(&grants(&model, world.utc.date_naive()), Layer::Week)
        });
        Self {
            before: all(world),
            sessions: world.model.sessions.clone(),
            days: days(world),
            weeks: weeks.into_iter().max().unwrap(),
            moved: 0,
            missed: BTreeSet::new(),
            parts: 0,
        }
    }

    fn learn(&mut self, world: &World) {
        let was_moved = |session: &&Session| {
            let whole = self.sessions.iter().rfind(|whole| whole.started <= session.started).unwrap();
            whole.day != session.day
        };
        self.moved = self.moved.max(world.model.sessions.iter().filter(was_moved).count());
        let is_missed = |day: &Day| !day.is_done() && day.rest.is_none();
        let days = days(world);
        let answered = |day: NaiveDate| {
            let of_work = |one: &&Answer| !matches!(one.layer(), Layer::Month | Layer::Milestone);
            world.model.answers.iter().filter(of_work).any(|answer| answer.day == day)
        };
        let missed = days.iter().filter(|day| is_missed(day) && !self.days.get(day.day).is_some_and(is_missed));
        self.missed.extend(missed.map(|day| day.day).filter(|day| !answered(*day)));
    }

    fn check(&self, after: &[Grant]) -> Result<(), TestCaseError> {
        let each: BTreeSet<Occasion> = after.iter().map(|grant| grant.occasion).collect();
        prop_assert_eq!(each.len(), after.len(), "something is there twice");
        let more = |layer| count(after, layer).saturating_sub(count(&self.before, layer));
        prop_assert!(more(Layer::Session) == 0 && more(Layer::Month) == 0);
        prop_assert!(more(Layer::Day) <= self.moved, "{} days for {} moved", more(Layer::Day), self.moved);
        prop_assert!(
            count(after, Layer::Week) <= self.weeks.max(count(&self.before, Layer::Week)) + self.moved,
            "weeks"
        );
        let comebacks = more(Layer::Comeback);
        prop_assert!(comebacks <= self.missed.len() + self.moved, "{comebacks} comebacks: {:?}", self.missed);
        let was_there = |one: &Occasion| self.before.iter().any(|grant| grant.occasion == *one);
        for occasion in each.iter().filter(|one| !was_there(one)) {
            let is_due = match occasion {
                Occasion::Milestone(Milestone::Days(mark)) => {
                    *mark as usize <= self.days.iter().filter(|day| day.is_done()).count() + self.moved
                }
                Occasion::Milestone(Milestone::Sessions(mark)) => *mark as usize <= self.sessions.len() + self.parts,
                Occasion::Session(_) | Occasion::Milestone(_) => false,
                Occasion::Comeback(_) | Occasion::Day(_) | Occasion::Week(_) | Occasion::Month(_) => true,
            };
            prop_assert!(is_due, "{occasion:?} came in");
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn editing_what_was_done_gives_nothing_more(of_three in 0_usize..4, acts in prop::collection::vec(act(), 1..25)) {
        let mut world = sixty_days().world;
        take(&mut world, of_three);
        let mut bounds = Bounds::of(&world);
        for act in acts {
            world.pass(2);
            if act.0 == 14 {
                take(&mut world, act.1 % 4);
                continue;
            }
            let taken = world.model.answers.clone();
            let action = edit(&world.model, act);
            let gone = match &action {
                Action::Session(SessionAction::Delete { id }) => world.model.sessions.get(*id).cloned(),
                _ => None,
            };
            let now = world.now();
            let _ = apply(&mut world.model, action, now);
            if let Some(session) = gone.filter(|_| act.2 % 2 == 0) {
                world.pass(2);
                let now = world.now();
                let is_back = apply(&mut world.model, again(&session), now).is_ok();
                bounds.parts += usize::from(is_back && !session.part.is_whole());
            }
            bounds.learn(&world);
            let after = all(&world);
            bounds.check(&after)?;
            for answer in taken.iter() {
                let occasion = answer.occasion.by_weeks_from(world.model.settings.week_start);
                prop_assert!(after.iter().any(|grant| grant.answered == Some(answer.answered)), "{occasion:?} is gone");
            }
        }
    }
}

/// A world with a reward of each layer, one day lived through from 3 March on for each letter: `.` missed, `a` an earned
/// session of 10 min at 09:00, `b` two, the other one at 12:00.
fn lived(letters: &str) -> World {
    let mut world = World::with_goal();
    for layer in Layer::ALL {
        world.reward_in(layer, "Tea", 5);
        world.pass(1);
    }
    world.act(Action::Target(TargetAction::Set { minutes: 10 }));
    for letter in letters.chars() {
        let day = world.utc.date_naive().succ_opt().unwrap();
        for hour in [9, 12].into_iter().take(['.', 'a', 'b'].iter().position(|one| *one == letter).unwrap()) {
            world.utc = day.and_hms_opt(hour, 0, 0).unwrap().and_utc();
            world.start(600);
            world.work(600);
            world.timer(TimerAction::Finish);
        }
        world.utc = day.and_hms_opt(18, 0, 0).unwrap().and_utc();
    }
    world
}

fn days_of(world: &World, layer: Layer) -> Vec<(String, GrantState)> {
    let of_layer = all(world).into_iter().filter(|grant| grant.layer() == layer);
    of_layer.map(|grant| (grant.day.format("%d").to_string(), grant.state)).collect()
}

fn set(world: &mut World, change: impl FnOnce(&mut Settings)) {
    let mut settings = world.model.settings.clone();
    change(&mut settings);
    world.act(Action::Settings(SettingsAction::Set(settings)));
}

/// Deletes a session and puts it back by hand, on the day it lies in now.
fn put_back(world: &mut World, nth: usize) {
    let session = world.model.sessions.shared().nth(nth).unwrap().clone();
    world.act(Action::Session(SessionAction::Delete { id: session.id }));
    world.act(again(&session));
}

fn day(day: &str, state: GrantState) -> (String, GrantState) {
    (day.to_owned(), state)
}

#[test]
fn what_was_taken_stands_for_the_day_that_a_session_was_moved_to() {
    let mut world = lived(".a");
    take(&mut world, 3);
    let taken = [day("04", GrantState::Claimed)];
    assert_eq!(days_of(&world, Layer::Day), taken);
    set(&mut world, |settings| settings.day_start_hour = 12);
    put_back(&mut world, 0);
    assert_eq!(world.model.sessions.last().unwrap().day.to_string(), "2026-03-03");
    assert_eq!(days_of(&world, Layer::Day), taken, "the target of the 3rd is met now, by the same ten minutes");
    let take = Action::Reward(RewardAction::Take { occasion: Occasion::Day(march(3)) });
    assert_eq!(world.refused(take), Refusal::Unknown("reward"));
}

#[test]
fn a_skipped_one_stands_as_well_and_what_comes_after_is_earned() {
    let mut world = lived("a");
    world.act(Action::Reward(RewardAction::Skip { occasion: Occasion::Day(march(3)) }));
    let id = world.model.sessions.last().unwrap().id;
    world.act(Action::Session(SessionAction::Delete { id }));
    world.add(3_600, 600);
    assert_eq!(days_of(&world, Layer::Day), [day("03", GrantState::Skipped)]);
    // The 3rd is not earned any more, but the 4th and the 5th came later.
    let id = world.model.sessions.last().unwrap().id;
    world.act(Action::Session(SessionAction::Delete { id }));
    for nth in ["04", "05"] {
        world.pass(86_400);
        world.add(3_600, 600);
        assert_eq!(days_of(&world, Layer::Day).last(), Some(&day(nth, GrantState::Earned)));
    }
}

#[test]
fn one_answer_stands_for_one_the_nearest() {
    let mut world = lived("aaa");
    world.act(Action::Reward(RewardAction::Take { occasion: Occasion::Day(march(5)) }));
    let id = world.model.sessions.last().unwrap().id;
    world.act(Action::Session(SessionAction::Delete { id }));
    let stands = [day("03", GrantState::Earned), day("05", GrantState::Claimed)];
    assert_eq!(days_of(&world, Layer::Day), stands, "two days are done, and one reward was taken");
    world.act(Action::Undo);
    assert_eq!(days_of(&world, Layer::Day).len(), 3);
}

#[test]
fn a_day_with_something_taken_is_no_miss_though_its_session_is_deleted() {
    let mut world = lived("aaa");
    let occasion = Occasion::Session(world.model.sessions.iter().nth(1).unwrap().id);
    let delete = Action::Session(SessionAction::Delete { id: world.model.sessions.iter().nth(1).unwrap().id });
    world.act(delete.clone());
    assert_eq!(days_of(&world, Layer::Comeback), [day("05", GrantState::Earned)]);
    world.act(Action::Undo);
    world.act(Action::Reward(RewardAction::Take { occasion }));
    world.act(delete);
    assert_eq!(days_of(&world, Layer::Comeback), []);
}

#[test]
fn an_easier_rung_of_next_week_does_not_hold_in_this_one_however_it_is_cut() {
    let mut world = lived("aaa");
    set(&mut world, |settings| settings.week_start = WeekStart::Saturday);
    world.act(Action::Reward(RewardAction::SetRung { layer: Layer::Week, days: 2 }));
    set(&mut world, |settings| settings.week_start = WeekStart::Monday);
    assert_eq!(
        days_of(&world, Layer::Week),
        [],
        "the easier one is from Saturday 7 March on, in the middle of this week"
    );
}

#[test]
fn cutting_a_session_passes_no_mark_of_sessions() {
    let mut world = lived("aaaaaaaaa");
    let sessions =
        |world: &World| all(world).iter().any(|grant| grant.occasion == Occasion::Milestone(Milestone::Sessions(10)));
    let id = world.model.sessions.last().unwrap().id;
    world.act(Action::Session(SessionAction::Split { id, after_secs: 300 }));
    assert_eq!(world.model.sessions.len(), 10);
    assert!(!sessions(&world));
    world.pass(86_400);
    world.add(3_600, 600);
    assert!(sessions(&world), "the tenth that was done");
}

fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}
