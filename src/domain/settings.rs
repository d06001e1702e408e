//! Settings: how the app behaves for this user, saved with the data.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::effect::{Effect, Refusal, saved};
use super::model::Model;
use super::nudges::Rule;
use super::rewards::Pick;
use super::time::{MAX_DAY_START_HOUR, WeekStart};

/// Length of the first session and the first target, in minutes (the method starts with 5 to 10).
pub const FIRST_SESSION_MINUTES: u16 = 5;
/// Longest planned session, in minutes.
pub const MAX_SESSION_MINUTES: u16 = 240;
/// Longest address of a server, in characters.
pub const MAX_SERVER_CHARS: usize = 200;
/// The longest session that growth offers while the user has set none, in minutes (evidence.md §7).
pub const LONGEST_MINUTES: u16 = 45;
/// Bounds of the text size, in percent.
pub const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 80..=200;

/// All settings; a file may leave any of them out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Hour at which a goal day starts, 0–12.
    pub day_start_hour: u8,
    pub week_start: WeekStart,
    /// Planned length of the next session, in minutes, 1–240.
    pub session_minutes: u16,
    pub clock_face: ClockFace,
    pub notifications: Notifications,
    pub sound: Switch,
    pub quiet_hours: Option<QuietHours>,
    pub theme: ThemeChoice,
    pub accent: Accent,
    /// 80–200.
    pub text_percent: u16,
    pub motion: Motion,
    pub celebration: Switch,
    /// Which reward of a layer it is, where there is more than one.
    pub reward_pick: Pick,
    /// Whether level and badges are shown.
    pub game: Switch,
    pub length_mode: LengthMode,
    /// The longest session that growth offers, in minutes, 5–240.
    pub longest_minutes: u16,
    /// Rules whose advice is turned off.
    pub silent_rules: Vec<Rule>,
    /// When the day is called about to end if nothing was done yet, in minutes after midnight; `None` for never.
    pub day_end_minute: Option<u16>,
    /// When the environment is to be checked, in minutes before each reminder to start; `None` for never.
    pub checklist_minutes: Option<u16>,
    /// Whether a missed day is answered by a reminder of its own.
    pub comeback_reminder: Switch,
    /// When reviews are due, in minutes after midnight; `None` for never.
    pub review_minute: Option<u16>,
    /// The day of the weekly review.
    pub review_weekday: Weekday,
    /// Whether the app starts when the user logs in.
    pub autostart: Switch,
    /// Whether that start is minimised.
    pub start_minimised: Switch,
    /// The user's server of Mastodon, as it was typed when a post was last opened there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub mastodon: String,
}

/// How the length of a session changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LengthMode {
    /// Growth and steps down are offered.
    #[default]
    Growing,
    /// It stays as the user set it.
    Fixed,
}

/// What the running clock shows before the last minute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockFace {
    #[default]
    Minutes,
    Seconds,
}

/// Whether desktop notifications come, and with which words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notifications {
    #[default]
    On,
    /// They come, without the user's own words.
    Private,
    Off,
}

/// A plain on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Switch {
    On,
    Off,
}

/// A daily stretch in which only the end of what the user started is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// Minutes after midnight, local time, 0–1439.
    pub from_minute: u16,
    /// Minutes after midnight; before `from_minute` it means the next morning.
    pub to_minute: u16,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The one accent colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accent {
    #[default]
    Gold,
    Copper,
    Bronze,
    Steel,
}

/// Whether things may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    #[default]
    System,
    Full,
    Reduced,
}

/// Puts new settings in place of the old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsAction {
    Set(Settings),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            day_start_hour: 4,
            week_start: WeekStart::default(),
            session_minutes: FIRST_SESSION_MINUTES,
            clock_face: ClockFace::default(),
            notifications: Notifications::default(),
            sound: Switch::On,
            quiet_hours: None,
            theme: ThemeChoice::default(),
            accent: Accent::default(),
            text_percent: 100,
            motion: Motion::default(),
            celebration: Switch::On,
            reward_pick: Pick::default(),
            game: Switch::On,
            length_mode: LengthMode::default(),
            longest_minutes: LONGEST_MINUTES,
            silent_rules: Vec::new(),
            day_end_minute: Some(20 * 60),
            checklist_minutes: None,
            comeback_reminder: Switch::On,
            review_minute: Some(18 * 60),
            review_weekday: Weekday::Sun,
            autostart: Switch::Off,
            start_minimised: Switch::On,
            mastodon: String::new(),
        }
    }
}

impl Switch {
    pub fn is_on(self) -> bool {
        self == Self::On
    }
}

impl QuietHours {
    /// True when a local minute of the day (0–1439) lies in the quiet stretch.
    pub fn contains(self, minute: u16) -> bool {
        if self.from_minute <= self.to_minute {
            (self.from_minute..self.to_minute).contains(&minute)
        } else {
            minute >= self.from_minute || minute < self.to_minute
        }
    }
}

impl Settings {
    /// Every figure brought into its bounds; a hand-edited file may hold anything.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.day_start_hour = self.day_start_hour.min(MAX_DAY_START_HOUR);
        self.session_minutes = self.session_minutes.clamp(1, MAX_SESSION_MINUTES);
        self.text_percent = self.text_percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
        self.longest_minutes = self.longest_minutes.clamp(FIRST_SESSION_MINUTES, MAX_SESSION_MINUTES);
        self.day_end_minute = self.day_end_minute.map(|minute| minute.min(1439));
        self.review_minute = self.review_minute.map(|minute| minute.min(1439));
        self.checklist_minutes = self.checklist_minutes.map(|minutes| minutes.clamp(1, 120));
        self.silent_rules.sort_unstable();
        self.silent_rules.dedup();
        if self.mastodon.chars().count() > MAX_SERVER_CHARS {
            self.mastodon.clear();
        }
        self.quiet_hours = self
            .quiet_hours
            .map(|quiet| QuietHours { from_minute: quiet.from_minute.min(1439), to_minute: quiet.to_minute.min(1439) });
        self
    }
}

/// Carries out a settings action.
///
/// # Errors
/// None today; the result has the shape that every concept shares.
pub fn apply(model: &mut Model, action: SettingsAction) -> Result<Vec<Effect>, Refusal> {
    let SettingsAction::Set(settings) = action;
    let settings = settings.bounded();
    if model.settings == settings {
        return Ok(Vec::new());
    }
    model.settings = settings;
    Ok(saved())
}
