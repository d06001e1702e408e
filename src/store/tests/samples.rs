//! Plainly made-up data.

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc, Weekday};
use uuid::Uuid;

use crate::domain::environment::{EnvironmentItem, Group, ItemKind, Opens};
use crate::domain::experiments::{Experiment, ExperimentDesign, ExperimentState};
use crate::domain::goal::{Goal, GoalState};
use crate::domain::identity::Wording;
use crate::domain::measure::{Count, Measure};
use crate::domain::model::{Model, Quarantined};
use crate::domain::nudges::{Dismissal, Rule};
use crate::domain::plans::{Plan, PlanUse, UseResult};
use crate::domain::programme::{Mark, Marked, Stage, Step};
use crate::domain::reminders::{PutOff, Reminder};
use crate::domain::rest::{Rest, RestKind};
use crate::domain::review::{Period, Review, draft};
use crate::domain::rewards::{Occasion, RewardBreak};
use crate::domain::session::{ClockState, Ended, Interval, Part, Session};
use crate::domain::session_length::{Length, LengthChange};
use crate::domain::settings::{LengthMode, QuietHours, Settings, Switch, ThemeChoice};
use crate::domain::target::Target;
use crate::domain::timer::{Phase, Running};
use crate::domain::waiting_room::Wish;

pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0000 + number)
}

