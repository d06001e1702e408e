//! Reminders, and what comes next.

use chrono::Weekday;

use crate::domain::settings::Switch;

/// The settings on this card.
pub(super) struct ReminderFields<'a> {
    pub day_end_minute: &'a mut Option<u16>,
    pub checklist_minutes: &'a mut Option<u16>,
    pub comeback_reminder: &'a mut Switch,
    pub review_minute: &'a mut Option<u16>,
    pub review_weekday: &'a mut Weekday,
}
