//! The demo's ladder of rewards, what became of what was earned of it, and how the sessions were enjoyed.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use fastrand::Rng;
use uuid::Uuid;

use super::maker::at;
use super::texts;
use crate::domain::Records;
use crate::domain::model::Model;
use crate::domain::rewards::{
    Answer, Grant, GrantState, Layer, Mark, OwnMilestone, Reward, RewardGroup, answer_id, grants,
};
use crate::domain::session::Session;
use crate::domain::time::Now;

/// Days before today in which what was earned still waits, here and there.
const FRESH_DAYS: i64 = 4;

/// A reward: days since the start on which it was written, its layer, words, minutes and kind.
type Written = (u64, Layer, &'static str, u16, RewardGroup);

/// The rewards, but for the one of the own milestone.
const LADDER: [Written; 10] = [
    (0, Layer::Session, texts::REWARD, 10, RewardGroup::Treat),
    (40, Layer::Session, "One song with my eyes closed", 5, RewardGroup::Rest),
    (250, Layer::Session, texts::WEAK_REWARD, 5, RewardGroup::Play),
    (12, Layer::Day, "An episode of the series", 45, RewardGroup::Play),
    (30, Layer::Day, "A walk by the canal", 30, RewardGroup::Move),
    (18, Layer::Week, "Breakfast at the bakery", 60, RewardGroup::Treat),
    (60, Layer::Week, "Cinema with Noor", 150, RewardGroup::People),
    (24, Layer::Month, "A day at the lake", 240, RewardGroup::Move),
    (24, Layer::Milestone, "Dinner at the small place", 120, RewardGroup::Treat),
    (26, Layer::Comeback, "Fresh bread and a novel", 30, RewardGroup::Rest),
];
/// The own milestone: the day since the start on which it was set, and the words it takes.
const DRAFT: (u64, u32) = (33, 20_000);

pub(super) fn ladder(start: NaiveDate, now: Now) -> Records<Reward> {
    (1..).zip(LADDER).map(|(nth, written)| reward(written, nth, start, now)).collect()
}

fn reward((days, layer, words, minutes, group): Written, nth: u16, start: NaiveDate, now: Now) -> Reward {
    let made = at(start + Days::new(days), 7 * 60 + 47, now.offset);
    let id = Now::new(made, now.offset, 31).id(nth);
    let (opens, milestone, retired) = (None, None, None);
    let words = words.to_owned();
    Reward { id, layer, words, minutes, opens, group, milestone, made, worded: made, retired, modified: made }
}

/// The milestone of the user's own, with the reward for it alone.
pub(super) fn milestone(goal: Uuid, start: NaiveDate, now: Now) -> (OwnMilestone, Reward) {
    let (days, words) = DRAFT;
    let made = at(start + Days::new(days), 20 * 60, now.offset);
    let id = Now::new(made, now.offset, 31).id(0);
    let name = texts::MILESTONE.to_owned();
    let own = OwnMilestone { id, goal, mark: Mark::Counts(words), name, made, modified: made };
    let written = (days, Layer::Milestone, "A weekend at the sea", 240, RewardGroup::Rest);
    (own, Reward { milestone: Some(id), ..reward(written, 90, start, now) })
}

/// "How was it?" after most sessions: better as the months go by.
pub(super) fn enjoy(sessions: &mut [Session], seed: u64) {
    let mut rng = Rng::with_seed(seed ^ 0xE17);
    let count = sessions.len().max(1);
    for (nth, session) in sessions.iter_mut().enumerate() {
        let usual = [2, 3, 3, 4][rng.usize(0..4)];
        let is_late = rng.usize(0..count) < nth;
        session.enjoyment = (rng.u32(0..10) < 7).then_some(usual + u8::from(is_late));
    }
}

/// What became of what was earned: mostly taken and liked, now and then left; the newest ones partly wait.
pub(super) fn answered(model: Model, now: Now, seed: u64) -> Model {
    let today = now.today(model.settings.day_start_hour);
    let Some(goal) = model.goal().map(|goal| goal.id) else { return model };
    let mut rng = Rng::with_seed(seed ^ 0xA15);
    let all = grants(&model, today);
    let answers = all.into_iter().filter_map(|grant| answer(goal, grant, now, &mut rng)).collect();
    Model { answers, ..model }
}

fn answer(goal: Uuid, grant: Grant, now: Now, rng: &mut Rng) -> Option<Answer> {
    let is_fresh = (now.today(4) - grant.day).num_days() < FRESH_DAYS;
    let is_weak = grant.words == texts::WEAK_REWARD;
    let chance = rng.u32(0..100);
    let (taken, skipped) = if is_weak {
        (15, 75)
    } else if is_fresh {
        (30, 34)
    } else {
        (84, 92)
    };
    let state = match chance {
        chance if chance < taken => GrantState::Claimed,
        chance if chance < skipped => GrantState::Skipped,
        _ => return None,
    };
    let liked = [3, 4, 4, 5, 5][rng.usize(0..5)];
    let good = match state {
        GrantState::Claimed if rng.u32(0..10) < 6 => Some(if is_weak { 2 } else { liked }),
        GrantState::Claimed | GrantState::Skipped | GrantState::Earned => None,
    };
    let answered = soon(grant.earned, rng).min(now.utc);
    Some(Answer {
        id: answer_id(goal, grant.occasion),
        goal,
        occasion: grant.occasion,
        earned: grant.earned,
        day: grant.day,
        reward: grant.reward,
        words: grant.words,
        minutes: grant.minutes,
        state,
        good,
        answered,
        modified: answered,
    })
}

/// A few minutes later.
fn soon(earned: DateTime<Utc>, rng: &mut Rng) -> DateTime<Utc> {
    earned + Duration::seconds(rng.i64(20..600))
}
