//! Starting with the desktop.

use crate::domain::settings::Switch;

/// The settings on this card.
pub(super) struct StartupFields<'a> {
    pub autostart: &'a mut Switch,
    pub start_minimised: &'a mut Switch,
}
