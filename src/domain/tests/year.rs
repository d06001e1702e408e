//! A year of three people, through `apply` alone: what they see each day equals tables worked out apart from this
//! code, and nothing they have ever shrinks.
//!
//! The tables in `year/` are written by `scripts/expected-year.py`, which knows the rules and nothing of this code:
//! `python3 scripts/expected-year.py` makes them anew, with `--check` it only compares. Each line is a day, from left:
//!
//! - the *day* from 1 and its *date*; the *minutes* of its sessions; the *length* of the next session;
//! - the *run* and its *reserve*, as `7+1`; *strength*; *days done of the last 28*;
//! - the *programme day*, its *stage*, *steps done* of 20 and the *next step*;
//! - the *nudge* at 07:00, and the one at 23:00 as all else of the line: at most one, being an `Option`;
//! - *minutes in the spring*, *sessions*, *rewards claimed*;
//! - what *rang* on the day, with its time; on the clock of UTC, with reminders daily at 07:30 and from Monday to Friday
//!   at 12:30, and as the app has it from the start the end of a day at 20:00 and the review on Sundays at 18:00.
//!
//! To verify a line by hand:
//!
//! - *length* (evidence.md §7): it begins at 5. Five planned days after the last change, four of them done, the last one
//!   too, and a median of the ratings of 4 or more offer a fifth more, rounded, 1 to 5 minutes; two of the last three
//!   planned days missed, the last one too, or a median of 2 or less offer seven tenths, rounded down, 5 at least. The
//!   steady one has 5 on days 1 to 4, then 6, 7, 8, 10 from each fifth day on. Four misses in a row offer two minutes
//!   instead, which change no length;
//! - *run* (evidence.md §3): seven done days put one in reserve, two at most; a miss is known the next day and takes one,
//!   else the run ends. A return on one of the next two planned days takes it up again, once in 14 planned days;
//! - *strength* (evidence.md §3) is s = m·s + (1 − m)·p with m = 2^(−1/13) = 0.948 078, day by day from 0, with p the
//!   day's minutes by its target, at most 1. On its own day a day that is not done yet, and a rest, only count where they
//!   raise it; the next day a missed one has counted with p = 0. Thirteen full days from nothing make 0.500;
//! - *programme* (product.md §4): only days with a session move it on, 7, 7, 7 and 9 of them by stage, those of a stage
//!   once more when it is repeated. The next step is an act of this stage, then one that fills up, then an earlier one;
//! - *nudge*: the first rule that applies in the order of `Rule::ALL`, none of those put away in the last seven days.
//!   Two missed planned days say `Comeback`, one `NeverMissTwice`, both until today has a session; from day 8 on without
//!   a partner `NoSupport`; a session after a miss, or four fifths of the target, `Perfectionism` in the evening;
//! - what *rings* (product.md §5): reminders until the minutes of today meet the target; of the day after one missed day
//!   the first one says so, after more it is a comeback, unless today has a session already; at 20:00 only while today
//!   has none and at most one day was missed before; nothing on a rest or while a session runs, but for the review, which
//!   is no start: the window tells one that comes in a session when it is over.
//!
//! A new figure becomes a field of [`DayLine`], a column of its `Display`, and a column of the script.

pub mod dice;
mod life;
pub mod rewarded;

use std::fmt;

use chrono::{Duration, NaiveDate};

use self::dice::Dice;
use self::life::{Life, Work};
use super::{World, check_intervals, check_survives_saving};
use crate::domain::environment::{EnvironmentAction, Group, ItemKind};
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::nudges::{Act, NudgeAction, Rule};
use crate::domain::plans::PlanAction;
use crate::domain::programme::{ProgrammeAction, Stage, Step};
use crate::domain::rewards::GrantState;
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::session_length::{LengthChange, Offer};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::target::TargetAction;
use crate::domain::waiting_room::WishAction;
use crate::domain::{Action, apply};

/// Days of the simulation.
const YEAR: u32 = 365;
/// When the day's line is read, in hours after 07:00.
const EVENING: i64 = 16;

