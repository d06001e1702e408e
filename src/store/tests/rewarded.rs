//! Rewards in the file: samples, any of them, and how the one reward of earlier versions becomes many.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::round_trip::{any_day, any_opens, stamp, text};
use super::samples::{day, id, model, noon, session};
use crate::domain::Model;
use crate::domain::environment::Opens;
use crate::domain::goal::{Aim, Pause};
use crate::domain::rewards::{
    Answer, GrantState, Layer, Mark, Milestone, Occasion, OwnMilestone, Pick, Reward, RewardGroup, Rung,
};
use crate::domain::session::Part;
use crate::domain::settings::Switch;
use crate::store::migrate::OLD_REWARD;
use crate::store::read::read;
use crate::store::write::to_text;

/// The words of the one reward in the files before version 4.
pub const OLD_WORDS: &str = "a cup of \"real\" tea";

/// A reward of sessions, as short as it can be.
pub fn reward(number: u128) -> Reward {
    Reward {
        id: id(number),
        layer: Layer::Session,
        words: "a walk".into(),
        minutes: 10,
        opens: None,
        group: RewardGroup::Move,
        milestone: None,
        made: noon(),
        worded: noon(),
        retired: None,
        modified: noon(),
    }
}

/// The answer to the reward of a session.
pub fn answer(number: u32) -> Answer {
    let session = session(number);
    Answer {
        id: session.id,
        goal: session.goal,
        occasion: Occasion::Session(session.id),
        earned: session.earned_at().unwrap(),
        day: session.day,
        reward: Some(OLD_REWARD),
        words: OLD_WORDS.into(),
        minutes: 12,
        state: GrantState::Claimed,
        good: None,
        answered: session.modified,
        modified: session.modified,
    }
}

/// What the one reward of the files before version 4, and what three sessions said of it, have become.
pub fn once(made: &mut Model) {
    let began = made.goals.iter().map(|goal| goal.created).min().unwrap();
    let stamps = Reward { made: began, worded: began, modified: began, ..reward(0) };
    let (words, group) = (OLD_WORDS.to_owned(), RewardGroup::Other);
    made.rewards.insert(Reward { id: OLD_REWARD, words, minutes: 12, group, ..stamps });
    // The third one was cut off, but had earned it.
    let last = session(2).ended_at();
    let skipped = Answer { state: GrantState::Skipped, earned: last, ..answer(2) };
    made.answers.extend_with([answer(0), answer(1), skipped]);
}

/// Every field of rewards filled at least once.
pub fn everything(made: &mut Model) {
    let link = Opens::Link { address: "https://example.org/\"song\"".into() };
    let own = Some(id(510));
    for reward in [
        Reward { opens: Some(link), retired: Some(noon()), ..reward(500) },
        Reward { layer: Layer::Milestone, milestone: own, group: RewardGroup::People, ..reward(501) },
        Reward { layer: Layer::Comeback, group: RewardGroup::Rest, ..reward(502) },
    ] {
        made.rewards.insert(reward);
    }
    for (nth, mark) in (510..).zip([Mark::Minutes(600), Mark::Sessions(40), Mark::Days(10), Mark::Counts(1_000)]) {
        let name = "the first \"draft\"".into();
        made.milestones.insert(OwnMilestone { id: id(nth), goal: id(1), mark, name, made: noon(), modified: noon() });
    }
    for (nth, layer, days) in [(520, Layer::Week, 5), (521, Layer::Month, 20)] {
        let from = day("2026-02-23");
        made.rungs.insert(Rung { id: id(nth), layer, from, days, made: noon(), modified: noon() });
    }
    let (first, first_of_march) = (day("2026-02-23"), day("2026-03-01"));
    let milestones = [
        Milestone::FirstSession,
        Milestone::Hours(5),
        Milestone::Sessions(10),
        Milestone::Days(7),
        Milestone::Counts(100),
    ]
    .map(Occasion::Milestone);
    let others = [
        Occasion::Comeback(first),
        Occasion::Day(first),
        Occasion::Week(first),
        Occasion::Month(day("2026-02-01")),
        Occasion::Milestone(Milestone::Own(id(510))),
    ];
    for (nth, occasion) in (530..).zip(milestones.into_iter().chain(others)) {
        let (reward, good) = (None, Some(5));
        made.answers.insert(Answer { id: id(nth), occasion, reward, good, ..answer(0) });
    }
    made.sessions.update(session(1).id, |session| {
        (session.enjoyment, session.chosen_reward, session.part) = (Some(4), Some(id(500)), Part::Later);
    });
    if let Some(running) = &mut made.running {
        running.told = vec![Occasion::Session(running.id), Occasion::Day(first)];
        running.chosen_reward = Some(id(500));
    }
    made.goals.update(id(1), |goal| {
        goal.bundle = "the good tea".into();
        goal.pauses = vec![Pause { from: day("2025-07-01"), to: day("2025-07-20") }];
        let first = Aim { from: day("2025-01-25"), total: Some(40_000.0), date: None };
        let second = Aim { from: day("2025-09-01"), total: Some(50_000.0), date: Some(day("2026-12-31")) };
        (goal.aims, goal.look_back_told) = (vec![first, second], Some(first_of_march));
    });
    made.experiments.update(id(413), |experiment| experiment.kept = Some(day("2026-02-24")));
    (made.settings.reward_pick, made.settings.game) = (Pick::Surprise, Switch::Off);
}

