//! Laws: nothing is earned twice, nothing is lost by a kill, and no editing of what was done gives more.

use std::collections::BTreeSet;

use chrono::Duration;
use proptest::prelude::*;

use super::*;
use crate::domain::session::{Session, SessionAction, SessionField};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::target::TargetAction;
use crate::domain::tests::World;
use crate::domain::tests::year::rewarded::sixty_days;
use crate::domain::time::WeekStart;
use crate::domain::timer::{GapAnswer, TimerAction};
use crate::domain::{Action, Model, apply};
use crate::store::read::read;
use crate::store::write::to_text;

/// What a person can do with what was done, with figures from which it picks what it acts on.
type Act = (u8, usize, i64);

fn act() -> impl Strategy<Value = Act> {
    (0_u8..14, 0_usize..60, 1_i64..2_000)
}

fn edit(model: &Model, (kind, nth, size): Act) -> Action {
    let session: &Session = &model.sessions.shared()[nth % model.sessions.len()];
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
        8 => {
            let week_start = [WeekStart::Monday, WeekStart::Saturday, WeekStart::Sunday][nth % 3];
            settings(Settings { week_start, ..model.settings.clone() })
        }
        9 | 10 => Action::Undo,
        11 => Action::Redo,
        12 => Action::Reward(RewardAction::Retire { id: model.rewards.shared()[nth % model.rewards.len()].id }),
        _ => Action::Reward(RewardAction::write(Layer::ALL[nth % 6], format!("{size}"), 5)),
    }
}

/// Puts a deleted session back by hand, at its time and length.
fn again(session: &Session) -> Action {
    let (started, offset_secs, focus_secs) = (session.started, session.offset_secs, session.focus_secs());
    Action::Session(SessionAction::Add { started, offset_secs, focus_secs, note: String::new() })
}

/// Takes everything that waits.
fn take_all(world: &mut World) {
    for grant in grants(&world.model, world.utc.date_naive()) {
        if grant.state == GrantState::Earned {
            world.act(Action::Reward(RewardAction::Take { occasion: grant.occasion }));
        }
    }
}

fn occasions(model: &Model, world: &World) -> BTreeSet<Occasion> {
    let all: Vec<Occasion> = grants(model, world.utc.date_naive()).iter().map(|grant| grant.occasion).collect();
    let each: BTreeSet<Occasion> = all.iter().copied().collect();
    assert_eq!(each.len(), all.len(), "something is there twice");
    each
}

fn is_of_a_week(occasion: &Occasion) -> bool {
    matches!(occasion, Occasion::Week(_))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn editing_what_was_done_gives_nothing_more(acts in prop::collection::vec(act(), 1..25)) {
        let mut world = sixty_days().world;
        take_all(&mut world);
        let (before, weeks) = (occasions(&world.model, &world), |all: &BTreeSet<Occasion>| all.iter().filter(|one| is_of_a_week(one)).count());
        let taken = world.model.answers.clone();
        for act in acts {
            world.pass(2);
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
                let _ = apply(&mut world.model, again(&session), now);
            }
            let after = occasions(&world.model, &world);
            let more: Vec<&Occasion> = after.difference(&before).filter(|one| !is_of_a_week(one)).collect();
            // A session that was missing may make the next one a comeback: at most one in seven days all the same.
            let more: Vec<&Occasion> = more.into_iter().filter(|one| !matches!(one, Occasion::Comeback(_))).collect();
            prop_assert!(more.is_empty(), "{act:?} gave {more:?}");
            // Of weeks that start on another day some may be cut so that there is one more at the edge.
            prop_assert!(weeks(&after) <= weeks(&before) + 1, "{act:?} gave weeks");
            for answer in taken.iter() {
                prop_assert!(after.contains(&answer.occasion.by_weeks_from(world.model.settings.week_start)) || after.contains(&answer.occasion), "what was taken is gone");
            }
        }
    }
}