/// What a person sees on one day.
struct DayLine {
    /// 1 on the first day.
    nth: u32,
    day: NaiveDate,
    minutes: i64,
    /// Minutes of the next session.
    length: u16,
    run: u32,
    reserve: u32,
    strength: f64,
    done_of_28: u32,
    programme_day: u32,
    stage: Stage,
    steps: u32,
    next_step: Option<Step>,
    /// The nudges of the morning and of the evening.
    nudges: [Option<Rule>; 2],
    spring_minutes: i64,
    sessions: u32,
    claimed: usize,
    rang: Vec<String>,
    /// What is in no column and must not shrink either.
    grows: Grows,
}

/// Counts that never fall.
struct Grows {
    days_done: u32,
    programme_done: u32,
    longest_run: u32,
}

impl fmt::Display for DayLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { nth, day, minutes, length, run, reserve, strength, done_of_28, .. } = self;
        let Self { programme_day, steps, spring_minutes, sessions, claimed, .. } = self;
        let (stage, next_step) = (format!("{:?}", self.stage), word(self.next_step));
        let [morning, evening] = self.nudges.map(word);
        let rang = self.rang.join(" ");
        write!(f, "{nth:>3} {day} {minutes:>3} {length:>3} {run:>3}+{reserve} {strength:.3} {done_of_28:>2} ")?;
        write!(f, "{programme_day:>2} {stage:<14} {steps:>2} {next_step:<19} {morning:<23} {evening:<23} ")?;
        write!(f, "{spring_minutes:>5} {sessions:>3} {claimed:>3} {rang}")
    }
}

/// Its name, or a dash for none.
fn word(named: Option<impl fmt::Debug>) -> String {
    named.map_or_else(|| "-".to_owned(), |name| format!("{name:?}"))
}

/// Runs the days of one person; `does` is what they do on the n-th day, from its 07:00 on.
fn days_of_a_year(mut does: impl FnMut(&mut Life, u32)) -> Vec<DayLine> {
    let mut life = Life::new();
    let first = life.world.utc;
    let mut lines: Vec<DayLine> = Vec::new();
    for nth in 1..=YEAR {
        let morning = first + Duration::days(i64::from(nth) - 1);
        life.go(morning);
        life.morning_nudge = life.derived().nudge;
        does(&mut life, nth);
        life.go(morning + Duration::hours(EVENING));
        let today = line(&mut life, nth);
        if let Some(yesterday) = lines.last() {
            check_grows(yesterday, &today);
        }
        lines.push(today);
    }
    check_intervals(&life.world.model);
    check_survives_saving(&life.world.model);
    lines
}

fn line(life: &mut Life, nth: u32) -> DayLine {
    let rang = std::mem::take(&mut life.rang);
    let derived = life.derived();
    let (totals, path, run) = (derived.totals, &derived.programme, derived.consistency.run);
    assert_eq!(derived.coils.total_secs, totals.all.focus_secs, "the spring is the sum of the days");
    let claimed = life.world.model.answers.iter().filter(|answer| answer.state == GrantState::Claimed).count();
    DayLine {
        nth,
        day: derived.today,
        minutes: totals.today.focus_secs / 60,
        length: life.world.model.settings.session_minutes,
        run: run.days,
        reserve: run.reserve,
        strength: derived.strength_now(),
        done_of_28: totals.days_done_of_28,
        programme_day: path.day,
        stage: path.current.unwrap(),
        steps: path.steps_done()[0],
        next_step: path.next_step(),
        nudges: [life.morning_nudge, derived.nudge].map(|nudge| nudge.map(|nudge| nudge.rule)),
        spring_minutes: derived.coils.total_secs / 60,
        sessions: totals.all.sessions,
        claimed,
        rang,
        grows: Grows { days_done: totals.all.days_done, programme_done: path.done, longest_run: run.longest },
    }
}

/// Whatever was not done: what is there stays.
#[track_caller]
fn check_grows(before: &DayLine, after: &DayLine) {
    let nth = after.nth;
    assert!(after.spring_minutes >= before.spring_minutes, "the spring shrank on day {nth}");
    assert!(after.sessions >= before.sessions, "sessions went on day {nth}");
    assert!(after.claimed >= before.claimed, "rewards went on day {nth}");
    assert!(after.steps >= before.steps, "a step was undone on day {nth}");
    assert!(after.programme_day >= before.programme_day, "the programme went back on day {nth}");
    assert!(after.grows.days_done >= before.grows.days_done, "a day done went on day {nth}");
    assert!(after.grows.programme_done >= before.grows.programme_done, "a programme day went on day {nth}");
    assert!(after.grows.longest_run >= before.grows.longest_run, "the longest run shrank on day {nth}");
}

