//! Sixty days of rewards, through `apply` alone: each is told once, and all that was earned equals, in order, a table that
//! `scripts/expected-year.py` writes from the rules.
//!
//! Each line is something earned: its day and time; by what, sessions by their number; the words of the reward; and what
//! became of it by the end.

use chrono::{DateTime, Duration, Utc};

use super::super::World;
use super::dice::Dice;
use crate::domain::goal::GoalAction;
use crate::domain::insight::Derived;
use crate::domain::measure::CountAction;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::review::{Period, ReviewAction};
use crate::domain::rewards::{Grant, GrantState, Layer, Mark, Milestone, Occasion, RewardAction, grants};
use crate::domain::target::TargetAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Effect, Model, Records};

/// A person, and what was told to them so far.
pub struct Rewarded {
    pub world: World,
    pub told: Vec<Occasion>,
    first: DateTime<Utc>,
    dice: Dice,
}

impl Rewarded {
    pub fn new() -> Self {
        let mut world = World::new();
        world.pass(-2 * 3600);
        let first = world.utc;
        let mut person = Self { world, told: Vec::new(), first, dice: Dice::new(77) };
        person.act(Action::Goal(GoalAction::Create { title: "Write the book".into() }));
        for (layer, words) in [
            (Layer::Session, "Tea"),
            (Layer::Comeback, "Bread"),
            (Layer::Day, "Bath"),
            (Layer::Week, "Film"),
            (Layer::Month, "Lake"),
            (Layer::Milestone, "Dinner"),
        ] {
            person.act(Action::Reward(RewardAction::write(layer, words, 10)));
        }
        person
    }

    #[track_caller]
    fn act(&mut self, action: Action) {
        let effects = self.world.act(action);
        self.hear(&effects);
    }

    fn hear(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Earned { grants: news, .. } | Effect::Granted(news) = effect {
                self.told.extend(news.iter().map(|granted| granted.occasion));
            }
        }
    }

    /// What is decided at 07:00 of a day.
    fn morning(&mut self, nth: i64) {
        let reward = |action| Action::Reward(action);
        match nth {
            5 => self.act(reward(RewardAction::AddMilestone { mark: Mark::Sessions(12), name: "A dozen".into() })),
            10 => self.act(reward(RewardAction::write(Layer::Session, "Song", 5))),
            15 => self.act(Action::Target(TargetAction::Set { minutes: 10 })),
            18 => self.act(reward(RewardAction::SetRung { layer: Layer::Week, days: 5 })),
            25 => self.act(reward(RewardAction::write(Layer::Day, "Walk", 30))),
            31 => self.act(reward(RewardAction::SetRung { layer: Layer::Week, days: 3 })),
            33 => {
                let march = Period::month_of(self.first.date_naive());
                self.act(Action::Review(ReviewAction::Open(march)));
                let id = self.world.model.reviews.last().unwrap().id;
                self.act(Action::Review(ReviewAction::Finish { id }));
            }
            34 => self.act(Action::Target(TargetAction::Set { minutes: 6 })),
            40 => {
                let tea = self.world.model.rewards.iter().find(|reward| reward.words == "Tea").unwrap().id;
                self.act(reward(RewardAction::Retire { id: tea }));
            }
            _ => {}
        }
    }

    /// Lives through the n-th day, from 1.
    pub fn live(&mut self, nth: i64) {
        let midnight = self.first - Duration::hours(7) + Duration::days(nth - 1);
        self.world.utc = midnight + Duration::hours(7);
        self.morning(nth);
        let roll = self.dice.below(100);
        if (20..=22).contains(&nth) {
            return;
        }
        if roll < 10 {
            let today = midnight.date_naive();
            self.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Rest }));
        }
        if roll < 30 {
            return;
        }
        let start = midnight + Duration::hours(7 + self.dice.below(10));
        for which in 0..if roll < 45 { 2 } else { 1 } {
            self.work(start + Duration::minutes(90 * which));
        }
    }

    fn work(&mut self, start: DateTime<Utc>) {
        let planned = 5 + self.dice.below(6);
        let is_early = self.dice.below(100) < 20;
        let worked = if is_early { planned - 1 - self.dice.below(3) } else { planned + self.dice.below(3) };
        let answer = self.dice.below(3);
        self.world.utc = start;
        self.world.start(u32::try_from(planned * 60).unwrap());
        let effects = self.world.work(worked * 60);
        self.hear(&effects);
        self.act(Action::Timer(TimerAction::Finish));
        let session = self.world.model.sessions.last().unwrap();
        let (id, is_earned) = (session.id, session.earned_at().is_some());
        self.act(Action::Count(CountAction::Add { amount: 40.0, session: Some(id) }));
        let occasion = Occasion::Session(id);
        match answer {
            1 if is_earned => self.act(Action::Reward(RewardAction::Skip { occasion })),
            2 if is_earned => {
                self.act(Action::Reward(RewardAction::Take { occasion }));
                self.act(Action::Reward(RewardAction::EndBreak));
            }
            _ => {}
        }
    }

    pub fn grants(&self) -> Vec<Grant> {
        grants(&self.world.model, self.world.utc.date_naive())
    }
}