pub fn day(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

pub fn goal(number: u128) -> Goal {
    Goal {
        id: id(number),
        title: "Write \"the book\"".into(),
        why: "It's time\nand more".into(),
        identity: String::new(),
        cue: String::new(),
        fallback: String::new(),
        bundle: String::new(),
        measure: Some(Measure { unit: "words".into(), total: Some(50_000.0) }),
        target_date: Some(day("2026-12-31")),
        created: noon() - Duration::days(400),
        start_day: day("2025-01-25"),
        state: GoalState::Active,
        closed: None,
        learnt: String::new(),
        pauses: Vec::new(),
        aims: Vec::new(),
        look_back_told: None,
        modified: noon(),
    }
}

/// An item of the goal 1 to check before each session.
pub fn environment_item(number: u128) -> EnvironmentItem {
    EnvironmentItem {
        id: id(number),
        goal: id(1),
        group: Group::EasyStart,
        kind: ItemKind::EverySession,
        text: "the \"draft\" open".into(),
        position: 0,
        set_up: None,
        archived: None,
        opens: None,
        made: noon() - Duration::days(30),
        modified: noon(),
    }
}

/// Session `number` of 25 minutes, one an hour back from noon.
pub fn session(number: u32) -> Session {
    let started = noon() - Duration::hours(i64::from(number) + 1);
    let middle = started + Duration::minutes(10);
    let intervals = vec![
        Interval { start: started, end: middle },
        Interval { start: middle + Duration::minutes(2), end: middle + Duration::minutes(17) },
    ];
    Session {
        id: id(1_000_000 + u128::from(number)),
        goal: id(1),
        started,
        offset_secs: 3600,
        day: (started + Duration::hours(1)).naive_utc().date(),
        planned_secs: 1_500,
        intervals,
        ended: Ended::Earned,
        intention: "draft scene 3".into(),
        done: vec!["scene 3".into(), "notes".into()],
        next: "scene 4".into(),
        note: String::new(),
        proof: String::new(),
        ease: Some(4),
        energy: None,
        motivation_before: Some(2),
        motivation_after: Some(5),
        environment: Vec::new(),
        enjoyment: None,
        chosen_reward: None,
        part: Part::Whole,
        clock: ClockState::Steady,
        modified: noon(),
    }
}

pub fn running() -> Running {
    Running {
        id: id(77),
        goal: id(1),
        started: noon(),
        offset_secs: 0,
        day: day("2026-03-01"),
        planned_secs: 480,
        intervals: vec![],
        phase: Phase::Focusing { since: noon() },
        last_alive: noon() + Duration::minutes(1),
        ahead_secs: 0,
        earned: None,
        told_secs: 0,
        told: Vec::new(),
        chosen_reward: None,
        intention: "draft scene 5".into(),
        environment: Vec::new(),
    }
}

/// Plan `number`, as short as a plan can be.
pub fn plan(number: u128) -> Plan {
    Plan {
        id: id(number),
        goal: id(1),
        obstacle: "I am too tired".into(),
        action: "write one line".into(),
        wish: String::new(),
        outcome: String::new(),
        read_back: None,
        archived: None,
        made: noon() - Duration::days(20),
        modified: noon() - Duration::days(20),
    }
}

/// A use of plan 300.
pub fn plan_use(number: u128) -> PlanUse {
    let result = UseResult::Open;
    PlanUse { id: id(number), plan: id(300), at: noon(), day: day("2026-03-01"), session: None, result }
}

/// One of everything, and `sessions` sessions.
pub fn model(sessions: u32) -> Model {
    let target = Target { id: id(3), goal: id(1), from: day("2025-01-25"), minutes: 5, made: noon() };
    let rest = Rest { id: id(4), from: day("2026-02-01"), to: day("2026-02-03"), kind: RestKind::Travel, made: noon() };
    let count = Count { id: id(5), goal: id(1), session: None, at: noon(), day: day("2026-03-01"), amount: 320.5 };
    Model {
        goals: [goal(1)].into_iter().collect(),
        wishes: [Wish { id: id(2), title: "learn to juggle".into(), added: noon() }].into_iter().collect(),
        sessions: (0..sessions).map(session).collect(),
        counts: [count].into_iter().collect(),
        targets: [target].into_iter().collect(),
        rests: [rest].into_iter().collect(),
        running: Some(running()),
        ..Model::default()
    }
}

pub fn reminder(number: u128) -> Reminder {
    Reminder {
        id: id(number),
        goal: id(1),
        minute: 1_110,
        weekdays: vec![Weekday::Mon, Weekday::Thu, Weekday::Sun],
        cue: "after the \"news\"".into(),
        state: Switch::Off,
        made: noon() - Duration::days(3),
        modified: noon(),
    }
}

pub fn put_off(number: u128) -> PutOff {
    PutOff { id: id(number), goal: id(1), at: noon(), day: day("2026-03-01"), until: noon() + Duration::minutes(10) }
}

/// Every field of the first version of the format filled at least once.
pub fn everything_of_version_1() -> Model {
    let mut made = model(3);
    let archived = Goal {
        title: "Run 10 km – très vite".into(),
        why: "To feel strong".into(),
        identity: "I am a runner".into(),
        cue: "after work".into(),
        fallback: "before supper".into(),
        measure: None,
        target_date: None,
        state: GoalState::Finished,
        closed: Some(noon()),
        learnt: "Slow is fast.".into(),
        created: noon() - Duration::days(800),
        ..goal(11)
    };
    let full = Session {
        note: "rain on the window".into(),
        proof: "wrote before breakfast though tired".into(),
        energy: Some(1),
        clock: ClockState::Adjusted,
        ended: Ended::Interrupted,
        ..session(2)
    };
    made.goals.insert(archived);
    made.sessions.insert(full);
    made.counts.insert(Count {
        id: id(6),
        goal: id(1),
        session: Some(session(2).id),
        at: noon(),
        day: day("2026-03-01"),
        amount: -20.0,
    });
    made.running = Some(Running {
        phase: Phase::Asking { from: noon() + Duration::minutes(1), to: noon() + Duration::minutes(9) },
        intervals: vec![Interval { start: noon(), end: noon() + Duration::minutes(1) }],
        ahead_secs: 30,
        earned: Some(noon() + Duration::minutes(1)),
        ..running()
    });
    let ends = noon() + Duration::minutes(12);
    let (occasion, words) = (Occasion::Session(session(0).id), super::rewarded::OLD_WORDS.to_owned());
    made.reward_break = Some(RewardBreak { occasion, words, started: noon(), ends });
    super::rewarded::once(&mut made);
    made.settings = Settings {
        day_start_hour: 5,
        quiet_hours: Some(QuietHours { from_minute: 1_320, to_minute: 420 }),
        theme: ThemeChoice::Dark,
        text_percent: 125,
        ..Settings::default()
    };
    let text = "(id: 12, title: \"made by hand\")".to_owned();
    made.quarantine = std::sync::Arc::new(vec![Quarantined { list: "wishes".into(), reason: "made up".into(), text }]);
    made
}

/// Every field of the second version of the format filled at least once.
pub fn everything_of_version_2() -> Model {
    let mut made = everything_of_version_1();
    decided(&mut made);
    planned(&mut made);
    surrounded(&mut made);
    reminded(&mut made);
    made
}

/// Every field of the third version of the format filled at least once.
pub fn everything_of_version_3() -> Model {
    let mut made = everything_of_version_2();
    looked_back(&mut made);
    made
}

/// Every field of the format filled at least once.
pub fn everything_of_version_4() -> Model {
    let mut made = everything_of_version_3();
    super::rewarded::everything(&mut made);
    made
}

/// A draft of the week that ends on 1 March.
pub fn review(number: u128) -> Review {
    draft(id(number), id(1), Period::week_ending(day("2026-03-01")), noon())
}

/// A dated experiment that runs.
pub fn experiment(number: u128) -> Experiment {
    Experiment {
        id: id(number),
        goal: id(1),
        day: day("2026-02-10"),
        what: "tea \"first\"".into(),
        review: None,
        design: ExperimentDesign::Dated,
        state: ExperimentState::Running,
        decided: None,
        kept: None,
        made: noon(),
        modified: noon(),
    }
}

/// Reviews, and what was tried after them.
fn looked_back(made: &mut Model) {
    let weekly = Review {
        done: Some(day("2026-03-02")),
        progress: "two \"scenes\"".into(),
        skill: "dialogue".into(),
        automatic: Some(3),
        unremembered: Some(1),
        unthinking: Some(7),
        unnoticed: Some(2),
        support: Some(0),
        not_worked: "evenings".into(),
        adjustment: "phone in the hall".into(),
        ..review(400)
    };
    let monthly = Review {
        done: Some(day("2026-03-01")),
        trajectory: "half way\nnearly".into(),
        works: "mornings".into(),
        feels_true: Some(8),
        shift: "more at ease".into(),
        lasting: Some(10),
        lasting_note: "rests".into(),
        adjustment: "one day off".into(),
        ..draft(id(401), id(1), Period::month_of(day("2026-02-10")), noon())
    };
    for review in [weekly, monthly, review(402)] {
        made.reviews.insert(review);
    }
    made.experiments.insert(Experiment { review: Some(id(400)), ..experiment(410) });
    let decided = Some(day("2026-02-25"));
    for (nth, state) in (411..).zip([ExperimentState::Kept, ExperimentState::Changed, ExperimentState::Dropped]) {
        let design = ExperimentDesign::CoinFlip;
        made.experiments.insert(Experiment { design, state, decided, ..experiment(nth) });
    }
}

/// Plans, and how they went.
fn planned(made: &mut Model) {
    made.plans.insert(Plan {
        obstacle: "the phone \"calls\"".into(),
        wish: "a chapter by June".into(),
        outcome: "holding it in my hands".into(),
        read_back: Some(noon() - Duration::days(19)),
        archived: Some(noon() - Duration::days(1)),
        ..plan(300)
    });
    made.plans.insert(plan(301));
    made.plan_uses.insert(PlanUse { session: Some(session(2).id), result: UseResult::Helped, ..plan_use(310) });
    made.plan_uses.insert(PlanUse { result: UseResult::DidNotHelp, ..plan_use(311) });
    made.plan_uses.insert(plan_use(312));
}

/// The environment, and what of it was checked.
fn surrounded(made: &mut Model) {
    let program =
        Opens::Program { program: "/usr/bin/code".into(), arguments: vec!["--new-window".into(), "a b".into()] };
    let file = Opens::File { path: "/srv/books/\"book\".odt".into() };
    let set_up = Some(noon());
    for item in [
        EnvironmentItem { opens: Some(program), ..environment_item(101) },
        EnvironmentItem { opens: Some(file), archived: Some(noon()), position: 1, ..environment_item(102) },
        EnvironmentItem { kind: ItemKind::SetUpOnce, group: Group::Place, set_up, ..environment_item(103) },
    ] {
        made.environment.insert(item);
    }
    made.sessions.update(session(2).id, |session| session.environment = vec![id(101), id(102)]);
    if let Some(running) = &mut made.running {
        running.environment = vec![id(101)];
    }
}

/// Reminders, and how the app reminds and starts.
fn reminded(made: &mut Model) {
    made.reminders.insert(reminder(20));
    made.put_offs.insert(put_off(21));
    made.settings = Settings {
        day_end_minute: None,
        checklist_minutes: Some(15),
        comeback_reminder: Switch::Off,
        review_minute: Some(1_140),
        review_weekday: Weekday::Fri,
        autostart: Switch::On,
        start_minimised: Switch::Off,
        ..made.settings.clone()
    };
}

/// What was decided about identity, programme, length and advice.
fn decided(made: &mut Model) {
    let (goal, day) = (id(1), day("2026-02-20"));
    let texts = ["I am someone who writes", "I am \"a writer\""];
    for (nth, text) in (201..).zip(texts) {
        made.wordings.insert(Wording { id: id(nth), goal, from: day, text: text.into(), made: noon() });
    }
    for (nth, what) in (211..).zip([Marked::Ticked(Step::FindPartner), Marked::Began(Stage::Habit)]) {
        made.programme.insert(Mark { id: id(nth), goal, day, what, made: noon() });
    }
    let whys = [LengthChange::Chosen, LengthChange::Grown, LengthChange::Kept, LengthChange::Eased];
    for (nth, why) in (221..).zip(whys) {
        made.lengths.insert(Length { id: id(nth), goal, day, minutes: 8, why, made: noon() });
    }
    made.dismissals.insert(Dismissal { id: id(231), goal, rule: Rule::WeakRewards, day, made: noon() });
    made.settings.length_mode = LengthMode::Fixed;
    made.settings.longest_minutes = 60;
    made.settings.silent_rules = vec![Rule::NoSupport, Rule::Perfectionism];
}
