//! Which card each setting stands on: a new setting does not compile until it has a place here.

use crate::domain::Action;
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::settings::{Settings, SettingsAction};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;

use super::advice::AdviceFields;
use super::length::LengthFields;
use super::look::LookFields;
use super::notify::NotifyFields;
use super::reminders::ReminderFields;
use super::startup::StartupFields;
use super::time::TimeFields;

/// All settings, by the card they stand on.
pub(super) struct Parts<'a> {
    pub time: TimeFields<'a>,
    pub notify: NotifyFields<'a>,
    pub look: LookFields<'a>,
    pub length: LengthFields<'a>,
    pub advice: AdviceFields<'a>,
    pub reminders: ReminderFields<'a>,
    pub startup: StartupFields<'a>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(settings: &'a mut Settings) -> Self {
        let Settings {
            day_start_hour,
            week_start,
            session_minutes,
            clock_face,
            notifications,
            sound,
            quiet_hours,
            theme,
            accent,
            text_percent,
            motion,
            celebration,
            // It stands on the ladder.
            reward_pick: _,
            game,
            length_mode,
            longest_minutes,
            silent_rules,
            day_end_minute,
            checklist_minutes,
            comeback_reminder,
            review_minute,
            review_weekday,
            autostart,
            start_minimised,
            // It is typed where a post is made.
            mastodon: _,
        } = settings;
        Self {
            time: TimeFields { day_start_hour, week_start, clock_face },
            notify: NotifyFields { notifications, sound, quiet_hours },
            look: LookFields { theme, accent, text_percent, motion, celebration, game },
            length: LengthFields { session_minutes, length_mode, longest_minutes },
            advice: AdviceFields { silent_rules },
            reminders: ReminderFields {
                day_end_minute,
                checklist_minutes,
                comeback_reminder,
                review_minute,
                review_weekday,
            },
            startup: StartupFields { autostart, start_minimised },
        }
    }
}

/// Asks for the settings as the form left them, when they differ. The length of a session is a decision about the goal.
pub(super) fn apply(cx: &Cx<'_>, settings: Settings, out: &mut Outbox) {
    let settings = settings.bounded();
    let minutes = settings.session_minutes;
    let mut before = cx.model.settings.clone();
    if minutes != before.session_minutes && cx.model.goal().is_some() {
        out.act(Action::Length(LengthAction::Decide { minutes, why: LengthChange::Chosen }));
        before.session_minutes = minutes;
    }
    if settings != before {
        out.act(Action::Settings(SettingsAction::Set(settings)));
    }
}
