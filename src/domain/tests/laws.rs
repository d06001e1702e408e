//! Laws that hold whatever is done: the spring never shrinks by itself, undo and redo cancel out, lists keep their order.

use proptest::prelude::*;
use uuid::Uuid;

use super::{World, check_intervals, check_survives_saving};
use crate::domain::experiments::{ExperimentAction, ExperimentDesign, ExperimentState};
use crate::domain::goal::{GoalAction, GoalField, Outcome};
use crate::domain::insight::Derived;
use crate::domain::measure::{CountAction, Measure};
use crate::domain::nudges::{NudgeAction, Rule};
use crate::domain::people::{NewCheckIn, PartnerDetails, PeopleAction, Rhythm, Span, To, Way};
use crate::domain::records::{Record, Records};
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::review::{Period, ReviewAction, ReviewField};
use crate::domain::rewards::{Layer, Occasion, RewardAction};
use crate::domain::session::{Session, SessionAction, SessionField};
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::target::TargetAction;
use crate::domain::timer::{GapAnswer, TimerAction};
use crate::domain::waiting_room::WishAction;
use crate::domain::{Action, Model, apply};

/// An act with figures from which it picks what it acts on.
type Act = (u8, usize, i64);

fn act() -> impl Strategy<Value = Act> {
    (0_u8..36, 0_usize..8, 1_i64..5_000)
}

fn pick<T: Record>(records: &Records<T>, nth: usize) -> Uuid {
    let len = records.len();
    if len == 0 { Uuid::nil() } else { records.iter().nth(nth % len).unwrap().id() }
}

fn action(world: &World, (kind, nth, size): Act) -> Action {
    let model = &world.model;
    let (session, goal) = (pick(&model.sessions, nth), pick(&model.goals, nth));
    let today = world.utc.date_naive();
    let started = world.utc - chrono::Duration::seconds(size * (nth as i64 + 1));
    let set = |field| Action::Session(SessionAction::Set { id: session, field });
    match kind {
        0 => Action::Goal(GoalAction::Create { title: format!("goal {size}") }),
        1 => Action::Goal(GoalAction::Set { id: goal, field: GoalField::Why(format!("why {size}")) }),
        2 => Action::Goal(GoalAction::Close { outcome: Outcome::Paused, learnt: String::new() }),
        3 => Action::Goal(GoalAction::Resume { id: goal }),
        4 => Action::Wish(WishAction::Add { title: format!("wish {size}") }),
        5 => Action::Wish(WishAction::Promote { id: pick(&model.wishes, nth) }),
        6 | 7 => Action::Timer(TimerAction::Start {
            planned_secs: 60 + size as u32,
            intention: String::new(),
            environment: Vec::new(),
        }),
        8 => Action::Timer(TimerAction::Pause),
        9 => Action::Timer(TimerAction::Resume),
        10 | 11 => Action::Timer(TimerAction::Finish),
        12 => Action::Timer(TimerAction::Answer(GapAnswer::Count)),
        13 => Action::Timer(TimerAction::Extend { secs: 300 }),
        14 | 15 => {
            Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: size, note: String::new() })
        }
        16 => set(SessionField::Note(format!("note {size}"))),
        17 => set(SessionField::Ease(Some((size % 5 + 1) as u8))),
        18 => Action::Session(SessionAction::Split { id: session, after_secs: size }),
        19 => Action::Count(CountAction::Add { amount: size as f64, session: None }),
        20 => Action::Count(CountAction::SetForSession { session, amount: size as f64 }),
        21 => Action::Target(TargetAction::Set { minutes: (size % 60) as u16 + 1 }),
        22 => Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Ill }),
        23 => Action::Reward(RewardAction::write(Layer::ALL[nth % Layer::ALL.len()], format!("{size}"), 5)),
        24 => Action::Reward(RewardAction::Take { occasion: Occasion::Session(session) }),
        25 => {
            Action::Length(LengthAction::Decide { minutes: (size % 60) as u16 + 1, why: CHANGES[nth % CHANGES.len()] })
        }
        26 => Action::Nudge(NudgeAction::Dismiss(Rule::ALL[nth])),
        27 => Action::Review(ReviewAction::Open(Period::week_of(today, chrono::Weekday::Sun))),
        28 => {
            let id = pick(&model.reviews, nth);
            Action::Review(ReviewAction::Set { id, field: ReviewField::Adjustment(format!("change {size}")) })
        }
        29 => Action::Review(ReviewAction::Finish { id: pick(&model.reviews, nth) }),
        30 => {
            let (what, design) = (format!("try {}", size % 3), DESIGNS[nth % 2]);
            Action::Experiment(ExperimentAction::Start { what, review: None, design })
        }
        31 => {
            let id = pick(&model.experiments, nth);
            Action::Experiment(ExperimentAction::Decide { id, state: ExperimentState::Kept })
        }
        32..=34 => Action::People(people(model, (nth, size), today)),
        _ => Action::Session(SessionAction::Delete { id: session }),
    }
}