trait Extend {
    fn extend_with<const N: usize>(&mut self, answers: [Answer; N]);
}

impl Extend for crate::domain::Records<Answer> {
    fn extend_with<const N: usize>(&mut self, answers: [Answer; N]) {
        for answer in answers {
            self.insert(answer);
        }
    }
}

/// Some records of rewards.
#[derive(Clone, Debug)]
pub struct Rewarded {
    rewards: Vec<Reward>,
    milestone: Option<OwnMilestone>,
    rung: Option<Rung>,
    answers: Vec<Answer>,
}

impl Rewarded {
    pub fn put(self, made: &mut Model) {
        self.rewards.into_iter().for_each(|reward| made.rewards.insert(reward));
        self.milestone.into_iter().for_each(|milestone| made.milestones.insert(milestone));
        self.rung.into_iter().for_each(|rung| made.rungs.insert(rung));
        self.answers.into_iter().for_each(|answer| made.answers.insert(answer));
    }
}

/// Anything that earns a reward.
pub fn any_occasion() -> BoxedStrategy<Occasion> {
    let amount = 0_u32..100_000;
    prop_oneof![
        any::<u128>().prop_map(|number| Occasion::Session(Uuid::from_u128(number))),
        any_day().prop_map(Occasion::Comeback),
        any_day().prop_map(Occasion::Day),
        any_day().prop_map(Occasion::Week),
        any_day().prop_map(Occasion::Month),
        (0_usize..4, amount).prop_map(|(kind, amount)| {
            let kinds = [Milestone::Hours, Milestone::Sessions, Milestone::Days, Milestone::Counts];
            Occasion::Milestone(kinds[kind](amount))
        }),
        any::<u128>().prop_map(|number| Occasion::Milestone(Milestone::Own(Uuid::from_u128(number)))),
        Just(Occasion::Milestone(Milestone::FirstSession)),
    ]
    .boxed()
}

prop_compose! {
    fn any_reward()(number in 500_u128..510, layer in prop::sample::select(&Layer::ALL[..]), words in "[a-z]{1,9} ?\"?",
        minutes in 1_u16..=240, opens in prop::option::of(any_opens()), group in prop::sample::select(&RewardGroup::ALL[..]),
        own in prop::option::of(500_u128..520),
        stamps in (stamp(), stamp(), prop::option::of(stamp()), stamp())) -> Reward {
        let (made, worded, retired, modified) = stamps;
        // Only a reward of milestones can be that of one.
        let milestone = own.filter(|_| layer == Layer::Milestone).map(id);
        Reward { layer, words, minutes, opens, group, milestone, made, worded, retired, modified, ..reward(number) }
    }
}

