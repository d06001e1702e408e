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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{World, moment};

    /// The one thing the app makes to be given away; a copy of the data file is the user's own, with all that is in it.
    #[test]
    fn the_picture_that_can_be_given_away_carries_the_title_and_not_the_identity() {
        let now = moment("2026-11-23T10:12:00Z");
        let world = World::new(crate::domain::demo::demo_at(now, 1), now);
        let goal = world.model.goal().unwrap();
        assert_eq!((goal.title.as_str(), goal.identity.as_str()), ("Write the book", "I am a writer"));
        let drawn = svg(&world.model, &world.derived, &world.theme, &world.text);
        assert!(drawn.contains("Write the book"));
        assert!(!drawn.contains("writer"));
        assert!(world.model.sessions.iter().all(|one| one.proof.is_empty() || !drawn.contains(&one.proof)));
    }
}
