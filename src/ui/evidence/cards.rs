//! The cards as they stand in `assets/evidence.ron`: read once, changed by nothing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Strategy;

#[cfg(test)]
mod tests;

/// The English cards; a translation is another file.
const ENGLISH: &str = include_str!("../../../assets/evidence.ron");

/// All cards, and the studies they name.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cards {
    /// What holds for every size of an effect; it stands at the foot of each card.
    caveat: Option<Caveat>,
    #[serde(rename = "cards")]
    by_strategy: BTreeMap<Strategy, Card>,
    studies: BTreeMap<String, Study>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Caveat {
    study: String,
    says: String,
}

/// What is known about one strategy.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Card {
    pub grade: Grade,
    /// One plain sentence or two, no more than the studies allow.
    pub claim: String,
    #[serde(default)]
    pub found: Vec<Found>,
    /// Figures of the article and what became of them; on the card about the article only.
    #[serde(default)]
    pub figures: Vec<Figure>,
    pub limits: String,
    /// What follows for the app.
    pub here: String,
}

/// How well a strategy is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) enum Grade {
    /// Large randomised trials or meta-analyses.
    A,
    /// A randomised trial, or consistent laboratory work.
    B,
    /// Correlational, small or contested.
    C,
    /// Unsupported.
    D,
}

/// What one study found, in plain words.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Found {
    /// Its key among the studies.
    pub study: String,
    pub effect: String,
}

/// A figure of the article, word for word, and what holds instead.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Figure {
    pub quote: String,
    pub verdict: String,
    pub instead: String,
    /// Keys of the studies behind `instead`.
    pub studies: Vec<String>,
}

/// Where something was published.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Study {
    who: String,
    year: u16,
    /// Journal, volume and pages, as far as they were checked.
    place: Option<String>,
    /// How many studies, tests or people.
    pub sample: Option<String>,
    /// Only where it was seen.
    doi: Option<String>,
}

impl Grade {
    /// From the best supported to the unsupported.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The letter, and the id of the words that say what it means.
    pub const fn letter_and_words(self) -> (&'static str, &'static str) {
        match self {
            Self::A => ("A", "evidence-grade-a"),
            Self::B => ("B", "evidence-grade-b"),
            Self::C => ("C", "evidence-grade-c"),
            Self::D => ("D", "evidence-grade-d"),
        }
    }
}

impl Study {
    /// "Harkin and others 2016".
    pub fn short(&self) -> String {
        format!("{} {}", self.who, self.year)
    }

    /// "Harkin and others 2016, Psychological Bulletin 142(2), 198–229".
    pub fn reference(&self) -> String {
        match &self.place {
            Some(place) => format!("{}, {place}", self.short()),
            None => self.short(),
        }
    }

    /// Its address on the web, in full.
    pub fn link(&self) -> Option<String> {
        self.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"))
    }
}

impl Cards {
    /// The English cards; none if the file cannot be read, which a test keeps from shipping.
    pub fn english() -> &'static Self {
        static READ: LazyLock<Cards> = LazyLock::new(|| {
            read().unwrap_or_else(|error| {
                log::error!("evidence cards not read: {error}");
                Cards::default()
            })
        });
        &READ
    }

    /// The card of a strategy.
    pub fn get(&self, strategy: Strategy) -> Option<&Card> {
        self.by_strategy.get(&strategy)
    }

    /// The study of a key.
    pub fn study(&self, key: &str) -> Option<&Study> {
        self.studies.get(key)
    }

    /// What holds for every size of an effect, and the study it comes from.
    pub fn caveat(&self) -> Option<(&str, &Study)> {
        let caveat = self.caveat.as_ref()?;
        Some((&caveat.says, self.study(&caveat.study)?))
    }
}

fn read() -> Result<Cards, ron::error::SpannedError> {
    ron::from_str(ENGLISH)
}
