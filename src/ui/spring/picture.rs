//! The spring as a file: what the exported card says, in the words and colours on screen.

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::exchange::png::{self, PngError};
use crate::exchange::spring_svg::{self, Card, Palette};
use crate::ui::charts::hex;
use crate::ui::format;
use crate::ui::text::Text;
use crate::ui::theme::Theme;

/// Pixels of the PNG to a unit of the drawing: 2400 × 2800.
const SCALE: f32 = 2.0;

/// The spring as an SVG drawing, with the goal's title, its total and its dates.
pub fn svg(model: &Model, derived: &Derived, theme: &Theme, text: &Text) -> String {
    let coils = &derived.coils;
    let sessions = [("sessions", coils.sessions.into()), ("shown", format::count(u64::from(coils.sessions)).into())];
    let first = coils.coils.first().map_or(derived.today, |coil| coil.day);
    let last = coils.coils.last().map_or(derived.today, |coil| coil.last_day);
    let dates = if first == last {
        format::date(text, first)
    } else {
        let values = [("first", format::date(text, first).into()), ("last", format::date(text, last).into())];
        text.with("date-range", &values)
    };
    spring_svg::svg(&Card {
        coils,
        palette: palette(theme),
        title: model.goal().map(|goal| goal.title.clone()).unwrap_or_default(),
        total: format::duration_short(text, u64::try_from(coils.total_secs).unwrap_or(0)),
        sessions: text.with("focus-sessions", &sessions),
        dates,
        sentence: super::view::sentence(text, coils),
    })
}

/// The same as a PNG picture of 2400 × 2800 pixels.
///
/// # Errors
/// When the picture cannot be made; see [`png::of`].
pub fn png(model: &Model, derived: &Derived, theme: &Theme, text: &Text) -> Result<Vec<u8>, PngError> {
    png::of(&svg(model, derived, theme, text), SCALE)
}

fn palette(theme: &Theme) -> Palette {
    Palette {
        background: hex(theme.background),
        ink: hex(theme.ink),
        muted: hex(theme.muted),
        track: hex(theme.track),
        ruby: hex(theme.ruby),
        stage: theme.stage.map(hex),
    }
}
