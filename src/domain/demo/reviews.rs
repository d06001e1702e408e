//! The reviews of the demo: most Sundays and the first Sunday of most months, and what was tried after them.

use chrono::{Days, Duration, NaiveDate};
use uuid::Uuid;

use super::maker::{Maker, at};
use crate::domain::experiments::{Experiment, ExperimentDesign, ExperimentState};
use crate::domain::records::Records;
use crate::domain::review::{MAX_ITEM, Period, Review, draft};
use crate::domain::settings::Settings;

/// Minute of the day at which reviews are written, and minutes it takes.
const WRITTEN_AT: u32 = 18 * 60 + 5;
const TAKES_MINUTES: i64 = 6;
/// Of so many weeks one is not looked back at.
const SKIPPED_OF: usize = 7;
/// Automaticity begins here, may come as high as this, and needs so many days for most of the way.
const FIRST_RATING: f64 = 1.6;
const LAST_RATING: f64 = 5.4;
const RATING_DAYS: f64 = 70.0;
/// What a week adds to that, in turn: nobody feels the same each week.
const MOODS: [f64; 5] = [0.0, 0.4, -0.5, 0.2, -0.2];
/// How far the other items lie below the first one.
const BELOW_FIRST: [f64; 4] = [0.0, 0.3, 0.8, 1.1];
const SUPPORT: [u8; 6] = [3, 4, 4, 6, 5, 7];
const FEELS_TRUE: [u8; 12] = [3, 4, 4, 5, 5, 6, 6, 5, 6, 7, 7, 8];

/// What was tried: the week after which it began, what, how, and what became of it after so many days.
const TRIED: [(usize, &str, ExperimentDesign, ExperimentState, u64); 4] = [
    (6, "Phone in the drawer before breakfast", ExperimentDesign::Dated, ExperimentState::Kept, 15),
    (15, "Write on the train instead of at home", ExperimentDesign::Dated, ExperimentState::Dropped, 14),
    (23, "Read yesterday's last line aloud first", ExperimentDesign::CoinFlip, ExperimentState::Kept, 63),
    (38, "Two short sessions instead of one", ExperimentDesign::Dated, ExperimentState::Changed, 16),
];
/// What is tried since that many weeks before the last one that was looked back at.
const NEWEST: (usize, &str) = (2, "Leave the first sentence ready in the evening");

const PROGRESS: [&str; 6] = [
    "Two scenes are there that were not there on Monday.",
    "Slow, but the chapter has an end now.",
    "Found out why the letter matters.",
    "Mostly cutting. It reads better.",
    "The harbour is finished.",
    "Only a few pages, and I know what comes next.",
];
const SKILL: [&str; 5] = [
    "Start without reading everything from the beginning.",
    "Write a dialogue without explaining it.",
    "Stop in the middle of a sentence on purpose.",
    "",
    "Keep a scene to one page.",
];
const NOT_WORKED: [&str; 4] = ["", "Evenings, again.", "The reward came too late to feel like one.", ""];
const TRAJECTORY: [&str; 4] = [
    "More words than last month, in about as many days.",
    "Fewer days, but none of them empty.",
    "It goes up slowly and steadily.",
    "About the same, and that is fine.",
];
const WORKS: [&str; 3] =
    ["Mornings at the kitchen table.", "The first line written the day before.", "Short and daily."];
const SHIFT: [&str; 3] = ["I say it without a smile now.", "I miss it when I do not write.", ""];
const LASTING: [&str; 3] = ["Rests before I need them.", "Not more than half an hour on weekdays.", ""];

/// The reviews of a goal that began on `start`, up to the week before the last one, which is still to be looked back at.
pub fn made(maker: &mut Maker, goal: Uuid, start: NaiveDate) -> Records<Review> {
    let weeks = weeks(maker, start);
    let months = months(maker, start);
    let newest = weeks.len().saturating_sub(NEWEST.0 + 1);
    let adjusted = |nth: usize| {
        let tried = TRIED.iter().find(|tried| tried.0 == nth).map(|tried| tried.1);
        tried.or((nth == newest).then_some(NEWEST.1)).unwrap_or_default()
    };
    let mut reviews = Vec::new();
    let mut month_rated = None;
    for (nth, period) in weeks.iter().enumerate() {
        let adjustment = adjusted(nth);
        if nth % SKIPPED_OF == SKIPPED_OF - 2 && adjustment.is_empty() {
            continue;
        }
        let month = Period::month_of(period.to);
        let items = if month_rated == Some(month) { 1 } else { 4 };
        month_rated = Some(month);
        let written = finished(maker, goal, *period, period.to);
        let rated = rated(written, (period.to - start).num_days(), nth, items);
        reviews.push(Review { adjustment: adjustment.to_owned(), ..rated });
    }
    for (nth, (period, day)) in months.into_iter().enumerate() {
        let written = finished(maker, goal, period, day);
        reviews.push(of_month(written, nth));
    }
    reviews.into_iter().collect()
}

