//! The figures of the review that is open, worked out once for each change of what they are made from.

use crate::domain::goal::Goal;
use crate::domain::insight::ahead::Ahead;
use crate::domain::insight::review_figures::{Ratings, ReviewFigures};
use crate::domain::insight::whole::AskedWhole;
use crate::domain::model::Model;
use crate::domain::review::{self, Review};
use crate::ui::cx::Cx;

use super::automatic_words::reading_words;
use super::charts::Drawn;

/// The figures beside the questions of one review.
#[derive(Debug)]
pub(super) struct Kept {
    /// The model they were made from, a snapshot of a few pointers.
    from: Model,
    until: chrono::NaiveDate,
    pub(super) figures: ReviewFigures,
    pub(super) ratings: Ratings,
    /// What the earlier ratings say of how much happens by itself, in words.
    pub(super) reading: Option<String>,
    pub(super) drawn: Drawn,
    /// What the charts were drawn with.
    ahead: Ahead,
    whole: AskedWhole,
    /// Whether all four items of automaticity are asked.
    pub(super) asks_all: bool,
}

impl Kept {
    /// The kept figures if they still hold, else new ones. Typing in a review only looks at the reviews again.
    pub(super) fn of<'a>(kept: &'a mut Option<Self>, cx: &Cx<'_>, goal: &Goal, review: &Review) -> &'a Self {
        let model = cx.model;
        if kept.as_ref().is_some_and(|kept| !kept.holds(cx, review)) {
            *kept = None;
        }
        let kept = kept.get_or_insert_with(|| {
            let days = (&*cx.derived.days, cx.derived.strength.as_slice());
            let figures = ReviewFigures::of(model, goal, days, review.period());
            let ratings = Ratings::before(model, goal, review);
            Self {
                from: model.clone(),
                until: cx.derived.today,
                reading: reading_words(cx, &figures, &ratings),
                figures,
                ratings,
                drawn: Drawn::of(cx, review.period()),
                ahead: cx.derived.ahead.clone(),
                whole: cx.derived.whole.clone(),
                asks_all: review::asks_all_items(model, review),
            }
        });
        let (ahead, whole) = (&cx.derived.ahead, &cx.derived.whole);
        if !(kept.ahead.is_same_answer(ahead) && kept.whole.is_same_answer(whole)) {
            kept.drawn = Drawn::of(cx, review.period());
            (kept.ahead, kept.whole) = (ahead.clone(), whole.clone());
        }
        if !kept.from.reviews.is_same(&model.reviews) {
            if review::habit_ratings(&kept.from, goal) != review::habit_ratings(model, goal) {
                kept.drawn = Drawn::of(cx, review.period());
            }
            kept.from.reviews = model.reviews.clone();
            kept.asks_all = review::asks_all_items(model, review);
            let ratings = Ratings::before(model, goal, review);
            if ratings != kept.ratings {
                kept.reading = reading_words(cx, &kept.figures, &ratings);
                kept.ratings = ratings;
            }
        }
        kept
    }

    fn holds(&self, cx: &Cx<'_>, review: &Review) -> bool {
        let (from, model) = (&self.from, cx.model);
        let of_goal = |model: &Model| {
            let parts =
                |goal: &Goal| (goal.id, goal.start_day, goal.pauses.clone(), goal.measure.clone(), goal.target_date);
            model.goal().map(parts)
        };
        self.figures.period == review.period()
            && self.until == cx.derived.today
            && from.sessions.is_same(&model.sessions)
            && from.counts.is_same(&model.counts)
            && from.targets.is_same(&model.targets)
            && from.rests.is_same(&model.rests)
            && from.lengths.is_same(&model.lengths)
            && from.programme.is_same(&model.programme)
            && from.plans.is_same(&model.plans)
            && from.plan_uses.is_same(&model.plan_uses)
            && from.environment.is_same(&model.environment)
            && from.experiments.is_same(&model.experiments)
            && from.settings.week_start == model.settings.week_start
            && of_goal(from) == of_goal(model)
    }
}