/// Every day of the year equals its line.
#[track_caller]
fn check_table(lines: &[DayLine], table: &str) {
    let expected: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!((lines.len(), expected.len()), (YEAR as usize, YEAR as usize));
    for (found, expected) in lines.iter().zip(&expected) {
        assert_eq!(found.to_string().trim_end(), *expected, "found on the left, expected on the right");
    }
}

#[test]
fn a_steady_year_equals_its_table() {
    let lines = days_of_a_year(|life, nth| {
        life.steady_morning(nth);
        let work = easy(life);
        life.work(&work);
        if nth == 22 {
            life.prove("Wrote before breakfast though tired");
        }
        if let Offer::Grow(minutes) = life.derived().length {
            life.decide(minutes, LengthChange::Grown);
        }
        if let Some(end) = life.derived().programme.stage_end() {
            life.act(Action::Programme(ProgrammeAction::Begin(end.next)));
        }
    });
    check_table(&lines, include_str!("year/steady.txt"));
}

#[test]
fn forty_good_days_twenty_without_and_the_way_back_equal_their_table() {
    let lines = days_of_a_year(|life, nth| {
        let says = life.morning_nudge.map(|nudge| nudge.rule);
        if says == Some(Rule::NoSupport) && life.world.model.dismissals.is_empty() {
            life.act(Action::Nudge(NudgeAction::Dismiss(Rule::NoSupport)));
        }
        let offer = life.derived().length;
        take(life, offer);
        if !(41..=60).contains(&nth) {
            let minutes = if offer == Offer::TwoMinutes { 2 } else { life.length() };
            life.work(&Work { planned: minutes, worked: minutes, ..easy(life) });
        }
        let offer = life.derived().length;
        take(life, offer);
    });
    check_table(&lines, include_str!("year/comeback.txt"));
}

#[test]
fn a_chaotic_year_equals_its_table() {
    let mut dice = Dice::new(2026);
    let lines = days_of_a_year(|life, nth| {
        match nth {
            1 => {
                life.act(Action::Target(TargetAction::Set { minutes: 30 }));
                life.decide(20, LengthChange::Chosen);
            }
            60 => life.set(|settings| settings.silent_rules = vec![Rule::NoSupport]),
            120 | 240 => life.decide(20, LengthChange::Chosen),
            _ => {}
        }
        dice.act_on_advice(life);
        dice.wish(life);
        let sessions = dice.sessions_today(life);
        dice.answer_offer(life);
        let mut at = 0;
        for nth in 0..sessions {
            at = if nth == 0 { dice.hour() * 60 } else { at + 90 };
            let work = dice.work(life, at);
            life.work(&work);
        }
        dice.answer_offer(life);
        let end = life.derived().programme.stage_end().map(|end| end.stage);
        let has_repeated = life.derived().programme.stage(Stage::Habit).unwrap().rounds > 1;
        if end == Some(Stage::Habit) && !has_repeated {
            life.act(Action::Programme(ProgrammeAction::Begin(Stage::Habit)));
        }
    });
    check_table(&lines, include_str!("year/chaotic.txt"));
}

/// A morning session of the offered length, rated easy, its reward taken.
fn easy(life: &Life) -> Work {
    Work { at: 60, planned: life.length(), worked: life.length(), ratings: [Some(4), None, None], is_taken: true }
}

/// Takes what is offered for the length.
fn take(life: &mut Life, offer: Offer) {
    match offer {
        Offer::Grow(minutes) => life.decide(minutes, LengthChange::Grown),
        Offer::Ease(minutes) => life.decide(minutes, LengthChange::Eased),
        Offer::None | Offer::TwoMinutes => {}
    }
}