/// An act on people, one of each kind.
fn people(model: &Model, (nth, size): (usize, i64), today: chrono::NaiveDate) -> PeopleAction {
    let partner = pick(&model.partners, nth);
    let id = pick(&model.check_ins, nth);
    let (to, way, span) = (To::Partner(partner), Way::Told, Span::Day(today));
    let (words, what) = (format!("told {size}"), format!("pledge {size}"));
    let rhythm = [Rhythm::Free, Rhythm::AfterSession, Rhythm::Daily { minute: 600 }][nth % 3];
    match size % 8 {
        0 => PeopleAction::AddPartner(PartnerDetails { name: words, rhythm, ..PartnerDetails::default() }),
        1 => PeopleAction::EndPartner { id: partner },
        2 | 3 => PeopleAction::CheckIn(NewCheckIn { to, way, span, words, question: String::new() }),
        4 => PeopleAction::Answer { id, answer: words, support: Some((size % 11) as u8) },
        5 => PeopleAction::Pledge { what, until: today, to: String::new(), place: String::new() },
        6 => PeopleAction::DeleteCheckIn { id },
        _ => PeopleAction::AddCommunity { name: words, link: String::new(), joined: today },
    }
}

const DESIGNS: [ExperimentDesign; 2] = [ExperimentDesign::Dated, ExperimentDesign::CoinFlip];
const CHANGES: [LengthChange; 4] = [LengthChange::Grown, LengthChange::Eased, LengthChange::Kept, LengthChange::Chosen];

/// Does it if it is allowed; about a minute passes before.
fn attempt(world: &mut World, act: Act) -> Action {
    let pass = act.2 % 120;
    if world.model.running.is_some() {
        world.work(pass);
    } else {
        world.pass(pass);
    }
    let (action, now) = (action(world, act), world.now());
    let before = world.model.clone();
    if apply(&mut world.model, action.clone(), now).is_err() {
        assert!(before == world.model, "a refusal of {action:?} changed something");
    }
    action
}

fn total(model: &Model) -> i64 {
    model.sessions.iter().map(Session::focus_secs).sum()
}

/// What a person would see as the state, without stamps of the last change.
fn check_same(a: &Model, b: &Model) {
    assert_eq!(a.goals, b.goals);
    assert_eq!(a.wishes, b.wishes);
    assert_eq!(a.sessions, b.sessions);
    assert_eq!(a.counts, b.counts);
    assert_eq!(a.targets, b.targets);
    assert_eq!(a.rests, b.rests);
    assert_eq!(a.lengths, b.lengths);
    assert_eq!(a.dismissals, b.dismissals);
    assert_eq!(a.reviews, b.reviews);
    assert_eq!(a.experiments, b.experiments);
    assert_eq!((&a.partners, &a.pledges, &a.communities), (&b.partners, &b.pledges, &b.communities));
    assert_eq!(a.check_ins, b.check_ins);
    assert_eq!((&a.rewards, &a.milestones, &a.rungs), (&b.rewards, &b.milestones, &b.rungs));
    assert_eq!(a.settings.session_minutes, b.settings.session_minutes);
}