/// The weeks that are over, without the last one.
fn weeks(maker: &Maker, start: NaiveDate) -> Vec<Period> {
    let first = Period::week_of(start + Days::new(6), Settings::default().review_weekday).to;
    let ends = first.iter_days().step_by(7).take_while(|to| *to + Days::new(7) < maker.today());
    ends.map(Period::week_ending).collect()
}

/// The months that were looked back at, and the days on which they were.
fn months(maker: &Maker, start: NaiveDate) -> Vec<(Period, NaiveDate)> {
    let first = Period::month_of(start);
    let all = std::iter::successors(Some(first), |month| Some(Period::month_of(month.to + Days::new(1))));
    let written = all.map(|month| {
        let next = Period::week_of(month.to + Days::new(1), Settings::default().review_weekday);
        (month, next.to)
    });
    let over = written.take_while(|(_, day)| *day < maker.today());
    over.filter(|(month, _)| (month.to - start).num_days() >= 13).collect()
}

/// A review without answers that was finished on a day.
fn finished(maker: &mut Maker, goal: Uuid, period: Period, day: NaiveDate) -> Review {
    // The month is looked back at after the week.
    let after = if period == Period::month_of(period.to) { 10 } else { 0 };
    let made = at(day, WRITTEN_AT + after, maker.now.offset);
    let modified = made + Duration::minutes(TAKES_MINUTES);
    Review { done: Some(day), modified, ..draft(maker.id(made), goal, period, made) }
}

fn rated(review: Review, after_days: i64, nth: usize, items: usize) -> Review {
    let grown = 1.0 - (-(after_days as f64) / RATING_DAYS).exp();
    let felt = FIRST_RATING + (LAST_RATING - FIRST_RATING) * grown + MOODS[nth % MOODS.len()];
    let rating = |item: usize| {
        let rating = (felt - BELOW_FIRST[item]).round().clamp(1.0, f64::from(MAX_ITEM)) as u8;
        (item < items).then_some(rating)
    };
    Review {
        progress: PROGRESS[nth % PROGRESS.len()].to_owned(),
        skill: SKILL[nth % SKILL.len()].to_owned(),
        automatic: rating(0),
        unremembered: rating(1),
        unthinking: rating(2),
        unnoticed: rating(3),
        support: Some(SUPPORT[nth % SUPPORT.len()]),
        not_worked: NOT_WORKED[nth % NOT_WORKED.len()].to_owned(),
        ..review
    }
}

fn of_month(review: Review, nth: usize) -> Review {
    let feels_true = FEELS_TRUE[nth.min(FEELS_TRUE.len() - 1)];
    Review {
        trajectory: TRAJECTORY[nth % TRAJECTORY.len()].to_owned(),
        works: WORKS[nth % WORKS.len()].to_owned(),
        feels_true: Some(feels_true),
        shift: SHIFT[nth % SHIFT.len()].to_owned(),
        lasting: Some(feels_true.saturating_add(1)),
        lasting_note: LASTING[nth % LASTING.len()].to_owned(),
        ..review
    }
}

/// What was tried after the reviews that decided to change something.
pub fn tried(maker: &mut Maker, reviews: &Records<Review>) -> Records<Experiment> {
    let adjusted = reviews.iter().filter(|review| review.has_adjustment());
    adjusted
        .map(|review| {
            let how = TRIED.iter().find(|tried| tried.1 == review.adjustment);
            let (design, state, days) =
                how.map_or((ExperimentDesign::Dated, ExperimentState::Running, 0), |tried| (tried.2, tried.3, tried.4));
            Experiment {
                id: maker.id(review.modified),
                goal: review.goal,
                day: review.to,
                what: review.adjustment.clone(),
                review: Some(review.id),
                design,
                state,
                decided: (!state.is_running()).then(|| review.to + Days::new(days)),
                kept: None,
                made: review.modified,
                modified: review.modified + Duration::days(i64::try_from(days).unwrap_or(0)),
            }
        })
        .collect()
}
