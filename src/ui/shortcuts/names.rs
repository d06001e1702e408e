//! Key combinations in words.

use eframe::egui::{Key, KeyboardShortcut};

use crate::ui::text::Text;

/// A key combination in words, such as "Ctrl+Shift+Z".
pub fn shown(text: &Text, shortcut: KeyboardShortcut) -> String {
    let KeyboardShortcut { modifiers, logical_key } = shortcut;
    let mut parts = Vec::new();
    if modifiers.command || modifiers.ctrl {
        parts.push(text.get(if cfg!(target_os = "macos") { "command-key-cmd" } else { "command-key-ctrl" }));
    }
    if modifiers.shift {
        parts.push(text.get("command-key-shift"));
    }
    parts.push(match logical_key {
        Key::Space => text.get("command-key-space"),
        Key::Enter => text.get("command-key-enter"),
        Key::Tab => text.get("command-key-tab"),
        Key::Questionmark => "?".to_owned(),
        Key::Comma => ",".to_owned(),
        Key::Plus => "+".to_owned(),
        Key::Minus => "−".to_owned(),
        Key::Equals => "=".to_owned(),
        Key::Escape => text.get("command-key-escape"),
        key => key.name().to_owned(),
    });
    parts.join("+")
}