#[test]
fn a_deleted_session_withdraws_what_waits_and_an_undo_brings_it_back() {
    let mut world = sixty_days().world;
    let before = grants(&world.model, world.utc.date_naive());
    let waiting =
        before.iter().rev().find(|grant| grant.layer() == Layer::Session && grant.state == GrantState::Earned);
    let taken = before.iter().rev().find(|grant| grant.layer() == Layer::Session && grant.state == GrantState::Claimed);
    for (grant, is_kept) in [(waiting.unwrap(), false), (taken.unwrap(), true)] {
        let Occasion::Session(id) = grant.occasion else { panic!("not of a session") };
        world.act(Action::Session(SessionAction::Delete { id }));
        let after = grants(&world.model, world.utc.date_naive());
        assert_eq!(after.iter().any(|one| one.occasion == grant.occasion), is_kept);
        world.act(Action::Undo);
        assert_eq!(grants(&world.model, world.utc.date_naive()), before);
    }
}

#[test]
fn a_kill_between_earned_and_taken_loses_nothing_and_doubles_nothing() {
    let mut world = World::with_goal();
    for (layer, words) in [(Layer::Session, "Tea"), (Layer::Day, "Bath"), (Layer::Milestone, "Dinner")] {
        world.reward_in(layer, words, 5);
        world.pass(1);
    }
    world.start(300);
    let effects = world.work(300);
    let told = crate::domain::rewards::tests::news::occasions(&effects);
    assert_eq!(told.len(), 3, "the session, the day and the first session of all");
    // The process is killed: only the file is left, with a session that runs.
    let saved = to_text(&world.model).unwrap();
    world.model = read(saved.as_bytes()).unwrap().model;
    let last_alive = world.utc;
    world.pass(3_600);
    world.timer(TimerAction::Reopen { last_alive });
    let effects = world.timer(TimerAction::Answer(GapAnswer::LeaveOut));
    assert_eq!(crate::domain::rewards::tests::news::occasions(&effects), [], "nothing is told again");
    let waiting = grants(&world.model, world.utc.date_naive());
    assert_eq!(waiting.iter().map(|grant| grant.occasion).collect::<BTreeSet<_>>(), told.into_iter().collect());
    // And once more between taking and the end of the break.
    let occasion = waiting[0].occasion;
    world.act(Action::Reward(RewardAction::Take { occasion }));
    world.model = read(to_text(&world.model).unwrap().as_bytes()).unwrap().model;
    assert_eq!(world.model.reward_break.as_ref().map(|pause| pause.occasion), Some(occasion));
    assert_eq!(world.act(Action::Reward(RewardAction::Take { occasion })), []);
    assert_eq!(grants(&world.model, world.utc.date_naive()).len(), 3);
}

#[test]
fn the_same_file_read_into_itself_doubles_nothing() {
    let mut world = sixty_days().world;
    take_all(&mut world);
    let before = grants(&world.model, world.utc.date_naive());
    let other = read(to_text(&world.model).unwrap().as_bytes()).unwrap().model;
    for session in other.sessions.iter() {
        world.model.sessions.insert(session.clone());
    }
    for answer in other.answers.iter() {
        world.model.answers.insert(answer.clone());
    }
    assert_eq!(grants(&world.model, world.utc.date_naive()), before);
    // The same answered on two devices is one answer: its id follows from goal and occasion.
    let ids: BTreeSet<uuid::Uuid> = world.model.answers.iter().map(|answer| answer.id).collect();
    assert_eq!(ids.len(), world.model.answers.len());
    for answer in world.model.answers.iter() {
        assert_eq!(answer.id, answer_id(answer.goal, answer.occasion));
    }
}

#[test]
fn grants_at_the_far_ends_of_time_do_no_harm() {
    let mut world = sixty_days().world;
    let far = world.utc - Duration::days(18_000);
    let (offset_secs, focus_secs, note) = (0, 600, String::new());
    world.act(Action::Session(SessionAction::Add { started: far, offset_secs, focus_secs, note }));
    assert!(!grants(&world.model, world.utc.date_naive()).is_empty());
}