prop_compose! {
    fn any_answer()(nth in 0_u32..20, reward in prop::option::of(500_u128..510), words in text(), minutes in 1_u16..=240,
        is_taken in any::<bool>(), good in prop::option::of(1_u8..=5), day in any_day(), kind in 0_u8..5,
        stamps in (stamp(), stamp(), stamp())) -> Answer {
        let (earned, answered, modified) = stamps;
        let state = if is_taken { GrantState::Claimed } else { GrantState::Skipped };
        // No two answers are to one occasion.
        let own = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + chrono::Duration::days(i64::from(nth));
        let occasion = match kind {
            0 => answer(nth).occasion,
            1 => Occasion::Comeback(own),
            2 => Occasion::Day(own),
            3 => Occasion::Week(own),
            _ => Occasion::Milestone(Milestone::Hours(nth)),
        };
        Answer { occasion, reward: reward.map(id), words, minutes, state, good, day, earned, answered, modified, ..answer(nth) }
    }
}

prop_compose! {
    pub fn any_rewarded()(rewards in prop::collection::vec(any_reward().boxed(), 0..4),
        milestone in prop::option::of((0_u8..4, 1_u32..9_999, text(), stamp(), stamp())),
        rung in prop::option::of((any::<bool>(), any_day(), 1_u8..=7, stamp(), stamp())),
        answers in prop::collection::vec(any_answer().boxed(), 0..4)) -> Rewarded {
        let milestone = milestone.map(|(kind, amount, name, made, modified)| {
            let mark = [Mark::Minutes, Mark::Sessions, Mark::Days, Mark::Counts][usize::from(kind)](amount);
            OwnMilestone { id: id(510), goal: id(1), mark, name, made, modified }
        });
        let rung = rung.map(|(is_week, from, days, made, modified)| {
            let layer = if is_week { Layer::Week } else { Layer::Month };
            Rung { id: id(520), layer, from, days, made, modified }
        });
        Rewarded { rewards, milestone, rung, answers }
    }
}

/// A file of version 3 with three sessions; what each says of its reward.
fn version_3(said: [&str; 3]) -> String {
    let mut text = to_text(&model(3)).unwrap().replace("version: 5,", "version: 3,");
    for (nth, said) in (0..).zip(said) {
        let id = session(nth).id;
        let line = text.lines().find(|line| line.contains(&format!("(id: \"{id}\""))).unwrap().to_owned();
        text = text.replace(&line, &line.replace(", modified:", &format!("{said}, modified:")));
    }
    text.replace("settings: (", "reward: (words: \"tea\", minutes: 7),\nsettings: (")
}

#[test]
fn what_sessions_said_of_the_one_reward_becomes_answers() {
    let text = version_3([", reward: Claimed", ", reward: Earned", ""]);
    let loaded = read(text.as_bytes()).unwrap();
    assert_eq!((loaded.newly_quarantined, loaded.model.quarantine.len()), (0, 0));
    let model = loaded.model;
    let one = model.rewards.last().unwrap();
    assert_eq!((model.rewards.len(), one.id, one.words.as_str(), one.minutes), (1, OLD_REWARD, "tea", 7));
    assert_eq!(one.made, model.goals.last().unwrap().created, "it was there from the beginning on");
    let answers: Vec<(Occasion, GrantState)> =
        model.answers.iter().map(|answer| (answer.occasion, answer.state)).collect();
    assert_eq!(answers, [(Occasion::Session(session(0).id), GrantState::Claimed)]);
    let parts = [0, 1, 2].map(|nth| model.sessions.get(session(nth).id).unwrap().part);
    assert_eq!(parts, [Part::Whole, Part::Whole, Part::Later], "what earned none was cut off from one that did");
    assert_eq!(read(text.as_bytes()).unwrap().model, model, "the same file read twice is the same");
}

#[test]
fn a_file_without_words_for_the_reward_gets_none() {
    let text = version_3([", reward: Skipped", "", ""]).replace("words: \"tea\"", "words: \"\"");
    let model = read(text.as_bytes()).unwrap().model;
    assert!(model.rewards.is_empty());
    let answer = model.answers.last().unwrap();
    assert_eq!((answer.reward, answer.words.as_str(), answer.state), (None, "", GrantState::Skipped));
}

#[test]
fn a_broken_reward_of_an_older_file_is_set_aside() {
    let text = version_3(["", "", ""]).replace("words: \"tea\"", "words: 7");
    let loaded = read(text.as_bytes()).unwrap();
    assert_eq!((loaded.newly_quarantined, loaded.model.quarantine[0].list.as_str()), (1, "reward"));
}