impl Life {
    /// What the steady one does for the programme, day by day, until every step is done.
    fn steady_morning(&mut self, nth: u32) {
        let by_hand = match nth {
            5 => Step::FindPartner,
            9 => Step::ShareWithPartner,
            13 => Step::AdjustFromWhatWorks,
            15 => return self.act(Action::Target(TargetAction::Set { minutes: 10 })),
            16 => Step::MoreAccountability,
            18 => Step::WeeklyReward,
            20 => Step::CelebrateWithOthers,
            21 => Step::RefineTheSystem,
            22 => return self.set_identity("Someone who writes"),
            24 => return self.set_up_the_place(),
            26 => return self.plan_for_an_obstacle(),
            28 => Step::RewardLayers,
            29 => Step::SupportiveCommunity,
            _ => return,
        };
        self.act(Action::Programme(ProgrammeAction::ToggleStep(by_hand)));
    }

    fn set_identity(&mut self, words: &str) {
        let (id, field) = (self.world.goal(), GoalField::Identity(words.into()));
        self.act(Action::Goal(GoalAction::Set { id, field }));
    }

    fn prove(&mut self, words: &str) {
        let (id, field) = (self.world.model.sessions.last().unwrap().id, SessionField::Proof(words.into()));
        self.act(Action::Session(SessionAction::Set { id, field }));
    }

    /// One thing set up once and one to check before each session, which is told ten minutes before a reminder.
    fn set_up_the_place(&mut self) {
        let add = |kind| EnvironmentAction::Add { group: Group::Place, kind, text: "A clear table".into() };
        self.act(Action::Environment(add(ItemKind::EverySession)));
        self.act(Action::Environment(add(ItemKind::SetUpOnce)));
        let items = &self.world.model.environment;
        let id = items.iter().find(|item| item.kind == ItemKind::SetUpOnce).unwrap().id;
        self.act(Action::Environment(EnvironmentAction::ToggleSetUp { id }));
        self.set(|settings| settings.checklist_minutes = Some(10));
    }

    fn plan_for_an_obstacle(&mut self) {
        let (obstacle, action) = ("I am tired".into(), "write one line".into());
        self.act(Action::Plan(PlanAction::Add { obstacle, action, wish: String::new(), outcome: String::new() }));
        let id = self.world.model.plans.last().unwrap().id;
        self.act(Action::Plan(PlanAction::ReadBack { id }));
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.world.model.settings.clone();
        change(&mut settings);
        self.act(Action::Settings(SettingsAction::Set(settings)));
    }
}

impl Dice {
    /// Puts away what is advised on one morning of four; else takes the easier target when one is offered.
    fn act_on_advice(&mut self, life: &mut Life) {
        let puts_away = self.below(4) == 0;
        let Some(nudge) = life.morning_nudge else { return };
        match nudge.act {
            _ if puts_away => life.act(Action::Nudge(NudgeAction::Dismiss(nudge.rule))),
            Act::SetTarget { minutes } => life.act(Action::Target(TargetAction::Set { minutes })),
            _ => {}
        }
    }

    fn wish(&mut self, life: &mut Life) {
        if self.below(100) < 8 {
            life.act(Action::Wish(WishAction::Add { title: "Learn to sail".into() }));
        }
    }

    /// Takes half of the offers and keeps the length at the others.
    fn answer_offer(&mut self, life: &mut Life) {
        let offer = life.derived().length;
        if !matches!(offer, Offer::Grow(_) | Offer::Ease(_)) {
            return;
        }
        if self.below(2) == 0 { take(life, offer) } else { life.decide(life.length(), LengthChange::Kept) }
    }
}

/// Undo reaches back into the last days of a year and gives each of its steps back: it never breaks what a year made.
#[test]
fn a_year_can_be_taken_back_as_far_as_undo_reaches_and_done_again() {
    let mut life = Life::new();
    let first = life.world.utc;
    for nth in 0..60 {
        life.go(first + Duration::days(nth));
        let work = easy(&life);
        life.work(&work);
        let offer = life.derived().length;
        take(&mut life, offer);
    }
    let World { model, .. } = &mut life.world;
    let (sessions, lengths) = (model.sessions.clone(), model.lengths.clone());
    let now = life.world.now();
    let model = &mut life.world.model;
    let steps = (0..1_000).take_while(|_| apply(model, Action::Undo, now).is_ok()).count();
    assert!(steps > 0);
    assert_eq!(model.sessions.len(), sessions.len(), "a timed session is no step that can be taken back");
    assert!(model.lengths.len() < lengths.len());
    for _ in 0..steps {
        apply(model, Action::Redo, now).unwrap();
    }
    assert_eq!((&model.sessions, &model.lengths), (&sessions, &lengths));
}