/// The sixty days.
pub fn sixty_days() -> Rewarded {
    let mut person = Rewarded::new();
    (1..=60).for_each(|nth| person.live(nth));
    person
}

fn line(model: &Model, grant: &Grant) -> String {
    let name = match grant.occasion {
        Occasion::Session(id) => {
            let nth = model.sessions.iter().position(|session| session.id == id).unwrap();
            format!("Session({})", nth + 1)
        }
        Occasion::Milestone(Milestone::Own(_)) => "Own".to_owned(),
        Occasion::Milestone(milestone) => format!("{milestone:?}"),
        other => format!("{:?}", other.layer()),
    };
    let (day, time, state) = (grant.day, grant.earned.format("%H:%M"), grant.state);
    format!("{day} {time} {name:<14} {:<6} {state:?}", grant.words)
}

#[test]
fn what_is_earned_in_sixty_days_equals_its_table_and_is_told_once() {
    let person = sixty_days();
    let grants = person.grants();
    let found: Vec<String> = grants.iter().map(|grant| line(&person.world.model, grant)).collect();
    let expected: Vec<&str> = include_str!("rewarded.txt").lines().filter(|line| !line.starts_with('#')).collect();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "found on the left, expected on the right");
    }
    assert_eq!(found.len(), expected.len());
    let mut earned: Vec<Occasion> = grants.iter().map(|grant| grant.occasion).collect();
    let mut told = person.told;
    earned.sort();
    told.sort();
    assert_eq!(told, earned, "each was told, and none twice");
    super::super::check_survives_saving(&person.world.model);
}

#[test]
fn the_order_of_the_records_changes_nothing() {
    let person = sixty_days();
    let (model, today) = (&person.world.model, person.world.utc.date_naive());
    let expected = Derived::of(model, today).rewards;
    let mut dice = Dice::new(5);
    let mut sessions: Vec<_> = model.sessions.iter().cloned().collect();
    let mut answers: Vec<_> = model.answers.iter().cloned().collect();
    let mut counts: Vec<_> = model.counts.iter().cloned().collect();
    for _ in 0..5 {
        for at in (1..sessions.len()).rev() {
            sessions.swap(at, usize::try_from(dice.below(at as i64 + 1)).unwrap());
        }
        answers.reverse();
        counts.reverse();
        let shuffled = Model {
            sessions: sessions.iter().cloned().collect(),
            answers: answers.iter().cloned().collect(),
            counts: counts.iter().cloned().collect(),
            rewards: model.rewards.iter().rev().cloned().collect::<Records<_>>(),
            ..model.clone()
        };
        assert_eq!(Derived::of(&shuffled, today).rewards, expected);
    }
}

#[test]
fn all_layers_but_the_month_of_april_were_reached() {
    let person = sixty_days();
    let grants = person.grants();
    let count = |layer| grants.iter().filter(|grant| grant.layer() == layer).count();
    assert!(Layer::ALL.iter().all(|layer| count(*layer) > 0));
    assert_eq!(count(Layer::Month), 1);
    assert!(grants.iter().any(|grant| grant.state == GrantState::Claimed));
}
