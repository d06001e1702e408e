//! What the ratings of automaticity say, by the rules of evidence.md §2: never one date, and no verdict before its time.

use crate::domain::insight::automaticity::{LEAST_RATINGS, LEAST_SESSIONS, LEAST_SPAN_DAYS, Reach, Reading};
use crate::domain::insight::review_figures::{Ratings, ReviewFigures};
use crate::ui::cx::Cx;
use crate::ui::format;

/// One sentence or two; nothing before the first rating.
pub(super) fn reading_words(cx: &Cx<'_>, figures: &ReviewFigures, ratings: &Ratings) -> Option<String> {
    let found = figures.automaticity(ratings)?;
    Some(match found.reading {
        Reading::TooEarly { ratings, span_days, sessions } => {
            let ratings = ratings.min(u32::try_from(LEAST_RATINGS).unwrap_or(u32::MAX));
            let values = [
                ("ratings", ratings.into()),
                ("days", span_days.min(LEAST_SPAN_DAYS).into()),
                ("sessions", sessions.min(LEAST_SESSIONS).into()),
                ("leastRatings", LEAST_RATINGS.into()),
                ("leastDays", LEAST_SPAN_DAYS.into()),
                ("leastSessions", LEAST_SESSIONS.into()),
            ];
            cx.text.with("review-reading-early", &values)
        }
        Reading::NotPinnedDown => cx.text.with("review-reading-open", &[("ratings", found.dots.len().into())]),
        Reading::NoClearGrowth => cx.text.with("review-reading-flat", &[("ratings", found.dots.len().into())]),
        Reading::Fit { curve, reach } => {
            let [first, last] = [curve.p10, curve.p90].map(|days| format::decimal(days.round(), 0));
            let values = [("ratings", found.dots.len().into()), ("first", first.into()), ("last", last.into())];
            cx.text.with(
                match reach {
                    Reach::Seen => "review-reading-fit",
                    Reach::Extrapolated => "review-reading-extrapolated",
                },
                &values,
            )
        }
    })
}
