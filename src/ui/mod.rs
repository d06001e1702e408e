//! Everything on screen: the look (theme, icons, text, format), the widgets, and one file or folder a tab.

pub mod banners;
pub mod charts;
pub mod commands;
pub mod cx;
pub mod dates;
pub mod environment;
pub mod evidence;
pub mod first_run;
pub mod focus;
pub mod format;
pub mod goal;
pub mod icons;
pub mod nudge_words;
pub mod outbox;
pub mod palette;
pub mod plans;
pub mod programme;
pub mod progress;
pub mod rail;
pub mod recovery;
pub mod refusals;
pub mod reminder_words;
pub mod review;
pub mod rewards;
pub mod settings;
pub mod shortcut_sheet;
pub mod shortcuts;
pub mod spring;
pub mod starters;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;
pub mod theme;
pub mod toasts;
pub mod undo_words;
pub mod widgets;
