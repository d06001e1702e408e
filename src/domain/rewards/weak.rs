//! Weak rewards: those that are left lying, skipped, or not much liked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Grant, GrantState};
use crate::domain::model::Model;

/// Grants that are looked at, the newest since the reward got its words, and how many of them make it weak.
const NEWEST: usize = 5;
const TIMES: usize = 3;
/// A rating up to this says that it was not much.
const LOW: u8 = 2;
/// Days after which a grant that waits counts as left: more than 24 hours, wherever in its day it was earned.
const LEFT_AFTER_DAYS: i64 = 2;

/// A reward that does not reward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weak {
    pub reward: Uuid,
    /// How many of its newest grants were left, skipped or rated low, and how many there are: at most 5.
    pub times: u32,
    pub of: u32,
}

/// Whether a grant that was not answered counts as left.
pub(super) fn is_left(grant_day: NaiveDate, today: NaiveDate) -> bool {
    (today - grant_day).num_days() >= LEFT_AFTER_DAYS
}

/// The rewards in use that are weak, in the order they were written; `grants` are oldest first.
pub(super) fn weak(model: &Model, grants: &[Grant], today: NaiveDate) -> Vec<Weak> {
    let mut newest: BTreeMap<Uuid, Vec<bool>> = BTreeMap::new();
    for grant in grants.iter().rev() {
        let Some(reward) = grant.reward.and_then(|id| model.rewards.get(id)) else { continue };
        let is_counted = reward.is_active() && grant.earned >= reward.worded;
        let list = newest.entry(reward.id).or_default();
        if let Some(is_bad) = judged(grant, today).filter(|_| is_counted && list.len() < NEWEST) {
            list.push(is_bad);
        }
    }
    let weak = model.rewards.iter().filter_map(|reward| {
        let list = newest.get(&reward.id)?;
        let times = list.iter().filter(|is_bad| **is_bad).count();
        (times >= TIMES).then_some(Weak { reward: reward.id, times: times as u32, of: list.len() as u32 })
    });
    weak.collect()
}

/// Whether a grant speaks against its reward; nothing while it is too fresh to tell.
fn judged(grant: &Grant, today: NaiveDate) -> Option<bool> {
    match grant.state {
        GrantState::Earned => is_left(grant.day, today).then_some(true),
        GrantState::Skipped => Some(true),
        GrantState::Claimed => Some(grant.good.is_some_and(|good| good <= LOW)),
    }
}
