//! The colours of a card, from those on screen.

use crate::exchange::share::card::Look;
use crate::ui::charts::hex;
use crate::ui::theme::Theme;

/// The colours of what is shared.
pub fn look(theme: &Theme) -> Look {
    Look {
        background: hex(theme.background),
        surface: hex(theme.surface),
        ink: hex(theme.ink),
        muted: hex(theme.muted),
        line: hex(theme.line),
        track: hex(theme.track),
        outline: hex(theme.outline),
        accent: hex(theme.accent_text),
        accent_fill: hex(theme.accent_fill),
        ruby: hex(theme.ruby),
        stage: theme.stage.map(hex),
    }
}
