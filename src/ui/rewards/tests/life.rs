//! Eight weeks of a made-up life with rewards, through the actions of the app.

use chrono::Duration;
use uuid::Uuid;

use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::measure::{CountAction, Measure};
use crate::domain::rewards::{GrantState, Layer, Mark, Milestone, Occasion, RewardAction, RewardGroup, grants};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::target::TargetAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, Now, apply};
use crate::ui::testing::{World, moment};

/// The moment the page is looked at.
pub const NOW: &str = "2026-11-23T10:12:00Z";
const START: &str = "2026-09-28T07:30:00Z";
/// Sessions on each of the 57 days up to today.
const DAYS: &str = "221.122 212..21 22212.. 1221221 2.12212 22122.1 2212.22 1221212 1";
/// Length of a session, and the target, in minutes.
const SESSION: i64 = 12;
const TARGET: u16 = 20;

struct Life {
    model: Model,
    now: Now,
}

impl Life {
    #[track_caller]
    fn act(&mut self, action: Action) {
        self.now.seed += 1;
        apply(&mut self.model, action, self.now).unwrap();
    }

    fn add(&mut self, layer: Layer, words: &str, minutes: u16, group: RewardGroup) {
        self.act(reward(layer, words, minutes, group, None));
    }

    fn session(&mut self, nth: usize) {
        let planned_secs = u32::try_from(SESSION * 60).unwrap();
        let (intention, environment) = (String::new(), Vec::new());
        self.act(Action::Timer(TimerAction::Start { planned_secs, intention, environment }));
        for _ in 0..SESSION {
            self.now.utc += Duration::minutes(1);
            let last_alive = self.now.utc;
            self.act(Action::Timer(TimerAction::Tick { last_alive }));
        }
        self.act(Action::Timer(TimerAction::Finish));
        let id = self.model.sessions.last().unwrap().id;
        let felt = [4, 3, 5, 4, 4, 5][nth % 6];
        self.act(Action::Session(SessionAction::Set { id, field: SessionField::Enjoyment(Some(felt)) }));
        let amount = [110.0, 80.0, 140.0][nth % 3];
        self.act(Action::Count(CountAction::Add { amount, session: Some(id) }));
        self.answer(nth);
    }

    /// Takes most of what was earned and leaves some of the songs.
    fn answer(&mut self, nth: usize) {
        let today = self.now.today(self.model.settings.day_start_hour);
        let waiting: Vec<(Occasion, String)> = grants(&self.model, today)
            .into_iter()
            .filter(|grant| grant.state == GrantState::Earned && grant.day == today)
            .map(|grant| (grant.occasion, grant.words))
            .collect();
        for (occasion, words) in waiting {
            let is_left = words.contains("song") || (nth % 7 == 6 && occasion.layer() == Layer::Session);
            let action = if is_left { RewardAction::Skip { occasion } } else { RewardAction::Take { occasion } };
            self.act(Action::Reward(action));
            if !is_left {
                self.act(Action::Reward(RewardAction::EndBreak));
                let good = [Some(4), Some(5), None, Some(4), Some(3)][nth % 5];
                self.act(Action::Reward(RewardAction::Rate { occasion, good }));
            }
        }
    }
}

pub fn reward(layer: Layer, words: &str, minutes: u16, group: RewardGroup, milestone: Option<Uuid>) -> Action {
    let (words, opens) = (words.to_owned(), None);
    Action::Reward(RewardAction::Add { layer, words, minutes, opens, group, milestone })
}

/// A goal with a measure and a target, and nothing else.
pub fn fresh() -> World {
    let life = begin(moment(NOW));
    World::new(life.model, life.now)
}

fn begin(now: Now) -> Life {
    let mut life = Life { model: Model::default(), now };
    life.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    let id = life.model.goal().unwrap().id;
    let measure = Measure { unit: "words".to_owned(), total: Some(60_000.0) };
    life.act(Action::Goal(GoalAction::Set { id, field: GoalField::Measure(Some(measure)) }));
    life.act(Action::Target(TargetAction::Set { minutes: TARGET }));
    life
}

/// The same after eight weeks, with a reward on every rung, one of them weak, and three that wait.
pub fn full() -> World {
    let mut life = begin(moment(START));
    life.add(Layer::Session, "Espresso on the balcony", 10, RewardGroup::Treat);
    life.add(Layer::Session, "One favourite song, loud", 5, RewardGroup::Play);
    life.add(Layer::Session, "Ten pages of the novel", 15, RewardGroup::Rest);
    life.add(Layer::Day, "An episode of the series", 45, RewardGroup::Play);
    life.add(Layer::Week, "Dinner with Ada and Tom", 150, RewardGroup::People);
    life.add(Layer::Month, "A day trip to the lake", 240, RewardGroup::Move);
    life.add(Layer::Milestone, "A dinner to mark it", 120, RewardGroup::Treat);
    life.add(Layer::Comeback, "A quarter of an hour in the sun", 15, RewardGroup::Rest);
    let name = "A third of the book".to_owned();
    life.act(Action::Reward(RewardAction::AddMilestone { mark: Mark::Counts(20_000), name }));
    let own = life.model.milestones.last().unwrap().id;
    life.act(reward(Layer::Milestone, "A weekend by the sea", 240, RewardGroup::Rest, Some(own)));
    let start = life.now.utc;
    let letters: Vec<char> = DAYS.chars().filter(|letter| *letter != ' ').collect();
    let mut nth = 0;
    for (day, letter) in letters.iter().enumerate() {
        life.now.utc = start + Duration::days(i64::try_from(day).unwrap());
        for _ in 0..letter.to_digit(10).unwrap_or(0) {
            life.session(nth);
            life.now.utc += Duration::minutes(40);
            nth += 1;
        }
    }
    let waits = |answer: &crate::domain::rewards::Answer| {
        let is_new = answer.earned > moment("2026-11-21T00:00:00Z").utc;
        is_new && !matches!(answer.occasion, Occasion::Milestone(Milestone::Sessions(_)))
    };
    let unanswered: Vec<Uuid> = life.model.answers.iter().filter(|answer| waits(answer)).map(|one| one.id).collect();
    for id in unanswered {
        life.model.answers.remove(id);
    }
    life.now = moment(NOW);
    World::new(life.model, life.now)
}
