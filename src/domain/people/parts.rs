//! What a reader may see, each part by its own switch.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One thing a reader may see. The title of the goal and the period are always told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// Minutes done, and what was planned.
    Minutes,
    /// Days done and missed.
    Days,
    /// Amounts of the measure.
    Counts,
    Chart,
    Notes,
    Proofs,
    /// Energy before and after, as rated.
    Energy,
    /// The identity statement: private unless it is chosen (evidence.md §1, "Social and identity").
    Identity,
}

/// What a reader may see: a set of [`Part`]s, saved as a list of their names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Parts(u8);

impl Part {
    /// All parts, from what is told most readily on.
    pub const ALL: [Self; 8] =
        [Self::Minutes, Self::Days, Self::Counts, Self::Chart, Self::Notes, Self::Proofs, Self::Energy, Self::Identity];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Parts {
    /// Only what is always told.
    pub const NONE: Self = Self(0);

    /// Everything.
    pub const ALL: Self = Self(u8::MAX);

    /// Whether a part may be seen.
    pub fn has(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }

    /// The same with a part added.
    #[must_use]
    pub fn with(self, part: Part) -> Self {
        Self(self.0 | part.bit())
    }

    /// The same with a part taken out.
    #[must_use]
    pub fn without(self, part: Part) -> Self {
        Self(self.0 & !part.bit())
    }

    /// The same with the switch of a part turned over.
    #[must_use]
    pub fn toggled(self, part: Part) -> Self {
        Self(self.0 ^ part.bit())
    }

    /// Its parts, in the order of [`Part::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.has(*part))
    }
}

/// The done work and the plan: what a reader sees unless the user chooses otherwise.
impl Default for Parts {
    fn default() -> Self {
        [Part::Minutes, Part::Days, Part::Counts, Part::Chart].into_iter().collect()
    }
}

impl FromIterator<Part> for Parts {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        parts.into_iter().fold(Self::NONE, Self::with)
    }
}

impl std::fmt::Debug for Parts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for Parts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Parts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Part>::deserialize(deserializer)?.into_iter().collect())
    }
}