fn check_ordered<T: Record>(records: &Records<T>) {
    assert!(records.iter().map(|record| (record.order(), record.id())).is_sorted_by(|a, b| a < b));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn only_deleting_makes_the_spring_shorter(acts in prop::collection::vec(act(), 1..80)) {
        let mut world = World::with_goal();
        for act in acts {
            let before = total(&world.model);
            let action = attempt(&mut world, act);
            if !matches!(action, Action::Session(SessionAction::Delete { .. })) {
                prop_assert!(total(&world.model) >= before, "{action:?} took away");
            }
            prop_assert!(world.model.goals.iter().filter(|goal| goal.state == crate::domain::goal::GoalState::Active).count() <= 1);
            check_intervals(&world.model);
        }
        check_survives_saving(&world.model);
    }

    #[test]
    fn totals_and_coils_equal_the_sum_of_the_intervals(acts in prop::collection::vec(act(), 1..80)) {
        let mut world = World::with_goal();
        for act in acts {
            attempt(&mut world, act);
        }
        let today = world.utc.date_naive();
        let derived = Derived::of(&world.model, today);
        let expected: i64 = world.model.goal_sessions().flat_map(|session| &session.intervals).map(|interval| (interval.end - interval.start).num_seconds()).sum();
        prop_assert_eq!(derived.totals.all.focus_secs, expected);
        prop_assert_eq!(derived.coils.total_secs, expected);
        prop_assert_eq!(derived.coils.coils.last().map_or(0, |coil| coil.to_secs), expected);
    }

    #[test]
    fn figures_kept_through_changes_are_those_made_anew(acts in prop::collection::vec(act(), 1..40)) {
        let mut world = World::with_goal();
        for field in [
            GoalField::Measure(Some(Measure { unit: "pages".into(), total: Some(50_000.0) })),
            GoalField::TargetDate(world.utc.date_naive().checked_add_days(chrono::Days::new(90))),
        ] {
            world.act(Action::Goal(GoalAction::Set { id: world.goal(), field }));
        }
        let mut kept = Derived::of(&world.model, world.utc.date_naive());
        for act in acts {
            let before = world.model.clone();
            if act.2 % 4 == 0 && world.model.running.is_none() {
                world.pass(86_400);
            }
            attempt(&mut world, act);
            let today = world.utc.date_naive();
            kept = kept.again(&before, &world.model, today);
            let anew = Derived { ahead: kept.ahead.clone(), ..Derived::of(&world.model, today) };
            prop_assert_eq!(&kept, &anew);
        }
        let anew = Derived::of(&world.model, kept.today).foreseen();
        let (kept, anew) = (kept.foreseen().ahead, anew.ahead);
        prop_assert_eq!(kept.forecast(), anew.forecast());
    }

    #[test]
    fn redo_after_undo_changes_nothing(acts in prop::collection::vec(act(), 1..60), steps in 1_usize..60) {
        let mut world = World::with_goal();
        for act in acts {
            attempt(&mut world, act);
        }
        let before = world.model.clone();
        let now = world.now();
        let done = (0..steps).take_while(|_| apply(&mut world.model, Action::Undo, now).is_ok()).count();
        for _ in 0..done {
            apply(&mut world.model, Action::Redo, now).unwrap();
        }
        check_same(&world.model, &before);
    }

    #[test]
    fn undo_and_redo_at_random_keep_the_model_sound(acts in prop::collection::vec(act(), 1..80)) {
        let mut world = World::with_goal();
        for act in acts {
            if act.1 < 3 {
                let (now, action) = (world.now(), if act.1 == 2 { Action::Redo } else { Action::Undo });
                let _ = apply(&mut world.model, action, now);
            } else {
                attempt(&mut world, act);
            }
            check_ordered(&world.model.goals);
            check_ordered(&world.model.sessions);
            let earliest = world.model.earliest_day();
            assert!(world.model.sessions.iter().all(|session| earliest.is_some_and(|first| first <= session.day)));
            check_ordered(&world.model.counts);
            check_intervals(&world.model);
            let model = &world.model;
            prop_assert!(model.sessions.iter().all(|session| model.goals.get(session.goal).is_some()));
            prop_assert!(model.running.as_ref().is_none_or(|running| model.goal().map(|goal| goal.id) == Some(running.goal)));
        }
        check_survives_saving(&world.model);
    }
}
