//! The demo's ladder of rewards, and what became of what was earned of it.

use chrono::{Days, NaiveDate};

use super::maker::{Maker, at};
use super::texts;
use crate::domain::Records;
use crate::domain::model::Model;
use crate::domain::rewards::{Layer, Reward, RewardGroup};
use crate::domain::time::Now;

/// The rewards, with the days since the start on which they were written.
const LADDER: [(u64, Layer, &str, u16, RewardGroup); 1] = [(0, Layer::Session, texts::REWARD, 10, RewardGroup::Treat)];

pub(super) fn ladder(maker: &mut Maker, start: NaiveDate) -> Records<Reward> {
    let mut reward = |(nth, layer, words, minutes, group): (u64, Layer, &str, u16, RewardGroup)| {
        let made = at(start + Days::new(nth), 7 * 60 + 47, maker.now.offset);
        Reward {
            id: maker.id(made),
            layer,
            words: words.to_owned(),
            minutes,
            opens: None,
            group,
            milestone: None,
            made,
            worded: made,
            retired: None,
            modified: made,
        }
    };
    LADDER.into_iter().map(&mut reward).collect()
}

pub(super) fn answered(model: Model, _now: Now, _seed: u64) -> Model {
    model
}
