//! Starters: suggestions from `assets/starters.ron` that are offered beside empty places and added with one click.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::environment::{EnvironmentItem, Group, ItemKind};
use crate::domain::rewards::{Layer, RewardGroup};

const BUILT_IN: &str = include_str!("../../assets/starters.ron");

/// Everything that is offered, list by list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Starters {
    pub environment: Vec<EnvironmentStarter>,
    pub rewards: Vec<RewardStarter>,
}

/// An item of the environment that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EnvironmentStarter {
    pub group: Group,
    pub kind: ItemKind,
    pub text: String,
}

/// A reward that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RewardStarter {
    pub layer: Layer,
    pub group: RewardGroup,
    /// How long it takes.
    pub minutes: u16,
    pub text: String,
}

impl Starters {
    /// Those that came with the app; read once.
    pub fn built_in() -> &'static Self {
        static READ: OnceLock<Starters> = OnceLock::new();
        READ.get_or_init(|| {
            ron::from_str(BUILT_IN).unwrap_or_else(|error| {
                log::error!("starters: {error}");
                Self::default()
            })
        })
    }

    /// The rewards of a layer whose words are not `there` yet.
    pub fn rewards_left(&self, layer: Layer, there: &[&str]) -> Vec<&RewardStarter> {
        let is_there = |starter: &RewardStarter| there.contains(&starter.text.as_str());
        self.rewards.iter().filter(|starter| starter.layer == layer && !is_there(starter)).collect()
    }

    /// The items of a group that are not there yet.
    pub fn left<'a>(&'a self, group: Group, items: &[&EnvironmentItem]) -> Vec<&'a EnvironmentStarter> {
        let is_there = |starter: &EnvironmentStarter| items.iter().any(|item| item.text == starter.text);
        self.environment.iter().filter(|starter| starter.group == group && !is_there(starter)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::environment::checked_text;
    use crate::domain::rewards::MAX_BREAK_MINUTES;

    #[test]
    fn each_group_has_six_that_can_be_added_as_they_are() {
        let read: Starters = ron::from_str(BUILT_IN).unwrap();
        for group in Group::ALL {
            assert_eq!(read.left(group, &[]).len(), 6, "{group:?}");
        }
        let texts: std::collections::BTreeSet<&str> = read.environment.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts.len(), read.environment.len());
        assert!(read.environment.iter().all(|one| checked_text(&one.text).as_ref() == Ok(&one.text)));
        assert_eq!(Starters::built_in(), &read);
    }

    #[test]
    fn each_layer_has_one_reward_of_each_kind_that_can_be_added_as_it_is() {
        let kinds = [
            RewardGroup::Rest,
            RewardGroup::Treat,
            RewardGroup::Move,
            RewardGroup::Play,
            RewardGroup::People,
            RewardGroup::Make,
        ];
        let read = Starters::built_in();
        for layer in Layer::ALL {
            let mut found: Vec<RewardGroup> = read.rewards_left(layer, &[]).iter().map(|one| one.group).collect();
            found.sort();
            assert_eq!(found, kinds, "{layer:?}");
        }
        assert!(read.rewards.iter().all(|one| (1..=MAX_BREAK_MINUTES).contains(&one.minutes)));
        assert!(read.rewards.iter().all(|one| one.text.chars().count() <= 40 && one.text.trim() == one.text));
        assert_eq!(read.rewards_left(Layer::Session, &["A walk around the block"]).len(), 5);
    }

    #[test]
    fn a_list_this_version_does_not_know_is_no_error() {
        assert_eq!(
            ron::from_str::<Starters>("(songs: [(text: \"Tea\")], environment: [])").unwrap(),
            Starters::default()
        );
    }
}
