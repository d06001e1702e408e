//! Everything on screen: the look (theme, icons, text, format), the widgets, and one file or folder a tab.

pub mod commands;
pub mod cx;
pub mod format;
pub mod icons;
pub mod outbox;
pub mod settings;
pub mod shortcuts;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;
pub mod theme;
pub mod widgets;
