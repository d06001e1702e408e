//! How the length of a session changes.

use crate::domain::settings::LengthMode;

/// The settings on this card.
pub(super) struct LengthFields<'a> {
    pub length_mode: &'a mut LengthMode,
    pub longest_minutes: &'a mut u16,
}
