//! What is told: at zero, at the end of overtime, after a count, a session by hand and a review, each once.

use super::*;
use crate::domain::measure::CountAction;
use crate::domain::session::SessionAction;
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Effect};

/// The occasions that effects tell.
pub fn occasions(effects: &[Effect]) -> Vec<Occasion> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Earned { grants, .. } => Some(grants),
        Effect::Granted(news) => Some(news),
        _ => None,
    });
    told.flatten().map(|granted| granted.occasion).collect()
}

fn words(effects: &[Effect]) -> Vec<String> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Earned { grants, .. } => Some(grants),
        Effect::Granted(news) => Some(news),
        _ => None,
    });
    told.flatten().map(|granted| granted.words.clone()).collect()
}

/// All layers written, and nothing done yet.
fn ladder() -> World {
    let mut world = World::with_goal();
    for (layer, words) in Layer::ALL.into_iter().zip(["Tea", "Bath", "Film", "Lake", "Dinner", "Bread"]) {
        world.reward_in(layer, words, 5);
        world.pass(1);
    }
    world
}

#[test]
fn zero_names_all_that_the_session_gives_its_own_first() {
    let mut world = ladder();
    world.start(300);
    assert_eq!(
        at_zero(&world.model).iter().map(|granted| granted.words.as_str()).collect::<Vec<_>>(),
        ["Tea", "Bath", "Dinner"]
    );
    let effects = world.work(300);
    assert_eq!(words(&effects), ["Tea", "Bath", "Dinner"]);
    assert_eq!(world.model.running.as_ref().unwrap().told.len(), 3);
    let effects = world.timer(TimerAction::Finish);
    assert_eq!(words(&effects), [""; 0], "it was told at zero");
}

#[test]
fn what_overtime_reaches_is_told_at_the_end() {
    let mut world = ladder();
    world.start(120);
    assert_eq!(words(&world.work(120)), ["Tea", "Dinner"]);
    world.work(200);
    assert_eq!(words(&world.timer(TimerAction::Finish)), ["Bath"]);
}

#[test]
fn an_early_end_tells_what_it_gives_all_the_same() {
    let mut world = ladder();
    world.start(600);
    world.work(360);
    assert_eq!(words(&world.timer(TimerAction::Finish)), ["Bath", "Dinner"]);
}

#[test]
fn counts_and_sessions_by_hand_tell_and_notes_do_not() {
    let mut world = ladder();
    assert_eq!(words(&world.act(Action::Count(CountAction::Add { amount: 150.0, session: None }))), ["Dinner"]);
    assert_eq!(words(&world.act(Action::Count(CountAction::Add { amount: 10.0, session: None }))), [""; 0]);
    let started = world.utc - chrono::Duration::minutes(30);
    let add = SessionAction::Add { started, offset_secs: 0, focus_secs: 600, note: String::new() };
    let effects = world.act(Action::Session(add));
    assert_eq!(words(&effects), [""], "a first session, and nothing for the past of what was written since");
    let id = world.model.sessions.last().unwrap().id;
    let field = crate::domain::session::SessionField::Note("later".into());
    assert_eq!(words(&world.act(Action::Session(SessionAction::Set { id, field }))), [""; 0]);
    world.pass(7_200);
    let started = world.utc - chrono::Duration::minutes(30);
    let add = SessionAction::Add { started, offset_secs: 0, focus_secs: 3_000 - 1_800, note: String::new() };
    assert_eq!(words(&world.act(Action::Session(add))), [""; 0], "the day was met before");
}

#[test]
fn a_milestone_without_a_reward_is_told_without_words() {
    let mut world = World::with_goal();
    world.start(60);
    let effects = world.work(60);
    assert_eq!(occasions(&effects), [Occasion::Milestone(Milestone::FirstSession)]);
    assert_eq!(words(&effects), [""]);
    world.timer(TimerAction::Finish);
    assert!(grants(&world.model, world.utc.date_naive()).is_empty(), "without a reward there is nothing to take");
}

#[test]
fn taking_any_of_them_in_overtime_ends_the_session_and_starts_its_break() {
    let mut world = ladder();
    world.start(300);
    let told = occasions(&world.work(400));
    world.act(Action::Reward(RewardAction::Take { occasion: told[1] }));
    assert!(world.model.running.is_none());
    let pause = world.model.reward_break.as_ref().unwrap();
    assert_eq!((pause.words.as_str(), pause.occasion), ("Bath", told[1]));
    assert_eq!(world.model.answers.len(), 1);
    world.act(Action::Reward(RewardAction::Rate { occasion: told[1], good: Some(4) }));
    assert_eq!(world.model.answers.last().unwrap().good, Some(4));
    assert_eq!(world.act(Action::Reward(RewardAction::Rate { occasion: told[1], good: Some(4) })), []);
}

#[test]
fn a_link_is_opened_when_its_reward_is_taken_and_a_program_never() {
    use crate::domain::environment::Opens;
    use crate::domain::{Refusal, effect::Launch};
    let mut world = World::with_goal();
    let id = world.reward("The song", 5);
    let set = |opens| Action::Reward(RewardAction::Set { id, fields: vec![RewardField::Opens(Some(opens))] });
    let program = Opens::Program { program: "sh".into(), arguments: Vec::new() };
    assert_eq!(world.refused(set(program)), Refusal::OutOfRange("program"));
    let file = Opens::Link { address: "file:///etc/passwd".into() };
    assert_eq!(world.refused(set(file)), Refusal::OutOfRange("address"));
    let link = Opens::Link { address: "https://example.org/song".into() };
    world.act(set(link.clone()));
    world.start(60);
    world.work(60);
    let occasion = occasions(&world.timer(TimerAction::Finish)).first().copied();
    assert_eq!(occasion, None);
    let occasion = Occasion::Session(world.model.sessions.last().unwrap().id);
    let effects = world.act(Action::Reward(RewardAction::Take { occasion }));
    assert_eq!(effects, [Effect::Save, Effect::Launch(vec![Launch { name: "The song".into(), opens: link }])]);
}
