//! What to swap a reward for: starters of its rung that are not on the ladder yet, kinds that are rated well first.

use crate::domain::Model;
use crate::domain::rewards::{Grant, Reward, RewardGroup};
use crate::ui::starters::{RewardStarter, Starters};

/// Ratings from which on a kind is known to be liked or not, and the mean that says it is liked.
const ENOUGH: u32 = 3;
const LIKED: f64 = 3.5;
/// Ideas that are offered.
const MOST: usize = 4;

/// Ideas for a reward, and whether a kind is known to be liked and stands first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ideas<'a> {
    pub offered: Vec<&'a RewardStarter>,
    pub liked_first: bool,
}

/// Ideas in place of a reward, from the ratings of the grants in the history.
pub(super) fn ideas<'a>(model: &Model, history: &[Grant], reward: &Reward, starters: &'a Starters) -> Ideas<'a> {
    let means = means(model, history);
    let there: Vec<&str> =
        model.rewards.iter().filter(|other| other.is_active()).map(|other| other.words.as_str()).collect();
    let mut offered = starters.rewards_left(reward.layer, &there);
    let liking = |group: RewardGroup| means.iter().find(|(other, _)| *other == group).map(|(_, mean)| *mean);
    // Of equals those of another kind come first: this kind did not work.
    offered.sort_by(|one, other| {
        let rank = |starter: &RewardStarter| liking(starter.group).filter(|mean| *mean >= LIKED).unwrap_or(0.0);
        let same = |starter: &RewardStarter| starter.group == reward.group;
        rank(other).total_cmp(&rank(one)).then(same(one).cmp(&same(other)))
    });
    offered.truncate(MOST);
    let liked_first = offered.first().is_some_and(|first| liking(first.group).is_some_and(|mean| mean >= LIKED));
    Ideas { offered, liked_first }
}

/// The mean rating of each kind that has enough of them.
fn means(model: &Model, history: &[Grant]) -> Vec<(RewardGroup, f64)> {
    let rated: Vec<(RewardGroup, u8)> =
        history.iter().filter_map(|grant| Some((model.rewards.get(grant.reward?)?.group, grant.good?))).collect();
    let mean = |group: RewardGroup| {
        let goods: Vec<u32> =
            rated.iter().filter(|(other, _)| *other == group).map(|(_, good)| u32::from(*good)).collect();
        let n = u32::try_from(goods.len()).unwrap_or(u32::MAX);
        (group != RewardGroup::Other && n >= ENOUGH)
            .then(|| (group, f64::from(goods.iter().sum::<u32>()) / f64::from(n)))
    };
    RewardGroup::ALL.into_iter().filter_map(mean).collect()
}
