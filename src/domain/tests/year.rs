//! A year of three people, through `apply` alone: what they see each evening equals tables worked out apart from this
//! code, and nothing they have ever shrinks.
//!
//! The tables in `year/` are written by `scripts/expected-year.py`, which knows the rules and nothing of this code. To
//! verify a line by hand:
//!
//! - *minutes* are those of the day's sessions, whole minutes as each person works;
//! - *strength* is s = m·s + (1 − m)·p with m = 2^(−1/13) = 0.948 078, day by day from 0, with p the day's minutes by
//!   its target, at most 1. In the evening a day that is not done yet, and a rest, only count where they raise it; the
//!   next evening a missed day has counted with p = 0. Thirteen days in a row from nothing make 0.500, twenty-six 0.750;
//! - *of 28* counts the days with a session among the last 28, today included;
//! - *spring* is the sum of all minutes so far, *sessions* and *claimed* count sessions and rewards taken so far.
//!
//! A new figure becomes a field of [`DayLine`], a column of its `Display`, and a column of the script.

use std::fmt;

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::{World, check_intervals, check_survives_saving};
use crate::domain::goal::GoalAction;
use crate::domain::insight::Derived;
use crate::domain::programme::{ProgrammeAction, Step};
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::reward::{RewardAction, RewardState, SessionReward};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::target::TargetAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, apply};

/// Days of the simulation.
const YEAR: u32 = 365;
/// Days whose lines are all written out, from the first on; afterwards every tenth is, and the last.
const WRITTEN: u32 = 45;
/// The same for who stops and comes back: past the return.
const WRITTEN_COMEBACK: u32 = 75;
/// Seconds between two ticks; below the silence that is asked about.
const TICK_SECS: i64 = 60;
/// When the day's line is read, in seconds after 07:00.
const EVENING: i64 = 16 * 3600;

/// What a person sees in the evening of one day.
struct DayLine {
    /// 1 on the first day.
    nth: u32,
    day: NaiveDate,
    minutes: i64,
    /// Minutes of the next session.
    length: u16,
    strength: f64,
    done_of_28: u32,
    spring_minutes: i64,
    sessions: u32,
    claimed: usize,
}

impl fmt::Display for DayLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { nth, day, minutes, length, strength, done_of_28, spring_minutes, sessions, claimed } = self;
        write!(
            f,
            "{nth:>3} {day} {minutes:>3} {length:>3} {strength:.3} {done_of_28:>2} {spring_minutes:>5} {sessions:>4} {claimed:>4}"
        )
    }
}

/// One stretch of work as a person lives it.
struct Work {
    /// When it starts, in minutes after 07:00.
    at: i64,
    planned: i64,
    /// Minutes after which it is finished, before the plan or beyond it.
    worked: i64,
    ease: u8,
    claims: Claims,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Claims {
    Takes,
    Skips,
}

/// Runs the days of one person; `live` does what they do on the n-th day, from its 07:00 on.
fn days_of_a_year(mut live: impl FnMut(&mut World, u32)) -> Vec<DayLine> {
    let mut world = World::new();
    world.pass(-2 * 3600);
    let first = world.utc;
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".into() }));
    world.act(Action::Reward(RewardAction::Set(SessionReward { words: "Coffee on the balcony".into(), minutes: 5 })));
    let mut lines: Vec<DayLine> = Vec::new();
    for nth in 1..=YEAR {
        let morning = first + Duration::days(i64::from(nth) - 1);
        world.utc = morning;
        live(&mut world, nth);
        let evening = morning + Duration::seconds(EVENING);
        assert!(world.utc <= evening, "day {nth} is longer than its evening");
        world.utc = evening;
        let today = line(&mut world, nth);
        if let Some(yesterday) = lines.last() {
            check_grows(yesterday, &today);
        }
        lines.push(today);
    }
    check_intervals(&world.model);
    check_survives_saving(&world.model);
    lines
}

fn line(world: &mut World, nth: u32) -> DayLine {
    let day = world.now().today(world.model.settings.day_start_hour);
    let derived = Derived::of(&world.model, day);
    let totals = derived.totals;
    assert_eq!(derived.coils.total_secs, totals.all.focus_secs, "the spring is the sum of the days");
    assert!((0.0..=1.0).contains(&derived.strength_now()));
    let claimed = world.model.sessions.iter().filter(|session| session.reward == RewardState::Claimed).count();
    DayLine {
        nth,
        day,
        minutes: totals.today.focus_secs / 60,
        length: world.model.settings.session_minutes,
        strength: derived.strength_now(),
        done_of_28: totals.days_done_of_28,
        spring_minutes: derived.coils.total_secs / 60,
        sessions: totals.all.sessions,
        claimed,
    }
}

/// Whatever was not done: what is there stays.
#[track_caller]
fn check_grows(before: &DayLine, after: &DayLine) {
    assert!(after.spring_minutes >= before.spring_minutes, "the spring shrank on day {}", after.nth);
    assert!(after.sessions >= before.sessions, "sessions went on day {}", after.nth);
    assert!(after.claimed >= before.claimed, "rewards went on day {}", after.nth);
}

/// Starts, works with ticks, ends, rates and takes the reward or leaves it.
fn work(world: &mut World, morning: DateTime<Utc>, work: &Work) {
    world.utc = morning + Duration::minutes(work.at);
    world.start(u32::try_from(work.planned * 60).unwrap());
    let end = world.utc + Duration::minutes(work.worked);
    while world.utc < end {
        let last_alive = world.utc;
        world.pass(TICK_SECS);
        world.timer(TimerAction::Tick { last_alive });
    }
    world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap();
    let (id, is_earned) = (session.id, session.reward == RewardState::Earned);
    world.act(Action::Session(SessionAction::Set { id, field: SessionField::Ease(Some(work.ease)) }));
    if !is_earned {
        return;
    }
    match work.claims {
        Claims::Skips => drop(world.act(Action::Reward(RewardAction::Skip { session: id }))),
        Claims::Takes => {
            world.act(Action::Reward(RewardAction::Take { session: id }));
            world.pass(300);
            world.act(Action::Reward(RewardAction::Tick));
            assert!(world.model.reward_break.is_none());
        }
    }
}

/// The written lines of a table, and that no other day is in it.
#[track_caller]
fn check_table(lines: &[DayLine], table: &str, written: u32) {
    let is_chosen = |line: &&DayLine| line.nth <= written || line.nth.is_multiple_of(10) || line.nth == YEAR;
    let found: Vec<String> = lines.iter().filter(is_chosen).map(ToString::to_string).collect();
    let expected: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "\n     day        min len str   28 spring sess clmd");
    }
    assert_eq!(found.len(), expected.len());
}

