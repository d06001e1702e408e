//! Which rules may give advice.

use crate::domain::nudges::Rule;

/// The settings on this card.
pub(super) struct AdviceFields<'a> {
    pub silent_rules: &'a mut Vec<Rule>,
}