/// A morning session of the offered length every day, rated easy, its reward taken.
fn easy(world: &World) -> Work {
    let length = i64::from(world.model.settings.session_minutes);
    Work { at: 60, planned: length, worked: length, ease: 4, claims: Claims::Takes }
}

#[test]
fn a_steady_year_equals_its_table() {
    let lines = days_of_a_year(|world, nth| {
        let morning = world.utc;
        match nth {
            4 => drop(world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::FindPartner)))),
            9 => drop(world.act(Action::Programme(ProgrammeAction::ToggleStep(Step::ShareWithPartner)))),
            _ => {}
        }
        let session = easy(world);
        work(world, morning, &session);
    });
    check_table(&lines, include_str!("year/steady.txt"), WRITTEN);
}

#[test]
fn forty_good_days_twenty_without_and_the_way_back_equal_their_table() {
    let lines = days_of_a_year(|world, nth| {
        let morning = world.utc;
        let session = match nth {
            41..=60 => return,
            // Back with the two-minute version.
            61 => Work { planned: 2, worked: 2, ..easy(world) },
            _ => easy(world),
        };
        work(world, morning, &session);
    });
    check_table(&lines, include_str!("year/comeback.txt"), WRITTEN_COMEBACK);
}

#[test]
fn a_chaotic_year_equals_its_table() {
    let mut dice = Dice(2026);
    let lines = days_of_a_year(|world, nth| {
        let morning = world.utc;
        if nth == 1 {
            world.act(Action::Target(TargetAction::Set { minutes: 15 }));
        }
        let mut at = 0;
        for nth in 0..dice.sessions_today(world) {
            at = if nth == 0 { dice.below(14) * 60 } else { at + 90 };
            let session = dice.session(at);
            work(world, morning, &session);
        }
    });
    check_table(&lines, include_str!("year/chaotic.txt"), WRITTEN);
}

/// The chance of the chaotic year: Knuth's MMIX generator, so that the table's script can throw the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % sides
    }

    /// A rest on 12 days of 100, nothing on 23, two sessions on 10, else one.
    fn sessions_today(&mut self, world: &mut World) -> u32 {
        match self.below(100) {
            ..12 => {
                let today = world.now().today(world.model.settings.day_start_hour);
                let kind = [RestKind::Rest, RestKind::Ill, RestKind::Travel][usize::try_from(self.below(3)).unwrap()];
                world.act(Action::Rest(RestAction::Add { from: today, to: today, kind }));
                0
            }
            12..35 => 0,
            35..45 => 2,
            _ => 1,
        }
    }

    /// 2 to 25 minutes; 30 of 100 end early, after 30 to 89 % of the plan, the others up to 3 minutes beyond it.
    fn session(&mut self, at: i64) -> Work {
        let planned = 2 + self.below(24);
        let ease = u8::try_from(1 + self.below(5)).unwrap();
        let worked =
            if self.below(100) < 30 { (planned * (30 + self.below(60)) / 100).max(1) } else { planned + self.below(4) };
        let claims = if self.below(2) == 0 { Claims::Takes } else { Claims::Skips };
        Work { at, planned, worked, ease, claims }
    }
}

/// Undo reaches back into the last days of a year and gives each of its steps back: it never breaks what a year made.
#[test]
fn a_year_can_be_taken_back_as_far_as_undo_reaches_and_done_again() {
    let mut world = World::with_goal();
    let first = world.utc;
    for nth in 0..60 {
        let morning = first + Duration::days(nth);
        let session = easy(&world);
        work(&mut world, morning, &session);
    }
    let before = world.model.sessions.clone();
    let now = world.now();
    let steps = (0..1_000).take_while(|_| apply(&mut world.model, Action::Undo, now).is_ok()).count();
    assert!(steps > 0);
    assert_eq!(world.model.sessions.len(), before.len(), "a timed session is no step that can be taken back");
    for _ in 0..steps {
        apply(&mut world.model, Action::Redo, now).unwrap();
    }
    assert_eq!(world.model.sessions, before);
}
